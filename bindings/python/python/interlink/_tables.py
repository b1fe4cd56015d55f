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
    from . import types
    from ._moment import Moment
    from ._progress import Progress

TABLES = _native.tables()
#: What each takes besides progress; the others are of all there is, as it is now.
TAKES = {
    "processes": {"language", "process"},
    "items": {"language", "process"},
    "permissions": {"at", "process"},
    "contributions": {"process"},
    "consents": {"at", "past"},
    "participation": {"k"},
    "consents_by_month": {"at", "k"},
    "organisations": {"at", "language"},
    "teams": {"at", "language"},
    "memberships": {"at"},
    "grants": {"at", "process"},
    "assignments": {"process"},
    "documents": {"language", "process"},
    "people": {"asked_by", "process"},
}


class Tables(ABC):
    """A method for each table."""

    @property
    @abstractmethod
    def _open(self) -> _native.Core:
        """The engine underneath."""

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
        progress: Progress | None = None,
    ) -> Table:
        """A whole table: one of those that have a method of their own.

        Args:
            name: Which. What it does not take may not be given; see its method.
            at: The moment that permissions or consents are asked about; now if absent.
            language: The language that names are read in, where they have it; English if absent.
            k: The smallest group of people that is counted; five if absent.
            process: The one process that is asked about; all if absent.
            asked_by: Who wants to know who people are.
            past: Whether ``at`` is a past moment: then the times of what is on record decide about consents. Without it
                ``at`` is what the clock says now, and whatever ended a consent counts, however it is dated.
            progress: Is told how far it is, and of how much, or ``True`` for a bar of tqdm; an exception in it ends
                the work and is raised.
        """
        if name not in TABLES:
            raise ValueError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
        given = {"at": at, "language": language, "k": k, "process": process, "asked_by": asked_by, "past": past}
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
            past=past or False,
            language=language or "en",
            smallest_group=k or 5,
            process=process,
            asked_by=asked_by,
        )
        stream = telling(progress, name, lambda listener: call(lambda: self._open.table(name, options, listener)))
        assert stream is not None, "an engine has every table that is listed, and who stopped it has raised something"
        return Table(name, stream, options.at, options.smallest_group if "k" in takes else None)

    def events(self, *, progress: Progress | None = None) -> Table:
        """Every event of the journal, in the order in which the store took them."""
        return self.table("events", progress=progress)

    def processes(
        self,
        *,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every process, as it stands: how far it is, and when something was done in it last."""
        return self.table("processes", language=language, process=process, progress=progress)

    def items(
        self,
        *,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every item of every process, as it stands: status, times, and what it waits for."""
        return self.table("items", language=language, process=process, progress=progress)

    def permissions_table(
        self,
        *,
        at: Moment | None = None,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """What everybody may do in every process at a moment, one row a person and item."""
        return self.table("permissions", at=at, process=process, progress=progress)

    def contributions(self, *, process: types.ProcessId | None = None, progress: Progress | None = None) -> Table:
        """Every contribution that was ever claimed."""
        return self.table("contributions", process=process, progress=progress)

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
        self, *, at: Moment | None = None, language: str = "en", progress: Progress | None = None
    ) -> Table:
        """Every organisation: what it is, whether an operator verified it, and how many belong to it."""
        return self.table("organisations", at=at, language=language, progress=progress)

    def teams(self, *, at: Moment | None = None, language: str = "en", progress: Progress | None = None) -> Table:
        """Every team."""
        return self.table("teams", at=at, language=language, progress=progress)

    def memberships(self, *, at: Moment | None = None, progress: Progress | None = None) -> Table:
        """Every time of belonging to an organisation or a team, past, present and to come.

        ``holds`` says whether it holds at the moment that is asked about.
        """
        return self.table("memberships", at=at, progress=progress)

    def grants(
        self,
        *,
        at: Moment | None = None,
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every role that was given and every restriction that was placed, past, present and to come."""
        return self.table("grants", at=at, process=process, progress=progress)

    def assignments(self, *, process: types.ProcessId | None = None, progress: Progress | None = None) -> Table:
        """Every assignment that was ever made."""
        return self.table("assignments", process=process, progress=progress)

    def documents(
        self,
        *,
        language: str = "en",
        process: types.ProcessId | None = None,
        progress: Progress | None = None,
    ) -> Table:
        """Every document that a process is under or an organisation has published, one row a use."""
        return self.table("documents", language=language, process=process, progress=progress)

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
