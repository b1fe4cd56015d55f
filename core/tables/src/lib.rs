//! Whole tables for those who count: one row an event, an item, a contribution, as Apache Arrow.
//!
//! A table is written as an [Arrow IPC stream](https://arrow.apache.org/docs/format/Columnar.html), which pandas, polars,
//! duckdb and every other reader of Arrow takes without an object for each value. Its schema says what each column means
//! (the metadata `about`). People are pseudonyms, and nothing of the vault is in any table but [`Table::People`], which has rows
//! only for one who may know.
#![forbid(unsafe_code)]

mod assets;
mod assignments;
mod column;
mod consents;
mod consents_by_month;
mod contributions;
mod documents;
mod envelope;
mod events;
mod grants;
mod interlinkers;
mod items;
mod memberships;
mod organisations;
mod participation;
mod people;
mod permissions;
mod processes;
mod statuses;
mod teams;

use arrow_array::RecordBatch;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{ArrowError, SchemaRef};

use interlink::check::ProcessView;
use interlink::journal::{Position, StoreError, StreamId};
use interlink::kernel::{AsOf, Engine, Error, Moment};
use interlink::party::Organisation;
use interlink::types::{Language, Localized, OrganisationId, PersonId, ProcessId, Timestamp};

/// How many rows a reader gets at once.
const ROWS: usize = 1 << 16;

/// The tables there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Every event of the journal, in the order in which the store took them.
    Events,
    /// Every process, as it stands: how far it is, and when something was done in it last.
    Processes,
    /// Every item of every process, as it stands: status, times, and what it waits for.
    Items,
    /// Every status that an item had, from when and until when, one row an item and status.
    Statuses,
    /// What everybody may do in every process at a moment, one row a person and item.
    Permissions,
    /// Every contribution that was ever claimed.
    Contributions,
    /// What everybody said about every purpose, and whether her data may be processed for it at a moment.
    Consents,
    /// How many people took part, by month and kind, without the groups that are too small.
    Participation,
    /// How many people stood how to each purpose at the end of each month, without the groups that are too small.
    ConsentsByMonth,
    /// Every organisation, as it stands: what it is, and how many belong to it.
    Organisations,
    /// Every team, as it stands.
    Teams,
    /// Every time of belonging to an organisation or a team, past, present and to come.
    Memberships,
    /// Every role that was given and every restriction that was placed, past, present and to come.
    Grants,
    /// Every asset, without what it holds.
    Assets,
    /// Every assignment that was ever made.
    Assignments,
    /// Every document that a process is under or an organisation has published.
    Documents,
    /// How much each interlinker is used in every process, by month.
    Interlinkers,
    /// Who the pseudonyms are, as far as [`TableOptions::asked_by`] administers what they take part in. The one table with
    /// something of the vault.
    People,
}

/// What a table depends on besides the record.
#[derive(Debug, Clone, Copy)]
pub struct TableOptions {
    /// The moment that permissions, consents, memberships and grants are asked about; for the table of people what time it is,
    /// by the host's clock.
    pub at: Timestamp,
    /// Whether the record is asked for as it stood at that moment: what was recorded later is then not in it, and a process
    /// that had not begun has no rows. Consents are told by the times of what is on record, and else by what has become of
    /// them. Who people are, and what is counted by month, is told of the record as it is.
    pub past: bool,
    /// Events are those that the store took after this position; all there are, after 0.
    pub after: Position,
    /// Events are at most so many, from there.
    pub at_most: u64,
    /// The language that names are read in, where they have it.
    pub language: Language,
    /// The smallest group of people that is counted (k-anonymity); smaller ones are named and not counted. Five, where
    /// nothing speaks for another number.
    pub smallest_group: u32,
    /// The one process that is asked about, in tables of processes, items, permissions, contributions, grants, assets,
    /// assignments, documents and people; all there are, where none is given. Events are of all; so are counts of people, since a part of them beside the whole would give
    /// away what is left out.
    pub process: Option<ProcessId>,
    /// Who wants to know who people are; nobody, where that is not wanted.
    pub asked_by: Option<PersonId>,
}

impl TableOptions {
    /// Which state of the record is asked for.
    const fn as_of(&self) -> AsOf {
        if self.past { AsOf::Time(self.at) } else { AsOf::Now }
    }

    /// A text in the language that is asked for, or else in another.
    fn read<'t>(&self, text: &'t Localized, or: Language) -> &'t str {
        text.read(&self.language, &or).text
    }
}

/// How far a table is: what was done, and of how many; for those who wait. A no stops it.
pub type Progress<'a> = dyn FnMut(u64, u64) -> bool + 'a;

impl Table {
    /// All of them, in order.
    pub const ALL: [Self; 18] = [
        Self::Events,
        Self::Processes,
        Self::Items,
        Self::Statuses,
        Self::Permissions,
        Self::Contributions,
        Self::Consents,
        Self::Participation,
        Self::ConsentsByMonth,
        Self::Organisations,
        Self::Teams,
        Self::Memberships,
        Self::Grants,
        Self::Assets,
        Self::Assignments,
        Self::Documents,
        Self::Interlinkers,
        Self::People,
    ];

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Processes => "processes",
            Self::Items => "items",
            Self::Statuses => "statuses",
            Self::Permissions => "permissions",
            Self::Contributions => "contributions",
            Self::Consents => "consents",
            Self::Participation => "participation",
            Self::ConsentsByMonth => "consents_by_month",
            Self::Organisations => "organisations",
            Self::Teams => "teams",
            Self::Memberships => "memberships",
            Self::Grants => "grants",
            Self::Assets => "assets",
            Self::Assignments => "assignments",
            Self::Documents => "documents",
            Self::Interlinkers => "interlinkers",
            Self::People => "people",
        }
    }

    /// The table of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.as_str() == name)
    }

    /// Its columns: their names and types, and what they mean.
    #[must_use]
    pub fn schema(self) -> SchemaRef {
        match self {
            Self::Events => events::Rows::schema(),
            Self::Processes => processes::Rows::schema(),
            Self::Items => items::Rows::schema(),
            Self::Statuses => statuses::Rows::schema(),
            Self::Permissions => permissions::Rows::schema(),
            Self::Contributions => contributions::Rows::schema(),
            Self::Consents => consents::Rows::schema(),
            Self::Participation => participation::Rows::schema(),
            Self::ConsentsByMonth => consents_by_month::Rows::schema(),
            Self::Organisations => organisations::Rows::schema(),
            Self::Teams => teams::Rows::schema(),
            Self::Memberships => memberships::Rows::schema(),
            Self::Grants => grants::Rows::schema(),
            Self::Assets => assets::Rows::schema(),
            Self::Assignments => assignments::Rows::schema(),
            Self::Documents => documents::Rows::schema(),
            Self::Interlinkers => interlinkers::Rows::schema(),
            Self::People => people::Rows::schema(),
        }
    }

    /// The table as an Arrow IPC stream; `None` where `progress` said no.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Engine;
    /// use interlink_tables::{Table, TableOptions};
    /// let engine = Engine::open("memory:")?;
    /// let at = "2026-03-02T09:00:00.000Z".parse()?;
    /// let options = TableOptions {
    ///     at,
    ///     past: false,
    ///     after: interlink::journal::Position(0),
    ///     at_most: u64::MAX,
    ///     language: "en".parse()?,
    ///     smallest_group: 5,
    ///     process: None,
    ///     asked_by: None,
    /// };
    /// let stream = Table::Items.read(&engine, &options, &mut |_, _| true)?;
    /// assert!(stream.is_some());
    /// assert_eq!(Table::Items.schema().field(0).name(), "process");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such process; what the store reports, or that the record cannot be read.
    pub fn read(
        self,
        engine: &Engine,
        options: &TableOptions,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Vec<u8>>, Error> {
        let moment = &engine.moment()?;
        let rows = match self {
            Self::Events => events::read(moment, options, progress)?,
            Self::Processes => processes::read(moment, options, progress)?,
            Self::Items => items::read(moment, options, progress)?,
            Self::Statuses => statuses::read(moment, options, progress)?,
            Self::Permissions => permissions::read(moment, options, progress)?,
            Self::Contributions => contributions::read(moment, options, progress)?,
            Self::Consents => consents::read(moment, options, progress)?,
            Self::Participation => participation::read(moment, options, progress)?,
            Self::ConsentsByMonth => consents_by_month::read(moment, options, progress)?,
            Self::Organisations => organisations::read(moment, options, progress)?,
            Self::Teams => teams::read(moment, options, progress)?,
            Self::Memberships => memberships::read(moment, options, progress)?,
            Self::Grants => grants::read(moment, options, progress)?,
            Self::Assets => assets::read(moment, options, progress)?,
            Self::Assignments => assignments::read(moment, options, progress)?,
            Self::Documents => documents::read(moment, options, progress)?,
            Self::Interlinkers => interlinkers::read(moment, options, progress)?,
            Self::People => people::read(moment, options, progress)?,
        };
        rows.map(|rows| stream(&rows?)).transpose().map_err(unwritable)
    }
}

/// What tables ask of a moment.
trait Asked {
    fn processes(&self, options: &TableOptions) -> Result<Vec<ProcessId>, Error>;
    fn asked(&self, process: ProcessId, options: &TableOptions) -> Result<Option<ProcessView>, Error>;
    fn organisation_asked(
        &self,
        organisation: OrganisationId,
        options: &TableOptions,
    ) -> Result<Option<Organisation>, Error>;
}

impl Asked for Moment<'_> {
    /// The process that is asked about, or every one there is. Their names stand together, so nothing else is read.
    fn processes(&self, options: &TableOptions) -> Result<Vec<ProcessId>, Error> {
        if let Some(process) = options.process {
            return Ok(vec![process]);
        }
        self.all_of(ProcessId::from_bytes([0; 16]).into(), StreamId::process)
    }

    /// A process as it is asked for; `None` where it had not begun.
    fn asked(&self, process: ProcessId, options: &TableOptions) -> Result<Option<ProcessView>, Error> {
        begun(self.process_as_of(process, options.as_of()))
    }

    /// An organisation as it is asked for; `None` where there was none.
    fn organisation_asked(
        &self,
        organisation: OrganisationId,
        options: &TableOptions,
    ) -> Result<Option<Organisation>, Error> {
        begun(self.organisation_at(organisation, options.as_of()))
    }
}

/// What was found, or nothing of what had not begun at the moment that is asked for.
fn begun<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::VersionUnknown(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Rows, as far as they could be written; `None` where somebody did not want to wait.
type Read = Option<Result<RecordBatch, ArrowError>>;

/// Writes rows in pieces that share their dictionaries.
fn stream(rows: &RecordBatch) -> Result<Vec<u8>, ArrowError> {
    let mut writer = StreamWriter::try_new(Vec::with_capacity(rows.get_array_memory_size()), &rows.schema())?;
    for from in (0..rows.num_rows()).step_by(ROWS) {
        writer.write(&rows.slice(from, ROWS.min(rows.num_rows() - from)))?;
    }
    writer.into_inner()
}

/// Does something with each and says how far it is; whether it came to the end.
fn each<T: Copy>(
    all: &[T],
    progress: &mut Progress<'_>,
    mut act: impl FnMut(T) -> Result<(), Error>,
) -> Result<bool, Error> {
    let many = all.len() as u64;
    for (done, one) in (0..).zip(all) {
        if !progress(done, many) {
            return Ok(false);
        }
        act(*one)?;
    }
    progress(many, many);
    Ok(true)
}

/// Fills a table from every process that is asked about; `None` where somebody did not want to wait.
fn of_processes<R: Default>(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
    mut take: impl FnMut(&mut R, &ProcessView),
) -> Result<Option<R>, Error> {
    let mut rows = R::default();
    let whole = each(&engine.processes(options)?, progress, |process| {
        if let Some(view) = engine.asked(process, options)? {
            take(&mut rows, &view);
        }
        Ok(())
    })?;
    Ok(whole.then_some(rows))
}

/// Fills a table from every organisation; `None` where somebody did not want to wait.
fn of_organisations<R: Default>(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
    mut take: impl FnMut(&mut R, &Organisation),
) -> Result<Option<R>, Error> {
    let mut rows = R::default();
    let whole = each(&engine.organisations()?, progress, |organisation| {
        if let Some(organisation) = engine.organisation_asked(organisation, options)? {
            take(&mut rows, &organisation);
        }
        Ok(())
    })?;
    Ok(whole.then_some(rows))
}

/// A number, where the people that it is about are enough to be counted.
fn counted(number: u64, people: u64, options: &TableOptions) -> Option<u64> {
    (people >= u64::from(options.smallest_group)).then_some(number)
}

/// More rows than Arrow can count.
#[expect(clippy::needless_pass_by_value, reason = "it is what errors are mapped by")]
fn unwritable(error: ArrowError) -> Error {
    StoreError::Malformed(format!("the table cannot be written: {error}")).into()
}
