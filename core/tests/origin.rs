//! Whoever names a text did not write it: a commitment can be read in the record, and written elsewhere by anybody.
#![cfg(test)]

use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::problem::Code;
use serde_json::{Value, json};
use testkit::{Town, small_template};

/// Dora asks to take part in a process of the city's. Mallory founds a shop, and says in processes of her own that some file
/// has the digest which is the commitment to Dora's words.
#[test]
fn what_a_file_is_said_to_be_makes_nobody_the_owner_of_a_text() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    town.found("mallory", "shop", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    let asked = town.act("dora", StreamId::from(process), "participation.ask", json!({"text": "I can dig."}));
    let asked: Value = serde_json::from_str(&asked.events[0].to_json()).unwrap();
    let text = asked["data"]["text"].clone();
    let dora = StreamId::Person(asked["actor"].as_str().unwrap().parse().unwrap());
    // The record is read in the order of the streams, so some come before and some after.
    for _ in 0..6 {
        let own = town.process("mallory", Some("shop"), Shipped::C2g, Some(template));
        let item = town.item(own, "invite");
        town.start("mallory", own, item);
        let file = json!({"file": {"media_type": "text/plain", "sha256": text, "size": 7}});
        let asset = json!({"item": item, "title": {"en": "File"}, "content": file});
        town.act("mallory", StreamId::from(own), "asset.add", asset);
    }
    let until = town.now().plus_days(400);
    let keep = json!({"exception": "legal_claims", "law": {"en": "None"}, "organisation": "shop", "text": text, "until": until});
    assert_eq!(town.refused("mallory", dora, "text.keep", keep.clone()).code, Code::TextNotOwner);
    let rectify = json!({"text": text, "words": "I can do nothing."});
    assert_eq!(town.refused("mallory", dora, "text.rectify", rectify.clone()).code, Code::TextNotOwner);
    let mut hers = keep;
    hers["organisation"] = json!("city");
    town.act("anna", dora, "text.keep", hers);
    town.act("dora", dora, "text.rectify", rectify);
    town.engine.verify_all().unwrap();
}
