//! Everybody's permissions.

use hashbrown::HashMap;

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::governance::PermissionSet;
use interlink::kernel::{Error, Moment};
use interlink::types::{ItemId, PersonId};

columns!("Everybody's permissions in every process at the moment asked about, if they have any." {
    process: Word "The process.",
    item: Word "The item; null for the whole process.",
    person_id: Word "Who, by pseudonym.",
    permissions: Words "The person's permissions there: exactly what checks would allow.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut keys = Keys::default();
    let take = |rows: &mut Rows, view: &ProcessView| rows.take(view, options, &mut keys);
    Ok(of_processes(engine, options, progress, take)?.map(Rows::finish))
}

/// The numbers of the names in each set, each looked up once.
type Keys = HashMap<PermissionSet, Box<[i32]>>;

impl Rows {
    fn take(&mut self, view: &ProcessView, options: &TableOptions, keys: &mut Keys) {
        for person in view.people() {
            let table = view.permissions_of(person, options.at);
            let mut row = |item, set| self.row(view, item, person, (set, keys));
            row(None, table.process);
            table.items.iter().for_each(|item| row(Some(item.item), item.permissions));
        }
    }

    fn row(
        &mut self,
        view: &ProcessView,
        item: Option<ItemId>,
        person: PersonId,
        (set, keys): (PermissionSet, &mut Keys),
    ) {
        if set.is_empty() {
            return;
        }
        self.process.put_id(&view.process().id());
        self.item.maybe_id(item.as_ref());
        self.person_id.put_id(&person);
        let names = || set.iter().map(|permission| self.permissions.key(permission.as_str())).collect();
        let keys = keys.entry(set).or_insert_with(names);
        self.permissions.put_keys(keys);
    }
}
