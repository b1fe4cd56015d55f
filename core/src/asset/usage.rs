//! Which interlinkers are used, in which process, and when.

use serde::Serialize;

use super::{Asset, Content};
use crate::process::Process;
use crate::types::json::Readable;
use crate::types::{Date, Key, Map, ProcessId, Timestamp};

/// How much an interlinker is used in a process: by the assets that were made from it and those that it holds, also where they
/// were deleted since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct InterlinkerUse {
    /// How many assets.
    pub assets: u32,
    /// When the first of them was added.
    pub first: Timestamp,
    /// Which interlinker.
    pub interlinker: Key,
    /// When the last of them was added.
    pub last: Timestamp,
    /// How many were added in each month in which any was, the first first.
    pub months: Vec<MonthUse>,
    /// The process.
    pub process: ProcessId,
    /// On how many tasks they lie.
    pub tasks: u32,
}

/// How many assets were added in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MonthUse {
    /// How many.
    pub assets: u32,
    /// The first day of the month, in UTC.
    pub month: Date,
}

impl Asset {
    /// The interlinkers that it uses: what it was made from, and what holds or held a version of it; each once.
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
    /// How much each interlinker is used in it, in the order of their ids.
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
