"""Every record as JSON beside its page, and the list of each collection.

A record's file holds its fields as its author gave them, its sources in full (those that several
records share among them) and its text as Markdown. What is left out is not recorded. Fields are in
the order in which they are declared. pydantic writes them itself, in Rust: quicker than a faster
serializer of plain values (orjson) would be, as nothing has to become a plain value before.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Final

from pydantic_core import to_json

from knowledge.analysis.record_cells import layout
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.platform import LICENCE, PLATFORM

LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"

_SOURCES: Final = {"sources"}
#: Who says so and on which terms: the same in every file.
_TERMS: Final = json.dumps(
    {"platform": PLATFORM, "licence": LICENCE, "licence_url": LICENCE_ADDRESS}, ensure_ascii=False
)[1:-1]


def record_json(entry: Entry, library: Library, site_url: str) -> bytes:
    """A record; `site_url` ends in `/`, or is empty where the site's address is not known."""
    record = entry.record
    head = _head(entry.kind.id, entry.address, site_url, record.touched)
    fields = record.model_dump_json(exclude=_SOURCES, exclude_unset=True)
    # Those of the record in its own order, then the shared ones as it comes to them.
    used = {id_: library.source(entry, id_) for id_ in library.uses_of_source(entry)}
    sources = to_json({**record.sources, **used}, exclude_none=True).decode()
    text = json.dumps(entry.document.body, ensure_ascii=False)
    parts = (head, f'"fields": {fields}', f'"sources": {sources}', f'"text": {text}')
    return _lines(parts).encode()


def collection_json(kind: Kind, library: Library, site_url: str) -> bytes:
    """The records of a kind in the order of its index: what fits into a line, and their files."""
    head = _head(kind.id, f"{kind.folder}/", site_url)
    # What repeats within a record, and every claim with its state, is in the record's own file.
    names = {step.name for step in layout(kind.model, tuple(_SOURCES))[1] if step.is_plain}
    records = ",\n".join(
        f'{{"address": "{entry.address}", "file": "{entry.data}", "fields": '
        f"{entry.record.model_dump_json(include=names, exclude_unset=True)}}}"
        for entry in library.all(kind.id)
    )
    return _lines((head, f'"records": [\n{records}\n]')).encode()


def _head(kind: str, address: str, site_url: str, as_of: date | None = None) -> str:
    """The members that say what the file is of. Kinds, ids and addresses are plain ASCII."""
    told = [f'"kind": "{kind}"']
    if as_of is not None:
        told.append(f'"id": "{address.rstrip("/").rpartition("/")[2]}"')
    told.append(f'"address": "{address}"')
    if site_url:
        told.append(f'"url": {json.dumps(site_url + address)}')
    if as_of is not None:
        told.append(f'"as_of": "{as_of.isoformat()}"')
    return ", ".join((*told, _TERMS))


def _lines(members: tuple[str, ...]) -> str:
    return "{" + ",\n".join(members) + "}\n"
