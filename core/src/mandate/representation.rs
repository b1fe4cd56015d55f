//! Acts in a process in the name of somebody else.

use super::kind::REPRESENTABLE;
use super::{Asked, Exercise, Place, Principal, Represented, Sides, Unrepresented};
use crate::check::{ProcessView, Question, acts};
use crate::governance::{Act, ActName, Permission};
use crate::journal::EventData;
use crate::kernel::{Action, CurrentState};
use crate::types::{ItemId, MandateId, PersonId, Timestamp};
use crate::vault::Party;

/// In whose name a command is given, and by which mandate, for the head of its events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Representation {
    pub(crate) principal: PersonId,
    pub(crate) mandate: MandateId,
    /// The mandate by which an organisation that holds it assigned the power to the actor.
    pub(crate) by_mandate: Option<MandateId>,
}

/// Whom a command is given for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Represent<'a> {
    view: &'a ProcessView,
    actor: PersonId,
    principal: PersonId,
}

impl<'a> Represent<'a> {
    /// Whether a command can be given for a party at all: only work in a process, and only for a person.
    pub(crate) fn new(
        current: &'a CurrentState,
        action: &Action,
        actor: PersonId,
        principal: Option<Party>,
    ) -> Result<Self, Unrepresented> {
        let act = ActName::ALL.iter().find(|name| name.as_str() == action.type_name());
        let (Some(view), true) = (current.process(), act.is_some_and(|name| is_work(*name))) else {
            return Err(Unrepresented::NotRepresentable);
        };
        Ok(Self { view, actor, principal: represented_by(actor, principal)? })
    }

    /// Whether a person may do something in a process for another, by the permission that it needs.
    pub(crate) fn asked(
        view: &ProcessView,
        question: &Question,
        principal: Option<Party>,
        sides: Sides<'_>,
    ) -> Result<Represented, Unrepresented> {
        let principal = represented_by(question.actor, principal)?;
        let represent = Represent { view, actor: question.actor, principal };
        if !REPRESENTABLE.contains(question.permission) {
            return Err(Unrepresented::NotRepresentable);
        }
        represent.is_free(question.permission, question.item, question.at)?;
        represent.reached(question.permission, question.item, None, sides)
    }

    /// The person for whom the command is given.
    pub(crate) const fn principal(&self) -> PersonId {
        self.principal
    }

    /// Whether one mandate reaches for everything that the command does.
    pub(crate) fn decide(
        &self,
        events: &[EventData],
        sides: Sides<'_>,
    ) -> Result<Representation, Unrepresented> {
        let acts: Vec<Act> = events.iter().flat_map(|event| acts(event, self.view.process())).collect();
        let mut found: Option<Represented> = None;
        for act in &acts {
            if !act.matter.command.is_some_and(is_work) {
                return Err(Unrepresented::NotRepresentable);
            }
            self.is_free(act.permission, act.item, sides.at)?;
            let by = found.as_ref().map(|found| found.mandate);
            found = Some(self.reached(act.permission, act.item, by, sides)?);
        }
        let Represented { mandate, by_mandate, .. } = found.ok_or(Unrepresented::NotRepresentable)?;
        Ok(Representation { principal: self.principal, mandate, by_mandate })
    }

    /// Whether nothing keeps the actor from it whatever their mandate: approvals count people, so whoever approves does so
    /// in their own name; and whoever is restricted cannot act in another's name.
    fn is_free(
        &self,
        permission: Permission,
        item: Option<ItemId>,
        at: Timestamp,
    ) -> Result<(), Unrepresented> {
        if self.view.process().governance().model().asks_approval_of().contains(permission) {
            return Err(Unrepresented::NotRepresentable);
        }
        match self.view.restricts(self.actor, permission, item, at) {
            true => Err(Unrepresented::ActorRestricted),
            false => Ok(()),
        }
    }

    /// The mandates that reach for a permission.
    fn reached(
        &self,
        permission: Permission,
        item: Option<ItemId>,
        by: Option<MandateId>,
        sides: Sides<'_>,
    ) -> Result<Represented, Unrepresented> {
        let principal = Principal::Person(self.principal);
        let asked = Asked::Permission(permission);
        let exercise = Exercise { by, ..Exercise::at(principal, asked, self.place(item)) };
        sides.represented(&exercise).map_err(Unrepresented::of_faults)
    }

    /// Where an act is: the process, the item and those above it.
    fn place(&self, item: Option<ItemId>) -> Place<'a> {
        let tree = self.view.process().tree();
        let ix = item.and_then(|item| tree.ix(item));
        let items = ix.into_iter().flat_map(|ix| tree.upwards(ix)).map(|ix| tree.at(ix).id).collect();
        Place { process: Some(self.view.process().id()), items, ..Place::default() }
    }
}

/// The person for whom another acts in a process.
fn represented_by(actor: PersonId, principal: Option<Party>) -> Result<PersonId, Unrepresented> {
    match principal {
        // An act in one's own name is simply one's own.
        Some(Party::Person(principal)) if principal == actor => Err(Unrepresented::ToItself),
        Some(Party::Person(principal)) => Ok(principal),
        Some(Party::Organisation(_) | Party::Team(..)) => Err(Unrepresented::NotForOrganisation),
        // Nobody has a mandate for somebody who is not known here.
        None => Err(Unrepresented::None),
    }
}

/// Whether an act is work that somebody else can do. Everything else decides about others, or is a person's own statement.
const fn is_work(name: ActName) -> bool {
    match name {
        ActName::TaskStart
        | ActName::TaskComplete
        | ActName::AssetAdd
        | ActName::AssetEdit
        | ActName::AssetRevise
        | ActName::ContributionClaim => true,
        ActName::ProcessEdit
        | ActName::ProcessPublish
        | ActName::ProcessClose
        | ActName::ItemAdd
        | ActName::ItemEdit
        | ActName::ItemMove
        | ActName::TreeReplace
        | ActName::ItemDisable
        | ActName::ItemEnable
        | ActName::ItemSchedule
        | ActName::PrerequisiteAdd
        | ActName::PrerequisiteRemove
        | ActName::TaskReopen
        | ActName::PrerequisiteWaive
        | ActName::CatalogueAdopt
        | ActName::TemplateAdopt
        | ActName::RoleGrant
        | ActName::RoleRevoke
        | ActName::RestrictionPlace
        | ActName::RestrictionLift
        | ActName::GovernanceAdopt
        | ActName::AssetOpen
        | ActName::AssetDelete
        | ActName::AssignmentMake
        | ActName::AssignmentWithdraw
        | ActName::AssignmentComplete
        | ActName::ContributionRecord
        | ActName::ContributionAccept
        | ActName::ContributionReturn
        | ActName::TaskEstimate
        | ActName::PointsAward
        | ActName::PointsReverse
        | ActName::ParticipationDecline
        | ActName::PurposeRequire
        | ActName::PurposeRelease => false,
    }
}
