//! The question: may a person's data be processed for a purpose at a moment, and why?

use interlink_derive::Refusal;
use serde::Serialize;

use super::edition::{Asked, PurposeEditions};
use super::person_facts::PersonFacts;
use super::{PurposeRef, Register, State, Step};
use crate::journal::Seq;
use crate::notice::{LawfulBasis, ProcessingRestrictionException};
use crate::problem::Code;
use crate::types::json::Readable;
use crate::types::{OrganisationId, PersonId, RequirementId, Timestamp};
use interlink_values::wording::{AsFact, Fact, Said};

/// May this person's data be processed for this purpose at this moment?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentQuestion<'a> {
    /// The data subject.
    pub data_subject_id: PersonId,
    /// The purpose.
    pub purpose: &'a PurposeRef,
    /// The moment, and what decides about it.
    pub asked: Asked,
}

/// The reason of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConsentReason {
    /// A valid consent.
    Consent {
        /// Whether it was given for a purpose that contains this one.
        by_wider_purpose: bool,
        /// The number of the event in the data subject's stream.
        seq: Seq,
    },
    /// Another lawful basis, and no objection that applies.
    Basis(LawfulBasis),
    /// Nobody has published the purpose.
    PurposeUnknown {},
    /// No notice with the purpose is in force at that moment.
    NotInForce {},
    /// The state is not a consent.
    NoConsent(State),
    /// The consent has ended.
    Ended {
        /// When; absent if its uses were used up.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
    /// The consent has a limited number of uses, and none was set aside for this requirement.
    NotSetAside {},
    /// Processing is restricted, but continues for this reason (Art. 18(2)).
    DespiteProcessingRestriction(ProcessingRestrictionException),
    /// A newer notice requires consent again.
    RenewalDue {},
    /// The notice in force requires an explicit consent, and this one was not explicit.
    NotExplicit {},
    /// The data subject was a child at that time and consented alone.
    Child {
        /// The age from which they could consent alone.
        age: u8,
    },
    /// An objection applies.
    Objected(State),
    /// The controller granted a restriction of processing (Art. 18).
    ProcessingRestricted {},
    /// The person was erased.
    Erased {},
    /// The record cannot be read.
    Unreadable {},
}

impl ConsentReason {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.told().code()
    }

    /// The sentence, for people.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.said().to_string()
    }

    pub(crate) fn said(&self) -> Said {
        self.told().said()
    }

    const fn told(&self) -> Told {
        match *self {
            Self::Consent { by_wider_purpose: false, .. } => Told::Consent,
            Self::Consent { by_wider_purpose: true, .. } => Told::ConsentWithin,
            Self::Basis(basis) => Told::Basis { basis },
            Self::PurposeUnknown {} => Told::PurposeUnknown,
            Self::NotInForce {} => Told::NotInForce,
            Self::NoConsent(State::Unknown) => Told::NotDecided,
            Self::NoConsent(state) => Told::NoConsent { state },
            Self::Ended { at: Some(at) } => Told::Ended { at },
            Self::Ended { at: None } => Told::UsedUp,
            Self::NotSetAside {} => Told::NotSetAside,
            Self::DespiteProcessingRestriction(why) => Told::DespiteProcessingRestriction { why },
            Self::NotExplicit {} => Told::NotExplicit,
            Self::RenewalDue {} => Told::RenewalDue,
            Self::Child { age } => Told::Child { age },
            Self::Objected(state) => Told::Objected { state },
            Self::ProcessingRestricted {} => Told::ProcessingRestricted,
            Self::Erased {} => Told::Erased,
            Self::Unreadable {} => Told::Unreadable,
        }
    }
}

impl AsFact for ConsentReason {
    fn fact(&self) -> Fact {
        self.said().fact()
    }
}

/// A reason as a sentence.
#[derive(Debug, Refusal)]
pub(crate) enum Told {
    #[error(ReasonConsent, "This person consented.")]
    Consent,
    #[error(ReasonConsent, within: "This person consented to a purpose that contains this one.")]
    ConsentWithin,
    #[error(ReasonBasis, "It rests on {basis}, and this person has no objection that applies.")]
    Basis { basis: LawfulBasis },
    #[error(ReasonPurposeUnknown, "Nobody has published this purpose.")]
    PurposeUnknown,
    #[error(ReasonNotInForce, "No notice with this purpose was in force at that time.")]
    NotInForce,
    #[error(ReasonNoConsent, "This person has not consented.")]
    NotDecided,
    #[error(ReasonNoConsent, state: "The consent of this person is {state}.")]
    NoConsent { state: State },
    #[error(ReasonConsentEnded, "The consent of this person ended on {at}.")]
    Ended { at: Timestamp },
    #[error(ReasonConsentEnded, used: "The consent of this person was used up.")]
    UsedUp,
    #[error(
        ReasonNotSetAside,
        "This person's consent has a limited number of uses, and none was set aside for this."
    )]
    NotSetAside,
    #[error(
        ReasonDespiteProcessingRestriction,
        "The use of this person's data is restricted, except for {why}."
    )]
    DespiteProcessingRestriction { why: ProcessingRestrictionException },
    #[error(ReasonNotExplicit, "This person did not consent explicitly (GDPR Art. 9(2)(a)).")]
    NotExplicit,
    #[error(ReasonRenewalDue, "A newer notice asks this person to consent again.")]
    RenewalDue,
    #[error(ReasonChild, "This person consented alone before the age of {age}.")]
    Child { age: u8 },
    #[error(ReasonObjected, "Processing for this purpose is {state}.")]
    Objected { state: State },
    #[error(ReasonProcessingRestricted, "The use of this person's data is restricted.")]
    ProcessingRestricted,
    #[error(ReasonErased, "This person was erased.")]
    Erased,
    #[error(ReasonUnreadable, "The consent record of this person cannot be read.")]
    Unreadable,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[must_use = "a verdict that nobody reads protects nobody"]
pub struct ConsentVerdict {
    /// Whether processing is allowed.
    pub allowed: bool,
    /// The reason.
    pub reason: ConsentReason,
}

impl ConsentVerdict {
    const fn no(reason: ConsentReason) -> Self {
        Self { allowed: false, reason }
    }

    /// The record cannot be read; an unreadable record is not a consent.
    pub(crate) const UNREADABLE: Self = Self::no(ConsentReason::Unreadable {});
}

/// What was expressed about one purpose.
enum Answer {
    Yes(ConsentReason),
    No(ConsentReason),
    /// An objection that the controller's grounds overrode. That is not a consent.
    Overruled,
    /// Nothing.
    Silent,
}

impl Register {
    /// Answers a question; a few look-ups and no allocation.
    ///
    /// The state of the purpose itself decides. Only if there is none, the containing purpose is asked: a general
    /// refusal reaches the specific purpose, a general consent as far as it may.
    pub(crate) fn check(&self, question: &ConsentQuestion<'_>) -> ConsentVerdict {
        let ConsentQuestion { data_subject_id: subject, purpose, asked } = *question;
        Inquiry { register: self, subject, extra: self.extra(subject), asked, set_aside: None }
            .answer(purpose)
    }

    /// The same at a requirement. A counted consent alone does not suffice there, because its uses are counted in the
    /// data subject's stream: it needs a use that was set aside for this requirement and that no act has taken yet.
    /// `taken` says which were.
    pub(crate) fn check_gate(&self, question: &ConsentQuestion<'_>, gate: &Gate<'_>) -> Passage {
        let ConsentQuestion { data_subject_id: subject, purpose, asked } = *question;
        let extra = self.extra(subject);
        let open = extra.and_then(|extra| self.set_aside((subject, extra), gate, asked));
        let set_aside = open.map(|(_, place)| place);
        let verdict = Inquiry { register: self, subject, extra, asked, set_aside }.answer(purpose);
        let (true, ConsentReason::Consent { seq, .. }) = (verdict.allowed, verdict.reason) else {
            return Passage { verdict, takes: None };
        };
        let Some(counted) = self.counted(subject, purpose, seq) else {
            return Passage { verdict, takes: None };
        };
        match open {
            Some((seq, place)) if place == counted => Passage { verdict, takes: Some(seq) },
            _ => Passage { verdict: ConsentVerdict::no(ConsentReason::NotSetAside {}), takes: None },
        }
    }

    /// The first use that was set aside for a requirement, of a consent that is still the last step, and its purpose.
    fn set_aside(
        &self,
        (subject, extra): (PersonId, &PersonFacts),
        gate: &Gate<'_>,
        asked: Asked,
    ) -> Option<(Seq, u32)> {
        let open = extra.uses.iter().find(|used| {
            let seq = Seq(u64::from(used.seq));
            let mut since = self.steps(subject, used.purpose).take_while(|step| step.is_use());
            used.requirement == gate.requirement
                && !(gate.taken)(seq)
                && since.any(|step| step.seq == used.seq && asked.counts(step.from))
        })?;
        Some((Seq(u64::from(open.seq)), open.purpose))
    }

    /// The purpose of the consent with this number, if its uses are counted: the purpose in question, or a containing
    /// one.
    fn counted(&self, subject: PersonId, purpose: &PurposeRef, seq: Seq) -> Option<u32> {
        let given = |at| self.steps(subject, at).find(|step| Seq(u64::from(step.seq)) == seq);
        let (at, given) = self.upwards(self.place_of(purpose)?).find_map(|at| Some((at, given(at)?)))?;
        given.uses().map(|_| at)
    }
}

/// A place where a process requires a purpose.
pub(crate) struct Gate<'a> {
    pub(crate) requirement: RequirementId,
    /// Whether an act has already taken the use with this number.
    pub(crate) taken: &'a dyn Fn(Seq) -> bool,
}

/// Whether the requirement is met, and which use of a counted consent that takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage {
    pub(crate) verdict: ConsentVerdict,
    pub(crate) takes: Option<Seq>,
}

/// A question about one person, with what else is on record of them.
struct Inquiry<'r> {
    register: &'r Register,
    subject: PersonId,
    extra: Option<&'r PersonFacts>,
    asked: Asked,
    /// The purpose of which a use was set aside.
    set_aside: Option<u32>,
}

impl<'r> Inquiry<'r> {
    fn answer(&self, purpose: &PurposeRef) -> ConsentVerdict {
        let asked = self.asked;
        let offer = self.register.place_of(purpose);
        let offer = offer.and_then(|place| Some((place, self.register.offer_at(place)?.1)));
        let Some((place, offer)) = offer else { return ConsentVerdict::no(ConsentReason::PurposeUnknown {}) };
        let Some(edition) = offer.edition(asked) else {
            return ConsentVerdict::no(ConsentReason::NotInForce {});
        };
        // An erasure by the controller also ends a legitimate interest, which the data subject's interests now override
        // (Art. 17(1)(c)).
        let erased = self.extra.and_then(PersonFacts::erased).is_some_and(|erased| asked.counts(erased));
        let interest = offer.basis == LawfulBasis::LegitimateInterest;
        if erased || (interest && self.gone(purpose.organisation_id).is_some()) {
            return ConsentVerdict::no(ConsentReason::Erased {});
        }
        let (word, step) = self.word(place);
        let restricted = self.extra.and_then(|extra| extra.restricted(purpose.organisation_id, asked));
        match (word, restricted) {
            (Answer::Yes(reason), None) => ConsentVerdict { allowed: true, reason },
            // Art. 18(2): with the data subject's consent, given in knowledge of the restriction.
            (Answer::Yes(reason), Some(since))
                if step.is_some_and(|step| since <= PersonFacts::said(self.extra, step)) =>
            {
                ConsentVerdict { allowed: true, reason }
            }
            (Answer::Yes(_), Some(_)) => match edition.despite {
                Some(why) => {
                    ConsentVerdict { allowed: true, reason: ConsentReason::DespiteProcessingRestriction(why) }
                }
                None => ConsentVerdict::no(ConsentReason::ProcessingRestricted {}),
            },
            (Answer::No(_) | Answer::Overruled | Answer::Silent, Some(_)) => {
                ConsentVerdict::no(ConsentReason::ProcessingRestricted {})
            }
            (Answer::No(reason), None) => ConsentVerdict::no(reason),
            (Answer::Overruled | Answer::Silent, None) => {
                ConsentVerdict::no(ConsentReason::NoConsent(State::Unknown))
            }
        }
    }

    /// What was expressed about a purpose, or about the nearest containing one; and the consent, if it is one.
    fn word(&self, place: u32) -> (Answer, Option<&'r Step>) {
        let (mut at, mut marketing) = (place, false);
        // Notices ensure that no purpose contains itself; what is read from a store may break that.
        for _ in 0..=self.register.purposes() {
            let Some((named, offer)) = self.register.offer_at(at) else { break };
            marketing |= offer.is_marketing;
            match (self.said(at, (named.organisation_id, offer)), offer.within) {
                // No grounds override an objection to direct marketing, and it reached that (Art. 21(3)).
                ((Answer::Overruled, _), _) if marketing => {
                    return (Answer::No(ConsentReason::Objected(State::Objected)), None);
                }
                // Another objection, or one to a containing purpose, is not decided with it.
                ((Answer::Silent | Answer::Overruled, _), Some(above)) => at = above,
                ((Answer::Silent | Answer::Overruled, _), None) => break,
                ((Answer::Yes(ConsentReason::Consent { seq, .. }), Some(step)), _) if at != place => {
                    return match self.reaches(place, at, step) {
                        true => {
                            (Answer::Yes(ConsentReason::Consent { seq, by_wider_purpose: true }), Some(step))
                        }
                        false => (Answer::Silent, None),
                    };
                }
                // The end of a wider consent says nothing about this purpose, but a wider objection does.
                ((Answer::No(reason), _), _) if at != place => {
                    let objects = matches!(reason, ConsentReason::Objected(_));
                    return (if objects { Answer::No(reason) } else { Answer::Silent }, None);
                }
                (said, _) => return said,
            }
        }
        match self.register.offer_at(place).map(|(_, offer)| offer.basis) {
            Some(LawfulBasis::Consent) | None => (Answer::Silent, None),
            Some(basis) => (Answer::Yes(ConsentReason::Basis(basis)), None),
        }
    }

    /// Whether a consent to a wider purpose includes a narrower one: each purpose between them was in the notice that
    /// was read, asks no more than the wider one, is in force, and has not changed since.
    fn reaches(&self, narrow: u32, wide: u32, step: &Step) -> bool {
        let mut at = narrow;
        while at != wide {
            let Some((_, offer)) = self.register.offer_at(at) else { return false };
            let stood = offer.stood_in(step.notice).is_some_and(|read| read.inherits);
            let now = offer
                .edition(self.asked)
                .is_some_and(|edition| edition.inherits && (step.explicit() || !edition.explicit));
            if !stood || !now || offer.asks_renewal(step.notice, step.from, self.asked) {
                return false;
            }
            let Some(above) = offer.within else { return false };
            at = above;
        }
        true
    }

    /// When a controller erased its data about the person.
    fn gone(&self, controller: OrganisationId) -> Option<Timestamp> {
        self.extra?.erased_by(controller, |at| self.asked.counts(at))
    }

    /// What was expressed about this very purpose; and the consent, if there was one.
    fn said(
        &self,
        at: u32,
        (controller, offer): (OrganisationId, &PurposeEditions),
    ) -> (Answer, Option<&'r Step>) {
        let (step, state) = self.register.stands((self.subject, self.extra), at, self.asked);
        let (Some(step), asked) = (step, self.asked) else { return (Answer::Silent, None) };
        if offer.basis != LawfulBasis::Consent {
            let word = if state.is_objection() {
                Answer::No(ConsentReason::Objected(state))
            } else if state == State::ObjectionOverruled {
                Answer::Overruled
            } else {
                Answer::Silent
            };
            return (word, None);
        }
        let given = self.register.origin(step);
        // This controller erased it, whatever others hold; the data subject may consent again.
        let gone = self.gone(controller).is_some_and(|erased| PersonFacts::said(self.extra, given) <= erased);
        let word = if gone {
            Answer::No(ConsentReason::Erased {})
        } else {
            // The last use may be the one that was set aside for this.
            let used_up = step.is_use() && step.uses() == Some(0) && asked.at() < step.until;
            let state = match state {
                State::Expired if used_up && self.set_aside == Some(at) => State::Given,
                state => state,
            };
            self.agreed(offer, (step, given), state)
        };
        (word, Some(given))
    }

    /// Whether this is a valid consent: `step` is the one that was `given`, or a use of it.
    fn agreed(&self, offer: &PurposeEditions, (step, given): (&Step, &Step), state: State) -> Answer {
        let asked = self.asked;
        let Some(edition) = offer.edition(asked) else { return Answer::No(ConsentReason::NotInForce {}) };
        if !state.is_consent() {
            let ended = state == State::Expired && step.state().is_consent();
            let until = Some(step.until).filter(|until| *until <= asked.at());
            return Answer::No(if ended {
                ConsentReason::Ended { at: until }
            } else {
                ConsentReason::NoConsent(state)
            });
        }
        if edition.explicit && !given.explicit() {
            return Answer::No(ConsentReason::NotExplicit {});
        }
        if offer.asks_renewal(given.notice, given.from, asked) {
            return Answer::No(ConsentReason::RenewalDue {});
        }
        let date_of_birth = self.extra.and_then(|extra| extra.date_of_birth(asked)).filter(|_| given.alone());
        let too_young = date_of_birth.and_then(|date_of_birth| {
            let then = offer.read(given.notice, given.from).unwrap_or(edition);
            then.too_young(date_of_birth, PersonFacts::said(self.extra, given))
                .or_else(|| edition.too_young(date_of_birth, asked.at()))
        });
        match too_young {
            Some(age) => Answer::No(ConsentReason::Child { age }),
            None => Answer::Yes(ConsentReason::Consent {
                seq: Seq(u64::from(given.seq)),
                by_wider_purpose: false,
            }),
        }
    }
}
