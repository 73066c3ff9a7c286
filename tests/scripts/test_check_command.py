"""`scripts/check.py` tells what is to be mended, and its exit code says whether anything is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

import check

SMALL = Path(__file__).parents[1] / "sites" / "small"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def broken(site: Path) -> Path:
    """Two records with a mistake each: an unknown field, and a reference that leads nowhere."""
    _insert(site / "countries" / "ghana.md", "popluation: 1")
    _insert(site / "countries" / "nepal.md", "popluation: 2")
    return site


def _insert(path: Path, line: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")


def test_a_site_without_mistakes_passes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--root", str(site)]) == 0
    assert "error" not in capsys.readouterr().out


def test_every_mistake_is_told_with_its_place(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(broken)]) == 1
    told = capsys.readouterr().out
    assert "countries/ghana.md:2:1: " in told
    assert "countries/nepal.md:2:1: " in told
    assert "    popluation: 1\n    ^\n" in told
    tally, explained = told.splitlines()[-2:]
    assert tally.startswith("2 errors")
    assert "python3 scripts/explain.py" in explained
    assert "unknown-field" in explained


@pytest.mark.parametrize("given", ["countries/ghana.md", "{root}/countries/ghana.md"])
def test_a_file_alone_is_told_of_alone(
    broken: Path, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(broken), given.format(root=broken)]) == 1
    told = capsys.readouterr().out
    assert "ghana" in told
    assert "nepal" not in told


def test_a_folder_stands_for_all_in_it(broken: Path) -> None:
    assert check.main(["--root", str(broken), "countries/"]) == 1
    assert check.main(["--root", str(broken), "practices"]) == 0
    assert check.main(["--root", str(broken), "practices", "countries"]) == 1


def test_a_path_may_be_relative_to_the_folder_one_is_in(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken / "countries")
    assert check.main(["--root", "..", "nepal.md"]) == 1
    assert check.main(["--root", "..", "."]) == 1
    assert check.main(["--root", "..", "../initiatives"]) == 0


def test_json_is_a_list_of_problems(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--root", str(broken), "--format", "json"]) == 1
    errors = [p for p in json.loads(capsys.readouterr().out) if p["severity"] == "error"]
    assert [(p["path"], p["line"]) for p in errors] == [
        ("countries/ghana.md", 2),
        ("countries/nepal.md", 2),
    ]


def test_json_without_problems_is_an_empty_list(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(site), "practices", "--format", "json"]) == 0
    assert all(p["severity"] == "note" for p in json.loads(capsys.readouterr().out))


def test_github_gets_annotations(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--root", str(broken), "countries", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("::error file=countries/ghana.md,line=2,") for line in lines)
    assert all(line.startswith("::") for line in lines)


def test_a_summary_counts_records_and_problems(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(broken), "--summary", "countries"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[1:] == ["practices"] for line in lines)
    assert any(line.endswith(" of 1 countries with key points for employers") for line in lines)
    assert any(line.split()[0] == "2" and line.endswith("(error)") for line in lines if line)


def test_a_summary_in_json_has_the_same_numbers(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(broken), "--summary", "--format", "json"]) == 1
    summary = json.loads(capsys.readouterr().out)
    assert set(summary["records"]) >= {"countries", "practices", "initiatives"}
    assert {told["of"] for told in summary["depth"]} >= {1, 2}
    assert [p["count"] for p in summary["problems"] if p["severity"] == "error"] == [2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-file.md"],
        ["/etc"],
        ["--root", "no-such-folder"],
        ["--format", "xml"],
        ["--unknown"],
    ],
)
def test_what_is_not_understood_is_a_usage_error(
    site: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        check.main(["--root", str(site), *arguments])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_record_in_any_script_can_be_quoted_on_any_system(site: Path) -> None:
    _insert(site / "countries" / "ghana.md", "título: 童工")
    ended = subprocess.run(
        [sys.executable, check.__file__, "--root", str(site)],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert ended.returncode == 1
    assert "título: 童工" in ended.stdout.decode("utf-8")


def test_a_python_without_the_packages_hands_over_to_the_environment(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def become(command: list[str], folder: Path) -> NoReturn:
        started.append(command)
        assert folder == Path.cwd()
        sys.exit(1)

    monkeypatch.setattr(check.environment, "find_spec", lambda name: None)
    monkeypatch.setattr(check.environment, "ensure", lambda dev: Path("/checkout/.venv/bin/python"))
    monkeypatch.setattr(check.environment.installing, "become", become)
    with pytest.raises(SystemExit) as ended:
        check.main(["--root", str(site)])
    assert ended.value.code == 1
    assert started == [["/checkout/.venv/bin/python", check.__file__, "--root", str(site)]]


@pytest.fixture
def far_future(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.clock.computer_day", lambda: date(2125, 1, 1))


@pytest.mark.usefixtures("far_future")
def test_the_passing_of_time_never_fails_the_ordinary_check(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(site)]) == 0
    assert "overdue" not in capsys.readouterr().out
    assert check.main(["--root", str(site), "countries/nepal.md"]) == 0


@pytest.mark.usefixtures("far_future")
def test_overdue_reviews_are_listed_and_fail_when_they_are_asked_for(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(site), "--due"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("countries/nepal.md: the review of 20") for line in lines)
    assert "overdue on 2125-01-01" in "\n".join(lines)


def test_no_review_is_overdue_on_an_early_day(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(site), "--due", "--on", "2000-01-01"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "0 overdue on 2000-01-01"


def test_overdue_reviews_are_told_as_json_and_only_of_the_paths_given(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ["--due", "--on", "2125-01-01", "--format", "json"]
    assert check.main(["--root", str(site), *day, "practices"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["on"] == "2125-01-01"
    assert {one["path"].split("/")[0] for one in told["overdue"]} == {"practices"}
    assert set(told["overdue"][0]) == {"path", "reviewed", "due"}


def test_what_was_never_reviewed_is_counted_apart(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site / "countries" / "nepal.md"
    text = path.read_text(encoding="utf-8")
    imported = "imported:\n  edition: an edition\n  on: 2024-01-01"
    path.write_text(re.sub(r"^reviewed:.*$", imported, text, flags=re.MULTILINE), encoding="utf-8")
    assert check.main(["--root", str(site), "--due", "--on", "2000-01-01"]) == 0
    assert "2 never reviewed by a person" in capsys.readouterr().out


def test_a_record_that_cannot_be_read_fails_the_list_of_reviews_too(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(broken), "--due", "--on", "2000-01-01"]) == 1
    assert "2 errors" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["--on", "2030-01-01"], ["--due", "--summary"], ["--due", "--on", "May"]],
)
def test_a_day_without_due_and_what_does_not_go_with_it_are_usage_errors(
    site: Path, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        check.main(["--root", str(site), *arguments])
    assert ended.value.code == 2


def test_a_table_for_a_summary_shows_what_a_record_says_as_code(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _insert(broken / "events" / "world-day-2025.md", "'a `b` | <img>': 1")
    assert check.main(["--root", str(broken), "--format", "markdown"]) == 1
    rows = capsys.readouterr().out.strip().splitlines()
    assert rows[1] == "| --- | --- | --- | --- |"
    assert sum("(error)" in row for row in rows) == 3
    assert all(len(re.findall(r"(?<!\\)[|]", row)) == 5 for row in rows)
    assert r"`` a `b` \| <img>: is not a field that can stand here. ``" in "\n".join(rows)


def test_where_the_site_is_known_every_rule_leads_to_its_page(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://site.example/")
    assert check.main(["--root", str(broken), "--format", "markdown", "countries/ghana.md"]) == 1
    (row,) = [row for row in capsys.readouterr().out.splitlines() if "(error)" in row]
    assert row.endswith("[`unknown-field (error)`](https://site.example/rules/unknown-field/) |")
    assert check.main(["--root", str(broken), "countries/ghana.md"]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith("explain.py unknown-field, or https://site.example/rules/unknown-field/")


def test_a_check_without_problems_explains_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--root", str(site), "countries"]) == 0
    assert "explain.py" not in capsys.readouterr().out


def test_only_what_is_not_yet_committed_is_told(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git = ["git", "-C", str(broken), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *words], check=True)
    assert check.main(["--root", str(broken), "--changed"]) == 0, "the mistakes are committed"
    _insert(broken / "countries" / "nepal.md", "capitol: 2")
    (broken / "events" / "new.md").write_text("no fields\n", encoding="utf-8")
    capsys.readouterr()
    assert check.main(["--root", str(broken), "--changed"]) == 1
    told = capsys.readouterr().out
    assert "countries/nepal.md" in told
    assert "events/new.md" in told
    assert "ghana" not in told


def test_without_git_changed_is_refused_in_words(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    with pytest.raises(SystemExit) as ended:
        check.main(["--root", str(site), "--changed"])
    assert ended.value.code == 2
    assert "--changed asks git, which says:" in capsys.readouterr().err
