"""A toolkit leads to its records with their evidence, and each record leads back to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plan_and_toolkit import TOOLKIT, site
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


WITH_TASKS = TOOLKIT.replace(
    "    why: It compared villages by lot.\n",
    "    why: It compared villages by lot.\n"
    "    who_does:\n      - who: Buyer\n        does: pays for adult hands\n"
    "    tried_in: [schooling-incentives-carpets]\n"
    "    check: [The hands are counted, Somebody pays them]\n",
)


def test_a_step_says_who_does_what_and_names_more_practices(tmp_path: Path) -> None:
    library = load(site(tmp_path, toolkit=WITH_TASKS))[0]
    page = html(library, "toolkits/for-buyers/")
    first = step(page, 1)
    assert "Buyer pays for adult hands" in words(first)
    assert "More practices on this step Schooling incentives" in words(first)
    assert 'href="../../practices/schooling-incentives-carpets/"' in first
    assert "4 steps; 2 practices, 2 of them evaluated by others" in words(page)
    back = html(library, "practices/schooling-incentives-carpets/")
    assert 'href="../../toolkits/for-buyers/#step-1"' in back


def test_what_can_be_ticked_stands_on_a_sheet_to_print(tmp_path: Path) -> None:
    library = load(site(tmp_path, toolkit=WITH_TASKS))[0]
    assert 'href="../../toolkits/for-buyers/checklist/"' in html(library, "toolkits/for-buyers/")
    sheet = html(library, "toolkits/for-buyers/checklist/")
    assert "Read the trial Buyer: pays for adult hands" in words(sheet)
    assert sheet.count('class="k-box"') == 2
    assert "Initiative" not in words(sheet)  # steps without anything to tick are left out
    assert not faults(sheet)


def test_a_toolkit_with_nothing_to_tick_has_no_sheet(tmp_path: Path) -> None:
    library = load(site(tmp_path))[0]
    addresses = {planned.address for planned in planned_pages(library, TODAY)}
    assert "toolkits/for-buyers/checklist/" not in addresses
    assert "Checklist" not in html(library, "toolkits/for-buyers/")


def test_every_step_of_this_library_has_people_practices_and_something_to_tick() -> None:
    library = load(ROOT)[0]
    assert len(library.toolkits) >= 3
    lacking = [
        f"{held.path}: step {number}"
        for held in library.toolkits.values()
        for number, one in held.steps
        if not (one.who_does and one.practices and one.check)
    ]
    assert lacking == []
