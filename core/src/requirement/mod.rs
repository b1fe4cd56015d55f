//! The consents that a process requires: purposes for which people's data must be processed lawfully before they can
//! take part.
//!
//! A process, an item or an asset can require a purpose that an organisation has published. For a process or an item,
//! it concerns whoever works there: without a valid [basis](crate::consent) nobody can be assigned, start, complete or
//! contribute. For an asset, it concerns the people whose data the asset holds: without their consent nobody can open
//! it. The question is asked with every command, so a withdrawal takes effect from the next command on.
//!
//! A purpose that needs only optional data can never be required (GDPR Art. 7(4)).

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
