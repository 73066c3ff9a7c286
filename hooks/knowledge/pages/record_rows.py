"""Records under a heading: the first ones with what they say of themselves, the others by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.library import Library
from knowledge.pages.parts import Crumb, RelatedLine
from knowledge.pages.related import by_evidence, related_line
from knowledge.pages.wording import counted

#: How many records of a group have a row of their own; the names of all others follow.
ROWS = 60


@dataclass(frozen=True, slots=True)
class RecordRows:
    """Records under a heading; `counted` says how many, `names` are those without a row."""

    anchor: str
    heading: str
    counted: str
    rows: tuple[RelatedLine, ...]
    names: tuple[Crumb, ...]


def record_rows(
    anchor: str, heading: str, entries: Sequence[Entry], library: Library
) -> RecordRows:
    """Records of one kind as rows: the better the evidence, the earlier, then by title; events by
    their dates, the latest first."""
    kind = entries[0].kind
    places, lines = library.once(_places), library.once(_lines)
    ordered = sorted(entries, key=lambda entry: places[entry.address][0])
    return RecordRows(
        anchor=anchor,
        heading=heading,
        counted=counted(len(entries), kind.label.lower(), kind.plural.lower()),
        rows=tuple(lines[entry.address] for entry in ordered[:ROWS]),
        names=names(sorted(ordered[ROWS:], key=lambda entry: places[entry.address][1])),
    )


def _places(library: Library) -> dict[str, tuple[int, int]]:
    """The place of every record in this order and in that of titles, worked out once: most records
    stand on the pages of twenty terms."""
    places: dict[str, tuple[int, int]] = {}
    for kind in KINDS:
        by_title = library.all(kind.id)
        ordered = sorted(by_evidence(by_title, len(by_title)), key=_start, reverse=True)
        titles = {entry.address: place for place, entry in enumerate(by_title)}
        places |= {e.address: (place, titles[e.address]) for place, e in enumerate(ordered)}
    return places


def _start(entry: Entry) -> str:
    """The start of an event; nothing for all else, which stays in its order."""
    return entry.record.start if isinstance(entry.record, Event) else ""


def names(entries: Iterable[Entry]) -> tuple[Crumb, ...]:
    """Records by their titles, each leading to its page."""
    return tuple(_name(entry.record.title, entry.address) for entry in entries)


#: The name of a record stands on the pages of a hundred terms.
_name = lru_cache(maxsize=2**14)(Crumb)


def _lines(library: Library) -> dict[str, RelatedLine]:
    """A record stands on the pages of many terms: its line is made once."""
    return {
        entry.address: related_line(entry, library, with_kind=False)
        for entry in library.everything()
    }
