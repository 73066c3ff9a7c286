"""The measures of depth follow what the records say, one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

from knowledge.analysis.depth import LEGAL_BASES, depths
from knowledge.library import load

SMALL = Path(__file__).parents[1] / "sites" / "small"
ROOT = Path(__file__).parents[2]


def measured(root: Path) -> dict[str, int]:
    library, _ = load(root)
    return {depth.label: depth.value for depth in depths(library)}


def change_after(root: Path, record: str, old: str, new: str) -> dict[str, int]:
    """How much each measure changes when a text in a record is written otherwise."""
    before = measured(root)
    path = root / record
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    after = measured(root)
    return {label: after[label] - before[label] for label in after if after[label] != before[label]}


def test_a_result_to_verify_is_not_said(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    changed = change_after(
        site, "practices/paid-harvest-labour.md", "state: stated", "state: to-verify"
    )
    assert changed == {"practices whose results, each of them, a source says": -1}


def test_a_practice_moved_to_the_first_tier_reaches_no_deeper(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    path = site / "practices/paid-harvest-labour.md"
    tiers = next(line for line in path.read_text().splitlines() if line.startswith("tiers:"))
    changed = change_after(site, path.relative_to(site).as_posix(), tiers, "tiers: [tier-1]")
    assert changed == {"practices that reach tier 2 or deeper": -1}


def test_key_points_count_and_without_a_statute_their_bases_do_not(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    (site / "countries/ghana.md").write_text((ROOT / "countries/ghana.md").read_text())
    here = measured(site)
    points = "countries with key points for employers"
    bases = f"countries whose key points have the legal basis of all {len(LEGAL_BASES)} main facts"
    assert (here[points], here[bases]) == (2, 1)  # Nepal has key points, but no statutes.
    basis = "    basis: Constitution 1992 art. 25\n"
    assert change_after(site, "countries/ghana.md", basis, "") == {bases: -1}
    heading = "## Key points for employers"
    assert change_after(site, "countries/ghana.md", heading, "## Notes") == {points: -1}


def test_a_stage_from_general_knowledge_keeps_a_chain_out(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    label = "supply chains with no stage from general knowledge alone"
    path = site / "supply-chains/cocoa.md"
    assert "typical: true" in path.read_text()
    assert measured(site)[label] == 0
    path.write_text(path.read_text().replace("typical: true", "source: [none-such]"))
    assert measured(site)[label] == 1
