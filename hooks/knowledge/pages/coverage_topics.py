"""What the records of a kind are asked: all topics of the kind, and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.analysis.coverage import TopicCoverage, coverage
from knowledge.kinds import BY_ID
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.collection import Row
from knowledge.pages.count_tables import (
    NAMES_A_PAGE,
    STATES_EXPLAINED,
    CountColumn,
    CountTable,
    Paging,
    numbered,
    on_page,
    paging,
    state_cells,
    state_columns,
)
from knowledge.pages.coverage_words import (
    ADDRESS,
    ON_THE_WAY,
    group_words,
    records_address,
    topic_address,
    topic_words,
    topics_address,
)
from knowledge.pages.index_cells import Cell
from knowledge.pages.marks import NOT_RESEARCHED, STATES, state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, StateCount, StateMark
from knowledge.pages.record_rows import names
from knowledge.pages.wording import counted

#: The states in which somebody could help, the most useful first.
MISSING = ("to-verify", NOT_RESEARCHED, "unknown", "silent")


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics under a heading."""

    anchor: str
    heading: str
    table: CountTable


@dataclass(frozen=True, slots=True)
class KindView:
    """All topics of a kind; `without_record` names countries that have no record at all."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    explained: str
    records: Crumb
    groups: tuple[TopicGroup, ...]
    without_record: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordsInState:
    """The records with an answer in a state, as far as this page names them."""

    state: StateMark
    counted: str
    names: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic: how sure the library is of it, and the records in which something is missing."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    tally: tuple[StateCount, ...]
    groups: tuple[RecordsInState, ...]
    paging: Paging


def kind_page(kind: Kind, library: Library) -> Page:
    """What every record of a kind is asked, and how many of them answer."""
    plural = kind.plural.lower()
    found = library.once(coverage).topics[kind.id]
    # Topics that stand in no group come last.
    groups = tuple(sorted(dict.fromkeys(one.topic.group for one in found), key=lambda g: not g))
    title = f"{kind.plural}: what is known, and what is missing"
    view = KindView(
        crumbs=(ON_THE_WAY, Crumb(kind.plural)),
        title=title,
        lead=f"{counted(len(found), 'topic')} that each of the "
        f"{counted(len(library.all(kind.id)), kind.label.lower(), plural)} is asked about. Choose "
        "a topic to see in which of them something is missing.",
        explained="The numbers count answers; a record may give several to one question. "
        + STATES_EXPLAINED,
        records=Crumb(f"The {plural} one by one", records_address(kind)),
        groups=tuple(_group(kind, library, group, groups) for group in groups),
        without_record=tuple(_without_record(library)) if kind.model is Country else (),
    )
    return Page(
        address=topics_address(kind),
        title=title,
        description=f"What is known about {plural} in this library, topic by topic: answered, to "
        "verify, unknown, not researched.",
        section=ADDRESS,
        template="records/coverage-kind.html",
        view=view,
        made_from=f"{kind.folder}/",
    )


def _group(kind: Kind, library: Library, group: str, groups: tuple[str, ...]) -> TopicGroup:
    found = library.once(coverage).group(kind.id, group)
    rows = tuple(
        Row(
            "",
            (
                Cell(topic_words(library, one.topic), topic_address(one.topic)),
                *state_cells(one.lines),
            ),
        )
        for one in found
    )
    table = CountTable(
        counted(len(found), "topic"),
        "",
        (CountColumn("Topic", is_number=False), *state_columns()),
        rows,
    )
    return TopicGroup(group or kind.id, group_words(group) if len(groups) > 1 else "Topics", table)


def _without_record(library: Library) -> Iterator[str]:
    """Countries and areas of the United Nations' list of which there is no record."""
    for place in sorted(library.places.values(), key=lambda place: place.name.casefold()):
        if library.country(place.iso3) is None:
            yield place.name


def missing_names(one: TopicCoverage) -> tuple[tuple[str, Entry], ...]:
    """The records in which something is missing on a topic, by what is: state and record."""
    return tuple((state, entry) for state in MISSING for entry in one.in_state(state))


def topic_page(library: Library, one: TopicCoverage, page: int) -> Page:
    """A topic, and the records in which it is to be verified or has not been answered."""
    kind, words = BY_ID[one.topic.kind], topic_words(library, one.topic)
    folder, missing = topic_address(one.topic), missing_names(one)
    shown = on_page(missing, page, NAMES_A_PAGE)
    group = f"{group_words(one.topic.group)}: " if one.topic.group else ""
    title = f"{words}: what is missing"
    view = TopicView(
        crumbs=(ON_THE_WAY, Crumb(kind.plural, topics_address(kind)), Crumb(words)),
        title=title,
        lead=f"{group}{words}. {one.researched:,} of "
        f"{counted(len(library.all(kind.id)), kind.label.lower(), kind.plural.lower())} "
        "have been looked into.",
        tally=tuple(
            StateCount(state_mark(state), one.lines[state]) for state in STATES if one.lines[state]
        ),
        groups=tuple(_in_state(kind, one, state, shown) for state in dict(shown)),
        paging=paging(folder, page, len(missing), NAMES_A_PAGE, "Names"),
    )
    return Page(
        address=numbered(folder, page),
        title=f"{title} ({kind.plural.lower()}{f', page {page}' if page > 1 else ''})",
        description=f"The {kind.plural.lower()} in which nothing is known of this topic, or "
        f"something is to be verified: {words}.",
        section=ADDRESS,
        template="records/coverage-topic.html",
        view=view,
        made_from=f"{kind.folder}/",
    )


def _in_state(
    kind: Kind, one: TopicCoverage, state: str, shown: Sequence[tuple[str, Entry]]
) -> RecordsInState:
    number = counted(len(one.in_state(state)), kind.label.lower(), kind.plural.lower())
    here = names(entry for in_state, entry in shown if in_state == state)
    return RecordsInState(state_mark(state), number, here)
