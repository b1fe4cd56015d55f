//! An objection outlives an erasure, and names nobody.
#![cfg(test)]

use interlink::Engine;
use interlink::consent::{Asked, State};
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::problem::Code;
use interlink::types::PersonId;
use serde_json::{Value, json};
use testkit::{Controller, Town, about, host, notice, of, with};

const DORA: &str = "dora@mail.example";

/// Erases whoever has this id, by herself.
fn erase(city: &Controller, who: &str) -> PersonId {
    let person = city.person(who);
    city.town.act(who, StreamId::from(person), "person.erase", json!({}));
    assert_eq!(city.town.engine.person(&host(who)).unwrap(), None);
    person
}

/// Makes somebody known by a command of somebody else's, in a stream that has nothing to do with her will.
fn meet(city: &Controller, who: &str) {
    city.town.act("anna", StreamId::from(city.id), "member.add", json!({"person": who}));
}

fn object(city: &Controller, who: &str, upheld: Option<bool>) {
    city.town.act(who, None, "objection.raise", with(about("planning"), &json!({"grounds": "My garden."})));
    match upheld {
        None => {}
        Some(true) => drop(city.town.act("anna", None, "objection.decide", of(who, "planning"))),
        Some(false) => {
            let data = with(of(who, "planning"), &json!({"grounds": "A flood."}));
            city.town.act("anna", None, "objection.decide", data);
        }
    }
}

fn state_in(engine: &Engine, city: &Controller, who: &str) -> (State, bool) {
    let person = engine.person(&host(who)).unwrap().unwrap_or(PersonId::from_bytes([0; 16]));
    let asked = Asked::Now(city.town.now());
    let view = engine.consent(person, &city.purpose("planning"), asked).unwrap();
    (view.state, view.allowed)
}

#[test]
fn an_objection_stands_for_whoever_comes_back_and_only_she_lifts_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.sqlite");
    let url = format!("sqlite:{}", path.display());
    let city = Controller::at(&url);
    // Others see the store from before.
    let other = Engine::open(&url).unwrap();
    assert!(other.consents().unwrap().is_empty());
    object(&city, DORA, Some(true));
    let before = erase(&city, DORA);
    city.town.engine.verify_all().unwrap();
    // Nobody is named in the file, and whoever is somebody else is free.
    let bytes: Vec<u8> = ["", "-wal"]
        .iter()
        .flat_map(|end| std::fs::read(format!("{}{end}", path.display())).unwrap_or_default())
        .collect();
    assert!(!bytes.windows(DORA.len()).any(|window| window == DORA.as_bytes()));
    meet(&city, "eva@mail.example");
    assert_eq!(state_in(&city.town.engine, &city, "eva@mail.example"), (State::Unknown, true));
    // The first thing that makes her known is somebody else's command; she is objecting from there on.
    meet(&city, DORA);
    assert_ne!(city.person(DORA), before);
    for engine in [&city.town.engine, &other, &Engine::open(&url).unwrap()] {
        assert_eq!(state_in(engine, &city, DORA), (State::ObjectionUpheld, false));
        engine.verify_all().unwrap();
    }
    // She is erased again, and comes back again.
    erase(&city, DORA);
    meet(&city, DORA);
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::ObjectionUpheld, false));
    // Nobody of the controller's lifts it; she does, and it stays so over the next erasure.
    let refused = city.refused("anna", "objection.withdraw", of(DORA, "planning"));
    assert_eq!(refused.code, Code::ConsentNotDataSubject);
    city.town.act(DORA, None, "objection.withdraw", about("planning"));
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::Unknown, true));
    erase(&city, DORA);
    meet(&city, DORA);
    for engine in [&city.town.engine, &other, &Engine::open(&url).unwrap()] {
        assert_eq!(state_in(engine, &city, DORA), (State::Unknown, true));
        engine.verify_all().unwrap();
    }
}

#[test]
fn what_was_not_decided_goes_on_undecided_and_what_was_overruled_is_over() {
    let city = Controller::new();
    object(&city, DORA, None);
    erase(&city, DORA);
    meet(&city, DORA);
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::Objected, false));
    // The controller may still show its grounds (Art. 21(1)).
    let data = with(of(DORA, "planning"), &json!({"grounds": "A flood."}));
    city.town.act("anna", None, "objection.decide", data);
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::ObjectionOverruled, true));
    erase(&city, DORA);
    meet(&city, DORA);
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::Unknown, true));
    city.town.engine.verify_all().unwrap();
}

#[test]
fn her_own_first_command_meets_the_objection_too() {
    let city = Controller::new();
    for first in ["raise", "withdraw", "another"] {
        object(&city, DORA, Some(true));
        erase(&city, DORA);
        match first {
            // She objects already.
            "raise" => {
                let refused = city.refused(DORA, "objection.raise", about("planning"));
                assert_eq!(refused.code, Code::ConsentTransition);
                assert_eq!(city.town.engine.person(&host(DORA)).unwrap(), None, "nothing changed");
                meet(&city, DORA);
                assert_eq!(state_in(&city.town.engine, &city, DORA), (State::ObjectionUpheld, false));
                city.town.act(DORA, None, "objection.withdraw", about("planning"));
            }
            // Lifting it is the first that is heard of her.
            "withdraw" => {
                let lifted = city.town.act(DORA, None, "objection.withdraw", about("planning"));
                assert_eq!(lifted.events.len(), 2, "it stood again, and she lifted it");
                assert_eq!(state_in(&city.town.engine, &city, DORA), (State::Unknown, true));
            }
            _ => {
                let given =
                    city.town.act(DORA, None, "consent.give", testkit::giving("city", city.notice, "news"));
                assert_eq!(given.seq.0, 2);
                assert_eq!(state_in(&city.town.engine, &city, DORA), (State::ObjectionUpheld, false));
                assert!(city.holds(DORA, "news"));
            }
        }
        city.town.engine.verify_all().unwrap();
    }
}

/// Not even the command that makes her known passes a gate that the objection closes.
#[test]
fn a_gate_knows_the_objection_before_anybody_does() {
    let city = Controller::new();
    let town = &city.town;
    town.team("anna", city.id, "neighbours", "citizen", &["eva@mail.example", DORA]);
    let template = town.template(&testkit::small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    object(&city, DORA, Some(true));
    erase(&city, DORA);
    town.act("anna", stream, "purpose.require", json!({"organisation": "city", "purpose": "planning"}));
    let invite = town.item(process, "invite");
    let assign = |who: &str| json!({"holder": {"person": who}, "item": invite});
    town.act("anna", stream, "assignment.make", assign("eva@mail.example"));
    let refused = town.refused("anna", stream, "assignment.make", assign(DORA));
    assert_eq!(refused.code, Code::PermissionDenied, "{refused:?}");
    assert_eq!(town.engine.person(&host(DORA)).unwrap(), None);
    town.engine.verify_all().unwrap();
}

#[test]
fn one_controllers_erasure_leaves_every_objection_as_it_was() {
    let city = Controller::new();
    let town = &city.town;
    let firm = town.found("frank", "firm", "forprofit_organisation");
    let mut theirs: Value = notice(1);
    theirs["controllers"] = json!([theirs["controllers"][0].clone()]);
    theirs["purposes"] = json!(
        theirs["purposes"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|purpose| purpose["id"] == "planning")
            .cloned()
            .collect::<Vec<_>>()
    );
    theirs["purposes"][0]["basis"] = json!("legitimate_interest");
    theirs["purposes"][0]["interest"] = json!({"en": "To know the neighbours."});
    theirs["purposes"][0].as_object_mut().unwrap().remove("law");
    theirs["recipients"].as_array_mut().unwrap().retain(|_| true);
    town.publish_notice("frank", firm, &theirs);
    object(&city, DORA, Some(true));
    let at_firm = json!({"organisation": "firm", "purpose": "planning"});
    town.act(DORA, None, "objection.raise", at_firm);
    let dora = city.person(DORA);
    let reason = json!({"acting_for": "city", "reason": "Asked to."});
    town.act("anna", StreamId::from(dora), "person.erase", reason);
    assert_eq!(city.person(DORA), dora, "the firm has to do with her");
    let state = |organisation: &str| {
        let who = city.person(DORA);
        let Some(interlink::vault::Party::Organisation(id)) =
            town.engine.store().read().unwrap().party(&host(organisation)).unwrap()
        else {
            panic!("{organisation}")
        };
        let purpose =
            interlink::consent::PurposeRef { organisation_id: id, purpose: "planning".parse().unwrap() };
        town.engine.consent(who, &purpose, Asked::Now(town.now())).unwrap().state
    };
    assert_eq!((state("city"), state("firm")), (State::ObjectionUpheld, State::Objected));
    erase(&city, DORA);
    meet(&city, DORA);
    assert_eq!((state("city"), state("firm")), (State::ObjectionUpheld, State::Objected));
    town.engine.verify_all().unwrap();
}

/// The list is of this store: a bundle neither carries it nor brings anybody in past it.
#[test]
fn no_bundle_carries_the_list_or_leads_round_it() {
    let city = Controller::new();
    let elsewhere = Town::new().numbering_from(5000);
    let lived = |town: &Town, by: &str, organisation: &str, team: &str| {
        let id = town.found(by, organisation, "public_administration");
        town.team(by, id, team, "citizen", &[DORA]);
        let template = town.template(&testkit::small_template());
        town.process(by, Some(organisation), Shipped::C2g, Some(template))
    };
    let here = lived(&city.town, "olga", "village", "villagers");
    let there = lived(&elsewhere, "paul", "port", "sailors");
    object(&city, DORA, Some(true));
    erase(&city, DORA);
    let bundle = city.town.engine.export_bundle(here, true).unwrap();
    assert!(!bundle.contains("upheld") && !bundle.contains(DORA));
    let brought = elsewhere.engine.export_bundle(there, true).unwrap();
    assert!(brought.contains(DORA));
    city.town.engine.import_bundle(brought.as_bytes()).unwrap();
    assert_eq!(city.town.engine.person(&host(DORA)).unwrap(), None, "here she begins with her objection");
    meet(&city, DORA);
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::ObjectionUpheld, false));
    city.town.engine.verify_all().unwrap();
}

/// Somebody who can write the file takes the list away: then it stops nobody, and nothing else is harmed. What is put there in
/// its place and is not an entry is found.
#[test]
fn a_list_that_was_taken_away_stops_nobody_and_a_forged_one_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.sqlite");
    let city = Controller::at(&format!("sqlite:{}", path.display()));
    object(&city, DORA, Some(true));
    erase(&city, DORA);
    let file = rusqlite::Connection::open(&path).unwrap();
    let forge = "INSERT INTO entry (commitment, put_right, subject, salt, text)
        VALUES (zeroblob(32), zeroblob(32), zeroblob(16), zeroblob(16), 'upheld by nobody')";
    file.execute(forge, []).unwrap();
    assert!(city.town.engine.verify_all().is_err());
    file.execute("DELETE FROM entry WHERE commitment < x'0000000000000001'", []).unwrap();
    city.town.engine.verify_all().unwrap();
    meet(&city, DORA);
    assert_eq!(state_in(&city.town.engine, &city, DORA), (State::Unknown, true));
    city.town.engine.verify_all().unwrap();
}

/// She has not come back, and the host asks with the id that it has in its own list of people.
#[test]
fn whoever_is_asked_about_before_she_comes_back_objects_already() {
    let city = Controller::new();
    object(&city, DORA, Some(true));
    object(&city, "eva@mail.example", None);
    erase(&city, DORA);
    erase(&city, "eva@mail.example");
    let asked = |who: &str| {
        let request = json!({"consent": {"at": city.town.now(), "organisation_id": city.id, "person": who, "purpose": "planning"}});
        let answer: Value =
            serde_json::from_str(&city.town.engine.request(request.to_string().as_bytes())).unwrap();
        (answer["ok"]["allowed"].clone(), answer["ok"]["state"].clone())
    };
    assert_eq!(asked(DORA), (json!(false), json!("objection_upheld")));
    assert_eq!(asked("eva@mail.example"), (json!(false), json!("objected")));
    assert_eq!(asked("nobody@mail.example"), (json!(true), json!("unknown")));
}
