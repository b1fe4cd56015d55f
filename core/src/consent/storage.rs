//! Data that a controller still holds after the storage period of its notice (GDPR Art. 5(1)(e)).

use serde::Serialize;

use super::register::Held;
use super::{PurposeRef, Register, State};
use crate::notice::Notices;
use crate::party::PartyName;
use crate::types::json::Readable;
use crate::types::{PersonId, Timestamp};

/// A person's data for a purpose, kept beyond their storage period: they must be erased, or consent requested again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct StorageView {
    /// The purpose.
    pub purpose: PurposeRef,
    /// The state of the consent.
    pub state: State,
    /// The data subject.
    pub data_subject: PartyName,
    /// When the period began: at the last change of the consent.
    pub since: Timestamp,
    /// When the period ended.
    pub until: Timestamp,
}

/// When the storage period of a purpose's data began and ended, if it has ended: it lasts as many days as the notice
/// that was read says, from the last change of the consent. For purposes with another legal basis, the record does not
/// show since when data exist.
pub(super) fn past(
    register: &Register,
    person: PersonId,
    held: &Held<'_>,
    notices: &Notices,
    at: Timestamp,
) -> Option<(Timestamp, Timestamp)> {
    let since = held.step.from;
    match held.step.state() {
        State::Given
        | State::Renewed
        | State::Withdrawn
        | State::Revoked
        | State::Expired
        | State::Invalidated => {}
        // Refusing after a consent leaves data behind.
        State::Refused if register.ever_consented(person, held.purpose) => {}
        State::Refused => return None,
        State::Unknown
        | State::Requested
        | State::Deferred
        | State::Objected
        | State::ObjectionUpheld
        | State::ObjectionOverruled => return None,
    }
    let erased =
        register.extra(person).and_then(|extra| extra.erased_by(held.purpose.organisation_id, |_| true));
    if erased.is_some_and(|erased| erased >= since) {
        return None;
    }
    let read = register.notice_of(held.step).and_then(|id| notices.by_id(id));
    let read = read.and_then(|published| published.notice.purpose(&held.purpose.purpose));
    let purpose = read.or_else(|| notices.purpose(&held.purpose.purpose).map(|(_, purpose)| purpose))?;
    // A retention until an event has a longest duration as well.
    let until = since.plus_days(purpose.storage.as_ref()?.retention.longest());
    (until <= at).then_some((since, until))
}
