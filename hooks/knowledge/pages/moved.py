"""What stands at the old address of a record that was renamed."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.kinds.entries import Entry
from knowledge.pages.frames import MOVED_FRAME
from knowledge.pages.page import Page


@dataclass(frozen=True, slots=True)
class MovedView:
    """The record's title and its new address."""

    title: str
    address: str


def moved_page(entry: Entry, old: str) -> Page:
    """The page at an old id: it says where the record is now."""
    title = entry.record.title
    return Page(
        address=f"{entry.kind.folder}/{old}/",
        title=f"{title} has moved",
        description=f"The page of {title} has a new address.",
        section=MOVED_FRAME,
        template="records/moved.html",
        view=MovedView(title, entry.address),
        made_from=entry.path,
        moved_to=entry.address,
    )
