"""Every term that something uses has a page, and both ends of a reference see it come and go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small_library import SMALL, faults, html_of, part, small_library, with_record, words

from knowledge.analysis.term_use import has_page
from knowledge.kinds.fields import Truth
from knowledge.kinds.vocabularies import Vocabulary, VocabularyTerm
from knowledge.library import Library
from knowledge.pages.browse import browse_page
from knowledge.pages.plan import planned_pages
from knowledge.pages.templates import rendered
from knowledge.pages.term import TermView, term_page
from knowledge.pages.term_links import term_address, use_words
from knowledge.pages.vocabulary import VocabularyView, vocabulary_page

TODAY = date(2025, 12, 1)
ADDRESS = "terms/approaches/social-protection-and-education/"


def addresses(library: Library) -> list[str]:
    return [page.address for page in planned_pages(library, TODAY)]


def page(library: Library, vocabulary: str, term: str) -> str:
    return rendered(term_page(library, vocabulary, library.term(vocabulary, term)))


def view(library: Library, vocabulary: str, term: str) -> TermView:
    made = term_page(library, vocabulary, library.term(vocabulary, term)).view
    assert isinstance(made, TermView)
    return made


def with_terms(library: Library, name: str, *terms: VocabularyTerm) -> Library:
    """A library with other terms in a vocabulary."""
    told = library.vocabularies[name]
    changed = Vocabulary(title=told.title, description=told.description, terms=list(terms))
    return replace(library, vocabularies={**library.vocabularies, name: changed})


def test_a_reference_that_is_removed_is_gone_at_both_ends():
    before = small_library()
    practice = "paid-harvest-labour"
    assert 'href="../../terms/goods/cocoa/"' in html_of(before, "practice", practice)
    assert 'href="../../../practices/paid-harvest-labour/"' in page(before, "goods", "cocoa")
    after = with_record(before, "practice", practice, goods=[])
    assert "terms/goods/cocoa/" not in html_of(after, "practice", practice)
    assert "practices/" not in page(after, "goods", "cocoa")


def test_a_term_loses_its_page_with_its_last_use_and_no_link_is_left():
    before = small_library()
    assert ADDRESS in addresses(before)
    after = before
    for practice in before.entries["practice"]:
        after = with_record(after, "practice", practice, approach=["area-based"])
    assert ADDRESS not in addresses(after)
    assert term_address(after, "approaches", "social-protection-and-education") is None
    for html in (
        html_of(after, "practice", "paid-harvest-labour"),
        rendered(vocabulary_page(after, "approaches")),
        rendered(browse_page(after)),
    ):
        assert "terms/approaches/social-protection" not in html
        assert 'href="social-protection' not in html
        assert 'href="approaches/social-protection' not in html


def test_a_term_that_nothing_uses_is_named_in_its_vocabulary_without_a_link():
    library = small_library()
    assert "terms/approaches/labour-inspection/" not in addresses(library)
    html = rendered(vocabulary_page(library, "approaches"))
    assert "Labour inspection" in words(html)
    assert "labour-inspection/" not in html


def test_every_term_with_a_page_is_planned_once_and_no_other():
    library = small_library()
    planned = [a for a in addresses(library) if a.startswith("terms/") and a.count("/") == 3]
    with_page = [
        f"terms/{name}/{term.id}/"
        for name, vocabulary in library.vocabularies.items()
        for term in vocabulary.terms
        if has_page(library, name, term.id)
    ]
    assert sorted(planned) == sorted(with_page)


def test_a_wider_term_has_a_page_when_a_narrower_one_is_in_use():
    narrow = VocabularyTerm(id="cocoa", label="Cocoa", broader="crops")
    wide = VocabularyTerm(id="crops", label="Crops", broader="everything")
    widest = VocabularyTerm(id="everything", label="Everything")
    carpets = VocabularyTerm(id="carpets", label="Carpets")
    library = with_terms(small_library(), "goods", widest, wide, narrow, carpets)
    assert {"terms/goods/crops/", "terms/goods/everything/"} <= set(addresses(library))
    assert view(library, "goods", "crops").narrower[0].address == "terms/goods/cocoa/"
    broader = view(library, "goods", "cocoa").broader
    assert broader is not None
    assert broader.address == "terms/goods/crops/"


def test_a_wider_term_whose_narrower_terms_nothing_uses_has_no_page():
    wide = VocabularyTerm(id="zones", label="Zones")
    narrow = VocabularyTerm(id="child-labour-free-zone", label="Zone", broader="zones")
    used = VocabularyTerm(id="social-protection-and-education", label="Education")
    library = with_terms(small_library(), "approaches", wide, narrow, used)
    assert not has_page(library, "approaches", "zones")


def test_records_are_grouped_by_kind_and_field_in_words():
    library = small_library()
    html = page(library, "constituencies", "civil-society")
    headings = [group.heading for group in view(library, "constituencies", "civil-society").groups]
    assert "Practices led by them" in headings
    assert "GoodWeave" not in words(part(html, "practice-led-by-named"))
    assert "Schooling incentives" in words(part(html, "practice-led-by-named"))


def test_a_member_that_is_not_one_stands_apart_and_is_not_counted():
    library = small_library()
    no = with_record(
        library,
        "initiative",
        "goodweave",
        members={"governments": Truth(value=False, state="stated").model_dump(exclude_unset=True)},
    )
    (group,) = view(no, "constituencies", "governments").groups
    assert group.heading == "Initiatives in which they do not take part"
    assert use_words(no, "constituencies", "governments") == ""


def test_the_counts_are_those_of_the_records():
    library = small_library()
    assert use_words(library, "approaches", "social-protection-and-education") == "2 practices"
    in_cocoa = "1 practice and 1 supply chain; listed for 1 country"
    assert use_words(library, "goods", "cocoa") == in_cocoa
    index = vocabulary_page(library, "approaches").view
    assert isinstance(index, VocabularyView)
    counts = {row.id: row.counts for row in index.rows}
    assert counts["social-protection-and-education"] == ("2",)
    assert counts["labour-inspection"] == ("",)


def test_a_record_that_names_a_term_twice_in_a_field_counts_once():
    library = small_library()
    entry = library.entries["practice"]["schooling-incentives-carpets"]
    (led,) = entry.record.model_dump(exclude_unset=True)["led_by"]
    twice = with_record(
        library, "practice", entry.id, led_by=[led, {**led, "initiative": None, "name": "Another"}]
    )
    groups = view(twice, "constituencies", "civil-society").groups
    (group,) = (group for group in groups if group.heading == "Practices led by them")
    assert group.counted == "1 practice"


def test_an_approach_says_with_what_evidence_it_was_tried():
    html = page(small_library(), "approaches", "social-protection-and-education")
    told = words(part(html, "evidence"))
    assert told.endswith("Randomised or quasi-experimental evaluation 2") or " 2" in told
    ungraded = with_record(small_library(), "practice", "paid-harvest-labour", evidence=None)
    told = words(part(page(ungraded, "approaches", "social-protection-and-education"), "evidence"))
    assert "not graded 1" in told


def test_a_good_says_where_it_is_listed():
    told = words(part(page(small_library(), "goods", "carpets"), "listed"))
    assert "Nepal yes yes yes 2022" in told
    told = words(part(page(small_library(), "goods", "cocoa"), "listed"))
    assert "Ghana yes not named not named 2022" in told


def test_a_large_group_names_every_record():
    library = small_library()
    for number in range(70):
        library = with_record(
            library, "practice", "paid-harvest-labour", id=f"copy-{number}", title=f"Copy {number}"
        )
    html = page(library, "goods", "cocoa")
    for number in range(70):
        assert html.count(f"practices/copy-{number}/") == 1


def test_the_pages_of_terms_have_no_faults():
    library = small_library()
    for planned in planned_pages(library, TODAY):
        if planned.address.startswith("terms/"):
            made = planned.make()
            assert faults(rendered(made)) == []
            assert len(made.description) >= 20
            assert made.address == planned.address


def test_a_library_without_vocabularies_still_has_a_page_to_browse():
    assert "Browse" in rendered(browse_page(Library(SMALL, {})))


def test_a_membership_still_to_be_verified_stands_apart_and_is_not_counted():
    doubtful = Truth(value=True, state="to-verify").model_dump(exclude_unset=True)
    library = with_record(
        small_library(), "initiative", "goodweave", members={"governments": doubtful}
    )
    (group,) = view(library, "constituencies", "governments").groups
    assert group.heading == "Initiatives in which they may take part, still to be verified"
    assert use_words(library, "constituencies", "governments") == ""
