"""The front page: real counts, what changed, where goods are listed, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.kinds import KINDS
from knowledge.kinds.fields import Change, Imported, Record
from knowledge.kinds.tables import ListedGood
from knowledge.library import Library, load
from knowledge.pages.front import CHANGES_SHOWN, FrontView, front_page
from knowledge.pages.templates import rendered

SMALL = Path(__file__).parents[1] / "sites/small"
TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SMALL)[0]


def with_record(library: Library, kind: str, like: str, **changed: object) -> Library:
    """The library with one more record, or another in its place: a copy with other fields."""
    entry = library.entries[kind][like]
    record: Record = entry.record.model_copy(update=changed)
    entries = {**library.entries[kind], record.id: replace(entry, record=record)}
    return replace(library, entries={**library.entries, kind: entries})


def front(library: Library, today: date = TODAY) -> FrontView:
    view = front_page(library, today).view
    assert isinstance(view, FrontView)
    return view


def listed(iso3: str, good: str = "cocoa", *, forced: bool = False) -> ListedGood:
    return ListedGood.model_validate(
        {
            "iso3": iso3,
            "good": good,
            "child_labour": "no" if forced else "yes",
            "forced_labour": "yes" if forced else "no",
            "forced_child_labour": "no",
            "edition": "2022",
            "source": "ilab-findings-2022",
        }
    )


def wanted(library: Library, title: str, today: date = TODAY) -> list[str]:
    """The sentences of what is wanted under a title that contains these words."""
    return [item.sentence for item in front(library, today).wanted if title in item.title]


def test_the_front_page_is_at_the_root_and_belongs_to_no_section(library: Library):
    page = front_page(library, TODAY)
    assert (page.address, page.section, page.output) == ("", "", "index.html")


def test_every_kind_has_a_door_with_the_number_of_its_records(library: Library):
    doors = front(library).doors
    assert [door.label for door in doors] == [kind.section for kind in KINDS]
    assert [door.count for door in doors] == [str(len(library.all(kind.id))) for kind in KINDS]
    for kind in KINDS:
        assert f'href="./{kind.folder}/"' in rendered(front_page(library, TODAY))


def test_the_law_is_tallied_by_state_with_what_nobody_has_looked_at(library: Library):
    counts = {count.state.id: count.count for count in front(library).tally}
    assert counts["to-verify"] == 2
    assert counts["not-applicable"] == 1
    assert counts["not-researched"] > counts["stated"] > 0
    topics = len(library.entries["country"]["ghana"].record.law.__class__.model_fields)
    assert sum(counts.values()) == topics * len(library.all("country"))


def test_changes_stand_newest_first(library: Library):
    changed = with_record(
        library,
        "practice",
        "paid-harvest-labour",
        changes=[Change(on=date(2025, 11, 30), what="Results of the second round added.")],
    )
    news = front(changed).news
    assert news[0].what == "Results of the second round added."
    assert news[0].on == "30 November 2025"
    assert news[0].address == "practices/paid-harvest-labour/"


def test_what_is_dated_later_than_the_page_is_not_told(library: Library):
    told = {news.title for news in front(library, date(2025, 1, 1)).news}
    assert told
    assert "Subsidised adult labour at cocoa harvest" not in told


def test_records_imported_from_one_edition_are_one_line(library: Library):
    imported = Imported(edition="An edition", on=date(2025, 11, 29))
    many = library
    for number in range(9):
        many = with_record(
            many, "country", "ghana", id=f"land-{number}", title=f"Land {number}", imported=imported
        )
    news = front(many).news
    assert news[0].title == "9 countries added"
    assert "An edition" in news[0].what
    assert "not yet reviewed" in news[0].what
    assert not any(item.title.startswith("Land") for item in news)


def test_many_records_added_on_one_day_are_one_line_that_leads_to_their_index(library: Library):
    many = library
    for number in range(5):
        many = with_record(
            many, "initiative", "goodweave", id=f"i-{number}", title=f"I {number}", added=TODAY
        )
    first = front(many).news[0]
    assert (first.title, first.address) == ("5 initiatives added", "initiatives/")
    assert first.what == "I 0, I 1, I 2 and 2 more."


def test_only_so_many_changes_are_shown(library: Library):
    many = library
    for number in range(9):
        many = with_record(many, "practice", "paid-harvest-labour", id=f"p-{number}")
    assert len(front(many).news) == CHANGES_SHOWN


def test_countries_with_most_listed_goods_stand_first(library: Library):
    goods = [listed("NPL", forced=True), listed("GHA"), listed("GHA", "gold", forced=True)]
    told = front(replace(library, listed_goods=goods)).goods
    assert told is not None
    first, second = told.table.rows
    assert (first.name, [cell.text for cell in first.cells]) == ("Ghana", ["2", "1", "1"])
    assert second.name == "Nepal"
    assert first.address == "countries/ghana/#goods"
    assert told.countries == "2 countries"


def test_the_map_links_the_countries_with_goods_and_says_how_many(library: Library):
    page = rendered(front_page(replace(library, listed_goods=[listed("GHA")]), TODAY))
    assert 'href="./countries/ghana/#goods" class="m1"><title>Ghana: 1 good listed</title>' in page
    assert "<title>Nepal" not in page
    assert "imply no opinion on the legal status of any territory" in page


def test_without_outlines_the_table_is_open_and_there_is_no_map(library: Library):
    page = rendered(front_page(replace(library, outlines=()), TODAY))
    assert 'k-map"' not in page
    assert '<details class="k-facet" open>' in page


def test_a_listed_country_without_a_record_is_named_but_leads_nowhere(library: Library):
    goods = [listed("GHA"), listed("ZZZ")]
    told = front(replace(library, listed_goods=goods)).goods
    assert told is not None
    assert [(row.name, bool(row.address)) for row in told.table.rows] == [
        ("Ghana", True),
        ("ZZZ", False),
    ]
    assert wanted(replace(library, listed_goods=goods), "with listed goods") == [
        "Goods are listed, but no law has been recorded: ZZZ."
    ]


def test_without_listed_goods_there_is_no_empty_table(library: Library):
    page = rendered(front_page(replace(library, listed_goods=[]), TODAY))
    assert "Where goods are listed" not in page


def test_values_to_verify_are_wanted_with_their_countries(library: Library):
    (sentence,) = wanted(library, "2 values of law to verify")
    assert "Ghana and Nepal" in sentence


def test_listed_goods_without_a_practice_are_wanted(library: Library):
    none = replace(library, entries={**library.entries, "practice": {}})
    (sentence,) = wanted(none, "Practices where goods are listed")
    assert sentence.startswith("2 of 2 countries")


def test_topics_that_no_country_has_are_wanted(library: Library):
    (sentence,) = wanted(library, "of law for every country")
    assert "age of free contract" in sentence


def test_practices_with_weak_evidence_are_named(library: Library):
    changed = with_record(library, "practice", "paid-harvest-labour", evidence=None)
    (sentence,) = wanted(changed, "Evaluations")
    assert "Subsidised adult labour at cocoa harvest" in sentence


def test_an_approach_without_a_practice_is_wanted(library: Library):
    none = replace(library, entries={**library.entries, "practice": {}})
    labels = [term.label for term in library.vocabularies["approaches"].terms]
    (sentence,) = wanted(none, "approach")
    assert labels[0] in sentence


def test_records_that_nobody_has_reviewed_are_counted(library: Library):
    waiting = sum(entry.record.reviewed is None for entry in library.all("country"))
    (sentence,) = wanted(library, "Reviewers for countries")
    assert sentence.startswith(f"{waiting} of {len(library.all('country'))} countries")


def test_a_review_is_overdue_only_when_its_time_has_passed(library: Library):
    assert wanted(library, "overdue", date(2024, 3, 1)) == []
    assert "Nepal" in wanted(library, "overdue", date(2025, 12, 1))[0]


def test_an_empty_library_still_makes_a_page():
    page = rendered(front_page(Library(SMALL, {}), TODAY))
    assert "Nothing yet." in page


def test_what_happened_today_is_told_today(library: Library):
    told = Change(on=TODAY, what="Told today.")
    changed = with_record(library, "country", "ghana", changes=[told])
    assert [news.what for news in front(changed).news].count("Told today.") == 1


def test_an_imported_record_that_a_person_has_reviewed_is_told_by_its_name(library: Library):
    reviewed = with_record(library, "country", "ghana", reviewed=TODAY, added=TODAY)
    assert ("Ghana", "Country added.") in [(n.title, n.what) for n in front(reviewed).news]
