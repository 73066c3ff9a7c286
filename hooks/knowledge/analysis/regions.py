"""The regions that have a country in the library, and what is done in them.

Regions and subregions are those of the table of countries and areas (UN M49).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from knowledge.kinds import KINDS
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.reading.heading_ids import slug

FOLDER = "regions"


@dataclass(frozen=True, slots=True)
class Region:
    """A region or a part of one. `within` is the slug of the region around it, or empty."""

    slug: str
    name: str
    within: str
    countries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """The page, relative to the site."""
        return f"{FOLDER}/{self.slug}/"


def regions(library: Library) -> dict[str, Region]:
    """Every region with a country, by slug: each before its parts, by name."""
    countries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in library.all("country"):
        region, part = _names(library, entry)
        if region:
            countries[region, ""].append(entry)
        if part and slug(part) != slug(region):
            countries[region, part].append(entry)
    found: dict[str, Region] = {}
    for (region, part), here in sorted(countries.items()):
        own = slug(part or region)
        found[own] = Region(own, part or region, slug(region) if part else "", tuple(here))
    return found


def region_of(library: Library, entry: Entry) -> Region | None:
    """The smallest region around a country; None for a union and where none is known."""
    region, part = _names(library, entry)
    return library.once(regions).get(slug(part or region))


def parts_of(library: Library, region: Region) -> tuple[Region, ...]:
    """The parts of a region, by name."""
    return tuple(r for r in library.once(regions).values() if r.within == region.slug)


def at_work(library: Library, region: Region, kind: str) -> tuple[Entry, ...]:
    """The records of a kind that name a country of the region as theirs, by title."""
    return library.once(_at_work).get((region.slug, kind), ())


def _at_work(library: Library) -> dict[tuple[str, str], tuple[Entry, ...]]:
    """The records by region and kind: several pages of indexes count them."""
    by_country: dict[str, dict[str, set[str]]] = {}
    for country in library.all("country"):
        here: dict[str, set[str]] = defaultdict(set)
        for entry, trail in library.pointing_at("country", country.id):
            if trail[0] == "countries":
                here[entry.kind.id].add(entry.id)
        by_country[country.id] = here
    found: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for region in library.once(regions).values():
        for kind in KINDS:
            ids = set[str]().union(*(by_country[c.id].get(kind.id, ()) for c in region.countries))
            found[region.slug, kind.id] = tuple(e for e in library.all(kind.id) if e.id in ids)
    return found


def _names(library: Library, entry: Entry) -> tuple[str, str]:
    """The names of the region and of its part, or empty texts."""
    iso3 = entry.record.iso3 if isinstance(entry.record, Country) else None
    place = library.places.get(iso3 or "")
    return (place.region, place.subregion) if place else ("", "")
