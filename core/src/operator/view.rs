//! The operators of a store as people read them.

use serde::Serialize;

use super::Operators;
use crate::journal::Seq;
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::vault::Party;

/// Who speaks for the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct OperatorsView {
    /// The operators, in the order in which they were appointed.
    pub operators: Vec<PartyName>,
    /// The version of the host's stream; 0 where nobody was appointed yet.
    pub seq: Seq,
}

impl Operators {
    pub(crate) fn view(&self, version: Seq, names: &Names<'_>) -> OperatorsView {
        let operators = self.people().map(|person| names.name(Party::Person(person))).collect();
        OperatorsView { operators, seq: version }
    }
}
