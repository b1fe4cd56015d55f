//! The command envelope: who asks for what, when, and with which random bytes.

use std::borrow::Cow;

use serde::Serialize;

use crate::journal::{Seq, StreamId, StreamKind};
use crate::problem::Code;
use crate::types::json::{Node, Raw, Reader};
use crate::types::{CommandId, Entropy, Fingerprint, HostId, InputFault, Timestamp, derive, excerpt, json};

macro_rules! action {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $events:literal $refuses:literal;)+
        }
        not_asked { $($other:tt)* }
    ) => {
        /// The action of a command: the closed set over all blocks.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Action {
            $(#[doc = $asks] $block(crate::$module::Command),)+
        }

        impl Action {
            /// The type names of all actions, by block.
            pub const TYPES: &'static [&'static [&'static str]] = &[$(crate::$module::Command::TYPES),+];

            /// The type name: dotted, the block first.
            #[must_use]
            pub const fn type_name(&self) -> &'static str {
                match self { $(Self::$block(command) => command.type_name(),)+ }
            }

            /// The kinds of streams it can be for.
            pub(crate) const fn kinds(&self) -> &'static [StreamKind] {
                match self { $(Self::$block(_) => &[$(StreamKind::$kind),+],)+ }
            }

            /// Passes on the host ids it names.
            pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
                match self { $(Self::$block(command) => command.host_ids(each),)+ }
            }

            /// Reads the data of a command; `None` if there is no such type.
            pub(crate) fn read(type_name: &str, reader: &mut Reader<'_>) -> Option<Self> {
                $(if let Some(command) = crate::$module::Command::read(type_name, reader) {
                    return Some(Self::$block(command));
                })+
                None
            }
        }

        impl Serialize for Action {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$block(command) => command.serialize(serializer),)+ }
            }
        }

        $(impl From<crate::$module::Command> for Action {
            fn from(command: crate::$module::Command) -> Self {
                Self::$block(command)
            }
        })+
    };
}
blocks!(action);

/// A request to change the record.
///
/// The library reads no clock and draws no random bytes: the host gives both with each command, and the same commands
/// make the same record everywhere. A command is idempotent by its id: sent again, it returns the same events and
/// changes nothing.
///
/// # Examples
///
/// ```
/// use interlink::kernel::{Action, Command};
/// use interlink::party;
/// let command = Command::from_json(br#"{
///     "actor": "anna@city.example", "at": "2026-03-02T09:00:00.000Z",
///     "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766", "id": "0190f0c2-aaaa-7bbb-8ccc-0123456789ab",
///     "type": "organisation.register",
///     "data": {"organisation": "city", "name": {"en": "The City"}, "kind": "public_administration",
///              "team_creation": "members"}
/// }"#)?;
/// assert_eq!(command.action.type_name(), "organisation.register");
/// # Ok::<_, interlink::types::InputFault>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The host's id of the command; a UUID is suitable. It must not contain personal data.
    pub id: CommandId,
    /// The time of the command, by the host's clock. Not before the stream's last event.
    pub at: Timestamp,
    /// The actor, by the host's id.
    pub actor: HostId,
    /// Sixteen random bytes from the operating system, drawn for this command.
    pub entropy: Entropy,
    /// The `seq` of the stream that the actor saw; the command is refused if the stream has changed since.
    pub expect: Option<Seq>,
    /// The person in whose name the actor gives it, by a mandate; absent for an act of their own.
    pub on_behalf_of: Option<HostId>,
    /// The stream it is for; absent if it creates one or if its data determine the stream.
    pub stream: Option<StreamId>,
    /// The action.
    pub action: Action,
}

/// A command in its written form, in canonical order.
#[derive(Serialize)]
struct Written<'a> {
    actor: &'a HostId,
    at: Timestamp,
    data: &'a Action,
    entropy: Entropy,
    #[serde(skip_serializing_if = "Option::is_none")]
    expect: Option<Seq>,
    id: &'a CommandId,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<&'a HostId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stream: Option<StreamId>,
    r#type: &'static str,
}

/// A command while it is read; its data are read once its type is known.
struct Envelope<'a> {
    actor: HostId,
    at: Timestamp,
    data: Raw<'a>,
    entropy: Entropy,
    expect: Option<Seq>,
    id: CommandId,
    on_behalf_of: Option<HostId>,
    stream: Option<StreamId>,
    r#type: Cow<'a, str>,
}

impl<'a> Envelope<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.object("actor,at,data,entropy,expect,id,on_behalf_of,stream,type");
        let envelope = Self {
            actor: fields.get(reader),
            at: fields.get(reader),
            data: fields.with(reader, Reader::raw),
            entropy: fields.get(reader),
            expect: fields.get(reader),
            id: fields.get(reader),
            on_behalf_of: fields.get(reader),
            stream: fields.get(reader),
            r#type: fields.with(reader, Reader::string),
        };
        fields.end(reader);
        envelope
    }

    fn into_command(self, reader: &Reader<'_>) -> Result<Command, InputFault> {
        let action = reader.read_piece(self.data, |reader| Action::read(&self.r#type, reader));
        let action = action.map_err(|fault| fault.within("/data"))?.ok_or_else(|| {
            let message = format!("“{}” is not a command type.", excerpt(&self.r#type));
            InputFault::new(Code::JsonUnknownVariant, "/type", message)
        })?;
        let Self { actor, at, entropy, expect, id, on_behalf_of, stream, .. } = self;
        Ok(Command { id, at, actor, entropy, expect, on_behalf_of, stream, action })
    }
}

impl Command {
    /// A command that creates a stream. For any other command, name the stream with [`on`](Self::on).
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Command;
    /// use interlink::process::{Command as Ask, EditProcess};
    /// use interlink::types::{Entropy, ProcessId, Timestamp};
    /// # let drawn_from_the_system = [7; 16];
    /// let edit = EditProcess { description: None, language: Some("it".parse()?), name: None };
    /// let (id, at, actor) = ("e-1".parse()?, Timestamp::from_millis(0)?, "anna".parse()?);
    /// let command = Command::new(id, at, actor, Entropy::from_bytes(drawn_from_the_system), Ask::EditProcess(edit))
    ///     .on(ProcessId::from_bytes([1; 16]));
    /// assert_eq!(command.action.type_name(), "process.edit");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(
        id: CommandId,
        at: Timestamp,
        actor: HostId,
        entropy: Entropy,
        action: impl Into<Action>,
    ) -> Self {
        let action = action.into();
        Self { id, at, actor, entropy, expect: None, on_behalf_of: None, stream: None, action }
    }

    /// Sets the stream.
    #[must_use]
    pub fn on(mut self, stream: impl Into<StreamId>) -> Self {
        self.stream = Some(stream.into());
        self
    }

    /// Gives the command in the name of a person, by a [mandate](crate::mandate). The record has both, and the mandate.
    #[must_use]
    pub fn on_behalf_of(mut self, principal: HostId) -> Self {
        self.on_behalf_of = Some(principal);
        self
    }

    /// Refuses the command with `stream.conflict` unless the stream has this `seq`, the one the actor saw.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let seen = engine.process(garden)?.seq();
    /// let anna = engine.acting("anna", &host)?;
    /// anna.execute_on(garden, StartTask::new(invite))?;
    /// let late = anna.command(interlink::process::CompleteTask { item: invite }).on(garden).expecting(seen);
    /// assert_eq!(engine.execute(&late).unwrap_err().code().as_str(), "stream.conflict");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn expecting(mut self, version: Seq) -> Self {
        self.expect = Some(version);
        self
    }

    /// Reads a command.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::Command;
    /// let fault = Command::from_json(br#"{"actor": "anna", "at": "yesterday"}"#).unwrap_err();
    /// assert_eq!((fault.code().as_str(), fault.path()), ("time.malformed", "/at"));
    /// ```
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn from_json(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_BYTES)?)
    }

    /// Reads a list of commands; if one is malformed, none is read.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::Command;
    /// assert!(Command::list_from_json(b"[]")?.is_empty());
    /// let fault = Command::list_from_json(br#"[{"actor": ""}]"#).unwrap_err();
    /// assert!(fault.path().starts_with("/0"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The first fault; its path begins with the command's index in the list.
    pub fn list_from_json(bytes: &[u8]) -> Result<Vec<Self>, InputFault> {
        Self::list_from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn list_from_node(node: &Node<'_>) -> Result<Vec<Self>, InputFault> {
        let Node::List(nodes) = node else {
            return Err(InputFault::new(Code::JsonWrongType, "", "The commands must be a list."));
        };
        let read = |(nth, node)| Self::from_node(node).map_err(|fault| fault.within(&format!("/{nth}")));
        nodes.iter().enumerate().map(read).collect()
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        node.read_with(|reader| Envelope::read(reader).into_command(reader))?
    }

    /// Writes a command, in canonical JSON.
    pub fn to_json(&self) -> Vec<u8> {
        json::text(self).into_bytes()
    }

    /// Distinguishes this command from a different one under the same id. Its entropy keeps anybody from guessing the
    /// content of a command.
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        let bytes = self.to_json();
        Fingerprint::from_bytes(derive("interlink/command/1", &[&bytes]))
    }
}

impl Serialize for Command {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            actor: &self.actor,
            at: self.at,
            data: &self.action,
            entropy: self.entropy,
            expect: self.expect,
            id: &self.id,
            on_behalf_of: self.on_behalf_of.as_ref(),
            stream: self.stream,
            r#type: self.action.type_name(),
        }
        .serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Command {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = json::relayed(deserializer)?;
        Self::from_json(text.as_bytes()).map_err(serde::de::Error::custom)
    }
}
