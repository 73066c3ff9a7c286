"""A problem is a value with a place; reporters turn problems into text for people and programs.

Checks yield problems and never print, exit or stop at the first one: only the edge of the
program (the build hook, `scripts/check.py`) decides what a list of problems means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

#: An error fails every build, a warning fails `--strict`, a note never fails anything.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

#: The pages on which rules are explained, relative to the site: `rules/<id>/`.
RULE_PAGES = "rules/"

#: So many rules are named one by one to be explained; of more, one looks up what one wants.
MOST_NAMED = 4

#: Gives the lines of a file for the caret display, or None where the file cannot be read.
Lines = Callable[[str], list[str] | None]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should mend, and where.

    `path` is relative to the repository, with forward slashes. `line` and `column` count
    from 1; a line of 0 means the file or folder as a whole. `message` says what is wrong
    and why it matters; `hint` says what to write instead.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    hint: str = ""

    @property
    def place(self) -> str:
        """The place as editors and code hosts read it: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """All problems once, by path, then place, then rule."""
    return sorted(
        set(problems), key=lambda p: (p.path, p.line, p.column, p.rule, p.message, p.hint)
    )


def fails(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems stop a build."""
    stopping = {"error", "warning"} if strict else {"error"}
    return any(problem.severity in stopping for problem in problems)


def tally(problems: Iterable[Problem]) -> str:
    """The number of problems in words: `2 errors, 1 warning`."""
    found = [problem.severity for problem in problems]
    counts = [(found.count(severity), severity) for severity in SEVERITIES]
    words = [f"{n} {severity}{'s' if n != 1 else ''}" for n, severity in counts if n]
    return ", ".join(words) or "no problems"


def as_text(problems: Iterable[Problem], lines: Lines = lambda path: None) -> str:
    """One paragraph per problem: the place, the message, the line with a caret, the hint."""
    return "\n\n".join(_paragraph(problem, lines) for problem in in_order(problems))


def where_explained(problems: Iterable[Problem], site_url: str = "") -> str:
    """A line that says where the rules of some problems are explained; empty without problems.

    `site_url` is the site's address, or empty where it is not known.
    """
    rules = sorted({problem.rule for problem in problems})
    if not rules:
        return ""
    page = f"{site_url.rstrip('/')}/{RULE_PAGES}" if site_url else ""
    page += f"{rules[0]}/" if page and len(rules) == 1 else ""
    also = f", or {page}" if page else ""
    named = " ".join(rules) if len(rules) <= MOST_NAMED else "RULE"
    return f"Why, and how to mend it: python3 scripts/explain.py {named}{also}"


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with the fields of `Problem`."""
    listed = [asdict(problem) for problem in in_order(problems)]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that annotate the changed lines of a pull request.

    Source: GitHub Docs, "Workflow commands for GitHub Actions", `::error file=...`.
    """
    return "\n".join(_annotation(problem) for problem in in_order(problems))


def as_markdown(problems: Iterable[Problem], site_url: str = "") -> str:
    """A Markdown table of all problems, for the summary of a check on the code host.

    What a record says is shown as code, so that nothing in it can pass for Markdown. A rule leads
    to its page where the site's address is known.
    """
    found = in_order(problems)
    if not found:
        return "No problems.\n"
    head = ["| place | what is wrong | what to do | rule |", "| --- | --- | --- | --- |"]
    cells = ([*map(_cell, (p.place, p.message, p.hint)), _rule(p, site_url)] for p in found)
    rows = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([*head, *rows]) + "\n"


def excerpt(problem: Problem, lines: Lines) -> tuple[str, ...]:
    """The line that a problem is about and, below it, a caret at the place; empty where there is
    no such line."""
    text = lines(problem.path) if problem.line else None
    if not text or problem.line > len(text):
        return ()
    shown, blanks = _window(text[problem.line - 1], problem.column)
    return shown, f"{blanks}^"


def in_code(text: str) -> str:
    """A line of text as Markdown code, whatever stands in it."""
    plain = " ".join(text.split())
    longest = max(map(len, re.findall("`+", plain)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {plain} {fence}" if longest else f"`{plain}`"


def _cell(text: str) -> str:
    # A table is taken apart at its bars before code in it is looked at.
    return in_code(text).replace("|", "\\|") if text.strip() else ""


def _rule(problem: Problem, site_url: str) -> str:
    named = _cell(f"{problem.rule} ({problem.severity})")
    return f"[{named}]({site_url.rstrip('/')}/{RULE_PAGES}{problem.rule}/)" if site_url else named


def _paragraph(problem: Problem, lines: Lines) -> str:
    severity = "" if problem.severity == "error" else f" ({problem.severity})"
    told = [f"{_printable(problem.place)}: {problem.rule}: {problem.message}{severity}"]
    told += [f"    {line}".rstrip() for line in excerpt(problem, lines)]
    if problem.hint:
        told += [f"    {line}" for line in problem.hint.splitlines()]
    return "\n".join(told)


def _window(line: str, column: int, width: int = 96) -> tuple[str, str]:
    """The part of a long line around the place, and the blanks before the caret."""
    start = max(0, column - width + 16) if len(line) > width else 0
    shown = line[start : start + width]
    return _printable(shown), " " * max(0, column - 1 - start)


def _printable(text: str) -> str:
    """The text without signs that a terminal would obey; names of files can hold them too."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _annotation(problem: Problem) -> str:
    command = "notice" if problem.severity == "note" else problem.severity
    place = f"file={_escaped(problem.path, within_property=True)}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    text = f"{problem.message} {problem.hint}".strip()
    return f"::{command} {place},title={problem.rule}::{_escaped(text)}"


def _escaped(text: str, *, within_property: bool = False) -> str:
    """GitHub's own escapes, so that a message cannot start a second command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if within_property else text
