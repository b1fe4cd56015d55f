//! The process that an import alone would make.

use std::sync::Arc;

use super::{Import, Process, ProcessCreated, ProcessImported};
use crate::governance::{GovernanceModel, Shipped};
use crate::journal::{Head, Seq};
use crate::kernel::{Document, Documents};
use crate::party::StakeholderKind;
use crate::types::{DocumentId, PersonId, ProcessId, Timestamp};

/// An import with a model to view it under.
struct Alone(Arc<Import>, Arc<GovernanceModel>);

impl Documents for Alone {
    fn document(&self, id: DocumentId) -> Option<Document> {
        match () {
            () if id == self.0.id() => Some(Document::Import(Arc::clone(&self.0))),
            () if id == self.1.id() => Some(Document::Model(Arc::clone(&self.1))),
            () => None,
        }
    }
}

impl Process {
    /// The process that an import alone would make, to see what of it the model can represent.
    pub(crate) fn sketch(import: &Arc<Import>) -> Option<Self> {
        let (nobody, at) = (PersonId::from_bytes([0; 16]), Timestamp::from_millis(0).ok()?);
        let id = ProcessId::from_bytes([0; 16]);
        let command = "0".parse().ok()?;
        let head = Head {
            redacted: None,
            salt: None,
            stream: id.into(),
            seq: Seq(1),
            prev: None,
            at,
            made_at: None,
            corrected_from: None,
            actor: nobody,
            on_behalf_of: None,
            mandate_id: None,
            by_mandate_id: None,
            command,
        };
        let model = GovernanceModel::shipped(Shipped::C2c);
        let created = ProcessCreated {
            catalogue: None,
            description: import.document().description.clone(),
            governance: model.id(),
            kind: StakeholderKind::Citizen,
            language: import.document().language,
            left_out: None,
            name: import.document().name.clone(),
            organisation_id: None,
            relied_on: Vec::new(),
            template: import.template().map(|_| import.id()),
        };
        let mut process = Self::begin(id, &head, &created, &Alone(Arc::clone(import), model)).ok()?;
        let people = Vec::new();
        process.take_over(&head, &ProcessImported { import: import.id(), people }, Arc::clone(import))?;
        Some(process)
    }
}
