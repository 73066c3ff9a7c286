"""From A to Z: every record and term by its names, former and other names among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import combining, normalize

from knowledge.kinds.country import Country
from knowledge.kinds.initiative import Initiative
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.term_links import BROWSE, term_address
from knowledge.pages.wording import counted

ADDRESS = "a-to-z/"

#: What stands before A: names that begin with a digit or with another script.
OTHERS = "0 to 9"


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the page that it leads to; `what` says what the page is of, and `see` the name
    that the page goes by, where it is another one."""

    name: str
    address: str
    what: str
    see: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The names that begin with a letter."""

    anchor: str
    label: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class AToZView:
    """What the template `records/a-to-z.html` shows."""

    crumbs: tuple[Crumb, ...]
    counted: str
    letters: tuple[Letter, ...]


def a_to_z_page(library: Library) -> Page:
    """All names in their order."""
    found = library.once(names)
    letters = tuple(
        Letter(f"letter-{'0' if label == OTHERS else label.lower()}", label, tuple(group))
        for label, group in groupby(found, key=lambda name: _letter(name.name))
    )
    return Page(
        address=ADDRESS,
        title="A to Z",
        description="Every country, practice, initiative and term of this library by its names, "
        "former and other names among them.",
        section=BROWSE,
        template="records/a-to-z.html",
        view=AToZView((Crumb("Browse", BROWSE),), f"{counted(len(found), 'name')}", letters),
        made_from="the index from A to Z",
    )


def names(library: Library) -> tuple[Name, ...]:
    """Every name by which a record or a term is known, in the order of the alphabet."""
    found = {(name.name, name.address): name for name in (*_records(library), *_terms(library))}
    return tuple(sorted(found.values(), key=lambda name: (*_place(name.name), name.address)))


def _records(library: Library) -> Iterator[Name]:
    for entry in library.everything():
        record, what = entry.record, entry.kind.label.lower()
        others: list[str | None] = []
        if isinstance(record, Country):
            others = [record.names.short, *record.names.other]
        elif isinstance(record, Initiative):
            others = [record.acronym, *record.former_names]
        for other in others:
            if other and other != record.title:
                yield Name(other, entry.address, what, see=record.title)
        yield Name(record.title, entry.address, what)


def _terms(library: Library) -> Iterator[Name]:
    for vocabulary, terms in library.terms.items():
        what = library.vocabularies[vocabulary].title.lower()
        for term in terms.values():
            address = term_address(library, vocabulary, term.id)
            if address is not None:
                for other in term.also_called:
                    yield Name(other, address, what, see=term.label)
                yield Name(term.label, address, what)


def _place(name: str) -> tuple[str, str]:
    """Sorts without regard to case, accents and what stands before the first letter or digit."""
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))
    while plain and not plain[0].isalnum():
        plain = plain[1:]
    return ("" if not "a" <= plain[:1] <= "z" else plain[0], plain)


def _letter(name: str) -> str:
    return _place(name)[0].upper() or OTHERS
