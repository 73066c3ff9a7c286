"""How well a country and a chain fit each criterion, with the records that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from knowledge.analysis.priority_criteria import AT_MOST_TO_VERIFY, CRITERIA, FULL
from knowledge.analysis.priority_work import SOCIAL_PARTNERS, AtWork, Evidence, Work, work
from knowledge.kinds.country import CONVENTIONS, ConventionId, Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim
from knowledge.library import Library

#: So many records of a score are kept to be shown; all others are counted.
KEPT = 4
#: The conventions on forced labour and child labour, on which governments report to the ILO.
ON_THE_SUBJECT: tuple[ConventionId, ...] = ("C029", "C105", "C138", "C182")
#: The Protocol of 2014, a newer duty that a government takes on of its own will.
PROTOCOL: ConventionId = "P029"

_CONVENTION = re.compile("|".join(CONVENTIONS))


#: What one record or one claim says for a score.
Said = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to `FULL`, or None where nothing is recorded.

    `evidence` is what it was derived from, of the first few records; `more` counts the others.
    """

    criterion: str
    value: int | None
    evidence: tuple[Evidence, ...] = ()
    more: int = 0


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
    rights, cases = library.once(_of_countries)[country.id]
    made = {
        "coalitions": _coalitions(found),
        "social-partners": _social_partners(found),
        "low-capacity": _low_capacity(found, will),
        "willingness": will,
        "rights-systems": rights,
        "standards-cases": cases,
        "business-voice": _business_voice(found),
        "resources": _resources(found),
    }
    return tuple(made[criterion.id] for criterion in CRITERIA)


def _of_countries(library: Library) -> dict[str, tuple[Score, Score]]:
    """The scores that are the same for every chain of a country, by its id."""
    around = {e.id: _around(library.once(work), e, "") for e in library.all("country")}
    return {id_: (_rights_systems(a), _standards_cases(a)) for id_, a in around.items()}


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
    here = [one.coalition for one in found.here if one.coalition]
    some = [one.coalition for one in (*found.elsewhere, *found.on_chain) if one.coalition]
    return _score("coalitions", (FULL, here), (1, some))


def _social_partners(found: Around) -> Score:
    here = [one.partners for one in found.here if one.partners]
    sure = {partner for one in found.here for partner in one.sure_partners}
    full = here if len(sure) == len(SOCIAL_PARTNERS) else []
    some = [one.partners for one in found.elsewhere if one.partners]
    return _score("social-partners", (FULL, full), (1, [] if full else here), (1, some))


def _low_capacity(found: Around, will: Score) -> Score:
    enforcement = found.country.enforcement
    names = ("labour_inspectors_enough", "training_of_inspectors")
    claims = [(name, getattr(enforcement, name)) for name in names]
    said = [
        (name, claim) for name, claim in claims if claim is not None and claim.value is not None
    ]
    low = [_claim(found, "enforcement", name, claim=claim) for name, claim in said
           if not claim.value]  # fmt: skip
    asked = found.country.engagement.technical_assistance
    low += [
        _claim(found, "engagement", "technical_assistance", place, claim=claim)
        for place, claim in enumerate(asked)
        if claim.value
    ]
    if not low and len(said) == len(names):
        enough = [_claim(found, "enforcement", name, claim=claim) for name, claim in said]
        return _shown("low-capacity", 0, enough)
    willing = [will.evidence] if will.value else []
    return _score("low-capacity", (FULL, low + willing if low and willing else []), (1, low))


def _willingness(found: Around) -> Score:
    pathfinder = found.country.engagement.pathfinder
    full = []
    if pathfinder is not None and pathfinder.value:
        full.append(_claim(found, "engagement", "pathfinder", claim=pathfinder))
    full += [one.processes for one in found.here if one.processes]
    some = [one.processes for one in found.elsewhere if one.processes]
    protocol = found.country.conventions.get(PROTOCOL)
    if protocol is not None and protocol.value == "ratified":
        some.append(_claim(found, "conventions", PROTOCOL, claim=protocol))
    return _score("willingness", (FULL, full), (1, some))


def _rights_systems(found: Around) -> Score:
    told = {
        number: claim
        for number in ON_THE_SUBJECT
        if (claim := found.country.conventions.get(number)) and claim.value is not None
    }
    ratified = [
        _claim(found, "conventions", number, claim=claim)
        for number, claim in told.items()
        if claim.value == "ratified"
    ]
    regional = found.country.engagement.regional_body
    body = []
    if regional is not None and regional.value:
        body.append(_claim(found, "engagement", "regional_body", claim=regional))
    sure = [said for said in ratified if not said[0].to_verify]
    full = ratified + body if len(sure) == len(ON_THE_SUBJECT) else []
    if not ratified and not body and told:
        against = [
            _claim(found, "conventions", number, claim=claim) for number, claim in told.items()
        ]
        return _shown("rights-systems", 0, against)
    return _score("rights-systems", (FULL, full), (1, [] if full else ratified + body))


def _standards_cases(found: Around) -> Score:
    on, others = [], []
    for place, claim in enumerate(found.country.engagement.standards_committee_cases):
        numbers = set(_CONVENTION.findall(claim.value or ""))
        said = _claim(found, "engagement", "standards_committee_cases", place, claim=claim)
        if numbers & {*ON_THE_SUBJECT, PROTOCOL}:
            on.append(said)
        elif numbers:
            others.append(said)
    return _score("standards-cases", (FULL, on), (1, others))


def _business_voice(found: Around) -> Score:
    here = [one.business for one in found.here if one.business]
    some = [one.business for one in (*found.elsewhere, *found.on_chain) if one.business]
    for name in ("oecd_contact_point", "mne_focal_point"):
        claim = getattr(found.country.engagement, name)
        if claim is not None and claim.value:
            some.append(_claim(found, "engagement", name, claim=claim))
    return _score("business-voice", (FULL, here), (1, some))


def _resources(found: Around) -> Score:
    here = [one.money for one in found.here if one.money]
    some = [one.money for one in found.elsewhere if one.money]
    some += [
        _claim(found, "engagement", "funded_programmes", place, claim=claim)
        for place, claim in enumerate(found.country.engagement.funded_programmes)
        if claim.value
    ]
    return _score("resources", (FULL, here), (1, some))


def _claim(found: Around, *trail: str | int, claim: Claim[Any]) -> Said:
    return (Evidence(found.entry, trail, claim.state == "to-verify"),)


def _score(criterion: str, *steps: tuple[int, list[Said]]) -> Score:
    """The highest step with evidence that is sure enough for it. What is said at that step is
    shown, and what was said above it without being sure enough."""
    kept: list[Said] = []
    for value, said in steps:
        kept = kept + said if kept else said
        if said and (value <= AT_MOST_TO_VERIFY or _is_sure(said)):
            return _shown(criterion, value, kept)
    return _shown(criterion, AT_MOST_TO_VERIFY if kept else None, kept)


def _is_sure(said: list[Said]) -> bool:
    return any(not evidence.to_verify for one in said for evidence in one)


def _shown(criterion: str, value: int | None, said: list[Said]) -> Score:
    evidence = tuple(evidence for one in said[:KEPT] for evidence in one)
    return Score(criterion, value, evidence, max(len(said) - KEPT, 0))
