"""The columns of a group of fields, and the cells that fill them."""

from __future__ import annotations

from typing import Annotated

from pages.small_library import small_library
from pydantic import Field

from knowledge.analysis.data_tables import Cited
from knowledge.analysis.record_cells import fill, layout
from knowledge.kinds.columns import Cell, Column
from knowledge.kinds.fields import Citations, Fields, Term, Text, Truth, Unit


class Place(Fields):
    """Where a training is held."""

    town: Text = Field(description="the town")


class Training(Fields):
    """A training."""

    hours: Annotated[int, Field(ge=1), Unit("hours")] = Field(
        title="Length", description="how long"
    )
    topics: list[Annotated[str, Term("topics")]] = Field(description="what it is about")
    at: Place | None = Field(None, description="where")
    free: Truth | None = Field(None, description="whether it is free")
    sessions: list[Place] = Field(default_factory=list, description="its sessions")


def test_a_field_becomes_a_column_with_its_definition_its_values_and_its_unit() -> None:
    columns = {column.name: column for column in layout(Training)[0]}
    assert columns["hours"] == Column("hours", "Length: how long", "whole number", "hours")
    assert columns["topics"].several
    assert columns["topics"].values == "id of a term of the vocabulary topics"


def test_a_group_becomes_a_column_for_each_of_its_fields_and_what_repeats_none() -> None:
    assert [column.name for column in layout(Training)[0]] == [
        "hours", "topics", "at.town", "free", "free.state",
    ]  # fmt: skip


def cells(**fields: object) -> dict[str, Cell]:
    columns, steps = layout(Training)
    found: list[Cell] = []
    fill(found, steps, Training.model_validate(fields), None, Cited(small_library()))
    return dict(zip([column.name for column in columns], found, strict=True))


def test_several_values_share_a_cell_and_a_group_that_is_absent_leaves_its_cells_empty() -> None:
    found = cells(hours=3, topics=["procurement", "rural-economies"])
    assert found["topics"] == "procurement | rural-economies"
    assert found["at.town"] is None
    assert (found["free"], found["free.state"]) == (None, "not-researched")


def test_unknown_and_silent_and_not_researched_are_three_states() -> None:
    for state in ("unknown", "silent"):
        found = cells(hours=3, topics=[], free={"state": state})
        assert (found["free"], found["free.state"]) == (None, state)
    found = cells(hours=3, topics=[], free={"state": "stated", "value": False})
    assert (found["free"], found["free.state"]) == (False, "stated")


def test_sources_are_told_in_words_and_by_their_id() -> None:
    class Told(Fields):
        source: Citations

    words, ids = layout(Told)[0]
    assert (words.name, ids.name) == ("source", "source_id")
    library = small_library()
    id_ = next(iter(library.shared_sources))
    found: list[Cell] = []
    fill(found, layout(Told)[1], Told(source=[id_]), None, Cited(library))
    assert found[1] == id_
    assert str(found[0]).startswith(library.shared_sources[id_].publisher)
