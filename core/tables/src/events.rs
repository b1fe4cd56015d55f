//! Every event.

use std::sync::mpsc::{SyncSender, sync_channel};

use hashbrown::HashMap;

use super::column::{Digest, Long, Text, columns};
use super::envelope::take_apart;
use super::{Progress, Read, TableOptions};
use interlink::journal::{Change, Position, Reading, StoreError, StreamId};
use interlink::kernel::{Error, Moment};

/// How many events are read from the store at once: as many as two threads process while they are in the processor's
/// cache.
const PAGE: usize = 1024;
/// How many pages are fetched ahead.
const AHEAD: usize = 2;

columns!("Every event of the journal, in the order of the store." {
    store_position: Whole "Its position in the store; continue after the last one read.",
    stream: Word "Its stream: process/…, organisation/…, consent/…, person/…, rating/….",
    process: Word "The process, if it is in a process's stream.",
    seq: Whole "Its number in the stream, from 1.",
    occurred_at: Moment "When it happened, by the host's clock.",
    r#type: Word "What happened: the block, and what.",
    actor: Word "The actor, by pseudonym.",
    on_behalf_of: Word "The person for whom the actor acted, by pseudonym; null if for themselves.",
    command: Text "The id of its command.",
    data: Long "The rest, as JSON; see the schemas of events.",
    id: Digest "SHA-256 of the stored event.",
});

/// The number of each stream and of its process, so that their ids are written once.
type Keys = HashMap<StreamId, (i32, Option<i32>)>;

/// The largest columns.
#[derive(Default)]
struct Texts {
    command: Text,
    data: Long,
    id: Digest,
}

pub(super) fn read(
    moment: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let reading = moment.store().read()?;
    let wanted = Wanted { after: options.after, until: moment.position(), most: options.at_most };
    let all = wanted.until.0;
    std::thread::scope(|scope| {
        // Two threads work: one fetches events and fills the long columns, since events are scattered in memory or on disk; the
        // other fills the repeating texts. Each takes events apart itself, which costs less than passing the parts on.
        let (send, pages) = sync_channel(AHEAD);
        let fetching =
            std::thread::Builder::new().spawn_scoped(scope, move || fetch(&*reading, wanted, &send));
        let fetching = fetching.map_err(unfetched)?;
        let (mut rows, mut keys, mut done) = (Rows::default(), Keys::default(), wanted.after.0);
        for page in pages {
            for change in page? {
                rows.take(&change, &mut keys)?;
                done = change.position.0;
            }
            if !progress(done, all.max(done)) {
                return Ok(None);
            }
        }
        let texts = fetching.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (rows.command, rows.data, rows.id) = (texts.command, texts.data, texts.id);
        Ok(Some(rows.finish()))
    })
}

/// Which events to read.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    after: Position,
    until: Position,
    most: u64,
}

/// Fetches all pages, the last of which is not full, until the receiver is gone. The reading is later than the
/// moment's: appended events do not change, so the position is enough.
fn fetch(
    reading: &dyn Reading,
    Wanted { mut after, until, mut most }: Wanted,
    pages: &SyncSender<Result<Vec<Change>, Error>>,
) -> Texts {
    let mut texts = Texts::default();
    loop {
        let limit = usize::try_from(most).unwrap_or(usize::MAX).min(PAGE);
        let page = reading.changes(after, limit).map_err(Error::from).and_then(|mut page| {
            page.retain(|change| change.position <= until);
            page.iter().try_for_each(|change| texts.take(change))?;
            Ok(page)
        });
        let (last, many) = page.as_ref().map_or((None, 0), |page| (page.last(), page.len()));
        after = last.map_or(after, |last| last.position);
        most = most.saturating_sub(many as u64);
        if pages.send(page).is_err() || many < PAGE {
            return texts;
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "used to map errors")]
fn unfetched(error: std::io::Error) -> Error {
    StoreError::Failed(format!("a thread cannot be started: {error}")).into()
}

impl Texts {
    fn take(&mut self, change: &Change) -> Result<(), Error> {
        let envelope = take_apart(&change.stored)?;
        self.command.put(Some(&envelope.command));
        self.data.put(envelope.data.0);
        self.id.put(change.stored.id).map_err(super::unwritable)
    }
}

impl Rows {
    /// The numbers of a stream and of its process, in their columns.
    fn stream_keys(&mut self, stream: StreamId) -> (i32, Option<i32>) {
        let process = match stream {
            StreamId::Process(id) => Some(self.process.key(&id.to_string())),
            _ => None,
        };
        (self.stream.key(&stream.to_string()), process)
    }

    fn take(&mut self, change: &Change, keys: &mut Keys) -> Result<(), Error> {
        let envelope = take_apart(&change.stored)?;
        let (stream, process) = *keys.entry(change.stream).or_insert_with(|| self.stream_keys(change.stream));
        self.store_position.put(Some(change.position.0));
        self.stream.put_key(stream);
        match process {
            Some(process) => self.process.put_key(process),
            None => self.process.none(),
        }
        self.seq.put(Some(change.stored.seq.0));
        self.occurred_at.put(Some(change.stored.at));
        self.r#type.put(&envelope.r#type);
        self.actor.put(&envelope.actor);
        self.on_behalf_of.maybe(envelope.on_behalf_of.as_deref());
        Ok(())
    }
}
