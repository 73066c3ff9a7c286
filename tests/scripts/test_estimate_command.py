"""`scripts/estimate_trade_flows.py` prints an estimate that says what it is and rests on."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import estimate_trade_flows as command

#: The table that tests/analysis/test_trade_flows.py computes by hand.
FILES = {
    "about.csv": "key,value\ntable,A table made up for a test\nyear,2018\nchildren,made up\n",
    "flows.csv": "region,industry,North:farm,North:mill,South:farm,South:mill\n"
    "North,farm,0,40,0,30\nNorth,mill,0,0,0,0\nSouth,farm,0,0,0,20\nSouth,mill,0,20,0,0\n",
    "final-demand.csv": "region,industry,North,South\n"
    "North,farm,20,10\nNorth,mill,120,80\nSouth,farm,20,60\nSouth,mill,30,50\n",
    "output.csv": "region,industry,output\n"
    "North,farm,100\nNorth,mill,200\nSouth,farm,100\nSouth,mill,100\n",
    "children.csv": "region,industry,children\n"
    "North,farm,50\nNorth,mill,20\nSouth,farm,30\nSouth,mill,10\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_table_says_that_it_is_an_estimate_and_from_what(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ESTIMATE from A table made up for a test, 2018."
    assert lines[1] == "Children in child labour: made up."
    assert lines[3].split("  ")[0] == "region"
    assert lines[4].split() == ["North", "70", "36", "51.4%", "28", "8", "30", "6", "34"]
    assert lines[5].split() == ["South", "40", "14", "35.0%", "11", "3", "13", "1", "26"]
    assert "not a count of children" in lines[7]


def test_csv_carries_the_source_on_every_row(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([str(folder), "--csv"]) == 0
    north, south = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert north["table"] == south["table"] == "A table made up for a test"
    assert float(north["for exports"]) == pytest.approx(36)
    assert float(south["returning"]) == pytest.approx(1.28)


def test_groups_are_summed_and_it_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "groups.csv").write_text("region,group\nNorth,World\nSouth,World\n")
    assert command.main([str(folder)]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[4].split()[:4] == ["World", "110", "50", "45.5%"]
    assert "trade among the regions of one group counts as export" in told


def test_a_faulty_file_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "output.csv").write_text(FILES["output.csv"].replace("200", "two hundred"))
    assert command.main([str(folder)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "output.csv:3:3: flow-table: “two hundred”" in captured.err
    assert "1 error. Nothing was estimated." in captured.err


def test_a_table_that_does_not_balance_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "output.csv").write_text(FILES["output.csv"].replace("200", "230"))
    assert command.main([str(folder)]) == 1
    assert "North:mill: its output is 230, and all that it sells is 200" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([str(tmp_path / "nowhere")])
    assert ended.value.code == 2
