"""The manual has a page for every rule, and every sample of it does what the page says."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from rule_samples import placed, small_site

import knowledge
from knowledge import manual, rules
from knowledge.kinds import BY_ID
from knowledge.library import load
from knowledge.manual import MESSAGES, TOPICS, Explained, Sample, explained
from knowledge.pages.plan import claimed_twice, planned_pages, steps_nowhere
from knowledge.problems import Problem, as_text, fails
from knowledge.reading.characters import Sort

PACKAGE = Path(knowledge.__path__[0])
CASES = Path(__file__).parents[1] / "cases"
CLOCK = date(2026, 1, 15)
PAGES = explained()

#: An id of a rule, and the calls that make a problem of one.
ID = re.compile(r"[a-z]+(-[a-z0-9]+)*")
MAKES = {"Problem", "problem", "_problem", "teach", "told", "_told", "_whole"}
#: Names that hold the id of a rule.
HOLDS = {"rule", "RULE", "ID"}


def _text(node: ast.AST) -> Iterator[str]:
    """The ids that an expression can be: a text, or one that ends in what sort of thing it is."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
        yield node.value
    elif isinstance(node, ast.JoinedStr) and len(node.values) == 2:
        end = node.values[1]
        if isinstance(end, ast.Constant) and end.value == "-character":
            yield from (f"{sort}-character" for sort in Sort.__args__ if sort != "tab")


def _places(call: ast.Call, name: str) -> list[ast.expr]:
    """The arguments of a call at which the id of a rule stands."""
    named = [word.value for word in call.keywords if word.arg == "rule"]
    at = {"Problem": 3, "teach": 0, "problem": 0, "told": 0, "_told": 1, "_whole": 1}.get(name)
    if name == "Problem" and any(isinstance(word, ast.Starred) for word in call.args):
        at = 2  # line and column in one
    if at is not None:
        return [*call.args[at : at + 1], *named]
    # A function of a module's own: its rule stands before the severity, the message and the hint.
    return [*call.args[1:2], *named]


def _raised(tree: ast.AST) -> Iterator[str]:
    """The ids of rules that a module can tell of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            for argument in _places(node, name) if name in MAKES else ():
                yield from _text(argument)
        elif isinstance(node, ast.Tuple) and len(node.elts) in (2, 3):
            # A rule and its fault, or a rule, a message and a hint, on their way to a problem.
            last = node.elts[-1]
            is_fault = isinstance(last, ast.Call) and getattr(last.func, "id", "") == "Fault"
            is_fault |= isinstance(last, ast.Name) and last.id in ("fault_", "hint")
            is_fault |= len(node.elts) == 3 and getattr(node.elts[1], "id", "") in (
                "told",
                "message",
            )
            if is_fault and isinstance(node.ctx, ast.Load):
                yield from _text(node.elts[0])
    yield from _named(tree)


def _named(tree: ast.AST) -> Iterator[str]:
    """The ids that a module gives a name; a module of `rules/` tells of no other."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from _assigned(targets[0], node.value)


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name) and target.id in HOLDS:
        yield from _text(value)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from _assigned(one, its)


def _modules() -> dict[str, str]:
    """Every rule that the code can tell of, and a module that does."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if re.search(r"\b(Problem|Fault|teach|RULE|Found)\b|def fault_of", source):
            is_rule = path.parent.name == "rules" and path.stem != "__init__"
            for rule in (_named if is_rule else _raised)(ast.parse(source)):
                found[rule] = path.relative_to(PACKAGE).as_posix()
    return found


def test_every_rule_that_the_code_can_tell_of_has_a_page_and_the_reverse() -> None:
    found = _modules()
    assert {rule: at for rule, at in found.items() if rule not in PAGES} == {}, "no page"
    assert sorted(set(PAGES) - set(found)) == [], "no such rule"


def test_every_rule_of_a_kept_message_has_a_page() -> None:
    told = re.compile(r"^[^\s:]+(?::\d+:\d+)?: ([a-z]+(?:-[a-z0-9]+)*): ", re.MULTILINE)
    seen = {
        rule
        for path in CASES.rglob("*.expected")
        for rule in told.findall(path.read_text(encoding="utf-8"))
    }
    assert len(seen) > 50
    assert sorted(seen - set(PAGES)) == []


def test_no_rule_stands_twice_and_every_module_of_a_rule_has_its_topic() -> None:
    listed = [entry.id for topic in TOPICS for entry in topic.entries]
    listed += [id_ for topic in TOPICS for id_ in topic.modules]
    assert len(listed) == len(set(listed)) == len(PAGES)
    modules = {id_ for topic in TOPICS for id_ in topic.modules}
    assert modules == {page.id for page in rules.manual()}


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_a_page_says_why_and_shows_a_sample_of_both_or_says_when_it_is_met(page: Explained) -> None:
    assert page.title.endswith(".")
    assert all(page.text)
    if page.unseen:
        assert page.unseen.endswith(".")
        assert (page.samples, page.message) == ((), "")
    else:
        assert {sample.passes for sample in page.samples} == {True, False}
        assert f" {page.id}: " in page.message
    for word in ("YAML", "parser", "regex", "schema", "null", "string", "boolean"):
        assert word not in " ".join((page.title, *page.text, page.mend)), "a word for programmers"


def _found(root: Path) -> list[Problem]:
    library, problems = load(root)
    problems += rules.check(library, CLOCK)
    if not fails(problems, strict=False):
        pages = planned_pages(library, CLOCK)
        problems += [*claimed_twice(library, pages), *steps_nowhere(library, pages)]
    return problems


def _told(folder: Path, rule: str, sample: Sample) -> list[Problem]:
    """What a sample makes the real reader and the real checks tell of this rule."""
    root = small_site(folder)
    path = placed(root, sample.place, sample.text)
    return [p for p in _found(root) if p.rule == rule and path in ("", p.path)]


def _lines(path: Path) -> list[str] | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None


SAMPLES = [
    pytest.param(page, sample, id=f"{page.id}-{'right' if sample.passes else 'wrong'}-{number}")
    for page in PAGES.values()
    for number, sample in enumerate(page.samples, 1)
]


@pytest.mark.parametrize(("page", "sample"), SAMPLES)
def test_a_sample_is_told_of_by_its_rule_or_not_at_all(
    page: Explained, sample: Sample, tmp_path: Path
) -> None:
    found = _told(tmp_path, page.id, sample)
    assert bool(found) is not sample.passes
    if sample != page.samples[0]:
        return
    assert found[0].severity == page.severity
    told = as_text(found[:1], lambda path: _lines(tmp_path / "site" / path))
    if os.environ.get("REWRITE_EXPECTED"):
        kept = json.loads(MESSAGES.read_text(encoding="utf-8")) | {page.id: told}
        text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=2)
        MESSAGES.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        manual.explained.cache_clear()
        return
    assert told == page.message


def test_the_message_of_a_rule_that_is_gone_is_not_kept() -> None:
    assert sorted(set(manual.messages()) - set(PAGES)) == []


def test_a_place_of_a_sample_is_one_that_the_pages_have_words_for() -> None:
    assert {sample.place for page in PAGES.values() for sample in page.samples} >= set(BY_ID)
