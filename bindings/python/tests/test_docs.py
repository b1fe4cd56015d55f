"""What docs/python.md and docs/migration.md show runs."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def run(page: str) -> None:
    """All Python of a page, from top to bottom."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) > 1
    exec("\n".join(blocks), {})


def export() -> bytes:
    """A made-up export of the platform: one task with a link, and who administered it."""
    asset = {
        "id": "00000033-0000-4000-8000-000000000000",
        "type": "externalasset",
        "name": "A plan",
        "uri": "https://example.org/plan",
        "created_at": "2023-10-19T08:38:56.964502",
    }
    said = {"status": "finished", "disabled_on": None, "prerequisites_ids": [], "description": ""}

    def item(number: int, kind: str, name: str, parts: dict[str, object]) -> dict[str, object]:
        return {"id": f"0000000{number}-0000-4000-8000-000000000000", "type": kind, "name": name, **said, **parts}

    task = item(3, "task", "Walk through it", {"assets": [asset], "creator_id": "account-7"})
    phase = item(1, "phase", "Look", {"objectives": [item(2, "objective", "Know it", {"tasks": [task]})]})
    about = {
        "id": "c0ffee00-0000-4000-8000-000000000001",
        "name": "The yard",
        "language": "en",
        "intergovernmental_model": "C2G",
        "administrators": ["mayor@town.example"],
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("processes_exported/yard/coproduction.json", json.dumps(about))
        file.writestr("processes_exported/yard/schema.json", json.dumps([phase]))
    return archive.getvalue()


@pytest.mark.filterwarnings("error")
def test_every_line_of_python_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    run("python.md")
    printed = capsys.readouterr().out
    assert "stream.unknown" in printed and "shape: (" in printed and "shape: (0" not in printed
    assert (tmp_path / "progress.svg").stat().st_size > 10_000


@pytest.mark.filterwarnings("error::DeprecationWarning")
def test_a_move_from_another_system_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("export.zip").write_bytes(export())
    shutil.copy(ROOT / "examples" / "src" / "notice.json", "notice.json")
    run("migration.md")
    printed = capsys.readouterr().out
    assert "claimed 2023-10-19 08:38:56.964000+00:00" in printed
    assert "Invite the neighbours finished None 2024-03-01 12:00:00+00:00 2024-03-20 12:00:00+00:00" in printed
    assert re.search(r"given .* 2027-05-02 10:00:00\+00:00 True", printed)
    assert "shape: (2," in printed
