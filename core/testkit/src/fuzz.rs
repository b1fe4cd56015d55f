//! Properties that must hold for any bytes. The fuzz targets and an ordinary test call these with their inputs.
//!
//! Each compares two ways to the same result; that nothing panics is implied.

use std::fmt::Write as _;

use interlink::Engine;
use interlink::governance::{GovernanceModel, Shipped};
use interlink::interop::interlink::{Anomaly, CatalogueFault, Files, Mode, Reading, export, read, write};
use interlink::journal::{Event, Position, StreamId};
use interlink::kernel::{AsOf, Checker, Command, Document};
use interlink::problem::Code;
use interlink::process;
use interlink::types::{Date, Entropy, Language, ProcessId, Timestamp, json};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A target by name.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 10] = [
    ("bundle", bundle),
    ("export", export),
    ("json", json_door),
    ("command", command),
    ("event", event),
    ("consent_record", consent_record),
    ("document", document),
    ("catalogue", catalogue),
    ("values", values),
    ("session", session),
];

/// Whatever the strict parser accepts, `serde_json` reads as the same value, and it is written as by another
/// canonicaliser.
pub fn json_door(bytes: &[u8]) {
    if let Ok(ours) = json::canonical(bytes, json::MOST_BYTES) {
        let theirs: Value = serde_json::from_slice(bytes).expect("what we let in is JSON");
        assert_eq!(ours.to_value(), theirs);
        assert_canonical(ours.as_str().as_bytes());
    }
}

/// A command survives writing and reading, and its written form is canonical by another reader.
pub fn command(bytes: &[u8]) {
    if let Ok(command) = Command::from_json(bytes) {
        let written = command.to_json();
        assert_eq!(Command::from_json(&written).expect("and read again"), command);
        assert_canonical(&written);
    }
}

/// An event survives writing and reading, and its written form is canonical by another reader.
pub fn event(bytes: &[u8]) {
    if let Ok(event) = Event::read(Event::hash(bytes), bytes) {
        let written = event.body();
        let again = Event::read(event.id, &written).expect("and read again");
        assert_eq!(again, event);
        assert_canonical(&written);
    }
}

/// Another system's consent record is read or refused, and one that is read agrees only if it says so.
pub fn consent_record(bytes: &[u8]) {
    use interlink::interop::receipt::govstack;
    if let Ok(read) = govstack::read_record(bytes) {
        let said: serde_json::Value = serde_json::from_slice(bytes).expect("it was read");
        assert_eq!(read.opt_in, said["optIn"] == true);
    }
    govstack::read_agreement(bytes).ok();
}

/// A document survives writing and reading as the same document.
pub fn document(bytes: &[u8]) {
    if let Ok(document) = Document::parse(bytes) {
        assert_eq!(Document::parse(document.bytes()).expect("it can be read again").id(), document.id());
        assert_canonical(document.bytes());
    }
}

/// Whatever strict mode accepts, repairing leaves unchanged; a repaired catalogue is valid.
pub fn catalogue(bytes: &[u8]) {
    let files = files(bytes);
    let repaired = read(&files, Mode::Repair);
    match read(&files, Mode::Strict) {
        Ok(strict) => assert_eq!(repaired.as_ref().expect("nothing to repair"), &strict),
        Err(fault) => assert_eq!(repaired.is_err(), matches!(fault, CatalogueFault::Empty)),
    }
    let Ok(Reading { catalogue, templates, .. }) = repaired else { return };
    for template in &templates {
        document(template.bytes());
    }
    document(catalogue.bytes());
    // What was read is written back in its place, and read again it is the same.
    let written = write(&catalogue, &templates).expect("what was read can be written");
    for (name, bytes) in written.iter() {
        let before: Value = serde_json::from_slice(files.get(name).unwrap_or_default()).unwrap_or_default();
        let after: Value = serde_json::from_slice(bytes).expect("what is written is JSON");
        assert_eq!(before, after, "{name}");
    }
    match read(&written, Mode::Repair) {
        Ok(again) => {
            assert_eq!(again.catalogue.document(), catalogue.document());
            assert_eq!(again.templates, templates);
        }
        // Folders whose files could not be read were left out.
        Err(fault) => assert!(templates.is_empty(), "{fault}"),
    }
}

/// Files from one text: `=== NAME` begins each.
pub fn files(bytes: &[u8]) -> Files {
    let text = String::from_utf8_lossy(bytes);
    let mut files = Files::default();
    for part in text.split("=== ").skip(1) {
        let (name, content) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(name.trim(), content.as_bytes());
    }
    files
}

/// Files as an export, or an export: what is read is written and read again unchanged.
pub fn export(bytes: &[u8]) {
    exported(bytes);
    exported(&files(bytes).to_archive().unwrap_or_default());
}

/// An export has the same content after it went through a process.
pub fn exported(archive: &[u8]) {
    let Ok(read) = export::read(archive) else { return };
    let engine = Engine::open("memory:").expect("memory is there");
    let process = imported(&engine, &read);
    let written =
        export::write(&engine, process, |sha256| read.files.get(sha256).cloned()).expect("it goes out");
    // Whatever would stop the platform's importer is changed and reported.
    let code = |anomaly: &Anomaly| anomaly.code == Code::AnomalyNotExported;
    assert!(written.report.anomalies.iter().all(code), "{:?}", written.report);
    if !written.report.anomalies.is_empty() {
        export::read(&written.archive).expect("what is written can be read");
        return;
    }
    let before = Files::from_archive(archive).expect("it was read");
    let after = Files::from_archive(&written.archive).expect("what is written can be read");
    // An invalid id of a person, which the report lists, is not counted as a name.
    let left_out = read.report.anomalies.iter().any(|anomaly| anomaly.repair == "It was left out.");
    for (name, bytes) in
        before.iter().filter(|(name, _)| !read.report.unread.iter().any(|other| other == name))
    {
        let after = after.get(name).unwrap_or_else(|| panic!("{name} is missing"));
        if name.ends_with("/coproduction.json")
            || name.ends_with("/schema.json") && name.split('/').count() == 3
        {
            assert!(
                left_out || settled(bytes) == settled(after),
                "{name}: {} {}",
                settled(bytes),
                settled(after)
            );
        } else {
            assert_eq!(bytes, after, "{name}");
        }
    }
    let again = export::read(&written.archive).expect("what is written can be read");
    assert_eq!(again.import.document().template, read.import.document().template);
    assert_eq!(again.import.document().assets, read.import.document().assets);
    assert_eq!(again.files, read.files);
}

/// Creates the process of an export; its first administrator imports it.
pub fn imported(engine: &Engine, read: &export::Export) -> ProcessId {
    engine.add_document(read.import.clone()).expect("memory is there");
    let first = read.people.iter().find(|person| person.administrator);
    let importer = first.map_or_else(|| "importer".parse().expect("an id"), |person| person.named.clone());
    let known =
        |person: &export::Named| Some(export::Known { host_id: person.named.clone(), acting_for: None });
    let model = GovernanceModel::shipped(Shipped::C2c).id();
    let ask = read.command(model, known).expect("everybody is known");
    let at = Timestamp::from_millis(1_700_000_000_000).expect("a time");
    let command = Command::new(
        "1".parse().expect("an id"),
        at,
        importer,
        Entropy::from_bytes(*b"sixteen random b"),
        process::Command::from(ask),
    );
    let executed = engine.execute(&command).expect("what was read can be imported");
    executed.process().expect("it is a process")
}

/// A file of an export without differences of form: lists that are empty or absent, and the importer.
fn settled(bytes: &[u8]) -> Value {
    let mut value: Value = serde_json::from_slice(bytes).expect("it is JSON");
    settle(&mut value, true);
    value
}

fn settle(value: &mut Value, top: bool) {
    match value {
        Value::Object(members) => {
            members.retain(|name, value| {
                let parts = ["objectives", "tasks", "assets"].contains(&name.as_str());
                !(parts && (value.is_null() || value.as_array().is_some_and(Vec::is_empty)))
            });
            if top {
                members.remove("administrators");
            }
            members.values_mut().for_each(|value| settle(value, false));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| settle(value, false)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Lines without their hashes, as a bundle: whatever is imported is valid, and is exported and imported again as the
/// same bytes.
pub fn bundle(bytes: &[u8]) {
    taken_in(bytes);
    taken_in(hashed(&String::from_utf8_lossy(bytes)).as_bytes());
}

/// The lines of a bundle, each with its correct hash.
pub fn hashed(lines: &str) -> String {
    let (mut last, mut text) = (vec![0; 32], String::new());
    for json in lines.lines() {
        last = Sha256::new().chain_update(&last).chain_update(json).finalize().to_vec();
        last.iter().for_each(|byte| write!(text, "{byte:02x}").expect("a text takes it"));
        writeln!(text, " {json}").expect("a text takes it");
    }
    text
}

fn taken_in(bytes: &[u8]) {
    let engine = Engine::open("memory:").expect("memory is there");
    // Any input is read or refused.
    let checker = Checker::read(bytes);
    let Ok(imported) = engine.import_bundle(bytes) else {
        assert_eq!(engine.store().position().expect("memory is there"), Position(0));
        return;
    };
    let version = engine.process(imported.process).map(|view| view.seq());
    assert_eq!(checker.map(|checker| checker.seq()).ok(), version.ok());
    engine.verify_all().expect("what was taken in verifies");
    let out = engine.export_bundle(imported.process, true).expect("it can go out again");
    let other = Engine::open("memory:").expect("memory is there");
    other.import_bundle(out.as_bytes()).expect("and in again");
    let again = other.export_bundle(imported.process, true).expect("it can go out again");
    assert_eq!(crate::told_in(&again), crate::told_in(&out));
}

/// Values survive being written and parsed.
pub fn values(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(language) = text.parse::<Language>() {
        assert_eq!(language.as_str().parse::<Language>().expect("a tag"), language);
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        // An instant has many texts, one of which is the record's.
        assert_eq!(time.to_string().parse::<Timestamp>().expect("its own text"), time);
    }
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
    }
    if let Ok(stream) = text.parse::<StreamId>() {
        assert_eq!(stream.to_string(), text);
    }
}

/// Any requests, line by line: every answer is JSON, a refusal changes nothing, the record verifies, and replaying it
/// gives the live state.
pub fn session(bytes: &[u8]) {
    let engine = Engine::open("memory:").expect("memory is there");
    for line in bytes.split(|byte| *byte == b'\n').take(200) {
        let before = engine.store().position().expect("memory is there");
        let answer: Value = serde_json::from_str(&engine.request(line)).expect("an answer is JSON");
        if answer.get("problem").is_some() {
            assert_eq!(engine.store().position().expect("memory is there"), before);
        }
    }
    engine.verify_all().expect("the record verifies");
    for stream in engine.streams().expect("memory is there") {
        if let StreamId::Process(id) = stream {
            let live = engine.process(id).expect("it is there");
            let replayed = engine.process_as_of(id, AsOf::Seq(live.seq())).expect("it can be replayed");
            assert_eq!(live.process(), replayed.process());
        }
    }
    let feed = engine.changes(Position(0), 1000).expect("the feed can be read");
    let told =
        engine.audit_trail(Position(0), 1000, Language::english()).expect("the feed can be told").entries;
    assert_eq!(told.len(), feed.len());
    engine
        .notifications(Position(0), 1000, None, Language::english())
        .expect("what concerns whom can be told");
}

fn assert_canonical(written: &[u8]) {
    let value: Value = serde_json::from_slice(written).expect("it is JSON");
    let canonical = serde_json_canonicalizer::to_vec(&value).expect("it can be canonicalised");
    assert_eq!(String::from_utf8_lossy(written), String::from_utf8_lossy(&canonical));
}
