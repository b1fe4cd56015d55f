//! Notices: what people are told before their data are processed, and the lawful basis of the processing.
//!
//! A notice is a versioned document. An organisation publishes it in its own stream; before that it is checked against
//! the requirements of GDPR Art. 13 and 14, and what is missing is named. Its exact bytes are identified by their hash,
//! and every consent names that hash and the language that was read.
//!
//! Each purpose has exactly one lawful basis (the law says “at least one”; one is this project's choice). The basis
//! decides how a data subject can end the processing: a consent can be withdrawn, a public task or a legitimate
//! interest can be objected to, the others neither. Once a purpose is published, its basis and its containing purpose
//! cannot change.

mod ages;
mod basis;
mod change;
mod command;
mod complete;
mod decide;
mod document;
mod event;
mod gap;
mod lawful;
mod local;
mod needs;
mod processing;
mod state;
mod terms;
mod valid;
pub mod view;

pub use ages::{AgeRow, DEFAULT_AGE, age_of_consent, shipped as shipped_ages};
pub use basis::{LawfulBasis, ProcessingRestrictionException, Remedy, Right, SpecialCondition};
pub use change::Change;
pub use command::{Command, PublishNotice, WithdrawNotice};
pub use complete::Gap;
pub use decide::NoticeRefusal;
pub(crate) use decide::decide;
pub use document::{
    Automation, Body, Collection, DataItem, Enrolled, Necessity, NoticeDocument, NoticeMark, Processed,
    Purpose, Recipient, RecipientRole, Retention, RightException, Storage, Transfer, Withdrawal,
};
pub use event::{Event, NoticePublished, NoticeWithdrawn};
pub(crate) use gap::GapKind;
pub(crate) use local::local_date;
pub use processing::{Activity, Kept, Limit, Named, ProcessingView, Receiver, TransferView};
pub use state::{Notices, Published};
pub use terms::{DataTerm, ProcessingTerm, PurposeTerm, SubjectTerm, TransferTerm};
pub use valid::Notice;
