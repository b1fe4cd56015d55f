//! Notices as people read them.

use serde::Serialize;

use super::{LawfulBasis, Notices, Published, Remedy, Right};
use crate::types::json::Readable;
use crate::types::{DocumentId, Key, Language, ReadText, Timestamp};

/// A purpose, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PurposeView {
    /// Why it is lawful.
    pub basis: LawfulBasis,
    /// What it is, at length.
    pub description: ReadText,
    /// Its name among the purposes of the organisation.
    pub id: Key,
    /// What it is.
    pub name: ReadText,
    /// What somebody does who wants it ended.
    pub remedy: Remedy,
    /// The rights that go with it.
    pub rights: Vec<Right>,
    /// Whether special categories of data are processed, so that consent is explicit.
    pub special: bool,
    /// The purpose that it lies within.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Key>,
}

/// A notice that is or was in force, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NoticeView {
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
    /// From when it is in force.
    pub from: Timestamp,
    /// Its name for programs.
    pub id: Key,
    /// What it is for.
    pub purposes: Vec<PurposeView>,
    /// What she is told.
    pub text: ReadText,
    /// Its title.
    pub title: ReadText,
    /// Until when it was in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Its version.
    pub version: u32,
}

/// The notices of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NoticesView {
    /// In the order in which they were published.
    pub notices: Vec<NoticeView>,
}

impl Notices {
    /// All of them in a language, or the nearest there is.
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
