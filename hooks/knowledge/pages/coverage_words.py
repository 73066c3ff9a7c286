"""The pages on what is known and what is missing: their addresses, and topics in words."""

from __future__ import annotations

from knowledge.analysis.coverage import Topic
from knowledge.kinds import BY_ID
from knowledge.kinds.country import CONVENTIONS
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.field_words import RESTING, field_words
from knowledge.pages.parts import Crumb

ADDRESS = "coverage/"
REVIEWS = f"{ADDRESS}reviews/"

#: What the first page is called, and the step on the way that leads there.
TITLE = "What is known, and what is missing"
ON_THE_WAY = Crumb("Known and missing", ADDRESS)

#: The heading of topics that stand in no group of fields.
NO_GROUP = "Other topics"


def topics_address(kind: Kind) -> str:
    """The page of what the records of a kind are asked."""
    return f"{ADDRESS}{kind.folder}/"


def records_address(kind: Kind) -> str:
    """The page that lists the records of a kind by what is missing in each."""
    return f"{topics_address(kind)}records/"


def topic_address(topic: Topic) -> str:
    """The page of a topic: what nobody has looked into, record by record."""
    name = "-".join(topic.path).replace("_", "-").lower()
    return f"{topics_address(BY_ID[topic.kind])}{name}/"


def topic_words(library: Library, topic: Topic) -> str:
    """A topic as readers know it: the title of the field, the term, or the convention."""
    if topic.vocabulary:
        return library.term(topic.vocabulary, topic.path[-1]).label
    words = field_words(BY_ID[topic.kind].model, topic.path)
    titles = dict[str, str](CONVENTIONS.items())
    return f"{words}, {titles[words]}" if words in titles else words


def group_words(group: str) -> str:
    """The heading of a group of topics."""
    return RESTING.get((group,)) or group.replace("_", " ").capitalize() if group else NO_GROUP
