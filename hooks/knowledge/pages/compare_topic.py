"""A topic of the law, all countries side by side: the comparison for a reader without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.regions import region_of
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.chosen_addresses import COMPARE, row_address
from knowledge.pages.citing import SourceLine
from knowledge.pages.citing_across import CitingAcross
from knowledge.pages.claim_lines import tally
from knowledge.pages.compare_cells import Row
from knowledge.pages.compare_rows import country_rows, lines_of
from knowledge.pages.marks import NOT_RESEARCHED
from knowledge.pages.page import Page
from knowledge.pages.parts import ClaimGroup, ClaimLine, Crumb, StateCount
from knowledge.pages.wording import counted

#: Where a country stands that no region is known of: a union of states.
NO_REGION = "Unions of states and others"


@dataclass(frozen=True, slots=True)
class RegionPart:
    """The countries of a part of the world: those with an answer, and those nobody looked at."""

    heading: str
    table: ClaimGroup
    others: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class CompareTopicView:
    """What the template `records/compare-topic.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    counted: str
    tally: tuple[StateCount, ...]
    regions: tuple[RegionPart, ...]
    others: tuple[Crumb, ...]
    has_basis: bool
    sources: tuple[SourceLine, ...]


def topics_with_answers(library: Library) -> dict[str, Row]:
    """The topics on which the record of any country says anything; only these have a page."""
    across = CitingAcross(library)
    found: dict[str, Row] = {}
    left = {row.id: row for row in country_rows()}
    for entry in library.all("country"):
        citing = across.of(entry)
        for id_ in list(left):
            told = lines_of(id_, entry, library, citing)
            if any(line.state.id != NOT_RESEARCHED for line in told):
                found[id_] = left.pop(id_)
        if not left:
            break
    return {row.id: row for row in country_rows() if row.id in found}


def compare_topic_page(library: Library, row_id: str) -> Page:
    """The page of a topic."""
    row = library.once(topics_with_answers)[row_id]
    across = CitingAcross(library)
    regions = tuple(_regions(library, row_id, across))
    lines = [line for part in regions for line in part.table.lines]
    silent = sum(len(part.others) for part in regions)
    title = f"{row.label}: all countries side by side"
    return Page(
        address=row_address(row_id),
        title=title,
        description=f"{row.label} in every country of this library, by region: value, legal "
        "basis, date and how sure it is.",
        section=COMPARE,
        template="records/compare-topic.html",
        view=CompareTopicView(
            crumbs=(
                Crumb("Countries and laws", "countries/"),
                Crumb("Compare", COMPARE),
                Crumb(row.label),
            ),
            title=title,
            counted=counted(len(library.all("country")) - silent, "country", "countries"),
            tally=tally(lines),
            regions=regions,
            others=tuple(
                Crumb(other.label, other.address)
                for other in library.once(topics_with_answers).values()
                if other.group == row.group and other.id != row_id
            ),
            has_basis=any(line.has_basis for line in lines),
            sources=across.lines(),
        ),
        made_from=f"the topic {row.label}",
    )


def _regions(library: Library, row_id: str, across: CitingAcross) -> Iterator[RegionPart]:
    for heading, entries in library.once(_by_region).items():
        lines: list[ClaimLine] = []
        others: list[Crumb] = []
        for entry in entries:
            told = lines_of(row_id, entry, library, across.of(entry))
            answers = [line for line in told if line.state.id != NOT_RESEARCHED]
            lines += [
                line._replace(
                    label=entry.record.title,
                    anchor="",
                    address=f"{entry.address}#{line.anchor}",
                )
                for line in answers
            ]
            if not answers:
                others.append(Crumb(entry.record.title, entry.address))
        yield RegionPart(heading, ClaimGroup("", tuple(lines)), tuple(others))


def _by_region(library: Library) -> dict[str, list[Entry]]:
    """The countries by the names of their regions, unions last."""
    found: dict[str, list[Entry]] = {}
    for entry in library.all("country"):
        region = region_of(library, entry)
        found.setdefault(region.name if region else NO_REGION, []).append(entry)
    return dict(sorted(found.items(), key=lambda item: (item[0] == NO_REGION, item[0])))
