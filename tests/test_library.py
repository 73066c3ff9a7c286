"""The library links records both ways, and drafts reach no reader."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.library import Library, load

SMALL = Path(__file__).parent / "sites" / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def _rules(root: Path) -> set[tuple[str, str]]:
    return {(problem.path, problem.rule) for problem in load(root)[1]}


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SMALL)[0]


def test_a_country_knows_the_practices_that_name_it(library: Library) -> None:
    pointing = library.pointing_at("country", "ghana")
    assert {p.entry.path for p in pointing} >= {"practices/paid-harvest-labour.md"}
    assert all(p.trail[0] == "countries" for p in pointing if p.entry.kind.id == "practice")


def test_a_term_knows_the_records_that_use_it(library: Library) -> None:
    using = library.using("evidence", "randomised")
    assert "practices/paid-harvest-labour.md" in {p.entry.path for p in using}
    assert {p.trail for p in using} == {("evidence", "grade")}


def test_a_source_of_the_record_comes_before_the_shared_ones(library: Library) -> None:
    entry = library.get("practice", "paid-harvest-labour")
    assert entry is not None
    assert library.source(entry, "trial-15377").title == "Trial AEARCTR-0015377"
    assert () in library.uses_of_source(entry)["trial-15377"]


def test_a_folder_s_readme_stands_for_its_collection(library: Library) -> None:
    assert library.by_path["countries/README.md"].address == "countries/"


def test_a_reference_to_a_missing_record_names_the_near_one(root: Path) -> None:
    _replace(root / "practices" / "paid-harvest-labour.md", "[ghana]", "[gahna]")
    (problem,) = [p for p in load(root)[1] if p.severity == "error"]
    assert (problem.rule, problem.path) == ("unknown-reference", "practices/paid-harvest-labour.md")
    assert "Did you mean “ghana”?" in problem.hint
    line = (root / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("gahna")


def test_a_draft_is_left_out_and_what_points_to_it_is_told(root: Path) -> None:
    practice = root / "practices" / "schooling-incentives-carpets.md"
    _replace(practice, "\nadded:", "\nstatus: draft\nadded:")
    assert load(root)[0].get("practice", "schooling-incentives-carpets") is None
    assert ("practices/paid-harvest-labour.md", "draft-reference") in _rules(root)
    assert load(root, drafts=True)[0].get("practice", "schooling-incentives-carpets") is not None


def test_a_record_with_a_fault_is_not_reported_again_by_those_that_point_to_it(root: Path) -> None:
    _replace(root / "countries" / "ghana.md", "jurisdiction: state", "jurisdiction: realm")
    assert {path for path, _ in _rules(root)} == {"countries/ghana.md"}


def test_a_listed_good_must_be_a_known_term_with_a_known_source(root: Path) -> None:
    table = root / "content" / "data" / "listed-goods.csv"
    table.write_text(table.read_text() + "GHA,cocao,yes,no,no,2022,nowhere\n")
    found = {(p.rule, p.line) for p in load(root)[1] if p.path.endswith("listed-goods.csv")}
    last = len(table.read_text().splitlines())
    assert found == {("unknown-term", last), ("unknown-source", last)}
