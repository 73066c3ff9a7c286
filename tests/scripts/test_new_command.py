"""`new.py` asks ten things at most and leaves a draft that passes, and says what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.test_commands import command

import check

SMALL = Path(__file__).parents[1] / "sites" / "small"
ANSWERS = [
    "Wells in weaving villages", "A company digs wells.", "area-based", "community", "Child Labor",
    "Nepal; Ghana", "Report on wells", "Ministry of Water", "government", "",
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "records")
    return tmp_path / "records"


def answer(monkeypatch: pytest.MonkeyPatch, answers: list[str]) -> list[str]:
    """Answer every question in turn; what is left over was not asked."""
    left = list(answers)
    given: Iterator[str] = iter(answers)

    def read(prompt: str) -> str:
        try:
            value = next(given)
        except StopIteration:
            raise EOFError from None
        left.remove(value)
        return value

    monkeypatch.setattr("builtins.input", read)
    return left


def test_ten_answers_give_a_draft_that_passes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = answer(monkeypatch, ANSWERS)
    assert command("new").main(["practice", "--root", str(root)]) == 0
    assert left == []
    said = capsys.readouterr().out
    path = root / "practices" / "wells-in-weaving-villages.md"
    assert "countries: [nepal, ghana]" in path.read_text(encoding="utf-8")
    assert check.main(["--root", str(root)]) == 0, "it passes as a draft"
    told = " ".join(said.partition("Before it can be published:")[2].split())
    assert "how good its evidence is" in told
    assert "Nothing is written below “Limits”" in told
    assert told.count("Write it, or say in one sentence that nobody knows") == 1
    assert "limits" in told.partition("Still empty")[2]


def test_what_it_says_is_missing_is_what_the_check_asks_of_it_when_published(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, ANSWERS)
    assert command("new").main(["practice", "--root", str(root)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    path = root / "practices" / "wells-in-weaving-villages.md"
    text = path.read_text(encoding="utf-8").replace("status: draft\n", "")
    path.write_text(text, encoding="utf-8")
    assert check.main(["--root", str(root), str(path)]) == 1
    messages = [
        line.split(": ", 2)[2].removesuffix(" (warning)")
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("practices/")
    ]
    assert messages
    assert [message for message in messages if message not in said] == []


def test_a_wrong_answer_is_asked_again_with_the_nearest_value(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, [*ANSWERS[:2], "area-basd", *ANSWERS[2:5], "Atlantis", *ANSWERS[5:9],
                         "www.example.org/x", "https://example.org/x"])  # fmt: skip
    assert command("new").main(["practice", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert "Did you mean “area-based”?" in said
    assert "“Atlantis” is not one of the values of countries." in said
    assert "beginning with https://" in said


def test_what_the_remedy_names_is_asked_again_too(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ["Testland", "A state.", "state", "", "", "", "Report", "Ministry", "government", ""]
    left = answer(monkeypatch, [*first, "state", "TST", "'998'"])
    assert command("new").main(["country", "--root", str(root)]) == 0
    assert left == []
    text = (root / "countries" / "testland.md").read_text(encoding="utf-8")
    assert "iso3: TST\nm49: '998'\n" in text


def test_breaking_off_writes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(root.rglob("*"))
    answer(monkeypatch, ANSWERS[:4])
    assert command("new").main(["practice", "--root", str(root)]) == 1
    assert sorted(root.rglob("*")) == before


def test_an_unknown_kind_is_told_with_the_known_ones(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command("new").main(["law", "--root", str(root)])
    assert ended.value.code == 2
    assert "known: country, practice, initiative, supply-chain, event" in capsys.readouterr().err
