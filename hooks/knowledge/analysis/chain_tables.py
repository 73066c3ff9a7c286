"""The risks of supply chains, as tables to take away: stage by stage, and country by country.

They are the analyses themselves, not their pages: a cell holds what was found, never its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.analysis.chain_assessment import SIGNALS, risk_table
from knowledge.analysis.chain_risks import FORMS
from knowledge.analysis.data_tables import (
    CHAIN,
    COUNTRY,
    NUMBER,
    Cited,
    Row,
    Table,
    cell_of,
    country_cells,
    derived,
    ids_of,
    source_columns,
)
from knowledge.kinds.columns import Column
from knowledge.kinds.practice import Practice
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library


def chain_tables() -> tuple[Table, ...]:
    """Every country at every stage of every chain, and each country as a whole."""
    return (
        derived(
            "supply-chains-risks-by-country", "Supply chains: country by stage",
            "a country at a stage of a chain with a documented risk or something done", _CELLS,
            _cells,
        ),
        derived(
            "supply-chains-countries", "Supply chains: each country as a whole",
            "a country with a documented risk in a chain", _SIGNALS, _signals,
        ),
    )  # fmt: skip


_STAGE: Final = (
    CHAIN,
    Column("stage", "the id of the stage within its chain"),
    *COUNTRY,
    Column("name", "the country as the list or the record names it"),
)
_CELLS: Final = (
    *_STAGE,
    *(
        Column(
            f"{form.replace('-', '_')}",
            f"the signals of {form.replace('-', ' ')}, each with its edition or year",
            f"signals: {', '.join(signal.id for signal in SIGNALS if signal.of == 'stage')}",
            several=True,
        )
        for form in FORMS
    ),
    Column("goods", "the goods for which a list names the country", several=True),
    *source_columns(),
    Column("practices", "practices recorded there", "id of a record", several=True),
    Column("initiatives", "initiatives recorded there", "id of a record", several=True),
)


def _cells(library: Library) -> Iterator[Row]:
    cited = library.once(Cited)
    for chain in library.all("supply-chain"):
        if not isinstance(chain.record, SupplyChain):
            continue
        for row in risk_table(library, chain).rows:
            for stage, cell in zip(chain.record.stages, row.cells, strict=True):
                if not (cell.risks or cell.action):
                    continue
                told = [
                    cell_of(" ".join((signal, *dates)) for signal, dates in cell.witnesses(form))
                    for form in FORMS
                ]
                practices = [e for e in cell.action if isinstance(e.record, Practice)]
                others = [e for e in cell.action if not isinstance(e.record, Practice)]
                sources = dict.fromkeys(id_ for risk in cell.risks for id_ in risk.sources)
                yield (
                    chain.id, stage.id, *country_cells(row.place.entry), row.place.name, *told,
                    cell_of(dict.fromkeys(risk.good for risk in cell.risks if risk.good)),
                    *cited.of(chain, sources), ids_of(practices), ids_of(others),
                )  # fmt: skip


_SIGNALS: Final = (
    CHAIN,
    *COUNTRY,
    Column("name", "the country as the list or the record names it"),
    Column("law_gaps", "how many gaps in the law; empty where its law is not researched", NUMBER),
    Column("law_gaps_weak", "how many of them are weak", NUMBER),
    Column("enforcement", "lines on enforcement with a value", NUMBER),
    Column("enforcement_asked", "lines on enforcement in all", NUMBER),
    Column("labour_inspectors", "labour inspectors", NUMBER),
    Column("girls", "girls in child labour", "number", "per cent"),
    Column("boys", "boys in child labour", "number", "per cent"),
    Column("both", "children in child labour", "number", "per cent"),
    Column("ages", "the age band of these children", unit="years"),
    Column("year", "the year of the survey"),
    Column("measure", "what was counted"),
    Column("to_verify", "whether these figures are to be verified", "true or false"),
    *source_columns(several=False),
)


def _signals(library: Library) -> Iterator[Row]:
    cited = library.once(Cited)
    for chain in library.all("supply-chain"):
        for row in risk_table(library, chain).rows:
            told, rate = row.signals, row.signals.rate
            weak = [gap for gap in told.gaps or () if gap.strength == "weak"]
            figures: Row = (None,) * 9
            if rate is not None:
                figures = (
                    rate.girls, rate.boys, rate.both, rate.ages, rate.year, rate.measure,
                    rate.to_verify, *cited.of(None, [rate.source]),
                )  # fmt: skip
            yield (
                chain.id, *country_cells(row.place.entry), row.place.name,
                None if told.gaps is None else len(told.gaps),
                None if told.gaps is None else len(weak),
                told.enforcement, told.asked or None,
                told.inspectors.value if told.inspectors else None, *figures,
            )  # fmt: skip
