"""What initiatives do, by supply chain, region, tier and constituency: counts and empty cells.

An initiative counts in every line that it names, and in every function that it has. An empty
cell says that none is recorded, which is not the same as none. What has ended is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from knowledge.analysis.regions import regions
from knowledge.analysis.supply_chains import GOODS, chains, chains_at
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import SAYS_SOMETHING
from knowledge.kinds.initiative import Initiative
from knowledge.library import Library

FUNCTIONS = "functions"

#: A line of a matrix before it is counted: id, name, and 1 for a part of the line above it.
Named = tuple[str, str, int]
Placed = Callable[[Library, Entry, Initiative], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a matrix: the initiatives in it, and those that have each function, by title.

    `named` is false for the line of initiatives that name nothing of the sort.
    """

    id: str
    title: str
    entries: tuple[Entry, ...]
    by_function: Mapping[str, tuple[Entry, ...]]
    depth: int = 0
    named: bool = True

    def empty(self, function: str) -> bool:
        """Whether no initiative of the line has a function."""
        return not self.by_function.get(function)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Function by something: every line, the empty ones among them."""

    id: str
    lines: tuple[Line, ...]
    by_id: Mapping[str, Line] = field(repr=False, compare=False)

    @property
    def asked(self) -> tuple[Line, ...]:
        """The lines in which a function can be missing."""
        return tuple(line for line in self.lines if line.named)


@dataclass(frozen=True, slots=True)
class Missing:
    """The lines of a matrix in which no initiative with a function is recorded."""

    function: str
    matrix: str
    lines: tuple[Line, ...]
    of: int


def at_work_now(library: Library) -> tuple[Entry, ...]:
    """The initiatives that have not ended, by title."""
    return tuple(
        entry
        for entry in library.all("initiative")
        if isinstance(entry.record, Initiative) and not entry.record.ended
    )


def ended(library: Library) -> tuple[Entry, ...]:
    """The initiatives that have ended, by title."""
    now = {entry.id for entry in library.once(at_work_now)}
    return tuple(entry for entry in library.all("initiative") if entry.id not in now)


def functions(library: Library) -> dict[str, str]:
    """The functions by id, as the vocabulary orders them, with their labels."""
    return {term.id: term.label for term in library.terms.get(FUNCTIONS, {}).values()}


def matrices(library: Library) -> dict[str, Matrix]:
    """Every matrix by id: function by supply chain, region, tier and constituency."""
    terms = library.terms
    return {
        "chains": _matrix(library, "chains", _chains_in_use(library), _chains),
        "regions": _matrix(library, "regions", _regions_of_the_world(library), _regions),
        "tiers": _matrix(library, "tiers", _terms(terms.get("tiers", {})), _tiers),
        "members": _matrix(library, "members", _terms(terms.get("constituencies", {})), _members),
    }


#: What the line of initiatives is called that name nothing of the sort.
UNNAMED = {
    "chains": "No good named",
    "regions": "No country named",
    "tiers": "No tier named",
    "members": "No constituency recorded as taking part",
}
UNNAMED_ID = "none-named"


def missing(library: Library) -> tuple[Missing, ...]:
    """For every matrix and function the lines without it; the function most often missing first.

    A region with parts is left out: its parts say more.
    """
    found = []
    for matrix in library.once(matrices).values():
        lines = [line for line in matrix.asked if not _has_parts(matrix, line)]
        for function in functions(library):
            empty = tuple(line for line in lines if line.empty(function))
            found.append(Missing(function, matrix.id, empty, len(lines)))
    return tuple(sorted(found, key=lambda gap: -len(gap.lines)))


def goods_without(library: Library) -> tuple[str, ...]:
    """The listed goods that no initiative at work names, by id."""
    named = {
        good
        for entry in library.once(at_work_now)
        if isinstance(entry.record, Initiative)
        for good in entry.record.goods
    }
    known = library.terms.get(GOODS, {})
    return tuple(sorted({row.good for row in library.listed_goods if row.good in known} - named))


def _matrix(library: Library, id_: str, named: Iterable[Named], placed: Placed) -> Matrix:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.once(at_work_now):
        if isinstance(entry.record, Initiative):
            for line in dict.fromkeys(placed(library, entry, entry.record)) or (UNNAMED_ID,):
                found[line].append(entry)
    lines = [_line(*line, found[line[0]]) for line in named]
    if found[UNNAMED_ID]:
        lines.append(_line(UNNAMED_ID, UNNAMED[id_], 0, found[UNNAMED_ID], named=False))
    return Matrix(id_, tuple(lines), {line.id: line for line in lines})


def _line(id_: str, title: str, depth: int, entries: list[Entry], *, named: bool = True) -> Line:
    does: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.record, Initiative):
            for function in dict.fromkeys(entry.record.functions):
                does[function].append(entry)
    by_function = {function: tuple(those) for function, those in does.items()}
    return Line(id_, title, tuple(entries), by_function, depth, named)


def _has_parts(matrix: Matrix, line: Line) -> bool:
    place = matrix.lines.index(line) + 1
    return place < len(matrix.lines) and matrix.lines[place].depth > line.depth


def _terms(terms: Mapping[str, object]) -> list[Named]:
    return [(id_, str(getattr(term, "label", id_)), 0) for id_, term in terms.items()]


def _chains_in_use(library: Library) -> list[Named]:
    """The chains that have been mapped, and the goods that an initiative at work names."""
    used = {chain.id for entry in library.once(at_work_now) for chain in chains_at(library, entry)}
    return [
        (chain.id, chain.title, 0)
        for chain in library.once(chains).values()
        if chain.entry is not None or chain.id in used
    ]


def _chains(library: Library, entry: Entry, _: Initiative) -> list[str]:
    return [chain.id for chain in chains_at(library, entry)]


def _regions_of_the_world(library: Library) -> list[Named]:
    return [
        (region.slug, region.name, 1 if region.within else 0)
        for region in library.once(regions).values()
    ]


def _regions(library: Library, _: Entry, initiative: Initiative) -> list[str]:
    around = library.once(_regions_around)
    return [slug for country in initiative.countries for slug in around.get(country, ())]


def _regions_around(library: Library) -> dict[str, list[str]]:
    """By the id of a country the regions around it."""
    around: dict[str, list[str]] = defaultdict(list)
    for region in library.once(regions).values():
        for country in region.countries:
            around[country.id].append(region.slug)
    return around


def _tiers(_: Library, __: Entry, initiative: Initiative) -> list[str]:
    return list(initiative.tiers)


def _members(_: Library, __: Entry, initiative: Initiative) -> list[str]:
    """The constituencies that take part; a claim still to be verified does not count."""
    sure = SAYS_SOMETHING - {"to-verify"}
    return [id_ for id_, claim in initiative.members.items() if claim.value and claim.state in sure]
