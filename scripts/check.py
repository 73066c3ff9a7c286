"""Check the records and the prose without building the site.

    python3 scripts/check.py [PATH ...] [--root DIR] [--format FORM] [--summary] [--changed]
    python3 scripts/check.py [PATH ...] [--root DIR] [--format text|json] --due [--on DAY]

Everything is read and linked; with PATHs (files or folders) only what is found there is told, with
--changed only what is found in files that differ from the last commit. FORM is text, github (notes
at the lines of a pull request), markdown (a table) or json. Where SITE_URL holds the address of the
site, text and markdown lead to the page of each rule there.
With --due it lists the records whose review is overdue, today or on a DAY (YYYY-MM-DD), in place
of the problems; the check without it never minds how long ago a record was reviewed.
Exit code: 0 nothing to mend (notes are allowed), 1 problems or overdue reviews, 2 the command was
not understood.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import environment
from places import inside
from printing import leave, say

if TYPE_CHECKING:
    from knowledge.library import Library
    from knowledge.problems import Problem


#: Stands for no file at all: no path of a repository can be this.
NOTHING = "\0"


def main(arguments: list[str]) -> int:
    """Check, tell, and return the exit code."""
    options = _options(arguments)
    environment.enter(__file__, arguments)
    from knowledge import pipeline, problems

    library, found = pipeline.check(options.root)
    if options.due:
        return _tell_due(library, found, options)
    found = [problem for problem in found if _is_within(problem.path, options.within)]
    if options.summary:
        _say(_summary(library, found, options.format))
    elif options.format == "json":
        _say(problems.as_json(found))
    elif options.format == "github":
        _say(problems.as_github(found))
    elif options.format == "markdown":
        _say(problems.as_markdown(found, os.environ.get("SITE_URL", "")))
    else:
        _say(problems.as_text(found, lambda path: _lines(options.root / path)))
        print(("\n" if found else "") + problems.tally(found))
        _say(problems.where_explained(found, os.environ.get("SITE_URL", "")))
    return 1 if problems.fails(found, strict=True) else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or folder to tell about")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    parser.add_argument("--format", choices=("text", "github", "markdown", "json"), default="text")
    parser.add_argument("--summary", action="store_true", help="only numbers")
    parser.add_argument("--changed", action="store_true", help="only files not yet committed")
    parser.add_argument("--due", action="store_true", help="list the reviews that are overdue")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="overdue on that day")
    options = parser.parse_args(arguments)
    if options.on and not options.due:
        parser.error("--on asks for a day, which only --due looks at")
    if options.due and (options.summary or options.format in ("github", "markdown")):
        parser.error("--due is told as text or json, without --summary")
    options.root = options.root.resolve()
    if not options.root.is_dir():
        parser.error(f"--root {options.root} is not a folder")
    options.within = []
    for given in options.paths:
        path = inside(options.root, given)
        if path is None:
            parser.error(f"{given} is neither here nor in {options.root}")
        options.within.append(path.relative_to(options.root).as_posix())
    if options.changed:
        options.within += _changed(parser, options.root)
    return options


def _changed(parser: argparse.ArgumentParser, root: Path) -> list[str]:
    """The files that are new or differ from the last commit; one that is not there when none do."""
    git = ["git", "-C", str(root)]
    found: list[str] = []
    for words in (["diff", "--name-only", "-z", "--relative", "HEAD"],
                  ["ls-files", "-z", "--others", "--exclude-standard"]):  # fmt: skip
        done = subprocess.run([*git, *words], capture_output=True, text=True, check=False)
        if done.returncode:
            parser.error(f"--changed asks git, which says: {done.stderr.strip()}")
        found += [path for path in done.stdout.split("\0") if path]
    return found or [NOTHING]


def _is_within(path: str, places: list[str]) -> bool:
    return not places or any(
        place in (".", path) or path.startswith(f"{place}/") for place in places
    )


def _tell_due(library: Library, found: list[Problem], options: argparse.Namespace) -> int:
    """List the overdue reviews of the records that can be read; 1 where there are any.

    A record that cannot be read has no review that could be told, so that it fails this too.
    """
    from knowledge import clock, problems
    from knowledge.analysis.freshness import never_reviewed, overdue

    on = options.on or clock.computer_day()
    late = [r for r in overdue(library, on) if _is_within(r.entry.path, options.within)]
    waiting = [
        entry
        for entries in never_reviewed(library).values()
        for entry in entries
        if _is_within(entry.path, options.within)
    ]
    broken = [one for one in found if one.severity == "error"]
    if options.format == "json":
        listed = [
            {"path": r.entry.path, "reviewed": f"{r.reviewed}", "due": f"{r.due}"} for r in late
        ]
        _say(json.dumps({"on": f"{on}", "overdue": listed}, indent=2))
    else:
        for r in late:
            _say(f"{r.entry.path}: the review of {r.reviewed} was to be renewed by {r.due}")
        print(f"{len(late)} overdue on {on}")
        if waiting:
            print(f"{len(waiting)} never reviewed by a person; they are not counted as overdue")
    if broken:
        told = "and what they say is not counted here; run it without --due"
        print(f"{problems.tally(broken)}, {told}", file=sys.stderr)
    return 1 if late or broken else 0


def _summary(library: Library, found: list[Problem], form: str) -> str:
    """How many records of each kind there are, how deep they go, and what each rule found."""
    from knowledge.analysis.depth import depths
    from knowledge.kinds import KINDS

    deep = depths(library)
    records = {kind.folder: len(library.all(kind.id)) for kind in KINDS}
    rules = Counter((problem.rule, problem.severity) for problem in found)
    if form == "json":
        listed = [{"rule": r, "severity": s, "count": n} for (r, s), n in sorted(rules.items())]
        told = [{"measure": one.label, "count": one.value, "of": one.of} for one in deep]
        whole = {"records": records, "depth": told, "problems": listed}
        return json.dumps(whole, indent=2)
    lines = [f"{count:6} {folder}" for folder, count in records.items()]
    lines += ["", *(f"{one.value:6} of {one.of} {one.label}" for one in deep)]
    lines += [""] + [f"{n:6} {rule} ({severity})" for (rule, severity), n in sorted(rules.items())]
    return "\n".join(lines if rules else [*lines, "     0 problems"])


def _lines(path: Path) -> list[str] | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None


def _say(text: str) -> None:
    """Print a text, unless there is none."""
    if text:
        say(text)


if __name__ == "__main__":
    leave(main)
