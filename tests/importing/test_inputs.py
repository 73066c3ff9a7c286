"""Missing and odd input: every fault at once, with file, row and remedy, and nothing written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.importing.inputs import read_inputs
from knowledge.importing.run import Outcome

Again = Callable[[], Outcome]
SCRIPT = Path(__file__).parents[2] / "scripts" / "import_ilab.py"


def _told(outcome: Outcome) -> list[tuple[str, int, str]]:
    return [(Path(p.path).name, p.line, p.message) for p in outcome.problems]


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_missing_table_and_folder_is_named(tmp_path: Path) -> None:
    inputs = read_inputs([tmp_path, tmp_path / "nowhere"])
    names = {Path(problem.path).name for problem in inputs.problems}
    assert {"nowhere", "ratifications.csv", "country-codes.csv", "goods_RY2022.csv"} <= names
    assert all(problem.hint for problem in inputs.problems)


def test_a_table_without_a_column_it_needs_is_an_error(import_again: Again, data: Path) -> None:
    _change(data / "ilo-ratifications" / "ratifications.csv", "confidence", "sureness")
    told = _told(import_again())
    assert told == [("ratifications.csv", 0, "The table lacks these columns: confidence.")]


def test_a_row_with_too_many_values_is_an_error_with_its_row(
    import_again: Again, data: Path
) -> None:
    path = data / "ilab-sweat-toil" / "legal_ages_flags.csv"
    _change(path, "Afghanistan,Minimum_Work,18,", "Afghanistan,Minimum_Work,18,18,")
    [(file, line, message)] = _told(import_again())
    assert (file, line) == ("legal_ages_flags.csv", 2)
    assert "more or fewer values" in message


def test_unknown_countries_statuses_and_publishers_are_all_told_at_once(
    import_again: Again, data: Path, root: Path
) -> None:
    ratifications = data / "ilo-ratifications" / "ratifications.csv"
    _change(ratifications, "AFG,C029,not_ratified_inferred", "AFG,C029,perhaps")
    _change(ratifications, "https://www.iuf.org/", "https://www.example.org/")
    _change(data / "ilab-sweat-toil" / "goods_RY2022.csv", ",Ghana,", ",Atlantis,")
    outcome = import_again()
    messages = " ".join(problem.message for problem in outcome.problems)
    assert "“perhaps” is not a known status" in messages
    assert "example.org" in messages
    assert "“Atlantis” is no known country" in messages
    assert not root.exists()


def test_a_good_that_says_neither_yes_nor_no_is_an_error(import_again: Again, data: Path) -> None:
    path = data / "ilab-sweat-toil" / "goods_RY2022.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Yes,No,No", "Maybe,No,No", 1), encoding="utf-8")
    [(file, _, message)] = _told(import_again())
    assert file == "goods_RY2022.csv"
    assert "neither Yes nor No" in message


def test_data_that_do_not_say_when_they_were_fetched_are_refused(
    import_again: Again, data: Path
) -> None:
    (data / "ilab-sweat-toil" / "SOURCE.txt").unlink()
    [problem] = import_again().problems
    assert problem.path == "SOURCE.txt"


def test_facts_on_law_may_be_missing(import_again: Again, data: Path) -> None:
    for path in (data / "facts").iterdir():
        path.unlink()
    outcome = import_again()
    assert outcome.problems == []
    assert "countries/ghana.md" in outcome.files


def test_a_broken_record_stops_the_import_with_its_problem(import_again: Again, root: Path) -> None:
    import_again()
    _change(root / "countries" / "ghana.md", "iso3: GHA", "iso3: gha")
    _change(root / "countries" / "brazil.md", "jurisdiction: state", "jurisdiction: realm")
    paths = {problem.path for problem in import_again().problems}
    assert paths == {"countries/ghana.md", "countries/brazil.md"}


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_the_command_writes_only_when_it_is_not_a_dry_run(
    option: list[str], data: Path, root: Path
) -> None:
    folders = [str(path) for path in data.iterdir()]
    command = [sys.executable, str(SCRIPT), *folders, "--root", str(root), *option]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "countries/ghana.md: a new record" in done.stdout
    assert (root / "countries" / "ghana.md").exists() == (not option)


def test_the_command_exits_with_one_and_writes_nothing_where_tables_are_missing(
    tmp_path: Path, root: Path
) -> None:
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Nothing was written." in done.stderr
    assert "Traceback" not in done.stderr
    assert not root.exists()
