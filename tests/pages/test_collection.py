"""The index page of a kind: every record a row, and what is not known never looks like a no."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.country import Age, Law
from knowledge.kinds.fields import Record
from knowledge.library import Library, load
from knowledge.pages.collection import CollectionView, collection_page
from knowledge.pages.index_cells import Cell, names
from knowledge.pages.index_columns import INDEXES
from knowledge.pages.templates import rendered

SMALL = Path(__file__).parents[1] / "sites/small"
PRACTICE = "paid-harvest-labour"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SMALL)[0]


def with_record(library: Library, kind: str, like: str, **changed: object) -> Library:
    """The library with one more record, or another in its place: a copy with other fields."""
    entry = library.entries[kind][like]
    record: Record = entry.record.model_copy(update=changed)
    entries = {**library.entries[kind], record.id: replace(entry, record=record)}
    return replace(library, entries={**library.entries, kind: entries})


def index(library: Library, kind: str) -> CollectionView:
    view = collection_page(BY_ID[kind], library).view
    assert isinstance(view, CollectionView)
    return view


def cells(library: Library, kind: str, title: str) -> dict[str, Cell]:
    """The cells of a record by the heading of their column."""
    view = index(library, kind)
    row = next(row for row in view.rows if row.cells[0].text.startswith(title))
    return {column.label: cell for column, cell in zip(view.columns, row.cells, strict=True)}


def html(library: Library, kind: str) -> str:
    return rendered(collection_page(BY_ID[kind], library))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_record_is_a_row_that_leads_to_its_page(library: Library, kind):
    page = html(library, kind.id)
    for entry in library.all(kind.id):
        assert f'href="../{entry.kind.folder}/{entry.id}/"' in page
    assert page.count('<th scope="row">') == len(library.all(kind.id)) > 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_an_index_says_how_many_records_there_are(library: Library, kind):
    number = len(library.all(kind.id))
    assert f"<b>{number} {(kind.label if number == 1 else kind.plural).lower()}.</b>" in html(
        library, kind.id
    )


def test_a_country_shows_its_ages_without_a_mark_where_they_are_stated(library: Library):
    ghana = cells(library, "country", "Ghana")
    assert (ghana["Work from"].text, ghana["Work from"].state) == ("15", None)
    assert ghana["Hazardous from"].text == "18"
    assert ghana["School until"].text == "15"


def test_readings_that_disagree_are_both_shown_and_marked(library: Library):
    hazardous = cells(library, "country", "Nepal")["Hazardous from"]
    assert hazardous.text == "16 or 17"
    assert hazardous.state is not None
    assert hazardous.state.word == "to verify"


def test_what_nobody_has_looked_at_is_a_dash(library: Library):
    assert cells(library, "country", "Nepal")["C182"] == Cell()
    assert '<span class="k-none">–</span>' in html(library, "country")


def test_the_law_that_differs_by_area_is_a_range(library: Library):
    ages = [Age(value=value, state="stated", area=area) for value, area in ((14, "A"), (16, "B"))]
    changed = with_record(library, "country", "ghana", law=Law(minimum_age_work=ages))
    work = cells(changed, "country", "Ghana")["Work from"]
    assert (work.text, work.note) == ("14 to 16", "differs by area")


def test_the_law_of_one_part_of_a_country_names_the_part(library: Library):
    law = Law(minimum_age_work=[Age(value=15, state="stated", area="Federal law")])
    changed = with_record(library, "country", "ghana", law=law)
    work = cells(changed, "country", "Ghana")["Work from"]
    assert (work.text, work.note) == ("15", "Federal law")


def test_a_silent_law_is_a_word_and_not_a_dash(library: Library):
    law = Law(minimum_age_work=[Age(state="silent")])
    changed = with_record(library, "country", "ghana", law=law)
    assert "law is silent" in html(changed, "country")


def test_the_age_specified_stands_beside_the_ratification(library: Library):
    entry = library.entries["country"]["ghana"]
    ratified = entry.record.conventions["C138"].model_copy(update={"specified_age": 15.0})
    changed = with_record(library, "country", "ghana", conventions={"C138": ratified})
    assert cells(changed, "country", "Ghana")["C138, age"].text == "ratified,\u00a015"


def test_goods_and_gaps_are_counted(library: Library):
    nepal = cells(library, "country", "Nepal")
    assert nepal["Goods listed"].text == "1"
    assert int(nepal["Gaps"].text) > 0
    assert nepal["Gaps"].is_gap


def test_a_gap_that_rests_on_a_doubtful_reading_is_counted_as_one_to_verify(library: Library):
    law = Law(minimum_age_work=[Age(value=12, state="to-verify")])
    changed = with_record(library, "country", "ghana", law=law)
    gaps = cells(changed, "country", "Ghana")["Gaps"]
    assert (gaps.text, gaps.note) == ("1", "1 to verify")


def test_a_country_without_researched_law_has_no_number_of_gaps(library: Library):
    changed = with_record(library, "country", "ghana", law=Law())
    assert cells(changed, "country", "Ghana")["Gaps"] == Cell()


def test_a_review_says_when_and_sorts_by_its_day(library: Library):
    reviewed = cells(library, "country", "Nepal")["Reviewed"]
    assert (reviewed.text, reviewed.sort) == ("1 February 2024", "2024-02-01")
    assert cells(library, "country", "Ghana")["Reviewed"] == Cell()


def test_a_column_in_which_no_record_has_anything_is_a_sentence(library: Library):
    waiting = library
    for id_ in library.entries["country"]:
        waiting = with_record(waiting, "country", id_, reviewed=None)
    view = index(waiting, "country")
    assert "Reviewed" not in {column.label for column in view.columns}
    assert view.table.caption.endswith("No person has reviewed any of these records yet.")
    assert "No person has reviewed" not in index(library, "country").table.caption


def test_practices_sort_by_the_deepest_tier_that_they_reach(library: Library):
    reaches = [
        cells(with_record(library, "practice", PRACTICE, tiers=tiers), "practice", "Subsidised")[
            "Reaches"
        ]
        for tiers in (["tier-1", "tier-2"], ["raw-material"], ["tier-1", "raw-material"])
    ]
    assert [cell.sort for cell in reaches] == sorted(cell.sort for cell in reaches)
    assert reaches[1].text == "raw material"
    unknown = with_record(library, "practice", PRACTICE, tiers=[])
    assert cells(unknown, "practice", "Subsidised")["Reaches"] == Cell()


def test_a_union_has_no_goods_of_its_own(library: Library):
    union = cells(library, "country", "European Union")
    assert union["Region"].text == "Union of states"
    assert union["Goods listed"] == Cell()


def test_a_practice_shows_its_summary_countries_and_evidence(library: Library):
    practice = cells(library, "practice", "Subsidised adult labour")
    assert practice["Practice"].note.startswith("In 55 villages")
    assert practice["Countries"].text == "Ghana"
    assert practice["Evidence"].evidence is not None
    assert practice["Evidence"].sort == "5"


def test_a_long_list_of_names_says_how_many_more_there_are():
    assert names(list("abcde")).text == "a, b, c and 2 more"
    assert names(list("abcd")).text == "a, b, c and d"


def test_an_initiative_shows_its_scope_and_type(library: Library):
    initiative = cells(library, "initiative", "GoodWeave")
    assert initiative["Scope"].text == "Nepal"
    assert initiative["Type"].text == library.term("initiative-types", "civil-society").label


def test_a_kind_without_columns_of_its_own_shows_titles_and_summaries(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delitem(INDEXES, "practice")
    page = html(library, "practice")
    assert page.count('<th scope="col"') == 1
    assert "In 55 villages" in page


def test_only_a_long_index_has_letters_to_jump_to(library: Library):
    assert index(library, "country").letters == ()
    many = library
    for number in range(40):
        name = f"{'ABCÉ'[number % 4]}land {number}"
        many = with_record(many, "country", "ghana", id=f"land-{number}", title=name)
    letters = index(many, "country").letters
    assert [letter.label for letter in letters] == ["A", "B", "C", "E", "G", "N"]
    assert all(f'id="{letter.anchor}"' in html(many, "country") for letter in letters)


def test_an_empty_collection_says_so(library: Library):
    empty = replace(library, entries={**library.entries, "practice": {}})
    assert "Nothing has been recorded here yet." in html(empty, "practice")


def test_a_title_never_becomes_markup(library: Library):
    changed = with_record(library, "country", "ghana", title="<script>alert(1)</script>")
    assert "<script>" not in html(changed, "country")


def test_a_folded_row_names_every_value_of_its_columns(library: Library):
    page = html(library, "country")
    assert 'data-l="School until"' in page
    assert 'data-l="Region"' not in page
