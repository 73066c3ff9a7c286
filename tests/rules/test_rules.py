"""Every rule: its samples, its place in the list of rules, and what a crash in it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from rule_samples import SMALL, placed, small_site

from knowledge import rules
from knowledge.library import Library, load
from knowledge.rules import RULES, Sample, check, manual

TESTS = Path(__file__).parents[1]
FOLDER = Path(rules.__file__).parent
#: Modules of the folder that are no rule.
SHARED = {"__init__", "context", "groups"}
CLOCK = date(2026, 1, 15)

SAMPLES = [
    pytest.param(page.id, sample, id=f"{page.id}-{'pass' if sample.passes else 'fail'}")
    for page in manual()
    for sample in page.samples
]


@pytest.mark.parametrize(("rule", "sample"), SAMPLES)
def test_a_sample_of_the_manual_does_what_the_manual_says(
    rule: str, sample: Sample, tmp_path: Path
) -> None:
    root = small_site(tmp_path)
    path = placed(root, sample.kind, sample.text)
    library, problems = load(root)
    assert [p for p in problems if p.path == path] == [], "the sample is not valid"
    found = [p for p in check(library, CLOCK) if p.rule == rule and p.path == path]
    assert bool(found) is not sample.passes


@pytest.mark.parametrize("page", manual(), ids=lambda page: page.id)
def test_a_page_of_the_manual_has_a_title_a_text_and_both_samples(page: rules.Manual) -> None:
    assert page.title.endswith(".")
    assert page.text
    assert {sample.passes for sample in page.samples} == {True, False}


def test_every_module_of_the_folder_is_in_the_list_of_rules_and_the_reverse() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - SHARED
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == modules
    assert len(RULES) == len(modules)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_a_rule_is_named_after_its_module_and_can_be_called(rule: ModuleType) -> None:
    assert rule.__name__.rpartition(".")[2].replace("_", "-") == rule.ID
    assert rule.SEVERITY in ("error", "warning", "note")
    assert hasattr(rule, "check") != hasattr(rule, "check_library")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_a_rule_has_a_case_that_shows_the_exact_place(rule: ModuleType) -> None:
    if rule.ID == "term-unused":  # the small site itself has unused terms, see below
        return
    assert list((TESTS / "cases" / "rules").glob(f"{rule.ID}.expected"))


@pytest.fixture(scope="module")
def small() -> Library:
    library, problems = load(SMALL)
    assert problems == []
    return library


def test_a_rule_that_crashes_is_a_problem_and_the_others_go_on(
    small: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashing(entry: object, context: object) -> list[object]:
        raise ValueError("a fault")

    broken = ModuleType("knowledge.rules.broken")
    vars(broken).update(ID="broken", SEVERITY="error", check=lambda e, c: map(crashing, [e], [c]))
    usual = check(small, CLOCK)
    monkeypatch.setattr(rules, "RULES", (broken, *RULES))
    found = check(small, CLOCK)
    crashes = [p for p in found if p.rule == "check-crashed"]
    assert [p.path for p in crashes] == [entry.path for entry in small.everything()]
    assert "broken" in crashes[0].message
    assert "ValueError: a fault" in crashes[0].message
    assert [p for p in found if p.rule != "check-crashed"] == usual


def test_a_rule_that_crashes_when_called_is_a_problem_too(
    small: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashing(context: object) -> None:
        raise KeyError("gone")

    broken = ModuleType("knowledge.rules.broken")
    vars(broken).update(ID="broken", SEVERITY="error", check_library=crashing)
    monkeypatch.setattr(rules, "RULES", (broken,))
    (problem,) = check(small, CLOCK)
    assert (problem.rule, problem.severity) == ("check-crashed", "error")


def test_unused_terms_are_one_note_for_each_vocabulary(small: Library) -> None:
    notes = [p for p in check(small, CLOCK) if p.rule == "term-unused"]
    assert len({p.path for p in notes}) == len(notes)
    (topics,) = [p for p in notes if p.path == "content/vocabularies/topics.yml"]
    assert topics.severity == "note"
    assert "(1): procurement." in topics.message


def test_what_lies_ahead_of_a_law_is_no_date_in_the_future(small: Library) -> None:
    found = check(small, date(2024, 12, 21))
    assert not [p for p in found if p.path == "countries/european-union.md"]


def test_tomorrow_is_not_the_future_but_the_day_after_is(small: Library) -> None:
    def reported(clock: date) -> list[str]:
        found = check(small, clock)
        return [p.path for p in found if p.rule == "date-in-future"]

    assert "practices/paid-harvest-labour.md" not in reported(date(2025, 11, 2))
    assert "practices/paid-harvest-labour.md" in reported(date(2025, 11, 1))


def test_a_month_can_end_after_any_day_of_it(small: Library) -> None:
    entry = small.entries["practice"]["paid-harvest-labour"]
    for end, faults in (("2024-10", 0), ("2024-09", 1)):
        period = entry.record.period.model_copy(update={"start": "2024-10-20", "end": end})  # type: ignore[attr-defined]
        changed = replace(entry, record=entry.record.model_copy(update={"period": period}))
        found = list(rules.dates_in_order.check(changed, rules.Context(small, CLOCK)))
        assert len(found) == faults, end


def test_a_photograph_that_no_page_shows_is_told_at_its_file(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    (root / "content" / "assets").mkdir()
    for name in ("lunch.jpg", "kitchen.jpeg"):
        (root / "content" / "assets" / name).write_bytes(b"")
    page = root / "content" / "about.md"
    shown = "\n![A kitchen](assets/kitchen.jpeg)\n"
    page.write_text(page.read_text(encoding="utf-8") + shown, encoding="utf-8")
    found = [p for p in check(load(root)[0], CLOCK) if p.rule == "photograph-shown"]
    places = [(p.path, bool(p.line)) for p in found]
    assert places == [("content/about.md", True), ("content/assets/lunch.jpg", False)]
