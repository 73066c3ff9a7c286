"""What people call the things that a field points to, and the id that each name stands for.

`Ivory Coast` is `cote-d-ivoire`, `child labor` is `child-labour`. A name that two things share
stands for neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from unicodedata import combining, normalize

from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.references import Ref, Term
from knowledge.kinds.vocabularies import Vocabulary

#: American spellings beside those of this library: a name is compared in the first.
_SPELLINGS = (
    ("labor", "labour"), ("program", "programme"), ("center", "centre"), ("ization", "isation"),
    ("ized", "ised"), ("izing", "ising"), ("ize", "ise"),
)  # fmt: skip
_OTHER = re.compile(r"[^a-z0-9]+")


def without_accents(text: str) -> str:
    """A text without case and accents, so that names written in two ways are found alike."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def folded(name: str) -> str:
    """A name without case, accents, signs and the difference of British and American spelling."""
    plain = _OTHER.sub(" ", without_accents(name).replace("&", " and ")).strip()
    for american, british in _SPELLINGS:
        plain = plain.replace(british, american)
    return plain


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The id that a name stands for, by what points to it."""

    ids: Mapping[Ref | Term, Mapping[str, str]]

    def id_of(self, pointer: Ref | Term, name: str) -> str | None:
        """The one id that a name stands for, or None where there is none or more than one."""
        return self.ids.get(pointer, {}).get(folded(name))

    def near(self, pointer: Ref | Term, name: str) -> str | None:
        """The id that a name stands for; else of the name that it begins with (`cocoa beans`) or
        that ends in it (`thatch`), where there is one; else of the most similar name."""
        known, plain = self.ids.get(pointer, {}), folded(name)
        if not plain or plain in known:
            return known.get(plain)
        begins = {id_ for other, id_ in known.items() if plain.startswith(f"{other} ")}
        ends = {id_ for other, id_ in known.items() if other.endswith(f" {plain}")}
        for ids in (begins, ends):
            if len(ids) == 1:
                return ids.pop()
        similar = get_close_matches(plain, known, n=1, cutoff=0.8)
        return known[similar[0]] if similar else None


def known_names(
    entries: Mapping[str, Mapping[str, Entry]], vocabularies: Mapping[str, Vocabulary]
) -> KnownNames:
    """The names of all records by kind (titles; of countries also other names and codes), and of
    all terms by vocabulary (labels and what they are also called)."""
    ids: dict[Ref | Term, Mapping[str, str]] = {}
    for kind, held in entries.items():
        ids[Ref(kind)] = _unambiguous((entry.id, _names_of(entry)) for entry in held.values())
    for name, vocabulary in vocabularies.items():
        terms = ((term.id, (term.id, term.label, *term.also_called)) for term in vocabulary.terms)
        ids[Term(name)] = _unambiguous(terms)
    return KnownNames(ids)


def _names_of(entry: Entry) -> tuple[str, ...]:
    record = entry.record
    names = [entry.id, record.title, *record.formerly]
    if isinstance(record, Country):
        names += [record.names.short, *record.names.other, *record.keywords]
        names += [name for name in (record.names.official, record.iso3) if name]
    return tuple(names)


def _unambiguous(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    ids: dict[str, str] = {}
    shared: set[str] = set()
    for id_, names in named:
        for name in {folded(name) for name in names}:
            if ids.setdefault(name, id_) != id_:
                shared.add(name)
    return {name: id_ for name, id_ in ids.items() if name not in shared}
