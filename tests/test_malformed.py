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
from plan_and_toolkit import changed

from knowledge import rules
from knowledge.kinds import BY_ID
from knowledge.library import load
from knowledge.problems import Problem, as_text

TESTS = Path(__file__).parent
SMALL = TESTS / "sites" / "small"
CASES = sorted((TESTS / "cases" / "malformed").glob("*.md"))
#: The mistakes that people make most, each with the line that its message leads them to write.
COMMON = {
    "01-a-country-by-its-name": ("The Republic of Ghana", "ghana"),
    "02-a-term-in-american-spelling": ("child labor", "child-labour"),
    "03-a-missing-quotation-mark": ("carpet weavers\nsummary", "carpet weavers'\nsummary"),
    "04-a-tab-before-a-field": ("\t", "  "),
    "05-a-date-in-words": ("1st March 2024", "2024-03-01"),
    "06-an-address-without-its-beginning": ("www.example.org", "https://www.example.org"),
    "07-two-records-of-the-same-thing": ("cocoa harvest", "cocoa harvest in ten villages"),
    "08-a-list-where-a-text-is-due": ("[external-evaluation, own-claim]", "external-evaluation"),
    "09-an-id-that-was-renamed": ("harvest-labour-paid", "paid-harvest-labour"),
    "10-a-heading-of-ones-own": ("## Results", "## What happened"),
}
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
    renamed = root / "practices" / "paid-harvest-labour.md"
    named = "id: paid-harvest-labour\nformerly: [harvest-labour-paid]\n"
    renamed.write_text(renamed.read_text().replace("id: paid-harvest-labour\n", named))
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


@pytest.mark.parametrize("name", COMMON)
def test_a_common_mistake_is_told_so_that_nobody_has_to_be_asked(name: str, tmp_path: Path) -> None:
    case = TESTS / "cases" / "common-mistakes" / f"{name}.practice.md"
    _compare(case, tmp_path)
    wrong, right = COMMON[name]
    mended = changed(case.read_text(encoding="utf-8"), wrong, right)
    root = _site(tmp_path / "mended", _place(case), mended.encode())
    assert [p for p in _problems(root) if p.severity != "note"] == []


def test_every_common_mistake_is_tried_and_its_message_names_what_to_write() -> None:
    folder = TESTS / "cases" / "common-mistakes"
    assert {case.name.split(".")[0] for case in folder.glob("*.md")} == set(COMMON)
    for name, (_, right) in COMMON.items():
        if name[:2] in ("01", "02", "05", "06", "08", "09", "10"):
            assert right in (folder / f"{name}.expected").read_text(encoding="utf-8"), name


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
