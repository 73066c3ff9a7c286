"""The work plan says what can be counted, leads to it, and says in words what cannot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plan_and_toolkit import PLAN, changed, site
from small_library import faults, part, with_record, words

from knowledge.analysis.indicators import INDICATORS, measured
from knowledge.library import Library, load
from knowledge.pages.plan import planned_pages
from knowledge.pages.templates import rendered

TODAY = date(2025, 12, 1)


def html(library: Library, address: str = "work-plan/") -> str:
    (planned,) = [p for p in planned_pages(library, TODAY) if p.address == address]
    return rendered(planned.make())


def pledge(page: str, id_: str) -> str:
    start = page.index(f'<article class="k-pledge" id="{id_}">')
    return page[start : page.index("</article>", start)]


def test_a_pledge_shows_its_value_target_status_partners_and_what_is_missing(
    tmp_path: Path,
) -> None:
    told = pledge(html(load(site(tmp_path))[0]), "pledge-1")
    assert 'href="../work-plan/practices-in-tier-2-and-deeper/"' in told
    for expected in (
        "2 of 2 practices in tier 2 and deeper",
        "All of them. (proposed by this platform; reached)",
        "draft, not validated by the group",
        "governments and trade unions",
        "none recorded",
        "Everything else.",
    ):
        assert expected in words(told), expected


def test_what_cannot_be_counted_is_said_in_words_and_has_no_number(tmp_path: Path) -> None:
    told = words(pledge(html(load(site(tmp_path))[0]), "pledge-2"))
    assert "not measurable from this library Only members can say." in told
    assert "Target not set by the group" in told
    assert "Example union, 4 November 2025: A list of obstacles." in told


def test_an_indicator_of_another_kind_is_counted(tmp_path: Path) -> None:
    plan = changed(PLAN, "name: results-by-sex", "name: supply-chains-mapped")
    library, problems = load(site(tmp_path, plan=plan))
    told = words(pledge(html(library), "step-a"))
    assert not problems
    assert "1 supply chain mapped" in told


def test_a_new_practice_in_tier_3_changes_the_page_and_the_list_it_leads_to(
    tmp_path: Path,
) -> None:
    before = load(site(tmp_path))[0]
    after = with_record(
        before, "practice", "paid-harvest-labour", id="deeper", title="A deeper practice"
    )
    assert "2 of 2 practices in tier 2 and deeper" in words(html(before))
    assert "3 of 3 practices in tier 2 and deeper" in words(html(after))
    address = "work-plan/practices-in-tier-2-and-deeper/"
    assert "A deeper practice" not in html(before, address)
    assert 'href="../../practices/deeper/"' in html(after, address)
    assert "Used by Pledge 1" in words(html(after, address))


def test_the_method_of_every_indicator_is_printed_from_its_table(tmp_path: Path) -> None:
    told = words(part(html(load(site(tmp_path))[0]), "method"))
    for indicator in INDICATORS:
        assert words(indicator.method) in told


def test_the_page_says_that_it_is_a_draft_and_rests_on_its_sources(tmp_path: Path) -> None:
    page = html(load(site(tmp_path))[0])
    assert "This is a draft, and the Action Group has not validated it." in words(page)
    assert '<a href="#source-report" aria-label="Source 1">1</a></sup> See <a' in page
    assert 'href="../countries/ghana/"' in page
    assert "Example group, Report of the workshop" in words(part(page, "sources"))


def test_the_pages_of_the_work_plan_have_no_faults(tmp_path: Path) -> None:
    pages = [
        planned
        for planned in planned_pages(load(site(tmp_path))[0], TODAY)
        if planned.address.startswith("work-plan/")
    ]
    assert len(pages) > len(INDICATORS) / 2
    for planned in pages:
        made = planned.make()
        assert faults(rendered(made)) == []
        assert len(made.description) >= 20


def test_a_library_without_a_plan_has_no_page_of_it(tmp_path: Path) -> None:
    addresses = [p.address for p in planned_pages(load(site(tmp_path, plan=""))[0], TODAY)]
    assert not [address for address in addresses if address.startswith("work-plan/")]


def test_every_value_leads_to_a_page_that_is_there(tmp_path: Path) -> None:
    library = load(site(tmp_path))[0]
    known = {planned.address for planned in planned_pages(library, TODAY)}
    for name, counted in measured(library).items():
        if counted is not None:
            address = counted.listed_at.partition("#")[0] or f"work-plan/{name}/"
            assert address in known, name
