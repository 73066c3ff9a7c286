"""A seeded corpus of valid records for the benchmark, as large as is asked for.

The real records are its seed: every made record is a real one under a new id with other
references, so that front matter and bodies are as long as the real ones, and every rule holds.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.library import Library, load
from knowledge.writing.canonical import record_text

#: The seed of the choices, so that two corpora of one size are the same.
SEED = 87
#: Of 10,000 records, how many are of each kind.
MIX = {"country": 240, "practice": 5600, "initiative": 3500, "supply-chain": 60, "event": 600}


def make(source: Path, records: int, target: Path) -> None:
    """Copy the repository at `source` to `target` with `records` records in the mix of `MIX`."""
    skipped = shutil.ignore_patterns("__pycache__", "*.md")
    for name in ("hooks", "content"):
        ignored = skipped if name == "hooks" else None
        shutil.copytree(source / name, target / name, ignore=ignored, dirs_exist_ok=True)
    shutil.copy(source / "mkdocs.yml", target)
    library, _ = load(source)
    choose = random.Random(SEED)  # noqa: S311 - a corpus, not a secret
    ids = {kind: _ids(library, kind, records) for kind in MIX}
    for kind, wanted in ids.items():
        real = library.all(kind)
        folder = target / real[0].kind.folder
        folder.mkdir(parents=True, exist_ok=True)
        for number, id_ in enumerate(wanted):
            entry = real[number % len(real)]
            text = entry.document.text
            if number >= len(real):
                record = entry.record.model_copy(update=_changed(entry, id_, library, ids, choose))
                text = record_text(record, entry.document.body)
            (folder / f"{id_}.md").write_text(text, encoding="utf-8")


def _ids(library: Library, kind: str, records: int) -> list[str]:
    """The ids of a kind: the real ones, which link to each other, then as many as are asked for."""
    real = [entry.id for entry in library.all(kind)]
    wanted = max(len(real), round(MIX[kind] * records / sum(MIX.values())))
    return real + [f"{real[n % len(real)]}-{n // len(real) + 1}" for n in range(len(real), wanted)]


def _changed(
    entry: Entry, id_: str, library: Library, ids: dict[str, list[str]], choose: random.Random
) -> dict[str, Any]:
    """The fields in which a made record differs from the real one it was made from."""
    record = entry.record
    number = id_.rpartition("-")[2]
    changed: dict[str, Any] = {"id": id_, "title": f"{record.title} {number}", "formerly": []}
    if isinstance(record, Country):
        # Codes that ISO 3166 leaves to users, and M49 has not given.
        place = ids["country"].index(id_)
        changed |= {"iso3": f"X{_letters(place)}", "m49": f"{place % 1000:03}"}
    if isinstance(record, Practice | Initiative):
        countries = ids["country"][: len(library.all("country"))]
        for name, known in {
            "countries": countries,
            "related": ids[entry.kind.id],
            **{
                field: list(library.terms[vocabulary])
                for field, vocabulary in _TERMS.items()
                if hasattr(record, field)
            },
        }.items():
            changed[name] = sorted(choose.sample(known, len(getattr(record, name))))
    return changed


def _letters(number: int) -> str:
    """Two letters for a number below 676."""
    return chr(65 + number // 26 % 26) + chr(65 + number % 26)


#: Fields that hold terms, and the vocabulary of each.
_TERMS = {"approach": "approaches", "goods": "goods", "tiers": "tiers", "functions": "functions"}
