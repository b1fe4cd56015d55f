//! What keeps a hash of texts from telling what they were.
//!
//! Who was asked to stand behind an act saw what it is about, and the record keeps a hash of that. The texts in it are for
//! everybody, but may have to go one day (see `redaction`), and a hash of words that are gone would tell a right guess from
//! a wrong one. So the salts of all events that wrote them go into it, and each salt goes with the words that it stood with.

use serde::Serialize;

use crate::types::json::Readable;
use crate::types::{AssetId, ItemId, Map, Salt, Seen, derive};

/// The salts of the events that wrote the texts of a process, of each of its items and assets, one after the other.
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
