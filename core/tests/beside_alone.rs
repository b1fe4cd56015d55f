//! A store that a build without processes uses between two uses by the whole library: `cargo xtask alone` runs these
//! two, and the tests of the package `alone` between them.
#![cfg(test)]

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::types::Language;
use serde_json::json;
use testkit::{Controller, small_template};

/// Where the store is.
const STORE: &str = "INTERLINK_WHOLE_STORE";

fn url() -> String {
    format!("sqlite:{}", std::env::var(STORE).unwrap())
}

#[test]
#[ignore = "writes a store for another build: cargo xtask alone"]
fn a_store_is_written_for_another_build() {
    let Controller { town, id: city, .. } = Controller::at(&url());
    town.team("anna", city, "neighbours", "citizen", &["nora"]);
    let template = town.template(&small_template());
    let garden = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let grant = json!({"holder": {"person": "nora"}, "role": "contributor"});
    town.act("anna", StreamId::from(garden), "role.grant", grant);
    assert!(town.engine.verify_all().unwrap().events > 5);
}

#[test]
#[ignore = "needs a store that another build used: cargo xtask alone"]
fn a_store_that_another_build_used_is_whole() {
    let engine = Engine::open(&url()).unwrap();
    // The chain holds, the process is as it was, and what the other build wrote is read.
    engine.verify_all().unwrap();
    let streams = engine.streams().unwrap();
    let garden = streams.iter().find_map(|stream| stream.process()).unwrap();
    assert_eq!(engine.process(garden).unwrap().process().governance().grants().count(), 2);
    let city = streams.iter().find_map(|stream| stream.organisation()).unwrap();
    let english = Language::english();
    assert_eq!(engine.organisation(city).unwrap().name.read(&english, &english).text, "The new City");
    assert!(engine.host_id(engine.person(&"nora".parse().unwrap()).unwrap().unwrap()).unwrap().is_some());
}
