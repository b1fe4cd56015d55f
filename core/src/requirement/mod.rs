//! What a process requires of people's consent: purposes that their data must be processed for lawfully before they
//! take part.
//!
//! A process, an item or an asset can require a purpose that an organisation has published. On a process or an item it
//! is about whoever works there: without a valid [basis](crate::consent) nobody is assigned, starts, completes or
//! contributes. On an asset it is about the people whose data it holds: without theirs it is opened for nobody. Since the
//! question is asked with every command, a withdrawal holds from the very next one on.
//!
//! A purpose that needs nothing but optional data is never required (GDPR Art. 7(4)).

mod command;
mod decide;
mod event;
mod needs;
mod state;

pub use command::{Command, ReleasePurpose, RequirePurpose};
pub use decide::RequirementRefusal;
pub(crate) use decide::decide;
pub use event::{Event, PurposeReleased, PurposeRequired, PurposeUsed};
pub use state::{Requirement, Requirements, Target};
