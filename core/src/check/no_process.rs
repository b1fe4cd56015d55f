//! In place of `check` in a build without processes: nobody asks for a permission, since there is nothing to permit.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::journal::{EventData, Reliance, Seq, StreamId};
use crate::kernel::{Action, Context, Refused, Tip};
use crate::party::{Parties, Texts};
use crate::problem::{Code, Problem};
use crate::types::json::{Readable, Reader};
use crate::types::{Json, Language, PersonId, Timestamp};
use interlink_values::wording::{Aside, Said};

/// A process as of one event. There is none.
#[derive(Debug)]
pub enum ProcessView {}

impl ProcessView {
    pub(crate) fn tip(&self) -> Tip {
        match *self {}
    }

    pub(crate) fn read(&self) -> (StreamId, Seq) {
        match *self {}
    }

    pub(crate) fn joined_parties(&self) -> Arc<Parties> {
        match *self {}
    }

    pub(crate) fn is_closed(&self) -> bool {
        match *self {}
    }

    pub(crate) fn must_be_open(&self) -> Result<(), Refused> {
        match *self {}
    }

    pub(crate) fn administered(&self, _: PersonId, _: Timestamp) -> Option<Vec<Reliance>> {
        match *self {}
    }

    pub(crate) fn follow(
        &self,
        _: &mut Context<'_>,
        _: &Action,
        _: Texts<'_>,
        _: &mut Vec<EventData>,
    ) -> Result<(), Refused> {
        match *self {}
    }
}

/// A reason with its sentence, as the whole library gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The stable code of the reason.
    pub code: Code,
    /// The sentence, for people.
    pub message: String,
    /// The facts, for programs.
    pub facts: Json,
    /// The language of the message, if one was requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Only what this library says itself can be said in another language.
    #[serde(skip)]
    pub(crate) said: Aside<Said>,
}

impl Readable for Explained {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut fields = reader.object("code,facts,language,message");
        let (code, facts) = (fields.get(reader), fields.get(reader));
        let (language, message) = (fields.get(reader), fields.get(reader));
        fields.end(reader);
        Self { code, message, facts, language, said: Aside::none() }
    }
}

/// A command was refused because its actor may not do it. None is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denied {}

impl Denied {
    pub(crate) fn code(&self) -> Code {
        match *self {}
    }

    pub(crate) fn said(&self) -> Said {
        match *self {}
    }

    pub(crate) fn reasons(&self) -> &[Explained] {
        match *self {}
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Denied {}

impl From<&Denied> for Problem {
    fn from(denied: &Denied) -> Self {
        match *denied {}
    }
}
