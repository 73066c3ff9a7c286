"""The eight criteria for priority countries and supply chains, and how evidence is scored.

A score says how well a pair of a country and a chain fits a criterion, never how bad a country
is. Where nothing is recorded there is no score: unknown is not zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Where the criteria come from; how they are scored is this library's own proposal.
SOURCE: Final = (
    "Report of the first strategic workshop of the Alliance 8.7 Supply Chain Action Group, "
    "Berlin, June 2017"
)

#: The highest score of a criterion.
FULL: Final = 2
#: Evidence that is still to be verified earns no more than this.
AT_MOST_TO_VERIFY: Final = 1
#: A pair with more unknown criteria is listed and not ranked: more than half of eight.
UNKNOWN_ALLOWED: Final = 4
#: The first ranks, of which no page says why they were not chosen. Our own choice.
SHORTLIST: Final = 10
#: A weight lies between these; every criterion weighs 1 until a reader says otherwise.
LEAST_WEIGHT, EQUAL_WEIGHT, MOST_WEIGHT = 0, 1, 10
#: How the weight of one criterion is changed to see how stable the ranking is.
TRIED_WEIGHTS: Final = (0, 2)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion, what in the library speaks for it, and what earns each score.

    `zero` is empty where no record can speak against a fit.
    """

    id: str
    title: str
    short: str
    evidence: str
    two: str
    one: str
    zero: str = ""


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "coalitions",
        "Coalition groups already mobilised",
        "Coalition",
        "Initiatives and practices that go on, with two or more constituencies taking part.",
        two="a coalition works in the country on this chain",
        one="one works in the country on something else, or on the chain without naming countries",
    ),
    Criterion(
        "social-partners",
        "Active social partners willing and able to work on it",
        "Social partners",
        "Trade unions and employers' organisations that take part in work that goes on.",
        two="both take part in work in the country on this chain",
        one="one of the two takes part in it, or either does in other work in the country",
    ),
    Criterion(
        "low-capacity",
        "Willingness, but low levels of skills and capacity",
        "Low capacity",
        "Labour inspectors too few or new ones untrained, as the assessor judges; technical "
        "assistance asked for in the Annual Review; and a score for willingness.",
        two="capacity is recorded as low, and there is a score for willingness",
        one="capacity is recorded as low, and nothing is recorded on willingness",
        zero="capacity is recorded as sufficient",
    ),
    Criterion(
        "willingness",
        "Willingness to work on the issues",
        "Willingness",
        "Alliance 8.7 pathfinder country; work through national processes; ratification of the "
        "Protocol of 2014 on forced labour.",
        two="the country is a pathfinder, or work on this chain goes through national processes",
        one="other work goes through national processes, or the Protocol is ratified",
    ),
    Criterion(
        "rights-systems",
        "Existing intergovernmental systems on human rights that call governments to account",
        "Rights systems",
        "Ratification of ILO Conventions No. 29, 105, 138 and 182, on which governments then "
        "report to the ILO's supervisory bodies; a regional human-rights body.",
        two="all four conventions are ratified",
        one="some of the four are, a reading is still to be verified, or there is a regional body",
        zero="every convention recorded is recorded as not ratified",
    ),
    Criterion(
        "standards-cases",
        "Clear cases before the ILO Committee on the Application of Standards",
        "ILO cases",
        "Cases recorded, by convention. Few have been recorded yet.",
        two="a case on forced labour or child labour (No. 29, 105, 138, 182 or the Protocol)",
        one="a case on another fundamental convention",
    ),
    Criterion(
        "business-voice",
        "A possibility of leveraging the business voice and bringing in domestic business",
        "Business voice",
        "Companies, small enterprises and employers' organisations that take part in work that "
        "goes on; OECD national contact point; focal point for the MNE Declaration.",
        two="business takes part in work in the country on this chain",
        one="it takes part in other work in the country or on the chain without naming "
        "countries, or there is a contact or focal point",
    ),
    Criterion(
        "resources",
        "Existing or promised resources",
        "Resources",
        "Funding or cost recorded for work that goes on; initiatives that finance; funded "
        "programmes in the country.",
        two="resources are recorded for work in the country on this chain",
        one="they are for other work in the country, or a programme is funded there",
    ),
)  # fmt: skip
