"""A random sample of our sentences, to be looked for elsewhere by people.

`same_words` compares our sentences with texts that lie in a folder. What lies nowhere but on other
people's pages only a person can look for, sentence by sentence; so a few are drawn by lot (`lots`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.analysis.lots import lot, lowest, shared_out
from knowledge.analysis.own_texts import OwnText, own_names, own_texts, without_signs
from knowledge.analysis.plain_words import KnownTitles, says, words_of
from knowledge.analysis.same_words import LEAST, PLAIN
from knowledge.kinds import KINDS
from knowledge.library import Library

#: Of every 60 sentences that are drawn, so many are of records of a kind: most of those that
#: retell what others wrote. The last is of all other texts. Our own choice.
SHARES: Final = {
    "practice": 16, "initiative": 12, "country": 12, "supply-chain": 10, "event": 6, "": 4,
}  # fmt: skip
_KIND_OF: Final = {kind.folder: kind.id for kind in KINDS}

#: A sentence ends where a blank follows its stop, or the quotation mark or bracket behind it, and
#: no small letter follows.
_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\")]))\s+(?=[^a-z\s])")


@dataclass(frozen=True, slots=True)
class SentenceSample:
    """A sample: the number that fixes it, and by kind how many sentences there are and which were
    drawn."""

    seed: int
    sentences: dict[str, int]
    drawn: dict[str, list[OwnText]]


def sentence_sample(library: Library, size: int, seed: int) -> SentenceSample:
    """A sample of so many sentences that are long enough to be somebody else's."""
    of_kind: dict[str, list[OwnText]] = defaultdict(list)
    for sentence in own_sentences(library):
        of_kind[_KIND_OF.get(sentence.path.partition("/")[0], "")].append(sentence)
    numbers = shared_out(size, list(SHARES.values()))
    return SentenceSample(
        seed,
        {kind: len(of_kind[kind]) for kind in SHARES},
        {
            kind: lowest(number, of_kind[kind], lambda one: lot(seed, one.path, one.text))
            for kind, number in zip(SHARES, numbers, strict=True)
        },
    )


def own_sentences(library: Library) -> Iterator[OwnText]:
    """Every sentence of ours of `LEAST` words and more, `PLAIN` of them no names and no figures;
    each once in a file."""
    titles = KnownTitles(own_names(library))
    seen: set[tuple[str, str]] = set()
    for text in own_texts(library):
        for sentence in _END.split(text.text):
            told = without_signs(" ".join(sentence.split()))
            words = words_of(told, titles)
            if (
                len(words) >= LEAST
                and sum(map(says, words)) >= PLAIN
                and (text.path, told) not in seen
            ):
                seen.add((text.path, told))
                yield OwnText(text.path, text.place, told)
