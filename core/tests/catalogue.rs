//! The INTERLINK catalogue: the shipped one, the official one where it is there, and what can be wrong with one.
#![cfg(test)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use interlink::interop::interlink::{CatalogueFault, Files, Mode, Reading, read, shipped, write};
use interlink::problem::Code;
use interlink::process::{Needs, Template};
use interlink::types::Language;
use serde_json::{Value, json};

/// The official catalogue, if it is beside the project.
fn official() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/interlink");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no official INTERLINK catalogue at {}", folder.display());
    None
}

#[test]
fn the_shipped_catalogue_has_no_anomaly() {
    let reading = read(&shipped(), Mode::Strict).unwrap();
    assert!(reading.report.unread.is_empty());
    let template = &reading.templates[0];
    assert_eq!(template.counts(), [4, 9, 21]);
    let languages: Vec<&str> = template.document().languages.iter().map(Language::as_str).collect();
    assert_eq!(languages, ["en", "it"]);
    let phases: Vec<&str> = template.document().phases.iter().map(|phase| phase.key.as_str()).collect();
    assert_eq!(phases, ["gather", "shape", "make", "last"], "file names would order them otherwise");
    assert_eq!(reading.catalogue.document().problem_profiles.len(), 6);
}

#[test]
fn the_official_catalogue_is_read_whole() {
    let Some(folder) = official() else { return };
    let files = Files::from_folder(&folder).unwrap();
    let Reading { catalogue, templates, report } = read(&files, Mode::Repair).unwrap();
    let counts: BTreeMap<&str, [usize; 3]> =
        templates.iter().map(|t| (t.document().id.as_str(), t.counts())).collect();
    let expected =
        [("default", [4, 17, 51]), ("hackathon", [4, 10, 30]), ("servicedescriptionenhancement", [4, 9, 16])];
    assert_eq!(counts, expected.into());
    assert_eq!(catalogue.document().problem_profiles.len(), 45);
    // Every list of prerequisites fails the official JSON Schema: one for each of 12 phases, 36 objectives and
    // 97 tasks. The profiles' last text is empty in Spanish and absent in two languages. No author is named.
    // In the 64 interlinkers: 138 texts are empty and 21 say “None”, 60 lack a language, 21 values are paths in
    // one string, 119 files are not there, and 38 resources are held by a software that is not there.
    let expected = [
        (Code::AnomalyListForObject, 12 + 36 + 97),
        (Code::AnomalyTextEmpty, 45 + 3 + 138),
        (Code::AnomalyTextNone, 21),
        (Code::AnomalyTranslationMissing, 45 * 2 + 60),
        (Code::AnomalyEnumFused, 21),
        (Code::AnomalyDanglingReference, 119 + 38),
    ];
    assert_eq!(report.counts(), expected.into_iter().collect::<BTreeMap<_, _>>());
    assert_eq!(report.unread, ["LICENSE"], "JSON Schemas beside the files are carried");
    let order = |nth: usize| -> Vec<&str> {
        let template: &Template = &templates[nth];
        template.document().phases.iter().map(|phase| phase.key.as_str()).collect()
    };
    assert_eq!(order(0), ["phase-engage", "phase-design", "phase-build", "phase-sustain"]);
    assert_eq!(order(2), ["phase-engage", "phase-design", "phase-run", "phase-refine"]);
    let default = templates[0].document();
    assert!(!default.phases[1].codelivery && default.phases[2].codelivery);
    let needs = |needs: Needs| {
        let objectives = default.phases.iter().flat_map(|phase| &phase.objectives);
        let tasks = objectives.clone().flat_map(|objective| &objective.tasks);
        let all = default.phases.iter().map(|p| &p.prerequisites).chain(objectives.map(|o| &o.prerequisites));
        all.chain(tasks.map(|t| &t.prerequisites)).flatten().filter(|p| p.needs == needs).count()
    };
    assert_eq!((needs(Needs::Finished), needs(Needs::Previous)), (3, 47));
    match read(&files, Mode::Strict).unwrap_err() {
        CatalogueFault::Anomalous(strict) => assert_eq!(strict, report),
        CatalogueFault::Empty | CatalogueFault::Invalid(_) => panic!("it is not empty"),
    }
    // Nothing of the texts is lost: what goes in comes out in all its languages.
    let file: Value =
        serde_json::from_slice(files.get("schemas/default/phases/engage.json").unwrap()).unwrap();
    for (tag, text) in file["objectives"][0]["tasks"][0]["description_translations"].as_object().unwrap() {
        let task = &default.phases[0].objectives[0].tasks[0];
        assert_eq!(task.description.as_ref().unwrap().get(&tag.parse().unwrap()), text.as_str());
    }
}

/// A catalogue of one schema with one phase, to be spoilt.
fn small() -> (Value, Value, Value) {
    let text = |text: &str| json!({"en": text, "it": text});
    let metadata = json!({
        "id": "small", "name_translations": text("Small"), "description_translations": text("A small one."),
        "tags_translations": {"en": ["small"]}, "author": "Somebody", "licence": "permissive", "languages": ["en", "it"],
        "environments": ["varam"],
    });
    let task = |id: &str| {
        json!({
            "id": id, "prerequisites": {}, "name_translations": text(id), "description_translations": text(id),
            "problemprofiles": [],
        })
    };
    let phase = json!({
        "id": "phase", "prerequisites": {}, "name_translations": text("Phase"), "description_translations": text("Phase"),
        "is_part_of_codelivery": true, "objectives": [{
            "id": "objective", "prerequisites": {}, "name_translations": text("O"), "description_translations": text("O"),
            "problemprofiles": ["P1"], "tasks": [task("one"), task("two")],
        }],
    });
    let profiles = json!([{
        "id": "P1", "name_translations": text("P"), "description_translations": text("P"),
        "functionality_translations": text("P"),
    }]);
    (metadata, phase, profiles)
}

fn files((metadata, phase, profiles): &(Value, Value, Value)) -> Files {
    [
        ("schemas/small/metadata.json".to_owned(), metadata.to_string()),
        ("schemas/small/phases/phase.json".to_owned(), phase.to_string()),
        ("problemprofiles.json".to_owned(), profiles.to_string()),
    ]
    .into_iter()
    .collect()
}

type Spoil = fn(&mut (Value, Value, Value));

const PHASE: &str = "schemas/small/phases/phase.json";
const METADATA: &str = "schemas/small/metadata.json";

fn task(phase: &mut Value, nth: usize) -> &mut Value {
    &mut phase["objectives"][0]["tasks"][nth]
}

/// Each anomaly: how it comes, its code, and its file and pointer.
const CASES: &[(Spoil, Code, &str, &str)] = &[
    (
        |c| task(&mut c.1, 1)["prerequisites"] = json!([{"item": "one", "type": "previous"}]),
        Code::AnomalyListForObject,
        PHASE,
        "/objectives/0/tasks/1/prerequisites",
    ),
    (
        |c| drop(task(&mut c.1, 0)["name_translations"].as_object_mut().unwrap().remove("it")),
        Code::AnomalyTranslationMissing,
        PHASE,
        "/objectives/0/tasks/0/name_translations",
    ),
    (
        |c| drop(c.1.as_object_mut().unwrap().remove("name_translations")),
        Code::AnomalyTranslationMissing,
        PHASE,
        "/name_translations",
    ),
    (
        |c| task(&mut c.1, 1)["prerequisites"] = json!({"item": "nowhere", "type": "previous"}),
        Code::AnomalyDanglingReference,
        PHASE,
        "/objectives/0/tasks/1/prerequisites",
    ),
    (
        |c| c.1["objectives"][0]["problemprofiles"] = json!(["P9"]),
        Code::AnomalyDanglingReference,
        PHASE,
        "/objectives/0/problemprofiles/0",
    ),
    (|c| task(&mut c.1, 1)["id"] = json!("one"), Code::AnomalyDuplicateId, PHASE, "/objectives/0/tasks/1/id"),
    (
        |c| task(&mut c.1, 1)["id"] = json!("objective"),
        Code::AnomalyDuplicateId,
        PHASE,
        "/objectives/0/tasks/1/id",
    ),
    (|c| c.2 = json!([c.2[0], c.2[0]]), Code::AnomalyDuplicateId, "problemprofiles.json", "/1/id"),
    (|c| task(&mut c.1, 1)["id"] = json!(7), Code::AnomalyIdMalformed, PHASE, "/objectives/0/tasks/1/id"),
    (
        |c| task(&mut c.1, 1)["problemprofiles"] = json!(["P1", "P1"]),
        Code::AnomalyDuplicateReference,
        PHASE,
        "/objectives/0/tasks/1/problemprofiles/1",
    ),
    (
        |c| task(&mut c.1, 1)["prerequisites"] = json!({"item": "one", "status": "half"}),
        Code::AnomalyPrerequisiteForm,
        PHASE,
        "/objectives/0/tasks/1/prerequisites",
    ),
    (
        |c| task(&mut c.1, 1)["prerequisites"] = json!({"item": "two", "status": "finished"}),
        Code::AnomalyCycle,
        PHASE,
        "/objectives/0/tasks/1/prerequisites",
    ),
    (
        |c| task(&mut c.1, 1)["prerequisites"] = json!({"item": "phase", "status": "finished"}),
        Code::AnomalyCycle,
        PHASE,
        "/objectives/0/tasks/1/prerequisites",
    ),
    (
        |c| task(&mut c.1, 0)["description_translations"]["it"] = json!(""),
        Code::AnomalyTextEmpty,
        PHASE,
        "/objectives/0/tasks/0/description_translations/it",
    ),
    (
        |c| task(&mut c.1, 0)["description_translations"]["it"] = json!("None"),
        Code::AnomalyTextNone,
        PHASE,
        "/objectives/0/tasks/0/description_translations/it",
    ),
    (
        |c| task(&mut c.1, 0)["description_translations"]["xx"] = json!("?"),
        Code::AnomalyLanguageUnknown,
        PHASE,
        "/objectives/0/tasks/0/description_translations/xx",
    ),
    (
        |c| task(&mut c.1, 0)["colour"] = json!("blue"),
        Code::AnomalyUnknownField,
        PHASE,
        "/objectives/0/tasks/0/colour",
    ),
    (|c| c.0["environments"] = json!(["varam;mef"]), Code::AnomalyEnumFused, METADATA, "/environments/0"),
    (|c| c.0["licence"] = json!("permissive;copyleft"), Code::AnomalyEnumFused, METADATA, "/licence"),
    (|c| c.0["licence"] = json!("free"), Code::AnomalyEnumUnknown, METADATA, "/licence"),
    (|c| c.0["author"] = json!(""), Code::AnomalyTextEmpty, METADATA, "/author"),
    (
        |c| c.0["languages"] = json!(["en", "it", "klingon!"]),
        Code::AnomalyLanguageUnknown,
        METADATA,
        "/languages",
    ),
    (
        |c| c.1["is_part_of_codelivery"] = json!("yes"),
        Code::AnomalyMalformed,
        PHASE,
        "/is_part_of_codelivery",
    ),
    (
        |c| c.1["objectives"][0]["tasks"][1] = json!("two"),
        Code::AnomalyMalformed,
        PHASE,
        "/objectives/0/tasks/1",
    ),
    (|c| c.1["objectives"] = json!(7), Code::AnomalyMalformed, PHASE, "/objectives"),
];

#[test]
fn every_anomaly_is_named_with_its_place_and_repaired_or_refused() {
    let whole = read(&files(&small()), Mode::Strict).unwrap();
    assert_eq!(whole.templates[0].counts(), [1, 1, 2]);
    for (spoil, code, file, pointer) in CASES {
        let mut catalogue = small();
        spoil(&mut catalogue);
        let files = files(&catalogue);
        let reading = read(&files, Mode::Repair).unwrap();
        let found: Vec<_> =
            reading.report.anomalies.iter().map(|a| (a.code, a.file.as_str(), a.pointer.as_str())).collect();
        assert!(found.contains(&(*code, *file, *pointer)), "{code} at {file}{pointer}: found {found:#?}");
        assert_eq!(reading.templates.len(), 1, "{code}: the schema is still read");
        for anomaly in &reading.report.anomalies {
            assert!(!anomaly.message.is_empty() && !anomaly.repair.is_empty());
        }
        let refused = read(&files, Mode::Strict).unwrap_err();
        assert_eq!(refused.code(), Code::CatalogueAnomalous);
    }
}

#[test]
fn what_is_repaired_means_what_was_meant() {
    let mut catalogue = small();
    task(&mut catalogue.1, 1)["id"] = json!("one");
    catalogue.1["objectives"][0]["tasks"][1]["prerequisites"] = json!([{"item": "one", "type": "previous"}]);
    let reading = read(&files(&catalogue), Mode::Repair).unwrap();
    let tasks = &reading.templates[0].document().phases[0].objectives[0].tasks;
    assert_eq!(tasks[1].key.as_str(), "one-2");
    assert_eq!(tasks[1].prerequisites[0].item.as_str(), "one", "a doubtful id means the first that has it");
}

/// The last link read goes; what stands without it stays.
#[test]
fn a_circle_is_opened_at_its_last_link() {
    let mut catalogue = small();
    task(&mut catalogue.1, 0)["prerequisites"] = json!({"item": "two", "status": "finished"});
    task(&mut catalogue.1, 1)["prerequisites"] = json!({"item": "one", "type": "previous"});
    let reading = read(&files(&catalogue), Mode::Repair).unwrap();
    let tasks = &reading.templates[0].document().phases[0].objectives[0].tasks;
    assert_eq!(tasks[0].prerequisites.len(), 1);
    assert!(tasks[1].prerequisites.is_empty());
    let message = &reading.report.anomalies[0].message;
    let circles = ["one, two, one", "two, one, two"].map(|circle| {
        let names: Vec<String> = circle.split(", ").map(|name| format!("“\u{2068}{name}\u{2069}”")).collect();
        names.join(" waits for ")
    });
    assert!(circles.iter().any(|circle| message.contains(circle.as_str())), "{message}");
}

#[test]
fn files_that_cannot_be_read_do_not_take_the_rest_along() {
    let mut whole = files(&small());
    whole.insert("schemas/broken/metadata.json", "{");
    whole.insert("schemas/broken/phases/p.json", "{}");
    whole.insert("schemas/headless/phases/p.json", "{}");
    whole.insert("schemas/twice/metadata.json", small().0.to_string());
    whole.insert(
        "schemas/empty/metadata.json",
        json!({"id": "empty", "name_translations": {"en": "E"}}).to_string(),
    );
    whole.insert("schemas/small/phases/half.json", "{\"id\": \"half\"");
    whole.insert("schemas/small/phases/double.json", "{\"id\": \"a\", \"id\": \"b\"}");
    whole.insert("schemas/small/phases/utf16.json", [0xff, 0xfe, b'{', 0]);
    whole.insert("schemas/small/readme.txt", "hello");
    whole.insert("letters/one.txt", "hello");
    let Reading { templates, report, .. } = read(&whole, Mode::Repair).unwrap();
    assert_eq!(templates.len(), 1);
    assert_eq!(templates[0].counts(), [1, 1, 2]);
    let place = |code: Code| -> Vec<&str> {
        report.anomalies.iter().filter(|a| a.code == code).map(|a| a.file.as_str()).collect()
    };
    let malformed = [
        "schemas/broken/metadata.json",
        "schemas/small/phases/double.json",
        "schemas/small/phases/half.json",
        "schemas/small/phases/utf16.json",
        "schemas/empty/metadata.json",
    ];
    assert_eq!(place(Code::AnomalyMalformed), malformed);
    assert_eq!(place(Code::AnomalyMetadataMissing), ["schemas/headless/metadata.json"]);
    assert_eq!(place(Code::AnomalyDuplicateId), ["schemas/twice/metadata.json"]);
    assert_eq!(place(Code::AnomalyUnknownFile), ["schemas/small/readme.txt"]);
    assert_eq!(report.unread, ["letters/one.txt"]);
    assert_eq!(read(&Files::default(), Mode::Repair).unwrap_err().code(), Code::CatalogueEmpty);
}

/// Both places of the profiles, each written back where it was; an official checkout has the second.
#[test]
fn profiles_are_read_where_they_are_and_written_back_there() {
    let (metadata, phase, profiles) = small();
    let schema = |files: &mut Files| {
        files.insert(METADATA, metadata.to_string());
        files.insert(PHASE, phase.to_string());
    };
    let nested = "problemprofiles/problemprofiles.json";
    let other = json!([{"id": "P2", "name_translations": {"en": "Q"}}]);
    for places in [vec!["problemprofiles.json"], vec![nested], vec!["problemprofiles.json", nested]] {
        let mut files = Files::default();
        schema(&mut files);
        for (nth, place) in places.iter().enumerate() {
            files.insert(*place, if nth == 0 { profiles.to_string() } else { other.to_string() });
        }
        let Reading { catalogue, templates, report } = read(&files, Mode::Repair).unwrap();
        assert_eq!(catalogue.document().problem_profiles.len(), places.len(), "{places:?}");
        let anomalies: Vec<_> =
            report.anomalies.iter().filter(|anomaly| anomaly.file.contains("profiles")).collect();
        assert!(anomalies.iter().all(|anomaly| anomaly.pointer.starts_with("/0/")), "{anomalies:?}");
        let written = write(&catalogue, &templates).unwrap();
        let names: Vec<&str> = written.names().filter(|name| name.contains("profiles")).collect();
        let mut expected = places.clone();
        expected.sort_unstable();
        assert_eq!(names, expected);
        for name in names {
            let value = |files: &Files| serde_json::from_slice::<Value>(files.get(name).unwrap()).unwrap();
            assert_eq!(value(&written), value(&files), "{name}");
        }
    }
}

/// Whatever lies in a catalogue's folder and is not read is named.
#[test]
fn nothing_in_a_folder_is_passed_over_in_silence() {
    let folder = tempfile::TempDir::new().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let (metadata, phase, profiles) = small();
    put(METADATA, &metadata.to_string());
    put(PHASE, &phase.to_string());
    put("problemprofiles/problemprofiles.json", &profiles.to_string());
    let unread = [
        ".git/HEAD",
        "README.md",
        "interlinkers/knowledge/schema.json",
        "interlinkers/knowledge/a/en.docx",
        "interlinkers/readme.txt",
        "problemprofiles/old.json",
        "problemprofiles/deep/er.json",
        "schemas/small/phases/a.md",
        "schemas/metadata_schema.json",
        "schemas/x.json",
    ];
    for name in unread {
        put(name, "{");
    }
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("schemas/link.json")).unwrap();
    let film = std::fs::File::create(folder.path().join("interlinkers/knowledge/a/film.mp4")).unwrap();
    film.set_len(20 << 20).unwrap();
    let files = Files::from_folder(folder.path()).unwrap();
    let report = read(&files, Mode::Repair).unwrap().report;
    let said = |name: &str| {
        report
            .unread
            .iter()
            .any(|unread| unread == name || unread.ends_with('/') && name.starts_with(unread.as_str()))
            || report.anomalies.iter().any(|anomaly| anomaly.file == name)
    };
    for name in unread.into_iter().chain(["schemas/link.json", "interlinkers/knowledge/a/film.mp4"]) {
        assert!(said(name), "{name}: {report:?}");
    }
    assert!(!said(METADATA) && !said(PHASE) && !said("problemprofiles/problemprofiles.json"));
}

#[test]
fn folders_are_read_with_bounds_and_without_following_links() {
    let folder = tempfile::TempDir::new().unwrap();
    let schema = folder.path().join("schemas/small");
    std::fs::create_dir_all(schema.join("phases")).unwrap();
    let (metadata, phase, _) = small();
    std::fs::write(schema.join("metadata.json"), metadata.to_string()).unwrap();
    std::fs::write(schema.join("phases/phase.json"), phase.to_string()).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", schema.join("phases/link.json")).unwrap();
    std::os::unix::fs::symlink(folder.path(), schema.join("phases/round")).unwrap();
    let files = Files::from_folder(folder.path()).unwrap();
    assert_eq!(files.names().collect::<Vec<_>>(), [METADATA, PHASE]);
    let huge = std::fs::File::create(schema.join("phases/huge.json")).unwrap();
    huge.set_len(500 << 20).unwrap();
    assert_eq!(Files::from_folder(folder.path()).unwrap_err().code(), Code::FolderTooLarge);
    let nowhere = folder.path().join("nowhere");
    assert_eq!(Files::from_folder(&nowhere).unwrap_err().code(), Code::FolderUnreadable);
}

/// However many circles there are, what is left can be worked on, and the report says so without end to itself.
#[test]
fn more_circles_than_anybody_made_are_all_opened() {
    let mut catalogue = small();
    let one = catalogue.1["objectives"][0]["tasks"][0].clone();
    let tasks: Vec<Value> = (0..3000)
        .map(|nth| {
            let mut task = one.clone();
            task["id"] = json!(format!("t-{nth}"));
            let other = if nth % 2 == 0 { nth + 1 } else { nth - 1 };
            task["prerequisites"] = json!([{"item": format!("t-{other}"), "type": "previous"}]);
            task
        })
        .collect();
    catalogue.1["objectives"][0]["tasks"] = json!(tasks);
    let begun = std::time::Instant::now();
    let reading = read(&files(&catalogue), Mode::Repair).unwrap();
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    let read = &reading.templates[0].document().phases[0].objectives[0].tasks;
    assert_eq!(read.len(), 3000);
    assert_eq!(
        read.iter().filter(|task| !task.prerequisites.is_empty()).count(),
        1000,
        "one link of each told"
    );
    let circles = reading.report.anomalies.iter().filter(|anomaly| anomaly.code == Code::AnomalyCycle);
    let last = circles.clone().next_back().unwrap();
    assert_eq!(circles.count(), 1001);
    assert!(last.message.contains("more than 1000"), "{}", last.message);
}
