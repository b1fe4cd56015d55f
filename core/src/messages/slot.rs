//! The names that a phrase can use, by the type of event.

#[cfg(feature = "process")]
use super::in_process;
use super::in_process::Process;
use crate::consent::Event as Consent;
use crate::journal::{Event, EventData, StreamId};
use crate::operator::Event as Operator;
use crate::party::{Event as Party, Holder};
use crate::types::{AssetId, Date, ItemId, Key, PersonId, TeamId, Timestamp};

/// Something that a phrase can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Slot {
    /// The actor.
    Actor,
    /// The asset, by its title.
    Asset,
    /// A number.
    Count,
    /// A day.
    Date,
    /// The holder of the mandate.
    Holder,
    /// The item, by its name; the process if it is about the whole of it.
    Item,
    /// The item that another waits for.
    On,
    /// The organisation.
    Organisation,
    /// The party it is about: a person or a team.
    Party,
    /// The party that is acted for.
    Principal,
    /// The process.
    Process,
    /// The purpose of processing.
    Purpose,
    /// What is rated.
    Rated,
    /// The role.
    Role,
    /// The number of stars, from 0 to 5.
    Stars,
    /// The team.
    Team,
}

impl Slot {
    /// Its name between the braces.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Asset => "asset",
            Self::Count => "count",
            Self::Date => "date",
            Self::Holder => "holder",
            Self::Item => "item",
            Self::On => "on",
            Self::Organisation => "organisation",
            Self::Party => "party",
            Self::Principal => "principal",
            Self::Process => "process",
            Self::Purpose => "purpose",
            Self::Rated => "rated",
            Self::Role => "role",
            Self::Stars => "stars",
            Self::Team => "team",
        }
    }
}

const ORGANISATION: &[Slot] = &[Slot::Actor, Slot::Organisation];
const MEMBER: &[Slot] = &[Slot::Actor, Slot::Party, Slot::Organisation];
const TEAM: &[Slot] = &[Slot::Actor, Slot::Team, Slot::Organisation];
const TEAM_MEMBER: &[Slot] = &[Slot::Actor, Slot::Party, Slot::Team, Slot::Organisation];
const ROLE: &[Slot] = &[Slot::Actor, Slot::Party, Slot::Role, Slot::Item, Slot::Process];
const PROCESS: &[Slot] = &[Slot::Actor, Slot::Process];
const ITEM: &[Slot] = &[Slot::Actor, Slot::Item, Slot::Process];
const WAIT: &[Slot] = &[Slot::Actor, Slot::Item, Slot::On, Slot::Process];
const ASSET: &[Slot] = &[Slot::Actor, Slot::Asset, Slot::Item, Slot::Process];
const ABOUT: &[Slot] = &[Slot::Actor, Slot::Party, Slot::Item, Slot::Process];
const ASKED: &[Slot] = &[Slot::Actor, Slot::Party, Slot::Process];
const RATED: &[Slot] = &[Slot::Actor, Slot::Rated];
const WILL: &[Slot] = &[Slot::Actor, Slot::Party, Slot::Purpose, Slot::Organisation];
const OF_PERSON: &[Slot] = &[Slot::Actor, Slot::Party];
const MANDATE: &[Slot] = &[Slot::Actor, Slot::Holder, Slot::Principal];
const HELD: &[Slot] = &[Slot::Item, Slot::Process];

/// The names available to each phrase.
pub(super) const SAID: &[(&str, &[Slot])] = &[
    ("operator.appointed", OF_PERSON),
    ("operator.dismissed", OF_PERSON),
    ("organisation.registered", ORGANISATION),
    ("organisation.edited", ORGANISATION),
    ("organisation.verified", ORGANISATION),
    ("organisation.unverified", ORGANISATION),
    ("administrator.appointed", MEMBER),
    ("administrator.dismissed", MEMBER),
    ("member.added", MEMBER),
    ("member.removed", MEMBER),
    ("team.created", TEAM),
    ("team.edited", TEAM),
    ("team.closed", TEAM),
    ("team.merged", TEAM),
    ("team_member.added", TEAM_MEMBER),
    ("team_member.removed", TEAM_MEMBER),
    ("role.granted", ROLE),
    ("role.revoked", ROLE),
    ("restriction.placed", ABOUT),
    ("restriction.lifted", ABOUT),
    ("approval.asked", ITEM),
    ("approval.given", ITEM),
    ("approval.used", PROCESS),
    ("approval.withdrawn", PROCESS),
    ("governance.adopted", PROCESS),
    ("process.created", PROCESS),
    ("process.edited", PROCESS),
    ("process.published", PROCESS),
    ("process.closed", PROCESS),
    ("process.imported", PROCESS),
    ("item.added", ITEM),
    ("item.edited", ITEM),
    ("item.moved", ITEM),
    ("tree.replaced", PROCESS),
    ("item.disabled", ITEM),
    ("item.enabled", ITEM),
    ("item.scheduled", ITEM),
    ("prerequisite.added", WAIT),
    ("prerequisite.removed", WAIT),
    ("task.started", ITEM),
    ("task.completed", ITEM),
    ("task.reopened", ITEM),
    ("prerequisite.waived", WAIT),
    ("catalogue.adopted", PROCESS),
    ("template.adopted", PROCESS),
    ("asset.added", ASSET),
    ("asset.edited", ASSET),
    ("asset.revised", ASSET),
    ("asset.deleted", ASSET),
    ("assignment.made", ABOUT),
    ("assignment.withdrawn", ABOUT),
    ("assignment.completed", ABOUT),
    ("contribution.claimed", ITEM),
    ("contribution.recorded", ABOUT),
    ("contribution.confirmed", ITEM),
    ("contribution.withdrawn", ITEM),
    ("contribution.accepted", ABOUT),
    ("contribution.returned", ABOUT),
    ("task.estimated", ITEM),
    ("points.awarded", ITEM),
    ("points.reversed", ITEM),
    ("participation.asked", PROCESS),
    ("participation.accepted", ASKED),
    ("participation.declined", ASKED),
    ("rating.given", &[Slot::Actor, Slot::Rated, Slot::Stars]),
    ("rating.withdrawn", RATED),
    ("mandate.granted", MANDATE),
    ("mandate.requested", MANDATE),
    ("mandate.registered", MANDATE),
    ("mandate.passed_on", MANDATE),
    ("mandate.accepted", MANDATE),
    ("mandate.refused", MANDATE),
    ("mandate.renounced", MANDATE),
    ("mandate.revoked", MANDATE),
    ("mandate.suspended", MANDATE),
    ("mandate.resumed", MANDATE),
    ("mandate.used", MANDATE),
    (ON_BEHALF_OF, &[Slot::Actor, Slot::Principal]),
    ("person.erased", &[Slot::Actor]),
    ("subject_request.made", OF_PERSON),
    ("subject_request.extended", OF_PERSON),
    ("subject_request.answered", OF_PERSON),
    ("processing_restriction.lifted", OF_PERSON),
    ("text.rectified", OF_PERSON),
    ("person.withheld", OF_PERSON),
    ("text.kept", OF_PERSON),
    ("text.redacted", &[Slot::Actor]),
    ("text.attributed", OF_PERSON),
    ("notice.published", ORGANISATION),
    ("notice.withdrawn", ORGANISATION),
    ("consent.requested", WILL),
    ("consent.deferred", WILL),
    ("consent.given", WILL),
    (BROUGHT, &[Slot::Actor, Slot::Party, Slot::Purpose, Slot::Organisation, Slot::Date]),
    ("consent.renewed", WILL),
    ("consent.refused", WILL),
    ("consent.withdrawn", WILL),
    ("consent.revoked", WILL),
    ("consent.expired", WILL),
    ("consent.used", WILL),
    ("consent.invalidated", WILL),
    ("objection.raised", WILL),
    ("objection.resumed", WILL),
    ("objection.withdrawn", WILL),
    ("objection.decided", WILL),
    ("recipient.notified", WILL),
    ("consent.withheld", OF_PERSON),
    ("date_of_birth.recorded", OF_PERSON),
    ("representative.appointed", OF_PERSON),
    ("representative.dismissed", OF_PERSON),
    ("disagreement.settled", WILL),
    ("purpose.required", ITEM),
    ("purpose.released", PROCESS),
    ("purpose.used", ASKED),
    ("asset.opened", ASSET),
    ("bundle.imported", &[]),
    (BLOCKED, HELD),
    (UNBLOCKED, HELD),
];

/// The names available to the phrases for possible steps, by the code of the reason.
pub(super) const NEXT: &[(&str, &[Slot])] = &[
    ("next.approval_missing", &[Slot::Item, Slot::Role, Slot::Count]),
    ("next.approve", &[Slot::Item]),
    ("next.approved", &[Slot::Item]),
    ("next.asked", &[Slot::Item]),
    ("next.award", &[Slot::Item]),
    ("next.chain", &[Slot::Item, Slot::Count]),
    ("next.claim", &[Slot::Item]),
    ("next.complete", &[Slot::Item]),
    ("next.consent_missing", &[Slot::Item, Slot::Purpose]),
    ("next.frees", &[Slot::Item, Slot::Count]),
    ("next.late", &[Slot::Item, Slot::Date]),
    ("next.must_stop", &[Slot::Item]),
    ("next.no_catalogue", &[Slot::Process]),
    ("next.no_dates", &[Slot::Process, Slot::Count]),
    ("next.no_items", &[Slot::Process]),
    ("next.no_role", &[Slot::Process]),
    ("next.no_team", &[Slot::Process]),
    ("next.not_permitted", &[Slot::Item]),
    ("next.notify", &[Slot::Purpose, Slot::Organisation, Slot::Date]),
    ("next.participation", &[Slot::Process]),
    ("next.renew", &[Slot::Purpose, Slot::Organisation]),
    ("next.review", &[Slot::Item]),
    ("next.right", &[Slot::Organisation, Slot::Date]),
    ("next.start", &[Slot::Item]),
    ("next.storage", &[Slot::Purpose, Slot::Organisation]),
    ("next.team_asked", &[Slot::Item, Slot::Team]),
    ("next.waits", &[Slot::Item, Slot::On]),
    ("next.waits_hidden", &[Slot::Item]),
];

/// The phrase for an item that has to wait now, for which there is no event.
pub(super) const BLOCKED: &str = "blocked";
/// The phrase for an item that nothing holds back any more.
pub(super) const UNBLOCKED: &str = "unblocked";

/// The phrase for an actor who acts on behalf of somebody, within other phrases.
pub(super) const ON_BEHALF_OF: &str = "on_behalf_of";

/// The phrase for a consent given in another system, with its date.
const BROUGHT: &str = "consent.brought";

/// The phrase for an event.
pub(super) fn phrase_of(event: &Event) -> &'static str {
    match &event.data {
        EventData::Consent(Consent::ConsentGiven(e)) if e.said_at.is_some() => BROUGHT,
        data => data.type_name(),
    }
}

/// The names available to a phrase.
pub(super) fn slots_of(name: &str) -> Option<&'static [Slot]> {
    SAID.iter().chain(NEXT).find(|(known, _)| *known == name).map(|(_, slots)| *slots)
}

/// What an event is about, from the event itself or the state of its stream.
#[derive(Debug, Default, Clone)]
pub(super) struct About {
    pub(super) party: Option<Holder>,
    pub(super) item: Option<ItemId>,
    pub(super) on: Option<ItemId>,
    pub(super) asset: Option<AssetId>,
    pub(super) team: Option<TeamId>,
    pub(super) role: Option<Key>,
    /// The words for what is rated, if its name is not known.
    pub(super) rated: Option<String>,
    pub(super) stars: Option<u8>,
    pub(super) date: Option<Date>,
}

/// What an event is about. `process` is the state after it, for what the event names only by id.
#[cfg_attr(
    not(feature = "process"),
    expect(unused_variables, reason = "no event names anything in a process")
)]
pub(super) fn about(event: &Event, process: Option<&Process>) -> About {
    let none = About::default();
    match &event.data {
        EventData::Operator(data) => match data {
            Operator::OperatorAppointed(e) => person(e.person_id),
            Operator::OperatorDismissed(e) => person(e.person_id),
        },
        EventData::Party(data) => of_party(data),
        EventData::Person(_) | EventData::Consent(_) => match event.head.stream {
            StreamId::Person(id) | StreamId::Consent(id) => {
                About { date: said_at(&event.data), ..person(id) }
            }
            _ => none,
        },
        EventData::Home(_) | EventData::Notice(_) | EventData::Redaction(_) => none,
        #[cfg(feature = "process")]
        EventData::Governance(data) => in_process::of_governance(data, process),
        #[cfg(feature = "process")]
        EventData::Process(data) => in_process::of_process(data),
        #[cfg(feature = "process")]
        EventData::Asset(data) => in_process::of_asset(data, process),
        #[cfg(feature = "process")]
        EventData::Work(data) => in_process::of_work(data, process),
        #[cfg(feature = "process")]
        EventData::Rating(data) => in_process::of_rating(data),
        #[cfg(feature = "process")]
        EventData::Requirement(data) => in_process::of_requirement(data),
        #[cfg(feature = "process")]
        EventData::Mandate(_) => none,
        #[cfg(toy)]
        EventData::Toy(_) => none,
    }
}

/// When a consent was given in another system.
fn said_at(data: &EventData) -> Option<Date> {
    match data {
        EventData::Consent(Consent::ConsentGiven(e)) => e.said_at.map(Timestamp::date),
        _ => None,
    }
}

pub(super) fn person(person: PersonId) -> About {
    About { party: Some(Holder::Person(person)), ..About::default() }
}

fn of_party(event: &Party) -> About {
    match event {
        Party::OrganisationRegistered(_)
        | Party::OrganisationEdited(_)
        | Party::OrganisationVerified(_)
        | Party::OrganisationUnverified(_) => About::default(),
        Party::AdministratorAppointed(e) => person(e.person_id),
        Party::AdministratorDismissed(e) => person(e.person_id),
        Party::MemberAdded(e) => person(e.person_id),
        Party::MemberRemoved(e) => person(e.person_id),
        Party::TeamEdited(e) => About { team: Some(e.team_id), ..About::default() },
        Party::TeamClosed(e) => About { team: Some(e.team_id), ..About::default() },
        Party::TeamMerged(e) => About { team: Some(e.team_id), ..About::default() },
        Party::TeamCreated(e) => About { team: Some(e.team_id), ..About::default() },
        Party::TeamMemberAdded(e) => About { team: Some(e.team_id), ..person(e.person_id) },
        Party::TeamMemberRemoved(e) => About { team: Some(e.team_id), ..person(e.person_id) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_a_phrase() {
        let mut types = EventData::TYPES.concat();
        types.extend([BLOCKED, BROUGHT, ON_BEHALF_OF, UNBLOCKED]);
        types.sort_unstable();
        let mut said: Vec<&str> = SAID.iter().map(|(name, _)| *name).collect();
        said.sort_unstable();
        assert_eq!(said, types);
    }

    #[test]
    fn every_reason_of_what_is_next_has_a_phrase() {
        let codes = crate::problem::Code::ALL.iter().map(|code| code.as_str());
        let mut codes: Vec<&str> = codes.filter(|code| code.starts_with("next.")).collect();
        codes.sort_unstable();
        let said: Vec<&str> = NEXT.iter().map(|(name, _)| *name).collect();
        assert_eq!(said, codes);
    }
}
