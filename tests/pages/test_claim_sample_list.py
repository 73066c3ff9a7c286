"""A sample of claims as the list that readers of the sources fill in."""

from __future__ import annotations

from markdown import markdown
from pages.small_library import small_library, with_record

from knowledge.analysis.claim_sample import claim_sample
from knowledge.library import Library
from knowledge.pages.claim_sample import ASKED, TOLD, as_markdown


def told(library: Library) -> str:
    """The sample of everything there is."""
    return as_markdown(claim_sample(library, 10_000, 7), library, "the command")


def item(library: Library, field: str) -> list[str]:
    """The lines of a claim: which it is, what the site says, its source, and what is asked."""
    lines = told(library).splitlines()
    first = next(n for n, one in enumerate(lines) if f"`{field}`" in one)
    return lines[first : first + 1 + len(TOLD) + len(ASKED)]


def test_the_seed_the_number_of_claims_and_the_command_stand_first() -> None:
    sample = claim_sample(small_library(), 3, 7)
    first = as_markdown(sample, small_library(), "the command").splitlines()[0]
    assert first == f"3 claims of {sample.claims} drawn with the seed 7: `the command`"


def test_an_item_tells_record_field_words_and_source_and_leaves_room_for_what_is_found() -> None:
    first, *lines = item(small_library(), "law.recruitment_voluntary[1]")
    assert first.endswith(". [Ghana](../../countries/ghana.md), `law.recruitment_voluntary[1]`")
    assert lines == [
        "    - **The site says:** Voluntary recruitment: 18; state to-verify; as of 2022; note The "
        "source names no statute.",
        "    - **Source:** 2022 Findings on the Worst Forms of Child Labor, U.S. Department of "
        "Labor, Bureau of International Labor Affairs, September 2023 (no address was seen)",
        "    - **Outcome:**",
        "    - **What was wrong and mended:**",
    ]


def test_an_event_is_told_with_its_title_and_its_days() -> None:
    lines = told(small_library()).splitlines()
    (first,) = [n for n, one in enumerate(lines) if "carpet-workshop.md" in one]
    said = lines[first + 1]
    assert "When it is: Workshop on carpets; start 2025-01-30; end 2025-02-01;" in said
    assert "sources" not in said


def test_a_stage_does_not_tell_what_has_sources_of_its_own() -> None:
    said = item(small_library(), "stages[1]")[1]
    assert "Cocoa is grown and harvested." in said
    assert "Families and their children" not in said
    assert "not paid" not in said


def test_a_passage_is_told_without_its_links_and_with_its_line() -> None:
    first, said, *_ = item(small_library(), "text[1]")
    assert "line " in first
    assert "](../countries" not in said


def test_a_source_leads_to_its_address_or_says_that_none_was_seen() -> None:
    address = "http://nber.org/papers/w19279"
    assert f"child labor](<{address}>), National Bureau" in told(small_library())
    assert (
        "Cocoa chain study, Example University, 2024 (no address was seen)"
        in item(small_library(), "root_causes[1]")[2]
    )


def test_signs_of_markdown_in_a_claim_are_shown_as_they_are() -> None:
    limits = [{"text": "a | b * c [d](e) <f> _g_ # `h`", "source": ["edmonds-shrestha-2013"]}]
    library = with_record(
        small_library(), "practice", "schooling-incentives-carpets", limits=limits
    )
    html = markdown(told(library), extensions=["tables"])
    assert "a | b * c [d](e) &lt;f&gt; _g_ # `h`" in html
    claims = claim_sample(library, 10_000, 7).drawn
    assert html.count("<strong>Outcome:</strong>") == claims
