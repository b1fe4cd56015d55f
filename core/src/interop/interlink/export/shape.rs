//! The platform's two files, flattened: every item and asset under its id, so that a place stays the same when others
//! are added or removed.
//!
//! ```text
//! {"folder": NAME, "coproduction": {…}, "items": {ID: {…}}, "assets": {ID: {…}}}
//! ```

use crate::types::Set;
use std::borrow::Cow;

use super::{ExportFault, PROCESS, SCHEMA};
use crate::problem::Code;
use crate::process::ItemKind;
use crate::types::json::Node;
use crate::types::{InputFault, Key};

/// The most items and assets that an export may have.
const MOST: usize = 20_000;

/// An item or an asset of the files.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: Key,
    /// The row of its parent.
    pub(super) parent: Option<usize>,
    /// Its place in the file.
    pub(super) pointer: String,
}

/// The flattened files.
#[derive(Debug)]
pub(super) struct Shape<'a> {
    pub(super) root: Node<'a>,
    pub(super) items: Vec<(ItemKind, Row)>,
    pub(super) assets: Vec<Row>,
}

type Members<'a> = Vec<(Cow<'a, str>, Node<'a>)>;

/// The name of the parts of an item.
pub(super) const fn parts_of(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Phase => "objectives",
        ItemKind::Objective => "tasks",
        ItemKind::Task => "assets",
    }
}

fn malformed(file: &str, pointer: &str, message: impl Into<String>) -> ExportFault {
    ExportFault::File {
        file: file.to_owned(),
        fault: InputFault::new(Code::ExportMalformed, pointer, message),
    }
}

impl<'a> Shape<'a> {
    /// Flattens the files.
    ///
    /// # Errors
    /// `export.malformed` if something is not an object or has no id, or an id is used twice.
    pub(super) fn of(folder: &str, process: Node<'a>, schema: Node<'a>) -> Result<Self, ExportFault> {
        if !matches!(process, Node::Object(_)) {
            return Err(malformed(PROCESS, "", format!("An object is expected, not {}.", process.kind())));
        }
        let mut flat = Flat::default();
        let Node::List(phases) = schema else {
            return Err(malformed(
                SCHEMA,
                "",
                format!("A list of phases is expected, not {}.", schema.kind()),
            ));
        };
        flat.level(ItemKind::Phase, None, "", phases)?;
        let Flat { items, assets, rows, asset_rows, .. } = flat;
        let root = Node::Object(vec![
            ("folder".into(), Node::Text(folder.to_owned().into())),
            ("coproduction".into(), process),
            ("items".into(), Node::Object(items)),
            ("assets".into(), Node::Object(assets)),
        ]);
        Ok(Self { root, items: rows, assets: asset_rows })
    }
}

#[derive(Default)]
struct Flat<'a> {
    items: Members<'a>,
    assets: Members<'a>,
    rows: Vec<(ItemKind, Row)>,
    asset_rows: Vec<Row>,
    seen: Set<Key>,
}

impl<'a> Flat<'a> {
    fn level(
        &mut self,
        kind: ItemKind,
        parent: Option<usize>,
        pointer: &str,
        nodes: Vec<Node<'a>>,
    ) -> Result<(), ExportFault> {
        for (nth, mut node) in nodes.into_iter().enumerate() {
            let pointer = format!("{pointer}/{nth}");
            let id = self.id(&node, &pointer)?;
            let name = parts_of(kind);
            // Anything but a list has no parts, and stays where it is.
            let parts = match node.take(name) {
                Some(Node::List(parts)) => parts,
                Some(Node::Null) | None => Vec::new(),
                Some(other) => {
                    let message = format!("A list is expected, not {}.", other.kind());
                    return Err(malformed(SCHEMA, &format!("{pointer}/{name}"), message));
                }
            };
            let at = self.rows.len();
            self.items.push((id.as_str().to_owned().into(), node));
            self.rows.push((kind, Row { id, parent, pointer: pointer.clone() }));
            let pointer = format!("{pointer}/{name}");
            match kind {
                ItemKind::Phase => self.level(ItemKind::Objective, Some(at), &pointer, parts)?,
                ItemKind::Objective => self.level(ItemKind::Task, Some(at), &pointer, parts)?,
                ItemKind::Task => self.assets(at, &pointer, parts)?,
            }
        }
        Ok(())
    }

    fn assets(&mut self, task: usize, pointer: &str, nodes: Vec<Node<'a>>) -> Result<(), ExportFault> {
        for (nth, node) in nodes.into_iter().enumerate() {
            let pointer = format!("{pointer}/{nth}");
            let id = self.id(&node, &pointer)?;
            self.assets.push((id.as_str().to_owned().into(), node));
            self.asset_rows.push(Row { id, parent: Some(task), pointer });
        }
        Ok(())
    }

    fn id(&mut self, node: &Node<'a>, pointer: &str) -> Result<Key, ExportFault> {
        let wrong = |message: String| malformed(SCHEMA, &format!("{pointer}/id"), message);
        let Node::Object(_) = node else {
            return Err(malformed(SCHEMA, pointer, format!("An object is expected, not {}.", node.kind())));
        };
        let Some(Node::Text(text)) = node.member("id") else {
            return Err(wrong("The id is missing.".into()));
        };
        let id: Key = text.parse().map_err(|fault: crate::types::ValueFault| wrong(fault.to_string()))?;
        if self.seen.len() >= MOST {
            return Err(wrong(format!("An export may have at most {MOST} items and assets.")));
        }
        if !self.seen.insert(id.clone()) {
            return Err(wrong(format!("The id “{id}” is used twice.")));
        }
        Ok(id)
    }
}
