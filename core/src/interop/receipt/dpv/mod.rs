//! Consent records and receipts as JSON-LD with the W3C Data Privacy Vocabulary 2.3, after ISO/IEC TS 27560:2023.
//!
//! There is a record for every state. A consent, given or not, is a `dpv:ConsentRecord`; an objection is a
//! `dpv:RightExerciseRecord`. The time, the party and the place in the hash chain are those of the event behind the
//! state; `interlink:history` contains the steps to it.
//!
//! Every term with a prefix of the vocabulary exists in it. The prefix `interlink` is for what the vocabulary has no
//! term for: the history, the state of an objection, and the place in the hash chain, by which the holder of a receipt
//! can prove it later (see [`Engine::verify`](crate::kernel::Engine::verify) with the event as `expected`).
//!
//! Anything that the notice does not state is absent, such as recipients or the place of processing.

mod entity;
mod processing;
mod will;

use super::{NoConsent, name_of, owned, read, state_name};
use crate::consent::ConsentRecord;
use crate::notice::{LawfulBasis, Notice, Purpose};
use crate::types::json::Node;
use crate::types::{Country, Language, Localized, Timestamp};

/// The standard that a record follows. The year is fixed: the standard is being revised.
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

/// The record of a consent (a `dpv:ConsentRecord`) or of an objection (a `dpv:RightExerciseRecord`), in canonical JSON.
///
/// # Errors
/// [`NoConsent`] for a record that was not made by an engine.
pub fn record(record: &ConsentRecord) -> Result<String, NoConsent> {
    let mut node = Writer::new(record)?.record();
    if let Node::Object(members) = &mut node {
        members.push(("@context".into(), context()));
    }
    Ok(node.to_string())
}

/// A receipt for the person (a `dpv:ConsentReceipt`; a `dpv:RightExerciseNotice` for an objection) that contains the
/// record, made at a moment; in canonical JSON.
///
/// # Errors
/// [`NoConsent`] for a record that was not made by an engine.
pub fn receipt(record: &ConsentRecord, created: Timestamp) -> Result<String, NoConsent> {
    let writer = Writer::new(record)?;
    let name = writer.name.replace("urn:interlink:consent:", "urn:interlink:receipt:");
    let kind = if writer.by_consent() { "dpv:ConsentReceipt" } else { "dpv:RightExerciseNotice" };
    let node = Node::object([
        ("@context", Some(context())),
        ("@id", Some(owned(name.clone()))),
        ("@type", Some(Node::text(kind))),
        ("dct:conformsTo", Some(Node::text(SCHEMA_VERSION))),
        ("dct:created", Some(time(created))),
        ("dpv:hasIdentifier", Some(owned(name))),
        ("dpv:hasRecordOfActivity", Some(Node::List(vec![writer.record()]))),
    ]);
    Ok(node.to_string())
}

fn context() -> Json {
    Node::Object(PREFIXES.into_iter().map(|(prefix, iri)| (prefix.into(), Node::text(iri))).collect())
}

/// The data from which a record is written.
struct Writer<'a> {
    record: &'a ConsentRecord,
    notice: &'a Notice,
    purpose: &'a Purpose,
    language: Language,
    name: String,
}

impl<'a> Writer<'a> {
    fn new(record: &'a ConsentRecord) -> Result<Self, NoConsent> {
        let purpose = record.purpose().ok_or(NoConsent)?;
        let (language, name) = (record.language(), name_of(record));
        Ok(Self { record, notice: &record.notice, purpose, language, name })
    }

    fn by_consent(&self) -> bool {
        self.purpose.basis == LawfulBasis::Consent
    }

    fn record(&self) -> Json {
        let (document, head) = (self.notice.document(), &self.record.event.head);
        let kind = if self.by_consent() { "dpv:ConsentRecord" } else { "dpv:RightExerciseRecord" };
        let entities = self.entities();
        let named = entities.iter().map(|entity| shortened(entity, ["@id", "@type"])).collect();
        let of = |kind: &str| {
            let is = |entity: &&Json| kinds(entity).any(|name| name == kind);
            entities.iter().filter(is).cloned().collect::<Vec<Json>>()
        };
        let some = |list: Vec<Json>| (!list.is_empty()).then_some(Node::List(list));
        let recipients = of("dpv:Recipient");
        Node::object([
            ("@id", Some(owned(self.name.clone()))),
            ("@type", Some(Node::text(kind))),
            ("dct:conformsTo", Some(Node::text(SCHEMA_VERSION))),
            ("dct:language", Some(owned(self.language.to_string()))),
            ("dpv:hasAuthority", of("dpv:DataProtectionAuthority").into_iter().next()),
            ("dpv:hasAutomationLevel", Some(reference(self.automation()))),
            ("dpv:hasConsentControl", self.control()),
            ("dpv:hasDataController", some(of("dpv:DataController"))),
            ("dpv:hasDataProtectionOfficer", of("dpv:DataProtectionOfficer").into_iter().next()),
            ("dpv:hasDataSource", document.collection.as_ref().map(|from| self.source(from))),
            ("dpv:hasDataSubject", of("dpv:DataSubject").into_iter().next()),
            ("dpv:hasEntity", Some(Node::List(named))),
            ("dpv:hasIdentifier", Some(owned(self.name.clone()))),
            ("dpv:hasImpactAssessment", self.assessment()),
            ("dpv:hasJurisdiction", Some(place(self.record.step.jurisdiction))),
            ("dpv:hasLegalBasis", Some(self.basis())),
            ("dpv:hasLegalMeasure", self.arrangement()),
            ("dpv:hasNotice", Some(self.notice())),
            ("dpv:hasPersonalData", Some(Node::List(self.data()))),
            ("dpv:hasProcess", Some(self.process(&entities))),
            ("dpv:hasProcessing", Some(Node::List(self.processing()))),
            ("dpv:hasProcessingCondition", some(self.processed_at())),
            ("dpv:hasPurpose", Some(self.purpose())),
            ("dpv:hasRecipient", some(recipients)),
            ("dpv:hasRight", Some(self.rights())),
            ("dpv:hasRule", self.geographic_rule()),
            ("dpv:hasStatus", Self::objection_status(self.record.state()).map(reference)),
            ("dpv:hasStorageCondition", some(self.storage())),
            ("interlink:erased", self.record.erased.map(time)),
            ("interlink:event", Some(owned(self.record.event.id.to_string()))),
            ("interlink:history", Some(self.history())),
            ("interlink:sequence", Some(integer(head.seq.0))),
            ("interlink:state", Some(owned(state_name(self.record.state())))),
            ("interlink:stream", Some(owned(head.stream.to_string()))),
        ])
    }

    fn say(&self, text: &Localized) -> Json {
        Node::object([
            ("@language", Some(owned(self.language.to_string()))),
            ("@value", Some(owned(read(text, &self.language)))),
        ])
    }

    /// The name of a part of the record.
    fn part(&self, what: &str) -> Json {
        owned(format!("{}:{what}", self.name))
    }
}

/// The kinds of a node.
fn kinds(node: &Json) -> impl Iterator<Item = &str> {
    let kinds = match node.member("@type") {
        Some(Node::List(kinds)) => kinds.as_slice(),
        Some(kind) => std::slice::from_ref(kind),
        None => &[],
    };
    kinds.iter().filter_map(|kind| if let Node::Text(kind) = kind { Some(kind.as_ref()) } else { None })
}

/// Some of a node's members; the rest is where the node is complete.
fn shortened<const N: usize>(node: &Json, wanted: [&'static str; N]) -> Json {
    Node::object(wanted.map(|name| (name, node.member(name).cloned())))
}

fn integer(value: u64) -> Json {
    Node::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

fn reference(iri: impl Into<String>) -> Json {
    Node::object([("@id", Some(owned(iri)))])
}

/// An IRI of the vocabulary with its prefix.
fn prefixed(iri: &str) -> String {
    iri.replace("https://w3id.org/dpv/legal/eu/gdpr#", "eu-gdpr:").replace("https://w3id.org/dpv#", "dpv:")
}

fn place(country: Country) -> Json {
    // The vocabulary codes Greece as ISO 3166-1 does.
    reference(match country.as_str() {
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
