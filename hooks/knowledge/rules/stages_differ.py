"""The stages of a supply chain have different ids.

The id of a stage is its address on the page of the chain. With two stages of one id a link to
the second would lead to the first, and the reader would see the wrong risks.

PASS (supply chain):

    stages:
      - id: farm
        title: Farm
        tier: raw-material
        happens: The crop is grown.
        goods: [cocoa]
        typical: true
      - id: shop
        title: Shop
        happens: The good is sold.
        typical: true

FAIL (supply chain):

    stages:
      - id: farm
        title: Farm
        tier: raw-material
        happens: The crop is grown.
        goods: [cocoa]
        typical: true
      - id: farm
        title: Shop
        happens: The good is sold.
        typical: true
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "stages-differ"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Stages with the id of a stage before them."""
    if not isinstance(entry.record, SupplyChain):
        return
    seen: dict[str, str] = {}
    for index, stage in enumerate(entry.record.stages):
        first = seen.setdefault(stage.id, stage.title)
        if stage.id in [earlier.id for earlier in entry.record.stages[:index]]:
            yield entry.problem(
                ID,
                SEVERITY,
                f"The stage “{stage.title}” has the id “{stage.id}”, which the stage “{first}” "
                "already has, so a link to one would lead to the other.",
                "Give this stage an id of its own, or join the two.",
                ("stages", index, "id"),
            )
