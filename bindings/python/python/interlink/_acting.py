"""Commands as methods."""

from __future__ import annotations

import secrets
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from ._acts import Acts
from ._moment import timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from . import types
    from ._moment import Moment

__all__ = ["Acting"]


class Acting(Acts):
    """An actor: a method for each type of command, which gives it in the actor's name.

    :meth:`Engine.acting` makes one. Each call makes a command, with an id and entropy of its own, and sends it.

    >>> import interlink
    >>> with interlink.Engine() as engine:
    ...     anna = engine.acting("anna")
    ...     registered = anna.organisation_register(
    ...         organisation="city", name={"en": "City"}, kind="public_administration", team_creation="members"
    ...     )
    ...     city = engine.acting("anna", registered["stream"])
    ...     city.member_add(person="bruno")["seq"]
    2
    """

    def __init__(
        self,
        send: Callable[[types.Command], types.ExecutedView],
        actor: types.HostId,
        stream: types.StreamId | None,
        at: Moment | None,
    ) -> None:
        self._send_command = send
        #: The actor.
        self.actor = actor
        #: The stream.
        self.stream = stream
        #: The time; by default the time of each call.
        self.at = at
        #: The command made last. If a call ended without an answer (an interrupt, a time limit), it is unknown whether
        #: it was executed: send this again with ``engine.execute``, and it is executed only once.
        self.latest: types.Command | None = None
        self._expect: types.Seq | None = None

    def expecting(self, seq: types.Seq) -> Acting:
        """The same actor, who saw the stream at that ``seq``: refused as ``stream.conflict`` if it has changed."""
        acting = Acting(self._send_command, self.actor, self.stream, self.at)
        acting._expect = seq
        return acting

    def _act(self, type: str, data: dict[str, object]) -> types.ExecutedView:
        command: dict[str, object] = {
            "id": str(uuid.uuid4()),
            "at": timestamp(datetime.now(UTC) if self.at is None else self.at),
            "actor": self.actor,
            "entropy": secrets.token_hex(16),
            "type": type,
            "data": data,
        }
        if self.stream is not None:
            command["stream"] = self.stream
        if self._expect is not None:
            command["expect"] = self._expect
        self.latest = cast("types.Command", command)
        return self._send_command(self.latest)
