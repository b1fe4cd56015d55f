//! A name in a public text can be taken out of the record, for good, by whom it is for, and nothing else changes.
#![cfg(test)]

use std::path::Path;

use interlink::governance::Shipped;
use interlink::journal::{Event, Position, StreamId};
use interlink::kernel::{Engine, Error};
use interlink::problem::{Code, Problem};
use interlink::types::{EventId, ItemId, OrganisationId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, small_template};

/// Somebody who never asked to be in a plan.
const NAME: &str = "Zelda Quux";
const PARTS: [&str; 3] = ["Zelda", "Quux", "zelda"];

struct Named {
    town: Town,
    city: OrganisationId,
    process: ProcessId,
    item: ItemId,
}

/// A process in which her name stands wherever somebody can write one.
fn named(url: &str) -> Named {
    let town = Town::at(url);
    let city = town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let (stream, item) = (StreamId::from(process), town.item(process, "invite"));
    let text = |text: &str| json!({"en": format!("{text} {NAME}"), "lv": format!("{NAME}: {text}")});
    town.act(
        "anna",
        stream,
        "process.edit",
        json!({"name": text("A park for"), "description": text("As told by")}),
    );
    town.act(
        "anna",
        stream,
        "item.edit",
        json!({"item": item, "name": text("Ask"), "description": text("Call")}),
    );
    let link = json!({"link": {"uri": "https://files.example/zelda-quux.pdf"}});
    town.start("anna", process, item);
    town.act("anna", stream, "asset.add", json!({"item": item, "title": text("Notes of"), "content": link}));
    town.team("anna", city, "friends", "citizen", &[]);
    town.act(
        "anna",
        StreamId::from(city),
        "team.edit",
        json!({"team": "friends", "name": text("Friends of")}),
    );
    Named { town, city, process, item }
}

fn redact(words: &str) -> Value {
    json!({"words": words, "reason": "She never agreed to stand there."})
}

fn published() -> Value {
    let told = json!({"en": format!("How {NAME} planted trees")});
    json!({"licence": "CC-BY-4.0", "story": {
        "title": told, "summary": told, "description": told, "objectives": told, "results": told,
        "lessons_learned": told, "incentives": told, "countries": ["IT"], "languages": ["en"], "tags": {"en": ["park", NAME]},
        "start": "2025-02-01", "end": "2025-11-30", "materials": [], "figures": [],
        "owners": [{"name": told, "info": told}],
    }})
}

fn is_in(bytes: &[u8]) -> Option<&'static str> {
    PARTS.into_iter().find(|part| bytes.windows(part.len()).any(|window| window == part.as_bytes()))
}

fn is_in_files(path: &Path) -> Option<&'static str> {
    ["", "-wal", "-shm", "-journal"]
        .iter()
        .find_map(|suffix| is_in(&std::fs::read(format!("{}{suffix}", path.display())).unwrap_or_default()))
}

fn request(engine: &Engine, request: &Value) -> String {
    engine.request(request.to_string().as_bytes())
}

/// Everything that an engine tells of it, by whatever way.
fn told(engine: &Engine, named: &Named) -> String {
    let Named { city, process, .. } = named;
    let mut all = engine.export_bundle(*process, true).unwrap();
    for change in engine.changes(Position(0), 10_000).unwrap() {
        all.push_str(&change.event.to_json());
    }
    let at = named.town.now();
    for asked in [
        json!({"tree": {"process": process, "at": at, "language": "lv"}}),
        json!({"assets": {"process": process}}),
        json!({"organisation": {"organisation_id": city}}),
        json!({"audit_trail": {"process": process, "language": "en"}}),
        json!({"picture": {"process": process, "at": at, "language": "en"}}),
    ] {
        all.push_str(&request(engine, &asked));
    }
    all
}

/// What the process says of itself, without the documents that it is made of.
fn told_of_events(engine: &Engine) -> String {
    let changes = engine.changes(Position(0), 10_000).unwrap();
    let of_processes =
        changes.iter().filter(|change| matches!(change.event.head.stream, StreamId::Process(_)));
    of_processes.map(|change| change.event.to_json()).collect()
}

fn both(named: &Named) {
    for stream in [StreamId::from(named.process), StreamId::from(named.city)] {
        named.town.act("anna", stream, "text.redact", redact(NAME));
    }
}

#[test]
fn a_name_is_gone_to_the_byte_from_the_file_and_from_whoever_reads_it() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("town.sqlite");
    let url = format!("sqlite:{}", path.display());
    let named = named(&url);
    let other = Engine::open(&url).unwrap();
    assert!(is_in(told(&other, &named).as_bytes()).is_some() && is_in_files(&path).is_some());
    let ids = |engine: &Engine| -> Vec<EventId> {
        engine.changes(Position(0), 10_000).unwrap().into_iter().map(|change| change.event.id).collect()
    };
    let before = ids(&named.town.engine);
    both(&named);
    for engine in [&*named.town.engine, &other, &Engine::open(&url).unwrap()] {
        let all = told(engine, &named);
        assert_eq!(is_in(all.as_bytes()), None, "{all}");
        assert!(all.contains("A park for […]") && all.contains("[…]: Call"), "{all}");
        assert!(all.contains("https://files.example/redacted.pdf"));
        assert_eq!(ids(engine)[..before.len()], before, "every event stands under its id");
        engine.verify_all().unwrap();
        engine.verify(named.process.into(), None).unwrap();
    }
    assert_eq!(is_in_files(&path), None);
    // Work goes on, and who made a state of it before goes on as well.
    named.town.act("anna", StreamId::from(named.process), "task.complete", json!({"item": named.item}));
    assert_eq!(is_in(told(&other, &named).as_bytes()), None);
    other.verify_all().unwrap();
}

#[test]
fn pages_that_were_split_keep_no_copy() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("town.sqlite");
    let town = Town::at(&format!("sqlite:{}", path.display()));
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    for nth in 0..testkit::measured(120, 40) {
        let padding = "padding ".repeat(nth % 37 * 8);
        let name = json!({"en": format!("{padding}{} {NAME} {nth}", "x".repeat(nth % 11))});
        town.act("anna", stream, "process.edit", json!({"description": name}));
    }
    assert!(is_in_files(&path).is_some());
    town.act("anna", stream, "text.redact", redact("zelda QUUX"));
    assert_eq!(is_in_files(&path), None);
    town.engine.verify_all().unwrap();
}

#[test]
fn whoever_runs_it_or_speaks_for_the_host_may_and_nobody_else() {
    let named = named("memory:");
    let Named { town, city, process, .. } = &named;
    let (stream, organisation) = (StreamId::from(*process), StreamId::from(*city));
    town.found("mallory", "mallory-inc", "forprofit_organisation");
    town.act("anna", stream, "role.grant", json!({"holder": {"person": "carla"}, "role": "contributor"}));
    for who in ["mallory", "carla", "zelda"] {
        for stream in [stream, organisation] {
            assert_eq!(town.refused(who, stream, "text.redact", redact(NAME)).code, Code::RedactionDenied);
        }
    }
    town.try_as_host("operator.appoint", json!({"person": "opal"})).unwrap();
    town.act("opal", organisation, "text.redact", redact(NAME));
    town.act("anna", stream, "process.close", json!({}));
    town.act("anna", stream, "text.redact", redact(NAME));
    let nothing = town.refused("anna", stream, "text.redact", redact(NAME));
    assert_eq!((nothing.code, nothing.path.as_deref()), (Code::RedactionAbsent, Some("/data/words")));
    assert_eq!(town.refused("anna", stream, "text.redact", redact("-")).code, Code::RedactionTooShort);
    assert_eq!(is_in(told(&town.engine, &named).as_bytes()), None);
    town.engine.verify_all().unwrap();
}

/// What is left of an event says everything but the name. So if its id were the hash of the rest and the name alone,
/// whoever guesses the name could see that the guess is right.
#[test]
fn the_id_does_not_tell_a_right_guess_from_a_wrong_one() {
    let named = named("memory:");
    let all = || named.town.engine.changes(Position(0), 10_000).unwrap();
    let before = all();
    both(&named);
    let mut guessed = 0;
    for (then, now) in before.iter().zip(all()).filter(|(_, now)| now.event.head.redacted.is_some()) {
        let mut right = now.event.clone();
        right.data = then.event.data.clone();
        right.head.redacted = None;
        assert_eq!(then.event.id, now.event.id);
        assert_ne!(Event::hash(&right.body()), then.event.id);
        assert!(now.event.head.salt.is_none() && then.event.head.salt.is_some());
        right.head.salt = then.event.head.salt;
        assert_eq!(Event::hash(&right.body()), then.event.id, "but for the salt it is the same");
        guessed += 1;
    }
    assert!(guessed >= 4, "{guessed}");
}

#[test]
fn a_dry_run_names_the_events_and_changes_nothing() {
    let named = named("memory:");
    let before = told(&named.town.engine, &named);
    let command = named.town.command("anna", Some(named.process.into()), "text.redact", redact(NAME));
    let planned = named.town.engine.dry_run(&command).unwrap();
    let listed = serde_json::to_value(&planned.events[0]).unwrap();
    assert_eq!(listed["data"]["events"].as_array().unwrap().len(), 3, "{listed}");
    assert_eq!(is_in(listed.to_string().as_bytes()), None);
    assert_eq!(told(&named.town.engine, &named), before);
}

#[test]
fn sent_again_it_says_what_it_did_and_another_under_its_id_is_refused() {
    let named = named("memory:");
    let Named { town, process, .. } = &named;
    let command = town.command("anna", Some(StreamId::from(*process)), "text.redact", redact(NAME));
    let first = town.engine.execute(&command).unwrap();
    let again = town.engine.execute(&command).unwrap();
    assert!(again.repeated && again.events == first.events);
    let mut other = command;
    other.action = interlink::kernel::Command::from_json(
        town.command("anna", Some(StreamId::from(*process)), "text.redact", redact("zelda-quux"))
            .to_json()
            .as_slice(),
    )
    .unwrap()
    .action;
    let refused = town.engine.execute(&other).map_err(|error| Problem::from(&error).code);
    assert_eq!(refused.map(drop), Err(Code::CommandReused));
}

#[test]
fn what_an_import_or_a_publication_says_is_redacted_where_nobody_else_relies_on_it() {
    let named = named("memory:");
    let Named { town, process, .. } = &named;
    let stream = StreamId::from(*process);
    town.act("anna", stream, "process.publish", published());
    let tree: Value = serde_json::from_str(&request(&town.engine, &json!({"publications": {}}))).unwrap();
    let publication = tree["ok"]["publications"][0]["publication"].clone();
    assert!(
        is_in(request(&town.engine, &json!({"document": {"document": publication}})).as_bytes()).is_some()
    );
    town.act("anna", stream, "text.redact", redact(NAME));
    let document = request(&town.engine, &json!({"document": {"document": publication}}));
    assert_eq!(is_in(document.as_bytes()), None);
    assert!(document.contains("A park for […]"), "{document}");
    town.engine.verify_all().unwrap();
    let bundle = town.engine.export_bundle(*process, true).unwrap();
    let there = Engine::open("memory:").unwrap();
    there.import_bundle(bundle.as_bytes()).unwrap();
    there.verify_all().unwrap();
}

#[test]
fn what_others_rely_on_stays_and_says_so() {
    let named = named("memory:");
    let Named { town, process, .. } = &named;
    let stream = StreamId::from(*process);
    town.act("anna", stream, "process.publish", published());
    let tree: Value = serde_json::from_str(&request(&town.engine, &json!({"publications": {}}))).unwrap();
    let publication = tree["ok"]["publications"][0]["publication"].as_str().unwrap().parse().unwrap();
    town.found("bruno", "other", "public_administration");
    town.process("bruno", Some("other"), Shipped::C2g, Some(publication));
    // Nobody can keep her name in the plan by working from its publication; what stays is named.
    let done = town.act("anna", stream, "text.redact", redact(NAME));
    let event: Value = serde_json::from_str(&done.events[0].to_json()).unwrap();
    assert_eq!(event["data"]["left"], json!([publication]), "{event}");
    assert_eq!(is_in(told_of_events(&town.engine).as_bytes()), None);
    assert_eq!(town.refused("anna", stream, "text.redact", redact(NAME)).code, Code::RedactionShared);
    town.engine.verify_all().unwrap();
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> Code {
    Problem::from(&result.unwrap_err()).code
}

/// Whoever can write the file can say that words were taken out. Without a redaction on record nobody believes it.
#[test]
fn what_no_command_took_out_or_put_back_is_found() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("town.sqlite");
    let url = format!("sqlite:{}", path.display());
    let named = named(&url);
    let stream = StreamId::from(named.process);
    let file = || rusqlite::Connection::open(&path).unwrap();
    let find = "SELECT position, body FROM event WHERE body LIKE '%A park for%' ORDER BY position LIMIT 1";
    let body =
        || -> (i64, Vec<u8>) { file().query_row(find, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap() };
    let put = |position: i64, body: &[u8]| {
        file()
            .execute("UPDATE event SET body = ?2 WHERE position = ?1", rusqlite::params![position, body])
            .unwrap();
    };
    let (position, original) = body();
    let event = Event::read(Event::hash(&original), &original).unwrap();
    let mut forged = event.clone();
    forged.head.redacted = Some(event.id);
    forged.head.salt = None;
    let text = String::from_utf8(forged.body()).unwrap().replace(NAME, "the mayor");
    put(position, text.as_bytes());
    assert_eq!(code(Engine::open(&url).unwrap().verify(stream, None)), Code::RecordRedacted);
    put(position, &original);
    named.town.act("anna", stream, "text.redact", redact(NAME));
    let (_, redacted) = body();
    let engine = Engine::open(&url).unwrap();
    engine.verify(stream, None).unwrap();
    put(position, &original);
    assert_eq!(code(Engine::open(&url).unwrap().verify(stream, None)), Code::RecordRedacted);
    let other = String::from_utf8(redacted).unwrap().replace("[…]", "the mayor");
    put(position, other.as_bytes());
    assert_eq!(code(Engine::open(&url).unwrap().verify_all()), Code::RecordRedacted);
}

#[test]
fn where_it_was_brought_the_name_goes_with_the_next_bundle() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("there.sqlite");
    let named = named("memory:");
    let Named { town, process, .. } = &named;
    town.act("anna", StreamId::from(*process), "process.publish", published());
    let before = town.engine.export_bundle(*process, true).unwrap();
    let there = Engine::open(&format!("sqlite:{}", path.display())).unwrap();
    let first = there.import_bundle(before.as_bytes()).unwrap();
    assert!(is_in_files(&path).is_some());
    let replica = town.command("anna", Some(StreamId::from(*process)), "text.redact", redact(NAME));
    assert_eq!(code(there.execute(&replica)), Code::StreamReplica);
    both(&named);
    let after = town.engine.export_bundle(*process, true).unwrap();
    assert_eq!(is_in(after.as_bytes()), None);
    let imported = there.import_bundle(after.as_bytes()).unwrap();
    assert_eq!(imported.scrubbed, Some(true));
    assert_eq!(imported.withheld, first.withheld, "what words were taken out of is told, not withheld");
    assert_eq!(is_in_files(&path), None);
    assert_eq!(is_in(told(&there, &named).as_bytes()), None);
    there.verify_all().unwrap();
    // A bundle from before brings nothing back, there or here.
    there.import_bundle(before.as_bytes()).unwrap();
    town.engine.import_bundle(before.as_bytes()).unwrap();
    assert_eq!(is_in_files(&path), None);
    assert_eq!(is_in(told(&town.engine, &named).as_bytes()), None);
    town.engine.verify_all().unwrap();
}

/// A document is found by its hash. If whoever hands over a bundle could say that another text stands for it, a governance
/// model could come to permit anything.
#[test]
fn no_bundle_puts_another_document_in_the_place_of_one() {
    let named = named("memory:");
    let bundle = named.town.engine.export_bundle(named.process, true).unwrap();
    let model = named.town.model(Shipped::C2g).to_string();
    let forged = bundle
        .lines()
        .map(|line| {
            let mut line: Value = serde_json::from_str(line.split_once(' ').unwrap().1).unwrap();
            if line["document"]["document"] == "governance_model" {
                line["document"] = json!({"redacted": model, "rest": line["document"]});
            }
            line.to_string()
        })
        .collect::<Vec<_>>()
        .join("\n");
    let there = Engine::open("memory:").unwrap();
    let refused = there.import_bundle(testkit::fuzz::hashed(&forged).as_bytes());
    assert_eq!(code(refused), Code::RecordDocument);
}

/// The template that a copy made is a document in which rules stand: it keeps the words, and the event names it.
#[test]
fn the_template_of_a_copy_is_named_among_what_is_left() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let source = town.process("anna", Some("city"), Shipped::C2g, None);
    town.add_item("anna", source, "phase", None, "Zyxwname garden");
    let copied = town.act("anna", None, "process.clone", json!({"acting_for": "city", "source": source}));
    let copy = copied.process().unwrap();
    let template = town.engine.process(copy).unwrap().process().template().unwrap().id();
    // Where they stand in it alone, they cannot be taken out of the copy at all, and that is said.
    let refused = town.refused("anna", StreamId::from(copy), "text.redact", redact("Zyxwname"));
    assert_eq!(refused.code, Code::RedactionShared);
    assert!(refused.message.contains(&template.to_string()), "{}", refused.message);
    town.add_item("anna", copy, "phase", None, "Zyxwname again");
    let redacted = town.act("anna", StreamId::from(copy), "text.redact", redact("Zyxwname"));
    let event: Value = serde_json::from_str(&redacted.events[0].to_json()).unwrap();
    assert_eq!(event["data"]["left"], json!([template]));
}
