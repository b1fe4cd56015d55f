//! The usage of interlinkers.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::kernel::{Error, Moment};

columns!("How much each interlinker is used, one row per process and month in which an asset held by it or made from it was added." {
    process: Word "The process.",
    interlinker: Word "The interlinker, by its id in the catalogue.",
    month: Day "The first day of the month, in UTC.",
    assets: Whole "The number of assets added in that month, including those deleted since.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    Ok(of_processes(engine, options, progress, Rows::take)?.map(Rows::finish))
}

impl Rows {
    fn take(&mut self, view: &ProcessView) {
        for used in view.process().interlinker_usage() {
            for month in used.months {
                self.process.put_id(&used.process);
                self.interlinker.put(used.interlinker.as_str());
                self.month.put(Some(month.month));
                self.assets.put(Some(month.assets.into()));
            }
        }
    }
}
