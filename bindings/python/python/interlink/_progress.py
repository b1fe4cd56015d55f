"""Long work says how far it is."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from . import _native
from ._needs import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    #: What is told how far long work is, and of how much; what it returns does not matter. ``True`` is a bar of tqdm.
    Progress: TypeAlias = Callable[[int, int], object] | bool

T = TypeVar("T")


class Bar:
    """A bar of tqdm, in a terminal or in a notebook."""

    def __init__(self, what: str) -> None:
        # In a notebook it is drawn by ipywidgets, where these are installed.
        self._tqdm = needs("tqdm.auto" if find_spec("ipywidgets") else "tqdm", "tqdm").tqdm
        self._what = what
        self._bar: Any = None

    def __call__(self, done: int, of: int) -> None:
        if self._bar is None:
            self._bar = self._tqdm(total=of, desc=self._what)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """No more comes."""
        if self._bar is not None:
            self._bar.close()


class Told(_native.Progress):
    """Hands on how far long work is, until something goes wrong there."""

    def __init__(self, progress: Callable[[int, int], object]) -> None:
        self._progress = progress
        self.error: BaseException | None = None

    def on(self, done: int, of: int) -> bool:
        try:
            self._progress(done, of)
        except BaseException as error:  # it is raised again where the work was asked for
            self.error = error
        return self.error is None


def telling(progress: Progress | None, what: str, work: Callable[[_native.Progress | None], T]) -> T:
    """Does long work that says how far it is; what goes wrong in whoever is told ends it, and is raised."""
    if progress is None or progress is False:
        return work(None)
    told = Bar(what) if progress is True else progress
    if not callable(told):
        raise TypeError(f"progress is told to a function, or shown where it is True; {progress!r} is neither")
    listener = Told(told)
    try:
        result = work(listener)
    finally:
        if isinstance(told, Bar):
            told.close()
    if listener.error is not None:
        raise listener.error
    return result
