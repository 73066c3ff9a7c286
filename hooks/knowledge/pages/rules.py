"""The manual of rules as pages: an index by topic, and a page for each rule that a message names.

What they say is written in the manual, beside the checks; here it is only laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.manual import TOPICS, Explained, explained
from knowledge.manual.words import SEVERITIES, heading_of, unprinted
from knowledge.pages.contribute import ADDRESS as CONTRIBUTE
from knowledge.pages.contribute import TITLE as CONTRIBUTE_TITLE
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.problems import RULE_PAGES

TITLE = "What is checked, and why"
MADE_FROM = "the manual of rules"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the index."""

    id: str
    title: str
    severity: str
    address: str


@dataclass(frozen=True, slots=True)
class TopicPart:
    """The rules of a topic; `anchor` is its place on the index."""

    anchor: str
    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """The index, and how many rules there are."""

    crumbs: tuple[Crumb, ...]
    topics: tuple[TopicPart, ...]
    count: int
    severities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a paragraph; `is_code` is written as in a file."""

    text: str
    is_code: bool


@dataclass(frozen=True, slots=True)
class SamplePart:
    """A sample under its heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule. `message` is an example of what is told, `unseen` says why there is none."""

    crumbs: tuple[Crumb, ...]
    id: str
    severity: str
    text: tuple[tuple[Words, ...], ...]
    mend: tuple[Words, ...]
    samples: tuple[SamplePart, ...]
    unprinted: str
    message: str
    unseen: str
    beside: tuple[RuleLine, ...]


Planned = tuple[str, str, partial[Page]]


def rule_pages() -> Iterator[Planned]:
    """The index and the page of every rule."""
    yield RULE_PAGES, MADE_FROM, partial(_index)
    for page in explained().values():
        yield page.address, MADE_FROM, partial(_rule_page, page)


def _index() -> Page:
    topics = tuple(TopicPart(t.id, t.title, tuple(_lines(t.id))) for t in TOPICS)
    crumbs = (Crumb(CONTRIBUTE_TITLE, CONTRIBUTE), Crumb(TITLE))
    view = RulesView(crumbs, topics, len(explained()), tuple(SEVERITIES.values()))
    told = "Every rule that a record is checked by, with its reason, samples and how to mend it."
    return Page(RULE_PAGES, TITLE, told, CONTRIBUTE, "records/rules.html", view, MADE_FROM)


def _lines(topic: str) -> Iterator[RuleLine]:
    for page in explained().values():
        if page.topic == topic:
            yield RuleLine(page.id, page.title, page.severity, page.address)


def _rule_page(page: Explained) -> Page:
    topic = next(topic for topic in TOPICS if topic.id == page.topic)
    above = Crumb(topic.title, f"{RULE_PAGES}#{topic.id}")
    crumbs = (Crumb(CONTRIBUTE_TITLE, CONTRIBUTE), Crumb(TITLE, RULE_PAGES), above, Crumb(page.id))
    view = RuleView(
        crumbs,
        page.id,
        SEVERITIES[page.severity],
        tuple(tuple(_words(paragraph)) for paragraph in page.text),
        tuple(_words(page.mend)),
        tuple(SamplePart(heading_of(s.passes, s.place), s.text) for s in page.samples),
        unprinted(sample.text for sample in page.samples),
        page.message,
        page.unseen,
        tuple(line for line in _lines(page.topic) if line.id != page.id),
    )
    title = page.title.removesuffix(".")
    told = f"The rule {page.id}: why there is one, what to write instead, and samples of both."
    return Page(page.address, title, told, CONTRIBUTE, "records/rule.html", view, MADE_FROM)


def _words(text: str) -> Iterator[Words]:
    """The pieces of a text, parted at its backquotes."""
    for number, piece in enumerate(text.split("`")):
        if piece:
            yield Words(piece, number % 2 == 1)
