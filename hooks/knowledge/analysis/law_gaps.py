"""Where the law of a country, as recorded, falls short of an international standard or of itself.

The standards are applied alike to every state, whether or not it has ratified the instrument.

A gap is derived, never typed in. Each rule stands in `RULES` with the standard it measures
against, so that it can be argued with; pages print the rule beside what it found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from knowledge.kinds.country import Age, Country, LawTopic
from knowledge.kinds.fields import Claim

#: Convention No. 138: not less than 15, nor than the end of compulsory schooling (Art. 2(3));
#: 14 where economy and schools are insufficiently developed (Art. 2(4)); 18 for hazardous work
#: (Art. 3(1)), from 16 under conditions (Art. 3(3)); light work from 13, or 12 (Art. 7(1), 7(4)).
GENERAL_AGE, GENERAL_AGE_DEVELOPING = 15, 14
HAZARDOUS_AGE, HAZARDOUS_AGE_CONDITIONAL = 18, 16
LIGHT_AGE, LIGHT_AGE_DEVELOPING = 13, 12
#: Convention No. 182, Art. 3(a): no forced or compulsory recruitment of anyone under 18 for use
#: in armed conflict. Optional Protocol to the Convention on the Rights of the Child on the
#: involvement of children in armed conflict, Art. 2: no compulsory recruitment under 18 at all.
COMPULSORY_RECRUITMENT_AGE = 18


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: the rule that found it, the standard, a sentence, and what it rests on.

    `strength` is "weak" where a reading it rests on is still `to_verify`, or where the standard
    itself leaves room.
    """

    id: str
    standard: str
    sentence: str
    explanation: str
    strength: Literal["gap", "weak"]
    topics: tuple[LawTopic, ...]
    to_verify: bool = False


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
    """The claim that gives an age for a topic in the whole country, or the only one there is."""
    claims: list[Age] = getattr(country.law, topic)
    national = [claim for claim in claims if claim.area is None]
    valued = [c for c in national or (claims if len(claims) == 1 else []) if c.value is not None]
    return valued[0] if valued else None


def years(value: float) -> str:
    """A number of completed years in words: `15`, `17½`, `½`."""
    whole = int(value)
    return f"{whole or ''}½" if value - whole == 0.5 else f"{value:g}"


def _ages(country: Country, *topics: LawTopic) -> Iterator[tuple[tuple[float, Age], ...]]:
    """The ages of topics, with their claims, that hold together: once for the whole country and
    once for each area with a claim of its own, where what has none is as in the whole country."""
    told: list[dict[str | None, Age]] = [
        {claim.area: claim for claim in getattr(country.law, topic)} for topic in topics
    ]
    for area in dict.fromkeys(area for claims in told for area in claims):
        held = [claims.get(area, claims.get(None)) for claims in told]
        found = tuple((c.value, c) for c in held if c is not None and c.value is not None)
        if len(found) == len(topics):
            yield found


def _school_before_work(rule: GapRule, country: Country) -> Iterator[Gap]:
    for (school_to, school), (work_from, work) in _ages(
        country, "compulsory_education_to", "minimum_age_work"
    ):
        if school_to < work_from:
            yield _gap(
                rule,
                f"A child may leave school at {years(school_to)} but not work before "
                f"{years(work_from)}",
                f"{_span(school_to, work_from)} with neither a duty to attend school nor a right "
                "to ordinary work. The Convention does not forbid that; the Recommendation asks "
                "for school or training at least up to the minimum age for work.",
                school,
                work,
                topics=("compulsory_education_to", "minimum_age_work"),
            )


def _work_before_school_ends(rule: GapRule, country: Country) -> Iterator[Gap]:
    for (school_to, school), (work_from, work) in _ages(
        country, "compulsory_education_to", "minimum_age_work"
    ):
        if work_from < school_to:
            yield _gap(
                rule,
                f"A child may work at {years(work_from)} but must attend school until "
                f"{years(school_to)}",
                "The minimum age must not be less than the age at which compulsory schooling is "
                "completed. The record may state conditions that keep work outside school hours.",
                school,
                work,
                topics=("minimum_age_work", "compulsory_education_to"),
            )


def _minimum_age(rule: GapRule, country: Country) -> Iterator[Gap]:
    for ((work_from, work),) in _ages(country, "minimum_age_work"):
        if work_from >= GENERAL_AGE:
            continue
        asked = (
            f"The convention asks for {GENERAL_AGE}, or {GENERAL_AGE_DEVELOPING} as a first step."
        )
        weak = work_from >= GENERAL_AGE_DEVELOPING
        if weak:
            asked = (
                f"The convention asks for {GENERAL_AGE}; {GENERAL_AGE_DEVELOPING} is allowed where "
                "the economy and schools are insufficiently developed, as a first step"
            )
            ratified = country.conventions.get("C138")
            said = ratified is not None and ratified.specified_age == GENERAL_AGE_DEVELOPING
            asked += ", and is the age that was specified on ratifying it." if said else "."
        told = f"The minimum age for work is {years(work_from)}"
        yield _gap(rule, told, asked, work, topics=("minimum_age_work",), weak=weak)


def _specified_age(rule: GapRule, country: Country) -> Iterator[Gap]:
    ratified = country.conventions.get("C138")
    if ratified is None or ratified.value != "ratified" or ratified.specified_age is None:
        return
    for ((work_from, work),) in _ages(country, "minimum_age_work"):
        if work_from < ratified.specified_age:
            yield _gap(
                rule,
                f"The law allows work at {years(work_from)}; the age specified on ratifying the "
                f"convention is {years(ratified.specified_age)}",
                "No one under the specified age may be admitted to employment or work, apart from "
                "the exceptions of Articles 4 to 8, such as light work and training.",
                work,
                ratified,
                topics=("minimum_age_work",),
            )


def _hazardous_age(rule: GapRule, country: Country) -> Iterator[Gap]:
    for ((value, hazardous),) in _ages(country, "minimum_age_hazardous_work"):
        if value < HAZARDOUS_AGE:
            yield _gap(
                rule,
                f"Hazardous work is allowed from {years(value)}",
                f"The convention asks for {HAZARDOUS_AGE}. From {HAZARDOUS_AGE_CONDITIONAL} it may "
                "be authorised, after consulting employers and workers, only where health, safety "
                "and morals are fully protected and the young people have been instructed or "
                "trained.",
                hazardous,
                topics=("minimum_age_hazardous_work",),
                weak=value >= HAZARDOUS_AGE_CONDITIONAL,
            )


def _light_work(rule: GapRule, country: Country) -> Iterator[Gap]:
    for ((value, light),) in _ages(country, "minimum_age_light_work"):
        if value < LIGHT_AGE:
            yield _gap(
                rule,
                f"Light work is allowed from {years(value)}",
                f"The convention allows light work from {LIGHT_AGE}, or from "
                f"{LIGHT_AGE_DEVELOPING} where the general minimum age is "
                f"{GENERAL_AGE_DEVELOPING}.",
                light,
                topics=("minimum_age_light_work",),
                weak=value >= LIGHT_AGE_DEVELOPING,
            )


def _compulsory_recruitment(rule: GapRule, country: Country) -> Iterator[Gap]:
    for ((value, drafted),) in _ages(country, "recruitment_compulsory"):
        if value < COMPULSORY_RECRUITMENT_AGE:
            yield _gap(
                rule,
                f"Compulsory recruitment into the armed forces begins at {years(value)}",
                "The Optional Protocol bars compulsory recruitment under "
                f"{COMPULSORY_RECRUITMENT_AGE}; where it is for use in armed conflict, it is also "
                "one of the worst forms of child labour.",
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
                says = "is silent on" if claim.state == "silent" else "does not prohibit"
                yield _gap(
                    rule,
                    f"The law {says}: {title.lower()}",
                    "Under the instruments named, each of these must be prohibited, with penal or "
                    "other sanctions.",
                    claim,
                    topics=(topic,),
                )


def _gap(
    rule: GapRule,
    sentence: str,
    explanation: str,
    *rests_on: Claim[Any],
    topics: tuple[LawTopic, ...],
    weak: bool = False,
) -> Gap:
    """A gap; the sentence comes without its full stop, and the area of a claim joins it."""
    areas = ", ".join(dict.fromkeys(claim.area for claim in rests_on if claim.area))
    sentence += f" ({areas})." if areas else "."
    unsure = any(claim.state == "to-verify" for claim in rests_on)
    if unsure:
        explanation += " It rests on a reading that is still to be verified."
    strength: Literal["gap", "weak"] = "weak" if weak or unsure else "gap"
    return Gap(rule.id, rule.standard, sentence, explanation, strength, topics, unsure)


def _span(start: float, end: float) -> str:
    known = {0.5: "Half a year", 1: "One year"}
    return known.get(end - start, f"{years(end - start)} years")


RULES: tuple[GapRule, ...] = (
    GapRule(
        "school-ends-before-work", "Minimum Age Recommendation (No. 146), para. 4",
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
        "compulsory-recruitment",
        "Optional Protocol on children in armed conflict, Art. 2; C182, Art. 3(a)",
        f"the age of compulsory recruitment with {COMPULSORY_RECRUITMENT_AGE}",
        _compulsory_recruitment,
    ),
    GapRule(
        "not-prohibited",
        "C029, Art. 1 and 25; P029, Art. 1; C182, Art. 1, 3 and 7; Palermo Protocol, Art. 5; "
        "Optional Protocol on children in armed conflict, Art. 4",
        "each prohibition with “not prohibited” and “the law is silent”", _not_prohibited,
    ),
)  # fmt: skip
