//! A process in one file: its journal, the documents it depends on, and optionally its vault.
//!
//! A bundle is lines of text. Each begins with a SHA-256 over that of the previous line and the JSON that follows, so a
//! changed byte is found in its line:
//!
//! ```text
//! HASH {"bundle":1,"exported_at":"…","process":"…"}
//! HASH {"known":{"as_of":"…","path":["…"],"streams":["…"]}}    of what the writer has from elsewhere itself
//! HASH {"document":{…}}                        as many as the streams name, by id
//! HASH {"pseudonym_link":{…}}  HASH {"entry":{…}}         only with the vault
//! HASH {"command":{"fingerprint":"…","id":"…"},"events":[{…},…]}
//! HASH {"end":LINES}
//! ```
//!
//! The streams follow one another, organisations before the process, each from its first event; an event is written as
//! it was hashed, without its id. An event of a person's streams that does not concern the recipient is replaced by a
//! placeholder with only its id, so the chain stays verifiable and reveals nothing. The same process gives the same
//! bytes everywhere, except for what a writer away from its home says about the age of its knowledge.

use interlink_derive::Refusal;
use std::fmt::Write as _;

use interlink_values::json::{self, Raw, Readable, Reader};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Event, Meaning, Seq, Stored, StreamId};
use crate::vault::{Entry, Party, PseudonymLink};
use interlink_values::{
    CommandId, Commitment, Fingerprint, HostId, InputFault, Key, OrganisationId, PersonId, ProcessId, Salt,
    TeamId, Timestamp,
};

/// The version of the format.
const FORMAT: u32 = 1;
/// The length of a line's hash.
const HASH: usize = 64;

/// A bundle was refused; nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum BundleFault {
    /// A line is not valid in a bundle.
    #[error(BundleMalformed, "Line {line} of the bundle is malformed: {reason}.")]
    Malformed {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A line was changed.
    #[error(BundleChanged, "Line {line} of the bundle was changed: it does not match its hash.")]
    Changed {
        /// The line, from 1.
        line: u64,
    },
    /// The end is missing.
    #[error(BundleTruncated, "The bundle is incomplete: it stops after line {line}.")]
    Truncated {
        /// The last line.
        line: u64,
    },
    /// It was written by a newer version of the library.
    #[error(BundleVersion, "The bundle has format {found}; this version of the library reads format {known}.", known = FORMAT)]
    FormatVersion {
        /// The format it has.
        found: u32,
    },
    /// The local stream and that of the bundle differ.
    #[error(BundleDiverged, "The stream {stream} here differs from the bundle, from event {seq} on.")]
    Diverged {
        /// The stream.
        stream: StreamId,
        /// The first event that differs.
        seq: Seq,
    },
    /// It continues streams whose home, as far as the host said, is not its source.
    #[error(
        BundleHome,
        "The bundle contains new events of streams whose home is not known to be its source: {streams}."
    )]
    Home {
        /// The streams.
        streams: Vec<StreamId>,
    },
    /// The host's terms name a stream that is not in the bundle.
    #[error(BundleTerms, "The terms of the import name the stream {stream}, which the bundle does not have.")]
    Terms {
        /// The stream.
        stream: StreamId,
    },
    /// A host id means another party here.
    #[error(
        BundleLink,
        "A host id in the bundle means another party here, or a party has another host id here."
    )]
    PseudonymLink {
        /// The line, from 1.
        line: u64,
    },
}

/// A pseudonym link in a bundle. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct PseudonymLinkLine {
    host_id: HostId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organisation_id: Option<OrganisationId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person_id: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    team_id: Option<TeamId>,
}

impl From<PseudonymLink> for PseudonymLinkLine {
    fn from(link: PseudonymLink) -> Self {
        let (person_id, team_id, organisation_id) = match link.party {
            Party::Person(id) => (Some(id), None, None),
            Party::Organisation(id) => (None, None, Some(id)),
            Party::Team(id, organisation) => (None, Some(id), Some(organisation)),
        };
        Self { host_id: link.host_id, organisation_id, person_id, team_id }
    }
}

impl PseudonymLinkLine {
    /// The link; `None` if it names no party, or more than one.
    pub fn into_link(self) -> Option<PseudonymLink> {
        let party = match (self.person_id, self.team_id, self.organisation_id) {
            (Some(id), None, None) => Party::Person(id),
            (None, Some(id), Some(organisation)) => Party::Team(id, organisation),
            (None, None, Some(id)) => Party::Organisation(id),
            _ => return None,
        };
        Some(PseudonymLink { host_id: self.host_id, party })
    }
}

/// A text of the vault in a bundle. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct EntryLine {
    commitment: Commitment,
    /// Its place, if it was rectified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Commitment>,
    salt: Salt,
    subject: PersonId,
    text: String,
}

impl From<Entry> for EntryLine {
    fn from(entry: Entry) -> Self {
        let Entry { place, commitment, data_subject_id: subject, salt, text } = entry;
        Self { commitment, place: Some(place).filter(|place| *place != commitment), salt, subject, text }
    }
}

impl From<EntryLine> for Entry {
    fn from(line: EntryLine) -> Self {
        let EntryLine { commitment, place, salt, subject, text } = line;
        Self { place: place.unwrap_or(commitment), commitment, data_subject_id: subject, salt, text }
    }
}

/// The most places of a path in a bundle.
const MOST_PLACES: usize = 16;

/// The age of what a bundle tells of some streams, if its writer has them from elsewhere. Fields are in canonical
/// order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct KnownLine {
    /// As of when their home last told of them.
    pub as_of: Timestamp,
    /// The places it came through, each by the name that the next gave it; the last is their home.
    pub path: Vec<Key>,
    /// The streams.
    pub streams: Vec<StreamId>,
}

impl KnownLine {
    /// The place that the writer has it from, and those behind it. If there are very many, some in between are left
    /// out.
    pub fn path(source: &Key, beyond: &[Key]) -> Vec<Key> {
        let left_out = beyond.len().saturating_add(1).saturating_sub(MOST_PLACES);
        std::iter::once(source).chain(beyond.iter().skip(left_out)).cloned().collect()
    }
}

/// A command in a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct CommandLine {
    /// The fingerprint of its exact content.
    pub fingerprint: Fingerprint,
    /// Its id.
    pub id: CommandId,
}

/// The content of a line.
#[derive(Debug, Default, Serialize)]
struct BundleLine<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    bundle: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<CommandLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<Raw<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<EntryLine>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<Raw<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exported_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<KnownLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    process: Option<ProcessId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pseudonym_link: Option<PseudonymLinkLine>,
}

/// A parsed line.
#[derive(Debug)]
pub enum Part<'a> {
    /// The beginning of the bundle: the process, and the time of writing.
    Begin(ProcessId, Timestamp),
    /// The age of the writer's own knowledge.
    Known(KnownLine),
    /// A document that its streams rely on.
    Document(Raw<'a>),
    /// A pseudonym link.
    PseudonymLink(PseudonymLinkLine),
    /// A text of the vault.
    Entry(EntryLine),
    /// A command and its events.
    Command(CommandLine, Vec<Raw<'a>>),
    /// The end, with the number of lines.
    End(u64),
}

impl<'a> BundleLine<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader
            .object("bundle,command,document,end,entry,events,exported_at,known,process,pseudonym_link");
        let line = Self {
            bundle: fields.get(reader),
            command: fields.get(reader),
            document: fields.raw(reader),
            end: fields.get(reader),
            entry: fields.get(reader),
            events: fields.raw_list(reader),
            exported_at: fields.get(reader),
            known: fields.get(reader),
            process: fields.get(reader),
            pseudonym_link: fields.get(reader),
        };
        fields.end(reader);
        line
    }

    fn of(part: Part<'a>) -> Self {
        let mut line = Self::default();
        match part {
            Part::Begin(process, at) => {
                (line.bundle, line.process, line.exported_at) = (Some(FORMAT), Some(process), Some(at));
            }
            Part::Known(known) => line.known = Some(known),
            Part::Document(content) => line.document = Some(content),
            Part::PseudonymLink(link) => line.pseudonym_link = Some(link),
            Part::Entry(entry) => line.entry = Some(entry),
            Part::Command(command, events) => (line.command, line.events) = (Some(command), events),
            Part::End(lines) => line.end = Some(lines),
        }
        line
    }

    /// Exactly one part, with its fields.
    fn into_part(self) -> Result<Part<'a>, Option<u32>> {
        let Self {
            bundle,
            command,
            document,
            end,
            entry,
            events,
            exported_at,
            known,
            process,
            pseudonym_link: link,
        } = self;
        let no_events = events.is_empty();
        if let Some(known) = known {
            let nothing = bundle.is_none() && command.is_none() && document.is_none() && end.is_none();
            let alone =
                nothing && entry.is_none() && exported_at.is_none() && process.is_none() && link.is_none();
            let places = (1..=MOST_PLACES).contains(&known.path.len());
            return if alone && no_events && places { Ok(Part::Known(known)) } else { Err(None) };
        }
        match (bundle, process.zip(exported_at), document, link, entry, command, end) {
            (Some(FORMAT), Some((process, at)), None, None, None, None, None) if no_events => {
                Ok(Part::Begin(process, at))
            }
            (Some(found), _, None, None, None, None, None) if found != FORMAT => Err(Some(found)),
            (None, None, Some(content), None, None, None, None) if no_events => Ok(Part::Document(content)),
            (None, None, None, Some(link), None, None, None) if no_events => Ok(Part::PseudonymLink(link)),
            (None, None, None, None, Some(entry), None, None) if no_events => Ok(Part::Entry(entry)),
            (None, None, None, None, None, Some(command), None) if !no_events => {
                Ok(Part::Command(command, events))
            }
            (None, None, None, None, None, None, Some(lines)) if no_events => Ok(Part::End(lines)),
            _ => Err(None),
        }
    }
}

/// Writes a bundle, line by line.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    lines: u64,
    last: [u8; 32],
}

impl Writer {
    /// Begins a bundle.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes one more line.
    pub fn line(&mut self, part: Part<'_>) {
        let json = json::text(&BundleLine::of(part));
        self.last = next(self.last, &json);
        self.lines = self.lines.saturating_add(1);
        for byte in self.last {
            // Writing into a text cannot fail.
            write!(self.text, "{byte:02x}").ok();
        }
        self.text.push(' ');
        self.text.push_str(&json);
        self.text.push('\n');
    }

    /// Ends the bundle.
    pub fn end(mut self) -> String {
        self.line(Part::End(self.lines));
        self.text
    }
}

fn next(last: [u8; 32], json: &str) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(last);
    hasher.update(json.as_bytes());
    hasher.finalize().into()
}

/// Reads a bundle line by line and passes on the content of each, with its number, as it was written. Whether it is
/// true is for verification of the record.
pub fn read<'a, E: From<BundleFault>>(
    bytes: &'a [u8],
    mut each: impl FnMut(u64, Part<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let malformed = |line, reason: &str| BundleFault::Malformed { line, reason: reason.into() };
    let (mut last, mut number, mut ended) = ([0; 32], 0_u64, false);
    let mut rest = bytes;
    while !rest.is_empty() {
        number = number.saturating_add(1);
        let Some(at) = rest.iter().position(|byte| *byte == b'\n') else {
            return Err(BundleFault::Truncated { line: number.saturating_sub(1) }.into());
        };
        let (line, after) = rest.split_at(at);
        rest = after.get(1..).unwrap_or_default();
        if ended {
            return Err(malformed(number, "something follows after the end").into());
        }
        let text = std::str::from_utf8(line).map_err(|_| BundleFault::Changed { line: number })?;
        let parts =
            text.split_at_checked(HASH).and_then(|(hash, json)| Some((hash, json.strip_prefix(' ')?)));
        let (hash, json) = parts.ok_or_else(|| malformed(number, "it has no hash"))?;
        last = next(last, json);
        let mut expected = [0; HASH];
        if const_hex::encode_to_slice(last, &mut expected).is_err() || expected != hash.as_bytes() {
            return Err(BundleFault::Changed { line: number }.into());
        }
        let line =
            json::read(json, BundleLine::read).map_err(|error| malformed(number, &error.to_string()))?;
        let part = line.into_part().map_err(|found| match found {
            Some(found) => BundleFault::FormatVersion { found },
            None => malformed(number, "it is not a valid line of a bundle"),
        })?;
        match part {
            Part::Begin(..) if number != 1 => return Err(malformed(number, "it begins again").into()),
            begin @ Part::Begin(..) => each(number, begin)?,
            _ if number == 1 => return Err(malformed(number, "a bundle begins with its format").into()),
            Part::End(lines) if lines != number.saturating_sub(1) => {
                return Err(malformed(number, "it gives a wrong number of lines").into());
            }
            Part::End(_) => ended = true,
            other => each(number, other)?,
        }
    }
    if ended { Ok(()) } else { Err(BundleFault::Truncated { line: number }.into()) }
}

/// The fields by which a store finds events. Verification checks everything else in an event.
struct Place {
    at: Timestamp,
    seq: Seq,
    stream: StreamId,
}

impl Place {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut fields = reader.part_of_object("at,seq,stream");
        let place = Self { at: fields.get(reader), seq: fields.get(reader), stream: fields.get(reader) };
        fields.end(reader);
        place
    }
}

/// The events of a command in stored form, and the stream named in the first.
pub fn stored<D: Meaning>(events: &[Raw<'_>]) -> Result<Option<(StreamId, Vec<Stored>)>, InputFault> {
    let mut stream = None;
    let one = |raw: &Raw<'_>| {
        let place = json::read(raw.0, Place::read)?;
        stream.get_or_insert(place.stream);
        let body = raw.0.as_bytes();
        Ok(Stored { seq: place.seq, at: place.at, id: Event::<D>::id_of(body), body: body.into() })
    };
    let stored = events.iter().map(one).collect::<Result<_, InputFault>>()?;
    Ok(stream.map(|stream| (stream, stored)))
}
