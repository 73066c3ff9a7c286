"""What CONTRIBUTING.md and README.md tell people to do works, and what they name exists."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from built_site import ROOT, build, repository

from knowledge.manual import explained

SMALL = Path(__file__).parent / "sites" / "small"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECORD = """---
id: inspectors-course
title: Course for labour inspectors
summary: A week in June.
added: 2025-11-01
reviewed: 2025-11-01
start: 2025-06-12
place: Accra
countries: [ghana]
---

## What it covers

Visits to small workshops.
"""


def _blocks() -> list[str]:
    """The code of the section that shows how to add a kind."""
    section = CONTRIBUTING.partition("### Add a kind of record")[2].partition("\n### ")[0]
    found = re.findall(r"^   ```\w+\n(.*?)^   ```$", section, flags=re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(block) for block in found]


def test_a_kind_is_one_module_one_line_one_folder_and_one_template(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", SMALL)
    module, line, template = _blocks()
    hooks = root / "hooks"
    (hooks / "knowledge" / "kinds" / "training.py").write_text(module)
    (hooks / "theme" / "records" / "training.html").write_text(template)
    kinds = hooks / "knowledge" / "kinds" / "__init__.py"
    text = kinds.read_text()
    text = re.sub(r"(KINDS: .*= \(\n)", rf"\1    {line.strip()}\n", text, count=1)
    text = text.replace(
        "from knowledge.kinds.kind",
        "from knowledge.kinds.training import Training\nfrom knowledge.kinds.kind",
    )
    kinds.write_text(text)
    (root / "trainings").mkdir()
    (root / "trainings" / "README.md").write_text("# Trainings\n")
    (root / "trainings" / "inspectors-course.md").write_text(RECORD)

    ended = build(root, "--strict")

    assert ended.code == 0, ended.said
    page = (ended.folder / "trainings" / "inspectors-course" / "index.html").read_text()
    assert "2025-06-12, Accra" in page
    assert 'href="../../countries/ghana/"' in page
    assert "Course for labour inspectors" in (ended.folder / "trainings" / "index.html").read_text()
    assert (
        'href="../../trainings/inspectors-course/"'
        in (ended.folder / "countries" / "ghana" / "index.html").read_text()
    )
    assert '"./trainings/">Trainings</a>' in (ended.folder / "index.html").read_text()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_the_documents_name_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").partition("### Add a kind of record")[0]
    named = set(re.findall(r"\]\((?!https?:)([^)#]+)", text))
    named |= set(re.findall(r"`((?:scripts|hooks|content|tests|\.ci)/[\w./-]*)`", text))
    named |= set(re.findall(r"python3 (scripts/\w+\.py)", text))
    assert len(named) > 5
    missing = [path for path in sorted(named) if not (ROOT / path).exists()]
    assert not missing


def test_every_command_is_named_in_the_readme_or_where_contributors_read() -> None:
    documents = (ROOT / "README.md").read_text(encoding="utf-8") + CONTRIBUTING
    commands = {
        path.name
        for path in (ROOT / "scripts").glob("*.py")
        if "__main__" in path.read_text(encoding="utf-8")
    }
    assert not {name for name in commands if f"scripts/{name}" not in documents}


def _documents() -> list[Path]:
    """All that tells people to run something: documents, pages, templates, workflows, forms."""
    folders = ("content", "hooks/theme", ".github", "practices", "countries", "initiatives",
               "events", "supply-chains")  # fmt: skip
    found = [path for name in folders for path in (ROOT / name).rglob("*") if path.is_file()]
    kept = {".md", ".html", ".yml", ".yaml"}
    return [*ROOT.glob("*.md"), *ROOT.glob("*.y*ml"), *(p for p in found if p.suffix in kept)]


def test_every_command_that_any_document_names_exists() -> None:
    named = {
        (command, path.relative_to(ROOT).as_posix())
        for path in _documents()
        for command in re.findall(r"\bscripts/\w+\.py\b", path.read_text(encoding="utf-8"))
    }
    assert len({command for command, _ in named}) > 15
    assert [one for one in sorted(named) if not (ROOT / one[0]).is_file()] == []


def test_every_rule_that_a_document_explains_exists() -> None:
    named = {
        rule
        for path in _documents()
        for rules in re.findall(r"explain\.py((?: [a-z-]+)+)", path.read_text(encoding="utf-8"))
        for rule in rules.split()
    }
    assert named
    assert sorted(named - set(explained())) == []
