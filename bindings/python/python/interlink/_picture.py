"""A process as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["Picture"]


class Picture:
    """The tree of a process as self-contained SVG: for a notebook, a page, or a file.

    >>> import interlink
    >>> with interlink.Engine() as engine:
    ...     process = engine.simulate(1)["processes"][0]
    ...     engine.picture(process=process).svg[:4]
    '<svg'
    """

    def __init__(self, process: str, svg: str) -> None:
        #: The process.
        self.process = process
        #: The picture.
        self.svg = svg

    def save(self, path: str | PathLike[str]) -> None:
        """Writes it into a file."""
        Path(path).write_text(self.svg, encoding="utf-8")

    def _repr_html_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<interlink.Picture of process {self.process}: {len(self.svg)} characters of SVG>"
