"""Where each group of readers begins: who asks, what they ask, and the page that answers best.

One line for every group of readers that the library is made for. A line names pages from the best
one down, so that a library without toolkits or without a work plan still has a door for each.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.library import Library
from knowledge.pages import chosen_addresses, compared_addresses, coverage_words, method
from knowledge.pages.doors import group_work
from knowledge.pages.indicator import ADDRESS as WORK_PLAN
from knowledge.pages.statistics_words import ADDRESS as STATISTICS
from knowledge.pages.toolkit import ADDRESS as TOOLKITS


@dataclass(frozen=True, slots=True)
class Start:
    """A page to begin on: its name and address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of readers, its question, and where it may begin, the best page first.

    The last page is there in every library.
    """

    who: str
    asks: str
    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A group of readers with the one page to begin on."""

    who: str
    asks: str
    start: str
    address: str


AUDIENCES = (
    Audience(
        "Employer or buyer",
        "We are about to source from a country. Which laws apply, there and here, and what worked?",
        (
            Start("Before you source", chosen_addresses.SOURCING),
            Start("For companies in tiers 1 and 2", f"{TOOLKITS}companies-in-tiers-1-and-2/"),
            Start("Countries and laws", "countries/"),
        ),
    ),
    Audience(
        "Labour inspector or ministry",
        "What did others do about the deeper tiers, and did it work?",
        (
            Start("For labour inspectorates", f"{TOOLKITS}labour-inspectorates/"),
            Start("Practices", "practices/"),
        ),
    ),
    Audience(
        "Public procurement officer",
        "How can our contracts reach the workers who make what we buy?",
        (
            Start("For public procurement officers", f"{TOOLKITS}public-procurement-officers/"),
            Start("Practices", "practices/"),
        ),
    ),
    Audience(
        "Local community or its organisation",
        "What can be done here, where the raw material comes from?",
        (
            Start(
                "For local communities and the deeper chain",
                f"{TOOLKITS}local-communities-and-the-deeper-chain/",
            ),
            Start("Practices", "practices/"),
        ),
    ),
    Audience(
        "Trade union or NGO",
        "Who already works on this, and who is missing?",
        (Start("Initiatives compared", compared_addresses.ADDRESS),),
    ),
    Audience(
        "Researcher",
        "Give me the figures, by sex, and what rests on which source.",
        (Start("Statistics by sex", STATISTICS), Start("Sources", "sources/")),
    ),
    Audience(
        "The Action Group and its secretariat",
        "Where do we stand on what we pledged, and which countries come next?",
        (Start("Work plan", WORK_PLAN), Start("Topics of the Action Group", "topics/")),
    ),
    Audience(
        "Somebody with a practice to add",
        "What is missing, and who would want what I know?",
        (Start("What is known, and what is missing", coverage_words.ADDRESS),),
    ),
    Audience(
        "Maintainer or reviewer",
        "How is it known what stands here, and which source wins?",
        (Start("Method", method.ADDRESS),),
    ),
)


def doors(library: Library) -> tuple[Door, ...]:
    """One door for each group of readers, to the best page that this library has."""
    return tuple(
        Door(audience.who, audience.asks, start.label, start.address)
        for audience in AUDIENCES
        for start in [next(s for s in audience.starts if _is_there(library, s.address))]
    )


def _is_there(library: Library, address: str) -> bool:
    if address in (WORK_PLAN, STATISTICS):
        return any(one.address == address for one in group_work(library))
    if address.startswith(TOOLKITS):
        return any(held.address == address for held in library.toolkits.values())
    return True
