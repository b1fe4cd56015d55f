"""How fast tables and checks are, beside what one would write by hand; both in the same run.

python benches/tables.py [PROCESSES]
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from typing import TypeVar

import interlink
import orjson
import pandas
import polars

T = TypeVar("T")

TABLES = ["processes", "items", "statuses", "permissions", "contributions", "participation", "consents"]
TABLES += ["consents_by_month"]


def timed(what: str, times: int, act: Callable[[], T]) -> tuple[float, T]:
    """The best of several runs, in seconds."""
    best, result = float("inf"), None
    for _ in range(times):
        begun = time.perf_counter()
        result = act()
        best = min(best, time.perf_counter() - begun)
    print(f"{what:<58} {best:8.3f} s")
    assert result is not None
    return best, result


def _ndjson(text: bytes, schema: dict[str, type[polars.DataType]]) -> polars.DataFrame:
    return polars.read_ndjson(io.BytesIO(text), schema=schema)


def on_disk(processes: int) -> None:
    """The same from a file, opened anew: nothing is in memory yet."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:{folder}/record.sqlite"
        with interlink.Engine(url) as engine:
            begun = time.perf_counter()
            said = engine.simulate(processes, begin="2023-01-05T08:00:00.000Z")
            took = time.perf_counter() - begun
            print(f"{said['events']:,} events, each command made durable in SQLite: {took:.1f} s")
        one = {"actor": "citizen-0000", "permission": "item.add", "process": said["processes"][0]}
        one["at"] = "2024-06-01T00:00:00.000Z"
        with interlink.Engine(url) as engine:
            timed("SQLite: the first check after opening", 1, lambda: engine.check(**one))  # type: ignore[arg-type]
            took, _ = timed("SQLite: 1,000 checks, each a call", 3, lambda: [engine.check(**one) for _ in range(1000)])  # type: ignore[arg-type]
            print(f"    {took * 1e3:.0f} µs each")
            timed("SQLite: items to an Arrow table, the first time", 1, engine.items)
            took, table = timed("SQLite: events to an Arrow table", 3, engine.events)
            print(f"    {len(table) / took:,.0f} events a second")


def main() -> None:
    """Simulates, and measures."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else 9_300
    engine = interlink.Engine()
    begun = time.perf_counter()
    said = engine.simulate(processes)
    print(f"{said['events']:,} events of {processes:,} processes, simulated in {time.perf_counter() - begun:.1f} s")

    stream, table = timed("events to an Arrow table", 3, engine.events)
    timed("the same, on into polars", 3, lambda: engine.events().to_polars())
    timed("the same, on into pandas", 3, lambda: engine.events().to_pandas())
    # What there would be without: the events as lines of JSON, as any other system hands them over.
    rows = zip(
        *(table.to_arrow()[name].to_pylist() for name in ("stream", "seq", "type", "actor", "data")), strict=True
    )
    lines = [
        f'{{"stream":"{of}","seq":{seq},"at":"2026-03-02T09:00:00.000Z","type":"{kind}","actor":"{actor}","data":{data}}}'
        for of, seq, kind, actor, data in rows
    ]
    peer, frame = timed(
        "json.loads for each row, into pandas", 1, lambda: pandas.DataFrame(list(map(json.loads, lines)))
    )
    assert len(frame) == len(table)
    print(f"the Arrow table is {peer / stream:.0f} times as fast")
    quick, frame = timed(
        "orjson.loads for each row, into pandas", 1, lambda: pandas.DataFrame(list(map(orjson.loads, lines)))
    )
    assert len(frame) == len(table)
    print(f"the Arrow table is {quick / stream:.0f} times as fast")
    # polars wants one type for a column, and each event has data of its own, so these are left out there.
    text = "\n".join(lines).encode()
    schema = {"stream": polars.String, "seq": polars.Int64, "at": polars.String, "type": polars.String}
    schema["actor"] = polars.String
    read, rows_read = timed("polars.read_ndjson, without the data of events", 1, lambda: _ndjson(text, schema))
    assert len(rows_read) == len(table)
    print(f"the Arrow table, with the data, is {read / stream:.1f} times as fast")
    later = "2028-06-01T00:00:00.000Z"
    for name in TABLES:
        at = later if name in ("permissions", "consents", "consents_by_month") else None
        _, table = timed(f"{name} to an Arrow table", 1, lambda name=name, at=at: engine.table(name, at=at))  # type: ignore[misc]
        print(f"    {len(table):,} rows")

    ids, many = said["processes"], 1_000_000
    actors = [f"citizen-{n % 400:04}" for n in range(many)]
    columns = (
        actors,
        ["item.add"] * many,
        sorted(ids[n % 50] for n in range(many)),
        [None] * many,
        "2026-06-01T00:00:00.000Z",
    )
    took, _ = timed(f"{many:,} checks in columns", 3, lambda: engine.check_columns(*columns))
    print(f"    {many / took:,.0f} a second")
    asked = [
        {"actor": who, "permission": "item.add", "process": of, "at": columns[4]}
        for who, of in zip(actors, columns[2], strict=True)
    ]
    took, _ = timed(f"{many:,} checks as dicts", 3, lambda: engine.check_many(asked))  # type: ignore[arg-type]
    print(f"    {many / took:,.0f} a second")
    one = {"actor": actors[0], "permission": "item.add", "process": ids[0], "at": columns[4]}
    took, _ = timed("1,000 checks, each a call", 3, lambda: [engine.check(**one) for _ in range(1000)])  # type: ignore[arg-type]
    print(f"    {took * 1e3:.0f} µs each")
    on_disk(max(processes // 50, 1))


if __name__ == "__main__":
    main()
