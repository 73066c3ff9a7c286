"""The platform as one straight line: text in git, records, one graph, problems, pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge import clock, rules
from knowledge.library import Library, load
from knowledge.pages.plan import Planned, claimed_twice, planned_pages, steps_nowhere
from knowledge.problems import Problem, in_order


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gives: the linked records, every problem, and the pages to write, as of a day."""

    library: Library
    today: date
    problems: list[Problem]
    pages: list[Planned]


def run(root: Path, today: date | None = None, *, repo: str = "", drafts: bool = False) -> Result:
    """Read, link, check and plan the repository at `root`.

    `today` is the day that pages show, by default the newest in the records; `repo` is the code
    host's address of the repository, where there is one; `drafts` are for a preview.
    """
    library, problems = load(root, drafts=drafts)
    problems += rules.check(library, clock.computer_day())
    today = today or clock.newest_day(library)
    pages = planned_pages(library, today, repo)
    problems += [*claimed_twice(library, pages), *steps_nowhere(library, pages)]
    return Result(library, today, in_order(problems), pages)


def check(root: Path) -> tuple[Library, list[Problem]]:
    """The records and every problem."""
    result = run(root)
    return result.library, result.problems
