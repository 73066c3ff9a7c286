"""The page on keeping in touch: calendars, feeds, the digest, and how to reach initiatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from knowledge.analysis.calendar import (
    ALL_FILE,
    SERIES,
    by_series,
    has_days,
    in_order,
    series_file,
)
from knowledge.analysis.feeds import Feed, Sort, feeds
from knowledge.kinds.country import Country
from knowledge.kinds.initiative import Initiative
from knowledge.library import Library
from knowledge.pages.initiative import initiative_title
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Heading
from knowledge.pages.wording import counted

ADDRESS = "follow/"
#: The sorts of feed as a reader chooses among them, after the one of everything.
HEADINGS: dict[Sort, str] = {
    "collection": "One collection",
    "topic": "One topic",
    "country": "One country: its law, and everything recorded there",
}


CONTENTS = (
    Heading("calendar", "In your calendar"),
    Heading("feeds", "In a feed reader"),
    Heading("digest", "As a digest by e-mail"),
    Heading("initiatives", "How to reach an initiative"),
    Heading("focal-points", "Whom to call in a country"),
)


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one sort under a heading; many of them are `folded` away."""

    heading: str
    counted: str
    feeds: tuple[Crumb, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach or to follow: what it is, and its address elsewhere."""

    what: str
    url: str


@dataclass(frozen=True, slots=True)
class Reached:
    """An initiative or a country, the page that says more, and the ways to reach it."""

    title: str
    address: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Who can be reached, and those for which nothing is recorded; `missing` counts them."""

    reached: tuple[Reached, ...]
    missing: str
    without: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class FollowView:
    """What the template `records/follow.html` shows. An empty part is an empty value.

    `focal_points` are contacts of countries.
    """

    crumbs: tuple[Crumb, ...]
    contents: tuple[Heading, ...]
    calendar: str
    series: tuple[Crumb, ...]
    everything: str
    groups: tuple[FeedGroup, ...]
    initiatives: Reach
    focal_points: Reach


#: More feeds than this are folded away.
SHOWN = 30


def follow_page(library: Library) -> Page:
    """The page on keeping in touch."""
    found = feeds(library).values()
    everything = [feed.file for feed in found if feed.sort == "all"]
    view = FollowView(
        crumbs=(Crumb("Keeping in touch"),),
        contents=CONTENTS,
        calendar=ALL_FILE if has_days(in_order(library)) else "",
        series=tuple(
            Crumb(library.term(SERIES, id_).label, series_file(id_))
            for id_, events in by_series(library).items()
            if has_days(events)
        ),
        everything=everything[0] if everything else "",
        groups=tuple(_groups([feed for feed in found if feed.sort in HEADINGS])),
        initiatives=_initiatives(library),
        focal_points=_focal_points(library),
    )
    return Page(
        address=ADDRESS,
        title="Keeping in touch",
        description="How to be told what is new: calendars, feeds and a digest; and how to reach "
        "the initiatives.",
        section=ADDRESS,
        template="records/follow.html",
        view=view,
        made_from="the page on keeping in touch",
    )


def _groups(found: list[Feed]) -> Iterator[FeedGroup]:
    for sort, heading in HEADINGS.items():
        chosen = tuple(Crumb(feed.label, feed.file) for feed in found if feed.sort == sort)
        if chosen:
            yield FeedGroup(heading, counted(len(chosen), "feed"), chosen, len(chosen) > SHOWN)


def _initiatives(library: Library) -> Reach:
    reached, without = [], []
    for entry in library.all("initiative"):
        initiative = cast(Initiative, entry.record)
        title = initiative_title(initiative)
        ways = tuple(Way(one.what, one.url) for one in (*initiative.contact, *initiative.feeds))
        if ways:
            reached.append(Reached(title, entry.address, ways))
        else:
            without.append(Crumb(title, entry.address))
    return Reach(tuple(reached), counted(len(without), "initiative"), tuple(without))


def _focal_points(library: Library) -> Reach:
    reached, without = [], []
    for entry in library.all("country"):
        contacts = cast(Country, entry.record).contacts
        if contacts:
            ways = tuple(Way(f"{one.name}: {one.what}", one.url or "") for one in contacts)
            reached.append(Reached(entry.record.title, f"{entry.address}#contacts", ways))
        else:
            without.append(Crumb(entry.record.title, entry.address))
    missing = counted(len(without), "country", "countries")
    return Reach(tuple(reached), missing, tuple(without))
