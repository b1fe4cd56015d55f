//! The outcome of a call, in the form in which it leaves the library.

use crate::types::json;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::request::{OutcomesView, Request, Wanted};
use super::{Answered, Command, Engine, Error, Executed};
use crate::home::KnownOf;
use crate::journal::{Position, StoreError};
use crate::problem::{Code, Problem};
use crate::types::Language;

/// What a program should do about a failure. Every [`Error`] has one kind, the same in every binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The rules do not allow it. Show the message and the reasons.
    Refused,
    /// The input is malformed. Correct the program or the user's input.
    Malformed,
    /// What was named does not exist.
    Unknown,
    /// Another writer was first. Read again, and send it again.
    Conflict,
    /// The store cannot do it now.
    Store,
    /// The record, or a bundle of it, is damaged. An administrator has to investigate.
    Record,
    /// The call itself is malformed, such as a NULL pointer.
    Call,
    /// The library failed internally. Nothing was changed and the engine can still be used; please report it.
    Panic,
}

impl Kind {
    /// The kind of a refusal in a list of outcomes that was read from JSON, which does not name it. It is never
    /// `Malformed`: a list that contains a malformed command is not executed at all.
    pub(super) fn of(code: Code) -> Self {
        let name = code.as_str();
        match name.split_once('.').map_or(name, |(block, _)| block) {
            "store" => Self::Store,
            "record" => Self::Record,
            "json" => Self::Malformed,
            _ if code == Code::StreamConflict => Self::Conflict,
            _ => Self::Refused,
        }
    }
}

impl Error {
    /// What a program should do next.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::{Engine, kernel::Kind};
    /// let error = Engine::open("postgres:somewhere").unwrap_err();
    /// assert_eq!(error.kind(), Kind::Store);
    /// ```
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Input(_) | Self::Document(_) => Kind::Malformed,
            #[cfg(feature = "interop")]
            Self::Catalogue(_) => Kind::Malformed,
            #[cfg(feature = "receipts")]
            Self::Receipt(_) => Kind::Refused,
            #[cfg(feature = "archive")]
            Self::Export(_) => Kind::Malformed,
            Self::Rejected(rejection) if rejection.code() == Code::StreamConflict => Kind::Conflict,
            Self::Rejected(_) => Kind::Refused,
            Self::Store(StoreError::Conflict { .. }) => Kind::Conflict,
            Self::Store(_) => Kind::Store,
            Self::NotSimulated => Kind::Refused,
            Self::StreamUnknown(_) | Self::DocumentUnknown(_) | Self::StreamSeqUnknown(_) => Kind::Unknown,
            Self::Bundle(_) | Self::Record(_) => Kind::Record,
        }
    }
}

/// The outcome of a call: `{"ok": …, "position": …}`, with `"known_of"` if it relies on replicas, or `{"problem": …}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The answer.
    Ok(Answered),
    /// The failure, with its kind.
    Problem(Kind, Box<Problem>),
}

impl Outcome {
    /// A failure that is not an [`Error`]. Bindings use it to report a malformed call, such as a NULL pointer.
    #[must_use]
    pub fn problem(kind: Kind, problem: Problem) -> Self {
        Self::Problem(kind, Box::new(problem))
    }

    /// The kind of a failure; `None` on success.
    #[must_use]
    pub const fn kind(&self) -> Option<Kind> {
        match self {
            Self::Ok(_) => None,
            Self::Problem(kind, _) => Some(*kind),
        }
    }

    /// The same, with `path` before the fault's path.
    #[must_use]
    pub fn within(mut self, path: &str) -> Self {
        if let Self::Problem(_, problem) = &mut self {
            problem.path = Some(format!("{path}{}", problem.path.as_deref().unwrap_or_default()));
        }
        self
    }

    /// In JSON: the same bytes in every binding.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::{Command, Engine, Kind, Outcome};
    /// let engine = Engine::open("memory:")?;
    /// let failed = Command::from_json(b"{").map_err(Into::into).and_then(|c| engine.execute(&c));
    /// let outcome = Outcome::from(failed.map(Into::into));
    /// assert_eq!(outcome.kind(), Some(Kind::Malformed));
    /// assert!(outcome.to_json().starts_with(r#"{"problem":{"code":"json.syntax","#));
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(self)
    }
}

impl From<Result<Answered, Error>> for Outcome {
    fn from(result: Result<Answered, Error>) -> Self {
        match result {
            Ok(answered) => Self::Ok(answered),
            Err(error) => Self::problem(error.kind(), Problem::from(&error)),
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Ok(Answered { answer, position, known_of }) => {
                map.serialize_entry("ok", answer)?;
                if let Some(position) = position {
                    map.serialize_entry("position", position)?;
                }
                if !known_of.is_empty() {
                    map.serialize_entry("known_of", known_of)?;
                }
            }
            Self::Problem(_, problem) => map.serialize_entry("problem", problem)?,
        }
        map.end()
    }
}

/// The outcome of a request, for a reader that has it as JSON and knows what was asked: a host behind the C interface,
/// a page, a file. The JSON of an answer does not name its type, so the reader must.
///
/// # Examples
///
/// ```
/// use interlink::kernel::{ChangesView, Reply};
/// let engine = interlink::Engine::open("memory:")?;
/// let text = engine.request(br#"{"changes": {"limit": 10}}"#);
/// let reply: Reply<ChangesView> = serde_json::from_str(&text).unwrap();
/// assert_eq!(reply.into_result().unwrap().changes, []);
/// # Ok::<_, interlink::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "ReplyRead<T>", bound(deserialize = "T: serde::Deserialize<'de>"))]
pub enum Reply<T> {
    /// Success.
    Ok {
        /// The answer.
        answer: T,
        /// The position of the store it is as of, if any.
        position: Option<Position>,
        /// The sources of replicas it relies on, and as of when these are known.
        known_of: Vec<KnownOf>,
    },
    /// A failure.
    Problem(Box<Problem>),
}

impl<T> Reply<T> {
    /// The answer, or the problem.
    ///
    /// # Errors
    /// The problem, if it is one.
    pub fn into_result(self) -> Result<T, Box<Problem>> {
        match self {
            Self::Ok { answer, .. } => Ok(answer),
            Self::Problem(problem) => Err(problem),
        }
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyRead<T> {
    ok: Option<T>,
    position: Option<Position>,
    #[serde(default)]
    known_of: Vec<KnownOf>,
    problem: Option<Box<Problem>>,
}

impl<T> TryFrom<ReplyRead<T>> for Reply<T> {
    type Error = &'static str;

    fn try_from(read: ReplyRead<T>) -> Result<Self, Self::Error> {
        match read {
            ReplyRead { ok: Some(answer), position, known_of, problem: None } => {
                Ok(Self::Ok { answer, position, known_of })
            }
            ReplyRead { ok: None, position: None, known_of, problem: Some(problem) }
                if known_of.is_empty() =>
            {
                Ok(Self::Problem(problem))
            }
            ReplyRead { .. } => Err("it must contain either `ok` or `problem`, and nothing else"),
        }
    }
}

impl Engine {
    /// Answers a request in JSON, in JSON. Every input gets an answer, malformed ones too.
    ///
    /// # Examples
    ///
    /// ```
    /// let engine = interlink::kernel::Engine::open("memory:")?;
    /// assert_eq!(engine.request(br#"{"changes":{"limit":10}}"#), r#"{"ok":{"changes":[]},"position":0}"#);
    /// assert!(engine.request(b"{").starts_with(r#"{"problem":{"code":"json.syntax""#));
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    #[must_use]
    pub fn request(&self, bytes: &[u8]) -> String {
        self.outcome(bytes).to_json()
    }

    /// Handles one JSON request. The [`Outcome`] says whether it succeeded and, if not, which [`Kind`] of failure it
    /// was.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Kind;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let outcome = engine.outcome(br#"{"tree": {"process": "zz"}}"#);
    /// assert_eq!(outcome.kind(), Some(Kind::Malformed));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn outcome(&self, bytes: &[u8]) -> Outcome {
        let (answer, language) = match Request::in_language(bytes, self.language()) {
            Ok((request, language)) => (self.ask(request), language),
            Err(error) => (Err(error), Wanted::of(bytes).language.or(self.language())),
        };
        // Paths from reading are complete; those from decisions begin at the command.
        let decided = matches!(&answer, Err(Error::Rejected(_) | Error::Document(_)));
        let mut outcome = Outcome::from(answer);
        if let Outcome::Problem(_, problem) = &mut outcome
            && decided
            && let Some(name) = Wanted::of(bytes).name
        {
            problem.path = problem.path.take().map(|path| format!("/{name}{path}"));
        }
        if let Some(language) = language {
            self.speak(&mut outcome, language);
        }
        outcome
    }

    /// Writes the refusal and its reasons in a language, or in the nearest available one.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Engine;
    /// let engine = Engine::open("memory:")?;
    /// let refused = engine.request(br#"{"language": "lv", "operators": {"who": 1}}"#);
    /// assert!(refused.contains("Šeit nav lauka"), "{refused}");
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    pub fn speak(&self, outcome: &mut Outcome, language: Language) {
        let books = self.message_catalogues();
        match outcome {
            Outcome::Problem(_, problem) => books.speak(problem, language),
            Outcome::Ok(answered) => answered.answer.speak(&books, language),
        }
    }

    /// The outcome of a call, in the engine's default language; see [`set_language`](Self::set_language).
    ///
    /// # Examples
    ///
    /// ```
    /// # let engine = interlink::Engine::open("memory:")?;
    /// engine.set_language(Some("lv".parse().unwrap()));
    /// let nothing = interlink::types::ProcessId::from_bytes([7; 16]);
    /// let refused = engine.said(Err(engine.export_bundle(nothing, false).unwrap_err())).to_json();
    /// assert!(refused.contains("stream.unknown") && !refused.contains("There is no"), "{refused}");
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    #[must_use]
    pub fn said(&self, answer: Result<Answered, Error>) -> Outcome {
        let mut outcome = Outcome::from(answer);
        self.say(&mut outcome);
        outcome
    }

    /// Writes the refusal and its reasons in the engine's default language; in English if none is set.
    pub fn say(&self, outcome: &mut Outcome) {
        if let Some(language) = self.language() {
            self.speak(outcome, language);
        }
    }

    /// An error as a problem in a language, or in the nearest available one.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let error = engine.acting("nora", &host)?.execute_on(garden, StartTask::new(invite)).unwrap_err();
    /// let problem = engine.problem(&error, "it".parse()?);
    /// assert_eq!(problem.code.as_str(), "permission.denied");
    /// assert_eq!(problem.language, Some("it".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn problem(&self, error: &Error, language: Language) -> Problem {
        let mut problem = Problem::from(error);
        self.message_catalogues().speak(&mut problem, language);
        problem
    }

    /// Executes commands one after another, each on its own, and returns the outcome of each. The paths of faults begin
    /// with the command's index.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let command = engine.acting("nora", &host)?.command(StartTask::new(invite)).on(garden);
    /// let json = serde_json::to_string(&engine.outcomes(&[command]))?;
    /// assert!(json.starts_with(r#"{"outcomes":[{"problem":{"code":"permission.denied""#), "{json}");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn outcomes(&self, commands: &[Command]) -> OutcomesView {
        let outcome = |(nth, result): (usize, Result<Executed, Error>)| {
            let outcome = self.said(result.map(Answered::from));
            outcome.within(&format!("/{nth}"))
        };
        let outcomes = self.execute_many(commands).into_iter().enumerate().map(outcome).collect();
        OutcomesView { outcomes }
    }
}
