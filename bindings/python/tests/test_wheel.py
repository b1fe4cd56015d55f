"""What is installed says what is in it."""

from __future__ import annotations

import json
from importlib.metadata import files

import pytest


def installed(end: str) -> str:
    """The one file of the package whose path ends so."""
    [path] = [path for path in files("interlink") or [] if str(path).endswith(end)]
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "linked"),
    [("serde_json", True), ("rusqlite", True), ("uniffi_core", True), ("js-sys", False), ("proptest", False)],
)
def test_the_notices_and_the_bill_name_what_is_linked_and_nothing_else(name: str, linked: bool) -> None:
    notices = installed(".dist-info/licenses/THIRD-PARTY-NOTICES.txt")
    assert any(line.startswith(f"{name} ") for line in notices.splitlines()) is linked
    bill = json.loads(installed(".dist-info/sboms/interlink-python.cdx.json"))
    assert bill["bomFormat"] == "CycloneDX"
    assert any(part["name"] == name for part in bill["components"]) is linked
