"""A kind of record: its folder, its model and what readers call it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.kinds.fields import Record

#: The name of a JSON file: it stands beside the page whose content it has.
DATA_FILE = "index.json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    `folder` holds its files and is the first part of its pages' addresses; `review_every` is
    how many months a review lasts where a record does not say otherwise.
    """

    id: str
    folder: str
    model: type[Record]
    label: str
    plural: str
    section: str
    review_every: int

    @property
    def with_article(self) -> str:
        """What one record is called in a sentence: `a practice`, `an initiative`."""
        name = self.label.lower()
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"

    @property
    def data(self) -> str:
        """The list of its records as JSON, relative to the site."""
        return f"{self.folder}/{DATA_FILE}"
