"""How long a build takes, and whether it stays linear as the library grows.

    python3 scripts/bench.py [RECORDS ...]

Builds an empty MkDocs + Material site, this repository, and this repository with its records
repeated under new ids until there are so many RECORDS (by default 1000 and 5000). Prints wall
and CPU seconds, peak memory, files and bytes of each. Figures of one run can be compared with
each other; figures of two runs, or of two machines, cannot.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import environment

FOLDERS = ("countries", "practices", "initiatives")
EMPTY = "site_name: Empty\ntheme:\n  name: material\n  font: false\n"


@dataclass(frozen=True)
class Measured:
    """One build: seconds, megabytes and what it wrote."""

    name: str
    records: int
    wall: float
    cpu: float
    memory: float
    files: int
    size: float

    def line(self, base: Measured) -> str:
        """The build as a line of the table; its CPU time also above that of the empty site."""
        each = (self.cpu - base.cpu) / self.records * 1000 if self.records else 0
        return (
            f"{self.name:<24}{self.records:>8}{self.wall:>9.2f}{self.cpu:>9.2f}"
            f"{self.cpu - base.cpu:>11.2f}{each:>12.2f}{self.memory:>10.0f}"
            f"{self.files:>8}{self.size:>9.1f}"
        )


def repeated(source: Path, records: int, target: Path) -> None:
    """Copy a repository, its records repeated under new ids until there are enough."""
    for name in ("hooks", "content", *FOLDERS):
        shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(source / "mkdocs.yml", target)
    originals = record_files(source)
    for number in range(len(originals), records):
        original = originals[number % len(originals)]
        name = f"{original.stem}-{number // len(originals) + 1}"
        text = original.read_text(encoding="utf-8")
        text = re.sub(r"^id: .*$", f"id: {name}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^formerly: .*\n", "", text, count=1, flags=re.MULTILINE)
        (target / original.parent.name / f"{name}.md").write_text(text, encoding="utf-8")


def record_files(root: Path) -> list[Path]:
    """The files of all records, in a fixed order that mixes the kinds."""
    files = [p for folder in FOLDERS for p in (root / folder).glob("*.md") if p.name != "README.md"]
    return sorted(files, key=lambda path: (path.stem, path.parent.name))


def built(python: Path, name: str, root: Path, records: int) -> Measured:
    """Build a repository and measure the whole process."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1764547200"}
    began = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            [str(python), "-m", "mkdocs", "build", "--strict", "--quiet"],
            cwd=root, env=settings, stdout=told, stderr=told,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        if status:
            told.seek(0)
            sys.exit(f"The build of {name} failed:\n{told.read().decode()}")
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    memory = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Measured(name, records, wall, used.ru_utime + used.ru_stime, memory, len(files), size)


def main(arguments: list[str]) -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", nargs="*", type=int, default=[1000, 5000])
    wanted = parser.parse_args(arguments).records
    python, root = environment.ensure(dev=False), environment.ROOT
    real = len(record_files(root))
    print(
        f"{'build':<24}{'records':>8}{'wall s':>9}{'CPU s':>9}{'above empty':>12}"
        f"{'ms a record':>12}{'MB memory':>10}{'files':>7}{'MB site':>9}"
    )
    with tempfile.TemporaryDirectory() as temporary:
        empty = Path(temporary) / "empty"
        (empty / "docs").mkdir(parents=True)
        (empty / "mkdocs.yml").write_text(EMPTY)
        (empty / "docs" / "index.md").write_text("# Empty\n")
        base = built(python, "empty MkDocs + Material", empty, 0)
        print(base.line(base), flush=True)
        for records in sorted({real, *wanted}):
            repository = Path(temporary) / str(records)
            repository.mkdir()
            repeated(root, records, repository)
            name = "this repository" if records == real else "its records repeated"
            print(built(python, name, repository, records).line(base), flush=True)
            shutil.rmtree(repository)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
