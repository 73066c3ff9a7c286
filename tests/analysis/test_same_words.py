"""Equal words are found where they are a sentence, and not where they are a name or a figure."""

from __future__ import annotations

import pytest

from knowledge.analysis.own_texts import OwnText, blocks
from knowledge.analysis.plain_words import KnownTitles
from knowledge.analysis.same_words import (
    FIXED,
    OutsideText,
    same_as_outside,
    same_in_two,
)

SENTENCE = "children carried heavy loads of wet clay along narrow paths before school began"


def outside(ours: str, theirs: str, *titles: str) -> list[tuple[str, int]]:
    found = same_as_outside(
        [OwnText("practices/a.md", "summary", ours)],
        [OutsideText("report.txt", 3, theirs)],
        KnownTitles(titles),
    )
    return [(run.words, run.count) for run in found]


def in_two(*texts: str, folder: str = "practices") -> list[tuple[str, ...]]:
    ours = [OwnText(f"{folder}/{n}.md", "summary", text) for n, text in enumerate(texts)]
    return [(run.text.path, *run.others) for run in same_in_two(ours, KnownTitles(()))[0]]


def test_a_sentence_of_another_text_is_told_once_and_whole() -> None:
    ours = f"In May {SENTENCE}, we read."
    assert outside(ours, f"Reporters saw that {SENTENCE} each day.") == [(SENTENCE, 13)]


def test_a_run_tells_where_it_stands_in_both() -> None:
    ours = [OwnText("practices/a.md", "limits[1].text", SENTENCE)]
    (run,) = same_as_outside(ours, [OutsideText("report.txt", 3, SENTENCE)], KnownTitles(()))
    assert (run.text.path, run.text.place) == ("practices/a.md", "limits[1].text")
    assert run.others == ("report.txt, line 3",)


@pytest.mark.parametrize(("words", "found"), [(7, 0), (8, 1)])
def test_seven_equal_words_are_chance_and_eight_are_told(words: int, found: int) -> None:
    part = " ".join(SENTENCE.split()[:words])
    assert len(outside(f"{part} then", f"{part} later")) == found


def test_case_accents_signs_and_spelling_make_no_difference() -> None:
    ours = "the labour programme organised café-owners, who paid fines gladly together"
    theirs = "The labor program organized cafe owners who paid fines — gladly — together"
    assert len(outside(ours, theirs)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "the Convention concerning the Prohibition and Immediate Action for the Elimination of",
        "the Office of the United Nations High Commissioner for Human Rights in Geneva",
        "5 to 10 years of imprisonment and a fine of 1 to 2 million",
        "under “a title that somebody else gave to a long report on children” it stands",
        "child labour and forced labour in the supply chains of the child",
    ],
)
def test_names_figures_quotations_and_the_subject_itself_are_no_sentence(text: str) -> None:
    assert outside(f"we wrote {text} here", f"they wrote {text} there") == []


def test_a_title_that_the_library_knows_is_no_sentence_whatever_its_case() -> None:
    title = "on the rights of workers who weave at home and their children"
    assert len(outside(f"the report {title}", f"a report {title}")) == 1
    assert outside(f"the report {title}", f"a report {title}", title) == []


def test_two_records_with_the_same_words_are_told_once() -> None:
    assert in_two(f"One. {SENTENCE}", f"Two. {SENTENCE}") == [("practices/0.md", "practices/1.md")]


def test_the_same_words_in_one_record_are_not_told() -> None:
    ours = [OwnText("practices/a.md", place, SENTENCE) for place in ("summary", "line 9")]
    assert same_in_two(ours, KnownTitles(())) == ([], 0)


def test_a_wording_of_many_records_is_fixed_also_where_its_numbers_differ() -> None:
    texts = [f"the workshop counted {n} looms and trained {n} weavers there" for n in range(9)]
    assert in_two(*texts[: FIXED + 1]) == []
    assert len(in_two(*texts[:FIXED])) == 1


def test_two_countries_may_say_the_same_and_two_others_may_not() -> None:
    assert in_two(SENTENCE, SENTENCE, folder="countries") == []
    assert len(in_two(SENTENCE, SENTENCE, folder="initiatives")) == 1


def test_what_was_read_and_not_found_is_no_sentence_between_records() -> None:
    said = "an outside evaluation was not found among the texts read for this record"
    assert in_two(said, said) == []


def test_blocks_keep_their_lines_and_lose_addresses_and_footnotes() -> None:
    text = "## Head\n\nWe [saw](https://x.org/a) it.[^s]\n\n- one\n- two | three"
    found = [(line, " ".join(block.split())) for line, block in blocks(text, 10)]
    assert found == [
        (10, "## Head"), (12, "We saw it."), (14, "- one"), (15, "- two"), (15, "three"),
    ]  # fmt: skip
