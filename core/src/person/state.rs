//! The state of a person's stream.

use super::{Attributed, Event, Kept, Outcome, SubjectRequest};
use crate::journal::{Event as Recorded, EventData};
use crate::kernel::ApplyFault;
use crate::kernel::{Documents, State};
use crate::notice::Right;
use crate::types::{Commitment, OrganisationId, PersonId, SubjectRequestId, Timestamp};

/// What is on record about one person alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The pseudonym.
    pub id: PersonId,
    /// When the person was erased.
    pub erased: Option<Timestamp>,
    /// The organisations that erased what they held about the person, each time, in order.
    pub erased_for: Vec<(OrganisationId, Timestamp)>,
    /// The data subject requests, in order.
    pub requests: Vec<SubjectRequest>,
    /// Texts about the person that a law requires to be kept, each as last recorded.
    pub kept: Vec<Kept>,
    /// The texts that the vault still holds after the erasure.
    pub left: Vec<Commitment>,
    /// Those among them for which the vault still holds a sealed link.
    pub sealed: Vec<Attributed>,
}

impl Person {
    pub(crate) const fn new(id: PersonId) -> Self {
        Self {
            id,
            erased: None,
            erased_for: Vec::new(),
            requests: Vec::new(),
            kept: Vec::new(),
            left: Vec::new(),
            sealed: Vec::new(),
        }
    }

    /// Applies the next event.
    pub(crate) fn apply(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::PersonErased(e) if e.link_kept => {
                self.erased_for.extend(e.organisation_id.map(|organisation| (organisation, at)));
            }
            Event::PersonErased(e) => {
                self.erased.get_or_insert(at);
                self.left.clone_from(&e.kept);
                self.sealed.clone_from(&e.attributed);
                let open = self.requests.iter_mut().filter(|request| {
                    let of = e.organisation_id.is_none_or(|by| by == request.organisation_id);
                    of && request.right == Right::Erasure && request.answered.is_none()
                });
                open.for_each(|request| request.answered = Some((at, Outcome::Fulfilled)));
            }
            Event::SubjectRequestMade(e) => self.requests.push(SubjectRequest {
                id: e.request,
                organisation_id: e.organisation_id,
                right: e.right,
                noted: e.noted,
                received: at,
                extended: None,
                answered: None,
                lifted: None,
            }),
            Event::SubjectRequestExtended(e) => {
                self.request(e.request, |request| request.extended = Some(at));
            }
            Event::SubjectRequestAnswered(e) => {
                self.request(e.request, |request| request.answered = Some((at, e.outcome)));
            }
            Event::ProcessingRestrictionLifted(e) => {
                self.request(e.request, |request| request.lifted = Some(at));
            }
            Event::TextRectified(_) | Event::TextAttributed(_) | Event::PersonWithheld(_) => {}
            Event::TextKept(e) => {
                self.kept.retain(|kept| kept.text != e.text || kept.organisation_id != e.organisation_id);
                let (text, law) = (e.text, e.law.clone());
                let (organisation, exception, until) = (e.organisation_id, e.exception, e.until);
                let attributed = e.attributed;
                self.kept.push(Kept {
                    text,
                    organisation_id: organisation,
                    exception,
                    law,
                    until,
                    attributed,
                });
            }
        }
    }

    /// The organisations that the person's events concern.
    pub(crate) fn organisations(&self) -> impl Iterator<Item = OrganisationId> {
        let asked = self.requests.iter().map(|request| request.organisation_id);
        asked.chain(self.kept.iter().map(|kept| kept.organisation_id))
    }

    /// A data subject request by its id.
    pub(crate) fn asked(&self, request: SubjectRequestId) -> Option<&SubjectRequest> {
        self.requests.iter().find(|found| found.id == request)
    }

    /// When an organisation erased what it held about the person, while others had dealings with the person.
    pub(crate) fn erasures_by(&self, organisation: OrganisationId) -> impl Iterator<Item = Timestamp> {
        self.erased_for.iter().filter(move |(by, _)| *by == organisation).map(|(_, at)| *at)
    }

    /// The texts that a law requires an organisation to keep at a moment.
    pub(crate) fn kept_by(&self, organisation: OrganisationId, at: Timestamp) -> Vec<Commitment> {
        let kept = self.kept.iter().filter(|kept| kept.organisation_id == organisation && kept.until > at);
        kept.map(|kept| kept.text).collect()
    }

    /// The texts that a law requires to be kept at a moment.
    pub(crate) fn to_keep(&self, at: Timestamp) -> Vec<Commitment> {
        let wanted = |kept: &&Kept| kept.until > at;
        let mut texts: Vec<Commitment> = self.kept.iter().filter(wanted).map(|kept| kept.text).collect();
        // After an erasure, only what was left then can still be there.
        texts.retain(|text| self.erased.is_none() || self.left.contains(text));
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// The texts that are to be kept with attribution at a moment.
    pub(crate) fn to_attribute(&self, at: Timestamp) -> Vec<Commitment> {
        let wanted = self.kept.iter().filter(|kept| kept.attributed && kept.until > at);
        let mut texts: Vec<Commitment> = wanted.map(|kept| kept.text).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// The kept text and its sealed link, if it is kept with attribution after the erasure.
    pub(crate) fn attributed(&self, text: Commitment) -> Option<(&Kept, Attributed)> {
        let sealed = self.sealed.iter().find(|sealed| sealed.text == text)?;
        Some((self.kept.iter().find(|kept| kept.text == text && kept.attributed)?, *sealed))
    }

    /// Whether an organisation has to answer an erasure request of this person.
    pub(crate) fn waits_for_erasure(&self, organisation: OrganisationId) -> bool {
        self.requests.iter().any(|request| {
            let open = request.organisation_id == organisation && request.answered.is_none();
            open && request.right == Right::Erasure
        })
    }

    /// Whether the vault still holds something that no law requires any longer.
    pub(crate) fn is_something_over(&self, at: Timestamp) -> bool {
        let keep = self.to_keep(at);
        self.left.iter().any(|text| !keep.contains(text))
    }

    fn request(&mut self, id: SubjectRequestId, change: impl FnOnce(&mut SubjectRequest)) {
        self.requests.iter_mut().find(|request| request.id == id).map(change);
    }
}

impl State for Person {
    type Id = PersonId;

    fn begin(id: PersonId, event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let mut person = Self::new(id);
        person.follow(event, documents).map(|()| person)
    }

    fn follow(&mut self, event: &Recorded, _: &dyn Documents) -> Result<(), ApplyFault> {
        if let EventData::Redaction(_) = &event.data {
            return Ok(());
        }
        let EventData::Person(data) = &event.data else { return Err(ApplyFault::Stream) };
        self.apply(event.head.at, data);
        Ok(())
    }
}
