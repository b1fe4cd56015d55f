"""A table in Arrow form."""

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

#: The most rows of a sheet, below its header.
SHEET = (1 << 20) - 1


def _plain(value: Any) -> Any:
    """A value in the form of a cell."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else json.dumps(value) if isinstance(value, list) else value


def _cell(value: Any) -> Any:
    """The same for formats in which only the first character distinguishes a text from a formula."""
    plain = _plain(value)
    return f"'{plain}" if isinstance(plain, str) and plain.startswith(("=", "+", "-", "@", "\t", "\r")) else plain


class _Reader(io.RawIOBase):
    """Reads bytes in place, without copying all of them."""

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
    """A whole table. Anything that accepts Arrow accepts it: it has the Arrow PyCapsule interface.

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
        #: The moment of the table: the one asked for, or when it was made.
        self.at = at
        #: The smallest group of people that is counted, if people are counted.
        self.k = k
        self._after = after
        # The bytes stay where the library put them, as long as the object that owns them is referenced.
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
        """The description of each column."""
        return {str(field.name): field.metadata[b"about"].decode() for field in self._schema.fields}

    @property
    def position(self) -> int | None:
        """For events: the position of the last one, from which to continue."""
        position = self._after
        if position is not None:
            # It is in the first column of each row.
            for chunk in self._open().iter_chunks():
                position = cast("int", chunk.child(0)[len(chunk) - 1].as_py())
        return position

    def to_bytes(self) -> bytes:
        """The table as an Arrow IPC stream."""
        return bytes(self._stream)

    def to_pylist(self) -> list[dict[str, Any]]:
        """The rows as dicts, for a small table."""
        return list(self._rows())

    def to_polars(self) -> polars.DataFrame:
        """The table for polars, which must be installed."""
        return cast("polars.DataFrame", needs("polars").DataFrame(self))

    def to_arrow(self) -> pyarrow.Table:  # pyright: ignore[reportUnknownParameterType]
        """The table for pyarrow, which must be installed."""
        arrow = needs("pyarrow")
        return arrow.ipc.open_stream(arrow.py_buffer(self._stream)).read_all()

    def to_pandas(self) -> pandas.DataFrame:
        """The table for pandas, which must be installed together with pyarrow."""
        needs("pandas")
        return cast("pandas.DataFrame", self.to_arrow().to_pandas())

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Writes a CSV file (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, moments in UTC, lists as JSON.

        A text that a spreadsheet would read as a formula is prefixed with an apostrophe.
        """
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(self.columns)
            rows.writerows(map(_cell, row.values()) for row in self._rows())

    def to_xlsx(self, path: str | PathLike[str]) -> None:
        """Writes a workbook with one sheet, up to the most rows of a sheet. Needs XlsxWriter.

        Moments are texts in UTC and lists are JSON, as in :meth:`to_csv`; nothing becomes a formula.
        """
        if len(self) > SHEET:
            raise ValueError(f"a sheet can have {SHEET:,} rows, and {self.name} has {len(self):,}: write CSV")
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
        """Writes a Parquet file with metadata: what it is, its date, and its licence.

        The licence is an SPDX expression, such as ``CC-BY-4.0``; else it raises InterlinkError ``licence.malformed``.
        The table of people cannot have a public licence: there it must be a reference to your own terms, such as
        ``LicenseRef-internal``. The metadata are JSON under the key ``interlink``. Needs pyarrow.
        """
        call(lambda: _native.check_licence(licence))
        if self.name == "people" and not licence.startswith("LicenseRef-"):
            raise ValueError(
                f"the table of people cannot be licensed under {licence}: use LicenseRef-… for your own terms"
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
        raise TypeError("a table is in the library's memory and cannot be pickled; pickle its to_bytes()")

    def __len__(self) -> int:
        return sum(len(chunk) for chunk in self._open().iter_chunks())

    def __repr__(self) -> str:
        return f"<interlink.Table {self.name}: {len(self)} rows of {', '.join(self.columns)}>"
