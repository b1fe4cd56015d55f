//! Data subject requests under GDPR Art. 15 to 22, and the deadlines of Art. 12(3).

use crate::kernel::Refused;
use crate::types::json::Readable;
use serde::Serialize;

use super::{
    AnswerSubjectRequest, AttributeText, Event, ExtendSubjectRequest, KeepText, LiftProcessingRestriction,
    MakeSubjectRequest, Origin, Person, PersonRefusal, ProcessingRestrictionLifted, RectifyText,
    SubjectRequestAnswered, SubjectRequestExtended, SubjectRequestMade, TextAttributed, TextKept,
    TextRectified,
};
use crate::consent::Representatives;
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::notice::Right;
use crate::party::Parties;
use crate::types::{Commitment, Localized, OrganisationId, PersonId, SubjectRequestId, Timestamp};

/// The outcome of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The request was fulfilled.
    Fulfilled,
    /// The request was refused, for a reason that is on record (Art. 12(4) and (5)).
    Refused,
}

/// Why a text is kept although the person it concerns is erased (GDPR Art. 17(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Exception {
    /// Freedom of expression and information: (a).
    Expression,
    /// A legal obligation, or a task in the public interest: (b).
    LegalObligation,
    /// Public health: (c).
    PublicHealth,
    /// Archives, research and statistics: (d).
    Archiving,
    /// Legal claims: (e).
    LegalClaims,
}

/// A text that outlives an erasure, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The text.
    pub text: Commitment,
    /// The organisation that keeps it.
    pub organisation_id: OrganisationId,
    /// The exception that applies.
    pub exception: Exception,
    /// The law that requires it.
    pub law: Localized,
    /// When it is no longer kept.
    pub until: Timestamp,
    /// Whether it is kept with attribution.
    pub attributed: bool,
}

/// A data subject request and its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubjectRequest {
    /// The id of the request.
    pub id: SubjectRequestId,
    /// The controller.
    pub organisation_id: OrganisationId,
    /// The right that is exercised.
    pub right: Right,
    /// Whether the controller recorded it; otherwise the person or a representative made it.
    pub noted: bool,
    /// When it was received.
    pub received: Timestamp,
    /// When the time was extended.
    pub extended: Option<Timestamp>,
    /// When it was answered, and how.
    pub answered: Option<(Timestamp, Outcome)>,
    /// When the restriction that was granted on it was lifted.
    pub lifted: Option<Timestamp>,
}

impl SubjectRequest {
    /// The deadline for the answer: one month after the request was received, three with an extension (Art. 12(3)).
    #[must_use]
    pub fn due(&self) -> Timestamp {
        self.received.plus_months(if self.extended.is_some() { 3 } else { 1 })
    }

    /// Whether processing was restricted at a moment because of this request (Art. 18).
    #[must_use]
    pub fn restricted_at(&self, at: Timestamp) -> bool {
        let granted = matches!((self.right, self.answered),
            (Right::ProcessingRestriction, Some((from, Outcome::Fulfilled))) if from <= at);
        granted && self.lifted.is_none_or(|lifted| at < lifted)
    }

    /// Whether processing is restricted because of this request (Art. 18).
    #[must_use]
    pub const fn restricts(&self) -> bool {
        matches!((self.right, self.answered), (Right::ProcessingRestriction, Some((_, Outcome::Fulfilled))))
            && self.lifted.is_none()
    }

    /// Whether it was not answered in time.
    #[must_use]
    pub fn is_overdue(&self, at: Timestamp) -> bool {
        let answered = self.answered.map_or(at, |(answered, _)| answered);
        answered > self.due()
    }
}

/// The command that has the effect of a right directly, if there is one: no request and no waiting are needed.
const fn effective(right: Right) -> Option<&'static str> {
    match right {
        Right::Objection => Some("objection.raise"),
        Right::Withdrawal => Some("consent.withdraw"),
        Right::Informed
        | Right::InformedElsewhere
        | Right::Access
        | Right::Rectification
        | Right::Erasure
        | Right::ProcessingRestriction
        | Right::Portability
        | Right::Automated
        | Right::Complaint => None,
    }
}

/// Thirty years: the longest limitation period for claims in the laws of the Member States.
const MOST_KEPT_DAYS: u32 = 10_958;

/// Decides commands about data subject requests.
pub(super) struct Handler<'a, 'c> {
    pub(super) context: &'a mut Context<'c>,
    pub(super) parties: &'a Parties,
    pub(super) subject: PersonId,
    pub(super) person: Option<&'a Person>,
}

impl Handler<'_, '_> {
    fn acts_for(&self, id: OrganisationId) -> bool {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.parties.organisation(id).is_some_and(|stream| stream.state.speaks_through(actor, at))
    }

    fn relied_on(&self, id: OrganisationId) -> Vec<Reliance> {
        self.parties.reliance(id).into_iter().collect()
    }

    fn of_controller(&self, id: SubjectRequestId) -> Result<SubjectRequest, Refused> {
        let found = self.person.and_then(|person| person.requests.iter().find(|request| request.id == id));
        let found = found.copied().ok_or(PersonRefusal::RequestUnknown)?;
        if self.acts_for(found.organisation_id) {
            Ok(found)
        } else {
            Err(PersonRefusal::NotController.into())
        }
    }

    fn open(&self, id: SubjectRequestId) -> Result<SubjectRequest, Refused> {
        let found = self.of_controller(id)?;
        match found.answered {
            Some(_) => Err(PersonRefusal::Answered.into()),
            None => Ok(found),
        }
    }

    pub(super) fn request(
        &mut self,
        c: &MakeSubjectRequest,
        representatives: &Representatives,
    ) -> Result<Event, Refused> {
        let organisation = self.context.organisation(&c.organisation, "/data/organisation")?;
        let (actor, at) = (self.context.actor(), self.context.at());
        let own = actor == self.subject;
        let represented = !own && representatives.may_ask(actor, organisation, at);
        if !own && !represented && !self.acts_for(organisation) {
            return Err(PersonRefusal::NotHers.into());
        }
        if let Some(verb) = effective(c.right) {
            return Err(PersonRefusal::Verb { right: c.right, verb }.into());
        }
        let text = c.text.as_ref().map(|text| self.context.commit(self.subject, text.as_str()));
        let request = SubjectRequestId::from_bytes(self.context.new_id("interlink/right-request/1"));
        let relied_on = self.relied_on(organisation);
        let noted = !own && !represented;
        let right = c.right;
        Ok(SubjectRequestMade {
            noted,
            organisation_id: organisation,
            relied_on,
            request,
            represented,
            right,
            text,
        }
        .into())
    }

    pub(super) fn extend(&mut self, c: &ExtendSubjectRequest) -> Result<Event, Refused> {
        let open = self.open(c.request)?;
        // The person is told within the first month, so it is extended within that month.
        if open.extended.is_some() || self.context.at() > open.due() {
            return Err(PersonRefusal::TooLate.into());
        }
        let relied_on = self.relied_on(open.organisation_id);
        let reason = self.context.commit(self.subject, c.reason.as_str());
        Ok(SubjectRequestExtended { reason, relied_on, request: c.request }.into())
    }

    pub(super) fn answer(&mut self, c: &AnswerSubjectRequest) -> Result<Event, Refused> {
        let open = self.open(c.request)?;
        if c.outcome == Outcome::Refused && c.reason.is_none() {
            return Err(PersonRefusal::Justification.into());
        }
        // A fulfilled erasure request must be answered by erasing, so that the record never claims an erasure that did
        // not happen.
        if open.right == Right::Erasure && c.outcome == Outcome::Fulfilled {
            return Err(PersonRefusal::Verb { right: open.right, verb: "person.erase" }.into());
        }
        let relied_on = self.relied_on(open.organisation_id);
        let reason = c.reason.as_ref().map(|reason| self.context.commit(self.subject, reason.as_str()));
        Ok(SubjectRequestAnswered { outcome: c.outcome, reason, relied_on, request: c.request }.into())
    }

    pub(super) fn lift(&mut self, c: &LiftProcessingRestriction) -> Result<Event, Refused> {
        let granted = self.of_controller(c.request)?;
        if !granted.restricts() {
            return Err(PersonRefusal::OtherRight.into());
        }
        let relied_on = self.relied_on(granted.organisation_id);
        let reason = self.context.commit(self.subject, c.reason.as_str());
        Ok(ProcessingRestrictionLifted { reason, relied_on, request: c.request }.into())
    }

    pub(super) fn rectify(&mut self, c: &RectifyText, origin: Origin) -> Result<Event, Refused> {
        if origin.birthday {
            return Err(PersonRefusal::Birthday.into());
        }
        let relied_on = match c.request {
            None if origin.person == Some(self.context.actor()) => Vec::new(),
            None => return Err(PersonRefusal::NotOwner.into()),
            Some(request) => {
                let open = self.open(request)?;
                if open.right != Right::Rectification {
                    return Err(PersonRefusal::OtherRight.into());
                }
                // Recording a request on the person's behalf must not give anybody a say over the person's own words.
                let own_words = origin.person.is_some() && open.noted;
                if origin.organisation != Some(open.organisation_id) || own_words {
                    return Err(PersonRefusal::NotOwner.into());
                }
                self.relied_on(open.organisation_id)
            }
        };
        let replaced_by = self.context.put_right(c.text, self.subject, c.words.as_str());
        Ok(TextRectified { relied_on, replaced_by, request: c.request, text: c.text }.into())
    }

    pub(super) fn keep(&mut self, c: &KeepText, origin: Origin) -> Result<Event, Refused> {
        let organisation = self.context.organisation(&c.organisation, "/data/organisation")?;
        if !self.acts_for(organisation) {
            return Err(PersonRefusal::NotController.into());
        }
        if origin.organisation != Some(organisation) {
            return Err(PersonRefusal::NotOwner.into());
        }
        let at = self.context.at();
        if c.until <= at || c.until > at.plus_days(MOST_KEPT_DAYS) {
            return Err(PersonRefusal::KeptUntil.into());
        }
        // A claim needs a person; the purposes of the other exceptions do not need the person's identity.
        if c.attributed && c.exception != Exception::LegalClaims {
            return Err(PersonRefusal::Attribution.into());
        }
        // Whoever knows a pseudonym can record a request: its text must not become a way to the identity behind it.
        if c.attributed && origin.noted {
            return Err(PersonRefusal::AttributionOfNoted.into());
        }
        // An open erasure request must be answered before a text can be kept with attribution.
        if c.attributed && self.person.is_some_and(|person| person.waits_for_erasure(organisation)) {
            return Err(PersonRefusal::ErasureAsked.into());
        }
        let relied_on = self.relied_on(organisation);
        let (exception, law, text, until) = (c.exception, c.law.clone(), c.text, c.until);
        let attributed = c.attributed;
        Ok(TextKept { attributed, exception, law, organisation_id: organisation, relied_on, text, until }
            .into())
    }

    pub(super) fn attribute(&mut self, c: &AttributeText) -> Result<Event, Refused> {
        let kept = self.person.and_then(|person| person.attributed(c.text)).map(|(kept, _)| kept);
        // An organisation that does not keep the text must not learn that another does.
        let kept =
            kept.filter(|kept| self.acts_for(kept.organisation_id)).ok_or(PersonRefusal::NotAttributed)?;
        let (organisation, until) = (kept.organisation_id, kept.until);
        if until <= self.context.at() {
            return Err(PersonRefusal::KeptOver.into());
        }
        Ok(TextAttributed {
            organisation_id: organisation,
            relied_on: self.relied_on(organisation),
            text: c.text,
        }
        .into())
    }
}
