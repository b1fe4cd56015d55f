//! The questions about processes, asked of the current record.

use std::sync::Arc;

use super::asking::now;
use super::{Engine, Error, MandateQuestion};
use crate::catalogue::Catalogue;
use crate::check::{Explanation, ProcessView};
use crate::governance::Permission;
use crate::kernel::AsOf;
use crate::mandate::view::{MandateAnswer, MandateView, MandatesView, PrincipalsView};
use crate::next::{MyView, NextView};
use crate::process::view::TreeView;
use crate::rating::Rated;
use crate::rating::view::RatingView;
use crate::types::{DocumentId, HostId, ItemId, Language, MandateId, PersonId, ProcessId, Timestamp};

now! {
    process(id: ProcessId) -> ProcessView;
    process_as_of(id: ProcessId, as_of: AsOf) -> ProcessView;
    ratings(rated: &Rated, person: Option<PersonId>, as_of: AsOf) -> RatingView;
    mandate(id: MandateId, at: Timestamp) -> MandateView;
    mandates(party: &HostId, at: Timestamp) -> MandatesView;
    mandate_check(question: &MandateQuestion<'_>) -> MandateAnswer;
    principals(actor: &HostId, at: Timestamp) -> PrincipalsView;
    check_for(whom: (&HostId, &HostId), permission: Permission, place: (ProcessId, Option<ItemId>), at: Timestamp) -> Explanation;
    check(actor: &HostId, permission: Permission, process: ProcessId, item: Option<ItemId>, at: Timestamp) -> Explanation;
    catalogue(id: DocumentId) -> Arc<Catalogue>;
    next(person: PersonId, process: Option<ProcessId>, at: Timestamp, language: Language, limit: usize) -> NextView;
    my(person: PersonId, at: Timestamp, language: Language) -> MyView;
    tree(process: ProcessId, language: Option<Language>, as_of: AsOf) -> TreeView;
}

impl Engine {
    /// [`Moment::export_bundle`](crate::kernel::Moment::export_bundle), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](crate::kernel::Moment).
    pub fn export_bundle(&self, process: ProcessId, with_vault: bool) -> Result<String, Error> {
        self.moment()?.export_bundle(process, with_vault)
    }

    /// [`Moment::export_bundle_for`](crate::kernel::Moment::export_bundle_for), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](crate::kernel::Moment).
    pub fn export_bundle_for(&self, process: ProcessId, person: &HostId) -> Result<String, Error> {
        self.moment()?.export_bundle_for(process, person)
    }
}
