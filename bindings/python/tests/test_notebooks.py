"""The notebooks run, from the first cell to the last.

``UPDATE=1`` keeps what comes out of them, and the pictures that other pages show.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[3]
NOTEBOOKS = ROOT / "docs" / "notebooks"
OFFICIAL = ROOT.parent / "shared" / "data" / "interlink"
UPDATE = "UPDATE" in os.environ


def outputs(notebook: Any) -> Iterator[tuple[Any, Any]]:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            for output in cell.outputs:
                yield cell, output


@pytest.mark.parametrize("name", ["first-steps", "participation-and-consent"])
def test_a_notebook_runs(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = NOTEBOOKS / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    # What is kept shows what comes with the library, and nothing of others.
    if OFFICIAL.exists() and not UPDATE:
        monkeypatch.setenv("INTERLINK_CATALOGUE", str(OFFICIAL))
    else:
        with capsys.disabled():
            print("SKIPPED: without the official catalogue, notebooks run on that which comes with the library")
        monkeypatch.delenv("INTERLINK_CATALOGUE", raising=False)
    NotebookClient(notebook, timeout=600, kernel_name="python3").execute(cwd=str(NOTEBOOKS))
    drawn = [output for _, output in outputs(notebook) if "image/png" in output.get("data", {})]
    assert drawn, "a notebook has a picture"
    assert any("text/html" in output.get("data", {}) for _, output in outputs(notebook))
    if UPDATE:
        keep(notebook, path)


def keep(notebook: Any, path: Path) -> None:
    """Keeps what came out, without what tells how long it took."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    for cell, output in outputs(notebook):
        for tag in cell.metadata.get("tags", []):
            if tag.startswith("picture:") and "image/png" in output.get("data", {}):
                (path.parent / tag.removeprefix("picture:")).write_bytes(base64.b64decode(output.data["image/png"]))
    notebook.metadata.language_info = {"name": "python"}
    nbformat.write(notebook, path)
