"""Long work reports its progress, and can be interrupted.

Python runs signal handlers in the main thread, between two steps. So long work of the main thread is done in
another thread, while the main thread waits where it can be interrupted: an exception from a handler (Ctrl-C, a time
limit) is raised in code that can handle it, and never in a callback of the library, which could not pass
it on.
"""

from __future__ import annotations

import threading
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from . import _native
from ._needs import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    #: Called with the progress of long work and its total; the result is ignored. ``True`` shows a tqdm bar.
    Progress: TypeAlias = Callable[[int, int], object] | bool

T = TypeVar("T")

#: The longest wait, in seconds. Where a signal does not end a wait (on Windows), its handler runs then.
LOOKS_UP = 0.2


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
        """Called at the end."""
        if self._bar is not None:
            self._bar.close()


class Told(_native.Progress):
    """Reports the progress of long work, until the callback fails."""

    def __init__(self, progress: Callable[[int, int], object]) -> None:
        self._progress = progress
        self.error: BaseException | None = None

    def on(self, done: int, of: int) -> bool:
        try:
            self._progress(done, of)
        except BaseException as error:  # it is raised again where the work was asked for
            self.error = error
        return self.error is None


class Beside(_native.Progress, Generic[T]):
    """Long work in another thread than the one that waits for it."""

    def __init__(self, work: Callable[[_native.Progress], T], progress: Callable[[int, int], object] | None) -> None:
        self._work = work
        self._progress = progress
        #: The progress of the work; ``None`` at its end.
        self._news: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
        #: One token for each progress report that was processed.
        self._noted: SimpleQueue[None] = SimpleQueue()
        self._stopped = False
        self._result: list[T] = []
        self._error: BaseException | None = None

    def on(self, done: int, of: int) -> bool:
        """In the thread of the work: continues once the report was processed, unless it must stop."""
        if not self._stopped and self._progress is not None:
            self._news.put((done, of))
            self._noted.get()
        return not self._stopped

    def _run(self) -> None:
        try:
            self._result.append(self._work(self))
        except BaseException as error:  # it is raised again where the work was asked for
            self._error = error
        finally:
            self._news.put(None)

    def wait(self, ends: bool) -> T:
        """Runs the work. An exception raised here meanwhile stops it, and is raised once it has ended."""
        thread = threading.Thread(target=self._run, name="interlink", daemon=True)
        try:
            thread.start()
            self._listen()
        except BaseException:
            self._stopped = True
            self._noted.put(None)
            if ends:
                thread.join()
            raise
        if self._error is not None:
            raise self._error
        return self._result[0]

    def _listen(self) -> None:
        while True:
            try:
                news = self._news.get(timeout=LOOKS_UP)
            except Empty:
                continue
            if news is None:
                return
            if self._progress is not None:
                self._progress(*news)
            self._noted.put(None)


def _is_main() -> bool:
    """Whether this is the thread in which signal handlers run."""
    return threading.current_thread() is threading.main_thread()


def _here(progress: Callable[[int, int], object] | None, work: Callable[[_native.Progress | None], T]) -> T:
    """Runs long work in this thread."""
    if progress is None:
        return work(None)
    listener = Told(progress)
    result = work(listener)
    if listener.error is not None:
        raise listener.error
    return result


def telling(progress: Progress | None, what: str, work: Callable[[_native.Progress | None], T]) -> T:
    """Runs long work that reports progress; an exception of the callback, or a signal handler's, ends it."""
    told = Bar(what) if progress is True else None if progress is False else progress
    if told is not None and not callable(told):
        raise TypeError(f"progress must be a function or True; {progress!r} is neither")
    try:
        return Beside(work, told).wait(ends=True) if _is_main() else _here(told, work)
    finally:
        if isinstance(told, Bar):
            told.close()


def waiting(work: Callable[[], T]) -> T:
    """Runs long work that cannot be stopped; an interrupt does not wait for its end."""
    return Beside(lambda _: work(), None).wait(ends=False) if _is_main() else work()
