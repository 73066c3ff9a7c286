"""The page of the group's topics: what the library holds on each, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.topics import VOCABULARY, holdings
from knowledge.kinds import KINDS
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, RelatedLine
from knowledge.pages.related import by_evidence, related_line
from knowledge.pages.term_links import BROWSE, term_address
from knowledge.pages.topic_part import TopicPart, topic_part
from knowledge.pages.wording import counted

ADDRESS = "topics/"

#: How many practices, those with the best evidence, and how many of each other kind a topic shows.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """The first records of a kind, and where all of them are."""

    counted: str
    address: str
    lines: tuple[RelatedLine, ...]


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic: `counts` stand under the columns of the view, an empty one stands for none."""

    id: str
    label: str
    definition: str
    address: str
    counts: tuple[str, ...]
    shown: tuple[Shown, ...]
    part: TopicPart


@dataclass(frozen=True, slots=True)
class TopicsView:
    """What the template `records/topics.html` shows."""

    crumbs: tuple[Crumb, ...]
    lead: str
    columns: tuple[str, ...]
    topics: tuple[TopicLine, ...]


def topics_page(library: Library) -> Page:
    """All topics of the group with what there is on each."""
    vocabulary = library.vocabularies.get(VOCABULARY)
    held = library.once(holdings)
    used = {kind for holding in held.values() for kind in holding.records}
    kinds = [kind for kind in KINDS if kind.id in used]
    topics = []
    for term in vocabulary.terms if vocabulary else ():
        holding = held[term.id]
        address = term_address(library, VOCABULARY, term.id) or ""
        law = {entry.id for entries in holding.law.values() for entry in entries}
        law |= {entry.id for entry in (*holding.ratified, *holding.beyond)}
        numbers = [len(holding.records.get(kind.id, ())) for kind in kinds]
        numbers += [len(law), len(holding.tools)]
        topics.append(
            TopicLine(
                id=term.id,
                label=term.label,
                definition=term.definition or "",
                address=address,
                counts=tuple(f"{number:,}" if number else "" for number in numbers),
                shown=tuple(
                    Shown(
                        counted(len(entries), kind.label.lower(), kind.plural.lower()),
                        f"{address}#{kind.id}-topics-named",
                        tuple(
                            related_line(entry, library, with_kind=False)
                            for entry in by_evidence(entries, SHOWN)
                        ),
                    )
                    for kind in kinds
                    if (entries := holding.records.get(kind.id))
                ),
                part=topic_part(library, term.id),
            )
        )
    view = TopicsView(
        crumbs=(Crumb("Browse", BROWSE), Crumb("Topics")),
        lead=vocabulary.description if vocabulary else "No topic has been recorded yet.",
        columns=(*(kind.plural for kind in kinds), "Law of countries", "Guides and tools"),
        topics=tuple(topics),
    )
    return Page(
        address=ADDRESS,
        title="Topics of the Action Group",
        description="What this library holds on each advocacy topic of the Action Group and on "
        "rural economies, and what is missing.",
        section=BROWSE,
        template="records/topics.html",
        view=view,
        made_from="the page of topics",
    )
