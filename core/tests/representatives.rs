//! Who speaks for somebody: about what, from when until when, and what holds where two of them differ.
//!
//! The law: holders of parental responsibility answer for a child together, so the yes of one is none while the other says no
//! (GDPR Art. 8(1) asks for a consent "given or authorised by the holder of parental responsibility over the child").
#![cfg(test)]

use interlink::consent::Asked;
use interlink::journal::{EventData, StreamId};
use interlink::problem::{Code, Problem};
use interlink::types::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Controller, giving, of, with};

const REGISTRY: &str = "registry";

/// A city; a registry that Olga is an official of; and Vera, who is twelve.
fn city() -> Controller {
    let city = Controller::new();
    city.town.authority("olga", REGISTRY);
    let date_of_birth = json!({"date_of_birth": "2013-06-02", "acting_for": REGISTRY, "evidence": "c".repeat(64), "data_subject": "vera"});
    city.town.act("olga", None, "date_of_birth.record", date_of_birth);
    city
}

fn parent(who: &str) -> Value {
    let evidence = "b".repeat(64);
    json!({"acting_for": REGISTRY, "evidence": evidence, "kind": "parental", "representative": who, "scope": "everything", "data_subject": "vera"})
}

fn appoint(city: &Controller, who: &str, more: &Value) {
    city.town.act("olga", None, "representative.appoint", with(parent(who), more));
}

fn yes(city: &Controller, purpose: &str) -> Value {
    with(giving("city", city.notice, purpose), &json!({"data_subject": "vera"}))
}

fn dismissal(who: &str) -> Value {
    json!({"acting_for": REGISTRY, "evidence": "d".repeat(64), "representative": who, "data_subject": "vera"})
}

fn settlement(purpose: &str) -> Value {
    json!({"acting_for": REGISTRY, "evidence": "e".repeat(64), "organisation": "city", "purpose": purpose, "data_subject": "vera"})
}

fn in_days(city: &Controller, days: u32) -> Timestamp {
    city.town.now().plus_days(days)
}

fn wait_days(city: &Controller, days: i64) {
    city.town.wait_minutes(days * 24 * 60);
}

/// Whatever one may say for another, where this may not be said.
fn says_nothing(city: &Controller, who: &str, code: Code, why: &str) {
    let refused = |kind: &str, data: Value| city.refused(who, kind, data).code;
    for (kind, purpose) in [
        ("consent.refuse", "news"),
        ("consent.defer", "news"),
        ("consent.withdraw", "news"),
        ("objection.raise", "planning"),
        ("objection.withdraw", "planning"),
    ] {
        assert_eq!(refused(kind, of("vera", purpose)), code, "{why}: {kind}");
    }
    for kind in ["consent.give", "consent.renew"] {
        let before = city.state("vera", "news").is_consent();
        let data = yes(city, "news");
        if before == (kind == "consent.renew") {
            assert_eq!(refused(kind, data), code, "{why}: {kind}");
        }
    }
    let stream = StreamId::Person(city.person("vera"));
    let asked = json!({"organisation": "city", "right": "access"});
    assert_eq!(
        city.town.refused(who, stream, "subject_request.make", asked).code,
        Code::PersonNotPermitted,
        "{why}"
    );
}

#[test]
fn an_appointment_says_what_it_is_for() {
    let city = city();
    let mut unsaid = parent("rita");
    unsaid.as_object_mut().unwrap().remove("scope");
    let read = city.town.engine.request(
        json!({"execute": {"actor": "olga", "at": city.town.now(), "data": unsaid, "entropy": "0".repeat(32), "id": "0b8e3b1e-8f3c-4b1e-9d57-5b3e2c1d4f60", "type": "representative.appoint"}})
            .to_string()
            .as_bytes(),
    );
    assert!(read.contains("scope"), "nobody speaks for another about everything by default: {read}");
    let refused = |scope: Value| {
        city.refused("olga", "representative.appoint", with(parent("rita"), &json!({"scope": scope}))).code
    };
    assert_eq!(refused(json!({"only": []})), Code::RepresentativeMatters);
    assert_eq!(
        refused(json!({"only": vec![json!({"organisation": "city"}); 101]})),
        Code::RepresentativeMatters
    );
    assert_eq!(refused(json!({"only": [{"organisation": "nobody"}]})), Code::PartyUnknown);
    let ends = json!({"until": in_days(&city, 0)});
    let back = json!({"from": "2020-01-01T00:00:00.000Z"});
    let early = json!({"from": in_days(&city, 5), "until": in_days(&city, 4)});
    for (more, code) in [(ends, Code::WindowEmpty), (back, Code::WindowBackdated), (early, Code::WindowEmpty)]
    {
        let appoint = with(parent("rita"), &more);
        assert_eq!(city.refused("olga", "representative.appoint", appoint).code, code, "{more}");
    }
}

#[test]
fn a_representative_speaks_about_what_she_is_appointed_for_and_nothing_else() {
    let city = city();
    city.town.found("nina", "port", "public_administration");
    let news = json!({"scope": {"only": [{"organisation": "city", "purpose": "news"}]}});
    appoint(&city, "rita", &news);
    appoint(&city, "elsewhere", &json!({"scope": {"only": [{"organisation": "port"}]}}));
    says_nothing(&city, "elsewhere", Code::RepresentativeScope, "another controller");
    city.town.act("rita", None, "consent.give", yes(&city, "news"));
    city.town.act("rita", None, "consent.refuse", of("vera", "news.local"));
    let health = with(yes(&city, "health"), &json!({"explicit": true}));
    assert_eq!(city.refused("rita", "consent.give", health.clone()).code, Code::RepresentativeScope);
    assert_eq!(city.refused("rita", "consent.refuse", of("vera", "health")).code, Code::RepresentativeScope);
    assert_eq!(
        city.refused("rita", "objection.raise", of("vera", "planning")).code,
        Code::RepresentativeScope
    );
    let stream = StreamId::Person(city.person("vera"));
    let asked = json!({"organisation": "city", "right": "access"});
    let narrow = city.town.refused("rita", stream, "subject_request.make", asked.clone());
    assert_eq!(narrow.code, Code::PersonNotPermitted, "a right is asked of a controller, not for a purpose");
    appoint(&city, "rolf", &json!({"scope": {"only": [{"organisation": "city"}]}}));
    city.town.act("rolf", stream, "subject_request.make", asked);
    city.town.act("rolf", None, "objection.raise", of("vera", "planning"));
    city.town.act("rolf", None, "consent.give", health);
}

#[test]
fn an_appointment_for_a_notice_says_yes_to_no_other_and_no_to_what_stood_in_it() {
    let city = city();
    let this = json!({"scope": {"only": [{"notice": city.notice, "organisation": "city"}]}});
    appoint(&city, "rita", &this);
    city.town.act("rita", None, "consent.give", yes(&city, "news"));
    let next = city.town.publish_notice("anna", city.id, &testkit::notice(2));
    let renewed = with(giving("city", next, "news"), &json!({"data_subject": "vera"}));
    assert_eq!(city.refused("rita", "consent.renew", renewed).code, Code::RepresentativeScope);
    city.town.act("rita", None, "consent.withdraw", of("vera", "news"));
}

#[test]
fn before_an_appointment_begins_and_after_it_ended_she_says_nothing() {
    let city = city();
    appoint(&city, "rita", &json!({"from": in_days(&city, 5), "until": in_days(&city, 10)}));
    says_nothing(&city, "rita", Code::RepresentativeLater, "before");
    wait_days(&city, 6);
    city.town.act("rita", None, "consent.give", yes(&city, "news"));
    wait_days(&city, 5);
    says_nothing(&city, "rita", Code::RepresentativeEnded, "after");
    assert!(city.holds("vera", "news"), "what was given stands");

    appoint(&city, "rolf", &json!({}));
    let unseen = json!({"acting_for": REGISTRY, "representative": "rolf", "data_subject": "vera"});
    assert_eq!(city.refused("olga", "representative.dismiss", unseen).code, Code::ConsentEvidence);
    assert_eq!(
        city.refused("vera", "representative.dismiss", json!({"representative": "rolf"})).code,
        Code::ConsentNotDataSubject,
        "a child does not choose who holds parental responsibility"
    );
    city.town.act("olga", None, "representative.dismiss", dismissal("rolf"));
    says_nothing(&city, "rolf", Code::RepresentativeEnded, "ended by an authority");
    appoint(&city, "rolf", &json!({}));
    city.town.act(
        "rolf",
        None,
        "representative.dismiss",
        json!({"representative": "rolf", "data_subject": "vera"}),
    );
    says_nothing(&city, "rolf", Code::RepresentativeEnded, "laid down");
}

#[test]
fn a_child_ends_what_she_chose_and_no_parent_with_it() {
    let city = city();
    let chose = json!({"kind": "authorised", "representative": "rita", "scope": "everything"});
    city.town.act("vera", None, "representative.appoint", chose);
    appoint(&city, "rita", &json!({}));
    city.town.act("vera", None, "representative.dismiss", json!({"representative": "rita"}));
    city.town.act("rita", None, "consent.give", yes(&city, "news"));
    assert_eq!(
        city.refused("vera", "representative.dismiss", json!({"representative": "rita"})).code,
        Code::ConsentNotDataSubject
    );
}

/// Two parents.
fn parents() -> Controller {
    let city = city();
    appoint(&city, "rita", &json!({}));
    appoint(&city, "rolf", &json!({}));
    city
}

#[test]
fn the_no_of_one_parent_beats_the_yes_of_the_other() {
    let city = parents();
    let rolf = |purpose: &str| city.refused("rolf", "consent.give", yes(&city, purpose));
    city.town.act("rita", None, "consent.refuse", of("vera", "news"));
    let refused = rolf("news");
    assert_eq!(refused.code, Code::ConsentDiffer);
    assert!(!refused.message.contains("rita"), "whoever may not know is not told who: {}", refused.message);
    // What the controller does between them changes nothing.
    city.town.act("anna", None, "consent.request", with(of("vera", "news"), &json!({"notice": city.notice})));
    city.town.act("rolf", None, "consent.defer", of("vera", "news"));
    assert_eq!(rolf("news").code, Code::ConsentDiffer);
    assert_eq!(rolf("news.local").code, Code::ConsentDiffer, "the wider purpose contains the narrower");
    city.town.act("rita", None, "consent.give", yes(&city, "news"));
    assert!(city.holds("vera", "news"), "who said no says yes");
    // And the other way round, with a no that ends a yes.
    city.town.act("rolf", None, "consent.withdraw", of("vera", "news"));
    assert_eq!(city.refused("rita", "consent.give", yes(&city, "news")).code, Code::ConsentDiffer);
    // Each has a no of her own.
    city.town.act("rita", None, "consent.refuse", of("vera", "news"));
    let twice = city.refused("rita", "consent.refuse", of("vera", "news"));
    assert_eq!(twice.code, Code::ConsentTransition, "one each");
    assert_eq!(rolf("news").code, Code::ConsentDiffer);
    city.town.act("olga", None, "representative.dismiss", dismissal("rita"));
    city.town.act("rolf", None, "consent.give", yes(&city, "news"));
    assert!(city.holds("vera", "news"), "her appointment ended");
    let vera = city.person("vera");
    let record = city
        .town
        .engine
        .consent_record(vera, &city.purpose("news"), Asked::Now(city.town.now()))
        .unwrap()
        .unwrap();
    let authors: Vec<String> = record.history.iter().map(|entry| format!("{:?}", entry.by)).collect();
    assert!(authors.last().unwrap().starts_with("Representative"), "{authors:?}");
    city.town.engine.verify_all().unwrap();
}

#[test]
fn an_objection_of_one_is_not_taken_back_by_another_nor_by_the_child() {
    let city = parents();
    let planning = || of("vera", "planning");
    city.town.act("rita", None, "objection.raise", planning());
    assert_eq!(city.refused("rolf", "objection.withdraw", planning()).code, Code::ConsentDiffer);
    assert_eq!(city.refused("vera", "objection.withdraw", planning()).code, Code::ConsentChild);
    city.town.act("rolf", None, "objection.raise", planning());
    assert_eq!(
        city.refused("rita", "objection.withdraw", planning()).code,
        Code::ConsentDiffer,
        "his stands"
    );
    city.town.act("anna", None, "objection.decide", with(planning(), &json!({"grounds": "A law."})));
    assert!(city.holds("vera", "planning"), "grounds that override an objection end it, whoever raised it");
    city.town.act("rita", None, "objection.raise", planning());
    assert!(!city.holds("vera", "planning"));
    city.town.act("rita", None, "objection.withdraw", planning());
    assert!(city.holds("vera", "planning"));
}

#[test]
fn an_authority_settles_what_they_differ_about_and_nobody_settles_it_for_herself() {
    let city = parents();
    city.town.verify(city.id, "public_administration");
    let settle = |who: &str, more: &Value| {
        city.refused(who, "disagreement.settle", with(settlement("news"), more)).code
    };
    assert_eq!(settle("olga", &json!({})), Code::DisagreementNone);
    city.town.act("rita", None, "consent.refuse", of("vera", "news"));
    assert_eq!(settle("rolf", &json!({})), Code::ConsentNotDataSubject);
    assert_eq!(settle("anna", &json!({"acting_for": "city"})), Code::PartyConflictOfInterest);
    let ministry = city.town.found("mallory", "ministry", "public_administration");
    assert_eq!(settle("mallory", &json!({"acting_for": "ministry"})), Code::AuthorityNotVerified);
    city.town.verify(ministry, "public_administration");
    city.town.act("mallory", StreamId::from(ministry), "member.add", json!({"person": "rolf"}));
    assert_eq!(
        settle("mallory", &json!({"acting_for": "ministry"})),
        Code::PartyConflictOfInterest,
        "a colleague"
    );
    assert_eq!(settle("rolf", &json!({"acting_for": "ministry"})), Code::PartyConflictOfInterest, "himself");
    // Nor does anybody end the appointment of who said no, to be rid of the no.
    let away = |who: &str, acting_for: &str| {
        let dismissal = with(dismissal("rita"), &json!({"acting_for": acting_for}));
        city.refused(who, "representative.dismiss", dismissal).code
    };
    assert_eq!(away("anna", "city"), Code::PartyConflictOfInterest, "the controller");
    assert_eq!(away("rolf", "ministry"), Code::PartyConflictOfInterest, "the other parent");
    assert_eq!(away("mallory", "ministry"), Code::PartyConflictOfInterest, "his colleague");
    let settled = city.town.act("olga", None, "disagreement.settle", settlement("news"));
    let EventData::Consent(interlink::consent::Event::DisagreementSettled(_)) = &settled.events[0].data
    else {
        panic!("{settled:?}")
    };
    assert!(!city.holds("vera", "news"), "that is no yes itself");
    city.town.act("rolf", None, "consent.give", yes(&city, "news"));
    assert!(city.holds("vera", "news"));
    city.town.act("rita", None, "consent.withdraw", of("vera", "news"));
    assert_eq!(
        city.refused("rolf", "consent.give", yes(&city, "news")).code,
        Code::ConsentDiffer,
        "a later no stands again"
    );
}

#[test]
fn the_child_says_yes_herself_once_she_is_old_enough_and_then_no_parent_stands_in_her_way() {
    let city = parents();
    city.town.act("rita", None, "consent.refuse", of("vera", "news"));
    let hers = giving("city", city.notice, "news");
    assert_eq!(city.refused("vera", "consent.give", hers.clone()).code, Code::ConsentChild);
    let birthday: Timestamp = "2026-06-02T00:00:00.000Z".parse().unwrap();
    city.town.wait_minutes((birthday.as_millis() - city.town.now().as_millis()) / 60_000 + 1);
    assert!(!city.holds("vera", "news"), "a birthday is no yes");
    assert_eq!(city.refused("rolf", "consent.give", yes(&city, "news")).code, Code::ConsentHandedOver);
    city.town.act("vera", None, "consent.give", hers);
    assert!(city.holds("vera", "news"));
}

/// What the law makes of what two parents say about a purpose and one within it, in the order in which it was recorded.
#[derive(Default)]
struct Family {
    /// Whether each speaks for her.
    speaks: [bool; 2],
    /// The last that each said about each purpose, a yes or a no, and the number of the act.
    said: [[Option<(bool, usize)>; 2]; 2],
    /// When it was last settled what they differ about.
    settled: [usize; 2],
}

impl Family {
    /// Whether the no of one stands about a purpose: said of it and not settled since; or, where nothing is said of it that
    /// counts, of the wider one.
    fn says_no(&self, who: usize, purpose: usize) -> bool {
        let mut settled = 0;
        for level in (0..=purpose).rev() {
            settled = settled.max(self.settled[level]);
            match self.said[level][who] {
                Some((true, _)) => return false,
                Some((false, nth)) if nth > settled => return self.speaks[who],
                Some((false, _)) | None => {}
            }
        }
        false
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 40 } else { 300 }))]

    /// No sequence in which a representative's no stands, and nobody entitled took it back, gives a yes.
    #[test]
    fn no_sequence_in_which_the_no_of_a_representative_stands_gives_a_yes(
        acts in proptest::collection::vec((0..2_usize, 0..2_usize, 0..13_usize), 1..30),
    ) {
        const PARENTS: [&str; 2] = ["rita", "rolf"];
        const PURPOSES: [&str; 2] = ["news", "news.local"];
        let city = parents();
        let mut family = Family { speaks: [true; 2], ..Family::default() };
        for (nth, (who, what, act)) in (1..).zip(acts) {
            let (parent, purpose) = (PARENTS[who], PURPOSES[what]);
            let opposed = family.says_no(1 - who, what);
            let (actor, kind, data) = match act {
                0 | 1 => (parent, "consent.give", yes(&city, purpose)),
                2 => (parent, "consent.renew", yes(&city, purpose)),
                3 | 4 => (parent, "consent.refuse", of("vera", purpose)),
                5 => (parent, "consent.withdraw", of("vera", purpose)),
                6 => (parent, "consent.defer", of("vera", purpose)),
                7 => ("anna", "consent.request", with(of("vera", purpose), &json!({"notice": city.notice}))),
                8 => ("anna", "consent.revoke", with(of("vera", purpose), &json!({"reason": "It ends."}))),
                9 => ("olga", "representative.dismiss", dismissal(parent)),
                10 => ("olga", "representative.appoint", self::parent(parent)),
                11 => ("olga", "disagreement.settle", settlement(purpose)),
                _ => ("vera", "consent.give", giving("city", city.notice, purpose)),
            };
            match city.town.try_do(actor, None, kind, data) {
                Ok(_) => match act {
                    0..=2 => {
                        prop_assert!(family.speaks[who] && !opposed, "{parent} said yes to {purpose}");
                        family.said[what][who] = Some((true, nth));
                    }
                    3..=5 => family.said[what][who] = Some((false, nth)),
                    9 => {
                        family.speaks[who] = false;
                        family.said.iter_mut().for_each(|of| of[who] = of[who].filter(|(yes, _)| *yes));
                    }
                    10 => family.speaks[who] = true,
                    11 => family.settled[what] = nth,
                    12 => prop_assert!(false, "a child consented alone"),
                    _ => {}
                },
                Err(error) => {
                    let problem = Problem::from(&error);
                    // A no is refused to nobody who speaks for her, unless she has said it.
                    let said = matches!(family.said[what][who], Some((false, said)) if said > family.settled[what]);
                    let may = family.speaks[who] && !said;
                    prop_assert!(!(act == 3 && may), "{parent} may say no to {purpose}: {problem}");
                }
            }
            for (nth, name) in PURPOSES.into_iter().enumerate() {
                // Of this very purpose: a yes to the narrower one that both had said is not ended by a no to the wider.
                let own = |who: usize| matches!(family.said[nth][who], Some((false, said)) if said > family.settled[nth]);
                let stands = (0..2).any(|who| own(who) && family.speaks[who]);
                let vera = city.person("vera");
                let verdict = city.town.engine.consent(vera, &city.purpose(name), Asked::Now(city.town.now())).unwrap();
                prop_assert!(!(stands && verdict.allowed), "{name}: {:?}", verdict.reason);
            }
        }
        city.town.engine.verify_all().unwrap();
    }
}

/// A child chooses a friend to speak for her before anybody knows how old she is. Parental responsibility is not hers to give.
#[test]
fn whom_a_child_chose_does_not_consent_for_her() {
    let city = Controller::new();
    let friend = json!({"kind": "authorised", "representative": "friend", "scope": "everything"});
    for (who, date_of_birth) in [("tina", "2016-06-02"), ("gita", "1990-06-02")] {
        city.town.act(who, None, "representative.appoint", friend.clone());
        let data = with(giving("city", city.notice, "news"), &json!({"data_subject": who}));
        city.town.act("friend", None, "consent.give", data);
        assert!(city.holds(who, "news"), "nobody knows better");
        city.town.act(who, None, "date_of_birth.record", json!({"date_of_birth": date_of_birth}));
    }
    assert!(!city.holds("tina", "news"));
    assert!(city.holds("gita", "news"));
}
