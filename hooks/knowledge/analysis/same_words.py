"""Runs of equal words: sentences of ours that may be somebody else's, or that we wrote twice.

Facts and figures carry over from a source, sentences do not. Eight equal words in a row hardly come
about by chance, unless they name something (a convention, an office, a title in quotation marks) or
give a figure (`5 to 10 years and a fine of`). So a run is told where it has at least `LEAST` words,
and at least `PLAIN` of them say something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from knowledge.analysis.own_texts import OwnText
from knowledge.analysis.plain_words import (
    KnownTitles,
    Word,
    says,
    without_numbers,
    word_set,
    words_of,
)

#: How many equal words in a row make a run.
LEAST: Final = 8
#: How many of them must be plain: no names, no figures with their units, no small words, nothing in
#: quotation marks.
PLAIN: Final = 4
#: A run that stands in more files than this is a fixed wording of ours, as in a note on a source.
FIXED: Final = 4

#: Records of which two may say the same: where the law is the same, so are the words for it.
ALIKE: Final = "countries/"
#: By these every record tells what was read and what was not found.
_READING: Final = word_set(
    "abstract abstracts among before comparison evaluation figure figures find finding found gave "
    "gives have has is it its known named names no none not nothing nor one outside page pages "
    "proof read record review seen session sex since source sources summaries summary text texts "
    "that their them there was were"
)


@dataclass(frozen=True, slots=True)
class OutsideText:
    """A text that is not ours: its file and the line that it begins on."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class SameWords:
    """A run: where it stands, as it is written there, how many words it has, and where else."""

    text: OwnText
    words: str
    count: int
    others: tuple[str, ...]


def same_as_outside(
    ours: Iterable[OwnText], outside: Iterable[OutsideText], titles: KnownTitles
) -> list[SameWords]:
    """The runs that texts of ours share with texts of others, the longest first."""
    read = [(text, words_of(text.text, titles)) for text in ours]
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, (_, words) in enumerate(read):
        for place, key in _keys(words):
            places[key].append((number, place))
    found: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for other in outside:
        words = words_of(other.text)
        for there, key in _keys(words):
            for number, here in places.get(key, ()):
                own = read[number][1]
                if here and there and own[here - 1].word == words[there - 1].word:
                    continue  # The run began before.
                count = _length(own, here, words, there)
                if _is_told(own[here : here + count]):
                    found[number, here, count].append(f"{other.path}, line {other.line}")
    return _sorted(
        _run(read[number], here, count, others) for (number, here, count), others in found.items()
    )


def same_in_two(ours: Iterable[OwnText], titles: KnownTitles) -> tuple[list[SameWords], int]:
    """The runs that stand in two files of ours or a few, the longest first; and how many stand in
    so many that they are fixed wordings. A wording with another number is the same wording; what
    two records of `ALIKE` say in the same words is meant to be compared."""
    read = [(text, words_of(text.text, titles)) for text in ours]
    files: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text, words in read:
        for _, key in _keys(without_numbers(words)):
            files[key].add(text.path)
    found: dict[str, SameWords] = {}
    fixed: set[str] = set()
    for text, words in read:
        shared = [
            (place, {path for path in files[key] if _may_not_share(path, text.path)})
            for place, key in _keys(without_numbers(words))
        ]
        few = [(place, others if len(others) < FIXED else set()) for place, others in shared]
        plain = [word.word for word in without_numbers(words)]
        for here, count, others in _stretches(few):
            told = " ".join(plain[here : here + count])
            if _is_told(words[here : here + count], _READING):
                found.setdefault(told, _run((text, words), here, count, sorted(others)))
        many = [(place, others if len(others) >= FIXED else set()) for place, others in shared]
        for here, count, _ in _stretches(many):
            fixed.add(" ".join(plain[here : here + count]))
    return _sorted(found.values()), len(fixed)


def _stretches(keys: list[tuple[int, set[str]]]) -> Iterator[tuple[int, int, set[str]]]:
    """Neighbouring keys that stand in other files too: place, number of words, and the files."""
    start, shared = 0, set[str]()
    for place, others in [*keys, (len(keys), set[str]())]:
        if shared and not (others & shared):
            yield start, place - start + LEAST - 1, shared
            shared = set()
        if others and not shared:
            start = place
        if others:
            shared = others & shared if shared else set(others)


def _keys(words: list[Word]) -> Iterator[tuple[int, tuple[str, ...]]]:
    told = [word.word for word in words]
    for place in range(len(told) - LEAST + 1):
        yield place, tuple(told[place : place + LEAST])


def _length(own: list[Word], here: int, words: list[Word], there: int) -> int:
    count = 0
    while (
        here + count < len(own)
        and there + count < len(words)
        and own[here + count].word == words[there + count].word
    ):
        count += 1
    return count


def _may_not_share(path: str, other: str) -> bool:
    return path != other and not (path.startswith(ALIKE) and other.startswith(ALIKE))


def _is_told(words: list[Word], also_aside: frozenset[str] = frozenset()) -> bool:
    return sum(says(word, also_aside) for word in words) >= PLAIN


def _run(
    read: tuple[OwnText, list[Word]], here: int, count: int, others: Sequence[str]
) -> SameWords:
    text, words = read
    told = text.text[words[here].start : words[here + count - 1].end]
    return SameWords(text, " ".join(told.split()), count, tuple(dict.fromkeys(others)))


def _sorted(runs: Iterable[SameWords]) -> list[SameWords]:
    return sorted(runs, key=lambda run: (-run.count, run.text.path, run.text.place, run.words))
