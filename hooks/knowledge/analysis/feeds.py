"""Which feeds there are: of everything, of each collection, of each country and of each topic.

A feed that would be empty is none, so that nobody follows a silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Literal

from knowledge.analysis.news import News, news, news_of
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.library import Library

FOLDER = "feeds"
ALL_FILE = f"{FOLDER}/all.xml"
TOPICS = "topics"
#: How many entries a feed holds: a reader who looks once a month should miss nothing.
LENGTH = 100

Sort = Literal["all", "collection", "country", "topic"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its file, what it is about (`label`, empty for everything), the page of that
    (relative to the site), and what it tells, the newest first."""

    sort: Sort
    file: str
    label: str
    address: str
    news: tuple[News, ...]


def country_file(id_: str) -> str:
    """The feed of a country, which there is for each, as its record was added one day."""
    return f"{FOLDER}/countries/{id_}.xml"


def feed_of(library: Library, address: str) -> str:
    """The feed of what a page is about, by the page's address; empty where there is none."""
    return library.once(_by_address).get(address, "")


def feeds(library: Library) -> dict[str, Feed]:
    """Every feed by its file: everything, then collections, topics, and countries by title."""
    return library.once(_feeds)


def _feeds(library: Library) -> dict[str, Feed]:
    return {feed.file: feed for feed in _all(library) if feed.news}


def _by_address(library: Library) -> dict[str, str]:
    return {feed.address: feed.file for feed in feeds(library).values()}


def _all(library: Library) -> Iterator[Feed]:
    everything = news(library)
    yield Feed("all", ALL_FILE, "", "", everything[:LENGTH])
    for kind in KINDS:
        address = f"{kind.folder}/"
        told = _newest(library, library.all(kind.id))
        yield Feed("collection", f"{FOLDER}/{kind.folder}.xml", kind.plural, address, told)
    for id_, term in library.terms.get(TOPICS, {}).items():
        users = [entry for entry, _ in library.using(TOPICS, id_)]
        file, address = f"{FOLDER}/{TOPICS}/{id_}.xml", f"terms/{TOPICS}/{id_}/"
        yield Feed("topic", file, term.label, address, _newest(library, users))
    for country in library.all("country"):
        users = [entry for entry, _ in library.pointing_at("country", country.id)]
        told = _newest(library, [country, *users])
        yield Feed("country", country_file(country.id), country.record.title, country.address, told)


def _newest(library: Library, entries: Iterable[Entry]) -> tuple[News, ...]:
    """The newest entries of some records; each record counts once."""
    different = {entry.address: entry for entry in entries}
    told = [one for entry in different.values() for one in news_of(library, entry)]
    return tuple(nlargest(LENGTH, told, key=lambda one: one.on.toordinal()))
