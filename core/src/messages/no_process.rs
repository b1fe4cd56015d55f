//! In place of `in_process.rs` in a build without processes: the same interface, of which nothing is ever called, since
//! there is no process and no event of one.

use super::Concern;
use super::concern::Concerned;
use crate::kernel::OfProcess;
use crate::types::{AssetId, ItemId, Key, Language, Localized};

/// There is none.
#[derive(Debug)]
pub(crate) enum Process {}

/// Whom an event of a process concerns.
pub(super) fn concerned(
    event: OfProcess<'_>,
    _: Option<&Process>,
    _: Option<ItemId>,
    _: impl Fn(Concern) -> Vec<Concerned>,
) -> Vec<Concerned> {
    event.never()
}

impl Process {
    pub(super) fn name(&self) -> &Localized {
        match *self {}
    }

    pub(super) fn language(&self) -> Language {
        match *self {}
    }

    pub(super) fn asset_title(&self, _: AssetId) -> Option<&Localized> {
        match *self {}
    }

    pub(super) fn item_name(&self, _: ItemId) -> Option<&Localized> {
        match *self {}
    }

    pub(super) fn role_name(&self, _: &Key) -> Option<&Localized> {
        match *self {}
    }
}
