"""The command that writes the digest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small"


def _run(*arguments: str, root: Path = SMALL, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "SITE_URL"} | variables
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/digest.py"), "--root", str(root), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_it_prints_the_plain_text_where_no_file_is_named():
    ended = _run("--since", "2025-02-01", "--until", "2025-05-31")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("What is new: 1 February 2025 to 31 May 2025\n")
    assert "Workshop on carpets" in ended.stdout
    assert "://" not in ended.stdout


def test_it_writes_both_forms_with_links_to_the_site(tmp_path: Path):
    text, html = tmp_path / "digest.txt", tmp_path / "digest.html"
    ended = _run(
        "--since", "2025-02-01", "--until", "2025-05-31", "--text", str(text), "--html", str(html),
        SITE_URL="https://example.net/site",
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (0, "")
    assert "https://example.net/site/events/carpet-workshop/" in text.read_text(encoding="utf-8")
    page = html.read_text(encoding="utf-8")
    assert '<a href="https://example.net/site/events/carpet-workshop/">' in page
    assert page.startswith("<!doctype html>")


def test_without_a_last_day_it_goes_on_until_today():
    ended = _run("--since", "2025-02-01")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("What is new: 1 February 2025 to ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--since", "2025-13-01"], "“2025-13-01” is not a day of the calendar"),
        (["--since", "20250201"], "write year, month and day: 2026-11-25"),
        (["--since", "1 February"], "is not a day of the calendar"),
        (["--since", "2025-02-01", "--until", "2025-01-31"], "the period has no day"),
        (["--since", "2025-02-01", "--text", "no/such/folder/x"], "its folder does not exist"),
        (["--since", "2025-02-01", "--site-url", "example.org"], "begins with https://"),
        ([], "--since"),
    ],
)
def test_what_it_does_not_understand_is_told_in_one_sentence(arguments: list[str], told: str):
    ended = _run(*arguments)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_records_with_faults_give_no_digest(tmp_path: Path):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "broken.md").write_text("no front matter\n")
    ended = _run("--since", "2025-02-01", root=tmp_path)
    assert ended.returncode == 1
    assert "scripts/check.py" in ended.stderr
    assert ended.stdout == ""
