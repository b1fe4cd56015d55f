//! The record of processing activities (GDPR Art. 30(1)), from the notices in force.

use serde::Serialize;

use super::{
    Body, DataItem, LawfulBasis, Notices, Published, Purpose, RecipientRole, Retention, Transfer,
    TransferTerm,
};
use crate::types::json::Readable;
use crate::types::{Country, DocumentId, Key, Language, Localized, ReadText, Timestamp};

/// A body named in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Named {
    /// The contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The name.
    pub name: ReadText,
}

/// A recipient, and the ground for transferring data to it out of the European Economic Area: Art. 30(1)(d) and (e).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Receiver {
    /// The country.
    pub country: Country,
    /// The name, or the kind of recipient.
    pub name: ReadText,
    /// The role towards the controller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient_role: Option<RecipientRole>,
    /// The ground for the transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<TransferView>,
}

/// The ground for a transfer of data out of the European Economic Area: Art. 30(1)(e).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TransferView {
    /// The article that allows it, by its term in the GDPR extension of the Data Privacy Vocabulary.
    pub ground: TransferTerm,
    /// What the ground is here.
    pub text: ReadText,
}

/// Where data are kept: Art. 30(1)(e) if outside the European Economic Area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Kept {
    /// The countries.
    pub places: Vec<Country>,
    /// The ground for the transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<TransferView>,
}

/// How long data are kept: Art. 30(1)(f).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// This many days.
    Days(u32),
    /// Until an event, or for this many days if it does not occur.
    UntilEvent {
        /// The longest, in days.
        days: u32,
        /// The event.
        text: ReadText,
    },
}

/// One processing activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Activity {
    /// The lawful basis.
    pub basis: LawfulBasis,
    /// The categories of data, by their terms in the Data Privacy Vocabulary: Art. 30(1)(c).
    pub data: Vec<String>,
    /// The categories of data subjects, by their terms there: Art. 30(1)(c).
    pub data_subject_categories: Vec<String>,
    /// Where the data are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<Kept>,
    /// How long the data are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// The notice with the purpose.
    pub notice: DocumentId,
    /// The purpose, by its name for programs.
    pub purpose: Key,
    /// The purpose: Art. 30(1)(b).
    pub purpose_name: ReadText,
    /// The recipients.
    pub recipients: Vec<Receiver>,
    /// The categories of data that belong to the special categories of Art. 9.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub special: Vec<String>,
}

/// The record of processing activities of a controller at a moment. The controller must add the security measures of
/// Art. 32 (Art. 30(1)(g)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ProcessingView {
    /// One activity for each purpose in force.
    pub activities: Vec<Activity>,
    /// The moment of the record.
    pub at: Timestamp,
    /// The controllers and joint controllers: Art. 30(1)(a).
    pub controllers: Vec<Named>,
    /// The data protection officers.
    pub officers: Vec<Named>,
}

impl Notices {
    /// The record of processing activities at a moment, in a language or the nearest there is.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// let record = engine.organisation(city)?.notices().processing(now, &"en".parse()?);
    /// assert_eq!(record.activities.len(), 5);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn processing(&self, at: Timestamp, language: &Language) -> ProcessingView {
        let mut view =
            ProcessingView { activities: Vec::new(), at, controllers: Vec::new(), officers: Vec::new() };
        for published in self.in_force(at) {
            let document = published.notice.document();
            for body in &document.controllers {
                add(&mut view.controllers, body, language);
            }
            if let Some(body) = &document.officer {
                add(&mut view.officers, body, language);
            }
            view.activities.extend(document.purposes.iter().map(|p| activity(published, p, language)));
        }
        view
    }
}

fn add(list: &mut Vec<Named>, body: &Body, language: &Language) {
    let contact = body.contact.as_ref().map(|uri| uri.as_str().to_owned());
    let named = Named { contact, name: body.name.read(language, language).into() };
    if !list.contains(&named) {
        list.push(named);
    }
}

fn activity(published: &Published, purpose: &Purpose, language: &Language) -> Activity {
    let read = |text: &Localized| text.read(language, language).into();
    let terms = |only_special: bool| {
        let items = purpose.data.iter().filter(|item: &&DataItem| !only_special || item.is_special());
        items.map(|item| item.category.to_string()).collect()
    };
    let ground = |transfer: &Transfer| TransferView { ground: transfer.ground, text: read(&transfer.text) };
    let recipients = published.notice.recipients(purpose).map(|recipient| Receiver {
        country: recipient.country,
        name: read(&recipient.name),
        recipient_role: recipient.recipient_role,
        transfer: recipient.transfer.as_ref().map(ground),
    });
    let limit = purpose.storage.as_ref().map(|storage| match &storage.retention {
        Retention::Days(days) => Limit::Days(*days),
        Retention::UntilEvent { days, text, .. } => Limit::UntilEvent { days: *days, text: read(text) },
    });
    let kept = purpose.storage.as_ref().map(|storage| Kept {
        places: storage.places.clone(),
        transfer: storage.transfer.as_ref().map(ground),
    });
    Activity {
        basis: purpose.basis,
        data: terms(false),
        data_subject_categories: purpose.data_subject_categories.iter().map(ToString::to_string).collect(),
        kept,
        limit,
        notice: published.notice.id(),
        purpose: purpose.id.clone(),
        purpose_name: read(&purpose.name),
        recipients: recipients.collect(),
        special: terms(true),
    }
}
