"""Browsing a collection, or all of them: facets with their counts, the words, the order.

What stands on the page is complete without a script: every chip leads to the page of its term,
country or region. The script makes the chips toggles and draws the results; it takes all words
from here, and ids from the files of `exports/record_data.py`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from knowledge.analysis.facets import FACETS, facet_values, facets_of
from knowledge.analysis.regions import regions
from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.marks import STATES
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import counted

#: Facets as readers know them, by their parameter in an address.
LABELS = {
    "kind": "Kind of record",
    "tier": "Tier reached",
    "evidence": "Evidence",
    "approach": "Approach",
    "type": "Type",
    "function": "What it does",
    "region": "Region",
    "year": "Year",
    "country": "Country",
    "good": "Good",
    "target": "Against",
    "level": "Level",
    "constituency": "Who takes part",
    "series": "Series",
    "topic": "Topic",
    "state": "How sure",
}
#: How many facets stand open where there is room; those after the next few stand behind "More".
OPEN, FIRST = 3, 5
#: A facet with more terms shows only those in use; a shorter one shows the unused ones, dashed.
TERMS_SHOWN = 20
#: Facets whose values have an order of their own; the others show the most used value first.
IN_ORDER = frozenset({"kind", "tier", "evidence", "level", "state", "year"})
#: The facets that a line of a result names, by the kind of record; a dash stands for its dates.
LINES = {
    "country": ("region",),
    "practice": ("country", "-", "approach"),
    "initiative": ("type", "country", "-"),
    "supply-chain": ("good",),
    "event": ("type", "-"),
}
#: The orders a reader may choose, and the facet or the list of the data that each needs.
SORTS = {
    "title": "A to Z",
    "evidence": "Strongest evidence",
    "date": "Latest start",
    "added": "Newest in the library",
}
#: A library with more records is browsed as a whole without summaries: with them the page would
#: weigh more than a megabyte. Their words are still found.
SUMMARIES_UP_TO = 5000


@dataclass(frozen=True, slots=True)
class FacetChip:
    """A value of a facet: its id, label, page (or nothing) and how many records have it."""

    id: str
    label: str
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its chips; an open one is open where there is room."""

    name: str
    label: str
    chips: tuple[FacetChip, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A collection in the data: its kind, the nouns of it, the facets of a line, its page, the
    stem of its files, and the address of a record in which `-` stands for the id."""

    kind: str
    one: str
    many: str
    line: str
    folder: str
    files: str
    page: str


@dataclass(frozen=True, slots=True)
class Browsing:
    """What the macro `browse` shows. `idle` says what stands there while nothing is chosen: the
    results (""), or what is on the page anyway ("plain")."""

    id: str
    one: str
    many: str
    counted: str
    facets: tuple[FacetView, ...]
    more: tuple[FacetView, ...]
    sorts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    summaries: bool
    view: str
    idle: str


def browsing(
    library: Library, kind: Kind | None = None, *, view: str = "list", idle: str = ""
) -> Browsing:
    """The facets of a collection, or of everything; `view` is `list` or `table`."""
    kinds = [kind] if kind else list(KINDS)
    number = sum(len(library.all(one.id)) for one in kinds)
    one, many = (kind.label.lower(), kind.plural.lower()) if kind else ("record", "records")
    # Above a table there is no room for open facets.
    facets = _facets(library, kind.id if kind else "", 0 if view == "table" else OPEN)
    has = {facet.name for facet in facets}
    dated = kind is None or "-" in LINES.get(kind.id, ())
    sorts = [s for s in SORTS.items() if s[0] in ("title", "added") or s[0] in has or
             (s[0] == "date" and dated)]  # fmt: skip
    if kind and kind.id == "event":
        sorts.sort(key=lambda sort: sort[0] != "date")  # of events the latest come first
    return Browsing(
        id=kind.id if kind else "",
        one=one,
        many=many,
        counted=counted(number, one, many),
        facets=facets[:FIRST],
        more=facets[FIRST:],
        sorts=tuple(sorts),
        parts=tuple(
            Part(
                kind=k.id,
                one=k.label.lower(),
                many=k.plural.lower(),
                line=" ".join(LINES.get(k.id, ())),
                folder=f"{k.folder}/",
                files=f"records/{k.folder}",
                page=f"{k.folder}/-/",
            )
            for k in kinds
        ),
        summaries=number <= SUMMARIES_UP_TO or kind is not None,
        view=view,
        idle=idle,
    )


def _facets(library: Library, kind_id: str, opened: int) -> tuple[FacetView, ...]:
    counts = facets_of(library, kind_id)
    names = [facet.name for facet in FACETS if facet.name in counts]
    return tuple(
        FacetView(name, LABELS[name], _chips(library, name, counts[name]), place < opened)
        for place, name in enumerate(names)
    )


def _chips(library: Library, name: str, counts: Counter[str]) -> tuple[FacetChip, ...]:
    ids = list(facet_values(library)[name].order)
    # Of two vocabularies only the one that these records use.
    known = [library.terms.get(vocabulary, {}) for vocabulary in _VOCABULARIES[name]]
    terms = [id_ for vocabulary in known if counts.keys() & vocabulary for id_ in vocabulary]
    few = terms and len(terms) <= TERMS_SHOWN
    ids = terms if few else [id_ for id_ in ids if counts[id_]]
    chips = [FacetChip(i, *_named(library, name, i), f"{counts[i]:,}") for i in ids]
    if name in IN_ORDER:
        order = {"state": list(STATES), "kind": list(BY_ID)}.get(name, ids)
        return tuple(sorted(chips, key=lambda chip: order.index(chip.id)))
    return tuple(sorted(chips, key=lambda chip: (-counts[chip.id], chip.label.casefold())))


_VOCABULARIES = {facet.name: facet.vocabularies for facet in FACETS}


def _named(library: Library, name: str, id_: str) -> tuple[str, str]:
    """What a value is called, and its page or nothing."""
    if name == "kind":
        return BY_ID[id_].plural, f"{BY_ID[id_].folder}/"
    if name == "state":
        return STATES[id_].capitalize(), ""
    if name == "region":
        region = library.once(regions)[id_]
        return region.name, region.address
    if name == "country":
        entry = library.entries["country"][id_]
        return entry.record.title, entry.address
    for vocabulary in _VOCABULARIES[name]:
        if id_ in library.terms.get(vocabulary, {}):
            return library.term(vocabulary, id_).label, term_address(library, vocabulary, id_) or ""
    return id_, ""
