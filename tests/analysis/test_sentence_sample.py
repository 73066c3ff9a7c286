"""Sentences are drawn by lot, whole, and only such as could be somebody else's."""

from __future__ import annotations

from dataclasses import replace

from pages.small_library import small_library, with_record

from knowledge.analysis.own_texts import OwnText
from knowledge.analysis.sentence_sample import SHARES, own_sentences, sentence_sample
from knowledge.kinds import KINDS
from knowledge.library import Library
from knowledge.pages.claim_sample import as_written
from knowledge.pages.sentence_sample import as_markdown

PRACTICE = "practices/schooling-incentives-carpets.md"
LONG = "Weavers carried the wool home and sold the finished carpets at the market."


def drawn(library: Library, size: int = 30, seed: int = 7) -> list[OwnText]:
    return [one for held in sentence_sample(library, size, seed).drawn.values() for one in held]


def test_a_text_is_taken_apart_into_its_sentences() -> None:
    library = with_record(
        small_library(),
        "practice",
        "schooling-incentives-carpets",
        summary=f"{LONG} It ended. {LONG.replace('wool', 'yarn')}",
    )
    found = [one for one in own_sentences(library) if one.place == "summary"]
    assert OwnText(PRACTICE, "summary", LONG) in found
    assert OwnText(PRACTICE, "summary", LONG.replace("wool", "yarn")) in found
    assert not any("It ended" in one.text for one in found)


def test_quotation_marks_accents_and_figures_do_not_hide_where_a_sentence_ends() -> None:
    first = "The weavers of that town said “we were never paid for the work.”"
    then = ("Élus of the village went to see the looms there.",
            "12 of the looms that they saw stood still then (in summer.)",
            "Nobody had come back to work there when the rains began.")  # fmt: skip
    library = with_record(
        small_library(),
        "practice",
        "schooling-incentives-carpets",
        summary=" ".join((first, *then)),
    )
    assert {one.text for one in own_sentences(library)} >= {first, *then}


def test_what_is_mostly_names_and_figures_is_not_drawn() -> None:
    said = "About 12 per cent of the children of the Ministry of Labour of Ghana in 2012."
    library = with_record(small_library(), "practice", "schooling-incentives-carpets", summary=said)
    assert not any(one.text == said for one in own_sentences(library))


def test_a_seed_gives_the_same_sample_whatever_the_order_of_the_records() -> None:
    library = small_library()
    turned = {kind: dict(reversed(held.items())) for kind, held in library.entries.items()}
    assert drawn(library) == drawn(replace(library, entries=turned))
    assert drawn(library) != drawn(library, seed=8)


def test_every_kind_of_record_and_the_other_texts_have_a_share() -> None:
    library = with_record(small_library(), "event", "carpet-workshop", summary=LONG)
    sample = sentence_sample(library, 10_000, 1)
    assert set(SHARES) == {*(kind.id for kind in KINDS), ""}
    assert sum(SHARES.values()) == 60
    assert {kind for kind, held in sample.drawn.items() if held} == set(SHARES)
    assert {kind: len(held) for kind, held in sample.drawn.items()} == sample.sentences


def test_the_list_says_where_each_sentence_stands() -> None:
    sample = sentence_sample(small_library(), 20, 3)
    held = [one for drawn in sample.drawn.values() for one in drawn]
    text = as_markdown(sample, "the command")
    assert text.startswith(f"{len(held)} sentences of {sum(sample.sentences.values()):,} drawn")
    for one in held:
        assert f"`{one.path}`, {one.place}" in text
        assert as_written(one.text) in text
