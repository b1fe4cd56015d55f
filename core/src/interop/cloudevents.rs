//! The feed of changes as [CloudEvents 1.0](https://cloudevents.io) in their JSON form, for the host's own event
//! transport.
//!
//! | CloudEvents | here |
//! |---|---|
//! | `id` | the event's id: the same event is always the same |
//! | `source` | given by the host: the source, as a URI reference |
//! | `type` | `interlink.` and the event's type |
//! | `subject` | the stream |
//! | `time` | when it happened |
//! | `sequence` | its position in the store, in twenty digits, so that texts sort as numbers do (the Sequence extension) |
//! | `data` | the event in its envelope, with its id |

use serde::Serialize;

use crate::journal::{Event, StreamId};
use crate::kernel::ChangeEvent;
use crate::types::json::Readable;
use crate::types::{EventId, Timestamp, Uri};

/// The version of the specification.
const VERSION: &str = "1.0";

/// An event of the feed as a `CloudEvent`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct CloudEvent {
    /// The event in its envelope.
    #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyEvent"))]
    pub data: Event,
    /// The content type of `data`: JSON.
    pub datacontenttype: String,
    /// The event's id.
    pub id: EventId,
    /// Its position in the store.
    pub sequence: String,
    /// The source.
    pub source: Uri,
    /// The version of the specification.
    pub specversion: String,
    /// The stream.
    pub subject: StreamId,
    /// When it happened.
    pub time: Timestamp,
    /// The event's type.
    pub r#type: String,
}

impl CloudEvent {
    /// A change of the feed, from `source`.
    #[must_use]
    pub fn new(change: ChangeEvent, source: Uri) -> Self {
        let ChangeEvent { event, position } = change;
        Self {
            datacontenttype: "application/json".to_owned(),
            id: event.id,
            sequence: format!("{:020}", position.0),
            source,
            specversion: VERSION.to_owned(),
            subject: event.head.stream,
            time: event.head.at,
            r#type: format!("interlink.{}", event.data.type_name()),
            data: event,
        }
    }
}
