"""Every fact that names a source is found: in fields, in other readings and in the text."""

from __future__ import annotations

from dataclasses import replace

from pages.small_library import small_library, with_record

from knowledge.analysis.claims import SourcedClaim, sourced_claims
from knowledge.library import Library
from knowledge.reading.markdown import outline


def of(library: Library, path: str) -> dict[str, SourcedClaim]:
    return {one.name: one for one in sourced_claims(library) if one.entry.path == path}


def passages(body: str) -> list[str]:
    library = small_library()
    entry = library.entries["practice"]["schooling-incentives-carpets"]
    document = replace(entry.document, body=body)
    read = outline(body, document.path, document.body_line)
    changed = replace(entry, document=document, outline=read)
    entries = {**library.entries, "practice": {changed.id: changed}}
    found = of(replace(library, entries=entries), document.path)
    return [one.passage for one in found.values() if one.group is None]


def test_every_group_of_fields_with_a_source_is_a_claim_and_no_other_is() -> None:
    found = of(small_library(), "supply-chains/cocoa.md")
    assert list(found) == [
        "hs_chapters[1]", "stages[1].who_works", "stages[1]", "stages[1].risks[1]",
        "root_causes[1]", "guidance[1]", "text[1]", "text[2]", "text[3]",
    ]  # fmt: skip
    assert "stages[2]" not in found  # typical: it was read nowhere


def test_an_event_as_a_whole_is_a_claim() -> None:
    found = of(small_library(), "events/carpet-workshop.md")
    assert list(found) == ["source"]
    assert found["source"].path == ("source",)
    assert found["source"].sources == ("workshop-report",)


def test_another_reading_is_a_claim_of_its_own_with_its_own_source() -> None:
    claim = {"value": 15, "state": "to-verify", "source": ["ilab-findings-2022"],
             "also": [{"value": 14, "source": ["ratifications-c182"]}]}  # fmt: skip
    library = with_record(small_library(), "country", "ghana", law={"minimum_age_work": claim})
    found = of(library, "countries/ghana.md")
    assert found["law.minimum_age_work[1]"].sources == ("ilab-findings-2022",)
    assert found["law.minimum_age_work[1].also[1]"].sources == ("ratifications-c182",)


def test_a_passage_goes_back_to_the_footnote_before_it_or_to_where_its_block_begins() -> None:
    body = (
        "## A\n\nOne.[^x] Two,\nand on.[^y]\n\nThree.[^x]\n- Four.[^x]\n\n| A | B[^y] |\n|---|---|"
    )
    assert passages(body) == ["One.", "Two, and on.", "Three.", "- Four.", "| A | B"]


def test_footnotes_side_by_side_are_the_sources_of_one_passage() -> None:
    found = passages("Ünïcode before.[^x][^y] After.[^x]")
    assert found == ["Ünïcode before.", "After."]


def test_a_passage_tells_the_line_of_its_footnote() -> None:
    claim = of(small_library(), "practices/schooling-incentives-carpets.md")["text[1]"]
    lines = claim.entry.document.text.splitlines()
    assert "[^edmonds-shrestha-2013]" in lines[claim.line - 1]
    assert claim.sources == ("edmonds-shrestha-2013",)
    assert claim.passage.startswith("One group of families")
