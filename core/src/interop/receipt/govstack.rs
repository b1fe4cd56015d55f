//! The GovStack Consent Building Block: its `DataAgreement`, `ConsentRecord`, `Revision` and `Signature`.
//!
//! A data agreement is one purpose of a notice, and each version of the notice is one revision of it: the same for
//! everybody who agrees to it, in any language and at any time. A revision is dated when the notice was published,
//! written in the notice's first language, and bound by the SHA-1 that the specification requires, with a SHA-256
//! beside it; it names the hash of the previous revision.
//!
//! A record is named by the first event about the purpose, and stays the same record through all its states; `optIn` is
//! true only while the consent is valid, and absent while nothing was decided.
//!
//! There are no keys here: the signature is the event's place in the hash chain, its payload the event's canonical
//! JSON, and its method says so (`interlink-sha256-chain`).

use std::borrow::Cow;

use serde::Serialize;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::{
    Demands, FormFault, NoConsent, controller, name_of, owned, person_of, read, since, state_name, uri,
};
use crate::consent::{Author, ConsentRecord, State};
use crate::notice::{LawfulBasis, Notice, Published, Purpose};
use crate::problem::Code;
use crate::types::json::{Node, Readable};
use crate::types::{Country, InputFault, Language, OrganisationId, Timestamp, json};

/// The method by which a signature is verified.
pub const METHOD: &str = "interlink-sha256-chain";

type Out = Node<'static>;

/// A purpose of a notice as a `DataAgreement`, in canonical JSON.
///
/// # Errors
/// [`FormFault`] if the notice lacks what the form requires: where the impact assessment can be read.
pub fn agreement(
    notice: &Notice,
    purpose: &Purpose,
    organisation: OrganisationId,
    language: Language,
) -> Result<String, FormFault> {
    is_complete(notice, purpose)?;
    Ok(agreement_node(notice, purpose, organisation, language).to_string())
}

/// A `DataAgreement` must say where the data protection impact assessment is (`dpia`), which the law requires only if
/// the risk is high (GDPR Art. 35).
fn is_complete(notice: &Notice, purpose: &Purpose) -> Result<(), FormFault> {
    let mut demands = Demands::default();
    let nth = notice.document().purposes.iter().position(|other| other.id == purpose.id).unwrap_or_default();
    let place = format!("/purposes/{nth}/impact_assessment");
    demands.ask(uri(purpose.impact_assessment.as_ref()), "dataAgreement/dpia", place);
    demands.met("GovStack form")
}

fn agreement_id(purpose: &Purpose, organisation: OrganisationId) -> String {
    format!("{organisation}/{}", purpose.id)
}

fn agreement_node(
    notice: &Notice,
    purpose: &Purpose,
    organisation: OrganisationId,
    language: Language,
) -> Out {
    let document = notice.document();
    let body = controller(notice);
    let page = body.and_then(|body| uri(body.uri.as_ref()).or_else(|| uri(body.contact.as_ref())));
    let days = purpose.storage.as_ref().map(|storage| Node::Integer(storage.retention.longest().into()));
    let listed = |places: &Vec<Country>| {
        let places: Vec<String> = places.iter().map(ToString::to_string).collect();
        owned(places.join(", "))
    };
    let places = purpose.storage.as_ref().map(|storage| listed(&storage.places));
    let processed = purpose.processing_at.as_ref().map(|done| listed(&done.places));
    let policy = Node::object([
        ("dataRetentionPeriodDays", days),
        ("geographicRestriction", processed),
        ("id", Some(owned(notice.id().to_string()))),
        ("jurisdiction", Some(owned(document.jurisdiction.to_string()))),
        ("name", Some(owned(read(&document.title, &language)))),
        ("storageLocation", places),
        ("url", Some(owned(document.uri.as_str()))),
        ("version", Some(owned(document.version.to_string()))),
    ]);
    let controller = Node::object([
        ("id", Some(owned(organisation.to_string()))),
        ("name", Some(owned(body.map(|body| read(&body.name, &language)).unwrap_or_default()))),
        ("url", page.map(owned)),
    ]);
    Node::object([
        ("controller", Some(controller)),
        ("dpia", uri(purpose.impact_assessment.as_ref()).map(owned)),
        ("forgettable", Some(Node::Bool(false))),
        ("id", Some(owned(agreement_id(purpose, organisation)))),
        ("lawfulBasis", Some(Node::text(purpose.basis.as_str()))),
        ("policy", Some(policy)),
        ("purpose", Some(owned(read(&purpose.name, &language)))),
        ("version", Some(owned(document.version.to_string()))),
    ])
}

/// The `Revision` of the agreement of a record, in canonical JSON: the same for everybody.
///
/// # Errors
/// [`FormFault`] if its version of the notice lacks what the form requires.
pub fn revision(record: &ConsentRecord) -> Result<String, FormFault> {
    Ok(revision_node(record)?.to_string())
}

fn revision_node(record: &ConsentRecord) -> Result<Out, FormFault> {
    // An earlier version may say less: only its hash is written, not the form.
    let about = record.agreements.last().ok_or(NoConsent)?;
    is_complete(&about.notice, about.notice.purpose(&record.purpose.purpose).ok_or(NoConsent)?)?;
    let mut last = None;
    for published in &record.agreements {
        let before = last.as_ref().and_then(|node: &Out| node.member("serializedHash").cloned());
        last = Some(revised(record, published, before)?);
    }
    Ok(last.ok_or(NoConsent)?)
}

fn revised(record: &ConsentRecord, published: &Published, before: Option<Out>) -> Result<Out, NoConsent> {
    let (notice, organisation) = (&published.notice, record.controller());
    let purpose = notice.purpose(&record.purpose.purpose).ok_or(NoConsent)?;
    let language = notice.document().languages.first().copied().unwrap_or_else(Language::english);
    let object = agreement_node(notice, purpose, organisation, language);
    let (id, at) = (agreement_id(purpose, organisation), published.from);
    let snapshot = Node::object([
        ("objectData", Some(object)),
        ("objectId", Some(owned(id.clone()))),
        ("schemaName", Some(Node::text("dataAgreement"))),
        ("signedWithoutObjectId", Some(Node::Bool(false))),
        ("timestamp", Some(owned(at.to_string()))),
    ])
    .to_string();
    Ok(Node::object([
        ("id", Some(owned(format!("{id}/{}", notice.id())))),
        ("objectId", Some(owned(id))),
        ("predecessorHash", before),
        ("schemaName", Some(Node::text("dataAgreement"))),
        ("serializedHash", Some(owned(sha1(&snapshot)))),
        ("serializedHashSha256", Some(owned(sha256(&snapshot)))),
        ("serializedSnapshot", Some(owned(snapshot))),
        ("signedWithoutObjectId", Some(Node::Bool(false))),
        ("timestamp", Some(owned(at.to_string()))),
    ]))
}

/// The `Signature` of the event behind a record's state: its place in the hash chain, in canonical JSON.
#[must_use]
pub fn signature(record: &ConsentRecord) -> String {
    signature_node(record).to_string()
}

fn signature_node(record: &ConsentRecord) -> Out {
    let (event, name) = (&record.event, name_of(record));
    let payload = envelope(event);
    let hash = event.id.to_string();
    let signed = Node::object([
        ("verificationMethod", Some(Node::text(METHOD))),
        ("verificationPayload", Some(owned(payload.clone()))),
        ("verificationPayloadHash", Some(owned(hash.clone()))),
    ]);
    // An expired consent is signed by whoever gave it.
    let said = record.history.iter().find(|entry| entry.event == event.id).unwrap_or(&record.step);
    let (signed_as, signed_by) = match &said.by {
        Author::Subject => (Some("individual"), event.head.actor.to_string()),
        Author::Representative(_) | Author::Official { .. } => {
            (Some("delegate"), event.head.actor.to_string())
        }
        Author::Controller(_) | Author::Nobody => (None, record.controller().to_string()),
    };
    Node::object([
        ("id", Some(owned(format!("{name}:signature")))),
        ("payload", Some(owned(signed.to_string()))),
        ("signature", Some(owned(hash.clone()))),
        ("timestamp", Some(owned(event.head.at.to_string()))),
        ("verificationMethod", Some(Node::text(METHOD))),
        ("verificationPayload", Some(owned(payload))),
        ("verificationPayloadHash", Some(owned(hash))),
        ("verificationSignedAs", signed_as.map(Node::text)),
        ("verificationSignedBy", Some(owned(signed_by))),
    ])
}

/// The event's envelope without its id: the text of which its id is the hash.
fn envelope(event: &crate::journal::Event) -> String {
    let text = json::text(event);
    let Ok(mut node) = Node::parse(text.as_bytes(), usize::MAX) else { return text };
    node.take("id");
    node.to_string()
}

/// A `ConsentRecord` with its agreement, revision and signature, in canonical JSON. Beside the specified fields, it has
/// the state by its name here, and since when it holds.
///
/// # Errors
/// [`FormFault`] if the notice lacks what the form requires.
pub fn record(record: &ConsentRecord) -> Result<String, FormFault> {
    let purpose = record.purpose().ok_or(NoConsent)?;
    let revision = revision_node(record)?;
    let hash = revision.member("serializedHash").cloned();
    let mut agreement = agreement_node(&record.notice, purpose, record.controller(), record.language());
    if let Node::Object(members) = &mut agreement {
        let active = record.agreements.last().is_some_and(|published| published.holds_at(record.at));
        members.push(("active".into(), Node::Bool(active)));
    }
    let first = record.history.first().map_or(record.event.id, |entry| entry.event);
    let node = Node::object([
        ("dataAgreement", Some(agreement)),
        ("dataAgreementRevision", Some(revision)),
        ("dataAgreementRevisionHash", hash),
        ("id", Some(owned(format!("urn:interlink:consent:{first}")))),
        ("individual", Some(Node::object([("id", Some(owned(person_of(record))))]))),
        (
            "interlinkState",
            Some(owned(if record.holds() || !record.state().is_consent() {
                state_name(record.state())
            } else {
                "erased".into()
            })),
        ),
        ("interlinkStateSince", Some(owned(since(record).to_string()))),
        ("optIn", opt_in(record).map(Node::Bool)),
        ("signature", Some(signature_node(record))),
        ("state", Some(Node::text(if opt_in(record).is_some() { "signed" } else { "unsigned" }))),
    ]);
    Ok(node.to_string())
}

/// Whether the person agreed; `None` if nothing was decided.
fn opt_in(record: &ConsentRecord) -> Option<bool> {
    match record.state() {
        State::Given | State::Renewed => Some(record.holds()),
        State::Unknown | State::Requested | State::Deferred => None,
        State::Refused
        | State::Withdrawn
        | State::Revoked
        | State::Expired
        | State::Invalidated
        | State::Objected
        | State::ObjectionUpheld
        | State::ObjectionOverruled => Some(false),
    }
}

fn sha1(text: &str) -> String {
    const_hex::encode(Sha1::digest(text.as_bytes()))
}

fn sha256(text: &str) -> String {
    const_hex::encode(Sha256::digest(text.as_bytes()))
}

/// A `DataAgreement` of another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// The controller's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller: Option<String>,
    /// Its name there.
    pub id: String,
    /// The lawful basis.
    pub lawful_basis: LawfulBasis,
    /// The address of its policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// The purpose.
    pub purpose: String,
    /// Fields that were not read.
    pub unread: Vec<String>,
    /// Its version.
    pub version: String,
}

/// A `ConsentRecord` of another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ForeignRecord {
    /// The agreement, if included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// Its name there.
    pub id: String,
    /// The individual, by the other system's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub individual: Option<String>,
    /// Whether the individual agreed; an absent value is false.
    pub opt_in: bool,
    /// The hash of the agreement's revision.
    pub revision_hash: String,
    /// When the revision was made, if included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revised: Option<Timestamp>,
    /// Whether it was signed.
    pub signed: bool,
    /// Fields that were not read.
    pub unread: Vec<String>,
}

/// Reads a `DataAgreement`.
///
/// # Errors
/// The first fault, with its path.
pub fn read_agreement(bytes: &[u8]) -> Result<Agreement, InputFault> {
    agreement_of(Node::parse(bytes, json::MOST_BYTES)?)
}

/// Reads a `ConsentRecord`. If it includes the revision, its hash is computed again.
///
/// # Errors
/// The first fault, with its path; `govstack.hash` if the revision does not match its hash.
pub fn read_record(bytes: &[u8]) -> Result<ForeignRecord, InputFault> {
    let mut node = Node::parse(bytes, json::MOST_BYTES)?;
    let id = text(&mut node, "id")?;
    let revision_hash = text(&mut node, "dataAgreementRevisionHash")?;
    let signed = text(&mut node, "state")? == "signed";
    let opt_in = match node.take("optIn") {
        None | Some(Node::Null) => false,
        Some(Node::Bool(said)) => said,
        Some(_) => return Err(wrong("/optIn", "true or false")),
    };
    let agreement = node.take("dataAgreement").map(agreement_of).transpose();
    let agreement = agreement.map_err(|fault| fault.within("/dataAgreement"))?;
    let individual = node.take("individual").map(|mut individual| text(&mut individual, "id")).transpose();
    let individual = individual.map_err(|fault| fault.within("/individual"))?;
    let revised =
        node.take("dataAgreementRevision").map(|revision| check(revision, &revision_hash)).transpose();
    let revised = revised.map_err(|fault| fault.within("/dataAgreementRevision"))?.flatten();
    let unread = rest(node);
    Ok(ForeignRecord { agreement, id, individual, opt_in, revision_hash, revised, signed, unread })
}

fn check(mut revision: Node<'_>, hash: &str) -> Result<Option<Timestamp>, InputFault> {
    let said = text(&mut revision, "serializedHash")?;
    let snapshot = text(&mut revision, "serializedSnapshot")?;
    if said != sha1(&snapshot) || said != hash {
        let message = "The revision does not match its hash.";
        return Err(InputFault::new(Code::GovstackHash, "/serializedHash", message));
    }
    Ok(text(&mut revision, "timestamp")?.parse().ok())
}

fn agreement_of(mut node: Node<'_>) -> Result<Agreement, InputFault> {
    let basis = text(&mut node, "lawfulBasis")?;
    let lawful_basis = LawfulBasis::ALL.into_iter().find(|known| known.as_str() == basis);
    let lawful_basis = lawful_basis.ok_or_else(|| wrong("/lawfulBasis", "one of the six lawful bases"))?;
    let named = |node: Option<Node<'_>>, field| node.map(|mut node| text(&mut node, field)).transpose();
    Ok(Agreement {
        controller: named(node.take("controller"), "name").map_err(|fault| fault.within("/controller"))?,
        id: text(&mut node, "id")?,
        lawful_basis,
        policy: named(node.take("policy"), "url").map_err(|fault| fault.within("/policy"))?,
        purpose: text(&mut node, "purpose")?,
        version: text(&mut node, "version")?,
        unread: rest(node),
    })
}

fn text(node: &mut Node<'_>, field: &str) -> Result<String, InputFault> {
    match node.take(field) {
        Some(Node::Text(text)) => Ok(text.into_owned()),
        Some(_) => Err(wrong(&format!("/{field}"), "a string")),
        None => {
            let message = format!("The field “{field}” is missing.");
            Err(InputFault::new(Code::JsonMissingField, "", message))
        }
    }
}

fn wrong(path: &str, expected: &str) -> InputFault {
    InputFault::new(Code::JsonWrongType, path, format!("This is not {expected}."))
}

/// The names of the fields not read.
fn rest(node: Node<'_>) -> Vec<String> {
    match node {
        Node::Object(members) => {
            members.into_iter().map(|(name, _): (Cow<'_, str>, _)| name.into_owned()).collect()
        }
        _ => Vec::new(),
    }
}
