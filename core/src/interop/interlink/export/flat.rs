//! A process in the form of the platform's files, flattened (see `shape`), as far as the model represents it.

use crate::types::Map;
use std::borrow::Cow;

use super::platform;
use super::shape::parts_of;
use crate::asset::{Asset, Content};
use crate::governance::{GovernanceModel, Shipped};
use crate::interop::interlink::Files;
use crate::process::{Imported, Item, ItemKind, Plan, Process, Status};
use crate::types::json::Node;
use crate::types::{AssetId, ItemId, Key, ProcessId, Timestamp};
use crate::work::Complexity;

/// The service of the platform that keeps files; its importer reads the name from the link.
pub(super) const FILE_SERVICE: &str = "http://googledrive/assets/";
/// Stands for an unknown moment.
pub(super) const SOME_TIME: &str = "1970-01-01T00:00:00";

/// The platform's names for everything in a process.
pub(super) struct Names<'p> {
    process: &'p Process,
    assets: Map<AssetId, &'p Key>,
}

/// An id in the platform's form (RFC 9562).
pub(super) fn uuid(bytes: &[u8; 16]) -> String {
    let hex = const_hex::encode(bytes);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

/// A time in the platform's form: without a zone, with microseconds.
pub(super) fn naive(at: Timestamp) -> String {
    format!("{}000", at.to_string().trim_end_matches('Z'))
}

pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::Awaiting => "awaiting",
        Status::InProgress => "in_progress",
        Status::Finished => "finished",
    }
}

impl<'p> Names<'p> {
    pub(super) fn new(process: &'p Process) -> Self {
        let imported = process.imported().map(|from| from.import().document().assets.as_slice());
        let assets = imported.unwrap_or_default().iter();
        let assets = assets.map(|asset| (Imported::asset_id(process.id(), &asset.id), &asset.id)).collect();
        Self { process, assets }
    }

    pub(super) fn process(&self) -> String {
        match self.process.imported() {
            Some(from) => from.import().document().id.to_string(),
            None => uuid(ProcessId::as_bytes(&self.process.id())),
        }
    }

    pub(super) fn item(&self, item: &Item) -> String {
        let key = self.process.imported_key(item.id());
        key.map_or_else(|| uuid(ItemId::as_bytes(&item.id())), Key::to_string)
    }

    pub(super) fn asset(&self, asset: &Asset) -> String {
        let key = self.assets.get(&asset.id);
        key.map_or_else(|| uuid(AssetId::as_bytes(&asset.id)), ToString::to_string)
    }

    /// Whether the asset came from the platform.
    pub(super) fn is_foreign(&self, asset: &Asset) -> bool {
        self.assets.contains_key(&asset.id)
    }

    /// The whole process, flat.
    pub(super) fn flat(&self) -> Node<'static> {
        let tree = self.process.tree();
        let items = tree.items().map(|item| (self.item(item).into(), self.item_node(item)));
        let assets = self.process.assets().iter().filter(|asset| asset.deleted.is_none());
        let assets = assets.map(|asset| (self.asset(asset).into(), self.asset_node(asset)));
        Node::Object(vec![
            ("folder".into(), owned(self.folder())),
            ("coproduction".into(), self.process_node()),
            ("items".into(), Node::Object(items.collect())),
            ("assets".into(), Node::Object(assets.collect())),
        ])
    }

    pub(super) fn folder(&self) -> String {
        let name = self.process.name().read(&self.process.language(), &self.process.language()).text;
        let plain = |c: char| if c.is_alphanumeric() || "-.".contains(c) { c } else { '_' };
        let folder: String = name.chars().take(60).map(plain).collect();
        if Files::is_safe(&folder) { folder } else { "process".to_owned() }
    }

    /// The fields of a process that the platform's importer reads, and the tag of its language if the platform does not
    /// support it.
    fn process_node(&self) -> Node<'static> {
        let tag = self.process.language();
        let mut node = self.known_process_node();
        if let Node::Object(members) = &mut node
            && tag.as_str() != platform::language(tag)
        {
            members.push(("language_tag".into(), owned(tag.to_string())));
        }
        node
    }

    fn known_process_node(&self) -> Node<'static> {
        let process = self.process;
        let own = process.imported().is_none();
        let model = || {
            let is = |(model, _): &(Shipped, _)| {
                GovernanceModel::shipped(*model).id() == process.governance().model().id()
            };
            super::MODELS.into_iter().find(is).map(|(_, name)| name.to_owned())
        };
        let Plan { start, end } = process.tree().plan();
        let day = |day: Option<crate::types::Date>| text(day.map(|day| format!("{day}T00:00:00")));
        let finished = process.tree().standing().status == Status::Finished;
        let logotype = || format!("/static/coproductionprocesses/{}.png", self.process());
        object([
            ("id", owned(self.process())),
            ("schema_used", Node::Null),
            ("language", owned(platform::language(process.language()).to_owned())),
            ("name", self.read(Some(process.name()))),
            ("description", self.read(process.description())),
            ("logotype", text(own.then(logotype))),
            ("aim", Node::Null),
            ("idea", Node::Null),
            ("organization_desc", Node::Null),
            ("challenges", Node::Null),
            ("requirements", Node::Null),
            ("incentive_and_rewards_state", Node::Bool(false)),
            ("hasAddAnOrganization", Node::Bool(false)),
            ("skipResourcesStep", Node::Bool(false)),
            ("hideguidechecklist", Node::Bool(false)),
            // A process from the platform keeps its own models there, whichever model it uses here.
            ("intergovernmental_model", text(own.then(model).flatten())),
            ("is_part_of_publication", Node::Bool(!process.publications().is_empty())),
            ("is_public", Node::Bool(false)),
            ("status", owned(if finished { "finished" } else { "in_progress" }.into())),
            ("rating", owned("0.0".into())),
            ("tags", Node::List(Vec::new())),
            ("start_date", day(start)),
            ("end_date", day(end)),
            ("logotype_link", owned(String::new())),
        ])
    }

    fn item_node(&self, item: &Item) -> Node<'static> {
        let kind = match item.kind() {
            ItemKind::Phase => "phase",
            ItemKind::Objective => "objective",
            ItemKind::Task => "task",
        };
        let waits = self.process.tree().prerequisites(item);
        let waits = waits.map(|(on, ..)| owned(self.item(on))).collect();
        let disabled = |text: &str| if item.switched_off() { owned(text.into()) } else { Node::Null };
        let Node::Object(mut members) = object([
            ("id", owned(self.item(item))),
            ("type", owned(kind.into())),
            ("name", self.read(Some(item.name()))),
            ("description", self.read(item.description())),
            ("status", owned(status(item.status()).into())),
            ("creator_id", Node::Null),
            ("disabler_id", disabled("")),
            ("disabled_on", disabled(SOME_TIME)),
            ("from_item", Node::Null),
            ("from_schema", Node::Null),
            ("prerequisites_ids", Node::List(waits)),
        ]) else {
            return Node::Null;
        };
        members.extend(self.kept(item));
        Node::Object(members)
    }

    /// Fields that the platform's own export leaves out and its importer keeps, if they have values.
    fn kept(&self, item: &Item) -> Vec<(Cow<'static, str>, Node<'static>)> {
        let mut members: Vec<(Cow<'static, str>, Node<'static>)> = Vec::new();
        let mut say = |name: &'static str, value: Node<'static>| members.push((name.into(), value));
        if item.codelivery() {
            say("is_part_of_codelivery", Node::Bool(true));
        }
        if !item.problem_profiles().is_empty() {
            let profiles = item.problem_profiles().iter().map(|profile| owned(profile.to_string()));
            say("problemprofiles", Node::List(profiles.collect()));
        }
        if item.kind() == ItemKind::Task {
            let Plan { start, end } = item.plan();
            let days = [("start_date", start), ("end_date", end)];
            days.into_iter().filter_map(|(name, day)| Some((name, day?))).for_each(|(name, day)| {
                say(name, owned(day.to_string()));
            });
            let complexity = self.process.work().complexity(item.id());
            if complexity != Complexity::default() {
                let Complexity { development, exploitation, management } = complexity;
                say("development", Node::Integer(development.into()));
                say("exploitation", Node::Integer(exploitation.into()));
                say("management", Node::Integer(management.into()));
            }
        }
        members
    }

    fn asset_node(&self, asset: &Asset) -> Node<'static> {
        let tree = self.process.tree();
        let task = tree.item(asset.item);
        let objective = task.and_then(|task| tree.parent(task));
        let phase = objective.and_then(|objective| tree.parent(objective));
        let id = |item: Option<&Item>| text(item.map(|item| self.item(item)));
        let made = asset.versions.first().filter(|_| !self.is_foreign(asset));
        let Node::Object(mut members) = object([
            ("id", owned(self.asset(asset))),
            ("task_id", id(task)),
            ("objective_id", id(objective)),
            ("phase_id", id(phase)),
            ("coproductionprocess_id", owned(self.process())),
            ("creator_id", Node::Null),
            ("created_at", text(made.map(|first| naive(first.at)))),
            ("updated_at", Node::Null),
        ]) else {
            return Node::Null;
        };
        members.extend(self.content(asset));
        Node::Object(members)
    }

    fn content(&self, asset: &Asset) -> Vec<(Cow<'static, str>, Node<'static>)> {
        let resource = asset.interlinker.as_ref();
        let internal = |held: Node<'static>, by: Node<'static>, link: Node<'static>| {
            [
                ("type", owned("internalasset".into())),
                ("external_asset_id", held),
                ("softwareinterlinker_id", by),
                ("knowledgeinterlinker_id", text(resource.map(Key::to_string))),
                ("capabilities", Node::Null),
                ("link", Node::Null),
                ("internal_link", link),
                ("softwareinterlinker", Node::Null),
                ("knowledgeinterlinker", resource.map_or(Node::Null, |resource| self.resource(resource))),
            ]
        };
        let members = match asset.content() {
            None => Vec::new(),
            Some(Content::Link { uri }) => vec![
                ("type", owned("externalasset".into())),
                ("name", self.read(Some(&asset.title))),
                ("uri", owned(uri.to_string())),
                ("externalinterlinker_id", Node::Null),
                ("icon", Node::Null),
                ("icon_path", Node::Null),
            ],
            Some(Content::Held { asset, interlinker }) => {
                internal(owned(asset.to_string()), owned(interlinker.to_string()), Node::Null).into()
            }
            Some(Content::File { .. }) => {
                let link = format!("{FILE_SERVICE}{}", self.asset(asset));
                internal(owned(self.asset(asset)), Node::Null, owned(link)).into()
            }
        };
        members.into_iter().map(|(name, value)| (name.into(), value)).collect()
    }

    /// A knowledge resource in the form in which the importer finds it: by name.
    fn resource(&self, id: &Key) -> Node<'static> {
        let found = self.process.catalogue().and_then(|catalogue| catalogue.interlinker(id));
        let name = |found: &crate::catalogue::Interlinker| {
            let language = self.process.language();
            owned(found.name.read(&language, &language).text.to_owned())
        };
        found.map_or(Node::Null, |found| object([("id", owned(id.to_string())), ("name", name(found))]))
    }

    fn read(&self, words: Option<&crate::types::Localized>) -> Node<'static> {
        let language = self.process.language();
        owned(words.map_or("", |words| words.read(&language, &language).text).to_owned())
    }

    /// The parts of an item, or the phases, with their own parts: taken from the flat form.
    pub(super) fn nest<'n>(
        &self,
        of: Option<&Item>,
        items: &mut Map<String, Node<'n>>,
        assets: &mut Map<String, Node<'n>>,
    ) -> Vec<Node<'n>> {
        let tree = self.process.tree();
        let children: Vec<&Item> = match of {
            None => tree.phases().collect(),
            Some(item) => tree.children(item).collect(),
        };
        let mut nodes = Vec::with_capacity(children.len());
        for child in children {
            let id = self.item(child);
            let Some(Node::Object(mut members)) = items.remove(&id) else { continue };
            let parts = match child.kind() {
                ItemKind::Phase | ItemKind::Objective => self.nest(Some(child), items, assets),
                ItemKind::Task => self.assets_of(child, &id, assets),
            };
            members.push((parts_of(child.kind()).into(), Node::List(parts)));
            nodes.push(Node::Object(members));
        }
        nodes
    }

    /// The assets of a task: carried ones in their original places, then the model's, in order.
    fn assets_of<'n>(&self, task: &Item, id: &str, assets: &mut Map<String, Node<'n>>) -> Vec<Node<'n>> {
        let imported = self.process.imported().map(|from| from.import().document().assets.as_slice());
        let imported = imported.unwrap_or_default().iter().filter(|asset| asset.item.as_str() == id);
        let native = self.process.assets().on(task.id()).map(|asset| self.asset(asset));
        let order = imported.map(|asset| asset.id.to_string()).chain(native);
        order.filter_map(|id| assets.remove(&id)).collect()
    }
}

pub(super) fn owned(text: String) -> Node<'static> {
    Node::Text(text.into())
}

fn text(text: Option<String>) -> Node<'static> {
    text.map_or(Node::Null, owned)
}

fn object<const N: usize>(members: [(&'static str, Node<'static>); N]) -> Node<'static> {
    Node::object(members.map(|(name, value)| (name, Some(value))))
}
