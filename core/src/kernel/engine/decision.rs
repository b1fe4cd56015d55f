//! A command at a moment: what it names, the state it applies to, and its effect.
//!
//! Each step takes what only the previous one gives, so none can be left out or reordered: [`Prepared`] → [`Fetched`] →
//! [`Decided`] → [`Sealed`]. Only a sealed command can be appended. Until then everything is of one moment. Only the
//! cache is locked, and only while it is read, never while a reading is opened.

use std::sync::Arc;

use super::consent::organisations_of;
use super::replay::{read_host, read_person};
use super::{Error, Executed, Moment};
use crate::check::ProcessView;
use crate::consent::{Gaining, Register, Representatives, Resumed};
use crate::home::Replica;
use crate::journal::{Basis, Batch, Event, EventData, Head, Reliance, Seq, Stored, StoredDocument, StreamId};
use crate::kernel::block::{Asked, Facts, Given, Met, Needs, OfErased};
use crate::kernel::clock::{Clock, recorded};
use crate::kernel::context::party_among;
use crate::kernel::decide::{Decision, Tip, answer, stream_of};
use crate::kernel::{Command, CurrentState, Documents, MandatesNeeded, Refused, Rejection};
use crate::party::{Names, Texts};
use crate::redaction::event_texts;
use crate::types::{CommandId, Fingerprint, HostId, OrganisationId, PersonId, Salt, derive};
use crate::vault::Party;

/// The party behind each host id of a command; `None` for an unknown id.
type Known = Vec<(HostId, Option<Party>)>;

/// A command before it is decided.
pub(super) enum Prepared {
    /// It was executed before, with this result.
    Repeated(Executed),
    New {
        known: Known,
        stream: StreamId,
    },
}

/// A command with the state it applies to and everything its block declared it needs.
pub(super) struct Fetched<'c> {
    command: &'c Command,
    stream: StreamId,
    as_host: bool,
    known: Vec<(HostId, Party)>,
    current: CurrentState,
    facts: Facts,
    /// The people it may introduce for whom objections resume.
    resumed: Vec<Resumed>,
    reads: Vec<(StreamId, Seq)>,
}

/// What its block decided, and what follows from the people it introduces.
pub(super) struct Decided<'c> {
    command: &'c Command,
    stream: StreamId,
    /// How far the stream had come.
    tip: Option<Tip>,
    decision: Decision,
    /// Objections that resume in streams other than the command's.
    others: Vec<Resumed>,
    reads: Vec<(StreamId, Seq)>,
}

/// The effect of a command, as appended.
pub(super) struct Sealed {
    pub(super) decision: Decision,
    pub(super) sealed: Vec<(Event, Stored)>,
    /// The other streams that were read for it.
    pub(super) reads: Vec<(StreamId, Seq)>,
    /// Objections that resume for people it introduces, recorded with it.
    pub(super) beside: Vec<Beside>,
}

/// Events recorded in the stream of a person whom a command introduces, in the same append. They are not part of the
/// command: nobody gives them, and the command would be the same without them.
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
            expected: Seq(0),
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
    /// Resolves whom a command names and which stream it is for, and whether it was executed before.
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
        let before = Seq(record.first.0.saturating_sub(1));
        let count = usize::try_from(record.last.0.saturating_sub(before.0)).unwrap_or(usize::MAX);
        let stored = self.reading()?.events(stream, before, count)?;
        let read = |stored: &Stored| Event::read(stored.id, &stored.body);
        let events: Vec<Event> = stored.iter().map(read).collect::<Result<_, _>>()?;
        let (version, position) = (record.last, self.position());
        Ok(Prepared::Repeated(Executed {
            stream,
            events,
            seq: version,
            position,
            repeated: true,
            scrubbed: None,
        }))
    }

    /// The parties behind the host ids that a command names.
    fn known(&self, command: &Command) -> Result<Known, Error> {
        let mut named: Vec<HostId> = vec![command.actor.clone()];
        named.extend(command.on_behalf_of.iter().filter(|principal| **principal != command.actor).cloned());
        command.action.host_ids(&mut |host_id| {
            if !named.contains(host_id) {
                named.push(host_id.clone());
            }
        });
        let party = |host_id: HostId| self.party(&host_id).map(|party| (host_id, party));
        named.into_iter().map(party).collect()
    }

    /// Decides a command on the current state.
    pub(super) fn sealed(
        &self,
        command: &Command,
        stream: StreamId,
        known: &[(HostId, Option<Party>)],
        as_host: bool,
    ) -> Result<Sealed, Error> {
        Ok(self.fetched(command, stream, known, as_host)?.decided(self)?.sealed()?)
    }

    /// Fetches the state a command applies to and what its block declares it needs.
    fn fetched<'c>(
        &self,
        command: &'c Command,
        stream: StreamId,
        named: &[(HostId, Option<Party>)],
        as_host: bool,
    ) -> Result<Fetched<'c>, Error> {
        let resumed = self.resumed(command, named)?;
        let known = found(named);
        let mut current = match self.current(stream) {
            Ok(current) => current,
            // A replica is reported as such, whatever is wrong with it.
            Err(fault) => return Err(self.is_at_home(stream).err().unwrap_or(fault)),
        };
        let in_whose_name = command.on_behalf_of.as_ref().unwrap_or(&command.actor);
        let met = Met { current: &current, stream, actor: in_whose_name, at: command.at, known: &known };
        let mut needs = command.action.needs(&met);
        if let Some(principal) = &command.on_behalf_of {
            needs.mandates = Some(MandatesNeeded::between(&met, &command.actor, principal));
        }
        if !needs.even_replica {
            self.is_at_home(stream)?;
        }
        let (facts, mut reads) = self.facts(stream, &current, &known, &needs)?;
        let mut wills = needs.wills;
        wills.extend(needs.erased);
        if let CurrentState::Process(view) = &mut current {
            wills.extend(self.name_consents(view, &known, (&resumed, command.at))?);
        }
        for person in wills {
            for stream in [StreamId::Consent(person), StreamId::Person(person)] {
                let head = self.reading()?.head(stream)?;
                reads.push((stream, head.map(|head| head.seq).unwrap_or_default()));
            }
        }
        // An import meanwhile may move the stream's home.
        let imports = self.homes()?.map(|homes| homes.seq).unwrap_or_default();
        reads.push((StreamId::Import, imports));
        // Its own stream's `seq` is expected anyway.
        reads.retain(|(read, _)| *read != stream);
        reads.sort_unstable();
        reads.dedup();
        Ok(Fetched { command, stream, as_host, known, current, facts, resumed, reads })
    }

    /// Fetches what is needed, each thing once; returns the streams it came from.
    fn facts(
        &self,
        stream: StreamId,
        current: &CurrentState,
        known: &[(HostId, Party)],
        needs: &Needs<'_>,
    ) -> Result<(Facts, Vec<(StreamId, Seq)>), Error> {
        let mut parties = current.process().map(ProcessView::joined_parties).unwrap_or_default();
        let needed = needs.mandates.as_ref().map(|needed| self.mandates_needed(needed)).transpose()?;
        let mandates = needed.unwrap_or_default();
        self.add_parties(&mut parties, mandates.organisations())?;
        self.add_parties(&mut parties, organisations_named(&needs.named, known))?;
        self.add_parties(&mut parties, needs.organisations.iter().copied())?;
        if let Some(gaining) = needs.gaining {
            self.add_parties(&mut parties, self.gaining(gaining)?)?;
        }
        if needs.partners {
            // Those named by these organisations' notices, not by the partners' own.
            let partners: Vec<_> = parties.iter().flat_map(|of| of.state.notices().partners()).collect();
            self.add_parties(&mut parties, partners)?;
        }
        if needs.host {
            Arc::make_mut(&mut parties).set_host(read_host(self.reading()?)?);
        }
        let source = needs.source.map(|source| self.view(source)).transpose()?.flatten();
        let mut reads: Vec<(StreamId, Seq)> =
            parties.iter().map(|organisation| (organisation.state.id.into(), organisation.seq)).collect();
        reads.extend(source.as_ref().map(ProcessView::read));
        if needs.host {
            reads.push((StreamId::Host, parties.host().map(|host| host.seq).unwrap_or_default()));
        }
        reads.extend(mandates.reliances().map(|mandate| (mandate.stream, mandate.seq)));
        let subject = stream.person();
        let closed =
            |process| -> Result<bool, Error> { Ok(self.view(process)?.is_some_and(|view| view.is_closed())) };
        let participation = |(process, act, who)| self.has_participated(process, act, who);
        let facts = Facts {
            parties,
            erased: self.erased_among(&needs.erased)?,
            source,
            subject_known: match subject.filter(|_| needs.subject) {
                Some(id) => self.reading()?.host_id(Party::Person(id))?.is_some(),
                None => false,
            },
            has_participated: needs.participation.map(participation).transpose()?.unwrap_or_default(),
            closed: needs.closed.map(closed).transpose()?.unwrap_or_default(),
            words: needs.words.map(|asked| self.redactable(stream, asked)).transpose()?.unwrap_or_default(),
            origin: match (needs.origin, subject) {
                (Some(text), Some(about)) => self.origin_of(text, about)?,
                (Some(_) | None, _) => None,
            },
            representatives: match subject.filter(|_| needs.representatives) {
                Some(id) => {
                    let mut register = Register::default();
                    self.read_consents(&mut register, id, None)?;
                    register.representatives(id)
                }
                None => Representatives::default(),
            },
            erasure: match (needs.erasure, subject) {
                (Some(erasure), Some(id)) => self.of_erased(id, erasure, current.person())?,
                (Some(_) | None, _) => OfErased::default(),
            },
            mandates,
            even_closed: needs.even_closed,
        };
        Ok((facts, reads))
    }

    fn gaining(&self, gaining: Gaining) -> Result<Vec<OrganisationId>, Error> {
        match gaining {
            Gaining::Opposed { person_id: person, by } => {
                self.with_register(|register| register.opposed_by(person, by))
            }
            Gaining::EverybodyOnce { date_of_birth } => {
                match self.with_register(|register| register.birth(date_of_birth).is_some())? {
                    true => organisations_of(self.reading()?),
                    false => Ok(Vec::new()),
                }
            }
        }
    }

    /// Asks with the consent register if the command needs it; otherwise with an empty one.
    fn with_said<T>(&self, of: &Fetched<'_>, ask: impl FnOnce(&Register) -> T) -> Result<T, Error> {
        let CurrentState::Consent(_) = of.current else { return Ok(ask(&Register::default())) };
        // Opened before the cache is locked.
        self.reading()?;
        self.with_register(|register| {
            let own = of.resumed.iter().find(|resumed| of.stream == StreamId::Consent(resumed.person));
            let own = own.and_then(|own| register.of_newcomer(own.person, of.command.at, &own.events));
            ask(own.as_ref().unwrap_or(register))
        })
    }

    /// Which of these people were erased, by the record.
    fn erased_among(&self, people: &[PersonId]) -> Result<Vec<(PersonId, Reliance)>, Error> {
        let mut erased = Vec::new();
        for id in people.iter().copied() {
            let Some(person) = read_person(self.reading()?, id)? else { continue };
            if person.state.erased.is_some() {
                erased.push((id, Reliance { id: person.last, seq: person.seq, stream: id.into() }));
            }
        }
        Ok(erased)
    }

    /// Refuses a replica: it is written at its home.
    fn is_at_home(&self, stream: StreamId) -> Result<(), Error> {
        match self.replica(stream)? {
            Some(Replica { source, .. }) => Err(Rejection::Replica { stream, home: source }.into()),
            None => Ok(()),
        }
    }

    /// The documents that new events rely on, which the store keeps with them.
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

/// The organisations behind host ids, or behind those of their teams.
fn organisations_named(named: &[&HostId], known: &[(HostId, Party)]) -> Vec<OrganisationId> {
    let organisation = |party| match party {
        Party::Person(_) => None,
        Party::Organisation(id) | Party::Team(_, id) => Some(id),
    };
    named.iter().filter_map(|host_id| party_among(known, host_id)).filter_map(organisation).collect()
}

impl<'c> Fetched<'c> {
    /// Lets the block decide.
    fn decided(self, moment: &Moment<'_>) -> Result<Decided<'c>, Error> {
        let Self { command, stream, as_host, known, current, facts, .. } = &self;
        let clock = moment.engine.store.now().map(|now| Clock { now, skew: moment.engine.store.skew() });
        let names = Names::new(moment.reading()?);
        let documents = moment.documents();
        let decided = moment.with_said(&self, |register| {
            let tip = current.head();
            let read = facts.parties.iter().map(|organisation| organisation.at);
            // Whoever dates a command back does not get back what was revoked meanwhile.
            let read = read.chain(facts.mandates.times());
            let when = recorded(command.at, tip.map(|(_, _, at)| at), read, clock)?;
            let given = Given {
                stream: *stream,
                as_host: *as_host,
                current,
                facts,
                register,
                documents: &documents,
                texts: Texts::from(&names),
            };
            answer(command, when, known, &given)
        });
        // A decision made without texts that could not be read is void.
        names.end()?;
        let mut decision = decided??;
        let mut others = Vec::new();
        for one in self.resumed {
            if !one.leave_the_list(&mut decision.vault) {
                continue;
            }
            // Their own stream goes on from there; a decision in another stream is recorded beside.
            if self.stream == StreamId::Consent(one.person) {
                decision.events.splice(0..0, one.events.into_iter().map(EventData::Consent));
            } else {
                others.push(one);
            }
        }
        let tip = self.current.head();
        Ok(Decided { command: self.command, stream: self.stream, tip, decision, others, reads: self.reads })
    }
}

impl Decided<'_> {
    /// Writes the events, each linked to the one before.
    fn sealed(self) -> Result<Sealed, Refused> {
        let Self { command, stream, tip, mut decision, others, reads } = self;
        let beside = beside(command, &decision, &others)?;
        let sealed = seal(command, stream, tip, &mut decision);
        Ok(Sealed { decision, sealed, reads, beside })
    }
}

/// The events in the streams of those whose objections resume.
fn beside(command: &Command, decision: &Decision, others: &[Resumed]) -> Result<Vec<Beside>, Refused> {
    let mut all = Vec::with_capacity(others.len());
    for one in others {
        let stream = StreamId::Consent(one.person);
        // An id of its own, for the host may later use this command's id in that person's stream.
        let id: CommandId = BESIDE.parse().map_err(|_| Rejection::CommandReused { id: command.id })?;
        let (mut sealed, mut prev) = (Vec::with_capacity(one.events.len()), None);
        for (seq, data) in (1..).map(Seq).zip(&one.events) {
            let head = Head {
                stream,
                seq,
                prev,
                at: decision.when.at,
                made_at: None,
                corrected_from: None,
                actor: decision.actor,
                on_behalf_of: None,
                mandate_id: None,
                by_mandate_id: None,
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

/// The id of events recorded beside a command.
const BESIDE: &str = "ob.1";

/// A salt, so that the id of an event cannot be used to guess a public text that was redacted.
fn salt(command: &Command, seq: Seq, data: &EventData) -> Option<Salt> {
    event_texts(data.type_name())?;
    let parts: [&[u8]; 2] = [command.id.as_str().as_bytes(), &seq.0.to_be_bytes()];
    Some(Salt::from_bytes(command.entropy.secret("interlink/event-salt/1", &parts)))
}

/// Writes the events of a decision, each linked to the one before.
fn seal(
    command: &Command,
    stream: StreamId,
    tip: Option<Tip>,
    decision: &mut Decision,
) -> Vec<(Event, Stored)> {
    let (mut version, mut prev) = tip.map_or((Seq(0), None), |(version, id, _)| (version, Some(id)));
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
    sealed
}
