"""Malformed records, as people make them, each with all that is said about it beside it.

`NN-what-is-wrong.KIND.md` takes the place of `example.md` in a small site that is otherwise
sound; `NN-what-is-wrong.expected` is the whole of what is reported. Cases named after a rule
(`cases/rules/RULE.KIND.md`) are kept in the same way. After a change of words, write the
expected texts again with `REWRITE_EXPECTED=1` and read every difference.
"""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge import rules
from knowledge.kinds import BY_ID
from knowledge.library import load
from knowledge.problems import Problem, as_text

TESTS = Path(__file__).parent
SMALL = TESTS / "sites" / "small"
CASES = sorted((TESTS / "cases" / "malformed").glob("*.md"))
RULE_CASES = sorted((TESTS / "cases" / "rules").glob("*.*.*"))
#: A fixed clock, so that no expected text changes with the day.
CLOCK = date(2026, 1, 15)
#: Files of a case that are no record.
OTHERS = {"content": "content/example.md", "sources": "content/sources.yml"}


def _place(case: Path) -> str:
    """Where the file of a case belongs: its name ends in `.KIND.md`."""
    kind = case.name.split(".")[-2]
    return OTHERS[kind] if kind in OTHERS else f"{BY_ID[kind].folder}/example.md"


def _site(folder: Path, place: str, text: bytes) -> Path:
    """A copy of the small site with one file added."""
    root = folder / "site"
    shutil.copytree(SMALL, root)
    if place == OTHERS["sources"]:
        # The records and tables of the small site need its own sources too.
        text = (root / place).read_bytes() + text.removeprefix(b"sources:\n")
    (root / place).write_bytes(text)
    return root


def _problems(root: Path) -> list[Problem]:
    library, problems = load(root)
    return [*problems, *rules.check(library, CLOCK)]


def _told(root: Path, place: str) -> str:
    """All that is said, except notes on other files than the one of the case."""
    problems = [p for p in _problems(root) if p.severity != "note" or p.path == place]

    def lines(path: str) -> list[str] | None:
        try:
            return (root / path).read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError):
            return None

    return as_text(problems, lines) + "\n"


def _compare(case: Path, folder: Path) -> None:
    place = _place(case)
    told = _told(_site(folder, place, case.read_bytes()), place)
    expected = case.with_name(case.name.rsplit(".", 2)[0] + ".expected")
    if os.environ.get("REWRITE_EXPECTED"):
        expected.write_text(told, encoding="utf-8", newline="\n")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_malformed_record_is_told_in_words_that_help(case: Path, tmp_path: Path) -> None:
    _compare(case, tmp_path)


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda case: case.stem)
def test_a_rule_reports_the_exact_place(case: Path, tmp_path: Path) -> None:
    _compare(case, tmp_path)


def test_the_small_site_itself_is_sound() -> None:
    assert [p for p in _problems(SMALL) if p.severity != "note"] == []


def test_there_are_forty_malformed_records_of_every_kind() -> None:
    assert len(CASES) >= 40
    assert {case.name.split(".")[-2] for case in CASES} == set(BY_ID)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_problem_of_a_malformed_record_stands_in_its_file_and_says_what_to_do(
    case: Path, tmp_path: Path
) -> None:
    place = _place(case)
    root = _site(tmp_path, place, case.read_bytes())
    found = [p for p in _problems(root) if p.severity != "note"]
    assert found, "nothing is reported"
    for problem in found:
        assert problem.path == place
        assert problem.hint, f"no advice: {problem.message}"
        assert problem.rule != "check-crashed"
        for word in ("Traceback", "Error:", "pydantic", "None", "dict", "NoneType", "mapping"):
            assert word not in problem.message + problem.hint


def test_a_huge_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    place = "initiatives/example.md"
    root = _site(tmp_path, place, b"---\nid: example\n---\n" + b"It meets twice a year. " * 200_000)
    (problem,) = [p for p in _problems(root) if p.severity != "note"]
    assert (problem.path, problem.severity) == (place, "error")
    assert problem.hint
