"""Many questions in columns, as bytes."""

from __future__ import annotations

from array import array
from itertools import repeat
from operator import contains, itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from . import _native
from ._moment import millis
from ._problem import InterlinkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

#: A column: a list, or one of a data frame of pandas, polars, pyarrow or numpy.
Column: TypeAlias = "Iterable[Any]"


def values(column: Column) -> Sequence[Any]:
    """The values of a column, as Python objects."""
    if isinstance(column, (list, tuple)):
        return column
    for whole in ("to_pylist", "to_list", "tolist"):
        if hasattr(column, whole):
            column = getattr(column, whole)()
            break
    # Refused: whole frames, mappings, and sets, which have no order of rows for the answers.
    if isinstance(column, (str, bytes, dict, set, frozenset)) or hasattr(column, "columns"):
        raise TypeError(f"a {type(column).__name__} is not a column; pass a list of its values")
    return column if isinstance(column, list) else list(column)


def is_missing(value: object) -> bool:
    """Whether a value is missing: None, or a value that is not equal to itself."""
    if value is None:
        return True
    try:
        return bool(value != value)
    except TypeError:
        # pandas.NA has no truth value.
        return type(value).__name__ == "NAType"


def is_text(name: str) -> bool:
    """Whether it can be encoded: a lone surrogate cannot."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


#: Stands for an invalid name: nobody has this number, so the question has no answer, and the full check reports the
#: fault.
NO_NAME = 2**32 - 1


class _Numbers:
    """Numbers the names of a column from 1, so that many questions take few bytes; 0 is a missing name."""

    def __init__(self, column: Sequence[Any]) -> None:
        different = dict.fromkeys(column)
        self.names = [name for name in different if isinstance(name, str) and is_text(name)]
        self._of: dict[Any, int] = {name: number for number, name in enumerate(self.names, 1)}
        others = (value for value in different if value not in self._of)
        self._of.update([(value, 0 if is_missing(value) else NO_NAME) for value in others])

    def pack(self, column: Sequence[Any]) -> bytes:
        """The numbers of a column, 32 bits each, lowest byte first."""
        return array("I", map(self._of.__getitem__, column)).tobytes()


def plain(questions: Sequence[Mapping[str, Any]]) -> tuple[list[Sequence[Any] | None], Sequence[Any]] | None:
    """Questions as columns, and their moments; None if one has members without a column."""
    try:
        actors, permissions, processes, at = (list(map(getter, questions)) for getter in REQUIRED)
    except KeyError:
        return None
    others = sum(map(len, questions)) - len(REQUIRED) * len(questions)
    if others == 0:
        return [actors, permissions, processes, None], at
    if others != sum(map(contains, questions, repeat("item"))):
        return None
    return [actors, permissions, processes, [question.get("item") for question in questions]], at


#: The members of every question.
REQUIRED = [itemgetter(name) for name in ("actor", "permission", "process", "at")]


class Questions:
    """Questions in columns of equal length."""

    NAMES = ("actor", "permission", "process", "item")

    def __init__(self, columns: Sequence[Column | None], at: object) -> None:
        given = [None if column is None else values(column) for column in columns]
        self._many = max((len(column) for column in given if column is not None), default=0)
        #: An absent column is missing in every row.
        self._columns = given
        self._one = isinstance(at, str) or not hasattr(at, "__iter__")
        self._at = [at] if self._one else values(cast("Column", at))
        lengths = {len(column) for column in given if column is not None}
        if len(lengths | (set() if self._one else {len(self._at)})) > 1:
            raise ValueError("the columns of questions differ in length")

    def ask(self, check_many: Callable[[_native.Questioned, list[bytes], bytes], bytes]) -> bytearray:
        """One byte for each question: 0 is denied, 1 is allowed, 2 has no answer."""
        numbered = [_Numbers(column or ()) for column in self._columns]
        absent = bytes(4 * self._many)
        both = zip(numbered, self._columns, strict=True)
        packed = [absent if column is None else numbers.pack(column) for numbers, column in both]
        when = array("q", self._moments()).tobytes()
        actors, permissions, processes, items = (numbers.names for numbers in numbered)
        names = _native.Questioned(actors=actors, permissions=permissions, processes=processes, items=items)
        try:
            return bytearray(check_many(names, packed, when))
        except InterlinkError as error:
            self._locate(error, [actors, permissions, processes, items])
            raise

    def _moments(self) -> Iterable[int]:
        """All moments in milliseconds since 1970, or the one for all; a missing moment is the lowest number."""
        try:
            different = dict.fromkeys(self._at)
        except TypeError:
            # It is not a valid moment; its row is reported below.
            different = {None: None}
        if all(isinstance(moment, str) for moment in different):
            times = {moment: millis(moment) for moment in different}
            return times.values() if len(times) == 1 else map(times.__getitem__, self._at)
        # Times repeat too, but two equal ones may be an hour apart, in the night when summer
        # time ends.
        return [self._millis(row, moment) for row, moment in enumerate(self._at)]

    def _millis(self, row: int, moment: object) -> int:
        try:
            return -1 if is_missing(moment) else millis(moment)
        except (TypeError, ValueError) as error:
            if not self._one:
                error.add_note(f"in row {row}, counted from 0")
            raise

    def one(self, row: int) -> dict[str, object]:
        """One question on its own."""
        columns = zip(self.NAMES, self._columns, strict=True)
        question: dict[str, object] = {name: column[row] for name, column in columns if column is not None}
        return question | {"at": self._at[0 if self._one else row]}

    def _locate(self, error: InterlinkError, names: list[list[str]]) -> None:
        """Adds the row in which a refused name first occurred."""
        column, _, nth = (error.path or "").removeprefix("/").partition("/")
        plural = ["actors", "permissions", "processes", "items"]
        if column in plural and nth.isdecimal():
            at = plural.index(column)
            error.add_note(f"in row {list(self._columns[at] or ()).index(names[at][int(nth)])}, counted from 0")
