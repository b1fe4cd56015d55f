//! Which part of people's own streams goes into a process's bundle: what its checks ask about, and nothing else.
//!
//! A person's consents form one chain, whichever controller they are for. An event that does not concern the process is
//! withheld: a placeholder gives its id alone, so the chain stays verifiable. A stream ends with the last event that is
//! needed.

use std::sync::Arc;

use super::{Error, Moment};
use crate::consent::{self, PurposeRef};
use crate::journal::bundle::CommandLine;
use crate::journal::{Event, EventData, Fault, FaultKind, OfPerson, Seq, Stored, StreamId};
use crate::types::{
    Commitment, Fingerprint, Map, OrganisationId, ProcessId, Set, SubjectRequestId, Timestamp,
};
use crate::{person, requirement};

/// What the checks of a process ask about people.
#[derive(Debug, Default)]
pub(super) struct Asked {
    purposes: Set<PurposeRef>,
    controllers: Set<OrganisationId>,
    /// The rectified texts of the bundle.
    pub(super) put_right: Set<Commitment>,
}

/// An event to be put into a bundle.
pub(super) struct Disclosed {
    pub(super) command: CommandLine,
    /// The event, unless it is withheld.
    pub(super) event: Option<Event>,
    pub(super) body: Arc<[u8]>,
}

impl Asked {
    /// Whether an event of a person's stream is asked about. `requests` are the relevant requests found so far.
    fn concerns(&self, event: &Event, requests: &mut Set<SubjectRequestId>) -> bool {
        match event.data.of_person() {
            Some(OfPerson::Will(data)) => self.concerns_will(data),
            Some(OfPerson::Own(data)) => self.concerns_person(data, requests),
            None => true,
        }
    }

    fn concerns_will(&self, event: &consent::Event) -> bool {
        match (event, event.purpose()) {
            // A check reads the person's age before it accepts their consent.
            (consent::Event::DateOfBirthRecorded(_), _) => !self.purposes.is_empty(),
            (_, Some((organisation, purpose))) => self
                .purposes
                .contains(&PurposeRef { organisation_id: organisation, purpose: purpose.clone() }),
            (_, None) => false,
        }
    }

    fn concerns_person(&self, event: &person::Event, requests: &mut Set<SubjectRequestId>) -> bool {
        match event {
            // An importing store must not restore an erased person.
            person::Event::PersonErased(_) => true,
            person::Event::SubjectRequestMade(e) => {
                let asked = self.controllers.contains(&e.organisation_id);
                if asked {
                    requests.insert(e.request);
                }
                asked
            }
            person::Event::SubjectRequestExtended(e) => requests.contains(&e.request),
            person::Event::SubjectRequestAnswered(e) => requests.contains(&e.request),
            person::Event::ProcessingRestrictionLifted(e) => requests.contains(&e.request),
            // A store that has the text gets the rectified one.
            person::Event::TextRectified(e) => {
                self.put_right.contains(&e.text)
                    || e.request.is_some_and(|request| requests.contains(&request))
            }
            person::Event::TextKept(e) => self.controllers.contains(&e.organisation_id),
            // Who looked up the owner of a text does not concern other stores.
            person::Event::TextAttributed(_) => false,
            person::Event::PersonWithheld(_) => false,
        }
    }
}

impl Moment<'_> {
    /// What the checks of a process ask about, now or earlier: the purposes it required, and those they lie within.
    pub(super) fn asked_by(&self, process: ProcessId) -> Result<Asked, Error> {
        let (mut asked, mut open): (Asked, Vec<PurposeRef>) = (Asked::default(), Vec::new());
        self.each_event(process.into(), &mut |_, event| {
            if let EventData::Requirement(requirement::Event::PurposeRequired(e)) = &event.data {
                open.push(e.purpose.clone());
            }
            Ok(())
        })?;
        while let Some(purpose) = open.pop() {
            if !asked.purposes.insert(purpose.clone()) {
                continue;
            }
            asked.controllers.insert(purpose.organisation_id);
            let Some(organisation) = self.organisation_stream(purpose.organisation_id)? else { continue };
            for published in organisation.state.notices().all() {
                let all = published.notice.document().purposes.iter();
                let within = all.filter(|one| one.id == purpose.purpose).filter_map(|one| one.within.clone());
                open.extend(within.map(|wider| PurposeRef { purpose: wider, ..purpose.clone() }));
            }
        }
        Ok(asked)
    }

    /// A person's own stream for a bundle: up to the last event that is asked about or relied on.
    pub(super) fn tell(&self, stream: StreamId, asked: &Asked, relied: Seq) -> Result<Vec<Disclosed>, Error> {
        let mut all: Vec<(Stored, Event, bool)> = Vec::new();
        let (mut requests, mut last) = (Set::new(), relied);
        self.each_event(stream, &mut |stored, event| {
            let concerns = asked.concerns(event, &mut requests);
            if concerns {
                last = last.max(stored.seq);
            }
            all.push((stored.clone(), event.clone(), concerns));
            Ok(())
        })?;
        all.retain(|(stored, ..)| stored.seq <= last);
        let times = times_of(&all);
        let mut disclosed = Vec::with_capacity(all.len());
        for ((stored, event, concerns), at) in all.into_iter().zip(times) {
            disclosed.push(self.tell_one(stored, event, concerns, at)?);
        }
        Ok(disclosed)
    }

    fn tell_one(
        &self,
        stored: Stored,
        event: Event,
        concerns: bool,
        at: Timestamp,
    ) -> Result<Disclosed, Error> {
        let (stream, seq) = (event.head.stream, event.head.seq);
        let fault = || Error::from(Fault::new(stream, seq, FaultKind::Command));
        // An event already withheld from this store stays as it came.
        if concerns || event.withheld().is_some() {
            let id = event.head.command;
            let record = self.reading()?.command(stream, &id)?.ok_or_else(fault)?;
            let command = CommandLine { fingerprint: record.fingerprint, id };
            let event = concerns.then_some(event);
            return Ok(Disclosed { command, event, body: stored.body });
        }
        let corrected = event.head.corrected_from;
        let body = event.withhold(at, corrected.filter(|_| at == event.head.at)).ok_or_else(fault)?;
        let id = Event::read(event.id, &body)?.head.command;
        let command = CommandLine { fingerprint: Fingerprint::from_bytes([0; 32]), id };
        Ok(Disclosed { command, event: None, body: body.into() })
    }
}

/// The times given for the events of a stream: a withheld event gets that of the last disclosed event before it, so that its
/// own time is not revealed. Where a clock was corrected, the chain depends on the times, and they stay.
fn times_of(all: &[(Stored, Event, bool)]) -> Vec<Timestamp> {
    if all.iter().any(|(_, event, _)| event.head.corrected_from.is_some()) {
        return all.iter().map(|(stored, ..)| stored.at).collect();
    }
    let kept = |(stored, event, concerns): &(Stored, Event, bool)| {
        (*concerns || event.withheld().is_some()).then_some(stored.at)
    };
    let first = all.iter().find_map(kept).or_else(|| Timestamp::from_millis(0).ok());
    let mut last = first.unwrap_or(Timestamp::MAX);
    let mut times = Vec::with_capacity(all.len());
    for one in all {
        last = kept(one).unwrap_or(last);
        times.push(last);
    }
    times
}

/// The streams of a bundle, and how far others rely on each.
pub(super) type Relied = Map<StreamId, Seq>;
