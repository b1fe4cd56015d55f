//! The one check: may this person do this here now, and if not, why not?
//!
//! Default deny, always explained. Every command is decided by this check, and hosts use the same one. It concerns the
//! person: whether an act fits its item (a phase cannot be started, a finished task cannot be completed) follows from
//! the item's kind and status, and from a dry run of the command; [`next`](crate::next) lists what is possible now. It
//! combines
//!
//! 1. the permission rule ([`governance::rule`](crate::governance::rule)): a grant allows it, directly or
//!    through a team; or the person administers the process;
//! 2. the item's state: disabled items are readable and governable, not workable;
//! 3. prerequisites: work waits until what is enforced is met or waived;
//! 4. approvals: where the governance model requires them, this very act has enough approvals, with nobody counted
//!    twice and nobody in a role that they granted themselves;
//! 5. purposes: where the process requires some, the data of whoever works may be processed for them, and for an asset
//!    the data of the people in it ([`requirement`](crate::requirement)).
//!
//! [`ProcessView::check`] answers without allocating; [`Verdict::explain`] gives the reasons.

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
pub(crate) use explain::{cannot_be_asked, represented};
pub use explain::{Denied, Explained, Explanation, GrantWord, Reason};
pub(crate) use question::Authorization;
pub use question::{Question, Verdict};
pub(crate) use seen::seen;
pub(crate) use tables::RulesAlone;
pub use tables::{ItemPermissions, PermissionTable};
pub use view::ProcessView;
