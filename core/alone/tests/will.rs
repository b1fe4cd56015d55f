//! What a vendor of consents gets: notices, decisions, receipts, people's rights, a record that verifies.
#![cfg(test)]

use alone::City;
use interlink::consent::{Asked, WithdrawConsent};
use interlink::interop::receipt::dpv;
use interlink::journal::Position;
use interlink::kernel::{Document, Host};
use interlink::person::ErasePerson;
use interlink::types::Language;

fn withdraw(city: &City, who: &str) {
    let (organisation, purpose) = ("city".parse().unwrap(), city.news().purpose);
    city.act(who, WithdrawConsent { organisation, purpose, data_subject: None, noted: None }).unwrap();
}

#[test]
fn consents_are_given_withdrawn_receipted_and_verified() {
    let city = City::on("memory:");
    city.consent("nora").unwrap();
    let (nora, news) = (city.person("nora"), city.news());
    let now = city.host.now();
    assert!(city.engine.consent(nora, &news, Asked::Now(now)).unwrap().allowed);
    let record = city.engine.consent_record(nora, &news, Asked::Now(now)).unwrap().unwrap();
    assert!(dpv::receipt(&record, now).unwrap().contains("consent"));
    withdraw(&city, "nora");
    let now = city.host.now();
    assert!(!city.engine.consent(nora, &news, Asked::Now(now)).unwrap().allowed);
    assert!(city.engine.verify_all().unwrap().events > 3);
}

#[test]
fn what_happened_is_told_in_sentences_and_to_whom_it_concerns() {
    let city = City::on("memory:");
    city.consent("nora").unwrap();
    for language in ["en", "es", "it", "lv"] {
        let language: Language = language.parse().unwrap();
        let page = city.engine.audit_trail(Position(0), 100, language).unwrap();
        assert!(page.entries.iter().any(|entry| entry.sentence.text.contains("nora")), "{language}");
    }
    assert!(city.engine.notifications(Position(0), 100, None, Language::english()).is_ok());
}

#[test]
fn people_have_their_rights() {
    let city = City::on("memory:");
    city.consent("nora").unwrap();
    city.request("nora").unwrap();
    let nora = city.person("nora");
    let about = city.engine.subject_access(nora, Language::english()).unwrap();
    assert!(about.traces.len() > 1);
    let erased = city.engine.acting("nora", &city.host).unwrap();
    erased.execute_on(interlink::journal::StreamId::Person(nora), ErasePerson::new()).unwrap();
    assert_eq!(city.engine.host_id(nora).unwrap(), None);
    assert!(city.engine.verify_all().unwrap().events > 4);
}

#[test]
fn the_requests_are_those_of_these_blocks() {
    let city = City::on("memory:");
    let answer = city.engine.request(br#"{"tree": {"process": "0123456789abcdef0123456789abcdef"}}"#);
    assert!(answer.contains("request.unknown"), "{answer}");
    assert!(answer.contains("obligations") && !answer.contains("leaderboard"), "{answer}");
    let organisation = format!(r#"{{"organisation": {{"organisation_id": "{}"}}}}"#, city.id);
    assert!(city.engine.request(organisation.as_bytes()).contains("The City"));
}

#[test]
fn only_a_notice_is_a_document() {
    let fault = Document::parse(br#"{"document": "template"}"#).unwrap_err();
    assert_eq!(fault.code().as_str(), "json.unknown_variant");
    assert!(fault.to_string().contains("template"), "{fault}");
}
