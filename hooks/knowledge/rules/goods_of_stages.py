"""The goods of a supply chain and the goods of its stages are the same goods.

What a list says of a good is shown at the stage that yields the good, and the chain is found by
its goods. A good that only a stage names would not lead to the chain; a good that no stage names
would lose the risks that are listed for it.

PASS (supply chain):

    goods: [cocoa]
    stages:
      - id: farm
        title: Farm
        tier: raw-material
        happens: The crop is grown.
        goods: [cocoa]
        typical: true

FAIL (supply chain):

    goods: [cocoa]
    stages:
      - id: farm
        title: Farm
        tier: raw-material
        happens: The crop is grown.
        goods: [carpets]
        typical: true
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.kinds.validation import nearest
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "goods-of-stages"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Goods that stand only at a stage, and goods of the chain that stand at no stage.

    A good that no vocabulary knows is reported as unknown, and not here as well; nor is a good
    that it may have been meant for.
    """
    chain = entry.record
    if not isinstance(chain, SupplyChain):
        return
    known = context.library.terms.get("goods", {})
    for index, stage in enumerate(chain.stages):
        for number, good in enumerate(stage.goods):
            if good not in chain.goods and good in known:
                yield entry.problem(
                    ID,
                    SEVERITY,
                    f"“{good}” is a good of the stage “{stage.title}”, but not of the chain, so "
                    "that nobody who looks for the good would find this chain.",
                    f"Add it under goods: of the chain. {nearest(good, chain.goods)}",
                    ("stages", index, "goods", number),
                )
    placed = {good for stage in chain.stages for good in stage.goods}
    if not placed <= known.keys():
        return
    for number, good in enumerate(chain.goods):
        if good not in placed and good in known:
            titles = ", ".join(stage.id for stage in chain.stages)
            yield entry.problem(
                ID,
                SEVERITY,
                f"“{good}” is a good of the chain, but no stage yields it, so that the risks "
                "listed for it would be shown nowhere.",
                f"Add it under goods: of the stage that yields it. Stages: {titles}.",
                ("goods", number),
            )
