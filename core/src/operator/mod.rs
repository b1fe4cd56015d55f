//! Operators: who speaks for the host itself.
//!
//! An organisation says itself what kind it is, so its word for it gives no right over anybody. What does is the word of an
//! operator of the store: she looks into a public register and [verifies](crate::party::VerifyOrganisation) the organisation.
//! Where nobody is left to administer an organisation, an operator appoints a successor.
//!
//! Operators stand in one stream, `host/…`, and what they do is recorded like everything else. The host appoints the first
//! in its own name, with [`Engine::execute_as_host`](crate::kernel::Engine::execute_as_host); no command of a user's gets
//! there. From then on operators appoint and dismiss one another. If none can act any more, the host appoints again.
//!
//! A store takes no other store's host at its word: what operators elsewhere verified is not verified here.

mod command;
mod decide;
mod event;
mod needs;
mod refusal;
mod state;
pub mod view;

use crate::types::json::Readable;
use serde::Serialize;

pub use command::{AppointOperator, Command, DismissOperator};
pub(crate) use decide::decide;
pub use event::{Event, OperatorAppointed, OperatorDismissed};
pub use refusal::OperatorRefusal;
pub use state::Operators;

/// Who appointed or dismissed an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AppointedBy {
    /// The host, in its own name.
    Host,
    /// Another operator, or she herself.
    Operator,
}
