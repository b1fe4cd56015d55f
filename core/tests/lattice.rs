//! A no stays a no: what was said about a purpose outweighs what was said about one that contains it, now is what the record
//! says last, and a consent is one to what was read.
#![cfg(test)]

use interlink::consent::{Asked, ConsentReason, State};
use interlink::journal::StreamId;
use interlink::notice::ProcessingRestrictionException;
use interlink::problem::{Code, Problem};
use interlink::types::{DocumentId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Controller, Town, about, giving, notice, of, with};

/// One purpose of a notice.
fn purpose(id: &str, basis: &str, more: &Value) -> Value {
    let mut purpose = json!({
        "basis": basis, "data": [{"category": "EmailAddress", "necessity": "required"}], "data_subject_categories": ["Citizen"],
        "description": {"en": format!("What {id} is for.")}, "id": id, "name": {"en": format!("Purpose {id}")},
        "processing": ["Collect", "Store", "Use"], "storage": {"places": ["LV"], "retention": {"days": 730}},
        "term": "ServiceProvision", "freely_given": {"en": "Every service is there without it."},
        "law": {"en": "The law on municipalities"}, "obligation": {"en": "The law demands it."},
    });
    for (key, value) in more.as_object().unwrap() {
        purpose[key] = value.clone();
    }
    purpose
}

fn notice_of(version: u32, purposes: &[Value], more: &Value) -> Value {
    let mut notice = notice(version);
    notice["purposes"] = json!(purposes);
    notice["languages"] = json!(["en"]);
    with(notice, more)
}

fn city(purposes: &[Value]) -> Controller {
    let town = Town::new();
    let id = town.found("anna", "city", "public_administration");
    let notice = town.publish_notice("anna", id, &notice_of(1, purposes, &json!({})));
    Controller { town, id, notice }
}

fn publish(city: &Controller, version: u32, purposes: &[Value], more: &Value) -> DocumentId {
    city.town.publish_notice("anna", city.id, &notice_of(version, purposes, more))
}

fn nested() -> [Value; 3] {
    [
        purpose("a", "consent", &json!({})),
        purpose("b", "consent", &json!({"within": "a"})),
        purpose("c", "consent", &json!({"within": "b"})),
    ]
}

fn why(city: &Controller, person: &str, purpose: &str, asked: Asked) -> (bool, ConsentReason) {
    let view = city.town.engine.consent(city.person(person), &city.purpose(purpose), asked).unwrap();
    (view.allowed, view.reason)
}

/// The same command, dated so many minutes later or earlier.
fn dated(city: &Controller, actor: &str, kind: &str, data: Value, minutes: i64) {
    let mut command = city.town.command(actor, None, kind, data);
    command.at = later(command.at, minutes);
    city.town.engine.execute(&command).unwrap();
}

fn later(at: Timestamp, minutes: i64) -> Timestamp {
    Timestamp::from_millis(at.as_millis() + minutes * 60_000).unwrap()
}

/// Who does what, and with what besides.
type Act = (&'static str, &'static str, Value);

#[test]
fn whatever_was_said_about_the_narrower_purpose_is_final_for_it() {
    let ends: [(&str, &[Act]); 7] = [
        ("refused", &[("dora", "consent.refuse", json!({}))]),
        ("withdrawn", &[("dora", "consent.give", json!({})), ("dora", "consent.withdraw", json!({}))]),
        (
            "revoked",
            &[("dora", "consent.give", json!({})), ("anna", "consent.revoke", json!({"reason": "x"}))],
        ),
        (
            "used up",
            &[("dora", "consent.give", json!({"valid": {"uses": 1}})), ("anna", "consent.use", json!({}))],
        ),
        (
            "invalidated",
            &[
                ("dora", "consent.give", json!({})),
                ("anna", "consent.invalidate", json!({"decision": "D7", "from": "2020-01-01T00:00:00.000Z"})),
            ],
        ),
        ("deferred", &[("anna", "consent.request", json!({})), ("dora", "consent.defer", json!({}))]),
        ("ended", &[("dora", "consent.give", json!({"valid": {"days": 1}}))]),
    ];
    for (name, acts) in ends {
        for first in [true, false] {
            let city = city(&nested());
            let wide = || city.town.act("dora", None, "consent.give", giving("city", city.notice, "a"));
            if first {
                wide();
            }
            for (actor, kind, more) in acts {
                let data = match (*kind, *actor) {
                    ("consent.give", _) => with(giving("city", city.notice, "b"), more),
                    ("consent.request", _) => with(of("dora", "b"), &json!({"notice": city.notice})),
                    (_, "anna") => with(of("dora", "b"), more),
                    _ => with(about("b"), more),
                };
                city.town.act(actor, None, kind, data);
            }
            if !first {
                wide();
            }
            city.town.wait_minutes(3 * 24 * 60);
            assert!(city.holds("dora", "a"), "{name}");
            assert!(!city.holds("dora", "b"), "{name}: a general yes overruled a specific no");
            assert!(!city.holds("dora", "c"), "{name}: and for what lies within it");
        }
    }
}

#[test]
fn an_objection_holds_for_what_it_names_and_what_lies_within_it() {
    let task = |more: Value| with(json!({"term": "PublicRelations"}), &more);
    let purposes = [
        purpose("town", "public_task", &task(json!({}))),
        purpose("town.map", "public_task", &task(json!({"within": "town"}))),
    ];
    let city = city(&purposes);
    city.town.act("dora", None, "objection.raise", about("town.map"));
    assert!(!city.holds("dora", "town.map") && city.holds("dora", "town"));
    city.town.act("anna", None, "objection.decide", of("dora", "town.map"));
    assert_eq!(
        why(&city, "dora", "town.map", Asked::Now(city.town.now())),
        (false, ConsentReason::Objected(State::ObjectionUpheld))
    );
    city.town.act("elena", None, "objection.raise", about("town"));
    assert!(!city.holds("elena", "town") && !city.holds("elena", "town.map"));
    city.town.act(
        "anna",
        None,
        "objection.decide",
        with(of("elena", "town"), &json!({"grounds": "A road."})),
    );
    assert!(city.holds("elena", "town") && city.holds("elena", "town.map"), "grounds were shown");
}

#[test]
fn a_wide_yes_reaches_only_what_stood_in_the_notice_that_was_read() {
    let alone = [purpose("a", "consent", &json!({}))];
    let first = city(&alone);
    first.give("dora", "a");
    publish(&first, 2, &[alone[0].clone(), nested()[1].clone()], &json!({}));
    assert!(first.holds("dora", "a"));
    assert!(!first.holds("dora", "b"), "it was not there when she read");

    let health = json!({"data": [{"category": "HealthRecord", "necessity": "required"}], "condition": "explicit_consent", "within": "a"});
    let special = city(&[alone[0].clone(), purpose("b", "consent", &health)]);
    special.give("dora", "a");
    assert!(special.holds("dora", "a") && !special.holds("dora", "b"), "never into special categories");

    let dropped = city(&nested());
    dropped.give("dora", "a");
    assert!(dropped.holds("dora", "b") && dropped.holds("dora", "c"));
    publish(&dropped, 2, &nested()[..2], &json!({}));
    assert!(dropped.holds("dora", "b") && !dropped.holds("dora", "c"), "in force no more");

    let renewed = city(&nested());
    renewed.give("dora", "a");
    publish(&renewed, 2, &nested(), &json!({"renews": ["b"]}));
    assert!(renewed.holds("dora", "a"));
    assert!(!renewed.holds("dora", "b") && !renewed.holds("dora", "c"), "asked again about b");
}

#[test]
fn a_no_ends_a_yes_and_the_recipients_are_told() {
    let city = Controller::new();
    city.give("dora", "news");
    city.town.act("dora", None, "consent.refuse", about("news"));
    assert_eq!((city.holds("dora", "news"), city.state("dora", "news")), (false, State::Refused));
    let obligations = city.town.engine.obligations(city.id, city.town.now(), "en".parse().unwrap()).unwrap();
    assert_eq!(obligations.obligations.len(), 1, "the printer had her address");
    city.town.act("dora", None, "consent.give", giving("city", city.notice, "news"));
    assert!(city.holds("dora", "news"), "and she can change her mind");
}

#[test]
fn now_is_what_the_record_says_last_whatever_time_it_carries() {
    let city = Controller::new();
    city.give("dora", "news");
    let given = city.town.now();
    dated(&city, "dora", "consent.withdraw", about("news"), 10);
    let now = later(given, 1);
    assert!(!why(&city, "dora", "news", Asked::Now(now)).0, "withdrawn on a phone whose clock is ahead");
    assert!(why(&city, "dora", "news", Asked::Past(now)).0, "asked about a past moment, times decide");
    assert!(
        !why(&city, "dora", "news", Asked::Now(later(given, -1))).0,
        "and no yes is there before its time"
    );

    city.give("elena", "news");
    let made = city.town.act(
        "elena",
        None,
        "subject_request.make",
        json!({"organisation": "city", "right": "processing_restriction"}),
    );
    let mut answer = city.town.command(
        "anna",
        Some(made.stream),
        "subject_request.answer",
        json!({"outcome": "fulfilled", "request": request_of(&made)}),
    );
    answer.at = later(answer.at, 10);
    city.town.engine.execute(&answer).unwrap();
    assert_eq!(
        why(&city, "elena", "news", Asked::Now(city.town.now())),
        (false, ConsentReason::ProcessingRestricted {})
    );

    city.give("fabio", "news");
    let person = StreamId::Person(city.person("fabio"));
    let mut erase = city.town.command("fabio", Some(person), "person.erase", json!({}));
    let (id, purpose) = (city.person("fabio"), city.purpose("news"));
    erase.at = later(erase.at, 10);
    city.town.engine.execute(&erase).unwrap();
    let view = city.town.engine.consent(id, &purpose, Asked::Now(city.town.now())).unwrap();
    assert_eq!(view.reason, ConsentReason::Erased {});
}

fn request_of(made: &interlink::kernel::Executed) -> String {
    let event = serde_json::to_value(&made.events[0]).unwrap();
    event["data"]["request"].as_str().unwrap().to_owned()
}

/// Somebody asks the city only to store her data, and it grants that.
fn restrict(city: &Controller, who: &str) {
    let asked = json!({"organisation": "city", "right": "processing_restriction"});
    let made = city.town.act(who, None, "subject_request.make", asked);
    let granted = json!({"outcome": "fulfilled", "request": request_of(&made)});
    city.town.act("anna", made.stream, "subject_request.answer", granted);
}

/// On what ground data leave the European Economic Area.
fn ground(of: &str) -> Value {
    json!({"ground": of, "text": {"en": "Ask us."}})
}

#[test]
fn a_notice_that_says_more_asks_again_by_itself() {
    let was = |more: Value| purpose("news", "consent", &more);
    let cases = [
        (
            "data",
            json!({"data": [{"category": "EmailAddress", "necessity": "required"}, {"category": "Interest", "necessity": "optional"}]}),
        ),
        (
            "special",
            json!({"data": [{"category": "HealthRecord", "necessity": "required"}], "condition": "explicit_consent"}),
        ),
        ("recipients", json!({"recipients": ["cloud"]})),
        ("automation", json!({"automation": "full", "automated_decisions": {"en": "You are scored."}})),
        ("places", json!({"storage": {"places": ["LV", "DE"], "retention": {"days": 730}}})),
        ("longer", json!({"storage": {"places": ["LV"], "retention": {"days": 731}}})),
        ("term", json!({"term": "TargetedAdvertising"})),
        ("whose data", json!({"data_subject_categories": ["Citizen", "Employee"]})),
        ("no longer free", json!({"freely_given": {"en": "Without it you pay a hundred euros."}})),
        ("description", json!({"description": {"en": "Advertising by third parties."}})),
        ("processing", json!({"processing": ["Collect", "Store", "Use", "Share"]})),
        ("processed abroad", json!({"processing_at": {"places": ["US"], "transfer": ground("A45-3")}})),
    ];
    for (name, more) in cases {
        let city = city(&[was(json!({}))]);
        city.give("dora", "news");
        publish(&city, 2, &[was(more)], &json!({}));
        let (allowed, reason) = why(&city, "dora", "news", Asked::Now(city.town.now()));
        // What is special by now is consented to explicitly.
        let why =
            if name == "special" { ConsentReason::NotExplicit {} } else { ConsentReason::RenewalDue {} };
        assert_eq!((allowed, reason), (false, why), "{name}");
    }
    let storage = |at: Value| json!({"storage": with(at, &json!({"retention": {"days": 730}}))});
    let processing = |at: Value| json!({"processing_at": at});
    let abroad = |on: &str| json!({"places": ["LV", "US"], "transfer": ground(on)});
    let at_home = || json!({"places": ["LV"]});
    let moved = [
        ("kept on another ground", storage(abroad("A45-3")), storage(abroad("A49-1-a")), false),
        ("kept at home again", storage(abroad("A45-3")), storage(at_home()), true),
        ("done on another ground", processing(abroad("A45-3")), processing(abroad("A49-1-a")), false),
        ("done in another place", processing(at_home()), processing(json!({"places": ["LV", "DE"]})), false),
        ("done anywhere", processing(at_home()), json!({}), false),
        ("done at home again", processing(abroad("A45-3")), processing(at_home()), true),
        ("bound to a place", json!({}), processing(at_home()), true),
    ];
    for (name, before, after, holds) in moved {
        let city = city(&[was(before)]);
        city.give("dora", "news");
        publish(&city, 2, &[was(after)], &json!({}));
        assert_eq!(city.holds("dora", "news"), holds, "{name}");
    }
    let fewer = city(&[was(
        json!({"recipients": ["cloud"], "data": [{"category": "EmailAddress", "necessity": "required"}, {"category": "Interest", "necessity": "required"}]}),
    )]);
    fewer.give("dora", "news");
    publish(&fewer, 2, &[was(json!({"storage": {"places": ["LV"], "retention": {"days": 30}}}))], &json!({}));
    assert!(fewer.holds("dora", "news"), "less of the same is nothing new");
    publish(
        &fewer,
        3,
        &[was(
            json!({"storage": {"places": ["LV"], "retention": {"days": 30}}, "description": {"en": "What news is for.", "lv": "Kam tas ir."}}),
        )],
        &json!({}),
    );
    assert!(fewer.holds("dora", "news"), "a translation says the same");
}

#[test]
fn a_rewording_says_so_and_is_held_to_it() {
    let was = |more: Value| purpose("news", "consent", &more);
    let city = city(&[was(json!({}))]);
    city.give("dora", "news");
    let words = json!({"description": {"en": "What the news are for, in plain words."}});
    publish(&city, 2, &[was(words.clone())], &json!({"rewords": ["news"]}));
    assert!(city.holds("dora", "news"));
    let more = with(words, &json!({"recipients": ["cloud"], "description": {"en": "Other words."}}));
    let document = city.town.keep_notice(&notice_of(3, &[was(more)], &json!({"rewords": ["news"]})));
    let problem =
        city.town.refused("anna", Some(city.id.into()), "notice.publish", json!({"notice": document}));
    assert_eq!(problem.code, Code::NoticeWording, "{problem}");
    assert!(problem.message.contains("recipients"), "{}", problem.message);
    let abroad = json!({"processing_at": {"places": ["US"], "transfer": ground("A49-1-a")}});
    let document = city.town.keep_notice(&notice_of(3, &[was(abroad)], &json!({"rewords": ["news"]})));
    let problem =
        city.town.refused("anna", Some(city.id.into()), "notice.publish", json!({"notice": document}));
    assert_eq!(problem.code, Code::NoticeWording, "{problem}");
}

#[test]
fn a_notice_that_was_withdrawn_revives_nothing_and_explicitness_is_that_of_today() {
    let plain = [purpose("news", "consent", &json!({}))];
    let first = city(&plain);
    first.give("dora", "news");
    first.town.act("anna", Some(first.id.into()), "notice.withdraw", json!({"notice": "participation"}));
    assert!(!first.holds("dora", "news"));
    first.town.wait_minutes(5);
    publish(&first, 2, &plain, &json!({}));
    assert_eq!(
        why(&first, "dora", "news", Asked::Now(first.town.now())),
        (false, ConsentReason::RenewalDue {})
    );
}

#[test]
fn a_use_keeps_the_date_of_its_consent_and_asks_first() {
    let plain = [purpose("news", "consent", &json!({}))];
    let city = city(&plain);
    let counted = with(giving("city", city.notice, "news"), &json!({"valid": {"uses": 3}}));
    city.town.act("dora", None, "consent.give", counted);
    let given = city.town.now();
    city.town.act("anna", None, "consent.use", of("dora", "news"));
    let view = city
        .town
        .engine
        .consent(city.person("dora"), &city.purpose("news"), Asked::Now(city.town.now()))
        .unwrap();
    assert_eq!((view.since, view.uses), (Some(given), Some(2)));
    publish(&city, 2, &plain, &json!({"renews": ["news"]}));
    assert!(!city.holds("dora", "news"));
    assert_eq!(city.refused("anna", "consent.use", of("dora", "news")).code, Code::ConsentNotAllowed);
    assert!(!city.holds("dora", "news"), "a use revives nothing");
}

#[test]
fn a_consent_that_a_child_could_not_give_does_not_heal_by_waiting() {
    let city = city(&[purpose("news", "consent", &json!({}))]);
    let long = with(giving("city", city.notice, "news"), &json!({"valid": {"days": 3000}}));
    city.town.act("vera", None, "consent.give", long);
    let before = city.town.now();
    city.town.wait_minutes(60);
    city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2014-01-01"}));
    assert!(!city.holds("vera", "news"));
    assert!(why(&city, "vera", "news", Asked::Past(before)).0, "as it was known then");
    let grown: Timestamp = "2030-01-01T00:00:00.000Z".parse().unwrap();
    assert_eq!(why(&city, "vera", "news", Asked::Now(grown)), (false, ConsentReason::Child { age: 13 }));
}

#[test]
fn the_past_keeps_the_notice_that_was_in_force_then() {
    let plain = [purpose("news", "consent", &json!({}))];
    let city = city(&plain);
    city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2012-01-01"}));
    city.give("vera", "news");
    let then = city.town.now();
    assert!(city.holds("vera", "news"));
    city.town.wait_minutes(10);
    publish(&city, 2, &plain, &json!({"jurisdiction": "DE"}));
    assert!(why(&city, "vera", "news", Asked::Past(then)).0, "thirteen was enough where it was given");
    let now = why(&city, "vera", "news", Asked::Now(city.town.now()));
    assert_eq!(now, (false, ConsentReason::Child { age: 16 }), "and is not by the rule in force");
    let own_age = json!({"child_ages": [{"age": 13, "country": "DE", "from": "2018-05-25", "source": "a leaflet"}], "jurisdiction": "DE"});
    let document = city.town.keep_notice(&notice_of(3, &plain, &own_age));
    let problem =
        city.town.refused("anna", Some(city.id.into()), "notice.publish", json!({"notice": document}));
    assert_eq!(problem.code, Code::NoticeIncomplete, "{problem}");
    assert!(problem.message.contains("Art. 8"), "{}", problem.message);
}

#[test]
fn a_finding_reaches_back_and_leaves_a_later_good_consent_alone() {
    let city = city(&[purpose("news", "consent", &json!({}))]);
    let day = || city.town.wait_minutes(24 * 60);
    let finding = |from: Timestamp, more: &Value| {
        with(of("dora", "news"), &with(json!({"decision": "D7", "from": from}), more))
    };
    city.give("dora", "news");
    let first = city.town.now();
    day();
    city.town.act("dora", None, "consent.withdraw", about("news"));
    day();
    city.give("dora", "news");
    day();
    city.town.act("anna", None, "consent.invalidate", finding(later(first, 60), &json!({})));
    assert!(city.holds("dora", "news"), "the second was good");
    assert!(why(&city, "dora", "news", Asked::Past(later(first, 30))).0);
    assert!(!why(&city, "dora", "news", Asked::Past(later(first, 90))).0);
    city.town.act("anna", None, "consent.invalidate", finding(first, &json!({})));
    assert!(!why(&city, "dora", "news", Asked::Past(later(first, 30))).0, "an appeal reaches back further");
    assert!(city.holds("dora", "news"));
    city.town.act("anna", None, "consent.invalidate", finding(first, &json!({"until": city.town.now()})));
    assert!(!city.holds("dora", "news"), "all that began before");
    city.town.act("anna", None, "consent.request", with(of("dora", "news"), &json!({"notice": city.notice})));
    city.town.act("anna", None, "consent.invalidate", finding(first, &json!({})));
    assert_eq!(city.state("dora", "news"), State::Requested, "noted after she was asked again");
    let before: Timestamp = "2020-01-01T00:00:00.000Z".parse().unwrap();
    let nobody = with(of("fabio", "news"), &json!({"decision": "D7", "from": before}));
    assert_eq!(city.refused("anna", "consent.invalidate", nobody).code, Code::ConsentTransition);
}

#[test]
fn restriction_has_the_exceptions_of_article_18() {
    let exceptions = [
        ("court", ProcessingRestrictionException::LegalClaims),
        ("shelter", ProcessingRestrictionException::RightsOfOthers),
        ("epidemic", ProcessingRestrictionException::PublicInterest),
    ];
    let despite = |what: &str| json!({"despite_processing_restriction": what});
    let city = city(&[
        purpose("news", "consent", &json!({})),
        purpose("register", "public_task", &json!({})),
        purpose("court", "public_task", &despite("legal_claims")),
        purpose("shelter", "public_task", &despite("rights_of_others")),
        purpose("epidemic", "public_task", &despite("public_interest")),
    ]);
    city.give("dora", "news");
    restrict(&city, "dora");
    assert!(!city.holds("dora", "news") && !city.holds("dora", "register"));
    for (name, exception) in exceptions {
        let answer = why(&city, "dora", name, Asked::Now(city.town.now()));
        assert_eq!(answer, (true, ConsentReason::DespiteProcessingRestriction(exception)), "{name}");
    }
    city.town.act("dora", None, "consent.renew", giving("city", city.notice, "news"));
    assert!(city.holds("dora", "news"), "with her consent, given knowing of the restriction");
}

#[test]
fn an_objection_to_direct_marketing_is_absolute() {
    let town = Town::new();
    let id = town.found("frank", "city", "forprofit_organisation");
    let ads = purpose(
        "ads",
        "legitimate_interest",
        &json!({"term": "DirectMarketing", "interest": {"en": "Selling."}}),
    );
    let notice = town.publish_notice("frank", id, &notice_of(1, &[ads], &json!({})));
    let city = Controller { town, id, notice };
    city.town.act("dora", None, "objection.raise", about("ads"));
    let overruling = with(of("dora", "ads"), &json!({"grounds": "We need the money."}));
    assert_eq!(city.refused("frank", "objection.decide", overruling).code, Code::ObjectionAbsolute);
    assert!(!city.holds("dora", "ads"));
}

#[test]
fn a_request_that_would_change_nothing_names_the_verb_that_does() {
    let city = Controller::new();
    city.give("dora", "news");
    for (right, verb) in [("objection", "objection.raise"), ("withdrawal", "consent.withdraw")] {
        let problem =
            city.refused("dora", "subject_request.make", json!({"organisation": "city", "right": right}));
        assert_eq!(problem.code, Code::SubjectRequestCommand);
        assert!(problem.message.contains(verb), "{}", problem.message);
    }
    let made = city.town.act(
        "dora",
        None,
        "subject_request.make",
        json!({"organisation": "city", "right": "erasure"}),
    );
    let fulfilled = json!({"outcome": "fulfilled", "request": request_of(&made)});
    let problem = city.town.refused("anna", Some(made.stream), "subject_request.answer", fulfilled);
    assert_eq!(problem.code, Code::SubjectRequestCommand);
    assert!(problem.message.contains("person.erase"));
    city.town.act("anna", made.stream, "person.erase", json!({"acting_for": "city", "reason": "She asked."}));
    let open = city.town.engine.subject_requests(city.id, city.town.now()).unwrap();
    assert!(open.requests.iter().all(|request| request.answered.is_some()), "erasing answers it");
}

#[test]
fn what_was_known_then_knows_of_restriction_and_erasure() {
    let city = Controller::new();
    city.give("dora", "news");
    let (person, purpose) = (city.person("dora"), city.purpose("news"));
    let known = |version| {
        let asked = Asked::Now(city.town.now());
        let view =
            city.town.engine.consent_as_known(person, &purpose, asked, interlink::journal::Seq(version));
        view.unwrap().reason
    };
    assert!(matches!(known(1), ConsentReason::Consent { .. }));
    restrict(&city, "dora");
    assert_eq!(
        known(1),
        ConsentReason::ProcessingRestricted {},
        "nothing came later in her stream, so it was known then"
    );
    city.town.act("dora", None, "consent.withdraw", about("news"));
    assert_eq!(known(1), ConsentReason::ProcessingRestricted {});
    city.town.act("dora", Some(StreamId::Person(person)), "person.erase", json!({}));
    assert_eq!(known(2), ConsentReason::Erased {});
}

/// What the law makes of what was said, in the order in which it was recorded, without the register: a yes is a yes to the
/// purpose, or to the next wider one about which anything was said where nothing was said about it.
#[derive(Default)]
struct Said([Option<bool>; 3]);

impl Said {
    fn holds(&self, purpose: usize) -> bool {
        self.0[..=purpose].iter().rev().find_map(|said| *said).unwrap_or(false)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 60 } else { 400 }))]

    /// Whatever is said in whatever order, by whatever clocks: where a specific no stands there is no yes, and where a yes is
    /// answered somebody gave it.
    #[test]
    fn no_sequence_in_which_a_specific_no_stands_gives_a_yes(
        acts in proptest::collection::vec((0..3_usize, 0..8_usize, -9_i64..10), 1..25),
    ) {
        let city = city(&nested());
        let (mut said, mut begun) = (Said::default(), [Timestamp::MIN; 3]);
        for (purpose, act, minutes) in acts {
            let name = ["a", "b", "c"][purpose];
            let until = later(city.town.now(), minutes.min(0));
            let (actor, kind, data) = match act {
                0 => ("dora", "consent.give", giving("city", city.notice, name)),
                1 => ("dora", "consent.renew", giving("city", city.notice, name)),
                2 => ("dora", "consent.refuse", about(name)),
                3 => ("dora", "consent.withdraw", about(name)),
                4 => ("anna", "consent.revoke", with(of("dora", name), &json!({"reason": "It ends."}))),
                5 => ("anna", "consent.request", with(of("dora", name), &json!({"notice": city.notice}))),
                6 => ("dora", "consent.defer", about(name)),
                _ => {
                    let from: Timestamp = "2020-01-01T00:00:00.000Z".parse().unwrap();
                    let finding = json!({"decision": "D", "from": from, "until": until});
                    ("anna", "consent.invalidate", with(of("dora", name), &finding))
                }
            };
            let mut command = city.town.command(actor, None, kind, data);
            command.at = later(command.at, minutes);
            if let Ok(executed) = city.town.engine.execute(&command) {
                match act {
                    0 | 1 => (said.0[purpose], begun[purpose]) = (Some(true), executed.events[0].head.at),
                    // A finding ends the yes that it reaches, and no other.
                    7 => said.0[purpose] = said.0[purpose].map(|yes| yes && begun[purpose] >= until),
                    _ => said.0[purpose] = Some(false),
                }
            }
            // By then the last that was said has its time, whoever's clock was ahead.
            let now = later(city.town.now(), 20);
            for (nth, name) in ["a", "b", "c"].into_iter().enumerate() {
                let (allowed, reason) = why(&city, "dora", name, Asked::Now(now));
                prop_assert_eq!(allowed, said.holds(nth), "{} {:?} {:?}", name, reason, said.0);
            }
        }
    }
}

/// A command can say that it was made earlier than it came. What was not published by then nobody can have read.
#[test]
fn nobody_consents_before_there_is_a_notice_to_read() {
    let city = Controller::new();
    city.town.wait_minutes(10);
    let early = |kind: &str, data: Value| {
        let mut command = city.town.command("dora", None, kind, data);
        command.at = later(command.at, -600_000);
        city.town.engine.execute(&command).map_err(|error| Problem::from(&error).code)
    };
    let giving = giving("city", city.notice, "news");
    assert_eq!(early("consent.give", giving).map(drop), Err(Code::NoticeNotInForce));
    assert!(!city.holds("dora", "news"));
    // A no needs no notice.
    early("consent.refuse", about("news")).unwrap();
}
