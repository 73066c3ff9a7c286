"""The manual of rules: a page for everything that can be told of a file, grouped by topic.

Rules that have a module (`rules/`) bring their page along in its docstring. All others are found
while files are read and linked; their pages stand here, one `Entry` each. A test fails where a
rule that can be told has no page, where a page names no rule, and where a sample does not do what
it says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from knowledge import rules
from knowledge.manual import (
    block_of_fields,
    characters,
    claims,
    dates_and_addresses,
    fields_as_written,
    files,
    plan_and_toolkits,
    references,
    tables_of_data,
    text_and_links,
    values,
)
from knowledge.manual.entry import Entry
from knowledge.problems import RULE_PAGES, Severity

#: What is told of each sample that fails, word for word. A test compares it with what is said now,
#: and writes it anew with `REWRITE_EXPECTED=1`.
MESSAGES: Final = Path(__file__).parent / "messages.json"


@dataclass(frozen=True, slots=True)
class Topic:
    """Rules that belong together: those of `entries`, then the modules of `rules/` named."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    modules: tuple[str, ...] = ()


TOPICS: Final = (
    Topic("fields", "How fields are written", fields_as_written.ENTRIES),
    Topic("block", "The block of fields", block_of_fields.ENTRIES),
    Topic("characters", "Characters", characters.ENTRIES),
    Topic(
        "text",
        "Text, headings and links",
        text_and_links.ENTRIES,
        (
            "headings", "heading-empty", "summary-too-long", "broken-link", "personal-detail",
            "photograph-shown",
        ),
    ),
    Topic(
        "values",
        "Fields and their values",
        values.ENTRIES,
        ("result-by-sex", "stages-differ", "stages-in-order", "goods-of-stages"),
    ),
    Topic(
        "dates",
        "Dates, addresses and names",
        dates_and_addresses.ENTRIES,
        (
            "dates-in-order", "date-in-future", "event-times", "id-is-file-name", "unique-id",
            "same-title", "unique-country-code", "formerly-clash",
        ),
    ),
    Topic(
        "claims",
        "Claims and evidence",
        claims.ENTRIES,
        (
            "claim-without-source", "areas-differ", "practice-without-evidence",
            "neither-reviewed-nor-imported",
        ),
    ),
    Topic(
        "references",
        "Sources, terms and other records",
        references.ENTRIES,
        ("source-unused", "source-clash", "shared-source-unused", "term-unused"),
    ),
    Topic("files", "Files and folders", files.ENTRIES),
    Topic("tables", "Tables of data", tables_of_data.ENTRIES),
    Topic("plan", "Work plan and toolkits", plan_and_toolkits.ENTRIES),
    Topic("program", "The site as a whole", plan_and_toolkits.PROGRAM),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of a file that a rule accepts (`passes`) or tells of, and what it is a part of."""

    passes: bool
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The page of a rule.

    `message` is what is told of the first sample that fails; where no sample can show the rule,
    it is empty and `unseen` says when the rule is met.
    """

    id: str
    topic: str
    severity: Severity
    title: str
    text: tuple[str, ...]
    mend: str
    samples: tuple[Sample, ...]
    message: str
    unseen: str

    @property
    def address(self) -> str:
        """The page, relative to the site."""
        return f"{RULE_PAGES}{self.id}/"


@cache
def explained() -> dict[str, Explained]:
    """The page of every rule by its id, topic by topic."""
    told = messages()
    modules = {page.id: page for page in rules.manual()}
    pages: dict[str, Explained] = {}
    for topic in TOPICS:
        for entry in topic.entries:
            pages[entry.id] = _of_entry(entry, topic, told.get(entry.id, ""))
        for id_ in topic.modules:
            pages[id_] = _of_module(modules[id_], topic, told.get(id_, ""))
    return pages


def messages() -> dict[str, str]:
    """What is told of the first failing sample of each rule."""
    found: dict[str, str] = json.loads(MESSAGES.read_text(encoding="utf-8"))
    return found


def _of_entry(entry: Entry, topic: Topic, message: str) -> Explained:
    samples = tuple(Sample(passes, entry.place, text) for passes, text in entry.samples)
    return Explained(
        entry.id, topic.id, entry.severity, entry.title, (entry.why,), entry.mend, samples,
        message, entry.unseen,
    )  # fmt: skip


def _of_module(page: rules.Manual, topic: Topic, message: str) -> Explained:
    samples = tuple(
        Sample(sample.passes, sample.kind, sample.text)
        for sample in sorted(page.samples, key=lambda sample: sample.passes)
    )
    paragraphs = tuple(" ".join(part.split()) for part in page.text.split("\n\n") if part.strip())
    return Explained(
        page.id, topic.id, page.severity, page.title, paragraphs, "", samples, message, ""
    )
