"""Which sources are one and the same, and everything that rests on each.

A shared source is one by its id. Sources of records are the same where their address is the
same (`url`, letter for letter); without an address, where title, publisher and date are.

The name of a source's page stays as it is while records come and go. A shared source has its id;
a record's own source has the record's kind and id and its own id, with two hyphens between them
(`country--ghana--ilab-country-page`). No id holds two hyphens, so no two names can be the same.
Where several records have the same source, the one that was added first gives the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source
from knowledge.kinds.references import Trail
from knowledge.kinds.tables import LISTED_GOODS
from knowledge.library import Library

FOLDER = "sources"

#: The names of the fields on the way to a statement, without numbers; `()` is the written text.
FieldPath = tuple[str, ...]
#: Steps of a trail that say nothing of what the statement is about.
_WITHIN = ("source", "also")

_KIND_ORDER = {kind.id: place for place, kind in enumerate(KINDS)}


class Resting(NamedTuple):
    """A record and its fields that rest on a source, in the order of the record."""

    entry: Entry
    fields: tuple[FieldPath, ...]


@dataclass(frozen=True, slots=True)
class DistinctSource:
    """A source, whoever cites it.

    `others` are the other words in which it is cited; `resting` is in the order of kinds and
    titles; `listed_in` holds the ISO codes of countries whose listed goods rest on it;
    `tables` the paths of the other tables with rows that rest on it, and how many rows do;
    `formerly` the names that its page had before a record was renamed.
    """

    slug: str
    source: Source
    others: tuple[Source, ...]
    resting: tuple[Resting, ...]
    listed_in: tuple[str, ...]
    formerly: tuple[str, ...]
    made_from: str
    tables: tuple[tuple[str, int], ...] = ()

    @property
    def address(self) -> str:
        """The page, relative to the site."""
        return f"{FOLDER}/{self.slug}/"


class _Own(NamedTuple):
    """A source as a record words it."""

    entry: Entry
    id: str
    source: Source

    @property
    def age(self) -> tuple[date, int, str]:
        """Sorts the record that was added first before all others."""
        return self.entry.record.added, _KIND_ORDER[self.entry.kind.id], self.entry.id


def distinct_sources(library: Library) -> tuple[DistinctSource, ...]:
    """Every source that something rests on, by title."""
    found = {source.slug: source for source in library.once(_by_citation).values()}
    return tuple(sorted(found.values(), key=lambda s: (s.source.title.casefold(), s.slug)))


def distinct_source(library: Library, entry: Entry | None, source_id: str) -> DistinctSource | None:
    """The source that a record, or a page of no record, cites under an id; None where nothing
    rests on it."""
    own = entry is not None and source_id in entry.record.sources
    holder = entry.address if entry is not None and own else ""
    return library.once(_by_citation).get((holder, source_id))


def _by_citation(library: Library) -> dict[tuple[str, str], DistinctSource]:
    """The source by the address of the record that has it ("" for a shared one) and its id."""
    groups: dict[tuple[str | None, ...], list[_Own]] = defaultdict(list)
    rests: dict[tuple[str, str], list[Resting]] = defaultdict(list)
    for entry in library.everything():
        sources, address = entry.record.sources, entry.address
        for id_, source in sources.items():
            groups[identity(source)].append(_Own(entry, id_, source))
        for id_, trails in library.uses_of_source(entry).items():
            rests[address if id_ in sources else "", id_].append(Resting(entry, _paths(trails)))
    found = dict(_shared(library, rests))
    for group in groups.values():
        distinct = _own(group, rests)
        if distinct.resting:
            found |= {(own.entry.address, own.id): distinct for own in group}
    return found


def identity(source: Source) -> tuple[str | None, ...]:
    """What two sources of records have in common when they are the same."""
    return (source.url,) if source.url else (source.title, source.publisher, source.date)


def _shared(
    library: Library, rests: dict[tuple[str, str], list[Resting]]
) -> Iterator[tuple[tuple[str, str], DistinctSource]]:
    listed: dict[str, dict[str, None]] = defaultdict(dict)
    for row in library.listed_goods:
        listed[row.source][row.iso3] = None
    tables = {
        path: Counter(row.source for row in rows)
        for path, rows in library.sourced_rows.items()
        if path != LISTED_GOODS
    }
    for id_, source in library.shared_sources.items():
        resting, places = rests.get(("", id_), []), tuple(listed[id_])
        named = tuple((path, ids[id_]) for path, ids in tables.items() if id_ in ids)
        if resting or places or named:
            distinct = DistinctSource(
                id_, source, (), tuple(resting), places, (), "content/sources.yml", named
            )
            yield ("", id_), distinct


def _own(group: list[_Own], rests: dict[tuple[str, str], list[Resting]]) -> DistinctSource:
    first = min(group, key=lambda own: own.age) if len(group) > 1 else group[0]
    words = {
        own.source.title: own.source for own in group if own.source.title != first.source.title
    }
    return DistinctSource(
        slug=_slug(first, first.entry.id),
        source=first.source,
        others=tuple(words.values()),
        resting=_joined(r for own in group for r in rests.get((own.entry.address, own.id), ())),
        listed_in=(),
        formerly=tuple(_slug(first, old) for old in first.entry.record.formerly),
        made_from=first.entry.path,
    )


def _slug(own: _Own, record_id: str) -> str:
    return f"{own.entry.kind.id}--{record_id}--{own.id}"


def _joined(resting: Iterable[Resting]) -> tuple[Resting, ...]:
    """Each record once, as one may have the same source under two ids."""
    found: dict[str, Resting] = {}
    for one in resting:
        same = found.get(one.entry.address)
        if same:
            one = one._replace(fields=tuple(dict.fromkeys((*same.fields, *one.fields))))
        found[one.entry.address] = one
    return tuple(found.values())


@cache
def _paths(trails: tuple[Trail, ...]) -> tuple[FieldPath, ...]:
    """Thousands of records have the same few trails: they are worked out, and held, once."""
    return tuple(dict.fromkeys(map(_path, trails)))


def _path(trail: Trail) -> FieldPath:
    path = tuple(step for step in trail if isinstance(step, str) and step not in _WITHIN)
    # The sources of the record as a whole are not those of its written text.
    return path if path or not trail else ("source",)
