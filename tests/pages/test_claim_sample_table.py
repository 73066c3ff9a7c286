"""A sample of claims as the table that readers of the sources fill in."""

from __future__ import annotations

import re

from markdown import markdown
from pages.small_library import small_library, with_record

from knowledge.analysis.claim_sample import claim_sample
from knowledge.library import Library
from knowledge.pages.claim_sample import COLUMNS, as_markdown


def told(library: Library) -> str:
    """The sample of everything there is."""
    return as_markdown(claim_sample(library, 10_000, 7), library, "the command")


def escaped(field: str) -> str:
    return re.sub(r"([_\[\]])", r"\\\1", field)


def line(library: Library, field: str) -> str:
    found = [one for one in told(library).splitlines() if f"| {escaped(field)}" in one]
    assert found, field
    return found[0]


def test_the_seed_the_number_of_claims_and_the_command_stand_first() -> None:
    sample = claim_sample(small_library(), 3, 7)
    first = as_markdown(sample, small_library(), "the command").splitlines()[0]
    assert first == f"3 claims of {sample.claims} drawn with the seed 7: `the command`"


def test_a_row_tells_record_field_words_and_source_and_leaves_two_cells_empty() -> None:
    assert line(small_library(), "law.recruitment_voluntary[1]") == (
        "| [countries/ghana.md](../../countries/ghana.md) | law.recruitment\\_voluntary\\[1\\] "
        "| Voluntary recruitment: 18; state to-verify; as of 2022; note The source names no "
        "statute. | 2022 Findings on the Worst Forms of Child Labor, U.S. Department of Labor, "
        "Bureau of International Labor Affairs, September 2023 (no address was seen) |  |  |"
    )


def test_an_event_is_told_with_its_title_and_its_days() -> None:
    rows = [one for one in told(small_library()).splitlines() if "carpet-workshop.md" in one]
    assert len(rows) == 1
    assert "When it is: Workshop on carpets; start 2025-01-30; end 2025-02-01;" in rows[0]
    assert "sources" not in rows[0]


def test_a_stage_does_not_tell_what_has_sources_of_its_own() -> None:
    row = line(small_library(), "stages[1]")
    assert "Cocoa is grown and harvested." in row
    assert "Families and their children" not in row
    assert "not paid" not in row


def test_a_passage_is_told_without_its_links_and_with_its_line() -> None:
    row = line(small_library(), "text[1]")
    assert "line " in row
    assert "](../countries" not in row


def test_a_source_leads_to_its_address_or_says_that_none_was_seen() -> None:
    address = "http://nber.org/papers/w19279"
    assert f"child labor](<{address}>), National Bureau" in told(small_library())
    assert "Cocoa chain study, Example University, 2024 (no address was seen)" in line(
        small_library(), "root_causes[1]"
    )


def test_signs_of_markdown_in_a_claim_break_no_cell() -> None:
    limits = [{"text": "a | b * c [d](e) <f> _g_ #", "source": ["edmonds-shrestha-2013"]}]
    library = with_record(
        small_library(), "practice", "schooling-incentives-carpets", limits=limits
    )
    html = markdown(told(library), extensions=["tables"])
    assert "a | b * c [d](e) &lt;f&gt; _g_ #" in html
    table = html.partition("what the site says")[2].partition("<tbody>")[2]
    assert table.count("<td") == table.count("<tr>") * len(COLUMNS)
