//! Decides commands about ratings.

use super::{Command, Event, GiveRating, Rated, RatingGiven, RatingWithdrawn, Ratings};
use crate::kernel::Refused;
use crate::kernel::{Context, Document, Documents};
use crate::types::DocumentId;
use interlink_derive::Refusal;

/// A command of the rating block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum RatingRefusal {
    /// The store does not have the document.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown {
        /// The document that the command names.
        document: DocumentId,
    },
    /// The document does not show what is rated.
    #[error(RatingNotShown, "The document {document} does not show {rated}.")]
    NotShown {
        /// The document that the command names.
        document: DocumentId,
        /// What is rated.
        rated: Box<Rated>,
    },
    /// The person already gave this rating.
    #[error(RatingExists, "This person already gave this rating.")]
    Exists,
    /// The person rated it, and was erased since.
    #[error(PersonAlreadyCounted, rating: "This person has already rated this process; each person counts once.")]
    AlreadyRated,
    /// The process was closed.
    #[error(ProcessClosed, rating: "The process is closed and can no longer be rated.")]
    Closed,
    /// The person has not rated it.
    #[error(RatingUnknown, "This person has not rated it.")]
    Unknown,
}

impl RatingRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::DocumentUnknown { .. } | Self::NotShown { .. } => "/data/seen_in",
            Self::Exists => "/data/stars",
            Self::AlreadyRated => "/actor",
            Self::Unknown | Self::Closed => "/data/rated",
        }
    }
}

/// Decides a command about a rating.
pub(crate) fn decide(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    ratings: Option<&Ratings>,
    command: &Command,
) -> Result<Event, Refused> {
    let said = ratings.and_then(|ratings| ratings.of(context.actor()));
    match command {
        Command::GiveRating(c) => {
            shown(documents, c)?;
            match said {
                Some(stars) if stars == c.stars && c.text.is_none() => Err(RatingRefusal::Exists.into()),
                Some(_) | None => {
                    let text = c.text.as_ref().map(|text| context.commit(context.actor(), text.as_str()));
                    Ok(RatingGiven { rated: c.rated.clone(), seen_in: c.seen_in, stars: c.stars, text }
                        .into())
                }
            }
        }
        Command::WithdrawRating(c) => match said {
            Some(_) => Ok(RatingWithdrawn { rated: c.rated.clone() }.into()),
            None => Err(RatingRefusal::Unknown.into()),
        },
    }
}

/// Checks that the document shows what is rated.
fn shown(documents: &dyn Documents, c: &GiveRating) -> Result<(), Refused> {
    let document = documents.document(c.seen_in);
    let document = document.ok_or(RatingRefusal::DocumentUnknown { document: c.seen_in })?;
    let shown = match (&document, &c.rated) {
        (Document::Catalogue(found), Rated::Interlinker { catalogue, interlinker }) => {
            found.document().id == *catalogue && found.interlinker(interlinker).is_some()
        }
        (Document::Publication(found), Rated::Process { process }) => {
            found.document().origin.process == *process
        }
        _ => false,
    };
    match shown {
        true => Ok(()),
        false => {
            Err(RatingRefusal::NotShown { document: c.seen_in, rated: Box::new(c.rated.clone()) }.into())
        }
    }
}
