"""A topic of the group shows records, law, guides and tools, and says what is missing."""

from __future__ import annotations

from pathlib import Path

from small_library import part, small_library, with_record, words

from knowledge.analysis.topics import CONVENTIONS, ELSEWHERE, LAW, holdings
from knowledge.kinds.country import CONVENTIONS as FUNDAMENTAL
from knowledge.kinds.country import Country, Ratification
from knowledge.kinds.fields import Source, Wording
from knowledge.kinds.practice import Practice
from knowledge.library import Library, load
from knowledge.pages.templates import rendered
from knowledge.pages.term import term_page
from knowledge.pages.topic_part import topic_part
from knowledge.pages.topics import TopicsView, topics_page


def term(library: Library, topic: str) -> str:
    return rendered(term_page(library, "topics", library.term("topics", topic)))


def country(library: Library, **fields: object) -> Library:
    return with_record(library, "country", "nepal", **fields)


def test_the_tables_of_topics_name_only_what_exists() -> None:
    real_library = load(Path(__file__).parents[2])[0]
    topics = set(real_library.terms["topics"])
    assert topics >= {*LAW, *CONVENTIONS, *ELSEWHERE}
    for pairs in ELSEWHERE.values():
        for vocabulary, id_ in pairs:
            assert id_ in real_library.terms[vocabulary]
    assert set(CONVENTIONS["integrated-approach"]) <= set(FUNDAMENTAL)


def test_a_law_nobody_has_researched_is_a_gap_of_the_library_and_not_of_the_law() -> None:
    library = with_record(
        small_library(), "practice", "paid-harvest-labour", topics=["procurement"]
    )
    told = words(part(term(library, "procurement"), "missing"))
    assert "Nobody has researched “Public procurement” for any country yet" in told
    assert "says nothing about the laws" in told


def test_a_country_with_a_law_on_the_topic_stands_on_its_page_and_leads_to_the_claim() -> None:
    library = with_record(
        small_library(), "practice", "paid-harvest-labour", topics=["procurement"]
    )
    nepal = library.entries["country"]["nepal"].record
    assert isinstance(nepal, Country)
    law = nepal.law.model_dump(exclude_unset=True)
    claim = Wording(value="Bidders declare it.", state="stated", as_of="2024")
    law["public_procurement"] = [claim.model_dump(exclude_unset=True)]
    page = term(country(library, law=law), "procurement")
    assert 'href="../../../countries/nepal/#law-public-procurement"' in page
    assert "Nobody has researched “Public procurement”" not in words(page)


def test_only_who_has_ratified_every_convention_is_named() -> None:
    ratified = {
        number: Ratification(value="ratified", state="stated").model_dump(exclude_unset=True)
        for number in CONVENTIONS["integrated-approach"]
    }
    library = country(small_library(), conventions=ratified)
    assert [e.id for e in holdings(library)["integrated-approach"].ratified] == ["nepal"]
    doubtful = Ratification(value="ratified", state="to-verify").model_dump(exclude_unset=True)
    library = country(small_library(), conventions={**ratified, "C087": doubtful})
    assert holdings(library)["integrated-approach"].ratified == ()


def test_a_tool_on_which_a_record_of_the_topic_rests_is_listed() -> None:
    library = small_library()
    practice = library.entries["practice"]["paid-harvest-labour"].record
    assert isinstance(practice, Practice)
    source = practice.sources["trial-15377"].model_copy(update={"kind": "tool"})
    assert isinstance(source, Source)
    changed = with_record(
        library,
        "practice",
        practice.id,
        sources={"trial-15377": source.model_dump(exclude_unset=True)},
    )
    assert [tool.title for tool in topic_part(changed, "rural-economies").tools] == [source.title]
    assert topic_part(library, "rural-economies").tools == ()
    assert "No guide or tool" in topic_part(library, "rural-economies").missing[-1]


def test_the_page_of_topics_counts_what_their_own_pages_list() -> None:
    library = small_library()
    page = rendered(topics_page(library))
    told = words(page)
    view = topics_page(library).view
    assert isinstance(view, TopicsView)
    (rural,) = [topic for topic in view.topics if topic.id == "rural-economies"]
    counts = dict(zip(view.columns, rural.counts, strict=True))
    assert (counts["Practices"], counts["Initiatives"], counts["Guides and tools"]) == ("1", "", "")
    assert 'href="../terms/topics/rural-economies/#practice-topics-named"' in page
    assert 'id="practice-topics-named"' in term(library, "rural-economies")
    assert "No initiative names this topic yet." in told
