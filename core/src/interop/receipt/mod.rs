//! Consent records and receipts in the formats of other systems.
//!
//! | module | format | out | in |
//! |---|---|---|---|
//! | [`dpv`] | JSON-LD with the W3C Data Privacy Vocabulary 2.3, after ISO/IEC TS 27560:2023 | record, receipt | – |
//! | [`govstack`] | the GovStack Consent Building Block | agreement, record, revision, signature | agreement, record |
//! | [`kantara`] | the Kantara Consent Receipt 1.1 | receipt | – |
//!
//! All are written from a [`ConsentRecord`], in every state of a consent or objection; each says if a consent has
//! ended. If a form requires what the notice does not state, it is not written ([`FormFault`]). The JSON-LD covers
//! every field that ISO/IEC TS 27560:2023 or the GDPR makes mandatory, according to the W3C guide to implementing it.
//! This is a claim of coverage, not a certification.

pub mod dpv;
pub mod govstack;
pub mod kantara;

use crate::consent::{ConsentRecord, Indication, State};
use crate::notice::{Body, Notice};
use crate::problem::Problem;
use crate::types::json::{self, Node, Readable};
use crate::types::{Language, Localized, Timestamp, Uri};
use interlink_derive::Refusal;
use interlink_values::listed;
use interlink_values::wording::Fact;
use serde::Serialize;
use std::borrow::Cow;

/// The notice of a record does not have its purpose, so no receipt can be written. No engine makes such a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The notice of the record does not have its purpose.")]
pub struct NoConsent;

/// A field that a form requires and the notice does not state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Demanded {
    /// The field of the form.
    pub field: Cow<'static, str>,
    /// Where the notice can state it, as a JSON Pointer (RFC 6901) in its document.
    pub notice: String,
}

/// Why a form is not written. No field is filled in only to be present.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum FormFault {
    /// The record has no purpose.
    #[error(ReceiptIncomplete, purpose: "The notice of the record does not have its purpose.")]
    NoConsent,
    /// The form requires what the notice does not state.
    #[error(
        ReceiptIncomplete,
        "The {form} requires fields that the notice does not state: {fields}.",
        form = Fact::Text((*form).to_owned()),
        fields = fields_of(demanded)
    )]
    Incomplete {
        /// The form.
        form: &'static str,
        /// The fields it requires.
        demanded: Vec<Demanded>,
    },
}

/// The fields, by their names in the form.
fn fields_of(demanded: &[Demanded]) -> Fact {
    Fact::Text(listed(demanded.iter().map(|missing| &*missing.field), ", "))
}

impl From<NoConsent> for FormFault {
    fn from(_: NoConsent) -> Self {
        Self::NoConsent
    }
}

impl From<&FormFault> for Problem {
    fn from(fault: &FormFault) -> Self {
        let problem = Self::of(fault.said()).at("/format");
        match fault {
            FormFault::NoConsent => problem,
            FormFault::Incomplete { demanded, .. } => problem.with("demanded", demanded),
        }
    }
}

/// The missing fields of a form, collected while it is written.
#[derive(Default)]
struct Demands(Vec<Demanded>);

impl Demands {
    /// A field of the notice; if it is missing, its place is noted.
    fn ask(
        &mut self,
        said: Option<String>,
        field: &'static str,
        notice: impl Into<String>,
    ) -> Option<String> {
        let said = said.filter(|said| !said.trim().is_empty());
        if said.is_none() {
            self.0.push(Demanded { field: field.into(), notice: notice.into() });
        }
        said
    }

    fn met(self, form: &'static str) -> Result<(), FormFault> {
        match self.0.is_empty() {
            true => Ok(()),
            false => Err(FormFault::Incomplete { form, demanded: self.0 }),
        }
    }
}

/// How the person decided, in words.
const fn method(method: Indication) -> &'static str {
    match method {
        Indication::Form => "A form on a screen",
        Indication::Paper => "Paper",
        Indication::InPerson => "In person before an official",
        Indication::Telephone => "By telephone to an official",
    }
}

fn owned(text: impl Into<String>) -> Node<'static> {
    Node::Text(Cow::Owned(text.into()))
}

fn read(text: &Localized, language: &Language) -> String {
    text.read(language, language).text.to_owned()
}

fn uri(uri: Option<&Uri>) -> Option<String> {
    uri.map(|uri| uri.as_str().to_owned())
}

/// A contact of a body, without the scheme of an address.
fn contact(body: &Body) -> Option<String> {
    let contact = body.contact.as_ref().or(body.uri.as_ref())?;
    Some(contact.as_str().trim_start_matches("mailto:").to_owned())
}

/// Its e-mail address, if the notice has one.
fn email(body: &Body) -> Option<String> {
    let address = || body.contact.as_ref().and_then(|uri| uri.as_str().strip_prefix("mailto:"));
    body.email.as_deref().or_else(address).map(str::to_owned)
}

fn controller(notice: &Notice) -> Option<&Body> {
    notice.document().controllers.first()
}

/// The name of the record of a state: the event behind it never changes, so neither does its name. If a consent expired
/// without an event, the event is the one that set the end.
fn name_of(record: &ConsentRecord) -> String {
    let end = if record.step.act.is_none() { ":expired" } else { "" };
    format!("urn:interlink:consent:{}{end}", record.event.id)
}

/// A state by its name in JSON.
fn state_name(state: State) -> String {
    json::text(&state).trim_matches('"').to_owned()
}

/// Since when the state of a record holds: since the step, or since the erasure.
fn since(record: &ConsentRecord) -> Timestamp {
    record.erased.filter(|_| record.state().is_consent()).unwrap_or(record.step.at)
}

fn person_of(record: &ConsentRecord) -> String {
    record.data_subject.person_id.map(|person| person.to_string()).unwrap_or_default()
}
