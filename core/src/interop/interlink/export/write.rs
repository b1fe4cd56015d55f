//! Writes an export.

use crate::types::{Map, Set};
use std::sync::Arc;

use super::flat::{Names, SOME_TIME};
use super::platform;
use super::{ASSETS, ExportFault, FOLDER, PROCESS, Report, SCHEMA};
use crate::asset::Content;
use crate::check::ProcessView;
use crate::governance::{Holder, Permission};
use crate::interop::interlink::Files;
use crate::interop::{archive, carry};
use crate::kernel::{Engine, Error};
use crate::problem::Code;
use crate::process::{ImportPlace, Imported, Process};
use crate::types::json::{Node, escape};
use crate::types::{AssetId, Carried, FileDigest, InputFault, Key, PersonId, ProcessId};

/// An export that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The archive.
    pub archive: Vec<u8>,
    /// What the format cannot hold, and files whose bytes the host no longer has.
    pub report: Report,
}

/// Writes a process as the platform's export. `bytes` gives a file's content; missing files are reported.
///
/// # Examples
///
/// ```
/// use interlink::Engine;
/// use interlink::interop::interlink::export;
/// # fn archive(engine: &Engine, process: interlink::types::ProcessId) -> Result<Vec<u8>, export::ExportFault> {
/// let written = export::write(engine, process, |_sha256| None)?;
/// for gap in &written.report.anomalies {
///     eprintln!("{gap}");
/// }
/// Ok(written.archive)
/// # }
/// ```
///
/// # Errors
/// `stream.unknown` if there is no such process; what the store reports; `import.invalid` if carried data does not fit.
pub fn write(
    engine: &Engine,
    process: ProcessId,
    bytes: impl FnMut(&FileDigest) -> Option<Vec<u8>>,
) -> Result<Written, ExportFault> {
    let view = engine.process(process)?;
    let process = view.process();
    let mut writer = Writer {
        engine,
        view: &view,
        names: Names::new(process),
        files: Files::default(),
        report: Report::default(),
        bytes,
    };
    let mut flat = Flat::of(writer.names.flat());
    match process.imported() {
        Some(imported) => writer.restore(&mut flat, imported)?,
        None => writer.clear_marks(&mut flat),
    }
    let folder = flat.folder(writer.names.folder());
    writer.content(&mut flat, &folder)?;
    writer.administrators(&mut flat.process)?;
    let mut phases = writer.names.nest(None, &mut flat.items, &mut flat.assets);
    let path = |name: &str| format!("{FOLDER}{folder}/{name}");
    let id = writer.names.process();
    let base = path("");
    platform::Taken::new(&base, &mut writer.files, &mut writer.report).make(
        &id,
        &mut flat.process,
        &mut phases,
    );
    writer.files.insert(path(PROCESS), flat.process.to_string());
    writer.files.insert(path(SCHEMA), Node::List(phases).to_string());
    Ok(Written { archive: archive::write(&writer.files)?, report: writer.report })
}

/// The flat form, taken apart for fast look-up.
struct Flat<'n> {
    folder: Node<'n>,
    process: Node<'n>,
    items: Map<String, Node<'n>>,
    assets: Map<String, Node<'n>>,
}

impl<'n> Flat<'n> {
    fn of(mut root: Node<'n>) -> Self {
        let mut take = |name: &str| root.take(name).unwrap_or(Node::Null);
        let list = |node: Node<'n>| match node {
            Node::Object(members) => members.into_iter().map(|(id, node)| (id.into_owned(), node)).collect(),
            _ => Map::new(),
        };
        Self {
            folder: take("folder"),
            process: take("coproduction"),
            items: list(take("items")),
            assets: list(take("assets")),
        }
    }

    /// The part that a pointer leads to, and the rest of the pointer.
    fn part<'p>(&self, pointer: &'p str) -> Option<(&Node<'n>, &'p str)> {
        let (list, way) = part(pointer)?;
        match list {
            Part::Folder => Some((&self.folder, way)),
            Part::Process => Some((&self.process, way)),
            Part::Item(id) => Some((self.items.get(&id)?, way)),
            Part::Asset(id) => Some((self.assets.get(&id)?, way)),
        }
    }

    fn part_mut<'p>(&mut self, pointer: &'p str) -> Option<(&mut Node<'n>, &'p str)> {
        let (list, way) = part(pointer)?;
        match list {
            Part::Folder => Some((&mut self.folder, way)),
            Part::Process => Some((&mut self.process, way)),
            Part::Item(id) => Some((self.items.get_mut(&id)?, way)),
            // Assets that are only carried are in no list yet.
            Part::Asset(id) if way.is_empty() => Some((self.assets.or_insert_with(id, || Node::Null), way)),
            Part::Asset(id) => Some((self.assets.get_mut(&id)?, way)),
        }
    }

    fn at(&self, pointer: &str) -> Option<&Node<'n>> {
        let (part, way) = self.part(pointer)?;
        carry::at(part, way)
    }

    /// The folder's name as it came; or another, if it is not valid for one folder on a disk.
    fn folder(&self, otherwise: String) -> String {
        match &self.folder {
            Node::Text(folder) if !folder.contains('/') && Files::is_safe(folder) => folder.to_string(),
            _ => otherwise,
        }
    }
}

enum Part {
    Folder,
    Process,
    Item(String),
    Asset(String),
}

/// The part that a pointer leads to, and the rest of the pointer.
fn part(pointer: &str) -> Option<(Part, &str)> {
    let split = |rest: &'_ str| rest.find('/').unwrap_or(rest.len());
    if let Some(way) = pointer.strip_prefix("/coproduction") {
        return Some((Part::Process, way));
    }
    if let Some(way) = pointer.strip_prefix("/folder") {
        return Some((Part::Folder, way));
    }
    let (list, rest): (fn(String) -> Part, &str) = match pointer.strip_prefix("/items/") {
        Some(rest) => (Part::Item, rest),
        None => (Part::Asset, pointer.strip_prefix("/assets/")?),
    };
    let (id, way) = rest.split_at_checked(split(rest))?;
    Some((list(carry::unescape(id)), way))
}

fn misfit(path: impl Into<String>, message: &str) -> ExportFault {
    ExportFault::Plan(InputFault::new(Code::ImportInvalid, path, message).into())
}

struct Writer<'w, B> {
    engine: &'w Engine,
    view: &'w ProcessView,
    names: Names<'w>,
    files: Files,
    report: Report,
    bytes: B,
}

impl<B: FnMut(&FileDigest) -> Option<Vec<u8>>> Writer<'_, B> {
    /// Sets carried data and the names of people, except where the process has changed since.
    fn restore<'n>(&self, flat: &mut Flat<'n>, imported: &'n Imported) -> Result<(), ExportFault> {
        let import = imported.import();
        let sketch = Process::sketch(&Arc::new(import.clone()));
        let sketch = sketch.ok_or_else(|| misfit("", "The import is inconsistent."))?;
        let then = Flat::of(Names::new(&sketch).flat());
        // All entries are compared before any is set, so that one does not count as a change of another.
        let unchanged = |pointer: &str| then.at(pointer) == flat.at(pointer);
        let carried = import.document().carried.iter().enumerate();
        let carried: Vec<(usize, &Carried)> =
            carried.filter(|(_, entry)| unchanged(&entry.pointer)).collect();
        let places = import.document().places.iter();
        let places: Vec<&ImportPlace> = places.filter(|place| unchanged(&place.pointer)).collect();
        // Before anything is set: platform data may look like a mark.
        self.clear_marks(flat);
        for (nth, entry) in carried {
            let Some((part, way)) = flat.part_mut(&entry.pointer) else { continue };
            carry::put(part, nth, way, entry).map_err(|fault| ExportFault::Plan(fault.into()))?;
        }
        for place in places {
            let person = imported.people().get(place.person as usize);
            let Some((person, (part, way))) = person.zip(flat.part_mut(&place.pointer)) else { continue };
            let slot = carry::find(part, way).filter(|slot| **slot == Node::Null);
            // An erased person is not named again.
            if let Some((slot, text)) = slot.zip(self.engine.text(person.named)?) {
                *slot = Node::Text(text.into());
            }
        }
        Ok(())
    }

    /// The administrators: those from the platform first, by their names there.
    fn administrators(&self, process: &mut Node<'_>) -> Result<(), ExportFault> {
        let (governance, at) = (self.view.process().governance(), self.view.stream.at);
        let mut left: Vec<PersonId> = Vec::new();
        for grant in governance.grants().filter(|grant| grant.ended.is_none() && grant.window.holds_at(at)) {
            let role = governance.model().role(&grant.role);
            let administers =
                role.is_some_and(|role| role.permissions.contains(Permission::ProcessAdminister));
            if let (Holder::Person(person), true) = (grant.holder, administers && grant.item.is_none()) {
                left.push(person);
            }
        }
        let mut named: Vec<String> = Vec::new();
        if let Some(imported) = self.view.process().imported() {
            for nth in &imported.import().document().administrators {
                let Some(known) = imported.people().get(*nth as usize) else { continue };
                if left.contains(&known.person_id) {
                    named.extend(self.engine.text(known.named)?);
                }
            }
            let administrators = &imported.import().document().administrators;
            let listed = |person: &PersonId| {
                administrators.iter().any(|nth| {
                    imported.people().get(*nth as usize).is_some_and(|known| known.person_id == *person)
                })
            };
            left.retain(|person| !listed(person));
        }
        for person in left {
            named.extend(self.engine.host_id(person)?.map(|host_id| host_id.to_string()));
        }
        let mut list: Vec<Node<'_>> = Vec::with_capacity(named.len());
        for name in named {
            let name = Node::Text(name.into());
            if !list.contains(&name) {
                list.push(name);
            }
        }
        if let Node::Object(members) = process {
            members.push(("administrators".into(), Node::List(list)));
        }
        Ok(())
    }

    /// The files; assets whose content the format cannot hold are left out.
    fn content(&mut self, flat: &mut Flat<'_>, folder: &str) -> Result<(), ExportFault> {
        let process = self.view.process();
        if let Some(imported) = process.imported() {
            // A file that replaced it here is written with its own name.
            let assets =
                process.assets().iter().filter(|asset| matches!(asset.content(), Some(Content::File { .. })));
            let replaced: Set<String> = assets.map(|asset| self.names.asset(asset)).collect();
            for file in &imported.import().document().files {
                let of = file.asset.as_ref().map(Key::as_str);
                let gone =
                    of.is_some_and(|asset| !flat.assets.contains_key(asset) || replaced.contains(asset));
                if !gone {
                    self.file(folder, &platform::path(&file.path), &file.sha256);
                }
            }
        } else {
            let logotype = format!("{}.png", self.names.process());
            self.files.insert(format!("{FOLDER}{folder}/{logotype}"), platform::LOGOTYPE);
        }
        for asset in process.assets().iter().filter(|asset| asset.deleted.is_none()) {
            let id = self.names.asset(asset);
            match asset.content() {
                Some(Content::File { sha256, .. }) => {
                    let language = process.language();
                    let title = asset.title.read(&language, &language).text;
                    let path = format!("{ASSETS}{id}.{}", platform::file_name(title));
                    if !self.file(folder, &path, sha256) {
                        // The platform's importer stops at an asset without its file, and leaves half a process.
                        flat.assets.remove(&id);
                    }
                }
                Some(Content::Held { .. }) if !self.names.is_foreign(asset) => {
                    flat.assets.remove(&id);
                    self.left_out(
                        asset.id,
                        "Only the interlinker that holds the asset can provide its content.",
                    );
                }
                Some(Content::Held { .. } | Content::Link { .. }) | None => {}
            }
        }
        Ok(())
    }

    /// Adds a file, if the host has it.
    fn file(&mut self, folder: &str, path: &str, sha256: &FileDigest) -> bool {
        let bytes = (self.bytes)(sha256);
        let there = bytes.is_some();
        match bytes {
            Some(bytes) => self.files.insert(format!("{FOLDER}{folder}/{path}"), bytes),
            None => {
                let message = format!("The host has no file {sha256}.");
                self.report.note(Code::AnomalyNotExported, path, "", message, "It was left out.");
            }
        }
        there
    }

    fn left_out(&mut self, asset: AssetId, message: &str) {
        let pointer = format!("/assets/{}", escape(&asset.to_string()));
        self.report.note(Code::AnomalyNotExported, SCHEMA, &pointer, message, "It was left out.");
    }

    /// Clears the platform's marks of who disabled an item and when, which do not apply here.
    fn clear_marks(&self, flat: &mut Flat<'_>) {
        for node in flat.items.values_mut() {
            let Node::Object(members) = node else { continue };
            for (name, value) in members {
                match (name.as_ref(), &*value) {
                    ("disabler_id", Node::Text(text)) if text.is_empty() => *value = Node::Null,
                    ("disabled_on", Node::Text(text)) if text == SOME_TIME => {
                        *value = Node::Text(super::flat::naive(self.view.stream.at).into());
                    }
                    _ => {}
                }
            }
        }
    }
}

impl From<Error> for ExportFault {
    fn from(error: Error) -> Self {
        Self::Engine(Box::new(error))
    }
}
