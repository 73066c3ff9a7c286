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
    from knowledge.problems import as_text, tally

    outcome = run(options.root, options.folder)
    if outcome.problems:
        print(as_text(outcome.problems), file=sys.stderr)
        print(f"\n{tally(outcome.problems)}. Nothing was written.", file=sys.stderr)
        return 1
    for line in outcome.told:
        print(line)
    for path, text in sorted(outcome.files.items()):
        print(f"{'would write' if options.dry_run else 'wrote'} {path}")
        if not options.dry_run:
            target = options.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    if not outcome.files:
        print("Nothing changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
