"""Statistics of the publishers become our tables: every figure kept, every doubt said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.importing.run import Outcome
from knowledge.importing.statistics import run
from knowledge.kinds.statistics import Dataset, Figure, path_of, read_figures
from knowledge.kinds.tables import PLACES
from knowledge.kinds.vocabularies import SHARED_SOURCES, read_shared_sources

REPOSITORY = Path(__file__).parents[2]
SCRIPT = REPOSITORY / "scripts" / "import_statistics.py"
SDG = "unsd-sdg-2023"
HAZARDOUS = "ilostat-cld-xhaz/CLD_XHAZ_SEX_AGE_ECO_NB_A_EN.csv"

Figures = Callable[[Dataset], dict[tuple[str, ...], Figure]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    (root / PLACES).parent.mkdir(parents=True)
    shutil.copy(REPOSITORY / PLACES, root / PLACES)
    return root


@pytest.fixture
def imported(root: Path, data: Path) -> Callable[[], Outcome]:
    """Runs an import and writes its files, as the command does."""

    def once() -> Outcome:
        outcome = run(root, data)
        for path, text in outcome.files.items():
            (root / path).write_text(text, encoding="utf-8")
        return outcome

    return once


@pytest.fixture
def figures(root: Path, imported: Callable[[], Outcome]) -> Figures:
    assert imported().problems == []
    found, problems = read_figures(root)
    assert problems == []
    return lambda dataset: {row.key: row for row in found[dataset]}


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_figure_keeps_its_sex_age_band_year_nature_and_source(figures: Figures) -> None:
    row = figures("sdg-8-7-1")["SL_TLF_CHLDEC", "GHA", "2018", "5-17", "", "female"]
    assert (row.value, row.unit, row.nature) == (21.7, "percent", "country-adjusted")
    assert (row.source, row.state) == ("unsd-sdg-8-7-1-2023", "stated")


def test_age_bands_stay_as_the_source_gives_them(figures: Figures) -> None:
    ages = {row.age for row in figures("sdg-8-7-1").values() if row.iso3 == "BRB"}
    assert ages == {"5-14"}


def test_the_world_and_regions_are_named_and_have_no_country_code(figures: Figures) -> None:
    row = figures("sdg-8-7-1")["SL_TLF_CHLDEC", "World", "2020", "5-17", "", "male"]
    assert (row.iso3, row.area, row.value) == ("", "World", 11.2)
    assert any(row.area == "Sub-Saharan Africa" for row in figures("sdg-8-7-1").values())


def test_every_figure_of_the_tables_is_kept(figures: Figures, data: Path) -> None:
    lines = sum(
        len(path.read_text(encoding="utf-8").splitlines()) - 1 for path in (data / SDG).glob("vc_*")
    )
    assert len(figures("sdg-16-2-2")) == lines


def test_the_sexes_of_detected_victims_are_to_verify_and_their_sum_is_not(figures: Figures) -> None:
    rows = figures("sdg-16-2-2")
    assert rows["VC_HTF_DETV", "ALB", "2019", "all", "", "female"].doubt == "sex-codes"
    assert rows["VC_HTF_DETV", "ALB", "2019", "all", "", "female"].state == "to-verify"
    assert rows["VC_HTF_DETV", "ALB", "2019", "all", "", "both"].state == "stated"


def test_more_by_sex_than_in_all_is_to_verify(figures: Figures) -> None:
    rows = figures("sdg-16-2-2")
    assert rows["VC_HTF_DETVOP", "ROU", "2019", "18+", "", "both"].doubt == "sum"


def test_a_per_cent_of_both_outside_those_of_each_sex_is_to_verify(figures: Figures) -> None:
    rows = [row for row in figures("sdg-8-7-1").values() if row.iso3 == "NPL"]
    assert {row.series for row in rows if row.doubt == "outside"} == {"SL_TLF_CHLDEA"}


def test_hazardous_work_is_kept_by_sector_and_an_empty_cell_is_no_figure(figures: Figures) -> None:
    rows = figures("ilostat-hazardous-work")
    series = "CLD_XHAZ_SEX_AGE_ECO_NB"
    world = rows[series, "World", "2020", "5-17", "agriculture", "female"]
    assert (world.value, world.unit, world.nature) == (17389.458, "thousand", "modelled")
    zambia = (series, "ZMB", "2018", "5-17")
    assert (*zambia, "agriculture", "female") in rows
    assert (*zambia, "industry", "female") not in rows


def test_what_a_survey_leaves_out_stands_beside_its_figures(figures: Figures) -> None:
    rows = figures("ilostat-hazardous-work").values()
    notes = {row.note for row in rows if row.iso3 == "USA"}
    assert notes == {"Current Population Survey; age coverage: minimum age: 16 years old"}
    assert {row.nature for row in rows if row.iso3 == "BOL"} == {"survey"}


def test_running_again_changes_nothing(imported: Callable[[], Outcome]) -> None:
    first, second = imported(), imported()
    assert len(first.files) == 4
    assert any("figures added" in line for line in first.told)
    assert (second.files, second.told) == ({}, [])


def test_a_changed_figure_is_told(imported: Callable[[], Outcome], data: Path) -> None:
    imported()
    _change(data / SDG / "sl_tlf_chldec.csv", "female,percent,2018,21.7", "female,percent,2018,22")
    outcome = imported()
    assert "content/data/sdg-8-7-1.csv: 1 figures changed" in outcome.told
    assert list(outcome.files) == ["content/data/sdg-8-7-1.csv"]


def test_sources_and_tables_kept_by_hand_are_kept(
    imported: Callable[[], Outcome], root: Path
) -> None:
    own = root / path_of("global-estimates")
    own.write_text(f"{','.join(Figure.model_fields)}\n", encoding="utf-8")
    path = root / SHARED_SOURCES
    path.write_text("sources:\n  ours:\n    title: T\n    publisher: P\n    kind: press\n")
    imported()
    assert own.read_text(encoding="utf-8").count("\n") == 1
    assert next(iter(read_shared_sources(root)[0])) == "ours"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "message", "remedy"),
    [
        (f"{SDG}/sl_tlf_chldec.csv", ",sex,", ",gender,", 0, "lacks these columns: sex", "Export"),
        (f"{SDG}/sl_tlf_chldea.csv", ",1.245", ",1,245", 2, "8 values for 7 columns", "quotes"),
        (f"{SDG}/sl_tlf_chldea.csv", ",2012,1.245", ",2012,n/a", 2, "“n/a”", "leave the row out"),
        (f"{SDG}/sl_tlf_chldea.csv", "5_14,52", "5_14,5200", 2, "“5200” is no known", "Correct"),
        (f"{SDG}/sl_tlf_chldea.csv", "5_14,52", "5_15,52", 2, "age is “5_15”", "Known: "),
        (f"{SDG}/sl_tlf_chldea.csv", "percent,2012", "percent,12", 2, "not a year", "four digits"),
        (f"{SDG}/sl_tlf_chldea.csv", "percent", "number", 2, "The unit is “number”", "percent"),
        (HAZARDOUS, "48052.864", "many", 7, "Agriculture is “many”", "leave the row out"),
        (HAZARDOUS, "World", "Wrold", 7, "“Wrold” is no known country", "add it to NAMES"),
    ],
)  # fmt: skip
def test_wrong_input_is_told_with_its_line_and_remedy(
    file: str, old: str, new: str, line: int, message: str, remedy: str, root: Path, data: Path
) -> None:
    if old not in (data / file).read_text(encoding="utf-8"):
        pytest.fail(f"the case no longer holds {old}")
    _change(data / file, old, new)
    outcome = run(root, data)
    assert outcome.files == {}
    problem = outcome.problems[0]
    assert (Path(problem.path).name, problem.line) == (Path(file).name, line)
    assert message in problem.message
    assert remedy in problem.hint


def test_a_row_that_holds_line_breaks_is_told_by_the_line_it_begins_on(
    root: Path, data: Path
) -> None:
    _change(data / HAZARDOUS, "22.577", "many")
    [problem] = run(root, data).problems
    lines = (data / HAZARDOUS).read_text(encoding="utf-8").splitlines()
    assert "many" in lines[problem.line - 1]


def test_all_faults_are_told_at_once(root: Path, data: Path) -> None:
    (data / SDG / "vc_htf_detvr.csv").unlink()
    _change(data / SDG / "sl_tlf_chldea.csv", "5_14,52", "5_15,52")
    _change(data / HAZARDOUS, "World", "Wrold")
    names = {Path(problem.path).name for problem in run(root, data).problems}
    assert names == {"vc_htf_detvr.csv", "sl_tlf_chldea.csv", Path(HAZARDOUS).name}


def test_without_our_table_of_countries_nothing_is_written(tmp_path: Path, data: Path) -> None:
    outcome = run(tmp_path / "empty", data)
    assert outcome.files == {}
    assert PLACES in {problem.path for problem in outcome.problems}


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_the_command_writes_only_when_it_is_not_a_dry_run(
    option: list[str], data: Path, root: Path
) -> None:
    command = [sys.executable, str(SCRIPT), str(data), "--root", str(root), *option]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "content/data/sdg-8-7-1.csv: " in done.stdout
    assert (root / path_of("sdg-8-7-1")).exists() == (not option)


def test_the_command_exits_with_one_where_a_table_is_missing(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Nothing was written." in done.stderr
    assert "Traceback" not in done.stderr
