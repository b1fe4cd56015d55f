//! Whole tables for analysis, as Apache Arrow: one row per event, item, contribution and so on.
//!
//! A table is written as an [Arrow IPC stream](https://arrow.apache.org/docs/format/Columnar.html), which pandas,
//! polars, duckdb and every other Arrow reader accept without an object for each value. Its schema describes each
//! column (the metadata `about`). People are pseudonyms, and no table contains data of the vault except
//! [`Table::People`], which has rows only for a person who may know them.
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

/// The tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Every event of the journal, in the order of the store.
    Events,
    /// Every process: its progress, and when it last changed.
    Processes,
    /// Every item of every process: status, times, and prerequisites.
    Items,
    /// Every status of every item with its period, one row per item and status.
    Statuses,
    /// Everybody's permissions in every process at a moment, one row per person and item.
    Permissions,
    /// Every contribution ever claimed.
    Contributions,
    /// Every person's consent for every purpose, and whether their data may be processed for it at a moment.
    Consents,
    /// The number of people who took part, per month and kind. Groups smaller than `smallest_group` are suppressed.
    Participation,
    /// Per purpose and month-end: the number of people in each consent state. Groups smaller than `smallest_group` are
    /// suppressed.
    ConsentsByMonth,
    /// Every organisation: its kind, and its number of members.
    Organisations,
    /// Every team.
    Teams,
    /// Every membership of an organisation or a team, past, present and future.
    Memberships,
    /// Every role granted and every restriction placed, past, present and future.
    Grants,
    /// Every asset, without its content.
    Assets,
    /// Every assignment ever made.
    Assignments,
    /// Every document that a process uses or an organisation has published.
    Documents,
    /// How much each interlinker is used in every process, by month.
    Interlinkers,
    /// The identities behind pseudonyms, if [`TableOptions::asked_by`] administers something that the person takes part
    /// in. The only table with data of the vault.
    People,
}

/// The parameters of a table.
#[derive(Debug, Clone, Copy)]
pub struct TableOptions {
    /// The moment for permissions, consents, memberships and grants; for the table of people the current time, by the
    /// host's clock.
    pub at: Timestamp,
    /// Whether the record is read as of that moment: later records are excluded, and a process that had not begun has
    /// no rows. Consents are then decided by the recorded times, otherwise by their present state. The table of people
    /// and the monthly counts always use the present record.
    pub past: bool,
    /// Events come after this position; 0 for all.
    pub after: Position,
    /// The most events from there.
    pub at_most: u64,
    /// The language of names, if available.
    pub language: Language,
    /// The smallest group of people that is counted (k-anonymity); smaller ones are listed without a number. Use five
    /// unless there is a reason for another number.
    pub smallest_group: u32,
    /// The process, for tables of processes, items, permissions, contributions, grants, assets, assignments, documents
    /// and people; all processes if `None`. Tables of events ignore it; so do counts of people, since a part beside the
    /// whole would reveal what is suppressed.
    pub process: Option<ProcessId>,
    /// The person who asks for people's identities, if anybody does.
    pub asked_by: Option<PersonId>,
}

impl TableOptions {
    /// The state of the record to read.
    const fn as_of(&self) -> AsOf {
        if self.past { AsOf::Time(self.at) } else { AsOf::Now }
    }

    /// A text in the language asked for, or else in another.
    fn read<'t>(&self, text: &'t Localized, or: Language) -> &'t str {
        text.read(&self.language, &or).text
    }
}

/// Receives the progress: the amount done and the total. Returning false stops the work.
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

    /// The table with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.as_str() == name)
    }

    /// Its columns: names, types and descriptions.
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

    /// The table as an Arrow IPC stream; `None` if `progress` stopped it.
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

/// Questions of tables to a moment.
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
    /// The process asked about, or every process. Their names are adjacent, so nothing else is read.
    fn processes(&self, options: &TableOptions) -> Result<Vec<ProcessId>, Error> {
        if let Some(process) = options.process {
            return Ok(vec![process]);
        }
        self.all_of(ProcessId::from_bytes([0; 16]).into(), StreamId::process)
    }

    /// A process in the state asked for; `None` if it had not begun.
    fn asked(&self, process: ProcessId, options: &TableOptions) -> Result<Option<ProcessView>, Error> {
        begun(self.process_as_of(process, options.as_of()))
    }

    /// An organisation in the state asked for; `None` if there was none.
    fn organisation_asked(
        &self,
        organisation: OrganisationId,
        options: &TableOptions,
    ) -> Result<Option<Organisation>, Error> {
        begun(self.organisation_at(organisation, options.as_of()))
    }
}

/// The result, or `None` for something that had not begun at the moment asked for.
fn begun<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::StreamSeqUnknown(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The rows, or why they cannot be written; `None` if the work was stopped.
type Read = Option<Result<RecordBatch, ArrowError>>;

/// Writes rows in pieces that share their dictionaries.
fn stream(rows: &RecordBatch) -> Result<Vec<u8>, ArrowError> {
    let mut writer = StreamWriter::try_new(Vec::with_capacity(rows.get_array_memory_size()), &rows.schema())?;
    for from in (0..rows.num_rows()).step_by(ROWS) {
        writer.write(&rows.slice(from, ROWS.min(rows.num_rows() - from)))?;
    }
    writer.into_inner()
}

/// Processes each value and reports progress; returns whether it completed.
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

/// Fills a table from every process asked about; `None` if the work was stopped.
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

/// Fills a table from every organisation; `None` if the work was stopped.
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

/// A number, if the group is large enough to be counted.
fn counted(number: u64, people: u64, options: &TableOptions) -> Option<u64> {
    (people >= u64::from(options.smallest_group)).then_some(number)
}

/// More rows than Arrow can count.
#[expect(clippy::needless_pass_by_value, reason = "used to map errors")]
fn unwritable(error: ArrowError) -> Error {
    StoreError::Malformed(format!("the table cannot be written: {error}")).into()
}
