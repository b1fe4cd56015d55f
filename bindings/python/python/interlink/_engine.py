"""The engine."""

from __future__ import annotations

import base64
import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Self, TypedDict, cast

from . import _native
from ._acting import Acting
from ._asks import Asks
from ._columns import Questions, is_missing, plain
from ._moment import timestamp, written
from ._picture import Picture
from ._problem import InterlinkError, call, closed, read, refused
from ._progress import telling, waiting
from ._tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike
    from types import TracebackType

    from . import types
    from ._columns import Column
    from ._moment import Moment
    from ._progress import Progress

__all__ = ["Catalogue", "Engine", "Simulated"]


#: Requests that may take long: an interrupt does not wait for their end.
LONG = {"execute_many", "import_bundle", "verify"}
#: The size in bytes from which questions may take long; below that, a thread costs more than the answers.
MANY = 1 << 20


class Catalogue(TypedDict):
    """A catalogue that was read and stored."""

    #: Its document.
    catalogue: types.DocumentId
    #: The documents of its templates, ordered by folder name.
    templates: list[types.DocumentId]
    #: Remarks made while reading it.
    report: types.Report


class Simulated(TypedDict):
    """The result of a simulation."""

    #: The processes, in the order in which they began.
    processes: list[types.ProcessId]
    #: The organisations.
    organisations: list[types.OrganisationId]
    #: How many people were named in an accepted command.
    people: int
    #: How many commands were given, refused ones included.
    commands: int
    #: How many of them were refused.
    refused: int
    #: The reasons, counted by the code of the first reason.
    refusals: dict[types.Code, int]
    #: How many events the accepted commands led to.
    events: int
    #: How many processes finished and were closed.
    closed: int
    #: How many processes stalled before all was done.
    stalled: int


class Engine(Asks, Tables):
    """Opens a store, executes commands, answers questions, and returns whole tables.

    One engine may be used by many threads; long work lets the others run. Ctrl-C, or an exception of another signal
    handler, ends long work within a second: tables and simulations stop; work that cannot be stopped (verifying, a
    bundle, many commands or checks) continues in the background, and can be asked for again. A refusal raises
    :class:`InterlinkError` and changes nothing. Every request of the library is a method here, which returns plain
    dicts whose types are in :mod:`interlink.types`.

    >>> import interlink
    >>> with interlink.Engine() as engine:
    ...     sorted(model["id"] for model in engine.models()["models"])
    ['interlink.c2c', 'interlink.c2g', 'interlink.g+g', 'interlink.g2c']
    """

    def __init__(self, url: str = "memory:") -> None:
        """Opens the store that a URL names: ``memory:``, or ``sqlite:PATH``.

        A path may be followed by a question mark and options, joined by ``&``: ``mode=ro`` to read only, which needs no
        permission to write and leaves nothing beside the file,
        ``patience_ms=N`` for how long a call waits in all for others to release the file (default 10,000), and
        ``skew_ms=N`` for how far ahead of this machine's clock a command may be dated (default 300,000).
        """
        self._url = url
        self._process = os.getpid()
        self._latest = threading.local()
        self._core: _native.Core | None = call(lambda: _native.Core.open(url))

    @property
    def _open(self) -> _native.Core:
        if self._core is None:
            raise closed()
        if os.getpid() != self._process:
            message = "This engine was opened before the process was forked."
            raise refused("call.forked", message, "Open an engine in each process, after it was forked.")
        return self._core

    def __repr__(self) -> str:
        state = "" if self._core is not None else ", closed"
        return f"<interlink.Engine {self._url!r}{state}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __reduce__(self) -> NoReturn:
        raise TypeError("an engine holds a store and cannot be pickled; open one by its URL where it is needed")

    def close(self) -> None:
        """Closes the store. Running calls end first; later ones are refused."""
        core, self._core = self._core, None
        if core is not None and os.getpid() == self._process:
            core.close()

    @property
    def position(self) -> int:
        """The position of the store as of which this thread's latest answer is valid; 0 before its first.

        The answer includes everything up to it, and nothing later; ``changes(after=…, limit=…)`` then returns what
        has come since. Other threads have their own. Tables, added documents and the models that come with the
        library have no position and leave it unchanged; so does :meth:`request_json`, whose text contains it.
        """
        return cast("int", getattr(self._latest, "position", 0))

    def _is_of(self, position: int | None) -> None:
        if position is not None:
            self._latest.position = position

    # Requests that change something.

    def acting(
        self,
        actor: types.HostId,
        stream: types.StreamId | None = None,
        *,
        at: Moment | None = None,
        dry_run: bool = False,
    ) -> Acting:
        """An actor, with a method for each type of command: ``engine.acting("anna", process).task_start(item=…)``.

        Args:
            actor: The actor, by the host's id.
            stream: The stream, as in an answer (``"process/…"``). Commands that create a stream take none;
                organisations, members, teams and notices take an ``organisation/…``, commands about a person a
                ``person/…``, processes and everything in them a ``process/…``; consents and ratings need none.
            at: The time; by default the time of each call.
            dry_run: Whether commands are only decided, and nothing is appended.
        """
        return Acting(self.dry_run if dry_run else self.execute, actor, stream, at)

    def execute(self, command: types.Command) -> types.ExecutedView:
        """Executes a command: all of it, or nothing and an error with reasons.

        A command dated before the last event of its stream is recorded at that event's time, with its own time
        beside it (``made_at``). In a file, one dated too far ahead of this machine's clock is refused:
        ``time.ahead``. After an erasure the answer contains ``"scrubbed": False`` if a reader still uses an older
        state: the data can no longer be read, and their bytes are removed from the file as soon as possible.
        """
        return cast("types.ExecutedView", self._ask("execute", cast("dict[str, object]", command)))

    def execute_as_host(self, command: types.Command) -> types.ExecutedView:
        """Executes a command in the host's own name: for operators, never for a user's input."""
        return cast("types.ExecutedView", self._ask("execute_as_host", cast("dict[str, object]", command)))

    def execute_many(self, commands: Sequence[types.Command]) -> list[types.CommandOutcome]:
        """Executes commands one after another, each on its own, in one call; returns the outcome of each."""
        view = cast("types.OutcomesView", self._send("execute_many", list(commands)))
        for outcome in view["outcomes"]:
            self._is_of(cast("dict[str, int]", outcome).get("position"))
        return view["outcomes"]

    def add_document(self, document: types.DocumentInput) -> types.AddedView:
        """Stores a template, a catalogue, a governance model, a notice or another document."""
        return cast("types.AddedView", self._send("add_document", document))

    def add_message_catalogue(self, message_catalogue: types.MessageCatalogueDocument) -> types.LanguageView:
        """Adds a message catalogue, until the engine is closed."""
        return cast("types.LanguageView", self._send("add_message_catalogue", message_catalogue))

    def add_catalogue(self, folder: str | PathLike[str] | None = None) -> Catalogue:
        """Reads a catalogue in INTERLINK's folder layout and stores it with its templates; returns the ids and remarks.

        Without a folder, reads the small catalogue that comes with the library.
        """
        files = None
        if folder is not None:
            root = Path(folder)
            files = {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
        kept = call(lambda: self._open.add_catalogue(files))
        report = cast("types.Report", json.loads(kept.report))
        return Catalogue(catalogue=kept.catalogue, templates=kept.templates, report=report)

    def simulate(
        self,
        processes: int = 100,
        *,
        seed: int = 1,
        template: types.DocumentId | None = None,
        governance: types.DocumentId | None = None,
        begin: Moment = "2026-01-05T08:00:00.000Z",
        days: int = 365,
        progress: Progress | None = None,
    ) -> Simulated:
        """Simulates co-productions by ordinary commands: parties of all four kinds, refusals, consents and delays.

        The same seed makes the same record everywhere. Nobody and nothing in it is real.

        Args:
            processes: The number of processes.
            seed: The seed of the simulation; a different one for each run in one engine.
            template: The template of all processes; the one that comes with the library if absent.
            governance: The governance model of all processes; ``interlink.c2g`` if absent.
            begin: When the first organisation is registered. The simulation spans some two years, and a store in
                a file refuses commands dated ahead of its clock.
            days: Over how many days the processes begin.
            progress: Called with the number of ended processes and the total, or ``True`` for a tqdm bar; an exception
                in it ends the run.
        """
        template = template or self.add_catalogue()["templates"][0]
        governance = governance or next(
            model["document"] for model in self.models()["models"] if model["id"] == "interlink.c2g"
        )
        plan = _native.Simulation(
            seed=seed,
            processes=processes,
            template=str(template),
            governance=str(governance),
            begin=timestamp(begin),
            days=days,
        )
        try:
            said = telling(progress, "processes", lambda listener: call(lambda: self._open.simulate(plan, listener)))
        except InterlinkError as error:
            if error.code == "command.reused":
                error.add_note(f"each run in one engine needs a different seed; {seed} was used before")
            if error.code == "time.ahead":
                error.add_note("a store in a file has a clock: let the simulation begin some two years earlier")
            raise
        return cast("Simulated", json.loads(said))

    def backup(self, path: str | PathLike[str]) -> None:
        """Copies a store in a file into a new file, as it is now, while others continue.

        The copy contains everything in the store, including identities: protect it like the store, and keep it no
        longer. A person erased afterwards is still in it. ``interlink.Engine(f"sqlite:{path}?mode=ro")`` reads it.
        """
        to = os.fspath(path)
        waiting(lambda: call(lambda: self._open.backup(to)))

    def import_bundle(
        self,
        bundle: str | bytes,
        *,
        at: Moment | None = None,
        homes: Iterable[str] = (),
        source: str | None = None,
        take_over: Iterable[str] = (),
    ) -> types.Imported:
        """Imports a bundle, all of it or nothing.

        The other arguments are the host's terms, which the bundle cannot prove: the host's name for its source,
        which streams are at home there, and which are at home here from now on.
        """
        text = bundle.encode() if isinstance(bundle, str) else bytes(bundle)
        terms: dict[str, object] = {"homes": list(homes), "take_over": list(take_over)}
        if at is not None:
            terms["at"] = timestamp(at)
        if source is not None:
            terms["source"] = source
        if terms == {"homes": [], "take_over": []}:
            return cast("types.Imported", self._read(waiting(lambda: call(lambda: self._open.import_bundle(text)))))
        return cast("types.Imported", self._send("import_bundle", {"bundle": text.decode(), **terms}))

    def import_many(
        self, bundles: Iterable[str | bytes], progress: Progress | None = None, *, source: str | None = None
    ) -> list[types.Imported]:
        """Imports bundles of one source, one after another; stops at the first refused, and keeps those before it."""
        all_of_them = list(bundles)
        taken: list[types.Imported] = []

        def take(listener: _native.Progress | None) -> int:
            for bundle in all_of_them:
                taken.append(self.import_bundle(bundle, source=source))
                if listener is not None and not listener.on(len(taken), len(all_of_them)):
                    break
            return self.position

        self._is_of(telling(progress, "bundles", take) or None)
        return taken

    def add_archive(self, archive: bytes) -> tuple[types.ArchiveView, list[bytes]]:
        """Reads an export of the INTERLINK platform: its contents, and its files in the order of the view."""
        found = waiting(lambda: call(lambda: self._open.add_archive(bytes(archive))))
        return cast("types.ArchiveView", self._read(found.outcome)), found.files

    def to_archive(self, process: types.ProcessId, files: Iterable[bytes] = ()) -> tuple[bytes, types.Report]:
        """Writes a process as an export of the INTERLINK platform: the zip archive, and what it cannot hold.

        Args:
            process: The process.
            files: The files of assets, in any order: each is recognised by its SHA-256.
        """
        content = [base64.b64encode(file).decode() for file in files]
        view = self.write_archive(process=process, files=content)
        return base64.b64decode(view["archive"]), view["report"]

    def save_catalogue(self, catalogue: types.DocumentId, folder: str | PathLike[str]) -> list[Path]:
        """Writes a catalogue into a folder in INTERLINK's layout; what was read is written back in its place."""
        root, saved = Path(folder), []
        for file in self.write_catalogue(catalogue=catalogue)["files"]:
            path = root.joinpath(*file["path"].split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file["text"], encoding="utf-8", newline="")
            saved.append(path)
        return saved

    # Requests that only ask.

    def _changes(self, after: int, limit: int) -> list[types.ChangeEvent]:
        return cast("types.ChangesView", self._ask("changes", {"after": after, "limit": limit}))["changes"]

    def _ask(self, name: str, data: dict[str, object]) -> object:
        return self._send(name, data)

    def _send(self, name: str, data: object) -> object:
        text = written({name: data})
        return self._read(waiting(lambda: self.request_json(text)) if name in LONG else self.request_json(text))

    def _read(self, outcome: str) -> object:
        answer, position = read(outcome)
        self._is_of(position)
        return answer

    def request_json(self, request: str) -> str:
        """Any request as text, answered as text: byte for byte as in every binding."""
        # A lone surrogate cannot be encoded; as an escape it can, and is refused by the library.
        text = request.encode("utf-8", "backslashreplace").decode()
        return call(lambda: self._open.request(text))

    def export_bundle(
        self, process: types.ProcessId, *, vault: bool = False, person: types.HostId | None = None
    ) -> str:
        """Writes a process as a bundle, with personal data only if asked for.

        With ``person``, for the page shown to that person: it contains only their identity, and no consent events
        of others.
        """
        if person is None:
            bundle = waiting(lambda: call(lambda: self._open.export_bundle(str(process), vault)))
        else:
            bundle = waiting(lambda: call(lambda: self._open.export_bundle_for(str(process), person)))
        self._is_of(bundle.position)
        return bundle.text

    def check_many(self, questions: Iterable[types.CheckRequest]) -> list[bool]:
        """Whether actors may do things: many questions in one call. For millions, see :meth:`check_columns`."""
        questions = list(questions)
        columns = plain(questions)
        if columns is None:
            # Past states are read one by one; unknown or missing fields are refused.
            return [self._allowed(dict(question), row) for row, question in enumerate(questions)]
        return self._answers(Questions(*columns))

    def check_columns(
        self,
        actors: Column,
        permissions: Column,
        processes: Column,
        items: Column | None,
        at: Moment | Column,
    ) -> list[bool]:
        """Whether actors may do things, for questions in columns of equal length; one moment may apply to all.

        A column is a list, or one of pandas, polars, pyarrow or numpy. A missing item asks about the process
        as a whole; ``None`` for the column means that for all of them.

        Raises InterlinkError for the first question that has no answer, as ``stream.unknown`` or ``item.unknown``, with
        a note that names its row.
        """
        return self._answers(Questions((actors, permissions, processes, items), at))

    def _answers(self, questions: Questions) -> list[bool]:
        said = questions.ask(self._verdicts)
        while 2 in said:
            row = said.index(2)
            # The full check reports what is wrong.
            said[row] = self._allowed(questions.one(row), row)
        return cast("list[bool]", memoryview(said).cast("?").tolist())

    def _verdicts(self, names: _native.Questioned, packed: list[bytes], when: bytes) -> bytes:
        def ask() -> _native.Verdicts:
            return call(lambda: self._open.check_many(names, packed, when))

        verdicts = waiting(ask) if sum(map(len, packed)) > MANY else ask()
        self._is_of(verdicts.position)
        return verdicts.answers

    def _allowed(self, question: dict[str, object], row: int) -> bool:
        """One of many questions, asked on its own."""
        given = {name: value for name, value in question.items() if not is_missing(value)}
        try:
            return cast("types.Explanation", self._ask("check", given))["allowed"]
        except Exception as error:
            error.add_note(f"in row {row}, counted from 0")
            raise

    def picture(
        self,
        *,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        language: types.Language | None = None,
    ) -> Picture:
        """A process as a picture: its tree, each item's progress, and what is held back.

        Args:
            process: The process.
            as_of: The state asked about; the present one if absent.
            language: The language of names; the process's own if absent.
        """
        tree = {"process": process, "as_of": as_of, "language": language}
        request = written({"tree": {name: value for name, value in tree.items() if value is not None}})
        drawn = call(lambda: self._open.picture(request))
        assert drawn is not None, "a tree was asked for"
        self._is_of(drawn.position)
        return Picture(process, drawn.text)
