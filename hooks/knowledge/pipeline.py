"""The platform as one straight line: text in git, records, one graph, problems, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from knowledge import clock, rules
from knowledge.analysis.feeds import feeds
from knowledge.exports.exported import Exported
from knowledge.exports.plan import planned_exports
from knowledge.exports.scripts import scripts
from knowledge.library import Library, load
from knowledge.pages import templates
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
from knowledge.reading.held import Held


@dataclass
class Linked:
    """What the repository says: the linked records as of a day, and how each is checked."""

    library: Library
    today: date
    found: list[Problem]
    checked: Callable[[], list[Problem]]

    @cached_property
    def problems(self) -> list[Problem]:
        """What is wrong with what the files say, whatever will be made of it."""
        return in_order([*self.found, *self.checked()])


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
    """Read, link, check and plan the repository at `root`, of which a site is to be made.

    `today` is the day that pages show, by default the newest in the records; `repo` is the code
    host's address of the repository and `site_url` that of the site, where there is one; `drafts`
    are for a preview; `offline` is the edition that is read from a disk.
    """
    linked = link(root, today, drafts=drafts, with_templates=True)
    return plan(linked, repo=repo, site_url=site_url, offline=offline)


def link(
    root: Path,
    today: date | None = None,
    *,
    drafts: bool = False,
    held: Held | None = None,
    with_templates: bool = False,
) -> Linked:
    """Read and link the repository; its rules are checked meanwhile, or when they are asked for.

    What is `held` from an earlier time is not read and checked again. Where a site is to be made
    of it, the templates are compiled meanwhile (`with_templates`), too.
    """
    library, problems = load(root, drafts=drafts, held=held)
    records = sum(map(len, library.entries.values()))
    check: Callable[[], list[Problem]] = partial(rules.check, library, clock.computer_day(), held)
    if held:
        checked = check  # What another process holds would be lost.
    elif with_templates:
        checked = _taken(beside(lambda: (check(), templates.compiled()), records))
    else:
        checked = beside(check, records)
    return Linked(library, today or clock.newest_day(library), problems, checked)


def _taken(
    result: Callable[[], tuple[list[Problem], dict[str, bytes]]],
) -> Callable[[], list[Problem]]:
    """What was found wrong; the templates that were compiled with it are taken over."""

    def found() -> list[Problem]:
        problems, compiled = result()
        templates.take(compiled)
        return problems

    return found


def plan(linked: Linked, *, repo: str = "", site_url: str = "", offline: bool = False) -> Result:
    """Every page and file that the site will have, and what is wrong with them."""
    library, today = linked.library, linked.today
    pages = planned_pages(library, today, repo)
    exports = list(planned_files(library, today, site_url=site_url, offline=offline))
    problems = [*claimed_twice(library, pages, [(file.path, file.made_from) for file in exports])]
    problems += [*steps_nowhere(library, pages), *links_nowhere(library, pages)]
    return Result(library, today, in_order([*linked.problems, *problems]), pages, exports)


def planned_files(
    library: Library, today: date, *, site_url: str, offline: bool
) -> Iterator[Exported]:
    """Every file beside the pages."""
    yield from planned_exports(library, today, site_url, offline=offline)
    yield from scripts([*compare_files(library), *sourcing_files(library)])
    yield from (Exported(*file) for file in planned_figures(library, today, site_url))


def check(root: Path) -> tuple[Library, list[Problem]]:
    """The records and every problem."""
    result = plan(link(root))
    return result.library, result.problems
