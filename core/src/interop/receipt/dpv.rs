//! Consent records and receipts as JSON-LD with the W3C Data Privacy Vocabulary 2.3, after ISO/IEC TS 27560:2023.
//!
//! Every term with a prefix of the vocabulary exists in it; the prefix `interlink` has what the vocabulary has no term
//! for: the place in the hash chain, by which the holder of a receipt can prove it later (see
//! [`Engine::verify`](crate::kernel::Engine::verify) with the event as `expected`).

use super::{NoConsent, controller, method, name_of, owned, person_of, read};
use crate::consent::{ConsentRecord, State, Validity, Words};
use crate::notice::{
    Automation, Body, Collection, DataItem, Necessity, Notice, Purpose, Recipient, Retention, Storage,
};
use crate::types::json::Node;
use crate::types::{Country, Language, Timestamp};

/// Which standard a record follows. The year is pinned: the standard is being revised.
pub const SCHEMA_VERSION: &str = "ISO/IEC TS 27560:2023";

type Json = Node<'static>;

const PREFIXES: [(&str, &str); 9] = [
    ("dct", "http://purl.org/dc/terms/"),
    ("dpv", "https://w3id.org/dpv#"),
    ("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
    ("interlink", "urn:interlink:terms:"),
    ("loc", "https://w3id.org/dpv/loc#"),
    ("pd", "https://w3id.org/dpv/pd#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("schema", "https://schema.org/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The consent record (a `dpv:ConsentRecord`), in canonical JSON.
///
/// # Errors
/// [`NoConsent`] for a record that no engine has made.
pub fn record(record: &ConsentRecord) -> Result<String, NoConsent> {
    let mut node = record_node(record)?;
    if let Node::Object(members) = &mut node {
        members.push(("@context".into(), context()));
    }
    Ok(node.to_string())
}

/// A receipt for the person (a `dpv:ConsentReceipt`) with the record in it, made at a moment; in canonical JSON.
///
/// # Errors
/// [`NoConsent`] for a record that no engine has made.
pub fn receipt(record: &ConsentRecord, created: Timestamp) -> Result<String, NoConsent> {
    let name = format!("urn:interlink:receipt:{}", record.event.id);
    let node = Node::object([
        ("@context", Some(context())),
        ("@id", Some(owned(name.clone()))),
        ("@type", Some(Node::text("dpv:ConsentReceipt"))),
        ("dct:conformsTo", Some(Node::text(SCHEMA_VERSION))),
        ("dct:created", Some(time(created))),
        ("dpv:hasIdentifier", Some(owned(name))),
        ("dpv:hasRecordOfActivity", Some(Node::List(vec![record_node(record)?]))),
    ]);
    Ok(node.to_string())
}

fn context() -> Json {
    Node::Object(PREFIXES.into_iter().map(|(prefix, iri)| (prefix.into(), Node::text(iri))).collect())
}

fn record_node(record: &ConsentRecord) -> Result<Json, NoConsent> {
    let (purpose, words) = record.purpose().zip(record.words()).ok_or(NoConsent)?;
    let (document, language, name) = (record.notice.document(), words.language, name_of(record));
    let body = |body: &Body, kind| party(body, kind, &language);
    let controllers = document.controllers.iter().map(|controller| body(controller, "dpv:DataController"));
    let head = &record.event.head;
    let storage = purpose.storage.as_ref();
    Ok(Node::object([
        ("@id", Some(owned(name.clone()))),
        ("@type", Some(Node::text("dpv:ConsentRecord"))),
        ("dct:conformsTo", Some(Node::text(SCHEMA_VERSION))),
        ("dct:language", Some(owned(language.to_string()))),
        ("dpv:hasAuthority", document.authority.as_ref().map(|a| body(a, "dpv:DataProtectionAuthority"))),
        ("dpv:hasAutomationLevel", Some(reference(automation(purpose.automation)))),
        ("dpv:hasConsentControl", Some(control(&record.notice, &language))),
        ("dpv:hasDataController", Some(Node::List(controllers.collect()))),
        ("dpv:hasDataSource", document.collection.as_ref().map(|from| source(from, &language))),
        ("dpv:hasDataSubject", Some(subject(record))),
        ("dpv:hasIdentifier", Some(owned(name))),
        (
            "dpv:hasImpactAssessment",
            purpose.impact_assessment.as_ref().map(|uri| typed("dpv:DPIA", uri.as_str())),
        ),
        ("dpv:hasJurisdiction", Some(place(document.jurisdiction))),
        ("dpv:hasLegalBasis", Some(basis(record, purpose, &words))),
        ("dpv:hasNotice", Some(notice(&record.notice, &language))),
        ("dpv:hasPersonalData", Some(Node::List(purpose.data.iter().map(data).collect()))),
        (
            "dpv:hasProcessing",
            Some(Node::List(purpose.processing.iter().map(|p| reference(format!("dpv:{p}"))).collect())),
        ),
        ("dpv:hasProcessingCondition", storage.map(|storage| locations("dpv:ProcessingLocation", storage))),
        ("dpv:hasPurpose", Some(purpose_node(record, purpose, &language))),
        ("dpv:hasRecipient", Some(recipients(record, purpose, &language))),
        ("dpv:hasRight", Some(rights(&record.notice, purpose))),
        ("dpv:hasRule", storage.map(geographic_rule)),
        ("dpv:hasStorageCondition", storage.map(|storage| storage_node(storage, &language))),
        ("interlink:event", Some(owned(record.event.id.to_string()))),
        ("interlink:sequence", Some(Node::Integer(i64::try_from(head.seq.0).unwrap_or(i64::MAX)))),
        ("interlink:stream", Some(owned(head.stream.to_string()))),
    ]))
}

fn reference(iri: impl Into<String>) -> Json {
    Node::object([("@id", Some(owned(iri)))])
}

fn typed(kind: &'static str, iri: &str) -> Json {
    Node::object([("@id", Some(owned(iri))), ("@type", Some(Node::text(kind)))])
}

fn place(country: Country) -> Json {
    // The vocabulary writes Greece as ISO 3166-1 does.
    reference(match country.to_string().as_str() {
        "EL" => "loc:GR".to_owned(),
        code => format!("loc:{code}"),
    })
}

fn time(at: Timestamp) -> Json {
    Node::object([("@type", Some(Node::text("xsd:dateTime"))), ("@value", Some(owned(at.to_string())))])
}

fn days(days: u32) -> Json {
    let value = Node::object([
        ("@type", Some(Node::text("xsd:duration"))),
        ("@value", Some(owned(format!("P{days}D")))),
    ]);
    Node::object([("@type", Some(Node::text("dpv:TemporalDuration"))), ("rdf:value", Some(value))])
}

fn spoken(text: String, language: &Language) -> Json {
    Node::object([("@language", Some(owned(language.to_string()))), ("@value", Some(owned(text)))])
}

fn party(body: &Body, kind: &'static str, language: &Language) -> Json {
    let contact = body.contact.as_ref().or(body.uri.as_ref());
    let identifier = body.uri.as_ref().or(body.contact.as_ref());
    Node::object([
        ("@type", Some(Node::List(vec![Node::text("dpv:LegalEntity"), Node::text(kind)]))),
        ("dpv:hasAddress", body.address.as_ref().map(|address| spoken(read(address, language), language))),
        ("dpv:hasContact", contact.map(|uri| owned(uri.as_str()))),
        ("dpv:hasIdentifier", identifier.map(|uri| owned(uri.as_str()))),
        ("dpv:hasName", Some(spoken(read(&body.name, language), language))),
        ("schema:telephone", body.phone.clone().map(owned)),
        ("schema:url", body.uri.as_ref().map(|uri| owned(uri.as_str()))),
    ])
}

fn subject(record: &ConsentRecord) -> Json {
    let name = record.subject.host_id.as_ref().map(ToString::to_string);
    Node::object([
        ("@id", Some(owned(format!("urn:interlink:person:{}", person_of(record))))),
        ("@type", Some(Node::text("dpv:DataSubject"))),
        ("dpv:hasIdentifier", Some(owned(person_of(record)))),
        // Her host's name for her, and her pseudonym once she was erased.
        ("dpv:hasName", Some(owned(name.unwrap_or_else(|| person_of(record))))),
    ])
}

fn notice(notice: &Notice, language: &Language) -> Json {
    let document = notice.document();
    Node::object([
        ("@id", Some(owned(document.uri.as_str()))),
        ("@type", Some(Node::text("dpv:ConsentNotice"))),
        ("dct:identifier", Some(owned(format!("urn:sha256:{}", notice.id())))),
        ("dct:title", Some(spoken(read(&document.title, language), language))),
    ])
}

fn purpose_node(record: &ConsentRecord, purpose: &Purpose, language: &Language) -> Json {
    let name = format!("urn:interlink:purpose:{}:{}", record.controller(), percent(purpose.id.as_str()));
    Node::object([
        ("@id", Some(owned(name))),
        ("@type", Some(Node::List(vec![Node::text("dpv:Purpose"), owned(format!("dpv:{}", purpose.term))]))),
        ("dct:description", Some(spoken(read(&purpose.description, language), language))),
        ("dct:title", Some(spoken(read(&purpose.name, language), language))),
    ])
}

/// A key as part of an IRI.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn basis(record: &ConsentRecord, purpose: &Purpose, words: &Words<'_>) -> Json {
    let kind = if words.explicit { "dpv:ExplicitlyExpressedConsent" } else { "dpv:ExpressedConsent" };
    let mut kinds = vec![Node::text(kind), Node::text("eu-gdpr:A6-1-a")];
    if let Some(condition) = purpose.condition {
        kinds.push(owned(condition.iri().replace("https://w3id.org/dpv/legal/eu/gdpr#", "eu-gdpr:")));
    }
    let state = record.state.iri().or(State::Unknown.iri()).unwrap_or_default();
    let by = record.said_by.person.map(|person| person.to_string()).unwrap_or_default();
    Node::object([
        ("@type", Some(Node::List(kinds))),
        ("dpv:hasConsentStatus", Some(reference(state.replace("https://w3id.org/dpv#", "dpv:")))),
        ("dpv:hasDuration", Some(validity(words.valid))),
        ("dpv:hasIndicationMethod", Some(Node::text(method(words.method)))),
        ("dpv:isIndicatedAtTime", Some(time(record.event.head.at))),
        ("dpv:isIndicatedBy", Some(reference(format!("urn:interlink:person:{by}")))),
        ("interlink:evidence", words.evidence.map(|evidence| owned(format!("urn:sha256:{evidence}")))),
    ])
}

fn validity(valid: &Validity) -> Json {
    let of = |kind, value| Node::object([("@type", Some(Node::text(kind))), ("rdf:value", Some(value))]);
    match valid {
        Validity::Days(count) => days(*count),
        Validity::Until(until) => of("dpv:UntilTimeDuration", time(*until)),
        Validity::UntilEvent(event) => of("dpv:UntilEventDuration", owned(event.to_string())),
        Validity::Uses(uses) => of("dpv:FixedOccurrencesDuration", Node::Integer(i64::from(*uses))),
    }
}

fn data(item: &DataItem) -> Json {
    let mut kinds = vec![owned(format!("pd:{}", item.category))];
    if item.is_special() {
        kinds.push(Node::text("dpv:SpecialCategoryPersonalData"));
    }
    let necessity = match item.necessity {
        Necessity::Required => "dpv:Required",
        Necessity::Optional => "dpv:Optional",
    };
    Node::object([("@type", Some(Node::List(kinds))), ("dpv:hasNecessity", Some(reference(necessity)))])
}

const fn automation(automation: Automation) -> &'static str {
    match automation {
        Automation::None => "dpv:NotAutomated",
        Automation::Partial => "dpv:PartialAutomation",
        Automation::Full => "dpv:FullAutomation",
    }
}

fn source(from: &Collection, language: &Language) -> Json {
    match from {
        Collection::Subject {} => reference("dpv:DataSubjectDataSource"),
        Collection::Elsewhere { public, source } => {
            let kind = if *public { "dpv:PublicDataSource" } else { "dpv:ThirdPartyDataSource" };
            let title = spoken(read(source, language), language);
            Node::object([("@type", Some(Node::text(kind))), ("dct:title", Some(title))])
        }
    }
}

fn control(notice: &Notice, language: &Language) -> Json {
    let withdrawal = notice.document().withdrawal.as_ref();
    Node::object([
        ("@type", Some(Node::text("dpv:WithdrawConsent"))),
        ("dct:description", withdrawal.map(|way| spoken(read(&way.how, language), language))),
        ("dpv:isExercisedAt", withdrawal.map(|way| reference(way.at.as_str()))),
    ])
}

fn recipients(record: &ConsentRecord, purpose: &Purpose, language: &Language) -> Json {
    let one = |recipient: &Recipient| {
        Node::object([
            ("@type", Some(Node::List(vec![Node::text("dpv:Recipient"), Node::text("dpv:ThirdParty")]))),
            ("dpv:hasContact", recipient.contact.as_ref().map(|uri| owned(uri.as_str()))),
            ("dpv:hasIdentifier", Some(owned(recipient.id.to_string()))),
            ("dpv:hasLocation", Some(place(recipient.country))),
            ("dpv:hasName", Some(spoken(read(&recipient.name, language), language))),
        ])
    };
    let mut all: Vec<Json> = record.notice.recipients(purpose).map(one).collect();
    if all.is_empty() {
        // Nobody else receives the data, and the field must be there.
        all.extend(controller(&record.notice).map(|body| party(body, "dpv:Recipient", language)));
    }
    Node::List(all)
}

fn rights(notice: &Notice, purpose: &Purpose) -> Json {
    let at = notice.document().rights_at.as_ref();
    let one = |right: crate::notice::Right| {
        let kind = right.iri().replace("https://w3id.org/dpv/legal/eu/gdpr#", "eu-gdpr:");
        Node::object([
            ("@type", Some(owned(kind))),
            ("dpv:isExercisedAt", at.map(|uri| reference(uri.as_str()))),
        ])
    };
    Node::List(purpose.rights().into_iter().map(one).collect())
}

fn locations(kind: &'static str, storage: &Storage) -> Json {
    let one = |country: &Country| {
        Node::object([("@type", Some(Node::text(kind))), ("dpv:hasLocation", Some(place(*country)))])
    };
    Node::List(storage.places.iter().map(one).collect())
}

fn geographic_rule(storage: &Storage) -> Json {
    let places = storage.places.iter().map(|country| place(*country)).collect();
    Node::object([
        ("@type", Some(Node::text("dpv:Permission"))),
        ("dpv:hasLocation", Some(Node::List(places))),
    ])
}

fn storage_node(storage: &Storage, language: &Language) -> Json {
    let duration = match &storage.retention {
        Retention::Days(count) => days(*count),
        Retention::Until(text) => Node::object([
            ("@type", Some(Node::text("dpv:UntilEventDuration"))),
            ("rdf:value", Some(spoken(read(text, language), language))),
        ]),
    };
    let kept = Node::object([
        ("@type", Some(Node::text("dpv:StorageDuration"))),
        ("dpv:hasDuration", Some(duration)),
    ]);
    match locations("dpv:StorageLocation", storage) {
        Node::List(mut all) => {
            all.push(kept);
            Node::List(all)
        }
        other => other,
    }
}
