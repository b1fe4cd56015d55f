"""The Python of the tutorial and of the how-to guides runs, and prints what the pages show.

``UPDATE=1`` writes anew what they show; the Rust and the JavaScript of the tutorial are held to the same.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from test_docs import export

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
UPDATE = "UPDATE" in os.environ
TUTORIAL = ["1-parties", "2-refused-and-allowed", "3-consent", "4-erasure"]
#: The guides with Python; each goes on from the record of the tutorial as it stands before the erasure.
GUIDES = [
    "consent-at-the-counter",
    "import-from-interlink",
    "answer-an-auditor",
    "erase-a-person",
    "add-a-language",
]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
#: What the library puts around names, so that their direction stays their own; nobody sees it on a page.
ISOLATES = str.maketrans("", "", "\u2068\u2069")


def run(page: Path, known: dict[str, object]) -> None:
    """Runs a page's Python from top to bottom, and compares what it prints with each block of text that follows."""
    text = page.read_text(encoding="utf-8")
    printed, ran = io.StringIO(), 0

    def shown(block: re.Match[str]) -> str:
        nonlocal printed, ran
        language, content = block.groups()
        if language == "python":
            line = text.count("\n", 0, block.start()) + 1
            with redirect_stdout(printed):
                exec(compile("\n" * line + content, str(page), "exec"), known)
            ran += 1
        elif language == "text" and ran:
            said, printed, ran = printed.getvalue().translate(ISOLATES), io.StringIO(), 0
            if not UPDATE:
                assert said == content, f"{page} shows something else"
            return f"```text\n{said}```"
        return block[0]

    written = FENCE.sub(shown, text)
    assert printed.getvalue() == "", f"{page} does not show all that is printed"
    if UPDATE:
        page.write_text(written, encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder with what the pages read."""
    monkeypatch.chdir(tmp_path)
    for name in ["garden.json", "notice.json"]:
        shutil.copy(ROOT / "examples" / "src" / name, name)
    Path("export.zip").write_bytes(export())


def test_the_tutorial_runs() -> None:
    known: dict[str, object] = {}
    for name in TUTORIAL:
        run(DOCS / "tutorial" / f"{name}.md", known)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_runs(guide: str) -> None:
    known: dict[str, object] = {}
    for name in TUTORIAL[:-1]:
        run(DOCS / "tutorial" / f"{name}.md", known)
    run(DOCS / "how-to" / f"{guide}.md", known)


def test_every_guide_with_python_is_run() -> None:
    pages = (DOCS / "how-to").glob("*.md")
    assert {page.stem for page in pages if "```python" in page.read_text(encoding="utf-8")} == set(GUIDES)
