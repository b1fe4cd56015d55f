//! Governance models: the document, its validation, and the four that ship.

use crate::types::{Map, Set, Written};
use std::sync::{Arc, OnceLock};

use crate::types::json::Readable;
use serde::Serialize;

use super::{Permission, PermissionSet};
use crate::party::StakeholderKind;
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{DocumentId, InputFault, Key, Localized, json};

/// The largest number of roles in a model.
const MOST_ROLES: usize = 64;
/// The largest number of approvals that a rule can require.
const MOST_APPROVALS: u8 = 10;

/// A governance model was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ModelFault(InputFault);

impl ModelFault {
    /// The fault, with its code and its path in the document.
    #[must_use]
    pub const fn fault(&self) -> &InputFault {
        &self.0
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code()
    }

    pub(crate) fn said(&self) -> interlink_values::wording::Said {
        self.0.said()
    }
}

/// Whether a kind of prerequisite blocks work or only causes a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Enforcement {
    /// Work cannot begin until the prerequisite is met or waived.
    Enforced,
    /// Work can begin; the record says which prerequisites were unmet.
    Warned,
}

/// How a model treats the two kinds of prerequisite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PrerequisitePolicy {
    /// Those that only give an order (`previous`).
    pub previous: Enforcement,
    /// Those that wait for another item to reach a status.
    pub status: Enforcement,
}

/// A role: a named set of permissions, and who may hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleDefinition {
    /// What the role is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The stakeholder kinds that may hold it.
    pub holders: Set<StakeholderKind>,
    /// Its name.
    pub name: Localized,
    /// What it permits.
    pub permissions: PermissionSet,
}

/// An act that others must approve first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalRule {
    /// The role whose holders must approve the act.
    pub by: Key,
    /// How many must approve it; the actor counts as one if they hold the role and did not grant it to themselves.
    pub count: u8,
    /// The act.
    pub permission: Permission,
}

/// A governance model as a document. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelDocument {
    /// Which acts need whose approval.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<ApprovalRule>,
    /// What the model is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The kind of this document.
    pub document: ModelMark,
    /// The role that the creator of a process receives. It must administer the process.
    pub founder: Key,
    /// The model's name for programs, shared by all its versions.
    pub id: Key,
    /// The model's name for people.
    pub name: Localized,
    /// Whether prerequisites are enforced.
    pub prerequisites: PrerequisitePolicy,
    /// The roles.
    pub roles: Map<Key, RoleDefinition>,
    /// The version of the model, from 1.
    pub version: u32,
    /// The rules for work and credit.
    #[serde(default, skip_serializing_if = "WorkPolicy::is_default")]
    pub work: WorkPolicy,
}

/// The rules for work and credit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkPolicy {
    /// Whether the first asset of an awaiting task starts the task.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asset_starts_task: bool,
    /// Whether people may review their own contributions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub self_review: bool,
}

impl WorkPolicy {
    /// Whether it is the default.
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// The word `governance_model`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ModelMark {
    /// This document is a governance model.
    GovernanceModel,
}

/// A valid governance model, identified by its content.
///
/// # Examples
///
/// ```
/// use interlink::governance::{GovernanceModel, Permission, Shipped};
/// use interlink::party::StakeholderKind;
/// let model = GovernanceModel::shipped(Shipped::C2g);
/// let contributor = model.document().roles.get("contributor").ok_or("there is no such role")?;
/// assert!(contributor.holders.contains(&StakeholderKind::Citizen));
/// assert!(!contributor.permissions.contains(Permission::TaskComplete));
/// # Ok::<_, &str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GovernanceModel {
    document: ModelDocument,
    written: Written,
    asks_approval_of: PermissionSet,
}

impl GovernanceModel {
    /// Reads and checks a model.
    ///
    /// # Errors
    /// The first fault, with its path: a fault of the JSON parser, or `governance_model.invalid`.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES).map_err(ModelFault)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, ModelFault> {
        Self::new(node.read().map_err(ModelFault)?)
    }

    /// Checks a model that a program built.
    ///
    /// # Errors
    /// `governance_model.invalid` with the path of the first fault.
    pub fn new(document: ModelDocument) -> Result<Self, ModelFault> {
        Self::written(document, Written::of)
    }

    /// Checks a model together with its written form.
    pub(crate) fn written(
        document: ModelDocument,
        written: impl FnOnce(&ModelDocument) -> Written,
    ) -> Result<Self, ModelFault> {
        validate(&document)
            .map_err(|(path, message)| ModelFault(InputFault::new(Code::ModelInvalid, path, message)))?;
        let written = written(&document);
        Ok(Self::unchecked(document, written))
    }

    /// A model that was checked before.
    pub(crate) fn unchecked(document: ModelDocument, written: Written) -> Self {
        let asks_approval_of = document.approvals.iter().map(|rule| rule.permission).collect();
        Self { document, written, asks_approval_of }
    }

    /// One of INTERLINK's four models.
    #[must_use]
    pub fn shipped(which: Shipped) -> Arc<Self> {
        static READ: [OnceLock<Arc<GovernanceModel>>; 4] = [const { OnceLock::new() }; 4];
        let read = || {
            #[expect(clippy::expect_used, reason = "the documents are compiled in and a test reads each")]
            let model = Self::parse(which.text().as_bytes()).expect("a shipped model is valid");
            Arc::new(model)
        };
        READ.get(which as usize).map_or_else(read, |slot| Arc::clone(slot.get_or_init(read)))
    }

    /// The model as a document.
    #[must_use]
    pub const fn document(&self) -> &ModelDocument {
        &self.document
    }

    /// The SHA-256 of its canonical JSON.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.written.id
    }

    /// Its canonical JSON.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.written.bytes
    }

    pub(crate) fn role(&self, role: &Key) -> Option<&RoleDefinition> {
        self.document.roles.get(role)
    }

    /// The acts that need anybody's approval.
    pub(crate) const fn asks_approval_of(&self) -> PermissionSet {
        self.asks_approval_of
    }

    /// How many approvals of which roles an act needs.
    pub(crate) fn approvals_for(&self, permission: Permission) -> impl Iterator<Item = &ApprovalRule> {
        self.document.approvals.iter().filter(move |rule| rule.permission == permission)
    }
}

fn validate(document: &ModelDocument) -> Result<(), (String, String)> {
    let fault = |path: String, message: &str| Err((path, message.to_owned()));
    if document.version == 0 {
        return fault("/version".into(), "The version must be at least 1.");
    }
    if document.roles.is_empty() || document.roles.len() > MOST_ROLES {
        return fault("/roles".into(), "A model must have 1 to 64 roles.");
    }
    for (key, role) in &document.roles {
        let path = |field: &str| format!("/roles/{}/{field}", json::escape(key.as_str()));
        if role.holders.is_empty() {
            return fault(path("holders"), "At least one stakeholder kind must be able to hold the role.");
        }
        if role.permissions.is_empty() {
            return fault(path("permissions"), "A role must permit something.");
        }
    }
    match document.roles.get(&document.founder) {
        None => return fault("/founder".into(), "The founder's role must be one of the roles."),
        Some(role) if !role.permissions.contains(Permission::ProcessAdminister) => {
            return fault("/founder".into(), "The founder's role must permit process.administer.");
        }
        Some(_) => {}
    }
    for (at, rule) in document.approvals.iter().enumerate() {
        if !document.roles.contains_key(&rule.by) {
            return fault(format!("/approvals/{at}/by"), "The approving role must be one of the roles.");
        }
        if !(1..=MOST_APPROVALS).contains(&rule.count) {
            return fault(format!("/approvals/{at}/count"), "A rule must require 1 to 10 approvals.");
        }
        let same = |other: &&ApprovalRule| other.permission == rule.permission && other.by == rule.by;
        if document.approvals.iter().filter(same).count() > 1 {
            return fault(format!("/approvals/{at}"), "Two rules name the same act and the same role.");
        }
    }
    Ok(())
}

/// The four governance models that INTERLINK describes, as documents of this library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shipped {
    /// Citizen sourcing: government designs and delivers, citizens contribute.
    C2g,
    /// Public-civil partnership: power and responsibility are shared.
    GPlusG,
    /// Government as a platform: citizens and private actors deliver within the government's framework.
    G2c,
    /// Self-organisation: citizens organise themselves, government at most facilitates.
    C2c,
}

impl Shipped {
    /// All models.
    pub const ALL: [Self; 4] = [Self::C2g, Self::GPlusG, Self::G2c, Self::C2c];

    const fn text(self) -> &'static str {
        match self {
            Self::C2g => include_str!("models/c2g.json"),
            Self::GPlusG => include_str!("models/g+g.json"),
            Self::G2c => include_str!("models/g2c.json"),
            Self::C2c => include_str!("models/c2c.json"),
        }
    }
}
