//! In place of `in_process` in a build without processes.

use super::{Answer, Answered};
use crate::kernel::Imported;
use crate::messages::MessageCatalogues;
use crate::types::Language;

impl Answer {
    /// No answer is about a process.
    pub(super) const fn speak_of_process(&mut self, _: &MessageCatalogues, _: Language) {}
}

impl From<Imported> for Answered {
    fn from(imported: Imported) -> Self {
        match imported {}
    }
}
