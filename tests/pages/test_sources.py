"""A source is one page, whoever cites it, and its page lists everything that rests on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small_library import faults, html_of, small_library, with_record, with_text, words

from knowledge.analysis.distinct_sources import DistinctSource, distinct_source, distinct_sources
from knowledge.kinds.country import Country
from knowledge.kinds.fields import Source
from knowledge.kinds.practice import Practice
from knowledge.library import Library
from knowledge.pages.field_words import field_words
from knowledge.pages.plan import planned_pages
from knowledge.pages.source import source_page
from knowledge.pages.sources import sources_page
from knowledge.pages.templates import rendered

TODAY = date(2025, 12, 1)
TRIAL = "practice--paid-harvest-labour--trial-15377"


def source(library: Library, kind: str, record: str, id_: str) -> DistinctSource:
    found = distinct_source(library, library.entries[kind][record], id_)
    assert found is not None
    return found


def citing_again(library: Library, record: str, added: date, **fields: object) -> Library:
    """The library with one more practice that has the trial's source, but for these fields."""
    told = {
        "title": "Trial AEARCTR-0015377",
        "publisher": "American Economic Association, RCT Registry",
        "kind": "research",
        "url": "https://www.socialscienceregistry.org/trials/15377",
        **fields,
    }
    return with_record(
        library,
        "practice",
        "paid-harvest-labour",
        id=record,
        added=added,
        sources={"trial-15377": {key: value for key, value in told.items() if value}},
    )


def test_sources_with_one_url_are_one_source_in_whatever_words():
    library = citing_again(small_library(), "another", date(2025, 12, 1), title="The trial")
    here = source(library, "practice", "paid-harvest-labour", "trial-15377")
    there = source(library, "practice", "another", "trial-15377")
    assert here == there
    assert [other.title for other in here.others] == ["The trial"]
    assert {one.entry.id for one in here.resting} == {"another", "paid-harvest-labour"}


def test_without_a_url_title_publisher_and_date_tell_sources_apart():
    library = citing_again(small_library(), "first", date(2025, 11, 4), url=None)
    same = citing_again(library, "second", date(2025, 11, 5), url=None)
    assert source(same, "practice", "first", "trial-15377") == source(
        same, "practice", "second", "trial-15377"
    )
    for told in ({"title": "Other"}, {"publisher": "Other"}, {"date": "2024"}):
        other = citing_again(library, "second", date(2025, 11, 5), url=None, **told)
        assert source(other, "practice", "first", "trial-15377") != source(
            other, "practice", "second", "trial-15377"
        )


def test_the_address_stays_when_later_records_cite_the_source():
    library = small_library()
    assert source(library, "practice", "paid-harvest-labour", "trial-15377").slug == TRIAL
    later = citing_again(library, "a-title-before", date(2025, 11, 4))
    assert source(later, "practice", "a-title-before", "trial-15377").slug == TRIAL


def test_the_address_of_a_source_of_a_renamed_record_leads_to_the_new_one():
    library = with_record(small_library(), "practice", "paid-harvest-labour", formerly=["old-name"])
    old = "sources/practice--old-name--trial-15377/"
    (moved,) = (page for page in planned_pages(library, TODAY) if page.address == old)
    assert moved.make().moved_to == f"sources/{TRIAL}/"


def test_a_shared_source_is_one_by_its_id_even_beside_the_same_words():
    library = small_library()
    twin = library.shared_sources["ilab-findings-2022"]
    both = replace(library, shared_sources={**library.shared_sources, "twin": twin})
    cited = with_text(both, "practice", "paid-harvest-labour", "## Limits\n\nA.[^twin]\n")
    entry = cited.entries["practice"]["paid-harvest-labour"]
    changed = with_record(cited, "practice", entry.id, limits=[{"text": "A.", "source": ["twin"]}])
    slugs = {one.slug for one in distinct_sources(changed)}
    assert {"twin", "ilab-findings-2022"} <= slugs


def test_no_two_sources_can_have_one_address():
    library = small_library()
    told = {"title": "One", "publisher": "One", "kind": "research"}
    for record, id_ in (("a-b", "c"), ("a", "b-c")):
        library = with_record(
            library,
            "practice",
            "paid-harvest-labour",
            id=record,
            sources={id_: {**told, "url": f"https://example.org/{record}"}},
            results=[],
            partners=[],
            evidence={"grade": "randomised", "source": [id_]},
        )
    slugs = [one.slug for one in distinct_sources(library)]
    assert {"practice--a-b--c", "practice--a--b-c"} <= set(slugs)
    assert len(slugs) == len(set(slugs))


def test_a_citation_that_is_removed_is_gone_at_both_ends():
    before = small_library()
    record = "paid-harvest-labour"
    assert f'href="../../sources/{TRIAL}/"' in html_of(before, "practice", record)
    page = rendered(source_page(before, source(before, "practice", record, "trial-15377")))
    assert 'href="../../practices/paid-harvest-labour/"' in page
    fewer = with_record(before, "practice", record, partners=[])
    told = words(rendered(source_page(fewer, source(fewer, "practice", record, "trial-15377"))))
    assert "Partners" in words(page)
    assert "Partners" not in told
    # A source that nothing rests on any more has no page, and nothing leads to it.
    none = with_record(before, "practice", record, partners=[], results=[], evidence=None)
    none = with_text(none, "practice", record, "")
    entry = none.entries["practice"][record]
    uncited = replace(entry, outline=replace(entry.outline, citations=()))
    none.entries["practice"][record] = uncited
    assert distinct_source(none, none.entries["practice"][record], "trial-15377") is None
    assert f"sources/{TRIAL}/" not in [page.address for page in planned_pages(none, TODAY)]
    assert TRIAL not in html_of(none, "practice", record)


def test_what_rests_on_a_source_is_said_in_words():
    library = small_library()
    found = source(library, "practice", "paid-harvest-labour", "trial-15377")
    told = words(rendered(source_page(library, found)))
    assert "Partners, results, grade of evidence and written text" in told


def test_fields_have_the_words_of_the_record_pages():
    assert field_words(Country, ("law", "minimum_age_work")) == "Minimum age for work"
    assert field_words(Country, ("enforcement", "inspections")) == "Worksite inspections"
    assert field_words(Country, ("conventions", "C138")) == "C138"
    assert (
        field_words(Country, ("assessments", "standards", "forced_labour"))
        == "Whether the law meets the standard"
    )
    assert field_words(Practice, ("limits",)) == "Limits and critique"
    assert field_words(Practice, ()) == "Written text"


def test_listed_goods_rest_on_their_source_too():
    library = small_library()
    found = {one.slug: one for one in distinct_sources(library)}["ilab-findings-2022"]
    assert set(found.listed_in) == {"GHA", "NPL"}
    html = rendered(source_page(library, found))
    assert 'href="../../countries/ghana/#goods"' in html


def test_a_source_of_many_records_names_them_under_what_rests_on_it():
    library = small_library()
    entry = library.entries["practice"]["paid-harvest-labour"]
    for number in range(45):
        library = citing_again(library, f"copy-{number}", date(2025, 12, 1))
    found = source(library, "practice", entry.id, "trial-15377")
    html = rendered(source_page(library, found))
    assert "46 practices" in words(html)
    assert "<table" not in html
    for number in range(45):
        assert html.count(f"practices/copy-{number}/") == 1


def test_the_index_counts_and_leads_to_every_source():
    library = small_library()
    found = distinct_sources(library)
    page = sources_page(library)
    html = rendered(page)
    assert f"{len(found)} sources" in words(html)
    for one in found:
        assert f'href="../sources/{one.slug}/"' in html
    assert faults(html) == []


def test_every_source_has_a_page_without_faults():
    library = small_library()
    planned = {page.address: page for page in planned_pages(library, TODAY)}
    for one in distinct_sources(library):
        made = planned[one.address].make()
        assert faults(rendered(made)) == []
        assert len(made.description) >= 20


def test_a_source_without_an_address_says_so():
    library = small_library()
    found = {one.slug: one for one in distinct_sources(library)}["ilab-findings-2022"]
    assert isinstance(found.source, Source)
    assert "No address has been recorded" in words(rendered(source_page(library, found)))


def test_a_title_in_another_language_says_so_wherever_it_stands():
    foreign = {"title": "Essai 15377", "language": "fr", "url": None}
    library = citing_again(small_library(), "foreign", date(2025, 11, 4), **foreign)
    found = source(library, "practice", "foreign", "trial-15377")
    for page in (source_page(library, found), sources_page(library)):
        assert 'lang="fr">Essai 15377</' in rendered(page)
    assert '<cite lang="fr">Essai 15377</cite>' in html_of(library, "practice", "foreign")


def test_an_english_title_of_a_foreign_text_is_read_out_in_english():
    foreign = {"title": "Report", "language": "fr", "title_language": "en", "url": None}
    library = citing_again(small_library(), "foreign", date(2025, 11, 4), **foreign)
    html = html_of(library, "practice", "foreign")
    assert "<cite>Report</cite>" in html
    assert "In French." in html
