"""A record in less memory is the same record."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.kinds import KINDS
from knowledge.kinds.compact import MOST_NAMES, compact
from knowledge.kinds.fields import Citations, Fields, Statement
from knowledge.library import load

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small"


def test_every_record_is_equal_to_what_pydantic_makes_of_the_same_fields() -> None:
    library = load(SMALL)[0]
    for entry in library.everything():
        record = entry.record
        fields = record.model_dump(exclude_unset=True)
        plain = entry.kind.model.model_validate(fields)
        assert record == plain
        assert record.model_fields_set == plain.model_fields_set
        assert record.model_dump_json() == plain.model_dump_json()
    assert {entry.kind.id for entry in library.everything()} == {kind.id for kind in KINDS}


def test_a_compact_group_is_still_frozen() -> None:
    said = compact(Statement(text="The wells were dug.", source=["report"]))
    with pytest.raises(ValidationError, match="frozen"):
        said.text = "No well was dug."  # type: ignore[misc]


def test_a_group_takes_less_memory() -> None:
    # Too long to be held once: the table of those would grow, now or with another test.
    texts = [f"In the end the well with the number {number} was dug." for number in range(1000)]
    fields = [{"text": text, "source": ["report"]} for text in texts]
    tracemalloc.start()
    try:
        plain = [Statement.model_validate(one) for one in fields]
        before = tracemalloc.get_traced_memory()[0]
        held = [compact(one) for one in plain]
        del plain
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert [one.text for one in held] == texts
    assert after < 0.8 * before


def test_equal_short_texts_and_lists_of_them_are_held_once() -> None:
    # Made at run time: what a program names in its own text Python holds once anyway.
    first, other = (
        compact(Statement(text=" ".join(["The", "well"]), source=["-".join(["a", "report"])]))
        for _ in range(2)
    )
    assert first.text is other.text
    assert first.source is other.source
    empty, also_empty = (compact(Statement(text="The well", source=[])) for _ in range(2))
    assert empty.source is also_empty.source == []


def test_a_group_with_very_many_fields_stays_what_it_was() -> None:
    names = [f"field_{number}" for number in range(MOST_NAMES + 1)]
    namespace = {"__annotations__": dict.fromkeys(names, Citations), "__module__": __name__}
    wide = type("Wide", (Fields,), namespace)
    made = wide.model_validate({name: [name] for name in names})
    held = compact(made)
    assert held is made
    assert held == wide.model_validate({name: [name] for name in names})
    assert held.model_fields_set == set(names)
