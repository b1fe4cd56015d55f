//! What was redacted at its home, of the streams that a bundle brings.

use std::sync::Arc;

use super::import::Parts;
use super::import_rules::Taken;
use super::redact::{documents_in, is_redaction};
use super::{Error, Moment};
use crate::journal::{Event, EventData, Fault, FaultKind, Rewrite, Seq, StreamId};
use crate::redaction::{self, is_document_cut, is_event_cut};
use crate::types::{DocumentId, EventId, Map};

impl Moment<'_> {
    /// Data here of a bundle's streams that was redacted at its home since. If all of it is here, one can check that
    /// words were only taken out and nothing else was put in their place.
    pub(super) fn redacted_elsewhere(&self, parts: &Parts, taken: &Taken) -> Result<Vec<Rewrite>, Error> {
        let mut said: Map<(StreamId, Seq), EventId> = Map::new();
        let mut rewrites = Vec::new();
        for piece in parts.pieces.iter().filter(|piece| taken.is_new(piece)) {
            for stored in piece.events.iter().filter(|stored| is_redaction(&stored.body)) {
                let event = Event::read(stored.id, &stored.body)?;
                if let EventData::Redaction(redaction::Event::TextRedacted(e)) = &event.data {
                    for redacted in &e.events {
                        said.insert((piece.stream, redacted.seq), redacted.replaced_by);
                    }
                }
                for (document, now) in documents_in(&event.data) {
                    // Another store must not change what others here rely on.
                    let here = self.reading()?.document(document)?;
                    let bytes = parts
                        .documents
                        .iter()
                        .find(|(id, bytes)| *id == document && DocumentId::of(bytes) == now);
                    if let (Some(_), Some((_, bytes))) = (&here, bytes)
                        && !self.is_relied_on_elsewhere(document, piece.stream)?
                    {
                        if !here.is_some_and(|here| is_document_cut(&here, bytes)) {
                            let fault = Fault::new(piece.stream, stored.seq, FaultKind::Redacted);
                            return Err(fault.into());
                        }
                        rewrites.push(Rewrite::Document((document, Arc::clone(bytes))));
                    }
                }
            }
        }
        for piece in parts.pieces.iter().filter(|piece| !taken.is_new(piece)) {
            for stored in &piece.events {
                if said.get(&(piece.stream, stored.seq)) == Some(&Event::hash(&stored.body)) {
                    let before = Seq(stored.seq.0.saturating_sub(1));
                    let here = self.reading()?.events(piece.stream, before, 1)?;
                    if !here.first().is_some_and(|here| is_event_cut(&here.body, &stored.body)) {
                        return Err(Fault::new(piece.stream, stored.seq, FaultKind::Redacted).into());
                    }
                    rewrites.push(Rewrite::Event(piece.stream, stored.clone()));
                }
            }
        }
        Ok(rewrites)
    }
}
