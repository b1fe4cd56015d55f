"""What tests share."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import interlink
import pytest
from interlink import types

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
Act = Callable[..., types.ExecutedView]


def command(number: int, actor: str, kind: str, data: dict[str, object], stream: str | None = None) -> types.Command:
    """A command with all that a command has."""
    at = (NOW + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    given = {
        "id": f"c{number}",
        "at": at,
        "actor": actor,
        "entropy": f"{number:032x}",
        "type": kind,
        "data": data,
    }
    return given if stream is None else given | {"stream": stream}  # type: ignore[return-value]


@pytest.fixture
def engine() -> Iterator[interlink.Engine]:
    """An engine on an empty store."""
    with interlink.Engine() as engine:
        yield engine


@pytest.fixture
def act(engine: interlink.Engine) -> Act:
    """Executes commands, one a minute."""
    numbers = itertools.count(1)

    def act(actor: str, kind: str, data: dict[str, object], stream: str | None = None) -> types.ExecutedView:
        return engine.execute(command(next(numbers), actor, kind, data, stream))

    return act


@pytest.fixture
def garden(engine: interlink.Engine, act: Act) -> str:
    """A process of Anna's."""
    governance = next(m["document"] for m in engine.models()["models"] if m["id"] == "interlink.c2c")
    data = {"name": {"en": "A garden"}, "language": "en", "governance": governance}
    return act("anna", "process.create", data)["stream"].removeprefix("process/")
