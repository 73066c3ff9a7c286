"""What a comparison says of a record on a topic, in the words of the record's own page.

A file of data holds it as plain values; the script only puts them in their places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from knowledge.pages.citing import SourceLine
from knowledge.pages.facts import Fact, FactItem
from knowledge.pages.marks import NOT_RESEARCHED
from knowledge.pages.parts import ClaimLine
from knowledge.pages.wording import listed

#: A cell as the script reads it: state, value, as of, basis, small print, sources, anchor.
Data = list[object]

STATED = "stated"


class Row(NamedTuple):
    """A topic as a row of the comparison.

    `compares` says whether equal words mean equal things: numbers of different years and
    sentences of different sources are shown side by side without a judgement.
    """

    id: str
    label: str
    group: str
    compares: bool
    address: str = ""


def claim_data(line: ClaimLine, *extra: str) -> Data:
    """A claim as a cell; `extra` stands first in its small print."""
    return [
        line.state.id,
        line.value,
        f"As of {line.as_of}" if line.as_of else _sentence(line.undated),
        f"Basis: {line.basis}" if line.has_basis else _sentence(line.basis),
        [*filter(None, extra), *small_print(line)],
        [mark.anchor for mark in line.sources],
        line.anchor,
    ]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def small_print(line: ClaimLine) -> list[str]:
    """What stands under the value of a claim, in the order of the record's page."""
    told = [line.area, line.conditions, line.extra]
    for reading in line.readings:
        when = f", as of {reading.as_of}" if reading.as_of else ""
        note = f". {reading.note}" if reading.note else ""
        told.append(f"Other reading: {reading.value}{when}{note}")
    told.append(line.note)
    told.append(f"Primary text read {line.verified_on}." if line.verified_on else "")
    return [text for text in told if text]


def fact_data(fact: Fact, anchor: str) -> list[Data]:
    """A fact as cells: names that are simply stated are one cell, a claim is one by itself. What
    nobody has researched has none."""
    told = [item for item in fact.items if not item.state or item.state.id != NOT_RESEARCHED]
    names = [item for item in told if not item.notes and item.state is None]
    others = [item for item in told if item not in names]
    cells = [_item_data(item, anchor) for item in others]
    if names:
        joined = listed([item.text for item in names])
        sources = dict.fromkeys(mark.anchor for item in names for mark in item.sources)
        cells.insert(0, [STATED, joined, "", "", [], list(sources), anchor])
    return cells


def _item_data(item: FactItem, anchor: str) -> Data:
    state = item.state.id if item.state else STATED
    sources = [mark.anchor for mark in item.sources]
    return [state, item.text, "", "", list(item.notes), sources, anchor]


def sources_data(lines: Iterable[SourceLine]) -> dict[str, list[str]]:
    """The sources of cells by their anchors: words, address elsewhere, page of this site."""
    return {
        line.anchor: [
            ", ".join(filter(None, (line.publisher, line.title, line.date))),
            line.url,
            line.page,
        ]
        for line in lines
    }
