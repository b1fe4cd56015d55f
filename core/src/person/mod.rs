//! A person's own stream, `person/ID`: what concerns her alone. So far, her erasure.
//!
//! [Erasing](ErasePerson) takes a person out of the vault (GDPR Art. 17): the tie between the host's id and her
//! pseudonym, and every text about her with its salt. The record stands: chains verify, tallies and credit count, and
//! what others decided stays decided, under a pseudonym that leads nowhere. Who comes back under the same id is somebody
//! new.
//!
//! She may ask for it herself; or somebody who administers an organisation does it for her, with a reason that stays on
//! record. The command names her by the stream, `person/ID`, and so says nothing that would have to be erased as well:
//! keep it, and send it again to whatever was restored from a backup. Where she is erased already it changes nothing.

mod command;
mod decide;
mod event;
mod state;
pub mod view;

pub use command::{Command, ErasePerson};
pub use decide::PersonRefusal;
pub(crate) use decide::decide;
pub use event::{Event, PersonErased};
pub use state::Person;
