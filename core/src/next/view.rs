//! What there is to do, as it is shown.

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

/// The type of the command that a step is done by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NextAct(&'static str);

impl NextAct {
    /// Stands behind an act of somebody else.
    pub const APPROVAL_GIVE: Self = Self("approval.give");
    /// Gives whoever asks to take part a role.
    pub const PARTICIPATION_ACCEPT: Self = Self("participation.accept");
    /// Answers a data subject.
    pub const RIGHT_ANSWER: Self = Self("subject_request.answer");
    /// Tells a recipient of data.
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
            let message = format!("“{}” is no command that a step is done by.", excerpt(text));
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
        let description = "The type of the command that a step is done by.";
        schemars::json_schema!({ "type": "string", "description": description, "enum": names })
    }
}

/// Everything that a person can do next, the most urgent first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NextView {
    /// As many as were asked for.
    pub steps: Vec<StepView>,
    /// How many there are in all.
    pub total: u32,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct StepView {
    /// By which command; absent where it is done outside: data that are past their time are deleted by whoever holds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<NextAct>,
    /// Who has to stand behind it, and who does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<ApprovalsView>,
    /// How many open tasks follow one another from here, this one first; 0 where it is no task.
    pub chain: u32,
    /// The purposes that are required here and have no basis.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentLackView>,
    /// The last day for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How many tasks can go on once it is done, that wait for nothing else.
    pub frees: u32,
    /// What kind of step it is.
    pub group: Group,
    /// The three interlinkers that answer its problem profiles best.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interlinkers: Vec<Recommendation>,
    /// The item; the process as a whole, or an organisation, if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What makes it this person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mine: Option<MineView>,
    /// The name of the item, the process or the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ReadText>,
    /// The organisation whose duty it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// Whether it is late.
    pub overdue: bool,
    /// The process.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<ProcessId>,
    /// Whether it can be done now: the command would be taken at that moment.
    pub ready: bool,
    /// What the command is about besides the item.
    pub refers: RefersView,
    /// Since when it is so, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What it waits for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<NextWaitView>,
    /// Why it is here, and what stands against it.
    pub why: Vec<WhyView>,
}

/// What a step's command is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RefersView {
    /// The request for approvals.
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
    /// The item whose being unmet is passed.
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
    /// The request of a data subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<SubjectRequestId>,
    /// The roles that can be given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Key>,
}

/// A reason: its code, a sentence, and its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct WhyView {
    /// The stable code.
    pub code: Code,
    /// What it says, for programs.
    pub facts: FactsView,
    /// The language that the sentence is in, which is not always the one asked for.
    pub language: Language,
    /// What it says, for people.
    pub message: String,
}

/// What a reason says, for programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct FactsView {
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Which day.
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

/// By what something is a person's to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MineBy {
    /// An assignment asks this person.
    Assignment,
    /// An assignment asks a team that this person is in.
    Team,
    /// A role lets this person.
    Role,
}

/// What makes a step a person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MineView {
    /// The assignment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<AssignmentId>,
    /// By what.
    pub by: MineBy,
    /// The role that lets the person do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Key>,
    /// The team that is asked, or that holds the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<PartyName>,
}

/// Who has to stand behind an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalsView {
    /// How many do.
    pub given: u8,
    /// The role whose holders approve.
    pub role: Key,
    /// How many are wanted.
    pub wanted: u8,
    /// Some of those who could still be asked; nobody where the asker may not see who takes part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PartyName>,
}

/// A purpose that is required and has no basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ConsentLackView {
    /// Whether it is about the asker's own data. Of somebody else no more is told than that something is missing.
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
    /// By which command it would go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<NextAct>,
    /// The task that somebody would have to start or complete first, at the root of what it waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<ItemId>,
    /// The item that waits: the step's own, or one that it lies in.
    pub item: ItemId,
    /// Whether there are more people than are named.
    pub more: bool,
    /// The name of what is waited for.
    pub name: ReadText,
    /// What of it.
    pub needs: Needs,
    /// What is waited for.
    pub on: ItemId,
    /// The roles that can do it.
    pub roles: Vec<Key>,
    /// Some of the people who could do it now; nobody where the asker may not see who takes part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PartyName>,
}
