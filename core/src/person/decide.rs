//! What a person's stream answers to a command.

use super::right::Handler;
use super::{Attributed, Command, ErasePerson, Event, Person, PersonErased};
use crate::consent::{Representatives, Suppression};
use crate::kernel::Refused;
use crate::kernel::{Context, Participated, TieRefusal};
use crate::notice::Right;
use crate::party::Parties;
use crate::types::{Commitment, HostId, OrganisationId, PersonId};
use interlink_derive::Refusal;

/// A command of the person block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum PersonRefusal {
    /// An organisation that was named is none.
    #[error(transparent)]
    PseudonymLink(#[from] TieRefusal),
    /// Nobody is known here under this pseudonym.
    #[error(PartyUnknown, pseudonym: "Nobody is known here by this pseudonym.")]
    Unknown,
    /// She is erased already.
    #[error(PersonErased, "This person was erased.")]
    Erased,
    /// Somebody else may not.
    #[error(
        PersonNotPermitted,
        "Only the person herself, or somebody who administers the organisation that is named, may do this."
    )]
    NotHers,
    /// There is no such request.
    #[error(SubjectRequestUnknown, "This person has made no such request.")]
    RequestUnknown,
    /// It was answered before.
    #[error(SubjectRequestAnswered, "The request was answered before.")]
    Answered,
    /// Somebody who does not act for the controller.
    #[error(ConsentNotController, "Only somebody who acts for the controller may do this.")]
    NotController,
    /// Its time is over, or was extended before.
    #[error(
        SubjectRequestTooLate,
        "The time of a request is extended once, within the first month (GDPR Art. 12(3))."
    )]
    TooLate,
    /// A refusal participations why.
    #[error(SubjectRequestReason, "A request is refused with a reason (GDPR Art. 12(4)).")]
    Justification,
    /// The request asks for something else.
    #[error(SubjectRequestOther, "The request asks for something else, or grants nothing that lasts.")]
    OtherRight,
    /// Another command has the effect that the right is about.
    #[error(SubjectRequestCommand, "This is done with {verb}: a request alone would change nothing.", verb = verb.to_string())]
    Verb {
        /// The right.
        right: Right,
        /// The command.
        verb: &'static str,
    },
    /// There is no such text about her.
    #[error(TextUnknown, "There is no such text about this person.")]
    TextUnknown,
    /// The time for which a text is to be kept is over.
    #[error(TextKeptUntil, "A text is kept until a moment that is to come, within thirty years.")]
    KeptUntil,
    /// It is no legal claim.
    #[error(TextAttribution, "Whose text it is stays known for legal claims alone (GDPR Art. 17(3)(e)).")]
    Attribution,
    /// Nothing shows that it is of somebody who had to do with the organisation.
    #[error(TextAttribution, noted: "Whose text it is stays known where the person had to do with the organisation, and not from what it noted by itself.")]
    AttributionOfNoted,
    /// She asked to be erased before.
    #[error(
        TextErasureAsked,
        "This person has asked to be erased; answer that first (GDPR Art. 12(4), 17(3))."
    )]
    ErasureAsked,
    /// It is not kept so by whom the actor acts for.
    #[error(TextNotAttributed, "No organisation that this person acts for keeps such a text attributably.")]
    NotAttributed,
    /// The time is over.
    #[error(TextKeptOver, "The time for which the text was kept is over; the person is to be erased again.")]
    KeptOver,
    /// The text is somebody else's.
    #[error(
        TextNotOwner,
        "The text is not this organisation's or person's: who wrote it, or to whom it was said, may do this."
    )]
    NotOwner,
    /// A birthday is recorded anew instead.
    #[error(DateOfBirthEvidence, anew: "A birthday is put right by recording it anew, by whoever may.")]
    Birthday,
    /// The organisation has nothing to do with her.
    #[error(PersonUnrelated, "This organisation holds nothing about this person.")]
    Unrelated,
    /// Somebody else gave no reason.
    #[error(PersonReason, "Whoever erases somebody else participations why.")]
    Reason,
}

impl PersonRefusal {
    /// Where in the command the fault stands.
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
    /// Who wrote it in her own name; none where it was written in an organisation's.
    pub(crate) person: Option<PersonId>,
    /// The organisation in whose name it was written, to which it was said, or for which the process is run.
    pub(crate) organisation: Option<OrganisationId>,
    /// Whether it is a birthday.
    pub(crate) birthday: bool,
    /// Whether it stands in a request that the organisation noted itself, or in its answer to one: nothing of that shows that the
    /// person ever had to do with it.
    pub(crate) noted: bool,
}

/// What an organisation and others have to do with somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Dealings {
    /// Whether she has or had to do with this organisation: by something she did herself, by a text about her that it holds, or
    /// since she is known through it alone. That it named her, or asked her for something, is its own doing and shows nothing.
    pub(crate) own: bool,
    /// Whether anybody else has.
    pub(crate) others: bool,
    /// The texts about her that this organisation holds.
    pub(crate) texts: Vec<Commitment>,
}

/// What the engine looked up for a decision about a person.
#[derive(Debug)]
pub(crate) struct LookedUp<'a> {
    /// Whether the vault knows her.
    pub(crate) known: bool,
    /// Who wrote the text about her that the command names, if there is one.
    pub(crate) origin: Option<Origin>,
    /// Who speaks for her, where something is asked of a controller.
    pub(crate) representatives: &'a Representatives,
    /// Who has to do with her, where an organisation erases her.
    pub(crate) dealings: &'a Dealings,
    /// Whether the vault has a text about her that was not left there by her erasure.
    pub(crate) held: bool,
    /// The texts that the vault has about her, if she is to be erased.
    pub(crate) texts: &'a [Commitment],
    /// Where she had her say, if she is to be erased.
    pub(crate) participated: &'a [Participated],
    /// What she objects to, if she is to be erased, and the id by which whoever comes back is known.
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
    // What is here of her goes, however it came here: a text or her tie may have come back since she was erased.
    let held = looked.known || looked.held;
    // What was kept for a time is erased when the time is over.
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
        let erased = PersonErased { attributed, kept, organisation_id: None, reason, relied_on, tied: false };
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
    let tied = !erased && looked.dealings.others;
    if !tied {
        let attributed = forget(context);
        let organisation = Some(organisation);
        return Ok(
            PersonErased { attributed, kept, organisation_id: organisation, reason, relied_on, tied }.into()
        );
    }
    let kept = person.map(|person| person.kept_by(organisation, at)).unwrap_or_default();
    for text in looked.dealings.texts.iter().filter(|text| !kept.contains(text)) {
        context.forget(*text, id);
    }
    // While she is known by the host's id, nothing has to be sealed.
    let (attributed, organisation) = (Vec::new(), Some(organisation));
    Ok(PersonErased { attributed, kept, organisation_id: organisation, reason, relied_on, tied }.into())
}

/// Seals whose the texts are that are kept attributably; or, where she was erased before, lets those seals go whose time is over.
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
