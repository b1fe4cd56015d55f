//! A record of every state that somebody's will can be in, and what must be true of each.

use std::collections::BTreeSet;

use interlink::consent::{Author, ConsentRecord, PurposeRef, State, Verb};
use interlink::interop::receipt::{dpv, govstack, kantara};
use interlink::journal::{Event, Position, StreamId};
use interlink::types::Timestamp;
use serde_json::{Value, json};
use testkit::{Controller, about, giving, of, with};

/// A notice that says everything that a notice can say: several controllers, data that leave the European Economic Area
/// in every way, machines that decide, storage until something comes.
fn rich() -> Value {
    let mut notice = testkit::notice(1);
    for purpose in notice["purposes"].as_array_mut().unwrap() {
        purpose["impact_assessment"] = json!("https://city.example/assessment");
    }
    let mut second = notice["controllers"][0].clone();
    second["name"] = json!({"en": "The region"});
    second["uri"] = json!("https://region.example");
    notice["controllers"].as_array_mut().unwrap().push(second);
    notice["joint_arrangement"] = json!({"en": "The city answers you.", "it": "Risponde il comune."});
    notice["collection"] = json!({"elsewhere": {"public": false, "source": {"en": "The clinic"}}});
    notice["recipients"][0]["recipient_role"] = json!("joint_controller");
    let ground = |term: &str| json!({"ground": term, "text": {"en": "Ask us for a copy."}});
    let mut purpose = notice["purposes"][2].clone();
    for (key, value) in [
        ("id", json!("rich")),
        ("automation", json!("full")),
        ("automated_decisions", json!({"en": "A score; who has less waits longer."})),
        ("impact_assessment", json!("https://city.example/assessment")),
        ("recipients", json!(["printer", "cloud"])),
        ("processing_at", json!({"places": ["US"], "transfer": ground("A49-1-a")})),
    ] {
        purpose[key] = value;
    }
    let text = json!({"en": "the study ends", "it": "la fine dello studio"});
    purpose["storage"] = json!({
        "places": ["LV", "US"],
        "retention": {"until_event": {"days": 900, "key": "study-ended", "text": text}},
        "transfer": ground("A46-2-c"),
    });
    notice["purposes"] = json!([purpose]);
    notice
}

pub(crate) struct Given {
    pub(crate) city: Controller,
    pub(crate) records: Vec<ConsentRecord>,
}

impl Given {
    pub(crate) fn of(&self, state: State) -> &ConsentRecord {
        self.records.iter().find(|record| record.state() == state && record.erased.is_none()).unwrap()
    }
}

/// Consents by time, for a number of uses, until something comes; explicit; withdrawn; and then every other state.
pub(crate) fn given() -> Given {
    let city = Controller::new();
    city.town.authority("olga", "registry");
    let give = |who: &str, purpose: &str, more: Value| {
        city.town.act(who, None, "consent.give", with(giving("city", city.notice, purpose), &more));
    };
    let act = |who: &str, verb: &str, data: Value| drop(city.town.act(who, None, verb, data));
    let note = |verb: &str, who: &str, more: Value| act("anna", verb, with(of(who, "news"), &more));
    give("dora", "news", json!({}));
    give("dora", "health", json!({"explicit": true, "language": "it", "valid": {"days": 30}}));
    give("bruno", "news", json!({"valid": {"uses": 3}}));
    give("carla", "news", json!({"valid": {"until_event": "the park opens"}}));
    give("elena", "news.local", json!({"valid": {"until": "2027-01-01T00:00:00.000Z"}}));
    act("elena", "consent.withdraw", about("news.local"));
    let paper = json!({"acting_for": "registry", "evidence": "a".repeat(64), "method": "paper", "data_subject": "petra"});
    act("olga", "consent.give", with(giving("city", city.notice, "news"), &paper));
    for who in ["fabio", "gina", "hugo"] {
        note("consent.request", who, json!({"notice": city.notice}));
    }
    act("gina", "consent.defer", about("news"));
    act("hugo", "consent.refuse", about("news"));
    for (who, valid) in [
        ("ivana", json!({"days": 30})),
        ("jan", json!({"until_event": "the park opens"})),
        ("karla", json!({"uses": 1})),
        ("lara", json!({"days": 1})),
        ("mira", json!({"days": 30})),
        ("nina", json!({"days": 30})),
        ("erika", json!({"days": 30})),
    ] {
        give(who, "news", json!({"valid": valid}));
    }
    let from = city.town.now();
    note("consent.use", "bruno", json!({}));
    note("consent.revoke", "ivana", json!({"reason": "The letter ends."}));
    note("consent.expire", "jan", json!({"until_event": "the park opens"}));
    note("consent.use", "karla", json!({}));
    note("consent.invalidate", "mira", json!({"decision": "Decision 7", "from": from}));
    act("nina", "consent.renew", giving("city", city.notice, "news"));
    for who in ["rosa", "sara", "tina", "ugo"] {
        act(who, "objection.raise", about("planning"));
    }
    act("anna", "objection.decide", of("sara", "planning"));
    act(
        "anna",
        "objection.decide",
        with(of("tina", "planning"), &json!({"grounds": "The dam would break."})),
    );
    act("ugo", "objection.withdraw", about("planning"));
    let region = city.town.found("zoe", "region", "public_administration");
    let notice = city.town.publish_notice("zoe", region, &rich());
    let said = with(giving("region", notice, "rich"), &json!({"explicit": true}));
    city.town.act("dora", None, "consent.give", said);
    let purpose = PurposeRef { organisation_id: region, purpose: "rich".parse().unwrap() };
    let rich = city.town.engine.consent_record(
        city.person("dora"),
        &purpose,
        interlink::consent::Asked::Now(city.town.now()),
    );
    let erika = city.person("erika");
    city.town.act("erika", Some(StreamId::Person(erika)), "person.erase", json!({}));
    let later = |who: &str| if who == "lara" { city.town.now().plus_days(2) } else { city.town.now() };
    let record = |(who, purpose): (&str, &str)| {
        let person = if who == "erika" { erika } else { city.person(who) };
        city.town
            .engine
            .consent_record(person, &city.purpose(purpose), interlink::consent::Asked::Now(later(who)))
            .unwrap()
            .unwrap()
    };
    let records = [
        ("dora", "news"),
        ("dora", "health"),
        ("bruno", "news"),
        ("carla", "news"),
        ("elena", "news.local"),
        ("petra", "news"),
        ("fabio", "news"),
        ("gina", "news"),
        ("hugo", "news"),
        ("ivana", "news"),
        ("jan", "news"),
        ("karla", "news"),
        ("lara", "news"),
        ("mira", "news"),
        ("nina", "news"),
        ("rosa", "planning"),
        ("sara", "planning"),
        ("tina", "planning"),
        ("ugo", "planning"),
        ("erika", "news"),
    ];
    let mut records: Vec<ConsentRecord> = records.into_iter().map(record).collect();
    records.insert(records.len() - 1, rich.unwrap().unwrap());
    Given { city, records }
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn there_is_a_record_of_every_state_with_the_time_and_the_party_of_its_own_event() {
    let given = given();
    let seen: BTreeSet<State> = given.records.iter().map(ConsentRecord::state).collect();
    assert_eq!(seen, State::ALL.into_iter().collect());
    let city = format!("urn:interlink:organisation:{}", given.city.id);
    for record in &given.records {
        let (written, state) = (read(&dpv::record(record).unwrap()), record.state());
        let subject = &written["dpv:hasDataSubject"]["@id"];
        let by = match state {
            State::Requested | State::Revoked | State::Invalidated => json!(city),
            State::ObjectionUpheld | State::ObjectionOverruled => json!(city),
            State::Expired if record.step.by == Author::Nobody => Value::Null,
            State::Expired => json!(city),
            State::Unknown | State::Deferred | State::Given | State::Refused | State::Withdrawn => {
                subject.clone()
            }
            State::Renewed | State::Objected => subject.clone(),
        };
        let basis = &written["dpv:hasLegalBasis"];
        assert_eq!(basis["dpv:isIndicatedBy"]["@id"], by, "{state}");
        assert_eq!(basis["dpv:isIndicatedAtTime"]["@value"], json!(record.step.at), "{state}");
        assert_eq!(written["interlink:event"], json!(record.step.event), "{state}");
        assert_eq!(written["interlink:sequence"], json!(record.step.seq.0), "{state}");
        let named = [State::Objected, State::ObjectionUpheld, State::ObjectionOverruled, State::Unknown];
        assert_eq!(written["@type"] == "dpv:RightExerciseRecord", named.contains(&state), "{state}");
        // What is written of a step is what the record itself says of that event.
        let all = given.city.town.engine.changes(Position(0), usize::MAX).unwrap();
        let stored: Vec<Event> = all
            .into_iter()
            .map(|change| change.event)
            .filter(|event| event.head.stream == record.event.head.stream)
            .collect();
        let mut before = 0;
        for step in written["interlink:history"].as_array().unwrap() {
            let seq = step["interlink:sequence"].as_u64().unwrap();
            let event = stored.iter().find(|event| event.head.seq.0 == seq).unwrap();
            assert_eq!(step["interlink:event"], json!(event.id), "{state}");
            if step.get("interlink:act").is_some() {
                assert_eq!(step["dpv:isIndicatedAtTime"]["@value"], json!(event.head.at), "{state}");
                assert!(seq > before, "{state}: in order");
            }
            before = seq;
        }
        let last = written["interlink:history"].as_array().unwrap().last().unwrap();
        assert_eq!(last["interlink:state"], written["interlink:state"], "{state}");
    }
}

#[test]
fn a_history_names_each_step_by_whom_and_when() {
    let given = given();
    let acts = |state: State| -> Vec<Option<Verb>> {
        given.of(state).history.iter().map(|entry| entry.act).collect()
    };
    assert_eq!(acts(State::Deferred), [Some(Verb::Request), Some(Verb::Defer)]);
    assert_eq!(acts(State::Refused), [Some(Verb::Request), Some(Verb::Refuse)]);
    assert_eq!(acts(State::Withdrawn), [Some(Verb::Give), Some(Verb::Withdraw)]);
    assert_eq!(acts(State::Renewed), [Some(Verb::Give), Some(Verb::Renew)]);
    assert_eq!(acts(State::ObjectionUpheld), [Some(Verb::Object), Some(Verb::Uphold)]);
    assert_eq!(acts(State::ObjectionOverruled), [Some(Verb::Object), Some(Verb::Overrule)]);
    assert_eq!(acts(State::Unknown), [Some(Verb::Object), Some(Verb::WithdrawObjection)]);
    let record = |nth: usize| &given.records[nth];
    // A use is no new consent: the time is that of the giving, the use stands in the history.
    assert_eq!(record(2).history.len(), 2);
    assert_eq!(record(2).step.act, Some(Verb::Give));
    // Paper: she said it, the registry's official wrote it down.
    let paper = read(&dpv::record(record(5)).unwrap());
    assert_eq!(
        paper["dpv:hasLegalBasis"]["dpv:isIndicatedBy"],
        json!({"@id": paper["dpv:hasDataSubject"]["@id"]})
    );
    assert!(paper["dpv:hasLegalBasis"]["interlink:recordedBy"]["@id"].is_string());
    // Used up when the last use was; over when the day came; and nobody did either.
    assert_eq!(
        record(11).history.iter().map(|entry| entry.act).collect::<Vec<_>>(),
        [Some(Verb::Give), Some(Verb::Use), None]
    );
    assert_eq!(record(11).step.at, record(11).history[1].at);
    assert_eq!(record(12).step.at, record(12).history[0].at.plus_days(1));
    assert_eq!(record(12).step.by, Author::Nobody);
    // Asked about a moment before, the later act is not there.
    let withdrawn = given.of(State::Withdrawn);
    let person = withdrawn.data_subject.person_id.unwrap();
    let then = withdrawn.history[0].at;
    let before = given
        .city
        .town
        .engine
        .consent_record(person, &withdrawn.purpose, interlink::consent::Asked::Past(then))
        .unwrap()
        .unwrap();
    assert_eq!((before.state(), before.history.len()), (State::Given, 1));
    let long_ago: Timestamp = "2020-01-01T00:00:00.000Z".parse().unwrap();
    assert!(
        given
            .city
            .town
            .engine
            .consent_record(person, &withdrawn.purpose, interlink::consent::Asked::Past(long_ago))
            .unwrap()
            .is_none()
    );
    // An invalidation reaches back: asked about a moment that it covers, it is what became of the consent.
    let invalid = given.of(State::Invalidated);
    let (person, from) = (invalid.data_subject.person_id.unwrap(), invalid.step.from.unwrap());
    let covered = given
        .city
        .town
        .engine
        .consent_record(person, &invalid.purpose, interlink::consent::Asked::Past(from))
        .unwrap()
        .unwrap();
    assert_eq!((covered.state(), covered.step.event), (State::Invalidated, invalid.step.event));
}

#[test]
fn nothing_is_filled_in_that_nobody_said() {
    let given = given();
    let written = |nth: usize| read(&dpv::record(&given.records[nth]).unwrap());
    // Dora's health goes to nobody, and the notice names no place where it is processed.
    let health = written(1);
    for field in ["dpv:hasRecipient", "dpv:hasProcessingCondition", "dpv:hasRule"] {
        assert!(health.get(field).is_none(), "{field}");
        assert!(written(0).get(field).is_some(), "{field}");
    }
    // Who was only asked, or said no, agreed in no way and for no time.
    for state in [State::Requested, State::Deferred, State::Refused] {
        let record = read(&dpv::record(given.of(state)).unwrap());
        let basis = &record["dpv:hasLegalBasis"];
        assert!(basis.get("dpv:hasDuration").is_none() && basis.get("dpv:hasIndicationMethod").is_none());
        assert_eq!(basis["@type"], json!(["dpv:Consent", "eu-gdpr:A6-1-a"]));
    }
    // Nor who agreed once, took it back, was asked again and said no.
    let news = given.city.purpose("news");
    let dora = given.city.person("dora");
    given.city.town.act("dora", None, "consent.withdraw", about("news"));
    given.city.town.act(
        "anna",
        None,
        "consent.request",
        with(of("dora", "news"), &json!({"notice": given.city.notice})),
    );
    given.city.town.act("dora", None, "consent.refuse", about("news"));
    let refused = given
        .city
        .town
        .engine
        .consent_record(dora, &news, interlink::consent::Asked::Now(given.city.town.now()))
        .unwrap()
        .unwrap();
    assert_eq!((refused.state(), refused.history.len(), refused.words()), (State::Refused, 4, None));
    // Roles are those of the notice; transfers have their ground; each right has its own place.
    let planning = read(&dpv::record(given.of(State::Objected)).unwrap());
    let kinds = |at: usize| planning["dpv:hasRecipient"][at]["@type"].to_string();
    assert!(kinds(0).contains("dpv:DataProcessor") && !kinds(0).contains("dpv:ThirdParty"));
    assert!(kinds(1).contains("dpv:ThirdParty"));
    let transfers = planning["dpv:hasProcessing"].as_array().unwrap().iter();
    let transfer = transfers.filter(|one| one["@type"] == "dpv:Transfer").collect::<Vec<_>>();
    assert_eq!(transfer.len(), 1);
    assert_eq!(transfer[0]["dpv:hasLegalBasis"]["@type"], "eu-gdpr:A45-3");
    assert_eq!(transfer[0]["dpv:hasRecipient"]["@id"], planning["dpv:hasRecipient"][1]["@id"]);
    let at = |record: &Value, right: &str| {
        let rights = record["dpv:hasRight"].as_array().unwrap();
        rights.iter().find(|one| one["@type"] == right).unwrap()["dpv:isExercisedAt"]["@id"].clone()
    };
    assert_eq!(at(&health, "eu-gdpr:A7-3"), "https://city.example/withdraw");
    assert_eq!(at(&health, "eu-gdpr:A77"), "https://authority.example/complain");
    assert_eq!(at(&health, "eu-gdpr:A15"), "https://city.example/rights");
    assert_eq!(at(&planning, "eu-gdpr:A21"), "https://city.example/rights");
    // Joint controllers with the essence of what they agreed; every way out of the European Economic Area with its ground.
    let rich = written(given.records.len() - 2);
    assert_eq!(rich["dpv:hasDataController"].as_array().unwrap().len(), 2);
    assert_eq!(rich["dpv:hasLegalMeasure"]["@type"], "dpv:JointDataControllersAgreement");
    let grounds: Vec<&str> = rich["dpv:hasProcessing"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["dpv:hasLegalBasis"]["@type"].as_str())
        .collect();
    assert_eq!(grounds, ["eu-gdpr:A45-3", "eu-gdpr:A46-2-c", "eu-gdpr:A49-1-a"]);
    let kept = rich["dpv:hasStorageCondition"].as_array().unwrap().last().unwrap();
    assert_eq!(kept["dpv:hasDuration"][1]["rdf:value"]["@value"], "P900D", "there is a last day");
    // A reader of the profile finds the purpose by the process, and everybody with an IRI.
    for record in &given.records {
        let record = read(&dpv::record(record).unwrap());
        assert_eq!(record["dpv:hasProcess"]["dpv:hasPurpose"], record["dpv:hasPurpose"]);
        assert_eq!(record["dpv:hasProcess"]["dpv:hasDataSubject"], json!([{"@id": "dpv:Citizen"}]));
        let named: BTreeSet<&str> = record["dpv:hasEntity"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["@id"].as_str().unwrap())
            .collect();
        for field in ["dpv:hasAuthority", "dpv:hasDataSubject", "dpv:hasDataProtectionOfficer"] {
            assert!(named.contains(record[field]["@id"].as_str().unwrap()), "{field}");
        }
    }
}

#[test]
fn the_receipts_of_the_erased_say_that_it_ended_and_name_her_by_her_pseudonym_alone() {
    let given = given();
    let erased = given.records.last().unwrap();
    let pseudonym = erased.data_subject.person_id.unwrap().to_string();
    assert!(erased.erased.is_some() && !erased.holds());
    let texts = [
        dpv::record(erased).unwrap(),
        dpv::receipt(erased, given.city.town.now()).unwrap(),
        govstack::record(erased).unwrap(),
        kantara::receipt(erased).unwrap(),
    ];
    for text in &texts {
        assert!(!text.contains("erika") && text.contains(&pseudonym), "{text}");
    }
    let record = read(&texts[0]);
    assert_eq!(
        record["dpv:hasLegalBasis"]["dpv:hasConsentStatus"]["@id"],
        "dpv:ConsentStatusInvalidForProcessing"
    );
    assert_eq!(record["interlink:erased"]["@value"], json!(erased.erased));
    assert_eq!(read(&texts[2])["optIn"], false);
    assert_eq!(read(&texts[3])["services"][0]["purposes"][0]["consentType"], "ERASED");
    // Nobody knows her host id any more; who has the pseudonym still gets the proof.
    let ask = json!({"receipt": {
        "at": given.city.town.now(), "format": "record", "organisation_id": given.city.id, "person": pseudonym, "purpose": "news",
    }});
    let answer = given.city.town.engine.request(ask.to_string().as_bytes());
    assert!(answer.contains("ConsentRecord") && !answer.contains("erika"), "{answer}");
}

#[test]
fn the_forms_of_others_say_that_a_consent_ended() {
    let given = given();
    // What the forms demand is said about all but one, which is for another test.
    let assessed = |record: &&ConsentRecord| record.purpose().unwrap().impact_assessment.is_some();
    for record in given.records.iter().filter(assessed) {
        let state = record.state();
        let (gov, kan) = (read(&govstack::record(record).unwrap()), read(&kantara::receipt(record).unwrap()));
        let purpose = &kan["services"][0]["purposes"][0];
        let termination = purpose["termination"].as_str().unwrap();
        assert_eq!(gov["optIn"] == true, record.holds(), "{state}");
        assert_eq!(
            ["EXPRESSED", "EXPLICIT"].map(Value::from).contains(&purpose["consentType"]),
            record.holds(),
            "{state}"
        );
        assert_eq!(
            termination.starts_with("Ended: ") || termination.starts_with("No consent: "),
            !record.holds(),
            "{state}"
        );
        if record.erased.is_none() {
            assert_eq!(gov["interlinkState"], json!(state), "{state}");
            assert_eq!(kan["consentTimestamp"], record.step.at.as_millis().div_euclid(1000), "{state}");
            assert_eq!(gov["interlinkStateSince"], json!(record.step.at), "{state}");
        }
        let undecided = [State::Requested, State::Deferred, State::Unknown].contains(&state);
        assert_eq!(
            (gov.get("optIn").is_none(), gov["state"] == "unsigned"),
            (undecided, undecided),
            "{state}"
        );
    }
    let printer = read(&kantara::receipt(&given.records[0]).unwrap());
    assert_eq!(
        printer["services"][0]["purposes"][0]["thirdPartyDisclosure"], false,
        "a processor is no third party"
    );
}

#[test]
fn one_agreement_has_one_revision_for_everybody_and_a_chain_of_them() {
    let given = given();
    let revision = |record: &ConsentRecord| read(&govstack::revision(record).unwrap());
    let first = revision(&given.records[0]);
    // Whenever and however it was said, whatever became of it: what was agreed to is the same.
    for record in given.records.iter().filter(|record| record.purpose.purpose.as_str() == "news") {
        assert_eq!(revision(record), first, "{}", record.state());
        assert_eq!(
            read(&govstack::record(record).unwrap())["dataAgreementRevisionHash"],
            first["serializedHash"]
        );
    }
    assert!(first.get("predecessorHash").is_none());
    let city = &given.city;
    let next = city.town.publish_notice("anna", city.id, &testkit::notice(2));
    city.town.consent("vera", "city", next, "news");
    let vera = city.town.engine.consent_record(
        city.person("vera"),
        &city.purpose("news"),
        interlink::consent::Asked::Now(city.town.now()),
    );
    let second = revision(&vera.unwrap().unwrap());
    assert_eq!(second["objectId"], first["objectId"]);
    assert_eq!(second["predecessorHash"], first["serializedHash"]);
    assert_ne!(second["id"], first["id"]);
    // Who agreed to the first agreed to the first, and no new agreement can be made to it.
    let dora = city.town.engine.consent_record(
        city.person("dora"),
        &city.purpose("news"),
        interlink::consent::Asked::Now(city.town.now()),
    );
    let dora = dora.unwrap().unwrap();
    assert_eq!(revision(&dora), first);
    assert_eq!(read(&govstack::record(&dora).unwrap())["dataAgreement"]["active"], false);
    assert_eq!(read(&govstack::record(&given.records[0]).unwrap())["dataAgreement"]["active"], true);
    // Each step has the place of its own event: the law of the notice that was in force then.
    let mut moved = testkit::notice(3);
    moved["jurisdiction"] = json!("EE");
    city.town.publish_notice("anna", city.id, &moved);
    city.town.act("vera", None, "consent.withdraw", about("news"));
    let vera = city.town.engine.consent_record(
        city.person("vera"),
        &city.purpose("news"),
        interlink::consent::Asked::Now(city.town.now()),
    );
    let vera = read(&dpv::record(&vera.unwrap().unwrap()).unwrap());
    let place = |at: usize| vera["interlink:history"][at]["dpv:hasJurisdiction"]["@id"].clone();
    assert_eq!((place(0), place(1)), (json!("loc:LV"), json!("loc:EE")));
    assert_eq!(vera["dpv:hasJurisdiction"]["@id"], "loc:EE");
    // A record stays the same record through its states.
    let withdrawn = given.of(State::Withdrawn);
    let then = withdrawn.history[0].at;
    let person = withdrawn.data_subject.person_id.unwrap();
    let before = city
        .town
        .engine
        .consent_record(person, &withdrawn.purpose, interlink::consent::Asked::Past(then))
        .unwrap()
        .unwrap();
    let id = |record: &ConsentRecord| read(&govstack::record(record).unwrap())["id"].clone();
    assert_eq!(id(&before), id(withdrawn));
}

/// A form of others in the state of things now: what was asked for, or the problem.
fn form(city: &Controller, format: &str) -> Value {
    let ask = json!({"receipt": {
        "at": city.town.now(), "format": format, "organisation_id": city.id, "person": "dora", "purpose": "news",
    }});
    read(&city.town.engine.request(ask.to_string().as_bytes()))
}

#[test]
fn no_field_is_filled_so_that_it_is_there() {
    let city = Controller::new();
    let publish = |version: u32, change: &dyn Fn(&mut Value)| {
        let mut notice = testkit::notice(version);
        change(&mut notice);
        let id = city.town.publish_notice("anna", city.id, &notice);
        city.town.act("dora", None, "consent.refuse", about("news"));
        city.town.act("dora", None, "consent.give", giving("city", id, "news"));
    };
    publish(2, &|notice| {
        notice["controllers"][0].as_object_mut().unwrap().remove("phone");
        notice["controllers"][0]["contact"] = json!("https://city.example/write");
        notice["purposes"][0].as_object_mut().unwrap().remove("impact_assessment");
    });
    let demanded = |format: &str| {
        let problem = form(&city, format)["problem"].clone();
        assert_eq!(problem["code"], "receipt.incomplete", "{problem}");
        let all = problem["details"]["demanded"].as_array().unwrap();
        all.iter().map(|one| one["notice"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(demanded("kantara"), ["/controllers/0/email", "/controllers/0/phone"]);
    assert_eq!(demanded("govstack"), ["/purposes/0/impact_assessment"]);
    for format in ["record", "receipt"] {
        assert!(
            form(&city, format)["ok"]["receipt"].is_object(),
            "what demands nothing is written: {format}"
        );
    }
    // A blank is nothing said.
    publish(3, &|notice| notice["controllers"][0]["phone"] = json!(" "));
    assert_eq!(demanded("kantara"), ["/controllers/0/phone"]);
    // What is said is written.
    publish(4, &|notice| {
        notice["controllers"][0]["contact"] = json!("https://city.example/write");
        notice["controllers"][0]["email"] = json!("privacy@city.example");
    });
    let kantara = form(&city, "kantara")["ok"]["receipt"]["piiControllers"][0].clone();
    assert_eq!(
        (&kantara["email"], &kantara["phone"]),
        (&json!("privacy@city.example"), &json!("+371 0000000"))
    );
    let govstack = form(&city, "govstack")["ok"]["receipt"].clone();
    assert_eq!(govstack["dataAgreement"]["dpia"], "https://city.example/assessment");
    for value in [kantara, govstack] {
        assert!(!value.to_string().contains(":\"\""), "{value}");
    }
}

/// What a controller erased is no consent to it any more, in its receipts as in its answers; what is given anew is.
#[test]
fn what_one_controller_erased_is_not_shown_as_a_consent() {
    let city = Controller::new();
    city.town.found("rosa", "museum", "public_administration");
    city.town.act("dora", None, "subject_request.make", json!({"organisation": "museum", "right": "access"}));
    city.give("dora", "news");
    let erase = json!({"acting_for": "city", "reason": "Its time is over."});
    let dora = StreamId::Person(city.person("dora"));
    city.town.act("anna", dora, "person.erase", erase);
    let record = || {
        let asked = interlink::consent::Asked::Now(city.town.now());
        let engine = &city.town.engine;
        engine.consent_record(city.person("dora"), &city.purpose("news"), asked).unwrap().unwrap()
    };
    assert!(!city.holds("dora", "news") && !record().holds() && record().erased.is_some());
    let shown = dpv::record(&record()).unwrap();
    assert!(shown.contains("ConsentStatusInvalidForProcessing"), "{shown}");
    city.town.act("dora", None, "consent.renew", giving("city", city.notice, "news"));
    assert!(city.holds("dora", "news") && record().holds() && record().erased.is_none());
}
