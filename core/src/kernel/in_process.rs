//! Events and commands in the stream of a process. A build without the feature `process` has `no_process.rs` in this
//! place.

use super::Refused;
use super::block::{Given, Met, Place, Said};
use super::{Document, Documents};
use crate::catalogue::Catalogue;
use crate::check::ProcessView;
use crate::governance::{GovernanceModel, Shipped};
use crate::journal::EventData;
use crate::mandate::{MandateKind, Principal, ShippedKind};
use crate::notice::Notice;
use crate::problem::Problem;
use crate::process::{Import, Template, TemplateFault};
use crate::types::{DocumentId, HostId, MandateId, PersonId};
use std::sync::Arc;

use crate::{asset, governance, process, requirement, work};

/// An event in the stream of a process, by its block.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfProcess<'a> {
    Process(&'a process::Event),
    Governance(&'a governance::Event),
    Asset(&'a asset::Event),
    Work(&'a work::Event),
    Requirement(&'a requirement::Event),
    /// Changes nothing in a state.
    Redaction,
}

impl EventData {
    /// The same as an event of a process; `None` if it belongs to no process.
    pub(crate) fn of_process(&self) -> Option<OfProcess<'_>> {
        match self.place() {
            Place::Process(event) => Some(event),
            Place::Redacted => Some(OfProcess::Redaction),
            Place::Organisation(_) | Place::Own { .. } => None,
        }
    }
}

/// The mandates that a decision reads: those between the actor and some parties, and some by their ids.
#[derive(Debug)]
pub(crate) struct MandatesNeeded {
    /// The people who act, if known.
    pub(crate) actors: Vec<PersonId>,
    pub(crate) parties: Vec<Principal>,
    pub(crate) ids: Vec<MandateId>,
}

impl MandatesNeeded {
    /// Those by which an actor may act for a principal.
    pub(crate) fn between(met: &Met<'_>, actor: &HostId, principal: &HostId) -> Self {
        let principal = met.party(principal).and_then(Principal::of);
        let actors = met.person(actor).into_iter().collect();
        Self { actors, parties: principal.into_iter().collect(), ids: Vec::new() }
    }
}

impl<'a> Given<'a> {
    /// The process that the command applies to.
    pub(crate) fn process(&self) -> Result<&'a ProcessView, Refused> {
        self.current.process().ok_or_else(|| self.unsuited())
    }
}

impl From<&TemplateFault> for Problem {
    fn from(fault: &TemplateFault) -> Self {
        match fault {
            TemplateFault::Input(fault) => fault.into(),
            TemplateFault::Cycle(cycle) => {
                let keys: Vec<&str> = cycle.steps.iter().map(|(key, _)| key.as_str()).collect();
                Self::of(fault.said()).at("/phases").with("cycle", keys)
            }
        }
    }
}

impl Document {
    /// The notice, if it is one.
    pub(crate) fn notice(self) -> Option<Arc<Notice>> {
        match self {
            Self::Notice(notice) => Some(notice),
            Self::Catalogue(_)
            | Self::Model(_)
            | Self::Import(_)
            | Self::MandateKind(_)
            | Self::Publication(_)
            | Self::Template(_) => None,
        }
    }
}

/// The documents that processes rely on.
impl dyn Documents + '_ {
    pub(crate) fn model(&self, id: DocumentId) -> Option<Arc<GovernanceModel>> {
        match self.document(id)? {
            Document::Model(model) => Some(model),
            Document::Template(_)
            | Document::Catalogue(_)
            | Document::Publication(_)
            | Document::Import(_)
            | Document::Notice(_)
            | Document::MandateKind(_) => None,
        }
    }

    pub(crate) fn template(&self, id: DocumentId) -> Option<Arc<Template>> {
        match self.document(id)? {
            Document::Template(template) => Some(template),
            // A publication contains a template and can be used as one.
            Document::Publication(publication) => Some(Arc::clone(publication.template())),
            Document::Import(import) => import.template().map(Arc::clone),
            Document::Model(_) | Document::Catalogue(_) | Document::Notice(_) | Document::MandateKind(_) => {
                None
            }
        }
    }

    pub(crate) fn catalogue(&self, id: DocumentId) -> Option<Arc<Catalogue>> {
        match self.document(id)? {
            Document::Catalogue(catalogue) => Some(catalogue),
            Document::Model(_)
            | Document::Template(_)
            | Document::Publication(_)
            | Document::Import(_)
            | Document::Notice(_)
            | Document::MandateKind(_) => None,
        }
    }

    pub(crate) fn import(&self, id: DocumentId) -> Option<Arc<Import>> {
        match self.document(id)? {
            Document::Import(import) => Some(import),
            Document::Model(_)
            | Document::Template(_)
            | Document::Catalogue(_)
            | Document::Publication(_)
            | Document::Notice(_)
            | Document::MandateKind(_) => None,
        }
    }
    pub(crate) fn mandate_kind(&self, id: DocumentId) -> Option<Arc<MandateKind>> {
        match self.document(id)? {
            Document::MandateKind(kind) => Some(kind),
            Document::Model(_)
            | Document::Template(_)
            | Document::Catalogue(_)
            | Document::Publication(_)
            | Document::Import(_)
            | Document::Notice(_) => None,
        }
    }
}

/// A document that comes with the library.
pub(super) fn shipped(id: DocumentId) -> Option<Document> {
    Shipped::ALL
        .map(GovernanceModel::shipped)
        .into_iter()
        .find(|model| model.id() == id)
        .map(Document::from)
        .or_else(|| {
            let kinds = ShippedKind::ALL.into_iter().map(MandateKind::shipped);
            kinds.into_iter().find(|kind| kind.id() == id).map(Document::MandateKind)
        })
}
