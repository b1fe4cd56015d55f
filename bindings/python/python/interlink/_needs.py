"""Optional packages."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def needs(module: str, package: str | None = None) -> Any:
    """A module of an optional package."""
    package = package or module.partition(".")[0]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise ModuleNotFoundError(f"this needs {package}: pip install {package}", name=package) from error
