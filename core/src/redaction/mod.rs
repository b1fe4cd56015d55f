//! Redaction: a name that somebody wrote into a public text is taken out of the record.
//!
//! Titles, descriptions, names of teams and links are for everybody, so they stand in the journal and not in the vault, and an
//! erasure does not reach them. Whoever finds a private person named there asks for [`RedactText`]: in every event of that
//! stream, and in every imported or published text that only this stream relies on, the words make way for `[…]`. The
//! record keeps the fact: each event stays in its place under its id, with everything else that it says, and
//! [`TextRedacted`] lists which were written anew and what binds each from then on. That is what
//! [`verify`](crate::Engine::verify) holds them to.
//!
//! An event that has such a text also has a salt in its envelope, and the salt goes with the words. So the id, which is a hash
//! of what stood there, cannot be used to try names on it (GDPR Art. 17; Recital 26).

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
