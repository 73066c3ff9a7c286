"""A toolkit leads to its records with their evidence, and each record leads back to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plan_and_toolkit import site
from small_library import faults, part, with_record, words

from knowledge.library import Library, load
from knowledge.pages.audiences import AUDIENCES, doors
from knowledge.pages.plan import planned_pages
from knowledge.pages.templates import rendered

TODAY = date(2025, 12, 1)
ROOT = Path(__file__).parents[2]


def html(library: Library, address: str) -> str:
    (planned,) = [p for p in planned_pages(library, TODAY) if p.address == address]
    return rendered(planned.make())


def step(page: str, number: int) -> str:
    start = page.index(f'<li id="step-{number}">')
    return page[start : page.index("</li>", start)]


def test_a_step_shows_where_it_leads_why_and_the_grade_of_evidence(tmp_path: Path) -> None:
    page = html(load(site(tmp_path))[0], "toolkits/for-buyers/")
    first = step(page, 1)
    assert 'href="../../practices/paid-harvest-labour/"' in first
    assert "Read the trial It compared villages by lot." in words(first)
    assert words(first).endswith("Randomised evaluation tier 3 and beyond")
    assert 'href="../../initiatives/goodweave/"' in step(page, 2)
    assert 'href="../../terms/approaches/social-protection-and-education/"' in step(page, 3)
    assert 'href="../../countries/"' in step(page, 4)


def test_a_practice_without_a_grade_says_so_beside_the_step(tmp_path: Path) -> None:
    library = with_record(load(site(tmp_path))[0], "practice", "paid-harvest-labour", evidence=None)
    page = html(library, "toolkits/for-buyers/")
    assert "not graded" in words(step(page, 1))
    assert "1 practice, not evaluated by others" in words(page)


def test_the_records_and_the_term_of_a_step_lead_back_to_it(tmp_path: Path) -> None:
    library = load(site(tmp_path))[0]
    for address, number in (
        ("practices/paid-harvest-labour/", 1),
        ("initiatives/goodweave/", 2),
    ):
        page = html(library, address)
        assert f'href="../../toolkits/for-buyers/#step-{number}"' in page
        assert "Part of this toolkit as step" in words(part(page, "toolkits"))
        assert '<a href="#toolkits">Part of a toolkit</a>' in page
    term = html(library, "terms/approaches/social-protection-and-education/")
    assert 'href="../../../toolkits/for-buyers/#step-3"' in term


def test_a_record_that_is_no_step_says_nothing_of_toolkits(tmp_path: Path) -> None:
    library = load(site(tmp_path))[0]
    assert "toolkit" not in html(library, "practices/schooling-incentives-carpets/")
    without = load(site(tmp_path / "other", toolkit=""))[0]
    assert "toolkit" not in html(without, "practices/paid-harvest-labour/")


def test_the_list_of_toolkits_says_for_whom_and_with_what_evidence(tmp_path: Path) -> None:
    page = html(load(site(tmp_path))[0], "toolkits/")
    told = words(page)
    assert (
        "For buyers For buyers A path for buyers. 4 steps; 1 practice, evaluated by others" in told
    )
    assert 'href="../toolkits/for-buyers/"' in page


def test_the_pages_of_toolkits_have_no_faults(tmp_path: Path) -> None:
    for planned in planned_pages(load(site(tmp_path))[0], TODAY):
        if planned.address.startswith(("toolkits/", "topics/")):
            assert faults(rendered(planned.make())) == []


def test_each_group_of_readers_has_one_door_and_it_opens(tmp_path: Path) -> None:
    for library in (load(ROOT)[0], load(site(tmp_path, plan="", toolkit=""))[0]):
        known = {page.address for page in planned_pages(library, TODAY)}
        found = doors(library)
        assert [door.who for door in found] == [audience.who for audience in AUDIENCES]
        assert not [door for door in found if door.address not in known]


def test_the_best_page_of_each_group_of_readers_is_there_in_this_library() -> None:
    library = load(ROOT)[0]
    assert [door.address for door in doors(library)] == [
        audience.starts[0].address for audience in AUDIENCES
    ]
