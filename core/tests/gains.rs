//! Who gains by a yes does not bring it about by another door: as an official of somebody else's, by ending whose no stands in the
//! way, through a wider purpose; nor does the controller's decision about one purpose say anything about another.
#![cfg(test)]

use interlink::journal::{Position, StreamId};
use interlink::problem::Code;
use serde_json::{Value, json};
use testkit::{Controller, Town, about, giving, notice, of, with};

fn evidence(more: &Value) -> Value {
    with(json!({"acting_for": "registry", "evidence": "e".repeat(64)}), more)
}

fn yes(city: &Controller, purpose: &str, who: &str) -> Value {
    with(giving("city", city.notice, purpose), &json!({ "data_subject": who }))
}

/// A city, a registry with its official Olga, and what Olga is besides.
fn city(olga_is: &str) -> Controller {
    let mut city = Controller::new();
    city.town.authority("olga", "registry");
    let firm = city.town.found("frank", "firm", "forprofit_organisation");
    let of = StreamId::from(if olga_is == "recipient" { firm } else { city.id });
    let head = if olga_is == "recipient" { "frank" } else { "anna" };
    if olga_is != "nobody" {
        city.town.act(head, of, "member.add", json!({"person": "olga"}));
    }
    if olga_is == "left" {
        city.town.wait_minutes(5);
        city.town.act(head, of, "member.remove", json!({"person": "olga"}));
    }
    let mut named = notice(2);
    named["recipients"][0]["organisation"] = json!({ "as": firm });
    city.notice = city.town.publish_notice("anna", city.id, &named);
    city
}

#[test]
fn whom_somebody_of_the_controller_appointed_through_another_office_does_not_consent() {
    for (is, code) in [
        ("nobody", None),
        ("member", Some(Code::PartyConflictOfInterest)),
        ("left", Some(Code::PartyConflictOfInterest)),
        ("recipient", Some(Code::PartyConflictOfInterest)),
    ] {
        let city = city(is);
        let pal = json!({"kind": "authorised", "representative": "pal", "scope": "everything", "data_subject": "dora"});
        city.town.act("olga", None, "representative.appoint", evidence(&pal));
        let given = city.town.try_do("pal", None, "consent.give", yes(&city, "news", "dora"));
        assert_eq!(given.map(drop).map_err(|error| error.code()).err(), code, "{is}");
    }
}

#[test]
fn nobody_who_gains_makes_a_child_older() {
    for (is, code) in [
        ("nobody", None),
        ("member", Some(Code::DateOfBirthEvidence)),
        ("left", Some(Code::DateOfBirthEvidence)),
        ("recipient", Some(Code::DateOfBirthEvidence)),
    ] {
        let city = city(is);
        city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2016-06-02"}));
        let older = evidence(&json!({"date_of_birth": "2005-06-02", "data_subject": "vera"}));
        let recorded = city.town.try_do("olga", None, "date_of_birth.record", older);
        assert_eq!(recorded.map(drop).map_err(|error| error.code()).err(), code, "{is}");
    }
}

#[test]
fn nobody_who_gains_ends_the_appointment_of_who_said_no() {
    for (is, code) in [
        ("nobody", None),
        ("member", Some(Code::PartyConflictOfInterest)),
        ("recipient", Some(Code::PartyConflictOfInterest)),
    ] {
        let city = city(is);
        city.town.authority("nina", "court");
        let parent = |who: &str| json!({"acting_for": "court", "evidence": "b".repeat(64), "kind": "parental", "representative": who, "scope": "everything", "data_subject": "vera"});
        city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2016-06-02"}));
        for who in ["rita", "rolf"] {
            city.town.act("nina", None, "representative.appoint", parent(who));
        }
        city.town.act("rita", None, "consent.refuse", of("vera", "news"));
        let gone = evidence(&json!({"representative": "rita", "data_subject": "vera"}));
        let ended = city.town.try_do("olga", None, "representative.dismiss", gone);
        assert_eq!(ended.map(drop).map_err(|error| error.code()).err(), code, "{is}");
        assert_eq!(
            city.town.try_do("rolf", None, "consent.give", yes(&city, "news", "vera")).is_ok(),
            is == "nobody"
        );
    }
}

/// The firm receives what the narrower purpose is for, and a yes to the wider one is one to that.
#[test]
fn who_receives_for_a_narrower_purpose_does_not_agree_to_the_wider() {
    let mut city = Controller::new();
    let firm = city.town.found("frank", "firm", "forprofit_organisation");
    let mut named = notice(2);
    named["recipients"][1]["organisation"] = json!({ "as": firm });
    named["purposes"][1]["recipients"] = json!(["cloud"]);
    city.notice = city.town.publish_notice("anna", city.id, &named);
    let chosen = json!({"kind": "authorised", "representative": "frank", "scope": "everything"});
    city.town.act("dora", None, "representative.appoint", chosen);
    let refused = city.refused("frank", "consent.give", yes(&city, "news", "dora"));
    assert_eq!(refused.code, Code::ConsentByController);
}

#[test]
fn what_is_brought_over_stands_behind_what_she_said_since() {
    let then = "2026-03-02T09:30:00.000Z";
    let brought = |city: &Controller| {
        let paper = json!({"acting_for": "registry", "evidence": "a".repeat(64), "method": "paper", "said_at": then,
            "data_subject": "dora", "valid": {"until": "2027-01-01T00:00:00.000Z"}});
        with(giving("city", city.notice, "news.local"), &paper)
    };
    for (kind, purpose) in [("consent.refuse", "news"), ("consent.withdraw", "news")] {
        let city = Controller::new();
        city.town.authority("olga", "registry");
        city.town.wait_minutes(60);
        if kind == "consent.withdraw" {
            city.give("dora", "news");
        }
        city.town.act("dora", None, kind, about(purpose));
        assert_eq!(
            city.refused("olga", "consent.give", brought(&city)).code,
            Code::ConsentOvertaken,
            "{kind}"
        );
    }
    // What she asked only to be stored is not used on what she said before.
    let city = Controller::new();
    city.town.authority("olga", "registry");
    city.town.wait_minutes(60);
    let asked = json!({"organisation": "city", "right": "processing_restriction"});
    let made = city.town.act("dora", None, "subject_request.make", asked);
    let event: Value = serde_json::from_str(&made.events[0].to_json()).unwrap();
    let granted = json!({"outcome": "fulfilled", "request": event["data"]["request"]});
    city.town.act("anna", made.stream, "subject_request.answer", granted);
    city.town.act("olga", None, "consent.give", brought(&city));
    assert!(!city.holds("dora", "news.local"));
}

/// A firm with a purpose for marketing within another, both on its interest.
fn shop() -> Controller {
    let town = Town::new();
    let id = town.found("anna", "city", "forprofit_organisation");
    let mut document = notice(1);
    let of = |id: &str, more: &Value| {
        let purpose = with(
            document["purposes"][4].clone(),
            &json!({"basis": "legitimate_interest", "id": id, "interest": {"en": "Ours."}}),
        );
        let mut purpose = with(purpose, more);
        purpose.as_object_mut().unwrap().remove("law");
        purpose
    };
    let within = json!({"within": "planning"});
    let ads = with(within.clone(), &json!({"term": "DirectMarketing"}));
    let all = json!([of("planning", &json!({})), of("planning.mail", &within), of("planning.ads", &ads)]);
    document["purposes"] = all;
    let notice = town.publish_notice("anna", id, &document);
    Controller { town, id, notice }
}

#[test]
fn what_was_overruled_of_one_purpose_decides_nothing_about_another() {
    let shop = shop();
    let overrule = |purpose: &str| {
        let grounds = with(of("dora", purpose), &json!({"grounds": "The bridge must be built."}));
        shop.town.act("anna", None, "objection.decide", grounds);
    };
    shop.town.act("dora", None, "objection.raise", about("planning.mail"));
    overrule("planning.mail");
    assert!(shop.holds("dora", "planning.mail"));
    shop.town.act("dora", None, "objection.raise", about("planning"));
    assert!(!shop.holds("dora", "planning.mail"), "it holds for what lies within, while it is looked into");
    // To direct marketing it is absolute, whatever prevails for the rest (Art. 21(3)).
    overrule("planning");
    assert!(shop.holds("dora", "planning") && shop.holds("dora", "planning.mail"));
    assert!(!shop.holds("dora", "planning.ads"));
    assert!(shop.holds("eva", "planning.ads"), "who did not object is asked");
}

/// Whoever knows a pseudonym can note a request of somebody with whom the organisation never had to do. That is no way to the name.
#[test]
fn a_request_that_an_organisation_noted_is_no_way_to_a_name() {
    let city = Controller::new();
    city.give("dora", "news");
    let shell = city.town.found("mallory", "shell", "forprofit_organisation");
    let dora = StreamId::Person(city.person("dora"));
    let asked = json!({"organisation": "shell", "right": "access", "text": "Made up."});
    city.town.act("mallory", dora, "subject_request.make", asked);
    let view = city.town.engine.subject_requests(shell, city.town.now()).unwrap();
    assert_eq!(view.requests.len(), 1);
    assert!(view.requests[0].person.host_id.is_none() && view.requests[0].person.person_id.is_some());
    // Nor is keeping its text: the tie to her would go with it.
    let said = view.requests[0].clone();
    let events = city.town.engine.changes(Position(0), 1000).unwrap();
    let noted = events.iter().rev().find(|change| change.event.head.stream == dora).unwrap();
    let noted: Value = serde_json::from_str(&noted.event.to_json()).unwrap();
    let keep = json!({"attributed": true, "exception": "legal_claims", "law": {"en": "A law"}, "organisation": "shell",
        "text": noted["data"]["text"], "until": "2030-01-01T00:00:00.000Z"});
    let refused = city.town.refused("mallory", dora, "text.keep", keep);
    assert_eq!(refused.code, Code::TextAttribution, "{said:?}");
}

/// What a law wants kept of somebody who was erased leaves the store by no bundle.
#[test]
fn what_is_kept_of_an_erased_person_goes_nowhere() {
    let city = Controller::new();
    let process = city.town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let stream = StreamId::from(process);
    city.town.act("dora", stream, "participation.ask", json!({"text": "May I?"}));
    let asked = json!({"organisation": "city", "right": "access", "text": "The claim about my Zyxwfence."});
    let made = city.town.act("dora", None, "subject_request.make", asked);
    let made_event: Value = serde_json::from_str(&made.events[0].to_json()).unwrap();
    let keep = json!({"exception": "legal_claims", "law": {"en": "A law"}, "organisation": "city",
        "text": made_event["data"]["text"], "until": "2030-01-01T00:00:00.000Z"});
    city.town.act("anna", made.stream, "text.keep", keep);
    city.town.act("dora", made.stream, "person.erase", json!({}));
    assert!(!city.town.engine.export_bundle(process, true).unwrap().contains("Zyxwfence"));
}
