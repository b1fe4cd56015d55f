//! Decides commands for a person's stream.

use super::right::Handler;
use super::{Attributed, Command, ErasePerson, Event, Person, PersonErased};
use crate::consent::{Representatives, Suppression};
use crate::kernel::Refused;
use crate::kernel::{Context, LinkRefusal, Participated};
use crate::notice::Right;
use crate::party::Parties;
use crate::types::{Commitment, HostId, OrganisationId, PersonId};
use interlink_derive::Refusal;

/// A command of the person block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum PersonRefusal {
    /// An organisation that the command names is unknown.
    #[error(transparent)]
    PseudonymLink(#[from] LinkRefusal),
    /// The pseudonym is unknown here.
    #[error(PartyUnknown, pseudonym: "This pseudonym is not known here.")]
    Unknown,
    /// The person is already erased.
    #[error(PersonErased, "This person was erased.")]
    Erased,
    /// The actor is neither the person nor permitted to act for them.
    #[error(
        PersonNotPermitted,
        "Only the person, or an administrator of the organisation that is named, may do this."
    )]
    NotHers,
    /// The person has not made this request.
    #[error(SubjectRequestUnknown, "This person has not made this request.")]
    RequestUnknown,
    /// The request is already answered.
    #[error(SubjectRequestAnswered, "The request was already answered.")]
    Answered,
    /// The actor does not act for the controller.
    #[error(ConsentNotController, "Only somebody who acts for the controller may do this.")]
    NotController,
    /// The time is over, or was already extended.
    #[error(
        SubjectRequestTooLate,
        "The time of a request can be extended only once, within the first month (GDPR Art. 12(3))."
    )]
    TooLate,
    /// A refusal needs a reason.
    #[error(SubjectRequestReason, "Refusing a request requires a reason (GDPR Art. 12(4)).")]
    Justification,
    /// The request is for something else.
    #[error(
        SubjectRequestOther,
        "The request is for something else, or no restriction that it granted is in force."
    )]
    OtherRight,
    /// Another command has the effect of the right.
    #[error(SubjectRequestCommand, "Use {verb} for this: a request alone would change nothing.", verb = verb.to_string())]
    Verb {
        /// The right.
        right: Right,
        /// The command.
        verb: &'static str,
    },
    /// There is no such text about the person.
    #[error(TextUnknown, "There is no such text about this person.")]
    TextUnknown,
    /// The time until which the text is to be kept is over or too long.
    #[error(TextKeptUntil, "A text can be kept until a time in the future, within thirty years.")]
    KeptUntil,
    /// The exception is not a legal claim.
    #[error(
        TextAttribution,
        "The person whom a text concerns stays known only for legal claims (GDPR Art. 17(3)(e))."
    )]
    Attribution,
    /// Nothing shows that the person had dealings with the organisation.
    #[error(TextAttribution, noted: "The person whom a text concerns stays known only if that person had dealings with the organisation, not because of what the organisation recorded on its own.")]
    AttributionOfNoted,
    /// An erasure request of the person is open.
    #[error(
        TextErasureAsked,
        "This person has requested erasure; answer that request first (GDPR Art. 12(4), 17(3))."
    )]
    ErasureAsked,
    /// No organisation for which the actor acts keeps the text with attribution.
    #[error(
        TextNotAttributed,
        "No organisation that this person acts for keeps this text with the person it concerns."
    )]
    NotAttributed,
    /// The time is over.
    #[error(TextKeptOver, "The time for which the text was kept is over; the person must be erased again.")]
    KeptOver,
    /// The text belongs to somebody else.
    #[error(
        TextNotOwner,
        "The text does not belong to this organisation or person: only its author, or the organisation it was addressed to, may do this."
    )]
    NotOwner,
    /// A date of birth must be recorded again instead.
    #[error(DateOfBirthEvidence, anew: "A date of birth is corrected by recording it again.")]
    Birthday,
    /// The organisation has no dealings with the person.
    #[error(PersonUnrelated, "This organisation holds nothing about this person.")]
    Unrelated,
    /// The actor gave no reason for erasing somebody else.
    #[error(PersonReason, "Erasing somebody else requires a reason.")]
    Reason,
}

impl PersonRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::PseudonymLink(refusal) => refusal.path(),
            Self::Unknown | Self::Erased => "/stream",
            Self::NotHers | Self::NotController => "/actor",
            Self::Reason | Self::Justification => "/data/reason",
            Self::RequestUnknown | Self::Answered | Self::TooLate | Self::OtherRight => "/data/request",
            Self::Verb { .. } => "/data/right",
            Self::TextUnknown | Self::NotOwner | Self::Birthday | Self::NotAttributed | Self::KeptOver => {
                "/data/text"
            }
            Self::Attribution | Self::AttributionOfNoted | Self::ErasureAsked => "/data/attributed",
            Self::Unrelated => "/data/acting_for",
            Self::KeptUntil => "/data/until",
        }
    }
}

/// Who wrote a text, and who holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The author, if written in their own name; none if written on behalf of an organisation.
    pub(crate) person: Option<PersonId>,
    /// The organisation on whose behalf it was written, to which it was addressed, or for which the process is run.
    pub(crate) organisation: Option<OrganisationId>,
    /// Whether it is a date of birth.
    pub(crate) birthday: bool,
    /// Whether it is part of a request that the organisation recorded itself, or of its answer to one: none of that
    /// shows that the person ever had dealings with it.
    pub(crate) noted: bool,
}

/// The dealings of an organisation and of others with a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Dealings {
    /// Whether the person has or had dealings with this organisation: by an act of their own, by a text about them that
    /// it holds, or because only it knows them. That it named the person, or requested something, is its own act and
    /// shows nothing.
    pub(crate) own: bool,
    /// Whether anybody else has dealings with the person.
    pub(crate) others: bool,
    /// The texts about the person that this organisation holds.
    pub(crate) texts: Vec<Commitment>,
}

/// What the engine looked up for a decision about a person.
#[derive(Debug)]
pub(crate) struct LookedUp<'a> {
    /// Whether the vault knows the person.
    pub(crate) known: bool,
    /// The origin of the text that the command names, if there is one.
    pub(crate) origin: Option<Origin>,
    /// The person's representatives, for a data subject request.
    pub(crate) representatives: &'a Representatives,
    /// The dealings with the person, where an organisation erases.
    pub(crate) dealings: &'a Dealings,
    /// Whether the vault holds a text about the person that an erasure did not leave there.
    pub(crate) held: bool,
    /// The texts that the vault holds about the person, if the person is to be erased.
    pub(crate) texts: &'a [Commitment],
    /// The processes in which the person took part, if the person is to be erased.
    pub(crate) participated: &'a [Participated],
    /// The person's objections, if the person is to be erased, and the host id by which a returning person is
    /// recognised.
    pub(crate) objects: Option<&'a (HostId, Vec<Suppression>)>,
}

/// Decides a command about a person.
pub(crate) fn decide(
    context: &mut Context<'_>,
    parties: &Parties,
    id: PersonId,
    person: Option<&Person>,
    looked: &LookedUp<'_>,
    command: &Command,
) -> Result<Event, Refused> {
    let erased = person.is_some_and(|person| person.erased.is_some());
    let own = context.actor() == id;
    let mut handler = Handler { context: &mut *context, parties, subject: id, person };
    match command {
        Command::MakeSubjectRequest(_) | Command::KeepText(_) | Command::RectifyText(_) if erased => {
            Err(PersonRefusal::Erased.into())
        }
        Command::MakeSubjectRequest(_) if !looked.known && !own => Err(PersonRefusal::Unknown.into()),
        Command::MakeSubjectRequest(c) => handler.request(c, looked.representatives),
        Command::ExtendSubjectRequest(c) => handler.extend(c),
        Command::AnswerSubjectRequest(c) => handler.answer(c),
        Command::LiftProcessingRestriction(c) => handler.lift(c),
        Command::RectifyText(c) => handler.rectify(c, looked.origin.ok_or(PersonRefusal::TextUnknown)?),
        Command::AttributeText(c) => handler.attribute(c),
        Command::KeepText(c) => handler.keep(c, looked.origin.ok_or(PersonRefusal::TextUnknown)?),
        Command::ErasePerson(c) => erase(context, parties, id, person, looked, c),
    }
}

fn erase(
    context: &mut Context<'_>,
    parties: &Parties,
    id: PersonId,
    person: Option<&Person>,
    looked: &LookedUp<'_>,
    c: &ErasePerson,
) -> Result<Event, Refused> {
    let at = context.at();
    let erased = person.is_some_and(|person| person.erased.is_some());
    // Everything held about the person is erased, however it came here: a text or a link may have come back since an
    // erasure.
    let held = looked.known || looked.held;
    // Texts that were kept for a time are erased when the time is over.
    if erased && !held && !person.is_some_and(|person| person.is_something_over(at)) {
        return Err(PersonRefusal::Erased.into());
    }
    if !held && !erased {
        return Err(PersonRefusal::Unknown.into());
    }
    let kept = person.map(|person| person.to_keep(at)).unwrap_or_default();
    let forget = |context: &mut Context<'_>| {
        let attributed = seal(context, id, person, looked, &kept);
        looked.participated.iter().for_each(|participated| context.keep_voice(participated));
        if let Some((host_id, objections)) = looked.objects {
            objections.iter().for_each(|objection| context.suppress(objection, host_id));
        }
        context.erase(id, kept.clone());
        attributed
    };
    if context.actor() == id {
        let attributed = forget(context);
        let (reason, relied_on) = (None, Vec::new());
        let erased =
            PersonErased { attributed, kept, organisation_id: None, reason, relied_on, link_kept: false };
        return Ok(erased.into());
    }
    let host_id = c.acting_for.as_ref().ok_or(PersonRefusal::NotHers)?;
    let organisation = context.organisation(host_id, "/data/acting_for")?;
    let administers = |stream: &crate::journal::Stream<crate::party::Organisation>| {
        stream.state.is_administrator(context.actor())
    };
    if !parties.organisation(organisation).is_some_and(administers) {
        return Err(PersonRefusal::NotHers.into());
    }
    if !erased && !looked.dealings.own {
        return Err(PersonRefusal::Unrelated.into());
    }
    let reason = c.reason.as_ref().ok_or(PersonRefusal::Reason)?;
    let reason = Some(context.commit(context.actor(), reason.as_str()));
    let relied_on = parties.reliance(organisation).into_iter().collect();
    let link_kept = !erased && looked.dealings.others;
    if !link_kept {
        let attributed = forget(context);
        let organisation = Some(organisation);
        return Ok(PersonErased {
            attributed,
            kept,
            organisation_id: organisation,
            reason,
            relied_on,
            link_kept,
        }
        .into());
    }
    let kept = person.map(|person| person.kept_by(organisation, at)).unwrap_or_default();
    for text in looked.dealings.texts.iter().filter(|text| !kept.contains(text)) {
        context.forget(*text, id);
    }
    // While the pseudonym link remains, nothing needs to be sealed.
    let (attributed, organisation) = (Vec::new(), Some(organisation));
    Ok(PersonErased { attributed, kept, organisation_id: organisation, reason, relied_on, link_kept }.into())
}

/// Seals the links of texts kept with attribution; or, after an earlier erasure, erases those seals whose time is over.
fn seal(
    context: &mut Context<'_>,
    id: PersonId,
    person: Option<&Person>,
    looked: &LookedUp<'_>,
    kept: &[Commitment],
) -> Vec<Attributed> {
    let Some(person) = person else { return Vec::new() };
    if person.erased.is_some() {
        let (stay, go): (Vec<Attributed>, Vec<Attributed>) =
            person.sealed.iter().partition(|sealed| kept.contains(&sealed.text));
        go.iter().for_each(|sealed| context.erase(sealed.whom(id), Vec::new()));
        return stay;
    }
    let Some((host_id, _)) = looked.objects else { return Vec::new() };
    let mut wanted = person.to_attribute(context.at());
    wanted.retain(|text| kept.contains(text) && looked.texts.contains(text));
    wanted.into_iter().map(|text| context.seal(text, id, host_id)).collect()
}
