//! The feed as CloudEvents, read by the specification's own library.
#![cfg(test)]

use cloudevents::event::{Data, ExtensionValue};
use cloudevents::{AttributesReader, Event as CloudEvent};
use interlink::governance::Shipped;
use interlink::journal::{Position, StreamId};
use serde_json::{Value, json};
use testkit::{Town, small_template};

#[test]
fn another_s_reader_reads_what_we_say() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    town.complete("anna", process, town.item(process, "invite"));
    let request = json!({"cloud_events": {"limit": 100, "source": "https://portal.city.example/interlink"}});
    let answer: Value = serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap();
    let said = answer["ok"]["cloud_events"].as_array().unwrap();
    let changes = town.engine.changes(Position(0), 100).unwrap();
    assert_eq!(said.len(), changes.len());
    let mut last = String::new();
    for (said, change) in said.iter().zip(changes) {
        let read: CloudEvent = serde_json::from_value(said.clone()).unwrap();
        assert_eq!(read.specversion().as_str(), "1.0");
        assert_eq!(read.id(), change.event.id.to_string());
        assert_eq!(read.ty(), format!("interlink.{}", change.event.data.type_name()));
        assert_eq!(read.source().as_str(), "https://portal.city.example/interlink");
        assert_eq!(read.subject(), Some(change.event.head.stream.to_string().as_str()));
        let time = read.time().unwrap().timestamp_millis();
        assert_eq!(time, change.event.head.at.as_millis());
        let Some(Data::Json(data)) = read.data() else { panic!("data are JSON") };
        assert_eq!(data.to_string(), change.event.to_json());
        let Some(ExtensionValue::String(sequence)) = read.extension("sequence") else { panic!() };
        assert!(*sequence > last, "texts sort as the events came");
        last.clone_from(sequence);
    }
    assert!(said.iter().any(|event| event["subject"] == json!(StreamId::from(process))));
}
