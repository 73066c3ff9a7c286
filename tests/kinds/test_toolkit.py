"""The steps of a toolkit lead somewhere, and one that does not says what was meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plan_and_toolkit import TOOLKIT, TOOLKIT_FILE, changed, site

from knowledge.kinds.references import Ref, Term
from knowledge.library import load
from knowledge.pages.plan import planned_pages, steps_nowhere


def test_a_record_and_a_term_know_the_steps_that_lead_to_them(tmp_path: Path) -> None:
    library, found = load(site(tmp_path))
    assert found == []
    for target, number in (
        ((Ref("practice"), "paid-harvest-labour"), 1),
        ((Ref("initiative"), "goodweave"), 2),
        ((Term("approaches"), "social-protection-and-education"), 3),
    ):
        assert [(held.id, n) for held, n in library.toolkits_with(target)] == [
            ("for-buyers", number)
        ]
    assert library.toolkits_with((Ref("country"), "ghana")) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "told", "hint"),
    [
        (
            "practice: paid-harvest-labour",
            "practice: paid-harvest-labor",
            "unknown-reference",
            9,
            "There is no practice with the id “paid-harvest-labor”.",
            "Write paid-harvest-labour. A record is named by its id",
        ),
        (
            "initiative: goodweave",
            "initiative: goodweve",
            "unknown-reference",
            12,
            "There is no initiative with the id “goodweve”.",
            "Did you mean “goodweave”?",
        ),
        (
            "term: approaches/social-protection-and-education",
            "term: approaches/social-protection-education",
            "unknown-term",
            15,
            "“social-protection-education” is not a term of the vocabulary approaches.",
            "Did you mean “social-protection-and-education”?",
        ),
        (
            "term: approaches/",
            "term: aproaches/",
            "unknown-vocabulary",
            15,
            "There is no vocabulary “aproaches”.",
            "Did you mean “approaches”?",
        ),
        (
            "    practice: paid-harvest-labour\n",
            "    practice: paid-harvest-labour\n    initiative: goodweave\n",
            "step-target",
            7,
            "A step leads to 2 things (practice, initiative)",
            "Give each step one of: practice:, initiative:, ",
        ),
        (
            "    practice: paid-harvest-labour\n",
            "",
            "step-target",
            7,
            "A step leads nowhere",
            "Give each step one of: practice:, initiative:, ",
        ),
        (
            "address: countries/",
            "address: /countries",
            "wrong-form",
            19,
            "“/countries” does not have the form it needs.",
            "for example countries/",
        ),
        (
            "Begin with the",
            "Begin[^trial-15377] with the",
            "unknown-source",
            24,
            "[^trial-15377] names a source, but a toolkit has none of its own.",
            "Link to the record",
        ),
    ],
)
def test_a_step_that_leads_nowhere_is_told_with_the_nearest_name(
    tmp_path: Path, old: str, new: str, rule: str, line: int, told: str, hint: str
) -> None:
    _, found = load(site(tmp_path, toolkit=changed(TOOLKIT, old, new)))
    (problem,) = found
    assert (problem.path, problem.rule, problem.line) == (TOOLKIT_FILE, rule, line)
    assert told in problem.message
    assert hint in problem.hint


def test_a_step_to_a_page_that_is_not_planned_names_the_nearest(tmp_path: Path) -> None:
    text = changed(TOOLKIT, "address: countries/", "address: contries/")
    library, found = load(site(tmp_path, toolkit=text))
    assert found == []
    (problem,) = steps_nowhere(library, planned_pages(library, date(2025, 12, 1)))
    assert (problem.path, problem.rule) == (TOOLKIT_FILE, "step-page")
    assert "Did you mean “countries/”?" in problem.hint


def test_a_step_to_a_draft_is_told_as_in_a_record(tmp_path: Path) -> None:
    root = site(tmp_path)
    path = root / "initiatives" / "goodweave.md"
    path.write_text(changed(path.read_text(), "\nadded:", "\nstatus: draft\nadded:"))
    told = {p.rule for p in load(root)[1] if p.path == TOOLKIT_FILE}
    assert told == {"draft-reference"}


def test_a_folder_among_the_toolkits_is_told_since_nobody_would_find_what_is_in_it(
    tmp_path: Path,
) -> None:
    root = site(tmp_path)
    (root / "content/toolkits/more").mkdir()
    (root / "content/toolkits/more/other.md").write_text(TOOLKIT, encoding="utf-8")
    (problem,) = load(root)[1]
    assert (problem.path, problem.rule) == ("content/toolkits/more", "folder-in-toolkits")


def test_the_name_of_a_toolkit_becomes_an_address_and_has_its_form(tmp_path: Path) -> None:
    root = site(tmp_path, toolkit="")
    (root / "content/toolkits").mkdir()
    (root / "content/toolkits/For_Buyers.md").write_text(TOOLKIT, encoding="utf-8")
    (problem,) = load(root)[1]
    assert problem.rule == "id-form"
    assert "small letters" in problem.hint


def test_another_practice_of_a_step_that_does_not_exist_is_told(tmp_path: Path) -> None:
    toolkit = TOOLKIT.replace(
        "    why: It compared villages by lot.\n",
        "    why: It compared villages by lot.\n    tried_in: [schooling-incentives-carpet]\n",
    )
    (problem,) = load(site(tmp_path, toolkit=toolkit))[1]
    assert (problem.path, problem.rule) == (TOOLKIT_FILE, "unknown-reference")
    assert "schooling-incentives-carpets" in problem.hint
