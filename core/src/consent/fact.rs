//! What an event means for the state: all that the register needs of it, whether the event was read in full or in part.

use std::borrow::Cow;

use super::{Event, Expressed, Validity, Verb};
use crate::types::json::Reader;
use crate::types::{DocumentId, OrganisationId, PersonId, RequirementId, Timestamp};

/// An act about a purpose, as an event records it.
#[derive(Debug)]
pub(crate) struct Fact<'a> {
    pub(super) verb: Verb,
    pub(super) organisation: OrganisationId,
    pub(super) purpose: &'a str,
    pub(super) notice: Option<DocumentId>,
    /// Who expressed it, if the event says so.
    pub(super) by: Option<Expressed>,
    /// For a consent: who expressed it, whether explicitly, and for how long.
    pub(super) agreed: Option<(Expressed, bool, &'a Validity)>,
    /// The requirement that a use is for.
    pub(super) requirement: Option<RequirementId>,
    /// When it was expressed elsewhere, if it was brought over.
    pub(super) said_at: Option<Timestamp>,
    /// From when on the consent was invalid.
    pub(super) from: Option<Timestamp>,
    /// The consents that began before this were invalid; only one, if absent.
    pub(super) until: Option<Timestamp>,
}

impl<'a> Fact<'a> {
    /// The meaning of an event; `None` if it changes no state.
    pub(super) fn of(event: &'a Event) -> Option<Self> {
        let (organisation, purpose) = event.purpose()?;
        let agreed = match event {
            Event::ConsentGiven(e) => Some((e.by, e.explicit, &e.valid)),
            Event::ConsentRenewed(e) => Some((e.by, e.explicit, &e.valid)),
            _ => None,
        };
        let (from, until) = match event {
            Event::ConsentInvalidated(e) => (Some(e.from), e.until),
            _ => (None, None),
        };
        let said_at = match event {
            Event::ConsentGiven(e) => e.said_at,
            _ => None,
        };
        let requirement = match event {
            Event::ConsentUsed(e) => e.requirement,
            _ => None,
        };
        let (verb, notice, by) = (verb_of(event)?, event.notice(), event.by());
        let purpose = purpose.as_str();
        Some(Self { verb, organisation, purpose, notice, by, agreed, requirement, said_at, from, until })
    }
}

/// The act behind an event; `None` if it changes no state.
pub(super) const fn verb_of(event: &Event) -> Option<Verb> {
    match event {
        Event::ConsentRequested(_) => Some(Verb::Request),
        Event::ConsentDeferred(_) => Some(Verb::Defer),
        Event::ConsentGiven(_) => Some(Verb::Give),
        Event::ConsentRenewed(_) => Some(Verb::Renew),
        Event::ConsentRefused(_) => Some(Verb::Refuse),
        Event::ConsentWithdrawn(_) => Some(Verb::Withdraw),
        Event::ConsentRevoked(_) => Some(Verb::Revoke),
        Event::ConsentExpired(_) => Some(Verb::Expire),
        Event::ConsentUsed(_) => Some(Verb::Use),
        Event::ConsentInvalidated(_) => Some(Verb::Invalidate),
        Event::ObjectionRaised(_) => Some(Verb::Object),
        Event::ObjectionResumed(e) => Some(if e.upheld { Verb::Resume } else { Verb::Object }),
        Event::ObjectionWithdrawn(_) => Some(Verb::WithdrawObjection),
        Event::ObjectionDecided(e) => Some(if e.grounds.is_some() { Verb::Overrule } else { Verb::Uphold }),
        Event::RecipientNotified(_)
        | Event::DisagreementSettled(_)
        | Event::DateOfBirthRecorded(_)
        | Event::ConsentWithheld(_)
        | Event::RepresentativeAppointed(_)
        | Event::RepresentativeDismissed(_) => None,
    }
}

/// The part of an event's envelope that its fact needs: building a register reads millions of them.
#[derive(Debug)]
pub(crate) struct FactLine<'a> {
    actor: Option<PersonId>,
    data: Data<'a>,
    r#type: Cow<'a, str>,
}

#[derive(Debug)]
struct Data<'a> {
    by: Option<Expressed>,
    explicit: bool,
    from: Option<Timestamp>,
    grounds: bool,
    notice: Option<DocumentId>,
    organisation_id: Option<OrganisationId>,
    purpose: Option<Cow<'a, str>>,
    requirement: Option<RequirementId>,
    said_at: Option<Timestamp>,
    until: Option<Timestamp>,
    upheld: bool,
    valid: Option<Validity>,
}

impl<'a> Data<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.part_of_object(
            "by,explicit,from,grounds,notice,organisation_id,purpose,requirement,said_at,until,upheld,valid",
        );
        let data = Self {
            by: fields.get(reader),
            explicit: fields.or_default(reader),
            from: fields.get(reader),
            grounds: fields.raw(reader).is_some(),
            notice: fields.get(reader),
            organisation_id: fields.get(reader),
            purpose: fields.string(reader),
            requirement: fields.get(reader),
            said_at: fields.get(reader),
            until: fields.get(reader),
            upheld: fields.or_default(reader),
            valid: fields.get(reader),
        };
        fields.end(reader);
        data
    }
}

impl<'a> FactLine<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.part_of_object("actor,data,type");
        let actor = fields.get(reader);
        let data = fields.with(reader, Data::read);
        let r#type = fields.string(reader).unwrap_or_default();
        fields.end(reader);
        Self { actor, data, r#type }
    }
}

impl FactLine<'_> {
    /// The actor.
    pub(crate) const fn actor(&self) -> Option<PersonId> {
        self.actor
    }

    /// The meaning of the event; `None` if it changes no state or cannot be read.
    pub(crate) fn fact(&self) -> Option<Fact<'_>> {
        let verb = match self.r#type.as_ref() {
            "consent.requested" => Verb::Request,
            "consent.deferred" => Verb::Defer,
            "consent.given" => Verb::Give,
            "consent.renewed" => Verb::Renew,
            "consent.refused" => Verb::Refuse,
            "consent.withdrawn" => Verb::Withdraw,
            "consent.revoked" => Verb::Revoke,
            "consent.expired" => Verb::Expire,
            "consent.used" => Verb::Use,
            "consent.invalidated" => Verb::Invalidate,
            "objection.raised" => Verb::Object,
            "objection.resumed" if self.data.upheld => Verb::Resume,
            "objection.resumed" => Verb::Object,
            "objection.withdrawn" => Verb::WithdrawObjection,
            "objection.decided" if self.data.grounds => Verb::Overrule,
            "objection.decided" => Verb::Uphold,
            _ => return None,
        };
        let data = &self.data;
        let agreed = match verb {
            Verb::Give | Verb::Renew => Some((data.by?, data.explicit, data.valid.as_ref()?)),
            _ => None,
        };
        let from = if verb == Verb::Invalidate { Some(data.from?) } else { None };
        let (organisation, purpose) = (data.organisation_id?, data.purpose.as_deref()?);
        let (notice, requirement, until, by) = (data.notice, data.requirement, data.until, data.by);
        let said_at = data.said_at;
        Some(Fact { verb, organisation, purpose, notice, by, agreed, requirement, said_at, from, until })
    }
}
