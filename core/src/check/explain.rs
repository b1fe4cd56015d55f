//! Why an act is allowed or denied: which grant, which restriction, which prerequisite, or what was missing.

use std::fmt;
use std::ops::ControlFlow;

use interlink_derive::Refusal;
use serde::Serialize;

use super::access::{PersonAccess, TeamAccess};
use super::legs::Obstacle;
use super::{MissingConsent, ProcessView, Question};
use crate::consent::{ConsentReason, PurposeRef};
use crate::governance::rule::{AccessRule, Ruling, ScopePath, Source, standing};
use crate::governance::{ApprovalRule, Enforcement, Permission};
use crate::mandate::view::MandateAnswer;
use crate::mandate::{Dimension, LinkFault, Unrepresented};
use crate::problem::{Code, Problem};
use crate::process::{Item, Ix, Needs, Status, Unmet};
use crate::types::json::{Readable, Reader};
use crate::types::{
    Commitment, Date, GrantId, ItemId, Json, Key, Language, PersonId, RequirementId, RestrictionId, TeamId,
    Timestamp, ValueFault, json, shown,
};
use interlink_values::wording::{AsFact, Aside, Fact, Said};

/// A grant, as a reason names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct GrantWord {
    /// The grant.
    pub grant: GrantId,
    /// The role.
    pub role: Key,
    /// The item on and below which it applies; the whole process if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The team that holds it; the person if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
}

/// One reason why an act is allowed or denied. In JSON: a code, a sentence and its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Reason {
    /// The person administers the process.
    Administrator(GrantWord),
    /// A grant allows it.
    Granted(GrantWord),
    /// A restriction denies it.
    Restricted {
        /// The restriction.
        restriction: RestrictionId,
        /// The item on and below which it applies; the whole process if absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// The reason for the restriction: a commitment to a text in the vault.
        grounds: Commitment,
    },
    /// The person has no role in this process.
    Stranger {},
    /// The person has roles here, but none with this permission.
    NoGrant {
        /// The roles that have it.
        roles: Vec<Key>,
    },
    /// A grant allowed it until the grant ended.
    GrantEnded {
        /// The grant.
        #[serde(flatten)]
        word: GrantWord,
        /// When it ended.
        ended: Timestamp,
    },
    /// A grant begins later.
    GrantNotYet {
        /// The grant.
        #[serde(flatten)]
        word: GrantWord,
        /// When it begins.
        from: Timestamp,
    },
    /// A grant allows it elsewhere.
    GrantElsewhere(GrantWord),
    /// A team may do it, but the person is not in it at that time.
    NotInTeam(GrantWord),
    /// The process is closed.
    ProcessClosed {
        /// When it was closed.
        closed: Timestamp,
    },
    /// The item, or something above it, is disabled.
    ItemDisabled {
        /// The item that was disabled.
        item: ItemId,
    },
    /// A prerequisite is unmet.
    WaitsFor {
        /// The unmet prerequisite.
        #[serde(flatten)]
        unmet: Unmet,
        /// The status of the item that is waited for.
        status: Status,
    },
    /// The act does not have enough approvals.
    ApprovalMissing {
        /// The role whose holders approve.
        role: Key,
        /// How many are needed.
        needed: u8,
        /// How many there are.
        given: u8,
    },
    /// The actor has no mandate to act for the person.
    MandateMissing {},
    /// A mandate to act for the person does not reach so far.
    MandateNotReaching(LinkFault),
    /// Nobody can do this in the name of somebody else.
    NotRepresentable {},
    /// The actor is restricted here, and cannot act in another's name either.
    ActorRestricted {},
    /// A person's data may not be processed for a required purpose.
    NoBasis {
        /// The purpose.
        #[serde(flatten)]
        purpose: PurposeRef,
        /// The requirement.
        requirement: RequirementId,
        /// The data subject.
        data_subject_id: PersonId,
        /// The reason.
        reason: ConsentReason,
    },
}

/// A reason with its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Explained {
    /// The stable code of the reason.
    pub code: Code,
    /// The sentence, for people.
    pub message: String,
    /// The facts, for programs.
    pub facts: Reason,
    /// The language of the message, if one was requested: the nearest available.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The sentence as data, to be rendered in another language.
    #[serde(skip)]
    pub(crate) said: Aside<Said>,
}

impl Explained {
    fn new(facts: Reason, told: &Told) -> Self {
        let said = told.said();
        Self { code: said.code(), message: said.to_string(), facts, language: None, said: said.into() }
    }
}

/// Reads the facts of an object with these members, in their order.
macro_rules! facts {
    ($reader:ident, $first:ident $($more:ident)* => $made:expr) => {{
        let mut fields = $reader.object(concat!(stringify!($first) $(, ",", stringify!($more))*));
        let $first = fields.get($reader);
        $(let $more = fields.get($reader);)*
        fields.end($reader);
        $made
    }};
}

impl Reason {
    /// Reads the facts beside a code: the code determines which reason they belong to.
    fn read(code: Code, reader: &mut Reader<'_>) -> Self {
        match code {
            Code::ReasonAdministrator => Self::Administrator(Readable::read(reader)),
            Code::ReasonGranted => Self::Granted(Readable::read(reader)),
            Code::ReasonRestricted => facts!(reader, grounds item restriction =>
                Self::Restricted { restriction, item, grounds }),
            Code::ReasonStranger => {
                reader.object("").end(reader);
                Self::Stranger {}
            }
            Code::ReasonNoGrant => facts!(reader, roles => Self::NoGrant { roles }),
            Code::ReasonGrantEnded => facts!(reader, ended grant item role team_id =>
                Self::GrantEnded { word: GrantWord { grant, role, item, team_id }, ended }),
            Code::ReasonGrantNotYet => facts!(reader, from grant item role team_id =>
                Self::GrantNotYet { word: GrantWord { grant, role, item, team_id }, from }),
            Code::ReasonGrantElsewhere => Self::GrantElsewhere(Readable::read(reader)),
            Code::ReasonNotInTeam => Self::NotInTeam(Readable::read(reader)),
            Code::ReasonProcessClosed => facts!(reader, closed => Self::ProcessClosed { closed }),
            Code::ReasonItemDisabled => facts!(reader, item => Self::ItemDisabled { item }),
            Code::ReasonWaitsFor => facts!(reader, item needs on status =>
                Self::WaitsFor { unmet: Unmet { item, needs, on }, status }),
            Code::ReasonApprovalMissing => facts!(reader, given needed role =>
                Self::ApprovalMissing { role, needed, given }),
            Code::ReasonMandateMissing => {
                reader.object("").end(reader);
                Self::MandateMissing {}
            }
            Code::ReasonMandateNotReaching => Self::MandateNotReaching(Readable::read(reader)),
            Code::ReasonNotRepresentable => {
                reader.object("").end(reader);
                Self::NotRepresentable {}
            }
            Code::ReasonActorRestricted => {
                reader.object("").end(reader);
                Self::ActorRestricted {}
            }
            Code::ReasonNoBasis => {
                facts!(reader, data_subject_id organisation_id purpose reason requirement =>
                Self::NoBasis { purpose: PurposeRef { organisation_id, purpose }, requirement, data_subject_id, reason })
            }
            other => {
                let message = format!("“{other}” is not the code of a reason that this version knows.");
                reader.refuse(reader.at(), &ValueFault::new(Code::JsonUnknownVariant, message));
                Self::Stranger {}
            }
        }
    }
}

impl Readable for Explained {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut fields = reader.object("code,facts,language,message");
        let code: Code = fields.get(reader);
        let facts = fields.with(reader, |reader| Reason::read(code, reader));
        let (language, message) = (fields.get(reader), fields.get(reader));
        fields.end(reader);
        Self { code, message, facts, language, said: Aside::none() }
    }
}

json::deserialized!(Explained);

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The answer to a question, with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The permission in question.
    pub permission: Permission,
    /// The item; the process as a whole if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The moment that the answer is for.
    pub at: Timestamp,
    /// For whom the actor would act, and by which mandates; absent for an act in their own name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub representation: Option<Box<MandateAnswer>>,
    /// If allowed, the grant that allows it; if denied, everything that prevents it.
    pub reasons: Vec<Explained>,
    /// Prerequisites that are unmet and only cause a warning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Explained>,
}

impl Explanation {
    /// As JSON, with the same bytes in every programming language.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(self)
    }
}

/// A command was refused because its actor may not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said())]
pub struct Denied(pub(crate) Explanation);

impl Denied {
    /// Everything that prevents it.
    #[must_use]
    pub const fn explanation(&self) -> &Explanation {
        &self.0
    }

    pub(crate) fn reasons(&self) -> &[Explained] {
        &self.0.reasons
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::PermissionDenied
    }

    pub(crate) fn said(&self) -> Said {
        let fact = |reason: &Explained| {
            reason.said.get().map_or_else(|| Fact::Plain(reason.message.clone()), AsFact::fact)
        };
        let reasons = self.0.reasons.iter().map(fact).collect();
        Told::Denied { permission: self.0.permission, reasons: Fact::List(" ", reasons) }.said()
    }
}

impl From<&Denied> for Problem {
    fn from(denied: &Denied) -> Self {
        let mut problem = Self::of(denied.said()).at("/actor");
        problem.reasons = denied.0.reasons.iter().map(Json::of).collect();
        problem.explained.clone_from(&denied.0.reasons);
        problem.with("permission", denied.0.permission)
    }
}

/// Walks all steps of the check and collects the reasons.
pub(super) fn explain(view: &ProcessView, question: &Question) -> Explanation {
    let explainer = Explainer { view, question };
    let (mut reasons, mut warnings) = (Vec::new(), Vec::new());
    let walked = view.legs(question, |obstacle| {
        explainer.meet(obstacle, &mut reasons);
        ControlFlow::Continue(())
    });
    let word = walked.continue_value().flatten();
    if let Some((Some(ix), _)) = view.target(question).filter(|_| question.permission.is_work()) {
        warnings.extend(view.unmet(ix, Enforcement::Warned).map(|unmet| explainer.waits(unmet)));
    }
    let allowed = reasons.is_empty() && word.is_some();
    if let Some(word) = word.filter(|_| allowed) {
        let grant = explainer.grant_word(&word.line, word.team);
        reasons.extend(grant.map(if word.as_administrator {
            Reason::Administrator
        } else {
            Reason::Granted
        }));
    }
    Explanation {
        allowed,
        permission: question.permission,
        item: question.item,
        at: question.at,
        representation: None,
        reasons: explainer.explained(reasons),
        warnings: explainer.explained(warnings),
    }
}

impl From<MissingConsent<'_>> for Reason {
    fn from(lack: MissingConsent<'_>) -> Self {
        let (purpose, requirement) = (lack.requirement.purpose.clone(), lack.requirement.id);
        Self::NoBasis { purpose, requirement, data_subject_id: lack.subject, reason: lack.why }
    }
}

/// The answer for an act in the name of the person that the question asks about, and what keeps the actor from it.
pub(crate) fn represented(
    view: &ProcessView,
    question: &Question,
    answer: MandateAnswer,
    refused: Option<Unrepresented>,
) -> Explanation {
    let mut explanation = explain(view, question);
    if let Some(refused) = refused {
        let reasons = match refused {
            Unrepresented::NotReaching { faults, .. } => {
                faults.into_iter().map(Reason::MandateNotReaching).collect()
            }
            Unrepresented::NotRepresentable | Unrepresented::NotForOrganisation | Unrepresented::ToItself => {
                vec![Reason::NotRepresentable {}]
            }
            Unrepresented::ActorRestricted => vec![Reason::ActorRestricted {}],
            Unrepresented::None => vec![Reason::MandateMissing {}],
        };
        if explanation.allowed {
            explanation.reasons.clear();
        }
        // The mandate comes before what the person may do.
        let mut all = Explainer { view, question }.explained(reasons);
        all.append(&mut explanation.reasons);
        (explanation.allowed, explanation.reasons) = (false, all);
    }
    explanation.representation = Some(Box::new(answer));
    explanation
}

/// Somebody cannot be assigned here, because a required purpose lacks a lawful basis.
pub(crate) fn cannot_be_asked(
    view: &ProcessView,
    question: &Question,
    lacks: Vec<MissingConsent<'_>>,
) -> Denied {
    denied(view, question, lacks.into_iter().map(Reason::from).collect())
}

/// An act does not have enough approvals.
pub(super) fn not_approved(
    view: &ProcessView,
    question: &Question,
    behind: Vec<(&ApprovalRule, u8)>,
) -> Denied {
    denied(view, question, missing(behind))
}

/// The missing approvals.
fn missing(behind: Vec<(&ApprovalRule, u8)>) -> Vec<Reason> {
    let missing = behind.into_iter().filter(|(rule, given)| *given < rule.count);
    missing.map(|(rule, given)| unapproved(rule, given)).collect()
}

fn unapproved(rule: &ApprovalRule, given: u8) -> Reason {
    Reason::ApprovalMissing { role: rule.by.clone(), needed: rule.count, given }
}

fn denied(view: &ProcessView, question: &Question, reasons: Vec<Reason>) -> Denied {
    let explainer = Explainer { view, question };
    Denied(Explanation {
        allowed: false,
        permission: question.permission,
        item: question.item,
        at: question.at,
        representation: None,
        reasons: explainer.explained(reasons),
        warnings: Vec::new(),
    })
}

struct Explainer<'a> {
    view: &'a ProcessView,
    question: &'a Question,
}

impl Explainer<'_> {
    /// Why the permission rule denies it: the restriction, or the grants that come nearest.
    fn no_word(&self, path: &ScopePath) -> Vec<Reason> {
        let Question { actor, permission, at, .. } = *self.question;
        let Some(person) = self.view.access.person(actor) else { return vec![Reason::Stranger {}] };
        if let Ruling::Restricted(line) = self.view.access.ruling(person, path, permission, at) {
            return self.restricted(&line).into_iter().collect();
        }
        let mut near: Vec<Reason> = self.near_misses(person, path);
        if near.is_empty() {
            let roles = &self.view.process().governance().model().document().roles;
            let roles = roles.iter().filter(|(_, role)| role.permissions.contains(permission));
            near.push(Reason::NoGrant { roles: roles.map(|(key, _)| key.clone()).collect() });
        }
        near
    }

    fn restricted(&self, line: &AccessRule) -> Option<Reason> {
        let Source::Restriction(nth) = line.source else { return None };
        let restriction = self.view.process().governance().restriction_at(nth)?;
        Some(Reason::Restricted {
            restriction: restriction.id,
            item: restriction.item,
            grounds: restriction.reason,
        })
    }

    /// Grants that have the permission but at another time, elsewhere, or for a team that the person is not in.
    fn near_misses(&self, person: &PersonAccess, path: &ScopePath) -> Vec<Reason> {
        let access = &self.view.access;
        let Question { permission, at, .. } = *self.question;
        let mut reasons = Vec::new();
        let mut consider = |lines: &[AccessRule], team: Option<&TeamAccess>| {
            for line in lines.iter().filter(|line| line.permissions.contains(permission)) {
                let Some(word) = self.grant_word(line, team) else { continue };
                reasons.push(match () {
                    () if !path.leads_through(line) => Reason::GrantElsewhere(word),
                    () if at < line.from => Reason::GrantNotYet { word, from: line.from },
                    () if at >= line.until => Reason::GrantEnded { word, ended: line.until },
                    () => continue,
                });
            }
        };
        consider(access.lines(&person.own), None);
        access.teams_of(person, at).for_each(|team| consider(access.lines(&team.lines), Some(team)));
        let absent = access.memberships(person).iter().filter(|membership| !membership.holds_at(at));
        let present: Vec<TeamId> = access.teams_of(person, at).map(|team| team.id).collect();
        for team in absent.filter_map(|membership| access.teams().get(membership.team)) {
            let lines = access.lines(&team.lines);
            if let crate::governance::rule::Standing::Allowed(line) = standing(lines, path, permission, at)
                && !present.contains(&team.id)
            {
                reasons.extend(self.grant_word(&line, Some(team)).map(Reason::NotInTeam));
            }
        }
        reasons.dedup();
        reasons
    }

    fn grant_word(&self, line: &AccessRule, team: Option<&TeamAccess>) -> Option<GrantWord> {
        let Source::Grant(nth) = line.source else { return None };
        let grant = self.view.process().governance().grant_at(nth)?;
        let team = team.map(|team| team.id);
        Some(GrantWord { grant: grant.id, role: grant.role.clone(), item: grant.item, team_id: team })
    }

    /// Reasons with their sentences.
    fn explained(&self, reasons: Vec<Reason>) -> Vec<Explained> {
        let explained = |facts: Reason| {
            let told = self.tell(&facts);
            Explained::new(facts, &told)
        };
        reasons.into_iter().map(explained).collect()
    }

    /// Adds the reasons for an obstacle.
    fn meet(&self, obstacle: Obstacle<'_>, reasons: &mut Vec<Reason>) {
        reasons.push(match obstacle {
            Obstacle::NoItem => Reason::Stranger {},
            Obstacle::NoWord(path) => return reasons.extend(self.no_word(&path)),
            Obstacle::Closed(closed) => Reason::ProcessClosed { closed },
            Obstacle::Disabled(ix) => self.disabled(ix),
            Obstacle::Waits(unmet) => self.waits(unmet),
            Obstacle::Unapproved(rule, given) => unapproved(rule, given),
            Obstacle::NoBasis(lack) => lack.into(),
        });
    }

    fn disabled(&self, ix: Ix) -> Reason {
        let tree = self.view.process().tree();
        let off = tree.upwards(ix).find(|above| tree.at(*above).switched_off).unwrap_or(ix);
        Reason::ItemDisabled { item: tree.at(off).id }
    }

    fn waits(&self, unmet: Unmet) -> Reason {
        let on = self.view.process().tree().item(unmet.on);
        Reason::WaitsFor { unmet, status: on.map_or(Status::Awaiting, Item::status) }
    }

    /// The sentence for a reason. It names roles and items, never people.
    fn tell(&self, reason: &Reason) -> Told {
        match reason {
            Reason::Administrator(word) => Told::Administrator { who: who(word) },
            Reason::Granted(word) => {
                Told::Granted { who: who(word), role: self.role(&word.role), place: self.place(word.item) }
            }
            Reason::Restricted { item, .. } => Told::Restricted { place: self.place(*item) },
            Reason::Stranger {} => {
                match self.question.item.filter(|id| self.view.process().tree().item(*id).is_none()) {
                    Some(_) => Told::NoItem,
                    None => Told::Stranger,
                }
            }
            Reason::NoGrant { roles } if roles.is_empty() => Told::NoRole,
            Reason::NoGrant { roles } => {
                let quoted = |role| Fact::Words("“{role}”", vec![("role", self.role(role))]);
                Told::NoGrant { roles: Fact::List(", ", roles.iter().map(quoted).collect()) }
            }
            Reason::GrantEnded { word, ended } => {
                Told::GrantEnded { role: self.role(&word.role), place: self.place(word.item), at: *ended }
            }
            Reason::GrantNotYet { word, from } => {
                Told::GrantNotYet { role: self.role(&word.role), place: self.place(word.item), at: *from }
            }
            Reason::GrantElsewhere(word) => {
                Told::Elsewhere { who: who(word), role: self.role(&word.role), place: self.place(word.item) }
            }
            Reason::NotInTeam(word) => {
                Told::NotInTeam { role: self.role(&word.role), place: self.place(word.item) }
            }
            Reason::ProcessClosed { closed } => Told::Closed { date: closed.date() },
            Reason::ItemDisabled { item } => Told::Disabled { place: self.place(Some(*item)) },
            Reason::WaitsFor { unmet, status } => self.tell_wait(unmet, *status),
            Reason::ApprovalMissing { role, needed, given } => {
                Told::Approvals { role: self.role(role), needed: *needed, given: *given }
            }
            Reason::MandateMissing {} => Told::MandateMissing,
            Reason::MandateNotReaching(LinkFault { dimension, .. }) => {
                Told::MandateNotReaching { dimension: *dimension }
            }
            Reason::NotRepresentable {} => Told::NotRepresentable,
            Reason::ActorRestricted {} => Told::ActorRestricted,
            Reason::NoBasis { purpose, reason, .. } => {
                Told::NoBasis { purpose: purpose.purpose.clone(), why: reason.fact() }
            }
        }
    }

    fn tell_wait(&self, unmet: &Unmet, status: Status) -> Told {
        let (item, on) = (self.place(Some(unmet.item)), self.place(Some(unmet.on)));
        match unmet.needs {
            Needs::Previous => Told::After { item, on, status },
            Needs::InProgress => Told::WaitsToBegin { item, on, status },
            Needs::Finished => Told::WaitsToFinish { item, on, status },
        }
    }

    fn role(&self, key: &Key) -> Fact {
        let process = self.view.process();
        process.governance().model().role(key).map_or_else(
            || Fact::Text(shown(key.as_str()).to_string()),
            |role| Fact::name(&role.name, process.language(), Language::english()),
        )
    }

    fn place(&self, item: Option<ItemId>) -> Fact {
        let process = self.view.process();
        match item.and_then(|id| process.tree().item(id)) {
            None => Fact::words("the whole process"),
            Some(item) => {
                let name = Fact::name(item.name(), process.language(), process.language());
                Fact::Words("the {kind} “{name}”", vec![("kind", item.kind().fact()), ("name", name)])
            }
        }
    }
}

const fn who(word: &GrantWord) -> &'static str {
    if word.team_id.is_some() { "a team of this person" } else { "this person" }
}

/// A reason as a sentence.
#[derive(Debug, Refusal)]
pub(crate) enum Told {
    #[error(PermissionDenied, "This person does not have the permission {permission} here: {reasons}")]
    Denied { permission: Permission, reasons: Fact },
    #[error(ReasonAdministrator, "{who} administers the process.")]
    Administrator { who: &'static str },
    #[error(ReasonGranted, "{who} holds the role “{role}” on {place}.")]
    Granted { who: &'static str, role: Fact, place: Fact },
    #[error(ReasonRestricted, "A restriction on {place} denies it.")]
    Restricted { place: Fact },
    #[error(ReasonStranger, "Nobody has given this person a role in this process.")]
    Stranger,
    #[error(ReasonStranger, item: "This process does not have this item.")]
    NoItem,
    #[error(ReasonNoGrant, "It requires a role that this person does not hold: {roles}.")]
    NoGrant { roles: Fact },
    #[error(ReasonNoGrant, none: "No role of the governance model permits it.")]
    NoRole,
    #[error(ReasonGrantEnded, "The role “{role}” on {place} ended on {at}.")]
    GrantEnded { role: Fact, place: Fact, at: Timestamp },
    #[error(ReasonGrantNotYet, "The role “{role}” on {place} begins on {at}.")]
    GrantNotYet { role: Fact, place: Fact, at: Timestamp },
    #[error(ReasonGrantElsewhere, "{who} holds the role “{role}” on {place} only.")]
    Elsewhere { who: &'static str, role: Fact, place: Fact },
    #[error(
        ReasonNotInTeam,
        "A team holds the role “{role}” on {place}, but this person is not in it at that time."
    )]
    NotInTeam { role: Fact, place: Fact },
    #[error(ReasonProcessClosed, "The process was closed on {date}.")]
    Closed { date: Date },
    #[error(ReasonItemDisabled, "{place} is disabled.")]
    Disabled { place: Fact },
    #[error(ReasonWaitsFor, "{item} waits for {on} to finish; it is {status}.")]
    WaitsToFinish { item: Fact, on: Fact, status: Status },
    #[error(ReasonWaitsFor, begin: "{item} waits for {on} to begin; it is {status}.")]
    WaitsToBegin { item: Fact, on: Fact, status: Status },
    #[error(ReasonWaitsFor, after: "{item} comes after {on}, which is {status}.")]
    After { item: Fact, on: Fact, status: Status },
    #[error(
        ReasonApprovalMissing,
        "Approvals required from holders of the role “{role}”: {needed}; given: {given}."
    )]
    Approvals { role: Fact, needed: u8, given: u8 },
    #[error(ReasonMandateMissing, "This person has no mandate to act for that party.")]
    MandateMissing,
    #[error(ReasonMandateNotReaching, "A mandate to act for that party does not reach so far: {dimension}.")]
    MandateNotReaching { dimension: Dimension },
    #[error(ReasonNotRepresentable, "Nobody can do this in the name of somebody else.")]
    NotRepresentable,
    #[error(
        ReasonActorRestricted,
        "This person is restricted here, and cannot act in another's name either."
    )]
    ActorRestricted,
    #[error(ReasonNoBasis, "The purpose “{purpose}” is required here. {why}")]
    NoBasis { purpose: Key, why: Fact },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mandate::MandateStatus;
    use crate::types::{MandateId, OrganisationId};

    /// The code of a reason: a new reason does not compile here until it can be read back, too.
    const fn code_of(reason: &Reason) -> Code {
        match reason {
            Reason::Administrator(_) => Code::ReasonAdministrator,
            Reason::Granted(_) => Code::ReasonGranted,
            Reason::Restricted { .. } => Code::ReasonRestricted,
            Reason::Stranger {} => Code::ReasonStranger,
            Reason::NoGrant { .. } => Code::ReasonNoGrant,
            Reason::GrantEnded { .. } => Code::ReasonGrantEnded,
            Reason::GrantNotYet { .. } => Code::ReasonGrantNotYet,
            Reason::GrantElsewhere(_) => Code::ReasonGrantElsewhere,
            Reason::NotInTeam(_) => Code::ReasonNotInTeam,
            Reason::ProcessClosed { .. } => Code::ReasonProcessClosed,
            Reason::ItemDisabled { .. } => Code::ReasonItemDisabled,
            Reason::WaitsFor { .. } => Code::ReasonWaitsFor,
            Reason::ApprovalMissing { .. } => Code::ReasonApprovalMissing,
            Reason::MandateMissing {} => Code::ReasonMandateMissing,
            Reason::MandateNotReaching(_) => Code::ReasonMandateNotReaching,
            Reason::NotRepresentable {} => Code::ReasonNotRepresentable,
            Reason::ActorRestricted {} => Code::ReasonActorRestricted,
            Reason::NoBasis { .. } => Code::ReasonNoBasis,
        }
    }

    #[test]
    fn every_reason_is_read_back_by_its_code() {
        let (item, role): (_, Key) = (ItemId::from_bytes([1; 16]), "lead".parse().unwrap());
        let at: Timestamp = "2026-03-02T09:00:00.000Z".parse().unwrap();
        let grant = GrantId::from_bytes([2; 16]);
        let everywhere = GrantWord { grant, role: role.clone(), item: None, team_id: None };
        let word =
            GrantWord { item: Some(item), team_id: Some(TeamId::from_bytes([3; 16])), ..everywhere.clone() };
        let purpose =
            PurposeRef { organisation_id: OrganisationId::from_bytes([4; 16]), purpose: role.clone() };
        let (restriction, grounds) = (RestrictionId::from_bytes([5; 16]), Commitment::from_bytes([6; 32]));
        let (requirement, subject) = (RequirementId::from_bytes([7; 16]), PersonId::from_bytes([8; 16]));
        let all = [
            Reason::Administrator(everywhere.clone()),
            Reason::Granted(word.clone()),
            Reason::Restricted { restriction, item: Some(item), grounds },
            Reason::Restricted { restriction, item: None, grounds },
            Reason::Stranger {},
            Reason::NoGrant { roles: vec![role.clone()] },
            Reason::GrantEnded { word: word.clone(), ended: at },
            Reason::GrantNotYet { word: everywhere, from: at },
            Reason::GrantElsewhere(word.clone()),
            Reason::NotInTeam(word),
            Reason::ProcessClosed { closed: at },
            Reason::ItemDisabled { item },
            Reason::WaitsFor {
                unmet: Unmet { item, needs: Needs::Previous, on: item },
                status: Status::Awaiting,
            },
            Reason::ApprovalMissing { role, needed: 2, given: 1 },
            Reason::MandateMissing {},
            Reason::MandateNotReaching(LinkFault {
                dimension: Dimension::Powers,
                mandate_id: MandateId::from_bytes([9; 16]),
                mandate_status: MandateStatus::Active,
            }),
            Reason::NotRepresentable {},
            Reason::ActorRestricted {},
            Reason::NoBasis {
                purpose,
                requirement,
                data_subject_id: subject,
                reason: ConsentReason::Ended { at: Some(at) },
            },
        ];
        for facts in all {
            let (code, message, said) = (code_of(&facts), "Why.".to_owned(), Aside::none());
            let reason = Explained { code, message, facts, language: None, said };
            let text = serde_json::to_string(&reason).unwrap();
            assert_eq!(serde_json::from_str::<Explained>(&text).unwrap(), reason, "{text}");
            let more = text.replace(r#""facts":{"#, r#""facts":{"of_tomorrow":0,"#).replace(",}", "}");
            let refused = serde_json::from_str::<Explained>(&more).unwrap_err().to_string();
            assert!(refused.contains("of_tomorrow"), "{more}: {refused}");
        }
    }
}
