//! Many questions in one call: names once, then numbers.

use interlink::Error;
use interlink::governance::Permission;
use interlink::kernel::{Engine, HostQuestion};
use interlink::types::{HostId, ItemId, ProcessId, Timestamp, ValueFault};

/// How many bytes a question has: four numbers of 32 bits, and a time of 64.
pub(crate) const QUESTION: usize = 24;

/// The names that questions use, each in its list.
#[derive(Debug)]
pub(crate) struct Names {
    actors: Vec<HostId>,
    permissions: Vec<Permission>,
    processes: Vec<ProcessId>,
    items: Vec<ItemId>,
}

/// The names of one kind; or which of them is none, and why.
fn read<T: std::str::FromStr<Err = ValueFault>>(
    names: &[String],
    path: &str,
) -> Result<Vec<T>, (ValueFault, String)> {
    let one = |(nth, name): (usize, &String)| name.parse().map_err(|fault| (fault, format!("/{path}/{nth}")));
    names.iter().enumerate().map(one).collect()
}

impl Names {
    pub(crate) fn read(
        actors: &[String],
        permissions: &[String],
        processes: &[String],
        items: &[String],
    ) -> Result<Self, (ValueFault, String)> {
        Ok(Self {
            actors: read(actors, "actors")?,
            permissions: read(permissions, "permissions")?,
            processes: read(processes, "processes")?,
            items: read(items, "items")?,
        })
    }

    /// A question: an actor, a permission, a process, an item (its number and one; 0 is none), and milliseconds since 1970.
    fn question(&self, bytes: &[u8]) -> Option<HostQuestion<'_>> {
        let (numbers, at) = bytes.split_at_checked(16)?;
        let mut numbers = numbers.chunks_exact(4).filter_map(|number| number.try_into().ok());
        let mut next = || numbers.next().map(|number| u32::from_le_bytes(number) as usize);
        let (actor, permission, process, item) = (next()?, next()?, next()?, next()?);
        Some(HostQuestion {
            actor: self.actors.get(actor)?,
            permission: *self.permissions.get(permission)?,
            process: *self.processes.get(process)?,
            item: match item {
                0 => None,
                item => Some(*self.items.get(item - 1)?),
            },
            at: Timestamp::from_millis(i64::from_le_bytes(at.try_into().ok()?)).ok()?,
        })
    }

    /// One byte for each question: 0 is no, 1 is yes, 2 has no answer.
    pub(crate) fn answers(&self, engine: &Engine, questions: &[u8]) -> Result<Vec<u8>, Error> {
        let mut checks = engine.checks()?;
        let answer = |question| match self.question(question).map(|question| checks.allows(&question)) {
            Some(Ok(allowed)) => u8::from(allowed),
            Some(Err(_)) | None => 2,
        };
        Ok(questions.chunks(QUESTION).map(answer).collect())
    }
}
