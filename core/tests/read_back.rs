//! Whatever the library answers with, a program in Rust reads back into the type that it was written from: from the JSON that
//! a host behind another's C, a page or a file has of it.
#![cfg(test)]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use interlink::Engine;
use interlink::interop::interlink::Report;
use interlink::journal::{Event, StreamId};
use interlink::kernel::{Answer, Answered, Imported, Kind, Outcome, OutcomesView, Reply};
use interlink::problem::{Code, Problem};
use interlink::schema::Described;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is read back is written again byte for byte; what the strict reader refuses is refused.
fn again<T: Serialize + DeserializeOwned + Debug>(view: &T) -> T {
    let text = serde_json::to_string(view).unwrap();
    let read: T = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{fault}: {text}"));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let members = text.strip_prefix('{').unwrap_or_else(|| panic!("no object: {text}"));
    let comma = if members == "}" { "" } else { "," };
    let unknown = format!("{{\"of_tomorrow\":0{comma}{members}");
    let refused = serde_json::from_str::<T>(&unknown).map(|_| ()).unwrap_err().to_string();
    assert!(refused.contains("of_tomorrow"), "{refused}: {unknown}");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    if let Some((key, member)) = value.as_object().unwrap().iter().next() {
        let twice = format!("{{\"{key}\":{member},{members}");
        assert!(serde_json::from_str::<T>(&twice).is_err(), "{twice}");
    }
    read
}

/// The same, and what is read is what was written; so it is where the whole answer is read.
fn same<T: Serialize + DeserializeOwned + Debug + PartialEq>(view: &T, line: &str) {
    assert_eq!(again(view), *view);
    match serde_json::from_str::<Reply<T>>(line).unwrap_or_else(|fault| panic!("{fault}: {line}")) {
        Reply::Ok { answer, .. } => assert_eq!(answer, *view),
        Reply::Problem(problem) => panic!("{problem}"),
    }
}

/// Every answer that there is: one that is new stops here until it is read back, too.
fn read_back(Answered { answer, .. }: &Answered, line: &str) -> Described {
    macro_rules! each {
        ($($variant:ident => $described:ident),+ $(,)?) => {
            match answer {
                $(Answer::$variant(view) => {
                    same(view, line);
                    Described::$described
                })+
                // Its position stands beside it, and not in it.
                Answer::Imported(view) => {
                    assert_eq!(Imported { position: view.position, ..again(&**view) }, **view);
                    Described::Imported
                }
            }
        };
    }
    each! {
        Executed => Executed, Outcomes => Outcomes, Document => Added, Explanation => Explanation,
        Permissions => Permissions, People => People, Tree => Tree, Rules => Rules, Organisation => Organisation,
        Mandate => Mandate, Mandates => Mandates, MandateCheck => MandateCheck, MandateKinds => MandateKinds,
        Principals => Principals,
        Operators => Operators, Found => Found, Recommended => Recommended, TasksServed => TasksServed, Assets => Assets,
        Usage => Usage, Work => Work, Leaderboard => Leaderboard, Ratings => Ratings,
        Publications => Publications, Story => Story, Party => Party, Streams => Streams, Kept => Kept,
        Models => Models, Changes => Changes, Language => Language, AuditTrail => AuditTrail, Notifications => Notifications,
        Next => Next, My => My, Guide => Guide, Notices => Notices, NoticeGaps => NoticeGaps, Consent => Consent,
        Consents => Consents, Obligations => Obligations, Processing => Processing, SubjectRequests => SubjectRequests,
        Attribution => Attribution, Receipt => Receipt, SubjectAccess => SubjectAccess, CloudEvents => CloudEvents,
        Archive => Archive, ArchiveWritten => ArchiveWritten, Catalogue => CatalogueKept,
        CatalogueFiles => CatalogueFiles, Verified => Verified, VerifiedStore => VerifiedStore,
    }
}

/// What an import of the first process brings to another store.
fn brought(engine: &Engine) -> Option<Described> {
    let process = engine.moment().unwrap().streams().unwrap().into_iter().find_map(StreamId::process)?;
    let bundle = engine.export_bundle(process, false).unwrap();
    let request = serde_json::json!({ "import_bundle": { "bundle": bundle } }).to_string();
    match Engine::open("memory:").unwrap().outcome(request.as_bytes()) {
        Outcome::Ok(answered) => Some(read_back(&answered, "")),
        Outcome::Problem(_, problem) => panic!("{problem}"),
    }
}

fn events(answer: &Answer) -> Vec<&Event> {
    match answer {
        Answer::Executed(view) => view.events.iter().collect(),
        Answer::Changes(view) => view.changes.iter().map(|change| &change.event).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_answer_reads_back_into_its_type() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/vectors");
    let mut seen = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "vector") {
            continue;
        }
        let engine = Engine::open("memory:").unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2) {
            let [Some(request), Some(line)] = [pair[0].strip_prefix("> "), pair[1].strip_prefix("< ")] else {
                continue;
            };
            let outcome = engine.outcome(request.as_bytes());
            assert_eq!(outcome.to_json(), line);
            match &outcome {
                Outcome::Ok(answered) => {
                    seen.insert(read_back(answered, line));
                    for event in events(&answered.answer) {
                        assert_eq!(again(event), *event);
                        seen.insert(Described::Event);
                    }
                }
                Outcome::Problem(kind, problem) => {
                    assert_eq!(again(&**problem), **problem);
                    let reply: Reply<Imported> = serde_json::from_str(line).unwrap();
                    assert_eq!(reply.into_result().unwrap_err(), *problem);
                    // Of several commands none is malformed: then none is executed.
                    if request.starts_with("{\"execute\"") && *kind != Kind::Malformed {
                        let all = format!("{{\"outcomes\":[{line}]}}");
                        let all: OutcomesView = serde_json::from_str(&all).unwrap();
                        assert_eq!(all.outcomes[0].kind(), Some(*kind), "{problem}");
                    }
                    seen.insert(Described::Problem);
                }
            }
        }
        seen.extend(brought(&engine));
    }
    let report: Report = serde_json::from_str(
        r#"{"anomalies":[{"code":"anomaly.text_empty","file":"a.json","message":"Empty.","pointer":"/name","repair":"left_out"}],"unread":[]}"#,
    )
    .unwrap();
    assert_eq!(again(&report), report);
    seen.insert(Described::CatalogueReport);
    let unseen: Vec<_> = Described::ALL.iter().filter(|one| !one.comes_in() && !seen.contains(one)).collect();
    assert!(unseen.is_empty(), "nothing in docs/vectors reads back: {unseen:?}");
}

/// What is said in another language is said from what is in no JSON; a view that was read says what it says.
#[test]
fn what_was_read_says_what_it_said() {
    let engine = Engine::open("memory:").unwrap();
    let no = engine.request(br#"{"document":{"document":"00"}}"#);
    let problem = serde_json::from_str::<Reply<Imported>>(&no).unwrap().into_result().unwrap_err();
    let mut outcome = Outcome::problem(Kind::Malformed, *problem.clone());
    engine.speak(&mut outcome, "it".parse().unwrap());
    let Outcome::Problem(_, spoken) = outcome else { panic!() };
    assert_eq!((spoken.code, &spoken.message), (Code::IdMalformed, &problem.message));
}

#[test]
fn what_is_no_answer_is_none() {
    for text in [
        r#"{}"#,
        r#"{"ok":{"streams":[]},"problem":{"code":"json.syntax","help":"","message":""}}"#,
        r#"{"position":1,"problem":{"code":"json.syntax","help":"","message":""}}"#,
        r#"{"problem":{"code":"json.of_tomorrow","help":"","message":""}}"#,
        r#"{"ok":{"streams":[]},"of_tomorrow":1}"#,
    ] {
        assert!(serde_json::from_str::<Reply<interlink::kernel::StreamsView>>(text).is_err(), "{text}");
        assert!(
            serde_json::from_str::<OutcomesView>(&format!("{{\"outcomes\":[{text}]}}")).is_err(),
            "{text}"
        );
    }
    // An event whose data are of another type than it says.
    let event = r#"{"actor":"00000000000000000000000000000000","at":"2026-03-02T09:00:00.000Z","command":"c1","data":{"of_tomorrow":1},"id":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"stream":"host/00000000000000000000000000000000","type":"process.closed","v":1}"#;
    let refused = serde_json::from_str::<Event>(event).unwrap_err().to_string();
    assert!(refused.contains("of_tomorrow"), "{refused}");
    assert!(serde_json::from_str::<Problem>(r#"{"code":"json.syntax","help":"","message":1.0}"#).is_err());
}

/// Types that are written only, each for a reason.
const WRITTEN_ONLY: [(&str, &str); 3] = [
    ("Answer", "its JSON does not say which answer it is; `Reply` reads it for who knows"),
    ("Reason", "its JSON does not say which reason it is; `Explained` reads it with its code"),
    ("Reading", "it borrows from the text that it was read from; `ReadText` owns it"),
];

/// The types that a source file writes in public, and what it says of each.
fn written(text: &str) -> Vec<(String, bool)> {
    let (mut found, mut attributes) = (Vec::new(), String::new());
    // A table may write a type, too.
    for line in text.lines().map(str::trim_start) {
        let words: Vec<&str> = line.split([' ', '<', '(', ';', '{']).collect();
        if line.starts_with("#[") || line.starts_with("    Debug, ") || line.starts_with(")]") {
            attributes += line;
        } else if let ["pub", "struct" | "enum", name, ..] = words[..] {
            let by_hand = [format!("deserialized!({name}"), format!("Deserialize<'de> for {name}")];
            let reads = ["Readable", "Deserialize"].iter().any(|how| attributes.contains(how));
            if attributes.contains("Serialize") {
                found.push((name.to_owned(), reads || by_hand.iter().any(|how| text.contains(how))));
            }
            attributes.clear();
        } else if !line.starts_with("///") {
            attributes.clear();
        }
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn whatever_is_written_in_public_is_read() {
    let mut files = Vec::new();
    sources(Path::new(env!("CARGO_MANIFEST_DIR")), &mut files);
    // In a build without processes others stand in for what only they read.
    let stands_in =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("no_"));
    let source =
        |path: &&PathBuf| path.components().any(|part| part.as_os_str() == "src") && !stands_in(path);
    let mut all = Vec::new();
    for file in files.iter().filter(source) {
        all.extend(written(&std::fs::read_to_string(file).unwrap()));
    }
    let only: Vec<&str> = all.iter().filter(|(_, reads)| !reads).map(|(name, _)| name.as_str()).collect();
    let known: Vec<&str> = WRITTEN_ONLY.iter().map(|(name, _)| *name).collect();
    assert!(all.len() > 250, "{} types", all.len());
    assert_eq!(only.into_iter().collect::<BTreeSet<_>>(), known.into_iter().collect());
}
