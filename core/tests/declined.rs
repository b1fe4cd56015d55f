//! A person says no at a counter, by telephone or in a letter, and an official records it: as easily as a yes (GDPR
//! Art. 7(3)), with evidence, and never against what the person said since.
#![cfg(test)]

use interlink::consent::State;
use interlink::journal::Position;
use interlink::problem::Code;
use serde_json::{Value, json};
use testkit::{Controller, about, of, with};

/// A city with a clerk, Carla; a register with an official, Olga; and a company with somebody who works there, Rita.
fn town() -> Controller {
    let city = Controller::new();
    city.town.act("anna", Some(city.id.into()), "member.add", json!({"person": "carla"}));
    city.town.authority("olga", "registry");
    city.town.found("rita", "rival", "forprofit_organisation");
    city
}

/// What an official records for somebody.
fn noted(office: &str, subject: &str, purpose: &str, more: &Value) -> Value {
    let seen = json!({"acting_for": office, "evidence": "b".repeat(64), "method": "telephone"});
    with(of(subject, purpose), &json!({"noted": with(seen, more)}))
}

#[test]
fn a_withdrawal_is_recorded_by_the_controllers_clerk_or_an_authority() {
    for (clerk, office) in [("carla", "city"), ("olga", "registry")] {
        let city = town();
        city.give("dora", "news");
        let done = city.town.act(clerk, None, "consent.withdraw", noted(office, "dora", "news", &json!({})));
        assert_eq!(city.state("dora", "news"), State::Withdrawn);
        let event = serde_json::to_value(&done.events).unwrap()[0].clone();
        // Both are on the event: whose will it is, by the stream, and who wrote it down for whom.
        assert_eq!(event["stream"], format!("consent/{}", city.person("dora")));
        assert_eq!(event["actor"], city.person(clerk).to_string());
        assert!(event["data"]["by"]["official_organisation_id"].is_string());
        assert_eq!(event["data"]["noted"]["method"], "telephone");
        assert!(!event.to_string().contains("bbbb"), "the digest is in the vault");
        // She is told, and may say the opposite at once.
        let dora = Some(city.person("dora"));
        let told = city.town.engine.notifications(Position(0), 100, dora, "en".parse().unwrap()).unwrap();
        let last = &told.entries.last().unwrap().sentence.text;
        assert!(last.contains("no longer consents"), "{last}");
        city.give("dora", "news");
        assert!(city.holds("dora", "news"));
        city.town.engine.verify_all().unwrap();
    }
}

#[test]
fn a_refusal_and_an_objection_are_recorded_likewise_and_the_grounds_are_hers() {
    let city = town();
    let letter = json!({"method": "paper"});
    city.town.act("carla", None, "consent.refuse", noted("city", "dora", "news", &letter));
    assert_eq!(city.state("dora", "news"), State::Refused);
    let grounds = json!({"grounds": "The stalker knows my street."});
    let objection = with(noted("city", "dora", "planning", &letter), &grounds);
    city.town.act("carla", None, "objection.raise", objection);
    assert_eq!(city.state("dora", "planning"), State::Objected);
    // The clerk who wrote it down is no author: the words are hers, whoever is erased.
    let held = |who: &str| {
        let held = city.town.engine.subject_access(city.person(who), "en".parse().unwrap()).unwrap();
        serde_json::to_string(&held).unwrap().contains("stalker")
    };
    assert!(held("dora") && !held("carla"));
}

#[test]
fn nobody_else_says_no_for_her_and_nobody_without_evidence() {
    let city = town();
    city.give("dora", "news");
    let refused = |who: &str, office: &str, more: &Value| {
        city.refused(who, "consent.withdraw", noted(office, "dora", "news", more)).code
    };
    assert_eq!(refused("rita", "rival", &json!({})), Code::AuthorityNotVerified);
    assert_eq!(refused("rita", "city", &json!({})), Code::ConsentNotDataSubject);
    assert_eq!(refused("olga", "city", &json!({})), Code::ConsentNotDataSubject);
    // Without evidence, or without saying how it was learnt, it is no command at all.
    for missing in ["evidence", "method"] {
        let mut data = noted("city", "dora", "news", &json!({}));
        data["noted"].as_object_mut().unwrap().remove(missing);
        let command = json!({"type": "consent.withdraw", "data": data, "actor": "carla", "at": city.town.now(),
            "entropy": "0".repeat(32), "id": "c1"});
        let fault = interlink::Command::from_json(command.to_string().as_bytes()).unwrap_err();
        assert_eq!((fault.code(), fault.path()), (Code::JsonMissingField, "/data/noted"), "{fault}");
    }
    let on_screen = noted("city", "dora", "news", &json!({"method": "form"}));
    let on_screen = city.refused("carla", "consent.withdraw", on_screen);
    assert_eq!(
        (on_screen.code, on_screen.path.as_deref()),
        (Code::ConsentEvidence, Some("/data/noted/method"))
    );
    let silent = city.refused("carla", "consent.withdraw", of("dora", "news"));
    assert_eq!(silent.code, Code::ConsentNotDataSubject, "a clerk who names no office is a stranger");
    // A yes is another matter: whoever gains by it does not record it.
    let yes = json!({"language": "en", "notice": city.notice, "valid": {"days": 30}});
    let yes = with(
        with(
            of("elena", "news"),
            &json!({"acting_for": "city", "evidence": "b".repeat(64), "method": "paper"}),
        ),
        &yes,
    );
    assert_eq!(city.refused("carla", "consent.give", yes).code, Code::ConsentByController);
    assert!(city.holds("dora", "news"));
}

// A letter that lay in a drawer does not end what she agreed to since.
#[test]
fn a_no_that_was_received_earlier_does_not_end_a_later_yes() {
    let city = town();
    city.give("dora", "news");
    city.town.wait_minutes(10);
    let received = city.town.now();
    let letter = json!({"method": "paper", "received_at": received});
    city.town.wait_minutes(10);
    city.town.act("dora", None, "consent.withdraw", about("news"));
    city.town.wait_minutes(10);
    city.give("dora", "news");
    let late = |kind: &str| city.refused("carla", kind, noted("city", "dora", "news", &letter));
    assert_eq!(
        (late("consent.withdraw").code, late("consent.withdraw").path.unwrap()),
        (Code::ConsentOvertaken, "/data/noted/received_at".into())
    );
    assert_eq!(late("consent.refuse").code, Code::ConsentOvertaken);
    assert!(city.holds("dora", "news"));
    let tomorrow = json!({"received_at": city.town.now().plus_days(1)});
    let refused = city.refused("carla", "consent.withdraw", noted("city", "dora", "news", &tomorrow));
    assert_eq!(refused.code, Code::ConsentReceivedLater);
    // What was received after it counts, and the record says when.
    let since = json!({"received_at": city.town.now()});
    city.town.wait_minutes(5);
    let done = city.town.act("carla", None, "consent.withdraw", noted("city", "dora", "news", &since));
    let event = serde_json::to_value(&done.events).unwrap()[0].clone();
    assert_eq!(event["data"]["noted"]["received_at"], since["received_at"]);
}

// The data subject's own acts need no evidence, and none is kept.
#[test]
fn her_own_no_stays_hers() {
    let city = town();
    city.give("dora", "news");
    let seen = json!({"acting_for": "city", "evidence": "c".repeat(64), "method": "paper"});
    let own = with(about("news"), &json!({"noted": seen}));
    let done = city.town.act("dora", None, "consent.withdraw", own);
    let event = serde_json::to_value(&done.events).unwrap()[0].clone();
    assert_eq!(event["data"]["by"], "data_subject");
    assert!(event["data"].get("noted").is_none());
}
