//! The refusal of a command.

use super::{LinkRefusal, Refuses};
use crate::check::Denied;
use crate::journal::{Seq, StreamId};
use crate::problem::Problem;
use crate::types::{CommandId, Key, Timestamp};
use interlink_derive::Refusal;

macro_rules! rejection {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $events:literal $refuses:literal;)+
        }
        not_asked { $($other:tt)* }
    ) => {
        /// Why a command was refused. Nothing was changed.
        #[derive(Debug, Clone, PartialEq, Eq, Refusal)]
        pub enum Rejection {
            $(#[doc = $refuses] #[error(transparent)] $block(#[from] crate::$module::$refusal),)+
            /// It was given in the name of somebody else.
            #[cfg(not(feature = "process"))]
            #[error(transparent)]
            Mandate(#[from] crate::mandate::MandateRefusal),
            /// The actor is not permitted; the reasons say why.
            #[error(transparent)]
            Denied(#[from] Box<Denied>),
            /// A named party does not fit the command.
            #[error(transparent)]
            PseudonymLink(#[from] LinkRefusal),
            /// Another command was given before under the same id.
            #[error(CommandReused, "Another command was given before under the id {id}.")]
            CommandReused {
                /// The id.
                id: CommandId,
            },
            /// The command names no stream and creates none.
            #[error(CommandStreamMissing, "The command does not say which organisation or process it is for.")]
            StreamMissing,
            /// The command creates a stream and names one.
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
            /// The stream that the command creates already exists.
            #[error(StreamExists, "The stream {stream} already exists.")]
            StreamExists {
                /// The stream.
                stream: StreamId,
            },
            /// The stream has changed since the actor saw it.
            #[error(
                StreamConflict,
                "The record has changed since: it is now at number {current}, but the command was meant for number {expected}."
            )]
            Conflict {
                /// The `seq` that the command was meant for.
                expected: Seq,
                /// The `seq` it has.
                current: Seq,
            },
            /// The stream is at home elsewhere.
            #[error(
                StreamReplica,
                "The stream {stream} is only a copy here. Changes must be made at its home, “{home}”."
            )]
            Replica {
                /// The stream.
                stream: StreamId,
                /// The host's name for its home.
                home: Key,
            },
            /// The random bytes could be guessed.
            #[error(
                EntropyWeak,
                "The random bytes are all the same. They must be random, or pseudonyms could be guessed."
            )]
            Entropy,
            /// The command is dated in the future.
            #[error(TimeAhead, "The command is dated {at}, but by the store's clock it is {now}.")]
            TimeAhead {
                /// The date of the command.
                at: Timestamp,
                /// The time by the store's clock.
                now: Timestamp,
            },
        }

        impl Rejection {
            /// A JSON Pointer to the fault in the command.
            #[must_use]
            pub fn path(&self) -> &'static str {
                match self {
                    $(Self::$block(refusal) => refusal.path(),)+
                    #[cfg(not(feature = "process"))]
                    Self::Mandate(refusal) => refusal.path(),
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

            /// The problem with details that a program can use.
            fn detailed(&self, problem: Problem) -> Problem {
                match self {
                    $(Self::$block(refusal) => refusal.detailed(problem),)+
                    #[cfg(not(feature = "process"))]
                    Self::Mandate(refusal) => refusal.detailed(problem),
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
    /// Each reason for which the actor is not permitted.
    #[must_use]
    pub fn reasons(&self) -> &[crate::check::Explained] {
        self.denied().map_or(&[], |denied| denied.reasons())
    }

    /// The denied check, if that is the cause.
    fn denied(&self) -> Option<&Denied> {
        match self {
            Self::Denied(denied) => Some(denied),
            _ => None,
        }
    }
}

/// A rejection on its way out of a decision; boxed, so that results stay small.
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
