"""The page of a source: what it is, and every record and field that rests on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.distinct_sources import FOLDER, DistinctSource, Resting
from knowledge.analysis.term_use import SOURCE_KINDS
from knowledge.kinds import BY_ID
from knowledge.kinds.fields import Source
from knowledge.kinds.outlines import OUTLINES
from knowledge.kinds.statistics import path_of
from knowledge.kinds.tables import EXPORT_SHARES, EXPORT_STUDIES
from knowledge.library import Library
from knowledge.pages.field_words import field_words
from knowledge.pages.maps import ADDRESS as MAPS
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.record_rows import names
from knowledge.pages.statistics_words import TITLES, address_of
from knowledge.pages.term_links import BROWSE, term_address
from knowledge.pages.trade_flows import ADDRESS as TRADE_FLOWS
from knowledge.pages.wording import LANGUAGES, counted, date_words, listed

#: With more records of a kind a source lists their names, and its fields apart.
ROWS = 40
#: Records that rest on a source in so few different ways are listed way by way.
WAYS = 6


#: Where the tables of `content/data/` are shown.
TABLES = {
    **{path_of(id_): Crumb(title, address_of(id_)) for id_, title in TITLES.items()},
    OUTLINES: Crumb("Outlines of countries, for the maps", MAPS),
    EXPORT_SHARES: Crumb("Child labour in exports, by region", f"{TRADE_FLOWS}#shares"),
    EXPORT_STUDIES: Crumb(
        "Child labour in exports: studies on the method", f"{TRADE_FLOWS}#studies"
    ),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact about the source; `address` leads to a page of this site, `url` elsewhere."""

    label: str
    text: str
    address: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class RestingRow:
    """A record and, in words, what in it rests on the source."""

    title: str
    address: str
    fields: str


@dataclass(frozen=True, slots=True)
class NamedRecords:
    """Many records by name under the words for what in them rests on the source."""

    words: str
    counted: str
    names: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class FieldCount:
    """A field and in how many records it rests on the source."""

    field: str
    count: str


@dataclass(frozen=True, slots=True)
class RestingGroup:
    """The records of a kind: as rows; or, where they are many, by name, and their fields apart."""

    anchor: str
    heading: str
    counted: str
    rows: tuple[RestingRow, ...]
    fields: tuple[FieldCount, ...]
    named: tuple[NamedRecords, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the template `records/source.html` shows. An empty part is an empty value."""

    crumbs: tuple[Crumb, ...]
    title: str
    title_language: str
    publisher: str
    url: str
    facts: tuple[Labelled, ...]
    note: str
    others: tuple[str, ...]
    used: str
    groups: tuple[RestingGroup, ...]
    listed_in: tuple[Crumb, ...]
    listed: str
    tables: tuple[Crumb, ...]


def source_page(library: Library, distinct: DistinctSource) -> Page:
    """The page of a source that something rests on."""
    source = distinct.source
    groups = tuple(_groups(distinct))
    listed_in = tuple(sorted(_countries(library, distinct), key=lambda c: c.label.casefold()))
    tables = tuple(TABLES[path] for path, _ in distinct.tables)
    rows = sum(number for _, number in distinct.tables)
    goods = f"the goods listed for {counted(len(listed_in), 'country', 'countries')}"
    view = SourceView(
        crumbs=(Crumb("Browse", BROWSE), Crumb("Sources", f"{FOLDER}/")),
        title=source.title,
        title_language=source.foreign_title,
        publisher=source.publisher,
        url=source.url or "",
        facts=tuple(_facts(library, distinct)),
        note=source.note or "",
        others=tuple(_other(other) for other in distinct.others),
        used=listed(
            [
                *(group.counted for group in groups),
                *([goods] if listed_in else []),
                *([counted(rows, "figure or finding", "figures or findings")] if rows else []),
            ]
        ),
        groups=groups,
        listed_in=listed_in,
        listed=counted(len(listed_in), "country", "countries"),
        tables=tables,
    )
    return Page(
        address=distinct.address,
        title=f"{source.title} (source)",
        description=f"{source.title}, {source.publisher}: what it is, and everything in this "
        "library that rests on it.",
        section=BROWSE,
        template="records/source.html",
        view=view,
        made_from=distinct.made_from,
    )


def _other(source: Source) -> str:
    """Other words for the same source: its title there, its date and when it was read."""
    read = f"read {date_words(source.accessed)}" if source.accessed else ""
    return ", ".join(filter(None, (source.title, date_words(source.date), read)))


def _facts(library: Library, distinct: DistinctSource) -> Iterator[Labelled]:
    source = distinct.source
    kind = library.term(SOURCE_KINDS, source.kind).label
    language = LANGUAGES.get(source.language or "", source.language or "")
    yield Labelled("Publisher", source.publisher)
    yield Labelled("Kind", kind, address=term_address(library, SOURCE_KINDS, source.kind) or "")
    yield Labelled("Published", date_words(source.date) or "date not recorded")
    yield Labelled("Read", date_words(source.accessed) or "day not recorded")
    if language:
        yield Labelled("Language", language)
    yield Labelled("Licence", source.licence or "not recorded")
    if source.archived:
        yield Labelled("Archived copy", "open the copy", url=source.archived)


def _groups(distinct: DistinctSource) -> Iterator[RestingGroup]:
    kinds: dict[str, list[Resting]] = defaultdict(list)
    for resting in distinct.resting:
        kinds[resting.entry.kind.id].append(resting)
    for kind_id, found in kinds.items():
        kind = BY_ID[kind_id]
        number = counted(len(found), kind.label.lower(), kind.plural.lower())
        few = len(found) <= ROWS
        ways = {} if few else _ways(found)
        by_way = len(ways) <= WAYS
        yield RestingGroup(
            anchor=kind_id,
            heading=kind.plural,
            counted=number,
            rows=tuple(_row(one) for one in found) if few else (),
            fields=() if by_way else tuple(_fields(found)),
            named=tuple(_named(words, ones) for words, ones in ways.items())
            if by_way
            else (_named("", found),),
        )


def _row(resting: Resting) -> RestingRow:
    entry = resting.entry
    return RestingRow(entry.record.title, entry.address, _words(resting))


def _words(resting: Resting) -> str:
    """The fields of a record in words: `Light work, hazardous work and C138`."""
    words = dict.fromkeys(field_words(resting.entry.kind.model, path) for path in resting.fields)
    first, *rest = words
    # A number such as C138 keeps its capital.
    lowered = [w[:1].lower() + w[1:] if w[1:2].islower() else w for w in rest]
    return listed([first, *lowered])


def _ways(resting: list[Resting]) -> dict[str, list[Resting]]:
    """The records by what in them rests on the source, the commonest first."""
    ways: dict[str, list[Resting]] = defaultdict(list)
    for one in resting:
        ways[_words(one)].append(one)
    return dict(sorted(ways.items(), key=lambda way: -len(way[1])))


def _named(words: str, resting: list[Resting]) -> NamedRecords:
    kind = resting[0].entry.kind
    number = counted(len(resting), kind.label.lower(), kind.plural.lower())
    return NamedRecords(words, number, names(one.entry for one in resting))


def _fields(resting: list[Resting]) -> Iterator[FieldCount]:
    counts = Counter(
        word
        for one in resting
        for word in {field_words(one.entry.kind.model, path) for path in one.fields}
    )
    for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield FieldCount(word, f"{count:,}")


def _countries(library: Library, distinct: DistinctSource) -> Iterator[Crumb]:
    for iso3 in distinct.listed_in:
        entry, place = library.country(iso3), library.places.get(iso3)
        if entry is not None:
            yield Crumb(entry.record.title, f"{entry.address}#goods")
        else:
            yield Crumb(place.name if place else iso3)
