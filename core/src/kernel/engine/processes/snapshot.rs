//! Snapshots: stored states, so that opening a stream need not replay everything.
//!
//! Without the feature `snapshots` none is taken and every stream is opened from its first event. Snapshots that
//! another program stores in the same store are skipped.

use crate::journal::{Snapshot, Stream};
use crate::kernel::Documents;
use crate::process::Process;
use crate::types::json;

/// The layout of snapshots. It goes up with every change to their content.
const FORMAT: u32 = 8;
/// Whether snapshots are used. Checked here rather than at each use: code that is never called is not linked.
const KEPT: bool = cfg!(feature = "snapshots");

pub(super) fn take(stream: &Stream<Process>) -> Option<Snapshot> {
    if !KEPT {
        return None;
    }
    let bytes = json::text(&stream.state.save()).into_bytes();
    let (version, id, at) = (stream.seq, stream.last, stream.at);
    Some(Snapshot { seq: version, id, at, format: FORMAT, bytes })
}

pub(super) fn restore(snapshot: &Snapshot, documents: &dyn Documents) -> Option<Stream<Process>> {
    if !KEPT || snapshot.format != FORMAT {
        return None;
    }
    let saved = json::own(std::str::from_utf8(&snapshot.bytes).ok()?).ok()?;
    let state = Process::restore(saved, documents)?;
    Some(Stream { state, seq: snapshot.seq, last: snapshot.id, at: snapshot.at })
}

/// Whether a snapshot equals the state the events make, or has a layout unknown here.
pub(super) fn is_of(snapshot: &Snapshot, stream: &Stream<Process>) -> bool {
    take(stream).is_none_or(|taken| snapshot.format != taken.format || *snapshot == taken)
}
