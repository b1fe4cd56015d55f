//! A command at a moment: what it names, what it meets, and what it leads to.

use std::sync::Arc;

use super::consent::organisations_of;
use super::load::Loaded;
use super::replay::{read_host, read_person};
use super::voice::Resumed;
use super::{Error, Executed, Moment};
use crate::check::ProcessView;
use crate::consent;
use crate::consent::{Mark, Register};
use crate::home::Replica;
use crate::journal::{
    Basis, Batch, Event, EventData, Head, Reliance, Stored, StoredDocument, StreamId, Version,
};
use crate::kernel::clock::{Clock, recorded};
use crate::kernel::decide::{
    Decision, Elsewhere, Given, Ground, asks_erased, asks_host, decide, organisations_named, partners,
    stream_of,
};
use crate::kernel::{Action, Command, Documents, Refused, Rejection};
use crate::party::{Names, Texts};
use crate::redaction::event_texts;
use crate::types::{CommandId, Fingerprint, HostId, OrganisationId, PersonId, Salt, derive};
use crate::vault::{Party, Tie, VaultWrite};
use crate::{governance, person, process};

/// Whom each host id of a command means; `None` for one that nobody has.
type Known = Vec<(HostId, Option<Party>)>;

/// A command, before it is decided.
pub(super) enum Prepared {
    /// It came before, and led to this.
    Repeated(Executed),
    New {
        known: Known,
        stream: StreamId,
    },
}

/// What a command leads to.
pub(super) struct Decided {
    pub(super) decision: Decision,
    pub(super) sealed: Vec<(Event, Stored)>,
    /// The other streams that were read for it.
    pub(super) reads: Vec<(StreamId, Version)>,
    /// What goes on record beside it: objections that stand again for whoever it makes known.
    pub(super) beside: Vec<Beside>,
}

/// What goes on record in the stream of somebody whom a command makes known, in the append that makes her known. It is not part
/// of the command: nobody gives it, and the command would be the same without.
pub(super) struct Beside {
    pub(super) stream: StreamId,
    pub(super) command: CommandId,
    pub(super) fingerprint: Fingerprint,
    pub(super) sealed: Vec<(Event, Stored)>,
}

impl Beside {
    pub(super) fn stored(&self) -> Vec<Stored> {
        self.sealed.iter().map(|(_, stored)| stored.clone()).collect()
    }

    pub(super) fn batch<'a>(&'a self, events: &'a [Stored]) -> Batch<'a> {
        Batch {
            stream: self.stream,
            expected: Version(0),
            events,
            command: self.command,
            fingerprint: self.fingerprint,
            vault: &[],
            documents: &[],
            rewrites: &[],
            basis: Basis::default(),
        }
    }
}

impl Moment<'_> {
    /// Looks up whom a command names and which stream it is for, and whether it came before.
    pub(super) fn prepare(&self, command: &Command, fingerprint: Fingerprint) -> Result<Prepared, Error> {
        if command.entropy.is_weak() {
            return Err(Rejection::Entropy.into());
        }
        let known = self.known(command)?;
        let stream = stream_of(command, &found(&known))?;
        let Some(record) = self.reading()?.command(stream, &command.id)? else {
            return Ok(Prepared::New { known, stream });
        };
        if record.fingerprint != fingerprint {
            return Err(Rejection::CommandReused { id: command.id }.into());
        }
        let before = Version(record.first.0.saturating_sub(1));
        let count = usize::try_from(record.last.0.saturating_sub(before.0)).unwrap_or(usize::MAX);
        let stored = self.reading()?.events(stream, before, count)?;
        let read = |stored: &Stored| Event::read(stored.id, &stored.body);
        let events: Vec<Event> = stored.iter().map(read).collect::<Result<_, _>>()?;
        let (version, position) = (record.last, self.position());
        Ok(Prepared::Repeated(Executed { stream, events, version, position, repeated: true, scrubbed: None }))
    }

    /// The parties behind the host ids that a command names.
    fn known(&self, command: &Command) -> Result<Known, Error> {
        let mut named: Vec<HostId> = vec![command.actor.clone()];
        command.action.host_ids(&mut |host_id| {
            if !named.contains(host_id) {
                named.push(host_id.clone());
            }
        });
        let party = |host_id: HostId| self.party(&host_id).map(|party| (host_id, party));
        named.into_iter().map(party).collect()
    }

    /// Of whom is asked whether an official gains by an act: the controllers against whom somebody said no whose appointment is
    /// to end; and everybody, where a birthday that is on record is recorded anew.
    fn who_may_gain(
        &self,
        action: &Action,
        stream: StreamId,
        known: &[(HostId, Party)],
    ) -> Result<Vec<OrganisationId>, Error> {
        let (Action::Consent(command), StreamId::Consent(person)) = (action, stream) else {
            return Ok(Vec::new());
        };
        match command {
            consent::Command::DismissRepresentative(c) => {
                let representative = known.iter().find(|(id, _)| *id == c.representative);
                match representative.map(|(_, party)| *party) {
                    Some(Party::Person(by)) => self.with_register(|register| register.opposed_by(person, by)),
                    Some(Party::Organisation(_) | Party::Team(..)) | None => Ok(Vec::new()),
                }
            }
            consent::Command::RecordBirth(c) if c.capacity.is_some() => {
                match self.with_register(|register| register.birth(person).is_some())? {
                    true => organisations_of(self.reading()?),
                    false => Ok(Vec::new()),
                }
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Decides a command on what stands here.
    pub(super) fn decide(
        &self,
        command: &Command,
        stream: StreamId,
        known: &[(HostId, Option<Party>)],
        as_host: bool,
    ) -> Result<Decided, Error> {
        let resumed = self.resumed(command, known)?;
        let known = found(known);
        self.is_at_home(command, stream)?;
        let mut loaded = self.loaded(stream)?;
        let mut asked = Vec::new();
        if let Some(Loaded::Process(view)) = &mut loaded
            && !view.process().requirements().is_empty()
        {
            asked = self.name_consents(view, &known)?;
            let register = &mut Arc::make_mut(&mut view.consented).register;
            for Resumed { person, events, .. } in &resumed {
                (1..).zip(events).for_each(|(seq, event)| {
                    let mark = Mark { seq: Version(seq), at: command.at, actor: *person };
                    register.apply(*person, mark, event, None);
                });
            }
        }
        if let StreamId::Consent(person) = stream {
            asked.push(person);
        }
        if let (StreamId::Person(person), Action::Person(person::Command::RequestRight(_))) =
            (stream, &command.action)
        {
            asked.push(person);
        }
        let mut named = organisations_named(&command.action, &known);
        if let Some(Loaded::Person(person)) = &loaded {
            named.extend(person.state.organisations());
        }
        named.extend(self.who_may_gain(&command.action, stream, &known)?);
        let mut parties = self.parties(loaded.as_ref(), &named)?;
        let partners = partners(&command.action, &parties);
        if !partners.is_empty() {
            named.extend(partners);
            parties = self.parties(loaded.as_ref(), &named)?;
        }
        // Somebody from outside grants a role in the process: it may be that nobody in it can.
        let governing = match &loaded {
            Some(Loaded::Organisation(of)) if asks_erased(&command.action) => {
                of.state.administrators().collect()
            }
            Some(Loaded::Process(view)) => governing(view, command, &known),
            _ => Vec::new(),
        };
        let asks_host = asks_host(&command.action)
            || matches!((&loaded, &command.action), (Some(Loaded::Process(view)), action)
                if grants_role(action) && view.process().organisation().is_none());
        if asks_host {
            Arc::make_mut(&mut parties).set_host(read_host(self.reading()?)?);
        }
        let erased = self.erased_among(&governing)?;
        let source = match &command.action {
            Action::Process(process::Command::CloneProcess(c)) => self.view(c.source)?,
            _ => None,
        };
        let subject_known = match stream.person() {
            Some(id) => self.reading()?.host_id(Party::Person(id))?.is_some(),
            None => false,
        };
        let looked = self.look_elsewhere(command, stream)?;
        let names = Names::new(self.reading()?);
        let texts = Texts::from(&names);
        let elsewhere = Elsewhere { source: source.as_ref(), subject_known, erased, texts, ..looked };
        let clock = self.engine.store.now().map(|now| Clock { now, skew: self.engine.store.skew() });
        let documents = self.documents();
        let decide = |ground: &Ground<'_>| {
            let last = ground.head().map(|(_, _, at)| at);
            let read = parties.iter().map(|organisation| organisation.at);
            let when = recorded(command.at, last, read, clock)?;
            let given = Given { command, stream, when, as_host };
            let mut decision = decide(given, ground, &known, &parties, &elsewhere, &documents)?;
            let others = resume(&mut decision, stream, &resumed);
            let beside = beside(command, &decision, others)?;
            let (decision, sealed) = seal(command, stream, ground, decision);
            Ok::<_, Refused>((decision, sealed, beside))
        };
        let decided = || -> Result<_, Error> {
            Ok(match &loaded {
                None => decide(&Ground::New)?,
                Some(Loaded::Host(host)) => decide(&Ground::Host(host))?,
                Some(Loaded::Organisation(organisation)) => decide(&Ground::Organisation(organisation))?,
                Some(Loaded::Process(view)) => decide(&Ground::Process(view))?,
                Some(Loaded::Rating(ratings)) => decide(&Ground::Rating(ratings))?,
                Some(Loaded::Person(person)) => decide(&Ground::Person(person))?,
                Some(Loaded::Consent(head)) => {
                    // Opened before memory is locked.
                    self.reading()?;
                    self.with_register(|register: &Register| {
                        let own = resumed.iter().find(|resumed| stream == StreamId::Consent(resumed.person));
                        let own =
                            own.and_then(|own| register.of_newcomer(own.person, command.at, &own.events));
                        decide(&Ground::Consent(*head, own.as_ref().unwrap_or(register)))
                    })??
                }
            })
        };
        let decided = decided();
        // Whatever was decided on texts that could not be read was not decided.
        names.end()?;
        let (decision, sealed, beside) = decided?;
        let mut reads: Vec<(StreamId, Version)> =
            parties.iter().map(|organisation| (organisation.state.id.into(), organisation.version)).collect();
        reads.extend(source.as_ref().map(|source| (source.stream.state.id().into(), source.stream.version)));
        if asks_host {
            reads.push((StreamId::Host, parties.host().map(|host| host.version).unwrap_or_default()));
        }
        asked.extend(governing);
        for person in asked {
            for stream in [StreamId::Consent(person), StreamId::Person(person)] {
                let head = self.reading()?.head(stream)?;
                reads.push((stream, head.map(|head| head.version).unwrap_or_default()));
            }
        }
        // Whatever is taken in meanwhile may take the stream away.
        let imports = self.homes()?.map(|homes| homes.version).unwrap_or_default();
        reads.push((StreamId::Import, imports));
        // Its own stream's version is expected anyway.
        reads.retain(|(read, _)| *read != stream);
        reads.sort_unstable();
        reads.dedup();
        Ok(Decided { decision, sealed, reads, beside })
    }

    /// Who of these people was erased, by the record.
    fn erased_among(&self, people: &[PersonId]) -> Result<Vec<(PersonId, Reliance)>, Error> {
        let mut erased = Vec::new();
        for id in people.iter().copied() {
            let Some(person) = read_person(self.reading()?, id)? else { continue };
            if person.state.erased.is_some() {
                erased.push((id, Reliance { id: person.last, seq: person.version, stream: id.into() }));
            }
        }
        Ok(erased)
    }

    /// A replica is written where it is at home. But whoever is to be erased here is, wherever that is.
    fn is_at_home(&self, command: &Command, stream: StreamId) -> Result<(), Error> {
        if let Action::Person(person::Command::ErasePerson(_)) = command.action {
            return Ok(());
        }
        match self.replica(stream)? {
            Some(Replica { source, .. }) => Err(Rejection::Replica { stream, home: source }.into()),
            None => Ok(()),
        }
    }

    /// The documents that new events rely on, for the store to keep with them.
    pub(super) fn documents_of(&self, decision: &Decision) -> Result<Vec<StoredDocument>, Error> {
        let mut documents = Vec::with_capacity(decision.documents.len());
        for id in &decision.documents {
            if self.engine.documents.is_stored(*id) {
                continue;
            }
            if let Some(made) = decision.made.iter().find(|made| made.id() == *id) {
                documents.push((*id, made.bytes().into()));
            } else if let Some(document) = self.documents().document(*id) {
                documents.push((*id, document.bytes().into()));
            }
        }
        Ok(documents)
    }
}

fn found(known: &[(HostId, Option<Party>)]) -> Vec<(HostId, Party)> {
    known.iter().filter_map(|(host_id, party)| Some((host_id.clone(), (*party)?))).collect()
}

const fn grants_role(action: &Action) -> bool {
    matches!(action, Action::Governance(governance::Command::GrantRole(_)))
}

/// Who might govern a process, where a command by somebody else grants a role in it.
fn governing(view: &ProcessView, command: &Command, known: &[(HostId, Party)]) -> Vec<PersonId> {
    if !grants_role(&command.action) {
        return Vec::new();
    }
    let actor = known.iter().find(|(id, _)| *id == command.actor).map(|(_, party)| *party);
    let governs = view.administrators(command.at).iter().any(|person| actor == Some(Party::Person(*person)));
    if governs { Vec::new() } else { view.may_administer() }
}

/// Lets the objections stand again of those whom a decision makes known: takes them off the list, puts those of its own stream
/// before what it decided, and gives back the others.
fn resume<'r>(decision: &mut Decision, stream: StreamId, resumed: &'r [Resumed]) -> Vec<&'r Resumed> {
    let mut others = Vec::new();
    for one in resumed {
        let tie = VaultWrite::Tie(Tie { host_id: one.host_id.clone(), party: Party::Person(one.person) });
        if !decision.vault.contains(&tie) {
            continue;
        }
        if stream == StreamId::Consent(one.person) {
            let events = one.events.iter().cloned().map(EventData::Consent);
            decision.events.splice(0..0, events);
        } else {
            others.push(one);
        }
        let erase = |entry: &PersonId| VaultWrite::Erase { person: *entry, kept: Vec::new() };
        decision.vault.extend(one.entries.iter().map(erase));
    }
    others
}

/// The events in the streams of those for whom objections stand again.
fn beside(command: &Command, decision: &Decision, others: Vec<&Resumed>) -> Result<Vec<Beside>, Refused> {
    let mut all = Vec::with_capacity(others.len());
    for one in others {
        let stream = StreamId::Consent(one.person);
        // A number of its own, for the host may give her stream a command by this one's later on.
        let id: CommandId = BESIDE.parse().map_err(|_| Rejection::CommandReused { id: command.id })?;
        let (mut sealed, mut prev) = (Vec::with_capacity(one.events.len()), None);
        for (seq, data) in (1..).map(Version).zip(&one.events) {
            let head = Head {
                stream,
                seq,
                prev,
                at: decision.when.at,
                made_at: None,
                corrected_from: None,
                actor: decision.actor,
                on_behalf_of: None,
                command: id,
                redacted: None,
                salt: None,
            };
            let (event, body) = Event::seal(head, EventData::Consent(data.clone()));
            prev = Some(event.id);
            let stored = Stored { seq, at: head.at, id: event.id, body: body.into() };
            sealed.push((event, stored));
        }
        let ids: Vec<&[u8]> = sealed.iter().map(|(event, _)| event.id.as_bytes().as_slice()).collect();
        let fingerprint = Fingerprint::from_bytes(derive("interlink/resumed/1", &ids));
        all.push(Beside { stream, command: id, fingerprint, sealed });
    }
    Ok(all)
}

/// The id of what goes on record beside a command.
const BESIDE: &str = "ob.1";

/// What keeps the id of an event from being used to guess at a public text, once that is taken out.
fn salt(command: &Command, seq: Version, data: &EventData) -> Option<Salt> {
    event_texts(data.type_name())?;
    let parts: [&[u8]; 2] = [command.id.as_str().as_bytes(), &seq.0.to_be_bytes()];
    Some(Salt::from_bytes(command.entropy.secret("interlink/event-salt/1", &parts)))
}

/// Writes the events of a decision, each on the one before.
fn seal(
    command: &Command,
    stream: StreamId,
    ground: &Ground<'_>,
    mut decision: Decision,
) -> (Decision, Vec<(Event, Stored)>) {
    let (mut version, mut prev) = ground.head().map_or((Version(0), None), |(v, id, _)| (v, Some(id)));
    let mut sealed = Vec::with_capacity(decision.events.len());
    for data in std::mem::take(&mut decision.events) {
        version = version.next();
        let head =
            Head { salt: salt(command, version, &data), ..decision.head(command, stream, version, prev) };
        let (event, body) = Event::seal(head, data);
        prev = Some(event.id);
        let stored = Stored { seq: version, at: event.head.at, id: event.id, body: body.into() };
        sealed.push((event, stored));
    }
    (decision, sealed)
}
