//! Views of the operators of a store.

use serde::Serialize;

use super::Operators;
use crate::journal::Seq;
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::vault::Party;

/// The operators of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct OperatorsView {
    /// The operators, in the order in which they were appointed.
    pub operators: Vec<PartyName>,
    /// The number of the last event of the host's stream; 0 if nobody was appointed yet.
    pub seq: Seq,
}

impl Operators {
    pub(crate) fn view(&self, version: Seq, names: &Names<'_>) -> OperatorsView {
        let operators = self.people().map(|person| names.name(Party::Person(person))).collect();
        OperatorsView { operators, seq: version }
    }
}
