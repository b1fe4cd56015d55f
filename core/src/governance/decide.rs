//! Decides commands about the rules of a process.

use super::rule::ScopePath;
use super::{
    Act, ActName, AdoptGovernance, ApprovalAsked, ApprovalGiven, ApprovalWithdrawn, AskApproval, Command,
    Effect, Event, GiveApproval, GovernanceAdopted, GovernanceModel, GovernanceRefusal, GrantRole, Holder,
    HolderRef, LiftRestriction, Matter, MatterRef, Permission, PermissionSet, PlaceRestriction,
    RestrictionLifted, RestrictionPlaced, RevokeRole, RoleGranted, RoleRevoked, WithdrawApproval,
};
use crate::check::{Authorization, ProcessView, Question, seen};
use crate::journal::Reliance;
use crate::kernel::Refused;
use crate::kernel::{Asked, Context, Document, Documents, LinkRefusal};
use crate::party::{Parties, StakeholderKind, Texts};
use crate::types::{
    ApprovalId, DocumentId, GrantId, HostId, ItemId, Key, OrganisationId, PersonId, RestrictionId, Timestamp,
    Window,
};

type Decided = Result<Event, Refused>;

/// For whom somebody acts.
pub(crate) struct Capacity {
    pub(crate) kind: StakeholderKind,
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) relied_on: Vec<Reliance>,
}

/// The actor's capacity: for an organisation that they belong to, or for themselves.
pub(crate) fn acting_for(
    context: &Context<'_>,
    parties: &Parties,
    organisation: Option<&HostId>,
) -> Result<Capacity, Refused> {
    capacity_of(context, parties, context.actor(), organisation)
}

fn capacity_of(
    context: &Context<'_>,
    parties: &Parties,
    person: PersonId,
    organisation: Option<&HostId>,
) -> Result<Capacity, Refused> {
    let Some(host_id) = organisation else {
        return Ok(Capacity { kind: StakeholderKind::Citizen, organisation: None, relied_on: Vec::new() });
    };
    let id = context.organisation(host_id, "/data/acting_for")?;
    let stream = parties.organisation(id).ok_or(GovernanceRefusal::NotMember)?;
    if !stream.state.speaks_through(person, context.at()) {
        return Err(GovernanceRefusal::NotMember.into());
    }
    let relied_on = parties.reliance(id).into_iter().collect();
    Ok(Capacity { kind: stream.state.kind, organisation: Some(id), relied_on })
}

/// The grant of the founder's role when a process is created.
pub(crate) fn found(
    context: &Context<'_>,
    role: Key,
    kind: StakeholderKind,
    organisation: Option<OrganisationId>,
) -> Event {
    // It is held for the organisation for which the process is created, and suspended when the holder leaves it.
    RoleGranted {
        grant: GrantId::from_bytes(context.new_id("interlink/grant/1")),
        holder: Holder::Person(context.actor()),
        item: None,
        kind,
        organisation_id: organisation,
        relied_on: Vec::new(),
        role,
        successor: false,
        window: Window::since(context.at()),
    }
    .into()
}

/// The grant of a role to somebody who comes with an imported process.
pub(crate) fn appoint(
    context: &Context<'_>,
    parties: &Parties,
    model: &GovernanceModel,
    person: PersonId,
    organisation: Option<&HostId>,
) -> Result<Event, Refused> {
    let role = &model.document().founder;
    let acting_for = capacity_of(context, parties, person, organisation)?;
    if !model.role(role).is_some_and(|role| role.holders.contains(&acting_for.kind)) {
        return Err(GovernanceRefusal::KindNotAdmitted {
            role: role.clone(),
            kind: acting_for.kind,
            path: "/data/acting_for",
        }
        .into());
    }
    let id = context.new_id_for("interlink/grant/import/1", person.as_bytes());
    Ok(RoleGranted {
        grant: GrantId::from_bytes(id),
        holder: Holder::Person(person),
        item: None,
        kind: acting_for.kind,
        organisation_id: acting_for.organisation,
        relied_on: acting_for.relied_on,
        role: role.clone(),
        successor: false,
        window: Window::since(context.at()),
    }
    .into())
}

/// Decides a command about the rules of a process.
pub(crate) fn decide(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    parties: &Parties,
    view: &ProcessView,
    erased: &[(PersonId, Reliance)],
    texts: Texts<'_>,
    command: &Command,
) -> Decided {
    let mut handler = Handler { context, documents, parties, view, erased, texts };
    match command {
        Command::GrantRole(c) => handler.grant(c),
        Command::RevokeRole(c) => handler.revoke(c),
        Command::PlaceRestriction(c) => handler.restrict(c),
        Command::LiftRestriction(c) => handler.lift(c),
        Command::AskApproval(c) => handler.ask_approval(c),
        Command::GiveApproval(c) => handler.approve(c),
        Command::WithdrawApproval(c) => handler.withdraw(c),
        Command::AdoptGovernance(c) => handler.adopt(c),
    }
}

/// A grant to a party that is already known.
pub(crate) struct Wish<'a> {
    pub(crate) holder: Holder,
    pub(crate) acting_for: Option<&'a HostId>,
    pub(crate) role: &'a Key,
    pub(crate) item: Option<ItemId>,
}

/// Decides a grant that is part of another decision: the same rules, from now on without an end.
pub(crate) fn grant_for(
    context: &mut Context<'_>,
    parties: &Parties,
    view: &ProcessView,
    wish: &Wish<'_>,
) -> Decided {
    let window = Window::since(context.at());
    Handler { context, documents: &NoDocuments, parties, view, erased: &[], texts: Texts::default() }
        .give(wish, window)
}

/// A grant only needs the documents of the process.
struct NoDocuments;

impl Documents for NoDocuments {
    fn document(&self, _: DocumentId) -> Option<Document> {
        None
    }
}

struct Handler<'a, 'c> {
    context: &'a mut Context<'c>,
    documents: &'a dyn Documents,
    /// More than the view's: includes the organisations that the command names.
    parties: &'a Parties,
    view: &'a ProcessView,
    /// The erased people among those who might administer the process, with the streams that record it.
    erased: &'a [(PersonId, Reliance)],
    /// The texts of requests for approval.
    texts: Texts<'a>,
}

impl Handler<'_, '_> {
    fn grant(&mut self, c: &GrantRole) -> Decided {
        if let Some(pass) = self.succeeds(c)? {
            return self.succession(c, pass);
        }
        // The actor's permission is checked before the holder is looked up, who may be new.
        self.may_grant(&c.role, c.item)?;
        let holder = self.holder_id(&c.holder)?;
        if let Holder::Team { organisation_id: organisation, team_id: team } = holder {
            self.parties.open_team(organisation, team, "/data/holder/team")?;
        }
        let wish = Wish { holder, acting_for: c.acting_for.as_ref(), role: &c.role, item: c.item };
        let window = self.window(c.from, c.until)?;
        self.give(&wish, window)
    }

    /// Checks that the actor may grant this role there.
    fn may_grant(&self, key: &Key, item: Option<ItemId>) -> Result<Authorization, Refused> {
        let path = self.path(item)?;
        let pass = self.require(Permission::RoleGrant, item)?;
        let model = self.view.process().governance().model();
        let role = model.role(key).ok_or_else(|| GovernanceRefusal::RoleUnknown { role: key.clone() })?;
        self.gives_what_she_holds(key, role.permissions, item, &path)?;
        if role.permissions.contains(Permission::ProcessAdminister) && item.is_some() {
            return Err(GovernanceRefusal::ScopeTooNarrow { role: key.clone() }.into());
        }
        Ok(pass)
    }

    fn give(&mut self, wish: &Wish<'_>, window: Window) -> Decided {
        let pass = self.may_grant(wish.role, wish.item)?;
        Ok(self.granted(wish, window, pass)?.into())
    }

    fn granted(
        &mut self,
        wish: &Wish<'_>,
        window: Window,
        mut pass: Authorization,
    ) -> Result<RoleGranted, Refused> {
        let (kind, organisation) = self.kind_of(wish.holder, wish.acting_for, &mut pass)?;
        let model = self.view.process().governance().model();
        if !model.role(wish.role).is_some_and(|role| role.holders.contains(&kind)) {
            return Err(GovernanceRefusal::KindNotAdmitted {
                role: wish.role.clone(),
                kind,
                path: "/data/role",
            }
            .into());
        }
        Ok(RoleGranted {
            grant: GrantId::from_bytes(self.context.new_id("interlink/grant/1")),
            holder: wish.holder,
            item: wish.item,
            kind,
            organisation_id: organisation,
            relied_on: pass.relied_on,
            role: wish.role.clone(),
            successor: false,
            window,
        })
    }

    /// Whether the actor may appoint a successor: nobody in the process can administer it, and the actor administers
    /// the organisation for which it is run, or is an operator if there is none. Returns what that relies on.
    fn succeeds(&self, c: &GrantRole) -> Result<Option<Authorization>, Refused> {
        let (actor, at) = (self.context.actor(), self.context.at());
        let role = self.view.process().governance().model().role(&c.role);
        let governs = role.is_some_and(|role| role.permissions.contains(Permission::ProcessAdminister));
        let erased = |person: &PersonId| self.erased.iter().any(|(gone, _)| gone == person);
        if !governs || c.item.is_some() || !self.view.administrators(at).iter().all(erased) {
            return Ok(None);
        }
        let mut pass = Authorization::default();
        let speaks = match self.view.process().organisation() {
            Some(id) => {
                self.parties.reliance(id).into_iter().for_each(|reliance| pass.rely_on(reliance));
                self.parties.organisation(id).is_some_and(|of| of.state.is_administrator(actor))
            }
            None => {
                self.parties.host_reliance().into_iter().for_each(|reliance| pass.rely_on(reliance));
                self.parties.host().is_some_and(|host| host.state.has(actor))
            }
        };
        self.erased.iter().for_each(|(_, reliance)| pass.rely_on(*reliance));
        Ok(speaks.then_some(pass))
    }

    fn succession(&mut self, c: &GrantRole, pass: Authorization) -> Decided {
        let holder = self.holder_id(&c.holder)?;
        let run_for = self.view.process().organisation();
        if run_for.is_none() && holder == Holder::Person(self.context.actor()) {
            return Err(GovernanceRefusal::OwnSuccession.into());
        }
        let in_the_name_of = match (holder, &c.acting_for) {
            (Holder::Team { organisation_id: organisation, .. }, _) => Some(organisation),
            (Holder::Person(_), Some(id)) => Some(self.context.organisation(id, "/data/acting_for")?),
            (Holder::Person(_), None) => None,
        };
        if run_for.is_some() && in_the_name_of != run_for {
            return Err(GovernanceRefusal::SuccessorElsewhere.into());
        }
        let wish = Wish { holder, acting_for: c.acting_for.as_ref(), role: &c.role, item: None };
        let window = self.window(c.from, c.until)?;
        let granted = self.granted(&wish, window, pass)?;
        Ok(RoleGranted { successor: true, ..granted }.into())
    }

    /// Nobody can grant permissions that they do not hold, so that the right to grant does not lead to more
    /// permissions.
    fn gives_what_she_holds(
        &self,
        role: &Key,
        permissions: PermissionSet,
        item: Option<ItemId>,
        path: &ScopePath,
    ) -> Result<(), Refused> {
        let lacks = permissions.iter().find(|permission| {
            let question = self.question(*permission, item);
            self.view.word(&question, path).is_none()
        });
        match lacks {
            Some(permission) => {
                Err(GovernanceRefusal::ExceedsGranter { role: role.clone(), permission }.into())
            }
            None => Ok(()),
        }
    }

    fn revoke(&mut self, c: &RevokeRole) -> Decided {
        let governance = self.view.process().governance();
        let grant =
            governance.grants().find(|grant| grant.id == c.grant).ok_or(GovernanceRefusal::GrantUnknown)?;
        let pass = self.require(Permission::RoleGrant, grant.item)?;
        if grant.ended.is_some() || grant.window.until().is_some_and(|until| until <= self.context.at()) {
            return Err(GovernanceRefusal::GrantEnded.into());
        }
        let role = governance.model().role(&grant.role);
        if role.is_some_and(|role| role.permissions.contains(Permission::ProcessAdminister)) {
            self.require(Permission::ProcessAdminister, None)?;
            self.somebody_administers(|other| other.id != grant.id, |_| false)?;
        }
        let subject = self.subject(grant.holder);
        let reason = c.reason.as_ref().map(|reason| self.context.commit(subject, reason.as_str()));
        Ok(RoleRevoked { grant: c.grant, reason, relied_on: pass.relied_on }.into())
    }

    fn restrict(&mut self, c: &PlaceRestriction) -> Decided {
        self.path(c.item)?;
        let mut pass = self.require(Permission::RestrictionPlace, c.item)?;
        if c.permissions.is_empty() {
            return Err(GovernanceRefusal::RestrictionEmpty.into());
        }
        let holder = self.holder_id(&c.holder)?;
        if let Holder::Team { organisation_id: organisation, .. } = holder {
            self.parties.reliance(organisation).into_iter().for_each(|reliance| pass.rely_on(reliance));
        }
        if c.permissions.contains(Permission::ProcessAdminister) {
            self.require(Permission::ProcessAdminister, None)?;
            self.somebody_administers(|_| true, |person| Holder::Person(person) == holder)?;
        }
        let subject = self.subject(holder);
        Ok(RestrictionPlaced {
            holder,
            item: c.item,
            permissions: c.permissions,
            reason: self.context.commit(subject, c.reason.as_str()),
            relied_on: pass.relied_on,
            restriction: RestrictionId::from_bytes(self.context.new_id("interlink/restriction/1")),
            window: self.window(c.from, c.until)?,
        }
        .into())
    }

    fn lift(&self, c: &LiftRestriction) -> Decided {
        let mut restrictions = self.view.process().governance().restrictions();
        let restriction = restrictions.find(|restriction| restriction.id == c.restriction);
        let restriction = restriction.ok_or(GovernanceRefusal::RestrictionUnknown)?;
        let pass = self.require(Permission::RestrictionPlace, restriction.item)?;
        if restriction.ended.is_some()
            || restriction.window.until().is_some_and(|until| until <= self.context.at())
        {
            return Err(GovernanceRefusal::RestrictionEnded.into());
        }
        Ok(RestrictionLifted { relied_on: pass.relied_on, restriction: c.restriction }.into())
    }

    /// The complete act.
    fn act(
        &mut self,
        permission: Permission,
        item: Option<ItemId>,
        matter: Option<&MatterRef>,
    ) -> Result<Act, Refused> {
        if !self.view.process().governance().model().asks_approval_of().contains(permission) {
            return Err(GovernanceRefusal::ApprovalNotAsked { permission }.into());
        }
        let given = matter.cloned().unwrap_or_default();
        let holder = given.holder.as_ref().map(|holder| self.holder_id(holder)).transpose()?;
        let command = given.command.or_else(|| ActName::only_of(permission));
        // Adopting less restrictive rules counts as every kind of act that needs an approval under the old rules.
        let others = |name: &ActName| name.permission() != permission && *name != ActName::GovernanceAdopt;
        if let Some(name) = command.filter(others) {
            return Err(GovernanceRefusal::ApprovalCommand { command: name.as_str(), permission }.into());
        }
        let waits_for_one = || {
            let tree = self.view.process().tree();
            let mut all = tree.prerequisites(tree.item(item?)?).map(|(on, ..)| on.id());
            all.next().filter(|_| all.next().is_none())
        };
        let on = given.on.or_else(|| {
            let waits = matches!(command, Some(ActName::PrerequisiteWaive | ActName::PrerequisiteRemove));
            waits.then(waits_for_one).flatten()
        });
        let MatterRef { asset, document, grant, purpose, restriction, role, .. } = given;
        let matter = Matter { asset, command, document, grant, holder, on, purpose, restriction, role };
        if let Some(missing) = matter.missing() {
            return Err(GovernanceRefusal::ApprovalMatter { permission, missing }.into());
        }
        Ok(Act { permission, item, matter })
    }

    fn ask_approval(&mut self, c: &AskApproval) -> Decided {
        let path = self.path(c.item)?;
        let question = self.question(c.permission, c.item);
        if !c.act.action().is_approvable() {
            return Err(GovernanceRefusal::ApprovalAct { command: c.act.action().type_name() }.into());
        }
        let act = self.act(c.permission, c.item, c.matter.as_ref())?;
        let pass = self.view.require_word(&question, &path)?;
        let said = c.act.action().said(self.context, "/data/act")?;
        let (process, seen) = (self.view.process(), seen(&act, self.view.process()));
        let mut requests = process.governance().approval_requests();
        // The requester does not matter: what is approved for one is approved for all who may do it.
        let same = |other: &super::ApprovalRequest| {
            other.act == act && other.seen == seen && self.texts.holds(other.content, &said)
        };
        if requests.any(same) {
            return Err(GovernanceRefusal::ApprovalExists { permission: c.permission }.into());
        }
        let request = ApprovalId::from_bytes(self.context.new_id("interlink/approval/1"));
        let content = self.context.commit(self.spoken_of(&act), &said);
        let (Act { permission, item, matter }, relied_on) = (act, pass.relied_on);
        Ok(ApprovalAsked { content, item, matter, permission, relied_on, request, seen }.into())
    }

    /// The person whom the texts of an act concern: the texts are erased with that person.
    fn spoken_of(&self, act: &Act) -> PersonId {
        let mut grants = self.view.process().governance().grants();
        let of_grant = act.matter.grant.and_then(|id| grants.find(|grant| grant.id == id));
        match act.matter.holder.or(of_grant.map(|grant| grant.holder)) {
            Some(holder) => self.subject(holder),
            None => self.context.actor(),
        }
    }

    fn approve(&mut self, c: &GiveApproval) -> Decided {
        let (actor, at) = (self.context.actor(), self.context.at());
        let governance = self.view.process().governance();
        let request = governance.approval_requests().find(|request| request.id == c.request);
        let request = request.ok_or(GovernanceRefusal::ApprovalNotOpen)?;
        let (permission, item) = (request.act.permission, request.act.item);
        let path = self.path(item)?;
        let asked: Vec<Key> =
            governance.model().approvals_for(permission).map(|rule| rule.by.clone()).collect();
        if asked.is_empty() {
            return Err(GovernanceRefusal::ApprovalNotAsked { permission }.into());
        }
        let (mut roles, mut relied_on) = (Vec::new(), Vec::new());
        for role in &asked {
            if let Some(through) = self.view.stands_in(actor, role, &path, (at, at)) {
                roles.push(role.clone());
                relied_on.extend(through.and_then(|organisation| self.view.parties.reliance(organisation)));
            }
        }
        if roles.is_empty() {
            return Err(GovernanceRefusal::ApprovalNotApprover { permission, roles: asked }.into());
        }
        if !self.view.is_as_asked(request) {
            return Err(GovernanceRefusal::ApprovalChanged { permission }.into());
        }
        // An approval from before the approver interrupted the role no longer counts, and can be given again.
        let same = |other: &&super::Approval| other.by == actor && other.request == request.id;
        let counts = |other: &super::Approval| {
            other.roles.iter().any(|role| self.view.stands_in(actor, role, &path, (other.at, at)).is_some())
        };
        if governance.approvals().filter(same).any(counts) {
            return Err(GovernanceRefusal::ApprovalExists { permission }.into());
        }
        let approval = ApprovalId::from_bytes(self.context.new_id("interlink/approval/1"));
        relied_on.dedup();
        Ok(ApprovalGiven { approval, item, permission, relied_on, request: request.id, roles }.into())
    }

    fn withdraw(&self, c: &WithdrawApproval) -> Decided {
        let mut open = self.view.process().governance().approvals();
        if open.any(|approval| approval.id == c.approval && approval.by == self.context.actor()) {
            Ok(ApprovalWithdrawn { approval: c.approval }.into())
        } else {
            Err(GovernanceRefusal::ApprovalUnknown.into())
        }
    }

    fn adopt(&mut self, c: &AdoptGovernance) -> Decided {
        let pass = self.require(Permission::ProcessAdminister, None)?;
        let process = self.view.process();
        let governance = process.governance();
        let document = c.model;
        let model =
            self.documents.model(document).ok_or_else(|| match self.documents.document(document) {
                Some(_) => GovernanceRefusal::DocumentKind { document },
                None => GovernanceRefusal::DocumentUnknown { document },
            })?;
        let (current, next) = (governance.model().document(), model.document());
        if process.has_begun() && (next.id != current.id || next.version <= current.version) {
            return Err(
                GovernanceRefusal::ModelVersion { id: current.id.clone(), current: current.version }.into()
            );
        }
        let effect = Effect::of(governance, &model);
        if process.has_begun() && c.effect.as_ref() != Some(&effect) {
            return Err(GovernanceRefusal::EffectUndeclared { effect: Box::new(effect) }.into());
        }
        let administers = |role: &Key| {
            next.roles.get(role).is_some_and(|role| role.permissions.contains(Permission::ProcessAdminister))
        };
        self.somebody_administers(
            |grant| administers(&grant.role) && !effect.grants_ended.contains(&grant.id),
            |_| false,
        )?;
        let mut pass = pass;
        for permission in effect.eased.iter() {
            let question = self.question(permission, None);
            let relied_on = self.view.require_approvals(&question, &ScopePath::PROCESS)?;
            relied_on.into_iter().for_each(|reliance| pass.rely_on(reliance));
        }
        let reason = self.context.commit(self.context.actor(), c.reason.as_str());
        Ok(GovernanceAdopted { effect, model: document, reason, relied_on: pass.relied_on }.into())
    }

    /// Refuses a change after which no person would administer the process in their own right and without an end.
    fn somebody_administers(
        &self,
        keeps: impl Fn(&super::Grant) -> bool,
        loses: impl Fn(PersonId) -> bool,
    ) -> Result<(), Refused> {
        let governance = self.view.process().governance();
        let at = self.context.at();
        let role = |key: &Key| governance.model().role(key);
        let restricted = |person: PersonId| {
            governance.restrictions().any(|r| {
                r.holder == Holder::Person(person)
                    && r.item.is_none()
                    && r.ended.is_none()
                    && r.window.until().is_none_or(|until| at < until)
                    && r.permissions.contains(Permission::ProcessAdminister)
            })
        };
        let remains = governance.grants().any(|grant| {
            let Holder::Person(person) = grant.holder else { return false };
            let administers =
                role(&grant.role).is_none_or(|r| r.permissions.contains(Permission::ProcessAdminister));
            let endless =
                grant.ended.is_none() && grant.window.until().is_none() && self.view.grant_holds(grant, at);
            administers && endless && keeps(grant) && !loses(person) && !restricted(person)
        });
        if remains { Ok(()) } else { Err(GovernanceRefusal::LastAdministrator.into()) }
    }

    fn question(&self, permission: Permission, item: Option<ItemId>) -> Question {
        Question { actor: self.context.actor(), permission, item, asset: None, at: self.context.at() }
    }

    fn require(&self, permission: Permission, item: Option<ItemId>) -> Result<Authorization, Refused> {
        self.view.require(&self.question(permission, item))
    }

    fn path(&self, item: Option<ItemId>) -> Result<ScopePath, Refused> {
        let Some(id) = item else { return Ok(ScopePath::PROCESS) };
        let item = self.view.process().tree().item(id).ok_or(GovernanceRefusal::ItemUnknown { item: id })?;
        Ok(item.path)
    }

    fn holder_id(&mut self, holder: &HolderRef) -> Result<Holder, Refused> {
        Ok(match holder {
            HolderRef::Person(host_id) => {
                Holder::Person(self.context.person(host_id, "/data/holder/person")?)
            }
            HolderRef::Team(host_id) => {
                let (team, organisation) = self.context.team(host_id, "/data/holder/team")?;
                Holder::Team { organisation_id: organisation, team_id: team }
            }
        })
    }

    /// The stakeholder kind in which a party will hold a role, and the organisation for which a person does.
    fn kind_of(
        &self,
        holder: Holder,
        acting_for: Option<&HostId>,
        pass: &mut Authorization,
    ) -> Result<(StakeholderKind, Option<OrganisationId>), Refused> {
        if acting_for.is_some() && matches!(holder, Holder::Team { .. }) {
            return Err(LinkRefusal::Kind { expected: "a person", path: "/data/holder" }.into());
        }
        let (kind, name, relied_on) = match holder {
            Holder::Person(person) => {
                let acting_for = capacity_of(self.context, self.parties, person, acting_for)?;
                (acting_for.kind, acting_for.organisation, acting_for.relied_on)
            }
            Holder::Team { organisation_id: organisation, team_id: team } => {
                let known =
                    self.parties.organisation(organisation).and_then(|stream| stream.state.team(team));
                let kind = known.ok_or(GovernanceRefusal::NotMember)?.kind;
                (kind, None, self.parties.reliance(organisation).into_iter().collect())
            }
        };
        relied_on.into_iter().for_each(|reliance| pass.rely_on(reliance));
        Ok((kind, name))
    }

    /// The person whom a text about a holder concerns: the person, or for a team the author.
    fn subject(&self, holder: Holder) -> PersonId {
        match holder {
            Holder::Person(person) => person,
            Holder::Team { .. } => self.context.actor(),
        }
    }

    fn window(&self, from: Option<Timestamp>, until: Option<Timestamp>) -> Result<Window, Refused> {
        let (said, at) = (self.context.made_at(), self.context.at());
        Ok(Window::given(from, until, said, at).map_err(GovernanceRefusal::Window)?)
    }
}
