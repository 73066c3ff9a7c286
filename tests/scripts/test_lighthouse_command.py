"""The command that measures pages tells medians, and the goals that were missed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import chromium
import lighthouse

ROOT = Path(__file__).parents[2]
LOCK = json.loads((ROOT / "scripts/lighthouse/package-lock.json").read_text(encoding="utf-8"))


def report(performance: float, shift: float = 0.0, seo: float = 1.0) -> dict[str, Any]:
    """A report of Lighthouse, as far as the command reads it."""
    audits: dict[str, Any] = {
        "cumulative-layout-shift": {"numericValue": shift},
        "largest-contentful-paint": {"numericValue": 1234.4},
        "link-text": {"title": "Links say nothing", "score": seo},
    }
    scores = {"performance": performance, "accessibility": 1, "best-practices": 1, "seo": seo}
    categories: dict[str, Any] = {
        name: {"score": score, "auditRefs": []} for name, score in scores.items()
    }
    categories["seo"]["auditRefs"] = [{"id": "link-text", "weight": 1}]
    return {"audits": audits, "categories": categories}


def test_a_page_is_told_by_its_medians() -> None:
    page = lighthouse._medians("a/", [report(1, 0.3), report(0.2), report(0.99, 0.01)])
    assert (page.scores["performance"], page.shift, page.largest) == (99, 0.01, 1234)
    assert page.is_good
    assert list(lighthouse._table([page]))[-1] == "| `/a/` | 99 | 100 | 100 | 100 | 0.010 | 1.2 s |"


@pytest.mark.parametrize("bad", [report(0.97), report(1, shift=0.02), report(1, seo=0.9)])
def test_a_goal_that_is_missed_is_noticed(bad: dict[str, Any]) -> None:
    assert not lighthouse._medians("", [bad]).is_good


def test_what_cost_a_point_is_named_below_the_table() -> None:
    page = lighthouse._medians("", [report(1), report(1, seo=0.9)])
    assert "Links say nothing" in list(lighthouse._table([page]))[-1]


def test_without_a_site_or_a_browser_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "find", lambda: Path("/browser"))
    monkeypatch.setattr(lighthouse.shutil, "which", lambda name: f"/bin/{name}")
    assert lighthouse.main(["--site", str(tmp_path)]) == 2
    assert "scripts/build.py" in capsys.readouterr().err
    monkeypatch.setattr(chromium, "find", lambda: None)
    assert lighthouse.main(["--site", str(tmp_path)]) == 2
    assert "Chromium" in capsys.readouterr().err


def test_the_lock_names_every_package_by_hash_and_no_place_to_get_it_from() -> None:
    packages = {name: told for name, told in LOCK["packages"].items() if name}
    assert packages["node_modules/lighthouse"]["version"] == "12.8.2"
    assert [name for name, told in packages.items() if "integrity" not in told] == []
    assert [name for name, told in packages.items() if "resolved" in told] == []
