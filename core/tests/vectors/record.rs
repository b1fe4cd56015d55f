//! The record.

use serde_json::{Value, json};

use crate::tape::Tape;

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("The record: repeated commands, versions, time, the feed, and verification.");
    let none = Value::Null;
    let found = tape.command("anna", &none, "organisation.register",
        json!({"organisation": "city", "name": {"en": "City"}, "kind": "public_administration", "team_creation": "anyone"}));
    tape.say("A dry run says what would happen; executing does it; the same again gives the same.");
    tape.ask(&json!({"dry_run": found}));
    let city = tape.ask(&json!({"execute": found}))["ok"]["stream"].clone();
    tape.ask(&json!({"execute": found}));
    let mut other = found.clone();
    other["data"]["name"]["en"] = json!("Town");
    tape.ask(&json!({"execute": other}));
    tape.say("A command meant for another version, one from the past, and ones for the wrong stream.");
    let mut edit = tape.command("anna", &city, "organisation.edit", json!({"team_creation": "members"}));
    edit["expect"] = json!(7);
    tape.ask(&json!({"execute": edit}));
    edit["expect"] = json!(1);
    tape.ask(&json!({"execute": edit}));
    let mut early = tape.command("anna", &city, "organisation.edit", json!({"team_creation": "anyone"}));
    early["at"] = json!("2026-03-02T08:59:59.999Z");
    tape.ask(&json!({"execute": early}));
    tape.refused(
        "command.stream_missing",
        "anna",
        &none,
        "organisation.edit",
        json!({"team_creation": "anyone"}),
    );
    tape.refused("command.stream_given", "anna", &city, "organisation.register", found["data"].clone());
    tape.refused("command.stream_unsuited", "anna", &city, "process.edit", json!({"name": {"en": "x"}}));
    let nowhere = json!(format!("process/{}", "0".repeat(32)));
    tape.refused("stream.unknown", "anna", &nowhere, "process.edit", json!({"name": {"en": "x"}}));
    tape.say("The feed.");
    tape.ask(&json!({"changes": {"limit": 1}}));
    tape.ask(&json!({"changes": {"after": 1, "limit": 10}}));
    tape.ask(&json!({"changes": {"after": 2, "limit": 10}}));
    tape.say("Verification, against what is there and against an event kept elsewhere.");
    let head = tape.ask(&json!({"verify": {"stream": city}}))["ok"].clone();
    let expected =
        |id: &Value, seq: u64| json!({"verify": {"stream": city, "expected": {"id": id, "seq": seq}}});
    tape.ask(&expected(&head["head"], 2));
    tape.ask(&expected(&head["head"], 1));
    tape.ask(&expected(&head["head"], 3));
    tape.ask(&json!({"verify": {}}));
    tape.say("The feed in another form.");
    tape.ask(
        &json!({"cloud_events": {"after": 1, "limit": 3, "source": "https://portal.city.example/interlink"}}),
    );
    tape.ask(&json!({"cloud_events": {"limit": 3, "source": "no source"}}));
    tape.say("A name that somebody wrote into a public text is taken out of it, for good.");
    let edit = json!({"name": {"en": "City of Zelda Quux"}});
    tape.act("anna", &city, "organisation.edit", edit);
    let redact = |words: &str| json!({"reason": "She never agreed.", "words": words});
    tape.refused("redaction.denied", "mallory", &city, "text.redact", redact("zelda quux"));
    tape.refused("redaction.too_short", "anna", &city, "text.redact", redact("z"));
    tape.refused("redaction.absent", "anna", &city, "text.redact", redact("Zeld"));
    tape.act("anna", &city, "text.redact", redact("zelda quux"));
    tape.ask(&json!({"changes": {"after": 2, "limit": 10}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
