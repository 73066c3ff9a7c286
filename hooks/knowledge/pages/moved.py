"""What stands at an address that a page had before a record was renamed."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.pages.frames import MOVED_FRAME
from knowledge.pages.page import Page


@dataclass(frozen=True, slots=True)
class MovedView:
    """The title of what has moved, and its new address."""

    title: str
    address: str


def moved_page(title: str, old: str, new: str, made_from: str) -> Page:
    """The page at the address `old`: it says where the page with this title is `new`."""
    return Page(
        address=old,
        title=f"{title} has moved",
        description=f"The page of {title} has a new address.",
        section=MOVED_FRAME,
        template="records/moved.html",
        view=MovedView(title, new),
        made_from=made_from,
        moved_to=new,
    )
