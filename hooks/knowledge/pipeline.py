"""The platform as one straight line: text in git, records, one graph, problems, pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from knowledge import clock, rules
from knowledge.analysis.feeds import feeds
from knowledge.exports.exported import Exported
from knowledge.exports.plan import planned_exports
from knowledge.exports.scripts import scripts
from knowledge.library import Library, load
from knowledge.pages.compare_data import compare_files
from knowledge.pages.figures_plan import planned_figures
from knowledge.pages.plan import (
    Planned,
    claimed_twice,
    links_nowhere,
    planned_pages,
    steps_nowhere,
)
from knowledge.pages.sourcing import sourcing_files
from knowledge.problems import Problem, in_order
from knowledge.processes import beside


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gives: the linked records, every problem, and all that is to be written, pages and
    other files, as of a day."""

    library: Library
    today: date
    problems: list[Problem]
    pages: list[Planned]
    exports: list[Exported]

    @property
    def has_feeds(self) -> bool:
        """Whether there is anything new to tell, so that pages may lead to a feed of it."""
        return bool(feeds(self.library))


def run(
    root: Path,
    today: date | None = None,
    *,
    repo: str = "",
    site_url: str = "",
    drafts: bool = False,
    offline: bool = False,
) -> Result:
    """Read, link, check and plan the repository at `root`.

    `today` is the day that pages show, by default the newest in the records; `repo` is the code
    host's address of the repository and `site_url` that of the site, where there is one; `drafts`
    are for a preview; `offline` is the edition that is read from a disk.
    """
    library, problems = load(root, drafts=drafts)
    records = sum(map(len, library.entries.values()))
    checked = beside(partial(rules.check, library, clock.computer_day()), records)
    today = today or clock.newest_day(library)
    pages = planned_pages(library, today, repo)
    data = [*compare_files(library), *sourcing_files(library)]
    exports = planned_exports(library, today, site_url, offline=offline)
    exports += scripts(data)
    exports += [Exported(*file) for file in planned_figures(library, today, site_url)]
    problems += claimed_twice(library, pages, [(file.path, file.made_from) for file in exports])
    problems += [*checked(), *steps_nowhere(library, pages), *links_nowhere(library, pages)]
    return Result(library, today, in_order(problems), pages, exports)


def check(root: Path) -> tuple[Library, list[Problem]]:
    """The records and every problem."""
    result = run(root)
    return result.library, result.problems
