//! The assistant: what a person can do next.
//!
//! [`check`](crate::check) and the table of permissions say what is *permitted*: they are about the person, and for
//! them a finished task “may” be started. [`Engine::next`](crate::Engine::next) says what is *possible now*: the
//! commands that would be accepted at this moment, each with the reasons, and those that wait for something, with the
//! people who could end the waiting. It keeps no state of its own. It uses the same structures as the check, so both
//! always agree.
//!
//! - **Ranked by data.** `ranking.json` lists the groups ([`Group`]) and the criteria within each.
//! - **Confidential.** A step is about an item that the asker may see. What it waits for is named only if the asker may
//!   see that too. People are named only to askers who may see the whole process; others get the roles. Another
//!   person's consents are never shown.
//! - **At home only.** A replica takes no commands here, so it has no steps.
//!
//! [`guide`](guide()) comes before the first step: which governance model and template fit.

mod guide;
mod my;
mod question;
mod rank;
mod tell;
mod view;
mod walk;

pub use guide::{ChoiceView, FitReasonView, FitView, GuideView, QuestionView, guide};
pub(crate) use my::Theirs;
pub use my::{MyApprovalView, MyAssignmentView, MyProcessView, MyTeamView, MyView};
pub(crate) use question::Asker;
pub use rank::Group;
pub(crate) use tell::{Explainer, Said, Telling, team_name};
pub use view::{
    ApprovalsView, ConsentLackView, FactsView, MineBy, MineView, NextAct, NextReasonView, NextView,
    NextWaitView, RefersView, StepView,
};
pub(crate) use walk::{Best, Found, Step, Walk};
