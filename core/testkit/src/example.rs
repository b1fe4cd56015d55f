//! The setting of the examples in the documentation, so that each shows only its own call.

use std::cell::Cell;
use std::sync::Arc;

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::kernel::Host;
use interlink::types::{DocumentId, ItemId, OrganisationId, ProcessId, Timestamp};
use serde_json::json;

use crate::{Controller, small_template};

/// The city, administered by Anna, with a notice in force and a garden that it plans with the neighbours; Nora is one
/// of them.
#[derive(Debug)]
pub struct Example {
    /// The engine, on a store in memory.
    pub engine: Arc<Engine>,
    /// Its clock and its random bytes.
    pub host: Clockwork,
    /// The city.
    pub city: OrganisationId,
    /// The process.
    pub garden: ProcessId,
    /// The first task in it.
    pub invite: ItemId,
    /// The notice.
    pub notice: DocumentId,
    /// The time of the clock.
    pub now: Timestamp,
}

/// A clock that stands still, and new random bytes each time.
#[derive(Debug)]
pub struct Clockwork {
    now: Timestamp,
    drawn: Cell<u8>,
}

impl Host for Clockwork {
    fn now(&self) -> Timestamp {
        self.now
    }

    fn random(&self) -> [u8; 16] {
        self.drawn.set(self.drawn.get() + 1);
        // Sixteen equal bytes would be refused: they are not random.
        let mut bytes = *b"sixteen of these";
        bytes[0] = self.drawn.get();
        bytes
    }
}

/// A new city with its garden.
pub fn example() -> Example {
    let Controller { town, id: city, notice } = Controller::new();
    town.team("anna", city, "neighbours", "citizen", &["nora"]);
    let template = town.template(&small_template());
    let garden = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let grant = json!({"holder": {"team": "neighbours"}, "role": "contributor"});
    town.act("anna", StreamId::from(garden), "role.grant", grant);
    town.wait_minutes(1);
    let (invite, now) = (town.item(garden, "invite"), town.now());
    let host = Clockwork { now, drawn: Cell::new(0) };
    Example { engine: Arc::clone(&town.engine), host, city, garden, invite, notice, now }
}
