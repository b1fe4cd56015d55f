//! A process out of a store, as one file.

use std::sync::Arc;

use hashbrown::HashSet;

use super::extract::{Asked, Disclosed, Relied};
use super::read::NOBODY;
use super::{Error, Moment};
use crate::journal::bundle::{CommandLine, KnownLine, Part, Writer};
use crate::journal::{Event, EventData, Seq, StoreError, Stored, StreamId};
use crate::kernel::Documents;
use crate::kernel::decide::relied_on;
use crate::person;
use crate::types::json::{self, Node, Raw};
use crate::types::{Commitment, DocumentId, HostId, Key, Map, PersonId, ProcessId, Set, Timestamp};
use crate::vault::{Party, PseudonymLink, is_sealed};

/// How many events are read at once.
const PAGE: usize = 1024;

/// What goes into a bundle, found by following what one stream relies on into the next.
#[derive(Default)]
struct Selection {
    asked: Asked,
    documents: Set<DocumentId>,
    /// As of when the bundle knows what is in it: the time of the last event that it tells.
    known_at: Option<Timestamp>,
    /// What could be a pseudonym or a commitment. There may be very many, so they are put in order once, at the end.
    named: HashSet<String>,
    open: Vec<StreamId>,
    streams: Relied,
}

impl Selection {
    fn add(&mut self, stream: StreamId, relied: Seq) {
        // Who speaks for this host is nothing to another.
        if stream == StreamId::Host {
            return;
        }
        if !self.streams.contains_key(&stream) {
            self.open.push(stream);
        }
        let known = self.streams.or_default(stream);
        *known = relied.max(*known);
    }

    /// Goes through a stream once more, of which more is to be disclosed.
    fn again(&mut self, stream: StreamId) {
        self.streams.or_default(stream);
        self.open.push(stream);
    }

    /// Takes in what an event that is disclosed relies on.
    fn note(&mut self, body: &[u8], event: &Event) -> Result<(), Error> {
        for reliance in event.data.relied_on() {
            self.add(reliance.stream, reliance.seq);
        }
        for document in relied_on(std::slice::from_ref(&event.data)) {
            self.documents.insert(document);
        }
        self.known_at = self.known_at.max(Some(event.head.at));
        self.named.extend(hex_texts(body)?);
        Ok(())
    }
}

/// Whom a bundle names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vault {
    /// Nobody.
    Left,
    /// One person, and tells of nobody else what she wants.
    Of(PersonId),
    /// Everybody.
    Whole,
}

impl Vault {
    /// Whether it participations who somebody is, and what was written about her.
    fn names(self, person: PersonId) -> bool {
        match self {
            Self::Left => false,
            Self::Of(one) => one == person,
            Self::Whole => true,
        }
    }

    /// Whether it tells what stands in a stream of a person.
    fn tells_of(self, stream: StreamId) -> bool {
        match self {
            Self::Of(one) => stream.person() == Some(one),
            Self::Left | Self::Whole => true,
        }
    }
}

impl Moment<'_> {
    /// Writes a process as a bundle: its stream, those of the organisations that it relies on, of the streams of its people
    /// what its gates ask about, and the documents that they name; with the vault also who the pseudonyms are and what was
    /// written about them, as far as the vault still knows. What somebody said to others, or for what this process does not
    /// ask, is withheld: of that there is only the id of its event. An erasure of anybody whom the bundle names goes along.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::Engine;
    /// let bundle = engine.moment()?.export_bundle(garden, false)?;
    /// let imported = Engine::open("memory:")?.import_bundle(bundle.as_bytes())?;
    /// assert_eq!(imported.process, garden);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such process, or what the store reports.
    pub fn export_bundle(&self, process: ProcessId, with_vault: bool) -> Result<String, Error> {
        self.export_bundle_at(process, with_vault, None)
    }

    /// Writes a process as a bundle for one person: for the page that she looks at. The vault in it knows her and nobody
    /// else, and of what others want done with their data there are only the ids of events. Somebody who is not known here
    /// gets nobody's name.
    ///
    /// What is checked on it about her is as it is here. About others it knows too little, and participations no.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::kernel::Checker;
    /// let page = engine.export_bundle_for(garden, &"nora".parse()?)?;
    /// assert_eq!(Checker::read(page.as_bytes())?.process(), garden);
    /// assert!(page.contains("nora") && !page.contains("\"anna\""));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`export_bundle`](Self::export_bundle).
    pub fn export_bundle_for(&self, process: ProcessId, person: &HostId) -> Result<String, Error> {
        let person = self.known_person(person)?.unwrap_or(NOBODY);
        self.write_bundle(process, Vault::Of(person), None)
    }

    /// The same, with the time of the export. Without one, the bundle participations the time of the last event that it tells.
    ///
    /// # Errors
    /// As [`export_bundle`](Self::export_bundle).
    pub fn export_bundle_at(
        &self,
        process: ProcessId,
        with_vault: bool,
        at: Option<Timestamp>,
    ) -> Result<String, Error> {
        self.write_bundle(process, if with_vault { Vault::Whole } else { Vault::Left }, at)
    }

    fn write_bundle(&self, process: ProcessId, vault: Vault, at: Option<Timestamp>) -> Result<String, Error> {
        let mut selection = self.select(process)?;
        let exported_at = selection.known_at.max(at).unwrap_or(Timestamp::MAX);
        let own = StreamId::from(process);
        let relied = std::mem::take(&mut selection.streams);
        let streams: Vec<(StreamId, Seq)> = relied
            .iter()
            .filter(|(stream, _)| **stream != own)
            .map(|(stream, relied)| (*stream, *relied))
            .chain([(own, Seq(0))])
            .collect();
        let mut writer = Writer::new();
        writer.line(Part::Begin(process, exported_at));
        self.write_ages(&mut writer, &streams)?;
        for id in &selection.documents {
            // Shipped models are known everywhere, and are written all the same: a bundle stands on its own.
            let document = self.documents().document(*id).ok_or(Error::DocumentUnknown((*id).into()))?;
            // As it is kept: one that words were taken out of participations which it is.
            writer.line(Part::Document(Raw(json::utf8(document.bytes())?)));
        }
        if vault != Vault::Left {
            self.write_vault(&mut writer, vault, &streams, &selection.named.into_iter().collect())?;
        }
        let nothing = Asked::default();
        for (stream, relied) in streams {
            if stream.person().is_some() {
                let asked = if vault.tells_of(stream) { &selection.asked } else { &nothing };
                for Disclosed { command, body, .. } in self.tell(stream, asked, relied)? {
                    write_command(&mut writer, &(command, vec![body]))?;
                }
            } else {
                self.write_stream(&mut writer, stream)?;
            }
        }
        Ok(writer.end())
    }

    /// What its people want done with their data, where the process requires purposes: a check asks, whether or not
    /// anything has relied on it yet.
    fn asked_about(&self, process: ProcessId) -> Result<Vec<StreamId>, Error> {
        let Some(view) = self.view(process)? else { return Ok(Vec::new()) };
        let requirements = view.process().requirements();
        if requirements.is_empty() {
            return Ok(Vec::new());
        }
        let people = view.access.people().into_iter().chain(requirements.subjects());
        Ok(people.flat_map(|person| [StreamId::Consent(person), StreamId::Person(person)]).collect())
    }

    /// The streams of a bundle: what the process relies on, what that relies on, what its checks ask about, and who of
    /// those that it names was erased.
    fn select(&self, process: ProcessId) -> Result<Selection, Error> {
        let stream = StreamId::from(process);
        if self.reading()?.head(stream)?.is_none() {
            return Err(Error::StreamUnknown(Box::new(stream)));
        }
        let mut selection = Selection { asked: self.asked_by(process)?, ..Selection::default() };
        selection.add(stream, Seq(0));
        for asked in self.asked_about(process)? {
            if self.reading()?.head(asked)?.is_some() {
                selection.add(asked, Seq(0));
            }
        }
        let mut looked_for: HashSet<String> = HashSet::new();
        loop {
            while let Some(next) = selection.open.pop() {
                self.visit(next, &mut selection)?;
            }
            let new: Vec<String> = selection.named.difference(&looked_for).cloned().collect();
            if new.is_empty() {
                return Ok(selection);
            }
            for text in &new {
                // A text that was put right is bound by what its subject's own stream participations of it.
                if let Ok(place) = text.parse::<Commitment>()
                    && let Some(entry) = self.reading()?.entry(place)?
                    && entry.place != entry.commitment
                    && !entry.is_gone()
                    && selection.asked.put_right.insert(place)
                {
                    selection.again(entry.data_subject_id.into());
                }
                let Ok(person) = text.parse::<PersonId>() else { continue };
                if self.reading()?.head(person.into())?.is_some() && self.was_erased(person)? {
                    selection.add(person.into(), Seq(0));
                }
            }
            looked_for.extend(new);
        }
    }

    fn visit(&self, stream: StreamId, selection: &mut Selection) -> Result<(), Error> {
        if stream.person().is_none() {
            return self.each_event(stream, &mut |stored, event| selection.note(&stored.body, event));
        }
        for Disclosed { event, body, .. } in self.tell(stream, &selection.asked, Seq(0))? {
            if let Some(event) = event {
                selection.note(&body, &event)?;
            }
        }
        Ok(())
    }

    /// Whether somebody was erased, here or where she is at home.
    pub(super) fn was_erased(&self, person: PersonId) -> Result<bool, Error> {
        let mut erased = false;
        self.each_event(person.into(), &mut |_, event| {
            erased |= matches!(&event.data, EventData::Person(person::Event::PersonErased(e)) if !e.tied);
            Ok(())
        })?;
        Ok(erased)
    }

    pub(super) fn each_event(
        &self,
        stream: StreamId,
        each: &mut dyn FnMut(&Stored, &Event) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.each_stored(stream, &mut |stored| each(stored, &Event::read(stored.id, &stored.body)?))
    }

    /// Hands on what is kept of a stream, page by page.
    pub fn each_stored(
        &self,
        stream: StreamId,
        each: &mut dyn FnMut(&Stored) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut after = Seq(0);
        loop {
            let page = self.reading()?.events(stream, after, PAGE)?;
            for stored in &page {
                each(stored)?;
                after = stored.seq;
            }
            if page.len() < PAGE {
                return Ok(());
            }
        }
    }

    /// How old what is known here of streams that are at home elsewhere is.
    fn write_ages(&self, writer: &mut Writer, streams: &[(StreamId, Seq)]) -> Result<(), Error> {
        let Some(homes) = self.homes()? else { return Ok(()) };
        let mut ages: Map<(Timestamp, Vec<Key>), Vec<StreamId>> = Map::new();
        for (stream, _) in streams {
            let Some(replica) = homes.state.replica(*stream) else { continue };
            let path = KnownLine::path(&replica.source, &replica.path);
            ages.or_insert_with((replica.as_of, path), Vec::new).push(*stream);
        }
        for ((as_of, path), streams) in &ages {
            let (as_of, path, streams) = (*as_of, path.clone(), streams.clone());
            writer.line(Part::Known(KnownLine { as_of, path, streams }));
        }
        Ok(())
    }

    /// Whom the events name, and the texts that they commit to, as far as the vault knows them.
    fn write_vault(
        &self,
        writer: &mut Writer,
        vault: Vault,
        streams: &[(StreamId, Seq)],
        named: &Set<String>,
    ) -> Result<(), Error> {
        let mut parties: Vec<Party> = Vec::new();
        for (stream, _) in streams {
            if let StreamId::Organisation(id) = stream {
                parties.push(Party::Organisation(*id));
                let organisation = self.organisation(*id)?;
                parties.extend(organisation.teams().map(|team| Party::Team(team.id, *id)));
            }
        }
        let people = named.iter().filter_map(|text| text.parse().ok());
        parties.extend(people.filter(|person| vault.names(*person)).map(Party::Person));
        for party in parties {
            if let Some(host_id) = self.reading()?.host_id(party)? {
                writer.line(Part::PseudonymLink(PseudonymLink { host_id, party }.into()));
            }
        }
        for commitment in named.iter().filter_map(|text| text.parse().ok()) {
            // Whose text it is that is kept for a claim is known where it is kept, and nowhere else.
            if is_sealed(commitment) {
                continue;
            }
            let entry = self.reading()?.entry(commitment)?;
            let entry = entry.filter(|entry| !entry.is_gone() && vault.names(entry.data_subject_id));
            // What a law wants kept of somebody who was erased is kept where that law holds, and goes nowhere.
            if let Some(entry) = entry
                && self.with_register(|register| register.erased(entry.data_subject_id))?.is_none()
            {
                writer.line(Part::Entry(entry.into()));
            }
        }
        Ok(())
    }

    fn write_stream(&self, writer: &mut Writer, stream: StreamId) -> Result<(), Error> {
        let mut pending: Option<(CommandLine, Vec<Arc<[u8]>>)> = None;
        self.each_event(stream, &mut |stored, event| {
            let command = event.head.command;
            if pending.as_ref().is_none_or(|(line, _)| line.id != command) {
                if let Some(done) = pending.take() {
                    write_command(writer, &done)?;
                }
                let record = self.reading()?.command(stream, &command)?;
                let record = record.ok_or(crate::journal::FaultKind::Command);
                let record = record.map_err(|kind| crate::journal::Fault::new(stream, stored.seq, kind))?;
                pending = Some((CommandLine { fingerprint: record.fingerprint, id: command }, Vec::new()));
            }
            if let Some((_, events)) = &mut pending {
                events.push(Arc::clone(&stored.body));
            }
            Ok(())
        })?;
        pending.map_or(Ok(()), |done| write_command(writer, &done))
    }
}

fn write_command(writer: &mut Writer, (line, events): &(CommandLine, Vec<Arc<[u8]>>)) -> Result<(), Error> {
    let events = events.iter().map(|body| std::str::from_utf8(body).map(Raw)).collect::<Result<_, _>>();
    let events = events.map_err(|error| Error::from(StoreError::Malformed(error.to_string())))?;
    writer.line(Part::Command(*line, events));
    Ok(())
}

/// Whether a text is as long as a pseudonym or a commitment, and made of the same signs. LookedUp at, not parsed: most texts are
/// neither, and a refusal costs the sentence that nobody reads.
fn is_hex(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    [PersonId::BYTES, Commitment::BYTES].contains(&(text.len() / 2))
        && text.len().is_multiple_of(2)
        && text.bytes().all(digit)
}

/// Every text in an event that could be a pseudonym or a commitment.
pub(super) fn hex_texts(body: &[u8]) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut stack = vec![Node::parse(body, usize::MAX)?];
    while let Some(node) = stack.pop() {
        match node {
            Node::Text(text) if is_hex(&text) => found.push(text.into_owned()),
            Node::List(items) => stack.extend(items),
            Node::Object(members) => stack.extend(members.into_iter().map(|(_, value)| value)),
            Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) => {}
            // No text of this library's own has one.
            Node::Piece(_) => {}
        }
    }
    Ok(found)
}
