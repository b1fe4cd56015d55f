"""The same bytes as every other language."""

from __future__ import annotations

from pathlib import Path

import interlink
import pytest

VECTORS = sorted((Path(__file__).parents[3] / "docs" / "vectors").glob("*.vector"))


def test_there_are_vectors() -> None:
    assert len(VECTORS) > 10


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_byte_for_byte(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    requests = [line[2:] for line in lines if line.startswith("> ")]
    answers = [line[2:] for line in lines if line.startswith("< ")]
    assert requests
    with interlink.Engine() as engine:
        for request, answer in zip(requests, answers, strict=True):
            assert engine.request_json(request) == answer, request
