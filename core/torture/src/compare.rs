//! Compares the answers of several engines.

use std::sync::Arc;

use interlink::Engine;
use interlink::journal::{
    Basis, Batch, Deadline, Event, MemoryStore, Position, Seq, Store, Stored, StreamId,
};
use interlink::types::HostId;
use interlink::vault::{Party, PseudonymLink, VaultWrite};
use serde_json::{Value, json};

use crate::{Fault, fault};

/// How much is read at once.
const PAGE: usize = 1024;

/// All answers of an engine: the views of each stream, and each person's consents and permissions.
pub(crate) fn sayings(engine: &Engine, people: &[String]) -> Result<Vec<(String, String)>, Fault> {
    let at = "2030-01-01T00:00:00.000Z";
    let mut said = Vec::new();
    let mut ask = |question: Value| {
        let text = question.to_string();
        let answer = engine.request(text.as_bytes());
        said.push((text, answer));
    };
    let streams = engine.streams()?;
    for (nth, stream) in streams.iter().enumerate() {
        match stream {
            StreamId::Organisation(id) => {
                ask(json!({"organisation": {"organisation_id": id}}));
                // Each of these reads the requests of all people; a few are enough.
                if nth % 100 != 0 {
                    continue;
                }
                ask(json!({"subject_requests": {"organisation_id": id, "at": at}}));
                ask(json!({"obligations": {"organisation_id": id, "at": at}}));
            }
            StreamId::Process(id) => {
                for question in ["tree", "rules", "work"] {
                    let mut asked = json!({question: {"process": id}});
                    if question == "rules" {
                        asked[question]["at"] = json!(at);
                    }
                    ask(asked);
                }
                for person in people.iter().take(40) {
                    ask(json!({"permissions": {"process": id, "party": {"person": person}, "at": at}}));
                }
            }
            StreamId::Consent(_)
            | StreamId::Host
            | StreamId::Import
            | StreamId::Person(_)
            | StreamId::Rating(_) => {}
        }
    }
    for person in people {
        ask(json!({"party": {"host_id": person}}));
        ask(json!({"consents": {"person": person, "at": at}}));
    }
    ask(json!({"streams": {"limit": 10000}}));
    if let Some((question, answer)) = said.iter().find(|(_, answer)| answer.starts_with("{\"problem\"")) {
        return fault(format!("{question} was answered {answer}"));
    }
    Ok(said)
}

/// Fails if two engines do not give the same answers.
pub(crate) fn alike(what: &str, one: &[(String, String)], other: &[(String, String)]) -> Result<(), Fault> {
    if one.len() != other.len() {
        return fault(format!("{what}: {} answers and {}", one.len(), other.len()));
    }
    match one.iter().zip(other).find(|(one, other)| one != other) {
        Some(((question, one), (_, other))) => {
            fault(format!("{what} disagree about {question}:\n  {one}\n  {other}"))
        }
        None => Ok(()),
    }
}

/// The whole record in a separate store, event by event from the feed, with the present content of the vault: nothing
/// else of the first store is used.
pub(crate) fn replayed(store: &dyn Store, people: &[String]) -> Result<Arc<Engine>, Fault> {
    let (reading, memory) = (store.read()?, MemoryStore::new());
    reading.rows(&mut |row| match row {
        interlink::journal::Row::Document(id, bytes) => memory.put_document(id, bytes),
        _ => Ok(()),
    })?;
    let (mut after, mut vault) = (Position(0), the_vault(&*reading, people)?);
    loop {
        let page = reading.changes(after, PAGE)?;
        for change in &page {
            let event = Event::read(change.stored.id, &change.stored.body)?;
            let record = reading.command(change.stream, &event.head.command)?;
            let record = record.ok_or_else(|| Fault(format!("no record of {}", event.head.command)))?;
            // A command's events are consecutive; they are appended one by one under ids of their own.
            let id = format!("{}", change.position.0).parse()?;
            let events: [Stored; 1] = [change.stored.clone()];
            let batch = Batch {
                stream: change.stream,
                expected: Seq(change.stored.seq.0 - 1),
                events: &events,
                command: id,
                fingerprint: record.fingerprint,
                vault: &vault,
                documents: &[],
                rewrites: &[],
                basis: Basis::default(),
            };
            memory.append_all(std::slice::from_ref(&batch), Deadline::NEVER)?;
            vault.clear();
            after = change.position;
        }
        if page.len() < PAGE {
            return Ok(Arc::new(Engine::new(Box::new(memory))));
        }
    }
}

fn the_vault(reading: &dyn interlink::journal::Reading, people: &[String]) -> Result<Vec<VaultWrite>, Fault> {
    let mut vault = Vec::new();
    reading.rows(&mut |row| {
        if let interlink::journal::Row::PseudonymLink(PseudonymLink { host_id, party }) = row {
            vault.push(VaultWrite::PseudonymLink(PseudonymLink { host_id: host_id.clone(), party: *party }));
        }
        Ok(())
    })?;
    // Both stores know the same people.
    for person in people {
        let id: HostId = person.parse()?;
        let linked =
            vault.iter().any(|write| matches!(write, VaultWrite::PseudonymLink(link) if link.host_id == id));
        let known: Option<Party> = reading.party(&id)?;
        if linked != known.is_some() {
            return fault(format!("{person} is found by one end only"));
        }
    }
    let mut after = None;
    loop {
        let page = reading.entries(after, PAGE)?;
        after = page.last().map(|entry| entry.place);
        let full = page.len() == PAGE;
        vault.extend(page.into_iter().map(VaultWrite::Entry));
        if !full {
            return Ok(vault);
        }
    }
}
