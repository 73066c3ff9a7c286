"""Write a digest of what is new: records, changes, coming events, and what is due for review.

    python3 scripts/digest.py --since DATE [--until DATE] [--text FILE] [--html FILE]
                              [--site-url ADDRESS] [--root DIR]

Dates are days such as 2026-11-01; both days belong to the period. Without a file the plain text is
printed. Links need the address of the site: --site-url, or SITE_URL in the environment.
Exit code: 0 written, 1 the records have faults, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

import environment
from printing import leave, say


def main(arguments: list[str]) -> int:
    """Write the digest, and return the exit code."""
    options = _options(arguments)
    environment.enter(__file__, arguments)
    from knowledge import clock, library, problems
    from knowledge.pages.digest import as_html, as_text, digest

    until = options.until or clock.computer_day()
    if options.since > until:
        told = f"--since {options.since} is later than --until {until}: the period has no day."
        print(told, file=sys.stderr)
        return 2
    records, found = library.load(options.root)
    if problems.fails(found, strict=False):
        told = "The records have faults, so the digest could be wrong: run scripts/check.py first."
        print(told, file=sys.stderr)
        return 1
    told_digest = digest(records, options.since, until, options.site_url)
    for path, write in ((options.text, as_text), (options.html, as_html)):
        if path is not None:
            path.write_text(write(told_digest), encoding="utf-8")
    if options.text is None and options.html is None:
        say(as_text(told_digest), end="")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest.strip().splitlines()[-1])
    parser.add_argument("--since", type=_day, required=True, metavar="DATE", help="the first day")
    parser.add_argument("--until", type=_day, metavar="DATE", help="the last day (today)")
    parser.add_argument("--text", type=Path, metavar="FILE", help="where to put the plain text")
    parser.add_argument("--html", type=Path, metavar="FILE", help="where to put the e-mail")
    parser.add_argument("--site-url", default=os.environ.get("SITE_URL", ""), metavar="ADDRESS")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    if not options.root.is_dir():
        parser.error(f"--root {options.root} is not a folder")
    for path in filter(None, (options.text, options.html)):
        if not path.absolute().parent.is_dir():
            parser.error(f"{path} cannot be written: its folder does not exist")
    if options.site_url and not options.site_url.startswith(("https://", "http://")):
        parser.error(f"{options.site_url} is no address: it begins with https:// or http://")
    options.site_url = options.site_url.rstrip("/") + "/" if options.site_url else ""
    return options


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-11-25") else None
    except ValueError:
        day = None
    if day is None:
        told = f"“{text}” is not a day of the calendar; write year, month and day: 2026-11-25"
        raise argparse.ArgumentTypeError(told)
    return day


if __name__ == "__main__":
    leave(main)
