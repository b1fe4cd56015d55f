//! What the examples in the documentation begin with, so that each shows nothing but its own call.

use std::cell::Cell;
use std::sync::Arc;

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::kernel::Host;
use interlink::types::{DocumentId, ItemId, OrganisationId, ProcessId, Timestamp};
use serde_json::json;

use crate::{Controller, small_template};

/// The city, which Anna administers, with a notice in force and a garden that it plans with the neighbours; Nora is one.
#[derive(Debug)]
pub struct Example {
    /// The engine, on a store in memory.
    pub engine: Arc<Engine>,
    /// Its clock and its randomness.
    pub host: Clockwork,
    /// The city.
    pub city: OrganisationId,
    /// The process.
    pub garden: ProcessId,
    /// The first task in it.
    pub invite: ItemId,
    /// The notice.
    pub notice: DocumentId,
    /// What the clock shows.
    pub now: Timestamp,
}

/// A clock that stands, and bytes that are others each time.
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
        // One byte sixteen times would be refused: it is not random.
        let mut bytes = *b"sixteen of these";
        bytes[0] = self.drawn.get();
        bytes
    }
}

/// The city and its garden, anew.
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
