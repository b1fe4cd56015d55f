//! The questions of a [`Moment`](crate::kernel::Moment), asked of the current record.

use std::sync::Arc;

use super::{ChangeEvent, Engine, Error, VerifiedStore};
use crate::consent::view::{ConsentView, ConsentsView, ObligationsView};
use crate::consent::{Asked, ConsentRecord, PurposeRef};
use crate::journal::{Position, Seq, StreamHead, StreamId, Verified};
use crate::messages::{AuditEntry, Notification, Page};
use crate::notice::Notice;
use crate::operator::Operators;
use crate::party::Organisation;
use crate::person::view::{AttributionView, SubjectAccessView, SubjectRequestsView};
use crate::types::{
    Commitment, DocumentId, EventId, HostId, Json, Language, OrganisationId, PersonId, Timestamp,
};
use crate::vault::Party;

/// Each asks the question of the same name of one moment: now.
macro_rules! now {
    ($($name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)+) => {
        impl $crate::kernel::Engine {
            $(
                #[doc = concat!("[`Moment::", stringify!($name), "`](crate::kernel::Moment::", stringify!($name), "), on the current record.")]
                ///
                /// # Errors
                /// As for the method of [`Moment`](crate::kernel::Moment).
                pub fn $name(&self, $($argument: $type),*) -> Result<$answer, $crate::kernel::Error> {
                    self.at_once(|moment| moment.$name($($argument),*))
                }
            )+
        }
    };
}

pub(super) use now;

now! {
    organisation(id: OrganisationId) -> Arc<Organisation>;
    operators() -> Option<(Operators, Seq)>;
    person(host_id: &HostId) -> Option<PersonId>;
    party_of(host_id: &HostId) -> Option<Party>;
    host_id(person: PersonId) -> Option<HostId>;
    text(commitment: Commitment) -> Option<String>;
    changes(after: Position, limit: usize) -> Vec<ChangeEvent>;
    document(id: DocumentId) -> Json;
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
}

impl Engine {
    /// [`Moment::verify`](crate::kernel::Moment::verify), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](crate::kernel::Moment).
    pub fn verify(&self, stream: StreamId, expected: Option<StreamHead>) -> Result<Verified, Error> {
        self.moment()?.verify(stream, expected)
    }

    /// [`Moment::verify_all`](crate::kernel::Moment::verify_all), on the current record.
    ///
    /// # Errors
    /// As for the method of [`Moment`](crate::kernel::Moment).
    pub fn verify_all(&self) -> Result<VerifiedStore, Error> {
        self.moment()?.verify_all()
    }
}
