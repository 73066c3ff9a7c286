"""The risks that are documented at each stage of a supply chain, and where.

Two things are documented: what a list says of the goods that a stage yields
(`content/data/listed-goods.csv`), and the risks that the record of the chain names with its own
sources. No risk is weighed against another; what nobody has documented is not told to be absent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.analysis.term_use import listed_as
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import Risk, Stage, SupplyChain
from knowledge.library import Library

#: The two forms that the table of a chain tells apart, and the terms of `targets` under each.
#: Source: the worst forms are child labour by Convention No. 182, Article 3; trafficking is a
#: term of its own in the Palermo Protocol, Article 3, and is told in words.
FORMS: dict[str, tuple[str, ...]] = {
    "child-labour": ("child-labour", "worst-forms-of-child-labour"),
    "forced-labour": ("forced-labour",),
    "trafficking-in-persons": ("trafficking-in-persons",),
}
Witness = Literal["listed", "reported"]


@dataclass(frozen=True, slots=True)
class Place:
    """A country as a chain names it: its name, and its record where it has one."""

    name: str
    entry: Entry | None = None

    @property
    def key(self) -> str:
        """What tells it from other places."""
        return self.entry.id if self.entry else self.name


@dataclass(frozen=True, slots=True)
class DocumentedRisk:
    """A risk at a stage in a country: forms (keys of `FORMS`), and who documents it.

    It is `listed` for a `good`, in an edition (`as_of`), without a form where the list names the
    good only for an input that it is made from; or `reported` in the record of the
    chain, as the `risk` there. One that is over is no longer `current`.
    """

    place: Place
    forms: tuple[str, ...]
    witness: Witness
    as_of: str
    sources: tuple[str, ...]
    good: str = ""
    risk: Risk | None = None

    @property
    def is_current(self) -> bool:
        """Whether no source says that it is over."""
        return self.risk is None or self.risk.removed is None


#: The documented risks of a chain, in the order of its stages.
ByStage = tuple[tuple[DocumentedRisk, ...], ...]


def risks_of(library: Library, entry: Entry) -> ByStage:
    """The documented risks of a chain, stage by stage; within a stage by country."""
    return library.once(chain_risks)[entry.id]


def chain_risks(library: Library) -> dict[str, ByStage]:
    """The documented risks of every chain."""
    return {
        entry.id: tuple(
            tuple(sorted(_at_stage(library, stage), key=lambda risk: risk.place.name.casefold()))
            for stage in entry.record.stages
        )
        for entry in library.all("supply-chain")
        if isinstance(entry.record, SupplyChain)
    }


def places(risks: tuple[DocumentedRisk, ...], form: str) -> dict[str, Place]:
    """The countries in which a form is documented and not known to be over."""
    return {risk.place.key: risk.place for risk in risks if form in risk.forms and risk.is_current}


def chains_in(library: Library, country: Entry) -> tuple[tuple[Entry, tuple[Stage, ...]], ...]:
    """The chains with a risk documented in a country, and the stages at which it is."""
    return library.once(_by_country).get(country.id, ())


def chains_of_good(library: Library, good: str) -> tuple[Entry, ...]:
    """The chains that a good belongs to, by title."""
    return library.once(_by_good).get(good, ())


def _at_stage(library: Library, stage: Stage) -> Iterator[DocumentedRisk]:
    for good in stage.goods:
        for row in listed_as(library, good):
            entry, place = library.country(row.iso3), library.places.get(row.iso3)
            name = entry.record.title if entry else place.name if place else row.iso3
            forms = {"child-labour": row.child_labour, "forced-labour": row.forced_labour}
            yield DocumentedRisk(
                Place(name, entry),
                tuple(form for form, named in forms.items() if named),
                "listed",
                row.edition,
                (row.source,),
                good=good,
            )
    for risk in stage.risks:
        forms_named = tuple(
            form for form, terms in FORMS.items() if not set(terms).isdisjoint(risk.form)
        )
        for id_ in risk.countries:
            country = library.get("country", id_)
            if country is not None:
                yield DocumentedRisk(
                    Place(country.record.title, country),
                    forms_named,
                    "reported",
                    risk.as_of or "",
                    tuple(risk.source),
                    risk=risk,
                )


def _by_country(library: Library) -> dict[str, tuple[tuple[Entry, tuple[Stage, ...]], ...]]:
    found: dict[str, list[tuple[Entry, tuple[Stage, ...]]]] = defaultdict(list)
    for entry in library.all("supply-chain"):
        record = entry.record
        if not isinstance(record, SupplyChain):
            continue
        stages: dict[str, dict[str, Stage]] = defaultdict(dict)
        for stage, risks in zip(record.stages, risks_of(library, entry), strict=True):
            for risk in risks:
                if risk.place.entry is not None and risk.is_current:
                    stages[risk.place.entry.id][stage.id] = stage
        for country, here in stages.items():
            found[country].append((entry, tuple(here.values())))
    return {country: tuple(chains) for country, chains in found.items()}


def _by_good(library: Library) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.all("supply-chain"):
        if isinstance(entry.record, SupplyChain):
            for good in dict.fromkeys(entry.record.goods):
                found[good].append(entry)
    return {good: tuple(entries) for good, entries in found.items()}
