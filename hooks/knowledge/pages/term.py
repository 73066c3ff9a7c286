"""The page of a term: what it means, who says so, and everything that uses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from knowledge.analysis.calendar import SERIES, by_series, has_days, series_file
from knowledge.analysis.distinct_sources import DistinctSource
from knowledge.analysis.feeds import feed_of
from knowledge.analysis.term_use import (
    GOODS,
    SOURCE_KINDS,
    listed_as,
    narrower,
    sources_of_kind,
    uses_of_term,
)
from knowledge.analysis.topics import VOCABULARY as TOPICS
from knowledge.kinds.entries import Entry
from knowledge.kinds.practice import GRADES, Practice
from knowledge.kinds.references import Term
from knowledge.kinds.vocabularies import VocabularyTerm
from knowledge.library import Library
from knowledge.pages import field_words
from knowledge.pages.marks import evidence_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, EvidenceMark
from knowledge.pages.record_rows import RecordRows, record_rows
from knowledge.pages.term_links import BROWSE, term_address, use_words, vocabulary_address
from knowledge.pages.toolkit_links import StepLink, toolkit_links
from knowledge.pages.topic_part import TopicPart, topic_part
from knowledge.pages.wording import counted

#: Said as the description of a term that nobody has defined.
UNDEFINED = "A term of the vocabulary “{}” of this library, and everything that uses it."


@dataclass(frozen=True, slots=True)
class TermLink:
    """Another term: its name, its page (empty where it has none), and what uses it."""

    label: str
    address: str
    used: str


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many practices have a grade of evidence; no mark stands for those without a grade."""

    mark: EvidenceMark | None
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A country for which a good is listed; the address is None where it has no record."""

    country: str
    address: str | None
    child_labour: bool
    forced_labour: bool
    forced_child_labour: bool
    edition: str


@dataclass(frozen=True, slots=True)
class ListedIn:
    """Where a good is listed; `lists` leads to the pages of the sources."""

    counted: str
    rows: tuple[ListedRow, ...]
    lists: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A source, the language of a title that is not English, and how many records rest on it."""

    title: str
    title_language: str
    address: str
    used: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher and its sources of a kind."""

    name: str
    counted: str
    sources: tuple[SourceCount, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """What the template `records/term.html` shows. An empty part is an empty value."""

    crumbs: tuple[Crumb, ...]
    title: str
    definition: str
    defined_by: tuple[str, ...]
    also_called: tuple[str, ...]
    used: str
    calendar: str
    broader: TermLink | None
    narrower: tuple[TermLink, ...]
    grades: tuple[GradeCount, ...]
    graded: str
    listed: ListedIn | None
    groups: tuple[RecordRows, ...]
    publishers: tuple[Publisher, ...]
    topic: TopicPart | None
    toolkits: tuple[StepLink, ...]


def term_page(library: Library, vocabulary: str, term: VocabularyTerm) -> Page:
    """The page of a term that something uses."""
    title = library.vocabularies[vocabulary].title
    address = f"{vocabulary_address(vocabulary)}{term.id}/"
    tried = _practices(library, vocabulary, term)
    view = TermView(
        crumbs=(Crumb("Browse", BROWSE), Crumb(title, vocabulary_address(vocabulary))),
        title=term.label,
        definition=term.definition or "",
        defined_by=tuple(term.source),
        also_called=tuple(term.also_called),
        used=use_words(library, vocabulary, term.id),
        calendar=_calendar(library, vocabulary, term),
        broader=_link(library, vocabulary, library.term(vocabulary, term.broader))
        if term.broader
        else None,
        narrower=tuple(
            _link(library, vocabulary, other) for other in narrower(library, vocabulary, term.id)
        ),
        grades=tuple(_grades(library, tried)) if vocabulary == "approaches" else (),
        graded=counted(len(tried), "practice"),
        listed=_listed(library, term.id) if vocabulary == GOODS else None,
        groups=tuple(_groups(library, vocabulary, term)),
        publishers=publishers(library, term.id) if vocabulary == SOURCE_KINDS else (),
        topic=topic_part(library, term.id) if vocabulary == TOPICS else None,
        toolkits=toolkit_links(library, (Term(vocabulary), term.id)),
    )
    told = term.definition or ""
    return Page(
        address=address,
        title=f"{term.label} ({title[:1].lower()}{title[1:]})",
        description=told if len(told) > len(UNDEFINED) / 2 else UNDEFINED.format(title),
        section=BROWSE,
        template="records/term.html",
        view=view,
        made_from=f"content/vocabularies/{vocabulary}.yml",
        feed=feed_of(library, address),
    )


def _calendar(library: Library, vocabulary: str, term: VocabularyTerm) -> str:
    """The calendar file of a series that has an event with a day."""
    events = by_series(library).get(term.id, ()) if vocabulary == SERIES else ()
    return series_file(term.id) if has_days(events) else ""


def _link(library: Library, vocabulary: str, term: VocabularyTerm) -> TermLink:
    address = term_address(library, vocabulary, term.id) or ""
    return TermLink(term.label, address, use_words(library, vocabulary, term.id))


def _groups(library: Library, vocabulary: str, term: VocabularyTerm) -> Iterator[RecordRows]:
    for use in uses_of_term(library, vocabulary, term.id):
        # A good of a stage is a good of its chain, which is told already.
        if vocabulary == GOODS and use.field == "stages":
            continue
        anchor = f"{use.kind}-{use.field.replace('_', '-')}-{use.answer}"
        yield record_rows(anchor, field_words.use_words(use), use.entries, library)


def _practices(library: Library, vocabulary: str, term: VocabularyTerm) -> list[Entry]:
    uses = uses_of_term(library, vocabulary, term.id)
    return [entry for use in uses for entry in use.entries if use.kind == "practice"]


def _grades(library: Library, practices: list[Entry]) -> Iterator[GradeCount]:
    """The grades of evidence that practices have, the strongest first."""
    counts: Counter[str] = Counter()
    for entry in practices:
        graded = entry.record.evidence if isinstance(entry.record, Practice) else None
        counts[graded.grade if graded else ""] += 1
    for grade in reversed(GRADES):
        if counts[grade]:
            address = term_address(library, "evidence", grade) or ""
            yield GradeCount(evidence_mark(library, grade), address, f"{counts[grade]:,}")
    if counts[""]:
        yield GradeCount(None, "", f"{counts['']:,}")


def _listed(library: Library, good: str) -> ListedIn | None:
    found = listed_as(library, good)
    if not found:
        return None
    rows = []
    for row in found:
        entry, place = library.country(row.iso3), library.places.get(row.iso3)
        rows.append(
            ListedRow(
                country=entry.record.title if entry else place.name if place else row.iso3,
                address=f"{entry.address}#goods" if entry else None,
                child_labour=row.child_labour,
                forced_labour=row.forced_labour,
                forced_child_labour=row.forced_child_labour,
                edition=row.edition,
            )
        )
    lists = {row.source: library.shared_sources[row.source].title for row in found}
    return ListedIn(
        counted=counted(len(rows), "country", "countries"),
        rows=tuple(sorted(rows, key=lambda row: row.country.casefold())),
        lists=tuple(Crumb(title, f"sources/{id_}/") for id_, title in lists.items()),
    )


def publishers(library: Library, kind: str) -> tuple[Publisher, ...]:
    """The sources of a kind by publisher, those with most sources first."""
    sources = sorted(sources_of_kind(library, kind), key=lambda s: s.source.publisher.casefold())
    found = []
    for _, group in groupby(sources, key=lambda s: s.source.publisher.casefold()):
        told = tuple(group)
        found.append(
            Publisher(
                told[0].source.publisher,
                counted(len(told), "source"),
                tuple(source_count(source) for source in told),
            )
        )
    return tuple(sorted(found, key=lambda publisher: -len(publisher.sources)))


def source_count(source: DistinctSource) -> SourceCount:
    """A source with the number of records, of countries or of figures that rest on it."""
    rows = sum(number for _, number in source.tables)
    number = len(source.resting) or len(source.listed_in) or rows
    noun = ("country", "countries") if source.listed_in else ("figure", "figures")
    noun = ("record", "records") if source.resting else noun
    told = source.source
    return SourceCount(told.title, told.foreign_title, source.address, counted(number, *noun))
