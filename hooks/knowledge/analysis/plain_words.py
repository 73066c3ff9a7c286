"""Words of a text as they are compared: which of them say something, and which only name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from knowledge.kinds.known_names import folded


def word_set(words: str) -> frozenset[str]:
    """Words that are written one behind the other."""
    return frozenset(words.split())


#: Small words, which also stand between the words of a name.
_SMALL: Final = word_set(
    "a an and at by concerning d de del des di do du e et for from i in into la le of on or s the "
    "to with y"
)
#: What figures of the law and of surveys are of.
_UNITS: Final = word_set(
    "year years month months week day days hours age per cent percent least most up under over "
    "more less than about between imprisonment prison fine fines adult child children"
)
NUMBERS: Final = word_set(
    "one two three four five six seven eight nine ten eleven twelve first second third"
)
#: What all of this is about, in the one spelling in which words are compared.
_SUBJECT: Final = word_set("labor forced supply chain chains")
_ASIDE: Final = _SMALL | _UNITS | _SUBJECT
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|„[^“]*“|«[^»]*»")
_SENTENCE = re.compile(r"[.!?:;]")


class Word(NamedTuple):
    """A word as it is compared, where it stands in its text, and whether it is part of no name."""

    word: str
    start: int
    end: int
    plain: bool


class KnownTitles:
    """Titles and names of three words and more, found in a text whatever their case."""

    def __init__(self, titles: Iterable[str]) -> None:
        """Sorted by their first words, the longest first."""
        self._by_beginning: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for title in titles:
            words = tuple(_folded(found.group()) for found in _WORD.finditer(title))
            if len(words) >= 3:
                self._by_beginning[words[:3]].add(words)

    def marked(self, words: Sequence[str]) -> set[int]:
        """The places of words that are part of a title."""
        found: set[int] = set()
        for place in range(len(words) - 2):
            for title in self._by_beginning.get(tuple(words[place : place + 3]), ()):
                if tuple(words[place : place + len(title)]) == title:
                    found.update(range(place, place + len(title)))
        return found


def words_of(text: str, titles: KnownTitles | None = None) -> list[Word]:
    """The words of a text, those marked that are part of a name."""
    spans = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    told = [_folded(text[start:end]) for start, end in spans]
    named = titles.marked(told) if titles else set()
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for place, (start, _) in enumerate(spans):
        if any(begin < start < end for begin, end in quoted):
            named.add(place)
    named |= _capitalised(text, spans, told)
    return [
        Word(word, start, end, place not in named)
        for place, (word, (start, end)) in enumerate(zip(told, spans, strict=True))
    ]


def says(word: Word, also_aside: frozenset[str] = frozenset()) -> bool:
    """Whether a word is no name, no figure, no unit, no small word and not the subject itself."""
    aside = word.word in _ASIDE or word.word in also_aside
    return word.plain and not aside and len(word.word) > 1 and word.word.isalpha()


def without_numbers(words: list[Word]) -> list[Word]:
    """The words with one sign for every number, so that a wording is known by the rest of it."""
    return [
        word._replace(word="#") if word.word[0].isdigit() or word.word in NUMBERS else word
        for word in words
    ]


def _capitalised(text: str, spans: list[tuple[int, int]], told: list[str]) -> set[int]:
    """Words with a capital that do not begin a sentence, and the small words between two of them;
    a first word belongs to the name that goes on behind it."""
    big = [text[start].isupper() for start, _ in spans]
    found: set[int] = set()
    last: int | None = None
    for place, is_big in enumerate(big):
        begins = place == 0 or bool(_SENTENCE.search(text[spans[place - 1][1] : spans[place][0]]))
        if is_big and not begins:
            found.add(place)
        if is_big:
            if last is not None and all(told[one] in _SMALL for one in range(last + 1, place)):
                joined = text[spans[last][1] : spans[place][0]]
                if not re.search(r"[.!?:;]", joined):
                    found.update(range(last, place + 1))
            last = place
        elif told[place] not in _SMALL:
            last = None
    return found


@lru_cache(maxsize=2**18)
def _folded(word: str) -> str:
    """A word without case, accents and the difference of British and American spelling."""
    return folded(word) or word
