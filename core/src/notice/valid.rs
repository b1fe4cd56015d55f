//! Valid notices.

use crate::types::Map;
use crate::types::Set;

use super::{Enrolled, NoticeDocument, Purpose, Recipient, RecipientRole};
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{DocumentId, InputFault, Key, OrganisationId, Written, json};

/// The largest number of purposes of a notice, and of entries in any other of its lists.
const MOST: usize = 200;
/// A hundred years. Anything longer counts as for ever.
const MOST_DAYS: u32 = 36_525;

/// A valid notice, identified by its content. It may still be incomplete: see [`gaps`](Self::gaps).
#[derive(Debug, Clone)]
pub struct Notice {
    document: NoticeDocument,
    written: Written,
    by_id: Map<Key, usize>,
}

impl Notice {
    /// Reads and checks a notice.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::notice::Notice;
    /// # let text = testkit::notice(1).to_string();
    /// let notice = Notice::parse(text.as_bytes())?;
    /// assert_eq!(notice.document().purposes.len(), 5);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        Self::new(node.read()?)
    }

    /// Checks a notice that a program built.
    ///
    /// # Errors
    /// `notice.invalid` or `purpose.cycle`, with the path.
    pub fn new(document: NoticeDocument) -> Result<Self, InputFault> {
        Self::written(document, Written::of)
    }

    /// Checks a notice together with its written form.
    pub(crate) fn written(
        document: NoticeDocument,
        written: impl FnOnce(&NoticeDocument) -> Written,
    ) -> Result<Self, InputFault> {
        document.check()?;
        let written = written(&document);
        Ok(Self::unchecked(document, written))
    }

    /// A notice that was checked before.
    pub(crate) fn unchecked(document: NoticeDocument, written: Written) -> Self {
        let by_id =
            document.purposes.iter().enumerate().map(|(at, purpose)| (purpose.id.clone(), at)).collect();
        Self { document, written, by_id }
    }

    /// The notice as a document.
    #[must_use]
    pub const fn document(&self) -> &NoticeDocument {
        &self.document
    }

    /// A purpose by its key.
    #[must_use]
    pub fn purpose(&self, id: &Key) -> Option<&Purpose> {
        self.document.purposes.get(*self.by_id.get(id)?)
    }

    /// The recipients of the data of a purpose.
    pub fn recipients<'a>(&'a self, purpose: &'a Purpose) -> impl Iterator<Item = &'a Recipient> {
        let all = self.document.recipients.as_deref().unwrap_or_default();
        all.iter().filter(|recipient| purpose.recipients.contains(&recipient.id))
    }

    /// The organisations on record that benefit from consents besides the publisher of the notice: joint controllers,
    /// and recipients of any purpose in it. A consent to one purpose may include others, so all count for each.
    pub(crate) fn partners(&self) -> impl Iterator<Item = OrganisationId> + '_ {
        let controllers = self.document.controllers.iter().map(|body| body.organisation);
        let recipients = self.document.recipients.iter().flatten().map(|recipient| recipient.organisation);
        controllers.chain(recipients).filter_map(|enrolled| match enrolled? {
            Enrolled::As(organisation) => Some(organisation),
            Enrolled::Outside => None,
        })
    }

    /// Whether the notice states for each joint controller which organisation on record it is, or that it is none.
    pub(crate) fn names_controllers(&self) -> bool {
        let others = self.document.controllers.iter().skip(1).map(|body| body.organisation);
        let joint = |recipient: &&Recipient| recipient.recipient_role == Some(RecipientRole::JointController);
        let recipients = self.document.recipients.iter().flatten();
        let received = recipients.filter(joint).map(|recipient| recipient.organisation);
        others.chain(received).all(|enrolled| enrolled.is_some())
    }

    /// The SHA-256 of its canonical JSON.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.written.id
    }

    /// Its canonical JSON.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.written.bytes
    }
}

fn invalid(path: impl Into<String>, message: impl Into<String>) -> InputFault {
    InputFault::new(Code::NoticeInvalid, path, message)
}

impl NoticeDocument {
    /// Checks the document.
    fn check(&self) -> Result<(), InputFault> {
        if self.version == 0 {
            return Err(invalid("/version", "The version must be at least 1."));
        }
        let none = |path, list: usize, what: &str| match list {
            0 => Err(invalid(path, format!("A notice must name at least one {what}."))),
            1..=MOST => Ok(()),
            _ => Err(invalid(path, format!("A list in a notice can have at most {MOST} entries."))),
        };
        none("/controllers", self.controllers.len(), "controller")?;
        none("/purposes", self.purposes.len(), "purpose")?;
        none("/languages", self.languages.len(), "language")?;
        let recipients = self.recipients.as_deref().unwrap_or_default();
        unique("/recipients", recipients.iter().map(|recipient| &recipient.id))?;
        unique("/purposes", self.purposes.iter().map(|purpose| &purpose.id))?;
        for (nth, row) in self.child_ages.iter().enumerate() {
            if !(13..=16).contains(&row.age) {
                return Err(invalid(
                    format!("/child_ages/{nth}/age"),
                    "The age must be from 13 to 16 (GDPR Art. 8(1)).",
                ));
            }
        }
        for (nth, purpose) in self.purposes.iter().enumerate() {
            self.check_purpose(purpose).map_err(|fault| fault.within(&format!("/purposes/{nth}")))?;
        }
        for (path, listed) in [("/renews", &self.renews), ("/rewords", &self.rewords)] {
            if let Some(nth) = listed.iter().position(|key| self.purposes.iter().all(|p| p.id != *key)) {
                return Err(invalid(format!("{path}/{nth}"), "The notice does not have this purpose."));
            }
        }
        if let Some(nth) = self.rewords.iter().position(|key| self.renews.contains(key)) {
            return Err(invalid(
                format!("/rewords/{nth}"),
                "A purpose cannot be both renewed and only reworded.",
            ));
        }
        self.check_nesting()
    }

    fn check_purpose(&self, purpose: &Purpose) -> Result<(), InputFault> {
        for (path, length) in [("/data", purpose.data.len()), ("/processing", purpose.processing.len())] {
            if length == 0 || length > MOST {
                return Err(invalid(path, format!("The list must have 1 to {MOST} entries.")));
            }
        }
        let places = purpose.storage.as_ref().map_or(0, |storage| storage.places.len());
        let processed = purpose.processing_at.as_ref().map_or(0, |processed| processed.places.len());
        if [purpose.data_subject_categories.len(), places, processed].into_iter().any(|length| length > MOST)
        {
            return Err(invalid("", format!("A list in a purpose can have at most {MOST} entries.")));
        }
        let recipients = self.recipients.as_deref().unwrap_or_default();
        let dangling = |key: &Key| recipients.iter().all(|recipient| recipient.id != *key);
        if let Some(nth) = purpose.recipients.iter().position(dangling) {
            return Err(invalid(format!("/recipients/{nth}"), "The notice does not have this recipient."));
        }
        if let Some(storage) = &purpose.storage {
            if storage.places.is_empty() {
                return Err(invalid("/storage/places", "Name at least one country where the data are kept."));
            }
            if !(1..MOST_DAYS).contains(&storage.retention.longest()) {
                let message = "Data can be kept for 1 to 36524 days, never for ever (GDPR Art. 5(1)(e)).";
                return Err(invalid("/storage/retention", message));
            }
        }
        if purpose.processing_at.as_ref().is_some_and(|processed| processed.places.is_empty()) {
            return Err(invalid(
                "/processing_at/places",
                "Name at least one country where the data are processed.",
            ));
        }
        if purpose.valid_days.is_some_and(|days| days == 0 || days > MOST_DAYS) {
            return Err(invalid(
                "/valid_days",
                "A consent must be valid for at least one day, and at most a hundred years.",
            ));
        }
        Ok(())
    }

    /// Checks that every containing purpose exists, and that no purpose contains itself.
    fn check_nesting(&self) -> Result<(), InputFault> {
        let find = |key: &Key| self.purposes.iter().find(|purpose| purpose.id == *key);
        for (nth, purpose) in self.purposes.iter().enumerate() {
            let path = format!("/purposes/{nth}/within");
            let mut above = purpose.within.as_ref();
            for _ in 0..self.purposes.len() {
                let Some(key) = above else { break };
                let Some(next) = find(key) else {
                    return Err(invalid(path, format!("The notice does not have a purpose “{key}”.")));
                };
                if next.basis != purpose.basis {
                    return Err(invalid(
                        path,
                        "A purpose must have the same lawful basis as the purpose that contains it.",
                    ));
                }
                above = next.within.as_ref();
            }
            if above.is_some() {
                let message = format!("The purpose “{}” contains itself through other purposes.", purpose.id);
                return Err(InputFault::new(Code::PurposeCycle, path, message));
            }
        }
        Ok(())
    }
}

fn unique<'a>(path: &str, keys: impl Iterator<Item = &'a Key>) -> Result<(), InputFault> {
    let mut seen = Set::new();
    for (nth, key) in keys.enumerate() {
        if nth >= MOST {
            return Err(invalid(path, format!("A list in a notice can have at most {MOST} entries.")));
        }
        if !seen.insert(key) {
            return Err(invalid(format!("{path}/{nth}/id"), format!("“{key}” occurs twice.")));
        }
    }
    Ok(())
}
