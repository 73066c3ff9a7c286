"""Natural Earth's borders become one table of outlines: projected, cut, small ones as dots."""

from __future__ import annotations

import re
from itertools import pairwise
from math import radians, sin
from pathlib import Path

import pytest

from knowledge.importing.equal_earth import Point, pieces, projected
from knowledge.importing.outlines import SHARED, SOURCE, drawn, run
from knowledge.importing.topology import read_areas
from knowledge.kinds.outlines import OUTLINES, WIDTH, MapOutline, read_outlines
from knowledge.kinds.tables import PLACES, Place, read_places
from knowledge.kinds.vocabularies import SHARED_SOURCES, read_shared_sources

CASE = Path(__file__).parents[1] / "cases" / "importing" / "natural-earth"
REPOSITORY = Path(__file__).parents[2]
KNOWN = ("GHA", "CIV", "RUS", "FRA", "GUF", "CPV", "TUV", "ATA")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the few countries of the case."""
    header, *rows = (REPOSITORY / PLACES).read_text(encoding="utf-8").splitlines()
    (tmp_path / PLACES).parent.mkdir(parents=True)
    kept = [row for row in rows if row.startswith(KNOWN)]
    (tmp_path / PLACES).write_text("\n".join([header, *kept, ""]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def places(root: Path) -> dict[str, Place]:
    return read_places(root)[0]


@pytest.fixture
def rows(places: dict[str, Place]) -> dict[str, MapOutline]:
    coarse, fine = (read_areas(CASE / f"countries-{scale}.json")[0] for scale in ("110m", "50m"))
    found, missing = drawn(places, coarse, fine)
    assert missing == []
    return {row.iso3 or row.name: row for row in found}


def corners(path: str) -> list[set[Point]]:
    """The points of every ring of a path."""
    rings = []
    for start, steps in re.findall(r"M(\d+ \d+)l([^z]*)z", path):
        x, y = map(int, start.split())
        ring = {(x, y)}
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            ring.add((x, y))
        rings.append(ring)
    return rings


def test_the_projection_has_its_middle_and_its_edges_where_they_belong() -> None:
    assert projected(0, 0)[0] == pytest.approx(WIDTH / 2)
    assert projected(-180, 0)[0] == pytest.approx(0)
    assert projected(180, 0)[0] == pytest.approx(WIDTH)
    assert projected(0, 90)[1] == pytest.approx(0)
    # The published map is 2.05458 times as wide as high.
    assert WIDTH / projected(0, -90)[1] == pytest.approx(2.05458, abs=1e-4)


def test_areas_keep_their_size_wherever_they_lie() -> None:
    def area(south: float) -> float:
        corners = [(0, south), (0.1, south), (0.1, south + 0.1), (0, south + 0.1), (0, south)]
        ring = [projected(*corner) for corner in corners]
        return abs(sum(x * b - a * y for (x, y), (a, b) in pairwise(ring))) / 2

    def true(south: float) -> float:
        return sin(radians(south + 0.1)) - sin(radians(south))

    for south in (30, 60, 80):
        assert area(south) / area(0) == pytest.approx(true(south) / true(0), rel=1e-3)


def test_a_ring_within_the_map_stays_in_one_piece() -> None:
    ring: list[Point] = [(0, 0), (10, 0), (10, 10), (0, 0)]
    assert list(pieces(ring)) == [ring]


@pytest.mark.parametrize("turned", [False, True], ids=["eastward", "westward"])
def test_a_ring_across_180_degrees_is_cut_at_both_edges(turned: bool) -> None:
    ring: list[Point] = [(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)]
    found = list(pieces(ring[::-1] if turned else ring))
    spans = sorted((min(x for x, _ in piece), max(x for x, _ in piece)) for piece in found)
    assert spans == [(-180, -170), (170, 180)]
    assert all(piece[0] == piece[-1] for piece in found)


def test_neighbours_share_every_point_of_their_border(rows: dict[str, MapOutline]) -> None:
    (ghana,), (ivory,) = corners(rows["GHA"].path), corners(rows["CIV"].path)
    border = {tuple(map(round, projected(10, south))) for south in (0, 10)}
    assert border <= ghana & ivory


def test_a_country_across_180_degrees_lies_on_both_sides_of_the_map(
    rows: dict[str, MapOutline],
) -> None:
    east, west = sorted(corners(rows["RUS"].path), key=lambda ring: -max(x for x, _ in ring))
    assert max(x for x, _ in west) < WIDTH / 2 < min(x for x, _ in east)


def test_what_would_be_too_small_is_a_dot_in_its_middle(rows: dict[str, MapOutline]) -> None:
    assert rows["FRA"].path == ""
    assert rows["FRA"].dot == "{} {}".format(*map(round, projected(6.5, 45.5)))


def test_a_country_only_in_the_finer_file_is_a_dot_and_one_in_neither_has_a_place(
    rows: dict[str, MapOutline],
) -> None:
    assert rows["CPV"].dot == "{} {}".format(*map(round, projected(-24.5, 15.5)))
    assert rows["TUV"].dot


def test_a_part_with_a_code_of_its_own_is_not_drawn_as_the_state_around_it(
    rows: dict[str, MapOutline],
) -> None:
    (guiana,) = corners(rows["GUF"].path)
    assert tuple(map(round, projected(-54, 3))) in guiana


def test_an_area_without_a_code_keeps_its_name_and_gets_no_other_country_s(
    rows: dict[str, MapOutline],
) -> None:
    assert rows["Somaliland"].iso3 == ""
    assert rows["Somaliland"].path


def test_antarctica_is_left_out(rows: dict[str, MapOutline]) -> None:
    assert "ATA" not in rows


def test_a_country_that_no_file_shows_is_a_problem_and_nothing_is_written(root: Path) -> None:
    with (root / PLACES).open("a", encoding="utf-8") as table:
        table.write("XXA,999,Nowhere,,,\n")
    outcome = run(root, CASE)
    assert [problem.message for problem in outcome.problems] == [
        "Neither file shows XXA, so no map could."
    ]
    assert outcome.files == {}


def test_an_import_writes_the_table_with_its_source_and_a_second_one_changes_nothing(
    root: Path, places: dict[str, Place]
) -> None:
    outcome = run(root, CASE)
    assert outcome.problems == []
    assert outcome.told == [f"{OUTLINES}: 5 shapes and 3 dots"]
    for path, text in outcome.files.items():
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    outlines, problems = read_outlines(root, places)
    assert problems == []
    assert {outline.source for outline in outlines} == {SOURCE}
    assert "no opinion on the legal status" in (read_shared_sources(root)[0][SOURCE].note or "")
    assert run(root, CASE).files == {}


def test_a_file_that_is_missing_or_no_outlines_at_all_is_told_by_its_name(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "countries-110m.json").write_text("{}", encoding="utf-8")
    told = {Path(p.path).name: p.message for p in run(root, tmp_path).problems}
    assert told["countries-50m.json"] == "The file is not in the folder that was given."
    assert told["countries-110m.json"].startswith("This is no TopoJSON file of countries")


def test_the_table_of_the_repository_is_what_the_importer_writes_of_it() -> None:
    """Every row is drawn in the same way: a code or a name, a shape or a dot, one source."""
    places, _ = read_places(REPOSITORY)
    outlines, problems = read_outlines(REPOSITORY, places)
    assert problems == []
    assert {outline.source for outline in outlines} == {SOURCE}
    stored = read_shared_sources(REPOSITORY)[0][SOURCE]
    assert stored.title == SHARED[SOURCE]["title"], SHARED_SOURCES
