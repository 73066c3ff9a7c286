"""The indicators of the work plan: the words for each, how it is counted, and its value.

The page of the work plan prints this table. An indicator says how much there is to work with, not
whether it is enough: the group has not set targets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.analysis.indicator_counts import (
    BEYOND_PILOT,
    DEEPER_TIERS,
    EVALUATED,
    FIRST_TIERS,
    Counted,
    can_be_counted,
    computed_pledges,
    constituencies,
    contributions,
    countries_that,
    every_record,
    has_basis,
    has_summary,
    is_verified,
    levels,
    membership_questions,
    on_rural_economies,
    practices_that,
    records_of,
    research_sources,
    results_by_sex,
    toolkits,
    with_un_bodies,
)
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: the words for one and for many, `of` what, how it is counted, and the count."""

    id: str
    one: str
    many: str
    method: str
    count: Callable[[Library], Counted]
    of: str = ""


def measured(library: Library) -> dict[str, Counted | None]:
    """The value of every indicator; None where the library has no records of the kind."""
    return {
        indicator.id: indicator.count(library) if can_be_counted(indicator.id) else None
        for indicator in INDICATORS
    }


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "practices-documented", "practice documented", "practices documented",
        "Every published record of a practice, whatever came of it.",
        records_of("practice"),
    ),
    Indicator(
        "practices-in-tiers-1-and-2", "practice in tiers 1 and 2", "practices in tiers 1 and 2",
        "Practices that name tier 1, tier 2 or both among their tiers.",
        practices_that(lambda practice: not FIRST_TIERS.isdisjoint(practice.tiers)),
        "practices",
    ),
    Indicator(
        "practices-in-tier-2-and-deeper", "practice in tier 2 and deeper",
        "practices in tier 2 and deeper",
        "Practices that name tier 2, tier 3 and beyond, or raw material among their tiers.",
        practices_that(lambda practice: not DEEPER_TIERS.isdisjoint(practice.tiers)),
        "practices",
    ),
    Indicator(
        "practices-evaluated", "practice evaluated by others", "practices evaluated by others",
        "Practices whose evidence is graded as an external evaluation, or as a randomised or "
        "quasi-experimental one. The grade is of the method; the result may have been bad.",
        practices_that(lambda p: p.evidence is not None and p.evidence.grade in EVALUATED),
        "practices",
    ),
    Indicator(
        "practices-scaled", "practice beyond a pilot", "practices beyond a pilot",
        "Practices whose scale is recorded as scaled up or institutionalised.",
        practices_that(lambda practice: practice.scale in BEYOND_PILOT),
        "practices",
    ),
    Indicator(
        "levels-with-a-practice", "level with a practice", "levels with a practice",
        "Terms of the vocabulary “levels” that at least one practice names.",
        levels, "levels",
    ),
    Indicator(
        "results-by-sex", "result with figures by sex", "results with figures by sex",
        "Recorded results of practices that give girls and boys, or women and men, apart.",
        results_by_sex, "results",
    ),
    Indicator(
        "countries-with-a-law-summary", "country with a law summary",
        "countries with a law summary",
        "Countries and territories with at least one claim under a topic of law.",
        countries_that(has_summary),
        "countries and territories recorded",
    ),
    Indicator(
        "countries-with-a-legal-basis", "country with a legal basis",
        "countries with a legal basis",
        "Countries and territories with at least one claim on the law that names a statute.",
        countries_that(has_basis), "countries and territories recorded",
    ),
    Indicator(
        "countries-with-a-verified-claim", "country with a verified claim",
        "countries with a verified claim",
        "Countries and territories with at least one claim on the law that somebody checked in "
        "the primary text.",
        countries_that(is_verified), "countries and territories recorded",
    ),
    Indicator(
        "initiatives-mapped", "initiative mapped", "initiatives mapped",
        "Every published record of an initiative.",
        records_of("initiative"),
    ),
    Indicator(
        "initiatives-with-un-bodies", "initiative with a United Nations body",
        "initiatives with a United Nations body",
        "Initiatives in which a source says that United Nations bodies take part.",
        with_un_bodies, "initiatives",
    ),
    Indicator(
        "constituencies-found", "constituency found in an initiative",
        "constituencies found in an initiative",
        "Terms of the vocabulary “constituencies” that take part in at least one initiative, "
        "according to a source.",
        constituencies, "constituencies",
    ),
    Indicator(
        "membership-questions-answered", "question on membership answered",
        "questions on membership answered",
        "Every initiative is asked of every constituency whether it takes part; counted are the "
        "answers yes and no.",
        membership_questions, "questions",
    ),
    Indicator(
        "records-on-rural-economies", "record on rural economies", "records on rural economies",
        "Records that name the topic “rural economies”.",
        on_rural_economies,
    ),
    Indicator(
        "records-published", "record published", "records published",
        "Every published record of every kind.",
        every_record,
    ),
    Indicator(
        "research-sources", "source of data or research", "sources of data or research",
        "Distinct sources that something rests on and that are research, surveys or evaluations.",
        research_sources, "sources",
    ),
    Indicator(
        "events-listed", "event listed", "events listed",
        "Every published record of an event, past or to come.",
        records_of("event"),
    ),
    Indicator(
        "supply-chains-mapped", "supply chain mapped", "supply chains mapped",
        "Every published record of a supply chain with its stages and documented risks.",
        records_of("supply-chain"),
    ),
    Indicator(
        "toolkits-published", "toolkit published", "toolkits published",
        "The curated paths of this platform, each for one group of readers.",
        toolkits,
    ),
    Indicator(
        "pledges-with-a-computed-indicator", "pledge with a computed indicator",
        "pledges with a computed indicator",
        "Pledges of this plan that name at least one indicator which is counted here.",
        computed_pledges, "pledges",
    ),
    Indicator(
        "contributions-recorded", "contribution recorded", "contributions recorded",
        "Contributions that somebody offered to a pledge or a next step of this plan.",
        contributions,
    ),
)  # fmt: skip

BY_NAME: dict[str, Indicator] = {indicator.id: indicator for indicator in INDICATORS}
