//! Kinds of mandates: the document and its validation.

use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::governance::{Permission, PermissionSet};
use crate::problem::Code;
use crate::types::json::{Node, Readable};
use crate::types::{
    Date, DocumentId, InputFault, Key, Localized, Map, Set, TimeZone, ValueFault, Written, as_string, excerpt,
    json, string_schema,
};

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
pub enum Right {
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
    pub rights: Set<Right>,
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
    pub party: bool,
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
    pub organisations: PassingOn,
    /// Mandates held by persons.
    #[serde(default)]
    pub persons: PassingOn,
    /// Mandates held by teams.
    #[serde(default)]
    pub teams: PassingOn,
    /// The forms of party that can receive it.
    pub to: Set<PartyForm>,
}

impl PassOn {
    /// The rule for holders of a form.
    #[must_use]
    pub const fn rule(&self, holder: PartyForm) -> PassingOn {
        match holder {
            PartyForm::Organisation => self.organisations,
            PartyForm::Person => self.persons,
            PartyForm::Team => self.teams,
        }
    }
}

/// Whether a mandate takes effect without its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Acceptance {
    /// The holder accepts it with a code that the principal passed to them outside this record.
    Code,
    /// The holder accepts it.
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

/// A length of civil time in years, months or days, as in ISO 8601: `P3Y`, `P6M`, `P30D`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Length {
    count: u16,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Years,
    Months,
    Days,
}

impl Length {
    /// The same day of the month this much later, or the month's last day if it does not have that day.
    #[must_use]
    pub fn after(self, day: Date) -> Date {
        match self.unit {
            Unit::Years => day.plus_months(self.count.saturating_mul(12)),
            Unit::Months => day.plus_months(self.count),
            Unit::Days => day.plus_days(self.count.into()),
        }
    }
}

impl FromStr for Length {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let unit = match text.bytes().last() {
            Some(b'Y') => Some(Unit::Years),
            Some(b'M') => Some(Unit::Months),
            Some(b'D') => Some(Unit::Days),
            Some(_) | None => None,
        };
        let digits = text.strip_prefix('P').and_then(|rest| rest.get(..rest.len().saturating_sub(1)));
        let plain = |digits: &&str| digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        let count = digits.filter(plain).and_then(|digits| digits.parse().ok());
        match (count, unit) {
            (Some(count @ 1..=5_000), Some(unit)) => Ok(Self { count, unit }),
            (Some(_) | None, _) => Err(ValueFault::new(
                Code::LengthMalformed,
                format!("“{}” is not a length of time like P3Y, P6M or P30D.", excerpt(text)),
            )),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Years => 'Y',
            Unit::Months => 'M',
            Unit::Days => 'D',
        };
        write!(f, "P{}{unit}", self.count)
    }
}

as_string!(Length, Length { count: 1, unit: Unit::Days });
string_schema!(Length, "A length of civil time (ISO 8601): years, months or days.", "pattern": "^P[1-9][0-9]{0,3}[YMD]$");

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
    /// Its code, which all its versions share: `NAMESPACE:CODE`.
    pub code: Key,
    /// For how long a mandate holds if its grant does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_length: Option<Length>,
    /// What the kind is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The kind of this document.
    pub document: KindMark,
    /// Whether a mandate has a last day.
    pub end: EndRule,
    /// The acts that need evidence.
    #[serde(default, skip_serializing_if = "Set::is_empty")]
    pub evidence_for: Set<EvidenceFor>,
    /// The forms of party that can hold a mandate.
    pub holders: Set<PartyForm>,
    /// How many days before the mandate begins its holder may look back. It permits no act for that time.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub look_back_days: u32,
    /// The longest time from the first to the last day; without limit if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_length: Option<Length>,
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
    pub principals: Set<PartyForm>,
    /// Whether the future holder can ask for a mandate, for the principal to accept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub requestable: bool,
    /// Whether an organisation can give itself a mandate, to assign its powers to its people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub self_for_organisations: bool,
    /// Where mandates of this kind come from.
    pub sources: Set<Source>,
    /// The time zone of its days.
    pub time_zone: TimeZone,
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
        !self.party && self.by_kinds.is_empty()
    }
}

/// A valid kind of mandates, identified by its content.
///
/// # Examples
///
/// ```
/// use interlink::mandate::{MandateKind, Right, ShippedKind};
/// let help = MandateKind::shipped(ShippedKind::NeighbourlyHelp);
/// assert_eq!(help.document().code.as_str(), "interlink:neighbourly-help");
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
    if !is_namespaced(&document.code) {
        return fault("/code", "The code must have a namespace: NAMESPACE:CODE.");
    }
    if document.principals.is_empty() || document.principals.contains(&PartyForm::Team) {
        return fault("/principals", "A mandate is for persons, organisations or both.");
    }
    if document.holders.is_empty() {
        return fault("/holders", "At least one form of party must be able to hold it.");
    }
    if document.sources.is_empty() {
        return fault("/sources", "A mandate must come from somewhere.");
    }
    if document.sources.contains(&Source::Grant) && document.may_grant.is_nobody() {
        return fault("/may_grant", "Somebody must be able to grant what is granted.");
    }
    if document.pending_days.is_some_and(|days| !(1..=MOST_PENDING_DAYS).contains(&days)) {
        return fault("/pending_days", "It must wait for 1 to 3,660 days.");
    }
    if document.end == EndRule::Forbidden
        && (document.default_length.is_some() || document.longest_length.is_some())
    {
        return fault("/end", "A mandate without a last day has no length.");
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
        if power.rights.is_empty() {
            return Err((path + "/rights", "A power must give a right.".into()));
        }
        if !power.permissions.minus(REPRESENTABLE).is_empty() {
            let message = "Only work can be done for somebody else: a decision stays with those who are entitled to it.";
            return Err((path + "/permissions", message.into()));
        }
        if document.pass_on.is_none() && power.rights.contains(&Right::PassOn) {
            return Err((path + "/rights", "The kind does not say how mandates are passed on.".into()));
        }
    }
    Ok(())
}

fn is_namespaced(code: &Key) -> bool {
    code.as_str().split_once(':').is_some_and(|(space, code)| !space.is_empty() && !code.is_empty())
}

/// The kinds that ship with the library, as documents that a host can take or change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShippedKind {
    /// The Netherlands: an administrator appointed by a court, with powers by law article and action.
    CourtAdministrator,
    /// An employee who acts for their organisation.
    Employee,
    /// The European Union: a power of attorney of a company.
    EuPowerOfAttorney,
    /// Estonia: a board member who represents the company alone.
    EeBoardMember,
    /// Estonia: whom a board member lets manage the company's mandates.
    EeMandatesManager,
    /// A guardian appointed by a court.
    Guardian,
    /// Italy: receiving notifications for somebody, by a code or at the holder's request.
    ItNotifications,
    /// Latvia: an organisation that acts for a person.
    LvOrganisation,
    /// Somebody who helps a neighbour or a relative.
    NeighbourlyHelp,
    /// Norway: a client's mandate to a facilitator, who passes it on to its people.
    NoClient,
    /// A parent who acts for a child.
    Parent,
    /// Sweden: a mandate of a company by its signatory.
    SeSignatory,
}

impl ShippedKind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::CourtAdministrator,
        Self::Employee,
        Self::EuPowerOfAttorney,
        Self::EeBoardMember,
        Self::EeMandatesManager,
        Self::Guardian,
        Self::ItNotifications,
        Self::LvOrganisation,
        Self::NeighbourlyHelp,
        Self::NoClient,
        Self::Parent,
        Self::SeSignatory,
    ];

    const fn text(self) -> &'static str {
        match self {
            Self::CourtAdministrator => include_str!("kinds/nl-court-administrator.json"),
            Self::Employee => include_str!("kinds/employee.json"),
            Self::EuPowerOfAttorney => include_str!("kinds/eu-power-of-attorney.json"),
            Self::EeBoardMember => include_str!("kinds/ee-board-member.json"),
            Self::EeMandatesManager => include_str!("kinds/ee-mandates-manager.json"),
            Self::Guardian => include_str!("kinds/guardian.json"),
            Self::ItNotifications => include_str!("kinds/it-notifications.json"),
            Self::LvOrganisation => include_str!("kinds/lv-organisation.json"),
            Self::NeighbourlyHelp => include_str!("kinds/neighbourly-help.json"),
            Self::NoClient => include_str!("kinds/no-client.json"),
            Self::Parent => include_str!("kinds/parent.json"),
            Self::SeSignatory => include_str!("kinds/se-signatory.json"),
        }
    }
}
