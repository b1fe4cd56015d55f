//! Decides commands on assets.

use super::{
    AddAsset, Asset, AssetAdded, AssetDeleted, AssetEdited, AssetOpened, AssetRefusal, AssetRevised, Command,
    Content, DeleteAsset, Derivation, EditAsset, Event, OpenAsset, ReviseAsset,
};
use crate::catalogue::{Interlinker, InterlinkerKind};
use crate::check::{Authorization, ProcessView, Question};
use crate::governance::Permission;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::process::{self, ItemKind, Process, Status, TaskStarted};
use crate::types::{AssetId, ItemId, Key};

/// The most assets that one process may have, deleted ones included.
const MOST: usize = 100_000;

/// The effect of a command: on the asset, and on its task.
pub(crate) type Decided = Result<(Event, Option<process::Event>), Refused>;

/// Decides a command on the assets of a process.
pub(crate) fn decide(context: &mut Context<'_>, view: &ProcessView, command: &Command) -> Decided {
    let mut handler = Handler { context, view };
    let event = match command {
        Command::AddAsset(c) => return handler.add(c),
        Command::EditAsset(c) => handler.edit(c)?,
        Command::ReviseAsset(c) => handler.revise(c)?,
        Command::DeleteAsset(c) => handler.delete(c)?,
        Command::OpenAsset(c) => handler.look(c)?,
    };
    Ok((event, None))
}

struct Handler<'a, 'c> {
    context: &'a mut Context<'c>,
    view: &'a ProcessView,
}

impl Handler<'_, '_> {
    fn process(&self) -> &Process {
        self.view.process()
    }

    fn require(
        &self,
        permission: Permission,
        item: ItemId,
        asset: Option<AssetId>,
    ) -> Result<Authorization, Refused> {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.view.require(&Question { actor, permission, item: Some(item), asset, at })
    }

    fn find(&self, id: AssetId) -> Result<&Asset, Refused> {
        let asset = self.process().assets().asset(id);
        Ok(asset.ok_or(AssetRefusal::Unknown { asset: id, path: "/data/asset" })?)
    }

    /// An existing asset, if the actor has this permission on it.
    fn open(&self, id: AssetId, permission: Permission) -> Result<(&Asset, Authorization), Refused> {
        let asset = self.find(id)?;
        let pass = self.require(permission, asset.item, Some(id))?;
        if asset.deleted.is_some() {
            return Err(AssetRefusal::Deleted.into());
        }
        Ok((asset, pass))
    }

    fn add(&self, c: &AddAsset) -> Decided {
        let item = self.process().tree().item(c.item).ok_or(AssetRefusal::ItemUnknown { item: c.item })?;
        if item.kind() != ItemKind::Task {
            return Err(AssetRefusal::NoTask.into());
        }
        let pass = self.require(Permission::AssetCreate, c.item, None)?;
        if self.process().assets().len() >= MOST {
            return Err(AssetRefusal::Limit { most: MOST }.into());
        }
        self.is_held(&c.content)?;
        self.is_resource(c.interlinker.as_ref())?;
        c.derived_from.iter().try_for_each(|derivation| self.is_there(derivation))?;
        let starts = self.process().governance().model().document().work.asset_starts_task
            && item.status() == Status::Awaiting
            && self.process().assets().on(c.item).next().is_none();
        let started = starts.then(|| {
            TaskStarted { despite: pass.despite.clone(), item: c.item, relied_on: Vec::new() }.into()
        });
        let added = AssetAdded {
            asset: AssetId::from_bytes(self.context.new_id("interlink/asset/1")),
            content: c.content.clone(),
            derived_from: c.derived_from.clone(),
            description: c.description.clone(),
            despite: pass.despite,
            interlinker: c.interlinker.clone(),
            item: c.item,
            licence: c.licence.clone(),
            relied_on: pass.relied_on,
            title: c.title.clone(),
        };
        Ok((added.into(), started))
    }

    /// An asset can only be held by an interlinker of the catalogue that holds assets.
    fn is_held(&self, content: &Content) -> Result<(), Refused> {
        let Content::Held { interlinker, .. } = content else { return Ok(()) };
        let found = self.process().catalogue().and_then(|catalogue| catalogue.interlinker(interlinker));
        match found.and_then(|found| found.integration()) {
            Some(_) => Ok(()),
            None => Err(AssetRefusal::NoHost { interlinker: interlinker.clone() }.into()),
        }
    }

    /// An asset can only be made from a knowledge resource of the catalogue; software is not one.
    fn is_resource(&self, interlinker: Option<&Key>) -> Result<(), Refused> {
        let Some(interlinker) = interlinker else { return Ok(()) };
        let found = self.process().catalogue().and_then(|catalogue| catalogue.interlinker(interlinker));
        match found.map(Interlinker::kind) {
            Some(InterlinkerKind::Knowledge | InterlinkerKind::ExternalKnowledge) => Ok(()),
            Some(InterlinkerKind::Software | InterlinkerKind::ExternalSoftware) | None => {
                Err(AssetRefusal::NoResource { interlinker: interlinker.clone() }.into())
            }
        }
    }

    /// A source in another process cannot be looked up; one in this process must exist.
    fn is_there(&self, derivation: &Derivation) -> Result<(), Refused> {
        if derivation.process.is_some_and(|process| process != self.process().id()) {
            return Ok(());
        }
        let (asset, version) = (derivation.asset, derivation.version);
        let path = "/data/derived_from";
        let found = self.process().assets().asset(asset).ok_or(AssetRefusal::Unknown { asset, path })?;
        if (1..=found.version()).contains(&version) {
            Ok(())
        } else {
            Err(AssetRefusal::StreamSeqUnknown { asset, version }.into())
        }
    }

    fn edit(&self, c: &EditAsset) -> Result<Event, Refused> {
        let (_, pass) = self.open(c.asset, Permission::AssetEdit)?;
        if c.title.is_none() && c.description.is_none() && c.licence.is_none() {
            return Err(AssetRefusal::NothingToChange.into());
        }
        Ok(AssetEdited {
            asset: c.asset,
            description: c.description.clone(),
            licence: c.licence.clone(),
            relied_on: pass.relied_on,
            title: c.title.clone(),
        }
        .into())
    }

    fn revise(&self, c: &ReviseAsset) -> Result<Event, Refused> {
        let (asset, pass) = self.open(c.asset, Permission::AssetEdit)?;
        if asset.content() == Some(&c.content) {
            return Err(AssetRefusal::NothingToChange.into());
        }
        self.is_held(&c.content)?;
        Ok(AssetRevised { asset: c.asset, content: c.content.clone(), relied_on: pass.relied_on }.into())
    }

    fn look(&self, c: &OpenAsset) -> Result<Event, Refused> {
        let (_, pass) = self.open(c.asset, Permission::AssetView)?;
        Ok(AssetOpened { asset: c.asset, relied_on: pass.relied_on }.into())
    }

    fn delete(&mut self, c: &DeleteAsset) -> Result<Event, Refused> {
        let (_, pass) = self.open(c.asset, Permission::AssetDelete)?;
        let actor = self.context.actor();
        let reason = c.reason.as_ref().map(|reason| self.context.commit(actor, reason.as_str()));
        Ok(AssetDeleted { asset: c.asset, reason, relied_on: pass.relied_on }.into())
    }
}
