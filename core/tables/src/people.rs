//! The identities behind pseudonyms, for a person who may know them.

use std::collections::BTreeSet;

use super::column::columns;
use super::envelope::take_apart;
use super::{Asked, Progress, Read, TableOptions, each};
use interlink::kernel::{AsOf, Error, Moment};
use interlink::types::{InputFault, OrganisationId, PersonId, ProcessId, Timestamp};

columns!("The identities behind pseudonyms, if the person who asks administers something that they take part in. Erased \
    people are not included. These are personal data." {
    person_id: Word "The pseudonym.",
    host_id: Text "The host's id.",
});

/// Something that a person may administer.
#[derive(Clone, Copy)]
enum Of {
    Process(ProcessId),
    Organisation(OrganisationId),
}

/// Reads from the vault those who take part in a process that the asking person administers, both now and at the moment
/// asked about (the host states the current time), or in an organisation of which they are an administrator; and those
/// who gave such an organisation a decision about their data. With a process, only those who take part in it.
pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let Some(by) = options.asked_by else {
        return Ok(progress(0, 0).then(|| Rows::default().finish()));
    };
    let processes = engine.processes(options)?.into_iter().map(Of::Process);
    // A question about one process is about nobody else.
    let organisations = if options.process.is_none() { engine.organisations()? } else { Vec::new() };
    let all: Vec<Of> = processes.chain(organisations.into_iter().map(Of::Organisation)).collect();
    let mut asking = Asking { moment: engine, by, at: options.at, known: BTreeSet::new() };
    let whole = each(&all, progress, |of| match of {
        Of::Process(id) => asking.process(id),
        Of::Organisation(id) => asking.organisation(id),
    })?;
    if !whole {
        return Ok(None);
    }
    let mut rows = Rows::default();
    for person in asking.known {
        if let Some(host_id) = engine.host_id(person)? {
            rows.person_id.put_id(&person);
            rows.host_id.put(Some(host_id.as_str()));
        }
    }
    Ok(Some(rows.finish()))
}

/// A question by a person, answered as far as they may know.
struct Asking<'e, 'm> {
    moment: &'e Moment<'m>,
    by: PersonId,
    at: Timestamp,
    known: BTreeSet<PersonId>,
}

impl Asking<'_, '_> {
    /// Everybody known to a process, if the person administers it: those with a past, present or future role in it, and
    /// those who did anything in it.
    fn process(&mut self, process: ProcessId) -> Result<(), Error> {
        let view = self.moment.process(process)?;
        if !view.is_administered_by(self.by, self.at) {
            return Ok(());
        }
        let (mut acted, mut last) = (Vec::new(), self.at);
        self.moment.each_stored(process.into(), &mut |stored| {
            last = stored.at;
            let event = take_apart(stored)?;
            for person in [Some(event.actor), event.on_behalf_of].into_iter().flatten() {
                acted.push(person.parse::<PersonId>().map_err(InputFault::from)?);
            }
            Ok(())
        })?;
        // They must still administer it: a former administrator does not see those who came later.
        if view.is_administered_by(self.by, last) {
            self.known.extend(view.people());
            self.known.extend(acted);
        }
        Ok(())
    }

    /// Everybody known to an organisation, if the person is one of its administrators.
    fn organisation(&mut self, id: OrganisationId) -> Result<(), Error> {
        let organisation = self.moment.organisation(id)?;
        if !organisation.is_administrator(self.by) {
            return Ok(());
        }
        // An organisation's state has no past administrators, but its stream has.
        match self.moment.organisation_at(id, AsOf::Time(self.at)) {
            Ok(then) if then.is_administrator(self.by) => {}
            Ok(_) | Err(Error::StreamSeqUnknown(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
        self.known.extend(organisation.administrators());
        self.known.extend(organisation.members().map(|(person, _)| person));
        self.known.extend(organisation.teams().flat_map(|team| team.members().map(|(person, _)| person)));
        self.moment.with_register(|register| {
            self.known.extend(register.of_controller(id).into_iter().map(|(person, _)| person));
        })
    }
}
