"""Every field of every kind stands on one page, as it is declared."""

from __future__ import annotations

import re

import pytest
from small_library import small_library, words

from knowledge.kinds import KINDS
from knowledge.kinds.fields import Record
from knowledge.kinds.kind import Kind
from knowledge.pages.field_reference import field_reference_page
from knowledge.pages.templates import rendered

HTML = rendered(field_reference_page(small_library()))


def table(anchor: str) -> str:
    """The part of the page from a heading to the next one."""
    return HTML.partition(f'<h2 id="{anchor}">')[2].partition("<h2")[0]


def line(anchor: str, name: str) -> str:
    """What a table says of a field."""
    found = re.search(rf"<tr><th[^>]*><code>{re.escape(name)}</code>.*?</tr>", table(anchor))
    assert found, name
    return words(found[0])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_of_a_kind_is_listed_and_what_all_share_is_listed_once(kind: Kind) -> None:
    listed = re.findall(r"<th scope=\"row\"><code>([^<]*)</code>", table(kind.id))
    own = [name for name in kind.model.model_fields if name not in Record.model_fields]
    assert [name for name in listed if "." not in name] == own
    shared = re.findall(r"<th scope=\"row\"><code>([^<]*)</code>", table("record"))
    assert {name for name in shared if "." not in name} == set(Record.model_fields)


def test_a_field_says_what_it_means_which_values_it_takes_and_whether_it_is_required() -> None:
    assert line("record", "added").endswith("the day on which it was added day, YYYY-MM-DD yes")
    assert "one of: verified, stated" in line("claim", "state")
    assert line("practice", "results").endswith("no")
    assert line("practice", "results.measure").endswith("yes")


def test_a_claim_names_its_value_and_its_fields_stand_once() -> None:
    assert "a claim with the value: number, in years" in line("country", "law.minimum_age_work")
    assert "law.minimum_age_work.state" not in HTML


def test_values_of_a_vocabulary_lead_to_its_terms() -> None:
    assert 'terms/approaches/">' in table("practice")


def test_every_field_says_something() -> None:
    assert ">–<" not in HTML
