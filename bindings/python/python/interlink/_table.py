"""A table as Arrow has it."""

from __future__ import annotations

import csv
import ctypes
import io
import json
from datetime import date, datetime
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn, cast

import nanoarrow
from nanoarrow.ipc import InputStream

from . import _native
from ._needs import needs
from ._problem import call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    import pandas
    import polars
    import pyarrow

__all__ = ["Table"]

#: How many rows a sheet has below its head.
SHEET = (1 << 20) - 1


def _plain(value: Any) -> Any:
    """A value as a cell has it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else json.dumps(value) if isinstance(value, list) else value


def _cell(value: Any) -> Any:
    """The same where nothing but its first sign tells a text from a formula."""
    plain = _plain(value)
    return f"'{plain}" if isinstance(plain, str) and plain.startswith(("=", "+", "-", "@", "\t", "\r")) else plain


class _Reader(io.RawIOBase):
    """Reads bytes that are there, without a copy of all of them."""

    def __init__(self, of: memoryview) -> None:
        self._of, self._at = of, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        part = self._of[self._at : self._at + len(into)]
        memoryview(into)[: len(part)] = part
        self._at += len(part)
        return len(part)


class Table:
    """A whole table. Whatever takes Arrow takes it as it is: it offers the Arrow PyCapsule interface.

    >>> import interlink
    >>> with interlink.Engine() as engine:
    ...     engine.items().columns[:3]
    ['process', 'process_name', 'closed']

    ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and ``duckdb.sql("select … from table")`` read it without a
    Python object for each value; :meth:`to_polars`, :meth:`to_pandas` and :meth:`to_parquet` do so for you.
    """

    def __init__(
        self, name: str, stream: _native.Stream, at: str, k: int | None = None, after: int | None = None
    ) -> None:
        self.name = name
        #: The moment that it is of: the one that was asked about, or when it was made.
        self.at = at
        #: The smallest group of people that is counted, where people are counted.
        self.k = k
        self._after = after
        # The bytes stay where the library has put them, as long as somebody holds what they came in.
        place = (ctypes.c_char * stream.length()).from_address(stream.address())
        cast("Any", place).held = stream
        self._stream = memoryview(place).cast("B")
        self._schema = self._open().schema

    def _open(self) -> nanoarrow.ArrayStream:
        return nanoarrow.ArrayStream(InputStream.from_readable(_Reader(self._stream)))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._open().__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._schema.__arrow_c_schema__()

    @property
    def columns(self) -> list[str]:
        """The names of its columns, in order."""
        return [str(field.name) for field in self._schema.fields]

    @property
    def about(self) -> dict[str, str]:
        """What each column means."""
        return {str(field.name): field.metadata[b"about"].decode() for field in self._schema.fields}

    @property
    def position(self) -> int | None:
        """Of events: the position of the last, or after which there were none, to ask for what comes after it."""
        position = self._after
        if position is not None:
            # Each row says it first.
            for chunk in self._open().iter_chunks():
                position = cast("int", chunk.child(0)[len(chunk) - 1].as_py())
        return position

    def to_bytes(self) -> bytes:
        """The table as an Arrow IPC stream."""
        return bytes(self._stream)

    def to_pylist(self) -> list[dict[str, Any]]:
        """The rows as dicts: for a table that is small."""
        return list(self._rows())

    def to_polars(self) -> polars.DataFrame:
        """The table for polars, which has to be installed."""
        return cast("polars.DataFrame", needs("polars").DataFrame(self))

    def to_arrow(self) -> pyarrow.Table:  # pyright: ignore[reportUnknownParameterType]
        """The table for pyarrow, which has to be installed."""
        arrow = needs("pyarrow")
        return arrow.ipc.open_stream(arrow.py_buffer(self._stream)).read_all()

    def to_pandas(self) -> pandas.DataFrame:
        """The table for pandas, which has to be installed, and pyarrow with it."""
        needs("pandas")
        return cast("pandas.DataFrame", self.to_arrow().to_pandas())

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Writes a CSV file (RFC 4180) that spreadsheets open: UTF-8 with a mark, moments in UTC, lists as JSON.

        A text that a spreadsheet would take for a formula gets an apostrophe before it.
        """
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(self.columns)
            rows.writerows(map(_cell, row.values()) for row in self._rows())

    def to_xlsx(self, path: str | PathLike[str]) -> None:
        """Writes a workbook with one sheet, as many rows as a sheet holds at most. Needs XlsxWriter.

        Moments are texts in UTC and lists are JSON, as in :meth:`to_csv`; nothing becomes a formula.
        """
        if len(self) > SHEET:
            raise ValueError(f"a sheet has {SHEET:,} rows below its head, and {self.name} has {len(self):,}: write CSV")
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with needs("xlsxwriter").Workbook(path, options) as book:
            sheet = book.add_worksheet(self.name)
            sheet.write_row(0, 0, self.columns)
            for number, row in enumerate(self._rows(), 1):
                for column, value in enumerate(row.values()):
                    if value is not None:
                        sheet.write(number, column, _plain(value))

    def _rows(self) -> Iterator[dict[str, Any]]:
        for chunk in self._open().iter_chunks():
            yield from chunk.iter_py()

    def to_parquet(self, path: str | PathLike[str], *, licence: str, title: str | None = None) -> None:
        """Writes a Parquet file with a card that says what it is, of when, and under what licence it may be used.

        The licence is an SPDX expression, as ``CC-BY-4.0``; another raises InterlinkError ``licence.malformed``. Who
        people are is under no licence that lets others have it: there it is a reference to terms of your own, as
        ``LicenseRef-internal``. The card is in the file's metadata, as JSON under ``interlink``. Needs pyarrow.
        """
        call(lambda: _native.check_licence(licence))
        if self.name == "people" and not licence.startswith("LicenseRef-"):
            raise ValueError(
                f"who people are is not given away under {licence}: say LicenseRef-… for terms of your own"
            )
        parquet = needs("pyarrow.parquet")
        table = self.to_arrow()
        card: dict[str, Any] = {
            "table": self.name,
            "title": title or self.name,
            "at": self.at,
            "k": self.k,
            "licence": licence,
            "columns": self.about,
        }
        metadata = {**(table.schema.metadata or {}), b"interlink": json.dumps(card).encode()}
        parquet.write_table(table.replace_schema_metadata(metadata), path)

    def head(self, many: int = 10) -> list[dict[str, Any]]:
        """The first rows, as dicts."""
        rows: list[dict[str, Any]] = []
        for chunk in self._open().iter_chunks():
            rows += islice(chunk.iter_py(), many - len(rows))
            if len(rows) >= many:
                break
        return rows

    def _repr_html_(self) -> str:
        def row(cell: str, texts: Iterable[object]) -> str:
            return "<tr>" + "".join(f"<{cell}>{escape(str(text))}</{cell}>" for text in texts) + "</tr>"

        rows = [row("td", ("" if value is None else value for value in one.values())) for one in self.head()]
        many = len(self)
        more = f"<p>{len(rows)} of {many:,} rows</p>" if many > len(rows) else ""
        return f"<table>{row('th', self.columns)}{''.join(rows)}</table>{more}"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a table lies where the library has put it and cannot be pickled; its to_bytes() can")

    def __len__(self) -> int:
        return sum(len(chunk) for chunk in self._open().iter_chunks())

    def __repr__(self) -> str:
        return f"<interlink.Table {self.name}: {len(self)} rows of {', '.join(self.columns)}>"
