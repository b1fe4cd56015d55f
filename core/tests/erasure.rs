//! Erasing a person: nothing of her is left, and everything else stands.
#![cfg(test)]

use std::path::Path;
use std::sync::Arc;

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::{Position, StreamId};
use interlink::kernel::{AsOf, Command};
use interlink::problem::Code;
use interlink::types::{Language, PersonId, ProcessId};
use interlink::vault::Party;
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Town, small_template};

/// The id and the texts that belong to one person, none like another.
fn planted(who: &str, nth: usize) -> String {
    format!("{who}-{nth}-Šķiņķis-{}", "xyzzy".repeat(nth % 7 + 1))
}

/// A town where two people are in everything together; all that they write is planted.
fn lived(town: &Town, dora: &str, eva: &str) -> ProcessId {
    let process = town.city_with("neighbours", "citizen", &[dora, eva], "contributor");
    let stream = StreamId::from(process);
    let invite = town.item(process, "invite");
    town.act("anna", stream, "task.start", json!({"item": invite}));
    let mut claimed = Vec::new();
    for who in [dora, eva] {
        for nth in 1..20 {
            let text = planted(who, nth);
            let made = town.act(
                who,
                stream,
                "contribution.claim",
                json!({"item": invite, "kind": "development", "text": text}),
            );
            let event: Value = serde_json::from_str(&made.events[0].to_json()).unwrap();
            claimed.push(event["data"]["contribution"].clone());
        }
    }
    for contribution in &claimed {
        town.act("anna", stream, "contribution.accept", json!({"contribution": contribution}));
    }
    town.act("anna", stream, "task.complete", json!({"item": invite}));
    let complexity = json!({"development": 10, "exploitation": 10, "management": 10});
    town.act("anna", stream, "task.estimate", json!({"item": invite, "complexity": complexity}));
    // Both are in this one event.
    town.act("anna", stream, "points.award", json!({"item": invite}));
    process
}

fn erase(town: &Town, who: PersonId) -> Command {
    town.command(
        "anna",
        Some(who.into()),
        "person.erase",
        json!({"acting_for": "city", "reason": "She asked."}),
    )
}

fn person(engine: &Engine, who: &str) -> Option<PersonId> {
    engine.person(&who.parse().unwrap()).unwrap()
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

/// Every file of a store, and every way out of it.
fn bytes_of(engine: &Engine, process: ProcessId, file: Option<&Path>) -> Vec<u8> {
    let mut all = engine.export_bundle(process, true).unwrap().into_bytes();
    let exported = interlink::interop::interlink::export::write(engine, process, |_| None).unwrap();
    let exported = interlink::interop::interlink::Files::from_archive(&exported.archive).unwrap();
    exported.iter().for_each(|(_, bytes)| all.extend(bytes));
    for change in engine.changes(Position(0), 10_000).unwrap() {
        all.extend(change.event.to_json().into_bytes());
    }
    let feed = engine.audit_trail(Position(0), 10_000, Language::english()).unwrap();
    all.extend(format!("{feed:?}").into_bytes());
    if let Some(file) = file {
        for suffix in ["", "-wal", "-shm"] {
            let path = format!("{}{suffix}", file.display());
            all.extend(std::fs::read(path).unwrap_or_default());
        }
    }
    all
}

#[test]
fn not_a_byte_of_her_is_left_and_the_record_stands() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("town.sqlite");
    let town = Town::at(&format!("sqlite:{}", file.display()));
    let (dora, eva) = (planted("dora", 0), planted("eva", 0));
    let process = lived(&town, &dora, &eva);
    let of = |who: &str| -> Vec<String> {
        (0..20).map(|nth| if nth == 0 { who.to_owned() } else { planted(who, nth) }).collect()
    };
    let (hers, others) = (of(&dora), of(&eva));
    let before = bytes_of(&town.engine, process, Some(&file));
    for text in hers.iter().chain(&others) {
        assert!(holds(&before, text), "{text} is there before");
    }
    let pseudonym = person(&town.engine, &dora).unwrap();
    let points = |engine: &Engine| {
        let request = json!({"leaderboard": {"process": process, "by": "person"}}).to_string();
        let answer: Value = serde_json::from_str(&engine.request(request.as_bytes())).unwrap();
        answer["ok"]["places"]
            .as_array()
            .unwrap()
            .iter()
            .map(|place| place["points"].clone())
            .collect::<Vec<_>>()
    };
    let awarded = points(&town.engine);
    assert_eq!(awarded.len(), 2);
    // Another engine on the same file, which knows her from before.
    let other = Engine::open(&format!("sqlite:{}", file.display())).unwrap();
    assert_eq!(person(&other, &dora), Some(pseudonym));
    let erasing = erase(&town, pseudonym);
    town.engine.execute(&erasing).unwrap();
    for text in &hers {
        assert!(!holds(&bytes_of(&town.engine, process, Some(&file)), text), "{text} is left");
    }
    let after = bytes_of(&town.engine, process, Some(&file));
    for text in &others {
        assert!(holds(&after, text), "{text} belongs to somebody else");
    }
    assert_eq!(person(&other, &dora), None, "the other engine has heard of it");
    other.process(process).unwrap();
    assert_eq!(person(&other, &dora), None);
    assert_eq!(points(&town.engine), awarded, "tallies stand");
    town.engine.verify_all().unwrap();
    assert!(town.engine.execute(&erasing).unwrap().repeated, "sent again it changes nothing");
    // Who comes back is somebody new.
    let stream = StreamId::from(process);
    town.act(&dora, stream, "participation.ask", json!({"text": "Here I am again."}));
    let again = person(&town.engine, &dora).unwrap();
    assert_ne!(again, pseudonym);
    town.engine.verify_all().unwrap();
}

#[test]
fn a_restored_backup_is_erased_by_the_same_command() {
    let folder = tempfile::TempDir::new().unwrap();
    let [file, backup] = ["town.sqlite", "backup.sqlite"].map(|name| folder.path().join(name));
    let town = Town::at(&format!("sqlite:{}", file.display()));
    let (dora, eva) = (planted("dora", 0), planted("eva", 0));
    let process = lived(&town, &dora, &eva);
    town.engine.store().scrub().unwrap();
    std::fs::copy(&file, &backup).unwrap();
    let erasing = erase(&town, person(&town.engine, &dora).unwrap());
    town.engine.execute(&erasing).unwrap();
    let restored = Engine::open(&format!("sqlite:{}", backup.display())).unwrap();
    assert!(person(&restored, &dora).is_some());
    restored.execute(&erasing).unwrap();
    assert!(person(&restored, &dora).is_none());
    let left = bytes_of(&restored, process, Some(&backup));
    assert!(!holds(&left, &dora) && !holds(&left, &planted(&dora, 7)));
    restored.verify_all().unwrap();
}

#[test]
fn who_may_erase_whom() {
    let town = Town::new();
    lived(&town, "dora", "eva");
    town.found("bruno", "club", "nonprofit_organisation");
    let dora = person(&town.engine, "dora").unwrap();
    let refused = |actor: &str, data: Value| town.refused(actor, StreamId::from(dora), "person.erase", data);
    assert_eq!(refused("eva", json!({})).code, Code::PersonNotPermitted);
    assert_eq!(refused("eva", json!({"acting_for": "city", "reason": "So."})).code, Code::PersonNotPermitted);
    assert_eq!(refused("anna", json!({"acting_for": "city"})).code, Code::PersonReason);
    assert_eq!(refused("anna", json!({"acting_for": "town", "reason": "So."})).code, Code::PartyUnknown);
    let nobody = StreamId::from(PersonId::from_bytes([9; 16]));
    let unknown =
        town.refused("anna", nobody, "person.erase", json!({"acting_for": "city", "reason": "So."}));
    assert_eq!((unknown.code, unknown.path.as_deref()), (Code::PartyUnknown, Some("/stream")));
    // She needs no reason, and leaves none.
    town.act("dora", StreamId::from(dora), "person.erase", json!({}));
    assert_eq!(person(&town.engine, "dora"), None);
    assert_eq!(refused("anna", json!({"acting_for": "city", "reason": "So."})).code, Code::PersonErased);
    let page = town.engine.audit_trail(Position(0), 1000, Language::english()).unwrap();
    assert_eq!(page.entries.last().unwrap().sentence.text, "Somebody erased a person.");
}

#[test]
fn she_gets_everything_that_is_held_about_her() {
    let town = Town::new();
    let process = lived(&town, "dora", "eva");
    town.act("dora", StreamId::from(process), "participation.ask", json!({"text": "May I <b>help</b>?"}));
    let dora = person(&town.engine, "dora").unwrap();
    let about = town.engine.subject_access(dora, Language::english()).unwrap();
    // The texts: 19 claims and the question. The events: written a second time, naively.
    assert_eq!(about.texts.len(), 20);
    let feed = town.engine.changes(Position(0), 10_000).unwrap();
    let hers = feed.iter().filter(|change| change.event.to_json().contains(&dora.to_string()));
    let positions: Vec<Position> = hers.map(|change| change.position).collect();
    assert_eq!(about.traces.iter().map(|trace| trace.position).collect::<Vec<_>>(), positions);
    assert!(positions.len() > 20, "what she did, her team, her points");
    assert!(about.markdown.contains("\u{2068}dora\u{2069} asked to take part in"), "{}", about.markdown);
    assert!(about.markdown.contains("May I \\<b\\>help"), "what somebody wrote is no markup");
    let answer = |who: &str| {
        let request = json!({"subject_access": {"person": who, "language": "lv"}}).to_string();
        let answer: Value = serde_json::from_str(&town.engine.request(request.as_bytes())).unwrap();
        answer["ok"].clone()
    };
    assert_eq!(answer("dora")["person"]["host_id"], "dora");
    assert_eq!(
        answer("nobody"),
        json!({"consents": [], "kept": [], "markdown": "", "person": {}, "texts": [], "traces": []})
    );
    town.act("dora", StreamId::from(dora), "person.erase", json!({}));
    let about = town.engine.subject_access(dora, Language::english()).unwrap();
    assert_eq!((about.texts.len(), about.person.host_id), (0, None), "the pseudonym leads nowhere");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whoever is erased, in whatever order: everybody else's data are as they were, and the states too.
    #[test]
    fn everybody_else_stays_as_she_was(order in Just(["dora", "eva", "fred", "gina"]).prop_shuffle(), count in 0..4_usize) {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        town.team("anna", city, "neighbours", "citizen", &order);
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        for who in order {
            town.act(who, StreamId::from(process), "participation.ask", json!({"text": planted(who, 1)}));
        }
        let data = |engine: &Arc<Engine>, who: &str| {
            let person = person(engine, who).unwrap();
            engine.subject_access(person, Language::english()).unwrap().texts
        };
        let before: Vec<_> = order.iter().map(|who| data(&town.engine, who)).collect();
        let state = town.engine.process(process).unwrap();
        for who in &order[..count] {
            let one = person(&town.engine, who).unwrap();
            town.engine.execute(&erase(&town, one)).unwrap();
        }
        for (nth, who) in order.iter().enumerate() {
            if nth < count {
                prop_assert_eq!(person(&town.engine, who), None);
            } else {
                prop_assert_eq!(&data(&town.engine, who), &before[nth]);
            }
        }
        let now = town.engine.process(process).unwrap();
        prop_assert_eq!(now.process(), state.process());
        let replayed = town.engine.process_as_of(process, AsOf::Seq(now.seq())).unwrap();
        prop_assert_eq!(replayed.process(), state.process());
        town.engine.verify_all().unwrap();
    }
}

#[test]
fn one_person_keeps_one_voice_until_the_process_closes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.sqlite");
    let url = format!("sqlite:{}", file.display());
    let town = Town::at(&url);
    let process = lived(&town, "dora@mail.example", "eva@mail.example");
    let stream = StreamId::from(process);
    let story = json!({"title": {"en": "A"}, "results": {"en": "B"}});
    let published =
        town.act("anna", stream, "process.publish", json!({"licence": "CC-BY-4.0", "story": story}));
    let event: Value = serde_json::from_str(&published.events[0].to_json()).unwrap();
    let rate = |stars: u8| json!({"rated": {"process": {"process": process}}, "seen_in": event["data"]["publication"], "stars": stars});
    town.act("dora@mail.example", None, "rating.give", rate(5));
    // Eva contributed and did not rate.
    for who in ["dora@mail.example", "eva@mail.example"] {
        let pseudonym = person(&town.engine, who).unwrap();
        town.engine.execute(&erase(&town, pseudonym)).unwrap();
    }
    // They come back and are taken into the team again, as somebody new.
    let Some(Party::Organisation(city)) =
        town.engine.store().read().unwrap().party(&"city".parse().unwrap()).unwrap()
    else {
        panic!("the city is an organisation")
    };
    let city = StreamId::from(city);
    for who in ["dora@mail.example", "eva@mail.example", "fay@mail.example"] {
        town.act("anna", city, "team_member.add", json!({"team": "neighbours", "person": who}));
    }
    let host = town.item(process, "agree");
    let claim = json!({"item": host, "kind": "development", "text": "I was here."});
    let other = Town::at(&url).numbering_from(1000);
    other.wait_minutes(10_000);
    for town in [&town, &other] {
        for who in ["dora@mail.example", "eva@mail.example"] {
            let refused = town.refused(who, stream, "contribution.claim", claim.clone());
            assert_eq!(refused.code, Code::PersonAlreadyCounted, "{who}");
        }
        assert_eq!(
            town.refused("dora@mail.example", None, "rating.give", rate(1)).code,
            Code::PersonAlreadyCounted
        );
    }
    town.act("eva@mail.example", None, "rating.give", rate(1));
    town.act("fay@mail.example", stream, "contribution.claim", claim.clone());
    // Nobody can tell from the file who it was, and when the process closes not even whether it was somebody.
    let tags = || {
        let count = "SELECT (SELECT count(*) FROM participation_marker) + (SELECT count(*) FROM process_key)";
        rusqlite::Connection::open(&file).unwrap().query_row(count, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!(tags(), 4, "two contributed, one rated, one key");
    assert_eq!(
        town.refused("fay@mail.example", stream, "process.close", json!({})).code,
        Code::PermissionDenied
    );
    town.act("anna", stream, "process.close", json!({}));
    assert_eq!(tags(), 0);
    let closed = |actor: &str, kind: &str, data: Value| town.refused(actor, stream, kind, data).code;
    assert_eq!(closed("dora@mail.example", "contribution.claim", claim), Code::ProcessClosed);
    assert_eq!(closed("anna", "process.close", json!({})), Code::ProcessClosed);
    assert_eq!(town.refused("fay@mail.example", None, "rating.give", rate(3)).code, Code::ProcessClosed);
    town.act(
        "anna",
        None,
        "process.clone",
        json!({"source": process, "name": {"en": "Again"}, "acting_for": "city"}),
    );
    town.engine.verify_all().unwrap();
}

#[test]
fn what_one_controller_erases_is_gone_to_the_byte_and_what_another_holds_is_there() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("town.sqlite");
    let city = testkit::Controller::at(&format!("sqlite:{}?skew_ms=100000000000000", path.display()));
    let town = &city.town;
    town.found("frank", "firm", "forprofit_organisation");
    let (mine, theirs) = (planted("city", 3), planted("firm", 4));
    let grounds = json!({"organisation": "city", "purpose": "planning", "grounds": mine});
    town.act("dora", None, "objection.raise", grounds);
    let asking = json!({"organisation": "firm", "right": "access", "text": theirs});
    let own = town.act("dora", None, "subject_request.make", asking).stream;
    let there = |text: &str| {
        ["", "-wal"].iter().any(|end| {
            std::fs::read(format!("{}{end}", path.display())).is_ok_and(|bytes| holds(&bytes, text))
        })
    };
    assert!(there(&mine) && there(&theirs));
    town.act("anna", own, "person.erase", json!({"acting_for": "city", "reason": "She asked."}));
    assert!(!there(&mine), "the city erased what it held");
    assert!(there(&theirs) && town.engine.person(&testkit::host("dora")).unwrap().is_some());
    town.act("dora", own, "person.erase", json!({}));
    assert!(
        !there(&theirs) && town.engine.person(&testkit::host("dora")).unwrap().is_none(),
        "and she herself all"
    );
    town.engine.verify_all().unwrap();
}
