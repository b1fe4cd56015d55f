//! What comes from elsewhere: nobody is brought back, nothing at home is taken over, and an answer says how old it is.
#![cfg(test)]

use std::path::Path;

use interlink::check::Question;
use interlink::governance::{Permission, Shipped};
use interlink::home::Terms;
use interlink::journal::{Basis, Batch, Event, MemoryStore, Seq, Store, Stored, StreamId};
use interlink::kernel::{Engine, Error, Executed, Imported};
use interlink::problem::{Code, Problem};
use interlink::types::{Fingerprint, ItemId, OrganisationId, PersonId, ProcessId};
use interlink::vault::VaultWrite;
use serde_json::{Value, json};
use testkit::fuzz::hashed;
use testkit::{Town, notice, small_template, told_in};

const DORA: &str = "dora@mail.example";
const SECRET: &str = "SECRET-OF-DORA";

/// A process of the city in which Dora asked to take part.
fn lived(town: &Town) -> ProcessId {
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    town.act(DORA, StreamId::from(process), "participation.ask", json!({"text": SECRET}));
    process
}

fn memory() -> Engine {
    Engine::open("memory:").unwrap()
}

fn terms(given: &Value) -> Terms {
    Terms::from_json(given.to_string().as_bytes()).unwrap()
}

fn bring(from: &Engine, to: &Engine, process: ProcessId, given: &Value) -> Result<Imported, Error> {
    let bundle = from.export_bundle(process, true)?;
    to.import_bundle_on(bundle.as_bytes(), &terms(given))
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> Code {
    Problem::from(&result.unwrap_err()).code
}

fn person(engine: &Engine, who: &str) -> Option<PersonId> {
    engine.person(&who.parse().unwrap()).unwrap()
}

fn erase(town: &Town, engine: &Engine, who: PersonId) -> Result<Executed, Error> {
    let data = json!({"acting_for": "city", "reason": "She asked."});
    engine.execute(&town.command("anna", Some(who.into()), "person.erase", data))
}

/// Whether her id or her text stands anywhere in the bytes of a store's files.
fn is_in_files(path: &Path) -> bool {
    ["", "-wal", "-shm"].iter().any(|suffix| {
        let bytes = std::fs::read(format!("{}{suffix}", path.display())).unwrap_or_default();
        [DORA, SECRET].iter().any(|text| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    })
}

#[test]
fn whoever_was_erased_is_not_brought_back_and_is_erased_elsewhere_too() {
    let folder = tempfile::TempDir::new().unwrap();
    let (here, there) = (folder.path().join("here.sqlite"), folder.path().join("there.sqlite"));
    let town = Town::at(&format!("sqlite:{}", here.display()));
    let process = lived(&town);
    let before = town.engine.export_bundle(process, true).unwrap();
    let other = Engine::open(&format!("sqlite:{}", there.display())).unwrap();
    other.import_bundle(before.as_bytes()).unwrap();
    let dora = person(&town.engine, DORA).unwrap();
    assert_eq!(person(&other, DORA), Some(dora));
    assert!(is_in_files(&here) && is_in_files(&there));
    erase(&town, &town.engine, dora).unwrap();
    assert!(!is_in_files(&here));
    // A bundle from before, one from a store that has not heard of it, and one whose process moved there.
    town.engine.import_bundle(before.as_bytes()).unwrap();
    bring(&other, &town.engine, process, &json!({})).unwrap();
    assert!(!is_in_files(&here) && person(&town.engine, DORA).is_none());
    let old = other.export_bundle(process, true).unwrap();
    assert!(old.contains(SECRET));
    let moved = json!({"homes": [StreamId::from(process)], "source": "there"});
    town.engine.import_bundle_on(old.as_bytes(), &terms(&moved)).unwrap();
    assert!(!is_in_files(&here) && person(&town.engine, DORA).is_none());
    town.engine.verify_all().unwrap();
    // And one from where she went on working, and everything that names her is new.
    let elsewhere = memory();
    let over = terms(&json!({"take_over": [StreamId::from(process)]}));
    elsewhere.import_bundle_on(before.as_bytes(), &over).unwrap();
    let stream = Some(StreamId::from(process));
    let grant = json!({"holder": {"person": DORA}, "role": "contributor"});
    elsewhere.execute(&town.command("anna", stream, "role.grant", grant)).unwrap();
    let item = town.item(process, "invite");
    let claim = json!({"item": item, "kind": "development", "text": format!("{SECRET}, once more")});
    elsewhere.execute(&town.command(DORA, stream, "contribution.claim", claim)).unwrap();
    let moved = json!({"homes": [StreamId::from(process)], "source": "elsewhere"});
    assert!(bring(&elsewhere, &town.engine, process, &moved).unwrap().events > 1);
    assert!(!is_in_files(&here) && person(&town.engine, DORA).is_none());
    town.engine.verify_all().unwrap();
    // And the erasure goes where her data went.
    let imported = bring(&town.engine, &other, process, &json!({})).unwrap();
    assert!(imported.events > 1);
    assert_eq!((imported.erased, imported.scrubbed), (vec![dora], Some(true)));
    assert!(!is_in_files(&there) && person(&other, DORA).is_none());
    other.verify_all().unwrap();
    // Nor does a bundle from before bring her back there.
    other.import_bundle(before.as_bytes()).unwrap();
    assert!(!is_in_files(&there));
    // A store that never heard of her takes the old bundle; the new one erases there too.
    let third = memory();
    third.import_bundle(before.as_bytes()).unwrap();
    assert!(person(&third, DORA).is_some());
    bring(&other, &third, process, &json!({})).unwrap();
    assert!(person(&third, DORA).is_none());
    third.verify_all().unwrap();
}

#[test]
fn a_replica_is_erased_too_and_stays_so() {
    let town = Town::new();
    let process = lived(&town);
    let dora = person(&town.engine, DORA).unwrap();
    let other = memory();
    bring(&town.engine, &other, process, &json!({})).unwrap();
    other.execute(&town.command(DORA, Some(dora.into()), "person.erase", json!({}))).unwrap();
    assert!(person(&other, DORA).is_none());
    town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Garden"}}));
    assert_eq!(bring(&town.engine, &other, process, &json!({})).unwrap().events, 1);
    assert!(person(&other, DORA).is_none());
    other.verify_all().unwrap();
    // Erased on both sides, each in its own way.
    erase(&town, &town.engine, dora).unwrap();
    town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Orchard"}}));
    assert_eq!(bring(&town.engine, &other, process, &json!({})).unwrap().events, 1);
    other.verify_all().unwrap();
}

#[test]
fn she_is_erased_whenever_something_of_her_is_there() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("town.sqlite");
    let town = Town::at(&format!("sqlite:{}", file.display()));
    lived(&town);
    let dora = person(&town.engine, DORA).unwrap();
    let entries = |engine: &Engine| engine.store().read().unwrap().entries(None, 1000).unwrap();
    let hers: Vec<_> =
        entries(&town.engine).into_iter().filter(|entry| entry.data_subject_id == dora).collect();
    assert_eq!(hers.len(), 1);
    erase(&town, &town.engine, dora).unwrap();
    assert_eq!(code(erase(&town, &town.engine, dora)), Code::PersonErased, "nothing of her is left");
    // Her text comes back behind the library's back, as a file that was put together from a backup has it.
    let vault = [VaultWrite::Entry(hers[0].clone())];
    let extra = town.command(
        "anna",
        None,
        "organisation.register",
        json!({
        "organisation": "other", "name": {"en": "Other"}, "kind": "citizen", "team_creation": "members"}),
    );
    let made = town.engine.dry_run(&extra).unwrap();
    let stored = made.events.iter().map(|event| Stored {
        seq: event.head.seq,
        at: event.head.at,
        id: event.id,
        body: event.body().into(),
    });
    let stored: Vec<_> = stored.collect();
    let batch = Batch {
        stream: made.stream,
        expected: Seq(0),
        events: &stored,
        command: extra.id,
        fingerprint: Fingerprint::from_bytes([7; 32]),
        vault: &vault,
        documents: &[],
        rewrites: &[],
        basis: Basis::default(),
    };
    town.engine.store().append(&batch).unwrap();
    assert!(entries(&town.engine).iter().any(|entry| entry.data_subject_id == dora));
    erase(&town, &town.engine, dora).unwrap();
    assert!(entries(&town.engine).iter().all(|entry| entry.data_subject_id != dora));
    assert!(!is_in_files(&file));
}

/// A bundle in which somebody appended events of her own making to a stream, with every hash right.
fn forged(bundle: &str, stream: StreamId, change: impl Fn(&mut Value)) -> String {
    let said: Vec<&str> = bundle.lines().map(|line| line.split_once(' ').unwrap().1).collect();
    let of_stream = |line: &&str| {
        let line: Value = serde_json::from_str(line).unwrap();
        line["events"][0]["stream"] == json!(stream)
    };
    let last = said.iter().rposition(of_stream).unwrap();
    let line: Value = serde_json::from_str(said[last]).unwrap();
    let before = line["events"].as_array().unwrap().last().unwrap();
    let mut event = before.clone();
    event["seq"] = json!(before["seq"].as_u64().unwrap() + 1);
    event["prev"] = json!(Event::hash(before.to_string().as_bytes()));
    event["command"] = json!("f-1");
    change(&mut event);
    let forged = json!({"command": {"fingerprint": "ab".repeat(32), "id": "f-1"}, "events": [event]});
    let mut lines: Vec<String> = said.iter().map(ToString::to_string).collect();
    lines.insert(last + 1, forged.to_string());
    *lines.last_mut().unwrap() = json!({"end": lines.len() - 1}).to_string();
    hashed(&(lines.join("\n") + "\n"))
}

#[test]
fn a_bundle_takes_nothing_over() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let process = town.process("anna", Some("city"), Shipped::GPlusG, None);
    town.act(
        "anna",
        StreamId::from(process),
        "role.grant",
        json!({"holder": {"team": "officers"}, "role": "public_partner"}),
    );
    let carla = person(&town.engine, "carla").unwrap();
    let bundle = town.engine.export_bundle(process, true).unwrap();
    let stream = StreamId::from(city);
    let bundle = forged(&bundle, stream, |event| {
        event["type"] = json!("administrator.appointed");
        event["data"] = json!({"person_id": carla});
    });
    // The chain is whole: whoever has nothing of the city believes it, and says so.
    let stranger = memory();
    let taken = stranger.import_bundle(bundle.as_bytes()).unwrap();
    assert!(taken.trusted.contains(&stream), "{taken:?}");
    // Where the city is at home nothing is taken, whole as the chain is.
    let before = town.engine.store().position().unwrap();
    let refused = town.engine.import_bundle(bundle.as_bytes()).unwrap_err();
    let problem = Problem::from(&refused);
    assert_eq!(problem.code, Code::BundleHome);
    assert_eq!(problem.details.get("streams").unwrap().to_value(), json!([stream]));
    assert_eq!(town.engine.store().position().unwrap(), before);
    town.try_do("carla", Some(stream), "administrator.dismiss", json!({"person": "anna"})).unwrap_err();
    // Nor where it is a replica of another source.
    let replica = memory();
    bring(&town.engine, &replica, process, &json!({"source": "city"})).unwrap();
    let elsewhere = terms(&json!({"source": "forger"}));
    assert_eq!(code(replica.import_bundle_on(bundle.as_bytes(), &elsewhere)), Code::BundleHome);
    // What is here already is no news, wherever it comes from.
    assert_eq!(bring(&town.engine, &replica, process, &json!({"source": "other"})).unwrap().events, 0);
}

#[test]
fn a_replica_is_read_here_and_written_at_home() {
    let town = Town::new();
    let process = lived(&town);
    let (stream, other) = (StreamId::from(process), memory());
    let first = bring(&town.engine, &other, process, &json!({"source": "city"})).unwrap();
    assert!(first.trusted.contains(&stream));
    let edit = town.command("anna", Some(stream), "process.edit", json!({"name": {"en": "Mine"}}));
    assert_eq!(code(other.execute(&edit)), Code::StreamReplica);
    assert_eq!(code(other.dry_run(&edit)), Code::StreamReplica);
    let ask = json!({"tree": {"process": process, "language": "en"}}).to_string();
    let answer: Value = serde_json::from_str(&other.request(ask.as_bytes())).unwrap();
    assert_eq!(answer["known_of"], json!([{"as_of": first.exported_at, "source": "city"}]));
    let home: Value = serde_json::from_str(&town.engine.request(ask.as_bytes())).unwrap();
    assert!(home.get("known_of").is_none());
    // It goes on with what comes from its home, and the same bundle again is nothing new.
    town.engine.execute(&edit).unwrap();
    assert_eq!(bring(&town.engine, &other, process, &json!({"source": "city"})).unwrap().events, 1);
    let position = other.store().position().unwrap();
    assert_eq!(bring(&town.engine, &other, process, &json!({"source": "city"})).unwrap().events, 0);
    assert_eq!(other.store().position().unwrap(), position);
    // Knowledge gets younger, although nothing happened.
    let at = "2030-01-01T00:00:00.000Z".parse().unwrap();
    let later = town.engine.moment().unwrap().export_bundle_at(process, true, Some(at)).unwrap();
    other.import_bundle_on(later.as_bytes(), &terms(&json!({"source": "city"}))).unwrap();
    let answer: Value = serde_json::from_str(&other.request(ask.as_bytes())).unwrap();
    assert_eq!(answer["known_of"][0]["as_of"], json!(at));
    other.verify_all().unwrap();
}

#[test]
fn a_process_moves_on_the_word_of_both_hosts() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = format!("sqlite:{}", folder.path().join("new.sqlite").display());
    let town = Town::new();
    let process = lived(&town);
    let stream = StreamId::from(process);
    let (new, beside) = (Engine::open(&file).unwrap(), Engine::open(&file).unwrap());
    let edit = |name: &str| town.command("anna", Some(stream), "process.edit", json!({"name": {"en": name}}));
    let nowhere = json!({"take_over": [format!("process/{}", "9".repeat(32))]});
    assert_eq!(code(bring(&town.engine, &new, process, &nowhere)), Code::BundleTerms);
    bring(&town.engine, &new, process, &json!({"source": "old"})).unwrap();
    assert_eq!(code(beside.execute(&edit("A"))), Code::StreamReplica);
    let moved = bring(&town.engine, &new, process, &json!({"source": "old", "take_over": [stream]})).unwrap();
    assert_eq!((moved.events, moved.taken_over), (0, vec![stream]));
    // Another engine on the same file has heard of it, and so has one that is opened later.
    beside.execute(&edit("B")).unwrap();
    Engine::open(&file).unwrap().execute(&edit("C")).unwrap();
    new.verify_all().unwrap();
    // The old home takes nothing unless its host says that the process moved; then it is a replica there.
    assert_eq!(code(bring(&new, &town.engine, process, &json!({}))), Code::BundleHome);
    let back = bring(&new, &town.engine, process, &json!({"source": "new", "homes": [stream]})).unwrap();
    assert_eq!(back.events, 2);
    assert_eq!(code(town.engine.execute(&edit("D"))), Code::StreamReplica);
    town.engine.verify_all().unwrap();
    // A fork is refused, whoever says what.
    let fork = Town::new();
    assert_eq!(lived(&fork), process);
    fork.act("anna", stream, "process.edit", json!({"name": {"en": "Fork"}}));
    let said = json!({"source": "fork", "homes": [stream], "take_over": [stream]});
    assert_eq!(code(bring(&fork.engine, &new, process, &said)), Code::BundleDiverged);
}

#[test]
fn entropy_that_nobody_drew_is_refused() {
    let town = Town::new();
    for entropy in ["00", "ff", "07"] {
        let mut found = town.command(
            "anna",
            None,
            "organisation.register",
            json!({
            "organisation": "city", "name": {"en": "City"}, "kind": "citizen", "team_creation": "members"}),
        );
        found.entropy = entropy.repeat(16).parse().unwrap();
        assert_eq!(code(town.engine.execute(&found)), Code::EntropyWeak);
        assert_eq!(code(town.engine.dry_run(&found)), Code::EntropyWeak);
    }
    assert!(town.engine.process(ProcessId::from_bytes([0; 16])).is_err());
}

/// A city and a clinic, each with a notice, and a process of the city in which Dora contributes; its gates ask about `news`.
struct Works {
    town: Town,
    city: OrganisationId,
    clinic: OrganisationId,
    process: ProcessId,
    item: ItemId,
    dora: PersonId,
}

impl Works {
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        let clinic = town.found("olga", "clinic", "nonprofit_organisation");
        let asked = town.publish_notice("anna", city, &notice(1));
        let other = town.publish_notice("olga", clinic, &notice(1));
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let item = town.item(process, "invite");
        let grant = json!({"holder": {"person": "dora"}, "role": "contributor"});
        town.act("anna", StreamId::from(process), "role.grant", grant);
        let require = json!({"organisation": "city", "purpose": "news", "item": item});
        town.act("anna", StreamId::from(process), "purpose.require", require);
        town.consent("dora", "clinic", other, "news");
        town.consent("dora", "city", asked, "news");
        town.consent("dora", "city", asked, "news.local");
        town.consent("dora", "clinic", other, "news.local");
        let dora = person(&town.engine, "dora").unwrap();
        Self { town, city, clinic, process, item, dora }
    }

    fn may(&self, engine: &Engine) -> bool {
        let view = engine.process(self.process).unwrap();
        let claim = Permission::ContributionClaim;
        view.check(&Question::new(self.dora, claim, self.town.now()).on(self.item)).allowed()
    }
}

#[test]
fn a_bundle_tells_what_its_gates_ask_about_and_nothing_else() {
    let works = Works::new();
    let bundle = works.town.engine.export_bundle(works.process, true).unwrap();
    for foreign in [works.clinic.to_string().as_str(), "news.local\",\"relied", "\"clinic\"", "olga"] {
        assert!(!bundle.contains(foreign), "{foreign}");
    }
    let (other, stream) = (memory(), StreamId::Consent(works.dora));
    let imported = other.import_bundle_on(bundle.as_bytes(), &terms(&json!({"source": "city"}))).unwrap();
    assert_eq!(imported.withheld, 1, "what comes after the last that is asked about is not even there");
    assert!(imported.trusted.contains(&stream));
    other.verify_all().unwrap();
    assert!(works.may(&works.town.engine) && works.may(&other));
    let again = other.export_bundle(works.process, true).unwrap();
    assert_eq!(told_in(&again), told_in(&bundle), "it goes on as it came");
    // The answer says how old it is, in a check and for her consent alone.
    let asked = [
        json!({"check": {"actor": "dora", "at": works.town.now(), "item": works.item,
            "permission": "contribution.claim", "process": works.process}}),
        json!({"consent": {"at": works.town.now(), "organisation_id": works.city, "person": "dora", "purpose": "news"}}),
    ];
    for request in asked {
        let answer: Value = serde_json::from_str(&other.request(request.to_string().as_bytes())).unwrap();
        assert_eq!(
            answer["known_of"],
            json!([{"as_of": imported.exported_at, "source": "city"}]),
            "{answer}"
        );
    }
    // She takes it back at home, which is the only place where she can.
    let withdraw = works.town.command(
        "dora",
        None,
        "consent.withdraw",
        json!({"organisation": "city", "purpose": "news"}),
    );
    assert_eq!(code(other.execute(&withdraw)), Code::StreamReplica);
    works.town.engine.execute(&withdraw).unwrap();
    assert!(!works.may(&works.town.engine) && works.may(&other));
    bring(&works.town.engine, &other, works.process, &json!({"source": "city"})).unwrap();
    assert!(!works.may(&other));
    other.verify_all().unwrap();
}

#[test]
fn nobody_speaks_for_people_who_are_at_home_here() {
    let (here, there) = (Works::new(), Works::new());
    assert_eq!((here.dora, here.process), (there.dora, there.process), "two systems that were one once");
    let withdraw = json!({"organisation": "city", "purpose": "news"});
    here.town.act("dora", None, "consent.withdraw", withdraw.clone());
    assert_eq!(bring(&there.town.engine, &here.town.engine, here.process, &json!({})).unwrap().events, 0);
    assert!(!here.may(&here.town.engine));
    let other = Works::new();
    other.town.act("dora", None, "consent.withdraw", withdraw);
    let stream = StreamId::Consent(here.dora);
    let refused =
        bring(&other.town.engine, &there.town.engine, here.process, &json!({"source": "other"})).unwrap_err();
    let problem = Problem::from(&refused);
    assert_eq!(
        (problem.code, problem.details.get("streams").unwrap().to_value()),
        (Code::BundleHome, json!([stream]))
    );
    assert!(there.may(&there.town.engine));
    let said = json!({"source": "other", "homes": [stream]});
    bring(&other.town.engine, &there.town.engine, here.process, &said).unwrap();
    there.town.wait_minutes(5);
    assert!(!there.may(&there.town.engine));
}

#[test]
fn no_store_withholds_from_itself() {
    let works = Works::new();
    let (other, stream) = (memory(), StreamId::Consent(works.dora));
    bring(&works.town.engine, &other, works.process, &json!({})).unwrap();
    let events = other.store().read().unwrap().events(stream, Seq(0), 1).unwrap();
    let event = Event::read(events[0].id, &events[0].body).unwrap();
    assert_eq!(event.data.type_name(), "consent.withheld");
    let store = MemoryStore::new();
    let batch = Batch {
        stream,
        expected: Seq(0),
        events: &events,
        command: event.head.command,
        fingerprint: Fingerprint::from_bytes([0; 32]),
        vault: &[],
        documents: &[],
        rewrites: &[],
        basis: Basis::default(),
    };
    store.append(&batch).unwrap();
    assert_eq!(code(Engine::new(Box::new(store)).verify_all()), Code::RecordWithheld);
}

#[test]
fn a_text_that_was_put_right_here_stays_right() {
    let town = Town::new();
    let process = lived(&town);
    let other = memory();
    bring(&town.engine, &other, process, &json!({})).unwrap();
    let dora = person(&other, DORA).unwrap();
    let entries = |engine: &Engine| engine.store().read().unwrap().entries(None, 1000).unwrap();
    let place = entries(&other).iter().find(|entry| entry.data_subject_id == dora).unwrap().place;
    let run = |actor: &str, kind: &str, data: Value| {
        other.execute(&town.command(actor, Some(dora.into()), kind, data)).unwrap()
    };
    let asked = run(DORA, "subject_request.make", json!({"organisation": "city", "right": "rectification"}));
    let asked: Value = serde_json::from_str(&asked.events[0].to_json()).unwrap();
    let put = json!({"request": asked["data"]["request"], "text": place, "words": "What I meant."});
    run("anna", "text.rectify", put);
    town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Garden"}}));
    town.act("eva", StreamId::from(process), "participation.ask", json!({"text": "Once more."}));
    assert!(bring(&town.engine, &other, process, &json!({})).unwrap().events >= 2);
    let said: Vec<String> = entries(&other).into_iter().map(|entry| entry.text).collect();
    assert!(
        said.contains(&"What I meant.".to_owned()) && said.contains(&"Once more.".to_owned()),
        "{said:?}"
    );
    assert!(!said.contains(&SECRET.to_owned()));
    other.verify_all().unwrap();
}

#[test]
fn a_text_that_was_put_right_at_home_goes_with_the_next_bundle_and_the_wrong_one_goes_there() {
    const WRONG: &[u8] = SECRET.as_bytes();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let open = |name: &str| Engine::open(&format!("sqlite:{}", path(name).display())).unwrap();
    let town = Town::at(&format!("sqlite:{}", path("home").display()));
    let process = lived(&town);
    // One that is told with the texts, and one that is told without them later on.
    let (other, silent) = (open("other"), open("silent"));
    let old = town.engine.export_bundle(process, true).unwrap();
    for engine in [&other, &silent] {
        engine.import_bundle(old.as_bytes()).unwrap();
    }
    let dora = person(&town.engine, DORA).unwrap();
    let entries = |engine: &Engine| engine.store().read().unwrap().entries(None, 1000).unwrap();
    let place = entries(&town.engine).iter().find(|entry| entry.data_subject_id == dora).unwrap().place;
    let asking = json!({"organisation": "city", "right": "rectification"});
    let asked = town.act(DORA, StreamId::from(dora), "subject_request.make", asking);
    let asked: Value = serde_json::from_str(&asked.events[0].to_json()).unwrap();
    for words in ["What she meant at first.", "What she means."] {
        let put = json!({"request": asked["data"]["request"], "text": place, "words": words});
        town.act("anna", StreamId::from(dora), "text.rectify", put);
    }
    let has_wrong = |name: &str| {
        ["", "-wal"].iter().any(|end| {
            let bytes = std::fs::read(format!("{}{end}", path(name).display())).unwrap_or_default();
            bytes.windows(WRONG.len()).any(|window| window == WRONG)
        })
    };
    assert!(!has_wrong("home") && has_wrong("other") && has_wrong("silent"));
    let now = town.engine.export_bundle(process, true).unwrap();
    assert!(!now.contains(SECRET) && !now.contains("at first") && now.contains("What she means."));
    assert_eq!(other.import_bundle(now.as_bytes()).unwrap().scrubbed, Some(true));
    let without = town.engine.export_bundle(process, false).unwrap();
    assert_eq!(silent.import_bundle(without.as_bytes()).unwrap().scrubbed, Some(true));
    let late = open("late");
    late.import_bundle(now.as_bytes()).unwrap();
    // What went out before changes nothing any more.
    for engine in [&other, &silent] {
        engine.import_bundle(old.as_bytes()).unwrap();
    }
    let texts = |engine: &Engine| {
        let hers =
            entries(engine).into_iter().filter(|entry| entry.data_subject_id == dora && entry.place == place);
        hers.map(|entry| entry.text).collect::<Vec<_>>()
    };
    assert_eq!(
        (texts(&other), texts(&late)),
        (vec!["What she means.".into()], vec!["What she means.".into()])
    );
    assert_eq!(texts(&silent), [""], "nobody told it the right one");
    for (engine, name) in [(&other, "other"), (&silent, "silent"), (&late, "late")] {
        assert!(!has_wrong(name), "{name}");
        engine.verify_all().unwrap();
        // It goes on from there as it came.
        let on = engine.export_bundle(process, true).unwrap();
        assert!(!on.contains(SECRET));
        memory().import_bundle(on.as_bytes()).unwrap();
    }
    // Nobody else puts a text right, also who can write the file.
    let file = rusqlite::Connection::open(path("other")).unwrap();
    let forged = interlink::vault::Entry::new(
        dora,
        interlink::types::Salt::from_bytes([7; 16]),
        "What he wants.".into(),
    );
    file.execute(
        "UPDATE entry SET put_right = ?2, salt = ?3, text = ?4 WHERE commitment = ?1",
        rusqlite::params![
            place.as_bytes(),
            forged.commitment.as_bytes(),
            forged.salt.as_bytes(),
            forged.text
        ],
    )
    .unwrap();
    assert_eq!(code(other.verify_all()), Code::RecordRow);
}

#[test]
fn what_somebody_wants_of_an_organisation_it_hears_at_its_home() {
    let (here, there) = (Works::new(), Works::new());
    // Eva is known there alone, and is said to have consented to the city, which is at home here.
    let grant = json!({"holder": {"person": "eva"}, "role": "contributor"});
    there.town.act("anna", StreamId::from(there.process), "role.grant", grant);
    let asked =
        there.town.engine.organisation(there.city).unwrap().notices().all().next().unwrap().notice.id();
    there.town.consent("eva", "city", asked, "news");
    let eva = person(&there.town.engine, "eva").unwrap();
    let process = StreamId::from(here.process);
    let refused = |said: &Value| {
        let error = bring(&there.town.engine, &here.town.engine, here.process, said).unwrap_err();
        Problem::from(&error).details.get("streams").unwrap().to_value()
    };
    assert_eq!(refused(&json!({})), json!([StreamId::Consent(eva), process]));
    assert_eq!(refused(&json!({"homes": [process]})), json!([StreamId::Consent(eva)]));
    let said = json!({"homes": [process, StreamId::Consent(eva)]});
    bring(&there.town.engine, &here.town.engine, here.process, &said).unwrap();
    here.town.engine.verify_all().unwrap();
}

#[test]
fn no_bundle_knows_what_is_to_come() {
    let town = Town::new();
    let process = lived(&town);
    let future = "2999-01-01T00:00:00.000Z".parse().unwrap();
    let bundle = town.engine.moment().unwrap().export_bundle_at(process, false, Some(future)).unwrap();
    let other = memory();
    let said = terms(&json!({"source": "city", "at": "2026-06-01T00:00:00.000Z"}));
    let imported = other.import_bundle_on(bundle.as_bytes(), &said).unwrap();
    assert_eq!(imported.exported_at.to_string(), "2026-06-01T00:00:00.000Z");
}

#[test]
fn a_restored_backup_learns_of_an_erasure_on_the_word_of_the_host() {
    let (town, restored) = (Town::new(), Town::new());
    let process = lived(&town);
    assert_eq!(lived(&restored), process, "as it was before");
    let dora = person(&town.engine, DORA).unwrap();
    erase(&town, &town.engine, dora).unwrap();
    // Anybody could say of anybody that she was erased.
    let refused = bring(&town.engine, &restored.engine, process, &json!({})).unwrap_err();
    let problem = Problem::from(&refused);
    assert_eq!(problem.details.get("streams").unwrap().to_value(), json!([StreamId::Person(dora)]));
    assert!(person(&restored.engine, DORA).is_some());
    let said = json!({"homes": [StreamId::Person(dora)]});
    assert_eq!(bring(&town.engine, &restored.engine, process, &said).unwrap().erased, [dora]);
    assert!(person(&restored.engine, DORA).is_none());
    restored.engine.verify_all().unwrap();
}
