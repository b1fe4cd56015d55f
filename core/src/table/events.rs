//! Every event.

use std::borrow::Cow;

use super::column::columns;
use super::{Progress, Read};
use crate::journal::{Change, Position, StreamId};
use crate::kernel::{Engine, Error};
use crate::types::json::{self, Raw, Reader};

/// How many events are read from the store at once.
const PAGE: usize = 4096;

columns!("Every event of the journal, in the order in which the store took them." {
    stream: Word "The stream that it is in: process/…, organisation/…, consent/…, person/…, rating/….",
    seq: Whole "Its number in the stream, from 1.",
    at: Moment "When it happened, as the host's clock said.",
    r#type: Word "What happened: the block, and what.",
    actor: Word "Who did it, by pseudonym.",
    on_behalf_of: Word "For whom, where she acted for another, by pseudonym.",
    command: Text "The id of the command that it came from.",
    data: Long "The rest, as JSON; see the schemas of events.",
    id: Digest "SHA-256 of the event as it is kept.",
});

/// What is read of an envelope: what the columns need, and nothing else.
struct Envelope<'a> {
    actor: Cow<'a, str>,
    command: Cow<'a, str>,
    data: Raw<'a>,
    on_behalf_of: Option<Cow<'a, str>>,
    r#type: Cow<'a, str>,
}

impl<'a> Envelope<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.part_of_object("actor,command,data,on_behalf_of,type");
        let envelope = Self {
            actor: fields.with(reader, Reader::string),
            command: fields.with(reader, Reader::string),
            data: fields.with(reader, Reader::raw),
            on_behalf_of: fields.string(reader),
            r#type: fields.with(reader, Reader::string),
        };
        fields.end(reader);
        envelope
    }
}

pub(super) fn read(engine: &Engine, progress: &mut Progress<'_>) -> Result<Read, Error> {
    let (mut rows, mut after, mut before) = (Rows::default(), Position(0), None);
    let all = engine.store().position()?.0;
    loop {
        let changes = engine.store().changes(after, PAGE)?;
        for change in &changes {
            rows.take(change, before)?;
            before = Some(change.stream);
        }
        after = changes.last().map_or(after, |last| last.position);
        if !progress(after.0, all.max(after.0)) {
            return Ok(None);
        }
        if changes.len() < PAGE {
            return Ok(Some(rows.finish()));
        }
    }
}

impl Rows {
    fn take(&mut self, change: &Change, before: Option<StreamId>) -> Result<(), Error> {
        let stored = &change.stored;
        let malformed = || crate::journal::StoreError::Malformed("an event is not UTF-8".into());
        let text = std::str::from_utf8(&stored.body).map_err(|_| malformed())?;
        let envelope = json::read(text, Envelope::read)?;
        if before == Some(change.stream) {
            self.stream.put_again();
        } else {
            self.stream.put_id(&change.stream);
        }
        self.seq.put(stored.seq.0);
        self.at.put(Some(stored.at));
        self.r#type.put(&envelope.r#type);
        self.actor.put(&envelope.actor);
        match &envelope.on_behalf_of {
            Some(whom) => self.on_behalf_of.put(whom),
            None => self.on_behalf_of.none(),
        }
        self.command.put(Some(&envelope.command));
        self.data.put(envelope.data.0);
        self.id.put(stored.id).map_err(super::unwritable)
    }
}
