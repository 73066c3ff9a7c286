"""Every text of ours: sentences of fields and of written text, without names and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from knowledge.kinds import KINDS
from knowledge.kinds.country import CONVENTIONS
from knowledge.kinds.fields import Source
from knowledge.kinds.references import Trail, dotted
from knowledge.kinds.vocabularies import FOLDER, SHARED_SOURCES
from knowledge.library import Library

#: Fields that hold a name, an address, a legal reference, a label, or somebody else's words.
NOT_OURS: Final = frozenset({
    "id", "title", "original_title", "short_title", "short", "official", "other", "name",
    "former_names", "acronym", "publisher", "organiser", "place", "basis", "label", "also_called",
    "keywords", "url", "archived", "address", "licence", "edition", "replies", "contributors",
    "contributions", "partners", "phone", "area",
})  # fmt: skip
#: Fields whose texts are names, of which a sentence may have to be made.
NAMES: Final = frozenset({
    "title", "original_title", "short_title", "short", "official", "other", "name", "former_names",
    "publisher", "organiser", "basis", "label", "also_called", "evaluated_by",
})  # fmt: skip

#: Where a block of written text ends: a blank line, a heading, an item, the edge of a cell.
_BLOCK = re.compile(r"\n\s*\n|\n(?=#|\s*(?:[-*+]|\d+[.)]) )|(?<=\|)|(?=\|)")
_WORD = re.compile(r"\w")
_SIGNS = re.compile(r"^(?:[-*+]|\d+[.)]|#+) +|\*\*")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ASIDE = re.compile(r"\[\^[^\]]*\]|https?://\S+|`[^`]*`|^---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of ours: its file, and the field or the line that it stands in."""

    path: str
    place: str
    text: str


def own_texts(library: Library) -> tuple[OwnText, ...]:
    """All texts of records, toolkits, the work plan, vocabularies, shared sources and pages."""
    return tuple(_all(library))


def own_names(library: Library) -> frozenset[str]:
    """Titles, names and statutes: words that are equal because they must be."""
    found = {
        text
        for _, _, model in _models(library)
        for trail, text in _strings(model, (), everything=True)
        if NAMES & {step for step in trail if isinstance(step, str)}
    }
    headings = {heading for kind in KINDS for heading in kind.model.headings}
    return frozenset(found | headings | set(CONVENTIONS.values()))


def without_signs(text: str) -> str:
    """A text of one line without the sign of an item or a heading, and without those of bold."""
    return _SIGNS.sub("", text)


def blocks(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """The blocks of a Markdown text, without addresses, footnotes and code, each with its line."""
    text = _ASIDE.sub(lambda found: re.sub(r"[^\n]+", " ", found.group(0)), _LINK.sub(r"\1", text))
    start = 0
    for end in [*(found.start() for found in _BLOCK.finditer(text)), len(text)]:
        block = text[start:end]
        if _WORD.search(block):
            before = start + len(block) - len(block.lstrip())
            yield first_line + text.count("\n", 0, before), block
        start = end


def _all(library: Library) -> Iterator[OwnText]:
    for path, body, model in _models(library):
        for trail, text in _strings(model, ()):
            # What a program made of the fields is no sentence of anybody.
            if trail != ("summary",) or getattr(model, "imported", None) is None:
                yield OwnText(path, dotted(trail), text)
        if body is not None:
            for line, block in blocks(*body):
                yield OwnText(path, f"line {line}", block)
    for path, prose in library.prose.items():
        if not prose.is_ours:
            for line, block in blocks(prose.text):
                yield OwnText(path, f"line {line}", block)


def _models(library: Library) -> Iterator[tuple[str, tuple[str, int] | None, Any]]:
    """What holds texts: its file, its written text with the line that begins it, its fields."""
    for entry in library.everything():
        yield entry.path, (entry.document.body, entry.document.body_line), entry.record
    for held in library.toolkits.values():
        yield held.path, (held.document.body, held.document.body_line), held.toolkit
    if library.work_plan is not None:
        document = library.work_plan.document
        yield document.path, (document.body, document.body_line), library.work_plan.plan
    for name, vocabulary in library.vocabularies.items():
        yield f"{FOLDER}/{name}.yml", None, vocabulary
    yield SHARED_SOURCES, None, library.shared_sources


def _strings(value: Any, trail: Trail, *, everything: bool = False) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, BaseModel):
        for name, member in value:
            if everything or (name not in NOT_OURS and _is_said(value, name)):
                yield from _strings(member, (*trail, name), everything=everything)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _strings(member, (*trail, str(key)), everything=everything)
    elif isinstance(value, list):
        for place, member in enumerate(value):
            yield from _strings(member, (*trail, place), everything=everything)


def _is_said(group: BaseModel, name: str) -> bool:
    """Of a source only the note is ours; a list of sources is ids, or words for who says so."""
    return name == "note" if isinstance(group, Source) else name != "source"
