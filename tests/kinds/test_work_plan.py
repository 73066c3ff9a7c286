"""A work plan is read with every mistake told, and a mistake says what to write instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plan_and_toolkit import PLAN, PLAN_FILE, changed, site

from knowledge.kinds.work_plan import read_work_plan
from knowledge.library import load
from knowledge.problems import Problem
from knowledge.rules import check

KINDS = {"country", "practice", "initiative"}


def problems(to: Path, plan: str, kinds: set[str] = KINDS) -> list[Problem]:
    return read_work_plan(site(to, plan=plan), kinds)[1]


def test_a_plan_without_a_mistake_is_read_whole(tmp_path: Path) -> None:
    library, found = load(site(tmp_path))
    assert found == []
    assert library.work_plan is not None
    plan = library.work_plan.plan
    assert [pledge.id for pledge in plan.pledges] == ["pledge-1", "pledge-2"]
    # One indicator may stand without a hyphen before it; readers of the plan meet a list.
    assert [use.name for use in plan.pledges[0].indicator] == ["practices-in-tier-2-and-deeper"]


def test_a_library_without_a_plan_is_whole_too(tmp_path: Path) -> None:
    library, found = load(site(tmp_path, plan=""))
    assert found == []
    assert library.work_plan is None


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "told", "hint"),
    [
        (
            "practices-in-tier-2-and-deeper",
            "practices-in-tier-2-or-deeper",
            "unknown-value",
            21,
            "“practices-in-tier-2-or-deeper” is not one of the values of "
            "pledges[1].indicator.name:",
            "Did you mean “practices-in-tier-2-and-deeper”?",
        ),
        (
            "id: pledge-2",
            "id: pledge-1",
            "work-plan-id-twice",
            29,
            "The id “pledge-1” stands twice",
            "another id",
        ),
        (
            "id: step-a",
            "id: pledge-2",
            "work-plan-id-twice",
            42,
            "The id “pledge-2” stands twice",
            "another id",
        ),
        (
            "group: knowledge",
            "group: knowlege",
            "unknown-group",
            17,
            "There is no working group “knowlege”",
            "Did you mean “knowledge”?",
        ),
        (
            "source: [report]",
            "source: [raport]",
            "unknown-source",
            5,
            "The source “raport” is not under sources: of the work plan.",
            "Did you mean “report”?",
        ),
        (
            "[^report]",
            "[^repport]",
            "unknown-source",
            50,
            "The source “repport” is not under sources: of the work plan.",
            "Did you mean “report”?",
        ),
        (
            "set_by: this platform",
            "set_by: the group",
            "target-without-source",
            26,
            "A target is said to be the group's, but no source is named.",
            "set_by: this platform",
        ),
        (
            "    status: draft\n    missing: Everything else.",
            "    missing: Everything else.",
            "missing-field",
            16,
            "pledges[1].status: is missing, and cannot be left out.",
            "draft",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_write(
    tmp_path: Path, old: str, new: str, rule: str, line: int, told: str, hint: str
) -> None:
    (problem,) = problems(tmp_path, changed(PLAN, old, new))
    assert (problem.path, problem.rule, problem.line) == (PLAN_FILE, rule, line)
    assert told in problem.message
    assert hint in problem.hint


def test_an_indicator_of_a_kind_that_the_library_lacks_is_a_note_and_stops_nothing(
    tmp_path: Path,
) -> None:
    plan = changed(PLAN, "name: results-by-sex", "name: events-listed")
    (problem,) = problems(tmp_path, plan)
    assert (problem.rule, problem.severity, problem.line) == ("indicator-not-computed", "note", 45)
    assert "“events-listed” cannot be computed" in problem.message
    assert "country, initiative, practice" in problem.hint


def test_an_indicator_of_a_kind_that_the_library_has_is_no_problem(tmp_path: Path) -> None:
    plan = changed(PLAN, "name: results-by-sex", "name: events-listed")
    assert problems(tmp_path, plan, {*KINDS, "event"}) == []


def test_a_link_of_the_plan_that_leads_nowhere_is_told_as_in_a_record(tmp_path: Path) -> None:
    plan = changed(PLAN, "countries/ghana.md", "countries/gana.md")
    library, found = load(site(tmp_path, plan=plan))
    assert found == []
    broken = [p for p in check(library, date(2026, 1, 1)) if p.rule == "broken-link"]
    assert [(p.path, p.line) for p in broken] == [(PLAN_FILE, 50)]
    assert "Did you mean ../countries/ghana.md?" in broken[0].hint
