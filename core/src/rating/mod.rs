//! Ratings: how helpful people found an interlinker or a published process.
//!
//! One rating per person, from 0 to 5, which can be changed and withdrawn at any time. What is rated has its own
//! stream, `rating/ID`, whose id is derived from what it is: the same in every store. The tally is kept as counts, so
//! the average is exact. Anyone with access can rate what they can name a document for: the catalogue with the
//! interlinker, or the publication.

mod command;
mod decide;
mod event;
mod needs;
mod state;
pub mod view;

use std::fmt;

use serde::Serialize;

use crate::types::json::{Readable, Reader};
use interlink_values::wording::{AsFact, Fact};

pub use command::{Command, GiveRating, WithdrawRating};
pub use decide::RatingRefusal;
pub(crate) use decide::decide;
pub use event::{Event, RatingGiven, RatingWithdrawn};
pub use state::Ratings;

use crate::problem::Code;
use crate::types::{Key, ProcessId, RatingId, ValueFault, derive};

/// How helpful something was found: 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Stars(#[cfg_attr(feature = "json-schema", schemars(range(max = 5)))] u8);

impl Stars {
    /// The largest number of stars.
    pub const MOST: u8 = 5;

    /// A number of stars.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::rating::Stars;
    /// assert_eq!(Stars::new(4)?.get(), 4);
    /// assert!(Stars::new(6).is_err());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `rating.range` for more than five.
    pub fn new(stars: u8) -> Result<Self, ValueFault> {
        match stars {
            0..=Self::MOST => Ok(Self(stars)),
            _ => Err(ValueFault::new(Code::RatingRange, "A rating is a whole number from 0 to 5.")),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

crate::types::json::deserialized!(Stars);

impl Readable for Stars {
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        let stars = u8::try_from(u64::read(reader)).unwrap_or(u8::MAX);
        Self::new(stars).unwrap_or_else(|fault| {
            reader.refuse(at, &fault);
            Self(0)
        })
    }
}

/// What is rated. All versions of a catalogue, and all publications of a process, count as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rated {
    /// An interlinker of a catalogue.
    Interlinker {
        /// The catalogue, by the id that all its versions share.
        catalogue: Key,
        /// The interlinker.
        interlinker: Key,
    },
    /// A process that was published.
    Process {
        /// The process.
        process: ProcessId,
    },
}

impl Rated {
    /// The id of its stream.
    #[must_use]
    pub fn id(&self) -> RatingId {
        RatingId::from_bytes(match self {
            Self::Interlinker { catalogue, interlinker } => derive(
                "interlink/rating/interlinker/1",
                &[catalogue.as_str().as_bytes(), interlinker.as_str().as_bytes()],
            ),
            Self::Process { process } => derive("interlink/rating/process/1", &[process.as_bytes()]),
        })
    }
}

impl AsFact for Rated {
    fn fact(&self) -> Fact {
        match self {
            Self::Interlinker { catalogue, interlinker } => Fact::Words(
                "the interlinker “{interlinker}” of the catalogue “{catalogue}”",
                vec![("interlinker", interlinker.fact()), ("catalogue", catalogue.fact())],
            ),
            Self::Process { process } => {
                Fact::Words("the process {process}", vec![("process", process.fact())])
            }
        }
    }
}

impl fmt::Display for Rated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fact().fmt(f)
    }
}
