"""How soon a change of a record is on its page in a preview.

The part of `bench.py` that previews a corpus and changes records in it. Seconds are those from the
moment before a record's file is written to the moment in which the page with the change has been
received over HTTP, without a browser's own poll of twice a second; and the seconds of processor
time that the preview has taken for it, which other work on the computer changes less.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import urlopen

#: The folders in which a record is changed.
FOLDERS = ("practices", "countries", "initiatives")
#: How many records of each are changed, one after the other.
TIMES = 9
#: A change is made when the preview has been idle for so many seconds, as it is while somebody
#: writes; idle is what takes no more of a processor than its look at the files, twice a second.
IDLE, LITTLE = 1.5, 0.1
#: Seconds in which a page must have come.
LONGEST = 60


def measure(folder: Path, python: str) -> Iterator[str]:
    """A line for the start, and one for each kind of record with the median and the worst."""
    began = time.perf_counter()
    with _previewed(folder, python) as (address, used):
        start = time.perf_counter() - began
        paths = {name: _records(folder / name) for name in FOLDERS}
        number = sum(map(len, paths.values()))
        yield f"{number} such records; the preview starts in {start:.2f} s; load {_load()}"
        heads = ("median s", "worst s", "CPU s", "worst CPU")
        yield f"{'changed':<14}" + "".join(f"{head:>11}" for head in heads)
        for name in FOLDERS:
            some = paths[name][:: max(1, len(paths[name]) // TIMES)][:TIMES]
            pages = [f"{address}{name}/{path.stem}/" for path in some]
            changes = [_change(path, page, used) for path, page in zip(some, pages, strict=True)]
            walls, processor = zip(*changes, strict=True)
            figures = (median(walls), max(walls), median(processor), max(processor))
            yield f"{name:<14}" + "".join(f"{figure:>11.2f}" for figure in figures)
        yield f"load {_load()}"


def _records(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def _change(path: Path, page: str, used: Callable[[], float]) -> tuple[float, float]:
    """Seconds, and seconds of processor time, until a sentence added to a record is on its page."""
    _wait_until_idle(used)
    text, before = path.read_text(encoding="utf-8"), used()
    sentence = f"This sentence was added at {time.time_ns()}."
    began = time.perf_counter()
    path.write_text(f"{text.rstrip()}\n\n{sentence}\n", encoding="utf-8")
    with urlopen(page, timeout=LONGEST) as answer:  # noqa: S310 - an address of this computer
        content = answer.read().decode()
    seconds, processor = time.perf_counter() - began, used() - before
    path.write_text(text, encoding="utf-8")
    if sentence not in content:
        raise SystemExit(f"The page of {path} does not show the change.")
    return seconds, processor


@contextmanager
def _previewed(folder: Path, python: str) -> Iterator[tuple[str, Callable[[], float]]]:
    """A preview that answers: its address, and what gives its processor time so far."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [python, "-P", "-m", "mkdocs", "serve", "-a", place]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1764547200"}
    with subprocess.Popen(command, cwd=folder, env=settings, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://{place}/", process)
            yield f"http://{place}/", lambda: _processor_time(process.pid)
        finally:
            # As Ctrl-C does, so that nothing stays behind; Windows sends that to a whole window.
            process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=LONGEST):  # noqa: S310 - an address of this computer
                return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("The preview did not start.")


def _wait_until_idle(used: Callable[[], float]) -> None:
    before = used()
    while True:
        time.sleep(IDLE)
        now = used()
        if now - before <= LITTLE * IDLE:
            return
        before = now


def _processor_time(pid: int) -> float:
    """Seconds that a process has used; zero where there is no /proc."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _load() -> str:
    """How many programs wanted a processor in the last minute, of how many processors."""
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
