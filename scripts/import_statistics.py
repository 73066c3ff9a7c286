"""Imports the statistics of SDG indicators 8.7.1 and 16.2.2 and of ILOSTAT into our tables.

    python3 scripts/import_statistics.py DIR [--root DIR] [--dry-run]

DIR holds the folders `unsd-sdg-2023` (a table per series and the list of areas) and
`ilostat-cld-xhaz` (the table of children in hazardous work). Writes the tables of
`content/data/` and its own entries of `content/sources.yml`; `global-estimates.csv` is kept by
hand. Running again on the same data changes nothing.

Exit status: 0 done, 1 the data must be mended first (nothing is written), 2 usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import environment
from outcomes import carry_out


def main(arguments: list[str]) -> int:
    """Import, tell what changed, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument(
        "--root", type=Path, default=environment.ROOT, help="the repository to write to"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, no more")
    options = parser.parse_args(arguments)

    environment.enter(__file__, arguments)
    from knowledge.importing.statistics import run

    outcome = run(options.root, options.folder)
    return carry_out(outcome, options.root, dry_run=options.dry_run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
