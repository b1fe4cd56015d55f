//! One small co-production from beginning to end, and the noes on its way.
#![cfg(test)]

use interlink::governance::{Permission, Shipped};
use interlink::journal::StreamId;
use interlink::process::Status;
use serde_json::json;
use testkit::{Town, reasons, small_template};

#[test]
fn a_process_runs_from_founding_to_finish() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let club = town.found("bruno", "club", "nonprofit_organisation");
    town.team("anna", city, "officers", "public_administration", &["anna", "carla"]);
    town.team("bruno", club, "gardeners", "citizen", &["bruno", "dora"]);
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "officer"}));
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "gardeners"}, "role": "contributor"}));

    let [invite, agree, dig, build] = ["invite", "agree", "dig", "build"].map(|key| town.item(process, key));
    assert_eq!(
        reasons(&town.refused("eva", stream, "task.start", json!({"item": invite}))),
        ["reason.stranger"]
    );
    assert_eq!(
        reasons(&town.refused("dora", stream, "task.start", json!({"item": invite}))),
        ["reason.no_grant"]
    );
    assert_eq!(
        reasons(&town.refused("carla", stream, "task.start", json!({"item": dig}))),
        ["reason.waits_for"]
    );

    town.complete("carla", process, invite);
    assert_eq!(town.engine.process(process).unwrap().process().tree().standing().progress, 25);
    town.complete("anna", process, agree);
    assert_eq!(town.status(process, build), Status::Awaiting);
    town.complete("carla", process, dig);
    let standing = town.engine.process(process).unwrap().process().tree().standing();
    assert_eq!((standing.status, standing.progress), (Status::Finished, 100));

    assert!(town.may("dora", Permission::AssetView, process, Some(dig)));
    let verified = town.engine.verify_all().unwrap();
    assert_eq!(verified.streams.len(), 3);
    assert_eq!(verified.events, town.engine.store().position().unwrap().0);
}
