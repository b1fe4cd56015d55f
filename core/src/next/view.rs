//! The views of possible steps.

use std::str::FromStr;

use serde::Serialize;

use super::Group;
use crate::catalogue::Recommendation;
use crate::consent::PurposeRef;
use crate::governance::ActName;
use crate::party::PartyName;
use crate::problem::Code;
use crate::process::Needs;
use crate::types::json::{self, Readable, Reader};
use crate::types::{
    ApprovalId, AssignmentId, ContributionId, Date, ItemId, Key, Language, OrganisationId, ParticipationId,
    ProcessId, ReadText, RequirementId, SubjectRequestId, Timestamp, ValueFault, excerpt,
};

/// The type of the command by which a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NextAct(&'static str);

impl NextAct {
    /// Approves another person's act.
    pub const APPROVAL_GIVE: Self = Self("approval.give");
    /// Accepts a request to take part by granting a role.
    pub const PARTICIPATION_ACCEPT: Self = Self("participation.accept");
    /// Answers a subject request.
    pub const RIGHT_ANSWER: Self = Self("subject_request.answer");
    /// Notifies a recipient of data.
    pub const RECIPIENT_TELL: Self = Self("recipient.notify");
    /// Asks for a consent.
    pub const CONSENT_REQUEST: Self = Self("consent.request");

    const OTHERS: [Self; 5] = [
        Self::APPROVAL_GIVE,
        Self::PARTICIPATION_ACCEPT,
        Self::RIGHT_ANSWER,
        Self::RECIPIENT_TELL,
        Self::CONSENT_REQUEST,
    ];

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OTHERS.into_iter().chain(ActName::ALL.iter().copied().map(Self::from))
    }

    /// The type of the command.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl From<ActName> for NextAct {
    fn from(name: ActName) -> Self {
        Self(name.as_str())
    }
}

impl FromStr for NextAct {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        Self::all().find(|act| act.as_str() == text).ok_or_else(|| {
            let message = format!("“{}” is not a command for a step.", excerpt(text));
            ValueFault::new(Code::JsonUnknownVariant, message)
        })
    }
}

impl Readable for NextAct {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.parsed(|| Self::APPROVAL_GIVE)
    }
}

json::deserialized!(NextAct);

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for NextAct {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NextAct".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<&str> = Self::all().map(Self::as_str).collect();
        let description = "The type of the command by which a step is done.";
        schemars::json_schema!({ "type": "string", "description": description, "enum": names })
    }
}

/// Everything that a person can do next, the most urgent first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NextView {
    /// As many as were asked for.
    pub steps: Vec<StepView>,
    /// The total number of steps.
    pub total: u32,
}

/// A possible step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct StepView {
    /// The command; absent if it is done outside the library: expired data are deleted by whoever stores them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<NextAct>,
    /// Which approvals are needed, and which are given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<ApprovalsView>,
    /// The length of the longest chain of open tasks that begins here, this one included; 0 if it is not a task.
    pub chain: u32,
    /// The purposes required here that have no legal basis.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentLackView>,
    /// The last day for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How many tasks can continue once it is done because they wait for nothing else.
    pub frees: u32,
    /// Its kind.
    pub group: Group,
    /// The three interlinkers that answer its problem profiles best.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interlinkers: Vec<Recommendation>,
    /// The item; the process as a whole, or an organisation, if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Why it is this person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mine: Option<MineView>,
    /// The name of the item, the process or the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ReadText>,
    /// The organisation whose obligation it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// Whether it is late.
    pub overdue: bool,
    /// The process.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<ProcessId>,
    /// Whether it can be done now: the command would be accepted at that moment.
    pub ready: bool,
    /// Why it is listed, and what prevents it.
    pub reasons: Vec<NextReasonView>,
    /// What the command refers to besides the item.
    pub refers: RefersView,
    /// Since when it applies, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What it waits for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<NextWaitView>,
}

/// What a step's command refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RefersView {
    /// The request for approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<ApprovalId>,
    /// The assignment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<AssignmentId>,
    /// The contribution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<ContributionId>,
    /// The person whose data it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_subject: Option<PartyName>,
    /// The item whose unmet prerequisite is waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// The request to take part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participation: Option<ParticipationId>,
    /// The purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
    /// The recipient, by its name in the notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Key>,
    /// The subject request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<SubjectRequestId>,
    /// The roles that can be granted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Key>,
}

/// A reason: its code, a sentence, and its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NextReasonView {
    /// The stable code.
    pub code: Code,
    /// The facts of the reason, for programs.
    pub facts: FactsView,
    /// The language of the sentence, which may not be the one asked for.
    pub language: Language,
    /// The sentence.
    pub message: String,
}

/// The facts of a reason, for programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct FactsView {
    /// A number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// A day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The item that waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The item that is waited for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// The purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<PurposeRef>,
    /// The role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Key>,
}

/// Why something is a person's to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MineBy {
    /// It is assigned to this person.
    Assignment,
    /// It is assigned to a team of this person.
    Team,
    /// A role permits it.
    Role,
}

/// Why a step is a person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MineView {
    /// The assignment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<AssignmentId>,
    /// The reason.
    pub by: MineBy,
    /// The role that permits it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Key>,
    /// The team to which it is assigned, or that holds the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<PartyName>,
}

/// The approvals that an act needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalsView {
    /// How many were given.
    pub given: u8,
    /// The role whose holders approve.
    pub role: Key,
    /// How many are needed.
    pub wanted: u8,
    /// Some of the people who could still approve; empty if the asker may not see who takes part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PartyName>,
}

/// A required purpose without a legal basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ConsentLackView {
    /// Whether it is about the asker's own data. For another person, no more is shown than that something is missing.
    pub own: bool,
    /// The purpose.
    pub purpose: PurposeRef,
    /// The requirement.
    pub requirement: RequirementId,
}

/// Something that a step waits for, and who could end the waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NextWaitView {
    /// The command that would end it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<NextAct>,
    /// The task that would have to be started or completed first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<ItemId>,
    /// The item that waits: the step's own, or a parent of it.
    pub item: ItemId,
    /// Whether there are more people than those named.
    pub more: bool,
    /// The name of the item waited for.
    pub name: ReadText,
    /// The status waited for.
    pub needs: Needs,
    /// The item waited for.
    pub on: ItemId,
    /// The roles that can do it.
    pub roles: Vec<Key>,
    /// Some of the people who could do it now; empty if the asker may not see who takes part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PartyName>,
}
