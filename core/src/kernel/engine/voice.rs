//! What a decision has to know of the vault: who had her say where, and whose text is whose.

use super::replay::read_person;
use super::{Error, Moment};
use crate::journal::StreamId;
use crate::kernel::decide::Elsewhere;
use crate::kernel::{Action, Command, Spoke};
use crate::rating::{self, Rated};
use crate::types::{HostId, PersonId, ProcessId, VoiceTag};
use crate::vault::{Party, Say};
use crate::{person, work};

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
                    let traces = self.traces(id, &texts)?;
                    found.spoke = self.spoke(id, &traces.naming)?;
                    let capacity = c.capacity.as_ref().map(|capacity| self.party(capacity)).transpose()?;
                    if let Some(Some(Party::Organisation(organisation))) = capacity {
                        found.dealings = self.dealings(id, (texts, &traces), organisation)?;
                    }
                }
                person::Command::RectifyText(c) => found.origin = self.origin_of(c.text, id)?,
                person::Command::KeepText(c) => found.origin = self.origin_of(c.text, id)?,
                _ => {}
            },
            _ => {}
        }
        Ok(found)
    }

    fn has_spoken(&self, process: ProcessId, say: Say, host_id: &HostId) -> Result<bool, Error> {
        match self.reading()?.process_key(process)? {
            Some(key) => Ok(self.reading()?.has_voice(process, VoiceTag::new(key, say, host_id))?),
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
