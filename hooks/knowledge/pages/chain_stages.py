"""The stages on the page of a supply chain: what happens, what is documented, what is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.analysis.chain_action import ChainAction
from knowledge.analysis.chain_risks import FORMS, ByStage, DocumentedRisk, places
from knowledge.drawings.tier_diagram import DrawnStage
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import Risk, Stage, SupplyChain
from knowledge.library import Library
from knowledge.pages.chain_words import (
    FormMark,
    form_mark,
    short_tier,
    stage_anchor,
    tier_words,
)
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.marks import state_mark
from knowledge.pages.parts import Crumb, RelatedLine, StateMark
from knowledge.pages.related import NEAREST, by_evidence, related_line
from knowledge.pages.results import StatementLine, statements
from knowledge.pages.term_links import term_crumb
from knowledge.pages.wording import counted, date_words, listed


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A good of a stage: for each form the countries for which a list names it.

    `for_input` are those for which the list names it without a form of its own.
    """

    good: Crumb
    forms: tuple[tuple[FormMark, tuple[Crumb, ...]], ...]
    for_input: tuple[Crumb, ...]
    editions: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class ReportedLine:
    """A risk that the record names. `when` says as of when, since when and until when."""

    text: str
    forms: str
    countries: tuple[Crumb, ...]
    when: str
    is_over: bool
    state: StateMark
    note: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage. `origin` says that it is general knowledge, or is empty; `more` how many practices
    and initiatives are not shown, or is empty."""

    anchor: str
    title: str
    tier: str
    happens: str
    origin: str
    sources: tuple[SourceMark, ...]
    who_works: StatementLine | None
    listed: tuple[ListedLine, ...]
    reported: tuple[ReportedLine, ...]
    note: str
    done: tuple[RelatedLine, ...]
    more: str

    @property
    def is_documented(self) -> bool:
        """Whether any risk is documented here."""
        return bool(self.listed or self.reported)


#: Said of a stage that names no source.
TYPICAL = "A typical stage: general knowledge, not read in a source."


def stage_views(
    chain: SupplyChain, risks: ByStage, action: ChainAction, library: Library, citing: Citing
) -> tuple[StageView, ...]:
    """The stages in the order of the chain."""
    return tuple(
        _view(stage, here, done, library, citing)
        for stage, here, done in zip(chain.stages, risks, action.stages, strict=True)
    )


def drawn_stages(
    chain: SupplyChain, risks: ByStage, action: ChainAction, library: Library
) -> list[DrawnStage]:
    """The stages as the diagram shows them."""
    return [
        DrawnStage(
            title=stage.title,
            tier=tier_words(library, stage),
            short_tier=short_tier(library, stage),
            child_labour=_where(here, "child-labour"),
            forced_labour=_where(here, "forced-labour"),
            done=action_counts(done),
        )
        for stage, here, done in zip(chain.stages, risks, action.stages, strict=True)
    ]


def action_counts(entries: Iterable[Entry]) -> tuple[str, ...]:
    """How many practices and how many initiatives: `4 practices`, `1 initiative`."""
    kinds = [entry.kind.id for entry in entries]
    return tuple(
        counted(number, kind)
        for kind in ("practice", "initiative")
        if (number := kinds.count(kind))
    )


def action_lines(entries: Iterable[Entry], library: Library) -> tuple[tuple[RelatedLine, ...], str]:
    """The first practices, the better the evidence, the earlier, then the first initiatives; and
    how many others there are, in words, or nothing."""
    entries = tuple(entries)
    practices = by_evidence([e for e in entries if e.kind.id == "practice"], NEAREST)
    initiatives = [e for e in entries if e.kind.id == "initiative"][:NEAREST]
    shown = [*practices, *initiatives]
    left = len(entries) - len(shown)
    lines = tuple(related_line(entry, library) for entry in shown)
    return lines, f"and {counted(left, 'other')}" if left else ""


def country_crumb(entry: Entry | None, name: str) -> Crumb:
    """A country, leading to its record where it has one."""
    return Crumb(name, entry.address if entry else None)


def _view(
    stage: Stage,
    risks: tuple[DocumentedRisk, ...],
    done: tuple[Entry, ...],
    library: Library,
    citing: Citing,
) -> StageView:
    lines, more = action_lines(done, library)
    return StageView(
        anchor=stage_anchor(stage),
        title=stage.title,
        tier=tier_words(library, stage),
        happens=stage.happens,
        origin=TYPICAL if stage.typical else "",
        sources=citing.marks(stage.source),
        who_works=statements([stage.who_works], citing)[0] if stage.who_works else None,
        listed=tuple(_listed(stage, risks, library, citing)),
        reported=tuple(_reported(risk, library, citing) for risk in stage.risks),
        note=stage.note or "",
        done=lines,
        more=more,
    )


def _listed(
    stage: Stage, risks: tuple[DocumentedRisk, ...], library: Library, citing: Citing
) -> Iterable[ListedLine]:
    for good in stage.goods:
        rows = [risk for risk in risks if risk.good == good]
        if not rows:
            continue
        forms = tuple(
            (form_mark(library, form), named)
            for form in FORMS
            if (
                named := tuple(
                    country_crumb(row.place.entry, row.place.name)
                    for row in rows
                    if form in row.forms
                )
            )
        )
        yield ListedLine(
            good=term_crumb(library, "goods", good),
            forms=forms,
            for_input=tuple(
                country_crumb(row.place.entry, row.place.name) for row in rows if not row.forms
            ),
            editions=listed(sorted({row.as_of for row in rows})),
            sources=citing.marks(id_ for row in rows for id_ in row.sources),
        )


def _reported(risk: Risk, library: Library, citing: Citing) -> ReportedLine:
    dates = {
        "as of": risk.as_of,
        "on a list since": risk.listed,
        "over since": risk.removed,
    }
    told = [f"{label} {date_words(day)}" for label, day in dates.items() if day]
    found = [entry for id_ in risk.countries if (entry := library.get("country", id_))]
    return ReportedLine(
        text=risk.text,
        forms=listed([library.term("targets", form).label.lower() for form in risk.form]),
        countries=tuple(country_crumb(entry, entry.record.title) for entry in found),
        when=", ".join(told),
        is_over=risk.removed is not None,
        state=state_mark(risk.state),
        note=risk.note or "",
        sources=citing.marks(risk.source),
    )


def _where(risks: tuple[DocumentedRisk, ...], form: str) -> str:
    found = places(risks, form)
    return counted(len(found), "country", "countries") if found else ""
