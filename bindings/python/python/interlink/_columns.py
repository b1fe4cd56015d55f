"""Many questions in columns, as bytes."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from . import _native
from ._moment import millis, timestamp
from ._problem import InterlinkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: A column: a list, or one of a data frame of pandas, polars, pyarrow or numpy.
Column: TypeAlias = "Iterable[Any]"


def values(column: Column) -> Sequence[Any]:
    """What stands in a column, as Python has it."""
    if isinstance(column, (list, tuple)):
        return column
    for whole in ("to_pylist", "to_list", "tolist"):
        if hasattr(column, whole):
            return cast("Sequence[Any]", getattr(column, whole)())
    return list(column)


class _Numbers:
    """Gives each name of a column a number from 1, so that many questions are few bytes; 0 is no name."""

    def __init__(self, column: Sequence[Any]) -> None:
        different = dict.fromkeys(column)
        # What is missing is None here, and not a number or not anything in a data frame.
        self.names = [name for name in different if isinstance(name, str)]
        self._of: dict[Any, int] = dict.fromkeys(different, 0)
        self._of.update((name, number) for number, name in enumerate(self.names, 1))

    def pack(self, column: Sequence[Any]) -> bytes:
        """The numbers of a column, 32 bits each, lowest byte first."""
        return array("I", map(self._of.__getitem__, column)).tobytes()


class Questions:
    """Questions in columns of one length."""

    NAMES = ("actor", "permission", "process", "item")

    def __init__(self, columns: Sequence[Column], at: object) -> None:
        self._columns = [values(column) for column in columns]
        self._one = isinstance(at, str) or not hasattr(at, "__iter__")
        self._at = [at] if self._one else values(cast("Column", at))
        self.many = len(self._columns[0])
        lengths = {len(column) for column in self._columns}
        if len(lengths | (set() if self._one else {len(self._at)})) > 1:
            raise ValueError("the columns of questions differ in length")

    def ask(self, check_many: Callable[[_native.Questioned, list[bytes], bytes], bytes]) -> bytearray:
        """One byte for each question: 0 is no, 1 is yes, 2 is none."""
        numbered = [_Numbers(column) for column in self._columns]
        packed = [numbers.pack(column) for numbers, column in zip(numbered, self._columns, strict=True)]
        times = {moment: millis(moment) for moment in dict.fromkeys(self._at)}
        when = array("q", map(times.__getitem__, self._at)).tobytes()
        actors, permissions, processes, items = (numbers.names for numbers in numbered)
        names = _native.Questioned(actors=actors, permissions=permissions, processes=processes, items=items)
        try:
            return bytearray(check_many(names, packed, when))
        except InterlinkError as error:
            self._locate(error, [actors, permissions, processes, items])
            raise

    def one(self, row: int) -> dict[str, object]:
        """One question by itself."""
        question = {name: column[row] for name, column in zip(self.NAMES, self._columns, strict=True)}
        given: dict[str, object] = {name: value for name, value in question.items() if isinstance(value, str)}
        return given | {"at": timestamp(self._at[0 if self._one else row])}

    def _locate(self, error: InterlinkError, names: list[list[str]]) -> None:
        """Says in which row it first was, where a name was refused."""
        column, _, nth = (error.path or "").removeprefix("/").partition("/")
        plural = ["actors", "permissions", "processes", "items"]
        if column in plural and nth.isdecimal():
            at = plural.index(column)
            error.add_note(f"in row {list(self._columns[at]).index(names[at][int(nth)])}, counted from 0")
