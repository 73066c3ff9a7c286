"""The pages beside the collections, in the order in which a reader would open them: those that
answer a question across all records, and the systems that the Action Group pledged. The front page
and the end of every page lead there."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.kinds.statistics import DATASETS
from knowledge.library import Library
from knowledge.pages import (
    compared_addresses,
    coverage_words,
    due_diligence,
    follow,
    maps,
    priority_addresses,
    toolkit,
    topics,
    trade_flows,
)
from knowledge.pages.chosen_addresses import COMPARE, INITIATIVES, SOURCING
from knowledge.pages.contribute import ADDRESS as CONTRIBUTE
from knowledge.pages.data import ADDRESS as DATA
from knowledge.pages.indicator import ADDRESS as WORK_PLAN
from knowledge.pages.statistics_words import ADDRESS as STATISTICS


@dataclass(frozen=True, slots=True)
class Door:
    """A page: its name, address, and what a reader finds there."""

    label: str
    address: str
    about: str


ACROSS = (
    Door(
        "Before you source",
        SOURCING,
        "Origin, good and home market: law, listing, duties, what was tried, whom to call",
    ),
    Door("Compare countries", COMPARE, "Two to four laws side by side, differences marked"),
    Door("Compare initiatives", INITIATIVES, "Two to four side by side: whom they engage, how"),
    Door("Maps", maps.ADDRESS, "Listed goods, gaps in the law, child labour, what is done where"),
    Door(
        "Due-diligence laws",
        due_diligence.ADDRESS,
        "What the law of a home market asks of its companies, on one line of time",
    ),
    Door("Data to take away", DATA, "Every table and record as CSV and JSON, with a codebook"),
    Door("Contribute", CONTRIBUTE, "Add a record or correct one: by a form, an editor, on paper"),
)

GROUP_WORK = (
    Door("Work plan", WORK_PLAN, "Every pledge with its indicator, counted from the records"),
    Door(
        "Priority countries and chains",
        priority_addresses.ADDRESS,
        "Pairs scored against the group's eight criteria, with your own weights",
    ),
    Door(
        "Initiatives compared",
        compared_addresses.ADDRESS,
        "Who does what, where and with whom, and the cells that are empty",
    ),
    Door(
        "Statistics by sex",
        STATISTICS,
        "Child labour, hazardous work, detected trafficking, global estimates",
    ),
    Door(
        "Child labour in exports",
        trade_flows.ADDRESS,
        "How it is estimated from trade flows, and what was published",
    ),
    Door("Toolkits", toolkit.ADDRESS, "Paths through the library for four groups of readers"),
    Door("Topics", topics.ADDRESS, "What the library holds on each topic, and what it lacks"),
    Door(
        "What is known, and what is missing",
        coverage_words.ADDRESS,
        "Overdue, to verify, not researched: by kind and by record",
    ),
    Door("Keeping in touch", follow.ADDRESS, "Feeds, calendars, a digest, and whom to reach"),
)


def across(library: Library) -> tuple[Door, ...]:
    """The pages across all records that this library has."""
    absent = {maps.ADDRESS: not maps.map_pages(library)}
    return tuple(one for one in ACROSS if not absent.get(one.address, False))


def group_work(library: Library) -> tuple[Door, ...]:
    """The pages that this library has."""
    absent = {
        WORK_PLAN: library.work_plan is None,
        STATISTICS: not any(library.figures.get(dataset) for dataset in DATASETS),
    }
    return tuple(one for one in GROUP_WORK if not absent.get(one.address, False))
