"""The page of a region, with its countries and what is done there; and the index of regions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.regions import FOLDER, Region, at_work, parts_of, regions
from knowledge.kinds import BY_ID
from knowledge.kinds.country import Country
from knowledge.library import Library
from knowledge.pages.collection import IndexTable, index_table
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.record_rows import RecordRows, record_rows
from knowledge.pages.term_links import BROWSE
from knowledge.pages.wording import counted, listed

#: The kinds of record that are at work in countries, and what their rows stand under.
AT_WORK = {"practice": "Practices here", "initiative": "Initiatives here"}


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A region of the index: its numbers in words and figures; `depth` is 1 for a part."""

    name: str
    address: str
    depth: int
    countries: str
    practices: str
    initiatives: str
    goods: str


@dataclass(frozen=True, slots=True)
class RegionsView:
    """What the template `records/regions.html` shows."""

    crumbs: tuple[Crumb, ...]
    counted: str
    rows: tuple[RegionLine, ...]


@dataclass(frozen=True, slots=True)
class RegionView:
    """What the template `records/region.html` shows. `nothing` names what is not recorded here."""

    crumbs: tuple[Crumb, ...]
    title: str
    counted: str
    parts: tuple[RegionLine, ...]
    table: IndexTable
    groups: tuple[RecordRows, ...]
    nothing: str


def regions_page(library: Library) -> Page:
    """The index of all regions."""
    found = library.once(regions).values()
    states = sum(len(region.countries) for region in found if not region.within)
    return Page(
        address=f"{FOLDER}/",
        title="Regions",
        description="The countries of this library by region, with the practices and initiatives "
        "recorded there.",
        section=BROWSE,
        template="records/regions.html",
        view=RegionsView(
            (Crumb("Browse", BROWSE),),
            f"{counted(len(found), 'region')} with {counted(states, 'country', 'countries')}",
            tuple(_line(library, region) for region in found),
        ),
        made_from="the index of regions",
    )


def region_page(library: Library, region: Region) -> Page:
    """The page of a region or of a part of one."""
    groups = tuple(_groups(library, region))
    shown = {group.anchor for group in groups}
    missing = [BY_ID[kind].label.lower() for kind in AT_WORK if kind not in shown]
    parts = tuple(_line(library, part) for part in parts_of(library, region))
    table = index_table(BY_ID["country"], region.countries, library)
    told = [table.counted, *(group.counted for group in groups)]
    return Page(
        address=region.address,
        title=region.name,
        description=f"{region.name}: the law of its countries at a glance, and the practices and "
        "initiatives recorded there.",
        section=BROWSE,
        template="records/region.html",
        view=RegionView(
            crumbs=tuple(_crumbs(library, region)),
            title=region.name,
            counted=listed(told),
            parts=parts,
            table=table,
            groups=groups,
            nothing=listed(missing, "and no"),
        ),
        made_from="content/data/country-codes.csv",
    )


def _crumbs(library: Library, region: Region) -> Iterator[Crumb]:
    yield Crumb("Browse", BROWSE)
    yield Crumb("Regions", f"{FOLDER}/")
    if region.within:
        around = library.once(regions)[region.within]
        yield Crumb(around.name, around.address)


def _groups(library: Library, region: Region) -> Iterator[RecordRows]:
    for kind, heading in AT_WORK.items():
        entries = at_work(library, region, kind)
        if entries:
            yield record_rows(kind, heading, entries, library)


def _line(library: Library, region: Region) -> RegionLine:
    numbers = {kind: len(at_work(library, region, kind)) for kind in AT_WORK}
    goods = {
        row.good
        for entry in region.countries
        if isinstance(entry.record, Country)
        for row in library.goods_of(entry.record.iso3 or "")
    }
    return RegionLine(
        name=region.name,
        address=region.address,
        depth=1 if region.within else 0,
        countries=f"{len(region.countries):,}",
        practices=f"{numbers['practice']:,}" if numbers["practice"] else "",
        initiatives=f"{numbers['initiative']:,}" if numbers["initiative"] else "",
        goods=f"{len(goods):,}" if goods else "",
    )
