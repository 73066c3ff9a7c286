"""A region shows its countries and what is done in them; the index from A to Z knows every name."""

from __future__ import annotations

from datetime import date

from small_library import faults, small_library, with_record, words

from knowledge.analysis.regions import region_of, regions
from knowledge.library import Library
from knowledge.pages.a_to_z import a_to_z_page, names
from knowledge.pages.browse import doors
from knowledge.pages.country import country_page
from knowledge.pages.plan import planned_pages
from knowledge.pages.region import region_page, regions_page
from knowledge.pages.templates import rendered

TODAY = date(2025, 12, 1)


def page(library: Library, slug: str) -> str:
    return rendered(region_page(library, library.once(regions)[slug]))


def test_a_region_and_its_part_show_the_countries_of_the_index():
    library = small_library()
    for slug in ("africa", "sub-saharan-africa"):
        html = page(library, slug)
        assert 'href="../../countries/ghana/"' in html
        assert "countries/nepal/" not in html
        assert "Goods listed" in words(html)
        assert faults(html) == []


def test_a_country_leads_to_its_region_and_a_union_to_none():
    library = small_library()
    html = rendered(country_page(library.entries["country"]["nepal"], library, TODAY, ""))
    assert 'href="../../regions/southern-asia/"' in html
    assert region_of(library, library.entries["country"]["european-union"]) is None


def test_practices_of_a_region_come_and_go_with_their_countries():
    before = small_library()
    assert "practices/schooling-incentives-carpets/" in page(before, "southern-asia")
    after = with_record(before, "practice", "schooling-incentives-carpets", countries=["ghana"])
    assert "practices/schooling-incentives-carpets/" not in page(after, "southern-asia")
    assert "practices/schooling-incentives-carpets/" in page(after, "sub-saharan-africa")
    assert "No practice" in words(page(after, "southern-asia"))


def test_the_index_of_regions_counts_what_is_in_them():
    html = rendered(regions_page(small_library()))
    assert "4 regions with 2 countries" in words(html)
    assert 'href="../regions/southern-asia/"' in html
    assert faults(html) == []


def test_every_region_is_planned():
    library = small_library()
    planned = {page.address for page in planned_pages(library, TODAY)}
    assert {region.address for region in library.once(regions).values()} <= planned


def test_a_to_z_leads_from_every_name_to_the_record():
    library = with_record(small_library(), "initiative", "goodweave", former_names=["Rugmark"])
    html = rendered(a_to_z_page(library))
    assert 'href="../countries/ghana/"' in html
    assert "Rugmark see GoodWeave" in words(html)
    assert faults(html) == []


def test_a_to_z_sorts_without_regard_to_accents():
    library = with_record(small_library(), "country", "ghana", title="Égypte")
    told = [name.name for name in names(library)]
    assert told.index("Cocoa") < told.index("Égypte") < told.index("European Union")


def test_the_ways_in_say_how_much_they_lead_to():
    library = small_library()
    counts = {door.label: door.count for door in doors(library)}
    assert counts["Approach"] == "1"
    assert counts["Good"] == "2"
    assert counts["Region"] == "4"
    assert counts["A to Z"] == str(len(names(library)))
