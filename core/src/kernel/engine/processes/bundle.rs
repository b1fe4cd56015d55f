//! Exports a process from a store as one file.

use std::sync::Arc;

use hashbrown::HashSet;

use super::extract::{Asked, Disclosed, Relied};
use super::read::NOBODY;
use super::{Error, Moment};
use crate::journal::bundle::{CommandLine, KnownLine, Part, Writer};
use crate::journal::{Event, EventData, Seq, StoreError, StreamId};
use crate::kernel::Documents;
use crate::kernel::decide::relied_on;
use crate::person;
use crate::types::json::{self, Node, Raw};
use crate::types::{Commitment, DocumentId, HostId, Key, Map, PersonId, ProcessId, Set, Timestamp};
use crate::vault::{Party, PseudonymLink, is_sealed};

/// What goes into a bundle, found by following what each stream relies on.
#[derive(Default)]
struct Selection {
    asked: Asked,
    documents: Set<DocumentId>,
    /// The time as of which the bundle knows its content: that of the last event in it.
    known_at: Option<Timestamp>,
    /// Texts that could be a pseudonym or a commitment. There may be very many, so they are sorted once, at the end.
    named: HashSet<String>,
    open: Vec<StreamId>,
    streams: Relied,
}

impl Selection {
    fn add(&mut self, stream: StreamId, relied: Seq) {
        // Another host does not need to know this host's operators.
        if stream == StreamId::Host {
            return;
        }
        if !self.streams.contains_key(&stream) {
            self.open.push(stream);
        }
        let known = self.streams.or_default(stream);
        *known = relied.max(*known);
    }

    /// Goes through a stream again, because more of it is needed.
    fn again(&mut self, stream: StreamId) {
        self.streams.or_default(stream);
        self.open.push(stream);
    }

    /// Notes what an exported event relies on.
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

/// Whose identities a bundle contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vault {
    /// Nobody's.
    Left,
    /// Those of one person; nobody else's consent events are told.
    Of(PersonId),
    /// Everybody's.
    Whole,
}

impl Vault {
    /// Whether it contains a person's identity and the texts about them.
    fn names(self, person: PersonId) -> bool {
        match self {
            Self::Left => false,
            Self::Of(one) => one == person,
            Self::Whole => true,
        }
    }

    /// Whether it tells the content of a person's stream.
    fn tells_of(self, stream: StreamId) -> bool {
        match self {
            Self::Of(one) => stream.person() == Some(one),
            Self::Left | Self::Whole => true,
        }
    }
}

impl Moment<'_> {
    /// Writes a process as a bundle: its stream, the streams of the organisations it relies on, the part of its
    /// people's streams that its checks ask about, and the documents these name. With the vault, also the identities
    /// behind the pseudonyms and the texts about them that the vault still has. Events for other controllers or
    /// purposes are withheld: only their ids are in the bundle. The erasure of anybody whom the bundle names is
    /// included.
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

    /// Writes a process as a bundle for one person, for the page shown to them. Its vault contains only that person,
    /// and consent events of others are given only as ids. For a person not known here, it contains no names.
    ///
    /// Checks about that person give the same result as here. Checks about others lack facts and are denied.
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

    /// The same, with the time of the export. Without a time, the bundle gives that of the last event in it.
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
            // Shipped models are known everywhere, but are written too: a bundle is self-contained.
            let document = self.documents().document(*id).ok_or(Error::DocumentUnknown((*id).into()))?;
            // As stored: a redacted document says which document it was.
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

    /// The people whose consents the process requires: a check asks for these, whether or not any event relies on them
    /// yet.
    fn asked_about(&self, process: ProcessId) -> Result<Vec<StreamId>, Error> {
        let Some(view) = self.view(process)? else { return Ok(Vec::new()) };
        let requirements = view.process().requirements();
        if requirements.is_empty() {
            return Ok(Vec::new());
        }
        let people = view.access.people().into_iter().chain(requirements.subjects());
        Ok(people.flat_map(|person| [StreamId::Consent(person), StreamId::Person(person)]).collect())
    }

    /// The streams of a bundle: those the process relies on, those these rely on, those its checks ask about, and the
    /// erasures of the people they name.
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
                // A rectified text is bound by what its subject's own stream says of it.
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

    /// Whether a person was erased, here or at their home.
    pub(super) fn was_erased(&self, person: PersonId) -> Result<bool, Error> {
        let mut erased = false;
        self.each_event(person.into(), &mut |_, event| {
            erased |=
                matches!(&event.data, EventData::Person(person::Event::PersonErased(e)) if !e.link_kept);
            Ok(())
        })?;
        Ok(erased)
    }

    /// Writes as of when streams that are at home elsewhere are known here.
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

    /// Writes whom the events name, and the texts they commit to, as far as the vault has them.
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
            // The owner of a text kept for a legal claim is known only where it is kept.
            if is_sealed(commitment) {
                continue;
            }
            let entry = self.reading()?.entry(commitment)?;
            let entry = entry.filter(|entry| !entry.is_gone() && vault.names(entry.data_subject_id));
            // Data of an erased person that a law requires to be kept stays where that law applies.
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

/// Whether a text has the length and characters of a pseudonym or a commitment. Not parsed: most texts are neither, and
/// a refusal would build an error message that nobody reads.
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
            // The library's own texts have none.
            Node::Piece(_) => {}
        }
    }
    Ok(found)
}
