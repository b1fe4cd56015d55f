//! Documents: content that events refer to by hash instead of containing it.

use interlink_derive::Refusal;
use std::borrow::Cow;
use std::sync::Arc;

use crate::notice::Notice;
use crate::problem::{Code, Problem};
use crate::types::json::{Node, Reader};
use crate::types::{DocumentId, InputFault, Written, excerpt, json};
#[cfg(feature = "process")]
use crate::{
    catalogue::Catalogue,
    governance::{GovernanceModel, ModelFault},
    mandate::MandateKind,
    process::{Import, Publication, Template, TemplateFault},
};

/// Passes the table of documents to the macro of that name. A row: the name that a document of the kind uses, the kind
/// in code, and its description. Only a notice is needed without processes.
#[cfg(feature = "process")]
macro_rules! kinds {
    ($make:ident) => {
        $make! {
            "catalogue" Catalogue Catalogue "A catalogue.";
            "governance_model" Model GovernanceModel "A governance model.";
            "import" Import Import "A process exported by another system.";
            "mandate_kind" MandateKind MandateKind "A kind of mandates.";
            "notice" Notice Notice "A notice: what an organisation tells people about their data.";
            "publication" Publication Publication "A publication of a process.";
            "template" Template Template "A template.";
        }
    };
}

#[cfg(not(feature = "process"))]
macro_rules! kinds {
    ($make:ident) => {
        $make! {
            "notice" Notice Notice "A notice: what an organisation tells people about their data.";
        }
    };
}

macro_rules! documents {
    ($($name:literal $kind:ident $document:ident $doc:literal;)+) => {
        /// The kinds of documents, by the names they use.
        const KINDS: &[&str] = &[$($name),+];

        /// A valid document of one of the known kinds.
        #[derive(Debug, Clone)]
        pub enum Document {
            $(#[doc = $doc] $kind(Arc<$document>),)+
        }

        impl Document {
            /// Reads a document of a kind; `None` if there is no such kind.
            fn of_kind(kind: &str, node: &Node<'_>) -> Option<Result<Self, DocumentFault>> {
                match kind {
                    $($name => Some($document::from_node(node).map(Self::from).map_err(Into::into)),)+
                    _ => None,
                }
            }

            /// The same for a stored document, which is not written again.
            fn kept_of_kind(kind: &str, text: &str, bytes: &[u8]) -> Option<Result<Self, DocumentFault>> {
                match kind {
                    $($name => Some(json::own(text).map_err(DocumentFault::from).and_then(|read| {
                        Ok($document::written(read, |_| Written::before(bytes))?.into())
                    })),)+
                    _ => None,
                }
            }

            /// The SHA-256 of its canonical JSON.
            #[must_use]
            pub fn id(&self) -> DocumentId {
                match self { $(Self::$kind(document) => document.id(),)+ }
            }

            /// Its canonical JSON.
            #[must_use]
            pub fn bytes(&self) -> &[u8] {
                match self { $(Self::$kind(document) => document.bytes(),)+ }
            }
        }

        $(impl From<$document> for Document {
            fn from(document: $document) -> Self {
                Self::$kind(Arc::new(document))
            }
        })+
    };
}
kinds!(documents);

/// A document was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum DocumentFault {
    /// It is not a document, or its kind is unknown.
    #[error(transparent)]
    Input(#[from] InputFault),
    /// It is not a valid governance model.
    #[cfg(feature = "process")]
    #[error(transparent)]
    Model(#[from] ModelFault),
    /// It is not a valid template.
    #[cfg(feature = "process")]
    #[error(transparent)]
    Template(#[from] TemplateFault),
}

fn unknown_kind(kind: &str) -> DocumentFault {
    let message = format!("“{}” is not one of: {}.", excerpt(kind), KINDS.join(", "));
    InputFault::new(Code::JsonUnknownVariant, "/document", message).into()
}

/// The kind of document that a text says it is.
pub(crate) fn kind_of(text: &str) -> Result<Cow<'_, str>, InputFault> {
    json::read(text, |reader| {
        let mut fields = reader.part_of_object("document");
        let kind = fields.with(reader, Reader::string);
        fields.end(reader);
        kind
    })
}

impl From<&DocumentFault> for Problem {
    fn from(fault: &DocumentFault) -> Self {
        match fault {
            DocumentFault::Input(fault) => fault.into(),
            #[cfg(feature = "process")]
            DocumentFault::Model(fault) => fault.fault().into(),
            #[cfg(feature = "process")]
            DocumentFault::Template(fault) => fault.into(),
        }
    }
}

impl Document {
    /// Reads and validates a document of any kind.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Document;
    /// let fault = Document::parse(br#"{"document": "poem"}"#).unwrap_err();
    /// assert_eq!(fault.code().as_str(), "json.unknown_variant");
    /// ```
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, DocumentFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, DocumentFault> {
        let kind = match node.member("document") {
            Some(Node::Text(kind)) => kind.as_ref(),
            Some(_) => {
                let message = format!("A string is expected here: {}.", KINDS.join(", "));
                return Err(InputFault::new(Code::JsonWrongType, "/document", message).into());
            }
            None => {
                let message = "The field “document” is missing; it must give the kind of this document.";
                return Err(InputFault::new(Code::JsonMissingField, "", message).into());
            }
        };
        Self::of_kind(kind, node).unwrap_or_else(|| Err(unknown_kind(kind)))
    }

    /// Reads a stored document, without writing it again.
    pub(crate) fn kept(bytes: &[u8]) -> Result<Self, DocumentFault> {
        let text = Written::content(bytes)?;
        let kind = kind_of(text)?;
        Self::kept_of_kind(&kind, text, bytes).unwrap_or_else(|| Err(unknown_kind(&kind)))
    }
}

#[cfg(feature = "process")]
impl From<Arc<GovernanceModel>> for Document {
    fn from(model: Arc<GovernanceModel>) -> Self {
        Self::Model(model)
    }
}

/// Document look-up. Documents are known by their content, so a look-up always gives the same answer.
pub(crate) trait Documents {
    fn document(&self, id: DocumentId) -> Option<Document>;
}
