"""Work done in parts by several processes gives what one process would give."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from knowledge.processes import beside, each


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other thread: the server of the tests in a browser may still have one, which no process
    that begins here touches."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


def test_results_come_in_the_order_of_the_things() -> None:
    assert each(lambda n: n * n, range(1001), worth_it=1) == [n * n for n in range(1001)]


def test_few_things_are_done_here() -> None:
    assert set(each(lambda _: os.getpid(), range(10))) == {os.getpid()}


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system cannot fork safely")
def test_many_things_are_done_by_more_than_one_process(tmp_path: Path) -> None:
    wanted = min(len(os.sched_getaffinity(0)), 8)

    def named(_: int) -> int:
        """The process, once all are at work: the first would else be done before others begin."""
        (tmp_path / str(os.getpid())).touch()
        patience = time.monotonic() + 30
        while len(list(tmp_path.iterdir())) < wanted:
            assert time.monotonic() < patience, "the others never began"
            time.sleep(0.001)
        return os.getpid()

    assert len(set(each(named, range(100), worth_it=1))) == wanted


def test_what_a_result_is_made_into_is_made_here() -> None:
    made = each(lambda n: n + 1, range(500), then=lambda n, told: (n, told, os.getpid()))
    assert made == [(n, n + 1, os.getpid()) for n in range(500)]


def test_results_larger_than_a_pipe_arrive_whole() -> None:
    assert [len(told) for told in each(lambda n: b"x" * 100_000, range(300), worth_it=1)] == [
        100_000
    ] * 300


def test_what_is_done_beside_gives_its_result_when_it_is_asked_for() -> None:
    result = beside(lambda: (os.getpid(), "done"), 1000)
    process, told = result()
    assert told == "done"
    assert (process != os.getpid()) == (len(os.sched_getaffinity(0)) > 1)
    assert beside(os.getpid, 3)() == os.getpid()


def test_what_fails_beside_is_done_here_so_that_the_error_is_seen() -> None:
    def fails() -> int:
        raise ValueError("beside")

    with pytest.raises(ValueError, match="beside"):
        beside(fails, 1000)()


def test_an_error_in_making_something_of_a_result_ends_the_other_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuses(n: int, told: int) -> int:
        raise ValueError(f"refused {n}")

    begun: list[int] = []
    fork = os.fork

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(ValueError, match="refused"):
        each(lambda n: n, range(1000), then=refuses, worth_it=1)
    assert begun
    for process in begun:  # Other tests may have processes of their own.
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_an_error_in_another_process_is_raised_here() -> None:
    def fails(n: int) -> int:
        if n == 7:
            raise ValueError("seven")
        return n

    with pytest.raises(ValueError, match="seven"):
        each(fails, range(100), worth_it=1)


def test_files_written_by_other_processes_are_there_at_the_end(tmp_path: Path) -> None:
    each(lambda n: (tmp_path / str(n)).write_text(str(n)), range(50), worth_it=1)
    assert sorted(int(path.name) for path in tmp_path.iterdir()) == list(range(50))
