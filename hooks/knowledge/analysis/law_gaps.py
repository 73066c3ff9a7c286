"""Where the law of a country, as recorded, falls short of a convention or of itself.

A gap is derived, never typed in. Each rule stands in `RULES` with the standard it measures
against, so that it can be argued with; pages print the rule beside what it found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.kinds.country import Age, Country, LawTopic

#: Convention No. 138: not less than 15, nor than the end of compulsory schooling (Art. 2(3));
#: 14 where economy and schools are insufficiently developed (Art. 2(4)); 18 for hazardous work
#: (Art. 3(1)), from 16 under conditions (Art. 3(3)); light work from 13, or 12 (Art. 7(1), 7(4)).
GENERAL_AGE, GENERAL_AGE_DEVELOPING = 15, 14
HAZARDOUS_AGE, HAZARDOUS_AGE_CONDITIONAL = 18, 16
LIGHT_AGE, LIGHT_AGE_DEVELOPING = 13, 12
#: Convention No. 182, Art. 3(a), and its Recommendation: no forced or compulsory recruitment of
#: anyone under 18 for use in armed conflict.
COMPULSORY_RECRUITMENT_AGE = 18


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: the rule that found it, the standard, a sentence, and what it rests on.

    `strength` is "weak" where a reading it rests on is still to be verified, or where the
    standard itself leaves room.
    """

    id: str
    standard: str
    sentence: str
    explanation: str
    strength: Literal["gap", "weak"]
    topics: tuple[LawTopic, ...]


@dataclass(frozen=True, slots=True)
class GapRule:
    """A rule that finds gaps: its id, the standard, and what it compares, in words."""

    id: str
    standard: str
    compares: str
    find: Callable[[GapRule, Country], Iterator[Gap]]


def law_gaps(country: Country) -> list[Gap]:
    """The gaps of a country's recorded law, in the order of `RULES`."""
    return [gap for rule in RULES for gap in rule.find(rule, country)]


def age(country: Country, topic: LawTopic) -> Age | None:
    """The claim for the whole country that gives an age for a topic, if there is one."""
    claims: list[Age] = getattr(country.law, topic)
    national = [claim for claim in claims if claim.area is None]
    valued = [claim for claim in national or claims[:1] if claim.value is not None]
    return valued[0] if valued else None


def years(value: float) -> str:
    """An age in words: `15`, `17½`."""
    whole = int(value)
    return f"{whole}½" if value - whole == 0.5 else f"{value:g}"


def _school_before_work(rule: GapRule, country: Country) -> Iterator[Gap]:
    school, work = age(country, "compulsory_education_to"), age(country, "minimum_age_work")
    if school is None or work is None or school.value is None or work.value is None:
        return
    if school.value < work.value:
        yield _gap(
            rule,
            f"A child may leave school at {years(school.value)} but not work before "
            f"{years(work.value)}.",
            f"{_span(school.value, work.value)} with neither a duty to attend school nor a right "
            "to work; children in those years are the likeliest to work unlawfully.",
            school,
            work,
            topics=("compulsory_education_to", "minimum_age_work"),
        )


def _work_before_school_ends(rule: GapRule, country: Country) -> Iterator[Gap]:
    school, work = age(country, "compulsory_education_to"), age(country, "minimum_age_work")
    if school is None or work is None or school.value is None or work.value is None:
        return
    if work.value < school.value:
        yield _gap(
            rule,
            f"A child may work at {years(work.value)} but must attend school until "
            f"{years(school.value)}.",
            "The minimum age should not be less than the age of completion of compulsory "
            "schooling. The record may state conditions that keep work outside school hours.",
            school,
            work,
            topics=("minimum_age_work", "compulsory_education_to"),
        )


def _minimum_age(rule: GapRule, country: Country) -> Iterator[Gap]:
    work = age(country, "minimum_age_work")
    if work is None or work.value is None or work.value >= GENERAL_AGE:
        return
    if work.value >= GENERAL_AGE_DEVELOPING:
        yield _gap(
            rule,
            f"The minimum age for work is {years(work.value)}.",
            f"The convention asks for {GENERAL_AGE}; {GENERAL_AGE_DEVELOPING} is allowed where the "
            "economy and schools are insufficiently developed, as a first step.",
            work,
            topics=("minimum_age_work",),
            weak=True,
        )
    else:
        yield _gap(
            rule,
            f"The minimum age for work is {years(work.value)}.",
            f"The convention asks for {GENERAL_AGE}, or {GENERAL_AGE_DEVELOPING} as a first step.",
            work,
            topics=("minimum_age_work",),
        )


def _specified_age(rule: GapRule, country: Country) -> Iterator[Gap]:
    work, ratified = age(country, "minimum_age_work"), country.conventions.get("C138")
    if work is None or work.value is None or ratified is None or ratified.specified_age is None:
        return
    if work.value < ratified.specified_age:
        yield _gap(
            rule,
            f"The law allows work at {years(work.value)}; the age specified on ratifying the "
            f"convention is {years(ratified.specified_age)}.",
            "No one under the specified age is to be admitted to employment or work.",
            work,
            topics=("minimum_age_work",),
            weak=ratified.state == "to-verify",
        )


def _hazardous_age(rule: GapRule, country: Country) -> Iterator[Gap]:
    hazardous = age(country, "minimum_age_hazardous_work")
    if hazardous is None or hazardous.value is None or hazardous.value >= HAZARDOUS_AGE:
        return
    yield _gap(
        rule,
        f"Hazardous work is allowed from {years(hazardous.value)}.",
        f"The convention asks for {HAZARDOUS_AGE}. From {HAZARDOUS_AGE_CONDITIONAL} it may be "
        "authorised only where health, safety and morals are fully protected and the young "
        "people have been instructed or trained.",
        hazardous,
        topics=("minimum_age_hazardous_work",),
        weak=hazardous.value >= HAZARDOUS_AGE_CONDITIONAL,
    )


def _light_work(rule: GapRule, country: Country) -> Iterator[Gap]:
    light = age(country, "minimum_age_light_work")
    if light is None or light.value is None or light.value >= LIGHT_AGE:
        return
    yield _gap(
        rule,
        f"Light work is allowed from {years(light.value)}.",
        f"The convention allows light work from {LIGHT_AGE}, or from {LIGHT_AGE_DEVELOPING} where "
        f"the general minimum age is {GENERAL_AGE_DEVELOPING}.",
        light,
        topics=("minimum_age_light_work",),
        weak=light.value >= LIGHT_AGE_DEVELOPING,
    )


def _compulsory_recruitment(rule: GapRule, country: Country) -> Iterator[Gap]:
    drafted = age(country, "recruitment_compulsory")
    if drafted is None or drafted.value is None or drafted.value >= COMPULSORY_RECRUITMENT_AGE:
        return
    yield _gap(
        rule,
        f"Compulsory recruitment into the armed forces begins at {years(drafted.value)}.",
        "Forced or compulsory recruitment of anyone under 18 for use in armed conflict is one of "
        "the worst forms of child labour.",
        drafted,
        topics=("recruitment_compulsory",),
    )


def _not_prohibited(rule: GapRule, country: Country) -> Iterator[Gap]:
    topics: tuple[LawTopic, ...] = (
        "forced_labour", "debt_bondage", "slavery_like_practices", "trafficking_in_persons",
        "child_trafficking", "commercial_sexual_exploitation", "illicit_activities",
        "recruitment_non_state",
    )  # fmt: skip
    for topic in topics:
        title = str(type(country.law).model_fields[topic].title)
        for claim in getattr(country.law, topic):
            if claim.value == "not-prohibited" or claim.state == "silent":
                where = f" ({claim.area})" if claim.area else ""
                says = "is silent on" if claim.state == "silent" else "does not prohibit"
                yield Gap(
                    rule.id,
                    rule.standard,
                    f"The law {says}: {title.lower()}{where}.",
                    "Each of these is a crime to be prohibited under the conventions named.",
                    "weak" if claim.state == "to-verify" else "gap",
                    (topic,),
                )


def _gap(
    rule: GapRule,
    sentence: str,
    explanation: str,
    *rests_on: Age,
    topics: tuple[LawTopic, ...],
    weak: bool = False,
) -> Gap:
    unsure = any(claim.state == "to-verify" for claim in rests_on)
    if unsure:
        explanation += " It rests on a reading that is still to be verified."
    strength: Literal["gap", "weak"] = "weak" if weak or unsure else "gap"
    return Gap(rule.id, rule.standard, sentence, explanation, strength, topics)


def _span(start: float, end: float) -> str:
    return "One year" if end - start == 1 else f"{years(end - start)} years"


RULES: tuple[GapRule, ...] = (
    GapRule(
        "school-ends-before-work", "C138, Art. 2(3), and Recommendation No. 146, para. 4",
        "the end of compulsory schooling with the minimum age for work", _school_before_work,
    ),
    GapRule(
        "work-before-school-ends", "C138, Art. 2(3)",
        "the minimum age for work with the end of compulsory schooling", _work_before_school_ends,
    ),
    GapRule(
        "minimum-age", "C138, Art. 2(3) and 2(4)",
        f"the minimum age for work with {GENERAL_AGE} ({GENERAL_AGE_DEVELOPING} as a first step)",
        _minimum_age,
    ),
    GapRule(
        "specified-age", "C138, Art. 2(1)",
        "the minimum age for work with the age specified on ratification", _specified_age,
    ),
    GapRule(
        "hazardous-age", "C138, Art. 3; C182, Art. 3(d)",
        f"the age for hazardous work with {HAZARDOUS_AGE}", _hazardous_age,
    ),
    GapRule(
        "light-work", "C138, Art. 7(1) and 7(4)",
        f"the age for light work with {LIGHT_AGE} ({LIGHT_AGE_DEVELOPING} as a first step)",
        _light_work,
    ),
    GapRule(
        "compulsory-recruitment", "C182, Art. 3(a)",
        f"the age of compulsory recruitment with {COMPULSORY_RECRUITMENT_AGE}",
        _compulsory_recruitment,
    ),
    GapRule(
        "not-prohibited", "C029, Art. 1 and 25; C182, Art. 1, 3 and 7",
        "each prohibition with “not prohibited” and “the law is silent”", _not_prohibited,
    ),
)  # fmt: skip
