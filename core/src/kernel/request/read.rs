//! Reading a request.

use super::Request;
use crate::kernel::{Command, Document, Error};
use crate::news::Phrasebook;
use crate::problem::Code;
use crate::types::json::{Node, Readable, Reader};
use crate::types::{InputFault, excerpt, json};

/// The name of a request that was read before.
pub(in crate::kernel) fn name_of(bytes: &[u8]) -> Option<&'static str> {
    match Node::admit(bytes, json::MOST_DOCUMENT_BYTES).ok()? {
        Node::Object(members) => {
            let name = &members.first()?.0;
            Request::NAMES.iter().copied().find(|known| known == name)
        }
        _ => None,
    }
}

/// The requests that are nothing but an object of their own, by name.
macro_rules! questions {
    ($($(#[$cfg:meta])? $name:literal $variant:ident)+) => {
        impl Request {
            /// Every request by name.
            const NAMES: &'static [&'static str] = &[
                "execute", "execute_as_host", "execute_many", "dry_run", "add_document", "add_phrasebook",
                $($(#[$cfg])? $name,)+
            ];

            /// Reads a question; `None` if there is no such name.
            fn question(name: &str, reader: &mut Reader<'_>) -> Option<Self> {
                match name {
                    $($(#[$cfg])? $name => Some(Self::$variant(Readable::read(reader))),)+
                    _ => None,
                }
            }
        }
    };
}

questions! {
    "check" Check
    "permissions" Permissions
    "who_may" WhoMay
    "tree" Tree
    "rules" Rules
    "organisation" Organisation
    "operators" Operators
    "search" Search
    "recommend" Recommend
    "served" Served
    "assets" Assets
    "usage" Usage
    "work" Work
    "leaderboard" Leaderboard
    "ratings" Ratings
    "publications" Publications
    #[cfg(feature = "interop")] "read_story" ReadStory
    "party" Party
    "streams" Streams
    "document" Document
    "models" Models
    "changes" Changes
    "about" About
    "sentences" Sentences
    "news" News
    "next" Next
    "my" My
    "guide" Guide
    "notices" Notices
    "missing" Missing
    "consent" Consent
    "consents" Consents
    "duties" Duties
    "processing" Processing
    "right_requests" RightRequests
    "attribution" Attribution
    #[cfg(feature = "interop")] "receipt" Receipt
    #[cfg(feature = "interop")] "cloud_events" CloudEvents
    #[cfg(feature = "archive")] "add_archive" AddArchive
    #[cfg(feature = "archive")] "write_archive" WriteArchive
    #[cfg(feature = "interop")] "add_catalogue" AddCatalogue
    #[cfg(feature = "interop")] "write_catalogue" WriteCatalogue
    "import_bundle" ImportBundle
    "verify" Verify
}

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let wrong = |code, message: String| Err(InputFault::new(code, "", message).into());
        let node = Node::admit(bytes, json::MOST_DOCUMENT_BYTES)?;
        let Node::Object(members) = node else {
            return wrong(Code::JsonWrongType, "A request is an object with one member.".into());
        };
        let [(name, content)] = members.as_slice() else {
            return wrong(Code::JsonWrongType, "A request is an object with one member.".into());
        };
        if bytes.len() > json::MOST_BYTES
            && !matches!(
                name.as_ref(),
                "add_document"
                    | "execute_many"
                    | "import_bundle"
                    | "add_archive"
                    | "write_archive"
                    | "add_catalogue"
            )
        {
            let message =
                format!("The request has {} bytes; at most {} are taken.", bytes.len(), json::MOST_BYTES);
            return wrong(Code::JsonTooLarge, message);
        }
        let within = |fault: InputFault| Error::from(fault.within(&format!("/{name}")));
        Ok(match name.as_ref() {
            "execute" => Self::Execute(Command::from_node(content).map_err(within)?),
            "execute_as_host" => Self::ExecuteAsHost(Command::from_node(content).map_err(within)?),
            "execute_many" => Self::ExecuteMany(Command::list_from_node(content).map_err(within)?),
            "dry_run" => Self::DryRun(Command::from_node(content).map_err(within)?),
            "add_document" => Self::AddDocument(Document::from_node(content)?),
            "add_phrasebook" => Self::AddPhrasebook(Phrasebook::from_node(content).map_err(within)?),
            other => {
                let question = content.read_any(|reader| Self::question(other, reader)).map_err(within)?;
                return question.map_or_else(
                    || {
                        let names = Self::NAMES.join(", ");
                        wrong(Code::RequestUnknown, format!("“{}” is none of: {names}.", excerpt(other)))
                    },
                    Ok,
                );
            }
        })
    }
}
