"""The page of an event: when and where, how sure the date is, what came of it, what is near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.analysis.calendar import SERIES, Dated, by_series
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.kinds.references import Ref, mentions
from knowledge.library import Library
from knowledge.pages import record_parts
from knowledge.pages.citing import Citing
from knowledge.pages.event_words import no_calendar_words, times_words, when_words, where_words
from knowledge.pages.facts import Fact, FactItem, country_fact, other_names, term_fact, text_fact
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Head, HeadFact, Heading, RelatedLine
from knowledge.pages.related import linked, related_line
from knowledge.pages.sections import Sections, sections
from knowledge.pages.term_links import term_address, term_crumb

#: The types of event that take place somewhere; for the others no place is asked.
PLACED = ("conference", "meeting", "consultation", "launch")


@dataclass(frozen=True, slots=True)
class InSeries:
    """The series of an event, and the events before and after it; where there is none, None."""

    label: str
    address: str
    before: RelatedLine | None
    after: RelatedLine | None


@dataclass(frozen=True, slots=True)
class EventView:
    """What the template `records/event.html` shows. An empty part is an empty value.

    `file` is the calendar file; where there is none, `no_calendar` says why.
    """

    head: Head
    contents: tuple[Heading, ...]
    cancelled: bool
    facts: tuple[Fact, ...]
    note: str
    file: str
    no_calendar: str
    text: Sections
    series: InSeries | None
    related: tuple[RelatedLine, ...]
    ending: record_parts.Ending


def event_page(entry: Entry, library: Library, today: date, repo: str) -> Page:
    """The page of an event.

    `today` decides whether the event is over; `repo` is the code host's address, or empty.
    """
    event = entry.record
    if not isinstance(event, Event):
        raise TypeError(f"{entry.path} is not the record of an event")
    return Page(
        address=entry.address,
        title=f"{event.title}, {when_words(event)}",
        description=event.summary,
        section=f"{entry.kind.folder}/",
        template="records/event.html",
        view=_view(Dated(entry, event), library, today, repo),
        made_from=entry.path,
    )


def _view(dated: Dated, library: Library, today: date, repo: str) -> EventView:
    entry, event = dated.entry, dated.event
    # Sources are numbered as they are first asked for, so the parts are made in reading order.
    citing = Citing(entry, library)
    facts = tuple(_facts(event, library, citing))
    text = sections(entry, library, citing)
    ending = record_parts.ending(entry, citing, repo)
    has_outcome = dated.is_over(today) or bool(text["Outcome"].html)
    return EventView(
        head=_head(dated, library, today),
        contents=(
            Heading("facts", "Key facts"),
            *(text.contents("Outcome") if has_outcome else ()),
            *text.other_contents(),
            Heading("related", "Related"),
            *ending.contents,
        ),
        cancelled=event.cancelled,
        facts=facts,
        note=event.note or "",
        file=dated.file,
        no_calendar=no_calendar_words(event),
        text=text if has_outcome else Sections(text.before, {}, text.others),
        series=_series(dated, library),
        related=tuple(related_line(other, library) for other in _named(entry, library)),
        ending=ending,
    )


def _head(dated: Dated, library: Library, today: date) -> Head:
    entry, event = dated.entry, dated.event
    crumbs = (
        Crumb(entry.kind.section, f"{entry.kind.folder}/"),
        term_crumb(library, "event-types", event.type),
    )
    when = "Was" if dated.is_over(today) else "Will be"
    label = "Was to be" if event.cancelled else when
    return Head(
        crumbs,
        event.title,
        event.summary,
        record_parts.provenance(entry, today),
        facts=(HeadFact(label, when_words(event)),),
    )


def _facts(event: Event, library: Library, citing: Citing) -> Iterator[Fact]:
    times = times_words(event)
    when = FactItem(
        when_words(event),
        notes=(times,) if times else (),
        state=None if event.state == "stated" else state_mark(event.state),
        sources=citing.marks(event.source),
    )
    yield Fact("When", (when,))
    where = where_words(event)
    if where or event.type in PLACED:
        yield text_fact("Where", where)
    yield country_fact(event.countries, library, none="none named")
    yield term_fact("Type", "event-types", [event.type], library)
    if event.series:
        yield term_fact("Series", SERIES, [event.series], library)
    yield text_fact("Called by", event.organiser or "")
    if event.topics:
        yield term_fact("Topics", "topics", event.topics, library)
    if event.url:
        site = event.url.split("://", 1)[1].rstrip("/")
        yield Fact("Its own page", (FactItem(site, url=event.url),))
    yield from other_names(event.keywords)


def _series(dated: Dated, library: Library) -> InSeries | None:
    series = dated.event.series
    if series is None:
        return None
    events = by_series(library)[series]
    place = next(i for i, other in enumerate(events) if other.entry.id == dated.entry.id)
    before = events[place - 1] if place else None
    after = events[place + 1] if place + 1 < len(events) else None
    return InSeries(
        label=library.term(SERIES, series).label,
        address=term_address(library, SERIES, series) or "",
        before=related_line(before.entry, library, with_kind=False) if before else None,
        after=related_line(after.entry, library, with_kind=False) if after else None,
    )


def _named(entry: Entry, library: Library) -> list[Entry]:
    """The practices and initiatives that the event names, and other records that name it."""
    found: dict[str, Entry] = {}
    for _, pointer, id_ in mentions(entry.record):
        if isinstance(pointer, Ref) and pointer.kind != "country":
            other = library.get(pointer.kind, id_)
            if other is not None:
                found[other.address] = other
    return list((found | linked(entry, library)).values())
