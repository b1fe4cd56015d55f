"""Exceptions from signal handlers: Ctrl-C, and time limits that hosts set. None may end the program or be swallowed."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

#: Each of three processes is interrupted so often. What an allocator does with memory that was freed twice is chance.
INTERRUPTS = 1000

ORDINARY = """
import random, signal, sys, time
import interlink

class Limit(Exception):
    pass

def over(number, frame):
    raise Limit

engine = interlink.Engine()
simulated = engine.simulate(2)
process = simulated["processes"][0]
signal.signal(signal.SIGALRM, over)
chance = random.Random(int(sys.argv[1]))
raised = 0
while raised < int(sys.argv[2]):
    try:
        signal.setitimer(signal.ITIMER_REAL, chance.uniform(2e-5, 1.5e-3))
        while True:
            engine.tree(process=process)
            engine.check(actor="a", permission="item.add", process=process, at="2026-03-02T09:00:00.000Z")
            engine.check_columns(["a"] * 3, ["item.add"] * 3, [process] * 3, None, "2026-03-02T09:00:00.000Z")
            try:
                engine.tree(process="0" * 32)
            except interlink.InterlinkError:
                pass
    except Limit:
        raised += 1
signal.setitimer(signal.ITIMER_REAL, 0)
assert engine.verify()["events"] > 100
print(raised)
"""

LONG = """
import signal, sys, time
import interlink

engine = interlink.Engine()
told = []
PROGRESS = {"none": None, "function": lambda done, of: told.append(done), "bar": True}
shown = PROGRESS[sys.argv[2]]
if sys.argv[1] != "simulate":
    engine.simulate(50)
WORK = {
    "simulate": lambda: engine.simulate(100_000, seed=2, progress=shown),
    "items": lambda: [engine.items(progress=shown) for _ in range(100_000)],
    "verify": lambda: [engine.verify() for _ in range(100_000)],
}
interrupted = []

def interrupt(number, frame):
    interrupted.append(time.monotonic())
    raise KeyboardInterrupt

signal.signal(signal.SIGINT, interrupt)
signal.signal(signal.SIGALRM, interrupt)
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[3]))
try:
    WORK[sys.argv[1]]()
except KeyboardInterrupt:
    took = time.monotonic() - interrupted[0]
    assert took < 1, took
    again = engine.simulate(1, seed=3)
    assert len(again["processes"]) == 1 and engine.verify()["events"]
    print("interrupted")
"""


def ran(script: str, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, f"{ran.returncode}: {ran.stderr}"
    assert "Exception ignored" not in ran.stderr, ran.stderr
    return ran.stdout.strip()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers that interrupt")
@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_an_exception_from_a_handler_never_ends_the_program(seed: str) -> None:
    assert ran(ORDINARY, seed, str(INTERRUPTS)) == str(INTERRUPTS)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers that interrupt")
@pytest.mark.parametrize("shown", ["none", "function", "bar"])
@pytest.mark.parametrize("work", ["simulate", "items"])
def test_long_work_ends_within_a_second_as_what_was_raised(work: str, shown: str) -> None:
    after = {"none": "0.2", "function": "0.31", "bar": "0.507"}
    assert ran(LONG, work, shown, after[shown]) == "interrupted"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers that interrupt")
def test_verifying_ends_within_a_second() -> None:
    assert ran(LONG, "verify", "none", "0.5") == "interrupted"
