"""The tables to take away hold every field of every model, and say of every column what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import pytest
from pages.small_library import small_library, with_record
from pydantic import BaseModel, Field

from knowledge.analysis import record_tables as module
from knowledge.analysis.data_tables import Row, Table
from knowledge.analysis.record_tables import record_tables
from knowledge.analysis.tables import sizes, tables
from knowledge.kinds import KINDS
from knowledge.kinds.columns import form_of
from knowledge.kinds.fields import Claim, Record, Ref, Text, Truth
from knowledge.kinds.kind import Kind
from knowledge.kinds.practice import Practice
from knowledge.library import Library


def table(name: str, library: Library | None = None) -> Table:
    found = library or small_library()
    return next(one for one in tables(found) if one.name == name)


def rows(name: str, library: Library | None = None) -> list[dict[str, object]]:
    found = library or small_library()
    one = table(name, found)
    names = [column.name for column in one.columns]
    return [dict(zip(names, row, strict=True)) for row in one.rows(found)]


def _leaves(model: type[BaseModel], seen: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all fields of a model and within it that hold values, however deep."""
    for name, field in model.model_fields.items():
        form = form_of(field)
        if form.model is None:
            yield name
        elif form.is_claim:
            yield name
            yield from (
                inner
                for inner in form.model.model_fields
                if inner not in ("also", *Claim.model_fields)
            )
        elif name != "sources":
            yield from _leaves(form.model, (*seen, name))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_of_a_kind_stands_in_one_of_its_tables(kind: Kind) -> None:
    library = small_library()
    own = [one for one in tables(library) if one.group in (kind.section, "All records")]
    told = {step for one in own for column in one.columns for step in column.name.split(".")}
    told |= {str(row["field"]) for one in own for row in _fields_told(one)}
    told |= {one.name.rpartition("-by-")[2] and "by_year" for one in own if "-by-" in one.name}
    claims = {name for one in own for name in _claim_fields(one, kind)}
    assert set(_leaves(kind.model)) - told - claims == set()


def _fields_told(one: Table) -> list[dict[str, object]]:
    if "field" not in [column.name for column in one.columns]:
        return []
    return rows(one.name)


def _claim_fields(one: Table, kind: Kind) -> set[str]:
    """The claims that a table has room for, also where no record makes them yet."""
    if "reading" not in [column.name for column in one.columns]:
        return set()
    path = one.name.removeprefix(f"{kind.folder}-").replace("-", "_")
    field = kind.model.model_fields.get(path)
    model = form_of(field).model if field else None
    return {path, *(model.model_fields if model and not issubclass(model, Claim) else ())}


def test_every_column_says_what_stands_in_it_and_no_name_stands_twice() -> None:
    for one in tables(small_library()):
        names = [column.name for column in one.columns]
        assert len(names) == len(set(names)), one.name
        for column in one.columns:
            assert column.definition, (one.name, column.name)
            assert column.values, (one.name, column.name)
        assert one.row, one.name


def test_every_row_fills_its_columns_and_the_sizes_are_true() -> None:
    library = small_library()
    counted = sizes(library)
    for one in tables(library):
        found: list[Row] = list(one.rows(library))
        assert {len(row) for row in found} <= {len(one.columns)}, one.name
        assert counted[one.name] == len(found), one.name


def test_a_new_kind_has_its_tables_without_a_line_more(monkeypatch: pytest.MonkeyPatch) -> None:
    class Training(Record):
        """A course."""

        countries: list[Annotated[str, Ref("country")]] = Field(
            default_factory=list, description="where it is held"
        )
        free: Truth | None = Field(None, title="Free of charge")
        place: Text | None = Field(None, description="the town")

    kind = Kind("training", "trainings", Training, "Training", "Trainings", "Trainings", 24)
    monkeypatch.setattr(module, "KINDS", (kind,))
    made = {one.name: [column.name for column in one.columns] for one in record_tables()}
    assert set(made) == {"trainings", "trainings-claims", "changes", "replies"}
    assert {"countries", "free", "free.state", "place", "licence"} <= set(made["trainings"])


def test_what_nobody_has_researched_says_so_in_the_table_of_records() -> None:
    library = small_library()
    practice = library.entries["practice"]["paid-harvest-labour"].record
    assert isinstance(practice, Practice)
    assert practice.funding is None
    (row,) = [row for row in rows("practices", library) if row["id"] == "paid-harvest-labour"]
    assert (row["funding"], row["funding.state"]) == (None, "not-researched")


def test_every_reading_of_a_claim_is_a_row_with_its_state_its_year_and_its_source() -> None:
    library = small_library()
    law = rows("countries-law")
    entry = library.entries["country"]["ghana"]
    told = entry.record.model_dump()["law"]
    expected = sum(1 + len(claim["also"]) for claims in told.values() for claim in claims)
    of_ghana = [row for row in law if row["country"] == "ghana"]
    assert len(of_ghana) == expected > 0
    assert {row["iso3"] for row in of_ghana} == {"GHA"}
    assert all(row["state"] and row["field_title"] for row in law)
    known = {str(row["id"]) for row in rows("sources")}
    ids = {id_ for row in law for id_ in str(row["source_id"] or "").split(" | ") if id_}
    assert ids
    assert ids <= known


def test_a_list_within_a_list_says_which_entry_it_belongs_to() -> None:
    stages = rows("supply-chains-stages")
    risks = rows("supply-chains-stages-risks")
    numbers = {(row["supply_chain"], row["position"]) for row in stages}
    assert risks
    assert {(row["supply_chain"], row["stages.position"]) for row in risks} <= numbers


def test_results_stand_with_girls_and_boys_women_and_men_apart() -> None:
    names = [column.name for column in table("practices-results").columns]
    assert {"by_sex.girls", "by_sex.boys", "by_sex.women", "by_sex.men"} <= set(names)


def test_the_codebook_names_every_column_of_every_file() -> None:
    library = small_library()
    told = {(row["file"], row["column"]) for row in rows("codebook")}
    assert told == {(one.file, column.name) for one in tables(library) for column in one.columns}


def test_claims_that_differ_by_area_stand_in_one_cell_with_their_states_in_the_same_order() -> None:
    library = small_library()
    entry = library.entries["country"]["ghana"]
    source = next(iter(library.uses_of_source(entry)))
    claim = {"state": "stated", "source": [source], "value": 14, "area": "one part"}
    other = {**claim, "value": 16.5, "area": "another part", "state": "to-verify"}
    told = {
        **entry.record.model_dump(exclude_unset=True)["law"],
        "minimum_age_work": [claim, other],
    }
    changed = with_record(library, "country", "ghana", law=told)
    (row,) = [row for row in rows("countries", changed) if row["id"] == "ghana"]
    assert row["law.minimum_age_work"] == "14 | 16.5"
    assert row["law.minimum_age_work.state"] == "stated | to-verify"


def test_a_dataset_without_figures_has_no_table() -> None:
    bare = replace(small_library(), figures={})
    assert not [one for one in tables(bare) if one.folder == "statistics"]
