//! Being told: sentences in several languages, and for each person what concerns her.
#![cfg(test)]

use std::collections::BTreeSet;

use interlink::Engine;
use interlink::journal::{Position, StreamId};
use interlink::messages::{Concern, MessageCatalogue, Notification};
use interlink::problem::Code;
use interlink::types::{Language, ProcessId};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::Town;

const ALL: usize = 10_000;

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn city(town: &Town) -> ProcessId {
    town.city_with("officers", "public_administration", &["carla", "dora"], "officer")
}

fn concerns(told: &[Notification], who: &str) -> Vec<Concern> {
    let hers = |news: &&Notification| news.person.host_id.as_ref().is_some_and(|id| id.as_str() == who);
    told.iter().filter(hers).map(|news| news.concern).collect()
}

/// Who was in a team when it was closed or went into another is told so, and nobody who had left it before.
#[test]
fn whoever_was_in_a_team_is_told_that_it_was_closed() {
    let town = Town::new();
    let id = town.found("anna", "city", "public_administration");
    let stream = StreamId::from(id);
    for team in ["green", "crew"] {
        town.team("anna", id, team, "public_administration", &["carla", "dora", "eva"]);
    }
    town.act("anna", stream, "team_member.remove", json!({"person": "eva", "team": "green"}));
    town.act("anna", stream, "team_member.remove", json!({"person": "eva", "team": "crew"}));
    let so_far = town.engine.store().position().unwrap();
    town.act("anna", stream, "team.merge", json!({"into": "crew", "team": "green"}));
    town.act("anna", stream, "team.close", json!({"team": "crew"}));
    let told = town.engine.notifications(so_far, ALL, None, language("en")).unwrap().entries;
    for who in ["carla", "dora"] {
        assert_eq!(concerns(&told, who), [Concern::Membership, Concern::Membership], "{who}");
    }
    assert_eq!(told.len(), 4, "neither Eva nor Anna, who did it");
    assert!(told.iter().any(|news| news.sentence.text.contains("merged")));
}

#[test]
fn each_person_hears_what_concerns_her() {
    let town = Town::new();
    let process = city(&town);
    let stream = StreamId::from(process);
    let [invite, agree, dig] = ["invite", "agree", "dig"].map(|key| town.item(process, key));
    let so_far = town.engine.store().position().unwrap();
    // Digging waits until all is planned; the officers are asked to do it.
    town.act("anna", stream, "assignment.make", json!({"item": dig, "holder": {"team": "officers"}}));
    town.act("anna", stream, "assignment.make", json!({"item": invite, "holder": {"person": "carla"}}));
    town.act("carla", stream, "task.start", json!({"item": invite}));
    let claimed = town.act(
        "carla",
        stream,
        "contribution.claim",
        json!({"item": invite, "kind": "development", "text": "I wrote to everybody."}),
    );
    let contribution: Value = serde_json::from_str(&claimed.events[0].to_json()).unwrap();
    let contribution = &contribution["data"]["contribution"];
    town.act("carla", stream, "task.complete", json!({"item": invite}));
    town.act("anna", stream, "contribution.accept", json!({"contribution": contribution}));
    town.act("carla", stream, "task.start", json!({"item": agree}));
    town.act("carla", stream, "task.complete", json!({"item": agree}));
    town.act("anna", stream, "task.reopen", json!({"item": agree}));
    town.act("eva", stream, "participation.ask", json!({"text": "I would like to help."}));
    let english = language("en");
    let page = town.engine.notifications(so_far, ALL, None, english).unwrap();
    assert_eq!(page.after, town.engine.store().position().unwrap());
    use Concern::{Asked, Assigned, Blocked, Reviewed, Unblocked};
    assert_eq!(
        concerns(&page.entries, "carla"),
        [Assigned, Assigned, Reviewed, Blocked],
        "not what she did herself"
    );
    assert_eq!(concerns(&page.entries, "dora"), [Assigned, Unblocked, Blocked], "through her team");
    assert_eq!(concerns(&page.entries, "anna"), [Asked], "she administers the process");
    assert_eq!(concerns(&page.entries, "eva"), []);
    let plain = |news: &Notification| news.sentence.text.replace(['\u{2068}', '\u{2069}'], "");
    let said: Vec<String> = page.entries.iter().map(plain).collect();
    for sentence in [
        "anna asked officers to work on “Dig”.",
        "Nothing holds “Dig” back any more.",
        "“Dig” has to wait.",
        "anna accepted the contribution of carla to “Invite”.",
    ] {
        assert!(said.iter().any(|said| said == sentence), "{sentence} in {said:?}");
    }
    assert!(said.iter().any(|sentence| sentence.starts_with("eva asked to take part in “")), "{said:?}");
    let carla = town.engine.person(&"carla".parse().unwrap()).unwrap();
    let hers = town.engine.notifications(so_far, ALL, carla, english).unwrap();
    assert_eq!(hers.entries.len(), 4);
    // Who was in the team later is not told what was asked before.
    let city = town.engine.party_of(&"city".parse().unwrap()).unwrap();
    let Some(interlink::vault::Party::Organisation(city)) = city else { panic!() };
    town.act("anna", StreamId::from(city), "team_member.add", json!({"team": "officers", "person": "fred"}));
    let page = town.engine.notifications(Position(0), ALL, None, english).unwrap();
    assert_eq!(concerns(&page.entries, "fred"), [Concern::Membership]);
    let roles = concerns(&page.entries, "dora");
    assert_eq!(roles[..2], [Concern::Membership, Concern::Role], "a role for her team is hers: {roles:?}");
}

#[test]
fn sentences_come_in_the_language_or_say_which() {
    let town = Town::new();
    let process = city(&town);
    let invite = town.item(process, "invite");
    town.act("carla", StreamId::from(process), "task.start", json!({"item": invite}));
    let last = |tag: &str| {
        let page = town.engine.audit_trail(Position(0), ALL, language(tag)).unwrap();
        let told = page.entries.last().unwrap().sentence.clone();
        // Names are isolated, each by itself.
        assert!(told.text.starts_with("\u{2068}carla\u{2069} "), "{}", told.text);
        (told.text.replace(['\u{2068}', '\u{2069}'], ""), told.language.to_string())
    };
    let said = |text: &str, tag: &str| (text.to_owned(), tag.to_owned());
    assert_eq!(last("en"), said("carla started “Invite”.", "en"));
    assert_eq!(last("es"), said("carla inició «Invite».", "es"));
    assert_eq!(last("it-CH"), said("carla ha avviato «Invitare».", "it"));
    assert_eq!(last("lv"), said("carla sāka uzdevumu “Invite”.", "lv"));
    assert_eq!(last("de"), said("carla started “Invite”.", "en"), "the fallback is stated");
    let german = json!({
        "language": "de", "somebody": "jemand", "something": "etwas",
        "phrases": {"task.started": "{actor} hat „{item}“ begonnen."},
    });
    town.engine.add_message_catalogue(MessageCatalogue::parse(german.to_string().as_bytes()).unwrap());
    assert_eq!(last("de-AT"), said("carla hat „Invite“ begonnen.", "de"));
    let page = town.engine.audit_trail(Position(0), ALL, language("de")).unwrap();
    let languages: BTreeSet<String> =
        page.entries.iter().map(|told| told.sentence.language.to_string()).collect();
    assert_eq!(
        languages,
        ["de", "en"].map(str::to_owned).into(),
        "what the host has no words for, in English"
    );
    let part = page.entries.last().unwrap().sentence.parts[0].clone();
    assert_eq!(part.party.unwrap().host_id.unwrap().as_str(), "carla", "a host can put a better name there");
}

#[test]
fn nobody_is_named_whom_the_vault_does_not_know() {
    let town = Town::new();
    let process = city(&town);
    town.act("carla", StreamId::from(process), "task.start", json!({"item": town.item(process, "invite")}));
    let bundle = town.engine.export_bundle(process, false).unwrap();
    let elsewhere = Engine::open("memory:").unwrap();
    elsewhere.import_bundle(bundle.as_bytes()).unwrap();
    for (tag, begins) in [("en", "Somebody "), ("es", "Alguien "), ("it", "Qualcuno "), ("lv", "Kāds ")] {
        let page = elsewhere.audit_trail(Position(0), ALL, language(tag)).unwrap();
        assert!(page.entries.len() > 5);
        for told in page.entries {
            // Nobody took it in: the host did.
            let import = told.stream == StreamId::Import;
            assert!(import || told.sentence.text.starts_with(begins), "{}", told.sentence.text);
            for name in ["anna", "carla", "dora"] {
                assert!(!told.sentence.text.contains(name), "{}", told.sentence.text);
            }
        }
    }
}

#[test]
fn a_phrasebook_that_says_nothing_is_refused() {
    let book = |phrases: Value, somebody: &str| {
        let text = json!({"language": "de", "somebody": somebody, "something": "etwas", "phrases": phrases});
        MessageCatalogue::parse(text.to_string().as_bytes()).unwrap_err()
    };
    for (phrases, somebody, path) in [
        (json!({"task.begun": "x"}), "jemand", "/phrases/task.begun"),
        (json!({"task.started": "{organisation}"}), "jemand", "/phrases/task.started"),
        (json!({"task.started": "{actor"}), "jemand", "/phrases/task.started"),
        (json!({}), " ", "/somebody"),
    ] {
        let fault = book(phrases, somebody);
        assert_eq!((fault.code(), fault.path()), (Code::MessageCatalogueInvalid, path));
    }
    assert_eq!(MessageCatalogue::parse(b"{}").unwrap_err().code(), Code::JsonMissingField);
}

/// Acts that may be taken or refused, by whoever.
fn any_act() -> impl Strategy<Value = (usize, usize, usize)> {
    (0..4_usize, 0..9_usize, 0..3_usize)
}

fn act(town: &Town, process: ProcessId, (who, what, which): (usize, usize, usize)) {
    let who = ["anna", "carla", "dora", "eva"][who];
    let item = town.item(process, ["invite", "agree", "dig"][which]);
    let (kind, data) = match what {
        0 => ("task.start", json!({"item": item})),
        1 => ("task.complete", json!({"item": item})),
        2 => ("task.reopen", json!({"item": item})),
        3 => ("item.disable", json!({"item": item})),
        4 => ("item.enable", json!({"item": item})),
        5 => ("assignment.make", json!({"item": item, "holder": {"person": "dora"}})),
        6 => ("assignment.make", json!({"item": item, "holder": {"team": "officers"}})),
        7 => ("contribution.claim", json!({"item": item, "kind": "development", "text": "so"})),
        _ => ("participation.ask", json!({"text": "so"})),
    };
    town.try_do(who, StreamId::from(process), kind, data).ok();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever happens: every event is said in every language with nothing left in braces; page by page it is the
    /// same as at once; and each person hears her part of the whole.
    #[test]
    fn pages_and_people_make_the_whole(acts in prop::collection::vec(any_act(), 0..25), size in 1..7_usize) {
        let town = Town::new();
        let process = city(&town);
        acts.into_iter().for_each(|one| act(&town, process, one));
        let events = town.engine.changes(Position(0), ALL).unwrap().len();
        for tag in ["en", "es", "it", "lv"] {
            let told = town.engine.audit_trail(Position(0), ALL, language(tag)).unwrap().entries;
            prop_assert_eq!(told.len(), events);
            for told in told {
                prop_assert_eq!(told.sentence.language, language(tag));
                prop_assert!(!told.sentence.text.contains(['{', '}']), "{}", told.sentence.text);
            }
        }
        let english = language("en");
        let whole = town.engine.notifications(Position(0), ALL, None, english).unwrap().entries;
        let (mut paged, mut after) = (Vec::new(), Position(0));
        loop {
            let page = town.engine.notifications(after, size, None, english).unwrap();
            paged.extend(page.entries);
            if page.after == after {
                break;
            }
            after = page.after;
        }
        prop_assert_eq!(&paged, &whole);
        let mut heard = 0;
        for who in ["anna", "carla", "dora", "eva"] {
            let Some(person) = town.engine.person(&who.parse().unwrap()).unwrap() else { continue };
            heard += town.engine.notifications(Position(0), ALL, Some(person), english).unwrap().entries.len();
        }
        prop_assert_eq!(heard, whole.len());
    }
}
