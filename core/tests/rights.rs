//! What a person can ask of a controller, and what it then has to do.
#![cfg(test)]

use interlink::consent::ConsentReason;
use interlink::consent::view::{Cause, ObligationView};
use interlink::journal::StreamId;
use interlink::kernel::Executed;
use interlink::problem::Code;
use interlink::types::Timestamp;
use serde_json::{Value, json};
use testkit::{Controller, about, host, of, with};

fn data(executed: &Executed) -> Value {
    serde_json::to_value(&executed.events[0]).unwrap()["data"].clone()
}

/// Asks for a right, and gives her stream and the request.
fn ask(city: &Controller, who: &str, right: &str) -> (StreamId, Value) {
    let asked =
        city.town.act(who, None, "subject_request.make", json!({"organisation": "city", "right": right}));
    (asked.stream, data(&asked)["request"].clone())
}

fn obligations(city: &Controller) -> Vec<ObligationView> {
    city.town.engine.obligations(city.id, city.town.now(), "en".parse().unwrap()).unwrap().obligations
}

#[test]
fn what_she_asks_for_has_a_month_three_with_notice_and_a_refusal_its_reason() {
    let city = Controller::new();
    let ask = json!({"organisation": "city", "right": "access"});
    let asked = city.town.act("dora", None, "subject_request.make", ask.clone());
    let stream = asked.stream;
    let request = serde_json::to_value(&asked.events[0]).unwrap()["data"]["request"].clone();
    let seen = |at| city.town.engine.subject_requests(city.id, at).unwrap().requests[0].clone();
    let received = city.town.now();
    assert_eq!(seen(received).due, received.plus_months(1));
    assert!(!seen(received.plus_months(1)).overdue && seen(received.plus_days(32)).overdue);
    assert_eq!(received.plus_months(1).to_string(), "2026-04-02T09:03:00.000Z");
    let extend = json!({"reason": "It is a lot.", "request": request});
    city.town.act("anna", stream, "subject_request.extend", extend);
    assert!(!seen(received.plus_days(85)).overdue && seen(received.plus_months(3).plus_days(1)).overdue);
    let unknown = json!({"outcome": "fulfilled", "request": "0".repeat(32)});
    assert_eq!(
        city.town.refused("anna", stream, "subject_request.answer", unknown).code,
        Code::SubjectRequestUnknown
    );
    let refuse =
        json!({"outcome": "refused", "reason": "The law on archives wants it kept.", "request": request});
    assert_eq!(
        city.town.refused("dora", stream, "subject_request.answer", refuse.clone()).code,
        Code::ConsentNotController
    );
    city.town.act("anna", stream, "subject_request.answer", refuse);
    assert!(!seen(received.plus_months(9)).overdue, "answered in time");
    // What came by letter, the controller records; somebody else does not.
    assert_eq!(
        city.town.refused("bruno", stream, "subject_request.make", ask.clone()).code,
        Code::PersonNotPermitted
    );
    city.town.act("anna", stream, "subject_request.make", ask.clone());
    // After her erasure her request can still be answered, and nothing new be asked.
    let last = city.town.engine.subject_requests(city.id, received).unwrap().requests;
    let open = last.iter().find(|request| request.answered.is_none()).unwrap().request;
    city.town.act("dora", stream, "person.erase", json!({}));
    assert_eq!(city.town.refused("anna", stream, "subject_request.make", ask).code, Code::PersonErased);
    city.town.act("anna", stream, "subject_request.answer", json!({"outcome": "fulfilled", "request": open}));
    // A new register reads erasures from among all that is in those streams.
    let StreamId::Person(person) = stream else { panic!("a person's stream") };
    assert!(city.town.engine.host_id(person).unwrap().is_none());
    city.town.engine.verify_all().unwrap();
}

#[test]
fn a_text_is_put_right_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rights.sqlite");
    let city = Controller::at(&format!("sqlite:{}", file.display()));
    let grounds = json!({"grounds": "I live in Wrong Street."});
    let objected = city.town.act("dora", None, "objection.raise", with(about("planning"), &grounds));
    let text = data(&objected)["grounds"].clone();
    let (stream, request) = ask(&city, "dora", "rectification");
    let put = |words: &str| json!({"request": request, "text": text, "words": words});
    let refused = |actor: &str, data: Value| city.town.refused(actor, stream, "text.rectify", data).code;
    assert_eq!(refused("dora", put("I live in Right Street.")), Code::ConsentNotController);
    let nothing = json!({"request": request, "text": "0".repeat(64), "words": "So."});
    assert_eq!(refused("anna", nothing), Code::TextUnknown);
    let (_, other) = ask(&city, "dora", "access");
    assert_eq!(
        refused("anna", json!({"request": other, "text": text, "words": "So."})),
        Code::SubjectRequestOther
    );

    city.town.act("anna", stream, "text.rectify", put("I live in Light Street."));
    city.town.act("anna", stream, "text.rectify", put("I live in Right Street."));
    city.town.engine.verify_all().unwrap();
    let held = city.town.engine.subject_access(city.person("dora"), "en".parse().unwrap()).unwrap();
    let said: Vec<&str> = held.texts.iter().map(|held| held.text.as_str()).collect();
    assert_eq!(said, ["I live in Right Street."]);
    assert_eq!(json!(held.texts[0].commitment), text, "found where the record names it");
    let said = format!("{:?}", city.town.engine.text(text.as_str().unwrap().parse().unwrap()));
    assert!(said.contains("Right Street"), "{said}");

    assert!(obligations(&city).is_empty(), "not before it is answered");
    city.town.act(
        "anna",
        stream,
        "subject_request.answer",
        json!({"outcome": "fulfilled", "request": request}),
    );
    let due = obligations(&city);
    let named: Vec<_> = due.iter().map(|duty| (duty.recipient.as_str(), duty.cause)).collect();
    assert_eq!(named, [("printer", Cause::Rectified), ("cloud", Cause::Rectified)]);
    let tell = with(of("dora", "planning"), &json!({"recipient": "cloud"}));
    city.town.act("anna", None, "recipient.notify", tell.clone());
    assert!(obligations(&city)[1].notified.is_some() && obligations(&city)[0].notified.is_none());
    assert_eq!(city.refused("anna", "recipient.notify", tell).code, Code::RecipientNotified);
    assert_eq!(refused("anna", put("Again.")), Code::SubjectRequestAnswered);

    city.town.act("dora", stream, "person.erase", json!({}));
    let bytes = std::fs::read(&file).unwrap();
    for street in ["Wrong Street", "Light Street", "Right Street"] {
        assert!(!bytes.windows(street.len()).any(|window| window == street.as_bytes()), "{street}");
    }
}

#[test]
fn a_birthday_that_was_put_right_counts_at_once() {
    let city = Controller::new();
    let date_of_birth =
        city.town.act("dora", None, "date_of_birth.record", json!({"date_of_birth": "2015-05-05"}));
    city.town.consent("eva", "city", city.notice, "news");
    assert_eq!(
        city.refused("dora", "consent.give", testkit::giving("city", city.notice, "news")).code,
        Code::ConsentChild
    );
    let (stream, request) = ask(&city, "dora", "rectification");
    let put =
        json!({"request": request, "text": data(&date_of_birth)["date_of_birth"], "words": "1995-05-05"});
    let refused = |actor: &str, data: Value| city.town.refused(actor, stream, "text.rectify", data).code;
    assert_eq!(refused("anna", put), Code::DateOfBirthEvidence, "it is recorded anew, by whoever may");
    city.town.authority("olga", "registry");
    let anew = json!({"date_of_birth": "1995-05-05", "acting_for": "registry", "evidence": "c".repeat(64), "data_subject": "dora"});
    city.town.act("olga", None, "date_of_birth.record", anew);
    city.give("dora", "news");
    assert!(city.holds("dora", "news"));
}

#[test]
fn what_is_restricted_is_only_stored() {
    let city = Controller::new();
    city.give("dora", "news");
    city.give("eva", "news");
    let (stream, request) = ask(&city, "dora", "processing_restriction");
    assert!(city.holds("dora", "news"), "asked, not granted");
    let lift = json!({"reason": "It was settled.", "request": request});
    assert_eq!(
        city.town.refused("anna", stream, "processing_restriction.lift", lift.clone()).code,
        Code::SubjectRequestOther
    );
    let before = city.town.now();
    city.town.act(
        "anna",
        stream,
        "subject_request.answer",
        json!({"outcome": "fulfilled", "request": request}),
    );
    assert!(!city.holds("dora", "news") && !city.holds("dora", "planning") && city.holds("eva", "news"));
    let at = |at: Timestamp| {
        city.town
            .engine
            .consent(city.person("dora"), &city.purpose("news"), interlink::consent::Asked::Past(at))
            .unwrap()
    };
    assert_eq!(at(city.town.now()).reason, ConsentReason::ProcessingRestricted {});
    assert!(at(before).allowed, "it was not restricted then");
    assert_eq!(obligations(&city)[0].cause, Cause::ProcessingRestricted);
    assert_eq!(
        city.town.refused("dora", stream, "processing_restriction.lift", lift.clone()).code,
        Code::ConsentNotController
    );
    let granted = city.town.now();
    city.town.act("anna", stream, "processing_restriction.lift", lift.clone());
    assert!(city.holds("dora", "news") && !at(granted).allowed);
    assert_eq!(
        city.town.refused("anna", stream, "processing_restriction.lift", lift).code,
        Code::SubjectRequestOther
    );
    let seen = &city.town.engine.subject_requests(city.id, city.town.now()).unwrap().requests[0];
    assert!(seen.lifted.is_some());
    let other = interlink::Engine::new(Box::new(interlink::journal::MemoryStore::new()));
    assert!(other.consents().unwrap().is_empty());
}

#[test]
fn what_a_law_wants_kept_is_kept_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kept.sqlite");
    // Years pass in this test; the file's clock shows today.
    let url = format!("sqlite:{}?skew_ms=99999999999", file.display());
    let city = Controller::at(&url);
    let objection = |words: &str| with(about("planning"), &json!({"grounds": words}));
    let text =
        data(&city.town.act("dora", None, "objection.raise", objection("A claim of mine.")))["grounds"]
            .clone();
    city.town.act("dora", None, "objection.withdraw", about("planning"));
    city.town.act("dora", None, "objection.raise", objection("Something else of mine."));
    let dora = city.person("dora");
    let stream = StreamId::Person(dora);
    let until = city.town.now().plus_days(400);
    let keep = |until: Timestamp| {
        let law = json!({"en": "Code of Civil Procedure", "it": "Codice di procedura civile"});
        json!({"exception": "legal_claims", "law": law, "organisation": "city", "text": text, "until": until})
    };
    let refused = |actor: &str, data: Value| city.town.refused(actor, stream, "text.keep", data).code;
    assert_eq!(refused("dora", keep(until)), Code::ConsentNotController);
    assert_eq!(refused("anna", keep(city.town.now())), Code::TextKeptUntil);
    city.town.act("anna", stream, "text.keep", keep(until));
    let told = city.town.engine.subject_access(dora, "en".parse().unwrap()).unwrap();
    assert_eq!((told.kept.len(), told.kept[0].over), (1, false), "she sees it before");
    assert!(told.markdown.contains("Code of Civil Procedure"), "{}", told.markdown);

    city.town.act("dora", stream, "person.erase", json!({}));
    let bytes = std::fs::read(&file).unwrap();
    let there = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(there("A claim of mine.") && !there("Something else of mine."));
    assert!(city.town.engine.host_id(dora).unwrap().is_none());
    assert_eq!(city.town.engine.verify_all().unwrap().vault_entries, 1);
    let kept = |at| city.town.engine.subject_requests(city.id, at).unwrap().kept;
    assert!(!kept(city.town.now())[0].over && kept(until)[0].over, "it shows that its time is over");
    let erase = json!({"acting_for": "city", "reason": "The claim has lapsed."});
    assert_eq!(city.town.refused("anna", stream, "person.erase", erase.clone()).code, Code::PersonErased);

    city.town.wait_minutes(401 * 24 * 60);
    city.town.act("anna", stream, "person.erase", erase.clone());
    let bytes = std::fs::read(&file).unwrap();
    let there = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(!there("A claim of mine."));
    assert!(kept(city.town.now()).is_empty());
    assert_eq!(city.town.refused("anna", stream, "person.erase", erase).code, Code::PersonErased);
    let other = interlink::Engine::open(&url).unwrap();
    other.verify_all().unwrap();
}

#[test]
fn recipients_are_told_of_an_erasure_too() {
    let city = Controller::new();
    city.give("dora", "news");
    let dora = city.person("dora");
    city.town.act("dora", Some(StreamId::Person(dora)), "person.erase", json!({}));
    let due = obligations(&city);
    assert_eq!((due.len(), due[0].cause, due[0].data_subject.host_id.clone()), (1, Cause::Erased, None));
    let tell = json!({"organisation": "city", "purpose": "news", "recipient": "printer"});
    city.town.act("anna", Some(StreamId::Consent(dora)), "recipient.notify", tell);
    assert!(obligations(&city)[0].notified.is_some());
}

/// A text about Dora that the city keeps for a claim, in a store in a file; and what keeps it.
fn claimed(url: &str) -> (Controller, StreamId, Value) {
    let city = Controller::at(url);
    let said = with(about("planning"), &json!({"grounds": "A claim of mine."}));
    let text = data(&city.town.act("dora@mail.example", None, "objection.raise", said))["grounds"].clone();
    let other = with(about("planning"), &json!({}));
    city.town.act("dora@mail.example", None, "objection.withdraw", other);
    let stream = StreamId::Person(city.person("dora@mail.example"));
    let until = city.town.now().plus_days(400);
    let law = json!({"en": "Code of Civil Procedure"});
    let keep = json!({
        "attributed": true, "exception": "legal_claims", "law": law, "organisation": "city", "text": text, "until": until,
    });
    (city, stream, keep)
}

fn bytes_of(file: &std::path::Path) -> impl Fn(&str) -> bool {
    let folder = file.parent().unwrap();
    let stem = file.file_name().unwrap().to_string_lossy().into_owned();
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = files.filter(|entry| entry.file_name().to_string_lossy().starts_with(&stem));
    let bytes: Vec<u8> = files.flat_map(|entry| std::fs::read(entry.path()).unwrap()).collect();
    move |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

const DORA: &str = "dora@mail.example";

#[test]
fn whose_text_it_is_stays_known_for_legal_claims_alone_and_to_nobody_by_stealth() {
    let (city, stream, keep) = claimed("memory:");
    let refused =
        |who: &str, more: &Value| city.town.refused(who, stream, "text.keep", with(keep.clone(), more)).code;
    for exception in ["expression", "legal_obligation", "public_health", "archiving"] {
        assert_eq!(refused("anna", &json!({"exception": exception})), Code::TextAttribution, "{exception}");
    }
    assert_eq!(refused("anna", &json!({"until": "9999-01-01T00:00:00.000Z"})), Code::TextKeptUntil);
    assert_eq!(refused("anna", &json!({"text": "0".repeat(64)})), Code::TextUnknown, "nothing to keep");
    city.town.found("nina", "port", "public_administration");
    assert_eq!(refused("nina", &json!({"organisation": "port"})), Code::TextNotOwner, "another controller");
    assert_eq!(refused("nina", &json!({})), Code::ConsentNotController);
    // She asks to be erased: that is answered, and not made impossible first.
    let ask = json!({"organisation": "city", "right": "erasure"});
    let request = data(&city.town.act(DORA, None, "subject_request.make", ask))["request"].clone();
    assert_eq!(refused("anna", &json!({})), Code::TextErasureAsked);
    let answer = json!({"outcome": "refused", "reason": "A court has the claim.", "request": request});
    city.town.act("anna", stream, "subject_request.answer", answer);
    city.town.act("anna", stream, "text.keep", keep.clone());
    let told = city.town.engine.subject_access(stream.person().unwrap(), "en".parse().unwrap()).unwrap();
    assert!(told.kept[0].attributed, "she sees it before");
    let look = json!({"text": keep["text"]});
    let early = city.town.refused("anna", stream, "text.attribute", look.clone());
    assert_eq!(early.code, Code::TextNotAttributed, "while she is known there is nothing to look up");
    city.town.act(DORA, stream, "person.erase", json!({}));
    assert_eq!(city.town.refused("anna", stream, "text.keep", keep.clone()).code, Code::PersonErased);
    assert_eq!(
        city.town.refused("nina", stream, "text.attribute", look.clone()).code,
        Code::TextNotAttributed
    );
    city.town.try_as_host("operator.appoint", json!({"person": "opal"})).unwrap();
    assert_eq!(city.town.refused("opal", stream, "text.attribute", look).code, Code::TextNotAttributed);
}

#[test]
fn what_is_said_last_of_a_text_that_is_kept_counts() {
    let (city, stream, keep) = claimed("memory:");
    city.town.act("anna", stream, "text.keep", keep.clone());
    city.town.act("anna", stream, "text.keep", with(keep.clone(), &json!({"attributed": false})));
    city.town.act(DORA, stream, "person.erase", json!({}));
    let look = json!({"text": keep["text"]});
    assert_eq!(city.town.refused("anna", stream, "text.attribute", look).code, Code::TextNotAttributed);
    assert_eq!(city.town.engine.verify_all().unwrap().vault_entries, 1);
}

#[test]
fn a_text_kept_attributably_is_hers_to_the_one_who_keeps_it_for_its_time_and_she_is_erased_to_everybody() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kept.sqlite");
    // Years pass in this test; the file's clock shows today.
    let url = format!("sqlite:{}?skew_ms=99999999999", file.display());
    let (city, stream, keep) = claimed(&url);
    let (town, dora) = (&city.town, stream.person().unwrap());
    town.act("anna", stream, "text.keep", keep.clone());
    let backup = folder.path().join("backup.sqlite");
    let taken = rusqlite::Connection::open(&file).unwrap();
    taken.execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
    drop(taken);
    let erase = town.command(DORA, Some(stream), "person.erase", json!({}));
    let erased = town.engine.execute(&erase).unwrap();
    let pseudonym_link = data(&erased)["attributed"][0]["pseudonym_link"].as_str().unwrap().to_owned();
    let there = bytes_of(&file);
    assert!(there(DORA) && there("A claim of mine."));
    drop(there);
    town.engine.verify_all().unwrap();

    // Nothing finds her.
    assert_eq!(town.engine.host_id(dora).unwrap(), None);
    assert_eq!(town.engine.person(&host(DORA)).unwrap(), None);
    assert_eq!(town.engine.text(pseudonym_link.parse().unwrap()).unwrap(), None, "no view reads it");
    let about = town.engine.subject_access(dora, "en".parse().unwrap()).unwrap();
    assert!(!about.markdown.contains(DORA) && about.texts.iter().all(|held| held.text != DORA));
    assert_eq!(about.person.host_id, None);
    let kept = town.engine.subject_requests(city.id, town.now()).unwrap().kept;
    assert!(kept[0].attributed && kept[0].person.host_id.is_none());
    let again = town.act(DORA, None, "consent.refuse", testkit::about("news"));
    let StreamId::Consent(newcomer) = again.stream else { panic!("a will") };
    assert_ne!(newcomer, dora, "whoever comes back is somebody new");
    let look = json!({"text": keep["text"]});
    let hers = town.refused(DORA, StreamId::Person(newcomer), "text.attribute", look.clone());
    assert_eq!(hers.code, Code::TextNotAttributed);

    // Who keeps it looks, and that is on record.
    let answer = |event: &str, at: Timestamp| {
        let ask = json!({"attribution": {"at": at, "event": event, "person_id": dora}});
        serde_json::from_str::<Value>(&town.engine.request(ask.to_string().as_bytes())).unwrap()["ok"].clone()
    };
    let looked = town.act("anna", stream, "text.attribute", look.clone());
    let event = looked.events[0].id.to_string();
    assert_eq!(answer(&event, town.now())["host_id"], DORA);
    assert!(answer(&erased.events[0].id.to_string(), town.now()).get("host_id").is_none(), "no other event");
    let until: Timestamp = keep["until"].as_str().unwrap().parse().unwrap();
    assert!(answer(&event, until).get("host_id").is_none(), "its time is over");

    // A file restored from before, to which the same erasure is sent, is as this one.
    let restored =
        interlink::Engine::open(&format!("sqlite:{}?skew_ms=99999999999", backup.display())).unwrap();
    restored.execute(&erase).unwrap();
    assert_eq!(restored.person(&host(DORA)).unwrap(), None);
    restored.verify_all().unwrap();
    drop(restored);

    // When the time is over, text and tie go to the byte. She who came back goes first, for her id is the same.
    town.act(DORA, StreamId::Person(newcomer), "person.erase", json!({}));
    town.wait_minutes(401 * 24 * 60);
    assert!(town.engine.subject_requests(city.id, town.now()).unwrap().kept[0].over);
    assert_eq!(town.refused("anna", stream, "text.attribute", look).code, Code::TextKeptOver);
    town.act(
        "anna",
        stream,
        "person.erase",
        json!({"acting_for": "city", "reason": "The claim has lapsed."}),
    );
    let there = bytes_of(&file);
    assert!(!there(DORA) && !there("A claim of mine.") && !there("mail.example"));
    drop(there);
    assert!(answer(&event, town.now()).get("host_id").is_none());
    town.engine.verify_all().unwrap();
}

#[test]
fn what_another_controller_erases_leaves_a_tie_that_is_kept() {
    let (city, stream, keep) = claimed("memory:");
    let town = &city.town;
    let port = town.found("nina", "port", "public_administration");
    let notice = town.publish_notice("nina", port, &testkit::notice(1));
    town.act(DORA, None, "consent.give", testkit::giving("port", notice, "news"));
    town.act("anna", stream, "text.keep", keep.clone());
    let erase = |of: &str| json!({"acting_for": of, "reason": "Asked to."});
    town.act("nina", stream, "person.erase", erase("port"));
    assert!(town.engine.person(&host(DORA)).unwrap().is_some(), "the city still has to do with her");
    town.act("anna", stream, "person.erase", erase("city"));
    assert_eq!(town.engine.person(&host(DORA)).unwrap(), None);
    let look = json!({"text": keep["text"]});
    assert_eq!(town.refused("nina", stream, "text.attribute", look.clone()).code, Code::TextNotAttributed);
    let looked = town.act("anna", stream, "text.attribute", look);
    let found = town.engine.attribution(stream.person().unwrap(), looked.events[0].id, town.now()).unwrap();
    assert_eq!(found.host_id, Some(host(DORA)));
    town.engine.verify_all().unwrap();
}

#[test]
fn no_bundle_carries_whose_text_it_is_and_none_brings_it() {
    let (city, stream, keep) = claimed("memory:");
    let town = &city.town;
    let template = town.template(&testkit::small_template());
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, Some(template));
    let require =
        json!({"organisation": "city", "purpose": "planning", "item": town.item(process, "invite")});
    town.act("anna", StreamId::from(process), "purpose.require", require);
    let grant = json!({"holder": {"person": DORA}, "role": "contributor"});
    town.act("anna", StreamId::from(process), "role.grant", grant);
    town.act("anna", stream, "text.keep", keep.clone());
    town.act(DORA, stream, "person.erase", json!({}));
    town.act("anna", stream, "text.attribute", json!({"text": keep["text"]}));
    let bundle = town.engine.export_bundle(process, true).unwrap();
    assert!(bundle.contains("text.kept") && !bundle.contains(DORA) && !bundle.contains("text.attributed"));
    let elsewhere = interlink::Engine::new(Box::new(interlink::journal::MemoryStore::new()));
    elsewhere.import_bundle(bundle.as_bytes()).unwrap();
    elsewhere.verify_all().unwrap();
    assert_eq!(elsewhere.person(&host(DORA)).unwrap(), None);
}
