//! What became of a call, in the form in which it leaves the library.

use crate::types::json;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::request::{OutcomesView, Request, Wanted};
use super::{Answered, Command, Engine, Error, Executed};
use crate::home::KnownOf;
use crate::journal::{Position, StoreError};
use crate::problem::{Code, Problem};
use crate::types::Language;

/// What a program does next about a no. Every [`Error`] is of one kind, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The rules do not allow it. Show the sentence and the reasons.
    Refused,
    /// What was sent is malformed. Correct the program, or what somebody typed in.
    Malformed,
    /// What was named is not there.
    Unknown,
    /// Somebody else was first. Look again, and send it again.
    Conflict,
    /// The store cannot do it now.
    Store,
    /// The record, or a bundle of it, is not what it should be. Somebody has to look.
    Record,
    /// The call itself is wrong: what a foreign language handed over is no value at all.
    Call,
    /// The library failed inside. Nothing was changed, and the engine can be used on; please report it.
    Panic,
}

impl Kind {
    /// The kind of a no to one of several commands that was read from JSON, which does not name it. None of them is malformed: of
    /// a list with such a one, none is executed.
    pub(super) fn of(code: Code) -> Self {
        let name = code.as_str();
        match name.split_once('.').map_or(name, |(block, _)| block) {
            "store" => Self::Store,
            "record" => Self::Record,
            "json" => Self::Malformed,
            _ if code == Code::VersionConflict => Self::Conflict,
            _ => Self::Refused,
        }
    }
}

impl Error {
    /// What a program does next.
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
            #[cfg(feature = "interop")]
            Self::Receipt(_) => Kind::Refused,
            #[cfg(feature = "archive")]
            Self::Export(_) => Kind::Malformed,
            Self::Rejected(rejection) if rejection.code() == Code::VersionConflict => Kind::Conflict,
            Self::Rejected(_) => Kind::Refused,
            Self::Store(StoreError::Conflict { .. }) => Kind::Conflict,
            Self::Store(_) => Kind::Store,
            Self::NotSimulated => Kind::Refused,
            Self::StreamUnknown(_) | Self::DocumentUnknown(_) | Self::VersionUnknown(_) => Kind::Unknown,
            Self::Bundle(_) | Self::Record(_) => Kind::Record,
        }
    }
}

/// What became of a call: `{"ok": …, "position": …}`, with `"known_of"` where it rests on what is at home elsewhere, or `{"problem": …}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for.
    Ok(Answered),
    /// Why not.
    Problem(Kind, Box<Problem>),
}

impl Outcome {
    /// A no that comes from no [`Error`]: bindings say so what is wrong with a call.
    #[must_use]
    pub fn problem(kind: Kind, problem: Problem) -> Self {
        Self::Problem(kind, Box::new(problem))
    }

    /// The kind of a no; `None` for a yes.
    #[must_use]
    pub const fn kind(&self) -> Option<Kind> {
        match self {
            Self::Ok(_) => None,
            Self::Problem(kind, _) => Some(*kind),
        }
    }

    /// The same, with the fault's path beginning at `path`.
    #[must_use]
    pub fn within(mut self, path: &str) -> Self {
        if let Self::Problem(_, problem) = &mut self {
            problem.path = Some(format!("{path}{}", problem.path.as_deref().unwrap_or_default()));
        }
        self
    }

    /// In JSON: the same bytes in every language.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::{Command, Engine, Kind, Outcome};
    /// let engine = Engine::open("memory:")?;
    /// let no = Command::from_json(b"{").map_err(Into::into).and_then(|c| engine.execute(&c));
    /// let outcome = Outcome::from(no.map(Into::into));
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

/// What came of a request, for whoever has it as JSON and knows what was asked: a host behind another's C, a page, a file. The
/// JSON of a yes does not name the type of what was asked for, so it is the reader who does.
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
    /// A yes.
    Ok {
        /// What was asked for.
        answer: T,
        /// The position of the store that it is of, if it is of one.
        position: Option<Position>,
        /// Where what it rests on is at home, if that is not here, and as of when it is known.
        known_of: Vec<KnownOf>,
    },
    /// A no.
    Problem(Box<Problem>),
}

impl<T> Reply<T> {
    /// What was asked for, or why not.
    ///
    /// # Errors
    /// The problem, if that is what came.
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
            ReplyRead { .. } => Err("either `ok` is there, or `problem` and nothing else"),
        }
    }
}

impl Engine {
    /// Answers a request in JSON, in JSON. Whatever comes in, an answer goes out.
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

    /// Answers a request in JSON; what comes out knows whether it is a yes, and what kind of a no.
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
        // Paths of what was read are whole already; those of what was decided begin at the command.
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

    /// Says what was refused, and why, in a language, or in the nearest one that there is.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Engine;
    /// let engine = Engine::open("memory:")?;
    /// let no = engine.request(br#"{"language": "lv", "operators": {"who": 1}}"#);
    /// assert!(no.contains("Šeit nav lauka"), "{no}");
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    pub fn speak(&self, outcome: &mut Outcome, language: Language) {
        let books = self.message_catalogues();
        match outcome {
            Outcome::Problem(_, problem) => books.speak(problem, language),
            Outcome::Ok(answered) => answered.answer.speak(&books, language),
        }
    }

    /// What came of an act, in the language that the engine speaks where none is named: see
    /// [`set_language`](Self::set_language).
    ///
    /// # Examples
    ///
    /// ```
    /// # let engine = interlink::Engine::open("memory:")?;
    /// engine.set_language(Some("lv".parse().unwrap()));
    /// let nothing = interlink::types::ProcessId::from_bytes([7; 16]);
    /// let no = engine.said(Err(engine.export_bundle(nothing, false).unwrap_err())).to_json();
    /// assert!(no.contains("stream.unknown") && !no.contains("There is no"), "{no}");
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    #[must_use]
    pub fn said(&self, answer: Result<Answered, Error>) -> Outcome {
        let mut outcome = Outcome::from(answer);
        self.say(&mut outcome);
        outcome
    }

    /// Says what was refused, and why, in the language that the engine speaks where none is named; in English where it speaks
    /// none.
    pub fn say(&self, outcome: &mut Outcome) {
        if let Some(language) = self.language() {
            self.speak(outcome, language);
        }
    }

    /// An error as a problem in a language, or in the nearest one that there is.
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

    /// Executes commands one after another, each for itself, and participations what became of each; the paths of faults begin
    /// with the command's place.
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
