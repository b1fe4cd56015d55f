//! Decides commands on a process.

use super::command::CompleteTask;
use super::create::{catalogue, template};
use super::effect::{Misfit, adopt};
use super::reshape::misplaced;
use super::{
    AddItem, AddPrerequisite, AdoptCatalogue, AdoptTemplate, CatalogueAdopted, Command, Cycle, DisableItem,
    EditItem, EditProcess, EnableItem, Event, Item, ItemAdded, ItemDisabled, ItemEdited, ItemEnabled,
    ItemKind, ItemScheduled, Ix, Prerequisite, PrerequisiteAdded, PrerequisiteRemoved, PrerequisiteWaived,
    Process, ProcessClosed, ProcessEdited, ProcessPublished, ProcessRefusal, Publication,
    PublicationDocument, PublicationMark, PublishProcess, RemovePrerequisite, ReopenTask, ScheduleItem,
    StartTask, Status, TaskCompleted, TaskReopened, TaskStarted, TemplateAdopted, Unmet, WaivePrerequisite,
    template::MOST_ITEMS,
};
use crate::check::{Authorization, ProcessView, Question};
use crate::governance::Permission;
use crate::kernel::Refused;
use crate::kernel::{Context, Documents};
use crate::types::{Commitment, ItemId, Key, Remark};

pub(super) type Decided = Result<Event, Refused>;

/// Decides a command on an existing process.
pub(crate) fn decide(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    view: &ProcessView,
    command: &Command,
) -> Decided {
    let mut handler = Handler { context, documents, view };
    match command {
        Command::CreateProcess(_) | Command::CloneProcess(_) | Command::ImportProcess(_) => {
            Err(ProcessRefusal::NothingToChange.into())
        }
        Command::PublishProcess(c) => handler.publish(c),
        Command::CloseProcess(_) => handler.close(),
        Command::EditProcess(c) => handler.edit_process(c),
        Command::AddItem(c) => handler.add_item(c),
        Command::EditItem(c) => handler.edit_item(c),
        Command::MoveItem(c) => handler.move_item(c),
        Command::ReplaceTree(c) => handler.replace_tree(c),
        Command::DisableItem(c) => handler.disable(c),
        Command::EnableItem(c) => handler.enable(c),
        Command::ScheduleItem(c) => handler.schedule(c),
        Command::AddPrerequisite(c) => handler.add_prerequisite(c),
        Command::RemovePrerequisite(c) => handler.remove_prerequisite(c),
        Command::StartTask(c) => handler.start(c),
        Command::CompleteTask(c) => handler.complete(c),
        Command::ReopenTask(c) => handler.reopen(c),
        Command::WaivePrerequisite(c) => handler.waive_prerequisite(c),
        Command::AdoptTemplate(c) => handler.adopt_template(c),
        Command::AdoptCatalogue(c) => handler.adopt_catalogue(c),
    }
}

pub(super) struct Handler<'a, 'c> {
    pub(super) context: &'a mut Context<'c>,
    pub(super) documents: &'a dyn Documents,
    pub(super) view: &'a ProcessView,
}

impl Handler<'_, '_> {
    pub(super) fn process(&self) -> &Process {
        self.view.process()
    }

    pub(super) fn require(
        &self,
        permission: Permission,
        item: Option<ItemId>,
    ) -> Result<Authorization, Refused> {
        let question =
            Question { actor: self.context.actor(), permission, item, asset: None, at: self.context.at() };
        self.view.require(&question)
    }

    pub(super) fn find(&self, item: ItemId, path: &'static str) -> Result<(Ix, &Item), Refused> {
        let tree = self.process().tree();
        let ix = tree.ix(item).ok_or(ProcessRefusal::ItemUnknown { item, path })?;
        Ok((ix, tree.at(ix)))
    }

    fn edit_process(&self, c: &EditProcess) -> Decided {
        let pass = self.require(Permission::ProcessEdit, None)?;
        if c.name.is_none() && c.description.is_none() && c.language.is_none() {
            return Err(ProcessRefusal::NothingToChange.into());
        }
        let (description, language, name) = (c.description.clone(), c.language, c.name.clone());
        Ok(ProcessEdited { description, language, name, relied_on: pass.relied_on }.into())
    }

    fn publish(&mut self, c: &PublishProcess) -> Decided {
        let pass = self.require(Permission::ProcessPublish, None)?;
        let process = self.process();
        let version = u32::try_from(process.publications().len()).unwrap_or(u32::MAX).saturating_add(1);
        let template = self.view.to_template(Key::of_copy(process.id()), version);
        let publication = Publication::new(PublicationDocument {
            document: PublicationMark::Publication,
            left_out: self.view.requirements_left_out(|_| false),
            licence: c.licence.clone(),
            origin: self.view.origin(),
            salt: Some(self.context.document_salt()),
            story: c.story.clone(),
            template: template.map_err(|_| ProcessRefusal::NothingToCopy)?.document().clone(),
            version,
        });
        let publication = publication.map_err(ProcessRefusal::Publication)?;
        let publication = self.context.make(publication);
        Ok(ProcessPublished { publication, relied_on: pass.relied_on }.into())
    }

    fn close(&mut self) -> Decided {
        let pass = self.require(Permission::ProcessAdminister, None)?;
        self.context.close(self.view.process().id());
        Ok(ProcessClosed { relied_on: pass.relied_on }.into())
    }

    fn add_item(&self, c: &AddItem) -> Decided {
        let parent = c.parent.map(|id| self.find(id, "/data/parent")).transpose()?;
        let pass = self.require(Permission::ItemAdd, c.parent)?;
        if parent.map(|(_, item)| item.kind()) != c.kind.parent() {
            return Err(misplaced(c.kind).into());
        }
        if c.codelivery && c.kind != ItemKind::Phase {
            let (expected, path) = ("only phases are part of co-delivery", "/data/codelivery");
            return Err(ProcessRefusal::ItemKind { kind: c.kind, expected, path }.into());
        }
        if let Some(before) = c.before {
            let (_, sibling) = self.find(before, "/data/before")?;
            if sibling.parent != parent.map(|(ix, _)| ix) {
                return Err(ProcessRefusal::NotSibling.into());
            }
        }
        if self.process().tree().len() >= MOST_ITEMS {
            return Err(ProcessRefusal::ItemLimit { most: MOST_ITEMS }.into());
        }
        Ok(ItemAdded {
            before: c.before,
            codelivery: c.codelivery,
            description: c.description.clone(),
            item: ItemId::from_bytes(self.context.new_id("interlink/item/1")),
            kind: c.kind,
            name: c.name.clone(),
            parent: c.parent,
            problem_profiles: c.problem_profiles.clone(),
            relied_on: pass.relied_on,
        }
        .into())
    }

    fn edit_item(&self, c: &EditItem) -> Decided {
        let (_, item) = self.find(c.item, "/data/item")?;
        let pass = self.require(Permission::ItemEdit, Some(c.item))?;
        if c.codelivery.is_some() && item.kind() != ItemKind::Phase {
            let (kind, path) = (item.kind(), "/data/codelivery");
            return Err(ProcessRefusal::ItemKind {
                kind,
                expected: "only phases are part of co-delivery",
                path,
            }
            .into());
        }
        if c.codelivery.is_none()
            && c.description.is_none()
            && c.name.is_none()
            && c.problem_profiles.is_none()
        {
            return Err(ProcessRefusal::NothingToChange.into());
        }
        Ok(ItemEdited {
            codelivery: c.codelivery,
            description: c.description.clone(),
            item: c.item,
            name: c.name.clone(),
            problem_profiles: c.problem_profiles.clone(),
            relied_on: pass.relied_on,
        }
        .into())
    }

    fn disable(&mut self, c: &DisableItem) -> Decided {
        let (ix, item) = self.find(c.item, "/data/item")?;
        let mut pass = self.require(Permission::ItemDisable, Some(c.item))?;
        if item.switched_off {
            return Err(ProcessRefusal::AlreadyDisabled.into());
        }
        let prerequisites_waived = self.passes(&mut pass, |tried| {
            tried.tree.switch(ix, true);
            let parent = tried.tree.at(ix).parent;
            tried.tree.settle(parent);
        })?;
        let reason = self.gate_reason(&prerequisites_waived, c.reason.as_ref())?;
        Ok(ItemDisabled { prerequisites_waived, item: c.item, reason, relied_on: pass.relied_on }.into())
    }

    /// The prerequisites that a change waives. The actor must be permitted to waive them.
    pub(super) fn passes(
        &self,
        pass: &mut Authorization,
        change: impl FnOnce(&mut Process),
    ) -> Result<Vec<Unmet>, Refused> {
        let before = self.process().held_back();
        if before.is_empty() {
            return Ok(before);
        }
        let mut tried = self.process().clone();
        change(&mut tried);
        let passed = tried.no_longer(&before);
        self.may_pass(pass, &passed)?;
        Ok(passed)
    }

    pub(super) fn may_pass(&self, pass: &mut Authorization, gates: &[Unmet]) -> Result<(), Refused> {
        for gate in gates {
            let (actor, permission, at) =
                (self.context.actor(), Permission::PrerequisiteWaive, self.context.at());
            let question = Question { actor, permission, item: Some(gate.item), asset: None, at };
            let path = self.find(gate.item, "/data/item")?.1.path;
            let word = self.view.require_word(&question, &path)?.relied_on;
            let approvals = self.view.require_approvals(&question, &path)?;
            word.into_iter().chain(approvals).for_each(|reliance| pass.rely_on(reliance));
        }
        Ok(())
    }

    /// The reason for waiving prerequisites; not needed if none is waived.
    pub(super) fn gate_reason(
        &mut self,
        gates: &[Unmet],
        reason: Option<&Remark>,
    ) -> Result<Option<Commitment>, Refused> {
        if !gates.is_empty() && reason.is_none() {
            return Err(ProcessRefusal::PrerequisiteReason.into());
        }
        let actor = self.context.actor();
        Ok(reason.map(|reason| self.context.commit(actor, reason.as_str())))
    }

    fn enable(&self, c: &EnableItem) -> Decided {
        let (_, item) = self.find(c.item, "/data/item")?;
        let pass = self.require(Permission::ItemDisable, Some(c.item))?;
        match (item.switched_off, item.enabled) {
            (true, _) => Ok(ItemEnabled { item: c.item, relied_on: pass.relied_on }.into()),
            (false, true) => Err(ProcessRefusal::AlreadyEnabled.into()),
            (false, false) => Err(ProcessRefusal::DisabledAbove.into()),
        }
    }

    fn schedule(&self, c: &ScheduleItem) -> Decided {
        let (_, item) = self.find(c.item, "/data/item")?;
        let pass = self.require(Permission::ItemSchedule, Some(c.item))?;
        if item.kind() != ItemKind::Task {
            return Err(ProcessRefusal::DatesDerived { kind: item.kind() }.into());
        }
        if c.start.zip(c.end).is_some_and(|(start, end)| end < start) {
            return Err(ProcessRefusal::DatesReversed.into());
        }
        Ok(ItemScheduled { end: c.end, item: c.item, relied_on: pass.relied_on, start: c.start }.into())
    }

    fn add_prerequisite(&self, c: &AddPrerequisite) -> Decided {
        let (item, there) = self.find(c.item, "/data/item")?;
        let (on, _) = self.find(c.on, "/data/on")?;
        let pass = self.require(Permission::ItemEdit, Some(c.item))?;
        if there.prerequisites.iter().any(|prerequisite| prerequisite.on == on) {
            return Err(ProcessRefusal::PrerequisiteExists.into());
        }
        let mut graph = self.process().tree().graph();
        graph.add_wait(item.0, on.0, c.needs);
        if let Some(cycle) = graph.cycle() {
            return Err(self.cycle(cycle.map(Ix)).into());
        }
        Ok(PrerequisiteAdded { item: c.item, needs: c.needs, on: c.on, relied_on: pass.relied_on }.into())
    }

    fn remove_prerequisite(&mut self, c: &RemovePrerequisite) -> Decided {
        self.prerequisite(c.item, c.on)?;
        let (item, on) = (self.find(c.item, "/data/item")?.0, self.find(c.on, "/data/on")?.0);
        let mut pass = self.require(Permission::ItemEdit, Some(c.item))?;
        let prerequisites_waived =
            self.passes(&mut pass, |tried| tried.tree.remove_prerequisite(item, on))?;
        let reason = self.gate_reason(&prerequisites_waived, c.reason.as_ref())?;
        let (item, on) = (c.item, c.on);
        Ok(PrerequisiteRemoved { prerequisites_waived, item, on, reason, relied_on: pass.relied_on }.into())
    }

    fn start(&self, c: &StartTask) -> Decided {
        let pass = self.task(c.item, Permission::TaskStart, Status::Awaiting, "started")?;
        Ok(TaskStarted { despite: pass.despite, item: c.item, relied_on: pass.relied_on }.into())
    }

    fn complete(&self, c: &CompleteTask) -> Decided {
        let pass = self.task(c.item, Permission::TaskComplete, Status::InProgress, "completed")?;
        Ok(TaskCompleted { despite: pass.despite, item: c.item, relied_on: pass.relied_on }.into())
    }

    fn reopen(&self, c: &ReopenTask) -> Decided {
        let pass = self.task(c.item, Permission::TaskReopen, Status::Finished, "reopened")?;
        Ok(TaskReopened { item: c.item, relied_on: pass.relied_on }.into())
    }

    /// The checks for every step of a task: it is a task, the actor is permitted, and it has the required status.
    fn task(
        &self,
        id: ItemId,
        permission: Permission,
        expected: Status,
        act: &'static str,
    ) -> Result<Authorization, Refused> {
        let (_, item) = self.find(id, "/data/item")?;
        if item.kind() != ItemKind::Task {
            let (kind, path) = (item.kind(), "/data/item");
            return Err(ProcessRefusal::ItemKind { kind, expected: "only tasks are worked on", path }.into());
        }
        let pass = self.require(permission, Some(id))?;
        let status = item.status();
        if status != expected {
            return Err(ProcessRefusal::TaskStatus { status, expected, act }.into());
        }
        Ok(pass)
    }

    fn waive_prerequisite(&mut self, c: &WaivePrerequisite) -> Decided {
        let prerequisite = *self.prerequisite(c.item, c.on)?;
        let pass = self.require(Permission::PrerequisiteWaive, Some(c.item))?;
        if !self.process().tree().is_unmet(&prerequisite) {
            return Err(ProcessRefusal::PrerequisiteMet.into());
        }
        let reason = self.context.commit(self.context.actor(), c.reason.as_str());
        Ok(PrerequisiteWaived { item: c.item, on: c.on, reason, relied_on: pass.relied_on }.into())
    }

    fn adopt_template(&mut self, c: &AdoptTemplate) -> Decided {
        let mut pass = self.require(Permission::ProcessAdminister, None)?;
        let new = template(self.documents, c.template, "/data/template")?;
        let process = self.process();
        let current = process.template().ok_or(ProcessRefusal::TemplateNone)?.document();
        if new.document().id != current.id || new.document().version <= current.version {
            return Err(
                ProcessRefusal::TemplateVersion { id: current.id.clone(), current: current.version }.into()
            );
        }
        let mut tried = process.clone();
        let effect = adopt(&mut tried, &new).map_err(|misfit| match misfit {
            Misfit::Moved(key) => ProcessRefusal::TemplateMoves { key },
            Misfit::Cycle(cycle) => cycle_refusal(&tried, cycle),
        })?;
        if process.has_begun() && c.effect.as_ref() != Some(&effect) {
            return Err(ProcessRefusal::EffectUndeclared { effect: Box::new(effect) }.into());
        }
        self.may_pass(&mut pass, &effect.prerequisites_waived)?;
        let reason = self.context.commit(self.context.actor(), c.reason.as_str());
        Ok(TemplateAdopted { effect, reason, relied_on: pass.relied_on, template: c.template }.into())
    }

    fn adopt_catalogue(&self, c: &AdoptCatalogue) -> Decided {
        let pass = self.require(Permission::ProcessAdminister, None)?;
        catalogue(self.documents, c.catalogue)?;
        if self.process().catalogue().is_some_and(|current| current.id() == c.catalogue) {
            return Err(ProcessRefusal::NothingToChange.into());
        }
        Ok(CatalogueAdopted { catalogue: c.catalogue, relied_on: pass.relied_on }.into())
    }

    fn prerequisite(&self, item: ItemId, on: ItemId) -> Result<&Prerequisite, Refused> {
        let (_, holder) = self.find(item, "/data/item")?;
        let (on, _) = self.find(on, "/data/on")?;
        let found = holder.prerequisites.iter().find(|prerequisite| prerequisite.on == on);
        Ok(found.ok_or(ProcessRefusal::PrerequisiteUnknown)?)
    }

    pub(super) fn cycle(&self, cycle: Cycle<Ix>) -> ProcessRefusal {
        cycle_refusal(self.process(), cycle)
    }
}

fn cycle_refusal(process: &Process, cycle: Cycle<Ix>) -> ProcessRefusal {
    let tree = process.tree();
    let items = cycle.steps.iter().map(|(ix, _)| tree.at(*ix).id).collect();
    let language = process.language();
    let names = cycle.map(|ix| tree.at(ix).name().read(&language, &language).text.to_owned());
    ProcessRefusal::Cycle { names, items }
}
