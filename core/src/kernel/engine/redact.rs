//! Finds words in the public texts of a stream, and checks that rewritten texts are what redactions left.

use std::sync::Arc;

use super::processes::asked_in;
use super::{Error, Moment};
use crate::journal::{Event, EventData, FaultKind, Position, Seq, Stored, StreamId, StreamKind};
use crate::kernel::decide::relied_on;
use crate::kernel::documents::kind_of;
use crate::party;
use crate::redaction::{
    self, Found, RedactText, Redacted, RedactionRefusal, Words, document_texts, redact_document,
    redact_event, stand_in, stand_in_command,
};
use crate::types::{Commitment, DocumentId, EventId, Map, Set, Written};

/// How many events are read at once.
const PAGE: usize = 1024;

/// The end of a redaction's envelope.
const ENDS: &[u8] = br#""type":"text.redacted","v":1}"#;

/// Whether an envelope is that of a redaction.
pub(super) fn is_redaction(body: &[u8]) -> bool {
    body.ends_with(ENDS)
}

/// The documents that an event says were rewritten.
pub(super) fn documents_in(event: &EventData) -> Vec<(DocumentId, DocumentId)> {
    let EventData::Redaction(redaction::Event::TextRedacted(e)) = event else { return Vec::new() };
    e.documents.iter().map(|redacted| (redacted.document, redacted.replaced_by)).collect()
}

/// The texts of the vault that an event says were erased with the words.
pub(super) fn texts_in(event: &EventData) -> Vec<Commitment> {
    let EventData::Redaction(redaction::Event::TextRedacted(e)) = event else { return Vec::new() };
    e.texts.clone()
}

impl Moment<'_> {
    /// Looks for words in the public texts of a stream, and in the documents made from it.
    pub(super) fn redactable(&self, stream: StreamId, asked: &RedactText) -> Result<Found, Error> {
        let mut found = Found::default();
        let Some(words) = Words::read(&asked.words) else {
            found.unfit = Some(RedactionRefusal::TooShort);
            return Ok(found);
        };
        let mut documents: Set<DocumentId> = Set::new();
        self.each_event(stream, &mut |stored, event| {
            relied_on(std::slice::from_ref(&event.data)).into_iter().for_each(|id| {
                documents.insert(id);
            });
            if let Some(asked) = asked_in(&event.data)
                && let Some(entry) = self.reading()?.entry(asked)?
                && stand_in_command(&words, &entry.text)
            {
                found.texts.push((entry.place, entry.data_subject_id));
            }
            let redacted = redact_event(stored.id, &stored.body, &words);
            let is_of_operators =
                matches!(event.data, EventData::Party(party::Event::OrganisationVerified(_)));
            found.of_operators |= is_of_operators && redacted != Redacted::Untouched;
            match redacted {
                Redacted::Untouched => {}
                Redacted::Anew(body) => {
                    found.events.push(Stored { body: body.into(), ..stored.clone() });
                }
                Redacted::Unfit(path) => {
                    let seq = stored.seq.0;
                    found.unfit.get_or_insert(RedactionRefusal::Unfit { seq, path });
                }
            }
            Ok(())
        })?;
        for document in &documents {
            let Some(bytes) = self.reading()?.document(*document)? else { continue };
            match redact_document(*document, &bytes, &words) {
                // A template, a catalogue, a model: a document with rules is replaced by a new version instead, and listed here.
                Redacted::Untouched
                    if std::str::from_utf8(&bytes).is_ok_and(|text| stand_in(&words, text)) =>
                {
                    found.shared.push(*document);
                }
                Redacted::Untouched => {}
                Redacted::Anew(_) if self.is_relied_on_elsewhere(*document, stream)? => {
                    found.shared.push(*document);
                }
                Redacted::Anew(bytes) => {
                    found.documents.push((*document, Arc::from(bytes)));
                }
                Redacted::Unfit(path) => {
                    let document = *document;
                    found.unfit.get_or_insert(RedactionRefusal::UnfitDocument { document, path });
                }
            }
        }
        Ok(found)
    }

    /// Whether another process relies on a document; naming it in a text does not count. Redactions are rare, so there
    /// is no index for this.
    pub(super) fn is_relied_on_elsewhere(&self, document: DocumentId, own: StreamId) -> Result<bool, Error> {
        let id = document.to_string();
        let mut found = false;
        self.reading()?.scan(StreamKind::Process, &mut |stream, event| {
            if !found && stream != own && std::str::from_utf8(event.body).is_ok_and(|body| body.contains(&id))
            {
                // An unreadable event may rely on it.
                found = Event::read(event.id, event.body)
                    .map_or(true, |event| relied_on(std::slice::from_ref(&event.data)).contains(&document));
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether a redaction anywhere in the store says that a document is as it is now.
    fn is_redacted_by_some(&self, document: DocumentId, now: DocumentId) -> Result<bool, Error> {
        let mut after = Position(0);
        loop {
            let page = self.reading()?.changes(after, PAGE)?;
            for change in page.iter().filter(|change| is_redaction(&change.stored.body)) {
                let said =
                    Event::read(change.stored.id, &change.stored.body).map(|event| documents_in(&event.data));
                if said.is_ok_and(|said| said.contains(&(document, now))) {
                    return Ok(true);
                }
            }
            match page.last().filter(|_| page.len() == PAGE) {
                Some(last) => after = last.position,
                None => return Ok(false),
            }
        }
    }
}

/// Whether the content stored under a document's id, if it is not that document, can be what a redaction left of it:
/// only of a document without rules.
pub(super) fn is_left_of(id: DocumentId, bytes: &[u8]) -> bool {
    let kind = || Written::content(bytes).ok().and_then(|text| kind_of(text).ok());
    Written::id_of(bytes) == id && kind().is_some_and(|kind| document_texts(&kind).is_some())
}

/// The redactions of a stream, and what is found in it.
#[derive(Debug, Default)]
pub(super) struct Redactions {
    /// What binds the rewritten events, by the last redaction that says so.
    said: Map<Seq, EventId>,
    found: Map<Seq, EventId>,
    said_of_documents: Map<DocumentId, DocumentId>,
    found_documents: Map<DocumentId, DocumentId>,
}

impl Redactions {
    pub(super) fn note(&mut self, event: &Event, body: &[u8]) {
        if event.head.redacted.is_some() {
            self.found.insert(event.head.seq, Event::hash(body));
        }
        if let EventData::Redaction(redaction::Event::TextRedacted(e)) = &event.data {
            for redacted in &e.events {
                self.said.insert(redacted.seq, redacted.replaced_by);
            }
        }
        for (document, now) in documents_in(&event.data) {
            self.said_of_documents.insert(document, now);
        }
    }

    /// Notes a document that the stream relies on. Returns whether it matches its id, as far as can be seen.
    pub(super) fn holds(&mut self, id: DocumentId, bytes: &[u8]) -> bool {
        let now = DocumentId::of(bytes);
        now == id || {
            self.found_documents.insert(id, now);
            is_left_of(id, bytes)
        }
    }

    /// The first event whose content differs from what was said last.
    pub(super) fn broken(
        &self,
        moment: &Moment<'_>,
        is_replica: bool,
    ) -> Result<Option<(Seq, FaultKind)>, Error> {
        let all: Set<Seq> = self.said.keys().chain(self.found.keys()).copied().collect();
        if let Some(seq) = all.iter().find(|seq| self.said.get(*seq) != self.found.get(*seq)) {
            return Ok(Some((*seq, FaultKind::Redacted)));
        }
        for (document, now) in &self.said_of_documents {
            let kept = moment.reading()?.document(*document)?;
            // Others here may rely on the full document that was redacted at a replica's home.
            let whole = |bytes: &[u8]| is_replica && DocumentId::of(bytes) == *document;
            if kept.is_none_or(|bytes| DocumentId::of(&bytes) != *now && !whole(&bytes)) {
                return Ok(Some((Seq(0), FaultKind::Redacted)));
            }
        }
        for (document, now) in &self.found_documents {
            if self.said_of_documents.get(document) != Some(now)
                && !moment.is_redacted_by_some(*document, *now)?
            {
                return Ok(Some((Seq(0), FaultKind::Redacted)));
            }
        }
        Ok(None)
    }

    /// The redacted documents.
    pub(super) fn of_documents(&self) -> impl Iterator<Item = (&DocumentId, &DocumentId)> {
        self.said_of_documents.iter()
    }
}
