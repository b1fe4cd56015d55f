//! Who the pseudonyms are, for one who may know.

use std::collections::BTreeSet;

use super::column::columns;
use super::{Progress, Read, TableOptions, each};
use crate::kernel::{AsOf, Engine, Error};
use crate::types::json::{self, Reader};
use crate::types::{OrganisationId, PersonId, ProcessId};

columns!("Who the pseudonyms are, as far as the one who asks administers what they take part in. Whoever was erased is in no \
    row. These are personal data." {
    person: Word "The pseudonym.",
    host_id: Text "The id that the host gave.",
});

/// What somebody may administer.
#[derive(Clone, Copy)]
enum Of {
    Process(ProcessId),
    Organisation(OrganisationId),
}

/// The vault is asked for those who take part in a process that the asking person administers, now as at the moment that was
/// asked about (the host's word for what time it is), or in an organisation of which she is an administrator; and for those who told such an organisation what they want
/// as to their data. Where one process is asked about it is those who take part in that one.
pub(super) fn read(
    engine: &Engine,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut known = BTreeSet::new();
    engine.consents()?;
    let processes = engine.processes(options)?.into_iter().map(Of::Process);
    // Who asks about one process asks about nobody else.
    let organisations = if options.process.is_none() { engine.organisations()? } else { Vec::new() };
    let all: Vec<Of> = processes.chain(organisations.into_iter().map(Of::Organisation)).collect();
    let whole = each(&all, progress, |of| match (options.asked_by, of) {
        (None, _) => Ok(()),
        (Some(asks), Of::Process(id)) => of_process(engine, id, asks, options, &mut known),
        (Some(asks), Of::Organisation(id)) => of_organisation(engine, id, asks, options, &mut known),
    })?;
    if !whole {
        return Ok(None);
    }
    let mut rows = Rows::default();
    for person in known {
        if let Some(host_id) = engine.host_id(person)? {
            rows.person.put_id(&person);
            rows.host_id.put(Some(host_id.as_str()));
        }
    }
    Ok(Some(rows.finish()))
}

/// All whom a process knows, where the asking person administers it: who have, had or will have a role in it, and who did
/// anything in it.
fn of_process(
    engine: &Engine,
    process: ProcessId,
    asks: PersonId,
    options: &TableOptions,
    known: &mut BTreeSet<PersonId>,
) -> Result<(), Error> {
    let view = engine.process(process)?;
    if !view.is_administered_by(asks, options.at) {
        return Ok(());
    }
    let (mut acted, mut last) = (Vec::new(), options.at);
    engine.each_stored(process.into(), &mut |stored| {
        last = stored.at;
        let (actor, whom): (PersonId, Option<PersonId>) =
            json::read(json::utf8(&stored.body)?, |reader: &mut Reader<'_>| {
                let mut fields = reader.part_of_object("actor,on_behalf_of");
                let found = (fields.get(reader), fields.or_default(reader));
                fields.end(reader);
                found
            })?;
        acted.extend([Some(actor), whom].into_iter().flatten());
        Ok(())
    })?;
    // She still may: who once could is not told of those who came later.
    if view.is_administered_by(asks, last) {
        known.extend(view.access.people());
        known.extend(acted);
    }
    Ok(())
}

/// All whom an organisation knows, where the asking person is one of its administrators.
fn of_organisation(
    engine: &Engine,
    id: OrganisationId,
    asks: PersonId,
    options: &TableOptions,
    known: &mut BTreeSet<PersonId>,
) -> Result<(), Error> {
    let organisation = engine.organisation(id)?;
    if !organisation.is_administrator(asks) {
        return Ok(());
    }
    // An organisation has no memory of who administered it, but its stream has.
    match engine.organisation_as_of(id, AsOf::Time(options.at)) {
        Ok(then) if then.state.is_administrator(asks) => {}
        Ok(_) | Err(Error::VersionUnknown(_)) => return Ok(()),
        Err(error) => return Err(error),
    }
    known.extend(organisation.administrators());
    known.extend(organisation.members().map(|(person, _)| person));
    known.extend(organisation.teams().flat_map(|team| team.members().map(|(person, _)| person)));
    engine.with_register(|register| {
        known.extend(register.of_controller(id).into_iter().map(|(person, _)| person));
    })
}
