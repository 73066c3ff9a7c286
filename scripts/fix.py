"""Mend in records what can be mended without changing what they say.

    python3 scripts/fix.py [PATH ...] [--root DIR] [--dry-run]

Order of the fields, quotes, blanks, tabs, dates in words, and names of countries and terms in place
of their ids. Shows every change; with --dry-run it only shows them. What a person must mend is
told and left alone. Without PATHs (files or folders) all records are looked at.
Exit code: 0 everything is as it should be now, 1 a person must mend something (with --dry-run also
where something would change), 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import environment
from places import inside


def main(arguments: list[str]) -> int:
    """Mend, show, and return the exit code."""
    options = _options(arguments)
    environment.enter(__file__, arguments)
    from knowledge import problems
    from knowledge.kinds import BY_FOLDER
    from knowledge.kinds.known_names import known_names
    from knowledge.library import load
    from knowledge.reading.files import read_text
    from knowledge.writing.repairs import repaired

    library, _ = load(options.root, drafts=True)
    names = known_names(library.entries, library.vocabularies)
    changed = looked_at = 0
    left: list[problems.Problem] = []
    for path in _records(options, tuple(BY_FOLDER)):
        looked_at += 1
        raw, found = read_text(options.root, path)
        if raw is None:
            print(problems.as_text(found))
            left += found
            continue
        outcome = repaired(raw, path, BY_FOLDER[path.partition("/")[0]], names)
        if outcome.problems:
            print(problems.as_text(outcome.problems, partial(_lines, raw)))
            left += outcome.problems
        before = (options.root / path).read_bytes().decode("utf-8", "replace")
        if outcome.text != before:
            changed += 1
            _show(path, before, outcome.text, outcome.mended)
            if not options.dry_run:
                _replace(options.root / path, outcome.text)
    verb = "would change" if options.dry_run else "mended"
    told = f"{looked_at} records looked at, {changed} {verb}"
    print(f"{told}, {len(left)} for a person to mend" if left else told)
    if left:
        print(problems.where_explained(left, os.environ.get("SITE_URL", "")))
    return 1 if left or (options.dry_run and changed) else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a record or a folder of records")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    parser.add_argument("--dry-run", action="store_true", help="show the changes, write nothing")
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    for given in options.paths:
        if inside(options.root, given) is None:
            parser.error(f"{given} is neither here nor in {options.root}")
    return options


def _records(options: argparse.Namespace, folders: tuple[str, ...]) -> Iterator[str]:
    """The paths of the records that were asked for, relative to the root, each once, sorted."""
    places = [inside(options.root, given) for given in options.paths] or [options.root]
    files: set[Path] = set()
    for place in places:
        if place is not None:
            files |= set(place.rglob("*.md")) if place.is_dir() else {place}
    for file in sorted(files):
        path = file.relative_to(options.root)
        if len(path.parts) == 2 and path.parts[0] in folders and path.name != "README.md":
            yield path.as_posix()


def _show(path: str, before: str, after: str, mended: list[str]) -> None:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True),
        f"{path} (as it was)", f"{path} (mended)",
    )  # fmt: skip
    for one in mended:
        print(f"{path}: {one}")
    print("".join(line if line.endswith("\n") else f"{line}\n" for line in lines))


def _lines(text: str, path: Path) -> list[str]:
    """The lines of a text, whatever file they are asked for by."""
    return text.splitlines()


def _replace(path: Path, text: str) -> None:
    """Write a file in one step, so that an interruption leaves the old one or the new one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
