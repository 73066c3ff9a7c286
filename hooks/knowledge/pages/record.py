"""The page of a record whose kind has no page module of its own: what every record has.

A kind begins with its fields and a template; a module beside this one comes when its page has
more to say than its own fields, its text and its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.analysis.calendar import naming
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Record
from knowledge.kinds.references import Ref, mentions
from knowledge.library import Library
from knowledge.pages import record_parts
from knowledge.pages.citing import Citing
from knowledge.pages.page import Page
from knowledge.pages.parts import (
    Crumb,
    Head,
    Heading,
    RelatedLine,
)
from knowledge.pages.related import linked, related_line
from knowledge.pages.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class RecordView:
    """What the template `records/<kind>.html` shows; `record` holds the fields of the kind."""

    head: Head
    contents: tuple[Heading, ...]
    record: Record
    text: Sections
    related: tuple[RelatedLine, ...]
    ending: record_parts.Ending


def record_page(entry: Entry, library: Library, today: date, repo: str) -> Page:
    """The page of a record of any kind.

    `today` decides whether its review is overdue; `repo` is the code host's address, or empty.
    """
    record = entry.record
    citing = Citing(entry, library)
    text = sections(entry, library, citing)
    for source in library.uses_of_source(entry):
        citing.mark(source)
    ending = record_parts.ending(entry, citing, repo)
    view = RecordView(
        head=Head(
            (Crumb(entry.kind.section, f"{entry.kind.folder}/"),),
            record.title,
            record.summary,
            record_parts.provenance(entry, today),
        ),
        contents=(
            *text.contents(*record.headings),
            *text.other_contents(),
            Heading("related", "Related"),
            *ending.contents,
        ),
        record=record,
        text=text,
        related=tuple(related_line(other, library) for other in _neighbours(entry, library)),
        ending=ending,
    )
    return Page(
        address=entry.address,
        title=record.title,
        description=record.summary,
        section=f"{entry.kind.folder}/",
        template=f"records/{entry.kind.id}.html",
        view=view,
        made_from=entry.path,
    )


def _neighbours(entry: Entry, library: Library) -> list[Entry]:
    """The records that this one names, then those that name it."""
    found: dict[str, Entry] = {}
    for _, pointer, id_ in mentions(entry.record):
        if isinstance(pointer, Ref):
            other = library.get(pointer.kind, id_)
            if other is not None:
                found[other.address] = other
    events = {dated.entry.address: dated.entry for dated in naming(library, entry)}
    return list((found | linked(entry, library) | events).values())
