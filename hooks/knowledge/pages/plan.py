"""Every page of the site before any is made: its address is claimed here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from knowledge.analysis.distinct_sources import distinct_sources
from knowledge.analysis.regions import regions
from knowledge.analysis.term_use import has_page
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.kinds.statistics import path_of
from knowledge.kinds.tables import EXPORT_SHARES
from knowledge.kinds.validation import nearest
from knowledge.library import Library
from knowledge.pages import (
    a_to_z,
    compared_addresses,
    due_diligence,
    method,
    priority_addresses,
    trade_flows,
)
from knowledge.pages.browse import browse_page
from knowledge.pages.calendar import calendar_page
from knowledge.pages.chosen_addresses import COMPARE, SOURCING
from knowledge.pages.collection import collection_page, table_part_page, table_parts
from knowledge.pages.compare import compare_pages
from knowledge.pages.compared import compared_pages
from knowledge.pages.contribute import ADDRESS as CONTRIBUTE
from knowledge.pages.contribute import contribute_pages
from knowledge.pages.country import country_page
from knowledge.pages.coverage import coverage_pages
from knowledge.pages.coverage_words import ADDRESS as COVERAGE
from knowledge.pages.data import ADDRESS as DATA
from knowledge.pages.data import data_pages
from knowledge.pages.event import event_page
from knowledge.pages.field_reference import field_reference_pages
from knowledge.pages.follow import ADDRESS as FOLLOW
from knowledge.pages.follow import follow_page
from knowledge.pages.frames import MOVED_FRAME
from knowledge.pages.front import front_page
from knowledge.pages.indicator import ADDRESS as WORK_PLAN
from knowledge.pages.indicator import indicator_page, with_page
from knowledge.pages.initiative import initiative_page
from knowledge.pages.maps import ADDRESS as MAPS
from knowledge.pages.maps import map_pages
from knowledge.pages.moved import moved_page
from knowledge.pages.page import Page
from knowledge.pages.practice import practice_page
from knowledge.pages.priorities import priority_pages
from knowledge.pages.record import record_page
from knowledge.pages.region import region_page, regions_page
from knowledge.pages.rules import rule_pages
from knowledge.pages.source import source_page
from knowledge.pages.sources import sources_page
from knowledge.pages.sourcing import MADE_FROM as SOURCING_FROM
from knowledge.pages.sourcing import sourcing_page
from knowledge.pages.statistics import datasets, statistics_index, statistics_pages
from knowledge.pages.statistics_words import ADDRESS as STATISTICS
from knowledge.pages.statistics_words import address_of
from knowledge.pages.supply_chain import supply_chain_page
from knowledge.pages.term import term_page
from knowledge.pages.term_links import BROWSE, vocabulary_address
from knowledge.pages.term_links import FOLDER as TERMS
from knowledge.pages.toolkit import ADDRESS as TOOLKITS
from knowledge.pages.toolkit import (
    checklist_address,
    checklist_page,
    has_checklist,
    toolkit_page,
)
from knowledge.pages.toolkits import toolkits_page
from knowledge.pages.topics import ADDRESS as TOPICS
from knowledge.pages.topics import topics_page
from knowledge.pages.vocabulary import vocabulary_page
from knowledge.pages.work_plan import work_plan_page
from knowledge.problems import Problem
from knowledge.reading.link_targets import MADE

RecordPage = Callable[[Entry, Library, date, str], Page]

#: The page of a record, by the id of its kind; any other kind has the page that every record has.
RECORD_PAGES: dict[str, RecordPage] = {
    "country": country_page,
    "practice": practice_page,
    "initiative": initiative_page,
    "supply-chain": supply_chain_page,
    "event": event_page,
}
#: The page of all records of a kind; any other kind has the index that every kind has.
COLLECTION_PAGES: dict[str, Callable[[Library, date], Page]] = {"event": calendar_page}


#: The sections, each with a frame of its own: the front page, the collections, all indexes, the
#: work plan, the toolkits, the statistics, the page on method, what is known, keeping in touch, the
#: data, and the pages that only lead to another address.
SECTIONS = (
    "", *(f"{kind.folder}/" for kind in KINDS), BROWSE, WORK_PLAN, TOOLKITS, STATISTICS,
    method.ADDRESS, COVERAGE, FOLLOW, compared_addresses.ADDRESS, priority_addresses.ADDRESS,
    MAPS, COMPARE, SOURCING, CONTRIBUTE, DATA, MOVED_FRAME,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """A page to come: its address is known, its view is made only when it is written.

    One that only leads elsewhere is not `listed` for search engines.
    """

    address: str
    made_from: str
    make: Callable[[], Page]
    listed: bool = True

    @property
    def output(self) -> str:
        """The file, relative to the site's folder."""
        return f"{self.address}index.html"


def planned_pages(library: Library, today: date, repo: str = "") -> list[Planned]:
    """The front page, the collections, the records, and a page where a record has moved from.

    `today` dates what depends on time; `repo` is the address of the repository on the code
    host, or empty where there is none to link to.
    """
    return list(pages_in_turn(library, today, repo))


def claimed_twice(
    library: Library, pages: list[Planned], files: Iterable[tuple[str, str]] = ()
) -> Iterator[Problem]:
    """A problem for every address that two outputs want: pages, those of `content/` among them, and
    other `files`, each as its path and what it is made from."""
    claims: dict[str, str] = {prose.address: prose.path for prose in library.prose.values()}
    wanted = [("page", page.address, page.made_from) for page in pages]
    wanted += [("file", path, made_from) for path, made_from in files]
    for sort, address, made_from in wanted:
        taken = claims.setdefault(address, made_from)
        if taken != made_from:
            yield Problem(
                made_from, 0, 0, "address-twice", "error",
                f"The {sort} /{address} is also made from {taken}.",
                "Rename one of the two files, or remove the old id from formerly:.",
            )  # fmt: skip


def steps_nowhere(library: Library, pages: list[Planned]) -> Iterator[Problem]:
    """A problem for every step of a toolkit that leads to a page which will not be there."""
    known = _known(library, pages)
    for held in library.toolkits.values():
        for number, step in held.steps:
            address = step.page.address.partition("#")[0] if step.page else None
            if address is not None and address not in known:
                told = f"There is no page /{address}, so the step would lead nowhere."
                hint = nearest(address, sorted(known))
                yield held.problem("step-page", "error", told, hint, number, "page")


def links_nowhere(library: Library, pages: list[Planned]) -> Iterator[Problem]:
    """A problem for every link of prose to a made page (`site:`) which will not be there."""
    known = _known(library, pages)
    for prose in library.prose.values():
        for written in prose.outline.links:
            address = written.target.removeprefix(MADE).partition("#")[0]
            if written.target.startswith(MADE) and address not in known:
                told = f"There is no page /{address}, so the link would lead nowhere."
                hint = nearest(address, sorted(known))
                yield Problem(
                    prose.path, written.line, written.column, "link-made", "error", told, hint
                )


def _known(library: Library, pages: list[Planned]) -> set[str]:
    """The address of every page that will be there."""
    return {page.address for page in pages} | {page.address for page in library.prose.values()}


def pages_in_turn(library: Library, today: date, repo: str = "") -> Iterator[Planned]:
    """The same, one by one. Records come early: to know which pages come after them takes tables
    of the whole library, and who looks for a record's page need not wait for those."""
    yield Planned("", "the front page", partial(front_page, library, today))
    yield Planned(method.ADDRESS, "the page on method", method.method_page)
    make = partial(trade_flows.trade_flows_page, library)
    yield Planned(trade_flows.ADDRESS, EXPORT_SHARES, make)
    yield Planned(FOLLOW, "the page on keeping in touch", partial(follow_page, library))
    for kind in KINDS:
        made_from = f"the collection {kind.folder}/"
        index = COLLECTION_PAGES.get(kind.id, partial(_collection, kind))
        yield Planned(f"{kind.folder}/", made_from, partial(index, library, today))
        for number, part in enumerate(table_parts(kind, library), 1):
            yield Planned(part.address, made_from, partial(table_part_page, kind, library, number))
        for entry in library.all(kind.id):
            make = partial(RECORD_PAGES.get(kind.id, record_page), entry, library, today, repo)
            yield Planned(entry.address, entry.path, make)
            for old in entry.record.formerly:
                yield _moved(entry.record.title, f"{kind.folder}/{old}/", entry.address, entry.path)
    yield from (Planned(*page) for page in contribute_pages(library, today, repo))
    yield from (Planned(*page) for page in field_reference_pages(library))
    yield from (Planned(*page) for page in rule_pages())
    yield from (Planned(*page) for page in coverage_pages(library, today))
    yield from (Planned(*page) for page in map_pages(library))
    make = partial(due_diligence.due_diligence_page, library, today)
    yield Planned(due_diligence.ADDRESS, "the page of due-diligence laws", make)
    yield from (Planned(*page) for page in (*compared_pages(library), *priority_pages(library)))
    yield from (Planned(*page) for page in compare_pages(library))
    yield Planned(SOURCING, SOURCING_FROM, partial(sourcing_page, library))
    yield from _indexes(library)
    yield from _terms(library)
    yield from _sources(library)
    yield from _work_plan(library, repo)
    yield from _toolkits(library, repo)
    yield from _statistics(library)
    yield from (Planned(*page) for page in data_pages(library, today))


def _work_plan(library: Library, repo: str) -> Iterator[Planned]:
    held = library.work_plan
    if held is not None:
        made_from = held.document.path
        yield Planned(WORK_PLAN, made_from, partial(work_plan_page, held, library, repo))
        for indicator in with_page(library):
            make = partial(indicator_page, indicator, held, library)
            yield Planned(f"{WORK_PLAN}{indicator.id}/", made_from, make)


def _toolkits(library: Library, repo: str) -> Iterator[Planned]:
    yield Planned(TOOLKITS, "the list of toolkits", partial(toolkits_page, library))
    for held in library.toolkits.values():
        yield Planned(held.address, held.path, partial(toolkit_page, held, library, repo))
        if has_checklist(held):
            address = checklist_address(held)
            yield Planned(address, held.path, partial(checklist_page, held))


def _collection(kind: Kind, library: Library, today: date) -> Page:
    return collection_page(kind, library)


def _indexes(library: Library) -> Iterator[Planned]:
    yield Planned(BROWSE, "the page over all records", partial(browse_page, library))
    yield _moved("Browse", f"{TERMS}/", BROWSE, "the page over all records")
    yield Planned(a_to_z.ADDRESS, "the index from A to Z", partial(a_to_z.a_to_z_page, library))
    yield Planned(TOPICS, "the page of topics", partial(topics_page, library))
    yield Planned("regions/", "the index of regions", partial(regions_page, library))
    for region in library.once(regions).values():
        made_from = "content/data/country-codes.csv"
        yield Planned(region.address, made_from, partial(region_page, library, region))


def _terms(library: Library) -> Iterator[Planned]:
    for name, vocabulary in library.vocabularies.items():
        made_from, folder = f"content/vocabularies/{name}.yml", vocabulary_address(name)
        yield Planned(folder, made_from, partial(vocabulary_page, library, name))
        for term in vocabulary.terms:
            if has_page(library, name, term.id):
                make = partial(term_page, library, name, term)
                yield Planned(f"{folder}{term.id}/", made_from, make)


def _sources(library: Library) -> Iterator[Planned]:
    yield Planned("sources/", "the index of sources", partial(sources_page, library))
    for source in library.once(distinct_sources):
        yield Planned(source.address, source.made_from, partial(source_page, library, source))
        for old in source.formerly:
            title, new = source.source.title, source.address
            yield _moved(title, f"sources/{old}/", new, source.made_from)


def _statistics(library: Library) -> Iterator[Planned]:
    yield Planned(STATISTICS, "the index of statistics", partial(statistics_index, library))
    for dataset in datasets(library):
        make = partial(library.once(statistics_pages).__getitem__, dataset)
        yield Planned(address_of(dataset), path_of(dataset), make)


def _moved(title: str, old: str, new: str, made_from: str) -> Planned:
    return Planned(old, made_from, partial(moved_page, title, old, new, made_from), listed=False)
