//! A consent that was given in another system is brought over as such, and counts as no more than it was there.
#![cfg(test)]

use interlink::consent::State;
use interlink::journal::Position;
use interlink::problem::Code;
use interlink::types::Timestamp;
use serde_json::{Value, json};
use testkit::{Controller, about, giving, notice, with};

/// When she gave it there; the town begins in March 2026.
const THEN: &str = "2025-09-01T10:00:00.000Z";
const UNTIL: &str = "2027-09-01T10:00:00.000Z";

/// A city that moves, and a register whose officials see what was signed.
fn moving() -> Controller {
    let city = Controller::new();
    city.town.authority("olga", "registry");
    city
}

#[expect(clippy::needless_pass_by_value, reason = "it is written where it is asked for")]
fn brought(city: &Controller, subject: &str, purpose: &str, more: Value) -> Value {
    let of_paper = json!({
        "acting_for": "registry", "evidence": "a".repeat(64), "method": "paper", "said_at": THEN,
        "data_subject": subject, "valid": {"until": UNTIL},
    });
    with(with(giving("city", city.notice, purpose), &of_paper), &more)
}

#[test]
fn what_was_signed_elsewhere_counts_from_when_it_is_recorded_and_says_when_it_was_said() {
    let city = moving();
    let before = city.town.now();
    city.town.wait_minutes(1);
    let done = city.town.act("olga", None, "consent.give", brought(&city, "dora", "news", json!({})));
    let event = serde_json::to_value(&done.events).unwrap()[0].clone();
    assert_eq!(event["data"]["said_at"], THEN);
    assert!(event["at"].as_str().unwrap() > THEN);
    assert!(city.holds("dora", "news"));
    let then = interlink::consent::Asked::Past(before);
    let asked = city.town.engine.consent(city.person("dora"), &city.purpose("news"), then).unwrap();
    assert!(!asked.allowed, "nothing was on record here before it was brought over");
    let then: Timestamp = THEN.parse().unwrap();
    let told: Vec<String> = ["en", "es", "it", "lv"]
        .map(|language| {
            let said = city.town.engine.audit_trail(Position(0), 1000, language.parse().unwrap()).unwrap();
            said.entries.last().unwrap().sentence.text.clone()
        })
        .into();
    assert!(told.iter().all(|text| text.contains(&then.date().to_string())), "{told:?}");
    let asked = interlink::consent::Asked::Now(city.town.now());
    let view = city.town.engine.consent(city.person("dora"), &city.purpose("news"), asked).unwrap();
    assert_eq!((view.said_at, view.since), (Some(then), Some(done.events[0].head.at)));
    let ask = json!({"receipt": {"at": city.town.now(), "format": "record", "organisation_id": city.id, "person": "dora", "purpose": "news"}});
    let answer: Value = serde_json::from_str(&city.town.engine.request(ask.to_string().as_bytes())).unwrap();
    let basis = answer["ok"].to_string();
    let indicated = format!("\"dpv:isIndicatedAtTime\":{{\"@type\":\"xsd:dateTime\",\"@value\":\"{THEN}\"}}");
    assert!(basis.contains(&indicated), "{basis}");
    assert!(basis.contains("interlink:recordedAt"));
    // A later version of the notice with the same purpose leaves it standing; and she ends it as any other.
    city.town.publish_notice("anna", city.id, &notice(2));
    city.town.act("dora", None, "consent.withdraw", about("news"));
    assert_eq!(city.state("dora", "news"), State::Withdrawn);
    city.town.engine.verify_all().unwrap();
}

#[test]
fn who_gains_by_it_or_speaks_for_herself_does_not_bring_it_over() {
    let city = moving();
    let refused =
        |who: &str, more: Value| city.refused(who, "consent.give", brought(&city, "dora", "news", more)).code;
    assert_eq!(refused("anna", json!({"acting_for": "city"})), Code::ConsentByController);
    assert_eq!(refused("bruno", json!({})), Code::ConsentNotDataSubject);
    assert_eq!(refused("olga", json!({"method": "form"})), Code::ConsentEvidence);
    // Herself she says it now; an earlier day would only make a consent look older.
    let own = with(giving("city", city.notice, "news"), &json!({"said_at": THEN, "valid": {"until": UNTIL}}));
    assert_eq!(city.refused("dora", "consent.give", own.clone()).code, Code::ConsentBrought);
    let speaks = json!({"kind": "authorised", "representative": "bruno", "scope": "everything"});
    city.town.act("dora", None, "representative.appoint", speaks);
    let of_her = with(own, &json!({"data_subject": "dora"}));
    assert_eq!(city.refused("bruno", "consent.give", of_her).code, Code::ConsentBrought);
    assert!(!city.holds("dora", "news"));
}

#[test]
fn an_earlier_yes_from_elsewhere_is_not_set_against_what_she_said_since() {
    let city = moving();
    let again = |who: &str| city.refused("olga", "consent.give", brought(&city, who, "news", json!({}))).code;
    city.town.act("dora", None, "consent.refuse", about("news"));
    assert_eq!(again("dora"), Code::ConsentOvertaken);
    city.give("elena", "news");
    city.town.act("elena", None, "consent.withdraw", about("news"));
    assert_eq!(again("elena"), Code::ConsentOvertaken);
    // She let the shorter one end that she gave here.
    let short = with(giving("city", city.notice, "news"), &json!({"valid": {"days": 1}}));
    city.town.act("fabio", None, "consent.give", short);
    city.town.wait_minutes(3 * 24 * 60);
    assert_eq!(city.state("fabio", "news"), State::Expired);
    assert_eq!(again("fabio"), Code::ConsentOvertaken);
    // To be asked is nothing that she said.
    let asked =
        json!({"notice": city.notice, "organisation": "city", "purpose": "news", "data_subject": "gino"});
    city.town.act("anna", None, "consent.request", asked);
    city.town.act("olga", None, "consent.give", brought(&city, "gino", "news", json!({})));
    assert!(city.holds("gino", "news"));
    assert!(!["dora", "elena", "fabio"].into_iter().any(|who| city.holds(who, "news")));
}

#[test]
fn it_is_held_to_age_notice_words_and_time_as_they_were() {
    let city = moving();
    let refused = |purpose: &str, more: Value| {
        city.refused("olga", "consent.give", brought(&city, "dora", purpose, more)).code
    };
    let tomorrow = city.town.now().plus_days(1);
    assert_eq!(refused("news", json!({"said_at": tomorrow})), Code::ConsentBrought);
    assert_eq!(refused("news", json!({"valid": {"days": 300}})), Code::ConsentBrought);
    assert_eq!(
        refused("news", json!({"valid": {"until": "2026-01-01T00:00:00.000Z"}})),
        Code::ConsentValidity
    );
    // The notice lets it hold for a year: from then, not from now.
    assert_eq!(refused("health", json!({"explicit": false})), Code::ConsentNotExplicit);
    let explicit = |until: Timestamp| json!({"explicit": true, "valid": {"until": until}});
    let then: Timestamp = THEN.parse().unwrap();
    assert_eq!(refused("health", explicit(then.plus_days(366))), Code::ConsentValidity);
    let other = city.town.keep_notice(&notice(7));
    assert_eq!(refused("news", json!({"notice": other})), Code::NoticeNotInForce);
    // She was a child when she signed, and is none any more.
    let date_of_birth = json!({"date_of_birth": "2012-12-01", "acting_for": "registry", "evidence": "b".repeat(64), "data_subject": "dora"});
    city.town.act("olga", None, "date_of_birth.record", date_of_birth);
    let young = refused("news", json!({"said_at": THEN}));
    assert_eq!(young, Code::ConsentChild);
    let later = json!({"said_at": "2026-01-05T10:00:00.000Z"});
    city.town.act("olga", None, "consent.give", brought(&city, "dora", "news", later));
    assert!(city.holds("dora", "news"));
    let within = brought(&city, "elena", "health", explicit(then.plus_days(365)));
    city.town.act("olga", None, "consent.give", within);
    assert!(city.holds("elena", "health"));
}

#[test]
fn what_is_learnt_later_of_when_it_was_said_counts() {
    let city = moving();
    for who in ["dora", "elena"] {
        city.town.act("olga", None, "consent.give", brought(&city, who, "news", json!({})));
    }
    assert!(city.holds("dora", "news") && city.holds("elena", "news"));
    // She was below the age on the day that she signed, and is above it by the day that it was recorded.
    let date_of_birth = json!({"date_of_birth": "2012-12-01", "acting_for": "registry", "evidence": "b".repeat(64), "data_subject": "dora"});
    city.town.act("olga", None, "date_of_birth.record", date_of_birth);
    assert!(
        !city.holds("dora", "news"),
        "what a child could not give does not heal by being brought over later"
    );
    // An authority finds what was signed up to the end of 2025 invalid.
    let finding = json!({
        "decision": "The form was ticked.", "from": "2025-01-01T00:00:00.000Z", "until": "2026-01-01T00:00:00.000Z",
    });
    let finding = with(with(about("news"), &json!({"data_subject": "elena"})), &finding);
    city.town.act("anna", None, "consent.invalidate", finding);
    assert_eq!(city.state("elena", "news"), State::Invalidated);
    city.town.engine.verify_all().unwrap();
}
