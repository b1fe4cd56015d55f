//! Consent and objection: what data subjects want done with their data, as a record that can be queried for any moment.
//!
//! Each data subject has a stream, `consent/ID`, under their pseudonym. One event concerns one purpose of one
//! controller: there are no bundled consents, and nothing is consent by default. Anything absent, unknown, unreadable
//! or past means denied.
//!
//! # Who may express it
//! The data subject; their representative; or an official of a public administration who records what the data subject
//! expressed on paper or in person, with evidence. Neither the controller nor its members may record consent for
//! someone: whoever benefits must not be the one to record it. The controller requests consent, records uses and ends,
//! and can end a consent (`revoked`), but never begin one.
//!
//! # States
//! The states of the Data Privacy Vocabulary 2.3, and the state after each act ([`State::after`] is this table):
//!
//! | act | from | to |
//! |---|---|---|
//! | request | unknown, deferred, refused, withdrawn, revoked, expired, invalidated | requested |
//! | defer | requested | deferred |
//! | give | unknown, requested, deferred, refused, withdrawn, revoked, expired, invalidated | given |
//! | refuse | every other state of a consent: refusing is always possible, and ends a consent | refused |
//! | renew | given, renewed, expired | renewed |
//! | withdraw | given, renewed | withdrawn |
//! | revoke | given, renewed | revoked |
//! | expire | given, renewed | expired |
//! | use | given, renewed | the same |
//! | invalidate | given, renewed, expired | invalidated |
//! | | withdrawn, revoked, requested, deferred, refused, invalidated | the same: an earlier consent was invalid |
//! | object | unknown, overruled | objected |
//! | withdraw the objection | objected, upheld | unknown |
//! | uphold | objected | upheld |
//! | overrule | objected | overruled |
//! | resume | unknown: an objection that was upheld before an erasure | upheld |
//!
//! The first ten acts are for purposes whose basis is consent, the last five for a public task or a legitimate
//! interest; the other bases have neither. Expiry by time or by number of uses needs no event.
//!
//! # Representatives
//! An appointment states from when, until when and for what it applies ([`Extent`]): a controller, one of its purposes,
//! a notice, or everything. The representative cannot act outside that scope or time. If there are several
//! representatives, a refusal prevails over a consent: while one of them refuses, another's consent is refused until
//! the one who refused consents or is no longer a representative, the data subject consents, or a public administration
//! settles it ([`SettleDisagreement`]). Refusing is always possible, and each refusal counts separately.
//!
//! # Children (Art. 8)
//! If a date of birth is on record, a child below the age of consent of their country cannot consent alone; a
//! representative of the kind `parental` does. From the birthday on, that representative can no longer consent for the
//! data subject, and consents already given remain until the data subject decides otherwise.
//!
//! # As of any moment
//! The state is a function of the events and a time. An invalidation is retroactive: for a moment that it covers, the
//! answer is denied, although it was allowed when it was given. [`AsOf`](crate::kernel::AsOf) asks what was known then.

mod appointment;
mod check;
mod command;
mod decide;
mod edition;
mod event;
mod expression;
mod fact;
mod needs;
mod person_facts;
mod recent;
mod record;
mod refusal;
mod register;
mod representation;
mod step;
pub(crate) mod storage;
mod suppression;
mod table;
mod transition;
pub mod view;

use crate::types::json::Readable;
use serde::Serialize;

pub(crate) use check::Told;
pub use check::{ConsentQuestion, ConsentReason, ConsentVerdict};
pub(crate) use check::{Gate, Passage};
pub use command::{
    AppointRepresentative, Command, DecideObjection, DeferConsent, DismissRepresentative, ExpireConsent,
    GiveConsent, InvalidateConsent, Noted, NotifyRecipient, RaiseObjection, RecordDateOfBirth, RefuseConsent,
    RenewConsent, RequestConsent, RevokeConsent, SettleDisagreement, UseConsent, WithdrawConsent,
    WithdrawObjection,
};
pub(crate) use decide::decide;
pub use edition::Asked;
pub use event::{
    ConsentDeferred, ConsentExpired, ConsentGiven, ConsentInvalidated, ConsentRefused, ConsentRenewed,
    ConsentRequested, ConsentRevoked, ConsentUsed, ConsentWithdrawn, ConsentWithheld, DateOfBirthRecorded,
    DisagreementSettled, Event, NotedRef, ObjectionDecided, ObjectionRaised, ObjectionResumed,
    ObjectionWithdrawn, RecipientNotified, RepresentativeAppointed, RepresentativeDismissed,
};
pub(crate) use fact::FactLine;
pub(crate) use needs::Gaining;
pub(crate) use recent::{About, Followed};
pub use record::{Author, ConsentRecord, HistoryEntry, Words};
pub(crate) use record::{Heard, act_about, agreed, words};
pub use refusal::ConsentRefusal;
pub(crate) use register::Mark;
#[doc(hidden)]
pub use register::{Held, Register};
pub(crate) use representation::Representatives;
pub use representation::{Extent, ExtentRef, SubjectMatter, SubjectMatterRef};
pub(crate) use step::Step;
pub(crate) use suppression::{Resumed, Suppression};
pub use transition::{State, Verb};

use crate::types::{Key, OrganisationId, Timestamp};

/// A purpose of a controller.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PurposeRef {
    /// The controller.
    pub organisation_id: OrganisationId,
    /// The purpose, by its name in the controller's notices.
    pub purpose: Key,
}

/// How long a consent is valid; it always has a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// This many days of 24 hours, counted from the act.
    Days(u32),
    /// Until this moment.
    Until(Timestamp),
    /// Until an event that the controller records with `consent.expire`.
    UntilEvent(Key),
    /// For this many uses that the controller records with `consent.use`.
    Uses(u32),
}

/// How a data subject expressed their will.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Indication {
    /// In a form on a screen, with nothing ticked in advance.
    Form,
    /// On paper.
    Paper,
    /// In person, before an official.
    InPerson,
    /// By telephone, to an official.
    Telephone,
}

/// Who expressed a data subject's will.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Expressed {
    /// The data subject.
    DataSubject,
    /// A representative of the data subject.
    Representative,
    /// The data subject, as recorded by an official of this organisation.
    #[serde(rename = "official_organisation_id")]
    Official(OrganisationId),
}

/// In which capacity somebody represents a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RepresentativeKind {
    /// As a holder of parental responsibility.
    Parental,
    /// As somebody authorised by the person or by a court.
    Authorised,
}
