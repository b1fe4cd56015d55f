//! What other builds wrote, of blocks that this one does not have: refused by name, never dropped.
#![cfg(test)]

use alone::City;
use interlink::consent::{Asked, WithdrawConsent};
use interlink::journal::{Position, StreamId};
use interlink::kernel::{Command, Error, Host};
use interlink::person::ErasePerson;
use interlink::redaction::RedactText;
use interlink::types::{Language, MandateId, ProcessId, RatingId};

/// The code of all these refusals.
const UNKNOWN: &str = "record.block_unknown";

const CLOSED: &str = r#"{"relied_on":[]}"#;

fn process() -> StreamId {
    ProcessId::from_bytes([5; 16]).into()
}

fn rating() -> StreamId {
    RatingId::from_bytes([6; 16]).into()
}

fn mandate() -> StreamId {
    MandateId::from_bytes([7; 16]).into()
}

/// A city where Nora consented and asked for her data, and Bruno too.
fn city() -> City {
    let city = City::on("memory:");
    for who in ["nora", "bruno"] {
        city.consent(who).unwrap();
        city.request(who).unwrap();
    }
    city
}

#[track_caller]
fn unknown<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    assert_eq!(error.code().as_str(), UNKNOWN, "{error}");
}

#[expect(clippy::unwrap_in_result, reason = "the name is an id")]
fn erase(city: &City, who: &str) -> Result<(), Error> {
    let stream = StreamId::Person(city.person(who));
    city.engine.acting(who, &city.host).unwrap().execute_on(stream, ErasePerson::new()).map(drop)
}

#[test]
fn a_process_in_the_store_stops_the_feed_and_the_verification() {
    let city = city();
    let before = city.engine.changes(Position(0), 100).unwrap().len();
    let _ = city.plant(process(), city.person("anna"), "process.closed", CLOSED);
    unknown(city.engine.changes(Position(0), 100));
    assert_eq!(city.engine.changes(Position(0), before).unwrap().len(), before);
    unknown(city.engine.audit_trail(Position(0), 100, Language::english()));
    unknown(city.engine.notifications(Position(0), 100, None, Language::english()));
    unknown(city.engine.verify_all());
    unknown(city.engine.verify(process(), None));
    // The streams are all listed, and those of the blocks that are here hold.
    assert!(city.engine.streams().unwrap().contains(&process()));
    assert!(city.engine.verify(city.id.into(), None).is_ok());
    let said = city.engine.request(br#"{"verify": {}}"#);
    assert!(said.contains(UNKNOWN) && said.contains(&process().to_string()), "{said}");
}

#[test]
fn the_refusal_is_said_in_every_language_that_is_built_in() {
    let city = city();
    let _ = city.plant(process(), city.person("anna"), "process.closed", CLOSED);
    let said = city.engine.request(br#"{"language": "en", "verify": {}}"#);
    assert!(said.contains("does not have") && said.contains("Nothing was changed"), "{said}");
}

#[test]
fn consents_go_on_beside_a_process() {
    let city = city();
    let _ = city.plant(process(), city.person("anna"), "process.closed", CLOSED);
    city.consent("dora").unwrap();
    let (organisation, purpose) = ("city".parse().unwrap(), city.news().purpose);
    city.act("dora", WithdrawConsent { organisation, purpose, data_subject: None, noted: None }).unwrap();
    let asked = Asked::Now(city.host.now());
    assert!(!city.engine.consent(city.person("dora"), &city.news(), asked).unwrap().allowed);
    assert!(city.engine.consent(city.person("nora"), &city.news(), asked).unwrap().allowed);
    assert!(city.engine.verify(StreamId::Consent(city.person("dora")), None).is_ok());
}

#[test]
fn whoever_is_named_in_a_process_is_not_erased_here() {
    let city = city();
    let nora = city.person("nora");
    let _ = city.plant(process(), nora, "process.closed", CLOSED);
    let position = city.engine.moment().unwrap().position();
    unknown(erase(&city, "nora"));
    unknown(city.engine.subject_access(nora, Language::english()));
    // Nothing changed: she is known, and so is her text.
    assert_eq!(city.engine.moment().unwrap().position(), position);
    assert_eq!(city.engine.host_id(nora).unwrap(), Some("nora".parse().unwrap()));
    // Bruno is named nowhere else, so his erasure is whole.
    let bruno = city.person("bruno");
    assert!(city.engine.subject_access(bruno, Language::english()).is_ok());
    erase(&city, "bruno").unwrap();
    assert_eq!(city.engine.host_id(bruno).unwrap(), None);
}

#[test]
fn whoever_rated_something_is_not_erased_here() {
    let city = city();
    let _ = city.plant(rating(), city.person("nora"), "rating.given", r#"{"stars":5}"#);
    unknown(erase(&city, "nora"));
    erase(&city, "bruno").unwrap();
}

#[test]
fn a_mandate_in_the_store_is_refused_as_a_process_is() {
    let city = city();
    let nora = city.person("nora");
    let before = city.engine.changes(Position(0), 100).unwrap().len();
    let data = format!(r#"{{"mandate_holder":{{"person_id":"{nora}"}},"relied_on":[]}}"#);
    let _ = city.plant(mandate(), city.person("anna"), "mandate.granted", &data);
    unknown(city.engine.changes(Position(0), 100));
    assert_eq!(city.engine.changes(Position(0), before).unwrap().len(), before);
    unknown(city.engine.verify_all());
    unknown(city.engine.verify(mandate(), None));
    // It names Nora, so she is not told that this is all, and not erased; Bruno is.
    unknown(city.engine.subject_access(nora, Language::english()));
    unknown(erase(&city, "nora"));
    assert_eq!(city.engine.host_id(nora).unwrap(), Some("nora".parse().unwrap()));
    erase(&city, "bruno").unwrap();
    city.consent("dora").unwrap();
}

#[test]
fn nobody_acts_for_another_here() {
    let city = city();
    let position = city.engine.moment().unwrap().position();
    let withdraw = br#"{"actor": "bruno", "at": "2026-03-04T09:00:00.000Z", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
        "id": "1", "on_behalf_of": "nora", "type": "consent.withdraw",
        "data": {"organisation": "city", "purpose": "keep-in-touch"}}"#;
    let refused = city.engine.execute(&Command::from_json(withdraw).unwrap()).unwrap_err();
    assert_eq!(refused.code().as_str(), "mandate.not_representable", "{refused}");
    assert_eq!(city.engine.moment().unwrap().position(), position);
}

#[test]
fn whose_text_a_process_names_is_not_erased_here() {
    let city = city();
    let nora = city.person("nora");
    let about = city.engine.subject_access(nora, Language::english()).unwrap();
    let text = about.texts.first().unwrap().commitment;
    // The event names the text alone, and another person wrote it.
    let data = format!(r#"{{"content":"{text}"}}"#);
    let _ = city.plant(process(), city.person("anna"), "approval.asked", &data);
    unknown(erase(&city, "nora"));
    assert!(city.engine.text(text).unwrap().is_some());
    erase(&city, "bruno").unwrap();
}

#[test]
fn a_redacted_process_is_not_taken_for_a_forged_one() {
    let city = city();
    let (stream, anna) = (process(), city.person("anna"));
    let _ = city.plant(stream, anna, "text.redacted", CLOSED);
    unknown(city.engine.verify(stream, None));
    unknown(city.engine.changes(Position(0), 100));
}

#[test]
fn a_known_event_in_a_stream_of_a_missing_block_is_refused_as_well() {
    let city = city();
    let anna = city.person("anna");
    let withheld = format!(r#"{{"event":"{}"}}"#, "0".repeat(64));
    let _ = city.plant(process(), anna, "consent.withheld", &withheld);
    unknown(city.engine.changes(Position(0), 100));
    unknown(city.engine.verify_all());
}

#[test]
fn no_command_reaches_a_stream_of_a_missing_block() {
    let city = city();
    let _ = city.plant(process(), city.person("anna"), "process.closed", CLOSED);
    let redact = RedactText { reason: "a name".parse().unwrap(), words: "Porto Nuovo".parse().unwrap() };
    let anna = city.engine.acting("anna", &city.host).unwrap();
    unknown(anna.execute_on(process(), redact));
    let start = br#"{"actor": "anna", "at": "2026-03-04T09:00:00.000Z", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
        "id": "1", "type": "task.start", "stream": "process/05050505050505050505050505050505",
        "data": {"item": "01010101010101010101010101010101"}}"#;
    assert_eq!(Command::from_json(start).unwrap_err().code().as_str(), "json.unknown_variant");
}

#[test]
fn a_bundle_is_refused_as_what_it_is() {
    let city = city();
    let position = city.engine.moment().unwrap().position();
    let bundle = include_bytes!("../../../docs/demo/public/simulated.bundle");
    unknown(city.engine.import_bundle(bundle));
    assert_eq!(city.engine.moment().unwrap().position(), position);
    assert_ne!(city.engine.import_bundle(b"no bundle").unwrap_err().code().as_str(), UNKNOWN);
}
