"""What docs/python.md shows runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "python.md"


@pytest.mark.filterwarnings("error")
def test_every_line_of_python_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) > 1
    exec("\n".join(blocks), {})
    printed = capsys.readouterr().out
    assert "stream.unknown" in printed and "shape: (" in printed and "shape: (0" not in printed
    assert (tmp_path / "progress.svg").stat().st_size > 10_000
