"""Estimate the child labour in the exports of regions from an inter-country input-output table.

    python3 scripts/estimate_trade_flows.py DIR [--csv]

DIR holds about.csv, flows.csv, final-demand.csv, output.csv and children.csv, and may hold
groups.csv; what stands in each is said below by --help, and in `hooks/knowledge/reading/
flow_tables.py`. Nothing is written: the result is printed as a table, or as CSV. It is an
estimate from that table, no finding.

Exit status: 0 done, 1 the table must be mended first (all that is wrong is told), 2 usage.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from knowledge.analysis.trade_flows import ExportShare

COLUMNS = (
    "region", "children", "for exports", "share", "direct", "indirect", "used abroad",
    "returning", "at home",
)  # fmt: skip

MEANING = """\
This is an estimate from the table named above, not a count of children: it assumes that
every unit of an industry's output takes as much child labour as any other.
  for exports  direct and indirect together; share is its part of all children in child labour
  direct       in the industry that ships the product abroad
  indirect     in the industries of the region that supply that industry, through all tiers
  used abroad  the part of exports whose final users are abroad; the rest is returning,
               that is processed abroad and finally used in the region
  at home      all other children: their work does not leave the region"""

GROUPED = """\
Regions are summed as groups.csv says: trade among the regions of one group counts as export."""


def main(arguments: list[str]) -> int:
    """Read, estimate, print, and return the exit code."""
    from knowledge.reading import flow_tables

    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=first,
        epilog=f"{rest}\n{flow_tables.__doc__}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--csv", action="store_true", help="print rows of CSV, unrounded")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is not a folder")

    environment.enter(__file__, arguments, "numpy")
    from knowledge.analysis.trade_flows import estimate, summed
    from knowledge.analysis.trade_table import trade_table
    from knowledge.problems import as_text, tally

    read, problems = flow_tables.read_flow_tables(options.folder)
    if read is None:
        print(as_text(problems), file=sys.stderr)
        print(f"\n{tally(problems)}. Nothing was estimated.", file=sys.stderr)
        return 1
    try:
        shares = estimate(trade_table(read)).regions
    except ValueError as error:
        print(f"{options.folder}: {error}\nNothing was estimated.", file=sys.stderr)
        return 1
    shares = summed(shares, read.groups) if read.groups else shares
    if options.csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows(
            [("table", "year", "source of children", *COLUMNS), *_rows(shares, read.about)]
        )
        return 0
    print(f"ESTIMATE from {read.about['table']}, {read.about['year']}.")
    print(f"Children in child labour: {read.about['children']}.\n")
    print(_table(shares))
    print("\n".join(["", MEANING, *([GROUPED] if read.groups else [])]))
    return 0


def _numbers(share: ExportShare) -> tuple[float | None, ...]:
    return (
        share.children, share.exports, share.share(share.exports), share.direct, share.indirect,
        share.abroad, share.returning, share.at_home,
    )  # fmt: skip


def _rows(shares: tuple[ExportShare, ...], about: dict[str, str]) -> list[tuple[object, ...]]:
    source = (about["table"], about["year"], about["children"])
    return [(*source, share.region, *_numbers(share)) for share in shares]


def _table(shares: tuple[ExportShare, ...]) -> str:
    """The estimate in columns, numbers to the right."""
    lines: list[tuple[str, ...]] = [COLUMNS]
    for share in shares:
        told = [
            "-" if number is None else f"{number:.1%}" if name == "share" else f"{number:,.0f}"
            for name, number in zip(COLUMNS[1:], _numbers(share), strict=True)
        ]
        lines.append((share.region, *told))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        )
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
