"""What the build before this one made: a page whose inputs have not changed is not made again.

A small file beside the site names everything that the last build was made from, as one digest,
and the size and the date of every file that it wrote. A file of the site counts only while all are
the same: one that was changed by hand has another date, and so has every file of another site.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path

#: Packages whose work is in the pages: another version may give other bytes.
PACKAGES = (
    "icalendar", "jinja2", "markupsafe", "nh3", "pydantic", "pyromark", "python-frontmatter",
    "pyyaml", "tzdata",
)  # fmt: skip
#: What Python leaves behind among the inputs.
_NO_INPUT = "__pycache__"


def mark_of(path: Path) -> str:
    """What tells whether a file has been written since: its size and the nanosecond of its last
    change. To read it again and to work out a digest took longer than to make most pages."""
    found = path.stat()
    return f"{found.st_size}-{found.st_mtime_ns}"


def inputs_of(root: Path, folders: Iterable[str], others: Iterable[str]) -> str:
    """One digest of all files of some folders, of our packages' versions and of other texts."""
    told = blake2b(digest_size=16)
    for text in (*others, *map(_version, PACKAGES)):
        told.update(f"{len(text)}:{text}".encode())
    for folder in folders:
        for path in _files(root, folder):
            read = sha256((root / path).read_bytes()).hexdigest()  # processors have it built in
            told.update(f"{path}:{read}".encode())
    return told.hexdigest()


@dataclass
class EarlierBuild:
    """The site that stands, and what its build has noted; `inputs` are those of this build."""

    site: Path
    inputs: str
    made: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Path, inputs: str) -> EarlierBuild:
        """What is noted beside a site; nothing, where its inputs were others."""
        noted: object = None
        with contextlib.suppress(OSError, ValueError):
            noted = json.loads(_note(site).read_text(encoding="utf-8"))
        same = isinstance(noted, dict) and noted.get("inputs") == inputs
        made = noted.get("made") if isinstance(noted, dict) and same else None
        return cls(site, inputs, made if isinstance(made, dict) else {})

    def placed(self, output: str, target: Path) -> bool:
        """Put the site's file at a path to `target`, if this build would make the very same.

        It becomes a second name of the same file where the disk can do that, else a copy.
        """
        if output not in self.made:
            return False
        source = self.site / output
        try:
            if mark_of(source) != self.made[output]:
                return False
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source, target)
            except OSError:
                shutil.copy2(source, target)  # with its date
        except OSError:
            return False
        return True

    def note(self, made: Mapping[str, str]) -> None:
        """Keep for the next build what this one has made: a mark for each path."""
        text = json.dumps({"inputs": self.inputs, "made": dict(sorted(made.items()))}, indent=0)
        _note(self.site).write_text(text, encoding="utf-8")


def _note(site: Path) -> Path:
    real = Path(os.path.realpath(site))
    return real.with_name(f".{real.name}.made")


def _files(root: Path, path: str) -> Iterator[str]:
    """A file, or all files of a folder in the order of their names, as paths in the repository."""
    if (root / path).is_file():
        yield path
    elif (root / path).is_dir():
        # Entries know what they are; to ask that of ten thousand paths takes longer than to read.
        for entry in sorted(os.scandir(root / path), key=attrgetter("name")):
            if entry.is_dir(follow_symlinks=False) and entry.name != _NO_INPUT:
                yield from _files(root, f"{path}/{entry.name}")
            elif entry.is_file():
                yield f"{path}/{entry.name}"


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} unknown"
