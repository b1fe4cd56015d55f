"""What an engine does, and what it refuses."""

from __future__ import annotations

import copy
import gc
import json
import os
import pickle
import re
import resource
import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import interlink
import numpy
import pandas
import polars
import pyarrow
import pytest
from conftest import NOW, Act, command
from interlink import InterlinkError


def test_a_decision_is_explained(engine: interlink.Engine, garden: str) -> None:
    at = "2026-03-02T10:00:00.000Z"
    said = engine.check(actor="bruno", permission="item.add", process=garden, at=at)
    assert (said["allowed"], said["reasons"][0]["code"]) == (False, "reason.stranger")
    assert engine.check(actor="anna", permission="item.add", process=garden, at=at)["allowed"]


def test_a_refusal_says_everything(engine: interlink.Engine, act: Act, garden: str) -> None:
    with pytest.raises(InterlinkError) as caught:
        act("bruno", "item.add", {"kind": "phase", "name": {"en": "Plan"}}, f"process/{garden}")
    error = caught.value
    assert (error.code, error.path) == ("permission.denied", "/execute/actor")
    assert error.reasons[0]["code"] == "reason.stranger"
    assert error.help and error.message and error.code in str(error) and error.details["permission"] == "item.add"
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.path, again.reasons, str(again)) == (
        error.code,
        error.path,
        error.reasons,
        str(error),
    )
    assert engine.verify()["events"] == 2


@pytest.mark.parametrize("language", ["es", "it", "lv"])
def test_an_engine_refuses_in_the_language_that_it_speaks(engine: interlink.Engine, language: str) -> None:
    engine.request_json(json.dumps({"set_language": {"language": language}}))
    english = "There is no"
    for act in (lambda: engine.export_bundle("0" * 32), lambda: engine.tree(process="0" * 32)):
        with pytest.raises(InterlinkError) as caught:
            act()
        assert caught.value.code == "stream.unknown"
        assert english not in caught.value.message


def test_many_commands_each_for_itself(engine: interlink.Engine) -> None:
    founding = [
        command(
            n,
            "anna",
            "organisation.register",
            {
                "organisation": name,
                "name": {"en": name},
                "kind": "public_administration",
                "team_creation": "members",
            },
        )
        for n, name in enumerate(["city", "city", "club"], 1)
    ]
    outcomes = engine.execute_many(founding)
    assert ["ok" in outcome for outcome in outcomes] == [True, False, True]
    assert outcomes[1]["problem"]["code"] == "party.host_id_taken"  # type: ignore[typeddict-item]


def test_checks_in_columns_say_what_checks_say(engine: interlink.Engine, garden: str) -> None:
    people, permissions = ["anna", "bruno", "anna\U0001f33b"], ["item.add", "process.view", "prerequisite.waive"]
    moments = [NOW - timedelta(days=1), NOW + timedelta(hours=1), "2027-01-01T00:00:00.000Z"]
    asked = [(who, what, at) for who in people for what in permissions for at in moments]
    said = engine.check_columns(
        [who for who, _, _ in asked],
        [what for _, what, _ in asked],
        [garden] * len(asked),
        [None] * len(asked),
        [at for _, _, at in asked],
    )
    one_by_one = [
        engine.check(actor=who, permission=what, process=garden, at=at)["allowed"]  # type: ignore[arg-type]
        for who, what, at in asked
    ]
    assert said == one_by_one
    assert set(said) == {True, False}
    questions = [{"actor": "anna", "permission": "item.add", "process": garden, "at": "2026-03-02T10:00:00.000Z"}]
    assert engine.check_many(questions) == [True]  # type: ignore[arg-type]
    assert engine.check_many([]) == []


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("processes", "0" * 32, "stream.unknown"),
        ("items", "0" * 32, "item.unknown"),
        ("permissions", "garden.dig", "permission.unknown"),
        ("actors", "", "host_id.malformed"),
        ("processes", "x", "id.malformed"),
    ],
)
def test_questions_without_an_answer(engine: interlink.Engine, garden: str, column: str, value: str, code: str) -> None:
    columns: dict[str, list[str | None]] = {
        "actors": ["anna"],
        "permissions": ["item.add"],
        "processes": [garden],
        "items": [None],
    }
    columns = {name: [*whole, *whole] for name, whole in columns.items()}
    columns[column][1] = value
    with pytest.raises(InterlinkError) as caught:
        engine.check_columns(**columns, at=NOW)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert caught.value.__notes__ == ["in row 1, counted from 0"]


def test_columns_of_data_frames(engine: interlink.Engine, act: Act, garden: str) -> None:
    item = act("anna", "item.add", {"kind": "phase", "name": {"en": "Plan"}}, f"process/{garden}")["events"][0]
    columns: dict[str, list[object]] = {
        "actors": ["anna", "bruno", "anna"],
        "permissions": ["item.add"] * 3,
        "processes": [garden] * 3,
        "items": [item["data"]["item"], None, None],  # type: ignore[index]
        "at": [NOW + timedelta(hours=1), NOW + timedelta(hours=1), NOW + timedelta(days=9)],
    }
    expected = [True, False, True]
    assert engine.check_columns(**columns) == expected  # type: ignore[arg-type]
    for frame in (polars.DataFrame(columns), pandas.DataFrame(columns), pyarrow.table(columns)):
        assert engine.check_columns(**{name: frame[name] for name in columns}) == expected
    missing = pandas.Series(columns["items"]).astype("string")
    assert missing.isna().sum() == 2
    assert engine.check_columns(**{**columns, "items": missing, "actors": numpy.array(columns["actors"])}) == expected  # type: ignore[arg-type]
    assert engine.check_columns(**{**columns, "at": (at for at in columns["at"])}) == expected  # type: ignore[arg-type]
    with pytest.raises(InterlinkError) as caught:
        engine.check_columns(**{**columns, "actors": ["anna", 5, "anna"]})  # type: ignore[arg-type]
    assert caught.value.code == "json.wrong_type" and "row 1" in caught.value.__notes__[0]


@pytest.mark.parametrize("wrong", [5, 1.5, True, ("x",), b"0" * 32])
@pytest.mark.parametrize("column", ["actors", "permissions", "processes", "items"])
def test_what_is_no_name_is_not_passed_over(engine: interlink.Engine, garden: str, column: str, wrong: object) -> None:
    columns: dict[str, list[object]] = {
        "actors": ["anna", "anna"],
        "permissions": ["item.add", "item.add"],
        "processes": [garden, garden],
        "items": [None, None],
    }
    assert engine.check_columns(**columns, at=NOW + timedelta(hours=1)) == [True, True]
    columns[column][1] = wrong
    with pytest.raises((InterlinkError, TypeError)) as caught:
        engine.check_columns(**columns, at=NOW + timedelta(hours=1))
    assert caught.value.__notes__ == ["in row 1, counted from 0"]
    question = {"actor": "anna", "permission": "item.add", "process": garden, "at": NOW + timedelta(hours=1)}
    assert engine.check_many([question]) == [True]  # type: ignore[list-item]
    with pytest.raises((InterlinkError, TypeError)):
        engine.check_many([question | {column.removesuffix("s").removesuffix("e"): wrong}])  # type: ignore[list-item]


def test_questions_have_nothing_else_in_them(engine: interlink.Engine, garden: str) -> None:
    question = {"actor": "anna", "permission": "item.add", "process": garden, "at": NOW, "itm": garden}
    with pytest.raises(InterlinkError) as caught:
        engine.check_many([question])  # type: ignore[list-item]
    assert caught.value.code == "json.unknown_field"
    with pytest.raises(InterlinkError) as caught:
        engine.check_many([{"actor": "anna"}])  # type: ignore[typeddict-item]
    assert caught.value.code == "json.missing_field"
    asked = {"actor": "anna", "permission": "item.add", "process": garden, "at": NOW + timedelta(hours=1)}
    assert engine.check_many(question for question in [asked, asked | {"as_of": None}]) == [True, True]  # type: ignore[misc]
    with pytest.raises(InterlinkError) as caught:
        engine.check_many([asked | {"as_of": "now"}, asked | {"item": "x"}])  # type: ignore[list-item]
    assert caught.value.__notes__ == ["in row 1, counted from 0"]
    with pytest.raises(TypeError, match="not a column"):
        engine.check_columns("anna", ["item.add"] * 4, [garden] * 4, None, NOW)


def test_the_night_in_which_summer_time_ends(engine: interlink.Engine, act: Act, garden: str) -> None:
    until = {"until": "2026-10-25T01:00:00.000Z"}
    act("anna", "role.grant", {"holder": {"person": "bruno"}, "role": "organiser"} | until, f"process/{garden}")
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Rome"), fold=fold) for fold in (0, 1, 0)]
    assert twice[0] == twice[1], "as Python sees it"
    expected = [engine.check(actor="bruno", permission="item.add", process=garden, at=at)["allowed"] for at in twice]
    assert expected == [True, False, True]
    assert engine.check_columns(["bruno"] * 3, ["item.add"] * 3, [garden] * 3, None, twice) == expected
    question = {"actor": "bruno", "permission": "item.add", "process": garden}
    assert engine.check_many([question | {"at": at} for at in twice]) == expected  # type: ignore[misc]


def test_what_is_no_column_is_refused(engine: interlink.Engine, garden: str) -> None:
    for no_column in ({"anna"}, {"anna": 1}, pandas.DataFrame({"anna": ["x"]}), numpy.array("anna"), "anna"):
        with pytest.raises(TypeError, match="not a column"):
            engine.check_columns(no_column, ["item.add"], [garden], None, NOW)


def test_a_surrogate_that_stands_alone_is_nobody(engine: interlink.Engine, act: Act) -> None:
    nobody = "\ufffd\ufffd\ufffd"
    governance = next(m["document"] for m in engine.models()["models"] if m["id"] == "interlink.c2c")
    data = {"name": {"en": "A garden"}, "language": "en", "governance": governance}
    process = act(nobody, "process.create", data)["stream"].removeprefix("process/")
    at = NOW + timedelta(hours=1)
    assert engine.check(actor=nobody, permission="item.add", process=process, at=at)["allowed"]
    for ask in (
        lambda: engine.check(actor="\ud800", permission="item.add", process=process, at=at),
        lambda: engine.check_columns(["\ud800"], ["item.add"], [process], None, at),
        lambda: engine.request_json('{"party":{"host_id":"\ud800"}}') and engine.party(host_id="\ud800"),
    ):
        with pytest.raises(InterlinkError) as caught:
            ask()
        assert caught.value.code == "json.syntax"


def test_a_second_run_takes_another_seed(engine: interlink.Engine) -> None:
    engine.simulate(1)
    with pytest.raises(InterlinkError) as caught:
        engine.simulate(1)
    assert caught.value.code == "command.reused" and "different seed" in caught.value.__notes__[0]
    assert caught.value.__cause__ is None and caught.value.__suppress_context__
    assert engine.simulate(1, seed=2)["processes"]


def test_any_moment_of_rfc_3339_and_no_other(engine: interlink.Engine, garden: str) -> None:
    later = ["2026-03-02t09:01:00.0009z", "2026-03-02T10:01:00+01:00", "2026-03-02T09:01:00.123456789-00:00"]
    earlier = ["2026-03-02T09:00:59.9999999Z", "2026-03-02T08:00:59.99-01:00", "2026-02-28T23:59:60Z"]
    for at in later + earlier:
        one = engine.check(actor="anna", permission="item.add", process=garden, at=at)["allowed"]
        assert one == (at in later), at
        assert engine.check_columns(["anna"], ["item.add"], [garden], [None], at) == [one], at
    for at in ["yesterday", "2026-03-02", "2026-03-02T09:00:00", "2026-03-02 10:00:00.000Z", "2026-W10-1T10:00:00Z"]:
        with pytest.raises(InterlinkError) as caught:
            engine.check_columns(["anna"], ["item.add"], [garden], [None], at)
        assert caught.value.code == "time.malformed"
    assert engine.check_columns(["anna"], ["item.add"], [garden], [None], NOW + timedelta(microseconds=60_000_999))


def test_checks_of_the_past(engine: interlink.Engine, act: Act, garden: str) -> None:
    act("anna", "role.grant", {"holder": {"person": "bruno"}, "role": "organiser"}, f"process/{garden}")
    asked = {"actor": "bruno", "permission": "item.add", "process": garden, "at": "2026-03-03T09:00:00.000Z"}
    questions = [asked, asked | {"as_of": {"seq": 2}}]
    assert engine.check_many(questions) == [True, False]  # type: ignore[arg-type]


def test_times_need_a_zone(engine: interlink.Engine, garden: str) -> None:
    with pytest.raises(ValueError, match="zone"):
        engine.check_columns(["anna"], ["item.add"], [garden], [None], datetime(2026, 3, 2))
    for no_moment in (date(2026, 3, 2), 5, [NOW]):
        if no_moment != [NOW]:
            with pytest.raises(TypeError, match="is not a moment"):
                engine.check_columns(["anna"], ["item.add"], [garden], None, no_moment)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="is not a moment") as caught:
            engine.check_columns(["anna"] * 2, ["item.add"] * 2, [garden] * 2, None, [NOW, no_moment])
        assert caught.value.__notes__ == ["in row 1, counted from 0"]
    with pytest.raises(TypeError, match="cannot be written"):
        engine.check(actor={1}, permission="item.add", process=garden, at=NOW)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="length"):
        engine.check_columns(["anna"], [], [garden], [None], NOW)


def test_bundles_go_out_and_in(engine: interlink.Engine, garden: str) -> None:
    bundle = engine.export_bundle(garden, vault=True)
    assert "anna" in engine.export_bundle(garden, person="anna")
    assert "anna" not in engine.export_bundle(garden, person="zoe")
    with interlink.Engine() as other:
        taken = other.import_many([bundle, bundle.encode()])
        assert [view["events"] for view in taken] == [2, 0]
        # What is handed on says how old it is, in a line of its own; so the hashes and the count at the end are others.
        said = [line.split(" ", 1)[1] for line in other.export_bundle(garden, vault=True).splitlines()]
        told = [line.split(" ", 1)[1] for line in bundle.splitlines()]
        assert [line for line in said if not line.startswith(('{"known":', '{"end":'))] == told[:-1]
        assert sum(line.startswith('{"known":') for line in said) == 1
        with pytest.raises(InterlinkError) as caught:
            other.import_bundle(bundle.replace("anna", "anja"))
        assert caught.value.code == "bundle.changed"


def test_closed_is_closed(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'record.sqlite'}"
    with interlink.Engine(url) as engine:
        engine.execute(
            command(
                1,
                "anna",
                "organisation.register",
                {"organisation": "city", "name": {"en": "City"}, "kind": "citizen", "team_creation": "members"},
            )
        )
        assert repr(engine) == f"<interlink.Engine {url!r}>"
    engine.close()
    assert repr(engine).endswith(", closed>")
    for act in (engine.verify, engine.items, lambda: engine.check_many([])):
        with pytest.raises(InterlinkError) as caught:
            act()
        assert caught.value.code == "call.closed"
    with interlink.Engine(f"{url}?mode=ro") as again:
        assert again.verify()["events"] == 1
    with pytest.raises(InterlinkError) as caught:
        interlink.Engine("postgres:nowhere")
    assert caught.value.code == "store.url"


def test_closing_while_others_work() -> None:
    engine = interlink.Engine()
    codes: set[str] = set()

    def work() -> None:
        try:
            while True:
                engine.verify()
        except InterlinkError as error:
            codes.add(error.code)

    threads = [threading.Thread(target=work) for _ in range(4)]
    [thread.start() for thread in threads]
    engine.close()
    [thread.join() for thread in threads]
    assert codes == {"call.closed"}


def test_hostile_values_are_refused_and_the_engine_goes_on(engine: interlink.Engine, garden: str) -> None:
    for text in [
        "",
        "null",
        "{",
        "[]",
        "\x00",
        "\ud800",
        '{"verify":{}}x',
        "[" * 100_000,
        '{"tree":{"process":"\ud800"}}',
        "x" * 2_000_000,
    ]:
        assert '"problem"' in engine.request_json(text)
    for bundle in ["", "x", b"\xff\xfe", b"\x00" * 100_000]:
        with pytest.raises(InterlinkError):
            engine.import_bundle(bundle)
    with pytest.raises(InterlinkError):
        engine.add_archive(b"no zip")
    assert engine.verify()["events"] == 2


def test_neither_pickled_nor_copied(engine: interlink.Engine) -> None:
    for act in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled"):
            act(engine)


def test_after_a_fork_it_says_so(engine: interlink.Engine) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            engine.verify()
            said = "nothing"
        except InterlinkError as error:
            said = error.code
        engine.close()
        os.write(writer, said.encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 100) == b"call.forked"
    assert engine.verify()["events"] == 0


def test_threads_share_an_engine(engine: interlink.Engine, garden: str) -> None:
    failed: list[BaseException] = []

    def work(person: int) -> None:
        try:
            for n in range(50):
                edit = command(1000 + person * 100 + n, "anna", "process.edit", {"name": {"en": f"{person} {n}"}})
                # Clocks go back and forth by milliseconds.
                at = NOW + timedelta(hours=1, milliseconds=5 * n + (-1) ** n * person)
                when = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
                executed = engine.execute(edit | {"at": when, "stream": f"process/{garden}"})  # type: ignore[typeddict-unknown-key]
                assert engine.position == executed["seq"]
                engine.tree(process=garden)
                assert engine.position >= executed["seq"]
                engine.events()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(person,)) for person in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not failed, "whose clock is late is recorded all the same"
    events = [change["event"] for change in engine.changes(after=0, limit=1000)["changes"]]
    times = [event["at"] for event in events]
    assert times == sorted(times) and any("made_at" in event for event in events)
    assert engine.verify()["events"] == 2 + 8 * 50


def test_an_engine_knows_the_position_of_its_latest_answer(engine: interlink.Engine, act: Act, garden: str) -> None:
    here = engine.changes(after=0, limit=100)["changes"][-1]["position"]
    at = NOW + timedelta(hours=1)
    asks: list[Callable[[], object]] = [
        lambda: engine.tree(process=garden),
        lambda: engine.export_bundle(garden),
        lambda: engine.picture(process=garden),
        lambda: engine.check_columns(["anna"], ["item.add"], [garden], None, at),
        engine.verify,
        engine.models,
    ]
    for ask in asks:
        ask()
        assert engine.position == here
    act("anna", "process.edit", {"name": {"en": "A yard"}}, f"process/{garden}")
    assert engine.position == here + 1
    edits = [command(100 + n, "anna", "process.edit", {"name": {"en": f"{n}"}}, f"process/{garden}") for n in range(3)]
    refused = command(200, "bruno", "process.edit", {"name": {"en": "His"}}, f"process/{garden}")
    engine.execute_many([*edits, refused])
    assert engine.position == here + 4
    seen: list[int] = []

    def elsewhere() -> None:
        seen.append(engine.position)
        engine.verify()
        seen.append(engine.position)

    engine.execute(command(300, "anna", "process.edit", {"name": {"en": "Last"}}, f"process/{garden}"))
    with interlink.Engine() as other:
        events = other.import_bundle(engine.export_bundle(garden, vault=True))["events"]
        # And the record of the import itself.
        assert other.position == events + 1 > 1
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [0, here + 5] and engine.position == here + 5


def test_long_work_lets_others_run() -> None:
    with interlink.Engine() as engine:
        seen, ready = [0], threading.Event()

        def count() -> None:
            ready.set()
            while ready.is_set():
                seen[0] += 1

        other = threading.Thread(target=count)
        other.start()
        before = seen[0]
        engine.simulate(60)
        ready.clear()
        other.join()
        assert seen[0] - before > 10_000


def test_fifty_thousand_engines_leave_nothing_behind() -> None:
    def use(times: int) -> int:
        for _ in range(times):
            with interlink.Engine() as engine:
                engine.request_json('{"changes":{"limit":1}}')
        gc.collect()
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = use(5_000)
    assert use(45_000) - before < 20_000, "kilobytes"


def test_commands_are_methods(engine: interlink.Engine) -> None:
    anna = engine.acting("anna")
    registered = anna.organisation_register(
        organisation="city", name={"en": "City"}, kind="public_administration", team_creation="members"
    )
    city = engine.acting("anna", registered["stream"])
    assert engine.acting("anna", registered["stream"], dry_run=True).member_add(person="bruno")["seq"] == 2
    assert city.member_add(person="bruno")["seq"] == 2
    assert city.latest is not None and engine.execute(city.latest)["repeated"], "sent again it is done once"
    with pytest.raises(InterlinkError) as caught:
        city.expecting(1).member_remove(person="bruno")
    assert caught.value.code == "stream.conflict"
    assert city.expecting(2).member_remove(person="bruno")["seq"] == 3
    with pytest.raises(TypeError):
        city.member_add(persn="bruno")  # type: ignore[call-arg]
    # There is a method for each type that the schema of commands has.
    schema = json.loads((Path(__file__).parents[3] / "docs" / "schema" / "command.json").read_text(encoding="utf-8"))
    kinds = set(re.findall(r'"const": "([a-z_]+\.[a-z_]+)"', json.dumps(schema["oneOf"])))
    methods = {name for name in dir(interlink.Acting) if not name.startswith("_")} - {"expecting"}
    assert {kind.replace(".", "_") for kind in kinds} == methods and len(kinds) > 80
