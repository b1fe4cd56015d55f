//! A person's own stream, `person/ID`: what concerns her alone: her erasure, and what she asks of controllers.
//!
//! [Erasing](ErasePerson) takes a person out of the vault (GDPR Art. 17): the tie between the host's id and her
//! pseudonym, and every text about her with its salt. The record stands: chains verify, tallies and credit count, and
//! what others decided stays decided, under a pseudonym that leads nowhere. Who comes back under the same id is somebody
//! new.
//!
//! A request under GDPR Art. 15 to 22 has a clock (Art. 12(3)): a month, two more if the controller says so within the
//! first, and a refusal with its reason. The library keeps the clock; what is asked for, the controller does.
//!
//! She may ask to be erased herself; or somebody who administers an organisation does it for her, with a reason that stays on
//! record. The command names her by the stream, `person/ID`, and so says nothing that would have to be erased as well:
//! keep it, and send it again to whatever was restored from a backup. Where she is erased already it changes nothing.

mod command;
mod decide;
mod event;
mod right;
mod state;
pub mod view;

pub use command::{AnswerRight, Command, ErasePerson, ExtendRight, RequestRight};
pub use decide::PersonRefusal;
pub(crate) use decide::decide;
pub use event::{Event, PersonErased, RightAnswered, RightExtended, RightRequested};
pub use right::{Outcome, RightRequest};
pub use state::Person;
