//! Views of notices.

use serde::Serialize;

use super::{LawfulBasis, Notices, Published, Remedy, Right};
use crate::types::json::Readable;
use crate::types::{DocumentId, Key, Language, ReadText, Timestamp};

/// A purpose, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PurposeView {
    /// The lawful basis.
    pub basis: LawfulBasis,
    /// The detailed description.
    pub description: ReadText,
    /// The key among the purposes of the organisation.
    pub id: Key,
    /// The name, in a few words.
    pub name: ReadText,
    /// How a data subject can end the processing.
    pub remedy: Remedy,
    /// The rights that apply.
    pub rights: Vec<Right>,
    /// Whether special categories of data are processed, so that consent must be explicit.
    pub special: bool,
    /// The purpose that contains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Key>,
}

/// A notice that is or was in force, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NoticeView {
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
    /// When it came into force.
    pub from: Timestamp,
    /// The name for programs.
    pub id: Key,
    /// The purposes.
    pub purposes: Vec<PurposeView>,
    /// The text for the data subject.
    pub text: ReadText,
    /// Its title.
    pub title: ReadText,
    /// When it ceased to be in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Its version.
    pub version: u32,
}

/// The notices of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NoticesView {
    /// The notices, in the order in which they were published.
    pub notices: Vec<NoticeView>,
}

impl Notices {
    /// All notices in a language, or the nearest available.
    #[must_use]
    pub fn view(&self, language: &Language) -> NoticesView {
        NoticesView { notices: self.all().map(|published| published.view(language)).collect() }
    }
}

impl Published {
    fn view(&self, language: &Language) -> NoticeView {
        let document = self.notice.document();
        let purposes = document.purposes.iter().map(|purpose| PurposeView {
            basis: purpose.basis,
            description: purpose.description.read(language, language).into(),
            id: purpose.id.clone(),
            name: purpose.name.read(language, language).into(),
            remedy: purpose.basis.remedy(),
            rights: purpose.rights(),
            special: purpose.is_special(),
            within: purpose.within.clone(),
        });
        NoticeView {
            document: self.notice.id(),
            from: self.from,
            id: document.id.clone(),
            purposes: purposes.collect(),
            text: document.text.read(language, language).into(),
            title: document.title.read(language, language).into(),
            until: self.until,
            version: document.version,
        }
    }
}
