"""The front page: the doors, how sure the library is, what changed lately, where goods are listed,
and what is missing and wanted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.analysis.coverage import coverage
from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages import audiences, browse
from knowledge.pages.citing import Citing
from knowledge.pages.doors import Door, across, group_work
from knowledge.pages.figure_tables import FigureTable
from knowledge.pages.index_cells import names
from knowledge.pages.map_measures import MEASURES
from knowledge.pages.maps import Choice, MapFigure, choices, map_figure
from knowledge.pages.marks import STATES, state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import StateCount
from knowledge.pages.wanted import Wanted, wanted
from knowledge.pages.wording import counted, date_words, listed

#: How many changes the page shows, and how many records of a kind added on one day it tells one by
#: one.
CHANGES_SHOWN = 6
ADDED_ONE_BY_ONE = 3

#: What a reader finds behind the door of a kind. A kind without a sentence here has its name only.
DOORS = {
    "country": "Minimum ages, prohibitions, conventions, enforcement",
    "practice": "What was tried, what it took, how good the evidence is",
    "initiative": "Who works together, on what, and how far members are bound",
    "supply-chain": "From raw material to shop: where the risk sits, what is done there",
    "event": "Meetings, world days and deadlines, with calendar files",
}


@dataclass(frozen=True, slots=True)
class CollectionDoor:
    """A collection: its name, address, what is behind it, and how many records."""

    label: str
    address: str
    about: str
    count: str


@dataclass(frozen=True, slots=True)
class News:
    """What changed in a record, and when; without an address it speaks of many records."""

    on: str
    title: str
    what: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class ListedGoods:
    """Where goods are listed: on a map, if there are outlines, and as a table; totals and source.

    `others` are the other maps.
    """

    figure: MapFigure | None
    table: FigureTable
    pairs: str
    countries: str
    source: str
    source_url: str | None
    others: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page."""

    doors: tuple[CollectionDoor, ...]
    browse: tuple[browse.Door, ...]
    tally: tuple[StateCount, ...]
    tally_of: str
    news: tuple[News, ...]
    goods: ListedGoods | None
    wanted: tuple[Wanted, ...]
    across: tuple[Door, ...]
    group_work: tuple[Door, ...]
    questions: tuple[audiences.Door, ...]


def front_page(library: Library, today: date) -> Page:
    """The front page as of a day: what is dated later is not told yet."""
    counts = library.once(coverage).lines("country", "law")
    view = FrontView(
        doors=tuple(_doors(library)),
        browse=browse.doors(library),
        tally=tuple(StateCount(state_mark(id_), counts[id_]) for id_ in STATES if counts[id_]),
        tally_of=counted(len(library.all("country")), "country", "countries"),
        news=tuple(_news(library, today)),
        goods=_listed_goods(library),
        wanted=tuple(wanted(library, today)),
        across=across(library),
        group_work=group_work(library),
        questions=audiences.doors(library),
    )
    return Page(
        address="",
        title="Child labour and forced labour in supply chains",
        description="Laws, practices and initiatives against child labour and forced labour in "
        "supply chains: what is known, says who, as of when, and what is missing.",
        section="",
        template="records/front.html",
        view=view,
        made_from="the front page",
    )


def _doors(library: Library) -> Iterator[CollectionDoor]:
    for kind in KINDS:
        count = f"{len(library.all(kind.id)):,}"
        yield CollectionDoor(kind.section, f"{kind.folder}/", DOORS.get(kind.id, ""), count)


def _news(library: Library, today: date) -> Iterator[News]:
    """The newest changes and additions. What an importer wrote from one edition is one line, and so
    are more than a few records of a kind that were added on one day."""
    news: list[tuple[date, News]] = []
    imports: dict[tuple[date, str], Counter[str]] = defaultdict(Counter)
    added: dict[tuple[date, str], list[News]] = defaultdict(list)
    for entry in library.everything():
        record, kind = entry.record, entry.kind
        for change in record.changes:
            told = News(date_words(change.on), record.title, change.what, entry.address)
            news.append((change.on, told))
        if record.imported is not None and record.reviewed is None:
            imports[record.imported.on, record.imported.edition][kind.id] += 1
        else:
            told = News(
                date_words(record.added), record.title, f"{kind.label} added.", entry.address
            )
            added[record.added, kind.id].append(told)
    for (day, edition), kinds in imports.items():
        records = [
            counted(number, BY_ID[kind].label.lower(), BY_ID[kind].plural.lower())
            for kind, number in kinds.items()
        ]
        what = f"Imported from {edition}; not yet reviewed by a person."
        news.append((day, News(date_words(day), f"{listed(records)} added", what)))
    for (day, id_), lines in added.items():
        if len(lines) > ADDED_ONE_BY_ONE:
            lines = [_added_together(BY_ID[id_], lines)]
        news += [(day, told) for told in lines]
    past = [(day, told) for day, told in news if day <= today]
    # The sort is stable: what happened on one day stays in the order of the records.
    for _, told in sorted(past, key=lambda pair: pair[0], reverse=True)[:CHANGES_SHOWN]:
        yield told


def _added_together(kind: Kind, lines: list[News]) -> News:
    number = counted(len(lines), kind.label.lower(), kind.plural.lower())
    named = names(told.title for told in lines).text
    return News(lines[0].on, f"{number} added", f"{named}.", f"{kind.folder}/")


def _listed_goods(library: Library) -> ListedGoods | None:
    if not library.listed_goods:
        return None
    measure = MEASURES[0]
    (table,) = measure.tables(library, Citing(None, library))
    # An edition may go on, after a comma, to say which part of the list a row is from.
    editions = sorted({row.edition.partition(",")[0] for row in library.listed_goods})
    (first, *_) = sorted(measure.sources(library))
    source = library.shared_sources.get(first)
    told = f"{source.publisher}, {source.title}" if source else first
    return ListedGoods(
        figure=map_figure(library, measure, everyone=False) if library.outlines else None,
        table=replace(table, sources=()),
        pairs=counted(len(library.listed_goods), "pair of country and good", "pairs of country "
                      "and good"),
        countries=counted(len(table.rows), "country", "countries"),
        source=f"{told}, edition {listed(editions)}",
        source_url=source.url if source else None,
        others=tuple(choice for choice in choices(library, measure) if not choice.is_shown),
    )  # fmt: skip
