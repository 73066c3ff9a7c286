"""The pages on what is known and what is missing lead to the very records, however many."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from small_library import SMALL, TODAY, faults, row, small_library, with_record, words

from knowledge import pipeline
from knowledge.exports.plan import planned_exports
from knowledge.kinds import BY_ID, KINDS
from knowledge.library import Library
from knowledge.pages import count_tables, coverage_records, coverage_topics
from knowledge.pages import coverage as pages
from knowledge.pages.count_tables import on_page, paging
from knowledge.pages.plan import claimed_twice, planned_pages
from knowledge.pages.templates import rendered


def html_of(address: str, library: Library | None = None, today: date = TODAY) -> str:
    made = {one[0]: one[2] for one in pages.coverage_pages(library or small_library(), today)}
    return rendered(made[address]())


def test_every_page_is_planned_once_and_is_sound() -> None:
    library = small_library()
    planned = planned_pages(library, TODAY)
    assert not list(claimed_twice(library, planned))
    addresses = {one.address for one in planned}
    for address, _, make in pages.coverage_pages(library, TODAY):
        assert address in addresses
        page = make()
        assert page.address == address
        assert not faults(rendered(page)), address


def test_every_link_leads_to_a_page_of_the_site() -> None:
    library = small_library()
    there = {one.address for one in planned_pages(library, TODAY)}
    there |= {file.path for file in planned_exports(library, TODAY, "")}
    for address, _, make in pages.coverage_pages(library, TODAY):
        html = rendered(make())
        up = "../" * address.count("/")
        for target in re.findall(r'href="([^"#]+)', html):
            assert target.removeprefix(up).removeprefix("./") in there, (address, target)


def test_the_first_page_counts_the_lines_and_reviews_of_each_kind() -> None:
    html = html_of("coverage/")
    told = row(html, "Countries")
    number = len(small_library().all("country"))
    assert told.startswith(f"Countries {number} ")
    assert told.endswith("12 months")


def test_an_overdue_record_is_named_on_the_first_page_and_heads_the_reviews() -> None:
    late = {"added": "2001-01-01", "reviewed": "2001-01-01"}
    library = with_record(small_library(), "country", "nepal", **late)
    assert 'href="../countries/nepal/"' in html_of("coverage/", library)
    reviews = html_of("coverage/reviews/", library)
    first = re.findall(r'<th scope="row">.*?</tr>', reviews, re.DOTALL)[0]
    assert words(first) == "Nepal Country due by 1 January 2002 reviewed 1 January 2001"


def test_a_record_that_nobody_reviewed_is_listed_as_such() -> None:
    told = {"imported": {"edition": "an edition", "on": "2024-01-02"}, "reviewed": None}
    library = with_record(small_library(), "country", "ghana", **told)
    told_of = row(html_of("coverage/reviews/", library), "Ghana")
    assert told_of == "Ghana Country never reviewed imported 2 January 2024"


def test_where_no_record_waits_the_page_says_so() -> None:
    library = small_library()
    for entry in list(library.everything()):
        told = {"added": "2020-01-01", "reviewed": "2025-11-30"}
        library = with_record(library, entry.kind.id, entry.id, **told)
    assert "No record waits for a review." in html_of("coverage/reviews/", library)
    assert "no review is overdue" in words(html_of("coverage/", library))


def test_a_topic_names_the_records_by_what_is_missing() -> None:
    law = {"recruitment_non_state": [{"state": "to-verify", "value": "prohibited"}]}
    library = with_record(small_library(), "country", "ghana", law=law)
    html = html_of("coverage/countries/law-recruitment-non-state/", library)
    assert html.index('id="to-verify"') < html.index("countries/ghana/")
    assert html.index("countries/ghana/") < html.index('id="not-researched"')
    assert html.index('id="not-researched"') < html.index("countries/nepal/")


def test_a_topic_with_an_answer_in_every_record_says_so() -> None:
    library = small_library()
    for entry in library.all("country"):
        law = {"recruitment_non_state": [{"state": "stated", "value": "prohibited"}]}
        library = with_record(library, "country", entry.id, law=law)
    told = words(html_of("coverage/countries/law-recruitment-non-state/", library))
    assert "Every record has an answer" in told


def test_each_country_has_a_row_with_its_own_lines() -> None:
    told = row(html_of("coverage/countries/records/"), "Nepal")
    assert re.match(r"Nepal \d+ \d+ \d+ \d+ (reviewed|due|never)", told)


def test_countries_of_the_list_without_a_record_are_named() -> None:
    library = small_library()
    assert "without a record" not in html_of("coverage/countries/", library)
    place = library.places["GHA"].model_copy(update={"iso3": "XXA", "name": "Exland"})
    more = replace(library, places={**library.places, "XXA": place})
    assert words(html_of("coverage/countries/", more)).endswith("Exland")


def test_long_tables_are_cut_into_numbered_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pages, coverage_records, count_tables):
        monkeypatch.setattr(module, "ROWS_A_PAGE", 2)
    for module in (pages, coverage_topics, count_tables):
        monkeypatch.setattr(module, "NAMES_A_PAGE", 2)
    library = small_library()
    addresses = [address for address, _, _ in pages.coverage_pages(library, TODAY)]
    assert len(addresses) == len(set(addresses))
    assert "coverage/countries/records/2/" in addresses
    second = html_of("coverage/countries/records/2/")
    assert words(second).count("Rows 3 to 3 of 3") == 2
    assert 'href="../../../../coverage/countries/records/"' in second
    shown = "".join(
        html_of(address)
        for address in addresses
        if address.startswith("coverage/countries/law-domestic-work/")
    )
    for entry in library.all("country"):
        assert shown.count(f'{entry.address}"') == 1


def test_paging_shows_everything_once() -> None:
    things = list(range(1001))
    pages_ = [on_page(things, page, 200) for page in range(1, 7)]
    assert [thing for page in pages_ for thing in page] == things
    assert paging("x/", 6, 1001, 200, "Rows").told == "Rows 1,001 to 1,001 of 1,001"
    assert not paging("x/", 1, 200, 200, "Rows").pages


def test_every_kind_with_records_has_its_pages() -> None:
    addresses = {address for address, _, _ in pages.coverage_pages(small_library(), TODAY)}
    assert {f"coverage/{kind.folder}/" for kind in KINDS} <= addresses
    assert BY_ID["country"].folder == "countries"


def test_the_pages_are_part_of_the_site() -> None:
    planned = {one.address for one in pipeline.run(SMALL, TODAY).pages}
    assert {"coverage/", "coverage/reviews/", "coverage/practices/records/"} <= planned
