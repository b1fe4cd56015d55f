"""Pictures show what the tables say."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import interlink
import pytest
from conftest import Act
from interlink import pictures
from matplotlib.dates import date2num
from matplotlib.patches import Rectangle

SVG = "{http://www.w3.org/2000/svg}"
LATER = datetime(2028, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def simulated() -> interlink.Engine:
    engine = interlink.Engine()
    engine.simulate(60, seed=11)
    return engine


def test_a_process_as_a_picture(engine: interlink.Engine, act: Act, garden: str, tmp_path: Path) -> None:
    for name in ("Plan", "<script>alert(1)</script>"):
        act("anna", "item.add", {"kind": "phase", "name": {"en": name, "it": "Piano"}}, f"process/{garden}")
    picture = engine.picture(process=garden)
    assert picture._repr_html_() == picture.svg and garden in repr(picture)
    picture.save(tmp_path / "garden.svg")
    root = ElementTree.parse(tmp_path / "garden.svg").getroot()
    assert root.tag == f"{SVG}svg" and root.findtext(f"{SVG}title") == "\u2068A garden\u2069"
    assert [group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")] == [
        "\u2068Plan\u2069",
        "\u2068<script>alert(1)</script>\u2069",
    ]
    assert engine.picture(process=garden, language="it").svg.count(">\u2068Piano\u2069<") == 4
    assert engine.picture(process=garden, as_of={"seq": 1}).svg.count("<g>") == 0
    second = datetime(2026, 3, 2, 9, 2, tzinfo=UTC)
    assert engine.picture(process=garden, as_of={"time": second}).svg.count("<g>") == 1
    for refused, code in [({"process": "x"}, "id.malformed"), ({"process": "0" * 32}, "stream.unknown")]:
        with pytest.raises(interlink.InterlinkError) as error:
            engine.picture(**refused)
        assert error.value.code == code
    states = [
        {"time": "yesterday"},
        {"seq": 99},
        {"verson": 2},
        {"seq": -1},
        {"seq": True},
        3,
        second,
        "then",
    ]
    for refused in ({"language": "no language"}, *({"as_of": state} for state in states)):
        with pytest.raises(interlink.InterlinkError) as from_picture:
            engine.picture(process=garden, **refused)  # type: ignore[arg-type]
        with pytest.raises(interlink.InterlinkError) as from_tree:
            engine.tree(process=garden, **refused)  # type: ignore[arg-type]
        assert (from_picture.value.code, from_picture.value.path) == (from_tree.value.code, from_tree.value.path)


def test_progress_draws_a_bar_for_whatever_began(simulated: interlink.Engine, tmp_path: Path) -> None:
    for process in [row["process"] for row in simulated.processes().to_pylist()][:5]:
        items = simulated.items(process=process)
        rows = items.to_pylist()
        figure = pictures.progress(items)
        axes = figure.axes[0]
        bars = [bar for bar in axes.patches if isinstance(bar, Rectangle)]
        assert len(bars) == sum(row["started"] is not None for row in rows)
        assert [label.get_text().strip() for label in axes.get_yticklabels()] == [row["name"] for row in rows]
        # What still goes on ends with the closing, or with the moment of the table.
        closed = rows[0]["closed"]
        running = [row for row in rows if row["started"] and not row["finished"]]
        if running:
            known = [row[name] for row in rows for name in ("started", "finished") if row[name]]
            end = closed or max(datetime.fromisoformat(items.at), *known)
            assert max(bar.get_x() + bar.get_width() for bar in bars) == pytest.approx(date2num(end))
        assert ("closed on" in axes.get_title(loc="left")) == (closed is not None)
        assert Counter(text.get_text().split()[-2] for text in axes.texts if "%" in text.get_text()) == Counter(
            str(row["progress"]) for row in rows if row["enabled"]
        )
        figure.savefig(tmp_path / "progress.svg")
    with pytest.raises(ValueError, match="one process"):
        pictures.progress(simulated.items())


def test_names_are_written_as_they_are(engine: interlink.Engine, act: Act, garden: str, tmp_path: Path) -> None:
    name = r"Spend $\frac$ wisely, $5 and $10"
    act("anna", "item.add", {"kind": "phase", "name": {"en": name}}, f"process/{garden}")
    act("anna", "process.edit", {"name": {"en": name}}, f"process/{garden}")
    figure = pictures.progress(engine.items(process=garden))
    figure.savefig(tmp_path / "costly.png")
    assert figure.axes[0].get_title(loc="left") == figure.axes[0].get_yticklabels()[0].get_text() == name


def test_what_is_planned_is_a_frame(engine: interlink.Engine, act: Act, garden: str) -> None:
    stream = f"process/{garden}"
    ids: list[str] = []
    for kind in ("phase", "objective", "task"):
        data: dict[str, object] = {"kind": kind, "name": {"en": kind}}
        act("anna", "item.add", data | ({"parent": ids[-1]} if ids else {}), stream)
        ids = [row["item"] for row in engine.items(process=garden).to_pylist()]
    day = datetime(2026, 5, 1, tzinfo=UTC)
    assert pictures.progress(engine.items(process=garden), until=day).axes[0].get_xlim()[1] == date2num(day) + 1
    unbegun = pictures.progress(engine.items(process=garden)).axes[0]
    assert not unbegun.patches and unbegun.get_xlim()[1] > 20_000
    act("anna", "item.schedule", {"item": ids[-1], "start": "2026-03-02", "end": "2026-03-06"}, stream)
    figure = pictures.progress(engine.items(process=garden))
    frames = [bar for bar in figure.axes[0].patches if not bar.get_fill()]
    assert [frame.get_width() for frame in frames] == [5.0, 5.0, 5.0]
    assert "planned" in [text.get_text() for text in figure.legends[0].get_texts()]


def test_participation_draws_what_is_counted(simulated: interlink.Engine) -> None:
    table = simulated.participation(k=4)
    rows = table.to_pylist()
    figure = pictures.participation(table)
    assert len(figure.axes) == 4
    for axes in figure.axes:
        mine = [row for row in rows if row["stakeholder_kind"] == axes.get_title(loc="left").replace(" ", "_")]
        bars = [bar.get_height() for bar in axes.patches if isinstance(bar, Rectangle)]
        assert bars == [row["people"] for row in mine if row["people"] is not None]
        (hollow,) = axes.lines
        assert len(hollow.get_xdata()) == sum(row["people"] is None for row in mine)
    assert any(row["people"] is None for row in rows)
    assert "fewer than 4" in figure.texts[0].get_text()
    with pytest.raises(ValueError, match="this draws participation, and not items"):
        pictures.participation(simulated.items())


def test_consents_draws_what_is_counted(simulated: interlink.Engine) -> None:
    table = simulated.consents_by_month(at=LATER)
    rows = table.to_pylist()
    figure = pictures.consents(table)
    purposes = sorted({row["purpose"] for row in rows})
    assert [axes.get_title(loc="left") for axes in figure.axes] == [purpose.replace("_", " ") for purpose in purposes]
    for purpose, axes in zip(purposes, figure.axes, strict=True):
        heights = sum(bar.get_height() for bar in axes.patches if isinstance(bar, Rectangle))
        mine = [row for row in rows if row["purpose"] == purpose]
        assert heights == sum(row["people"] or 0 for row in mine) > 0
        assert len(axes.lines[0].get_xdata()) == len({row["month"] for row in mine if row["people"] is None})
        drawn = {text.get_text().replace(" ", "_") for text in axes.get_legend().get_texts()}
        assert drawn == {row["state"] for row in mine if row["people"]}


def test_nothing_can_be_drawn(engine: interlink.Engine) -> None:
    figures = [pictures.participation(engine.participation()), pictures.consents(engine.consents_by_month())]
    for axes in [axes for figure in figures for axes in figure.axes]:
        assert [text.get_text() for text in axes.texts] == ["nothing to show"]
        assert axes.get_ylim() == (0, 1)
    with pytest.raises(ValueError, match="one process"):
        pictures.progress(engine.items())
