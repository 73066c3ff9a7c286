"""The library of the small site, with a supply chain, practices and goods as a test needs them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.kinds.entries import Entry
from knowledge.kinds.tables import ListedGood
from knowledge.library import Library, load

SMALL = Path(__file__).parents[1] / "sites" / "small"


@cache
def small_library() -> Library:
    """The small site as it stands."""
    library, problems = load(SMALL)
    assert not problems
    return library


def chain(library: Library) -> Entry:
    """The chain of the small site: a farm (tier 3), grinding (tier 1) and the shop."""
    return library.entries["supply-chain"]["cocoa"]


def changed(library: Library, kind: str, like: str, **fields: Any) -> Library:
    """A library with a record like another one but for these fields; a new id adds a record."""
    entry = library.entries[kind][like]
    told = {**entry.record.model_dump(exclude_unset=True), **fields}
    made = replace(entry, record=type(entry.record).model_validate(told))
    entries = {**library.entries[kind], made.id: made}
    return replace(library, entries={**library.entries, kind: entries})


def with_practice(library: Library, **fields: Any) -> Library:
    """A library with one more practice: of cocoa in Ghana at tier 3, but for these fields."""
    told = {"id": "new", "title": "New", "led_by": [], "partners": [], "related": [], **fields}
    return changed(library, "practice", "paid-harvest-labour", **told)


def with_stages(library: Library, *stages: dict[str, Any], **fields: Any) -> Library:
    """A library in which the chain has these stages; each is typical unless it says otherwise."""
    told = [
        {"title": stage["id"].capitalize(), "happens": "Work.", "typical": True, **stage}
        for stage in stages
    ]
    return changed(library, "supply-chain", "cocoa", stages=told, **fields)


def with_listed(library: Library, *rows: tuple[str, str, bool, bool]) -> Library:
    """A library whose list names these: country code, good, child labour, forced labour."""
    listed = [
        ListedGood.model_construct(
            iso3=iso3, good=good, child_labour=child, forced_labour=forced,
            forced_child_labour=False, edition="2022", source="ilab-findings-2022",
        )
        for iso3, good, child, forced in rows
    ]  # fmt: skip
    return replace(library, listed_goods=listed)
