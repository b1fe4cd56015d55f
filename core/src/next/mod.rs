//! What next? – the one-stop assistant.
//!
//! [`check`](crate::check) and the table of permissions say what is *permitted*: they are about the person, and to them a
//! finished task “may” be started. [`Engine::next`](crate::Engine::next) says what is *possible now*: the acts that a command
//! would do at this moment, each with the reasons, and those that wait for something, with who could end the waiting. It
//! keeps no state of its own. It asks the structures that the check answers from, so both never differ.
//!
//! - **Ranked by data.** `ranking.json` lists the groups ([`Group`]) and the criteria within each.
//! - **Nothing leaks.** A step is about an item that the asker may see. What it waits for is named only if the asker may see
//!   that too. People are named only to whoever may see the process as a whole; others are told the roles. What somebody
//!   else said about their data is not told at all.
//! - **At home only.** In a replica nothing can be done here, so there are no steps.
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
    ApprovalsView, ConsentLackView, FactsView, MineBy, MineView, NextAct, NextView, NextWaitView, RefersView,
    StepView, WhyView,
};
pub(crate) use walk::{Best, Found, Step, Walk};
