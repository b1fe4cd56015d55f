//! A command that somebody is about to give, as others are asked to stand behind it.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

use super::context::TieRefusal;
use super::{Action, Asked, Context, Refused};
#[cfg(feature = "json-schema")]
use crate::governance::ActName;
use crate::process;
use crate::types::json::{Raw, Readable, Reader};
use crate::types::{HostId, ValueFault, excerpt, json};
use crate::{problem::Code, vault::Party};

/// What is to be done: a command without its envelope, `{"data": …, "type": …}`.
///
/// An approval is for a command as a whole, so whatever a command participations is approved with it: a field that a command gets
/// tomorrow is part of what is approved without anybody having thought of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed(Arc<Action>);

impl Deed {
    /// What is to be done, to ask others to stand behind it.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::{kernel::Deed, process::CloseProcess};
    /// let deed = Deed::new(CloseProcess {});
    /// assert_eq!(serde_json::to_string(&deed)?, r#"{"data":{},"type":"process.close"}"#);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(action: impl Into<Action>) -> Self {
        Self(Arc::new(action.into()))
    }

    /// What is to be done.
    #[must_use]
    pub fn action(&self) -> &Action {
        &self.0
    }

    /// The host ids that it names.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        self.0.host_ids(each);
    }
}

impl From<Action> for Deed {
    fn from(action: Action) -> Self {
        Self(Arc::new(action))
    }
}

/// A command as others are asked about it, in canonical order.
#[derive(Serialize)]
struct Written<'a> {
    data: &'a Action,
    r#type: &'static str,
}

impl Serialize for Deed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written { data: &self.0, r#type: self.0.type_name() }.serialize(serializer)
    }
}

crate::types::json::deserialized!(Deed);

impl Readable for Deed {
    fn read(reader: &mut Reader<'_>) -> Self {
        // Only stands where a fault was noted, and nothing is made of it.
        let nothing = || Action::Process(process::Command::CloseProcess(process::CloseProcess {}));
        let at = reader.at();
        let mut fields = reader.object("data,type");
        let data: Raw<'_> = fields.with(reader, Reader::raw);
        let r#type: Cow<'_, str> = fields.with(reader, Reader::string);
        fields.end(reader);
        let action = match reader.read_piece(data, |reader| Action::read(&r#type, reader)) {
            Ok(Some(action)) => action,
            Ok(None) => {
                let message = format!("“{}” is no type of command.", excerpt(&r#type));
                reader.refuse(at, &ValueFault::new(Code::JsonUnknownVariant, message));
                nothing()
            }
            Err(fault) => {
                reader.refuse(at, &ValueFault::of(fault.said()));
                nothing()
            }
        };
        Self(Arc::new(action))
    }
}

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for Deed {
    fn schema_name() -> Cow<'static, str> {
        "Deed".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let name = generator.subschema_for::<DeedName>();
        schemars::json_schema!({
            "type": "object",
            "description": "A command that is to be given: its type and its data.",
            "properties": {
                "data": { "type": "object", "description": "The data, as the command takes them." },
                "type": name,
            },
            "required": ["data", "type"],
            "additionalProperties": false,
        })
    }
}

/// The types of command that a deed can be.
#[cfg(feature = "json-schema")]
struct DeedName;

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for DeedName {
    fn schema_name() -> Cow<'static, str> {
        "DeedName".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        // Whoever accepts a request to take part grants a role, and that is an act.
        let names = ActName::ALL.iter().map(|name| name.as_str()).chain(["participation.accept"]);
        let names: Vec<&str> = names.collect();
        schemars::json_schema!({ "type": "string", "enum": names, "description": "The type of a command that others can stand behind." })
    }
}

impl Action {
    /// What a command participations, as it is compared and as the vault keeps it: in canonical JSON, with parties by the library's
    /// ids, so that no host's id of a person stands in a text about another.
    pub(crate) fn said(&self, context: &mut Context<'_>, path: &'static str) -> Result<String, Refused> {
        let (mut said, mut refused) = (self.clone(), None);
        let mut rename = |host_id: &mut HostId, may_be_new: bool| {
            let found = match context.party(host_id) {
                Some(party) => Ok(party),
                None if may_be_new => context.person(host_id, path).map(Party::Person),
                None => Err(TieRefusal::Unknown { expected: "party", path }.into()),
            };
            let id = found.map(|party| match party {
                Party::Person(id) => id.to_string(),
                Party::Organisation(id) => id.to_string(),
                Party::Team(id, _) => id.to_string(),
            });
            match id.map(|id| id.parse()) {
                Ok(Ok(id)) => *host_id = id,
                Ok(Err(_)) => {}
                Err(fault) => drop(refused.get_or_insert(fault)),
            }
        };
        said.rename(&mut rename);
        match refused {
            Some(fault) => Err(fault),
            None => Ok(json::text(&Written { data: &said, r#type: said.type_name() })),
        }
    }
}
