"""A record in a file: many threads and engines on it, others who open it, and clocks that are wrong."""

from __future__ import annotations

import itertools
import json
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import interlink
import pytest
from conftest import command
from interlink import InterlinkError, types

NOTICE = Path(__file__).parents[3] / "examples" / "src" / "notice.json"
PURPOSE = "keep-in-touch"
#: What two people who act at once may honestly be told: she is gone by now, or it was said already.
HONEST = {"party.unknown", "person.erased", "consent.transition", "consent.overtaken", "member.exists"}

#: How many events a process begins with.
BEGINNING = 2

numbers = itertools.count(1)


def now(seconds: float = 0) -> str:
    """A moment as the record has it, so many seconds from now."""
    at = datetime.now(UTC) + timedelta(seconds=seconds)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def given(actor: str, kind: str, data: dict[str, object], stream: str | None = None, at: str = "") -> types.Command:
    """A command that is given now, or at another time."""
    return command(next(numbers), actor, kind, data, stream) | {"at": at or now()}  # type: ignore[return-value]


def founded(engine: interlink.Engine) -> str:
    """Founds the city; its stream."""
    data = {"organisation": "city", "name": {"en": "City"}, "kind": "public_administration", "team_creation": "members"}
    return engine.execute(given("anna", "organisation.register", data, at=now(-120)))["stream"]


def begun(engine: interlink.Engine) -> str:
    """Begins a process; its stream."""
    governance = next(model["document"] for model in engine.models()["models"] if model["id"] == "interlink.c2c")
    data = {"name": {"en": "A garden"}, "language": "en", "governance": governance}
    return engine.execute(given("anna", "process.create", data))["stream"]


def renamed(stream: str, name: str, at: str = "") -> types.Command:
    return given("anna", "process.edit", {"name": {"en": name}}, stream, at)


def together(works: list[Callable[[], None]]) -> None:
    """Does all of it at once; what goes wrong in one is raised."""
    failed: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    if failed:
        raise failed[0]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'record.sqlite'}"


@pytest.fixture
def engine(url: str) -> Iterator[interlink.Engine]:
    with interlink.Engine(url) as engine:
        yield engine


def told(engine: interlink.Engine, streams: list[str], people: list[str], at: str) -> list[str]:
    """Everything that an engine answers, byte for byte."""
    process = next(stream for stream in streams if stream.startswith("process/")).removeprefix("process/")
    asked: list[dict[str, object]] = [
        {"verify": {}},
        {"streams": {"limit": 10_000}},
        {"changes": {"after": 0, "limit": 10_000}},
        {"tree": {"process": process}},
        *({"consents": {"person": person, "at": at}} for person in people),
        *({"party": {"host_id": person}} for person in people),
    ]
    return [engine.request_json(json.dumps(request)) for request in asked]


def test_a_crowd_on_two_engines_and_one_file(engine: interlink.Engine, url: str) -> None:
    city, garden = founded(engine), begun(engine)
    notice = engine.add_document(json.loads(NOTICE.read_text(encoding="utf-8")))["document"]
    engine.execute(given("anna", "notice.publish", {"notice": notice}, city, now(-60)))
    people = [f"shared-{n}" for n in range(8)]
    told_no: Counter[str] = Counter()
    done: Counter[str] = Counter()

    def person_of(engine: interlink.Engine, person: str) -> str | None:
        party = engine.party(host_id=person).get("party")
        return party["person_id"] if party is not None and "person_id" in party else None  # type: ignore[typeddict-item]

    def work(engine: interlink.Engine, thread: int) -> None:
        def act(actor: str, kind: str, data: dict[str, object], stream: str | None = None) -> None:
            try:
                executed = engine.execute(given(actor, kind, data, stream, now((thread - 4) / 100)))
            except InterlinkError as error:
                assert error.code in HONEST, f"{kind}: {error}"
                told_no[error.code] += 1
            else:
                done[kind] += 1
                assert ("scrubbed" in executed) == (kind == "person.erase")

        for n in range(12):
            person = people[(thread * 3 + n) % len(people)] if n % 3 else f"own-{thread}-{n}"
            act("anna", "member.add", {"person": person}, city)
            consent = {"notice": notice, "organisation": "city", "purpose": PURPOSE, "language": "en"}
            act(person, "consent.give", consent | {"method": "form", "valid": {"days": 30}})
            act("anna", "process.edit", {"name": {"en": f"{thread} {n}"}}, garden)
            act(person, "consent.withdraw", {"organisation": "city", "purpose": PURPOSE})
            at = now()
            consents = engine.consents(person=person, at=at)
            here = engine.position
            engine.tree(process=garden.removeprefix("process/"))
            assert engine.position >= here > 0 and consents is not None
            engine.check(actor=person, permission="item.add", process=garden.removeprefix("process/"), at=at)
            if (who := person_of(engine, person)) is not None and n % 2:
                erase = {"acting_for": "city", "reason": "She asked."}
                act("anna", "person.erase", erase, f"person/{who}")
            if n % 4 == thread % 4:
                engine.verify()

    with interlink.Engine(url) as other:
        engines = [engine, other]
        together([lambda n=n: work(engines[n % 2], n) for n in range(8)])  # type: ignore[misc]
        assert min(done[kind] for kind in ("consent.give", "consent.withdraw", "person.erase")) > 10, (done, told_no)
        assert done["process.edit"] == 8 * 12, (done, told_no)
        at = now()
        with interlink.Engine(url) as fresh:
            streams = fresh.streams(limit=10_000)["streams"]
            one, two, three = (told(each, streams, people, at) for each in (engine, other, fresh))
            assert one == two == three
            assert not any('"problem"' in answer for answer in one)


def test_clocks_that_go_back_and_forth_hold_nobody_up(engine: interlink.Engine) -> None:
    garden = begun(engine)

    def work(thread: int) -> None:
        for n in range(15):
            engine.execute(renamed(garden, f"{thread} {n}", now((-1) ** n * thread / 200)))

    together([lambda n=n: work(n) for n in range(8)])  # type: ignore[misc]
    events = [change["event"] for change in engine.changes(after=0, limit=1000)["changes"]]
    times = [event["at"] for event in events]
    assert times == sorted(times) and len(times) == 8 * 15 + BEGINNING
    late = [event for event in events if "made_at" in event]
    assert late and all(event["made_at"] < event["at"] for event in late)  # type: ignore[typeddict-item]
    assert engine.verify()["events"] == len(events)


@pytest.mark.parametrize("held", [False, True])
def test_a_copy_of_sqlite_in_the_same_program_does_not_end_an_engine(
    engine: interlink.Engine, url: str, held: bool
) -> None:
    """What Python brings closes the file without knowing of the library's locks, which by POSIX takes them away.

    It does so between calls: in the middle of one it may cut short what the library has mapped, which ends the program.
    """
    garden, path = begun(engine), url.removeprefix("sqlite:")
    kept: list[str] = []
    failed: Counter[str] = Counter()

    def rename(name: str) -> None:
        try:
            engine.execute(renamed(garden, name))
            kept.append(name)
            engine.tree(process=garden.removeprefix("process/"))
        except InterlinkError as error:
            failed[error.code] += 1

    for n in range(30):
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            assert connection.execute("SELECT count(*) FROM event").fetchone()
            if held:
                rename(f"meanwhile {n}")
        rename(f"after {n}")
        engine.verify()
    assert set(failed) <= {"store.failed", "store.busy"} and failed.total() < 5, failed
    for n in range(10):
        engine.execute(renamed(garden, f"at last {n}"))
    verified = engine.verify()
    engine.close()
    with interlink.Engine(url) as again:
        assert again.verify() == verified
        changes = again.changes(after=0, limit=1000)["changes"]
        names = {change["event"]["data"].get("name", {}).get("en") for change in changes}  # type: ignore[union-attr, typeddict-item]
        assert set(kept) <= names, "what was acknowledged is there"


ACKNOWLEDGED = """
import os, signal, sqlite3, sys
from contextlib import closing
sys.path.insert(0, sys.argv[1])
import interlink, test_file
engine = interlink.Engine(sys.argv[2])
garden = test_file.begun(engine)
with closing(sqlite3.connect(sys.argv[2].removeprefix("sqlite:"))) as connection:
    connection.execute("SELECT count(*) FROM event").fetchone()
acknowledged = test_file.BEGINNING
for n in range(20):
    try:
        engine.execute(test_file.renamed(garden, f"name {n}"))
        acknowledged += 1
    except interlink.InterlinkError:
        pass
print(acknowledged, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_nothing_is_acknowledged_into_a_log_that_is_gone(url: str) -> None:
    """The copy of SQLite that Python brings deletes the log when it closes the file; the engine must notice."""
    tests = str(Path(__file__).parent)
    ran = subprocess.run([sys.executable, "-c", ACKNOWLEDGED, tests, url], capture_output=True, text=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    with interlink.Engine(url) as again:
        assert again.verify()["events"] >= int(ran.stdout) > BEGINNING + 15


def test_a_year_ahead_is_refused_and_is_got_out_of(engine: interlink.Engine, url: str) -> None:
    garden, ahead = begun(engine), now(365 * 86_400)
    with pytest.raises(InterlinkError) as caught:
        engine.execute(renamed(garden, "too soon", ahead))
    assert caught.value.code == "time.ahead"
    assert engine.verify()["events"] == BEGINNING
    engine.close()
    with interlink.Engine(f"{url}?skew_ms={400 * 86_400_000}") as patient:
        assert patient.execute(renamed(garden, "too soon", ahead))["events"][0]["at"] == ahead
    with interlink.Engine(f"{url}?skew_ms=300000&patience_ms=2000") as again:
        at = now()
        (event,) = again.execute(renamed(garden, "today", at))["events"]
        assert event["at"] == at and event["corrected_from"] == ahead  # type: ignore[typeddict-item]
        again.execute(renamed(garden, "tomorrow", now(60)))
        assert again.verify()["events"] == BEGINNING + 3
        assert again.tree(process=garden.removeprefix("process/"))["name"]["text"] == "tomorrow"


@pytest.mark.parametrize("options", ["?", "?mode=rw", "?patience_ms=", "?skew_ms=-1", "?mode=ro&", "?nothing=1"])
def test_options_that_there_are_not(url: str, options: str) -> None:
    with pytest.raises(InterlinkError) as caught:
        interlink.Engine(url + options)
    assert caught.value.code == "store.url"


def test_a_backup_is_read_where_nothing_can_be_written(engine: interlink.Engine, url: str, tmp_path: Path) -> None:
    garden, folder = begun(engine), tmp_path / "read only"
    folder.mkdir()
    copy = folder / "copy.sqlite"
    engine.backup(copy)
    engine.execute(renamed(garden, "later"))
    copy.chmod(0o444)
    folder.chmod(0o555)
    try:
        for _ in range(2):
            with interlink.Engine(f"sqlite:{copy}?mode=ro") as analyst:
                assert analyst.verify()["events"] == BEGINNING
                assert len(analyst.events()) == BEGINNING
                assert [each.name for each in folder.iterdir()] == ["copy.sqlite"]
    finally:
        folder.chmod(0o755)
    with pytest.raises(InterlinkError) as caught:
        engine.backup(copy)
    assert caught.value.code == "store.failed"
    with interlink.Engine() as memory, pytest.raises(InterlinkError) as caught:
        memory.backup(tmp_path / "memory.sqlite")
    assert caught.value.code == "store.no_backup"
