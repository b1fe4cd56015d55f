//! The states of consents per month, counted so that no person can be identified.

use std::collections::BTreeMap;

use hashbrown::HashSet;

use super::column::columns;
use super::{Progress, Read, TableOptions, counted, each};
use interlink::consent::{Register, State};
use interlink::kernel::{Error, Moment};
use interlink::types::{Date, Key, OrganisationId, PersonId, Timestamp};

columns!("Per purpose and month-end, from the first event about the purpose up to the moment asked about: the number of \
    people in each consent state, under all controllers that use this key for the purpose. A group smaller than the \
    smallest one asked for (five by default) is listed without its number; people erased by then are not included. \
    Comparing two adjacent months may still reveal what one person did." {
    month: Day "The first day of the month, in UTC; the last month ends with the moment asked about.",
    purpose: Word "The purpose: its key in the notices.",
    state: Word "The state at that time: requested, deferred, given, refused, withdrawn, revoked, expired, \
        invalidated, renewed, objected, objection_upheld or objection_overruled.",
    people: Whole "The number of people; a person who decided differently for several controllers is counted for each. Null for a group that is too small.",
});

/// One month, purpose and state.
type Group = (Date, Key, State);

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut groups: BTreeMap<Group, HashSet<PersonId>> = BTreeMap::new();
    let whole = each(&engine.organisations()?, progress, |organisation| {
        engine.with_register(|register| take(&mut groups, register, organisation, options.at))
    })?;
    let mut rows = Rows::default();
    for ((month, purpose, state), people) in groups {
        rows.month.put(Some(month));
        rows.purpose.put(purpose.as_str());
        rows.state.put_name(&state);
        let people = people.len() as u64;
        rows.people.put(counted(people, people, options));
    }
    Ok(whole.then(|| rows.finish()))
}

/// Adds the consents for one controller, at the end of each month.
fn take(
    groups: &mut BTreeMap<Group, HashSet<PersonId>>,
    register: &Register,
    organisation: OrganisationId,
    until: Timestamp,
) {
    for (person, held) in register.of_controller(organisation) {
        let Some(begun) = register.begun(person, held.purpose) else { continue };
        let erased = register.erased(person).unwrap_or(Timestamp::MAX);
        let mut month = begun.date().first_of_month();
        // No other month begins after the last moment that can be written.
        while month <= until.date() && month.next_month() > month {
            let end = month.next_month().begin().min(until);
            if erased <= end {
                break;
            }
            let state = register.state_at(person, held.purpose, end);
            if state != State::Unknown {
                let group = (month, held.purpose.purpose.clone(), state);
                groups.entry(group).or_default().insert(person);
            }
            month = month.next_month();
        }
    }
}
