"""The stages of a supply chain run from the raw material to the buyer.

Pages draw the stages in the order in which they are written, and a reader takes that order for
the way of the good: raw material, tier 3 and beyond, tier 2, tier 1, and at the end the buyer's
own stages, which have no tier. Several stages may share a tier.

PASS (supply chain):

    stages:
      - id: farm
        title: Farm
        tier: raw-material
        happens: The crop is grown.
        goods: [cocoa]
        typical: true
      - id: factory
        title: Factory
        tier: tier-1
        happens: The crop is processed.
        typical: true

FAIL (supply chain):

    stages:
      - id: factory
        title: Factory
        tier: tier-1
        happens: The crop is processed.
        typical: true
      - id: farm
        title: Farm
        tier: raw-material
        happens: The crop is grown.
        goods: [cocoa]
        typical: true
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import TIERS, Stage, SupplyChain
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "stages-in-order"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Stages that lie deeper in the chain than the stage before them."""
    if not isinstance(entry.record, SupplyChain):
        return
    for index, (before, stage) in enumerate(pairwise(entry.record.stages), 1):
        # A tier that no vocabulary knows is reported as unknown, and has no place to compare.
        unknown = {before.tier, stage.tier} - {*TIERS, None}
        if unknown or _place(stage) >= _place(before):
            continue
        told = f"The stage “{stage.title}” ({_tier(stage)}) stands after “{before.title}” "
        told += f"({_tier(before)}), but the good passes through it earlier."
        hint = f"Move it up, or correct its tier. The order is: {', '.join(TIERS)}, and then the "
        hint += "buyer's own stages, without a tier."
        field = ("stages", index, "tier") if stage.tier else ("stages", index)
        yield entry.problem(ID, SEVERITY, told, hint, field)


def _place(stage: Stage) -> int:
    """How near the buyer, whose own stages have no tier."""
    return TIERS.index(stage.tier) if stage.tier else len(TIERS)


def _tier(stage: Stage) -> str:
    return stage.tier or "no tier"
