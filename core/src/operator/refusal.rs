//! Why a command about operators is refused.

use interlink_derive::Refusal;

/// A command of the operator block was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Refusal)]
pub enum OperatorRefusal {
    /// The actor is no operator.
    #[error(OperatorDenied, "Only an operator of the store may do this, or the host in its own name.")]
    NotOperator,
    /// She already is.
    #[error(OperatorExists, "This person already is an operator of the store.")]
    Already,
    /// She is not.
    #[error(OperatorUnknown, "This person is not an operator of the store.")]
    Unknown,
    /// No operator would be left.
    #[error(OperatorLast, "This person is the last operator of the store.")]
    Last,
    /// The host was to do in its own name what parties do.
    #[error(
        HostNotPermitted,
        "In its own name the host appoints and dismisses operators, and does nothing else."
    )]
    NotForHost,
}

impl OperatorRefusal {
    /// Where in the command the fault stands.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::NotOperator => "/actor",
            Self::Already | Self::Unknown | Self::Last => "/data/person",
            Self::NotForHost => "/type",
        }
    }
}
