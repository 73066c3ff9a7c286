"""Browsing without a script: chips lead to pages, and every record can be reached."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pages.small_library import faults, small_library, with_record

from knowledge.kinds import BY_ID, KINDS
from knowledge.library import Library
from knowledge.pages import browsing, collection
from knowledge.pages.browse import browse_page
from knowledge.pages.browsing import LABELS
from knowledge.pages.collection import collection_page, table_part_page, table_parts
from knowledge.pages.plan import planned_pages
from knowledge.pages.templates import rendered


def facets(library: Library, kind: str = "") -> dict[str, dict[str, browsing.FacetChip]]:
    view = browsing.browsing(library, BY_ID[kind] if kind else None)
    return {f.name: {c.id: c for c in f.chips} for f in (*view.facets, *view.more)}


def test_every_facet_has_a_name_for_readers():
    assert {facet.name for facet in browsing.FACETS} == set(LABELS)


def test_a_chip_leads_to_the_page_of_its_term_country_or_region():
    library = small_library()
    known = {page.address for page in planned_pages(library, library.all("event")[0].record.added)}
    chips = [chip for one in facets(library).values() for chip in one.values()]
    assert len(chips) > 20
    assert {chip.address for chip in chips if chip.address} <= known
    assert facets(library)["country"]["ghana"].address == "countries/ghana/"
    assert facets(library)["region"]["sub-saharan-africa"].label == "Sub-Saharan Africa"


def test_a_short_vocabulary_shows_what_nothing_uses_as_a_dashed_chip():
    library = small_library()
    tiers = facets(library)["tier"]
    assert list(tiers) == [term.id for term in library.vocabularies["tiers"].terms]
    unused = [chip for chip in facets(library)["evidence"].values() if chip.count == "0"]
    assert unused
    html = rendered(browse_page(library))
    assert f'<span class="k-chip k-zero" data-v="{unused[0].id}">' in html


def test_a_collection_shows_no_types_of_another_kind():
    library = small_library()
    event = library.all("event")[0]
    other = next(
        t.id for t in library.vocabularies["event-types"].terms if t.id != event.record.type
    )
    two = with_record(library, "event", event.id, type=other)
    types = facets(two, "event")["type"]
    assert types
    assert set(types) <= set(library.terms["event-types"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_page_of_a_collection_asks_for_its_data_and_has_a_form(kind):
    html = rendered(collection_page(kind, small_library()))
    assert f'src="../records/{kind.folder}.js" data-kind="{kind.id}"' in html
    assert f'data-page="../{kind.folder}/-/"' in html
    assert 'action="../browse/" method="get"' in html
    assert html.count('id="text"') == 1
    assert faults(html) == []


def test_the_page_over_all_asks_for_all_data_and_still_has_the_indexes():
    html = rendered(browse_page(small_library()))
    assert [*re.findall(r'data-kind="([a-z-]+)"', html)] == [kind.id for kind in KINDS]
    assert 'id="indexes"' in html
    assert 'href="../a-to-z/"' in html
    assert "Searching by words needs JavaScript" in html
    assert faults(html) == []


def test_a_large_library_is_browsed_as_a_whole_without_summaries(monkeypatch: pytest.MonkeyPatch):
    assert "countries-summaries.js" in rendered(browse_page(small_library()))
    monkeypatch.setattr(browsing, "SUMMARIES_UP_TO", 3)
    assert "countries-summaries.js" not in rendered(browse_page(small_library()))
    page = rendered(collection_page(BY_ID["country"], small_library()))
    assert "countries-summaries.js" in page


def test_a_large_collection_has_its_table_on_several_pages(monkeypatch: pytest.MonkeyPatch):
    library, kind = small_library(), BY_ID["country"]
    for number in range(7):
        name = f"Land {number}"
        library = with_record(library, "country", "ghana", id=f"land-{number}", title=name)
    assert table_parts(kind, library) == ()
    monkeypatch.setattr(collection, "ROWS_ON_A_PAGE", 4)
    parts = table_parts(kind, library)
    total = len(library.all("country"))
    assert len(parts) == -(-total // 4)
    found: list[str] = []
    for number, part in enumerate(parts, 1):
        page = table_part_page(kind, library, number)
        assert page.address == part.address
        html = rendered(page)
        titles = re.findall(r'<th scope="row"><a href="[^"]*">([^<]+)</a>', html)
        assert (titles[0], titles[-1]) == (part.first, part.last)
        assert ('rel="next"' in html) == (number < len(parts))
        found += titles
    assert found == [entry.record.title for entry in library.all("country")]
    index = rendered(collection_page(kind, library))
    assert "<table" not in index
    assert all(f'href="../{part.address}"' in index for part in parts)
    planned = [p.address for p in planned_pages(library, library.all("event")[0].record.added)]
    assert all(part.address in planned for part in parts)


def test_an_old_address_of_the_indexes_leads_to_the_page_over_all():
    library = small_library()
    day = library.all("event")[0].record.added
    (moved,) = [page for page in planned_pages(library, day) if page.address == "terms/"]
    assert moved.make().moved_to == "browse/"


def test_an_empty_collection_has_nothing_to_browse():
    library = small_library()
    empty = replace(library, entries={**library.entries, "practice": {}})
    assert "<script" not in rendered(collection_page(BY_ID["practice"], empty))
