"""Where the pledges of the work plan stand: what can be counted, and which targets are reached."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.indicator_counts import Counted, is_computed
from knowledge.analysis.indicators import measured
from knowledge.kinds.work_plan import Target, WorkPlan
from knowledge.library import Library


def reached(target: Target, counted: Counted) -> bool | None:
    """Whether a value has reached a target; None where the target is not a number."""
    if target.value == "all":
        return None if counted.of is None else counted.value >= counted.of
    return None if target.value is None else counted.value >= target.value


@dataclass(frozen=True, slots=True)
class Progress:
    """How many undertakings there are, and what can be told of them."""

    number: int = 0
    computed: int = 0
    with_target: int = 0
    reached: int = 0
    with_contributions: int = 0


def progress(plan: WorkPlan, library: Library, group: str = "") -> Progress:
    """Where the pledges of a working group stand; of all groups where none is given."""
    values = library.once(measured)
    pledges = [pledge for pledge in plan.pledges if group in ("", pledge.group)]
    there = [
        pledge.target is not None
        and (counted := values.get(pledge.indicator[0].name)) is not None
        and reached(pledge.target, counted) is True
        for pledge in pledges
    ]
    return Progress(
        number=len(pledges),
        computed=sum(map(is_computed, pledges)),
        with_target=sum(pledge.target is not None for pledge in pledges),
        reached=sum(there),
        with_contributions=sum(bool(pledge.contributions) for pledge in pledges),
    )
