"""Work done in parts by several processes gives what one process would give."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.processes import each


def test_results_come_in_the_order_of_the_things() -> None:
    assert each(lambda n: n * n, range(1001), worth_it=1) == [n * n for n in range(1001)]


def test_few_things_are_done_here() -> None:
    assert set(each(lambda _: os.getpid(), range(10))) == {os.getpid()}


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system cannot fork safely")
def test_many_things_are_done_by_more_than_one_process() -> None:
    processes = set(each(lambda _: os.getpid(), range(100), worth_it=1))
    assert len(processes) == min(len(os.sched_getaffinity(0)), 8)


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
