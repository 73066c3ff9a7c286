"""Malformed records: each `NAME.md` in the folder gives exactly the text of `NAME.expected`."""

from pathlib import Path

import pytest

from knowledge.problems import Problem, as_text
from knowledge.reading.documents import read_document
from knowledge.reading.markdown import outline

FOLDER = Path(__file__).parent.parent / "cases" / "reading"
CASES = sorted(path.name for path in FOLDER.glob("*.md"))


def told(name: str) -> str:
    document, problems = read_document(FOLDER, name)
    found: list[Problem] = [*problems]
    if document is not None:
        found += outline(document.body, name, document.body_line).problems
    return as_text(found, lambda path: (FOLDER / path).read_text("utf-8").split("\n")) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_a_malformed_record_is_explained_with_its_place(name: str) -> None:
    expected = (FOLDER / name).with_suffix(".expected").read_text("utf-8")
    assert told(name) == expected


def test_every_expected_text_has_its_record_and_says_something() -> None:
    expected = sorted(FOLDER.glob("*.expected"))
    assert [path.stem for path in expected] == [Path(name).stem for name in CASES]
    assert len(CASES) >= 40
    assert all(path.read_text("utf-8").startswith(f"{path.stem}.md") for path in expected)
