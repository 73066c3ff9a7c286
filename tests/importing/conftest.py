from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.importing.inputs import Inputs, read_inputs
from knowledge.importing.run import Outcome, run
from knowledge.kinds.country import Country
from knowledge.reading.documents import read_document

CASES = Path(__file__).parents[1] / "cases" / "importing"
FOLDERS = ("ilab-sweat-toil", "country-codes", "ilo-ratifications", "facts")
ADDED = date(2026, 11, 23)


@pytest.fixture(scope="session")
def inputs() -> Inputs:
    return read_inputs(CASES / name for name in FOLDERS)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small tables that a test may change."""
    return Path(shutil.copytree(CASES, tmp_path / "data"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "repository"


@pytest.fixture
def import_again(root: Path, data: Path) -> Callable[[], Outcome]:
    """Runs an import and writes its files, as the command does."""

    def imported() -> Outcome:
        outcome = run(root, [data / name for name in FOLDERS], ADDED)
        if not outcome.problems:
            for path, text in outcome.files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
        return outcome

    return imported


@pytest.fixture
def country(root: Path, import_again: Callable[[], Outcome]) -> Callable[[str], Country]:
    """The record of a country after a first import."""
    outcome = import_again()
    assert outcome.problems == []

    def read(id_: str) -> Country:
        document, problems = read_document(root, f"countries/{id_}.md")
        assert document is not None
        assert problems == []
        return Country.model_validate(document.data)

    return read
