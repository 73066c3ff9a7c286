"""What a page of a practice or an initiative leads to: both ways along every reference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from heapq import merge, nsmallest
from itertools import groupby, islice
from operator import itemgetter, or_

from knowledge.analysis.calendar import naming
from knowledge.kinds import BY_ID
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.kind import Kind
from knowledge.kinds.practice import GRADES, Practice
from knowledge.library import Library
from knowledge.pages.event_words import when_words, where_words
from knowledge.pages.facts import years_words
from knowledge.pages.marks import evidence_mark, tier_mark
from knowledge.pages.parts import Crumb, RelatedLine
from knowledge.pages.wording import counted, listed

#: How many records a list names before it says how many more there are.
NEAREST = 5
#: How many countries a line names before it says how many more there are.
NAMED = 3

#: The grades of evidence, the strongest first.
_WEAKNESS = {grade: place for place, grade in enumerate(reversed(GRADES))}

#: What an initiative did in a practice, by the field of the practice that says so.
PARTS = {"led_by": "led it", "partners": "took part"}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest records of a sort; `more` says how many others there are, or is empty; `all` is
    where those are listed."""

    lines: tuple[RelatedLine, ...]
    all: Crumb
    more: str = ""


def related_line(
    entry: Entry, library: Library, part: str = "", *, with_kind: bool = True
) -> RelatedLine:
    """A record as a line: kind, countries, years and `part`, title, summary and marks.

    A record stands on the pages of dozens of others, so that its line is made once.
    """
    made = library.once(_lines)
    key = (entry.address, part, with_kind)
    if key not in made:
        made[key] = _line(entry, library, part, with_kind)
    return made[key]


def _lines(library: Library) -> dict[tuple[str, str, bool], RelatedLine]:
    """The lines made so far: by address, part, and whether they name the kind."""
    return {}


def _line(entry: Entry, library: Library, part: str, with_kind: bool) -> RelatedLine:
    record = entry.record
    facts, evidence, tiers = [entry.kind.label] if with_kind else [], None, None
    if isinstance(record, Practice):
        facts += [_where(record.countries, library)]
        facts += [years_words(record.period.start, record.period.end)]
        tiers = tier_mark(library, record.tiers)
        if record.evidence is not None:
            evidence = evidence_mark(library, record.evidence.grade)
    elif isinstance(record, Initiative):
        facts += [library.term("initiative-types", record.type).label]
        facts += [_where(record.countries, library)]
        facts += [years_words(record.started, record.ended)]
        tiers = tier_mark(library, record.tiers)
    elif isinstance(record, Event):
        facts += [library.term("event-types", record.type).label]
        facts += [when_words(record), where_words(record)]
        facts += ["cancelled"] if record.cancelled else []
    told = " · ".join(filter(None, [*facts, part]))
    return RelatedLine(told, record.title, entry.address, record.summary, evidence, tiers)


def linked(entry: Entry, library: Library) -> dict[str, Entry]:
    """The records that name this one or are named by it as related, and any others that point
    here and are not of a list of their own, as events are; by address, in the order of their
    titles."""
    kind, found = entry.kind.id, []
    named = getattr(entry.record, "related", ())
    found += [other for id_ in named if (other := library.get(kind, id_))]
    for other, trail in library.pointing_at(kind, entry.id):
        if trail[0] not in PARTS and not isinstance(other.record, Event):
            found.append(other)
    return _by_title(other for other in found if other.address != entry.address)


def events_of(entry: Entry, library: Library) -> Neighbours:
    """The events that name a record, the latest first."""
    found = naming(library, entry)
    nearest = [dated.entry for dated in found[:NEAREST]]
    return _neighbours(nearest, len(found), library, BY_ID["event"])


def practices_of(entry: Entry, library: Library) -> tuple[RelatedLine, ...]:
    """The practices that an initiative led or took part in, those that it led first."""
    parts: dict[str, str] = {}
    practices: list[Entry] = []
    for practice, trail in library.pointing_at("initiative", entry.id):
        part = PARTS.get(str(trail[0]))
        if part is not None:
            practices.append(practice)
            if parts.get(practice.address) != PARTS["led_by"]:
                parts[practice.address] = part
    order = list(PARTS.values())
    ordered = sorted(_by_title(practices).values(), key=lambda e: order.index(parts[e.address]))
    return tuple(related_line(other, library, parts[other.address]) for other in ordered)


def same_approach(
    entry: Entry, practice: Practice, library: Library, shown: Collection[str]
) -> Neighbours:
    """Other practices of the same approach, the better the evidence, the earlier.

    `shown` holds the addresses of those that stand elsewhere on the page.
    """
    tried = library.once(_Tried)
    left_out = {entry.address, *shown}
    nearest = [e for e in tried.first(practice.approach, NEAREST + len(left_out))
               if e.address not in left_out]  # fmt: skip
    here = set(practice.approach)
    others = tried.number(practice.approach) - sum(
        not here.isdisjoint(other.record.approach)
        for address in left_out
        if (other := tried.by_address.get(address)) and isinstance(other.record, Practice)
    )
    return _neighbours(nearest[:NEAREST], others, library, entry.kind)


class _Tried:
    """The practices of every approach, the better the evidence, the earlier; then by title."""

    def __init__(self, library: Library) -> None:
        practices = library.all("practice")
        self.by_address = {entry.address: entry for entry in practices}
        self._ranked: dict[str, list[tuple[int, int, Entry]]] = defaultdict(list)
        ranks = sorted((_weakness(entry), number) for number, entry in enumerate(practices))
        for weakness, number in ranks:
            record = practices[number].record
            for approach in dict.fromkeys(record.approach if isinstance(record, Practice) else ()):
                self._ranked[approach].append((weakness, number, practices[number]))
        # As bits of a number, the practices of several approaches are counted in no time.
        self._bits = {
            approach: sum(1 << number for _, number, _ in ranked)
            for approach, ranked in self._ranked.items()
        }

    def first(self, approaches: list[str], number: int) -> list[Entry]:
        """The first few practices of any of some approaches."""
        rank = itemgetter(0, 1)
        ranked = merge(*(self._ranked.get(approach, ()) for approach in approaches), key=rank)
        different = (next(same)[2] for _, same in groupby(ranked, key=rank))
        return list(islice(different, number))

    def number(self, approaches: list[str]) -> int:
        """How many practices there are of any of some approaches."""
        bits = (self._bits.get(approach, 0) for approach in approaches)
        return reduce(or_, bits, 0).bit_count()


def by_evidence(entries: Iterable[Entry], number: int) -> list[Entry]:
    """The first few of some records, the better the evidence, the earlier."""
    return nsmallest(number, entries, key=_weakness)


def same_countries(
    entry: Entry, countries: Iterable[str], library: Library, shown: Collection[str]
) -> Neighbours:
    """Other practices and initiatives in the same countries, the more in common, the earlier.

    `shown` holds the addresses of those that stand elsewhere on the page.
    """
    left_out = {entry.address, *shown}
    working = [library.once(at_work).get(country, {}) for country in countries]
    if len(working) == 1:
        # Most records name one country, which all others there have in common with them.
        (here,) = working
        nearest = list(islice((one for at, one in here.items() if at not in left_out), NEAREST))
        total = len(here) - sum(address in here for address in left_out)
        return _neighbours(nearest, total, library, entry.kind)
    found: dict[str, Entry] = {}
    common: Counter[str] = Counter()
    for here in working:
        found.update(here)
        common.update(here.keys())
    for address in left_out:
        found.pop(address, None)
    first = nsmallest(NEAREST, found, key=lambda address: -common[address])
    return _neighbours([found[address] for address in first], len(found), library, entry.kind)


def at_work(library: Library) -> dict[str, dict[str, Entry]]:
    """By country, the practices and initiatives there, by address."""
    return {
        country.id: {
            entry.address: entry
            for entry, trail in library.pointing_at("country", country.id)
            if trail[0] == "countries" and isinstance(entry.record, Practice | Initiative)
        }
        for country in library.all("country")
    }


def _neighbours(nearest: list[Entry], total: int, library: Library, kind: Kind) -> Neighbours:
    more = total - len(nearest)
    lines = tuple(related_line(other, library) for other in nearest)
    where = Crumb(kind.section, f"{kind.folder}/")
    return Neighbours(lines, where, f"and {counted(more, 'other')}" if more else "")


def _weakness(entry: Entry) -> int:
    record = entry.record
    graded = isinstance(record, Practice) and record.evidence
    return _WEAKNESS[graded.grade] if graded else len(_WEAKNESS)


def country_names(ids: Iterable[str], library: Library) -> list[str]:
    """Countries by their titles, in the order given."""
    return [entry.record.title for id_ in ids if (entry := library.get("country", id_))]


def _where(ids: list[str], library: Library) -> str:
    names = country_names(ids, library)
    more = len(names) - NAMED
    return listed([*names[:NAMED], f"{more} more"] if more > 0 else names)


def _by_title(entries: Iterable[Entry]) -> dict[str, Entry]:
    ordered = sorted(entries, key=lambda entry: _by_letters(entry.record.title, entry.address))
    return {entry.address: entry for entry in ordered}


@lru_cache(maxsize=2**14)
def _by_letters(title: str, address: str) -> tuple[str, str]:
    return title.casefold(), address
