"""Pages of `content/` lead to records, to each other, and to pages that have no file."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from small_library import SMALL

from knowledge.library import Library, load
from knowledge.pages.plan import links_nowhere, planned_pages
from knowledge.pages.prose import published, with_marked_links
from knowledge.problems import Problem

PATH = "content/guides/example.md"


def written(tmp_path: Path, text: str) -> tuple[Library, list[Problem]]:
    """The small site with one more page, and every problem of its links."""
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    (root / PATH).parent.mkdir()
    (root / PATH).write_text(text)
    library, problems = load(root)
    return library, [*problems, *links_nowhere(library, planned_pages(library, date(2025, 12, 1)))]


def test_a_page_without_a_file_is_named_by_its_address(tmp_path: Path) -> None:
    text = "# Example\n\n[Compare](site:compare/), [gaps](site:method/#gaps), [home](site:).\n"
    library, problems = written(tmp_path, text)
    assert problems == []
    marked = with_marked_links(text, PATH, library)
    targets = [part.partition(")")[0] for part in marked.split("](")[1:]]
    html = "".join(f'<a href="{target}">x</a>' for target in targets)
    shown = published(html, "guides/example/")
    assert 'href="../../compare/"' in shown
    assert 'href="../../method/#gaps"' in shown
    assert 'href="../../"' in shown


def test_a_made_page_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    _, (problem,) = written(tmp_path, "# Example\n\nSee [it](site:compar/).\n")
    assert (problem.path, problem.line, problem.column) == (PATH, 3, 10)
    assert problem.rule == "link-made"
    assert "Did you mean “compare/”?" in problem.hint


@pytest.mark.parametrize("target", ["site:/compare/", "site:compare", "site:../compare/"])
def test_an_address_of_a_made_page_has_one_form(tmp_path: Path, target: str) -> None:
    _, problems = written(tmp_path, f"# Example\n\nSee [it]({target}).\n")
    assert problems[0].rule == "link-made"
    assert "site:compare/" in problems[0].hint
