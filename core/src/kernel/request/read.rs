//! Reads a request.

use super::Request;
use crate::kernel::{Command, Document, Error};
use crate::messages::MessageCatalogue;
use crate::problem::Code;
use crate::types::json::{Node, ParseFault};
use crate::types::{InputFault, Language, excerpt, json};

/// The member beside the question that gives the language of refusals and reasons.
const LANGUAGE: &str = "language";

/// What was asked for, before it is known whether it succeeds.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::kernel) struct Wanted {
    /// The name of the request, if there is such a request.
    pub(in crate::kernel) name: Option<&'static str>,
    /// The language asked for, if it is supported.
    pub(in crate::kernel) language: Option<Language>,
}

impl Wanted {
    /// What a request asks for, as far as it can be read, so that a malformed request is refused in the caller's
    /// language.
    pub(in crate::kernel) fn of(bytes: &[u8]) -> Self {
        let Ok(Node::Object(members)) = Node::parse(bytes, json::MOST_DOCUMENT_BYTES) else {
            return Self::default();
        };
        let mut wanted = Self::default();
        for (name, content) in &members {
            match content {
                Node::Text(tag) if name == LANGUAGE => wanted.language = tag.parse().ok(),
                _ => wanted.name = Request::NAMES.iter().copied().find(|known| known == name),
            }
        }
        wanted
    }
}

/// Adds the language member beside every question to the schema of requests.
#[cfg(feature = "json-schema")]
pub(super) fn with_language(schema: &mut schemars::Schema) {
    let Some(all) = schema.get_mut("oneOf").and_then(|all| all.as_array_mut()) else { return };
    for properties in all.iter_mut().filter_map(|one| one.get_mut("properties")?.as_object_mut()) {
        let description = "The language, as BCP 47 tags it, of refusals, reasons and views; the nearest available if it is not supported.";
        properties
            .insert(LANGUAGE.into(), serde_json::json!({ "type": "string", "description": description }));
    }
}

const ONE: &str = "A request must be an object with one member and, optionally, the language.";

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::in_language(bytes, None).map(|(request, _)| request)
    }

    /// Reads a request and the language of its answer: the one it names, otherwise the given default, if any.
    pub(in crate::kernel) fn in_language(
        bytes: &[u8],
        otherwise: Option<Language>,
    ) -> Result<(Self, Option<Language>), Error> {
        let wrong = |code, message: String| Err(InputFault::new(code, "", message).into());
        let node = Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?;
        let Node::Object(members) = node else {
            return wrong(Code::JsonWrongType, ONE.into());
        };
        let mut language = otherwise;
        let mut questions = Vec::new();
        for (name, content) in &members {
            if name == LANGUAGE {
                let said: Language = content.read().map_err(|fault| fault.within(&format!("/{LANGUAGE}")))?;
                language = Some(said);
            } else {
                questions.push((name, content));
            }
        }
        let [(name, content)] = questions.as_slice() else {
            return wrong(Code::JsonWrongType, ONE.into());
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
                format!("The request has {} bytes; at most {} are allowed.", bytes.len(), json::MOST_BYTES);
            return wrong(Code::JsonTooLarge, message);
        }
        let within = |fault: InputFault| Error::from(fault.within(&format!("/{name}")));
        // Views are in the same language, unless the question itself names another.
        let spoken = language.filter(|_| Self::is_in_language(name));
        let content = match (spoken, content) {
            (Some(language), Node::Object(members)) if !members.iter().any(|(name, _)| name == LANGUAGE) => {
                let own = (LANGUAGE.into(), Node::Text(language.as_str().to_owned().into()));
                let mut all: Vec<_> = members.iter().cloned().chain([own]).collect();
                all.sort_by(|one, other| one.0.cmp(&other.0));
                &Node::Object(all)
            }
            _ => *content,
        };
        let request = match name.as_ref() {
            "execute" => Self::Execute(Command::from_node(content).map_err(within)?),
            "execute_as_host" => Self::ExecuteAsHost(Command::from_node(content).map_err(within)?),
            "execute_many" => Self::ExecuteMany(Command::list_from_node(content).map_err(within)?),
            "dry_run" => Self::DryRun(Command::from_node(content).map_err(within)?),
            "add_document" => Self::AddDocument(Document::from_node(content)?),
            "add_message_catalogue" => {
                Self::AddMessageCatalogue(MessageCatalogue::from_node(content).map_err(within)?)
            }
            other => {
                let question = content.read_any(|reader| Self::question(other, reader)).map_err(within)?;
                question.ok_or_else(|| {
                    let known = Self::NAMES.join(", ");
                    InputFault::of(ParseFault::Request { word: excerpt(other), known }.said(), "")
                })?
            }
        };
        Ok((request, language))
    }
}

#[cfg(all(test, feature = "json-schema"))]
mod tests {
    use super::*;
    use crate::schema::Described;

    /// A question whose answer has a language has a member for it, and no other does.
    #[test]
    fn what_is_spoken_has_a_language() {
        let schema = Described::Request.schema();
        let all = schema["oneOf"].as_array().unwrap();
        assert_eq!(all.len(), Request::NAMES.len());
        for one in all {
            let name = one["required"][0].as_str().unwrap();
            let asked = one["properties"][name]["$ref"].as_str().unwrap_or_default();
            let fields = &schema["$defs"][asked.rsplit('/').next().unwrap()]["properties"];
            let commands = ["Command", "Document", "MessageCatalogueDocument"];
            let own = !commands.iter().any(|other| asked.ends_with(&format!("/{other}")));
            assert_eq!(
                Request::is_in_language(name) || name == "set_language",
                own && fields.get(LANGUAGE).is_some(),
                "{name}"
            );
        }
    }
}
