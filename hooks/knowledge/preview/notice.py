"""What a preview tells of the files as they are now: on every page, and instead of one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from knowledge.pages.templates import environment
from knowledge.problems import RULE_PAGES, Lines, Problem, excerpt, fails, in_order, tally

#: The folder of the preview's own files, relative to the site. No record's name begins with a dot.
FOLDER = ".preview/"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as a page shows it: its place, what is wrong, the line of the file with a sign
    below it, and what to write instead. `explained` is the page of its rule, or empty."""

    place: str
    message: str
    severity: str
    rule: str
    explained: str
    excerpt: str
    hint: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What there is to tell: in a few words, in a sentence, and one by one.

    `stops` says that the pages are not what the files say, `is_own` that what comes first is about
    the very page on which it is told.
    """

    title: str = ""
    about: str = ""
    findings: tuple[Finding, ...] = ()
    stops: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a notice stands: the way to the site (`/` or `/library/`), and which state of the files
    the page shows, so that its script can tell when there is another."""

    root: str
    state: str

    @property
    def files(self) -> str:
        """The way to the preview's own files."""
        return f"{self.root}{FOLDER}"


def notice_of(
    problems: Iterable[Problem],
    fault: str,
    lines: Lines,
    *,
    strict: bool,
    own: Collection[str] = (),
    has_page: Callable[[str], bool],
) -> Notice:
    """What a page tells of problems, and of a `fault` that is no problem of a record.

    Problems of the page's `own` files come first. `has_page` says whether there is a page at an
    address.
    """
    found = sorted(in_order(problems), key=lambda problem: problem.path not in own)
    is_own = bool(found) and found[0].path in own
    findings = tuple(_finding(problem, lines, has_page) for problem in found)
    if fails(found, strict=strict):
        about = f"The pages stay as they were before. {fault}".strip()
        return Notice(tally(found), about, findings, stops=True, is_own=is_own)
    if fault:
        return Notice("The pages are not up to date", fault, findings, stops=True)
    if found:
        about = "The pages are up to date; a build that is strict would stop."
        return Notice(tally(found), about, findings, is_own=is_own)
    return Notice()


def beside(notice: Notice, place: Place) -> bytes:
    """The HTML at the end of a page: the notice, where there is one, and what reloads the page."""
    return _html("preview/beside.html", notice, place)


def instead(notice: Notice, place: Place) -> bytes:
    """A whole page where there is nothing else to show."""
    return _html("preview/instead.html", notice, place)


def _html(template: str, notice: Notice, place: Place) -> bytes:
    made = environment().get_template(template)
    return made.render(notice=notice, place=place).encode()


def _finding(problem: Problem, lines: Lines, has_page: Callable[[str], bool]) -> Finding:
    explained = f"{RULE_PAGES}{problem.rule}/"
    return Finding(
        problem.place,
        problem.message,
        problem.severity,
        problem.rule,
        explained if has_page(explained) else "",
        "\n".join(excerpt(problem, lines)),
        problem.hint,
    )
