"""What a change says to readers is told in words, with what broke by it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from scripts.test_commands import command

from knowledge import pipeline
from knowledge.changes.difference import Difference, difference
from knowledge.changes.report import as_markdown, as_text, headline

SMALL = Path(__file__).parents[1] / "sites" / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "records")
    return tmp_path / "records"


def replaced(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def after(root: Path) -> Difference:
    return difference(pipeline.check(SMALL), pipeline.check(root))


def test_nothing_differs_from_itself(root: Path) -> None:
    assert headline(after(root)) == "Changes no record, breaks 0 links."


def test_an_age_that_changes_is_told_as_its_page_calls_it(root: Path) -> None:
    replaced(root, "countries/nepal.md", "value: 14\n", "value: 16\n")
    found = after(root)
    assert headline(found) == "Changes 1 country, breaks 0 links."
    assert "Country changed: Nepal (countries/nepal.md)" in as_text(found)
    assert "Minimum age for work: 14 → 16" in as_text(found)


def test_a_record_that_moves_is_not_one_that_went_and_one_that_came(root: Path) -> None:
    path = next(p for p in sorted((root / "initiatives").glob("*.md")) if p.name != "README.md")
    id_ = path.stem
    text = path.read_text(encoding="utf-8").replace(f"id: {id_}", "id: another-name", 1)
    text = text.replace("\nadded:", f"\nformerly: [{id_}]\nadded:", 1)
    path.with_name("another-name.md").write_text(text, encoding="utf-8")
    path.unlink()
    found = after(root)
    sorts = {change.entry.id: change.sort for change in found.records}
    assert sorts["another-name"] == "moved"
    assert id_ not in sorts
    assert f"formerly {id_}" in as_text(found)


def test_a_record_that_goes_breaks_what_leads_to_it(root: Path) -> None:
    (root / "countries/nepal.md").unlink()
    found = after(root)
    assert headline(found).startswith("Removes 1 country, ")
    assert found.broken > 0
    assert f"breaks {found.broken} link" in headline(found)
    assert "New problems" in as_text(found)


def test_new_text_sources_and_list_entries_are_counted_and_named(root: Path) -> None:
    path = next(
        p for p in sorted((root / "practices").glob("*.md")) if "sources:\n" in p.read_text()
    )
    name = f"practices/{path.name}"
    replaced(
        root,
        name,
        "sources:\n",
        "sources:\n  new-study:\n    title: A\n    publisher: B\n    kind: research\n",
    )
    replaced(root, name, "targets: [", "targets: [trafficking, ")
    with path.open("a", encoding="utf-8") as file:
        file.write("\nIt goes on.[^new-study]\n")
    told = as_text(after(root))
    assert "adds 1 source: new-study" in told
    assert "targets: trafficking (new)" in told
    assert "text: 2 lines more, 0 less" in told


def test_nothing_that_a_record_says_can_pass_for_markdown(root: Path) -> None:
    replaced(root, "countries/nepal.md", "title: Nepal", "title: 'Nepal ``` ## [x](y) <script>'")
    (line,) = [line for line in as_markdown(after(root)).splitlines() if "→" in line]
    assert line.startswith("- ```` ")
    assert line.endswith(" ````")


def test_the_command_compares_commits_and_the_files_as_they_are(
    root: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *words], check=True)
    replaced(root, "countries/nepal.md", "value: 14\n", "value: 16\n")
    main = command("diff").main
    assert main(["--root", str(root)]) == 0
    assert "14 → 16".encode() in capsysbinary.readouterr().out
    subprocess.run([*git, "commit", "-q", "-a", "-m", "second"], check=True)
    assert main(["HEAD~1", "HEAD", "--root", str(root), "--format", "markdown"]) == 0
    assert b"**Changes 1 country, breaks 0 links.**" in capsysbinary.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["no-such-branch", "--root", str(root)])
    assert ended.value.code == 2
    assert b"no-such-branch" in capsysbinary.readouterr().err
