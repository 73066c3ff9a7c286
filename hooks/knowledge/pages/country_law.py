"""The tables of a country's page: what the law says, what others judged, what was ratified and
what is done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knowledge.drawings.year_bars import year_bars
from knowledge.kinds.country import (
    CONVENTIONS,
    LAW_GROUPS,
    Age,
    Assessments,
    ConventionId,
    Count,
    Country,
    Law,
)
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.claim_lines import claim_line, not_researched
from knowledge.pages.parts import ClaimGroup, ClaimLine, Heading
from knowledge.pages.wording import age_words, date_words, listed, value_words

#: The topics of `Enforcement` as a reader meets them. Every field stands here once.
ENFORCEMENT_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Labour inspection", (
        "labour_inspectors", "labour_inspectors_enough", "labour_inspectorate_funding",
        "inspections", "routine_inspections", "unannounced_inspections",
        "inspectors_may_impose_penalties", "training_of_inspectors",
    )),
    ("Violations and penalties", ("violations", "penalties_imposed", "penalties_collected")),
    ("Complaints and referral", ("complaint_mechanism", "referral_mechanism")),
    ("Criminal enforcement", (
        "criminal_investigations", "prosecutions", "convictions", "criminal_referral_mechanism",
    )),
    ("What falls short, as sources report", ("gaps_reported",)),
)  # fmt: skip

#: The topic of `Enforcement` whose numbers by year are drawn.
DRAWN = "labour_inspectors"


@dataclass(frozen=True, slots=True)
class ConventionLine:
    """A fundamental instrument: its number, its name, whether it is ratified and since when."""

    number: str
    name: str
    date: str
    claim: ClaimLine


@dataclass(frozen=True, slots=True)
class SuggestedActions:
    """How many actions an assessor suggests in an area, and where they can be read."""

    area: str
    claim: ClaimLine
    url: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """What others judged. `assessors` names them; `standards` are in the order of the law."""

    assessors: str
    standards: tuple[ClaimLine, ...]
    advancement: tuple[ClaimLine, ...]
    suggested_actions: tuple[SuggestedActions, ...]


def law_groups(country: Country, citing: Citing) -> tuple[ClaimGroup, ...]:
    """Every topic of the law, or nothing where nobody has researched any."""
    if not any(claims for _, claims in country.law):
        return ()
    return tuple(
        ClaimGroup(
            heading, tuple(line for topic in topics for line in law_lines(country, topic, citing))
        )
        for heading, topics in LAW_GROUPS
    )


def law_lines(country: Country, topic: str, citing: Citing) -> Iterable[ClaimLine]:
    """A topic of the law: a line for each area where the law differs, or that nobody has looked."""
    label, anchor = law_label(topic), law_anchor(topic)
    claims: list[Claim[Any]] = getattr(country.law, topic)
    if not claims:
        assessed = topic in country.assessments.standards
        pointer = Heading(_anchor("assessed", topic), "assessed by others") if assessed else None
        yield not_researched(label, anchor, pointer)
    for index, claim in enumerate(claims):
        yield claim_line(
            label,
            claim,
            citing,
            anchor=f"{anchor}-{index + 1}" if index else anchor,
            words=age_words if isinstance(claim, Age) else value_words,
            extra=_penalty(claim),
            with_basis=True,
        )


def law_label(topic: str) -> str:
    """The title of a topic of the law."""
    return str(Law.model_fields[topic].title)


def law_anchor(topic: str) -> str:
    """The id of the line of a topic of the law."""
    return _anchor("law", topic)


def _penalty(claim: Claim[Any]) -> str:
    penalty: str | None = getattr(claim, "penalty", None)
    return f"Penalty: {penalty}" if penalty else ""


def _anchor(part: str, field: str) -> str:
    return f"{part}-{field.replace('_', '-')}"


def assessed(entry: Entry, country: Country, library: Library, citing: Citing) -> Assessed | None:
    """What others judged, or None where nothing is recorded."""
    found: Assessments = country.assessments
    claims: list[Claim[Any]] = [
        *found.standards.values(), *found.advancement, *found.suggested_actions
    ]  # fmt: skip
    judging = list(found.standards.values()) or claims
    cited = [source for claim in judging for source in claim.source]
    if not claims:
        return None
    publishers = dict.fromkeys(library.source(entry, source).publisher for source in cited)
    order = [topic for _, topics in LAW_GROUPS for topic in topics]
    return Assessed(
        assessors=listed(list(publishers)),
        standards=tuple(
            claim_line(law_label(topic), judgement, citing, anchor=_anchor("assessed", topic))
            for topic, judgement in sorted(
                found.standards.items(), key=lambda item: order.index(item[0])
            )
        ),
        advancement=_advancement(found, citing),
        suggested_actions=tuple(
            SuggestedActions(
                area=claim.area or "",
                claim=claim_line("", claim, citing)._replace(area=""),
                url=next(filter(None, (library.source(entry, s).url for s in claim.source)), ""),
            )
            for claim in found.suggested_actions
        ),
    )


def _advancement(found: Assessments, citing: Citing) -> tuple[ClaimLine, ...]:
    """The levels from the newest year back; years in a row that say the same are one line."""
    lines: list[tuple[str, ClaimLine]] = []
    for claim in sorted(found.advancement, key=lambda c: c.as_of or "", reverse=True):
        year = date_words(claim.as_of) or "year not stated"
        line = claim_line("", claim, citing)
        last, same = lines[-1] if lines else ("", None)
        if same and same._replace(label="", as_of=line.as_of) == line:
            lines[-1] = (last, same._replace(label=f"{year} to {last}"))
        else:
            lines.append((year, line._replace(label=year)))
    return tuple(line for _, line in lines)


def conventions(country: Country, citing: Citing) -> tuple[ConventionLine, ...]:
    """All fundamental instruments, or nothing where nobody has looked up any."""
    if not country.conventions:
        return ()
    return tuple(convention_line(country, number, citing) for number in CONVENTIONS)


def convention_line(country: Country, number: ConventionId, citing: Citing) -> ConventionLine:
    """A fundamental instrument, ratified or not, or that nobody has looked it up."""
    found = country.conventions.get(number)
    age = age_words(found.specified_age) if found else ""
    return ConventionLine(
        number=number,
        name=CONVENTIONS[number],
        date=date_words(found.date) if found else "",
        claim=claim_line(
            number,
            found,
            citing,
            anchor=number.lower(),
            extra=f"Minimum age specified: {age}" if age else "",
        ),
    )


def enforcement_groups(country: Country, citing: Citing) -> tuple[ClaimGroup, ...]:
    """Every topic of enforcement, or nothing where none has been researched."""
    return field_groups(country.enforcement, ENFORCEMENT_GROUPS, citing, "enforcement")


def engagement_groups(country: Country, citing: Citing) -> tuple[ClaimGroup, ...]:
    """How a country engages with the Alliance and the ILO, or nothing where none is recorded."""
    everything = (("", tuple(type(country.engagement).model_fields)),)
    return field_groups(country.engagement, everything, citing, "engagement")


def field_groups(
    fields: Any,
    groups: tuple[tuple[str, tuple[str, ...]], ...],
    citing: Citing,
    part: str,
) -> tuple[ClaimGroup, ...]:
    """The claims of a group of fields as groups of lines, or nothing where there is no claim."""
    if not any(getattr(fields, name) for _, names in groups for name in names):
        return ()
    return tuple(
        ClaimGroup(
            heading,
            tuple(line for name in names for line in field_lines(fields, name, citing, part)),
        )
        for heading, names in groups
    )


def field_lines(fields: Any, name: str, citing: Citing, part: str) -> Iterable[ClaimLine]:
    """A field of a group: a line for each of its claims, or that nobody has looked."""
    label, anchor = str(type(fields).model_fields[name].title), _anchor(part, name)
    value = getattr(fields, name)
    if not value:
        yield not_researched(label, anchor)
    for index, claim in enumerate(value if isinstance(value, list) else [value]):
        if claim is not None:
            anchored = f"{anchor}-{index + 1}" if index else anchor
            yield claim_line(label, claim, citing, anchor=anchored, extra=_earlier(name, claim))


def counts_by_year(count: Count) -> dict[str, int]:
    """The numbers of a count by year, its own year among them."""
    newest = {count.as_of[:4]: count.value} if count.as_of and count.value is not None else {}
    return {**count.by_year, **newest}


def _earlier(name: str, claim: Claim[Any]) -> str:
    """The numbers of other years, in words, where no drawing shows them."""
    if not isinstance(claim, Count) or not claim.by_year:
        return ""
    if name == DRAWN and year_bars(name, name, counts_by_year(claim)):
        return ""
    told = [f"{value_words(number)} in {year}" for year, number in sorted(claim.by_year.items())]
    return f"Other years: {listed(told)}"
