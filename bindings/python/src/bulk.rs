//! Many questions in one call: names once, then columns of numbers.

use interlink::Error;
use interlink::check::{ProcessView, Question};
use interlink::governance::Permission;
use interlink::kernel::Moment;
use interlink::types::{HostId, ItemId, PersonId, ProcessId, Timestamp, ValueFault};

/// The code for a question without an answer; the full check reports why.
const NONE: u8 = 2;

/// The names of one kind; or which of them is invalid, and why.
fn read<T: std::str::FromStr<Err = ValueFault>>(
    names: &[String],
    path: &str,
) -> Result<Vec<T>, (ValueFault, String)> {
    let one = |(nth, name): (usize, &String)| name.parse().map_err(|fault| (fault, format!("/{path}/{nth}")));
    names.iter().enumerate().map(one).collect()
}

/// The names that questions use, one list per kind.
#[derive(Debug)]
pub(crate) struct Names {
    actors: Vec<HostId>,
    permissions: Vec<Permission>,
    processes: Vec<ProcessId>,
    items: Vec<ItemId>,
}

/// Columns of numbers of 32 bits, lowest byte first, and the moments: one for each question, or one for all.
#[derive(Debug)]
pub(crate) struct Columns<'a> {
    pub(crate) numbers: [&'a [u8]; 4],
    pub(crate) at: &'a [u8],
}

fn number(bytes: &[u8]) -> Option<usize> {
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}

fn time(bytes: &[u8]) -> Option<Timestamp> {
    Timestamp::from_millis(i64::from_le_bytes(bytes.try_into().ok()?)).ok()
}

/// The name with a number, counted from 1.
fn named<T>(names: &[T], number: usize) -> Option<&T> {
    names.get(number.checked_sub(1)?)
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

    /// One byte for each question: 0 is denied, 1 is allowed, 2 has no answer. Each name is looked up once.
    pub(crate) fn answers(&self, moment: &Moment<'_>, columns: &Columns<'_>) -> Result<Vec<u8>, Error> {
        // Nobody has a pseudonym of zeros, so it stands for unknown people.
        let nobody = PersonId::from_bytes([0; 16]);
        let known = |actor| Ok(moment.person(actor)?.unwrap_or(nobody));
        let actors = self.actors.iter().map(known).collect::<Result<Vec<PersonId>, Error>>()?;
        let views: Vec<Option<ProcessView>> =
            self.processes.iter().map(|process| moment.process(*process).ok()).collect();
        let [mut actor, mut permission, mut process, mut item] =
            columns.numbers.map(|column| column.chunks_exact(4).map(number));
        let for_all = (columns.at.len() == 8).then(|| time(columns.at)).flatten();
        let mut times = columns.at.chunks_exact(8).map(time);
        let mut answer = || {
            let numbers = (actor.next()?, permission.next()?, process.next()?, item.next()?);
            let at = for_all.or_else(|| times.next()?)?;
            let view = named(&views, numbers.2?)?.as_ref()?;
            let item = match numbers.3? {
                0 => None,
                item => Some(*named(&self.items, item)?),
            };
            if !view.has(item) {
                return None;
            }
            let (actor, permission) = (*named(&actors, numbers.0?)?, *named(&self.permissions, numbers.1?)?);
            let question = Question { actor, permission, item, asset: None, at };
            Some(u8::from(view.check(&question).allowed()))
        };
        let many = columns.numbers[0].len() / 4;
        Ok((0..many).map(|_| answer().unwrap_or(NONE)).collect())
    }
}
