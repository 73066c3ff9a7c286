"""The parts that the pages of all records share, as values for the templates.

`macros.html` in the theme holds the markup of each part. The values are made in `claim_lines`
(lines of tables), `marks` (state, evidence, tiers) and `record_parts` (all else).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from knowledge.pages.citing import SourceMark

NO_BASIS = "basis not recorded in this source"


class Crumb(NamedTuple):
    """A step on the way to this page; without an address it is plain text."""

    label: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the record came to be: `label` is "Last reviewed" or "Imported", `text` says when.

    `unreviewed` and `overdue` are sentences, or empty; `data` is the record as JSON.
    """

    label: str
    text: str
    unreviewed: str = ""
    overdue: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class HeadFact:
    """A label and a short text in the line under the lead."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record's page: where, what, one sentence, and how the record came to be."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    provenance: Provenance
    facts: tuple[HeadFact, ...] = ()


class Heading(NamedTuple):
    """An entry of "On this page": the id of a section and its heading."""

    anchor: str
    label: str


class StateMark(NamedTuple):
    """The state of a claim: its id (class and symbol) and its word."""

    id: str
    word: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many lines are in a state."""

    state: StateMark
    count: int

    @property
    def number(self) -> str:
        """The count as it is printed: `4,265`."""
        return f"{self.count:,}"


class ReadingLine(NamedTuple):
    """Another reading of a claim."""

    value: str
    as_of: str
    note: str
    sources: tuple[SourceMark, ...]


class ClaimLine(NamedTuple):
    """A claim as a line of a table. Texts that are not there are empty.

    `value` holds every reading where the claim is to be verified ("14 years or 19 years");
    `readings` says of each other reading where it comes from. `pointer` leads to a part of the
    page that says more; `extra` is a fact of this sort of claim alone, such as a penalty.
    `verified_on` is the day on which the primary text was read; `address` is of the page of what
    the label names.
    """

    anchor: str
    label: str
    value: str
    state: StateMark
    basis: str = ""
    as_of: str = ""
    area: str = ""
    conditions: str = ""
    note: str = ""
    pointer: Heading | None = None
    readings: tuple[ReadingLine, ...] = ()
    sources: tuple[SourceMark, ...] = ()
    extra: str = ""
    verified_on: str = ""
    address: str = ""

    @property
    def undated(self) -> str:
        """What stands in place of the year of a claim on the law that names none."""
        return "no year given" if self.value and self.basis and not self.as_of else ""

    @property
    def has_basis(self) -> bool:
        """Whether the legal basis is a statute, and not the words that it is missing."""
        return self.basis not in ("", NO_BASIS)

    @property
    def has_small_print(self) -> bool:
        """Whether anything stands under the value."""
        return bool(self.conditions or self.extra or self.readings or self.note or self.verified_on)

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a value nor anything under it."""
        return not self.value and not self.has_small_print

    @property
    def is_large(self) -> bool:
        """Whether the value is short enough to be set large."""
        return 0 < len(self.value) < 9


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Lines of a table under a heading of their own; without one the heading is empty."""

    heading: str
    lines: tuple[ClaimLine, ...]


class EvidenceMark(NamedTuple):
    """The grade of evidence: its word and how many of five bars are filled."""

    id: str
    word: str
    bars: int


class TierMark(NamedTuple):
    """The tiers that are reached: four nodes from tier 1 to raw material, and the words."""

    nodes: tuple[bool, bool, bool, bool]
    words: str


class RelatedLine(NamedTuple):
    """A record that this page leads to: one line of facts, title, one sentence, marks."""

    facts: str
    title: str
    address: str
    sentence: str = ""
    evidence: EvidenceMark | None = None
    tiers: TierMark | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A section of the written text of a record; the HTML has been sanitised."""

    id: str
    heading: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Cite:
    """The words to cite a page with."""

    text: str


@dataclass(frozen=True, slots=True)
class Actions:
    """Addresses on the code host: where to edit a record and where to report a mistake."""

    edit: str
    report: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What changed for readers, and when."""

    on: str
    what: str


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A right of reply, printed unedited."""

    who: str
    on: str
    text: str
