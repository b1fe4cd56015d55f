//! Commands of redaction.

use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::Remark;

tagged! {
    /// The commands of the redaction block, for a stream of a process, an organisation or a person.
    pub enum Command {
        /// Removes words from every public text of the stream, permanently: from its events, and from the imported and
        /// published documents that only this stream relies on (GDPR Art. 17). By an administrator of the process or
        /// the organisation, or by an operator of the store; also once the process is closed. Only operators can redact
        /// what operators wrote. A document that others rely on stays unchanged, and the event names it.
        ///
        /// Spellings that read the same count as the same: upper and lower case, any encoding of accents, any white
        /// space. Words that are part of a longer word stay. Decide it with `dry_run` first: it cannot be undone.
        "text.redact" RedactText {
            /// The reason. Kept in the vault, as a text by the actor; it must not repeat the words.
            pub reason: Remark,
            /// The words to remove: a name, an address. They are not stored anywhere.
            pub words: Remark,
        }
    }
}

impl Command {
    /// The command names no host ids.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
