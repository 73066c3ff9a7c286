"""`scripts/explain.py` explains every rule in a terminal, and helps who mistypes one."""

from __future__ import annotations

import subprocess
import sys

import pytest

import explain
from knowledge.manual import explained


@pytest.mark.parametrize("rule", explained())
def test_every_rule_is_explained_in_lines_that_a_terminal_can_hold(
    rule: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert explain.main([rule]) == 0
    told, page = capfdbinary.readouterr().out.decode("utf-8"), explained()[rule]
    assert " ".join(told.split("\n\n")[0].split()) == f"{rule}: {page.title}"
    assert " ".join(page.text[0].split()) in " ".join(told.split())
    assert " ".join(page.mend.split()) in " ".join(told.split())
    for sample in page.samples:
        assert sample.text.splitlines()[0] in told
    longest = max(told.splitlines(), key=len)
    kept = {line for sample in page.samples for line in sample.text.splitlines()}
    assert len(longest) <= explain.WIDTH or longest.strip() in {line.strip() for line in kept}


def test_several_rules_are_explained_one_after_the_other(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert explain.main(["tab", "broken-link"]) == 0
    told = capfdbinary.readouterr().out.decode("utf-8")
    assert told.startswith("tab: ")
    assert "\n\nbroken-link: " in told


def test_an_unknown_rule_is_told_with_the_near_ones_and_the_others_are_explained(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert explain.main(["unknown-tern", "tab"]) == 1
    told = capfd.readouterr()
    assert "There is no rule “unknown-tern”. Did you mean unknown-term" in told.err
    assert told.out.startswith("tab: ")
    assert explain.main(["zzz"]) == 1
    assert "--list names every rule" in capfd.readouterr().err


def test_the_list_names_every_rule_once(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert explain.main(["--list"]) == 0
    lines = capfdbinary.readouterr().out.decode("utf-8").splitlines()
    named = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert named == list(explained())
    assert max(map(len, lines)) <= explain.WIDTH


@pytest.mark.parametrize("arguments", [[], ["--list", "tab"], ["--unknown"]])
def test_what_is_not_understood_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        explain.main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_any_system_can_print_it() -> None:
    ended = subprocess.run(
        [sys.executable, explain.__file__, "hidden-character"],
        capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )  # fmt: skip
    assert ended.returncode == 0
    assert "‹U+200B›" in ended.stdout.decode("utf-8")
