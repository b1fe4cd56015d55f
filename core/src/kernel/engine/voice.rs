//! What a decision has to know of the vault: who had her say where, who objected before she was erased, and whose text is
//! whose.

use super::replay::read_person;
use super::{Error, Moment};
use crate::consent::{self, Held, Register, State, Suppression};
use crate::journal::StreamId;
use crate::kernel::decide::{Elsewhere, pseudonym};
use crate::kernel::{Action, Command, Spoke};
use crate::rating::{self, Rated};
use crate::types::{HostId, PersonId, ProcessId};
use crate::vault::{Entry, Party, Say, voice_tag};
use crate::{person, redaction, work};

/// How many entries of the list are read at once.
const PAGE: usize = 1024;

/// Somebody who is met for the first time with an id that somebody who was erased had, and objected.
pub(super) struct Resumed {
    pub(super) host_id: HostId,
    /// The pseudonym that she gets.
    pub(super) person: PersonId,
    /// The entries of the list that make way, by whom they are about.
    pub(super) entries: Vec<PersonId>,
    pub(super) events: Vec<consent::Event>,
}

impl Moment<'_> {
    /// Looks up what the decision of a command needs besides the states of streams.
    pub(super) fn look_elsewhere(
        &self,
        command: &Command,
        stream: StreamId,
    ) -> Result<Elsewhere<'static>, Error> {
        let mut found = Elsewhere::default();
        match (&command.action, stream) {
            (Action::Work(work::Command::ClaimContribution(_)), StreamId::Process(process)) => {
                found.has_spoken = self.has_spoken(process, Say::Contribution, &command.actor)?;
            }
            (Action::Redaction(redaction::Command::RedactText(c)), _) => {
                found.words = self.redactable(stream, c)?;
            }
            (Action::Work(work::Command::RecordContribution(c)), StreamId::Process(process)) => {
                found.has_spoken = self.has_spoken(process, Say::Contribution, &c.person)?;
            }
            (Action::Rating(c), _) => {
                let Rated::Process { process } = c.rated() else { return Ok(found) };
                if let rating::Command::GiveRating(_) = c {
                    found.has_spoken = self.has_spoken(*process, Say::Rating, &command.actor)?;
                }
                let view = self.view(*process)?;
                found.rated_closed = view.is_some_and(|view| view.process().closed().is_some());
            }
            (Action::Person(c), StreamId::Person(id)) => match c {
                person::Command::ErasePerson(c) => {
                    let texts = self.entries_about(id)?;
                    let person = read_person(self.reading()?, id)?;
                    let left = person.map(|stream| stream.state.left).unwrap_or_default();
                    found.held = texts.iter().any(|entry| !left.contains(&entry.place));
                    found.about_her = texts.iter().map(|entry| entry.place).collect();
                    let traces = self.traces(id, &texts)?;
                    found.spoke = self.spoke(id, &traces.naming)?;
                    found.objects = self.objects(id)?;
                    let capacity = c.capacity.as_ref().map(|capacity| self.party(capacity)).transpose()?;
                    if let Some(Some(Party::Organisation(organisation))) = capacity {
                        found.dealings = self.dealings(id, (texts, &traces), organisation)?;
                    }
                }
                person::Command::RectifyText(c) => found.origin = self.origin_of(c.text, id)?,
                person::Command::KeepText(c) => found.origin = self.origin_of(c.text, id)?,
                person::Command::RequestRight(_) => {
                    let mut register = Register::default();
                    self.read_consents(&mut register, id, None)?;
                    found.voices = register.voices(id);
                }
                person::Command::ExtendRight(_)
                | person::Command::AnswerRight(_)
                | person::Command::AttributeText(_)
                | person::Command::LiftRight(_) => {}
            },
            _ => {}
        }
        Ok(found)
    }

    /// What a person objects to, whoever the controller is, with the id by which whoever comes back is known.
    fn objects(&self, person: PersonId) -> Result<Option<(HostId, Vec<Suppression>)>, Error> {
        let Some(host_id) = self.reading()?.host_id(Party::Person(person))? else { return Ok(None) };
        // Her own stream says it all: nobody else's will has to be read for that.
        let mut register = Register::default();
        self.read_consents(&mut register, person, None)?;
        let held = register.held_by(person).into_iter().filter(|held| held.step.state().is_objection());
        let objection = |held: Held<'_>| Suppression {
            purpose: held.purpose.clone(),
            upheld: held.step.state() == State::ObjectionUpheld,
        };
        let objections = held.map(objection).collect();
        Ok(Some((host_id, objections)))
    }

    /// Which objections stand again for those whom a command meets for the first time.
    pub(super) fn resumed(
        &self,
        command: &Command,
        known: &[(HostId, Option<Party>)],
    ) -> Result<Vec<Resumed>, Error> {
        let mut new: Vec<Resumed> = Vec::new();
        for (host_id, _) in known.iter().filter(|(_, party)| party.is_none()) {
            let person = pseudonym(command.id, command.entropy, host_id);
            new.push(Resumed { host_id: host_id.clone(), person, entries: Vec::new(), events: Vec::new() });
        }
        if new.is_empty() {
            return Ok(new);
        }
        for (entry, suppression) in self.suppressions()? {
            let whose = new.iter_mut().find(|resumed| suppression.is_for(&entry, &resumed.host_id));
            if let Some(resumed) = whose {
                resumed.entries.push(entry.subject);
                resumed.events.push(suppression.event());
            }
        }
        new.retain(|resumed| !resumed.events.is_empty());
        Ok(new)
    }

    /// The list of objections of those who were erased: it stands at the beginning of the vault.
    pub(super) fn suppressions(&self) -> Result<Vec<(Entry, Suppression)>, Error> {
        let (mut list, mut after) = (Vec::new(), None);
        // Nearly always there is none, and then one row tells.
        let mut limit = 1;
        loop {
            let page = self.reading()?.entries(after, limit)?;
            let (count, last) = (page.len(), page.last().map(|entry| entry.place));
            let of_list = page.into_iter().take_while(|entry| Suppression::is_place(entry.place));
            list.extend(of_list.filter_map(|entry| Suppression::read(&entry).map(|read| (entry, read))));
            match last.filter(|last| count == limit && Suppression::is_place(*last)) {
                Some(last) => (after, limit) = (Some(last), PAGE),
                None => return Ok(list),
            }
        }
    }

    pub(super) fn has_spoken(&self, process: ProcessId, say: Say, host_id: &HostId) -> Result<bool, Error> {
        match self.reading()?.process_key(process)? {
            Some(key) => Ok(self.reading()?.has_voice(process, voice_tag(key, say, host_id))?),
            None => Ok(false),
        }
    }

    /// Where a person had her say, of the streams that name her, in processes that are not closed.
    fn spoke(&self, person: PersonId, naming: &[StreamId]) -> Result<Vec<Spoke>, Error> {
        let Some(host_id) = self.reading()?.host_id(Party::Person(person))? else { return Ok(Vec::new()) };
        let mut says: Vec<(ProcessId, Say)> = Vec::new();
        for id in naming.iter().filter_map(|stream| stream.process()) {
            let view = self.view(id)?;
            let claimed = |view: &crate::check::ProcessView| {
                view.process().work().contributions().any(|contribution| contribution.by == person)
            };
            if view.as_ref().is_some_and(claimed) {
                says.push((id, Say::Contribution));
            }
        }
        for stream in naming {
            let StreamId::Rating(id) = *stream else { continue };
            let Some(ratings) = self.ratings_stream(id)? else { continue };
            if let (Rated::Process { process }, Some(_)) = (ratings.state.rated(), ratings.state.of(person)) {
                says.push((*process, Say::Rating));
            }
        }
        says.sort_unstable_by_key(|(process, _)| *process);
        let mut spoke: Vec<Spoke> = Vec::new();
        for (process, say) in says {
            match spoke.last_mut().filter(|last| last.process == process) {
                Some(last) => last.says.push(say),
                None if self.view(process)?.is_some_and(|view| view.process().closed().is_some()) => {}
                None => {
                    let key = self.reading()?.process_key(process)?;
                    spoke.push(Spoke { process, key, host_id: host_id.clone(), says: vec![say] });
                }
            }
        }
        Ok(spoke)
    }
}
