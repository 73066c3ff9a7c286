"""Imports ILAB's tables, ratifications and facts on law into country records.

    python3 scripts/import_ilab.py DIR_OR_FILE ... [--root DIR] [--added DAY] [--dry-run]

The folders hold ILAB's Sweat & Toil tables, the list of country codes, the ratifications, and
the tables of facts on law (`country-law-YEARS.csv`, `advancement-YEARS.csv`; these two may be
missing). Writes `countries/*.md`, `content/vocabularies/goods.yml`, the tables of
`content/data/` and its own entries of `content/sources.yml`. What people wrote is kept; running
again on the same data changes nothing.

Exit status: 0 done, 1 the data or a record must be mended first (nothing is written), 2 usage.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import environment
from outcomes import carry_out


def main(arguments: list[str]) -> int:
    """Import, tell what changed, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="DIR_OR_FILE")
    parser.add_argument(
        "--root", type=Path, default=environment.ROOT, help="the repository to write to"
    )
    when = "the day new records are added (YYYY-MM-DD); else the day the data were fetched"
    parser.add_argument("--added", type=date.fromisoformat, help=when)
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, no more")
    parser.add_argument(
        "--left-out", action="store_true", help="also list what was not used, and why"
    )
    options = parser.parse_args(arguments)

    environment.enter(__file__, arguments)
    from knowledge.importing.run import run

    outcome = run(options.root, options.paths, options.added)
    code = carry_out(outcome, options.root, dry_run=options.dry_run, left_out=options.left_out)
    if code == 0:
        unused = len(outcome.left_out)
        print(f"{unused} rows, fields or cells were not used (--left-out lists them).")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
