//! The INTERLINK platform's exports as people have them, and its importer, which takes every export that is written here.
//!
//! `importer.py` does step by step what the platform's importer does, in another language and with another zip library, and
//! ends where that ends. `zips.py` packs exports as other programs do. Both need nothing but Python.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::process::{Command as Program, Stdio};

use interlink::governance::Shipped;
use interlink::interop::interlink::{Files, Mode, export, read, shipped};
use interlink::journal::StreamId;
use interlink::problem::Code;
use interlink::types::{FileDigest, Key, ProcessId};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use testkit::{Town, fuzz, small_template};

/// Runs one of the Python files; `None` where there is no Python.
fn python(program: &str, input: Vec<u8>) -> Option<Vec<u8>> {
    let child =
        Program::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        eprintln!("SKIPPED: there is no python3");
        return None;
    };
    let mut to = child.stdin.take()?;
    let writer = std::thread::spawn(move || to.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    Some(output.stdout)
}

/// What the importer creates of each archive, or how it ends.
fn taken(archives: &[Vec<u8>]) -> Option<Vec<Value>> {
    let parts = archives.iter().flat_map(|archive| [&archive.len().to_le_bytes()[..], archive].concat());
    let said = python(include_str!("importer.py"), parts.collect())?;
    let lines = String::from_utf8(said).unwrap();
    Some(lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn zips() -> Option<BTreeMap<String, Vec<u8>>> {
    let packed = python(include_str!("zips.py"), Vec::new())?;
    let (mut rest, mut parts) = (&packed[..], Vec::new());
    while let Some((length, after)) = rest.split_first_chunk() {
        let (part, after) = after.split_at(u64::from_le_bytes(*length).try_into().unwrap());
        parts.push(part.to_vec());
        rest = after;
    }
    Some(parts.chunks(2).map(|pair| (String::from_utf8(pair[0].clone()).unwrap(), pair[1].clone())).collect())
}

/// An export that was read, as a process in a store, written again.
fn written(name: &str, archive: &[u8]) -> (export::Export, export::Written) {
    let read = export::read(archive).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    let town = Town::new();
    let process = fuzz::imported(&town.engine, &read);
    let written = export::write(&town.engine, process, |sha256| read.files.get(sha256).cloned());
    (read, written.unwrap_or_else(|fault| panic!("{name}: {fault}")))
}

#[test]
fn exports_are_read_as_people_have_them_and_written_as_the_platform_takes_them() {
    let Some(zips) = zips() else { return };
    let mut again = Vec::new();
    for (name, archive) in &zips {
        let (read, written) = written(name, archive);
        let circle = name.starts_with("a circle");
        assert_eq!(read.import.template().unwrap().counts()[..2], [1, 1], "{name}");
        if !circle {
            assert_eq!(read.import.document().assets.len(), 1, "{name}");
            assert_eq!(
                read.import.document().files.iter().filter(|file| file.asset.is_some()).count(),
                1,
                "{name}"
            );
            assert!(read.report.anomalies.is_empty(), "{name}: {:?}", read.report);
            let deep = name.contains("too deep");
            let gone = written.report.anomalies.iter().find(|anomaly| anomaly.repair == "It was left out.");
            assert_eq!(gone.is_some(), deep, "{name}: {gone:?}");
        }
        for file in Files::from_archive(&written.archive).unwrap().names() {
            assert!(Files::is_safe(file), "{name}: {file}");
        }
        again.push(written.archive);
    }
    let Some(said) = taken(&again) else { return };
    for ((name, _), said) in zips.iter().zip(&said) {
        assert!(said.get("ok").is_some(), "{name}: {said}");
        assert_eq!(
            said["ok"]["assets"].as_array().unwrap().len(),
            usize::from(!name.starts_with("a circle")),
            "{name}"
        );
    }
    assert_eq!(said.len(), zips.len());
}

#[test]
fn names_are_read_in_the_code_that_they_were_written_in() {
    let Some(zips) = zips() else { return };
    for name in ["code page 437", "UTF-8 that is not said", "UTF-8 that is said"] {
        let read = export::read(&zips[name]).unwrap();
        let file = read.import.document().files.iter().find(|file| file.asset.is_some()).unwrap();
        assert!(file.path.ends_with(".perché.docx"), "{name}: {}", file.path);
    }
}

/// Carried as text: the very signs, and never a refusal.
#[test]
fn what_is_only_carried_may_be_any_json() {
    let Some(zips) = zips() else { return };
    for (name, pieces) in [
        ("a fraction", vec!["\"rating\":4.5".to_owned(), "\"share\":0.001".to_owned()]),
        (
            "a number beyond 2^53",
            vec![format!("\"ratings_count\":{}", 1_u64 << 60), "\"less\":-1180591620717411303424".to_owned()],
        ),
        ("nested deep", vec![format!("{}{{\"a\": [1.5, \"b\"]}}{}", "[".repeat(369), "]".repeat(369))]),
    ] {
        let (_, written) = written(name, &zips[name]);
        let files = Files::from_archive(&written.archive).unwrap();
        let (_, said) = files.iter().find(|(name, _)| name.ends_with("/coproduction.json")).unwrap();
        let said = std::str::from_utf8(said).unwrap();
        for piece in pieces {
            assert!(said.contains(&piece), "{name}: {} …", piece.chars().take(80).collect::<String>());
        }
        export::read(&written.archive).unwrap();
    }
}

/// What nobody looks into must not carry a person into the record.
#[test]
fn nobody_is_named_in_a_piece_that_nobody_reads() {
    for inside in [r#""ada@town.example""#, r#""ada\u0040town.example""#, r#"{"creator_id": "account-ada"}"#]
    {
        let deep = format!("{}{inside}{}", "[".repeat(60), "]".repeat(60));
        let about = format!(r#"{{"id": "p", "name": "P", "language": "it", "extra": {deep}}}"#);
        let files: Files = [
            ("processes_exported/p/coproduction.json", about),
            ("processes_exported/p/schema.json", "[]".into()),
        ]
        .into_iter()
        .collect();
        let read = export::read(&files.to_archive().unwrap()).unwrap();
        let record = String::from_utf8(read.import.bytes().to_vec()).unwrap();
        assert!(!record.contains("ada"), "{record}");
        let codes: Vec<Code> = read.report.anomalies.iter().map(|anomaly| anomaly.code).collect();
        assert_eq!(codes, [Code::AnomalyPersonal]);
    }
}

#[test]
fn of_a_circle_one_link_is_left_out_and_written_back() {
    let Some(zips) = zips() else { return };
    for (name, links) in [
        ("a circle of two", 1),
        ("a circle behind another wait", 2),
        ("a circle through the tree", 0),
        ("a circle of one", 0),
    ] {
        let (read, written) = written(name, &zips[name]);
        let codes: Vec<Code> = read.report.anomalies.iter().map(|anomaly| anomaly.code).collect();
        assert_eq!(codes, [Code::AnomalyCycle], "{name}");
        let tasks = &read.import.document().template.as_ref().unwrap().phases[0].objectives[0].tasks;
        assert_eq!(tasks.iter().map(|task| task.prerequisites.len()).sum::<usize>(), links, "{name}");
        let waits = |archive: &[u8]| -> Value {
            let files = Files::from_archive(archive).unwrap();
            let (_, schema) = files.iter().find(|(name, _)| name.ends_with("/schema.json")).unwrap();
            let schema: Value = serde_json::from_slice(schema).unwrap();
            let tasks = schema[0]["objectives"][0]["tasks"].as_array().unwrap().clone();
            tasks.iter().map(|task| task["prerequisites_ids"].clone()).collect()
        };
        assert_eq!(waits(&written.archive), waits(&zips[name]), "{name}");
    }
}

/// The importer ends, or creates something twice, where the platform's does: else it would prove nothing.
#[test]
fn the_double_of_the_importer_ends_where_the_importer_ends() {
    let Some(zips) = zips() else { return };
    let sound = Files::from_archive(&zips["streamed"]).unwrap();
    let (base, about, schema) = ("processes_exported/Il_parco/", "coproduction.json", "schema.json");
    let changed = |file: &str, change: &dyn Fn(&mut Value)| {
        let mut files = sound.clone();
        let name = format!("{base}{file}");
        let mut value: Value = serde_json::from_slice(files.get(&name).unwrap()).unwrap();
        change(&mut value);
        files.insert(name, value.to_string());
        files.to_archive().unwrap()
    };
    let without = |part: &str| {
        let kept = sound.iter().filter(|(name, _)| !name.contains(part));
        kept.collect::<Files>().to_archive().unwrap()
    };
    let asset = "/0/objectives/0/tasks/0/assets/0";
    let spoilt = [
        changed(about, &|v| v["language"] = json!("fr")),
        changed(about, &|v| v["logotype"] = Value::Null),
        changed(schema, &|v| v[0]["description"] = Value::Null),
        changed(schema, &|v| v.pointer_mut(asset).unwrap()["internal_link"] = Value::Null),
        changed(schema, &|v| v.pointer_mut(asset).unwrap()["type"] = json!("note")),
        without(".png"),
        without("/assets/"),
    ];
    let Some(said) = taken(&spoilt) else { return };
    assert!(said.iter().all(|said| said.get("ended").is_some()), "{said:#?}");
    let Some(said) = taken(&[sound.to_archive().unwrap()]) else { return };
    assert!(said[0].get("ok").is_some(), "{said:#?}");
}

/// The knowledge resource that an asset was made of is in what is written, so that the platform finds it again: by its name,
/// in the process's language.
#[test]
fn what_an_asset_was_made_of_goes_to_the_platform_and_comes_back() {
    let town = Town::new();
    let catalogue = read(&shipped(), Mode::Strict).unwrap().catalogue;
    let catalogue = town.engine.add_document(catalogue).unwrap();
    let template = town.template(&small_template());
    let data = json!({
        "name": {"it": "Il parco"}, "language": "it", "governance": town.model(Shipped::C2c), "template": template,
        "catalogue": catalogue,
    });
    let StreamId::Process(process) = town.act("anna", None, "process.create", data).stream else { panic!() };
    let file =
        json!({"file": {"media_type": "text/plain", "sha256": FileDigest::of(BYTES), "size": BYTES.len()}});
    for (task, made_of) in [("invite", Some("our-agreement")), ("agree", None)] {
        let mut data =
            json!({"item": town.item(process, task), "title": {"it": "Il patto"}, "content": file});
        if let Some(made_of) = made_of {
            data["interlinker"] = json!(made_of);
        }
        town.act("anna", StreamId::from(process), "asset.add", data);
    }
    let written = export::write(&town.engine, process, |_| Some(BYTES.to_vec())).unwrap();
    assert!(written.report.anomalies.is_empty(), "{:?}", written.report);
    let made_of = |archive: &[u8]| -> Vec<(Value, Value)> {
        let files = Files::from_archive(archive).unwrap();
        let (_, schema) = files.iter().find(|(name, _)| name.ends_with("/schema.json")).unwrap();
        let schema: Value = serde_json::from_slice(schema).unwrap();
        let tasks = schema[0]["objectives"][0]["tasks"].as_array().unwrap().clone();
        let asset = |task: &Value| task["assets"][0].clone();
        tasks
            .iter()
            .map(asset)
            .map(|asset| (asset["knowledgeinterlinker_id"].clone(), asset["knowledgeinterlinker"].clone()))
            .collect()
    };
    let resource = json!({"id": "our-agreement", "name": "Il nostro accordo"});
    let expected = [(json!("our-agreement"), resource), (Value::Null, Value::Null)];
    assert_eq!(made_of(&written.archive), expected);
    // Read again it is known, also where no catalogue has it; and it is written once more.
    let (read, again) = self::written("made of a resource", &written.archive);
    let known: Vec<Option<&str>> = read
        .import
        .document()
        .assets
        .iter()
        .map(|asset| asset.interlinker.as_ref().map(Key::as_str))
        .collect();
    assert_eq!(known, [Some("our-agreement"), None]);
    assert_eq!(made_of(&again.archive), expected);

    let Some(said) = taken(&[written.archive, again.archive]) else { return };
    for said in &said {
        let assets = said["ok"]["assets"].as_array().unwrap_or_else(|| panic!("{said}"));
        let made_of: Vec<&Value> = assets.iter().map(|asset| &asset["made_of"]).collect();
        assert_eq!(made_of, [&json!("Il nostro accordo"), &Value::Null]);
    }
}

fn any_title() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Plan",
            "Plan.docx",
            "verbale 12:30.docx",
            "a/b",
            "..",
            ".docx",
            "Chi viene / chi no",
            "CON",
            "“x”",
            "🌳",
            "x.tar.gz",
            "Qué hacer?",
            "Ēnas un dārzi",
            "a.b.c.d",
            "-",
            "00000000-0000-0000-0000-000000000000.pdf",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,90}",
    ]
}

/// A process that anybody may make: its name, its language, and of each task a title, what it has and what is known of it.
fn any_process() -> impl Strategy<Value = (String, &'static str, Vec<(String, u8, u8)>)> {
    let languages =
        prop::sample::select(vec!["en", "it", "es", "lv", "fr", "es-ES", "pt-BR", "zh-Hant", "de"]);
    let task = (any_title(), any::<u8>(), any::<u8>());
    (any_title(), languages, prop::collection::vec(task, 0..6))
}

const BYTES: &[u8] = b"who comes";

/// What the importer should create of a process: by the name of each task what is kept of it, and how many assets.
#[derive(Default)]
struct Expected {
    items: usize,
    kept: Vec<(String, Value)>,
    assets: usize,
    files_lost: usize,
}

fn made(
    town: &Town,
    (name, language, tasks): &(String, &str, Vec<(String, u8, u8)>),
) -> Option<(ProcessId, Expected)> {
    let template = town.template(&small_template());
    let data = json!({
        "name": {*language: name}, "language": language, "governance": town.model(Shipped::C2c), "template": template,
    });
    let StreamId::Process(process) = town.try_do("anna", None, "process.create", data).ok()?.stream else {
        return None;
    };
    let stream = StreamId::from(process);
    let act = |kind: &str, data: Value| town.try_do("anna", stream, kind, data).ok();
    let view = town.engine.process(process).unwrap();
    let phase = view.process().tree().phases().next()?.id();
    let parent = view.process().tree().items().find(|item| item.kind().to_string() == "objective")?.id();
    act("item.edit", json!({"item": phase, "codelivery": true}))?;
    let mut expected = Expected { items: view.process().tree().len(), ..Expected::default() };
    for (nth, (title, has, known)) in tasks.iter().enumerate() {
        let profiles: Vec<&str> = if known & 1 > 0 { vec!["P1", "P2"] } else { Vec::new() };
        let name = format!("Task {nth}");
        let data = json!({"kind": "task", "parent": parent, "name": {*language: &name}, "problem_profiles": profiles});
        act("item.add", data)?;
        expected.items += 1;
        let view = town.engine.process(process).unwrap();
        let item = view.process().tree().items().last()?.id();
        let mut kept =
            json!({"problemprofiles": if profiles.is_empty() { Value::Null } else { json!(profiles) }});
        for (field, value) in [("start_date", json!("2026-03-02")), ("end_date", json!("2026-03-09"))] {
            kept[field] = if known & 2 > 0 { value } else { Value::Null };
        }
        if known & 2 > 0 {
            act("item.schedule", json!({"item": item, "start": "2026-03-02", "end": "2026-03-09"}))?;
        }
        for (field, points) in [("management", 10), ("development", 20), ("exploitation", 30)] {
            kept[field] = if known & 4 > 0 { json!(points) } else { Value::Null };
        }
        if known & 4 > 0 {
            act(
                "task.estimate",
                json!({"item": item, "complexity": {"management": 10, "development": 20, "exploitation": 30}}),
            )?;
        }
        let add = |content: Value| {
            act("asset.add", json!({"item": item, "title": {*language: title}, "content": content}))
        };
        let there = FileDigest::of(BYTES);
        let lost = FileDigest::of(b"lost");
        let file =
            |sha256: FileDigest| json!({"file": {"media_type": "text/plain", "sha256": sha256, "size": 9}});
        if has & 1 > 0 {
            expected.assets += usize::from(add(file(there)).is_some());
        }
        if has & 2 > 0 {
            expected.files_lost += usize::from(add(file(lost)).is_some());
        }
        if has & 4 > 0 {
            expected.assets += usize::from(add(json!({"link": {"uri": "https://example.org"}})).is_some());
        }
        if known & 8 > 0 {
            act("item.disable", json!({"item": item}))?;
        }
        expected.kept.push((name, kept));
    }
    Some((process, expected))
}

/// Whatever process is made here: the importer takes it, creates each thing once, and keeps what it can keep.
#[test]
fn the_platform_takes_whatever_is_made_here() {
    let mut runner = TestRunner::deterministic();
    let (mut archives, mut expectations) = (Vec::new(), Vec::new());
    while archives.len() < 96 {
        let process = any_process().new_tree(&mut runner).unwrap().current();
        let town = Town::new();
        let Some((id, expected)) = made(&town, &process) else { continue };
        let there = FileDigest::of(BYTES);
        let written =
            export::write(&town.engine, id, |sha256| (*sha256 == there).then(|| BYTES.to_vec())).unwrap();
        assert_eq!(written.report.anomalies.len(), expected.files_lost, "{process:?}: {:?}", written.report);
        assert!(written.report.anomalies.iter().all(|anomaly| anomaly.code == Code::AnomalyNotExported));
        let back = export::read(&written.archive).unwrap();
        assert_eq!(back.import.document().language.as_str(), process.1, "the true language comes back");
        archives.push(written.archive);
        expectations.push((process, expected));
    }
    let languages: BTreeSet<&str> = expectations.iter().map(|(process, _)| process.1).collect();
    assert_eq!(languages.len(), 9, "every language is tried");
    let Some(said) = taken(&archives) else { return };
    for ((process, expected), said) in expectations.iter().zip(&said) {
        let Some(created) = said.get("ok") else { panic!("{process:?}: {said}") };
        assert_eq!(created["items"].as_array().unwrap().len(), expected.items, "{process:?}");
        assert_eq!(created["items"][0]["is_part_of_codelivery"], true, "{process:?}");
        let assets = created["assets"].as_array().unwrap();
        assert_eq!(assets.len(), expected.assets, "{process:?}: {assets:?}");
        let files = assets.iter().filter(|asset| asset.get("file").is_some());
        assert!(files.clone().all(|file| file["bytes"] == BYTES.len()), "{assets:?}");
        for (name, kept) in &expected.kept {
            let task =
                created["items"].as_array().unwrap().iter().find(|item| item["name"] == **name).unwrap();
            for (field, value) in kept.as_object().unwrap() {
                assert_eq!(task[field], *value, "{name}: {field}");
            }
        }
    }
}
