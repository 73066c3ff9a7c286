"""The page of a practice: what was tried, by whom, with what result and how good the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.kinds.entries import Entry
from knowledge.kinds.practice import Practice
from knowledge.library import Library
from knowledge.pages import record_parts
from knowledge.pages.chain_links import chain_fact
from knowledge.pages.citing import Citing
from knowledge.pages.facts import (
    Fact,
    OpenQuestions,
    TierStrip,
    claim_fact,
    country_fact,
    open_questions,
    other_names,
    states_of,
    term_fact,
    text_fact,
    tier_strip,
    years_words,
)
from knowledge.pages.marks import NOT_RESEARCHED, evidence_mark, state_mark, tier_mark
from knowledge.pages.page import Page
from knowledge.pages.participants import participant_facts
from knowledge.pages.parts import (
    Crumb,
    EvidenceMark,
    Head,
    Heading,
    RelatedLine,
    TierMark,
)
from knowledge.pages.related import (
    Neighbours,
    events_of,
    linked,
    related_line,
    same_approach,
    same_countries,
)
from knowledge.pages.results import (
    Graded,
    ResultLine,
    StatementLine,
    graded,
    result_lines,
    statements,
)
from knowledge.pages.sections import Sections, sections
from knowledge.pages.term_links import term_crumb


@dataclass(frozen=True, slots=True)
class PracticeView:
    """What the template `records/practice.html` shows. An empty part is an empty value."""

    head: Head
    contents: tuple[Heading, ...]
    evidence: EvidenceMark | None
    tiers: TierMark | None
    facts: tuple[Fact, ...]
    strip: TierStrip | None
    text: Sections
    results: tuple[ResultLine, ...]
    graded: Graded
    conditions: tuple[StatementLine, ...]
    building_blocks: tuple[StatementLine, ...]
    limits: tuple[StatementLine, ...]
    related: tuple[RelatedLine, ...]
    same_approach: Neighbours
    same_countries: Neighbours
    events: Neighbours
    open_questions: tuple[OpenQuestions, ...]
    ending: record_parts.Ending


def practice_page(entry: Entry, library: Library, today: date, repo: str) -> Page:
    """The page of a practice.

    `today` decides whether its review is overdue; `repo` is the code host's address, or empty.
    """
    practice = entry.record
    if not isinstance(practice, Practice):
        raise TypeError(f"{entry.path} is not the record of a practice")
    return Page(
        address=entry.address,
        title=practice.title,
        description=practice.summary,
        section=f"{entry.kind.folder}/",
        template="records/practice.html",
        view=_view(entry, practice, library, today, repo),
        made_from=entry.path,
    )


def _view(
    entry: Entry, practice: Practice, library: Library, today: date, repo: str
) -> PracticeView:
    # Sources are numbered as they are first asked for, so the parts are made in reading order.
    citing = Citing(entry, library)
    facts = tuple(_facts(entry, practice, library, citing))
    text = sections(entry, library, citing)
    results = result_lines(practice, citing)
    evidence = graded(practice, library, citing)
    conditions = statements(practice.conditions, citing)
    building_blocks = statements(practice.building_blocks, citing)
    limits = statements(practice.limits, citing)
    tiers = tier_mark(library, practice.tiers)
    related = _related(entry, practice, library)
    shown = {line.address for line in related}
    alike = same_approach(entry, practice, library, shown)
    shown |= {line.address for line in alike.lines}
    ending = record_parts.ending(entry, citing, repo)
    return PracticeView(
        head=_head(entry, practice, library, today),
        contents=_contents(text, ending),
        evidence=evidence_mark(library, practice.evidence.grade) if practice.evidence else None,
        tiers=tiers,
        facts=facts,
        strip=tier_strip(tiers),
        text=text,
        results=results,
        graded=evidence,
        conditions=conditions,
        building_blocks=building_blocks,
        limits=limits,
        related=related,
        same_approach=alike,
        same_countries=same_countries(entry, practice.countries, library, shown),
        events=events_of(entry, library),
        open_questions=_open_questions(practice, facts, results),
        ending=ending,
    )


def _head(entry: Entry, practice: Practice, library: Library, today: date) -> Head:
    crumbs = (
        Crumb(entry.kind.section, f"{entry.kind.folder}/"),
        term_crumb(library, "approaches", practice.approach[0]),
    )
    return Head(crumbs, practice.title, practice.summary, record_parts.provenance(entry, today))


def _facts(entry: Entry, practice: Practice, library: Library, citing: Citing) -> Iterator[Fact]:
    yield country_fact(practice.countries, library, none="none named")
    yield text_fact(
        "When",
        years_words(practice.period.start, practice.period.end),
        practice.period.note or "",
    )
    yield from participant_facts("Led by", practice.led_by, library, citing)
    yield from participant_facts("Partners", practice.partners, library, citing)
    yield term_fact("Approach", "approaches", practice.approach, library)
    yield term_fact("Level", "levels", practice.level, library)
    yield term_fact("Targets", "targets", practice.targets, library)
    yield term_fact("Goods", "goods", practice.goods, library, none="none named")
    yield term_fact("Tiers", "tiers", practice.tiers, library)
    yield from chain_fact(entry, library)
    yield term_fact("Topics", "topics", practice.topics, library, none="none named")
    yield term_fact("Scale", "scales", [practice.scale] if practice.scale else [], library)
    yield claim_fact("Through national processes", practice.national_processes, citing)
    yield claim_fact("Reaches small enterprises", practice.reaches_small_enterprises, citing)
    yield claim_fact("Cost", practice.cost, citing)
    yield claim_fact("Funding", practice.funding, citing)
    yield from other_names(practice.keywords)


def _related(entry: Entry, practice: Practice, library: Library) -> tuple[RelatedLine, ...]:
    """The initiatives that led it or took part, then the records related with it."""
    parts = [(one, "led it") for one in practice.led_by]
    parts += [(one, "took part") for one in practice.partners]
    lines: dict[str, RelatedLine] = {}
    for one, part in parts:
        other = library.get("initiative", one.initiative or "")
        if other is not None:
            lines.setdefault(other.address, related_line(other, library, part))
    for address, other in linked(entry, library).items():
        lines.setdefault(address, related_line(other, library))
    return tuple(lines.values())


def _open_questions(
    practice: Practice, facts: tuple[Fact, ...], results: tuple[ResultLine, ...]
) -> tuple[OpenQuestions, ...]:
    states = [*states_of(facts), *((line.measure, line.state) for line in results)]
    lacking = {"Results": practice.results, "Grade of evidence": practice.evidence}
    states += [(name, state_mark(NOT_RESEARCHED)) for name, told in lacking.items() if not told]
    unsplit = tuple(line.measure for line in results if not line.by_sex)
    sexes = OpenQuestions("No figures for girls and boys, or women and men, apart", unsplit)
    return (*open_questions(states), *([sexes] if unsplit else []))


def _contents(text: Sections, ending: record_parts.Ending) -> tuple[Heading, ...]:
    return (
        Heading("facts", "Key facts"),
        *text.contents("The problem", "What was done", "What happened"),
        Heading("evidence", "How good is the evidence"),
        *text.contents("What it takes", "Limits"),
        *text.other_contents(),
        Heading("related", "Related"),
        Heading("not-known", "What is not known"),
        *ending.contents,
    )
