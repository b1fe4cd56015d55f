//! What can be asked.

use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::Remark;

tagged! {
    /// The commands of the redaction block, for a stream of a process, an organisation or a person.
    pub enum Command {
        /// Takes words out of every public text of the stream, for good: out of its events, and out of the imported and
        /// published documents that it alone relies on (GDPR Art. 17). By whoever administers the process or the
        /// organisation, or by an operator of the store; also once the process is closed. What operators wrote is for operators
        /// to take out. A document that others rely on stays as it is, and is named in the event.
        ///
        /// What reads the same is the same: capital and small letters, an accent however it is written, any blank. Words that
        /// are part of a longer word stay. Decide it with `dry_run`
        /// first: there is no way back.
        "text.redact" RedactText {
            /// Why. Kept in the vault, as a text by the actor; it must not repeat the words.
            pub reason: Remark,
            /// What is taken out: a name, an address. Nobody keeps it.
            pub words: Remark,
        }
    }
}

impl Command {
    /// It names nobody by the host's id.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
