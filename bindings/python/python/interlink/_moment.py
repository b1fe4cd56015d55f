"""Moments, as Python has them and as the record has them."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    #: A moment: a time with its zone, or a text of RFC 3339 (``2026-03-02T09:00:00Z``, ``2026-03-02T10:00:00+01:00``).
    Moment: TypeAlias = datetime | str


#: A moment in RFC 3339, section 5.6.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:[0-5]\d)", re.ASCII | re.IGNORECASE)


def timestamp(at: object) -> str:
    """A moment in the form of the record."""
    if isinstance(at, str):
        return at
    if not isinstance(at, datetime):
        raise TypeError(
            f"{at!r} is not a moment: pass a datetime with a time zone, or a text like 2026-03-02T09:00:00.000Z"
        )
    if at.tzinfo is None:
        raise ValueError("a time needs a time zone: datetime.now(UTC), or at.replace(tzinfo=…)")
    try:
        return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
    except OverflowError:
        raise ValueError(f"{at!r} is out of the range of UTC times") from None


def written(value: object) -> str:
    """A request as JSON; moments and days in the form of the record."""
    # A lone surrogate cannot be encoded; as an escape it can, and is refused by the library.
    text = json.dumps(value, ensure_ascii=False, default=_written)
    return text.encode("utf-8", "backslashreplace").decode()


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return timestamp(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be written as JSON")


def millis(at: object) -> int:
    """The same in milliseconds since 1970; the lowest number for an invalid moment, which the full check reports."""
    if not isinstance(at, str):
        return _millis(datetime.fromisoformat(timestamp(at)))
    if not INSTANT.fullmatch(at):
        return -1
    try:
        return _millis(datetime.fromisoformat(at.upper()))
    except ValueError:
        return -1


def _millis(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
