//! What a controller still holds although the time that its notice names for storing it is over (GDPR Art. 5(1)(e)).

use serde::Serialize;

use super::register::Held;
use super::{PurposeRef, Register, State};
use crate::notice::Notices;
use crate::party::PartyName;
use crate::types::json::Readable;
use crate::types::{PersonId, Timestamp};

/// Data of a person for a purpose that are past their storage time: they are to be erased, or their person asked anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct StorageView {
    /// The purpose.
    pub purpose: PurposeRef,
    /// What became of her consent.
    pub state: State,
    /// Whose.
    pub data_subject: PartyName,
    /// Since when the time runs: since the last that happened to her consent.
    pub since: Timestamp,
    /// When it was over.
    pub until: Timestamp,
}

/// From when until when the data of a purpose are stored, if that is over at a moment: as many days as the notice says that
/// she read, from the last that happened to her consent. Of purposes that rest on
/// another basis the record does not say since when there are data.
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
        // A no that ended a yes leaves data behind.
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
    // Where it names an event, there is a last day all the same.
    let until = since.plus_days(purpose.storage.as_ref()?.retention.longest());
    (until <= at).then_some((since, until))
}
