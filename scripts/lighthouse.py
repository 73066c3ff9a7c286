"""Measure pages of the built site with Lighthouse, as a phone on a slow line would see them.

    python3 scripts/lighthouse.py [--site DIR] [--runs N] [--report FILE] [ADDRESS ...]

Every page is measured five times and the median is told, as a table in Markdown. Addresses are
relative to the site (`countries/ghana/`); without any, one page of every sort is measured. The
first run installs Lighthouse, locked, into `.lighthouse/`; it needs Node.js with npm, and a
Chromium.
Exit code: 0 every goal is met, 1 one is missed, 2 something that is needed is not there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import chromium
import environment
from hosting import serve

LOCKED = environment.ROOT / "scripts/lighthouse"
TOOL = environment.ROOT / ".lighthouse"

#: One page of every sort. What a site does not hold is left out.
PAGES = (
    "", "countries/ghana/", "practices/child-labour-free-zones/", "browse/", "compared/",
    "compare/", "priorities/",
)  # fmt: skip

#: What is measured, and the goal: scores from 0 to 100, at least; the layout shift, at most.
CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SHIFT = 0.02

#: Now and then the browser loses the trace of a page, and Lighthouse asks to be run again.
ATTEMPTS = 3

FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"


@dataclass(frozen=True)
class Measured:
    """The medians of a page: its scores, the layout shift, and milliseconds until its largest part
    was there."""

    address: str
    scores: dict[str, int]
    shift: float
    largest: int
    failed: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Whether every goal is met."""
        enough = all(self.scores[name] >= least for name, least in CATEGORIES.items())
        return enough and self.shift < SHIFT


def main(arguments: list[str]) -> int:
    """Measure, tell the table, and return the exit code."""
    options = _options(arguments)
    browser = chromium.find()
    missing = _missing(options.site, browser)
    if missing:
        print(missing, file=sys.stderr)
        return 2
    _install()
    addresses = options.addresses or [
        address for address in PAGES if (options.site / address / "index.html").exists()
    ]
    measured = []
    with serve(options.site) as served:
        for address in addresses:
            print(f"measuring /{address}", file=sys.stderr, flush=True)
            url = f"{served.address}/{address}"
            measured.append(_medians(address, [_run(url, browser) for _ in range(options.runs)]))
    table = "\n".join(_table(measured))
    print(table)
    if options.report:
        options.report.write_text(f"{table}\n", encoding="utf-8")
    return 0 if all(page.is_good for page in measured) else 1


def _missing(site: Path, browser: Path | None) -> str:
    """What is needed and not there, as a sentence; empty where all is."""
    if browser is None:
        return chromium.MISSING
    if not shutil.which("npm"):
        return "Lighthouse needs Node.js 18.20 or newer with npm (nodejs.org)."
    if not (site / "index.html").is_file():
        return f"There is no site in {site}. Build it first: python3 scripts/build.py"
    return ""


def _install() -> None:
    """Lighthouse in a folder of its own, as the lock says; a lock that changed installs it anew."""
    names = ("package.json", "package-lock.json", ".npmrc")
    if all(
        (TOOL / name).is_file() and (TOOL / name).read_bytes() == (LOCKED / name).read_bytes()
        for name in names
    ):
        return
    print("Installing Lighthouse into .lighthouse/.", file=sys.stderr, flush=True)
    TOOL.mkdir(exist_ok=True)
    # The lock is copied last: where the installation breaks off, the next run begins again.
    for name in names:
        (TOOL / name).unlink(missing_ok=True)
    shutil.copy(LOCKED / "package.json", TOOL)
    with_lock = TOOL / "package-lock.json"
    shutil.copy(LOCKED / "package-lock.json", with_lock)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    ended = subprocess.run(command, cwd=TOOL, check=False)
    if ended.returncode:
        with_lock.unlink()
        sys.exit("Lighthouse could not be installed; npm says why above.")
    shutil.copy(LOCKED / ".npmrc", TOOL)


def _run(url: str, browser: Path | None) -> dict[str, Any]:
    """One report of Lighthouse on a page: a phone on a slow line, as it simulates them."""
    command = [
        "node", str(TOOL / "node_modules/lighthouse/cli/index.js"), url, "--output=json",
        "--output-path=stdout", "--quiet", f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    told = ""
    for _ in range(ATTEMPTS):
        ended = subprocess.run(
            command,
            env={**os.environ, "CHROME_PATH": str(browser)},
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode == 0:
            report: dict[str, Any] = json.loads(ended.stdout)
            return report
        told = ended.stderr.strip()
    sys.exit(f"Lighthouse ended with an error on {url}:\n{told}")


def _medians(address: str, reports: list[dict[str, Any]]) -> Measured:
    """The medians of the reports on a page, and the audits that failed in any."""

    def value(audit: str) -> float:
        return float(median(report["audits"][audit]["numericValue"] for report in reports))

    return Measured(
        address=address,
        scores={
            name: round(100 * median(report["categories"][name]["score"] for report in reports))
            for name in CATEGORIES
        },
        shift=value("cumulative-layout-shift"),
        largest=round(value("largest-contentful-paint")),
        failed=tuple(sorted({audit for report in reports for audit in _failed(report)})),
    )


def _failed(report: dict[str, Any]) -> Iterator[str]:
    """The audits that cost a category other than performance a point."""
    for name in CATEGORIES:
        for counted in report["categories"][name]["auditRefs"] if name != "performance" else ():
            audit = report["audits"][counted["id"]]
            if counted["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']}"


def _table(measured: list[Measured]) -> Iterator[str]:
    """The lines of a table in Markdown, and below it what failed."""
    names = ("page", *CATEGORIES, "layout shift", "largest part")
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for page in measured:
        scores = " | ".join(str(page.scores[name]) for name in CATEGORIES)
        yield (f"| `/{page.address}` | {scores} | {page.shift:.3f} | {page.largest / 1000:.1f} s |")
    for page in measured:
        for failed in page.failed:
            yield f"\n`/{page.address}` {failed}"


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS", help="pages of the site")
    parser.add_argument("--site", type=Path, default=environment.ROOT / "site", metavar="DIR")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often (5)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="where to put the table too")
    options = parser.parse_args(arguments)
    if options.runs < 1:
        parser.error("--runs is a number from 1")
    options.site = options.site.resolve()
    for address in options.addresses:
        if not (options.site / address / "index.html").is_file():
            parser.error(f"the site has no page /{address}")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
