"""Tables as pictures, with matplotlib: ``pip install interlink[pictures]``.

Each function takes a table of an engine and returns a figure: show it in a notebook, or ``figure.savefig("…")``. No
colour carries meaning alone: each has its own hatch, marker or symbol.

>>> import interlink, interlink.pictures
>>> with interlink.Engine() as engine:
...     simulated = engine.simulate(30)
...     figure = interlink.pictures.participation(engine.participation())
>>> figure.axes[0].get_ylabel()
'people'
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ._needs import needs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ._table import Table

__all__ = ["consents", "participation", "progress"]

#: The look of each status: colours that colour-blind people can distinguish (Okabe and Ito, 2008).
STATUS = {
    "finished": ("#009E73", ""),
    "in_progress": ("#0072B2", ""),
    "blocked": ("#E69F00", "///"),
    "awaiting": ("#999999", ""),
}
#: The colours of small text about each: 4.5 : 1 to white (WCAG 2.2, 1.4.3).
SIGNS = {"finished": "#00694D", "in_progress": "#005A8E", "blocked": "#8A5A00", "awaiting": "#666666"}
#: The name of each status, with its symbol.
WORDS = {
    "finished": "✓ finished",
    "in_progress": "◐ in progress",
    "awaiting": "○ not begun",
    "blocked": "◆ waits for others",
}
#: The look of each kind of party.
KINDS = {
    "citizen": "#0072B2",
    "public_administration": "#D55E00",
    "nonprofit_organisation": "#009E73",
    "forprofit_organisation": "#CC79A7",
}
#: The look of each state: states that permit are below, others above.
STATES = {
    "given": ("#009E73", ""),
    "renewed": ("#66C2A5", "..."),
    "requested": ("#BBBBBB", ""),
    "deferred": ("#999999", "..."),
    "refused": ("#E69F00", "///"),
    "withdrawn": ("#D55E00", "\\\\\\"),
    "revoked": ("#882255", "xxx"),
    "expired": ("#F0E442", "---"),
    "invalidated": ("#332288", "+++"),
    "objected": ("#CC79A7", "///"),
    "objection_upheld": ("#AA4499", "\\\\\\"),
    "objection_overruled": ("#56B4E9", "---"),
}


def _words(name: str) -> str:
    return name.replace("_", " ")


def _drawn(height: float, rows: int = 1, columns: int = 1) -> tuple[Figure, list[Axes]]:
    """A figure with pictures in rows and columns over one time axis; it need not be closed."""
    pyplot = needs("matplotlib.pyplot", "matplotlib")
    figure, axes = pyplot.subplots(
        rows, columns, figsize=(10, height), layout="constrained", squeeze=False, sharex=True
    )
    pyplot.close(figure)
    drawn = [one for row in axes for one in row]
    for one in drawn:
        one.spines[["top", "right"]].set_visible(False)
        one.tick_params(length=0)
        one.set_axisbelow(True)
    return figure, drawn


def _months(axes: Axes) -> None:
    dates = needs("matplotlib.dates", "matplotlib")
    locator = dates.AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))


def _of(table: Table, name: str) -> list[dict[str, Any]]:
    if table.name != name:
        raise ValueError(f"this draws {name}, and not {table.name}")
    return table.to_pylist()


def _place(moment: date) -> float:
    """The place of a day or moment on the time axis."""
    return float(needs("matplotlib.dates", "matplotlib").date2num(moment))


def progress(items: Table, *, until: datetime | None = None) -> Figure:
    """One process over time: each item's plan, work and status.

    Takes ``engine.items(process=…)``. A plan is a frame, work is a bar. Unfinished work ends with
    the closing of the process, or with the moment ``until``, by default now; or with the last known time
    if that is later.
    """
    rows = _of(items, "items")
    if len({row["process"] for row in rows}) != 1:
        raise ValueError("this draws one process that has items: engine.items(process=…)")
    figure, (axes,) = _drawn(1.6 + 0.26 * len(rows))
    known = [row[name] for row in rows for name in ("started", "finished") if row[name] is not None]
    closed = rows[0]["closed"]
    end = closed or max([until or datetime.fromisoformat(items.at), *known])
    for place, row in enumerate(rows):
        _draw_plan(axes, place, row["planned_start"], row["planned_end"])
        if row["started"] is not None:
            _draw_work(axes, place, row, end)
    indent = {"phase": "", "objective": "    ", "task": "        "}
    labels = [f"{indent[row['kind']]}{_short(row['name'])}" for row in rows]
    axes.set_yticks(range(len(rows)), labels, ha="left")
    _align(axes, rows)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    title = _short(rows[0]["process_name"], 60) + (f" · closed on {closed:%Y-%m-%d}" if closed else "")
    axes.set_title(title, loc="left", weight="bold", parse_math=False)
    axes.xaxis.set_ticks_position("top")
    axes.grid(axis="x", alpha=0.3)
    _months(axes)
    if not axes.patches:
        axes.set_xlim(_place(end) - 31, _place(end) + 1)
    _legend_of_status(figure, rows)
    return figure


def _draw_work(axes: Axes, place: int, row: dict[str, Any], end: datetime) -> None:
    colour, hatch = STATUS[row["status"] if row["enabled"] else "awaiting"]
    height = 0.62 if row["kind"] == "task" else 0.34
    begin = _place(row["started"])
    width = _place(row["finished"] or end) - begin
    # The edge keeps an hour of work visible beside a month.
    axes.barh(place, width, height, begin, color=colour, edgecolor=colour, hatch=hatch, linewidth=1.5)


def _draw_plan(axes: Axes, place: int, start: date | None, end: date | None) -> None:
    first, last = start or end, end or start
    if first is not None and last is not None:
        begin = _place(first)
        # The last day counts as a whole.
        width = _place(last) + 1 - begin
        axes.barh(place, width, 0.84, begin, fill=False, edgecolor="#555555", linewidth=0.8)


def _short(name: str, most: int = 46) -> str:
    """As much of a name as fits; some letters are as wide as two."""
    if sum(map(_width, name)) <= most:
        return name
    widths = accumulate(map(_width, name))
    return name[: sum(width < most for width in widths)].rstrip() + "…"


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1.6 if letter in "mwMW" else 1


def _align(axes: Axes, rows: list[dict[str, Any]]) -> None:
    """Names are at the left, each with its symbol, and its progress at the right."""
    axes.tick_params(axis="y", pad=280, labelsize=8)
    for label, row in zip(axes.get_yticklabels(), rows, strict=True):
        label.set_parse_math(False)
        label.set_fontweight("bold" if row["kind"] == "phase" else "normal")
        label.set_color("#666666" if not row["enabled"] else "black")
    for place, row in enumerate(rows):
        standing = _standing(row)
        text = f"{WORDS[standing][0]} {row['progress']} %" if row["enabled"] else "disabled"
        colour = SIGNS[standing] if row["enabled"] else "#666666"
        axes.annotate(
            text,
            (0, place),
            xycoords=("axes fraction", "data"),
            xytext=(-8, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            fontsize=8,
            color=colour,
        )


def _standing(row: dict[str, Any]) -> str:
    return "blocked" if row["blocked"] and row["status"] != "finished" else str(row["status"])


def _legend_of_status(figure: Figure, rows: list[dict[str, Any]]) -> None:
    """Adds the legend."""
    patches = needs("matplotlib.patches", "matplotlib")
    shown = {_standing(row) for row in rows if row["enabled"]}
    handles = [patches.Patch(color=STATUS[name][0], label=WORDS[name]) for name in WORDS if name in shown]
    if any(row["planned_start"] or row["planned_end"] for row in rows):
        handles.append(patches.Patch(fill=False, edgecolor="#555555", label="planned"))
    figure.legend(handles=handles, loc="outside lower right", ncols=len(handles), frameon=False, fontsize=8)


def participation(table: Table) -> Figure:
    """Participation: the number of people of each kind per month. Each kind has its own scale.

    Takes ``engine.participation()``. A group too small to be counted has a hollow marker instead of a bar.
    """
    rows = _of(table, "participation")
    figure, all_axes = _drawn(5, 2, 2)
    for (kind, colour), axes in zip(KINDS.items(), all_axes, strict=True):
        mine = [row for row in rows if row["stakeholder_kind"] == kind]
        counted = [row for row in mine if row["people"] is not None]
        small = [row for row in mine if row["people"] is None]
        axes.bar([_place(row["month"]) for row in counted], [row["people"] for row in counted], 26, color=colour)
        places = [_place(row["month"]) for row in small]
        (hollow,) = axes.plot(places, [0] * len(small), "o", color=colour, fillstyle="none", clip_on=False)
        # Unclipped markers would be given room even if they have no place.
        hollow.set_in_layout(False)
        axes.set_title(_words(kind), loc="left", weight="bold")
        axes.grid(axis="y", alpha=0.3)
        _people(axes, [row["month"] for row in rows])
    all_axes[0].set_ylabel("people")
    all_axes[2].set_ylabel("people")
    _too_small(figure, table, "hollow")
    return figure


def consents(table: Table) -> Figure:
    """Consents over time: per purpose and month-end, the number of people in each state.

    Takes ``engine.consents_by_month()``. A group too small to be counted has a hollow marker on top. A person who
    decided differently for several controllers is counted for each.
    """
    rows = _of(table, "consents_by_month")
    purposes = sorted({row["purpose"] for row in rows})
    figure, all_axes = _drawn(1.2 + 2.2 * max(1, len(purposes)), max(1, len(purposes)))
    for axes in all_axes:
        _people(axes, [row["month"] for row in rows])
    for purpose, axes in zip(purposes, all_axes, strict=False):
        mine = [row for row in rows if row["purpose"] == purpose]
        months = list(_months_between(row["month"] for row in mine))
        below = dict.fromkeys(months, 0)
        for state, (colour, hatch) in STATES.items():
            people = {row["month"]: row["people"] for row in mine if row["state"] == state and row["people"]}
            if people:
                places, low = [_place(month) for month in people], [below[month] for month in people]
                look: dict[str, Any] = {"color": colour, "hatch": hatch, "edgecolor": "white", "label": _words(state)}
                axes.bar(places, list(people.values()), 26, low, **look)
                below.update((month, below[month] + many) for month, many in people.items())
        small = sorted({row["month"] for row in mine if row["people"] is None})
        places = [_place(month) for month in small]
        (hollow,) = axes.plot(places, [below[month] for month in small], "ko", fillstyle="none", clip_on=False)
        hollow.set_in_layout(False)
        axes.set_ylim(bottom=0, top=max(1, *below.values()) * 1.1)
        axes.set_title(_words(purpose), loc="left", weight="bold", parse_math=False)
        axes.set_ylabel("people")
        if axes.patches:
            axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5), reverse=True)
    _too_small(figure, table, "hollow")
    return figure


def _people(axes: Axes, months: list[date]) -> None:
    """Sets the axes: whole people from zero, over these months; or says that there is nothing to show."""
    ticks = needs("matplotlib.ticker", "matplotlib")
    axes.yaxis.set_major_locator(ticks.MaxNLocator(5, integer=True))
    axes.set_ylim(bottom=0, top=None if axes.patches else 1)
    if months:
        axes.set_xlim(_place(min(months)) - 20, _place(max(months)) + 20)
        _months(axes)
    else:
        axes.set_xticks([])
        axes.text(0.5, 0.5, "nothing to show", ha="center", transform=axes.transAxes)


def _months_between(months: Iterable[date]) -> Iterable[date]:
    """Every month from the first to the last."""
    known = sorted(months)
    month = known[0]
    while month <= known[-1]:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _too_small(figure: Figure, table: Table, how: str) -> None:
    """Adds a note below the pictures about what is left out."""
    engine = figure.get_layout_engine()
    if table.k is not None and table.k > 1 and engine is not None:
        engine.set(rect=(0, 0.05, 1, 0.95))  # type: ignore[call-arg]
        text = f"Groups of fewer than {table.k} people are not counted ({how})."
        figure.text(0.99, 0.01, text, ha="right", fontsize=8)
