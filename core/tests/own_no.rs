//! Whoever speaks for somebody does not speak against them: a person's own no stands against every yes of a representative,
//! until that person takes it back.
//!
//! The law: consent is the data subject's own wish (GDPR Art. 4(11)), and withdrawing it is theirs at any time (Art. 7(3)). Who
//! is appointed by somebody acts within that person's will, not against it. A child may say no at any time; who holds parental
//! responsibility decides for it (Art. 8(1)).
#![cfg(test)]

use interlink::consent::Asked;
use interlink::problem::Code;
use interlink::types::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Controller, giving, of, with};

const REGISTRY: &str = "registry";

/// A city, and Dora, for whom Pia speaks because Dora chose her.
fn city() -> Controller {
    let city = Controller::new();
    let pia = json!({"kind": "authorised", "representative": "pia", "scope": "everything"});
    city.town.act("dora", None, "representative.appoint", pia);
    city
}

fn on(purpose: &str) -> Value {
    json!({"organisation": "city", "purpose": purpose})
}

fn hers(city: &Controller, purpose: &str) -> Value {
    giving("city", city.notice, purpose)
}

fn for_her(city: &Controller, purpose: &str) -> Value {
    with(hers(city, purpose), &json!({"data_subject": "dora"}))
}

fn asked_again(city: &Controller, purpose: &str) {
    let asking = with(of("dora", purpose), &json!({"notice": city.notice}));
    city.town.act("anna", None, "consent.request", asking);
}

#[test]
fn a_representative_says_no_yes_to_what_somebody_refused_or_withdrew() {
    let city = city();
    city.town.act("dora", None, "consent.refuse", on("news"));
    let refused = |purpose| city.refused("pia", "consent.give", for_her(&city, purpose)).code;
    assert_eq!(refused("news"), Code::ConsentDeclined);
    assert_eq!(refused("news.local"), Code::ConsentDeclined, "what lies within is refused with it");
    asked_again(&city, "news");
    assert_eq!(refused("news"), Code::ConsentDeclined, "asking anew is no answer of hers");
    city.town.act("pia", None, "consent.refuse", of("dora", "news"));
    asked_again(&city, "news");
    assert_eq!(refused("news"), Code::ConsentDeclined, "nor is a no of the other");
    city.town.act("dora", None, "consent.give", hers(&city, "news"));
    city.town.act("pia", None, "consent.renew", for_her(&city, "news"));
    city.town.act("dora", None, "consent.withdraw", on("news"));
    assert_eq!(refused("news"), Code::ConsentDeclined);
    assert!(!city.holds("dora", "news"));
}

#[test]
fn what_somebody_said_about_the_narrower_purpose_counts_there() {
    let city = city();
    city.town.act("dora", None, "consent.give", hers(&city, "news.local"));
    city.town.act("dora", None, "consent.refuse", on("news"));
    city.town.act("pia", None, "consent.renew", for_her(&city, "news.local"));
    assert_eq!(city.refused("pia", "consent.give", for_her(&city, "news")).code, Code::ConsentDeclined);
}

#[test]
fn asked_anew_somebody_leaves_it_to_whoever_speaks_for_them() {
    let city = city();
    city.town.act("dora", None, "consent.refuse", on("news"));
    asked_again(&city, "news");
    city.town.act("dora", None, "consent.defer", on("news"));
    city.town.act("pia", None, "consent.give", for_her(&city, "news"));
    assert!(city.holds("dora", "news"));
}

#[test]
fn an_objection_is_taken_back_by_whoever_raised_it() {
    let city = city();
    city.town.act("dora", None, "objection.raise", on("planning"));
    let back = of("dora", "planning");
    assert_eq!(city.refused("pia", "objection.withdraw", back.clone()).code, Code::ConsentDeclined);
    city.town.act("anna", None, "objection.decide", back.clone());
    assert_eq!(city.refused("pia", "objection.withdraw", back.clone()).code, Code::ConsentDeclined);
    city.town.act("dora", None, "objection.withdraw", on("planning"));
    city.town.act("pia", None, "objection.raise", back.clone());
    city.town.act("pia", None, "objection.withdraw", back);
}

#[test]
fn a_no_that_was_said_before_anybody_was_appointed_stands() {
    let city = Controller::new();
    city.town.act("dora", None, "consent.refuse", on("news"));
    let pia = json!({"kind": "authorised", "representative": "pia", "scope": "everything"});
    city.town.act("dora", None, "representative.appoint", pia);
    assert_eq!(city.refused("pia", "consent.give", for_her(&city, "news")).code, Code::ConsentDeclined);
}

#[test]
fn a_child_says_no_and_who_holds_parental_responsibility_decides_anew() {
    let city = Controller::new();
    city.town.authority("olga", REGISTRY);
    let (paper, vera) = ("c".repeat(64), json!({"acting_for": REGISTRY, "data_subject": "vera"}));
    let date_of_birth = with(json!({"date_of_birth": "2013-06-02", "evidence": paper}), &vera);
    city.town.act("olga", None, "date_of_birth.record", date_of_birth);
    let rita =
        json!({"evidence": paper, "kind": "parental", "representative": "rita", "scope": "everything"});
    city.town.act("olga", None, "representative.appoint", with(rita, &vera));
    let yes = with(hers(&city, "news"), &json!({"data_subject": "vera"}));
    city.town.act("rita", None, "consent.give", yes.clone());
    city.town.act("vera", None, "consent.withdraw", on("news"));
    assert!(!city.holds("vera", "news"), "a child may always say no");
    city.town.act("rita", None, "consent.give", yes);
    assert!(city.holds("vera", "news"));
    // What she said as a child is hers when she is old enough.
    city.town.act("vera", None, "consent.withdraw", on("news"));
    let birthday: Timestamp = "2026-06-02T00:00:00.000Z".parse().unwrap();
    city.town.wait_minutes((birthday.as_millis() - city.town.now().as_millis()) / 60_000 + 1);
    let pia = json!({"kind": "authorised", "representative": "pia", "scope": "everything"});
    city.town.act("vera", None, "representative.appoint", pia);
    let yes = with(hers(&city, "news"), &json!({"data_subject": "vera"}));
    assert_eq!(city.refused("pia", "consent.give", yes).code, Code::ConsentDeclined);
}

#[test]
fn nobody_settles_what_an_adult_said_for_herself() {
    let city = city();
    city.town.authority("olga", REGISTRY);
    city.town.act("dora", None, "consent.refuse", on("news"));
    let settled = json!({"acting_for": REGISTRY, "evidence": "e".repeat(64), "organisation": "city", "purpose": "news", "data_subject": "dora"});
    assert_eq!(city.refused("olga", "disagreement.settle", settled.clone()).code, Code::DisagreementNone);
    // What two who speak for her differ about is settled; her own word is not among that.
    city.town.act(
        "dora",
        None,
        "representative.appoint",
        json!({"kind": "authorised", "representative": "paul", "scope": "everything"}),
    );
    city.town.act("paul", None, "consent.refuse", of("dora", "news"));
    city.town.act("olga", None, "disagreement.settle", settled);
    assert_eq!(city.refused("pia", "consent.give", for_her(&city, "news")).code, Code::ConsentDeclined);
}

/// The last that somebody said about each of two purposes: nothing, a yes or what leaves it open, or a no.
type Own = [Option<bool>; 2];

/// Whether somebody's own no stands about a purpose, or about the wider one where nothing was said of this.
fn declined(own: &Own, purpose: usize) -> bool {
    (0..=purpose).rev().find_map(|level| own[level]) == Some(false)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 40 } else { 300 }))]

    /// No sequence of what two people say gives a yes where the last own word of whom it is about is a no.
    #[test]
    fn no_sequence_in_which_her_own_no_stands_gives_a_yes(
        acts in proptest::collection::vec((0..2_usize, 0..12_usize), 1..30),
    ) {
        const PURPOSES: [&str; 2] = ["news", "news.local"];
        let city = city();
        let mut own: Own = [None; 2];
        for (what, act) in acts {
            let purpose = PURPOSES[what];
            let (actor, kind, data) = match act {
                0 | 1 => ("pia", "consent.give", for_her(&city, purpose)),
                2 => ("pia", "consent.renew", for_her(&city, purpose)),
                3 => ("pia", "consent.refuse", of("dora", purpose)),
                4 => ("pia", "consent.withdraw", of("dora", purpose)),
                5 => ("pia", "consent.defer", of("dora", purpose)),
                6 => ("dora", "consent.refuse", on(purpose)),
                7 => ("dora", "consent.withdraw", on(purpose)),
                8 => ("dora", "consent.give", hers(&city, purpose)),
                9 => ("dora", "consent.defer", on(purpose)),
                10 => ("anna", "consent.request", with(of("dora", purpose), &json!({"notice": city.notice}))),
                _ => ("anna", "consent.revoke", with(of("dora", purpose), &json!({"reason": "It ends."}))),
            };
            let stood = declined(&own, what);
            if city.town.try_do(actor, None, kind, data).is_ok() {
                prop_assert!(!(stood && act <= 2), "pia said yes to {purpose}");
                match act {
                    6 | 7 => own[what] = Some(false),
                    8 | 9 => own[what] = Some(true),
                    _ => {}
                }
            }
            for (nth, name) in PURPOSES.into_iter().enumerate() {
                let asked = Asked::Now(city.town.now());
                let verdict = city.town.engine.consent(city.person("dora"), &city.purpose(name), asked).unwrap();
                prop_assert!(!(own[nth] == Some(false) && verdict.allowed), "{name}: {:?}", verdict.reason);
            }
        }
        city.town.engine.verify_all().unwrap();
    }
}
