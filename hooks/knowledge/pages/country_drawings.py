"""What a country's page derives from the recorded law: gaps, the age line, bars by year."""

from __future__ import annotations

from knowledge.analysis.law_gaps import RULES, Gap, age
from knowledge.drawings.age_line import AgeLine, LegalAge, age_line
from knowledge.drawings.year_bars import YearBars, year_bars
from knowledge.kinds.country import Country, LawTopic
from knowledge.pages.country_law import counts_by_year, law_anchor, law_label
from knowledge.pages.country_view import GapLine
from knowledge.pages.parts import Heading


def gap_line(gap: Gap) -> GapLine:
    """A derived gap with the rule that found it and the lines it rests on."""
    rule = next(rule for rule in RULES if rule.id == gap.id)
    return GapLine(
        standard=gap.standard,
        sentence=gap.sentence,
        explanation=gap.explanation,
        is_weak=gap.strength == "weak",
        compares=rule.compares,
        rests_on=tuple(Heading(law_anchor(topic), law_label(topic)) for topic in gap.topics),
    )


def legal_ages(country: Country, *, id: str = "age-line") -> AgeLine | None:  # noqa: A002
    """The age line, from the ages that the law states or that are still to be verified.

    `id` must be unique on the page.
    """

    def legal(topic: LawTopic) -> LegalAge | None:
        claim = age(country, topic)
        if claim is None or claim.value is None:
            return None
        unsure = claim.state == "to-verify"
        others = dict.fromkeys(reading.value for reading in claim.also)
        others.pop(claim.value, None)
        return LegalAge(claim.value, unsure, tuple(others))

    return age_line(
        country.title,
        legal("compulsory_education_from"),
        legal("compulsory_education_to"),
        legal("minimum_age_work"),
        legal("minimum_age_hazardous_work"),
        id=id,
    )


def inspectors(country: Country) -> YearBars | None:
    """The number of labour inspectors by year, where there is more than one year."""
    count = country.enforcement.labour_inspectors
    if count is None:
        return None
    told = f"Labour inspectors in {country.title}"
    return year_bars("inspectors", told, counts_by_year(count))
