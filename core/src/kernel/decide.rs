//! From a command to events, without side effects.

use super::clock::When;
pub(crate) use super::context::pseudonym;
use super::context::{Spoke, TieRefusal};
use super::{Action, Command, Context, Document, Documents, Rejection, Stream};
use crate::check::{Parties, ProcessView, acts};
use crate::consent::{self, Register, Suppression, Voices};
use crate::governance::{self, ApprovalRequest, HolderRef};
use crate::journal::{EventData, Head, Reliance, Rewrite, StreamId, Version};
use crate::kernel::Refused;
use crate::operator::{self, OperatorRefusal, Operators};
use crate::party::Texts;
use crate::party::{self, Organisation};
use crate::person::Person;
use crate::rating::{self, Ratings};
use crate::types::{
    Commitment, DocumentId, EventId, HostId, OrganisationId, PersonId, ProcessId, Timestamp, derive,
};
use crate::vault::{Party, VaultWrite};
use crate::{asset, notice, person, process, redaction, requirement, work};

/// What a command leads to.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) events: Vec<EventData>,
    pub(crate) actor: PersonId,
    pub(crate) when: When,
    pub(crate) vault: Vec<VaultWrite>,
    /// Documents that the events rely on and the store must hold.
    pub(crate) documents: Vec<DocumentId>,
    /// Those of them that were made for this.
    pub(crate) made: Vec<Document>,
    /// What is there already and is written anew.
    pub(crate) rewrites: Vec<Rewrite>,
}

/// The state that a command meets.
#[derive(Debug)]
pub(crate) enum Ground<'a> {
    /// The stream is not there yet.
    New,
    Host(&'a Stream<Operators>),
    Organisation(&'a Stream<Organisation>),
    Process(&'a ProcessView),
    Rating(&'a Stream<Ratings>),
    Person(&'a Stream<Person>),
    /// What a person said; her stream may not have begun.
    Consent(Option<(Version, EventId, Timestamp)>, &'a Register),
}

impl Ground<'_> {
    /// How far the stream has come.
    pub(crate) fn head(&self) -> Option<(Version, EventId, Timestamp)> {
        match self {
            Self::New => None,
            Self::Host(stream) => Some((stream.version, stream.last, stream.at)),
            Self::Organisation(stream) => Some((stream.version, stream.last, stream.at)),
            Self::Process(view) => Some((view.stream.version, view.stream.last, view.stream.at)),
            Self::Rating(stream) => Some((stream.version, stream.last, stream.at)),
            Self::Person(stream) => Some((stream.version, stream.last, stream.at)),
            Self::Consent(head, _) => *head,
        }
    }
}

/// The stream that a command is for. One that creates its stream has the name follow from its id; one about somebody's
/// will, from whom it is about.
pub(crate) fn stream_of(command: &Command, known: &[(HostId, Party)]) -> Result<StreamId, Refused> {
    let bytes = || derive("interlink/stream/1", &[command.id.as_str().as_bytes()]);
    match (&command.action, command.stream) {
        (action, Some(_)) if action.creates() => Err(Rejection::StreamGiven.into()),
        (Action::Party(party::Command::FoundOrganisation(_)), None) => {
            Ok(OrganisationId::from_bytes(bytes()).into())
        }
        (Action::Process(_), None) if command.action.creates() => Ok(ProcessId::from_bytes(bytes()).into()),
        (Action::Operator(_), None | Some(StreamId::Host)) => Ok(StreamId::Host),
        (Action::Rating(c), given) => {
            let stream = c.rated().id().into();
            match given {
                Some(given) if given != stream => Err(Rejection::StreamUnsuited { stream: given }.into()),
                _ => Ok(stream),
            }
        }
        (Action::Consent(c), given) => consent_stream(command, c.subject(), given, known),
        (Action::Person(person::Command::RequestRight(_)), None) => {
            let consent = consent_stream(command, None, None, known)?;
            Ok(if let StreamId::Consent(id) = consent { StreamId::Person(id) } else { consent })
        }
        (_, None) => Err(Rejection::StreamMissing.into()),
        (action, Some(stream)) if action.kinds().contains(&stream.kind()) => Ok(stream),
        (_, Some(stream)) => Err(Rejection::StreamUnsuited { stream }.into()),
    }
}

fn consent_stream(
    command: &Command,
    subject: Option<&HostId>,
    given: Option<StreamId>,
    known: &[(HostId, Party)],
) -> Result<StreamId, Refused> {
    let (named, path) = match subject {
        Some(subject) => (Some(subject), "/data/subject"),
        None if given.is_none() => (Some(&command.actor), "/actor"),
        None => (None, "/actor"),
    };
    let of = |host_id: &HostId| match known.iter().find(|(id, _)| id == host_id).map(|(_, party)| *party) {
        Some(Party::Person(person)) => Ok(person),
        Some(_) => Err(TieRefusal::Kind { expected: "a person", path }),
        None => Ok(pseudonym(command.id, command.entropy, host_id)),
    };
    match (named.map(of).transpose()?, given) {
        (Some(person), None) => Ok(StreamId::Consent(person)),
        (None, Some(stream @ StreamId::Consent(_))) => Ok(stream),
        (Some(person), Some(stream @ StreamId::Consent(id))) if id == person => Ok(stream),
        (_, Some(stream)) => Err(Rejection::StreamUnsuited { stream }.into()),
        (None, None) => Err(Rejection::StreamMissing.into()),
    }
}

/// A command on its way, with the stream that it is for and when it counts as given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) command: &'a Command,
    pub(crate) stream: StreamId,
    pub(crate) when: When,
    /// Whether the host gives it in its own name.
    pub(crate) as_host: bool,
}

/// What a decision has to know besides its own stream.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere<'a> {
    /// The process that it copies, if it copies one.
    pub(crate) source: Option<&'a ProcessView>,
    /// Whether the vault knows the person whose stream it is.
    pub(crate) subject_known: bool,
    /// Who wrote the text about her that the command names.
    pub(crate) origin: Option<person::Origin>,
    /// Who speaks for her, if something is asked of a controller.
    pub(crate) voices: Voices,
    /// Who has to do with her, if an organisation erases her.
    pub(crate) dealings: person::Dealings,
    /// Whether the vault holds anything of her that no law wants kept, if she is to be erased.
    pub(crate) held: bool,
    /// The texts that the vault has about her, if she is to be erased.
    pub(crate) about_her: Vec<Commitment>,
    /// Where she had her say, if she is to be erased.
    pub(crate) spoke: Vec<Spoke>,
    /// What she objects to, if she is to be erased, and the host's id of her.
    pub(crate) objects: Option<(HostId, Vec<Suppression>)>,
    /// Whether the actor had her say before, as somebody who was erased.
    pub(crate) has_spoken: bool,
    /// Whether what is rated was closed.
    pub(crate) rated_closed: bool,
    /// Where the words stand that are to be taken out.
    pub(crate) words: redaction::Found,
    /// The administrators of the organisation or the process who were erased, with the streams that say so.
    pub(crate) erased: Vec<(PersonId, Reliance)>,
    /// What approvals were asked for, in words.
    pub(crate) texts: Texts<'a>,
}

/// Decides a command. `parties` holds the organisations that the command names besides those of the view.
pub(crate) fn decide(
    given: Given<'_>,
    ground: &Ground<'_>,
    known: &[(HostId, Party)],
    parties: &Parties,
    elsewhere: &Elsewhere<'_>,
    documents: &dyn Documents,
) -> Result<Decision, Refused> {
    let Given { command, stream, when, as_host } = given;
    if as_host && !matches!(command.action, Action::Operator(_)) {
        return Err(OperatorRefusal::NotForHost.into());
    }
    if ground.head().is_some() && command.action.creates() {
        return Err(Rejection::StreamExists { stream }.into());
    }
    let current = ground.head().map(|(version, ..)| version).unwrap_or_default();
    if let Some(expected) = command.expect.filter(|expected| *expected != current) {
        return Err(Rejection::Conflict { expected, current }.into());
    }
    if let Ground::Process(view) = ground
        && view.process().closed().is_some()
        && !matches!(command.action, Action::Asset(asset::Command::OpenAsset(_)) | Action::Redaction(_))
    {
        return Err(process::ProcessRefusal::Closed.into());
    }
    let mut context = Context::new(stream, command.id, when, command.entropy, &command.actor, known)?;
    let looked = party::Looked { parties, erased: &elsewhere.erased };
    let events = match (&command.action, ground, stream) {
        (Action::Operator(c), Ground::New, StreamId::Host) => {
            vec![EventData::Operator(operator::decide(&mut context, None, as_host, c)?)]
        }
        (Action::Operator(c), Ground::Host(host), StreamId::Host) => {
            vec![EventData::Operator(operator::decide(&mut context, Some(&host.state), as_host, c)?)]
        }
        (Action::Party(c), Ground::New, StreamId::Organisation(id)) => {
            if !command.action.creates() {
                return Err(Rejection::StreamUnknown { stream }.into());
            }
            vec![EventData::Party(party::decide(&mut context, looked, id, None, c)?)]
        }
        (Action::Party(c), Ground::Organisation(organisation), StreamId::Organisation(id)) => {
            vec![EventData::Party(party::decide(&mut context, looked, id, Some(&organisation.state), c)?)]
        }
        (Action::Process(process::Command::CreateProcess(c)), Ground::New, _) => {
            let (created, founder) = process::create(&mut context, documents, parties, c)?;
            vec![EventData::Process(created), EventData::Governance(founder)]
        }
        (Action::Process(process::Command::CloneProcess(c)), Ground::New, _) => {
            let (created, founder, kept) =
                process::duplicate(&mut context, documents, parties, elsewhere.source, c)?;
            let first = [EventData::Process(created), EventData::Governance(founder)];
            first.into_iter().chain(kept.into_iter().map(EventData::Requirement)).collect()
        }
        (Action::Process(process::Command::ImportProcess(c)), Ground::New, _) => {
            let (events, grants) = process::import(&mut context, documents, parties, c)?;
            let events = events.into_iter().map(EventData::Process);
            events.chain(grants.into_iter().map(EventData::Governance)).collect()
        }
        (Action::Process(c), Ground::Process(view), _) => {
            vec![EventData::Process(process::decide(&mut context, documents, view, c)?)]
        }
        (Action::Governance(c), Ground::Process(view), _) => {
            vec![EventData::Governance(governance::decide(
                &mut context,
                documents,
                parties,
                view,
                &elsewhere.erased,
                elsewhere.texts,
                c,
            )?)]
        }
        (Action::Asset(c), Ground::Process(view), _) => {
            let (event, task) = asset::decide(&mut context, view, c)?;
            [EventData::Asset(event)].into_iter().chain(task.map(EventData::Process)).collect()
        }
        (Action::Work(c), Ground::Process(view), _) => {
            if elsewhere.has_spoken {
                return Err(work::WorkRefusal::Voice.into());
            }
            let (event, grant) = work::decide(&mut context, parties, view, c)?;
            [EventData::Work(event)].into_iter().chain(grant.map(EventData::Governance)).collect()
        }
        (Action::Rating(rating::Command::GiveRating(_)), _, _) if elsewhere.has_spoken => {
            return Err(rating::RatingRefusal::Voice.into());
        }
        (Action::Rating(_), _, _) if elsewhere.rated_closed => {
            return Err(rating::RatingRefusal::Closed.into());
        }
        (Action::Rating(c), Ground::New, _) => {
            vec![EventData::Rating(rating::decide(&mut context, documents, None, c)?)]
        }
        (Action::Rating(c), Ground::Rating(ratings), _) => {
            vec![EventData::Rating(rating::decide(&mut context, documents, Some(&ratings.state), c)?)]
        }
        (Action::Person(c), ground @ (Ground::New | Ground::Person(_)), StreamId::Person(id)) => {
            let person = match ground {
                Ground::Person(stream) => Some(&stream.state),
                _ => None,
            };
            let (known, origin, held) = (elsewhere.subject_known, elsewhere.origin, elsewhere.held);
            let (dealings, voices) = (&elsewhere.dealings, &elsewhere.voices);
            let (spoke, objects, texts) =
                (&elsewhere.spoke, elsewhere.objects.as_ref(), &elsewhere.about_her);
            let looked = person::Looked { known, origin, voices, dealings, held, texts, spoke, objects };
            vec![EventData::Person(person::decide(&mut context, parties, id, person, &looked, c)?)]
        }
        (Action::Requirement(c), Ground::Process(view), _) => {
            vec![EventData::Requirement(requirement::decide(&mut context, parties, view, c)?)]
        }
        (Action::Notice(c), Ground::Organisation(organisation), _) => {
            vec![EventData::Notice(notice::decide(&context, documents, &organisation.state, c)?)]
        }
        (Action::Redaction(c), Ground::Process(_) | Ground::Organisation(_) | Ground::Person(_), _) => {
            let whose = match ground {
                Ground::Process(view) => redaction::Ground::Process(view),
                Ground::Organisation(organisation) => redaction::Ground::Organisation(organisation),
                _ => redaction::Ground::Person,
            };
            vec![EventData::Redaction(redaction::decide(&mut context, parties, &whose, &elsewhere.words, c)?)]
        }
        (Action::Consent(c), Ground::Consent(_, register), StreamId::Consent(subject)) => {
            // A stream that has not begun is begun about somebody whom the vault knows, or learns of now.
            if ground.head().is_none()
                && c.subject().is_none()
                && context.actor() != subject
                && !elsewhere.subject_known
            {
                return Err(Rejection::StreamUnknown { stream }.into());
            }
            vec![EventData::Consent(consent::decide(&mut context, parties, register, subject, c)?)]
        }
        (_, Ground::New, _) => return Err(Rejection::StreamUnknown { stream }.into()),
        _ => return Err(Rejection::StreamUnsuited { stream }.into()),
    };
    let mut events = events;
    if let Ground::Process(view) = ground {
        // What was asked for on the way may have been approved as something else. This is what will have been done.
        let mut done: Vec<_> = events.iter().flat_map(|event| acts(event, view.process())).collect();
        done.retain(|act| !is_her_own(act, context.actor()));
        let asked = asked_for(view, &done, &command.action, elsewhere.texts, &mut context)?;
        view.require_approved(context.actor(), context.at(), &done, &asked)?;
        let used = |asked: &ApprovalRequest| governance::ApprovalUsed { request: asked.id }.into();
        events.extend(asked.into_iter().map(used).map(EventData::Governance));
        let uses = view.uses(whose(&events).unwrap_or(context.actor()), &done, context.at());
        let used = |used| EventData::Requirement(requirement::Event::PurposeUsed(used));
        events.extend(uses.into_iter().map(used));
    }
    let (actor, documents) = (context.actor(), relied_on(&events));
    let (vault, made) = context.into_parts();
    let rewrites = match command.action {
        Action::Redaction(_) => elsewhere.words.rewrites(stream),
        _ => Vec::new(),
    };
    Ok(Decision { events, actor, when, vault, documents, made, rewrites })
}

/// What was asked for just these acts: by this command word for word, and about what stands as it did then.
fn asked_for<'v>(
    view: &'v ProcessView,
    acts: &[governance::Act],
    action: &Action,
    texts: Texts<'_>,
    context: &mut Context<'_>,
) -> Result<Vec<&'v ApprovalRequest>, Refused> {
    let requests = view.process().governance().approval_requests();
    let mut asked: Vec<_> =
        requests.filter(|request| acts.contains(&request.act) && view.is_as_asked(request)).collect();
    if !asked.is_empty() {
        let said = action.said(context, "/data")?;
        asked.retain(|request| texts.holds(request.content, &said));
    }
    Ok(asked)
}

/// Nobody needs others behind her to decline what she herself is asked to do.
fn is_her_own(act: &governance::Act, actor: PersonId) -> bool {
    act.matter.command == Some(governance::ActName::AssignmentWithdraw)
        && act.matter.holder == Some(governance::Holder::Person(actor))
}

/// Whose data are processed by what was decided, where that is not the actor.
fn whose(events: &[EventData]) -> Option<PersonId> {
    events.iter().find_map(|event| match event {
        EventData::Work(work::Event::ContributionRecorded(e)) => Some(e.person),
        _ => None,
    })
}

pub(super) fn relied_on(events: &[EventData]) -> Vec<DocumentId> {
    let mut documents = Vec::new();
    for event in events {
        match event {
            EventData::Process(process::Event::ProcessCreated(e)) => {
                documents.push(e.governance);
                documents.extend(e.template);
                documents.extend(e.catalogue);
            }
            EventData::Process(process::Event::ProcessImported(e)) => documents.push(e.import),
            EventData::Process(process::Event::ProcessPublished(e)) => documents.push(e.publication),
            EventData::Rating(rating::Event::RatingGiven(e)) => documents.push(e.seen_in),
            EventData::Process(process::Event::CatalogueAdopted(e)) => documents.push(e.catalogue),
            EventData::Process(process::Event::TemplateAdopted(e)) => documents.push(e.template),
            EventData::Process(process::Event::TreeReplaced(e)) => documents.extend(e.template),
            EventData::Governance(governance::Event::GovernanceAdopted(e)) => documents.push(e.model),
            EventData::Notice(notice::Event::NoticePublished(e)) => documents.push(e.notice),
            EventData::Consent(event) => documents.extend(event.notice()),
            _ => {}
        }
    }
    documents
}

impl Decision {
    /// The envelope of the n-th event.
    pub(crate) fn head(
        &self,
        command: &Command,
        stream: StreamId,
        seq: Version,
        prev: Option<EventId>,
    ) -> Head {
        let When { at, made_at, corrected_from } = self.when;
        let (actor, command) = (self.actor, command.id);
        Head {
            stream,
            seq,
            prev,
            at,
            made_at,
            corrected_from,
            actor,
            on_behalf_of: None,
            command,
            redacted: None,
            salt: None,
        }
    }
}

/// Which organisations a command may ask about, besides those that the process knows.
pub(crate) fn organisations_named(action: &Action, known: &[(HostId, Party)]) -> Vec<OrganisationId> {
    let named: Vec<&HostId> = match action {
        Action::Process(process::Command::CreateProcess(c)) => c.capacity.iter().collect(),
        Action::Process(process::Command::CloneProcess(c)) => c.capacity.iter().collect(),
        Action::Process(process::Command::ImportProcess(c)) => {
            c.capacity.iter().chain(c.people.iter().filter_map(|person| person.capacity.as_ref())).collect()
        }
        Action::Governance(governance::Command::GrantRole(c)) => {
            c.capacity.iter().chain([holder(&c.holder)]).collect()
        }
        Action::Governance(governance::Command::PlaceRestriction(c)) => vec![holder(&c.holder)],
        Action::Work(work::Command::MakeAssignment(c)) => vec![holder(&c.holder)],
        Action::Work(work::Command::ClaimContribution(c)) => c.team.iter().collect(),
        Action::Work(work::Command::RecordContribution(c)) => c.team.iter().collect(),
        Action::Person(person::Command::ErasePerson(c)) => c.capacity.iter().collect(),
        Action::Person(person::Command::RequestRight(c)) => vec![&c.organisation],
        Action::Person(person::Command::KeepText(c)) => vec![&c.organisation],
        Action::Requirement(requirement::Command::RequirePurpose(c)) => vec![&c.organisation],
        Action::Consent(c) => c.controller().into_iter().chain(c.capacity()).collect(),
        Action::Work(work::Command::AcceptParticipation(c)) => c.capacity.iter().collect(),
        _ => Vec::new(),
    };
    let party = |host_id: &&HostId| known.iter().find(|(id, _)| id == *host_id).map(|(_, party)| *party);
    let organisation = |party| match party {
        Party::Person(_) => None,
        Party::Organisation(id) | Party::Team(_, id) => Some(id),
    };
    named.iter().filter_map(party).filter_map(organisation).collect()
}

/// The organisations that gain by what somebody says for another, as the controller's notices name them.
pub(crate) fn partners(action: &Action, parties: &Parties) -> Vec<OrganisationId> {
    match action {
        Action::Consent(c) if c.subject().is_some() => {
            parties.iter().flat_map(|of| of.state.notices().partners()).collect()
        }
        _ => Vec::new(),
    }
}

fn holder(holder: &HolderRef) -> &HostId {
    holder.host_id()
}

/// Whether a decision asks who speaks for the host.
pub(crate) const fn asks_host(action: &Action) -> bool {
    match action {
        Action::Party(
            party::Command::VerifyOrganisation(_)
            | party::Command::UnverifyOrganisation(_)
            | party::Command::AppointAdministrator(_),
        ) => true,
        Action::Consent(command) => command.capacity().is_some(),
        Action::Redaction(_) => true,
        _ => false,
    }
}

/// Whether a decision asks which administrators of an organisation were erased.
pub(crate) const fn asks_erased(action: &Action) -> bool {
    matches!(
        action,
        Action::Party(party::Command::AppointAdministrator(_) | party::Command::DismissAdministrator(_))
    )
}
