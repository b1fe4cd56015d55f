//! What a decision needs from the vault: who took part where, who objected before being erased, and whose text is
//! whose.

use super::{Error, Moment};
use crate::consent::{Register, Resumed, Suppression};
use crate::journal::Stream;
use crate::kernel::Command;
use crate::kernel::block::{Erasure, OfErased};
use crate::kernel::context::pseudonym;
use crate::person::Person;
use crate::types::{HostId, PersonId, ProcessId};
use crate::vault::{CountedAct, Entry, Party, participation_marker};

/// How many entries of the list are read at once.
const PAGE: usize = 1024;

impl Moment<'_> {
    /// What is known of a person who is to be erased.
    pub(super) fn of_erased(
        &self,
        id: PersonId,
        erasure: Erasure<'_>,
        person: Option<&Stream<Person>>,
    ) -> Result<OfErased, Error> {
        let texts = self.entries_about(id)?;
        let left = person.map(|stream| stream.state.left.as_slice()).unwrap_or_default();
        let mut known = OfErased {
            held: texts.iter().any(|entry| !left.contains(&entry.place)),
            texts: texts.iter().map(|entry| entry.place).collect(),
            ..OfErased::default()
        };
        let traces = self.traces(id, &texts)?;
        known.participated = self.participated(id, &traces.naming)?;
        known.objects = self.objects(id)?;
        let acting_for = erasure.acting_for.map(|acting_for| self.party(acting_for)).transpose()?;
        if let Some(Some(Party::Organisation(organisation))) = acting_for {
            known.dealings = self.dealings(id, (texts, &traces), organisation)?;
        }
        Ok(known)
    }

    /// What a person objects to, for every controller, with the host id by which a returning person is recognised.
    fn objects(&self, person: PersonId) -> Result<Option<(HostId, Vec<Suppression>)>, Error> {
        let Some(host_id) = self.reading()?.host_id(Party::Person(person))? else { return Ok(None) };
        // The person's own stream holds it all: no other consents need to be read.
        let mut register = Register::default();
        self.read_consents(&mut register, person, None)?;
        Ok(Some((host_id, register.objections_of(person))))
    }

    /// Which objections resume for those whom a command introduces.
    pub(super) fn resumed(
        &self,
        command: &Command,
        known: &[(HostId, Option<Party>)],
    ) -> Result<Vec<Resumed>, Error> {
        let is_new = |(host_id, party): &(HostId, Option<Party>)| {
            party.is_none().then(|| (host_id.clone(), pseudonym(command.id, command.entropy, host_id)))
        };
        let mut new = known.iter().filter_map(is_new).peekable();
        if new.peek().is_none() {
            return Ok(Vec::new());
        }
        Ok(Resumed::among(new, self.suppressions()?))
    }

    /// The suppression list of erased people: it is at the beginning of the vault.
    pub(super) fn suppressions(&self) -> Result<Vec<(Entry, Suppression)>, Error> {
        let (mut list, mut after) = (Vec::new(), None);
        // Nearly always there is none, and one row shows that.
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

    pub(super) fn has_participated(
        &self,
        process: ProcessId,
        act: CountedAct,
        host_id: &HostId,
    ) -> Result<bool, Error> {
        match self.reading()?.process_key(process)? {
            Some(key) => {
                Ok(self.reading()?.has_participated(process, participation_marker(key, act, host_id))?)
            }
            None => Ok(false),
        }
    }
}
