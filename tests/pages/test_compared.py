"""The comparison of initiatives: every number leads to the initiatives it counts."""

from __future__ import annotations

import re
from datetime import date

from small_library import faults, html_of, part, row, small_library, with_record, words

from knowledge.library import Library
from knowledge.pages.compared import compared_page
from knowledge.pages.compared_lists import list_page, list_pages
from knowledge.pages.plan import claimed_twice, planned_pages
from knowledge.pages.templates import rendered

TODAY = date(2025, 12, 1)
SOURCE = ["goodweave-archive"]


def page(library: Library) -> str:
    return rendered(compared_page(library))


def lists(library: Library) -> dict[str, str]:
    return {
        address: rendered(list_page(library, address, line, question))
        for address, line, question in list_pages(library)
    }


def test_every_number_leads_to_a_list_with_as_many_initiatives():
    library = with_record(
        small_library(), "initiative", "goodweave", id="cocoa-watch", title="Cocoa watch",
        goods=["cocoa"], countries=["ghana"], functions=["monitoring"],
    )  # fmt: skip
    made = lists(library)
    cell = r'<td[^>]*data-l="([^"]*)"><a href="([^"#]*)(?:#([^"]*))?">([\d,]+)</a>'
    links = re.findall(cell, page(library))
    assert len(links) > 20
    for column, target, anchor, number in links:
        html = made[target.removeprefix("../")]
        if column == "All":
            assert f"{number} initiative" in words(html)
        else:
            names = html[html.index(f'id="{anchor}"') :].partition("</ul>")[0]
            assert names.count("<li>") == int(number), (target, anchor)


def test_every_list_has_a_page_of_its_own_and_no_initiative_can_take_its_address():
    library = with_record(
        small_library(), "initiative", "goodweave", id="compared", title="Compared"
    )
    planned = planned_pages(library, TODAY)
    addresses = {one.address for one in planned}
    assert {"compared/", "initiatives/compared/", *lists(library)} <= addresses
    assert list(claimed_twice(library, planned)) == []


def test_an_empty_cell_is_a_hatched_zero_and_a_gap_in_words():
    html = page(small_library())
    tiers = part(html, "tiers")
    assert row(tiers, "Raw material") == "Raw material 0 0 0"
    assert tiers.count('class="k-hatch"') == 6
    told = words(part(html, "missing"))
    assert "Monitoring: none recorded" in told
    assert "None recorded is not the same as none" in told


def test_no_is_not_the_same_as_not_researched():
    library = with_record(
        small_library(), "initiative", "goodweave",
        members={"companies": {"value": False, "state": "stated", "source": SOURCE}},
    )  # fmt: skip
    asked = part(page(library), "ask-members")
    assert row(asked, "Companies") == "Companies 0 1 0 0 0"
    assert row(asked, "Academia") == "Academia 0 0 0 0 1"


def test_a_list_says_what_nobody_does():
    made = lists(small_library())
    assert "GoodWeave International" in made["compared/chains/carpets/"]
    unions = words(made["compared/members/trade-unions/"])
    assert "Unknown 1 initiative" in unions
    assert "Trade unions: no initiative is recorded for certification or monitoring." in unions


def test_what_has_ended_is_left_out_and_named():
    library = with_record(small_library(), "initiative", "goodweave", ended="2020")
    assert "GoodWeave International" in words(part(page(library), "ended"))
    assert 'id="ended"' not in page(small_library())


def test_the_page_of_an_initiative_says_where_it_stands():
    library = with_record(
        small_library(), "initiative", "goodweave",
        id="second", title="Second", functions=["monitoring"],
    )  # fmt: skip
    told = part(html_of(library, "initiative", "goodweave"), "standing")
    assert "The only one recorded for certification: Carpets" in words(told)
    assert "One of 2 recorded for monitoring: Carpets" in words(told)
    assert 'href="../../compared/chains/carpets/#monitoring"' in told
    ended = with_record(small_library(), "initiative", "goodweave", ended="2020")
    assert 'id="standing"' not in html_of(ended, "initiative", "goodweave")


def test_the_pages_are_valid():
    wide = with_record(
        small_library(), "initiative", "goodweave", goods=[], countries=[], scope="global"
    )
    for library in (small_library(), wide):
        assert faults(page(library)) == []
        for address, html in lists(library).items():
            assert faults(html) == [], address
