//! What a citizen's browser is given holds her own name and nobody else's, and what is asked there about her is answered as here.
#![cfg(test)]

use interlink::check::Question;
use interlink::governance::{Permission, Shipped};
use interlink::journal::{Event, StreamId};
use interlink::kernel::{Checker, Engine, HostQuestion};
use interlink::types::{ItemId, ProcessId};
use serde_json::json;
use testkit::{Controller, host, small_template};

const PEOPLE: [&str; 3] = ["dora@mail.example", "eva@mail.example", "fred@mail.example"];

/// Neighbours who take part, say what they did, and were asked for a consent that the work requires.
fn lived() -> (Controller, ProcessId) {
    let of = Controller::new();
    let town = &of.town;
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    for who in PEOPLE {
        town.act("anna", stream, "role.grant", json!({"holder": {"person": who}, "role": "contributor"}));
    }
    let invite = town.item(process, "invite");
    town.start("anna", process, invite);
    town.act("anna", stream, "purpose.require", json!({"organisation": "city", "purpose": "news"}));
    for who in PEOPLE {
        of.give(who, "news");
    }
    of.town.act("eva@mail.example", None, "consent.withdraw", testkit::about("news"));
    for who in [PEOPLE[0], PEOPLE[2]] {
        let text = format!("What {who} planted");
        town.act(
            who,
            stream,
            "contribution.claim",
            json!({"item": invite, "kind": "development", "text": text}),
        );
    }
    (of, process)
}

#[test]
fn a_page_names_whom_it_is_for_and_nobody_else() {
    let (of, process) = lived();
    for who in PEOPLE {
        let page = of.town.engine.export_bundle_for(process, &host(who)).unwrap();
        for other in PEOPLE.into_iter().chain(["anna"]).filter(|other| *other != who) {
            assert!(
                !page.contains(&format!("\"{other}\"")) && !page.contains(&format!("What {other}")),
                "{other}"
            );
        }
        assert!(page.contains(&format!("\"{who}\"")));
        assert_eq!(page.contains(&format!("What {who} planted")), who != PEOPLE[1]);
    }
    let strangers = of.town.engine.export_bundle_for(process, &host("zoe")).unwrap();
    assert!(PEOPLE.iter().all(|who| !strangers.contains(who)));
}

/// What others said stays with the city: nothing but the ids of their events is in her browser.
#[test]
fn nobody_else_s_will_is_in_it() {
    let (of, process) = lived();
    let page = of.town.engine.export_bundle_for(process, &host(PEOPLE[0])).unwrap();
    let mut own = 0;
    for line in page.lines() {
        let line: serde_json::Value = serde_json::from_str(line.split_once(' ').unwrap().1).unwrap();
        for event in line["events"].as_array().into_iter().flatten() {
            let body = event.to_string();
            let event = Event::read(Event::hash(body.as_bytes()), body.as_bytes()).unwrap();
            let Some(person) = event.head.stream.person() else { continue };
            let is_hers = person == of.person(PEOPLE[0]);
            own += usize::from(is_hers);
            assert!(is_hers || event.data.type_name().ends_with(".withheld"), "{body}");
        }
    }
    assert!(own > 0);
}

#[test]
fn what_is_asked_on_it_about_her_is_answered_as_here() {
    let (of, process) = lived();
    let (engine, at) = (&of.town.engine, of.town.now());
    let view = engine.process(process).unwrap();
    let items: Vec<Option<ItemId>> = ["plan", "meet", "invite", "agree", "dig"]
        .map(|key| Some(of.town.item(process, key)))
        .into_iter()
        .chain([None])
        .collect();
    for who in PEOPLE {
        let page = engine.export_bundle_for(process, &host(who)).unwrap();
        let checker = Checker::read(page.as_bytes()).unwrap();
        let taken_in = Engine::open("memory:").unwrap();
        taken_in.import_bundle(page.as_bytes()).unwrap();
        taken_in.verify_all().unwrap();
        let (there, actor) = (taken_in.process(process).unwrap(), of.person(who));
        let mut yes = 0;
        for permission in Permission::ALL {
            for item in &items {
                let asked = Question { actor, permission: *permission, item: *item, asset: None, at };
                let expected = view.check(&asked).allowed();
                assert_eq!(there.check(&asked).allowed(), expected, "{who} {permission:?}");
                let actor = &host(who);
                let asked = HostQuestion { actor, permission: *permission, process, item: *item, at };
                assert_eq!(checker.allows(&asked).unwrap(), expected, "{who} {permission:?}");
                yes += usize::from(expected);
            }
        }
        assert!(yes > 0 || who == PEOPLE[1], "{who}");
    }
}
