//! What is malformed.

use interlink::governance::{GovernanceModel, Shipped};
use serde_json::{Value, json};

use crate::tape::{Tape, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("The door: what is malformed, misspelt or too much, with code and path.");
    let found = tape.command(
        "anna",
        &Value::Null,
        "organisation.register",
        json!({"organisation": "city", "name": {"en": "City"}, "kind": "citizen", "team_creation": "anyone"}),
    );
    let text = json!({"execute": found}).to_string();
    for (words, request) in [
        ("No JSON.", String::new()),
        ("Cut short.", text.trim_end_matches('}').to_owned()),
        ("Two texts.", format!("{text}{text}")),
        ("A key twice.", text.replacen("\"actor\":", "\"actor\":\"eva\",\"actor\":", 1)),
        ("A key twice, once escaped.", text.replacen("\"en\":", "\"e\\u006e\":\"Town\",\"en\":", 1)),
        ("A language in two spellings.", text.replacen("\"en\":", "\"EN\":\"Town\",\"en\":", 1)),
        ("Half a surrogate pair.", text.replace("City", "\\ud800")),
        ("No whole number.", r#"{"changes":{"limit":1.5}}"#.into()),
        ("Too large a number.", r#"{"changes":{"limit":9007199254740992}}"#.into()),
        ("Too deep.", format!("{}{}", "[".repeat(33), "]".repeat(33))),
        ("An unknown request.", r#"{"dance":{}}"#.into()),
        ("Two requests in one.", r#"{"changes":{"limit":1},"verify":{}}"#.into()),
        ("A list for an object.", r#"{"changes":[0,1]}"#.into()),
        ("An unknown field.", r#"{"changes":{"limt":1}}"#.into()),
        ("A missing field.", r#"{"changes":{}}"#.into()),
        ("A wrong type.", r#"{"changes":{"limit":"1"}}"#.into()),
        ("An unknown command.", text.replace("organisation.register", "organisation.dissolve")),
        ("An unknown kind.", text.replace("citizen", "king")),
        ("An impossible date.", text.replace("2026-03-02", "2026-02-30")),
        ("An id that is an address.", text.replace("v-001", "anna@city.example")),
        ("An id that is none.", format!(r#"{{"tree":{{"process":"{}"}}}}"#, "0".repeat(31))),
        ("An unknown language.", text.replacen("\"en\":", "\"xx\":", 1)),
        ("A malformed language.", text.replacen("\"en\":", "\"en_GB\":", 1)),
        ("No text.", text.replace("City", " ")),
        ("Entropy that nobody drew.", text.replace("00000000000000000000000000000001", &"0".repeat(32))),
        ("A document of no kind.", r#"{"add_document":{"document":"poem"}}"#.into()),
        ("A document of no kind at all.", r#"{"add_document":{}}"#.into()),
    ] {
        tape.say(words);
        let answer = tape.ask_text(&request);
        assert!(answer.get("problem").is_some(), "{words} {answer}");
    }
    tape.say("Documents that make no sense.");
    let mut cyclic = template();
    cyclic["phases"][0]["prerequisites"] = json!([{"item": "do", "needs": "finished"}]);
    tape.ask(&json!({"add_document": cyclic}));
    let mut dangling = template();
    dangling["phases"][1]["prerequisites"] = json!([{"item": "nowhere", "needs": "finished"}]);
    tape.ask(&json!({"add_document": dangling}));
    let mut founderless: Value =
        serde_json::from_slice(GovernanceModel::shipped(Shipped::C2c).bytes()).unwrap();
    founderless["founder"] = json!("member");
    tape.ask(&json!({"add_document": founderless}));
    tape.say("After all that, nothing is there.");
    let answer = tape.ask(&json!({"verify": {}}));
    assert_eq!(answer["ok"]["events"], 0);
    tape.say("What there is to begin with.");
    let models = tape.ask(&json!({"models": {"language": "it"}}))["ok"]["models"].clone();
    assert_eq!(models.as_array().map(Vec::len), Some(4));
    tape.ask(&json!({"document": {"document": models[0]["document"]}}));
    tape.ask(&json!({"party": {"host_id": "city"}}));
    tape.found("anna", "city", "public_administration");
    tape.ask(&json!({"party": {"host_id": "city"}}));
    tape.ask(&json!({"party": {"host_id": "anna"}}));
    let streams = tape.ask(&json!({"streams": {"limit": 10}}))["ok"]["streams"].clone();
    assert_eq!(streams.as_array().map(Vec::len), Some(1));
    tape.ask(&json!({"streams": {"limit": 10, "after": streams[0]}}));
    tape.say("Several commands: one is refused, and the next goes on.");
    let found = |tape: &mut Tape, name: &str| {
        let data =
            json!({"organisation": name, "name": {"en": name}, "kind": "citizen", "team_creation": "anyone"});
        tape.command("eva", &Value::Null, "organisation.register", data)
    };
    let commands = [found(&mut tape, "club"), found(&mut tape, "club"), found(&mut tape, "choir")];
    let outcomes = tape.ask(&json!({"execute_many": commands}))["ok"]["outcomes"].clone();
    assert_eq!(outcomes[1]["problem"]["path"], "/execute_many/1/data/organisation");
    assert!(outcomes[0].get("ok").is_some() && outcomes[2].get("ok").is_some(), "{outcomes}");
    tape.say("If one is malformed, none is executed.");
    let mut malformed = [found(&mut tape, "band"), found(&mut tape, "chess")];
    malformed[1]["at"] = json!("today");
    let answer = tape.ask(&json!({"execute_many": malformed}));
    assert_eq!(answer["problem"]["path"], "/execute_many/1/at");
    tape.ask(&json!({"execute_many": {}}));
    tape.ask(&json!({"verify": {"expected": {"id": "0".repeat(64), "seq": 1}}}));
    tape.ask(&json!({"verify": {"stream": format!("process/{}", "0".repeat(32))}}));
    tape.text
}
