//! A person's own stream, `person/ID`: what concerns her alone: her erasure, and what she asks of controllers.
//!
//! [Erasing](ErasePerson) takes a person out of the vault (GDPR Art. 17): the tie between the host's id and her
//! pseudonym, and every text about her with its salt. The record stands: chains verify, tallies and credit count, and
//! what others decided stays decided, under a pseudonym that leads nowhere. Who comes back under the same id is somebody
//! new.
//!
//! A request under GDPR Art. 15 to 22 has a clock (Art. 12(3)): a month, two more if the controller participations so within the
//! first, and a refusal with its reason. The library keeps the clock; what is asked for, the controller does.
//!
//! While she asks for it, a text about her is put right where it stands (Art. 16). A restriction that was granted keeps the
//! controller from every purpose until it is lifted (Art. 18). What a law wants kept is kept when she is erased, text by
//! text, each until a moment that is on record, and is erased by the same command once that is over (Art. 17(3)). Where a text is kept for
//! a legal claim, which nobody can make or defend against nobody, it can be kept attributably: whose it is is sealed then, and
//! only the organisation that keeps it reads it, each time with an event on record ([`AttributeText`]).
//!
//! # Whose data, whose text
//! The record participations of every text who wrote it, and which organisation holds it: the one in whose name it was written, to
//! which it was said, or for which the process is run. That organisation keeps it, and puts it right at her request; her own
//! words only at a request that she made herself, and whoever wrote something in her own name puts it right herself. A birthday
//! is put right by `date_of_birth.record`.
//!
//! She may ask to be erased herself, everywhere and at once. An organisation that has to do with her erases what it holds, with
//! a reason that stays on record; her tie to the host's id goes with the last one that has to do with her. The command names her by the stream, `person/ID`, and so participations nothing that would have to be erased as well:
//! keep it, and send it again to whatever was restored from a backup. Where she is erased already it changes nothing.

mod command;
mod decide;
mod event;
mod needs;
mod right;
mod sealed;
mod state;
pub mod view;

pub use command::{
    AnswerSubjectRequest, AttributeText, Command, ErasePerson, ExtendSubjectRequest, KeepText,
    LiftProcessingRestriction, MakeSubjectRequest, RectifyText,
};
pub use decide::PersonRefusal;
pub(crate) use decide::{Dealings, LookedUp, Origin, decide};
pub use event::{
    Event, PersonErased, PersonWithheld, ProcessingRestrictionLifted, SubjectRequestAnswered,
    SubjectRequestExtended, SubjectRequestMade, TextAttributed, TextKept, TextRectified,
};
pub use right::{Exception, Kept, Outcome, SubjectRequest};
pub use sealed::Attributed;
pub use state::Person;
