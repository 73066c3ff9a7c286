"""Long work on all cores: a list is done in blocks, each by the process that is free for it.

A forked process holds everything that this one holds, so that nothing but results has to travel.
Where there is no fork (Windows), one core or little to do, the work is done here.
"""

from __future__ import annotations

import os
import pickle
import select
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, TypeVar, cast, overload

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Ended = TypeVar("Ended")

#: Fewer things than this are done sooner than processes are started.
WORTH_IT = 400
#: More processes than this wait for the disk rather than for a core.
MOST = 8
#: Things in a block: their results should find room in a pipe, so that nobody waits to be read.
BLOCK = 64
_PIPE = 1024 * 1024
#: The number of a block, and the length of its results, as they travel.
_NUMBER = 4
_MOST_BLOCKS = 8192


@overload
def each(
    do: Callable[[Thing], Result], things: Sequence[Thing], *, worth_it: int = WORTH_IT
) -> list[Result]: ...


@overload
def each(
    do: Callable[[Thing], Result],
    things: Sequence[Thing],
    *,
    then: Callable[[Thing, Result], Ended],
    worth_it: int = WORTH_IT,
) -> list[Ended]: ...


def each(
    do: Callable[[Thing], Result],
    things: Sequence[Thing],
    *,
    then: Callable[[Thing, Result], Any] | None = None,
    worth_it: int = WORTH_IT,
) -> list[Any]:
    """What `do` gives for each thing, in their order. Results must be able to be pickled.

    `then` makes of a result, always in this process and as soon as it is there, what is wanted in
    the end: plain values travel, and what is heavy is made here. What a process fails at is done
    again here, so that an error is raised where it can be seen.
    """
    processes = _processes()
    size = max(min(BLOCK, -(-len(things) // processes)), -(-len(things) // _MOST_BLOCKS), 1)
    blocks = [things[start : start + size] for start in range(0, len(things), size)]
    done: list[list[Any] | None] = [None] * len(blocks)

    def finished(number: int, results: list[Any]) -> None:
        block = blocks[number]
        done[number] = results if then is None else list(map(then, block, results))

    # A forked process has one thread: a lock that another thread held would never be given back.
    if len(things) >= worth_it and processes > 1 and threading.active_count() == 1:
        _shared(do, blocks, processes, finished)
    for number, block in enumerate(blocks):
        if done[number] is None:
            finished(number, [do(thing) for thing in block])
    return [result for results in done for result in cast("list[Any]", results)]


def beside(
    do: Callable[[], Result], things: int, *, worth_it: int = WORTH_IT
) -> Callable[[], Result]:
    """Begin something that looks at this many things in another process, and give a function that
    waits for its result.

    It is done here, when it is asked for, where a process of its own would not pay or has failed.
    """
    if things < worth_it or _processes() < 2 or threading.active_count() > 1:
        return do
    queue = _queue([0])
    other = _Other(lambda _: do(), [[None]], [queue])
    os.close(queue)

    def result() -> Result:
        told = other.results()
        other.close()
        other.wait()
        return cast(Result, told[1][0]) if told else do()

    return result


def _processes() -> int:
    """How many processes can work at once; one where there is no fork."""
    return min(len(os.sched_getaffinity(0)), MOST) if hasattr(os, "sched_getaffinity") else 1


def _shared(
    do: Callable[[Thing], Any],
    blocks: list[Sequence[Thing]],
    processes: int,
    finished: Callable[[int, list[Any]], None],
) -> None:
    """Do the blocks in several processes; a block that one of them fails at is left undone.

    Each process begins with a stretch of its own, as neighbours in the list are neighbours in
    memory: what only one process looks at stays shared, and is held once.
    """
    stretch = -(-len(blocks) // processes)
    queues = [
        _queue(range(first, min(first + stretch, len(blocks))))
        for first in range(0, len(blocks), stretch)
    ]
    others = [
        _Other(do, blocks, queues[place:] + queues[:place]) for place in range(1, len(queues))
    ]
    try:
        while (number := _next(queues)) is not None:
            finished(number, [do(thing) for thing in blocks[number]])
            while told := select.select(others, [], [], 0)[0]:
                others = _heard(told, others, finished)
        while others:
            others = _heard(select.select(others, [], [])[0], others, finished)
    finally:
        for queue in queues:
            os.close(queue)
        # All pipes are closed before any process is waited for: each also holds those before it.
        for other in others:
            other.close()
        for other in others:
            other.wait()


def _heard(
    told: list[_Other], others: list[_Other], finished: Callable[[int, list[Any]], None]
) -> list[_Other]:
    """Take what some processes tell; those that are still at work."""
    for other in told:
        results = other.results()
        if results is None:
            other.close()
            other.wait()
            others = [one for one in others if one is not other]
        else:
            finished(*results)
    return others


def _queue(numbers: Iterable[int]) -> int:
    """A pipe that holds numbers; each can be read once, by whichever process asks first."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_NUMBER, "big") for number in numbers))
    os.close(writing)
    return reading


def _next(queues: list[int]) -> int | None:
    """The number of the next block in the first queue that holds one, or None."""
    for queue in queues:
        if number := os.read(queue, _NUMBER):
            return int.from_bytes(number, "big")
    return None


class _Other:
    """A process that does the blocks it can get, and the pipe on which it tells the results."""

    def __init__(
        self, do: Callable[[Thing], Any], blocks: list[Sequence[Thing]], queues: list[int]
    ) -> None:
        self._reading, writing = os.pipe()
        _widen(writing)
        self._pid = os.fork()
        if self._pid == 0:
            status = 1
            try:
                os.close(self._reading)
                with os.fdopen(writing, "wb") as pipe:
                    while (number := _next(queues)) is not None:
                        results = (number, [do(thing) for thing in blocks[number]])
                        told = pickle.dumps(results, pickle.HIGHEST_PROTOCOL)
                        pipe.write(len(told).to_bytes(_NUMBER, "big") + told)
                        pipe.flush()
                status = 0
            finally:
                # Nothing that the parent has opened may be closed or flushed a second time.
                os._exit(status)
        os.close(writing)

    def fileno(self) -> int:
        """The pipe, for `select`."""
        return self._reading

    def results(self) -> tuple[int, list[Any]] | None:
        """The number of a block and its results; None where no more will come."""
        length = int.from_bytes(self._read(_NUMBER), "big")
        told = self._read(length)
        # Only our own process has written into this pipe.
        return pickle.loads(told) if length and len(told) == length else None  # noqa: S301

    def close(self) -> None:
        """Hear no more: a process that is still at work ends when it next tells."""
        os.close(self._reading)

    def wait(self) -> None:
        """Wait until the process has ended."""
        os.waitpid(self._pid, 0)

    def _read(self, length: int) -> bytes:
        told = bytearray()
        while len(told) < length and (part := os.read(self._reading, length - len(told))):
            told += part
        return bytes(told)


def _widen(pipe: int) -> None:
    """Give a pipe room for the results of a block, where the system can."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
