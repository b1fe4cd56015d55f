//! Nobody uses a redaction against others, and nobody keeps others from one.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Shipped};
use interlink::home::Terms;
use interlink::journal::{Event, Position, StreamId};
use interlink::kernel::{Command, Engine};
use interlink::problem::{Code, Problem};
use interlink::types::{DocumentId, ProcessId};
use serde_json::{Value, json};
use testkit::fuzz::hashed;
use testkit::{Town, small_template};

const NAME: &str = "Zelda Quux";

fn redact(words: &str) -> Value {
    json!({"words": words, "reason": "She never agreed to stand there."})
}

fn text(text: &str) -> Value {
    json!({"en": text})
}

/// A process of the city's whose name has hers in it.
fn named() -> (Town, ProcessId) {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    town.act("anna", StreamId::from(process), "process.edit", json!({"name": text("A park for Zelda Quux")}));
    (town, process)
}

fn publish(town: &Town, process: ProcessId) -> DocumentId {
    let told = text("How Zelda Quux planted trees");
    let story = json!({"licence": "CC-BY-4.0", "story": {
        "title": told, "summary": told, "description": told, "objectives": told, "results": told,
        "lessons_learned": told, "incentives": told, "countries": ["IT"], "languages": ["en"], "tags": {"en": ["park"]},
        "start": "2025-02-01", "end": "2025-11-30", "materials": [], "figures": [],
        "owners": [{"name": told, "info": told}],
    }});
    town.act("anna", StreamId::from(process), "process.publish", story);
    let found: Value = serde_json::from_str(&town.engine.request(br#"{"publications":{}}"#)).unwrap();
    found["ok"]["publications"][0]["publication"].as_str().unwrap().parse().unwrap()
}

fn everything(engine: &Engine) -> String {
    engine.changes(Position(0), 10_000).unwrap().iter().map(|change| change.event.to_json()).collect()
}

/// Whoever writes the id of a document into a text relies on nothing.
#[test]
fn naming_a_document_in_a_text_holds_up_no_redaction() {
    let (town, process) = named();
    let publication = publish(&town, process);
    town.found("mallory", "village", "public_administration");
    let other = town.process("mallory", Some("village"), Shipped::C2g, None);
    let said = json!({"description": text(&format!("See {publication}"))});
    town.act("mallory", StreamId::from(other), "process.edit", said);
    town.act("anna", StreamId::from(process), "text.redact", redact(NAME));
    assert!(!everything(&town.engine).contains("Quux"));
    town.engine.verify_all().unwrap();
}

/// What an operator found in a register is hers to say. An organisation that could take it out would hide which one it is.
#[test]
fn an_organisation_takes_nothing_out_of_what_an_operator_wrote() {
    let town = Town::new();
    let shop = town.found("mallory", "shop", "forprofit_organisation");
    let stream = StreamId::from(shop);
    town.try_as_host("operator.appoint", json!({"person": "opal"})).unwrap();
    let entry = json!({"register": "LV-UR", "number": "40003000001"});
    let verify = json!({"kind": "forprofit_organisation", "register": entry, "evidence": "e".repeat(64)});
    town.act("opal", stream, "organisation.verify", verify);
    assert_eq!(
        town.refused("mallory", stream, "text.redact", redact("40003000001")).code,
        Code::RedactionDenied
    );
    town.act("opal", stream, "text.redact", redact("40003000001"));
    town.engine.verify_all().unwrap();
}

/// Somebody reads it as her name, so it is her name: in capital letters, with an accent that is a sign of its own, over the end
/// of a line, in a link.
#[test]
fn what_reads_as_the_name_is_taken_out() {
    let cases = [
        ("Strauß Ida", "MIT STRAUSS IDA"),
        ("Γιώργος", "ΜΕ ΓΙΏΡΓΟΣ"),
        ("José Ávila", "with Jose\u{301} A\u{301}vila"),
        ("Jose\u{301}", "with José"),
        ("Zelda Quux", "with Zelda\u{a0}Quux"),
        ("Zelda Quux", "with Zelda  Quux"),
        ("Zelda\u{2019}s", "with Zelda's"),
    ];
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    for (words, name) in cases {
        let process = town.process("anna", Some("city"), Shipped::C2g, None);
        let stream = StreamId::from(process);
        let edited = town.try_do("anna", stream, "process.edit", json!({"name": text(name)}));
        edited.unwrap_or_else(|error| panic!("{name}: {}", Problem::from(&error)));
        let done = town.try_do("anna", stream, "text.redact", redact(words));
        done.unwrap_or_else(|error| panic!("{words:?} in {name:?}: {}", Problem::from(&error)));
    }
    for (words, uri) in [
        ("Zelda Quux", "https://files.example/zelda%20quux.pdf"),
        ("Zelda Quux", "https://files.example/Zelda+Quux"),
        ("Zelda Quux", "https://files.example/zelda-quux.pdf"),
        ("José", "https://files.example/?of=Jos%C3%A9"),
    ] {
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let (stream, item) = (StreamId::from(process), town.item(process, "invite"));
        town.start("anna", process, item);
        let asset = json!({"item": item, "title": text("Plan"), "content": {"link": {"uri": uri}}});
        town.act("anna", stream, "asset.add", asset);
        let done = town.try_do("anna", stream, "text.redact", redact(words));
        done.unwrap_or_else(|error| panic!("{words:?} in {uri:?}: {}", Problem::from(&error)));
    }
    town.engine.verify_all().unwrap();
}

fn lines(bundle: &str) -> Vec<Value> {
    bundle.lines().map(|line| serde_json::from_str(line.split_once(' ').unwrap().1).unwrap()).collect()
}

fn bundled(lines: &[Value]) -> String {
    hashed(&lines.iter().map(|line| format!("{line}\n")).collect::<String>())
}

/// Whoever hands over a bundle says that words were taken out, and writes something else into the event as well. Where the
/// whole event is, that can be seen.
#[test]
fn no_bundle_says_something_else_where_words_were_taken_out() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    let there = Engine::open("memory:").unwrap();
    let source = Terms::from_json(br#"{"source":"city"}"#).unwrap();
    let before = town.engine.export_bundle(process, true).unwrap();
    there.import_bundle_on(before.as_bytes(), &source).unwrap();
    town.act("anna", StreamId::from(city), "text.redact", redact("city"));
    let after = town.engine.export_bundle(process, true).unwrap();
    for lie in [("public_administration", "nonprofit_organisation"), ("[…]", "The other city")] {
        let mut forged = lines(&after);
        let mut now = None;
        for line in &mut forged {
            let Some(events) = line.get_mut("events").and_then(Value::as_array_mut) else { continue };
            for event in events.iter_mut() {
                if event["type"] == "organisation.registered" {
                    assert!(event.to_string().contains(lie.0), "{event}");
                    *event = serde_json::from_str(&event.to_string().replace(lie.0, lie.1)).unwrap();
                    now = Some(Event::hash(event.to_string().as_bytes()));
                }
                if event["type"] == "text.redacted" {
                    event["data"]["events"][0]["replaced_by"] = json!(now.unwrap());
                }
            }
        }
        let forged = bundled(&forged);
        let refused = there.import_bundle_on(forged.as_bytes(), &source).map(drop);
        let code = refused.map_err(|error| Problem::from(&error).code);
        assert_eq!(code, Err(Code::RecordRedacted), "{lie:?}");
        let organisation =
            there.request(json!({"organisation": {"organisation_id": city}}).to_string().as_bytes());
        assert!(organisation.contains("public_administration"), "{organisation}");
    }
    there.import_bundle_on(after.as_bytes(), &source).unwrap();
    there.verify_all().unwrap();
}

/// A document that nobody here works with yet is another's for whoever comes with a redaction of it.
#[test]
fn no_bundle_writes_a_document_anew_but_by_taking_words_out() {
    let (town, process) = named();
    let publication = publish(&town, process);
    let whole = town.engine.request(json!({"document": {"document": publication}}).to_string().as_bytes());
    let whole: Value = serde_json::from_str(&whole).unwrap();
    let before = town.engine.export_bundle(process, true).unwrap();
    let source = Terms::from_json(br#"{"source":"city"}"#).unwrap();
    let there = Engine::open("memory:").unwrap();
    there.import_bundle_on(before.as_bytes(), &source).unwrap();
    town.act("anna", StreamId::from(process), "text.redact", redact(NAME));
    let after = town.engine.export_bundle(process, true).unwrap();
    let mut forged = lines(&after);
    let mut now = None;
    for line in &mut forged {
        if line.pointer("/document/redacted") == Some(&json!(publication)) {
            line["document"]["rest"]["licence"] = json!("CC0-1.0");
            now = Some(DocumentId::of(line["document"].to_string().as_bytes()));
        }
    }
    assert!(now.is_some(), "{whole}");
    for line in &mut forged {
        let Some(events) = line.get_mut("events").and_then(Value::as_array_mut) else { continue };
        for event in events.iter_mut().filter(|event| event["type"] == "text.redacted") {
            event["data"]["documents"][0]["replaced_by"] = json!(now.unwrap());
        }
    }
    let refused = there.import_bundle_on(bundled(&forged).as_bytes(), &source).unwrap_err();
    let problem = Problem::from(&refused);
    assert_eq!(problem.code, Code::RecordRedacted, "{problem}");
    there.import_bundle_on(after.as_bytes(), &source).unwrap();
    there.verify_all().unwrap();
}

/// An officer, Carla, must stand behind an edit of the process; Anna asks for one.
fn asked(town: &Town) -> (ProcessId, Vec<Vec<u8>>) {
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let mut model: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
    model["id"] = json!("all.approved");
    model["version"] = json!(1);
    model["approvals"] = json!([{"by": "officer", "count": 1, "permission": "process.edit"}]);
    let kept = GovernanceModel::parse(model.to_string().as_bytes()).unwrap();
    let kept = town.engine.add_document(kept).unwrap();
    let create = json!({"governance": kept, "language": "en", "name": text("A park for Zelda Quux"), "acting_for": "city"});
    let process = town.act("anna", None, "process.create", create).process().unwrap();
    let edit = json!({"description": text("As Zelda Quux told it")});
    town.ask_approval(
        "anna",
        process.into(),
        &json!({"permission": "process.edit"}),
        ("process.edit", &edit),
    );
    (process, vec![model.to_string().into_bytes()])
}

/// What an approval was asked for stands in the vault word for word. Where the words go out of the record, they go there as well.
#[test]
fn what_others_were_asked_to_stand_behind_keeps_no_name() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("town.sqlite");
    let town = Town::at(&format!("sqlite:{}", path.display()));
    let (process, _) = asked(&town);
    let there = Engine::open("memory:").unwrap();
    let before = town.engine.export_bundle(process, true).unwrap();
    there.import_bundle(before.as_bytes()).unwrap();
    town.act("anna", StreamId::from(process), "text.redact", redact(NAME));
    let bundle = town.engine.export_bundle(process, true).unwrap();
    assert!(!bundle.contains("Quux"), "{bundle}");
    // Where it was brought it goes as well, and does not come back.
    for brought in [&bundle, &before] {
        there.import_bundle(brought.as_bytes()).unwrap();
        assert!(!there.export_bundle(process, true).unwrap().contains("Quux"));
        there.verify_all().unwrap();
    }
    for suffix in ["", "-wal"] {
        let bytes = std::fs::read(format!("{}{suffix}", path.display())).unwrap_or_default();
        assert!(!bytes.windows(4).any(|window| window == b"Quux"), "{suffix}");
    }
    town.engine.verify_all().unwrap();
}

/// A request says by a hash what it is about as it stood. If that were of the words alone, whoever guesses the name could see
/// that the guess is right, when the words are long gone.
#[test]
fn what_was_seen_does_not_tell_a_right_guess_from_a_wrong_one() {
    let town = Town::new().recording();
    let (process, documents) = asked(&town);
    let guess = Engine::open("memory:").unwrap();
    for document in documents {
        guess.add_document(GovernanceModel::parse(&document).unwrap()).unwrap();
    }
    for (nth, request) in town.asked().into_iter().enumerate() {
        let mut request: Value = serde_json::from_str(&request).unwrap();
        let Some(command) = request.get_mut("execute") else { continue };
        // Nobody knows what was random, but all of the rest.
        if command["type"] == "process.create" || command["type"] == "approval.ask" {
            command["entropy"] = json!(format!("{:032x}", nth + 1_000_000));
        }
        let command = Command::from_json(command.to_string().as_bytes()).unwrap();
        guess.execute(&command).unwrap_or_else(|error| panic!("{}", Problem::from(&error)));
    }
    let seen = |engine: &Engine| {
        let view = engine.process(process).unwrap();
        view.process().governance().approval_requests().next().map(|request| request.seen)
    };
    assert!(seen(&town.engine).is_some() && seen(&guess).is_some());
    assert_ne!(seen(&town.engine), seen(&guess));
}
