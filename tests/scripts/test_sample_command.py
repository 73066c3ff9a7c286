"""The command that draws claims to be read against their sources."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small"


def _run(*arguments: str, root: Path = SMALL) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/sample.py"), "--root", str(root), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_prints_the_seed_the_shares_and_the_list() -> None:
    ended = _run("--size", "6", "--seed", "3")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("6 claims of ")
    assert "drawn with the seed 3: `python3 scripts/sample.py --size 6 --seed 3`" in ended.stdout
    assert ended.stdout.count("](../../") == 6
    assert ended.stdout == _run("--size", "6", "--seed", "3").stdout


def test_it_draws_sentences_where_asked() -> None:
    ended = _run("--sentences", "--size", "4", "--seed", "3")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("4 sentences of ")
    assert "`python3 scripts/sample.py --sentences --size 4 --seed 3`" in ended.stdout
    assert ended.stdout.count("**Found elsewhere:**") == 4
    assert ended.stdout != _run("--sentences", "--size", "4", "--seed", "4").stdout


def test_without_a_seed_it_takes_the_day_and_says_so() -> None:
    ended = _run("--size", "1")
    assert ended.returncode == 0, ended.stderr
    seed = ended.stdout.partition(" --seed ")[2].partition("`")[0]
    assert len(seed) == len("20261125")
    assert seed.startswith("20")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--size", "0"], "a sample holds one or more"),
        (["--size", "many"], "--size"),
        (["--seed", "x"], "--seed"),
    ],
)
def test_what_it_does_not_understand_is_told_in_one_sentence(
    arguments: list[str], told: str
) -> None:
    ended = _run(*arguments)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_records_with_faults_give_no_sample(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "broken.md").write_text("no front matter\n")
    ended = _run("--size", "1", root=tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "scripts/check.py" in ended.stderr
