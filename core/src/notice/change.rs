//! What a newer version of a notice changes about a purpose.
//!
//! Consent is given to what the data subject was told (GDPR Art. 4(11), 7(1), 13(3); EDPB Guidelines 05/2020, 64 and
//! 110). If a newer version says more or something else, those who consented are asked again. If it only improves the
//! wording, the notice declares it (`rewords`), and [`Notice::changes`] verifies that.

use serde::Serialize;

use super::{DataItem, Necessity, Notice, Purpose, Recipient, Storage, Transfer};
use crate::types::json::Readable;
use crate::types::{Key, Localized};

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// More data, data of more people, data of a special category, or optional data that are now required.
    Data,
    /// Another condition for processing special categories.
    Condition,
    /// More is done with the data, or it is done in another place or on another ground for a transfer.
    Processing,
    /// Another recipient, or other terms for a recipient.
    Recipients,
    /// A higher degree of automation.
    Automation,
    /// Data are kept in another place, on another ground for a transfer, or longer.
    Storage,
    /// Another controller.
    Controllers,
    /// Another purpose.
    Term,
    /// Only another wording.
    Words,
}

impl Change {
    /// Whether only the wording differs, so that a notice may declare it a rewording.
    #[must_use]
    pub const fn is_wording(self) -> bool {
        match self {
            Self::Words => true,
            Self::Data
            | Self::Condition
            | Self::Processing
            | Self::Recipients
            | Self::Automation
            | Self::Storage
            | Self::Controllers
            | Self::Term => false,
        }
    }
}

interlink_values::words!(Change);

impl Change {
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Data => "the data",
            Self::Condition => "the condition for special categories",
            Self::Processing => "what is done with the data",
            Self::Recipients => "the recipients",
            Self::Automation => "the degree of automation",
            Self::Storage => "where and how long data are kept",
            Self::Controllers => "the controllers",
            Self::Term => "the purpose's term",
            Self::Words => "the wording",
        }
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}

impl Notice {
    /// What this version changes about a purpose since an earlier one; empty if either does not have the purpose.
    #[must_use]
    pub fn changes(&self, earlier: &Self, purpose: &Key) -> Vec<Change> {
        let (Some(now), Some(was)) = (self.purpose(purpose), earlier.purpose(purpose)) else {
            return Vec::new();
        };
        let recipients =
            self.recipients(now).any(|new| !earlier.recipients(was).any(|old| is_same(old, new)));
        let controllers = self.document().controllers.iter();
        let known = |name: &Localized| earlier.document().controllers.iter().any(|old| says(&old.name, name));
        let found = [
            (
                Change::Data,
                now.data.iter().any(|item| !was.data.iter().any(|old| covers(old, item)))
                    || now
                        .data_subject_categories
                        .iter()
                        .any(|term| !was.data_subject_categories.contains(term)),
            ),
            (Change::Condition, now.condition != was.condition),
            (Change::Processing, is_done_otherwise(was, now)),
            (Change::Recipients, recipients),
            (Change::Automation, now.automation != was.automation),
            (Change::Storage, is_kept_longer(was.storage.as_ref(), now.storage.as_ref())),
            (Change::Controllers, controllers.into_iter().any(|new| !known(&new.name))),
            (Change::Term, now.term != was.term),
            (Change::Words, is_reworded(was, now)),
        ];
        found.into_iter().filter(|(_, differs)| *differs).map(|(change, _)| change).collect()
    }

    /// Whether those who consented to a purpose under an earlier version must be asked again under this one.
    #[must_use]
    pub fn asks_again(&self, earlier: &Self, purpose: &Key) -> bool {
        let reworded = self.document().rewords.contains(purpose);
        self.document().renews.contains(purpose)
            || self.changes(earlier, purpose).iter().any(|change| !(reworded && change.is_wording()))
    }
}

fn covers(old: &DataItem, new: &DataItem) -> bool {
    let as_needed = old.necessity == Necessity::Required || new.necessity == Necessity::Optional;
    old.category == new.category
        && as_needed
        && (old.is_special() || !new.is_special())
        && (old.is_criminal() || !new.is_criminal())
}

/// A recipient is identified by its name; its contact may change.
fn is_same(old: &Recipient, new: &Recipient) -> bool {
    let named = old.id == new.id && says(&old.name, &new.name);
    let transfer = (old.transfer.is_none() || new.transfer.is_some())
        && !is_transferred_otherwise(old.transfer.as_ref(), new.transfer.as_ref());
    named && old.country == new.country && old.recipient_role == new.recipient_role && transfer
}

/// Whether data leave the European Economic Area and did not on the same ground before.
fn is_transferred_otherwise(old: Option<&Transfer>, new: Option<&Transfer>) -> bool {
    new.is_some_and(|new| old.is_none_or(|old| old.ground != new.ground || !says(&old.text, &new.text)))
}

fn is_kept_longer(old: Option<&Storage>, new: Option<&Storage>) -> bool {
    let (Some(old), Some(new)) = (old, new) else { return old.is_some() != new.is_some() };
    let elsewhere = new.places.iter().any(|place| !old.places.contains(place));
    elsewhere
        || is_transferred_otherwise(old.transfer.as_ref(), new.transfer.as_ref())
        || new.retention.longest() > old.retention.longest()
}

/// Whether more is done with the data than before, or in another place. Restricting it to certain places is not a
/// change.
fn is_done_otherwise(was: &Purpose, now: &Purpose) -> bool {
    let elsewhere = match (&was.processing_at, &now.processing_at) {
        (None, None) => false,
        (Some(_), None) => true,
        (None, Some(new)) => new.transfer.is_some(),
        (Some(old), Some(new)) => {
            new.places.iter().any(|place| !old.places.contains(place))
                || is_transferred_otherwise(old.transfer.as_ref(), new.transfer.as_ref())
        }
    };
    elsewhere || now.processing.iter().any(|term| !was.processing.contains(term))
}

fn is_reworded(was: &Purpose, now: &Purpose) -> bool {
    let optional = |old: &Option<Localized>, new: &Option<Localized>| match (old, new) {
        (Some(old), Some(new)) => !says(old, new),
        (None, Some(_)) => true,
        (Some(_) | None, None) => false,
    };
    !says(&was.description, &now.description)
        || !says(&was.name, &now.name)
        || optional(&was.automated_decisions, &now.automated_decisions)
        || optional(&was.freely_given, &now.freely_given)
}

/// Whether a text is unchanged in every language that it had before; an added translation is not a change.
fn says(old: &Localized, new: &Localized) -> bool {
    old.languages().all(|tag| new.get(tag).is_none_or(|text| Some(text) == old.get(tag)))
        && old.languages().any(|tag| new.get(tag).is_some())
}
