"""How well a country and a chain fit each criterion, with the records that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knowledge.analysis.priority_criteria import AT_MOST_TO_VERIFY, CRITERIA, FULL
from knowledge.analysis.priority_work import AtWork, Evidence, Work, work
from knowledge.kinds.country import CONVENTIONS, ConventionId, Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim
from knowledge.library import Library

#: Who speaks for each side in the dialogue between employers and workers.
SOCIAL_PARTNERS = ("trade-unions", "employers-organisations")
#: Whose voice is that of business.
BUSINESS = ("companies", "small-enterprises", "employers-organisations")
#: So many constituencies make a coalition. Our own choice: the fewest that are more than one.
COALITION = 2
#: The conventions on forced labour and child labour, on which governments report to the ILO.
ON_THE_SUBJECT: tuple[ConventionId, ...] = ("C029", "C105", "C138", "C182")
#: The Protocol of 2014, a newer duty that a government takes on of its own will.
PROTOCOL: ConventionId = "P029"

_CONVENTION = re.compile("|".join(CONVENTIONS))


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to `FULL`, or None where nothing is recorded, and what it was derived from."""

    criterion: str
    value: int | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What the scores of a pair are made from."""

    entry: Entry
    country: Country
    here: tuple[Work, ...]
    elsewhere: tuple[Work, ...]
    on_chain: tuple[Work, ...]


def scores(library: Library, country: Entry, chain: str) -> tuple[Score, ...]:
    """The scores of a country and a chain, in the order of the criteria."""
    found = _around(library.once(work), country, chain)
    will = _willingness(found)
    made = {
        "coalitions": _coalitions(found),
        "social-partners": _social_partners(found),
        "low-capacity": _low_capacity(found, will),
        "willingness": will,
        "rights-systems": _rights_systems(found),
        "standards-cases": _standards_cases(found),
        "business-voice": _business_voice(found),
        "resources": _resources(found),
    }
    return tuple(made[criterion.id] for criterion in CRITERIA)


def _around(at_work: AtWork, entry: Entry, chain: str) -> Around:
    if not isinstance(entry.record, Country):
        raise TypeError(f"{entry.path} is not the record of a country")
    here = at_work.on_pair.get((entry.id, chain), ())
    named = {one.entry.address for one in here}
    elsewhere = at_work.in_country.get(entry.id, ())
    return Around(
        entry,
        entry.record,
        here,
        tuple(one for one in elsewhere if one.entry.address not in named),
        at_work.on_chain.get(chain, ()),
    )


def _coalitions(found: Around) -> Score:
    def of(works: Iterable[Work]) -> list[Evidence]:
        kept = []
        for one in works:
            told = list(one.constituencies.values())
            sure = [evidence for evidence in told if not evidence.to_verify]
            if len(sure) >= COALITION:
                kept += sure
            elif len(told) >= COALITION:
                kept += [evidence for evidence in told if evidence.to_verify]
        return kept

    others = of(found.elsewhere) + of(found.on_chain)
    return _score("coalitions", (FULL, of(found.here)), (1, others))


def _social_partners(found: Around) -> Score:
    here = _of(found.here, SOCIAL_PARTNERS)
    sure = {
        partner
        for one in found.here
        for partner in SOCIAL_PARTNERS
        if partner in one.constituencies and not one.constituencies[partner].to_verify
    }
    full = here if len(sure) == len(SOCIAL_PARTNERS) else []
    others = _of(found.elsewhere, SOCIAL_PARTNERS)
    return _score("social-partners", (FULL, full), (1, here + others))


def _low_capacity(found: Around, will: Score) -> Score:
    enforcement = found.country.enforcement
    names = ("labour_inspectors_enough", "training_of_inspectors")
    claims = [(name, getattr(enforcement, name)) for name in names]
    said = [
        (name, claim) for name, claim in claims if claim is not None and claim.value is not None
    ]
    low = [
        _evidence(found, "enforcement", name, claim=claim)
        for name, claim in said
        if not claim.value
    ]
    asked = found.country.engagement.technical_assistance
    low += [
        _evidence(found, "engagement", "technical_assistance", place, claim=claim)
        for place, claim in enumerate(asked)
        if claim.value
    ]
    if not low and len(said) == len(names):
        enough = tuple(_evidence(found, "enforcement", name, claim=claim) for name, claim in said)
        return Score("low-capacity", 0, enough)
    willing = list(will.evidence) if will.value else []
    return _score("low-capacity", (FULL, low + willing if low and willing else []), (1, low))


def _willingness(found: Around) -> Score:
    pathfinder = found.country.engagement.pathfinder
    full = []
    if pathfinder is not None and pathfinder.value:
        full.append(_evidence(found, "engagement", "pathfinder", claim=pathfinder))
    full += [one.processes for one in found.here if one.processes]
    some = [one.processes for one in found.elsewhere if one.processes]
    protocol = found.country.conventions.get(PROTOCOL)
    if protocol is not None and protocol.value == "ratified":
        some.append(_evidence(found, "conventions", PROTOCOL, claim=protocol))
    return _score("willingness", (FULL, full), (1, some))


def _rights_systems(found: Around) -> Score:
    told = {
        number: claim
        for number in ON_THE_SUBJECT
        if (claim := found.country.conventions.get(number)) and claim.value is not None
    }
    ratified = [
        _evidence(found, "conventions", number, claim=claim)
        for number, claim in told.items()
        if claim.value == "ratified"
    ]
    regional = found.country.engagement.regional_body
    body = []
    if regional is not None and regional.value:
        body.append(_evidence(found, "engagement", "regional_body", claim=regional))
    sure = [evidence for evidence in ratified if not evidence.to_verify]
    all_four = len(sure) == len(ON_THE_SUBJECT)
    score = _score("rights-systems", (FULL, ratified + body if all_four else []),
                   (1, ratified + body))  # fmt: skip
    if score.value is None and told:
        against = (_evidence(found, "conventions", number, claim=claim)
                   for number, claim in told.items())  # fmt: skip
        return Score("rights-systems", 0, tuple(against))
    return score


def _standards_cases(found: Around) -> Score:
    on, others = [], []
    for place, claim in enumerate(found.country.engagement.standards_committee_cases):
        numbers = set(_CONVENTION.findall(claim.value or ""))
        evidence = _evidence(found, "engagement", "standards_committee_cases", place, claim=claim)
        if numbers & {*ON_THE_SUBJECT, PROTOCOL}:
            on.append(evidence)
        elif numbers:
            others.append(evidence)
    return _score("standards-cases", (FULL, on), (1, others))


def _business_voice(found: Around) -> Score:
    some = _of(found.elsewhere, BUSINESS) + _of(found.on_chain, BUSINESS)
    for name in ("oecd_contact_point", "mne_focal_point"):
        claim = getattr(found.country.engagement, name)
        if claim is not None and claim.value:
            some.append(_evidence(found, "engagement", name, claim=claim))
    return _score("business-voice", (FULL, _of(found.here, BUSINESS)), (1, some))


def _resources(found: Around) -> Score:
    here = [evidence for one in found.here for evidence in one.money]
    some = [evidence for one in found.elsewhere for evidence in one.money]
    some += [
        _evidence(found, "engagement", "funded_programmes", place, claim=claim)
        for place, claim in enumerate(found.country.engagement.funded_programmes)
        if claim.value
    ]
    return _score("resources", (FULL, here), (1, some))


def _of(works: Iterable[Work], constituencies: tuple[str, ...]) -> list[Evidence]:
    return [
        one.constituencies[name]
        for one in works
        for name in constituencies
        if name in one.constituencies
    ]


def _evidence(found: Around, *trail: str | int, claim: Claim[Any]) -> Evidence:
    return Evidence(found.entry, trail, claim.state == "to-verify")


def _score(criterion: str, *steps: tuple[int, list[Evidence]]) -> Score:
    """The highest step with evidence that is sure enough for it; all evidence of that step and of
    those above it is shown."""
    kept: list[Evidence] = []
    for value, evidence in steps:
        kept += evidence
        if evidence and (value <= AT_MOST_TO_VERIFY or not all(e.to_verify for e in evidence)):
            return Score(criterion, value, _each_once(kept))
    return Score(criterion, AT_MOST_TO_VERIFY if kept else None, _each_once(kept))


def _each_once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(one.entry.address, one.trail): one for one in evidence}.values())
