//! A person's own stream, `person/ID`: erasure, and data subject requests to controllers.
//!
//! [Erasing](ErasePerson) removes a person from the vault (GDPR Art. 17): the link between the host's id and the
//! pseudonym, and every text about the person with its salt. The record remains: chains verify, tallies and credit
//! count, and decisions of others stay valid, under a pseudonym that leads nowhere. Whoever comes back under the same
//! id is a new person.
//!
//! A request under GDPR Art. 15 to 22 has a deadline (Art. 12(3)): one month, and two more if the controller says so
//! within the first; a refusal needs a reason. The library keeps the deadlines; the controller does what is requested.
//!
//! While a request for it is open, a text about the person is rectified in place (Art. 16). A restriction that was
//! granted prevents every processing by the controller until it is lifted (Art. 18). A text that a law requires is kept
//! despite an erasure, each until a time on record, and is then erased by the same command (Art. 17(3)). A text for a
//! legal claim, which needs to name somebody, can be kept with attribution: the link to the person is then sealed, and
//! only the organisation that keeps the text can read it, leaving an event on record each time ([`AttributeText`]).
//!
//! # Whose data, whose text
//! The record states who wrote each text, and which organisation holds it: the one on whose behalf it was written, to
//! which it was addressed, or for which the process is run. That organisation keeps it, and rectifies it at the
//! person's request; the person's own words only at a request that the person made directly, and authors rectify what
//! they wrote in their own name. A date of birth is corrected with `date_of_birth.record`.
//!
//! A person can erase themselves, everywhere and at once. An organisation that has dealings with the person erases what
//! it holds, with a reason that stays on record; the pseudonym link goes with the last organisation that has dealings
//! with the person. The command names the person by the stream, `person/ID`, and so contains nothing that would have to
//! be erased as well: keep it, and send it again to whatever was restored from a backup. If the person is erased
//! already, it changes nothing.

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
