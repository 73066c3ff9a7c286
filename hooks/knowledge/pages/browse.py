"""The page over all records: facets and words, then every index: regions, sources, A to Z and each
vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.distinct_sources import FOLDER as SOURCES
from knowledge.analysis.distinct_sources import distinct_sources
from knowledge.analysis.regions import FOLDER as REGIONS
from knowledge.analysis.regions import regions
from knowledge.analysis.term_use import narrower
from knowledge.library import Library
from knowledge.pages import a_to_z
from knowledge.pages.browsing import Browsing, browsing
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.term_links import BROWSE, term_address, use_counts, vocabulary_address
from knowledge.pages.toolkit import ADDRESS as TOOLKITS
from knowledge.pages.topics import ADDRESS as TOPICS
from knowledge.pages.wording import counted

#: The vocabularies as a reader looks for them; those that are not named here come last.
ORDER = (
    "approaches", "evidence", "goods", "tiers", "levels", "targets", "constituencies", "functions",
    "initiative-types", "scales", "binding", "principles", "topics", "source-kinds",
)  # fmt: skip
#: A vocabulary with more terms shows its widest ones, and the few that are used most.
CHIPS = 40
MOST_USED = 16
#: The ways in that the front page names, and what it calls them.
DOORS = {"approaches": "Approach", "evidence": "Evidence", "goods": "Good", "tiers": "Tier"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A term or a region; without an address nothing uses it, without a count nobody counts."""

    label: str
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A heading that leads to an index, and chips that lead to its pages."""

    id: str
    label: str
    address: str
    about: str
    counted: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """An index and how many things it leads to."""

    label: str
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class BrowseView:
    """What the template `records/browse.html` shows."""

    crumbs: tuple[Crumb, ...]
    browsing: Browsing
    doors: tuple[Door, ...]
    facets: tuple[Facet, ...]


def browse_page(library: Library) -> Page:
    """The page over all records, with all indexes."""
    facets = tuple(facet for name in vocabularies(library) for facet in _vocabulary(library, name))
    return Page(
        address=BROWSE,
        title="Browse",
        description="Search and filter every record of the library, or go in by approach, "
        "evidence, good, region, source and other terms, and from A to Z.",
        section=BROWSE,
        template="records/browse.html",
        view=BrowseView(
            crumbs=(Crumb("Browse"),),
            browsing=browsing(library, idle="plain"),
            doors=doors(library),
            facets=(*facets, *_regions(library)),
        ),
        made_from="the page over all records",
    )


def vocabularies(library: Library) -> list[str]:
    """The names of the vocabularies in the order in which readers meet them."""
    known = [name for name in ORDER if name in library.vocabularies]
    return known + sorted(set(library.vocabularies) - set(known))


def doors(library: Library) -> tuple[Door, ...]:
    """The indexes that a reader asks for most; an empty one is left out."""
    numbers = {
        (label, vocabulary_address(name)): _used(library, name)
        for name, label in DOORS.items()
        if name in library.vocabularies
    }
    numbers["Region", f"{REGIONS}/"] = len(library.once(regions))
    numbers["Source", f"{SOURCES}/"] = len(library.once(distinct_sources))
    numbers["Topic", TOPICS] = _used(library, "topics") if "topics" in library.vocabularies else 0
    numbers["Toolkit", TOOLKITS] = len(library.toolkits)
    numbers["A to Z", a_to_z.ADDRESS] = len(library.once(a_to_z.names))
    return tuple(Door(*door, f"{number:,}") for door, number in numbers.items() if number)


def _used(library: Library, name: str) -> int:
    terms = library.vocabularies[name].terms
    return sum(term_address(library, name, term.id) is not None for term in terms)


def _vocabulary(library: Library, name: str) -> Iterator[Facet]:
    vocabulary = library.vocabularies[name]
    numbers = {term.id: sum(use_counts(library, name, term.id)) for term in vocabulary.terms}
    terms = vocabulary.terms
    if len(terms) > CHIPS:
        most = set(sorted(numbers, key=lambda id_: -numbers[id_])[:MOST_USED])
        terms = [term for term in terms if term.broader is None or term.id in most]
    chips = []
    for term in terms:
        parts = len(narrower(library, name, term.id))
        told = f"{numbers[term.id]:,}" if numbers[term.id] or not parts else f"{parts} narrower"
        chips.append(Chip(term.label, term_address(library, name, term.id) or "", told))
    yield Facet(
        id=name,
        label=vocabulary.title,
        address=vocabulary_address(name),
        about=vocabulary.description,
        counted=f"all {counted(len(vocabulary.terms), 'term')}",
        chips=tuple(chips),
    )


def _regions(library: Library) -> Iterator[Facet]:
    found = library.once(regions)
    if found:
        yield Facet(
            id="regions",
            label="Region",
            address=f"{REGIONS}/",
            about="As the United Nations group countries and areas. The number is that of the "
            "countries in this library.",
            counted=f"all {counted(len(found), 'region')}",
            chips=tuple(
                Chip(region.name, region.address, f"{len(region.countries):,}")
                for region in found.values()
                if not region.within
            ),
        )
