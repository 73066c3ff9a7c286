"""What the manual says with fixed words: what a severity does, and what a sample is a part of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from knowledge.problems import Severity

#: What each severity does.
SEVERITIES: Final[dict[Severity, str]] = {
    "error": "An error: the site is not built until it is mended.",
    "warning": "A warning: the site is not published until it is mended.",
    "note": "A note: nothing has to be done, and nothing fails.",
}

_PLACES: Final = {
    "files": "names of files",
    "page": "a page of content/",
    "pledge": "a pledge of content/work-plan.md",
    "toolkit": "a toolkit",
    "shared sources": "the sources of content/sources.yml",
    "union": "the fields of a union of states",
    "two practices": "the fields of a practice, beside a draft called a-draft",
    "vocabulary": "a file of content/vocabularies/",
}


def unprinted(texts: Iterable[str]) -> str:
    """A sentence for samples that name a sign which cannot be printed, else an empty text."""
    return "‹…› stands for what cannot be printed." if any("‹" in text for text in texts) else ""


def in_words(place: str) -> str:
    """The place of a sample as a reader would say it: `the text of a practice`."""
    sort, _, rest = place.partition(" ")
    if place in _PLACES:
        return _PLACES[place]
    if sort == "table":
        return f"the table content/data/{rest}.csv"
    if sort == "vocabulary":
        return f"content/vocabularies/{rest}.yml"
    kind = place.removesuffix(" text").removesuffix(" file").replace("-", " ")
    article = "an" if kind[0] in "aeiou" else "a"
    if place.endswith(" text"):
        return f"the text of {article} {kind}"
    if place.endswith(" file"):
        return f"the whole file of {article} {kind}"
    return f"the fields of {article} {kind}"


def heading_of(passes: bool, place: str) -> str:
    """What a sample is: `Wrong, in the fields of a practice`."""
    return f"{'Right' if passes else 'Wrong'}, in {in_words(place)}"
