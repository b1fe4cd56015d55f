//! What everybody may do.

use super::column::columns;
use super::{Progress, Read, TableOptions, each};
use crate::check::ProcessView;
use crate::governance::{Permission, PermissionSet};
use crate::kernel::{Engine, Error};
use crate::types::{ItemId, PersonId};

columns!("What everybody may do in every process at the moment that was asked about, where it is anything." {
    process: Word "The process.",
    item: Word "The item; nothing for the process as a whole.",
    person: Word "Who, by pseudonym.",
    permissions: Words "What she may do there: exactly what checks would allow.",
});

pub(super) fn read(
    engine: &Engine,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut rows = Rows::default();
    let whole = each(&engine.processes(options)?, progress, |process| {
        rows.take(&engine.process(process)?, options);
        Ok(())
    })?;
    Ok(whole.then(|| rows.finish()))
}

impl Rows {
    fn take(&mut self, view: &ProcessView, options: &TableOptions) {
        for person in view.access.people() {
            let table = view.permissions_of(person, options.at);
            self.row(view, None, person, table.process);
            for item in &table.items {
                self.row(view, Some(item.item), person, item.permissions);
            }
        }
    }

    fn row(
        &mut self,
        view: &ProcessView,
        item: Option<ItemId>,
        person: PersonId,
        permissions: PermissionSet,
    ) {
        if permissions.is_empty() {
            return;
        }
        self.process.put_id(&view.process().id());
        self.item.maybe_id(item.as_ref());
        self.person.put_id(&person);
        self.permissions.put(permissions.iter().map(Permission::as_str));
    }
}
