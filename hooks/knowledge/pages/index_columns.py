"""The columns of each kind's index page. A new kind adds its entry to `INDEXES`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from knowledge.analysis.chain_action import action_in
from knowledge.analysis.chain_risks import places, risks_of
from knowledge.analysis.law_gaps import law_gaps, years
from knowledge.analysis.regions import region_of
from knowledge.kinds.country import Age, ConventionId, Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library
from knowledge.pages.index_cells import Cell, Column, Index, name, name_and_summary, names, terms
from knowledge.pages.initiative import initiative_title
from knowledge.pages.marks import evidence_mark, state_mark, tier_mark
from knowledge.pages.related import country_names
from knowledge.pages.wording import date_words, listed, value_words


def _region(library: Library, entry: Entry) -> Cell:
    if cast(Country, entry.record).jurisdiction == "union":
        return Cell("Union of states")
    region = region_of(library, entry)
    return Cell(region.name if region else "")


def _legal_age(topic: str) -> Callable[[Library, Entry], Cell]:
    def cell(_: Library, entry: Entry) -> Cell:
        claims: list[Age] = getattr(cast(Country, entry.record).law, topic)
        national = [claim for claim in claims if claim.area is None]
        return _age(national[:1]) if national else _age(claims)

    return cell


def _age(claims: list[Age]) -> Cell:
    """One claim, with its other readings while it is unsettled; or, as a range, one an area."""
    if not claims:
        return Cell()
    values = [claim.value for claim in claims]
    unsettled = [claim for claim in claims if claim.state == "to-verify"]
    values += [reading.value for claim in unsettled for reading in claim.also]
    ages = sorted({value for value in values if value is not None})
    by_area = len(claims) > 1
    states = [claim.state for claim in claims if claim.state != "stated"]
    if by_area and len(ages) > 1:
        text = f"{years(ages[0])} to {years(ages[-1])}"
    else:
        text = listed([years(age) for age in ages], "or")
    return Cell(
        text,
        note="differs by area" if by_area else claims[0].area or "",
        sort=f"{ages[0]:g}" if ages else "",
        state=state_mark(states[0]) if states else None,
    )


def _convention(number: ConventionId) -> Callable[[Library, Entry], Cell]:
    def cell(_: Library, entry: Entry) -> Cell:
        ratification = cast(Country, entry.record).conventions.get(number)
        if ratification is None:
            return Cell()
        age = ratification.specified_age
        told = [value_words(ratification.value), years(age) if age is not None else ""]
        marked = ratification.state != "stated"
        return Cell(
            ",\u00a0".join(word for word in told if word),
            state=state_mark(ratification.state) if marked else None,
        )

    return cell


def _goods_listed(library: Library, entry: Entry) -> Cell:
    country = cast(Country, entry.record)
    return Cell(str(len(library.goods_of(country.iso3)))) if country.iso3 else Cell()


def _gaps(_: Library, entry: Entry) -> Cell:
    country = cast(Country, entry.record)
    researched = bool(country.law.model_fields_set)
    gaps = law_gaps(country)
    unsure = sum(gap.to_verify for gap in gaps)
    note = f"{unsure} to verify" if unsure else ""
    return Cell(str(len(gaps)), note=note, is_gap=bool(gaps)) if researched else Cell()


def _reviewed(_: Library, entry: Entry) -> Cell:
    day = entry.record.reviewed
    return Cell(date_words(day), sort=day.isoformat()) if day else Cell()


def _tiers(library: Library, entry: Entry) -> Cell:
    mark = tier_mark(library, cast(Practice | Initiative, entry.record).tiers)
    if mark is None:
        return Cell()
    # The deepest tier sorts; among equals the one that reaches more of the chain.
    deepest = max(place for place, reached in enumerate(mark.nodes, 1) if reached)
    return Cell(mark.words, sort=f"{deepest}{sum(mark.nodes)}", tiers=mark)


def _practice_countries(library: Library, entry: Entry) -> Cell:
    return names(country_names(cast(Practice, entry.record).countries, library))


def _evidence(library: Library, entry: Entry) -> Cell:
    evidence = cast(Practice, entry.record).evidence
    if evidence is None:
        return Cell()
    mark = evidence_mark(library, evidence.grade)
    return Cell(mark.word, sort=str(mark.bars), evidence=mark)


def _initiative_name(_: Library, entry: Entry) -> Cell:
    initiative = cast(Initiative, entry.record)
    return Cell(initiative_title(initiative), entry.address, note=initiative.summary)


def _initiative_type(library: Library, entry: Entry) -> Cell:
    return Cell(library.term("initiative-types", cast(Initiative, entry.record).type).label)


def _scope(library: Library, entry: Entry) -> Cell:
    initiative = cast(Initiative, entry.record)
    countries = names(country_names(initiative.countries, library))
    if initiative.scope == "countries":
        return countries
    return Cell(initiative.scope.capitalize(), note=countries.text)


def _binding(library: Library, entry: Entry) -> Cell:
    binding = cast(Initiative, entry.record).binding
    if binding is None:
        return Cell()
    text = library.term("binding", binding.value).label if binding.value else ""
    return Cell(text, state=state_mark(binding.state) if binding.state != "stated" else None)


def _stages(_: Library, entry: Entry) -> Cell:
    return Cell(str(len(cast(SupplyChain, entry.record).stages)))


def _documented(form: str) -> Callable[[Library, Entry], Cell]:
    def cell(library: Library, entry: Entry) -> Cell:
        found = {place for stage in risks_of(library, entry) for place in places(stage, form)}
        return Cell(str(len(found))) if found else Cell()

    return cell


def _done(kind: str) -> Callable[[Library, Entry], Cell]:
    def cell(library: Library, entry: Entry) -> Cell:
        found = action_in(library, entry).everything.values()
        return Cell(str(sum(one.kind.id == kind for one in found)))

    return cell


def _without_action(library: Library, entry: Entry) -> Cell:
    empty = sum(not stage for stage in action_in(library, entry).stages)
    return Cell(str(empty), is_gap=bool(empty))


#: Said in place of the column where nobody has reviewed any record.
NEVER_REVIEWED = "No person has reviewed any of these records yet."

#: The index of a kind that has no entry in `INDEXES`.
PLAIN = Index("", (Column("Title", name_and_summary),))

#: The index of each kind: what it says and its columns, the first of which names the record.
INDEXES: dict[str, Index] = {
    "country": Index(
        "From what age a person may work, how long school is compulsory, which conventions have "
        "been ratified, and where the law, as recorded, falls short.",
        (
            Column("Country", name),
            Column("Region", _region, explains_itself=True),
            Column("Work from", _legal_age("minimum_age_work"), is_number=True),
            Column("Hazardous from", _legal_age("minimum_age_hazardous_work"), is_number=True),
            Column("School until", _legal_age("compulsory_education_to"), is_number=True),
            Column("C138, age", _convention("C138")),
            Column("C182", _convention("C182")),
            Column("Goods listed", _goods_listed, is_number=True),
            Column("Gaps", _gaps, is_number=True),
            Column("Reviewed", _reviewed, if_none=NEVER_REVIEWED),
        ),
        "Ages in completed years. C138 is the Minimum Age Convention, with the age that was "
        "specified; C182 is the one on the worst forms of child labour. A value without a mark is "
        "stated by its source, and a dash means that nobody has looked yet. No goods listed is "
        "not the same as no risk; no gaps means none in what has been recorded, and a gap “to "
        "verify” rests on a reading that is.",
    ),
    "practice": Index(
        "What was tried against child labour and forced labour, where, and how good the evidence "
        "is.",
        (
            Column("Practice", name_and_summary),
            Column("Countries", _practice_countries),
            Column("Approach", terms("approaches", "approach")),
            Column("Targets", terms("targets", "targets")),
            Column("Reaches", _tiers),
            Column("Evidence", _evidence),
        ),
        "The grade of evidence is ours, and apart from what the owner of a practice says of it. "
        "Sort by “Reaches” to find what works deep in a supply chain, far from the buyer.",
    ),
    "initiative": Index(
        "Who works together on what, where, and how far members are bound.",
        (
            Column("Initiative", _initiative_name),
            Column("Type", _initiative_type, explains_itself=True),
            Column("Scope", _scope),
            Column("What it does", terms("functions", "functions")),
            Column("Reaches", _tiers),
            Column("Members are bound", _binding),
        ),
        "“Reaches” says which tiers of a supply chain; a dash means that nobody has looked yet.",
    ),
    "supply-chain": Index(
        "How goods are made, from the raw material to the shop: what is documented at each stage, "
        "what is done about it, and where nothing is.",
        (
            Column("Supply chain", name_and_summary),
            Column("Stages", _stages, is_number=True),
            Column("Child labour", _documented("child-labour"), is_number=True),
            Column("Forced labour", _documented("forced-labour"), is_number=True),
            Column("Practices", _done("practice"), is_number=True),
            Column("Initiatives", _done("initiative"), is_number=True),
            Column("Empty stages", _without_action, is_number=True),
        ),
        "“Child labour” and “Forced labour” count the countries in which it is documented at any "
        "stage; a dash means that none was found, which is not none. An empty stage is one for "
        "which no practice and no initiative is recorded.",
    ),
}
