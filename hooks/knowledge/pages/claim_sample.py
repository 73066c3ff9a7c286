"""The sample of claims in words: a list in Markdown, in which people note what they found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from posixpath import dirname, relpath
from typing import Any, Final

from pydantic import BaseModel

from knowledge.analysis.claim_sample import ClaimSample, DrawnShare
from knowledge.analysis.claims import SOURCE, SourcedClaim
from knowledge.analysis.own_texts import without_signs
from knowledge.kinds.fields import Record, Source
from knowledge.library import Library
from knowledge.pages.field_words import field_words
from knowledge.pages.wording import counted, date_words, value_words

#: The page that holds the list; links to records are written as they lead from there.
PAGE: Final = "content/about/quality.md"

#: What is told of a claim, and what whoever opens the sources is asked. Sentences as long as these
#: are a list and no table: on a phone a table of them cannot be read.
TOLD: Final = ("The site says", "Source")
ASKED: Final = ("Outcome", "What was wrong and mended")
OUTCOMES: Final = ("agreed", "wrong", "could not be opened")

#: Fields whose words need no name before them.
_UNNAMED: Final = ("value", "text")
#: Beside what a claim says: its sources, and other readings, which are claims of their own.
_BESIDE: Final = (SOURCE, "also", "id")

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def as_markdown(sample: ClaimSample, library: Library, command: str) -> str:
    """The whole sample: how it was drawn, its shares, and the list to fill in."""
    return "\n".join(
        [
            f"{counted(sample.drawn, 'claim')} of {sample.claims:,} drawn with the seed "
            f"{sample.seed}: `{command}`",
            "",
            "| share | claims | drawn |",
            "|---|--:|--:|",
            *(_share(one) for one in sample.shares),
            "",
            f"Each outcome is one of: {', '.join(OUTCOMES)}.",
            "",
            *(line for one in sample.shares if one.drawn for line in _list(one, library)),
        ]
    )


def _share(one: DrawnShare) -> str:
    return f"| {as_written(one.share.name)} | {one.claims:,} | {len(one.drawn)} |"


def _list(one: DrawnShare, library: Library) -> Iterator[str]:
    yield from (f"### {as_written(one.share.name)}", "")
    for number, claim in enumerate(one.drawn, start=1):
        path = claim.entry.path
        place = f", line {claim.line}" if claim.line else ""
        named = f"[{as_written(claim.entry.record.title)}]({relpath(path, dirname(PAGE))})"
        yield f"{number}. {named}, `{claim.name}`{place}"
        sources = [_source(library.source(claim.entry, id_)) for id_ in claim.sources]
        words = (as_written(said(claim)), "; ".join(sources))
        yield from (f"    - **{name}:** {told}" for name, told in zip(TOLD, words, strict=True))
        yield from (f"    - **{name}:**" for name in ASKED)
    yield ""


def said(claim: SourcedClaim) -> str:
    """What a claim says, in one line: `Light work: 13; state stated; basis Labour Act, s. 5`."""
    if claim.group is None:
        return without_signs(_LINK.sub(r"\1", claim.passage))
    model = claim.entry.kind.model
    words = field_words(model, claim.path)
    other = ", another reading" if "also" in claim.path else ""
    return f"{words}{other}: {_fields(claim.group)}"


def _fields(group: BaseModel) -> str:
    skipped = (*_BESIDE, *(Record.model_fields if isinstance(group, Record) else ()))
    told = [
        (name, _words(value))
        for name, value in group
        if name not in skipped and name in group.model_fields_set
    ]
    if isinstance(group, Record):
        told.insert(0, ("value", group.title))
    return "; ".join(
        words if name in _UNNAMED else f"{name.replace('_', ' ')} {words}"
        for name, words in told
        if words
    )


def _words(value: Any) -> str:
    """A value in words; nothing for what has sources of its own, and is a claim of its own."""
    if isinstance(value, BaseModel):
        return "" if SOURCE in type(value).model_fields else _fields(value)
    if isinstance(value, dict):
        told = ((key, _words(inner)) for key, inner in value.items())
        return ", ".join(f"{key} {words}" for key, words in told if words)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value_words(value)


def _source(source: Source) -> str:
    title = as_written(source.title)
    named = f"[{title}](<{source.url}>)" if source.url else title
    told = [named, as_written(source.publisher), date_words(source.date)]
    return ", ".join(filter(None, told)) + ("" if source.url else " (no address was seen)")


def as_written(text: str) -> str:
    """Words that stand as they are: signs of Markdown and breaks lose their meaning."""
    plain = re.sub(r"([\\*_`\[\]#])", r"\\\1", " ".join(text.split()))
    return plain.replace("<", "&lt;").replace(">", "&gt;")
