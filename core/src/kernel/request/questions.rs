//! What each request asks of the engine.

use super::answer::*;
use super::ask::*;
use super::{Answer, Answered, MOST_CHANGES};
use crate::consent::Asked;
use crate::home::Terms;
use crate::kernel::engine::NOBODY;
use crate::kernel::{AsOf, Engine, Error};
use crate::person::view::SubjectAccessView;
use crate::types::Language;

/// A request, as what it asks.
pub(super) trait Question {
    /// Answers it.
    fn answered(self, engine: &Engine) -> Result<Answered, Error>;
}

/// The questions that are asked of one moment.
macro_rules! at_one_moment {
    ($($(#[$cfg:meta])? $request:ty: |$asked:ident, $moment:ident| $answer:expr;)+) => {
        $($(#[$cfg])? impl Question for $request {
            fn answered(self, engine: &Engine) -> Result<Answered, Error> {
                let $asked = self;
                engine.at_one_moment(|$moment| $answer)
            }
        })+
    };
}
pub(super) use at_one_moment;

at_one_moment! {
    OrganisationRequest: |o, moment| {
                let stream = moment.organisation_as_of(o.organisation_id, o.as_of)?;
                let host = moment.operators()?.map(|(host, _)| host);
                let view = moment.naming(|names| stream.state.view(stream.seq, host.as_ref(), names))?;
                Ok(Answer::Organisation(Box::new(view)))
            };
    OperatorsRequest: |_asked, moment| {
                let (operators, version) = moment.operators()?.unwrap_or_default();
                Ok(Answer::Operators(moment.naming(|names| operators.view(version, names))?))
            };
    PartyRequest: |p, moment| {
                let party = moment.party_of(&p.host_id)?;
                let party = moment.naming(|names| party.map(|party| names.name(party)))?;
                Ok(Answer::Party(PartyView { party }))
            };
    StreamsRequest: |s, moment| {
                let streams = moment.streams_after(s.after, s.limit.min(MOST_CHANGES) as usize)?;
                Ok(Answer::Streams(StreamsView { streams }))
            };
    DocumentRequest: |d, moment| {
                let content = moment.document(d.document)?;
                Ok(Answer::Kept(DocumentView { content }))
            };
    ChangesRequest: |c, moment| {
                let changes = moment.changes(c.after, c.limit.min(MOST_CHANGES) as usize)?;
                Ok(Answer::Changes(ChangesView { changes }))
            };
    SubjectAccessRequest: |a, moment| {
                let language = a.language.unwrap_or_else(Language::english);
                let about = match moment.person(&a.person)? {
                    Some(person) => moment.subject_access(person, language)?,
                    None => SubjectAccessView::nothing(),
                };
                Ok(Answer::SubjectAccess(Box::new(about)))
            };
    AuditTrailRequest: |s, moment| {
                let language = s.language.unwrap_or_else(Language::english);
                let limit = s.limit.min(MOST_CHANGES) as usize;
                Ok(Answer::AuditTrail(moment.audit_trail(s.after, limit, language)?))
            };
    NotificationsRequest: |n, moment| moment.answer_notifications(&n);
    NoticesRequest: |n, moment| {
                let language = n.language.unwrap_or_else(Language::english);
                let stream = moment.organisation_as_of(n.organisation_id, AsOf::Now)?;
                Ok(Answer::Notices(stream.state.notices().view(&language)))
            };
    NoticeGapsRequest: |m, moment| {
                let gaps = moment.notice(m.notice)?.gaps(m.kind);
                Ok(Answer::NoticeGaps(NoticeGapsView { gaps }))
            };
    ConsentRequest: |c, moment| moment.answer_consent(&c);
    ConsentsRequest: |c, moment| {
                let person = moment.person(&c.person)?.unwrap_or(NOBODY);
                Ok(Answer::Consents(moment.consents_of(person, Asked::new(c.at, c.past))?))
            };
    ObligationsRequest: |d, moment| {
                let language = d.language.unwrap_or_else(Language::english);
                Ok(Answer::Obligations(moment.obligations(d.organisation_id, d.at, language)?))
            };
    ProcessingRequest: |p, moment| {
                let language = p.language.unwrap_or_else(Language::english);
                let stream = moment.organisation_as_of(p.organisation_id, AsOf::Now)?;
                Ok(Answer::Processing(Box::new(stream.state.notices().processing(p.at, &language))))
            };
    AttributionRequest: |a, moment| {
                Ok(Answer::Attribution(moment.attribution(a.person_id, a.event, a.at)?))
            };
    SubjectRequestsRequest: |r, moment| {
                Ok(Answer::SubjectRequests(moment.subject_requests(r.organisation_id, r.at)?))
            };
    #[cfg(feature = "receipts")]
    ReceiptRequest: |r, moment| Ok(Answer::Receipt(moment.receipt(&r)?));
    #[cfg(feature = "interop")]
    CloudEventsRequest: |c, moment| {
                let changes = moment.changes(c.after, c.limit.min(MOST_CHANGES) as usize)?;
                let spoken = |change| crate::interop::cloudevents::CloudEvent::new(change, c.source.clone());
                let cloud_events = changes.into_iter().map(spoken).collect();
                Ok(Answer::CloudEvents(CloudEventsView { cloud_events }))
            };
}

impl Question for SetLanguageRequest {
    fn answered(self, engine: &Engine) -> Result<Answered, Error> {
        let s = self;
        engine.set_language(s.language);
        let language = s.language.unwrap_or_else(Language::english);
        Ok(Answer::Language(LanguageView { language }).into())
    }
}

impl Question for ImportBundleRequest {
    fn answered(self, engine: &Engine) -> Result<Answered, Error> {
        let i = self;
        let ImportBundleRequest { at, bundle, homes, source, take_over } = i;
        let terms = Terms { at, homes, source, take_over };
        Ok(engine.import_bundle_on(bundle.as_bytes(), &terms)?.into())
    }
}

impl Question for VerifyRequest {
    fn answered(self, engine: &Engine) -> Result<Answered, Error> {
        let v = self;
        engine.answer_verify(&v)
    }
}
