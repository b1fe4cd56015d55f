//! Kinds of mandates: the document and its validation.

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::{Length, ShippedKind};
use crate::governance::{Permission, PermissionSet};
use crate::problem::Code;
use crate::types::json::{Node, Readable};
use crate::types::{DocumentId, InputFault, Key, Localized, Map, Set, TimeZone, Written, json};

/// The largest number of powers in a kind.
const MOST_POWERS: usize = 512;
/// How often a mandate can be passed on at most.
const MOST_DEPTH: u8 = 8;
/// For how many days a mandate can wait for its acceptance at most.
const MOST_PENDING_DAYS: u32 = 3_660;

/// A form of party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartyForm {
    /// An organisation.
    Organisation,
    /// A person.
    Person,
    /// A team: whoever is in it at the time.
    Team,
}

/// What a mandate lets its holder do with a power. Each is a right of its own: having a power does not include passing
/// it on, and passing it on does not include having it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PowerRight {
    /// An organisation that holds the mandate lets its own people exercise the power, by mandates of its own.
    Assign,
    /// The holder exercises the power.
    Exercise,
    /// The holder passes the power on to another party.
    PassOn,
}

/// A power of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Power {
    /// Its name.
    pub name: Localized,
    /// What it lets the holder do in a process where the principal is permitted to do it.
    #[serde(default, skip_serializing_if = "are_none")]
    pub permissions: PermissionSet,
    /// The rights that a mandate can give in it.
    pub power_rights: Set<PowerRight>,
}

/// Who may perform an act on a mandate, on one side of it. If nothing is set, nobody may.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Whoever acts for this side by an active mandate of one of these kinds, by their codes.
    #[serde(default, skip_serializing_if = "Set::is_empty")]
    pub by_kinds: Set<Key>,
    /// The side itself: the person; the administrators of the organisation; the lead of the team.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub party_itself: bool,
}

/// Whether a mandate may be passed on, if its holder is of one form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PassingOn {
    /// Never.
    #[default]
    Never,
    /// If whoever grants it says so.
    Optional,
    /// Always: a mandate that cannot be passed on cannot be granted.
    Required,
}

/// Whether, how often and to whom mandates of a kind are passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PassOn {
    /// How often in a row: 1 if what was passed on is never passed on again.
    pub depth: u8,
    /// Mandates held by organisations.
    #[serde(default)]
    pub organisation_holders: PassingOn,
    /// Mandates held by persons.
    #[serde(default)]
    pub person_holders: PassingOn,
    /// Mandates held by teams.
    #[serde(default)]
    pub team_holders: PassingOn,
    /// The forms of party that can receive it.
    pub to: Set<PartyForm>,
}

impl PassOn {
    /// The rule for holders of a form.
    #[must_use]
    pub const fn rule(&self, holder: PartyForm) -> PassingOn {
        match holder {
            PartyForm::Organisation => self.organisation_holders,
            PartyForm::Person => self.person_holders,
            PartyForm::Team => self.team_holders,
        }
    }
}

/// Whether a mandate takes effect without its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Acceptance {
    /// The holder accepts it with a code that the principal passed to them outside this record.
    #[serde(rename = "by_code")]
    Code,
    /// The holder accepts it.
    #[serde(rename = "by_holder")]
    Holder,
    /// It takes effect when it is granted.
    None,
}

/// The effect of a wrong code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WrongCode {
    /// The acceptance is refused.
    #[default]
    Refuse,
    /// The mandate is revoked.
    Revoke,
}

/// Whether a mandate has a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EndRule {
    /// It must not have one.
    Forbidden,
    /// It may have one.
    Optional,
    /// It must have one.
    Required,
}

/// Where a mandate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// An electronic attestation that the host verified.
    Attestation,
    /// A decision of a court.
    Court,
    /// A contract of employment.
    Employment,
    /// The principal, or somebody who may grant for them.
    Grant,
    /// The law itself, as for parents.
    Law,
    /// An entry in a public register.
    Register,
}

/// An act on a mandate for which evidence can be required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceFor {
    /// Granting it.
    Grant,
    /// Passing it on.
    PassOn,
    /// Registering it.
    Register,
    /// Renouncing it.
    Renounce,
    /// Requesting it.
    Request,
    /// Revoking it.
    Revoke,
}

/// How many of those who hold a mandate must act together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Together {
    /// At least so many of those who hold a mandate of this kind for the principal; 2 or more.
    AtLeast(u32),
    /// All of them.
    Everybody,
}

/// The word `mandate_kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KindMark {
    /// This document is a kind of mandates.
    MandateKind,
}

/// A kind of mandates as a document. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KindDocument {
    /// Whether a mandate takes effect without its holder.
    pub acceptance: Acceptance,
    /// For how long a mandate holds if its grant does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_length: Option<Length>,
    /// What the kind is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The kind of this document.
    pub document: KindMark,
    /// Whether a mandate has a last day.
    pub end_rule: EndRule,
    /// The acts that need evidence.
    #[serde(default, skip_serializing_if = "Set::is_empty")]
    pub evidence_for: Set<EvidenceFor>,
    /// The forms of party that can hold a mandate.
    pub holder_forms: Set<PartyForm>,
    /// Its code, which all its versions share: `NAMESPACE:CODE`.
    pub kind_code: Key,
    /// The longest time from the first to the last day; without limit if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_length: Option<Length>,
    /// How many days before the mandate begins its holder may look back. It permits no act for that time.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub look_back_days: u32,
    /// Where mandates of this kind come from.
    pub mandate_sources: Set<Source>,
    /// Who may grant a mandate, asked at the principal.
    #[serde(default, skip_serializing_if = "Authority::is_nobody")]
    pub may_grant: Authority,
    /// Who may pass a mandate on, asked at its holder.
    #[serde(default, skip_serializing_if = "Authority::is_nobody")]
    pub may_pass_on: Authority,
    /// Who may renounce a mandate, asked at its holder.
    #[serde(default, skip_serializing_if = "Authority::is_nobody")]
    pub may_renounce: Authority,
    /// Who may revoke, suspend and resume a mandate, asked at the principal.
    #[serde(default, skip_serializing_if = "Authority::is_nobody")]
    pub may_withdraw: Authority,
    /// Its name.
    pub name: Localized,
    /// Whether a mandate can be passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass_on: Option<PassOn>,
    /// After how many days a mandate that nobody accepted expires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending_days: Option<u32>,
    /// The powers, by code: `NAMESPACE:CODE`.
    pub powers: Map<Key, Power>,
    /// The forms of party that can be acted for.
    pub principal_forms: Set<PartyForm>,
    /// Whether the future holder can ask for a mandate, for the principal to accept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub requestable: bool,
    /// Whether an organisation can give itself a mandate, to assign its powers to its people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub self_for_organisations: bool,
    /// The time zone of its days.
    pub time_zone: TimeZone,
    /// How many of its holders must act together, each of them another person; each acts alone if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<Together>,
    /// The version of the document, from 1.
    pub version: u32,
    /// The effect of a wrong code.
    #[serde(default, skip_serializing_if = "WrongCode::is_default")]
    pub wrong_code: WrongCode,
}

fn are_none(permissions: &PermissionSet) -> bool {
    permissions.is_empty()
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl WrongCode {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Authority {
    /// Whether nobody is meant.
    fn is_nobody(&self) -> bool {
        !self.party_itself && self.by_kinds.is_empty()
    }
}

/// A valid kind of mandates, identified by its content.
///
/// # Examples
///
/// ```
/// use interlink::mandate::{MandateKind, ShippedKind};
/// let help = MandateKind::shipped(ShippedKind::NeighbourlyHelp);
/// assert_eq!(help.document().kind_code.as_str(), "interlink:neighbourly-help");
/// assert!(help.document().pass_on.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateKind {
    document: KindDocument,
    written: Written,
}

impl MandateKind {
    /// Reads and checks a kind.
    ///
    /// # Errors
    /// The first fault, with its path: a fault of the JSON parser, or `mandate_kind.invalid`.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        Self::new(node.read()?)
    }

    /// Checks a kind that a program built.
    ///
    /// # Errors
    /// `mandate_kind.invalid` with the path of the first fault.
    pub fn new(document: KindDocument) -> Result<Self, InputFault> {
        Self::written(document, Written::of)
    }

    /// Checks a kind together with its written form.
    pub(crate) fn written(
        document: KindDocument,
        written: impl FnOnce(&KindDocument) -> Written,
    ) -> Result<Self, InputFault> {
        validate(&document)
            .map_err(|(path, message)| InputFault::new(Code::MandateKindInvalid, path, message))?;
        let written = written(&document);
        Ok(Self { document, written })
    }

    /// One of the kinds that ship with the library.
    #[must_use]
    pub fn shipped(which: ShippedKind) -> Arc<Self> {
        static READ: [OnceLock<Arc<MandateKind>>; ShippedKind::ALL.len()] =
            [const { OnceLock::new() }; ShippedKind::ALL.len()];
        let read = || {
            #[expect(clippy::expect_used, reason = "the documents are compiled in and a test reads each")]
            let kind = Self::parse(which.text().as_bytes()).expect("a shipped kind is valid");
            Arc::new(kind)
        };
        READ.get(which as usize).map_or_else(read, |slot| Arc::clone(slot.get_or_init(read)))
    }

    /// The kind as a document.
    #[must_use]
    pub const fn document(&self) -> &KindDocument {
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
}

/// What can be done for somebody else in a process: work. A decision (granting roles, approving, reviewing) stays with
/// those who are entitled to it, so that nobody decides about their own case in another's name.
pub(crate) const REPRESENTABLE: PermissionSet = PermissionSet::of(&[
    Permission::ProcessView,
    Permission::AssetView,
    Permission::TaskStart,
    Permission::TaskComplete,
    Permission::AssetCreate,
    Permission::AssetEdit,
    Permission::ContributionClaim,
]);

fn validate(document: &KindDocument) -> Result<(), (String, String)> {
    let fault = |path: &str, message: &str| Err((path.to_owned(), message.to_owned()));
    if document.version == 0 {
        return fault("/version", "The version must be at least 1.");
    }
    if !is_namespaced(&document.kind_code) {
        return fault("/kind_code", "The code must have a namespace: NAMESPACE:CODE.");
    }
    if document.principal_forms.is_empty() || document.principal_forms.contains(&PartyForm::Team) {
        return fault("/principal_forms", "A mandate is for persons, organisations or both.");
    }
    if document.holder_forms.is_empty() {
        return fault("/holder_forms", "At least one form of party must be able to hold it.");
    }
    if document.mandate_sources.is_empty() {
        return fault("/mandate_sources", "A mandate must come from somewhere.");
    }
    if document.mandate_sources.contains(&Source::Grant) && document.may_grant.is_nobody() {
        return fault("/may_grant", "Somebody must be able to grant what is granted.");
    }
    if document.pending_days.is_some_and(|days| !(1..=MOST_PENDING_DAYS).contains(&days)) {
        return fault("/pending_days", "It must wait for 1 to 3,660 days.");
    }
    if document.end_rule == EndRule::Forbidden
        && (document.default_length.is_some() || document.longest_length.is_some())
    {
        return fault("/end_rule", "A mandate without a last day has no length.");
    }
    if matches!(document.together, Some(Together::AtLeast(0 | 1))) {
        return fault("/together/at_least", "Together, there are at least two.");
    }
    validate_powers(document)?;
    let Some(pass_on) = &document.pass_on else {
        return match document.may_pass_on.is_nobody() {
            true => Ok(()),
            false => fault("/may_pass_on", "The kind does not say how mandates are passed on."),
        };
    };
    if !(1..=MOST_DEPTH).contains(&pass_on.depth) {
        return fault("/pass_on/depth", "A mandate can be passed on 1 to 8 times in a row.");
    }
    if pass_on.to.is_empty() {
        return fault("/pass_on/to", "At least one form of party must be able to receive it.");
    }
    match document.may_pass_on.is_nobody() {
        true => fault("/may_pass_on", "Somebody must be able to pass on what can be passed on."),
        false => Ok(()),
    }
}

fn validate_powers(document: &KindDocument) -> Result<(), (String, String)> {
    if document.powers.is_empty() || document.powers.len() > MOST_POWERS {
        return Err(("/powers".into(), "A kind must have 1 to 512 powers.".into()));
    }
    for (code, power) in &document.powers {
        let path = format!("/powers/{}", json::escape(code.as_str()));
        if !is_namespaced(code) {
            return Err((path, "The code must have a namespace: NAMESPACE:CODE.".into()));
        }
        if power.power_rights.is_empty() {
            return Err((path + "/power_rights", "A power must give a right.".into()));
        }
        if !power.permissions.minus(REPRESENTABLE).is_empty() {
            let message = "Only work can be done for somebody else: a decision stays with those who are entitled to it.";
            return Err((path + "/permissions", message.into()));
        }
        if document.pass_on.is_none() && power.power_rights.contains(&PowerRight::PassOn) {
            return Err((path + "/power_rights", "The kind does not say how mandates are passed on.".into()));
        }
    }
    Ok(())
}

fn is_namespaced(code: &Key) -> bool {
    code.as_str().split_once(':').is_some_and(|(space, code)| !space.is_empty() && !code.is_empty())
}
