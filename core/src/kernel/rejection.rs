//! A command was refused: the one way in which nothing happens.

use super::{Refuses, TieRefusal};
use crate::check::Denied;
use crate::journal::{Seq, StreamId};
use crate::problem::Problem;
use crate::types::{CommandId, Key, Timestamp};
use interlink_derive::Refusal;

macro_rules! rejection {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $participations:literal $refuses:literal;)+
        }
        not_asked { $($other:tt)* }
    ) => {
        /// Why a command was refused. Nothing has changed.
        #[derive(Debug, Clone, PartialEq, Eq, Refusal)]
        pub enum Rejection {
            $(#[doc = $refuses] #[error(transparent)] $block(#[from] crate::$module::$refusal),)+
            /// The actor may not; the reasons say why.
            #[error(transparent)]
            Denied(#[from] Box<Denied>),
            /// A party that was named is not what the command needs.
            #[error(transparent)]
            PseudonymLink(#[from] TieRefusal),
            /// Another command came before under the same id.
            #[error(CommandReused, "Another command was given before under the id {id}.")]
            CommandReused {
                /// The id.
                id: CommandId,
            },
            /// The command names no stream, and creates none.
            #[error(CommandStreamMissing, "The command does not say which organisation or process it is for.")]
            StreamMissing,
            /// The command creates a stream, and names one.
            #[error(CommandStreamGiven, "The command creates a stream of its own and cannot be for another.")]
            StreamGiven,
            /// The stream is of a kind that does not take the command.
            #[error(CommandStreamUnsuited, "The stream {stream} does not take commands of this kind.")]
            StreamUnsuited {
                /// The stream.
                stream: StreamId,
            },
            /// There is no such stream.
            #[error(StreamUnknown, "There is no stream {stream} here.")]
            StreamUnknown {
                /// The stream.
                stream: StreamId,
            },
            /// The stream that the command creates is there already.
            #[error(StreamExists, "The stream {stream} is there already.")]
            StreamExists {
                /// The stream.
                stream: StreamId,
            },
            /// The stream has moved on since the actor looked at it.
            #[error(
                VersionConflict,
                "The stream is at version {current} by now, and the command was meant for version {expected}."
            )]
            Conflict {
                /// The version that the command was meant for.
                expected: Seq,
                /// The version it has.
                current: Seq,
            },
            /// The stream is at home elsewhere.
            #[error(
                StreamReplica,
                "The stream {stream} is a replica here: it is at home at “{home}”, and written there."
            )]
            Replica {
                /// The stream.
                stream: StreamId,
                /// What the host calls the place where it is at home.
                home: Key,
            },
            /// What should be random could be guessed.
            #[error(
                EntropyWeak,
                "The entropy is one byte sixteen times: whoever guesses it knows who is behind the pseudonym."
            )]
            Entropy,
            /// The command is dated in the future.
            #[error(TimeAhead, "The command is dated {at}, but by the store's clock it is {now}.")]
            TimeAhead {
                /// When the command participations it is given.
                at: Timestamp,
                /// What the store's clock said.
                now: Timestamp,
            },
        }

        impl Rejection {
            /// A JSON Pointer to the fault in the command.
            #[must_use]
            pub fn path(&self) -> &'static str {
                match self {
                    $(Self::$block(refusal) => refusal.path(),)+
                    Self::Denied(_) => "/actor",
                    Self::PseudonymLink(refusal) => refusal.path(),
                    Self::CommandReused { .. } | Self::StreamExists { .. } => "/id",
                    Self::StreamMissing
                    | Self::StreamGiven
                    | Self::StreamUnsuited { .. }
                    | Self::StreamUnknown { .. }
                    | Self::Replica { .. } => "/stream",
                    Self::Entropy => "/entropy",
                    Self::Conflict { .. } => "/expect",
                    Self::TimeAhead { .. } => "/at",
                }
            }

            /// The problem with what a program can do something with.
            fn detailed(&self, problem: Problem) -> Problem {
                match self {
                    $(Self::$block(refusal) => refusal.detailed(problem),)+
                    Self::Conflict { expected, current } => {
                        problem.with("expected", expected).with("current", current)
                    }
                    Self::TimeAhead { now, .. } => problem.with("now", now),
                    Self::Replica { stream, home } => problem.with("stream", stream).with("source", home),
                    Self::Denied(_)
                    | Self::PseudonymLink(_)
                    | Self::CommandReused { .. }
                    | Self::StreamMissing
                    | Self::StreamGiven
                    | Self::StreamUnsuited { .. }
                    | Self::StreamUnknown { .. }
                    | Self::StreamExists { .. }
                    | Self::Entropy => problem,
                }
            }
        }
    };
}
blocks!(rejection);

impl Rejection {
    /// What stands against it, one by one, where the actor may not do it.
    #[must_use]
    pub fn reasons(&self) -> &[crate::check::Explained] {
        self.denied().map_or(&[], |denied| &denied.explanation().reasons)
    }

    /// The check that said no, if that is what stood against it.
    fn denied(&self) -> Option<&Denied> {
        match self {
            Self::Denied(denied) => Some(denied),
            _ => None,
        }
    }
}

/// A rejection on its way out of a decision: kept apart, so that what passes by where it might be stays small.
#[derive(Debug)]
pub(crate) struct Refused(Box<Rejection>);

impl<R: Into<Rejection>> From<R> for Refused {
    #[cold]
    fn from(refusal: R) -> Self {
        Self(Box::new(refusal.into()))
    }
}

impl Refused {
    pub(crate) fn into_rejection(self) -> Box<Rejection> {
        self.0
    }
}

impl From<&Rejection> for Problem {
    fn from(rejection: &Rejection) -> Self {
        if let Some(denied) = rejection.denied() {
            return Self::from(denied);
        }
        rejection.detailed(Self::of(rejection.said()).at(rejection.path()))
    }
}
