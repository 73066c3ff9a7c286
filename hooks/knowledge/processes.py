"""Long work on all cores: a list is done in parts, each by a process of its own.

A forked process holds everything that this one holds, so that nothing but results has to travel.
Where there is no fork (Windows), one core or little to do, the work is done here.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

#: Fewer things than this are done sooner than processes are started.
WORTH_IT = 400
#: More processes than this wait for the disk rather than for a core.
MOST = 8


def each(
    do: Callable[[Thing], Result], things: Sequence[Thing], *, worth_it: int = WORTH_IT
) -> list[Result]:
    """What `do` gives for each thing, in their order. Results must be able to be pickled.

    What a process fails at is done again here, so that an error is raised where it can be seen.
    """
    processes = min(len(os.sched_getaffinity(0)), MOST) if hasattr(os, "sched_getaffinity") else 1
    # A forked process has one thread: a lock that another thread held would never be given back.
    if len(things) < worth_it or processes < 2 or threading.active_count() > 1:
        return [do(thing) for thing in things]
    started = [_Part(do, things[first::processes]) for first in range(1, processes)]
    results: list[list[Result]] = [[do(thing) for thing in things[::processes]]]
    for first, part in enumerate(started, 1):
        done = part.results()
        results.append([do(t) for t in things[first::processes]] if done is None else done)
    return [results[n % processes][n // processes] for n in range(len(things))]


class _Part(Generic[Result]):
    """A process that does some of the things, and the pipe on which it tells the results."""

    def __init__(self, do: Callable[[Thing], Result], things: Sequence[Thing]) -> None:
        self._reading, writing = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            status = 1
            try:
                os.close(self._reading)
                with os.fdopen(writing, "wb") as pipe:
                    pickle.dump([do(thing) for thing in things], pipe, pickle.HIGHEST_PROTOCOL)
                status = 0
            finally:
                # Nothing that the parent has opened may be closed or flushed a second time.
                os._exit(status)
        os.close(writing)

    def results(self) -> list[Result] | None:
        """The results, when the process has ended; None where it failed."""
        with os.fdopen(self._reading, "rb") as pipe:
            told = pipe.read()
        _, status = os.waitpid(self._pid, 0)
        # Only our own process has written into this pipe.
        return pickle.loads(told) if status == 0 else None  # noqa: S301
