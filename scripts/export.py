"""Write all tables of the library into one workbook: python3 scripts/export.py [FILE.xlsx]

Without a name it goes to dist/supply-chains-8-7.xlsx. The tables are those of the site's page
data/; the site itself has them as CSV. --root takes another repository.
Exit code: 0 written, 1 the records have faults, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import environment

DIST = Path("dist") / "supply-chains-8-7.xlsx"


def main(arguments: list[str]) -> int:
    """Write the workbook, and return the exit code."""
    options = _options(arguments)
    environment.enter(__file__, arguments, "xlsxwriter")
    from knowledge import clock, library, problems
    from knowledge.exports.workbook import workbook

    records, found = library.load(options.root)
    if problems.fails(found, strict=False):
        told = "The records have faults, so the tables could be wrong: run scripts/check.py first."
        print(told, file=sys.stderr)
        return 1
    today = clock.page_day(options.root, os.environ) or clock.newest_day(records)
    content = workbook(records, today)
    options.file.parent.mkdir(parents=True, exist_ok=True)
    options.file.write_bytes(content)
    print(f"The workbook: {options.file} ({len(content) / 1e6:.1f} MB).")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest.strip().splitlines()[-1])
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE.xlsx", help="where to write it")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    if not options.root.is_dir():
        parser.error(f"--root {options.root} is not a folder")
    options.file = options.file or options.root / DIST
    if options.file.suffix != ".xlsx":
        parser.error(f"{options.file} must end in .xlsx, or no spreadsheet would open it")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
