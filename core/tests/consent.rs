//! Consent and objection: who may say what when, and what follows.
#![cfg(test)]

use interlink::consent::{Asked, ConsentReason, PurposeRef, State};
use interlink::journal::{Seq, StreamId};
use interlink::problem::Code;
use interlink::types::DocumentId;
use serde_json::{Value, json};
use testkit::{Controller, Town, about, giving, host, notice, of, with};

#[test]
fn nothing_means_yes_by_itself_and_taking_back_is_one_short_command() {
    let city = Controller::new();
    assert!(!city.holds("dora", "news"), "somebody unknown");
    city.give("dora", "news");
    assert!(city.holds("dora", "news"));
    assert!(city.holds("dora", "news.local"), "a purpose within one that she consented to");
    assert!(!city.holds("dora", "health"));
    city.town.act("dora", None, "consent.withdraw", about("news"));
    assert!(!city.holds("dora", "news") && !city.holds("dora", "news.local"));
    city.give("dora", "news.local");
    assert!(city.holds("dora", "news.local") && !city.holds("dora", "news"), "not the other way round");
    let question = city.refused("dora", "consent.withdraw", about("news"));
    assert_eq!(question.code, Code::ConsentTransition);
    assert_eq!(question.details.get("state").unwrap().as_str(), "\"withdrawn\"");
    assert!(
        question.message.contains("withdrawn") && question.message.contains("give"),
        "{}",
        question.message
    );
    assert_eq!(city.town.engine.verify_all().unwrap().streams.len(), 2);
}

#[test]
fn only_she_or_who_speaks_for_her_says_what_she_wants() {
    let city = Controller::new();
    let give = |subject: &str| with(giving("city", city.notice, "news"), &json!({"data_subject": subject}));
    assert_eq!(city.refused("anna", "consent.give", give("dora")).code, Code::ConsentByController);
    assert_eq!(city.refused("bruno", "consent.give", give("dora")).code, Code::ConsentNotDataSubject);
    assert_eq!(city.refused("bruno", "consent.refuse", of("dora", "news")).code, Code::ConsentNotDataSubject);

    city.town.authority("olga", "registry");
    city.town.found("nina", "association", "nonprofit_organisation");
    let paper = json!({"acting_for": "registry", "evidence": "a".repeat(64), "method": "paper"});
    let official = with(give("dora"), &paper);
    let without = with(official.clone(), &json!({"evidence": null}));
    let without: Value = {
        let mut w = without;
        w.as_object_mut().unwrap().remove("evidence");
        w
    };
    assert_eq!(city.refused("olga", "consent.give", without).code, Code::ConsentEvidence);
    let form = with(official.clone(), &json!({"method": "form"}));
    assert_eq!(city.refused("olga", "consent.give", form).code, Code::ConsentEvidence);
    let other = with(official.clone(), &json!({"acting_for": "association"}));
    assert_eq!(
        city.refused("nina", "consent.give", other).code,
        Code::AuthorityNotVerified,
        "no public administration"
    );
    assert_eq!(city.refused("bruno", "consent.give", official.clone()).code, Code::ConsentNotDataSubject);
    let own = with(official.clone(), &json!({"acting_for": "city"}));
    assert_eq!(city.refused("anna", "consent.give", own).code, Code::ConsentByController);
    city.town.act("olga", None, "consent.give", official);
    assert!(city.holds("dora", "news"));

    let speaks = json!({"kind": "authorised", "representative": "bruno", "scope": "everything"});
    city.town.act("dora", None, "representative.appoint", speaks);
    city.town.act("bruno", None, "consent.withdraw", of("dora", "news"));
    assert_eq!(city.state("dora", "news"), State::Withdrawn);
    city.town.act("bruno", None, "consent.give", give("dora"));
    city.town.act("dora", None, "representative.dismiss", json!({"representative": "bruno"}));
    assert_eq!(city.refused("bruno", "consent.withdraw", of("dora", "news")).code, Code::RepresentativeEnded);
    let again = city.refused("dora", "representative.dismiss", json!({"representative": "bruno"}));
    assert_eq!(again.code, Code::RepresentativeUnknown);
    let herself = json!({"kind": "authorised", "representative": "dora", "scope": "everything"});
    assert_eq!(city.refused("dora", "representative.appoint", herself).code, Code::RepresentativeOwn);
    let parent = json!({"kind": "parental", "representative": "bruno", "scope": "everything"});
    assert_eq!(city.refused("dora", "representative.appoint", parent).code, Code::ConsentNotDataSubject);
}

#[test]
fn the_controller_asks_ends_and_notes_but_never_agrees() {
    let city = Controller::new();
    let ask = with(of("dora", "news"), &json!({"notice": city.notice}));
    assert_eq!(city.refused("dora", "consent.request", ask.clone()).code, Code::ConsentNotController);
    city.town.act("anna", None, "consent.request", ask.clone());
    assert_eq!(city.state("dora", "news"), State::Requested);
    city.town.act("dora", None, "consent.defer", about("news"));
    city.town.act("anna", None, "consent.request", ask);
    city.town.act("dora", None, "consent.refuse", about("news"));
    assert_eq!(city.state("dora", "news"), State::Refused);
    city.give("dora", "news");
    let end = with(of("dora", "news"), &json!({"reason": "The newsletter ends."}));
    assert_eq!(city.refused("dora", "consent.revoke", end.clone()).code, Code::ConsentNotController);
    city.town.act("anna", None, "consent.revoke", end);
    assert_eq!(city.state("dora", "news"), State::Revoked);
}

#[test]
fn a_consent_ends_by_its_time_its_uses_and_what_it_is_tied_to() {
    let city = Controller::new();
    let give = |valid: Value| with(giving("city", city.notice, "news"), &json!({"valid": valid}));
    for (valid, code) in [
        (json!({"days": 0}), Code::ConsentValidity),
        (json!({"uses": 0}), Code::ConsentValidity),
        (json!({"until": "2020-01-01T00:00:00.000Z"}), Code::ConsentValidity),
        (json!({"days": 40_000}), Code::ConsentValidity),
    ] {
        assert_eq!(city.refused("dora", "consent.give", give(valid)).code, code);
    }
    city.town.act("dora", None, "consent.give", give(json!({"uses": 2})));
    city.town.act("anna", None, "consent.use", of("dora", "news"));
    assert!(city.holds("dora", "news"));
    city.town.act("anna", None, "consent.use", of("dora", "news"));
    assert!(!city.holds("dora", "news"), "used up");
    assert_eq!(city.refused("anna", "consent.use", of("dora", "news")).code, Code::ConsentTransition);

    city.town.act("dora", None, "consent.give", give(json!({"until_event": "the park opens"})));
    let other = with(of("dora", "news"), &json!({"until_event": "the park closes"}));
    assert_eq!(city.refused("anna", "consent.expire", other).code, Code::ConsentOtherEvent);
    assert_eq!(city.refused("anna", "consent.use", of("dora", "news")).code, Code::ConsentNotCounted);
    city.town.act(
        "anna",
        None,
        "consent.expire",
        with(of("dora", "news"), &json!({"until_event": "the park opens"})),
    );
    assert_eq!(city.state("dora", "news"), State::Expired);

    city.town.act("dora", None, "consent.renew", give(json!({"days": 10})));
    assert!(city.holds("dora", "news"));
    city.town.wait_minutes(10 * 24 * 60 + 1);
    assert!(!city.holds("dora", "news"), "its days are over, and nobody had to say so");
    assert_eq!(city.state("dora", "news"), State::Expired);

    let long =
        with(giving("city", city.notice, "health"), &json!({"explicit": true, "valid": {"days": 366}}));
    assert_eq!(city.refused("dora", "consent.give", long).code, Code::ConsentValidity, "the notice says 365");
}

#[test]
fn what_the_notice_says_binds() {
    let city = Controller::new();
    let french = with(giving("city", city.notice, "news"), &json!({"language": "fr"}));
    assert_eq!(city.refused("dora", "consent.give", french).code, Code::ConsentLanguage);
    assert_eq!(
        city.refused("dora", "consent.give", giving("city", city.notice, "health")).code,
        Code::ConsentNotExplicit
    );
    let explicit = with(giving("city", city.notice, "health"), &json!({"explicit": true}));
    city.town.act("dora", None, "consent.give", explicit);
    assert_eq!(
        city.refused("dora", "consent.give", giving("city", city.notice, "nothing")).code,
        Code::PurposeUnknown
    );
    let unknown: DocumentId = "0".repeat(64).parse().unwrap();
    let old = city.refused("dora", "consent.give", giving("city", unknown, "news"));
    assert_eq!(old.code, Code::NoticeNotInForce);
    assert_eq!(old.details.get("current").unwrap().as_str(), format!("\"{}\"", city.notice));

    city.give("dora", "news");
    let mut second = notice(2);
    second["renews"] = json!(["news"]);
    let second = city.town.publish_notice("anna", city.id, &second);
    let after = city
        .town
        .engine
        .consent(city.person("dora"), &city.purpose("news"), Asked::Now(city.town.now()))
        .unwrap();
    assert_eq!((after.allowed, after.reason), (false, ConsentReason::RenewalDue {}));
    let obligations = city.town.engine.obligations(city.id, city.town.now(), "en".parse().unwrap()).unwrap();
    assert_eq!(obligations.renewals.len(), 1, "and not the consent to health");
    assert_eq!(
        city.refused("dora", "consent.renew", giving("city", city.notice, "news")).code,
        Code::NoticeNotInForce
    );
    city.town.act("dora", None, "consent.renew", giving("city", second, "news"));
    assert!(city.holds("dora", "news"));

    city.town.act("anna", Some(city.id.into()), "notice.withdraw", json!({"notice": "participation"}));
    assert!(!city.holds("dora", "news"), "nothing is processed on a notice that was ended");
    assert!(!city.holds("dora", "register"));
    city.town.act("dora", None, "consent.withdraw", about("news"));
}

#[test]
fn each_basis_has_its_own_verb() {
    let city = Controller::new();
    assert!(city.holds("dora", "register") && city.holds("dora", "planning"), "no consent is needed");
    for (kind, data, basis, remedy) in [
        ("consent.withdraw", about("planning"), "\"public_task\"", "\"object\""),
        ("objection.raise", about("news"), "\"consent\"", "\"withdraw\""),
        ("objection.raise", about("register"), "\"legal_obligation\"", "\"neither\""),
        ("consent.give", giving("city", city.notice, "register"), "\"legal_obligation\"", "\"neither\""),
    ] {
        let problem = city.refused("dora", kind, data);
        assert_eq!(problem.code, Code::LegalBasisCommand);
        assert_eq!(
            (problem.details.get("basis").unwrap().as_str(), problem.details.get("remedy").unwrap().as_str()),
            (basis, remedy)
        );
    }
    city.town.act(
        "dora",
        None,
        "objection.raise",
        with(about("planning"), &json!({"grounds": "It is my garden."})),
    );
    assert!(!city.holds("dora", "planning"), "while it is looked into, nothing is done (Art. 18(1)(d))");
    city.town.act(
        "anna",
        None,
        "objection.decide",
        with(of("dora", "planning"), &json!({"grounds": "A flood is near."})),
    );
    assert!(city.holds("dora", "planning"));
    city.town.act("dora", None, "objection.raise", about("planning"));
    city.town.act("anna", None, "objection.decide", of("dora", "planning"));
    assert_eq!(city.state("dora", "planning"), State::ObjectionUpheld);
    assert!(!city.holds("dora", "planning") && city.holds("bruno", "planning"));
    city.town.act("dora", None, "objection.withdraw", about("planning"));
    assert!(city.holds("dora", "planning"));
}

#[test]
fn recipients_are_told_in_time_or_it_shows() {
    let city = Controller::new();
    city.give("dora", "news");
    let tell = with(of("dora", "news"), &json!({"recipient": "printer"}));
    assert_eq!(city.refused("anna", "recipient.notify", tell.clone()).code, Code::RecipientNothing);
    city.town.act("dora", None, "consent.withdraw", about("news"));
    let obligations = |city: &Controller| {
        city.town.engine.obligations(city.id, city.town.now(), "en".parse().unwrap()).unwrap().obligations
    };
    let due = obligations(&city);
    assert_eq!(due.len(), 1);
    assert_eq!((due[0].recipient.as_str(), due[0].overdue, due[0].notified), ("printer", false, None));
    assert_eq!(due[0].notify_until, due[0].since.plus_days(14));
    city.town.wait_minutes(15 * 24 * 60);
    assert!(obligations(&city)[0].overdue);
    let cloud = with(tell.clone(), &json!({"recipient": "cloud"}));
    assert_eq!(city.refused("anna", "recipient.notify", cloud).code, Code::RecipientUnknown);
    assert_eq!(city.refused("dora", "recipient.notify", tell.clone()).code, Code::ConsentNotController);
    city.town.act("anna", None, "recipient.notify", tell.clone());
    assert_eq!(city.refused("anna", "recipient.notify", tell).code, Code::RecipientNotified);
    let due = obligations(&city);
    assert!(due[0].notified.is_some() && due[0].overdue, "told, but late");
    city.give("dora", "news");
    assert!(obligations(&city).is_empty());
}

#[test]
fn what_an_authority_finds_reaches_back_and_what_was_known_stays() {
    let city = Controller::new();
    city.give("dora", "news");
    let given = city.town.now();
    city.town.wait_minutes(60);
    let between = city.town.now();
    let person = city.person("dora");
    let purpose = city.purpose("news");
    let was = |at| city.town.engine.consent(person, &purpose, Asked::Past(at)).unwrap().allowed;
    assert!(was(between));
    let found = with(of("dora", "news"), &json!({"decision": "Decision 7 of the authority", "from": given}));
    let later = with(found.clone(), &json!({"from": "2099-01-01T00:00:00.000Z"}));
    assert_eq!(city.refused("anna", "consent.invalidate", later).code, Code::ConsentFromLater);
    city.town.act("anna", None, "consent.invalidate", found);
    assert!(!was(between) && !was(given), "as it is known now");
    let known = city.town.engine.consent_as_known(person, &purpose, Asked::Past(between), Seq(1)).unwrap();
    assert!(known.allowed, "as it was known then");
    assert_eq!(city.state("dora", "news"), State::Invalidated);
    city.give("dora", "news");
    assert!(city.holds("dora", "news") && !was(between));
}

#[test]
fn children_are_asked_through_their_parents_until_they_are_old_enough() {
    let city = Controller::new();
    let date_of_birth = json!({"date_of_birth": "2013-06-02"});
    city.town.authority("olga", "registry");
    city.town.act("vera", None, "date_of_birth.record", date_of_birth);
    assert_eq!(
        city.refused("vera", "date_of_birth.record", json!({"date_of_birth": "2099-01-01"})).code,
        Code::DateOfBirthLater
    );
    let by_hers = city.refused("vera", "consent.give", giving("city", city.notice, "news"));
    assert_eq!(by_hers.code, Code::ConsentChild, "she is twelve, and Latvia says thirteen");
    let parent = json!({"acting_for": "registry", "evidence": "b".repeat(64), "kind": "parental", "representative": "rita", "scope": "everything", "data_subject": "vera"});
    let unseen: Value = {
        let mut p = parent.clone();
        p.as_object_mut().unwrap().remove("evidence");
        p
    };
    assert_eq!(city.refused("olga", "representative.appoint", unseen).code, Code::ConsentEvidence);
    city.town.act("olga", None, "representative.appoint", parent);
    let for_her = with(giving("city", city.notice, "news"), &json!({"data_subject": "vera"}));
    city.town.act("rita", None, "consent.give", for_her.clone());
    assert!(city.holds("vera", "news"));
    city.town.act("vera", None, "consent.withdraw", about("news"));
    assert!(!city.holds("vera", "news"), "a child may always say no");
    city.town.act("rita", None, "consent.give", for_her);
    let birthday: interlink::types::Timestamp = "2026-06-02T00:00:00.000Z".parse().unwrap();
    city.town.wait_minutes((birthday.as_millis() - city.town.now().as_millis()) / 60_000 + 1);
    assert!(city.holds("vera", "news"), "what was given stands");
    let old = city.refused("rita", "consent.withdraw", of("vera", "news"));
    assert_eq!(old.code, Code::ConsentHandedOver);
    city.town.act("vera", None, "consent.withdraw", about("news"));
    city.give("vera", "news");
}

#[test]
fn a_child_whose_birthday_comes_to_light_did_not_consent() {
    let city = Controller::new();
    city.give("vera", "news");
    assert!(city.holds("vera", "news"));
    city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2014-01-01"}));
    let now = city
        .town
        .engine
        .consent(city.person("vera"), &city.purpose("news"), Asked::Now(city.town.now()))
        .unwrap();
    assert_eq!(now.reason, ConsentReason::Child { age: 13 });
}

#[test]
fn who_is_erased_consents_to_nothing_and_the_record_stands() {
    let city = Controller::new();
    city.give("dora", "news");
    city.give("bruno", "news");
    let person = city.person("dora");
    let before = city.town.now();
    city.town.act("dora", Some(StreamId::Person(person)), "person.erase", json!({}));
    let purpose = city.purpose("news");
    let consent = |at| city.town.engine.consent(person, &purpose, Asked::Past(at)).unwrap();
    assert_eq!(consent(city.town.now()).reason, ConsentReason::Erased {});
    assert!(consent(before).allowed, "what was so stays so");
    assert!(city.holds("bruno", "news"));
    let end = with(about("news"), &json!({"reason": "She is gone."}));
    let refused = city.town.refused("anna", Some(StreamId::Consent(person)), "consent.revoke", end);
    assert_eq!(refused.code, Code::PersonErased);
    // Who comes back is somebody new.
    assert!(!city.holds("dora", "news"));
    city.give("dora", "news");
    assert_ne!(city.person("dora"), person);
    city.town.engine.verify_all().unwrap();
}

#[test]
fn two_devices_at_once_and_a_clock_that_goes_back() {
    let city = Controller::new();
    city.give("dora", "news");
    let stream = StreamId::Consent(city.person("dora"));
    let give = city.town.command("dora", Some(stream), "consent.renew", giving("city", city.notice, "news"));
    let take = city.town.command("dora", Some(stream), "consent.withdraw", about("news")).expecting(Seq(1));
    city.town.engine.execute(&take).unwrap();
    let late = city.town.engine.execute(&give).unwrap_err();
    assert_eq!(late.code(), Code::ConsentOvertaken, "it was given before what is on record by now");
    let conflict =
        city.town.command("dora", Some(stream), "consent.renew", giving("city", city.notice, "news"));
    let conflict = city.town.engine.execute(&conflict.expecting(Seq(1))).unwrap_err();
    assert_eq!(conflict.code(), Code::StreamConflict, "the other device did not see that");
    assert!(!city.holds("dora", "news"));
    assert!(city.town.engine.execute(&take).unwrap().repeated);
}

#[test]
fn the_feed_says_it_and_another_engine_knows_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("consent.sqlite").display());
    let town = Town::at(&url);
    let id = town.found("anna", "city", "public_administration");
    let other = interlink::Engine::open(&url).unwrap();
    assert!(other.consents().unwrap().is_empty());
    let notice = town.publish_notice("anna", id, &notice(1));
    town.consent("dora", "city", notice, "news");
    let person = town.engine.person(&host("dora")).unwrap().unwrap();
    let purpose = PurposeRef { organisation_id: id, purpose: "news".parse().unwrap() };
    assert!(
        other.consent(person, &purpose, Asked::Now(town.now())).unwrap().allowed,
        "kept current by the feed"
    );
    town.act("dora", None, "consent.withdraw", about("news"));
    assert!(!other.consent(person, &purpose, Asked::Now(town.now())).unwrap().allowed);
    // What is on record about her besides is no erasure.
    town.act("dora", None, "subject_request.make", json!({"organisation": "city", "right": "access"}));
    let third = interlink::Engine::open(&url).unwrap();
    let held = third.subject_access(person, "en".parse().unwrap()).unwrap();
    assert_eq!((held.consents.len(), held.consents[0].state), (1, State::Withdrawn));
    assert!(held.markdown.contains("news: The consent of this person is withdrawn"));
    assert_eq!(third.consents().unwrap().len(), 2, "read from the file");
    assert_eq!(
        third.consent(person, &purpose, Asked::Now(town.now())).unwrap(),
        other.consent(person, &purpose, Asked::Now(town.now())).unwrap()
    );
    third.verify_all().unwrap();
    town.act("dora", None, "consent.give", giving("city", notice, "news"));
    town.act("dora", None, "consent.withdraw", about("news"));
    let told = town.engine.audit_trail(interlink::journal::Position(0), 100, "en".parse().unwrap()).unwrap();
    let last = &told.entries.last().unwrap().sentence.text;
    let plain = last.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(plain, "dora recorded that dora no longer consents to “Purpose news” by “city”.");
}

#[test]
fn the_record_of_processing_is_made_of_the_notices_in_force() {
    let city = Controller::new();
    let record =
        |at| city.town.engine.organisation(city.id).unwrap().notices().processing(at, &"it".parse().unwrap());
    let now = record(city.town.now());
    let names: Vec<&str> = now.activities.iter().map(|activity| activity.purpose.as_str()).collect();
    assert_eq!(names, ["news", "news.local", "health", "register", "planning"]);
    assert_eq!((now.controllers.len(), now.officers.len()), (1, 1));
    assert_eq!(now.activities[0].purpose_name.text, "Finalità news");
    assert_eq!(now.activities[2].special, ["HealthRecord"]);
    let grounds = now.activities[4].recipients.iter().filter_map(|receiver| receiver.transfer.as_ref());
    assert_eq!(grounds.map(|transfer| transfer.ground.as_str()).collect::<Vec<_>>(), ["A45-3"]);
    assert_eq!(now.activities[4].data_subject_categories, ["Citizen"]);
    assert!(record("2026-01-01T00:00:00.000Z".parse().unwrap()).activities.is_empty());
    city.town.act("anna", Some(city.id.into()), "notice.withdraw", json!({"notice": "participation"}));
    assert!(record(city.town.now()).activities.is_empty());
}
