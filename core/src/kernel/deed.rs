//! An act for which approval is asked before the command is given.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

use super::context::LinkRefusal;
use super::{Action, Asked, Context, Refused};
#[cfg(feature = "json-schema")]
use crate::governance::ActName;
use crate::process;
use crate::types::json::{Raw, Readable, Reader};
use crate::types::{HostId, ValueFault, excerpt, json};
use crate::{problem::Code, vault::Party};

/// An act: a command without its envelope, `{"data": …, "type": …}`.
///
/// An approval is for the whole act, so every field of the command is approved with it. This includes fields added to a
/// command later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed(Arc<Action>);

impl Deed {
    /// The act, to ask for approval of it.
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

    /// The command's action.
    #[must_use]
    pub fn action(&self) -> &Action {
        &self.0
    }

    /// Passes on the host ids it names.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        self.0.host_ids(each);
    }
}

impl From<Action> for Deed {
    fn from(action: Action) -> Self {
        Self(Arc::new(action))
    }
}

/// An act in its written form, in canonical order.
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
        // A placeholder after a fault was noted; it is never used.
        let nothing = || Action::Process(process::Command::CloseProcess(process::CloseProcess {}));
        let at = reader.at();
        let mut fields = reader.object("data,type");
        let data: Raw<'_> = fields.with(reader, Reader::raw);
        let r#type: Cow<'_, str> = fields.with(reader, Reader::string);
        fields.end(reader);
        let action = match reader.read_piece(data, |reader| Action::read(&r#type, reader)) {
            Ok(Some(action)) => action,
            Ok(None) => {
                let message = format!("“{}” is not a command type.", excerpt(&r#type));
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
            "description": "The command to be given: its type and its data.",
            "properties": {
                "data": { "type": "object", "description": "The data of the command." },
                "type": name,
            },
            "required": ["data", "type"],
            "additionalProperties": false,
        })
    }
}

/// The command types that an act can have.
#[cfg(feature = "json-schema")]
struct DeedName;

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for DeedName {
    fn schema_name() -> Cow<'static, str> {
        "DeedName".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        // Accepting a request to take part grants a role, which is an act.
        let names = ActName::ALL.iter().map(|name| name.as_str()).chain(["participation.accept"]);
        let names: Vec<&str> = names.collect();
        schemars::json_schema!({ "type": "string", "enum": names, "description": "The type of a command for which approval can be asked." })
    }
}

impl Action {
    /// The act as compared and as stored in the vault: in canonical JSON, with parties by the library's ids, so that a
    /// text about one person contains no other person's host id.
    pub(crate) fn said(&self, context: &mut Context<'_>, path: &'static str) -> Result<String, Refused> {
        let (mut said, mut refused) = (self.clone(), None);
        let mut rename = |host_id: &mut HostId, may_be_new: bool| {
            let found = match context.party(host_id) {
                Some(party) => Ok(party),
                None if may_be_new => context.person(host_id, path).map(Party::Person),
                None => Err(LinkRefusal::Unknown { expected: "party", path }.into()),
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
