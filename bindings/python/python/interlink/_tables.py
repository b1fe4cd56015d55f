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
#: What each takes besides progress; the others are of all there is, as it is now.
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
#: How something stands: a moment that is asked about is one of the record's own.
STANDING = {"processes", "items", "statuses", "contributions", "assets", "assignments", "documents", "interlinkers"}
#: How many events a piece has, and how many changes a batch.
PIECE, BATCH = 65_536, 1_000


def _from(after: int) -> int:
    """A position, before anything is read."""
    if isinstance(after, bool) or not isinstance(after, int) or after < 0:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValueError(f"after is a position, from 0; it is {after!r}")
    return after


def _many(size: int) -> int:
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValueError(f"a piece has one row at least; size is {size!r}")
    return size


class Tables(ABC):
    """A method for each table."""

    @property
    @abstractmethod
    def _open(self) -> _native.Core:
        """The engine underneath."""

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
        """A whole table: one of those that have a method of their own.

        Args:
            name: Which. What it does not take may not be given; see its method.
            at: The moment that is asked about; now if absent. Tables of how something stands (``items``, …) are then of
                the record as it stood at that moment.
            language: The language that names are read in, where they have it; English if absent.
            k: The smallest group of people that is counted; five if absent.
            process: The one process that is asked about; all if absent.
            asked_by: Who wants to know who people are.
            past: Whether the record is asked for as it stood at ``at``: what was recorded later is not in it, and the
                times of what is on record decide about consents. Without it what is on record now is asked about
                ``at``, and whatever ended a consent counts, however it is dated.
            after: The position in the store after which events begin.
            at_most: How many events at most, from there.
            progress: Is told how far it is, and of how much, or ``True`` for a bar of tqdm; an exception in it ends
                the work and is raised.
        """
        if name not in TABLES:
            raise ValueError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
        given = {"at": at, "language": language, "k": k, "process": process, "asked_by": asked_by, "past": past}
        given |= {"after": after, "at_most": at_most}
        takes = TAKES.get(name, set())
        for parameter, value in given.items():
            if value is not None and parameter not in takes:
                raise ValueError(f"the table {name} takes no {parameter}")
        if k is not None and (isinstance(k, bool) or k < 1):
            raise ValueError(f"k is how many people a group has at least, from 1; it is {k!r}")
        if name == "people" and asked_by is None:
            raise ValueError("who people are is told to somebody: say asked_by=…")
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
        assert stream is not None, "an engine has every table that is listed, and who stopped it has raised something"
        k_used = options.smallest_group if "k" in takes else None
        return Table(name, stream, options.at, k_used, options.after if name == "events" else None)

    def events(
        self, *, after: int | None = None, at_most: int | None = None, progress: Progress | None = None
    ) -> Table:
        """Every event of the journal, in the order in which the store took them; or what came after a position.

        The table's ``position`` is where the next one begins: ``engine.events(after=table.position)``.
        """
        return self.table("events", after=after, at_most=at_most, progress=progress)

    def events_in_pieces(self, *, after: int = 0, size: int = PIECE) -> Iterator[Table]:
        """The same in tables of so many events at most, one after another: no more than one has to fit into memory.

        It ends with what the store has when the last one is read. Each has its ``position``: who stops begins there.
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
        """What ``changes`` tells after a position, as lists of so many events at most, until nothing is left.

        The last one's ``position`` is where to begin the next time.
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
        """Every process, as it stands or stood: how far it is, and when something was done in it last."""
        return self.table("processes", at=at, language=language, process=process, progress=progress)

    def items(
        self,
        *,
        at: Moment | None = None,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every item of every process, as it stands or stood: status, times, and what it waits for."""
        return self.table("items", at=at, language=language, process=process, progress=progress)

    def statuses(
        self,
        *,
        at: Moment | None = None,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every status that an item had, from when and until when, one row an item and status; up to a moment."""
        return self.table("statuses", at=at, language=language, process=process, progress=progress)

    def permissions_table(
        self,
        *,
        at: Moment | None = None,
        past: bool | None = None,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """What everybody may do in every process at a moment, one row a person and item."""
        return self.table("permissions", at=at, past=past, process=process, progress=progress)

    def contributions(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """Every contribution that was ever claimed."""
        return self.table("contributions", at=at, process=process, progress=progress)

    def consents_table(
        self, *, at: Moment | None = None, past: bool | None = None, progress: Progress | None = None
    ) -> Table:
        """What everybody said about every purpose, and whether her data may be processed for it.

        With ``past`` as it stood at that moment; without it as it stands, which is the answer for whoever is about to
        process data.
        """
        return self.table("consents", at=at, past=past, progress=progress)

    def participation(self, *, k: int = 5, progress: Progress | None = None) -> Table:
        """How many people made contributions, by month and kind of party, without those taken back or returned.

        A group of fewer than k people is named and not counted.
        """
        return self.table("participation", k=k, progress=progress)

    def consents_by_month(self, *, at: Moment | None = None, k: int = 5, progress: Progress | None = None) -> Table:
        """How many people stood how to each purpose at the end of each month, up to a moment; small groups as above."""
        return self.table("consents_by_month", at=at, k=k, progress=progress)

    def organisations(
        self,
        *,
        at: Moment | None = None,
        past: bool | None = None,
        language: str = "en",
        progress: Progress | None = None,
    ) -> Table:
        """Every organisation: what it is, whether an operator verified it, and how many belong to it."""
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
        """Every time of belonging to an organisation or a team, past, present and to come.

        ``holds`` says whether it holds at the moment that is asked about.
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
        """Every role that was given and every restriction that was placed, past, present and to come."""
        return self.table("grants", at=at, past=past, process=process, progress=progress)

    def assets_table(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """Every asset, those that were deleted included, without what they hold."""
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
        """Every document that a process is under or an organisation has published, one row a use."""
        return self.table("documents", at=at, language=language, process=process, progress=progress)

    def interlinkers(
        self, *, at: Moment | None = None, process: types.ProcessId | None = None, progress: Progress | None = None
    ) -> Table:
        """How much each interlinker is used, one row a process and month."""
        return self.table("interlinkers", at=at, process=process, progress=progress)

    def people(
        self,
        *,
        asked_by: types.HostId,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Who the pseudonyms are, as far as somebody administers now what they take part in.

        These are personal data.
        """
        return self.table("people", asked_by=asked_by, process=process, progress=progress)
