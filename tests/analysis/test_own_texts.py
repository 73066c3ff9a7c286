"""Every sentence of ours is read, and nothing that is a name or somebody else's."""

from __future__ import annotations

from pages.small_library import small_library, with_record

from knowledge.analysis.own_texts import own_names, own_texts


def test_sentences_of_fields_of_text_and_of_pages_are_ours() -> None:
    found = {(one.path, one.place): one.text for one in own_texts(small_library())}
    practice = "practices/schooling-incentives-carpets.md"
    assert found[practice, "limits[1].text"] == "The effects ended with the support."
    assert (practice, "summary") in found
    assert any(path == practice and place.startswith("line ") for path, place in found)
    assert any(path == "content/about.md" for path, _ in found)
    assert any(path == "content/vocabularies/approaches.yml" for path, _ in found)


def test_titles_statutes_ids_and_addresses_are_not() -> None:
    steps = {one.place.split(".")[-1] for one in own_texts(small_library())}
    assert not steps & {"id", "title", "publisher", "url", "name", "basis", "label"}
    assert not any("source" in one.place.split(".")[-1] for one in own_texts(small_library()))


def test_a_reply_is_the_words_of_somebody_else() -> None:
    replies = [{"who": "A mill", "on": "2025-01-01", "text": "We have closed that line."}]
    library = with_record(small_library(), "practice", "paid-harvest-labour", replies=replies)
    assert not any("closed that line" in one.text for one in own_texts(library))


def test_the_summary_that_a_program_wrote_is_nobodys_sentence() -> None:
    places = {one.place for one in own_texts(small_library()) if one.path == "countries/ghana.md"}
    assert "law.recruitment_voluntary[1].note" in places
    assert "summary" not in places


def test_titles_of_sources_statutes_and_headings_are_names() -> None:
    names = own_names(small_library())
    assert "You get what you pay for. Schooling incentives and child labor" in names
    assert "National Bureau of Economic Research" in names
    assert "What tier 1 and tier 2 companies can do" in names
    assert "Minimum Age Convention, 1973" in names
