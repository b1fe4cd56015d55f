//! Decides commands about mandates.

use super::authority::Standing;
use super::state::Awaits;
use super::terms::Wanted;
use super::{
    AcceptMandate, Acceptance, Asked, Command, Event, Evidence, EvidenceFor, EvidenceRef, Exercise,
    GrantMandate, Mandate, MandateAccepted, MandateGranted, MandateHolder, MandateKind, MandatePassedOn,
    MandateRefusal, MandateRefused, MandateRegistered, MandateRenounced, MandateRequested, MandateResumed,
    MandateRevoked, MandateStatus, MandateSuspended, MandateTerms, MandateUsed, PassOnMandate, Place,
    PowerRight, Principal, RegisterMandate, RenounceMandate, RequestMandate, RevokeMandate, Sides, Source,
    Unrepresented, UseMandate,
};
use crate::journal::Reliance;
use crate::kernel::{Context, Documents, Refused};
use crate::operator::OperatorRefusal;
use crate::party::Texts;
use crate::types::{DocumentId, MandateId, PersonId, Set, Timestamp};
use std::sync::Arc;

/// What a command wants a mandate to say: four commands have these fields, and each knows its parties in another way.
macro_rules! wanted {
    ($command:ident, $principal:expr, $holder:expr, $may_pass_on:expr) => {
        Wanted {
            principal: $principal,
            holder: $holder,
            may_pass_on: $may_pass_on,
            powers: &$command.powers,
            targets: &$command.mandate_targets,
            from: $command.from,
            through: $command.through,
            uses: $command.uses,
        }
    };
}

/// What a decision is made from.
#[derive(Clone, Copy)]
pub(crate) struct Deciding<'a> {
    pub(crate) sides: Sides<'a>,
    pub(crate) documents: &'a dyn Documents,
    pub(crate) texts: Texts<'a>,
    /// The mandate that the command is about, unless it creates one.
    pub(crate) current: Option<&'a Mandate>,
}

/// Decides a command.
pub(crate) fn decide(
    context: &mut Context<'_>,
    of: Deciding<'_>,
    command: &Command,
) -> Result<Event, Refused> {
    match command {
        Command::GrantMandate(c) => of.grant(context, c),
        Command::RequestMandate(c) => of.request(context, c),
        Command::RegisterMandate(c) => of.register(context, c),
        Command::PassOnMandate(c) => of.pass_on(context, c),
        Command::AcceptMandate(c) => of.accept(c),
        Command::RefuseMandate(_) => of.refuse(),
        Command::RenounceMandate(c) => of.renounce(context, c),
        Command::RevokeMandate(c) => of.revoke(context, c),
        Command::SuspendMandate(_) => of.suspend(),
        Command::ResumeMandate(_) => of.resume(),
        Command::UseMandate(c) => of.used(c),
    }
}

impl<'a> Deciding<'a> {
    fn at(&self) -> Timestamp {
        self.sides.at
    }

    fn kind(&self, id: DocumentId) -> Result<Arc<MandateKind>, MandateRefusal> {
        self.documents.mandate_kind(id).ok_or(MandateRefusal::KindUnknown { document: id })
    }

    fn grant(&self, context: &mut Context<'_>, c: &GrantMandate) -> Result<Event, Refused> {
        let kind = self.kind(c.mandate_kind)?;
        if !kind.document().mandate_sources.contains(&Source::Grant) {
            return Err(MandateRefusal::Source.into());
        }
        let principal = c.principal.known(context)?;
        let holder = c.mandate_holder.found(context)?;
        let standing = self.standing(principal.as_holder(), &kind.document().may_grant, Some(holder))?;
        let wanted = wanted!(c, principal, holder, c.may_pass_on);
        let terms = wanted.of_kind(&kind, self.at())?;
        let old = c.supersedes.map(|old| self.superseded(old, &terms)).transpose()?;
        self.is_free(&kind, &terms, old)?;
        let evidence = self.evidence(context, &kind, EvidenceFor::Grant, c.act_evidence.as_ref(), &terms)?;
        let acceptance_code = match (kind.document().acceptance, &c.acceptance_code) {
            (Acceptance::Code, Some(code)) => {
                Some(context.commit(about(&terms, self.sides.actor), code.as_str()))
            }
            (Acceptance::Code, None) => return Err(MandateRefusal::CodeMissing.into()),
            (Acceptance::Holder | Acceptance::None, Some(_)) => {
                return Err(MandateRefusal::CodeUnneeded.into());
            }
            (Acceptance::Holder | Acceptance::None, None) => None,
        };
        let awaits_holder = kind.document().acceptance == Acceptance::Holder;
        Ok(MandateGranted {
            acceptance_code,
            awaits_holder,
            by_mandate_id: standing.mandate(),
            act_evidence: evidence,
            expires_at: self.expires_at(&kind, awaits_holder || acceptance_code.is_some()),
            relied_on: self.relied_on(&terms),
            supersedes: old,
            terms,
        }
        .into())
    }

    fn request(&self, context: &mut Context<'_>, c: &RequestMandate) -> Result<Event, Refused> {
        let kind = self.kind(c.mandate_kind)?;
        if !kind.document().requestable {
            return Err(MandateRefusal::NotRequestable.into());
        }
        let principal = c.principal.known(context)?;
        let holder = c.mandate_holder.found(context)?;
        if !self.sides.is(holder) {
            return Err(MandateRefusal::NotPermitted.into());
        }
        let wanted = wanted!(c, principal, holder, false);
        let terms = wanted.of_kind(&kind, self.at())?;
        self.is_free(&kind, &terms, None)?;
        let evidence =
            self.evidence(context, &kind, EvidenceFor::Request, c.act_evidence.as_ref(), &terms)?;
        let (expires_at, relied_on) = (self.expires_at(&kind, true), self.relied_on(&terms));
        Ok(MandateRequested { act_evidence: evidence, expires_at, relied_on, terms }.into())
    }

    fn register(&self, context: &mut Context<'_>, c: &RegisterMandate) -> Result<Event, Refused> {
        if !self.sides.is_operator() {
            return Err(OperatorRefusal::NotOperator.into());
        }
        let kind = self.kind(c.mandate_kind)?;
        if c.mandate_source == Source::Grant || !kind.document().mandate_sources.contains(&c.mandate_source) {
            return Err(MandateRefusal::Source.into());
        }
        let principal = c.principal.found(context)?;
        let holder = c.mandate_holder.found(context)?;
        if self.sides.gains(holder) {
            return Err(MandateRefusal::OwnCase.into());
        }
        let wanted = wanted!(c, principal, holder, c.may_pass_on);
        let terms = wanted.of_kind(&kind, self.at())?;
        self.is_free(&kind, &terms, None)?;
        let evidence = noted(context, &c.act_evidence, about(&terms, self.sides.actor));
        // Nobody could give a code, so the holder accepts without one.
        let awaits_holder = kind.document().acceptance != Acceptance::None;
        let expires_at = self.expires_at(&kind, awaits_holder);
        let mut relied_on = self.relied_on(&terms);
        relied_on.extend(self.sides.parties.host_reliance());
        Ok(MandateRegistered {
            act_evidence: evidence,
            awaits_holder,
            expires_at,
            mandate_source: c.mandate_source,
            relied_on,
            terms,
        }
        .into())
    }

    fn pass_on(&self, context: &mut Context<'_>, c: &PassOnMandate) -> Result<Event, Refused> {
        let unknown = MandateRefusal::Unknown { mandate: c.parent_id, path: "/data/parent_id" };
        let parent = self.sides.mandates.get(c.parent_id).ok_or(unknown)?;
        let kind = &parent.kind;
        let holder = c.mandate_holder.found(context)?;
        let standing =
            self.standing(parent.terms.mandate_holder, &kind.document().may_pass_on, Some(holder))?;
        let depth = self.sides.depth(parent);
        let depth = depth.map_err(|fault| MandateRefusal::from(Unrepresented::of_faults(vec![fault])))?;
        let Some(pass_on) = kind.document().pass_on.as_ref().filter(|rule| depth < usize::from(rule.depth))
        else {
            return Err(MandateRefusal::NeverPassedOn.into());
        };
        if !parent.terms.power_rights.contains(&PowerRight::PassOn) {
            return Err(MandateRefusal::NeverPassedOn.into());
        }
        let wanted = wanted!(c, parent.terms.principal, holder, c.may_pass_on);
        let can_go_on = depth.saturating_add(1) < usize::from(pass_on.depth);
        let terms = wanted.of_parent(kind, &parent.terms, can_go_on, self.at())?;
        if let Some(lost) = terms.powers.iter().find(|power| parent.lost(power, self.at())) {
            return Err(MandateRefusal::PowerUnknown { power: lost.clone() }.into());
        }
        self.is_free(kind, &terms, None)?;
        let evidence = self.evidence(context, kind, EvidenceFor::PassOn, c.act_evidence.as_ref(), &terms)?;
        let awaits_holder = kind.document().acceptance != Acceptance::None;
        let mut relied_on = self.relied_on(&terms);
        relied_on.extend(self.sides.mandates.reliance(c.parent_id));
        Ok(MandatePassedOn {
            awaits_holder,
            by_mandate_id: standing.mandate(),
            act_evidence: evidence,
            expires_at: self.expires_at(kind, awaits_holder),
            parent_id: c.parent_id,
            relied_on,
            terms,
        }
        .into())
    }

    fn accept(&self, c: &AcceptMandate) -> Result<Event, Refused> {
        let (mandate, awaits) = self.pending()?;
        let accepted = |by_mandate_id| {
            Ok(MandateAccepted { by_mandate_id, relied_on: self.relied_on(&mandate.terms) }.into())
        };
        match (awaits, &c.acceptance_code) {
            (Awaits::Principal | Awaits::Holder, Some(_)) => Err(MandateRefusal::CodeUnneeded.into()),
            (Awaits::Principal, None) => accepted(self.for_principal(mandate)?.mandate()),
            (Awaits::Holder | Awaits::Code(_), _) if !self.sides.is(mandate.terms.mandate_holder) => {
                Err(MandateRefusal::NotPermitted.into())
            }
            (Awaits::Holder, None) => accepted(None),
            (Awaits::Code(_), None) => Err(MandateRefusal::CodeMissing.into()),
            (Awaits::Code(place), Some(code)) if self.texts.holds(place, code.as_str()) => accepted(None),
            (Awaits::Code(_), Some(_)) if mandate.ends_by_a_wrong_code() => Ok(MandateRevoked {
                by_mandate_id: None,
                effective_at: self.at(),
                act_evidence: None,
                powers: Set::default(),
                relied_on: self.relied_on(&mandate.terms),
                wrong_code: true,
            }
            .into()),
            (Awaits::Code(_), Some(_)) => Err(MandateRefusal::WrongCode.into()),
        }
    }

    fn refuse(&self) -> Result<Event, Refused> {
        let (mandate, awaits) = self.pending()?;
        let by_mandate_id = match awaits {
            Awaits::Principal => self.for_principal(mandate)?.mandate(),
            Awaits::Holder | Awaits::Code(_) if self.sides.is(mandate.terms.mandate_holder) => None,
            Awaits::Holder | Awaits::Code(_) => return Err(MandateRefusal::NotPermitted.into()),
        };
        Ok(MandateRefused { by_mandate_id, relied_on: self.relied_on(&mandate.terms) }.into())
    }

    /// Why the actor may decide about a request on the principal's side.
    fn for_principal(&self, mandate: &Mandate) -> Result<Standing, MandateRefusal> {
        let (terms, may_grant) = (&mandate.terms, &mandate.kind.document().may_grant);
        self.standing(terms.principal.as_holder(), may_grant, Some(terms.mandate_holder))
    }

    fn renounce(&self, context: &mut Context<'_>, c: &RenounceMandate) -> Result<Event, Refused> {
        let mandate = self.current()?;
        let document = mandate.kind.document();
        let standing = self.standing(mandate.terms.mandate_holder, &document.may_renounce, None)?;
        self.is_not_over(mandate)?;
        let (kind, terms) = (&mandate.kind, &mandate.terms);
        let evidence = self.evidence(context, kind, EvidenceFor::Renounce, c.act_evidence.as_ref(), terms)?;
        Ok(MandateRenounced {
            by_mandate_id: standing.mandate(),
            effective_at: self.effective(mandate, c.effective_at)?,
            act_evidence: evidence,
            relied_on: self.relied_on(terms),
        }
        .into())
    }

    fn revoke(&self, context: &mut Context<'_>, c: &RevokeMandate) -> Result<Event, Refused> {
        let mandate = self.current()?;
        let standing = self.may_withdraw(mandate)?;
        self.is_not_over(mandate)?;
        let (kind, terms) = (&mandate.kind, &mandate.terms);
        let given =
            |power: &&crate::types::Key| !terms.powers.contains(*power) || mandate.lost(power, self.at());
        if let Some(unknown) = c.powers.iter().find(given) {
            return Err(MandateRefusal::PowerUnknown { power: unknown.clone() }.into());
        }
        let evidence = self.evidence(context, kind, EvidenceFor::Revoke, c.act_evidence.as_ref(), terms)?;
        Ok(MandateRevoked {
            by_mandate_id: standing.mandate(),
            effective_at: self.effective(mandate, c.effective_at)?,
            act_evidence: evidence,
            powers: c.powers.clone(),
            relied_on: self.relied_on(terms),
            wrong_code: false,
        }
        .into())
    }

    fn suspend(&self) -> Result<Event, Refused> {
        let mandate = self.current()?;
        let by_mandate_id = self.may_withdraw(mandate)?.mandate();
        match self.status(mandate) {
            MandateStatus::Active | MandateStatus::Scheduled => {
                Ok(MandateSuspended { by_mandate_id, relied_on: self.relied_on(&mandate.terms) }.into())
            }
            status @ (MandateStatus::Consumed
            | MandateStatus::Expired
            | MandateStatus::Pending
            | MandateStatus::Refused
            | MandateStatus::Renounced
            | MandateStatus::Revoked
            | MandateStatus::Superseded
            | MandateStatus::Suspended) => Err(MandateRefusal::Status { status }.into()),
        }
    }

    fn resume(&self) -> Result<Event, Refused> {
        let mandate = self.current()?;
        let by_mandate_id = self.may_withdraw(mandate)?.mandate();
        match mandate.is_suspended() && !self.status(mandate).is_final() {
            true => Ok(MandateResumed { by_mandate_id, relied_on: self.relied_on(&mandate.terms) }.into()),
            false => Err(MandateRefusal::Status { status: self.status(mandate) }.into()),
        }
    }

    fn used(&self, c: &UseMandate) -> Result<Event, Refused> {
        let mandate = self.current()?;
        let place = Place { target: c.mandate_target.as_ref(), ..Place::default() };
        let asked = Exercise::at(mandate.terms.principal, Asked::Power(&c.power), place);
        let found = self.sides.represented(&Exercise { by: Some(mandate.id), ..asked });
        let found = found.map_err(Unrepresented::of_faults).map_err(MandateRefusal::from)?;
        Ok(MandateUsed {
            by_mandate_id: found.by_mandate,
            power: c.power.clone(),
            relied_on: self.relied_on(&mandate.terms),
            mandate_target: c.mandate_target.clone(),
        }
        .into())
    }

    /// The mandate that the command is about, as the register has it.
    fn current(&self) -> Result<&'a Mandate, MandateRefusal> {
        let id = self.current.map_or(MandateId::from_bytes([0; 16]), |current| current.id);
        self.sides.mandates.get(id).ok_or(MandateRefusal::Unknown { mandate: id, path: "/stream" })
    }

    fn status(&self, mandate: &Mandate) -> MandateStatus {
        self.sides.mandates.status(mandate, self.at())
    }

    fn pending(&self) -> Result<(&'a Mandate, Awaits), MandateRefusal> {
        let mandate = self.current()?;
        match (self.status(mandate), mandate.awaits) {
            (MandateStatus::Pending, Some(awaits)) => Ok((mandate, awaits)),
            (status, _) => Err(MandateRefusal::Status { status }),
        }
    }

    fn is_not_over(&self, mandate: &Mandate) -> Result<(), MandateRefusal> {
        let status = self.status(mandate);
        match status.is_final() {
            true => Err(MandateRefusal::Status { status }),
            false => Ok(()),
        }
    }

    /// Why the actor may act on a side. Whoever gains from it does not act by somebody else's mandate.
    fn standing(
        &self,
        side: MandateHolder,
        authority: &super::Authority,
        gets: Option<MandateHolder>,
    ) -> Result<Standing, MandateRefusal> {
        let standing = self.sides.standing(side, authority).ok_or(MandateRefusal::NotPermitted)?;
        match (standing, gets) {
            (Standing::Mandate(_), Some(holder)) if self.sides.gains(holder) => Err(MandateRefusal::OwnCase),
            (Standing::Mandate(_) | Standing::Party, _) => Ok(standing),
        }
    }

    /// Why the actor may end or suspend a mandate: on the principal's side; on the side of whoever passed it on; or as an
    /// operator, if it was registered.
    fn may_withdraw(&self, mandate: &Mandate) -> Result<Standing, MandateRefusal> {
        let document = mandate.kind.document();
        let principal = mandate.terms.principal.as_holder();
        let passed_on = || {
            let parent = self.sides.mandates.get(mandate.parent?)?;
            self.sides.standing(parent.terms.mandate_holder, &document.may_pass_on)
        };
        let registered = || {
            let is_registered = mandate.source != Source::Grant && mandate.parent.is_none();
            (is_registered && self.sides.is_operator()).then_some(Standing::Party)
        };
        let found = self.sides.standing(principal, &document.may_withdraw);
        found.or_else(passed_on).or_else(registered).ok_or(MandateRefusal::NotPermitted)
    }

    /// When an end takes effect.
    fn effective(&self, mandate: &Mandate, asked: Option<Timestamp>) -> Result<Timestamp, MandateRefusal> {
        match asked {
            Some(asked) if asked < self.at() => Err(MandateRefusal::EndBackdated),
            Some(asked) => Ok(asked.min(mandate.ends_at())),
            None => Ok(self.at()),
        }
    }

    /// The mandate that a new one replaces.
    fn superseded(&self, old: MandateId, terms: &MandateTerms) -> Result<MandateId, MandateRefusal> {
        let found = self.sides.mandates.get(old).filter(|found| {
            let same = found.terms.principal == terms.principal
                && found.terms.mandate_holder == terms.mandate_holder;
            same && !self.status(found).is_final()
        });
        let unknown = MandateRefusal::Unknown { mandate: old, path: "/data/supersedes" };
        found.map(|found| found.id).ok_or(unknown)
    }

    /// Whether the holder does not yet have the same for the same time.
    fn is_free(
        &self,
        kind: &MandateKind,
        terms: &MandateTerms,
        old: Option<MandateId>,
    ) -> Result<(), MandateRefusal> {
        let of_holder = self.sides.mandates.of_holder(terms.mandate_holder);
        let held = of_holder.filter(|id| Some(*id) != old).filter_map(|id| self.sides.mandates.get(id));
        let (zone, code) = (kind.document().time_zone, &kind.document().kind_code);
        let (from, until) =
            (zone.begin(terms.from), terms.through.map_or(Timestamp::MAX, |through| zone.end(through)));
        let overlaps = |other: &&Mandate| {
            let theirs = other.kind.document();
            let in_time = theirs.time_zone.begin(other.terms.from) < until && from < other.declared_end();
            let powers = terms.powers.iter().any(|power| other.terms.powers.contains(power));
            let (a, b) = (&terms.mandate_targets, &other.terms.mandate_targets);
            let targets = a.is_empty() || b.is_empty() || a.iter().any(|target| b.contains(target));
            theirs.kind_code == *code
                && other.terms.principal == terms.principal
                && !self.status(other).is_final()
                && in_time
                && powers
                && targets
        };
        match held.filter(overlaps).map(|other| other.id).next() {
            Some(mandate) => Err(MandateRefusal::Overlaps { mandate }),
            None => Ok(()),
        }
    }

    /// When a mandate that waits expires.
    fn expires_at(&self, kind: &MandateKind, waits: bool) -> Option<Timestamp> {
        kind.document().pending_days.filter(|_| waits).map(|days| self.at().plus_days(days))
    }

    fn evidence(
        &self,
        context: &mut Context<'_>,
        kind: &MandateKind,
        act: EvidenceFor,
        evidence: Option<&Evidence>,
        terms: &MandateTerms,
    ) -> Result<Option<EvidenceRef>, MandateRefusal> {
        match evidence {
            None if kind.document().evidence_for.contains(&act) => Err(MandateRefusal::EvidenceMissing),
            None => Ok(None),
            Some(evidence) => Ok(Some(noted(context, evidence, about(terms, self.sides.actor)))),
        }
    }

    /// The organisations that were read.
    fn relied_on(&self, terms: &MandateTerms) -> Vec<Reliance> {
        let mut organisations: Vec<_> = terms.organisations().collect();
        organisations.dedup();
        organisations.into_iter().filter_map(|id| self.sides.parties.reliance(id)).collect()
    }
}

/// The person whom a text about a mandate is about: the principal, or else the holder, or else the actor.
fn about(terms: &MandateTerms, actor: PersonId) -> PersonId {
    match (terms.principal, terms.mandate_holder) {
        (Principal::Person(id), _) | (Principal::Organisation(_), MandateHolder::Person(id)) => id,
        (Principal::Organisation(_), MandateHolder::Organisation(_) | MandateHolder::Team { .. }) => actor,
    }
}

/// Puts evidence into the record.
fn noted(context: &mut Context<'_>, evidence: &Evidence, about: PersonId) -> EvidenceRef {
    EvidenceRef {
        received_at: evidence.received_at,
        text: context.commit(about, &evidence.sha256.to_string()),
    }
}
