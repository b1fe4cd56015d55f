//! A person's consent or objection, with its history.

use super::{Json, Writer, days, integer, place, prefixed, reference, time};
use crate::consent::{Author, HistoryEntry, State, Validity};
use crate::interop::receipt::{method, owned, state_name};
use crate::types::json::Node;

impl Writer<'_> {
    /// The lawful basis; for a consent with its status, time, author and duration.
    pub(super) fn basis(&self) -> Json {
        let (record, step) = (self.record, &self.record.step);
        let words = record.words();
        let mut kinds = vec![owned(prefixed(&self.purpose.basis.iri()))];
        if self.by_consent() {
            let kind = match words.map(|words| words.explicit) {
                Some(true) => "dpv:ExplicitlyExpressedConsent",
                Some(false) => "dpv:ExpressedConsent",
                // Nobody consented, so there is no method.
                None => "dpv:Consent",
            };
            kinds.insert(0, Node::text(kind));
        }
        kinds.extend(self.purpose.condition.map(|condition| owned(prefixed(&condition.iri()))));
        let words_now = words.filter(|_| step.state.is_consent());
        Node::object([
            ("@id", Some(self.part("basis"))),
            ("@type", Some(Node::List(kinds))),
            ("dct:description", self.purpose.law.as_ref().map(|law| self.say(law))),
            ("dpv:hasConsentStatus", self.consent_status(step.state).map(reference)),
            ("dpv:hasDuration", words.map(|words| self.validity(words.valid))),
            ("dpv:hasIndicationMethod", words_now.map(|words| Node::text(method(words.method)))),
            ("dpv:isIndicatedAtTime", Some(time(step.at))),
            ("dpv:isIndicatedBy", self.author(&step.by)),
            (
                "interlink:evidence",
                self.record.evidence.map(|evidence| owned(format!("urn:sha256:{evidence}"))),
            ),
            ("interlink:from", step.from.map(time)),
            ("interlink:recordedAt", recorded_at(step)),
            ("interlink:recordedBy", recorded_by(&step.by)),
        ])
    }

    /// The status of a consent. After an erasure no consent is valid, whatever was decided before.
    fn consent_status(&self, state: State) -> Option<String> {
        if self.record.erased.is_some() && state == self.record.state() && state.is_consent() {
            return Some("dpv:ConsentStatusInvalidForProcessing".into());
        }
        self.status(state)
    }

    fn status(&self, state: State) -> Option<String> {
        state.iri().filter(|_| self.by_consent()).map(prefixed)
    }

    /// The status of an objection, as of any exercise of a right; `None` once it was withdrawn.
    pub(super) const fn objection_status(state: State) -> Option<&'static str> {
        match state {
            State::Objected => Some("dpv:RequestInitiated"),
            State::ObjectionUpheld => Some("dpv:RequestAccepted"),
            State::ObjectionOverruled => Some("dpv:RequestRejected"),
            State::Unknown
            | State::Requested
            | State::Deferred
            | State::Given
            | State::Refused
            | State::Withdrawn
            | State::Revoked
            | State::Expired
            | State::Invalidated
            | State::Renewed => None,
        }
    }

    /// Every step, the earliest first.
    pub(super) fn history(&self) -> Json {
        Node::List(self.record.history.iter().map(|entry| self.entry(entry)).collect())
    }

    fn entry(&self, entry: &HistoryEntry) -> Json {
        Node::object([
            ("dpv:hasConsentStatus", self.status(entry.state).map(reference)),
            ("dpv:hasJurisdiction", Some(place(entry.jurisdiction))),
            ("dpv:hasStatus", Self::objection_status(entry.state).map(reference)),
            ("dpv:isIndicatedAtTime", Some(time(entry.at))),
            ("dpv:isIndicatedBy", self.author(&entry.by)),
            ("interlink:act", entry.act.map(|act| owned(act.to_string()))),
            ("interlink:event", Some(owned(entry.event.to_string()))),
            ("interlink:from", entry.from.map(time)),
            ("interlink:recordedAt", recorded_at(entry)),
            ("interlink:recordedBy", recorded_by(&entry.by)),
            ("interlink:sequence", Some(integer(entry.seq.0))),
            ("interlink:state", Some(owned(state_name(entry.state)))),
        ])
    }

    fn validity(&self, valid: &Validity) -> Json {
        let of = |kind, value| {
            Node::object([
                ("@id", Some(self.part("validity"))),
                ("@type", Some(Node::text(kind))),
                ("rdf:value", Some(value)),
            ])
        };
        match valid {
            Validity::Days(count) => days(*count),
            Validity::Until(until) => of("dpv:UntilTimeDuration", time(*until)),
            Validity::UntilEvent(event) => of("dpv:UntilEventDuration", owned(event.to_string())),
            Validity::Uses(uses) => of("dpv:FixedOccurrencesDuration", Node::Integer(i64::from(*uses))),
        }
    }
}

/// When it was recorded here, if not when it was said.
fn recorded_at(entry: &HistoryEntry) -> Option<Json> {
    (entry.recorded != entry.at && entry.act.is_some()).then(|| time(entry.recorded))
}

/// The organisation whose official recorded it.
fn recorded_by(by: &Author) -> Option<Json> {
    match by {
        Author::Official { organisation_id: organisation, .. } => {
            Some(reference(format!("urn:interlink:organisation:{organisation}")))
        }
        Author::Subject | Author::Representative(_) | Author::Controller(_) | Author::Nobody => None,
    }
}
