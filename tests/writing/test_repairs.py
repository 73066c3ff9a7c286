"""What can be mended without asking is mended, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from built_site import ROOT

from knowledge.kinds import BY_FOLDER, BY_ID
from knowledge.kinds.known_names import KnownNames, folded, known_names
from knowledge.kinds.references import Ref, Term
from knowledge.library import Library, load
from knowledge.writing.repairs import Repaired, repaired


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


@pytest.fixture(scope="module")
def names(library: Library) -> KnownNames:
    return known_names(library.entries, library.vocabularies)


PRACTICE = """\
---
id: example
title: An example
summary: A practice.
added: 2024-01-15
approach: [area-based]
level: [community]
targets: [child-labour]
countries: [ghana]
---

## The problem

Words.
"""


def mended(names: KnownNames, old: str, new: str) -> Repaired:
    assert old in PRACTICE
    text = PRACTICE.replace(old, new)
    return repaired(text, "practices/example.md", BY_ID["practice"], names)


def test_a_record_as_it_should_be_stays_as_it_is(names: KnownNames) -> None:
    outcome = repaired(PRACTICE, "practices/example.md", BY_ID["practice"], names)
    assert (outcome.text, outcome.mended, outcome.problems) == (PRACTICE, [], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("added: 2024-01-15", "added: 15 January 2024"),
        ("added: 2024-01-15", "added: January 15th, 2024"),
        ("added: 2024-01-15", "added: 2024/01/15"),
        ("countries: [ghana]", "countries: [Ghana]"),
        ("countries: [ghana]", "countries: GHA"),
        ("targets: [child-labour]", "targets: [Child Labor]"),
        ("approach: [area-based]", "approach: [Area-based approach]"),
        ("title: An example", "title: [An example]"),
        ("title: An example", 'title: "An example"   '),
        ("title: An example", "title: An\u200b example"),
        ("level: [community]", "level:\n\t- community"),
        ("\n", "\r\n"),
        ("title: An example\nsummary: A practice.", "summary: A practice.\ntitle: An example"),
        ("summary: A practice.", "summary: >-\n  A\n  practice."),
    ],
)  # fmt: skip
def test_what_people_write_becomes_the_one_text_of_the_record(
    names: KnownNames, old: str, new: str
) -> None:
    outcome = mended(names, old, new)
    assert outcome.problems == []
    assert outcome.text == PRACTICE
    assert outcome.mended


def test_what_was_mended_is_told_with_its_place(names: KnownNames) -> None:
    outcome = mended(names, "countries: [ghana]", "countries: [togo, Ivory Coast]")
    assert outcome.mended == ["countries[2]: “Ivory Coast” is now cote-d-ivoire"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("added: 2024-01-15", "added: 3/4/2024", "date-form"),
        ("title: An example\n", "", "missing-field"),
        ("added: 2024-01-15", "added: 2024-01-15 # see the report", "yaml-comment"),
        ("title: An example", "title: An example\ntitle: Another", "duplicate-key"),
        ("level: [community]", "levle: [community]", "unknown-field"),
    ],
)
def test_what_a_person_must_mend_is_told_and_left_alone(
    names: KnownNames, old: str, new: str, rule: str
) -> None:
    outcome = mended(names, old, new)
    assert outcome.text == PRACTICE.replace(old, new)
    assert rule in {problem.rule for problem in outcome.problems}


def test_a_name_that_could_be_two_things_is_not_guessed(names: KnownNames) -> None:
    """Two states have a Congo in their name."""
    outcome = mended(names, "countries: [ghana]", "countries: [Congos, Atlantis]")
    assert "countries: [Congos, Atlantis]" in outcome.text


def test_every_record_of_the_library_finds_its_way_back(
    library: Library, names: KnownNames
) -> None:
    """Written by another program, in another order, with other quotes, each becomes the same."""
    for entry in library.everything():
        text = (ROOT / entry.path).read_text(encoding="utf-8")
        shuffled = dict(sorted(entry.document.data.items(), reverse=True))
        fields = yaml.safe_dump(shuffled, sort_keys=False, allow_unicode=False, width=40)
        other = f"---\n{fields}---\n\n\n{entry.document.body}\n\n"
        kind = BY_FOLDER[Path(entry.path).parts[0]]
        outcome = repaired(other, entry.path, kind, names)
        assert outcome.problems == [], entry.path
        assert outcome.text == text, entry.path


def test_names_are_compared_without_case_accents_signs_and_spelling(names: KnownNames) -> None:
    assert folded("Côte d'Ivoire") == folded("cote d ivoire")
    assert folded("Child-Labour Programme") == folded("child labor program")
    assert names.id_of(Ref("country"), "Turkey") == "turkiye"
    assert names.id_of(Ref("country"), "Atlantis") is None
    assert names.id_of(Term("approaches"), "CLFZ") == "child-labour-free-zone"
