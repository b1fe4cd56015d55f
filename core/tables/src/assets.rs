//! Every asset.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::kernel::{Error, Moment};

columns!("Every asset of every process, including deleted ones, without their content." {
    process: Word "The process.",
    asset: Text "The asset.",
    item: Word "Its task.",
    interlinker: Word "The knowledge resource it was made from, if any.",
    licence: Word "The licence for using it, if one was given.",
    created: Moment "When it was recorded here.",
    created_by: Word "Who recorded it, by pseudonym.",
    claimed_created: Moment "When it was made, by the account of the system it was imported from; not a time of this record.",
    edited: Moment "When its last version was added.",
    versions: Whole "The number of its versions.",
    deleted: Moment "When it was deleted.",
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
        let process = view.process();
        for asset in process.assets().iter() {
            let (first, last) = (asset.versions.first(), asset.versions.last());
            self.process.put_id(&process.id());
            self.asset.put(Some(&asset.id.to_string()));
            self.item.put_id(&asset.item);
            self.interlinker.maybe_id(asset.interlinker.as_ref());
            self.licence.maybe_id(asset.licence.as_ref());
            self.created.put(first.map(|version| version.at));
            self.created_by.maybe_id(first.map(|version| version.by).as_ref());
            self.claimed_created.put(process.claimed_created(asset.id));
            self.edited.put(last.map(|version| version.at));
            self.versions.put(Some(asset.versions.len() as u64));
            self.deleted.put(asset.deleted.map(|deletion| deletion.at));
        }
    }
}
