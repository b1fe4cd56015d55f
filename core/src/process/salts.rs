//! Keeps a hash of texts from revealing what they were.
//!
//! A person asked for approval saw what an act is about, and the record keeps a hash of that. Its texts are public but
//! may be redacted later (see `redaction`); a hash of redacted words would confirm a right guess. So the salts of all
//! events that wrote the texts go into the hash, and each salt is removed with its words.

use serde::Serialize;

use crate::types::json::Readable;
use crate::types::{AssetId, ItemId, Map, Salt, Seen, derive};

/// The salts of the events that wrote the texts of a process and of each of its items and assets, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub(crate) struct Salts {
    process: Option<Seen>,
    items: Map<ItemId, Seen>,
    assets: Map<AssetId, Seen>,
}

impl Salts {
    pub(crate) const fn of_process(&self) -> Option<Seen> {
        self.process
    }

    pub(crate) fn of_item(&self, item: ItemId) -> Option<Seen> {
        self.items.get(&item).copied()
    }

    pub(crate) fn of_asset(&self, asset: AssetId) -> Option<Seen> {
        self.assets.get(&asset).copied()
    }

    pub(super) fn note_process(&mut self, salt: Option<Salt>) {
        self.process = Some(after(self.process, salt));
    }

    pub(super) fn note_item(&mut self, item: ItemId, salt: Option<Salt>) {
        self.items.insert(item, after(self.of_item(item), salt));
    }

    pub(super) fn note_asset(&mut self, asset: AssetId, salt: Option<Salt>) {
        self.assets.insert(asset, after(self.of_asset(asset), salt));
    }
}

fn after(before: Option<Seen>, salt: Option<Salt>) -> Seen {
    let before = before.as_ref().map_or(&[][..], |before| before.as_bytes());
    let salt = salt.as_ref().map_or(&[][..], |salt| salt.as_bytes());
    Seen::from_bytes(derive("interlink/salts/1", &[before, salt]))
}
