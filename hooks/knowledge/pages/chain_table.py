"""The risk assessment on the page of a supply chain: countries by stage, and each as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.chain_assessment import (
    CountrySignals,
    RiskCell,
    RiskRow,
    RiskTable,
    forms_of,
)
from knowledge.analysis.child_labour_rate import ChildLabourRate
from knowledge.kinds.fields import Claim
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library
from knowledge.pages.chain_stages import action_counts, country_crumb
from knowledge.pages.chain_words import WITNESSES, FormMark, form_mark, stage_anchor
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.marks import STATES
from knowledge.pages.parts import Crumb, Heading
from knowledge.pages.wording import counted, date_words, listed, value_words


@dataclass(frozen=True, slots=True)
class CellSignal:
    """A form that is documented in a cell, and on which signals that rests, with their dates."""

    form: FormMark
    rests_on: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A country at a stage. `done` says what is recorded there; `goods` for which goods a list
    names the country. `is_gap` tells a documented risk with nothing recorded that is done."""

    signals: tuple[CellSignal, ...]
    goods: str
    done: str
    is_gap: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded."""
        return not self.signals and not self.done


@dataclass(frozen=True, slots=True)
class RowView:
    """A country with its cells, and what is known of the country as a whole.

    `signals` names the signals of the country; the texts of the others are empty where nobody
    has looked. `has_gaps` marks gaps in the law; `rate_sources` are those of the rate.
    """

    country: Crumb
    signals: str
    cells: tuple[CellView, ...]
    gaps: str
    gaps_note: str
    has_gaps: bool
    rate: str
    rate_note: str
    rate_sources: tuple[SourceMark, ...]
    enforcement: str
    inspectors: str
    inspectors_note: str


@dataclass(frozen=True, slots=True)
class TableView:
    """The assessment: the stages with a column, and those without one, in words."""

    stages: tuple[Heading, ...]
    rows: tuple[RowView, ...]
    without: str
    only_action: tuple[Crumb, ...]
    has_rates: bool


def table_view(table: RiskTable, chain: SupplyChain, library: Library, citing: Citing) -> TableView:
    """The assessment of a chain in words and marks."""
    shown = table.stages()
    rest = [stage.title.lower() for n, stage in enumerate(chain.stages) if n not in shown]
    return TableView(
        stages=tuple(Heading(stage_anchor(chain.stages[n]), chain.stages[n].title) for n in shown),
        rows=tuple(_row(row, shown, library, citing) for row in table.rows),
        without=listed(rest, "or"),
        only_action=tuple(country_crumb(place.entry, place.name) for place in table.only_action),
        has_rates=any(row.signals.rate for row in table.rows),
    )


def _row(row: RiskRow, shown: tuple[int, ...], library: Library, citing: Citing) -> RowView:
    signals, inspectors = row.signals, row.signals.inspectors
    weak = sum(gap.strength == "weak" for gap in signals.gaps or ())
    gaps = "" if signals.gaps is None else str(len(signals.gaps))
    return RowView(
        country=country_crumb(row.place.entry, row.place.name),
        signals=_of_country(signals),
        cells=tuple(_cell(row.cells[n], library) for n in shown),
        gaps=gaps,
        gaps_note=f"{weak} weak" if weak else "",
        has_gaps=bool(signals.gaps),
        rate=_rate(signals.rate),
        rate_note=_rate_note(signals.rate),
        rate_sources=citing.marks([signals.rate.source]) if signals.rate else (),
        enforcement=f"{signals.enforcement} of {signals.asked}" if signals.enforcement else "",
        inspectors=value_words(inspectors.value) if inspectors else "",
        inspectors_note=_when(inspectors) if inspectors else "",
    )


def _cell(cell: RiskCell, library: Library) -> CellView:
    goods = dict.fromkeys(risk.good for risk in cell.risks if risk.good)
    return CellView(
        signals=tuple(
            CellSignal(
                form_mark(library, form),
                listed([_witness(*witness) for witness in cell.witnesses(form)]),
            )
            for form in forms_of(cell.risks)
        ),
        goods=listed([library.term("goods", good).label for good in goods]),
        done=listed(action_counts(cell.action)),
        is_gap=cell.is_gap,
    )


def _when(claim: Claim[int]) -> str:
    """The year of a claim, and its state where it is not simply stated."""
    marked = "" if claim.state == "stated" else STATES[claim.state]
    return ", ".join(filter(None, [date_words(claim.as_of), marked]))


def _witness(signal: str, dates: tuple[str, ...]) -> str:
    """A signal with its editions or years: `listed 2022`."""
    years = listed([date_words(day) for day in dates])
    return f"{WITNESSES[signal]} {years}" if years else WITNESSES[signal]


def _of_country(signals: CountrySignals) -> str:
    """Which signals of the country as a whole there are, in words."""
    told = [
        "child labour measured" if signals.rate else "",
        counted(len(signals.gaps), "gap") + " in the law" if signals.gaps else "",
        "enforcement recorded" if signals.enforcement else "",
    ]
    return "; ".join(filter(None, told))


def _rate_note(rate: ChildLabourRate | None) -> str:
    if rate is None:
        return ""
    marked = STATES["to-verify"] if rate.to_verify else ""
    return ", ".join(filter(None, [rate.measure, f"aged {rate.ages}", rate.year, marked]))


def _rate(rate: ChildLabourRate | None) -> str:
    if rate is None:
        return ""
    sexes = {"girls": rate.girls, "boys": rate.boys}
    told = [f"{sex} {value:.1f} %" for sex, value in sexes.items() if value is not None]
    return ", ".join(told) or (f"all children {rate.both:.1f} %" if rate.both is not None else "")
