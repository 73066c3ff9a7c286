"""Imports the outlines of countries for the maps, from Natural Earth's borders.

    python3 scripts/import_outlines.py DIR [--root DIR] [--dry-run]

DIR holds `countries-110m.json` and `countries-50m.json` of the package world-atlas 2.0.2. Writes
`content/data/world-outlines.csv` and its own entry of `content/sources.yml`. Running again on the
same data changes nothing.

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
    from knowledge.importing.outlines import run

    outcome = run(options.root, options.folder)
    return carry_out(outcome, options.root, dry_run=options.dry_run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
