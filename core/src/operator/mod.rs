//! Operators: the people who act for the host itself.
//!
//! An organisation declares its own kind, so its declaration gives it no right over anybody. An operator of the store
//! consults a public register and [verifies](crate::party::VerifyOrganisation) the organisation; only that gives it
//! rights. If nobody is left to administer an organisation, an operator appoints a successor.
//!
//! Operators are recorded in one stream, `host/…`, and their acts like all others. The host itself appoints the first
//! operator, with [`Engine::execute_as_host`](crate::kernel::Engine::execute_as_host); no command of a user can do
//! that. From then on operators appoint and dismiss one another. If none can act any more, the host appoints again.
//!
//! A store does not trust the operators of other stores: what they verified is not verified here.

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
    /// The host itself.
    Host,
    /// An operator.
    Operator,
}
