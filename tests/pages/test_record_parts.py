"""What every page says of its record: when it falls due, what changed, and who led a practice."""

from __future__ import annotations

from datetime import date

from small_library import small_library, with_record

from knowledge.kinds.fields import Reading
from knowledge.kinds.practice import Practice
from knowledge.pages.citing import Citing
from knowledge.pages.claim_lines import claim_line
from knowledge.pages.country_links import here
from knowledge.pages.record_parts import changes, provenance
from knowledge.pages.related import PARTS, practices_of

PRACTICE = "paid-harvest-labour"


def test_a_review_is_overdue_from_the_day_after_it_was_due() -> None:
    told = {"added": "2024-01-01", "reviewed": "2024-01-15", "review_every": 12}
    entry = with_record(small_library(), "practice", PRACTICE, **told).entries["practice"][PRACTICE]
    assert not provenance(entry, date(2025, 1, 15)).overdue
    assert provenance(entry, date(2025, 1, 16)).overdue


def test_the_newest_change_comes_first() -> None:
    told = [{"on": "2024-01-01", "what": "Older."}, {"on": "2024-02-01", "what": "Newer."}]
    library = with_record(small_library(), "practice", PRACTICE, changes=told)
    lines = changes(library.entries["practice"][PRACTICE])
    assert [line.what for line in lines] == ["Newer.", "Older."]


def test_an_initiative_that_led_and_took_part_is_said_to_have_led() -> None:
    one = {"initiative": "goodweave", "constituency": "civil-society"}
    library = with_record(small_library(), "practice", PRACTICE, led_by=[one], partners=[one])
    lines = practices_of(library.entries["initiative"]["goodweave"], library)
    (line,) = [line for line in lines if line.address == f"practices/{PRACTICE}/"]
    assert line.facts.endswith(PARTS["led_by"])


def test_only_a_value_to_verify_is_told_with_its_other_readings() -> None:
    library = small_library()
    entry = library.entries["country"]["ghana"]
    (claim,) = entry.record.law.minimum_age_work  # type: ignore[attr-defined]
    other = Reading[float].model_validate({"value": 14.0, "source": list(claim.source)})
    told = claim.model_copy(update={"also": [other]})
    doubtful = told.model_copy(update={"state": "to-verify"})
    citing = Citing(entry, library)
    assert claim_line("", told, citing).value == "15.0"
    assert claim_line("", doubtful, citing).value == "15.0 or 14.0"


def test_goods_that_a_record_names_are_not_called_missing() -> None:
    library = small_library()
    ghana = library.entries["country"]["ghana"]
    practice = library.entries["practice"][PRACTICE].record
    assert isinstance(practice, Practice)
    assert "cocoa" in practice.goods
    assert here(ghana, ghana.record, library).goods_without == ""  # type: ignore[arg-type]
    unnamed = with_record(library, "practice", PRACTICE, goods=[])
    assert here(ghana, ghana.record, unnamed).goods_without == "cocoa"  # type: ignore[arg-type]
