//! The questions of a [`Moment`](super::Moment), asked of the current record.

use std::sync::Arc;

use super::{AsOf, ChangeEvent, Engine, Error, MandateQuestion, VerifiedStore};
use crate::catalogue::Catalogue;
use crate::check::{Explanation, ProcessView};
use crate::consent::view::{ConsentView, ConsentsView, ObligationsView};
use crate::consent::{Asked, ConsentRecord, PurposeRef};
use crate::governance::Permission;
use crate::journal::{Position, Seq, StreamHead, StreamId, Verified};
use crate::mandate::view::{MandateAnswer, MandateView, MandatesView, PrincipalsView};
use crate::messages::{AuditEntry, Notification, Page};
use crate::next::{MyView, NextView};
use crate::notice::Notice;
use crate::operator::Operators;
use crate::party::Organisation;
use crate::person::view::{AttributionView, SubjectAccessView, SubjectRequestsView};
use crate::process::view::TreeView;
use crate::rating::Rated;
use crate::rating::view::RatingView;
use crate::types::{
    Commitment, DocumentId, EventId, HostId, ItemId, Json, Language, MandateId, OrganisationId, PersonId,
    ProcessId, Timestamp,
};
use crate::vault::Party;

/// Each asks the question of the same name of one moment: now.
macro_rules! now {
    ($($name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)+) => {
        impl Engine {
            $(
                #[doc = concat!("[`Moment::", stringify!($name), "`](super::Moment::", stringify!($name), "), on the current record.")]
                ///
                /// # Errors
                /// As for the method of [`Moment`](super::Moment).
                pub fn $name(&self, $($argument: $type),*) -> Result<$answer, Error> {
                    self.at_once(|moment| moment.$name($($argument),*))
                }
            )+
        }
    };
}

now! {
    process(id: ProcessId) -> ProcessView;
    process_as_of(id: ProcessId, as_of: AsOf) -> ProcessView;
    organisation(id: OrganisationId) -> Arc<Organisation>;
    operators() -> Option<(Operators, Seq)>;
    ratings(rated: &Rated, person: Option<PersonId>, as_of: AsOf) -> RatingView;
    mandate(id: MandateId, at: Timestamp) -> MandateView;
    mandates(party: &HostId, at: Timestamp) -> MandatesView;
    mandate_check(question: &MandateQuestion<'_>) -> MandateAnswer;
    principals(actor: &HostId, at: Timestamp) -> PrincipalsView;
    check_for(whom: (&HostId, &HostId), permission: Permission, place: (ProcessId, Option<ItemId>), at: Timestamp) -> Explanation;
    check(actor: &HostId, permission: Permission, process: ProcessId, item: Option<ItemId>, at: Timestamp) -> Explanation;
    person(host_id: &HostId) -> Option<PersonId>;
    party_of(host_id: &HostId) -> Option<Party>;
    host_id(person: PersonId) -> Option<HostId>;
    text(commitment: Commitment) -> Option<String>;
    changes(after: Position, limit: usize) -> Vec<ChangeEvent>;
    document(id: DocumentId) -> Json;
    catalogue(id: DocumentId) -> Arc<Catalogue>;
    notice(id: DocumentId) -> Arc<Notice>;
    streams() -> Vec<StreamId>;
    consent(person: PersonId, purpose: &PurposeRef, asked: Asked) -> ConsentView;
    consents_of(person: PersonId, asked: Asked) -> ConsentsView;
    obligations(organisation: OrganisationId, at: Timestamp, language: Language) -> ObligationsView;
    consent_as_known(person: PersonId, purpose: &PurposeRef, asked: Asked, version: Seq) -> ConsentView;
    consent_record(person: PersonId, purpose: &PurposeRef, asked: Asked) -> Option<ConsentRecord>;
    attribution(person: PersonId, looked: EventId, at: Timestamp) -> AttributionView;
    subject_requests(organisation: OrganisationId, at: Timestamp) -> SubjectRequestsView;
    audit_trail(after: Position, limit: usize, language: Language) -> Page<AuditEntry>;
    notifications(after: Position, limit: usize, person: Option<PersonId>, language: Language) -> Page<Notification>;
    subject_access(person: PersonId, language: Language) -> SubjectAccessView;
    next(person: PersonId, process: Option<ProcessId>, at: Timestamp, language: Language, limit: usize) -> NextView;
    my(person: PersonId, at: Timestamp, language: Language) -> MyView;
    tree(process: ProcessId, language: Option<Language>, as_of: AsOf) -> TreeView;
}

impl Engine {
    /// [`Moment::verify`](super::Moment::verify), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](super::Moment).
    pub fn verify(&self, stream: StreamId, expected: Option<StreamHead>) -> Result<Verified, Error> {
        self.moment()?.verify(stream, expected)
    }

    /// [`Moment::verify_all`](super::Moment::verify_all), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](super::Moment).
    pub fn verify_all(&self) -> Result<VerifiedStore, Error> {
        self.moment()?.verify_all()
    }

    /// [`Moment::export_bundle`](super::Moment::export_bundle), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](super::Moment).
    pub fn export_bundle(&self, process: ProcessId, with_vault: bool) -> Result<String, Error> {
        self.moment()?.export_bundle(process, with_vault)
    }

    /// [`Moment::export_bundle_for`](super::Moment::export_bundle_for), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](super::Moment).
    pub fn export_bundle_for(&self, process: ProcessId, person: &HostId) -> Result<String, Error> {
        self.moment()?.export_bundle_for(process, person)
    }
}
