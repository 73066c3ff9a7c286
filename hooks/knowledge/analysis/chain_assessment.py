"""The risk assessment of a supply chain: which signals point to a country at a stage.

A cell says which signals it rests on and never how bad it is: signals differ in what they see,
and a country that nobody has studied has none. `SIGNALS` is the whole method; pages print it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from knowledge.analysis.chain_action import action_in
from knowledge.analysis.chain_risks import FORMS, DocumentedRisk, Place, risks_of
from knowledge.analysis.child_labour_rate import ChildLabourRate, child_labour_rate
from knowledge.analysis.law_gaps import Gap, law_gaps
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal: what it is, whether it speaks of a stage or of the whole country, where it comes
    from, and what it cannot tell."""

    id: str
    label: str
    of: Literal["stage", "country"]
    source: str
    cannot_tell: str


#: The signals of the assessment, in the order in which pages show them.
SIGNALS: Final = (
    Signal(
        "listed", "Listed good", "stage",
        "US Department of Labor, ILAB: List of Goods Produced by Child Labor or Forced Labor; the "
        "edition stands beside each risk. Child labour and forced labour are told apart.",
        "The list names goods that were studied. It does not say how many people are affected, "
        "nor that a good that is not listed is free of either.",
    ),
    Signal(
        "reported", "Reported risk", "stage",
        "The record of the chain, which cites a source for each risk.",
        "Only what somebody has read and recorded here. A risk that a source found to be over is "
        "shown, and not counted.",
    ),
    Signal(
        "prevalence", "Children in child labour, girls and boys", "country",
        "Official statistics for indicator 8.7.1 of the Sustainable Development Goals, United "
        "Nations Statistics Division.",
        "It speaks of the whole country and all sectors, never of a chain, and of the year of "
        "its survey. There is no such figure on forced labour by country.",
    ),
    Signal(
        "law-gaps", "Gaps in the law", "country",
        "Derived from the country's record by the rules for gaps on this page.",
        "Only what has been recorded is compared, and a law on paper says nothing of whether it "
        "is applied.",
    ),
    Signal(
        "enforcement", "Enforcement data", "country",
        "The country's record: inspectors, inspections, violations, penalties, prosecutions.",
        "Whether anything is recorded, not whether it is enough.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RiskCell:
    """A country at a stage: its documented risks, and the practices and initiatives there."""

    risks: tuple[DocumentedRisk, ...] = ()
    action: tuple[Entry, ...] = ()

    def witnesses(self, form: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The signals of the stage that document a form, each with its editions or years."""
        dates: dict[str, set[str]] = defaultdict(set)
        for risk in self.risks:
            if form in risk.forms:
                dates[risk.witness] |= {risk.as_of} - {""}
        return tuple((s.id, tuple(sorted(dates[s.id]))) for s in SIGNALS if s.id in dates)

    @property
    def is_gap(self) -> bool:
        """Whether a risk is documented and nothing that is done is recorded."""
        return bool(self.risks) and not self.action


@dataclass(frozen=True, slots=True)
class CountrySignals:
    """What is known of a country as a whole.

    `gaps` is None where the law has not been researched; `enforcement` counts the lines with a
    value, of `asked` lines in all.
    """

    rate: ChildLabourRate | None = None
    gaps: tuple[Gap, ...] | None = None
    enforcement: int = 0
    asked: int = 0
    inspectors: Claim[int] | None = None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A country of the chain: a cell for each stage of the chain, and the country's signals."""

    place: Place
    cells: tuple[RiskCell, ...]
    signals: CountrySignals


@dataclass(frozen=True, slots=True)
class RiskTable:
    """The countries with a documented risk, by name; and the others, by name, in which something
    is done at a stage of the chain."""

    rows: tuple[RiskRow, ...]
    only_action: tuple[Place, ...]

    def stages(self) -> tuple[int, ...]:
        """The places of the stages for which a row has a risk or an action."""
        count = len(self.rows[0].cells) if self.rows else 0
        return tuple(
            n
            for n in range(count)
            if any(row.cells[n].risks or row.cells[n].action for row in self.rows)
        )


def risk_table(library: Library, chain: Entry) -> RiskTable:
    """The assessment of a chain: what points to each country, stage by stage.

    The page of a chain and the tables of all chains show the same assessment: it is made once.
    """
    made = library.once(_risk_tables)
    if chain.id not in made:
        made[chain.id] = _risk_table(library, chain)
    return made[chain.id]


def _risk_tables(library: Library) -> dict[str, RiskTable]:
    """The assessments made so far, by the id of their chain."""
    return {}


def _risk_table(library: Library, chain: Entry) -> RiskTable:
    by_stage = [
        tuple(risk for risk in risks if risk.forms and risk.is_current)
        for risks in risks_of(library, chain)
    ]
    action = [_by_country(library, entries) for entries in action_in(library, chain).stages]
    at_risk = {risk.place.key: risk.place for risks in by_stage for risk in risks}
    active = {country.id: country for stage in action for country, _ in stage.values()}
    rows = tuple(
        RiskRow(
            place,
            tuple(
                RiskCell(
                    tuple(risk for risk in risks if risk.place.key == place.key),
                    done[place.key][1] if place.key in done else (),
                )
                for risks, done in zip(by_stage, action, strict=True)
            ),
            country_signals(library, place),
        )
        for place in sorted(at_risk.values(), key=_name)
    )
    others = [Place(e.record.title, e) for id_, e in active.items() if id_ not in at_risk]
    return RiskTable(rows, tuple(sorted(others, key=_name)))


def _name(place: Place) -> str:
    return place.name.casefold()


def forms_of(risks: tuple[DocumentedRisk, ...]) -> tuple[str, ...]:
    """The forms that some risks document, in the order of `FORMS`."""
    named = {form for risk in risks for form in risk.forms}
    return tuple(form for form in FORMS if form in named)


def country_signals(library: Library, place: Place) -> CountrySignals:
    """The signals of a country as a whole; none where it has no record."""
    return library.once(_signals).get(place.key, CountrySignals())


def _signals(library: Library) -> dict[str, CountrySignals]:
    return {
        entry.id: _of_country(library, entry.record)
        for entry in library.all("country")
        if isinstance(entry.record, Country)
    }


def _of_country(library: Library, country: Country) -> CountrySignals:
    researched = bool(country.law.model_fields_set)
    lines = [getattr(country.enforcement, name) for name in type(country.enforcement).model_fields]
    counted = country.enforcement.labour_inspectors
    return CountrySignals(
        rate=child_labour_rate(library, country),
        gaps=tuple(law_gaps(country)) if researched else None,
        enforcement=sum(_says_something(line) for line in lines),
        asked=len(lines),
        inspectors=counted if counted is not None and counted.value is not None else None,
    )


def _says_something(line: object) -> bool:
    if isinstance(line, list):
        return any(_says_something(member) for member in line)
    return isinstance(line, Claim) and line.value is not None


def _by_country(
    library: Library, entries: tuple[Entry, ...]
) -> dict[str, tuple[Entry, tuple[Entry, ...]]]:
    """By the id of each country that some records name: its record, and those records."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.record, Practice | Initiative):
            for id_ in entry.record.countries:
                found[id_].append(entry)
    return {
        id_: (country, tuple(here))
        for id_, here in found.items()
        if (country := library.get("country", id_)) and isinstance(country.record, Country)
    }
