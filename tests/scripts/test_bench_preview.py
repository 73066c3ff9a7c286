"""The measure of a preview changes records and finds the change; how long it takes is no test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from built_site import contents, repository

import bench_preview

SMALL = Path(__file__).parents[1] / "sites" / "small"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bench_preview, "TIMES", 1)
    monkeypatch.setattr(bench_preview, "IDLE", 0.2)
    return repository(tmp_path / "repository", SMALL)


def test_every_sort_of_record_is_changed_measured_and_put_back(root: Path) -> None:
    before = contents(root / "practices")
    told = list(bench_preview.measure(root, sys.executable))
    assert [line.split()[0] for line in told[2:-1]] == list(bench_preview.FOLDERS)
    assert all(len(line.split()) == 5 for line in told[2:-1])
    assert contents(root / "practices") == before


def test_a_page_without_the_change_is_no_measure(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = root / "hooks/knowledge/preview/site.py"
    text = site.read_text(encoding="utf-8")
    asks = "self.refresh(is_poll=path == STATE)"
    assert asks in text
    site.write_text(text.replace(asks, "pass"), encoding="utf-8")
    server = root / "hooks/knowledge/preview/server.py"
    text = server.read_text(encoding="utf-8")
    assert "self._preview.refresh()" in text
    server.write_text(text.replace("self._preview.refresh()", "pass"), encoding="utf-8")
    with pytest.raises(SystemExit, match="does not show the change"):
        list(bench_preview.measure(root, sys.executable))
