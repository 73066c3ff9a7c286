"""What the check before sourcing shows of a supply chain, or of a good by itself."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.chain_action import action_in
from knowledge.analysis.chain_risks import risks_of
from knowledge.analysis.supply_chains import GOODS, Chain
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library
from knowledge.pages.chain_words import form_mark, stage_address
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.citing_across import CitingAcross
from knowledge.pages.compare_cells import sources_data
from knowledge.pages.marks import state_mark
from knowledge.pages.parts import Crumb, StateMark
from knowledge.pages.priority_country import chain_address
from knowledge.pages.related import by_evidence
from knowledge.pages.sourcing_country import fragment, initiative_contacts, work_data
from knowledge.pages.supplier_questions import chain_questions
from knowledge.pages.wording import date_words, listed

#: How many practices, those with the best evidence, and how many initiatives of a chain are told
#: beside those of the country of origin. The page of the chain has all.
PRACTICES, INITIATIVES = 24, 12


@dataclass(frozen=True, slots=True)
class ReportedLine:
    """A risk in a country that the record of the chain names, at a stage."""

    stage: Crumb
    forms: str
    text: str
    as_of: str
    state: StateMark
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class GuidanceLine:
    """A document that tells companies how to look into the chain."""

    title: str
    says: str
    sources: tuple[SourceMark, ...]


def chain_data(library: Library, chain: Chain) -> dict[str, object]:
    """What the check shows of a chain: HTML of each part, and its sources by anchor."""
    across = CitingAcross(library)
    record = chain.entry.record if chain.entry else None
    found = _work(library, chain)
    practices = [entry for entry in found if isinstance(entry.record, Practice)]
    initiatives = [entry for entry in found if isinstance(entry.record, Initiative)]
    told = [*by_evidence(practices, PRACTICES), *initiatives[:INITIATIVES]]
    asked = chain_questions(library, chain.entry) if chain.entry else {}
    guidance: tuple[GuidanceLine, ...] = ()
    reported: dict[str, str] = {}
    if chain.entry is not None and isinstance(record, SupplyChain):
        citing = across.of(chain.entry)
        reported = _reported(library, chain.entry, citing)
        guidance = tuple(
            GuidanceLine(one.title, one.says, citing.marks(one.source)) for one in record.guidance
        )
    return {
        "title": chain.title,
        "address": chain_address(library, chain) or "",
        "map": chain.entry is not None,
        "goods": list(chain.goods),
        "reported": reported,
        "work": [work_data(library, entry) for entry in told],
        "guidance": fragment("guidance_list", guidance) if guidance else "",
        "ask": {
            country: fragment("question_list", tuple(questions))
            for country, questions in asked.items()
        },
        "call": fragment("contact_list", (), (), tuple(initiative_contacts(initiatives))),
        "sources": sources_data(across.lines()),
    }


def _work(library: Library, chain: Chain) -> list[Entry]:
    if chain.entry is not None:
        return list(action_in(library, chain.entry).everything.values())
    found = {
        entry.address: entry
        for good in chain.goods
        for entry, _ in library.using(GOODS, good)
        if isinstance(entry.record, Practice | Initiative)
    }
    return sorted(found.values(), key=lambda e: (e.kind.id, e.record.title.casefold(), e.id))


def _reported(library: Library, entry: Entry, citing: Citing) -> dict[str, str]:
    """The risks that the record of a chain names, by country. What a list says is told by the
    country's own data."""
    record = entry.record
    found: dict[str, list[ReportedLine]] = {}
    if not isinstance(record, SupplyChain):
        return {}
    for stage, risks in zip(record.stages, risks_of(library, entry), strict=True):
        for risk in risks:
            if risk.risk is None or risk.place.entry is None:
                continue
            over = f"over since {date_words(risk.risk.removed)}" if risk.risk.removed else ""
            as_of = f"as of {date_words(risk.as_of)}" if risk.as_of else ""
            found.setdefault(risk.place.entry.id, []).append(
                ReportedLine(
                    stage=Crumb(stage.title, stage_address(entry, stage)),
                    forms=listed([form_mark(library, form).word for form in risk.forms]),
                    text=risk.risk.text,
                    as_of=", ".join(filter(None, (as_of, over))),
                    state=state_mark(risk.risk.state),
                    sources=citing.marks(risk.sources),
                )
            )
    return {country: fragment("reported_list", tuple(lines)) for country, lines in found.items()}
