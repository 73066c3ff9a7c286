"""What browsing and searching need of every record, as small scripts for a reader's browser.

They are scripts and not JSON, so that a page opened from a disk can load them too: each puts its
part into `window.knowledge`. Ids and places in lists stand for words; what a reader reads of a
facet is already on the page. A collection has three files: the records, their summaries, and the
words of their written texts, which are asked for only when a reader types.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any
from unicodedata import combining, normalize

from knowledge.analysis.facets import KIND, facet_values
from knowledge.exports.exported import Exported
from knowledge.kinds import KINDS
from knowledge.kinds.country import Country, Law
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.kind import Kind
from knowledge.kinds.practice import Practice
from knowledge.library import Library

#: How many pairs of a word and a record the files of all written texts may hold together: the
#: rarest words come first, as they tell records apart. A pair takes about a byte and a half, so
#: that the whole stays below 150 KB however large the library is.
PAIRS = 100_000
#: Words with fewer letters say nothing alone.
SHORTEST = 3

#: What is no letter and no digit parts words.
_PARTS = str.maketrans(
    {sign: " " for sign in map(chr, range(128)) if not sign.isalnum()}
    | dict.fromkeys("–—’‘“”«»…·\u00a0", " ")  # noqa: RUF001 - the signs of written texts
)


def record_data(library: Library) -> Iterator[Exported]:
    """The files of every collection."""
    for kind in KINDS:
        made_from, stem = f"the collection {kind.folder}/", f"records/{kind.folder}"
        yield Exported(f"{stem}.js", made_from, partial(_records, library, kind))
        yield Exported(f"{stem}-summaries.js", made_from, partial(_summaries, library, kind))
        yield Exported(f"{stem}-texts.js", made_from, partial(_texts, library, kind))


def _script(part: str, kind: Kind, value: object) -> bytes:
    """A script that puts a value at `window.knowledge[part][kind]`, the same bytes every time."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    known = "window.knowledge=window.knowledge||{};"
    room = f"knowledge.{part}=knowledge.{part}||{{}};"
    return f'{known}{room}knowledge.{part}["{kind.id}"]={told};\n'.encode()


def _records(library: Library, kind: Kind) -> bytes:
    """Ids, titles, other words, days and facets, a list each, in the order of titles."""
    entries = library.all(kind.id)
    facets = {}
    for name, values in facet_values(library).items():
        held = values.held
        used = {id_ for entry in entries for id_ in held.get(entry.address, ())}
        if not used or name == KIND:
            continue  # the kind is that of the file
        order = [id_ for id_ in values.order if id_ in used]
        place = {id_: number for number, id_ in enumerate(order)}
        of = [[place[id_] for id_ in held.get(entry.address, ())] for entry in entries]
        facets[name] = {"ids": order, "of": of}
    days = [_days(entry) for entry in entries]
    told: dict[str, Any] = {
        "ids": [entry.id for entry in entries],
        "titles": [entry.record.title for entry in entries],
        "words": [" ".join(other_words(entry)) for entry in entries],
        "added": [entry.record.added.isoformat() for entry in entries],
        "starts": [start for start, _ in days],
        "ends": [end for _, end in days],
        "places": [e.record.place or "" if isinstance(e.record, Event) else "" for e in entries],
        "facets": facets,
    }
    return _script("records", kind, told)


def _days(entry: Entry) -> tuple[str, str]:
    """When it began and ended, as far as is known; what has no time has two empty texts."""
    record = entry.record
    if isinstance(record, Practice):
        return record.period.start or "", record.period.end or ""
    if isinstance(record, Initiative):
        return record.started or "", record.ended or ""
    return (record.start, record.last) if isinstance(record, Event) else ("", "")


def other_words(entry: Entry) -> Iterator[str]:
    """What a reader may look for beside the title: keywords, other names, headings of its own."""
    record = entry.record
    yield from record.keywords
    if isinstance(record, Country):
        yield from filter(None, (record.names.official, record.iso3, *record.names.other))
        # A country has no text of its own: what is asked of it are the topics of its law.
        yield from (
            Law.model_fields[name].title or "" for name in sorted(record.law.model_fields_set)
        )
        yield from sorted(record.conventions)
        for law in record.due_diligence:
            yield from filter(None, (law.title, law.short_title))
    elif isinstance(record, Initiative):
        yield from filter(None, (record.acronym, *record.former_names))
    yield from (h.text for h in entry.outline.headings if h.text not in record.headings)


def _summaries(library: Library, kind: Kind) -> bytes:
    told = [entry.record.summary for entry in library.all(kind.id)]
    return _script("summaries", kind, told)


def _texts(library: Library, kind: Kind) -> bytes:
    """The words of the written texts, and for each the places of its records: the first, then
    how much further each next one is."""
    found = library.once(text_words)[kind.id]
    steps = [[places[0], *(b - a for a, b in pairwise(places))] for places in found.values()]
    return _script("texts", kind, {"words": " ".join(found), "of": steps})


def text_words(library: Library) -> dict[str, dict[str, list[int]]]:
    """By kind, the words of the written texts in their order, each with the places of the records
    that hold it. The rarest words of a kind come first, until its share of `PAIRS` is used."""
    total = sum(len(library.all(kind.id)) for kind in KINDS)
    return {
        kind.id: _rarest(library.all(kind.id), PAIRS * len(library.all(kind.id)) // max(total, 1))
        for kind in KINDS
    }


def _rarest(entries: list[Entry], pairs: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for word in words_of(" ".join(_texts_of(entry))):
            places[word].append(place)
    chosen = []
    for word in sorted(places, key=lambda word: (len(places[word]), word)):
        pairs -= len(places[word])
        if pairs < 0:
            break
        chosen.append(word)
    return {word: places[word] for word in sorted(chosen)}


def _texts_of(entry: Entry) -> Iterator[str]:
    yield entry.record.summary
    yield entry.document.body
    if isinstance(entry.record, Country):
        yield from (f"{contact.name} {contact.what}" for contact in entry.record.contacts)
        yield from (statute.title for statute in entry.record.statutes)
        yield from (f"{law.covers} {law.duty}" for law in entry.record.due_diligence)


def words_of(text: str) -> set[str]:
    """The different words of a text, in small letters and without accents."""
    words = set(text.lower().translate(_PARTS).split())
    return {
        word if word.isascii() else "".join(s for s in normalize("NFKD", word) if not combining(s))
        for word in words
        if len(word) >= SHORTEST
    }
