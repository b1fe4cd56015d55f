//! Which interlinkers are used, in which process, and when.

use serde::Serialize;

use super::{Asset, Content};
use crate::process::Process;
use crate::types::json::Readable;
use crate::types::{Date, Key, Map, ProcessId, Timestamp};

/// How much an interlinker is used in a process: counted by the assets made from it and those it holds, including
/// deleted ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct InterlinkerUse {
    /// The number of assets.
    pub assets: u32,
    /// When the first of them was added.
    pub first: Timestamp,
    /// The interlinker.
    pub interlinker: Key,
    /// When the last of them was added.
    pub last: Timestamp,
    /// The number added per month, for months with any, in order.
    pub months: Vec<MonthUse>,
    /// The process.
    pub process: ProcessId,
    /// The number of tasks with such assets.
    pub tasks: u32,
}

/// The number of assets added in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MonthUse {
    /// The number of assets.
    pub assets: u32,
    /// The first day of the month, in UTC.
    pub month: Date,
}

impl Asset {
    /// The interlinkers it uses: what it was made from, and what holds or held a version of it; each once.
    pub fn interlinkers(&self) -> impl Iterator<Item = &Key> {
        let held = self.versions.iter().filter_map(|version| match &version.content {
            Content::Held { interlinker, .. } => Some(interlinker),
            Content::File { .. } | Content::Link { .. } => None,
        });
        let mut all: Vec<&Key> = self.interlinker.iter().chain(held).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter()
    }
}

impl Process {
    /// The usage of each interlinker in it, ordered by id.
    #[must_use]
    pub fn interlinker_usage(&self) -> Vec<InterlinkerUse> {
        let mut by_interlinker: Map<&Key, Vec<&Asset>> = Map::new();
        for asset in self.assets().iter() {
            asset.interlinkers().for_each(|interlinker| by_interlinker.or_default(interlinker).push(asset));
        }
        let used =
            by_interlinker.iter().filter_map(|(interlinker, assets)| self.one_use(interlinker, assets));
        used.collect()
    }

    fn one_use(&self, interlinker: &Key, assets: &[&Asset]) -> Option<InterlinkerUse> {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let mut tasks: Vec<_> = assets.iter().map(|asset| asset.item).collect();
        tasks.sort_unstable();
        tasks.dedup();
        let added = || assets.iter().filter_map(|asset| asset.versions.first()).map(|version| version.at);
        let mut months: Map<Date, u32> = Map::new();
        for at in added() {
            let many = months.or_default(at.date().first_of_month());
            *many = many.saturating_add(1);
        }
        let month = |(month, assets): (&Date, &u32)| MonthUse { assets: *assets, month: *month };
        Some(InterlinkerUse {
            assets: count(assets.len()),
            first: added().min()?,
            interlinker: interlinker.clone(),
            last: added().max()?,
            months: months.iter().map(month).collect(),
            process: self.id(),
            tasks: count(tasks.len()),
        })
    }
}
