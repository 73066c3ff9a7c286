"""The sample of sentences in words: a list in Markdown, in which people note what they found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.analysis.own_texts import OwnText
from knowledge.analysis.sentence_sample import SHARES, SentenceSample
from knowledge.kinds import BY_ID
from knowledge.pages.claim_sample import as_written
from knowledge.pages.wording import counted

#: What whoever looks for a sentence is asked.
ASKED: Final = "Found elsewhere"


def as_markdown(sample: SentenceSample, command: str) -> str:
    """The whole sample: how it was drawn, its shares, and the list to fill in."""
    drawn = sum(map(len, sample.drawn.values()))
    return "\n".join(
        [
            f"{counted(drawn, 'sentence')} of {sum(sample.sentences.values()):,} drawn with the "
            f"seed {sample.seed}: `{command}`",
            "",
            "| share | sentences | drawn |",
            "|---|--:|--:|",
            *(
                f"| {_name(kind)} | {sample.sentences[kind]:,} | {len(sample.drawn[kind])} |"
                for kind in SHARES
            ),
            "",
            *(line for kind, sentences in sample.drawn.items() for line in _list(kind, sentences)),
        ]
    )


def _list(kind: str, sentences: list[OwnText]) -> Iterator[str]:
    if not sentences:
        return
    yield from (f"### {_name(kind)}", "")
    for number, sentence in enumerate(sentences, start=1):
        yield f"{number}. `{sentence.path}`, {sentence.place}"
        yield f"    - **We say:** {as_written(sentence.text)}"
        yield f"    - **{ASKED}:**"
    yield ""


def _name(kind: str) -> str:
    return BY_ID[kind].plural if kind else "Other texts"
