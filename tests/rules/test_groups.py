"""The walk that finds every group of fields of a record."""

from __future__ import annotations

from pathlib import Path

from knowledge.kinds.country import Age, Ratification
from knowledge.kinds.fields import Reading, Source
from knowledge.library import load
from knowledge.rules.groups import groups

SMALL = Path(__file__).parents[1] / "sites" / "small"


def test_every_group_of_fields_is_met_once_with_the_way_to_it() -> None:
    library, _ = load(SMALL)
    nepal = library.entries["country"]["nepal"].record
    found = dict(groups(nepal))
    assert found[()] is nepal
    assert isinstance(found["law", "minimum_age_work", 0], Age)
    assert isinstance(found["law", "minimum_age_hazardous_work", 0, "also", 0], Reading)
    assert isinstance(found["conventions", "C138"], Ratification)
    assert isinstance(found["sources", "child-labour-act"], Source)
    assert len(found) == len(list(groups(nepal)))
