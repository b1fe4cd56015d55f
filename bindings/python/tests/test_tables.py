"""Whole tables, as those who count take them."""

from __future__ import annotations

import json
import pickle
import sys
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import duckdb
import interlink
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from conftest import Act
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

# All but the one that says who people are.
TABLES = [
    "events",
    "processes",
    "items",
    "statuses",
    "permissions",
    "contributions",
    "consents",
    "participation",
    "consents_by_month",
    "organisations",
    "teams",
    "memberships",
    "grants",
    "assets",
    "assignments",
    "documents",
    "interlinkers",
]
LATER = datetime(2028, 3, 2, 9, tzinfo=UTC)
#: Those that are asked about a moment.
AT = dict.fromkeys(("permissions", "consents", "consents_by_month"), LATER)


@pytest.fixture(scope="module")
def simulated() -> interlink.Engine:
    engine = interlink.Engine()
    said = engine.simulate(40, seed=7)
    assert len(said["processes"]) == 40
    assert said["refused"] == sum(said["refusals"].values()) > 0
    assert said["events"] == engine.verify()["events"]
    return engine


@pytest.mark.parametrize("name", TABLES)
def test_every_reader_sees_the_same(simulated: interlink.Engine, name: str) -> None:
    table = simulated.table(name, at=AT.get(name))
    frame, arrow, pandas_frame = table.to_polars(), table.to_arrow(), table.to_pandas()
    assert len(table) == len(frame) == len(arrow) == len(pandas_frame)
    # Nobody simulated makes an asset from an interlinker.
    assert (len(table) == 0) == (name == "interlinkers")
    assert table.columns == frame.columns == arrow.column_names == list(pandas_frame.columns)
    assert polars.DataFrame(pyarrow.table(table)).equals(frame)
    assert isinstance(pandas_frame, pandas.DataFrame)
    assert all(table.about[name].endswith(".") for name in table.columns)
    assert duckdb.sql("select count(*) from arrow").fetchall() == [(len(table),)]
    assert repr(table).startswith(f"<interlink.Table {name}: {len(table)} rows of ")


def test_no_engine_reserves_the_name_of_a_column(simulated: interlink.Engine) -> None:
    reserved = {
        "PostgreSQL": postgresql.base.RESERVED_WORDS,
        "MySQL": mysql.reserved_words.RESERVED_WORDS_MYSQL,
        "MariaDB": mysql.reserved_words.RESERVED_WORDS_MARIADB,
        "Oracle": oracle.base.RESERVED_WORDS,
        "SQL Server": mssql.base.RESERVED_WORDS,
        "SQLite": sqlite.base.SQLiteIdentifierPreparer.reserved_words,
        "duckdb": {
            word
            for (word,) in duckdb.sql(
                "select keyword_name from duckdb_keywords() where keyword_category in ('reserved', 'type_function')"
            ).fetchall()
        },
    }
    assert all(len(words) > 20 for words in reserved.values()) and "at" in reserved["duckdb"]
    for name in TABLES:
        for column in simulated.table(name, at=AT.get(name)).columns:
            assert [engine for engine, words in reserved.items() if column in {word.lower() for word in words}] == []


def test_items_are_those_of_the_trees(simulated: interlink.Engine) -> None:
    frame = simulated.items(language="it").to_polars()
    for process in frame["process"].unique().to_list()[:5]:
        tree = simulated.tree(process=process, language="it")
        phases = frame.filter((polars.col("process") == process) & (polars.col("kind") == "phase"))
        assert [phase["name"]["text"] for phase in tree["phases"]] == phases["name"].to_list()
        assert [phase["status"] for phase in tree["phases"]] == phases["status"].to_list()
    done = frame.filter(polars.col("status") == "finished")
    assert done["finished"].null_count() == 0 and (done["finished"] >= done["started"]).all()


def test_nothing_personal_is_in_any_table(simulated: interlink.Engine) -> None:
    everything = b"".join(simulated.table(name, at=AT.get(name)).to_bytes() for name in TABLES)
    for word in [b"citizen-0", b"-staff-"]:
        assert word not in everything, word


def test_who_people_are_is_told_to_who_may_know(simulated: interlink.Engine) -> None:
    contributions = simulated.contributions().to_polars()
    staff = sorted({person for person in _host_ids(simulated) if "staff" in person})
    told = {host_id: simulated.people(asked_by=host_id).to_polars() for host_id in staff}
    administers, host_ids = max(told.items(), key=lambda known: len(known[1]))
    assert administers in host_ids["host_id"]
    assert len(simulated.people(asked_by="nobody")) == 0
    # It joins with any other table.
    named = contributions.join(host_ids, on="person_id", how="inner", validate="m:1")
    assert 0 < len(named) < len(contributions)
    person = named.row(0, named=True)
    assert str(simulated.party(host_id=person["host_id"])["party"]["person_id"]) == person["person_id"]
    # About one process is told who administers it; some of the simulated ones begin after today.
    rows = [row for row in simulated.processes().to_pylist() if row["created"] < datetime.now(UTC)]
    unclosed = [row["process"] for row in rows if row["closed"] is None]
    seen: set[bool] = set()
    for asks in staff:
        told_of_one = [len(simulated.people(asked_by=asks, process=process)) > 0 for process in unclosed]
        many = len(unclosed)
        may = simulated.check_columns([asks] * many, ["process.administer"] * many, unclosed, None, LATER)
        assert told_of_one == may
        seen.update(may)
    assert seen == {True, False}


def _host_ids(engine: interlink.Engine) -> set[str]:
    names = (
        f"{kind}-{number:02}-staff-{nth}"
        for kind in ("city", "club", "company", "association")
        for number in range(40)
        for nth in range(6)
    )
    return {name for name in names if engine.party(host_id=name).get("party") is not None}


def test_tables_join(simulated: interlink.Engine) -> None:
    processes = simulated.processes().to_polars()
    items = simulated.items().to_polars()
    assert set(processes["process"]) == set(items["process"])
    tasks = items.filter(polars.col("kind").cast(str) == "task", polars.col("enabled"))
    counted = tasks.group_by("process").len().join(processes, on="process", validate="1:1")
    assert (counted["len"] == counted["tasks"]).all()
    claimed = simulated.contributions().to_polars().join(items, on=["process", "item"], validate="m:1")
    assert len(claimed) == len(simulated.contributions())
    last = simulated.events().to_polars().group_by("process").agg(polars.col("occurred_at").max())
    assert (
        processes.join(last, on="process", validate="1:1")["last"] == processes.join(last, on="process")["occurred_at"]
    ).all()
    waits = items.explode("waits_for").drop_nulls("waits_for")
    on = items.select("process", "item", waited_for="name")
    named = waits.join(on, left_on=["process", "waits_for"], right_on=["process", "item"], validate="m:1")
    assert len(named) == len(waits) > 0
    assert processes["organisation_name"].null_count() == processes["organisation_id"].null_count()
    process = processes["process"][0]
    assert simulated.items(process=process).to_polars().equals(items.filter(polars.col("process").cast(str) == process))
    with pytest.raises(interlink.InterlinkError) as refused:
        simulated.items(process="0" * 32)
    assert refused.value.code == "stream.unknown"


def test_consents_by_month_are_those_of_the_table_at_that_moment(simulated: interlink.Engine) -> None:
    by_month = simulated.consents_by_month(at=LATER, k=1).to_polars().with_columns(polars.col("state").cast(str))
    for month, after in [("2026-06-01", "2026-07-01"), ("2027-01-01", "2027-02-01")]:
        then = (
            simulated.consents_table(at=f"{after}T00:00:00.000Z", past=True)
            .to_polars()
            .with_columns(polars.col("state").cast(str))
        )
        then = then.filter((polars.col("state") != "unknown") & (polars.col("reason").cast(str) != "reason.erased"))
        counted = then.group_by("purpose", "state").agg(people=polars.col("person_id").n_unique())
        said = by_month.filter(polars.col("month").cast(str) == month)
        both = said.join(counted, on=["purpose", "state"], how="full", suffix="_counted")
        assert both["people"].to_list() == both["people_counted"].to_list()
        assert len(both) > 3
    few = simulated.consents_by_month(at=LATER, k=10).to_polars()
    assert few["people"].drop_nulls().min() >= 10 and few["people"].null_count() > 0


def test_permissions_are_those_of_the_checks(engine: interlink.Engine, garden: str) -> None:
    rows = engine.permissions_table(at="2026-03-02T10:00:00.000Z").to_polars()
    assert rows["process"].to_list() == [garden]
    allowed = engine.permissions(party={"person": "anna"}, process=garden, at="2026-03-02T10:00:00.000Z")
    assert rows["permissions"].to_list()[0] == allowed["process"]


def test_a_parquet_file_says_what_it_is(simulated: interlink.Engine, tmp_path: Path) -> None:
    path = tmp_path / "items.parquet"
    simulated.items().to_parquet(path, licence="CC0-1.0", title="Made up")
    read = pyarrow.parquet.read_table(path)
    card = json.loads(read.schema.metadata[b"interlink"])
    assert (card["table"], card["licence"], card["title"]) == ("items", "CC0-1.0", "Made up")
    assert set(card["columns"]) == set(read.column_names)
    assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(len(read),)]
    with pytest.raises(interlink.InterlinkError) as refused:
        simulated.items().to_parquet(tmp_path / "free.parquet", licence="free for all")
    assert (refused.value.code, refused.value.path) == ("licence.malformed", "/licence")
    assert not (tmp_path / "free.parquet").exists()


def test_a_table_shows_itself(simulated: interlink.Engine) -> None:
    table = simulated.items()
    assert table.head(3) == table.to_pylist()[:3] and len(table.head()) == 10
    shown = table._repr_html_()
    assert shown.count("<tr>") == 11 and f"10 of {len(table):,} rows" in shown
    assert simulated.participation().head(10_000) == simulated.participation().to_pylist()
    with pytest.raises(TypeError, match="to_bytes"):
        pickle.dumps(table)


@pytest.mark.parametrize("package", ["polars", "pyarrow", "pandas"])
def test_what_is_not_installed_is_named(
    simulated: interlink.Engine, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    table = simulated.processes()
    give = {"polars": table.to_polars, "pyarrow": table.to_arrow, "pandas": table.to_pandas}[package]
    with pytest.raises(ModuleNotFoundError, match=f"this needs {package}: pip install {package}"):
        give()


def test_progress_may_be_a_bar(engine: interlink.Engine, capsys: pytest.CaptureFixture[str]) -> None:
    engine.simulate(3, progress=True)
    engine.items(progress=True)
    bars = capsys.readouterr().err
    assert "processes: 100%" in bars and "items: 100%" in bars and "3/3" in bars


def test_progress_is_told_and_an_exception_in_it_ends_the_work(simulated: interlink.Engine) -> None:
    seen: list[tuple[int, int]] = []
    simulated.items(progress=lambda done, of: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1] == 40 and seen == sorted(seen)

    def enough(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulated.items(progress=enough)
    with pytest.raises(ValueError, match="there is no table"):
        simulated.table("names")
    wrong = [("events", "process"), ("items", "k"), ("events", "at"), ("participation", "process"), ("people", "at")]
    for name, parameter in wrong:
        with pytest.raises(ValueError, match=f"the table {name} has no parameter {parameter}"):
            simulated.table(name, **{parameter: "0" * 32})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="is neither"):
        simulated.items(progress=1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="asked_by"):
        simulated.table("people")
    with pytest.raises(ValueError, match="at least 1; it is 0"):
        simulated.participation(k=0)


@pytest.mark.parametrize("k", [True, False])
def test_a_yes_is_no_number_of_people(simulated: interlink.Engine, k: bool) -> None:
    """Python takes True for 1, with which everybody would be counted, however few they are."""
    for table in (simulated.participation, simulated.consents_by_month):
        with pytest.raises(ValueError, match=f"at least 1; it is {k}"):
            table(k=k)
    for name in ("participation", "consents_by_month"):
        with pytest.raises(ValueError, match=f"at least 1; it is {k}"):
            simulated.table(name, k=k)


def test_small_groups_are_not_counted(simulated: interlink.Engine, tmp_path: Path) -> None:
    claimed = (
        simulated.contributions()
        .to_polars()
        .filter(polars.col("status").cast(str).is_in(["claimed", "accepted"]))
        .with_columns(month=polars.col("claimed").dt.truncate("1mo").dt.date())
    )
    groups = claimed.group_by("month", polars.col("stakeholder_kind").cast(str)).agg(
        people=polars.col("person_id").cast(str).n_unique(), contributions=polars.len()
    )
    for k in (1, 5, 20):
        said = simulated.participation(k=k).to_polars().with_columns(polars.col("stakeholder_kind").cast(str))
        both = said.join(groups, on=["month", "stakeholder_kind"], suffix="_counted", validate="1:1")
        assert len(both) == len(said) == len(groups)
        small = both.filter(polars.col("people_counted") < k)
        assert (
            small["people"].null_count()
            == small["contributions"].null_count()
            == small["processes"].null_count()
            == len(small)
        )
        large = both.filter(polars.col("people_counted") >= k)
        assert large["people"].to_list() == large["people_counted"].to_list()
        assert large["contributions"].to_list() == large["contributions_counted"].to_list()
        assert (len(small) > 0) == (k > 1)
    simulated.participation().to_parquet(tmp_path / "p.parquet", licence="CC0-1.0")
    card = json.loads(pyarrow.parquet.read_schema(tmp_path / "p.parquet").metadata[b"interlink"])
    assert card["k"] == 5


def test_the_same_seed_makes_the_same_record(act: Act) -> None:
    def bundles(seed: int) -> list[str]:
        with interlink.Engine() as engine:
            return [engine.export_bundle(process, vault=True) for process in engine.simulate(3, seed=seed)["processes"]]

    assert bundles(1) == bundles(1) != bundles(2)


def test_the_official_catalogue(engine: interlink.Engine) -> None:
    folder = Path(__file__).parents[4] / "shared" / "data" / "interlink"
    if not folder.exists():
        pytest.skip(f"SKIPPED: there is no {folder}")
    kept = engine.add_catalogue(folder)
    assert len(kept["templates"]) == 3 and kept["report"]["anomalies"]
    said = engine.simulate(5, template=kept["templates"][0])
    assert len(engine.items()) % 5 == 0 and len(said["processes"]) == 5


def test_csv_and_xlsx_open(simulated: interlink.Engine, tmp_path: Path) -> None:
    table = simulated.items()
    table.to_csv(tmp_path / "items.csv")
    table.to_xlsx(tmp_path / "items.xlsx")
    assert (tmp_path / "items.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    read = pandas.read_csv(tmp_path / "items.csv", keep_default_na=False)
    assert list(read.columns) == table.columns and len(read) == len(table)
    rows = table.to_pylist()
    assert read["item"].tolist() == [row["item"] for row in rows]
    assert read["process_name"].tolist() == [row["process_name"] for row in rows]
    with ZipFile(tmp_path / "items.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(table) + 1 and "<f>" not in sheet


def test_a_text_in_a_csv_is_no_formula(engine: interlink.Engine, garden: str, act: Act, tmp_path: Path) -> None:
    act("anna", "process.edit", {"name": {"en": '=HYPERLINK("http://example.org")'}}, f"process/{garden}")
    engine.processes().to_csv(tmp_path / "processes.csv")
    text = (tmp_path / "processes.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text and ',"=' not in text


def test_who_people_are_is_not_given_away(simulated: interlink.Engine, tmp_path: Path) -> None:
    people = simulated.people(asked_by="city-00-staff-0")
    for licence in ("CC-BY-4.0", "CC0-1.0", "ODbL-1.0"):
        with pytest.raises(ValueError, match="cannot be licensed"):
            people.to_parquet(tmp_path / "people.parquet", licence=licence)
    assert not (tmp_path / "people.parquet").exists()
    people.to_parquet(tmp_path / "people.parquet", licence="LicenseRef-internal")


def test_as_of_a_moment_a_table_is_what_it_was_then(engine: interlink.Engine, garden: str, act: Act) -> None:
    stream = f"process/{garden}"
    act("anna", "item.add", {"kind": "phase", "name": {"en": "Look"}}, stream)
    before = datetime(2026, 3, 2, 9, 2, 30, tzinfo=UTC)
    said = {name: engine.table(name).to_pylist() for name in ("processes", "items", "statuses", "assets")}
    grants = engine.grants(at=before).to_pylist()
    act("anna", "item.add", {"kind": "phase", "name": {"en": "Build"}}, stream)
    given = {"holder": {"person": "bruno"}, "role": "organiser"}
    act("anna", "role.grant", given, stream)
    for name, rows in said.items():
        assert engine.table(name, at=before).to_pylist() == rows, name
    assert len(engine.items()) == 2 and engine.items(at=before).at == "2026-03-02T09:02:30.000Z"
    assert engine.grants(at=before, past=True).to_pylist() == grants
    assert len(engine.grants(at=before)) == len(grants) + 1
    assert len(engine.items(at=datetime(2026, 1, 1, tzinfo=UTC))) == 0
    with pytest.raises(interlink.InterlinkError, match=r"no process|not known|unknown"):
        engine.items(at=before, process="0" * 32)


def test_a_status_begins_where_the_one_before_ended(simulated: interlink.Engine) -> None:
    frame = simulated.statuses().to_polars()
    now = simulated.items().to_polars()
    last = frame.filter(polars.col("ended").is_null())
    both = last.join(now, on=["process", "item"], suffix="_now", validate="1:1")
    assert len(both) == len(now) and (both["status"].cast(str) == both["status_now"].cast(str)).all()
    tasks = both.filter(polars.col("kind").cast(str) == "task", polars.col("status").cast(str) == "finished")
    assert len(tasks) > 0 and (tasks["since"] == tasks["finished"]).all()
    awaiting = frame.filter(polars.col("free_since").is_not_null())
    assert (awaiting["free_since"] >= awaiting["since"]).all()


def test_pieces_put_together_are_the_whole(simulated: interlink.Engine) -> None:
    whole = simulated.events()
    for size in (1_000, len(whole), len(whole) + 1):
        pieces = list(simulated.events_in_pieces(size=size))
        assert max(map(len, pieces)) <= size and len(pieces) == -(-len(whole) // size)
        assert polars.concat([piece.to_polars() for piece in pieces]).equals(whole.to_polars())
        assert pieces[-1].position == whole.position
    assert whole.position is not None and simulated.items().position is None
    half = next(simulated.events_in_pieces(size=len(whole) // 2))
    rest = simulated.events(after=half.position)
    assert polars.concat([half.to_polars(), rest.to_polars()]).equals(whole.to_polars())
    nothing = simulated.events(after=whole.position)
    assert len(nothing) == 0 and nothing.position == whole.position
    assert list(simulated.events_in_pieces(after=whole.position)) == []
    changes = [change for batch in simulated.changes_in_pieces(size=997) for change in batch]
    assert [change["position"] for change in changes] == whole.to_polars()["store_position"].to_list()
    begin = whole.position - 5
    assert [len(batch) for batch in simulated.changes_in_pieces(after=begin, size=2)] == [2, 2, 1]
    for wrong in (-1, True, "3"):
        with pytest.raises(ValueError, match="position"):
            simulated.events(after=wrong)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="position"):
            simulated.changes_in_pieces(after=wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="one row"):
        simulated.events_in_pieces(size=0)
