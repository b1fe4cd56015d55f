//! Documents: content that events refer to by hash instead of containing it.

use interlink_derive::Refusal;
use std::borrow::Cow;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::governance::{GovernanceModel, ModelFault};
use crate::mandate::MandateKind;
use crate::notice::Notice;
use crate::problem::{Code, Problem};
use crate::process::{Import, Publication, Template, TemplateFault};
use crate::types::json::{Node, Reader};
use crate::types::{DocumentId, InputFault, Written, excerpt, json};

/// The kinds of documents, by the names they use.
const KINDS: &str = "catalogue, governance_model, import, mandate_kind, notice, publication, template";

/// A valid document of one of the known kinds.
#[derive(Debug, Clone)]
pub enum Document {
    /// A governance model.
    Model(Arc<GovernanceModel>),
    /// A template.
    Template(Arc<Template>),
    /// A catalogue.
    Catalogue(Arc<Catalogue>),
    /// A publication of a process.
    Publication(Arc<Publication>),
    /// A process exported by another system.
    Import(Arc<Import>),
    /// A notice: what an organisation tells people about their data.
    Notice(Arc<Notice>),
    /// A kind of mandates.
    MandateKind(Arc<MandateKind>),
}

/// A document was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum DocumentFault {
    /// It is not a document, or its kind is unknown.
    #[error(transparent)]
    Input(#[from] InputFault),
    /// It is not a valid governance model.
    #[error(transparent)]
    Model(#[from] ModelFault),
    /// It is not a valid template.
    #[error(transparent)]
    Template(#[from] TemplateFault),
}

fn unknown_kind(kind: &str) -> DocumentFault {
    let message = format!("“{}” is not one of: {KINDS}.", excerpt(kind));
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
            DocumentFault::Input(fault) | DocumentFault::Template(TemplateFault::Input(fault)) => {
                fault.into()
            }
            DocumentFault::Model(fault) => fault.fault().into(),
            DocumentFault::Template(TemplateFault::Cycle(cycle)) => {
                let keys: Vec<&str> = cycle.steps.iter().map(|(key, _)| key.as_str()).collect();
                Self::of(fault.said()).at("/phases").with("cycle", keys)
            }
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
                let message = format!("A string is expected here: {KINDS}.");
                return Err(InputFault::new(Code::JsonWrongType, "/document", message).into());
            }
            None => {
                let message = "The field “document” is missing; it must give the kind of this document.";
                return Err(InputFault::new(Code::JsonMissingField, "", message).into());
            }
        };
        match kind {
            "governance_model" => Ok(Self::Model(Arc::new(GovernanceModel::from_node(node)?))),
            "template" => Ok(Self::Template(Arc::new(Template::from_node(node)?))),
            "catalogue" => Ok(Self::Catalogue(Arc::new(Catalogue::from_node(node)?))),
            "import" => Ok(Self::Import(Arc::new(Import::from_node(node)?))),
            "mandate_kind" => Ok(Self::MandateKind(Arc::new(MandateKind::from_node(node)?))),
            "notice" => Ok(Self::Notice(Arc::new(Notice::from_node(node)?))),
            "publication" => Ok(Self::Publication(Arc::new(Publication::from_node(node)?))),
            other => Err(unknown_kind(other)),
        }
    }

    /// Reads a stored document, without writing it again.
    pub(crate) fn kept(bytes: &[u8]) -> Result<Self, DocumentFault> {
        let text = Written::content(bytes)?;
        let written = || Written::before(bytes);
        Ok(match kind_of(text)?.as_ref() {
            "governance_model" => GovernanceModel::written(json::own(text)?, |_| written())?.into(),
            "template" => Template::written(json::own(text)?, |_| written())?.into(),
            "catalogue" => Catalogue::written(json::own(text)?, |_| written())?.into(),
            "import" => Import::written(json::own(text)?, |_| written())?.into(),
            "mandate_kind" => MandateKind::written(json::own(text)?, |_| written())?.into(),
            "notice" => Notice::written(json::own(text)?, |_| written())?.into(),
            "publication" => Publication::written(json::own(text)?, |_| written())?.into(),
            other => return Err(unknown_kind(other)),
        })
    }

    /// The SHA-256 of its canonical JSON.
    #[must_use]
    pub fn id(&self) -> DocumentId {
        match self {
            Self::Model(model) => model.id(),
            Self::Template(template) => template.id(),
            Self::Catalogue(catalogue) => catalogue.id(),
            Self::Publication(publication) => publication.id(),
            Self::Import(import) => import.id(),
            Self::Notice(notice) => notice.id(),
            Self::MandateKind(kind) => kind.id(),
        }
    }

    /// Its canonical JSON.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Model(model) => model.bytes(),
            Self::Template(template) => template.bytes(),
            Self::Catalogue(catalogue) => catalogue.bytes(),
            Self::Publication(publication) => publication.bytes(),
            Self::Import(import) => import.bytes(),
            Self::Notice(notice) => notice.bytes(),
            Self::MandateKind(kind) => kind.bytes(),
        }
    }
}

impl From<GovernanceModel> for Document {
    fn from(model: GovernanceModel) -> Self {
        Self::Model(Arc::new(model))
    }
}

impl From<Arc<GovernanceModel>> for Document {
    fn from(model: Arc<GovernanceModel>) -> Self {
        Self::Model(model)
    }
}

impl From<Publication> for Document {
    fn from(publication: Publication) -> Self {
        Self::Publication(Arc::new(publication))
    }
}

impl From<Import> for Document {
    fn from(import: Import) -> Self {
        Self::Import(Arc::new(import))
    }
}

impl From<Notice> for Document {
    fn from(notice: Notice) -> Self {
        Self::Notice(Arc::new(notice))
    }
}

impl From<MandateKind> for Document {
    fn from(kind: MandateKind) -> Self {
        Self::MandateKind(Arc::new(kind))
    }
}

impl From<Catalogue> for Document {
    fn from(catalogue: Catalogue) -> Self {
        Self::Catalogue(Arc::new(catalogue))
    }
}

impl From<Template> for Document {
    fn from(template: Template) -> Self {
        Self::Template(Arc::new(template))
    }
}

/// Document look-up. Documents are known by their content, so a look-up always gives the same answer.
pub(crate) trait Documents {
    fn document(&self, id: DocumentId) -> Option<Document>;

    fn model(&self, id: DocumentId) -> Option<Arc<GovernanceModel>> {
        match self.document(id)? {
            Document::Model(model) => Some(model),
            Document::Template(_)
            | Document::Catalogue(_)
            | Document::Publication(_)
            | Document::Import(_)
            | Document::Notice(_)
            | Document::MandateKind(_) => None,
        }
    }

    fn template(&self, id: DocumentId) -> Option<Arc<Template>> {
        match self.document(id)? {
            Document::Template(template) => Some(template),
            // A publication contains a template and can be used as one.
            Document::Publication(publication) => Some(Arc::clone(publication.template())),
            Document::Import(import) => import.template().map(Arc::clone),
            Document::Model(_) | Document::Catalogue(_) | Document::Notice(_) | Document::MandateKind(_) => {
                None
            }
        }
    }

    fn catalogue(&self, id: DocumentId) -> Option<Arc<Catalogue>> {
        match self.document(id)? {
            Document::Catalogue(catalogue) => Some(catalogue),
            Document::Model(_)
            | Document::Template(_)
            | Document::Publication(_)
            | Document::Import(_)
            | Document::Notice(_)
            | Document::MandateKind(_) => None,
        }
    }

    fn import(&self, id: DocumentId) -> Option<Arc<Import>> {
        match self.document(id)? {
            Document::Import(import) => Some(import),
            Document::Model(_)
            | Document::Template(_)
            | Document::Catalogue(_)
            | Document::Publication(_)
            | Document::Notice(_)
            | Document::MandateKind(_) => None,
        }
    }

    fn mandate_kind(&self, id: DocumentId) -> Option<Arc<MandateKind>> {
        match self.document(id)? {
            Document::MandateKind(kind) => Some(kind),
            Document::Model(_)
            | Document::Template(_)
            | Document::Catalogue(_)
            | Document::Publication(_)
            | Document::Import(_)
            | Document::Notice(_) => None,
        }
    }
}
