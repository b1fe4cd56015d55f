//! The engine's JSON interface, used by bindings and test vectors.
//!
//! A request is an object with one member, whose name says what is asked, and optionally the language of the answer
//! (`{"language": "lv", "check": …}`). The answer is `{"ok": …}` or `{"problem": …}` (see
//! [`Problem`](crate::problem::Problem)). The same request gives the same bytes in every binding.

#[macro_use]
mod table;

mod answer;
mod ask;
mod asked;
#[cfg(feature = "process")]
mod in_process;
#[cfg(not(feature = "process"))]
#[path = "no_process.rs"]
mod in_process;
mod questions;
mod read;

pub use answer::*;
pub use ask::*;
#[cfg(feature = "process")]
pub use in_process::*;

use serde::Serialize;

pub(super) use read::Wanted;

use super::{Command, Document, Engine, Error, Executed, Imported, Moment, Outcome};
use crate::consent::view::{ConsentView, ConsentsView, ObligationsView};
use crate::home::KnownOf;
use crate::journal::{Position, StreamHead, Verified};
use crate::messages::{AuditEntry, MessageCatalogue, MessageCatalogues, Notification, Page};
use crate::notice::ProcessingView;
use crate::notice::view::NoticesView;
use crate::operator::view::OperatorsView;
use crate::party::view::OrganisationView;
use crate::person::view::{AttributionView, SubjectAccessView, SubjectRequestsView};
use crate::problem::Code;
use crate::types::json::{Readable, Reader};
use crate::types::{InputFault, Language};
use questions::Question;

/// The most changes that one request returns.
const MOST_CHANGES: u32 = 10_000;

macro_rules! is_in_language {
    (in_language) => {
        true
    };
    () => {
        false
    };
}

/// Generates everything that must know each request from the table below, so that none can be forgotten.
macro_rules! requests {
    ($($(#[$cfg:meta])? $name:literal $variant:ident($asked:ty) [$($flag:ident)?] $doc:literal;)+) => {
        /// The requests, by name.
        #[derive(Debug, Clone)]
        #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "json-schema", schemars(rename_all = "snake_case", transform = read::with_language))]
        pub enum Request {
            /// Executes a command.
            Execute(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command),
            /// Executes a command in the host's own name. Never pass on a user's input as this.
            ExecuteAsHost(
                #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command,
            ),
            /// Executes commands one after another, each on its own: a refused one does not hold up the next.
            ExecuteMany(
                #[cfg_attr(feature = "json-schema", schemars(with = "Vec<crate::schema::AnyCommand>"))] Vec<Command>,
            ),
            /// Decides a command and appends nothing.
            DryRun(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command),
            /// Stores a document: a governance model or a template.
            AddDocument(
                #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyDocument"))] Document,
            ),
            /// Adds a message catalogue to this engine. It is not stored.
            AddMessageCatalogue(
                #[cfg_attr(feature = "json-schema", schemars(with = "crate::messages::MessageCatalogueDocument"))] MessageCatalogue,
            ),
            $(#[doc = $doc] $(#[$cfg])? $variant($asked),)+
        }

        impl Question for Request {
            fn answered(self, engine: &Engine) -> Result<Answered, Error> {
                match self {
                        Self::Execute(command) => Ok(engine.execute(&command)?.into()),
                Self::ExecuteAsHost(command) => Ok(engine.execute_as_host(&command)?.into()),
                Self::ExecuteMany(commands) => Ok(engine.outcomes(&commands).within("/execute_many").into()),
                Self::DryRun(command) => Ok(engine.dry_run(&command)?.into()),
                Self::AddDocument(document) => {
                    let document = engine.add_document(document)?;
                    Ok(Answer::Document(AddedView { document }).into())
                }
                Self::AddMessageCatalogue(book) => {
                    let language = book.language();
                    engine.add_message_catalogue(book);
                    Ok(Answer::Language(LanguageView { language }).into())
                }

                    $($(#[$cfg])? Self::$variant(asked) => asked.answered(engine),)+
                }
            }
        }

        impl Request {
            /// Every request by name.
            const NAMES: &'static [&'static str] = &[
                "execute", "execute_as_host", "execute_many", "dry_run", "add_document", "add_message_catalogue",
                $($(#[$cfg])? $name,)+
            ];

            /// Reads a request that is an object of its own; `None` if there is no request of that name.
            fn question(name: &str, reader: &mut Reader<'_>) -> Option<Self> {
                match name {
                    $($(#[$cfg])? $name => Some(Self::$variant(Readable::read(reader))),)+
                    _ => None,
                }
            }

            /// Whether the answer has a language and the question has a member of its own for it.
            fn is_in_language(name: &str) -> bool {
                match name {
                    $($(#[$cfg])? $name => is_in_language!($($flag)?),)+
                    _ => false,
                }
            }
        }
    };
}

requests_of_processes!(request_rows);
answers_of_processes!(answer_rows);

impl Answer {
    /// Writes the reasons and refusals in it in a language.
    pub(super) fn speak(&mut self, books: &MessageCatalogues, language: Language) {
        self.speak_of_process(books, language);
        if let Self::Outcomes(all) = self {
            for outcome in &mut all.outcomes {
                if let Outcome::Problem(_, problem) = outcome {
                    books.speak(problem, language);
                }
            }
        }
        if let Self::Consent(view) = self {
            view.message = books.told(&view.reason.said(), language);
        }
        if let Self::Consents(view) = self {
            for view in &mut view.consents {
                view.message = books.told(&view.reason.said(), language);
            }
        }
        if let Self::NoticeGaps(view) = self {
            for missing in &mut view.gaps {
                if let Some(lack) = missing.lack.get() {
                    missing.message = books.told(&lack.said(), language);
                }
            }
        }
    }
}

/// An answer, with the position of the store as of which it is valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The answer.
    pub answer: Answer,
    /// The position: the answer includes everything up to it and nothing later. `None` if it has no position, such as
    /// the models that come with the library.
    pub position: Option<Position>,
    /// The sources of replicas it relies on, and as of when these are known.
    pub known_of: Vec<KnownOf>,
}

impl From<Answer> for Answered {
    fn from(answer: Answer) -> Self {
        Self { answer, position: None, known_of: Vec::new() }
    }
}

impl From<Executed> for Answered {
    fn from(executed: Executed) -> Self {
        let Executed { stream, events, seq: version, position, repeated, scrubbed } = executed;
        let answer = Answer::Executed(ExecutedView { events, repeated, scrubbed, stream, seq: version });
        Self { answer, position: Some(position), known_of: Vec::new() }
    }
}

impl From<OutcomesView> for Answered {
    fn from(outcomes: OutcomesView) -> Self {
        Answer::Outcomes(outcomes).into()
    }
}

impl Engine {
    /// Answers a request in JSON, as of one position of the store, which the answer names.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Answer;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let answered = engine.answer(br#"{"streams": {"limit": 10}}"#)?;
    /// assert!(matches!(answered.answer, Answer::Streams(view) if view.streams.is_empty()));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the request is malformed, or what was asked failed or was refused.
    pub fn answer(&self, bytes: &[u8]) -> Result<Answered, Error> {
        self.ask(Request::in_language(bytes, self.language())?.0)
    }

    /// Answers a typed request; [`request`](Self::request) is the same in JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::{Answer, ModelsRequest, Request};
    /// use interlink::types::Language;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let Answer::Models(models) = engine.ask(Request::Models(ModelsRequest { language: Some(Language::english()) }))?.answer else { panic!() };
    /// assert!(models.models.len() > 1);
    /// # Ok::<_, interlink::Error>(())
    /// ```
    ///
    /// # Errors
    /// The refusal, or what the store reports.
    pub fn ask(&self, request: Request) -> Result<Answered, Error> {
        request.answered(self)
    }

    /// Asks at one moment, and names its position.
    pub(super) fn at_one_moment(
        &self,
        question: impl Fn(&Moment<'_>) -> Result<Answer, Error>,
    ) -> Result<Answered, Error> {
        self.at_once(|moment| {
            let answer = question(moment)?;
            Ok(Answered { answer, position: Some(moment.position()), known_of: moment.known_of()? })
        })
    }

    /// Verification takes long, so it uses a moment that does not expire.
    pub(super) fn answer_verify(&self, v: &VerifyRequest) -> Result<Answered, Error> {
        let moment = self.moment()?;
        let answer = match v.stream {
            Some(stream) => {
                let expected = v.expected.as_ref().map(|head| StreamHead { seq: head.seq, id: head.id });
                Answer::Verified(moment.verify(stream, expected)?)
            }
            None if v.expected.is_some() => {
                let message =
                    "The field “stream” is missing; it must name the stream that the event belongs to.";
                return Err(InputFault::new(Code::JsonMissingField, "/verify", message).into());
            }
            None => Answer::VerifiedStore(moment.verify_all()?),
        };
        Ok(Answered { answer, position: Some(moment.position()), known_of: Vec::new() })
    }
}
