//! Redaction: removing from the record a name that somebody wrote into a public text.
//!
//! Titles, descriptions, names of teams and links are public, so they are stored in the journal and not in the vault,
//! and an erasure does not reach them. If a private person is named there, [`RedactText`] replaces the words with
//! `[…]`: in every event of that stream, and in every imported or published text that only this stream relies on. The
//! record keeps the fact: each event stays in place under its id, with all its other content, and [`TextRedacted`]
//! lists which were rewritten and the hash that binds each from then on. [`verify`](crate::Engine::verify) checks them
//! against that.
//!
//! An event with such a text also has a salt in its envelope, and the salt is removed with the words. So the id, a hash
//! of the original content, cannot be used to test guesses of the name (GDPR Art. 17; Recital 26).

mod command;
mod cut;
mod decide;
mod event;
mod needs;
mod refusal;
mod spelling;
mod texts;
mod words;

pub use command::{Command, RedactText};
pub(crate) use cut::{is_document_cut, is_event_cut};
pub(crate) use decide::{Found, Target, decide};
pub use event::{Event, RedactedDocument, RedactedEvent, TextRedacted};
pub use refusal::RedactionRefusal;
pub use texts::{DOCUMENT_TEXTS, EVENT_TEXTS};
pub(crate) use texts::{document_texts, event_texts};
pub(crate) use words::{Redacted, Words, redact_document, redact_event, stand_in, stand_in_command};
