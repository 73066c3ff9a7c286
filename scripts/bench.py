"""How long a build takes, and whether it stays linear as the library grows.

    python3 scripts/bench.py corpus N DIR       a seeded repository of N valid records
    python3 scripts/bench.py run [N ...]        build it, by default with 1000 and 10000 records
    python3 scripts/bench.py run --against hugo [N ...]    and the same records with Hugo, in turn
    python3 scripts/bench.py browse [N]         build N records and browse them in Chromium
    python3 scripts/bench.py preview [N]        preview N records, by default 1000, and change them

`run` builds an empty MkDocs + Material site and this repository too, and prints wall and CPU
seconds, peak memory, files and bytes. Figures of one run can be compared with each other;
figures of two runs, or of two machines, cannot. It is a measure, never a test.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import environment

EMPTY = "site_name: Empty\ntheme:\n  name: material\n  font: false\n"
RECORDS = ("countries", "practices", "initiatives", "supply-chains", "events")
HEADINGS = ("build", "records", "wall s", "CPU s", "CPU above", "ms each", "MB peak", "files", "MB")
#: What the system counts memory in.
KIBIBYTE = 1024


@dataclass(frozen=True)
class Measured:
    """One build: seconds, megabytes and what it wrote. Memory is that of all its processes."""

    name: str
    records: int
    wall: float
    cpu: float
    memory: float
    files: int
    size: float

    def line(self, base: float) -> str:
        """The build as a line of the table; its CPU time also above that of an empty site."""
        each = (self.cpu - base) / self.records * 1000 if self.records else 0
        return (
            f"{self.name:<24}{self.records:>8}{self.wall:>9.2f}{self.cpu:>9.2f}"
            f"{self.cpu - base:>11.2f}{each:>9.2f}{self.memory:>9.0f}{self.files:>8}"
            f"{self.size:>8.1f}"
        )


def measured(
    name: str, command: list[str], root: Path, site: str, records: int, *, again: bool = False
) -> Measured:
    """Run a build twice and measure its whole process, children included; `again` over its own
    site. The first run is timed, the second is watched: to add up the memory of a process ten times
    a second costs a tenth of its time."""
    wall, used, _ = _ran(name, command, root, site, again=again, watched=False)
    _, _, memory = _ran(name, command, root, site, again=again, watched=True)
    files = [path for path in (root / site).rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    return Measured(name, records, wall, used.ru_utime + used.ru_stime, memory, len(files), size)


def _ran(
    name: str, command: list[str], root: Path, site: str, *, again: bool, watched: bool
) -> tuple[float, resource.struct_rusage, float]:
    """The seconds that a build took, what the system says it used, and its most memory in MB."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1764547200"}
    if not again and (root / site).exists():
        # Set aside, not deleted: for minutes after files were deleted, ext4 looks at every inode
        # that was theirs before it makes a new one, which would take a quarter of the build.
        (root / site).rename(root / f"{site}-before-{time.monotonic_ns()}")
    with tempfile.TemporaryFile() as told:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=root, env=settings, stdout=told, stderr=told)
        watch = _Memory(process.pid) if watched else None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        if watch:
            watch.end()
        if status:
            told.seek(0)
            sys.exit(f"The build of {name} failed:\n{told.read().decode()}")
    alone = used.ru_maxrss * (1 if sys.platform == "darwin" else KIBIBYTE)
    return wall, used, max(watch.peak if watch else 0, alone) / 1e6


class _Memory:
    """The most memory that a process and its children held at once, in bytes.

    Read from /proc ten times a second as each process's own share (`Pss`), since memory that a
    child shares with its parent is there once. Zero where there is no /proc.
    """

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop watching."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            self.peak = max(self.peak, sum(map(_share, _family(self._pid))))


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(int(child) for child in children)]


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    told = (int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return next(told, 0) * KIBIBYTE


def run(sizes: list[int], *, against_hugo: bool) -> None:
    """Build the empty site, this repository and a corpus of each size, and print the table."""
    python, root = environment.ensure(dev=False), environment.ROOT
    ours = [str(python), "-m", "mkdocs", "build", "--strict", "--quiet"]
    print("".join(f"{h:>{w}}" for h, w in zip(HEADINGS, _WIDTHS, strict=True)))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        empty = folder / "empty"
        (empty / "docs").mkdir(parents=True)
        (empty / "mkdocs.yml").write_text(EMPTY)
        (empty / "docs" / "index.md").write_text("# Empty\n")
        first = measured("empty MkDocs + Material", ours, empty, "site", 0)
        print(first.line(first.cpu), flush=True)
        here = folder / "here"
        for name in ("hooks", "content", *RECORDS):
            shutil.copytree(root / name, here / name)
        shutil.copy(root / "mkdocs.yml", here)
        number = sum(
            path.name != "README.md" for name in RECORDS for path in (here / name).iterdir()
        )
        for name, again in (("this repository", False), ("the same, unchanged", True)):
            build = measured(name, ours, here, "site", number, again=again)
            print(build.line(first.cpu), flush=True)
        if against_hugo:
            import bench_hugo

            hugo = [str(bench_hugo.installed(folder / "hugo")), "--quiet"]
        for size in sizes:
            made = folder / f"corpus-{size}"
            corpus(size, made)
            if against_hugo:
                bench_hugo.make(made, folder / f"hugo-{size}")
            for _ in range(2 if against_hugo else 1):
                print(measured("ours", ours, made, "site", size).line(first.cpu), flush=True)
                if against_hugo:
                    site = folder / f"hugo-{size}"
                    print(measured("Hugo", hugo, site, "public", size).line(0), flush=True)


_WIDTHS = (24, 8, 9, 9, 11, 9, 9, 8, 8)


def corpus(size: int, folder: Path) -> None:
    """Make a corpus in another process, so that its memory is not ours."""
    code = (
        "import sys; from pathlib import Path; import bench_corpus; "
        "bench_corpus.make(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))"
    )
    path = os.pathsep.join([str(Path(__file__).parent), str(environment.ROOT / "hooks")])
    python = str(environment.ensure(dev=False))
    command = [python, "-c", code, str(environment.ROOT), str(size), str(folder)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": path})


def browse(size: int) -> None:
    """Build a corpus and print what a reader who browses it waits for and loads."""
    python = str(environment.ensure(dev=True))
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary) / "corpus"
        corpus(size, made)
        ours = [python, "-m", "mkdocs", "build", "--strict", "--quiet"]
        measured("ours", ours, made, "site", size)
        code = (
            "import sys; from pathlib import Path; import bench_browse; "
            "[print(line, flush=True) for line in bench_browse.measure(Path(sys.argv[1]))]"
        )
        settings = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
        subprocess.run([python, "-c", code, str(made / "site")], check=True, env=settings)


def preview(size: int) -> None:
    """Preview a corpus and print how soon a change of a record is on its page."""
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary) / "corpus"
        corpus(size, made)
        import bench_preview

        for line in bench_preview.measure(made, str(environment.ensure(dev=False))):
            print(line, flush=True)


def main(arguments: list[str]) -> int:
    """Do what was asked for, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("corpus", help="make a repository of N valid records")
    make.add_argument("size", type=int, metavar="N")
    make.add_argument("folder", type=Path, metavar="DIR")
    build = commands.add_parser("run", help="build and measure")
    build.add_argument("sizes", type=int, nargs="*", metavar="N", default=[1000, 10000])
    build.add_argument("--against", choices=["hugo"])
    look = commands.add_parser("browse", help="build and browse in Chromium")
    look.add_argument("size", type=int, nargs="?", metavar="N", default=10000)
    seen = commands.add_parser("preview", help="preview and change records")
    seen.add_argument("size", type=int, nargs="?", metavar="N", default=1000)
    options = parser.parse_args(arguments)
    if options.command == "browse":
        browse(options.size)
    elif options.command == "preview":
        preview(options.size)
    elif options.command == "corpus":
        corpus(options.size, options.folder)
    else:
        run(options.sizes, against_hugo=options.against == "hugo")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
