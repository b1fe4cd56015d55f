//! Checks without an engine: a bundle is read once and can then be asked.

use interlink_derive::Refusal;
use std::sync::Arc;

use super::documents::kind_of;
use super::engine::{HostQuestion, NOBODY};
use super::fold::apply_consent;
use super::{Document, Documents};
use crate::catalogue::Catalogue;
use crate::check::{Access, Consented, Explanation, ProcessView, Question, Verdict};
use crate::consent::view::ConsentView;
use crate::consent::{self, Asked, ConsentQuestion, ConsentVerdict, PurposeRef, Register};
use crate::governance::GovernanceModel;
use crate::journal::bundle::{Part, read};
use crate::journal::{
    BundleFault, Event, EventData, Fault, FaultKind, Held, OfStream, Seq, Stream, StreamId,
};
use crate::notice::Notice;
use crate::party::{Organisation, Parties};
use crate::problem::Problem;
use crate::process::{Import, Process, Template};
use crate::types::json::{self, Raw, Reader};
use crate::types::{
    Commitment, DocumentId, HostId, InputFault, ItemId, Map, OrganisationId, PersonId, ProcessId, Timestamp,
    Written,
};
use crate::vault::{Entry, Party};

/// Answers questions about one process from its bundle, and does nothing else: no store, no commands, no views.
///
/// Link it in a page or a device that only needs to know who may do what, and why not. It is a fraction of the size of
/// the whole library and gives the same answers as an [`Engine`](super::Engine) that has imported the bundle. It
/// compares every line with its hash; only [`Engine::import_bundle`](super::Engine::import_bundle) verifies that the
/// record is genuine. Without the vault in the bundle nobody is known by a host id, and every check is denied.
///
/// # Examples
///
/// ```
/// use interlink::governance::{GovernanceModel, Permission, Shipped};
/// use interlink::kernel::{Checker, Command, Engine, HostQuestion};
/// let engine = Engine::open("memory:")?;
/// let command = format!(r#"{{
///     "actor": "anna", "at": "2026-03-02T09:00:00.000Z", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
///     "id": "1", "type": "process.create",
///     "data": {{"governance": "{}", "language": "en", "name": {{"en": "A garden"}}}}
/// }}"#, GovernanceModel::shipped(Shipped::C2c).id());
/// let process = engine.execute(&Command::from_json(command.as_bytes())?)?.process().unwrap();
/// let bundle = engine.export_bundle(process, true)?;
///
/// let checker = Checker::read(bundle.as_bytes())?;
/// let (anna, bruno, at) = ("anna".parse()?, "bruno".parse()?, "2026-03-02T10:00:00.000Z".parse()?);
/// let permission = Permission::ItemAdd;
/// let question = HostQuestion { actor: &anna, permission, process, item: None, at };
/// assert!(checker.allows(&question)?);
/// let denied = checker.check(&HostQuestion { actor: &bruno, ..question })?;
/// assert_eq!(denied.reasons[0].code.as_str(), "reason.stranger");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Checker {
    view: ProcessView,
    people: Map<HostId, PersonId>,
    as_of: Timestamp,
}

/// The bundle or the question cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum CheckerFault {
    /// The bundle is malformed.
    #[error(transparent)]
    Bundle(#[from] BundleFault),
    /// An event does not fit its record.
    #[error(transparent)]
    Record(#[from] Fault),
    /// The question is about a process that the bundle does not contain.
    #[error(StreamUnknown, "There is no stream {stream} here.")]
    StreamUnknown(StreamId),
    /// The question is about an item that the process does not have.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown(ItemId),
}

impl From<&CheckerFault> for Problem {
    fn from(fault: &CheckerFault) -> Self {
        match fault {
            CheckerFault::Bundle(fault) => fault.into(),
            CheckerFault::Record(fault) => fault.into(),
            CheckerFault::StreamUnknown(stream) => Self::of(fault.said()).with("stream", stream),
            CheckerFault::ItemUnknown(_) => Self::of(fault.said()).at("/item"),
        }
    }
}

impl Checker {
    /// Reads a bundle.
    ///
    /// # Errors
    /// `bundle.…` with the line, or `record.…` if an event cannot follow those before it.
    pub fn read(bundle: &[u8]) -> Result<Self, CheckerFault> {
        let mut found = Found::default();
        read::<CheckerFault>(bundle, |line, part| {
            found.take(line, part);
            Ok(())
        })?;
        found.fold()
    }

    /// The process of the bundle.
    #[must_use]
    pub fn process(&self) -> ProcessId {
        self.view.process().id()
    }

    /// The `seq` of the last event of the process that it has read.
    #[must_use]
    pub fn seq(&self) -> Seq {
        self.view.seq()
    }

    /// The time as of which its answers are known: later events are not in the bundle. For content that the bundle's
    /// writer had from elsewhere, this is the time at its home. The oldest, if there are several.
    #[must_use]
    pub const fn known_as_of(&self) -> Timestamp {
        self.as_of
    }

    fn ask(&self, question: &HostQuestion<'_>) -> Result<Verdict<'_>, CheckerFault> {
        let HostQuestion { actor, permission, process, item, at } = *question;
        if process != self.process() {
            return Err(CheckerFault::StreamUnknown(process.into()));
        }
        if let Some(item) = item.filter(|item| !self.view.has(Some(*item))) {
            return Err(CheckerFault::ItemUnknown(item));
        }
        Ok(self.view.check(&Question { actor: self.person(actor), permission, item, asset: None, at }))
    }

    fn person(&self, host_id: &HostId) -> PersonId {
        self.people.get(host_id).copied().unwrap_or(NOBODY)
    }

    /// May this person do this here? An unknown person is denied.
    ///
    /// # Errors
    /// `stream.unknown` or `item.unknown` if it is about another process, or an item that the process does not have. A
    /// denial is an answer, not an error.
    pub fn allows(&self, question: &HostQuestion<'_>) -> Result<bool, CheckerFault> {
        Ok(self.ask(question)?.allowed())
    }

    /// May this person do this here, and why or why not?
    ///
    /// # Errors
    /// As for [`allows`](Self::allows).
    pub fn check(&self, question: &HostQuestion<'_>) -> Result<Explanation, CheckerFault> {
        Ok(self.ask(question)?.explain())
    }

    /// May this person's data be processed for this purpose at this moment? An unknown person is answered like one who
    /// has decided nothing.
    pub fn consents(&self, person: &HostId, purpose: &PurposeRef, at: Timestamp) -> ConsentVerdict {
        let question =
            ConsentQuestion { data_subject_id: self.person(person), purpose, asked: Asked::Now(at) };
        self.view.consented.register.check(&question)
    }

    /// The same, with the person's decision and what follows from it.
    #[must_use]
    pub fn consent(&self, person: &HostId, purpose: &PurposeRef, at: Timestamp) -> ConsentView {
        self.view.consented.register.view(self.person(person), purpose, Asked::Now(at))
    }
}

/// The content of a bundle, in any order.
#[derive(Default)]
struct Found<'a> {
    process: Option<ProcessId>,
    as_of: Option<Timestamp>,
    documents: Kept,
    // There may be very many of both, so they are sorted once.
    people: Vec<(HostId, PersonId)>,
    texts: Vec<(Commitment, String)>,
    /// Each with its line.
    events: Vec<(u64, Raw<'a>)>,
}

impl<'a> Found<'a> {
    fn take(&mut self, line: u64, part: Part<'a>) {
        match part {
            Part::Begin(process, at) => (self.process, self.as_of) = (Some(process), Some(at)),
            Part::Known(known) => self.as_of = self.as_of.min(Some(known.as_of)),
            Part::Document(raw) => self.documents.put(raw),
            Part::PseudonymLink(link) => {
                let link = link.into_link();
                if let Some((Party::Person(person), host_id)) = link.map(|link| (link.party, link.host_id)) {
                    self.people.push((host_id, person));
                }
            }
            Part::Entry(entry) => {
                let entry = Entry::from(entry);
                self.texts.push((entry.commitment, entry.text));
            }
            Part::Command(_, events) => self.events.extend(events.into_iter().map(|event| (line, event))),
            Part::End(_) => {}
        }
    }

    fn fold(self) -> Result<Checker, CheckerFault> {
        // A bundle begins with its time.
        let as_of = self.as_of.unwrap_or(Timestamp::MAX);
        let mut states =
            States { found: self.process, texts: self.texts.into_iter().collect(), ..States::default() };
        for (line, Raw(body)) in &self.events {
            let event = Event::read(Event::id_of(body.as_bytes()), body.as_bytes());
            let malformed =
                |fault: InputFault| BundleFault::Malformed { line: *line, reason: fault.to_string() };
            states.take_in(&event.map_err(malformed)?, &self.documents)?;
        }
        let view = states.joined().ok_or_else(|| {
            let reason = "it has no events of its process".into();
            BundleFault::Malformed { line: 1, reason }
        })?;
        Ok(Checker { view, people: self.people.into_iter().collect(), as_of })
    }
}

/// The states made from the events.
#[derive(Default)]
struct States {
    /// The process of which the bundle is.
    found: Option<ProcessId>,
    texts: Map<Commitment, String>,
    register: Register,
    organisations: Map<OrganisationId, Stream<Organisation>>,
    process: Option<Stream<Process>>,
}

impl States {
    fn take_in(&mut self, event: &Event, documents: &Kept) -> Result<(), Fault> {
        match event.head.stream.held() {
            Held::Will(id) => {
                let date_of_birth = match &event.data {
                    EventData::Consent(consent::Event::DateOfBirthRecorded(e)) => {
                        self.texts.get(&e.date_of_birth)
                    }
                    _ => None,
                };
                apply_consent(&mut self.register, id, event, date_of_birth.and_then(|text| text.parse().ok()))
            }
            Held::Organisation(id) => match self.organisations.get_mut(&id) {
                Some(stream) => {
                    follows(stream.seq, event)?;
                    stream.follow(event, documents)
                }
                None => {
                    self.organisations.insert(id, Stream::begin(id, event, documents)?);
                    Ok(())
                }
            },
            Held::Process(id) if self.found == Some(id) => match &mut self.process {
                Some(stream) => {
                    follows(stream.seq, event)?;
                    stream.follow(event, documents)
                }
                None => {
                    self.process = Some(Stream::begin(id, event, documents)?);
                    Ok(())
                }
            },
            Held::Person(id) => {
                if let EventData::Person(data) = &event.data {
                    self.register.apply_person(id, (event.head.seq, event.head.at), data);
                }
                Ok(())
            }
            // Checks in one's own name need neither operators, nor mandates, nor ratings, nor another process.
            Held::Homes | Held::Mandate(_) | Held::Nothing | Held::Rating(_) | Held::Process(_) => Ok(()),
        }
    }

    /// A view of the process, joined with what its checks ask about; `None` if it had no event.
    fn joined(self) -> Option<ProcessView> {
        let Self { mut register, organisations, process, .. } = self;
        let stream = process?;
        let mut parties = Parties::default();
        for (id, organisation) in organisations {
            register.learn(id, organisation.state.notices().all());
            parties.insert(Arc::new(organisation));
        }
        let access = Arc::new(Access::compile(&stream.state, &parties));
        let consented = Arc::new(Consented { register, past: false, heads: Map::new() });
        Some(ProcessView { stream: Arc::new(stream), parties: Arc::new(parties), access, consented })
    }
}

/// Whether an event is the next one of its stream.
fn follows(version: Seq, event: &Event) -> Result<(), Fault> {
    let found = event.head.seq;
    if found == version.next() {
        return Ok(());
    }
    Err(Fault::new(event.head.stream, version.next(), FaultKind::Gap { found }))
}

/// The documents of a bundle, read as far as a check depends on them: models and notices were validated before anything
/// was done under them.
#[derive(Default)]
struct Kept(Map<DocumentId, Document>);

impl Documents for Kept {
    fn document(&self, id: DocumentId) -> Option<Document> {
        self.0.get(&id).cloned()
    }
}

impl Kept {
    /// Keeps a document. An invalid one counts as missing, and whatever relies on it reports that.
    fn put(&mut self, Raw(text): Raw<'_>) {
        if let Some((id, document)) = document(text) {
            self.0.insert(id, document);
        }
    }
}

fn document(text: &str) -> Option<(DocumentId, Document)> {
    let written = Written::before(text.as_bytes());
    let text = Written::content(text.as_bytes()).ok()?;
    let id = written.id;
    let document = match kind_of(text).ok()?.as_ref() {
        "governance_model" => GovernanceModel::unchecked(json::own(text).ok()?, written).into(),
        "template" => Template::written(json::own(text).ok()?, |_| written).ok()?.into(),
        "import" => Import::written(json::own(text).ok()?, |_| written).ok()?.into(),
        "notice" => Notice::unchecked(json::own(text).ok()?, written).into(),
        // A process made from a publication follows the template in it; nothing else of it is needed.
        "publication" => {
            let Raw(template) = member(text, "template", |reader, fields| fields.with(reader, Reader::raw))?;
            let written = Written::before(template.as_bytes());
            Template::written(json::own(template).ok()?, |_| written).ok()?.into()
        }
        // It must be present, but no check depends on its content.
        "catalogue" => {
            let id = member(text, "id", |reader, fields| fields.get(reader))?;
            Catalogue::unread(id, written).into()
        }
        _ => return None,
    };
    Some((id, document))
}

fn member<'a, T>(
    text: &'a str,
    name: &'static str,
    take: impl FnOnce(&mut Reader<'a>, &mut json::Fields) -> T,
) -> Option<T> {
    let read = json::read(text, |reader| {
        let mut fields = reader.part_of_object(name);
        let value = take(reader, &mut fields);
        fields.end(reader);
        value
    });
    read.ok()
}
