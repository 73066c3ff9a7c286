"""The written text of a practice or an initiative, section by section in the order of its kind."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.parts import Heading, Written
from knowledge.pages.record_parts import written


@dataclass(frozen=True, slots=True)
class Sections:
    """The text of a record: what stands before the first heading, the sections of its kind (one
    that nobody has written has no HTML), and all others."""

    before: Markup
    named: dict[str, Written]
    others: tuple[Written, ...]

    def __getitem__(self, heading: str) -> Written:
        """The section with a heading of the record's kind."""
        return self.named[heading]

    def contents(self, *headings: str) -> tuple[Heading, ...]:
        """Entries of "On this page" for sections of the record's kind."""
        return tuple(Heading(self.named[name].id, name) for name in headings)

    def other_contents(self) -> tuple[Heading, ...]:
        """Entries of "On this page" for the sections that no kind asks for."""
        return tuple(Heading(section.id, section.heading) for section in self.others)


def sections(entry: Entry, library: Library, citing: Citing) -> Sections:
    """The written text of a record, with the headings of its kind in their order."""
    found = written(entry, library, citing)
    before = found.pop("", None)
    named = {
        heading: found.get(heading, Written(_anchor(heading), heading, Markup()))
        for heading in entry.record.headings
    }
    others = tuple(section for heading, section in found.items() if heading not in named)
    return Sections(before.html if before else Markup(), named, others)


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")
