//! Consent and objection: what people want done with their data, as a record that can be asked about any moment.
//!
//! Each person has a stream of her own, `consent/ID`, under her pseudonym. One event says one thing about one purpose of
//! one controller: there are no bundles, and nothing means yes by itself. What is absent, unknown, unreadable or past
//! means no.
//!
//! # Who speaks
//! The person herself; her representative; or an official of a public administration who records what she said on paper
//! or before him, with evidence. Not the controller, nor anybody who belongs to it: who benefits does not record that
//! she agreed. The controller asks, notes uses and ends, and can end a consent (`revoked`), never begin one.
//!
//! # States
//! Those of the Data Privacy Vocabulary 2.3, and what comes after an act ([`State::after`] is this table):
//!
//! | act | from | to |
//! |---|---|---|
//! | request | unknown, deferred, refused, withdrawn, revoked, expired, invalidated | requested |
//! | defer | requested | deferred |
//! | give | unknown, requested, deferred, refused, withdrawn, revoked, expired, invalidated | given |
//! | refuse | every other state of a consent: a no is always possible, and ends a yes | refused |
//! | renew | given, renewed, expired | renewed |
//! | withdraw | given, renewed | withdrawn |
//! | revoke | given, renewed | revoked |
//! | expire | given, renewed | expired |
//! | use | given, renewed | the same |
//! | invalidate | given, renewed, expired | invalidated |
//! | | withdrawn, revoked, requested, deferred, refused, invalidated | the same: an earlier consent was invalid |
//! | object | unknown, overruled | objected |
//! | relent | objected, upheld | unknown |
//! | uphold | objected | upheld |
//! | overrule | objected | overruled |
//! | resume | unknown: an objection that was upheld before an erasure | upheld |
//!
//! The first ten are for purposes whose basis is consent, the last five for a public task or a legitimate interest; the
//! other bases have neither. Expiry by time or by number of uses needs no event.
//!
//! # Those who speak for her
//! An appointment says from when until when and about what it is ([`Extent`]): a controller, a purpose of it, a notice, or
//! everything. Whoever holds it says nothing beside it, before it or after it. Where there are several, a no beats a yes: while
//! one of them said no, another's yes is refused, until she who said no says yes, speaks for her no longer, the person
//! herself says yes, or a public administration settles it ([`SettleDisagreement`]). A no is always possible, and a second
//! one stands beside the first.
//!
//! # Children (Art. 8)
//! Where a birthday is on record, a child below the age of her country cannot consent alone; a representative of the kind
//! `parental` does. From the birthday on that representative no longer speaks for her in this, and what was given stands
//! until she says otherwise.
//!
//! # As of any moment
//! The state is a function of the events and a time. An invalidation reaches back: asked about a moment that it covers,
//! the answer is no, although it was yes when it was asked before. [`AsOf`](crate::kernel::AsOf) asks what was known
//! then.

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
    GiveConsent, InvalidateConsent, NotifyRecipient, RaiseObjection, RecordDateOfBirth, RefuseConsent,
    RenewConsent, RequestConsent, RevokeConsent, SettleDisagreement, UseConsent, WithdrawConsent,
    WithdrawObjection,
};
pub(crate) use decide::decide;
pub use edition::Asked;
pub use event::{
    ConsentDeferred, ConsentExpired, ConsentGiven, ConsentInvalidated, ConsentRefused, ConsentRenewed,
    ConsentRequested, ConsentRevoked, ConsentUsed, ConsentWithdrawn, ConsentWithheld, DateOfBirthRecorded,
    DisagreementSettled, Event, ObjectionDecided, ObjectionRaised, ObjectionResumed, ObjectionWithdrawn,
    RecipientNotified, RepresentativeAppointed, RepresentativeDismissed,
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

/// For how long a consent holds. There is no “for ever”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// So many days of 24 hours from the act on.
    Days(u32),
    /// Until a moment.
    Until(Timestamp),
    /// Until something comes that the controller notes with `consent.expire`.
    UntilEvent(Key),
    /// For so many uses that the controller notes with `consent.use`.
    Uses(u32),
}

/// How somebody expressed her will.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Indication {
    /// In a form on a screen, where nothing was ticked before.
    Form,
    /// On paper.
    Paper,
    /// Before an official.
    InPerson,
}

/// Who expressed somebody's will.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Expressed {
    /// She herself.
    DataSubject,
    /// Somebody who speaks for her.
    Representative,
    /// She herself, as an official of this organisation recorded it.
    Official(OrganisationId),
}

/// In which capacity somebody speaks for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RepresentativeKind {
    /// As a holder of parental responsibility.
    Parental,
    /// Because she wanted it so, or a court.
    Authorised,
}
