"""The library's failures as exceptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar, cast

from . import _native

if TYPE_CHECKING:
    from collections.abc import Callable

    from . import types

__all__ = ["InterlinkError"]

T = TypeVar("T")


class InterlinkError(Exception):
    """A refusal: nothing was changed.

    The code is the same in every binding; ``docs/errors.md`` lists them all.

    >>> import interlink
    >>> with interlink.Engine() as engine:
    ...     try:
    ...         engine.tree(process="0" * 32)
    ...     except interlink.InterlinkError as error:
    ...         print(error.code)
    stream.unknown
    """

    #: The code.
    code: str
    #: What happened, in one sentence.
    message: str
    #: What can be done about it.
    help: str
    #: A JSON Pointer (RFC 6901) to the fault in the input.
    path: str | None
    #: Each reason for a denial.
    reasons: list[types.Explained]
    #: Facts for a program, by name.
    details: dict[str, types.Json]

    def __init__(self, problem: types.Problem) -> None:
        super().__init__(problem["message"])
        self.code = problem["code"]
        self.message = problem["message"]
        self.help = problem["help"]
        self.path = problem.get("path")
        self.reasons = problem.get("reasons", [])
        self.details = problem.get("details", {})

    def __str__(self) -> str:
        where = f" at {self.path}" if self.path else ""
        return f"{self.message} ({self.code}{where}) {self.help}"

    def __reduce__(self) -> tuple[type[InterlinkError], tuple[types.Problem]]:
        problem: dict[str, object] = {"code": self.code, "message": self.message, "help": self.help}
        problem |= {"reasons": self.reasons, "details": self.details}
        if self.path is not None:
            problem["path"] = self.path
        return InterlinkError, (cast("types.Problem", problem),)


def refused(code: str, message: str, help: str) -> InterlinkError:
    """A refusal made by this package, not by the library."""
    return InterlinkError({"code": code, "message": message, "help": help})


def closed() -> InterlinkError:
    """The engine was closed."""
    return refused("call.closed", "The engine is closed.", "Open an engine again; this one was closed.")


def read(outcome: str) -> tuple[object, int | None]:
    """Reads ``{"ok": …, "position": …}``, or raises ``{"problem": …}``; not every answer has a position."""
    said: dict[str, object] = json.loads(outcome)
    if "problem" in said:
        raise InterlinkError(cast("types.Problem", said["problem"]))
    return said["ok"], cast("int | None", said.get("position"))


def call(act: Callable[[], T]) -> T:
    """Calls the library, and raises its refusals."""
    try:
        return act()
    except _native.Refused.Closed:
        # Another thread has closed it meanwhile.
        raise closed() from None
    except _native.Refused.Problem as error:
        said: dict[str, object] = json.loads(error.outcome)
        raise InterlinkError(cast("types.Problem", said["problem"])) from None
