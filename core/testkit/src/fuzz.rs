//! What must hold for any bytes at all. The fuzz targets and an ordinary test call these with what they have.
//!
//! Each compares two ways to the same end; that nothing panics goes without saying.

use std::fmt::Write as _;

use interlink::Engine;
use interlink::interop::interlink::{CatalogueFault, Files, Mode, Reading, read, write};
use interlink::journal::{Event, Position, StreamId};
use interlink::kernel::{AsOf, Command, Document};
use interlink::types::{Date, Language, Timestamp, json};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A target by name.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 8] = [
    ("bundle", bundle),
    ("json", json_door),
    ("command", command),
    ("event", event),
    ("document", document),
    ("catalogue", catalogue),
    ("values", values),
    ("session", session),
];

/// What our door lets in, `serde_json` reads as the same value.
pub fn json_door(bytes: &[u8]) {
    if let Ok(ours) = json::parse::<Value>(bytes, json::MOST_BYTES) {
        let theirs: Value = serde_json::from_slice(bytes).expect("what we let in is JSON");
        assert_eq!(ours, theirs);
    }
}

/// A command survives its own writing, which is canonical by another's reading.
pub fn command(bytes: &[u8]) {
    if let Ok(command) = Command::from_json(bytes) {
        let written = command.to_json().expect("a command can be written");
        assert_eq!(Command::from_json(&written).expect("and read again"), command);
        assert_canonical(&written);
    }
}

/// An event survives its own writing, which is canonical by another's reading.
pub fn event(bytes: &[u8]) {
    if let Ok(event) = Event::read(Event::hash(bytes), bytes) {
        let written = event.body().expect("an event can be written");
        let again = Event::read(event.id, &written).expect("and read again");
        assert_eq!(again, event);
        assert_canonical(&written);
    }
}

/// A document survives its own writing, and is the same document then.
pub fn document(bytes: &[u8]) {
    if let Ok(document) = Document::parse(bytes) {
        assert_eq!(Document::parse(document.bytes()).expect("it can be read again").id(), document.id());
        assert_canonical(document.bytes());
    }
}

/// What strict mode takes, repairing leaves alone; what is repaired is valid.
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
    // What was read is written as it stood, and read again it is the same.
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
        // Folders whose files could not be read are not there any more.
        Err(fault) => assert!(templates.is_empty(), "{fault}"),
    }
}

/// Files from one text: `=== NAME` begins each.
fn files(bytes: &[u8]) -> Files {
    let text = String::from_utf8_lossy(bytes);
    let mut files = Files::default();
    for part in text.split("=== ").skip(1) {
        let (name, content) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(name.trim(), content.as_bytes());
    }
    files
}

/// Lines without their hashes, as a bundle: what is taken in is whole, and goes out and in again as the same
/// bytes.
pub fn bundle(bytes: &[u8]) {
    taken_in(bytes);
    taken_in(hashed(&String::from_utf8_lossy(bytes)).as_bytes());
}

/// The lines of a bundle, each with the hash that it would have.
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
    let Ok(imported) = engine.import_bundle(bytes) else {
        assert_eq!(engine.store().position().expect("memory is there"), Position(0));
        return;
    };
    engine.verify_all().expect("what was taken in verifies");
    let out = engine.export_bundle(imported.process, true).expect("it can go out again");
    let other = Engine::open("memory:").expect("memory is there");
    other.import_bundle(out.as_bytes()).expect("and in again");
    assert_eq!(other.export_bundle(imported.process, true).expect("it can go out again"), out);
}

/// Values survive their own text.
pub fn values(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(language) = text.parse::<Language>() {
        assert_eq!(language.as_str().parse::<Language>().expect("a tag"), language);
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        assert_eq!(time.to_string(), text);
    }
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
    }
    if let Ok(stream) = text.parse::<StreamId>() {
        assert_eq!(stream.to_string(), text);
    }
}

/// Whatever is asked, line by line: every answer is JSON, a refusal changes nothing, the record verifies, and
/// replaying it gives the live state.
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
            let replayed =
                engine.process_as_of(id, AsOf::Version(live.version())).expect("it can be replayed");
            assert_eq!(live.process(), replayed.process());
        }
    }
    engine.changes(Position(0), 1000).expect("the feed can be read");
}

fn assert_canonical(written: &[u8]) {
    let value: Value = serde_json::from_slice(written).expect("it is JSON");
    let canonical = serde_json_canonicalizer::to_vec(&value).expect("it can be canonicalised");
    assert_eq!(String::from_utf8_lossy(written), String::from_utf8_lossy(&canonical));
}
