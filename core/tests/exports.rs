//! The platform's process export: in, out, and in again; and archives that nobody should open.
#![cfg(test)]

use std::io::Write as _;
use std::path::Path;

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::interop::interlink::{ArchiveFault, Files, export};
use interlink::journal::{Position, StreamId};
use interlink::kernel::AsOf;
use interlink::problem::{Code, Problem};
use interlink::process::Status;
use interlink::types::{Base64, ItemId, ProcessId};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Town, fuzz};

const FOLDER: &str = "processes_exported/import_Il_cortile/";

/// A made-up export with whatever such files have: the seed of the fuzz target.
fn yard() -> Files {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/export/yard.txt");
    fuzz::files(&std::fs::read(path).unwrap())
}

fn read(files: &Files) -> export::Export {
    export::read(&files.to_archive().unwrap()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn json_of(files: &Files, name: &str) -> Value {
    let (_, bytes) = files.iter().find(|(path, _)| path.ends_with(&format!("/{name}"))).unwrap();
    serde_json::from_slice(bytes).unwrap()
}

/// The yard as a process in a store, with what was read of it.
fn imported() -> (Town, ProcessId, export::Export) {
    let town = Town::new();
    let read = read(&yard());
    let process = fuzz::imported(&town.engine, &read);
    (town, process, read)
}

fn written(town: &Town, process: ProcessId, read: &export::Export) -> Files {
    let written = export::write(&town.engine, process, |sha256| read.files.get(sha256).cloned()).unwrap();
    Files::from_archive(&written.archive).unwrap()
}

fn item(town: &Town, process: ProcessId, name: &str) -> ItemId {
    let view = town.engine.process(process).unwrap();
    let language = view.process().language();
    let found = view.process().tree().items().find(|item| item.name().get(&language) == Some(name));
    found.unwrap_or_else(|| panic!("{name}")).id()
}

#[test]
fn an_export_becomes_a_process() {
    let (town, process, read) = imported();
    let view = town.engine.process(process).unwrap();
    let process = view.process();
    assert_eq!(process.language().as_str(), "it");
    assert_eq!(process.tree().phases().count(), 2);
    let named = |name: &str| {
        process.tree().items().find(|item| item.name().get(&process.language()) == Some(name)).unwrap()
    };
    assert_eq!(named("Walk through it").status(), Status::Finished);
    assert_eq!(named("Know the yard").progress(), 75, "(1 + 1/2) of two that are enabled");
    assert!(!named("Count the trees").enabled());
    assert_eq!(process.tree().prerequisites(named("Plant")).count(), 1);
    assert!(process.has_begun());
    assert_eq!(process.assets().len(), 2, "what is no link is only carried");
    assert_eq!(read.models, [Shipped::C2g, Shipped::GPlusG]);
    let administrators: Vec<&str> = read
        .people
        .iter()
        .filter(|person| person.administrator)
        .map(|person| person.named.as_str())
        .collect();
    assert_eq!(administrators, ["mayor@town.example", "clerk@town.example"]);
    let codes: Vec<Code> = read.report.anomalies.iter().map(|anomaly| anomaly.code).collect();
    assert_eq!(codes, [Code::AnomalyMalformed], "{:?}", read.report);
    for person in ["mayor@town.example", "clerk@town.example"] {
        let answer = town.engine.check(
            &person.parse().unwrap(),
            interlink::governance::Permission::ProcessAdminister,
            process.id(),
            None,
            town.now(),
        );
        assert!(answer.unwrap().allowed, "{person}");
    }
}

#[test]
fn nobody_is_named_in_the_record() {
    let (town, _, read) = imported();
    let mut record = read.import.bytes().to_vec();
    for change in town.engine.changes(Position(0), 100).unwrap() {
        record.extend(change.event.to_json().into_bytes());
    }
    let record = String::from_utf8(record).unwrap();
    for person in &read.people {
        assert!(!record.contains(person.named.as_str()), "{}", person.named);
        assert!(town.engine.person(&person.named).unwrap().is_some(), "{} is in the vault", person.named);
    }
    assert_eq!(read.people.len(), 5, "two administrators, two accounts, one address: {:?}", read.people);
}

#[test]
fn what_came_in_goes_out_and_the_second_time_to_the_byte() {
    let (town, process, read) = imported();
    let before = yard();
    let after = written(&town, process, &read);
    assert_eq!(before.names().collect::<Vec<_>>(), after.names().collect::<Vec<_>>());
    for name in ["coproduction.json", "schema.json"] {
        assert_eq!(json_of(&before, name), json_of(&after, name), "{name}");
    }
    let other = Town::new();
    let again = export::read(&after.to_archive().unwrap()).unwrap();
    let process = fuzz::imported(&other.engine, &again);
    assert_eq!(written(&other, process, &again), after);
    assert_eq!(again.import.id(), read.import.id());
}

#[test]
fn what_changed_here_is_written_as_it_is_now() {
    let (town, process, read) = imported();
    let (stream, mayor) = (StreamId::from(process), "mayor@town.example");
    let ask = item(&town, process, "Ask who uses it");
    town.act(mayor, stream, "task.complete", json!({"item": ask}));
    town.act(mayor, stream, "item.enable", json!({"item": item(&town, process, "Count the trees")}));
    let looking = item(&town, process, "Know the yard");
    let draw = town.act(
        mayor,
        stream,
        "item.add",
        json!({"kind": "task", "parent": looking, "name": {"it": "Draw it"}, "before": ask}),
    );
    assert_eq!(draw.events.len(), 1);
    let view = town.engine.process(process).unwrap();
    let link = view.process().assets().iter().next().unwrap().id;
    town.act(mayor, stream, "asset.delete", json!({"asset": link}));
    town.act(mayor, stream, "process.edit", json!({"name": {"it": "Il cortile di tutti"}}));
    town.act(
        mayor,
        stream,
        "item.schedule",
        json!({"item": ask, "start": "2026-03-02", "end": "2026-03-03"}),
    );
    let now = written(&town, process, &read);
    let tasks = json_of(&now, "schema.json")[0]["objectives"][0]["tasks"].clone();
    let names: Vec<&str> =
        tasks.as_array().unwrap().iter().map(|task| task["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Walk through it", "Draw it", "Ask who uses it", "Count the trees"]);
    assert_eq!(tasks[2]["status"], "finished");
    assert_eq!(tasks[3]["disabled_on"], Value::Null);
    assert_eq!(tasks[3]["disabler_id"], Value::Null, "nobody disables it any more");
    assert_eq!(tasks[2]["creator_id"], "account-mayor", "who made it stays");
    let assets = tasks[0]["assets"].as_array().unwrap();
    assert_eq!(assets.len(), 1, "the other was deleted");
    assert_eq!(assets[0]["softwareinterlinker"]["name"], "Shared documents");
    let about = json_of(&now, "coproduction.json");
    assert_eq!(about["name"], "Il cortile di tutti");
    assert_eq!(about["start_date"], "2026-03-02T00:00:00");
    assert_eq!(about["game"], json!({"points": [1, 2]}), "what nobody touched stays");
}

#[test]
fn administrators_must_be_known_and_admitted() {
    let read = read(&yard());
    let town = Town::new();
    let model = town.model(Shipped::C2g);
    let fault = read.command(model, |_| None).unwrap_err();
    assert_eq!(fault.code(), Code::ExportUnknown);
    town.engine.add_document(read.import.clone()).unwrap();
    let citizens =
        |person: &export::Named| Some(export::Known { host_id: person.named.clone(), acting_for: None });
    let ask = json!(interlink::process::Command::from(read.command(model, citizens).unwrap()));
    let refused = town.refused("anna", None, "process.import", ask.clone());
    assert_eq!(refused.code, Code::RoleKindNotAdmitted, "in citizen sourcing, the government founds");
    let mut fewer = ask;
    fewer["people"].as_array_mut().unwrap().pop();
    fewer["governance"] = json!(town.model(Shipped::C2c));
    let refused = town.refused("anna", None, "process.import", fewer);
    assert_eq!((refused.code, refused.path.as_deref()), (Code::ImportPeople, Some("/data/people")));
    // For their administration, they may: one command, all of it or nothing.
    let city = town.found("anna", "city", "public_administration");
    for person in ["mayor@town.example", "clerk@town.example"] {
        town.act("anna", StreamId::from(city), "member.add", json!({"person": person}));
    }
    let officers = |person: &export::Named| {
        let acting_for = Some("city".parse().unwrap());
        Some(export::Known { host_id: person.named.clone(), acting_for })
    };
    let mut ask = json!(interlink::process::Command::from(read.command(model, officers).unwrap()));
    ask["acting_for"] = json!("city");
    let executed = town.act("anna", None, "process.import", ask);
    let types: Vec<&str> = executed.events.iter().map(|event| event.data.type_name()).collect();
    assert_eq!(
        types,
        ["process.created", "process.imported", "role.granted", "role.granted", "role.granted"],
        "the founder and two administrators"
    );
    town.engine.verify_all().unwrap();
}

/// A zip archive byte by byte: names, attributes and sizes as somebody with bad intent would write them.
fn forged(entries: &[(&[u8], &[u8], u32, u16)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content, attributes, flags) in entries {
        let crc = crc32(content);
        let (size, length) = (number(content.len()), short(name.len()));
        let at = number(archive.len());
        let mut common = Vec::new();
        common.extend([20, 0]);
        common.extend(flags.to_le_bytes());
        common.extend([0; 6]);
        common.extend([crc, size, size].iter().flat_map(|value| value.to_le_bytes()));
        common.extend(length.to_le_bytes());
        common.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(*name);
        archive.extend(*content);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&common);
        directory.extend([0; 6]);
        directory.extend(attributes.to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(*name);
    }
    let (at, length, count) = (number(archive.len()), number(directory.len()), short(entries.len()));
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].iter().flat_map(|value| value.to_le_bytes()));
    archive.extend([length, at].iter().flat_map(|value| value.to_le_bytes()));
    archive.extend([0, 0]);
    archive
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap()
}

fn short(length: usize) -> u16 {
    u16::try_from(length).unwrap()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[test]
fn archives_that_nobody_should_open_are_refused() {
    let plain = 0o100_644 << 16;
    let sound = forged(&[(b"a/b.txt", b"hello", plain, 0), ("ü.txt".as_bytes(), b"", plain, 0x0800)]);
    let files = Files::from_archive(&sound).unwrap();
    assert_eq!(files.get("a/b.txt"), Some(&b"hello"[..]), "the forger writes sound archives too");
    let link = 0o120_777 << 16;
    let refused: [(&str, &[u8], u32, u16, Code); 4] = [
        ("is empty", b"", plain, 0, Code::ArchiveName),
        ("ends early", b"a\0b", plain, 0, Code::ArchiveName),
        ("is a link", b"link", link, 0, Code::ArchiveKind),
        ("is encrypted", b"secret", plain, 1, Code::ArchiveKind),
    ];
    for (what, name, attributes, flags, code) in refused {
        let fault = Files::from_archive(&forged(&[(name, b"content", attributes, flags)])).unwrap_err();
        // An encrypted file may also be refused before its kind is seen.
        let damaged = flags == 1 && fault.code() == Code::ArchiveDamaged;
        assert!(fault.code() == code || damaged, "{what}: {fault}");
    }
    // Reading writes nothing to a disk, so a name may be any; writing does, so there it may not.
    for name in [&b"../evil"[..], b"a/../../evil", b"/etc/passwd", b"C:/evil", b"a\\..\\evil", b"a/./b"] {
        let files = Files::from_archive(&forged(&[(name, b"content", plain, 0)])).unwrap();
        assert_eq!(files.names().count(), 1);
        assert_eq!(files.to_archive().unwrap_err().code(), Code::ArchiveName);
        let folder = tempfile::TempDir::new().unwrap();
        assert_eq!(files.to_folder(&folder.path().join("in")).unwrap_err().code(), Code::FolderUnwritable);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    let twice = forged(&[(b"a", b"1", plain, 0), (b"a", b"2", plain, 0)]);
    assert_eq!(Files::from_archive(&twice), Err(ArchiveFault::Duplicate));
    for length in 0..sound.len() {
        let fault = Files::from_archive(&sound[..length]).unwrap_err();
        assert_eq!(fault.code(), Code::ArchiveDamaged, "cut after {length} bytes");
    }
    let mut changed = sound;
    changed[30 + 7] ^= 1;
    assert_eq!(Files::from_archive(&changed).unwrap_err().code(), Code::ArchiveDamaged, "its sum is wrong");
    let many: Vec<String> = (0..10_001).map(|nth| nth.to_string()).collect();
    let many: Vec<(&[u8], &[u8], u32, u16)> =
        many.iter().map(|name| (name.as_bytes(), &b""[..], plain, 0)).collect();
    assert_eq!(Files::from_archive(&forged(&many)).unwrap_err().code(), Code::ArchiveTooLarge);
}

#[test]
fn a_bomb_is_not_let_go_off() {
    // 500 MB of blanks, packed into half of one.
    let mut packer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for name in ["schema.json", "coproduction.json"] {
        packer.start_file(format!("processes_exported/bomb/{name}"), options).unwrap();
        for _ in 0..250 {
            packer.write_all(&vec![b' '; 1_000_000]).unwrap();
        }
    }
    let bomb = packer.finish().unwrap().into_inner();
    assert!(bomb.len() < 1_000_000);
    let fault = export::read(&bomb).unwrap_err();
    assert_eq!(fault.code(), Code::ArchiveTooLarge, "{fault}");
    // A file within the limit for files is still too large to be read as JSON.
    let mut files = yard();
    files.insert(format!("{FOLDER}schema.json"), vec![b' '; 20_000_000]);
    let fault = export::read(&files.to_archive().unwrap()).unwrap_err();
    assert_eq!(fault.code(), Code::JsonTooLarge, "{fault}");
}

#[test]
fn what_is_no_export_is_refused_with_the_place() {
    let with = |name: &str, text: &str| {
        let mut files = yard();
        files.insert(format!("{FOLDER}{name}"), text);
        export::read(&files.to_archive().unwrap()).unwrap_err()
    };
    let item =
        r#"{"id":"a","type":"phase","name":"A","description":"","status":"awaiting","prerequisites_ids":[]"#;
    for (name, text, code, path) in [
        ("coproduction.json", "[]", Code::ExportMalformed, ""),
        ("coproduction.json", "{}", Code::ExportMalformed, "/id"),
        ("coproduction.json", "{\"id\":", Code::JsonSyntax, "/id"),
        ("coproduction.json", r#"{"id":"a","id":"b"}"#, Code::JsonDuplicateKey, ""),
        ("schema.json", "{}", Code::ExportMalformed, ""),
        ("schema.json", "[3]", Code::ExportMalformed, "/0"),
        ("schema.json", &format!("[{item}}},{item}}}]"), Code::ExportMalformed, "/1/id"),
        ("schema.json", &format!("[{item},\"objectives\":{{}}}}]"), Code::ExportMalformed, "/0/objectives"),
        (
            "schema.json",
            &format!("[{item},\"objectives\":[{{}}]}}]"),
            Code::ExportMalformed,
            "/0/objectives/0/id",
        ),
    ] {
        let fault = with(name, text);
        let problem = Problem::from(&fault);
        assert_eq!((problem.code, problem.path.as_deref()), (code, Some(path)), "{name} {text}: {fault}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(with("schema.json", &deep).code(), Code::ExportMalformed, "no phase is a list");
    let (open, shut) = ("{\"a\":".repeat(100_000), "}".repeat(100_000));
    assert_eq!(
        with("coproduction.json", &format!("{open}1{shut}")).code(),
        Code::ExportMalformed,
        "it has no id"
    );
    let fault = with("coproduction.json", &format!("{open}1{}", "}".repeat(99_999)));
    assert_eq!(fault.code(), Code::JsonSyntax, "what is carried is JSON all the same");
    assert_eq!(export::read(b"no zip").unwrap_err().code(), Code::ArchiveDamaged);
    let empty = Files::default().to_archive().unwrap();
    assert_eq!(export::read(&empty).unwrap_err().code(), Code::ExportProcess);
    let mut two = yard();
    two.insert("processes_exported/another/schema.json", "[]");
    assert_eq!(export::read(&two.to_archive().unwrap()).unwrap_err().code(), Code::ExportProcess);
}

/// Any value that such a file may have.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9i32..9).prop_map(Value::from),
        prop_oneof![
            Just("someone@example.org"),
            Just("write to someone@example.org!"),
            Just(""),
            Just("awaiting"),
            Just("finished"),
            Just("https://example.org/x"),
            Just("é\u{7}"),
        ]
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-c~/]{1,2}|creator_id|name", inner, 0..3)
                .prop_map(|members| json!(members)),
        ]
    })
}

/// Every place in a value.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                all.push(at.clone());
                places(value, &at, all);
            }
        }
        Value::Array(values) => {
            for (nth, value) in values.iter().enumerate() {
                places(value, &format!("{at}/{nth}"), all);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever stands in any field: what is taken in goes out as it was.
    #[test]
    fn nothing_is_lost(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any_value(), any::<bool>()), 0..6)
    ) {
        let mut files = yard();
        for (place, value, which) in changes {
            let name = format!("{FOLDER}{}", if which { "schema.json" } else { "coproduction.json" });
            let mut whole: Value = serde_json::from_slice(files.get(&name).unwrap()).unwrap();
            let mut all = Vec::new();
            places(&whole, "", &mut all);
            let Some(slot) = whole.pointer_mut(&all[place.index(all.len())]) else { continue };
            *slot = value;
            files.insert(name, whole.to_string());
        }
        fuzz::exported(&files.to_archive().unwrap());
    }
}

#[test]
fn a_store_file_keeps_an_import() {
    let folder = tempfile::TempDir::new().unwrap();
    let url = format!("sqlite:{}", folder.path().join("imported.sqlite").display());
    let read = read(&yard());
    let process = fuzz::imported(&Engine::open(&url).unwrap(), &read);
    let engine = Engine::open(&url).unwrap();
    engine.verify_all().unwrap();
    let (town, here, _) = imported();
    assert_eq!(process, here);
    assert_eq!(engine.process(process).unwrap().process(), town.engine.process(process).unwrap().process());
    let bundle = engine.export_bundle(process, true).unwrap();
    let other = Engine::open("memory:").unwrap();
    other.import_bundle(bundle.as_bytes()).unwrap();
    let out = |engine: &Engine| {
        export::write(engine, process, |sha256| read.files.get(sha256).cloned()).unwrap().archive
    };
    assert_eq!(out(&other), out(&engine), "a bundle takes the export along");
}

#[test]
fn the_engine_keeps_what_a_process_is_made_of() {
    let (town, read) = (Town::new(), read(&yard()));
    let (view, files) = town.engine.add_archive(&yard().to_archive().unwrap()).unwrap();
    assert_eq!(view.import, read.import.id());
    assert_eq!(town.engine.document(view.import).unwrap().as_str().as_bytes(), read.import.bytes());
    assert_eq!(files, read.files);
    assert_eq!(view.files.len(), files.len());
    assert!(view.files.iter().all(|file| files.get(&file.sha256).unwrap().len() as u64 == file.size));
    let named = |administrator| view.people.iter().any(|person| person.administrator == administrator);
    assert!(named(true) && named(false));
    let error = town.engine.add_archive(b"no zip").unwrap_err();
    assert_eq!((error.code(), error.kind()), (Code::ArchiveDamaged, interlink::kernel::Kind::Malformed));
}

/// Other languages have the door and nothing else: what goes in and out there is what goes in and out here.
#[test]
fn archives_go_through_the_door_as_text() {
    let town = Town::new();
    let ask = |request: Value| -> Value {
        serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap()
    };
    let archive = yard().to_archive().unwrap();
    let text = |bytes: &[u8]| Base64::from(bytes.to_vec()).to_string();
    let read = ask(json!({"add_archive": {"archive": text(&archive)}}))["ok"].clone();
    let native = export::read(&archive).unwrap();
    assert_eq!(read["import"], json!(native.import.id()));
    let files = read["files"].as_array().unwrap();
    assert_eq!(files.len(), native.files.len());
    for file in files {
        let bytes: Base64 = file["content"].as_str().unwrap().parse().unwrap();
        assert_eq!(file["sha256"], json!(interlink::types::FileDigest::of(bytes.as_bytes())));
        assert_eq!(file["size"], json!(bytes.as_bytes().len()));
    }
    let process = fuzz::imported(&town.engine, &native);
    let contents: Vec<&Value> = files.iter().map(|file| &file["content"]).collect();
    let written = ask(json!({"write_archive": {"process": process, "files": contents}}))["ok"].clone();
    let natively = export::write(&town.engine, process, |sha256| native.files.get(sha256).cloned()).unwrap();
    assert_eq!(written["archive"], json!(text(&natively.archive)));
    let without = ask(json!({"write_archive": {"process": process}}))["ok"].clone();
    assert_eq!(without["report"]["anomalies"][0]["code"], "anomaly.not_exported");
    // More than a command may have is taken, since a zip has more.
    let large = ask(json!({"add_archive": {"archive": text(&vec![0; 2 << 20])}}));
    assert_eq!(large["problem"]["code"], "archive.damaged");
    let wrong = ask(json!({"write_archive": {"process": process, "files": ["x"]}}));
    assert_eq!(
        (&wrong["problem"]["code"], &wrong["problem"]["path"]),
        (&json!("bytes.malformed"), &json!("/write_archive/files/0"))
    );
}

/// The dates of the other system are its word: shown as that, kept through a file and a bundle, and never the record's own.
#[test]
fn what_the_platform_dated_is_kept_as_its_claim() {
    let (town, process, read) = imported();
    let made = "2023-05-04T10:11:12.123Z";
    let document = serde_json::to_value(read.import.document()).unwrap();
    assert!(document["assets"].as_array().unwrap().iter().all(|asset| asset["claimed_created"] == made));
    let request = json!({"assets": {"process": process, "actor": "mayor@town.example", "at": "2024-01-01T00:00:00.000Z"}});
    let shown: Value = serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap();
    let assets = shown["ok"]["assets"].as_array().unwrap();
    assert_eq!(assets.len(), 2);
    for asset in assets {
        assert_eq!(asset["claimed_created"], made);
        assert!(asset["versions"][0]["at"].as_str().unwrap() > made, "recorded when it was brought");
    }
}

/// Who brings a list from elsewhere says when tasks were begun and finished there; the dates go with the status.
#[test]
fn tasks_keep_the_dates_that_an_import_names() {
    let town = Town::new();
    let import = |standing: Value| {
        json!({
            "document": "import", "id": "row-1", "language": "en", "name": {"en": "A garden"}, "people": 0,
            "statuses": [standing],
            "template": {
                "document": "template", "id": "row-1", "name": {"en": "A garden"}, "version": 1,
                "phases": [{"key": "p", "name": {"en": "Plan"}, "objectives": [{
                    "key": "o", "name": {"en": "Meet"}, "tasks": [{"key": "t", "name": {"en": "Invite"}}],
                }]}],
            },
        })
    };
    let add = |standing: Value| -> Value {
        let request = json!({"add_document": import(standing)}).to_string();
        serde_json::from_str(&town.engine.request(request.as_bytes())).unwrap()
    };
    let [began, ended] = ["2024-03-01T09:00:00.000Z", "2024-04-01T09:00:00.000Z"];
    for wrong in [
        json!({"item": "t", "status": "in_progress", "claimed_finished": ended}),
        json!({"item": "t", "claimed_started": began}),
        json!({"item": "t", "status": "finished", "claimed_started": ended, "claimed_finished": began}),
        json!({"item": "p", "claimed_started": began}),
    ] {
        assert_eq!(add(wrong)["problem"]["code"], "import.invalid");
    }
    let right =
        json!({"item": "t", "status": "finished", "claimed_started": began, "claimed_finished": ended});
    let kept = add(right)["ok"]["document"].clone();
    let governance = town.model(Shipped::C2c);
    let ask = json!({"governance": governance, "import": kept, "people": []});
    let process = town.act("anna", None, "process.import", ask).process().unwrap();
    let tree = serde_json::to_value(town.engine.tree(process, None, AsOf::Now).unwrap()).unwrap();
    let task = &tree["phases"][0]["children"][0]["children"][0];
    assert_eq!(
        [&task["claimed_started"], &task["claimed_finished"], &task["status"]],
        [began, ended, "finished"]
    );
    assert!(tree["phases"][0].get("claimed_started").is_none());
    town.engine.verify_all().unwrap();
}
