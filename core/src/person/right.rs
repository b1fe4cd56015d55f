//! What somebody asks of a controller under GDPR Art. 15 to 22, and the clock of Art. 12(3).

use serde::{Deserialize, Serialize};

use super::{
    AnswerRight, Event, ExtendRight, Person, PersonRefusal, RequestRight, RightAnswered, RightExtended,
    RightRequested,
};
use crate::check::Parties;
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::notice::Right;
use crate::types::{OrganisationId, PersonId, RightRequestId, Timestamp};

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Fulfilled,
    /// It was not, for a reason that is on record (Art. 12(4) and (5)).
    Refused,
}

/// A request, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RightRequest {
    /// Its id.
    pub id: RightRequestId,
    /// Of whom.
    pub organisation: OrganisationId,
    /// What.
    pub right: Right,
    /// When it was received.
    pub received: Timestamp,
    /// When its time was extended.
    pub extended: Option<Timestamp>,
    /// When it was answered, and how.
    pub answered: Option<(Timestamp, Outcome)>,
}

impl RightRequest {
    /// Until when it has to be answered: a month from when it was received, three with an extension (Art. 12(3)).
    #[must_use]
    pub fn due(&self) -> Timestamp {
        self.received.plus_months(if self.extended.is_some() { 3 } else { 1 })
    }

    /// Whether it was not answered in time.
    #[must_use]
    pub fn is_overdue(&self, at: Timestamp) -> bool {
        let answered = self.answered.map_or(at, |(answered, _)| answered);
        answered > self.due()
    }
}

/// Who decides what about a request.
pub(super) struct Desk<'a, 'c> {
    pub(super) context: &'a mut Context<'c>,
    pub(super) parties: &'a Parties,
    pub(super) subject: PersonId,
    pub(super) person: Option<&'a Person>,
}

impl Desk<'_, '_> {
    fn acts_for(&self, id: OrganisationId) -> bool {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.parties.organisation(id).is_some_and(|stream| stream.state.speaks_through(actor, at))
    }

    fn relied_on(&self, id: OrganisationId) -> Vec<Reliance> {
        self.parties.reliance(id).into_iter().collect()
    }

    fn open(&self, id: RightRequestId) -> Result<RightRequest, PersonRefusal> {
        let found = self.person.and_then(|person| person.requests.iter().find(|request| request.id == id));
        let found = found.copied().ok_or(PersonRefusal::RequestUnknown)?;
        if !self.acts_for(found.organisation) {
            return Err(PersonRefusal::NotController);
        }
        match found.answered {
            Some(_) => Err(PersonRefusal::Answered),
            None => Ok(found),
        }
    }

    pub(super) fn request(&mut self, c: &RequestRight) -> Result<Event, PersonRefusal> {
        let organisation = self.context.organisation(&c.organisation, "/data/organisation")?;
        if self.context.actor() != self.subject && !self.acts_for(organisation) {
            return Err(PersonRefusal::NotHers);
        }
        let text = c.text.as_ref().map(|text| self.context.commit(self.subject, text.as_str()));
        let request = RightRequestId::from_bytes(self.context.new_id("interlink/right-request/1"));
        let relied_on = self.relied_on(organisation);
        Ok(RightRequested { organisation, relied_on, request, right: c.right, text }.into())
    }

    pub(super) fn extend(&mut self, c: &ExtendRight) -> Result<Event, PersonRefusal> {
        let open = self.open(c.request)?;
        // She is told within the first month, so that is when it is extended.
        if open.extended.is_some() || self.context.at() > open.due() {
            return Err(PersonRefusal::TooLate);
        }
        let relied_on = self.relied_on(open.organisation);
        let reason = self.context.commit(self.subject, c.reason.as_str());
        Ok(RightExtended { reason, relied_on, request: c.request }.into())
    }

    pub(super) fn answer(&mut self, c: &AnswerRight) -> Result<Event, PersonRefusal> {
        let open = self.open(c.request)?;
        if c.outcome == Outcome::Refused && c.reason.is_none() {
            return Err(PersonRefusal::Justification);
        }
        let relied_on = self.relied_on(open.organisation);
        let reason = c.reason.as_ref().map(|reason| self.context.commit(self.subject, reason.as_str()));
        Ok(RightAnswered { outcome: c.outcome, reason, relied_on, request: c.request }.into())
    }
}
