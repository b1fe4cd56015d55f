//! What a store takes from a bundle: which source counts, which events are new, and which vault entries are allowed.

use hashbrown::HashSet;

use super::bundle::hex_texts;
use super::import::{Parts, Piece};
use super::redact::{is_redaction, texts_in};
use super::replay::read_person;
use super::{Error, Moment};
use crate::consent::Suppression;
use crate::home::{Brought, Home, Homes, Terms};
use crate::journal::{
    BundleFault, Disclosed, Event, EventData, OfPerson, OfStream, Reading, Rewrite, Seq, Stored, Stream,
    StreamHead, StreamId, Travels, Verified,
};
use crate::person;
use crate::types::{Commitment, HostId, Key, Map, OrganisationId, PersonId, ProcessId, Timestamp};
use crate::vault::{Entry, Party, VaultWrite, is_sealed};

/// A verified bundle, and the host's terms.
pub(super) struct Offered<'a> {
    pub(super) parts: &'a Parts,
    pub(super) streams: &'a [Verified],
    pub(super) terms: &'a Terms,
    pub(super) source: &'a Key,
    pub(super) process: ProcessId,
    /// The latest time as of which its content is known.
    pub(super) exported_at: Timestamp,
    /// The time of the import.
    pub(super) at: Timestamp,
}

/// What a store takes from a bundle.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) brought: Vec<Brought>,
    pub(super) erased: Vec<PersonId>,
    /// The `seq` from which the events of a stream are new.
    from: Map<StreamId, Seq>,
    pub(super) people: Vec<PersonId>,
    /// Other streams that were read, and must be unchanged when it is appended.
    pub(super) rests_on: Vec<(StreamId, Seq)>,
    pub(super) vault: Vec<VaultWrite>,
    /// Whether it rectifies a text that is here.
    pub(super) rectifies: bool,
    /// Events withheld here that the bundle tells.
    pub(super) disclosed: Vec<Disclosed>,
    /// Data here that was redacted at its home.
    pub(super) redacted: Vec<Rewrite>,
}

impl Taken {
    /// Whether data here is removed and must be physically erased.
    pub(super) fn leaves_nothing(&self) -> bool {
        self.rectifies || !self.erased.is_empty() || !self.redacted.is_empty()
    }

    pub(super) fn is_new(&self, piece: &Piece) -> bool {
        let first = piece.events.first().map(|event| event.seq);
        let from = self.from.get(&piece.stream).copied();
        from.zip(first).is_some_and(|(from, first)| first > from)
    }

    /// What is here and is rewritten.
    pub(super) fn rewrites(&self) -> Vec<Rewrite> {
        let disclosed = self.disclosed.iter().cloned().map(Rewrite::Disclosed);
        disclosed.chain(self.redacted.iter().cloned()).collect()
    }

    /// The streams with newly disclosed events, each once.
    pub(super) fn streams_disclosed(&self) -> Vec<StreamId> {
        let mut streams: Vec<StreamId> = self.disclosed.iter().map(|disclosed| disclosed.stream).collect();
        streams.sort_unstable();
        streams.dedup();
        streams
    }
}

/// The local counterpart of a stream of a bundle.
enum Met {
    /// It is not here.
    New,
    /// It is at home here, up to this `seq`.
    Home(Seq),
    /// It is a replica of the same source, or of another.
    Replica { here: Seq, same: bool, older: bool },
    /// Its person was erased here and the bundle's stream ends differently: nothing in it matters any more.
    Erased,
}

/// A rectified text.
struct PutRight {
    subject: PersonId,
    /// What binds it now.
    now: Commitment,
    /// Whether that is new here.
    is_new: bool,
}

impl Offered<'_> {
    /// Works out what the store, as it is, takes from the bundle.
    pub(super) fn taken(&self, moment: &Moment<'_>, homes: Option<&Stream<Homes>>) -> Result<Taken, Error> {
        let reading = moment.reading()?;
        let nothing = Homes::default();
        let homes = homes.map_or(&nothing, |homes| &homes.state);
        let (mut taken, mut not_home) = (Taken::default(), Vec::new());
        for verified in self.streams {
            let met = self.meet(moment, homes, verified)?;
            let here = reading.head(verified.stream)?.map(|head| head.seq).unwrap_or_default();
            let may_begin = self.may_begin(reading, homes, verified.stream)?;
            let unsaid = !self.terms.homes.contains(&verified.stream);
            let may_tell = !unsaid || matches!(met, Met::Replica { same: true, .. });
            let mut disclosed =
                if may_tell { self.disclosed(reading, verified.stream, here)? } else { Vec::new() };
            if !self.take(verified, &met, may_begin, &mut taken)?
                || (unsaid && self.speaks_to_home(reading, homes, verified.stream, here, &disclosed)?)
            {
                not_home.push(verified.stream);
            }
            taken.disclosed.append(&mut disclosed);
            taken.rests_on.push((verified.stream, here));
        }
        if !not_home.is_empty() {
            return Err(BundleFault::Home { streams: not_home }.into());
        }
        self.take_vault(moment, &mut taken)?;
        taken.redacted = moment.redacted_elsewhere(self.parts, &taken)?;
        taken.rests_on.sort_unstable();
        taken.rests_on.dedup();
        Ok(taken)
    }

    /// The time as of which the bundle knows a stream from its home: passing it on does not make it newer.
    fn known_as_of(&self, stream: StreamId) -> Timestamp {
        let passed_on = self.parts.known.get(&stream).map(|(as_of, _)| *as_of);
        passed_on.map_or(self.exported_at, |as_of| as_of.min(self.exported_at))
    }

    fn meet(&self, moment: &Moment<'_>, homes: &Homes, verified: &Verified) -> Result<Met, Error> {
        let (reading, stream) = (moment.reading()?, verified.stream);
        let Some(head) = reading.head(stream)? else { return Ok(Met::New) };
        let replica = homes.replica(stream);
        let here = match (common(reading, stream, head, &self.parts.pieces), stream) {
            // The person was erased here. Whether they are erased at their home changes nothing here.
            (Err(Error::Bundle(_)), StreamId::Person(id)) if moment.was_erased(id)? => {
                return Ok(Met::Erased);
            }
            (here, _) => here?,
        };
        Ok(match replica {
            None => Met::Home(here),
            Some(replica) => Met::Replica {
                here,
                same: replica.source == *self.source,
                older: replica.as_of >= self.known_as_of(stream),
            },
        })
    }

    /// Whether a stream that is not here may begin here without the host's terms. That of a person known here may not,
    /// unless this source introduced them.
    fn may_begin(&self, reading: &dyn Reading, homes: &Homes, stream: StreamId) -> Result<bool, Error> {
        let person = match stream.travels() {
            Travels::With(person) => person,
            Travels::Never(_) | Travels::OnTheHostsWord => return Ok(false),
            Travels::Freely => return Ok(true),
        };
        if homes.person(person) == Some(self.source) {
            return Ok(true);
        }
        let mut known = reading.host_id(Party::Person(person))?.is_some();
        for own in [StreamId::Consent(person), StreamId::Person(person)] {
            let replica = homes.replica(own).is_some_and(|replica| replica.source == *self.source);
            known |= !replica && reading.head(own)?.is_some();
        }
        Ok(!known)
    }

    /// Whether a person's stream has something new for an organisation that is at home here. It accepts decisions only
    /// if they are made here or if the host's terms allow it.
    fn speaks_to_home(
        &self,
        reading: &dyn Reading,
        homes: &Homes,
        stream: StreamId,
        here: Seq,
        disclosed: &[Disclosed],
    ) -> Result<bool, Error> {
        if stream.person().is_none() {
            return Ok(false);
        }
        let pieces = self.parts.pieces.iter().filter(|piece| piece.stream == stream);
        let new = pieces.flat_map(|piece| &piece.events).filter(|event| event.seq > here);
        for event in new.chain(disclosed.iter().map(|disclosed| &disclosed.stored)) {
            let event = Event::read(event.id, &event.body)?;
            let controller = match event.data.of_person() {
                Some(OfPerson::Will(data)) => data.purpose().map(|(controller, _)| controller),
                Some(OfPerson::Own(person::Event::SubjectRequestMade(e))) => Some(e.organisation_id),
                Some(OfPerson::Own(person::Event::TextKept(e))) => Some(e.organisation_id),
                Some(OfPerson::Own(_)) | None => None,
            };
            let Some(controller) = controller.map(StreamId::Organisation) else { continue };
            if homes.replica(controller).is_none() && reading.head(controller)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The events of a stream that are withheld here and that the bundle tells. The bundle was verified, so each
    /// matches the id in its placeholder.
    fn disclosed(&self, reading: &dyn Reading, stream: StreamId, here: Seq) -> Result<Vec<Disclosed>, Error> {
        let mut disclosed = Vec::new();
        if stream.person().is_none() {
            return Ok(disclosed);
        }
        let pieces = self.parts.pieces.iter().filter(|piece| piece.stream == stream);
        for piece in pieces {
            for stored in piece.events.iter().filter(|event| event.seq <= here) {
                let before = Seq(stored.seq.0.saturating_sub(1));
                let page = reading.events(stream, before, 1)?;
                let Some(kept) = page.first().filter(|kept| kept.id == stored.id) else { continue };
                if kept.body == stored.body || Event::hash(&stored.body) != stored.id {
                    continue;
                }
                let instead_of = Event::read(kept.id, &kept.body)?.head.command;
                let (command, fingerprint) = (piece.command, piece.fingerprint);
                disclosed.push(Disclosed {
                    stream,
                    stored: stored.clone(),
                    command,
                    fingerprint,
                    instead_of,
                });
            }
        }
        Ok(disclosed)
    }

    /// Takes what is new of a stream; returns whether it may be taken.
    fn take(
        &self,
        verified: &Verified,
        met: &Met,
        may_begin: bool,
        taken: &mut Taken,
    ) -> Result<bool, BundleFault> {
        let Verified { stream, seq: version, head } = *verified;
        let said = self.terms.homes.contains(&stream);
        let over = self.terms.take_over.contains(&stream);
        let (from, changes) = match *met {
            Met::New => {
                if !may_begin && !said {
                    return Ok(false);
                }
                (Seq(0), true)
            }
            Met::Home(here) => {
                // This store wrote it, so there is nothing to take.
                if version <= here && !said {
                    return Ok(true);
                }
                if version < here {
                    return Err(BundleFault::Diverged { stream, seq: version.next() });
                }
                if !said {
                    return Ok(false);
                }
                (here, version > here || !over)
            }
            Met::Replica { here, same, older } => {
                if version < here {
                    return Ok(!over);
                }
                if version > here && !same && !said {
                    return Ok(false);
                }
                // The same content again is newer knowledge; only that of its home counts.
                (here, version > here || over || (!older && (same || said)))
            }
            Met::Erased => return Ok(!over),
        };
        taken.from.insert(stream, from);
        if changes {
            let home = if over { Home::Here } else { Home::Elsewhere };
            let known = self.parts.known.get(&stream).filter(|_| home == Home::Elsewhere);
            let as_of = known.map(|(as_of, _)| (*as_of).min(self.exported_at));
            let path = known.map(|(_, path)| path.clone()).unwrap_or_default();
            taken.brought.push(Brought { as_of, home, id: head, path, stream, seq: version });
        }
        Ok(true)
    }

    /// What the vault takes: nothing about an erased person, nothing in place of an entry already here, and nothing
    /// without a new event.
    fn take_vault(&self, moment: &Moment<'_>, taken: &mut Taken) -> Result<(), Error> {
        let reading = moment.reading()?;
        let (mut named, mut kept, mut parted) = (HashSet::new(), HashSet::new(), Vec::new());
        let mut sealed = HashSet::new();
        let new: Vec<&Piece> = self.parts.pieces.iter().filter(|piece| taken.is_new(piece)).collect();
        let disclosed: Vec<&Stored> = taken.disclosed.iter().map(|disclosed| &disclosed.stored).collect();
        for event in new.into_iter().flat_map(|piece| &piece.events).chain(disclosed) {
            named.extend(hex_texts(&event.body)?);
            let event = Event::read(event.id, &event.body)?;
            if let (StreamId::Person(person), EventData::Person(person::Event::PersonErased(e))) =
                (event.head.stream, &event.data)
            {
                kept.extend(e.kept.iter().copied());
                sealed.extend(e.attributed.iter().map(|sealed| sealed.pseudonym_link));
                match e.organisation_id.filter(|_| e.link_kept) {
                    Some(controller) => parted.push((person, controller)),
                    None => taken.erased.push(person),
                }
            }
        }
        let put_right = self.put_right(reading, taken)?;
        let mut gone: HashSet<PersonId> = taken.erased.iter().copied().collect();
        for person in self.people() {
            let head = reading.head(person.into())?;
            taken.rests_on.push((person.into(), head.map(|head| head.seq).unwrap_or_default()));
            if head.is_some() && read_person(reading, person)?.is_some_and(|her| her.state.erased.is_some()) {
                gone.insert(person);
            }
        }
        for write in &self.parts.vault {
            let VaultWrite::Entry(entry) = write else { continue };
            let stays = !gone.contains(&entry.data_subject_id) || kept.contains(&entry.place);
            let right = put_right.get(&entry.place);
            let bound = right.map_or(entry.place == entry.commitment, |right| {
                (right.subject, right.now) == (entry.data_subject_id, entry.commitment)
            });
            let replaces = right.is_some_and(|right| right.is_new);
            let is_new = (named.contains(&entry.place.to_string()) || replaces)
                && !Suppression::is_place(entry.place)
                && !is_sealed(entry.place)
                && (replaces || reading.entry(entry.place)?.is_none());
            if stays && is_new && bound {
                taken.vault.push(write.clone());
            }
        }
        // A text reported as wrong is forgotten, even if the bundle lacks the rectified one.
        for (place, right) in put_right.iter().filter(|(_, right)| right.is_new) {
            let brought =
                |write: &VaultWrite| matches!(write, VaultWrite::Entry(entry) if entry.place == *place);
            let held = reading
                .entry(*place)?
                .filter(|entry| entry.data_subject_id == right.subject && !entry.is_gone());
            if held.is_some() {
                taken.rectifies = true;
                if !taken.vault.iter().any(brought) {
                    taken.vault.push(VaultWrite::Entry(Entry::forgotten(*place, right.subject)));
                }
            }
        }
        let kept: Vec<Commitment> = kept.into_iter().collect();
        self.take_links(moment, &gone, &named, taken)?;
        // What one controller erased of a person whom others still deal with is erased here too.
        for (person, controller) in parted {
            let held = moment.entries_about(person)?;
            let known = moment.traces(person, &held)?;
            let texts = moment.dealings(person, (held, &known), controller)?.texts;
            let texts = texts.into_iter().filter(|text| !kept.contains(text));
            taken.vault.extend(texts.map(|text| VaultWrite::Entry(Entry::forgotten(text, person))));
        }
        self.forget_asked(moment, taken)?;
        // Erasures come last.
        let erase = |person: &PersonId| VaultWrite::Erase { person_id: *person, kept: kept.clone() };
        taken.vault.extend(taken.erased.iter().map(erase).collect::<Vec<_>>());
        // The record of a text's owner does not outlast the text.
        for person in taken.erased.clone() {
            let before = read_person(reading, person)?.map(|her| her.state.sealed).unwrap_or_default();
            let over = before.into_iter().filter(|seal| !sealed.contains(&seal.pseudonym_link));
            let over = over.map(|seal| VaultWrite::Erase { person_id: seal.whom(person), kept: Vec::new() });
            taken.vault.extend(over);
        }
        Ok(())
    }

    /// Requests for approval in words that were redacted since are forgotten here too. A process decides only about the
    /// texts that came into this store with it.
    fn forget_asked(&self, moment: &Moment<'_>, taken: &mut Taken) -> Result<(), Error> {
        for piece in self.parts.pieces.iter().filter(|piece| taken.from.contains_key(&piece.stream)) {
            for stored in piece.events.iter().filter(|stored| is_redaction(&stored.body)) {
                for text in texts_in(&Event::read(stored.id, &stored.body)?.data) {
                    taken
                        .vault
                        .retain(|write| !matches!(write, VaultWrite::Entry(entry) if entry.place == text));
                    let entry = moment.reading()?.entry(text)?.filter(|entry| !entry.is_gone());
                    if let Some(entry) = entry
                        && moment.brought_by(&entry)? == Some(piece.stream)
                    {
                        taken.rectifies = true;
                        taken.vault.push(VaultWrite::Entry(Entry::forgotten(text, entry.data_subject_id)));
                    }
                }
            }
        }
        Ok(())
    }

    /// The rectified texts of the bundle, each with what binds it now.
    fn put_right(&self, reading: &dyn Reading, taken: &Taken) -> Result<Map<Commitment, PutRight>, Error> {
        let mut right = Map::new();
        for piece in &self.parts.pieces {
            let StreamId::Person(subject) = piece.stream else { continue };
            for stored in &piece.events {
                let event = Event::read(stored.id, &stored.body)?;
                if let EventData::Person(person::Event::TextRectified(e)) = &event.data {
                    let is_disclosed = |disclosed: &Disclosed| {
                        (disclosed.stream, disclosed.stored.seq) == (piece.stream, stored.seq)
                    };
                    let is_new = taken.is_new(piece) || taken.disclosed.iter().any(is_disclosed);
                    let before = Seq(stored.seq.0.saturating_sub(1));
                    // If it was withheld before, this store does not know what binds the text.
                    let here = reading.events(piece.stream, before, 1)?;
                    if is_new || here.first().is_some_and(|here| here.body == stored.body) {
                        right.insert(e.text, PutRight { subject, now: e.replaced_by, is_new });
                    }
                }
            }
        }
        Ok(right)
    }

    /// Every person in the bundle's vault.
    fn people(&self) -> HashSet<PersonId> {
        let links = self.parts.links.iter().filter_map(|(_, link)| match link.party {
            Party::Person(id) => Some(id),
            Party::Organisation(_) | Party::Team(..) => None,
        });
        let texts = self.parts.vault.iter().filter_map(|write| match write {
            VaultWrite::Entry(entry) => Some(entry.data_subject_id),
            VaultWrite::PseudonymLink(_)
            | VaultWrite::Erase { .. }
            | VaultWrite::Key { .. }
            | VaultWrite::Participation { .. }
            | VaultWrite::Close(_) => None,
        });
        links.chain(texts).collect()
    }

    /// The pseudonym links that are new to the vault; nobody may become another person.
    fn take_links(
        &self,
        moment: &Moment<'_>,
        gone: &HashSet<PersonId>,
        named: &HashSet<String>,
        taken: &mut Taken,
    ) -> Result<(), Error> {
        let (mut ids, mut parties) = (HashSet::<&HostId>::new(), HashSet::new());
        let (reading, listed) = (moment.reading()?, moment.suppressions()?);
        let is_listed = |id: &HostId| listed.iter().any(|(entry, objection)| objection.is_for(entry, id));
        for (line, link) in &self.parts.links {
            let fault = || Error::from(BundleFault::PseudonymLink { line: *line });
            let person = match link.party {
                Party::Person(id) => Some(id),
                Party::Organisation(_) | Party::Team(..) => None,
            };
            if person.is_some_and(|id| gone.contains(&id)) {
                continue;
            }
            match (reading.party(&link.host_id)?, reading.host_id(link.party)?) {
                // A duplicate in the bundle is as invalid as a conflict with an entry here.
                (None, None) if !ids.insert(&link.host_id) || !parties.insert(link.party) => {
                    return Err(fault());
                }
                (None, None) if !self.brings(link.party, named) => {}
                // A kept objection would be lost with the imported link: the person starts with it here.
                (None, None) if person.is_some() && is_listed(&link.host_id) => {}
                (None, None) => {
                    taken.people.extend(person);
                    taken.vault.push(VaultWrite::PseudonymLink(link.clone()));
                }
                (Some(party), Some(host_id)) if party == link.party && host_id == link.host_id => {}
                _ => return Err(fault()),
            }
        }
        taken.people.sort_unstable();
        Ok(())
    }

    /// Whether a bundle with a party's pseudonym link also has the party: a person by an event that is new here, an
    /// organisation by its stream, a team by an event of it. A link to a party that no event names would not verify.
    fn brings(&self, party: Party, named: &HashSet<String>) -> bool {
        let of = |id: OrganisationId| self.parts.pieces.iter().filter(move |piece| piece.stream == id.into());
        match party {
            Party::Person(id) => named.contains(&id.to_string()),
            Party::Organisation(id) => of(id).next().is_some(),
            Party::Team(team, id) => {
                let team = team.to_string();
                let names = |body: &[u8]| body.windows(team.len()).any(|window| window == team.as_bytes());
                of(id).flat_map(|piece| &piece.events).any(|event| names(&event.body))
            }
        }
    }
}

/// How far a stream here matches the bundle's.
fn common(reading: &dyn Reading, stream: StreamId, head: StreamHead, pieces: &[Piece]) -> Result<Seq, Error> {
    let events = pieces.iter().filter(|piece| piece.stream == stream).flat_map(|piece| &piece.events);
    let mut after = Seq(0);
    for event in events {
        let here = reading.events(stream, after, 1)?;
        match here.first() {
            None => break,
            Some(same) if same.id == event.id => after = event.seq,
            Some(_) => return Err(BundleFault::Diverged { stream, seq: event.seq }.into()),
        }
    }
    Ok(head.seq)
}
