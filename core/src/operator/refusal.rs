//! Refusals of commands about operators.

use interlink_derive::Refusal;

/// A command of the operator block was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Refusal)]
pub enum OperatorRefusal {
    /// The actor is not an operator.
    #[error(OperatorDenied, "Only an operator of the store or the host itself may do this.")]
    NotOperator,
    /// The person is already an operator.
    #[error(OperatorExists, "This person is already an operator of the store.")]
    Already,
    /// The person is not an operator.
    #[error(OperatorUnknown, "This person is not an operator of the store.")]
    Unknown,
    /// No operator would be left.
    #[error(OperatorLast, "This person is the last operator of the store.")]
    Last,
    /// The host itself gave a command that only parties can give.
    #[error(HostNotPermitted, "The host itself can only appoint and dismiss operators.")]
    NotForHost,
}

impl OperatorRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::NotOperator => "/actor",
            Self::Already | Self::Unknown | Self::Last => "/data/person",
            Self::NotForHost => "/type",
        }
    }
}
