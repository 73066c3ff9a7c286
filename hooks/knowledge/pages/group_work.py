"""What the Action Group pledged beside collections of records: the page of each system, in the
order in which its members would open them. The front page and the end of every page lead there."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.kinds.statistics import DATASETS
from knowledge.library import Library
from knowledge.pages import (
    compared_addresses,
    coverage_words,
    follow,
    priority_addresses,
    toolkit,
    topics,
    trade_flows,
)
from knowledge.pages.indicator import ADDRESS as WORK_PLAN
from knowledge.pages.statistics_words import ADDRESS as STATISTICS


@dataclass(frozen=True, slots=True)
class GroupWork:
    """A page: its name, address, and what a reader finds there."""

    label: str
    address: str
    about: str


GROUP_WORK = (
    GroupWork("Work plan", WORK_PLAN, "Every pledge with its indicator, counted from the records"),
    GroupWork(
        "Priority countries and chains",
        priority_addresses.ADDRESS,
        "Pairs scored against the group's eight criteria, with your own weights",
    ),
    GroupWork(
        "Initiatives compared",
        compared_addresses.ADDRESS,
        "Who does what, where and with whom, and the cells that are empty",
    ),
    GroupWork(
        "Statistics by sex",
        STATISTICS,
        "Child labour, hazardous work, detected trafficking, global estimates",
    ),
    GroupWork(
        "Child labour in exports",
        trade_flows.ADDRESS,
        "How it is estimated from trade flows, and what was published",
    ),
    GroupWork("Toolkits", toolkit.ADDRESS, "Paths through the library for four groups of readers"),
    GroupWork("Topics", topics.ADDRESS, "What the library holds on each topic, and what it lacks"),
    GroupWork(
        "What is known, and what is missing",
        coverage_words.ADDRESS,
        "Overdue, to verify, not researched: by kind and by record",
    ),
    GroupWork("Keeping in touch", follow.ADDRESS, "Feeds, calendars, a digest, and whom to reach"),
)


def group_work(library: Library) -> tuple[GroupWork, ...]:
    """The pages that this library has."""
    absent = {
        WORK_PLAN: library.work_plan is None,
        STATISTICS: not any(library.figures.get(dataset) for dataset in DATASETS),
    }
    return tuple(one for one in GROUP_WORK if not absent.get(one.address, False))
