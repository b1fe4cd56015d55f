//! Questions about mandates: who may act for whom, by which of them.

use super::asked::known;
use super::read::NOBODY;
use super::{Error, Moment};
use crate::check::{Explanation, Question, represented};
use crate::governance::Permission;
use crate::kernel::MandatesNeeded;
use crate::mandate::view::{
    MandateAnswer, MandateView, MandatesView, PrincipalView, PrincipalsView, of_holder, of_principal,
};
use crate::mandate::{
    Asked, Exercise, JointAct, MandateHolder, MandateTarget, Mandates, Place, Principal, Represent, Sides,
    Unrepresented,
};
use crate::party::Parties;
use crate::types::{Date, HostId, ItemId, Key, MandateId, PersonId, ProcessId, Set, Timestamp};
use crate::vault::Party;
use std::sync::Arc;

/// May this person exercise this power for that party? Asked by the host's ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MandateQuestion<'a> {
    /// The person who would act.
    pub actor: &'a HostId,
    /// The party that they would act for.
    pub on_behalf_of: &'a HostId,
    /// The power, by its code.
    pub power: &'a Key,
    /// What it would be exercised for, if the mandate is limited to something of the host's.
    pub target: Option<&'a MandateTarget>,
    /// The day on which the act would take effect, or that what is looked at is of; the day of the moment if absent.
    pub effective_on: Option<Date>,
    /// Whether the actor would only look, which a kind can allow for the time before the mandate.
    pub looks: bool,
    /// The people with whom the actor would act, where several must act together. The host has asked each of them.
    pub together_with: &'a Set<HostId>,
    /// The moment.
    pub at: Timestamp,
}

impl Moment<'_> {
    /// A mandate as it was at a moment; a past moment does not know what was recorded later.
    ///
    /// # Errors
    /// `stream.unknown` if there is no such mandate, or what the store reports.
    pub fn mandate(&self, id: MandateId, at: Timestamp) -> Result<MandateView, Error> {
        let needed = MandatesNeeded { actors: Vec::new(), parties: Vec::new(), ids: vec![id] };
        let mandates = self.mandates_needed(&needed)?;
        let mandate = mandates.get(id).ok_or(Error::StreamUnknown(Box::new(id.into())))?;
        self.note(id.into());
        self.naming(|names| mandates.view(mandate, at, names))
    }

    /// The mandates of a party as they were at a moment: those by which others act for it, and those that it holds.
    ///
    /// # Errors
    /// What the store reports. A party without mandates, or unknown here, has none.
    pub fn mandates(&self, party: &HostId, at: Timestamp) -> Result<MandatesView, Error> {
        let Some(party) = self.party_of(party)? else {
            return Ok(MandatesView { mandates_granted: Vec::new(), mandates_held: Vec::new() });
        };
        let mandates = self.with_mandates(|mandates| mandates.of_party(party))?;
        self.naming(|names| mandates.views(party, at, names))
    }

    /// May this person exercise this power for that party, and by which mandates? An unknown person may not. Where several
    /// people must act together, the answer says who counts, how many are missing, and who could.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, now, .. } = testkit::example();
    /// use interlink::{kernel::MandateQuestion, types::Set};
    /// let (actor, on_behalf_of, power) = ("nora".parse()?, "anna".parse()?, "interlink:work".parse()?);
    /// let question = MandateQuestion {
    ///     actor: &actor, on_behalf_of: &on_behalf_of, power: &power,
    ///     target: None, effective_on: None, looks: false, together_with: &Set::default(), at: now,
    /// };
    /// // Anna has not given Nora a mandate.
    /// assert!(!engine.mandate_check(&question)?.allowed);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports. A denial is an answer, not an error.
    pub fn mandate_check(&self, question: &MandateQuestion<'_>) -> Result<MandateAnswer, Error> {
        let MandateQuestion { power, target, effective_on, looks, at, .. } = *question;
        let actor = self.known_person(question.actor)?;
        let mut others = Vec::new();
        for other in question.together_with {
            others.extend(self.known_person(other)?);
        }
        let party = self.party_of(question.on_behalf_of)?;
        let Some(principal) = party.and_then(Principal::of) else {
            let none = JointAct { found: Err(Vec::new()), joint: None };
            return self.mandate_answer((actor, question.actor), (party, question.on_behalf_of), none);
        };
        let place = Place { target, ..Place::default() };
        let exercise = Exercise::at(principal, Asked::Power(power), place);
        let exercise = Exercise { effective: effective_on, only_looks: looks, ..exercise };
        let act = |mandates: &Mandates, parties: &Parties| {
            let sides = Sides { mandates, parties, actor: actor.unwrap_or(NOBODY), at };
            sides.together(&exercise, &others)
        };
        // Only who is in a team is for an organisation to say; everything else is in the mandates, where they are.
        let at_once = self.with_mandates(|mandates| {
            (!mandates.has_teams(principal)).then(|| act(mandates, &Parties::default()))
        })?;
        let acting = match at_once {
            Some(acting) => acting,
            None => {
                let actors = actor.into_iter().chain(others.iter().copied());
                let mandates = self.between(actors.collect(), Some(principal))?;
                act(&mandates, &self.parties_of(&mandates)?)
            }
        };
        acting.mandates().for_each(|id| self.note(id.into()));
        self.mandate_answer((actor, question.actor), (party, question.on_behalf_of), acting)
    }

    /// May this person do this here in the name of another? Answers as [`check`](Self::check) does for that other person,
    /// with the mandates, or what they lack, before the rest.
    ///
    /// # Errors
    /// As for [`check`](Self::check).
    pub fn check_for(
        &self,
        (actor, on_behalf_of): (&HostId, &HostId),
        permission: Permission,
        (process, item): (ProcessId, Option<ItemId>),
        at: Timestamp,
    ) -> Result<Explanation, Error> {
        let view = self.process(process)?;
        known(&view, item)?;
        let (person, party) = (self.known_person(actor)?, self.party_of(on_behalf_of)?);
        let mandates = self.between(person.into_iter().collect(), party.and_then(Principal::of))?;
        let parties = self.parties_of(&mandates)?;
        let sides = Sides { mandates: &mandates, parties: &parties, actor: person.unwrap_or(NOBODY), at };
        let own = Question { actor: sides.actor, permission, item, asset: None, at };
        let found = Represent::asked(&view, &own, party, sides);
        let refused = found.as_ref().err().cloned();
        let found = found.map_err(|refused| match refused {
            Unrepresented::NotReaching { faults, .. } => faults,
            Unrepresented::None
            | Unrepresented::NotRepresentable
            | Unrepresented::NotForOrganisation
            | Unrepresented::ToItself
            | Unrepresented::ActorRestricted => Vec::new(),
        });
        let answer =
            self.mandate_answer((person, actor), (party, on_behalf_of), JointAct { found, joint: None })?;
        let principal = match party {
            Some(Party::Person(id)) => id,
            Some(Party::Organisation(_) | Party::Team(..)) | None => NOBODY,
        };
        Ok(represented(&view, &Question { actor: principal, ..own }, answer, refused))
    }

    /// Everybody for whom a person may act at a moment, with the powers that they can exercise. A mandate may be limited
    /// to something; whether it reaches there is for the check to say.
    ///
    /// # Errors
    /// What the store reports. An unknown person may act for nobody.
    pub fn principals(&self, actor: &HostId, at: Timestamp) -> Result<PrincipalsView, Error> {
        let Some(actor) = self.known_person(actor)? else {
            return Ok(PrincipalsView { principals: Vec::new() });
        };
        let teams = self.with_mandates(Mandates::teams)?;
        let mut member_of = Vec::new();
        for holder in teams {
            let MandateHolder::Team { organisation_id, team_id } = holder else { continue };
            let organisation = self.organisation_stream(organisation_id)?;
            let team = organisation.as_ref().and_then(|stream| stream.state.team(team_id));
            if team.is_some_and(|team| team.has_member(actor, at)) {
                member_of.push(holder);
            }
        }
        let asked = self.with_mandates(|mandates| mandates.principals_of(actor, &member_of))?;
        let mut principals = Vec::new();
        for principal in asked {
            let mandates = self.between(vec![actor], Some(principal))?;
            let parties = self.parties_of(&mandates)?;
            let sides = Sides { mandates: &mandates, parties: &parties, actor, at };
            let powers = sides.powers(principal);
            let joint_powers = sides.joint_powers(principal, &powers);
            if !powers.is_empty() || !joint_powers.is_empty() {
                let on_behalf_of = self.naming(|names| names.name(of_principal(principal)))?;
                principals.push(PrincipalView { joint_powers, on_behalf_of, powers });
            }
        }
        Ok(PrincipalsView { principals })
    }

    /// The mandates by which some people may act for a party.
    fn between(&self, actors: Vec<PersonId>, principal: Option<Principal>) -> Result<Mandates, Error> {
        let parties = principal.into_iter().collect();
        let mandates = self.mandates_needed(&MandatesNeeded { actors, parties, ids: Vec::new() })?;
        mandates.reliances().for_each(|reliance| self.note(reliance.stream));
        Ok(mandates)
    }

    /// The organisations that are parties of these mandates.
    fn parties_of(&self, mandates: &Mandates) -> Result<Parties, Error> {
        let mut parties = Arc::new(Parties::default());
        self.add_parties(&mut parties, mandates.organisations())?;
        Ok(Arc::unwrap_or_clone(parties))
    }

    /// The answer: every name, whoever stands between included.
    fn mandate_answer(
        &self,
        (actor, actor_id): (Option<PersonId>, &HostId),
        (principal, principal_id): (Option<Party>, &HostId),
        JointAct { found, joint }: JointAct,
    ) -> Result<MandateAnswer, Error> {
        let allowed = found.is_ok();
        let (mandate_ids, through, mandates) = match found {
            Ok(found) => (found.mandates, found.through, Vec::new()),
            Err(faults) => (Vec::new(), Vec::new(), faults),
        };
        self.naming(|names| {
            let name = |party: Option<Party>, host_id: &HostId| {
                // Somebody who is not known here has only the host's id.
                let unknown = || crate::party::PartyName::unknown(host_id.clone());
                party.map_or_else(unknown, |party| names.name(party))
            };
            MandateAnswer {
                allowed,
                actor: name(actor.map(Party::Person), actor_id),
                mandate_ids,
                mandates,
                on_behalf_of: name(principal, principal_id),
                through: through.into_iter().map(|holder| names.name(of_holder(holder))).collect(),
                together: joint.map(|joint| joint.view(names)),
            }
        })
    }
}

impl Sides<'_> {
    /// The powers that the actor can exercise for a principal alone, somewhere.
    fn powers(&self, principal: Principal) -> Set<Key> {
        let reaches = |power: &Key| self.represented(&anywhere(principal, power)).is_ok();
        self.mandates.powers_for(principal).into_iter().filter(reaches).collect()
    }

    /// Those that they can exercise only together with others.
    fn joint_powers(&self, principal: Principal, alone: &Set<Key>) -> Set<Key> {
        let is_joint = |power: &Key| {
            let joint = self.together(&anywhere(principal, power), &[]).joint;
            !alone.contains(power) && joint.is_some_and(|joint| !joint.have.is_empty())
        };
        self.mandates.powers_for(principal).into_iter().filter(is_joint).collect()
    }
}

/// A power, wherever its mandates apply.
fn anywhere(principal: Principal, power: &Key) -> Exercise<'_> {
    Exercise::at(principal, Asked::Power(power), Place { anywhere: true, ..Place::default() })
}
