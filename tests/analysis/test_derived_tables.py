"""The derived tables say what the pages say, and never take what is unknown for nothing."""

from __future__ import annotations

from dataclasses import replace

from analysis.test_tables_of_data import rows
from pages.small_library import small_library

from knowledge.analysis.comparative_questions import questions
from knowledge.analysis.coverage import coverage
from knowledge.analysis.law_gaps import law_gaps
from knowledge.analysis.priorities import priorities
from knowledge.analysis.priority_criteria import CRITERIA


def test_a_criterion_that_nothing_is_recorded_on_is_empty_and_not_zero() -> None:
    library = small_library()
    found = library.once(priorities)
    told = rows("priorities")
    assert len(told) == len(found.ranked) + len(found.unranked) > 0
    pairs = [one.pair for one in found.ranked] + list(found.unranked)
    for pair, row in zip(pairs, told, strict=True):
        assert [row[f"score.{one.id}"] for one in CRITERIA] == list(pair.values)
        assert (row["country"], row["supply_chain"]) == (pair.country.id, pair.chain.id)
    assert any(row[f"score.{one.id}"] is None for row in told for one in CRITERIA)
    assert all((row["rank"] is None) == (row["best_rank"] is None) for row in told)


def test_every_initiative_answers_every_question_or_says_that_nobody_has_looked() -> None:
    library = small_library()
    told = rows("initiatives-compared")
    asked = library.once(questions)
    initiatives = {entry.id for entry in library.all("initiative")}
    assert {(row["initiative"], row["question"]) for row in told} == {
        (id_, question) for id_ in initiatives for question in asked
    }
    assert "not-researched" in {row["answer"] for row in told}


def test_the_gaps_are_those_of_the_pages() -> None:
    library = small_library()
    told = [(row["country"], row["rule"]) for row in rows("countries-gaps")]
    assert told == [
        (entry.id, gap.id)
        for entry in library.all("country")
        for gap in law_gaps(entry.record)  # type: ignore[arg-type]
    ]


def test_a_country_at_a_stage_has_its_signals_its_sources_and_what_is_done_there() -> None:
    told = rows("supply-chains-risks-by-country")
    assert told
    for row in told:
        assert row["child_labour"] or row["forced_labour"] or row["practices"] or row["initiatives"]
        if row["child_labour"] or row["forced_labour"]:
            assert row["source"], row
    assert {(row["supply_chain"], row["country"]) for row in told} >= {
        (row["supply_chain"], row["country"]) for row in rows("supply-chains-countries")
    }


def test_what_is_known_is_counted_as_on_the_page() -> None:
    library = small_library()
    found = library.once(coverage)
    told = rows("coverage")
    assert len(told) == sum(len(topics) for topics in found.topics.values())
    assert sum(int(str(row["not-researched"])) for row in told) == sum(
        one.lines["not-researched"] for topics in found.topics.values() for one in topics
    )
    assert len(rows("coverage-records")) == len(list(library.everything()))


def test_a_library_without_a_work_plan_has_no_pledges_in_the_table() -> None:
    assert rows("work-plan", replace(small_library(), work_plan=None)) == []
    assert rows("indicators")
