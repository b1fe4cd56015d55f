"""Whole tables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from . import _native
from ._moment import timestamp
from ._problem import call
from ._progress import telling
from ._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import types
    from ._moment import Moment
    from ._progress import Progress

TABLES = _native.tables()
#: The parameters of each table besides progress; the others contain everything, as of now.
TAKES = {
    "events": {"after", "at_most"},
    "processes": {"at", "language", "process"},
    "items": {"at", "language", "process"},
    "statuses": {"at", "language", "process"},
    "permissions": {"at", "past", "process"},
    "contributions": {"at", "process"},
    "consents": {"at", "past"},
    "participation": {"k"},
    "consents_by_month": {"at", "k"},
    "organisations": {"at", "past", "language"},
    "teams": {"at", "past", "language"},
    "memberships": {"at", "past"},
    "grants": {"at", "past", "process"},
    "assets": {"at", "process"},
    "assignments": {"at", "process"},
    "documents": {"at", "language", "process"},
    "interlinkers": {"at", "process"},
    "people": {"asked_by", "process"},
}
#: Tables of a state: they can be asked for as of a moment of the record.
STANDING = {"processes", "items", "statuses", "contributions", "assets", "assignments", "documents", "interlinkers"}
#: The most events of a piece, and the most changes of a batch.
PIECE, BATCH = 65_536, 1_000


def _from(after: int) -> int:
    """A position, before anything is read."""
    if isinstance(after, bool) or not isinstance(after, int) or after < 0:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValueError(f"after must be a position from 0; it is {after!r}")
    return after


def _many(size: int) -> int:
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValueError(f"a piece must have at least one row; size is {size!r}")
    return size


class Tables(ABC):
    """A method for each table."""

    @property
    @abstractmethod
    def _open(self) -> _native.Core:
        """The engine."""

    @abstractmethod
    def _changes(self, after: int, limit: int) -> list[types.ChangeEvent]:
        """The feed after a position."""

    def table(
        self,
        name: str,
        *,
        at: Moment | None = None,
        language: str | None = None,
        k: int | None = None,
        process: types.ProcessId | None = None,
        asked_by: types.HostId | None = None,
        past: bool | None = None,
        after: int | None = None,
        at_most: int | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """A whole table, by its name; each also has its own method.

        Args:
            name: The table. Parameters that its method does not have are refused.
            at: The moment asked about; now if absent. Tables of a state (``items``, …) are then as of the
                record at that moment.
            language: The language of names, if available; English if absent.
            k: The smallest group of people that is counted; five if absent.
            process: The process; all if absent.
            asked_by: The person who asks for people's identities.
            past: Whether the record is read as of ``at``: later records are excluded, and the
                recorded times decide about consents. Otherwise the present record is asked about
                ``at``, and whatever ended a consent counts, however it is dated.
            after: The position in the store after which events begin.
            at_most: The most events from there.
            progress: Called with the progress and the total, or ``True`` for a tqdm bar; an exception in it ends
                the work and is raised.
        """
        if name not in TABLES:
            raise ValueError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
        given = {"at": at, "language": language, "k": k, "process": process, "asked_by": asked_by, "past": past}
        given |= {"after": after, "at_most": at_most}
        takes = TAKES.get(name, set())
        for parameter, value in given.items():
            if value is not None and parameter not in takes:
                raise ValueError(f"the table {name} has no parameter {parameter}")
        if k is not None and (isinstance(k, bool) or k < 1):
            raise ValueError(f"k must be at least 1; it is {k!r}")
        if name == "people" and asked_by is None:
            raise ValueError("the table of people needs asked_by=…")
        options = _native.Options(
            at=timestamp(datetime.now(UTC) if at is None else at),
            past=past or (at is not None and name in STANDING),
            after=_from(after or 0),
            at_most=(1 << 63) - 1 if at_most is None else _many(at_most),
            language=language or "en",
            smallest_group=k or 5,
            process=process,
            asked_by=asked_by,
        )
        stream = telling(progress, name, lambda listener: call(lambda: self._open.table(name, options, listener)))
        assert stream is not None, "every listed table exists, and a stop has raised an exception"
        k_used = options.smallest_group if "k" in takes else None
        return Table(name, stream, options.at, k_used, options.after if name == "events" else None)

    def events(
        self, *, after: int | None = None, at_most: int | None = None, progress: Progress | None = None
    ) -> Table:
        """Every event of the journal, in the order of the store; or those after a position.

        The table's ``position`` is where the next one begins: ``engine.events(after=table.position)``.
        """
        return self.table("events", after=after, at_most=at_most, progress=progress)

    def events_in_pieces(self, *, after: int = 0, size: int = PIECE) -> Iterator[Table]:
        """The same in tables of at most ``size`` events, one after another: only one must fit into memory.

        It ends with the store's last event at that time. Each has its ``position``, from which to continue.
        """
        position, many = _from(after), _many(size)
        return self._pieces(position, many)

    def _pieces(self, position: int, size: int) -> Iterator[Table]:
        while True:
            piece = self.events(after=position, at_most=size)
            if (many := len(piece)) > 0:
                assert piece.position is not None, "a table of events has one"
                position = piece.position
                yield piece
            if many < size:
                return

    def changes_in_pieces(self, *, after: int = 0, size: int = BATCH) -> Iterator[list[types.ChangeEvent]]:
        """The events of ``changes`` after a position, as lists of limited length, until none are left.

        Continue from the last one's ``position`` next time.
        """
        position, many = _from(after), _many(size)
        return self._batches(position, many)

    def _batches(self, position: int, size: int) -> Iterator[list[types.ChangeEvent]]:
        while True:
            batch = self._changes(position, size)
            if batch:
                position = batch[-1]["position"]
                yield batch
            if len(batch) < size:
                return

    def processes(
        self,
        *,
        at: Moment | None = None,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every process, now or at a moment: its progress, and when it last changed."""
        return self.table("processes", at=at, language=language, process=process, progress=progress)

    def items(
        self,
        *,
        at: Moment | None = None,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every item of every process, now or at a moment: status, times, and prerequisites."""
        return self.table("items", at=at, language=language, process=process, progress=progress)

    def statuses(
        self,
        *,
        at: Moment | None = None,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every status of every item with its period, one row per item and status, up to a moment."""
        return self.table("statuses", at=at, language=language, process=process, progress=progress)

    def permissions_table(
        self,
        *,
        at: Moment | None = None,
        past: bool | None = None,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Everybody's permissions in every process at a moment, one row per person and item."""
        return self.table("permissions", at=at, past=past, process=process, progress=progress)

    def contributions(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """Every contribution that was ever claimed."""
        return self.table("contributions", at=at, process=process, progress=progress)

    def consents_table(
        self, *, at: Moment | None = None, past: bool | None = None, progress: Progress | None = None
    ) -> Table:
        """Every person's consent for every purpose, and whether their data may be processed for it.

        With ``past`` as of that moment; otherwise as of now, which is the answer to use before you
        process data.
        """
        return self.table("consents", at=at, past=past, progress=progress)

    def participation(self, *, k: int = 5, progress: Progress | None = None) -> Table:
        """The number of contributors per month and kind of party, without withdrawn or returned contributions.

        A group of fewer than k people is listed without its number.
        """
        return self.table("participation", k=k, progress=progress)

    def consents_by_month(self, *, at: Moment | None = None, k: int = 5, progress: Progress | None = None) -> Table:
        """Per purpose and month-end: the number of people in each consent state; small groups as above."""
        return self.table("consents_by_month", at=at, k=k, progress=progress)

    def organisations(
        self,
        *,
        at: Moment | None = None,
        past: bool | None = None,
        language: str = "en",
        progress: Progress | None = None,
    ) -> Table:
        """Every organisation: its kind, whether an operator verified it, and its number of members."""
        return self.table("organisations", at=at, past=past, language=language, progress=progress)

    def teams(
        self,
        *,
        at: Moment | None = None,
        past: bool | None = None,
        language: str = "en",
        progress: Progress | None = None,
    ) -> Table:
        """Every team."""
        return self.table("teams", at=at, past=past, language=language, progress=progress)

    def memberships(
        self, *, at: Moment | None = None, past: bool | None = None, progress: Progress | None = None
    ) -> Table:
        """Every membership of an organisation or a team, past, present and future.

        ``holds`` says whether it is valid at the moment asked about.
        """
        return self.table("memberships", at=at, past=past, progress=progress)

    def grants(
        self,
        *,
        at: Moment | None = None,
        past: bool | None = None,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every role granted and every restriction placed, past, present and future."""
        return self.table("grants", at=at, past=past, process=process, progress=progress)

    def assets_table(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """Every asset, including deleted ones, without their content."""
        return self.table("assets", at=at, process=process, progress=progress)

    def assignments(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """Every assignment that was ever made."""
        return self.table("assignments", at=at, process=process, progress=progress)

    def documents(
        self,
        *,
        at: Moment | None = None,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every document that a process uses or an organisation has published, one row per use."""
        return self.table("documents", at=at, language=language, process=process, progress=progress)

    def interlinkers(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """How much each interlinker is used, one row per process and month."""
        return self.table("interlinkers", at=at, process=process, progress=progress)

    def people(
        self,
        *,
        asked_by: types.HostId,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """The identities behind pseudonyms, if ``asked_by`` administers something that the person takes part in.

        These are personal data.
        """
        return self.table("people", asked_by=asked_by, process=process, progress=progress)
