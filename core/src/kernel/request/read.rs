//! Reading a request.

use super::Request;
use crate::kernel::{Command, Document, Error};
use crate::news::Phrasebook;
use crate::problem::Code;
use crate::types::json::Node;
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

impl Request {
    /// Every request by name.
    const NAMES: &'static [&'static str] = &[
        "execute",
        "execute_many",
        "dry_run",
        "add_document",
        "check",
        "permissions",
        "who_may",
        "tree",
        "rules",
        "organisation",
        "search",
        "recommend",
        "served",
        "assets",
        "work",
        "leaderboard",
        "ratings",
        "party",
        "streams",
        "document",
        "models",
        "changes",
        "about",
        "add_phrasebook",
        "sentences",
        "news",
        "notices",
        "missing",
        "consent",
        "consents",
        "duties",
        "processing",
        "right_requests",
        #[cfg(feature = "interop")]
        "receipt",
        #[cfg(feature = "interop")]
        "cloud_events",
        "verify",
    ];

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
        let mut members = members.into_iter();
        let (Some((name, content)), None) = (members.next(), members.next()) else {
            return wrong(Code::JsonWrongType, "A request is an object with one member.".into());
        };
        if bytes.len() > json::MOST_BYTES && !matches!(name.as_ref(), "add_document" | "execute_many") {
            let message =
                format!("The request has {} bytes; at most {} are taken.", bytes.len(), json::MOST_BYTES);
            return wrong(Code::JsonTooLarge, message);
        }
        let within = |fault: InputFault| Error::from(fault.within(&format!("/{name}")));
        Ok(match name.as_ref() {
            "execute" => Self::Execute(Command::from_node(&content).map_err(within)?),
            "execute_many" => Self::ExecuteMany(Command::list_from_node(&content).map_err(within)?),
            "dry_run" => Self::DryRun(Command::from_node(&content).map_err(within)?),
            "add_document" => Self::AddDocument(Document::from_node(&content)?),
            "check" => Self::Check(content.read().map_err(within)?),
            "permissions" => Self::Permissions(content.read().map_err(within)?),
            "who_may" => Self::WhoMay(content.read().map_err(within)?),
            "tree" => Self::Tree(content.read().map_err(within)?),
            "rules" => Self::Rules(content.read().map_err(within)?),
            "organisation" => Self::Organisation(content.read().map_err(within)?),
            "search" => Self::Search(content.read().map_err(within)?),
            "recommend" => Self::Recommend(content.read().map_err(within)?),
            "served" => Self::Served(content.read().map_err(within)?),
            "assets" => Self::Assets(content.read().map_err(within)?),
            "work" => Self::Work(content.read().map_err(within)?),
            "leaderboard" => Self::Leaderboard(content.read().map_err(within)?),
            "ratings" => Self::Ratings(content.read().map_err(within)?),
            "party" => Self::Party(content.read().map_err(within)?),
            "streams" => Self::Streams(content.read().map_err(within)?),
            "document" => Self::Document(content.read().map_err(within)?),
            "models" => Self::Models(content.read().map_err(within)?),
            "changes" => Self::Changes(content.read().map_err(within)?),
            "about" => Self::About(content.read().map_err(within)?),
            "add_phrasebook" => Self::AddPhrasebook(Phrasebook::from_node(&content).map_err(within)?),
            "sentences" => Self::Sentences(content.read().map_err(within)?),
            "news" => Self::News(content.read().map_err(within)?),
            "notices" => Self::Notices(content.read().map_err(within)?),
            "missing" => Self::Missing(content.read().map_err(within)?),
            "consent" => Self::Consent(content.read().map_err(within)?),
            "consents" => Self::Consents(content.read().map_err(within)?),
            "processing" => Self::Processing(content.read().map_err(within)?),
            "right_requests" => Self::RightRequests(content.read().map_err(within)?),
            "duties" => Self::Duties(content.read().map_err(within)?),
            #[cfg(feature = "interop")]
            "receipt" => Self::Receipt(content.read().map_err(within)?),
            #[cfg(feature = "interop")]
            "cloud_events" => Self::CloudEvents(content.read().map_err(within)?),
            "verify" => Self::Verify(content.read().map_err(within)?),
            other => {
                let message = format!("“{}” is none of: {}.", excerpt(other), Self::NAMES.join(", "));
                return wrong(Code::RequestUnknown, message);
            }
        })
    }
}
