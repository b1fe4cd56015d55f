//! The one check: may this person do this here now, and if not, why not?
//!
//! Default deny, always explained. Every command is decided by this check, and hosts ask the same one. It is
//! about the person: whether an act fits the item it is for (a phase is not started, a finished task is not
//! completed) is said by the item's kind and status, and by a dry run of the command; what is possible now is what
//! [`next`](crate::next) says. It joins
//!
//! 1. the permission rule ([`governance::rule`](crate::governance::rule)): a grant allows it, herself or
//!    through a team; or she administers the process;
//! 2. the item's state: disabled items are readable and governable, not workable;
//! 3. prerequisites: work waits until what is enforced is met or its gate was passed;
//! 4. approvals: where the governance model asks for them, enough people stand behind this very act, nobody counted
//!    twice and nobody in a role that she gave herself;
//! 5. purposes: where the process requires some, the data of whoever works may be processed for them, and of an asset
//!    those of the people in it ([`requirement`](crate::requirement)).
//!
//! [`ProcessView::check`] answers without allocating; [`Verdict::explain`] says why.

mod access;
mod act;
mod approval;
mod consented;
mod explain;
mod follow;
mod legs;
mod question;
mod seen;
mod tables;
mod view;

pub(crate) use access::Access;
pub(crate) use act::acts;
pub(crate) use consented::{Consented, MissingConsent, TAKING_PART};
pub(crate) use explain::Told;
pub(crate) use explain::cannot_be_asked;
pub use explain::{Denied, Explained, Explanation, GrantWord, Reason};
pub(crate) use question::Authorization;
pub use question::{Question, Verdict};
pub(crate) use seen::seen;
pub(crate) use tables::RulesAlone;
pub use tables::{ItemPermissions, PermissionTable};
pub use view::ProcessView;
