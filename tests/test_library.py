"""The library links records both ways, and drafts reach no reader."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.library import Library, load
from knowledge.pages.plan import claimed_twice, planned_pages
from knowledge.rules import check

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
    pointing = list(library.pointing_at("country", "ghana"))
    assert {entry.path for entry, _ in pointing} >= {"practices/paid-harvest-labour.md"}
    assert all(trail[0] == "countries" for entry, trail in pointing if entry.kind.id == "practice")


def test_a_term_knows_the_records_that_use_it(library: Library) -> None:
    using = list(library.using("evidence", "randomised"))
    assert "practices/paid-harvest-labour.md" in {entry.path for entry, _ in using}
    assert {trail for _, trail in using} == {("evidence", "grade")}
    assert library.is_used("evidence", "randomised")
    assert not library.is_used("evidence", "no-such-grade")


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


def test_a_vocabulary_that_pages_need_is_missed_even_where_no_record_uses_it(
    tmp_path: Path,
) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    for path in (root / "initiatives").glob("*.md"):
        path.write_text(
            re.sub(r"^integrated_approach:\n(  .*\n)+", "", path.read_text(), flags=re.M)
        )
    (root / "content/vocabularies/principles.yml").unlink()
    _, problems = load(root)
    assert [(p.rule, p.path) for p in problems if p.severity == "error"] == [
        ("vocabulary-missing", "content/vocabularies/principles.yml")
    ]


def test_a_grade_of_evidence_that_has_no_rank_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    path = root / "content/vocabularies/evidence.yml"
    path.write_text(path.read_text() + "  - id: hearsay\n    label: Hearsay\n")
    _, problems = load(root)
    (problem,) = [p for p in problems if p.rule == "unranked-term"]
    assert (problem.path, problem.line) == ("content/vocabularies/evidence.yml", 12)


def test_a_table_with_a_cell_without_end_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    path = root / "content/data/listed-goods.csv"
    path.write_text(path.read_text() + "x" * 200_000 + "\n")
    _, problems = load(root)
    (problem,) = [p for p in problems if p.rule == "table"]
    assert (problem.path, problem.line) == ("content/data/listed-goods.csv", 4)


def test_a_page_of_content_has_a_title_and_a_description_and_no_other_field(
    tmp_path: Path,
) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    text = "---\ntitle: About\ntemplate: ../other.html\n---\n# About\n"
    (root / "content/about.md").write_text(text)
    _, problems = load(root)
    assert [(p.rule, p.line) for p in problems if p.path == "content/about.md"] == [
        ("prose-field", 3)
    ]


def test_titles_sort_without_their_accents(root: Path) -> None:
    _replace(root / "countries/ghana.md", "title: Ghana", "title: Örland")
    titles = [entry.record.title for entry in load(root)[0].all("country")]
    assert titles == ["European Union", "Nepal", "Örland"]


def test_two_records_that_claim_one_former_id_are_told(root: Path) -> None:
    for name in ("ghana", "nepal"):
        path = root / f"countries/{name}.md"
        path.write_text(path.read_text().replace("\nadded:", "\nformerly: [old]\nadded:", 1))
    library, _ = load(root)
    found = [p for p in check(library, date(2026, 1, 15)) if p.rule == "formerly-clash"]
    assert [p.path for p in found] == ["countries/nepal.md"]


def test_one_address_for_a_page_of_content_and_a_collection_names_both(root: Path) -> None:
    (root / "content/countries.md").write_text("# Countries\n")
    library = load(root)[0]
    (problem,) = claimed_twice(library, planned_pages(library, date(2025, 12, 1)))
    assert problem.rule == "address-twice"
    assert "content/countries.md" in problem.path + problem.message


def test_a_link_to_a_draft_says_that_it_is_one(root: Path) -> None:
    _replace(root / "countries/ghana.md", "title: Ghana", "title: Ghana\nstatus: draft")
    (root / "content/about.md").write_text("# About\n\n[Ghana](../countries/ghana.md)\n")
    found = check(load(root)[0], date(2026, 1, 15))
    (problem,) = [p for p in found if p.path == "content/about.md"]
    assert "is a draft" in problem.message


def test_none_found_without_a_note_on_where_was_searched_names_no_source(root: Path) -> None:
    path = root / "practices/paid-harvest-labour.md"
    text = re.sub(
        r"^evidence:\n(  .*\n)+", "evidence:\n  grade: none-found\n", path.read_text(), flags=re.M
    )
    path.write_text(text)
    found = check(load(root)[0], date(2026, 1, 15))
    assert ("claim-without-source", path.name) in {(p.rule, Path(p.path).name) for p in found}


def test_the_near_name_may_be_that_of_a_record_with_a_fault(root: Path) -> None:
    _replace(root / "countries" / "ghana.md", "jurisdiction: state", "jurisdiction: realm")
    _replace(root / "practices" / "paid-harvest-labour.md", "[ghana]", "[gahna]")
    (problem,) = [p for p in load(root)[1] if p.rule == "unknown-reference"]
    assert "Did you mean “ghana”?" in problem.hint
