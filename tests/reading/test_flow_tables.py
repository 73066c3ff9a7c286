"""An input-output table in CSV files is read whole, or every fault of it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.reading.flow_tables import read_flow_tables

FILES = {
    "about.csv": "key,value\ntable,\"Example Institute, a table made up for a test, 2020\"\n"
    "year,2018\nchildren,made up for a test\n",
    "flows.csv": "region,industry,N:farm,N:mill,S:farm\nN,farm,0,40,0\nN,mill,0,0,5.5\n"
    "S,farm,1e1,0,0\n",
    "final-demand.csv": "region,industry,N,S\nN,farm,30,-10\nN,mill,100,94.5\nS,farm,20,70\n",
    "output.csv": "region,industry,output\nN,farm,60\nN,mill,200\nS,farm,100\n",
    "children.csv": "region,industry,children\nN,farm,50\nN,mill,20\nS,farm,30\n",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def faults(folder: Path, name: str, old: str, new: str) -> list[str]:
    """What is told when a file has something else in it: place and message."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    read, problems = read_flow_tables(folder)
    assert read is None
    return [f"{problem.place}: {problem.message} {problem.hint}" for problem in problems]


def test_the_numbers_are_read_with_their_labels(folder: Path):
    read, problems = read_flow_tables(folder)
    assert not problems
    assert read is not None
    assert read.labels == (("N", "farm"), ("N", "mill"), ("S", "farm"))
    assert read.regions == ("N", "S")
    assert [list(row) for row in read.flows] == [[0, 40, 0], [0, 0, 5.5], [10, 0, 0]]
    assert [list(row) for row in read.final_demand] == [[30, -10], [100, 94.5], [20, 70]]
    assert (list(read.output), list(read.children)) == ([60, 200, 100], [50, 20, 30])
    assert read.about["table"] == "Example Institute, a table made up for a test, 2020"
    assert read.groups == {}


def test_groups_are_read_where_there_are_any(folder: Path):
    (folder / "groups.csv").write_text("region,group\nN,World\nS,World\n")
    read, _ = read_flow_tables(folder)
    assert read is not None
    assert read.groups == {"N": "World", "S": "World"}


def test_a_region_without_a_group_and_one_too_many_are_told(folder: Path):
    (folder / "groups.csv").write_text("region,group\nN,World\nW,World\n")
    read, problems = read_flow_tables(folder)
    assert read is None
    assert [problem.place for problem in problems] == ["groups.csv:3:1", "groups.csv"]
    assert "S" in problems[1].message


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("flows.csv", "40", "forty", "flows.csv:2:4: “forty” in the column N:mill is no number."),
        ("flows.csv", "40", "-40", "flows.csv:2:4: “-40” in the column N:mill is negative."),
        ("flows.csv", "40", "nan", "flows.csv:2:4: “nan” in the column N:mill is no number."),
        ("output.csv", "N,farm,60", "N,farm,-60", "output.csv:2:3: “-60” in the column output is "),
        ("children.csv", "30", "", "children.csv:4:3: “” in the column children is no number."),
        ("flows.csv", "N:mill,S:farm", "S:farm,N:mill", "flows.csv:1:4: The column 2 is S:farm, "),
        ("flows.csv", "S,farm,1e1", "S,mine,1e1", "flows.csv:1:5: The column 3 is S:farm, where"),
        ("final-demand.csv", "try,N,S", "try,S,N", "final-demand.csv:1:3: The column 1 is S, wh"),
        ("output.csv", "N,mill,200\n", "", "output.csv:3:1: The row 2 is S:farm, where the rows"),
        ("output.csv", "S,farm,100\n", "", "output.csv:4:1: The row 3 is missing, where the row"),
        ("children.csv", "N,mill", "N,farm", "children.csv:3:1: The row N:farm stands twice, fi"),
        ("flows.csv", ",0,40,0", ",0,40", "flows.csv:2:1: The row has 4 values for 5 columns."),
        ("output.csv", "industry,output", "industry,x", "output.csv:1:1: The first line is region"),
        ("about.csv", "year,2018\n", "", "about.csv: The row “year” is missing: nobody could tell"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(
    folder: Path, name: str, old: str, new: str, told: str
) -> None:
    found = faults(folder, name, old, new)
    assert any(fault.startswith(told) for fault in found), found


def test_a_row_too_many_is_told(folder: Path):
    found = faults(folder, "children.csv", "S,farm,30\n", "S,farm,30\nS,mine,1\n")
    assert found[0].startswith("children.csv:5:1: The row 4 is S:mine, where the rows of flows")


def test_the_faults_of_all_files_are_told_at_once(folder: Path):
    (folder / "flows.csv").unlink()
    found = faults(folder, "output.csv", "60", "x")
    assert [fault.split(" ")[0] for fault in found] == ["flows.csv:", "output.csv:2:3:"]


def test_of_very_many_faults_the_first_are_told_and_the_rest_counted(folder: Path):
    rows = "".join(f"N,i{number},x\n" for number in range(30))
    found = faults(folder, "output.csv", "N,farm,60\n", rows)
    assert len(found) == 21
    assert found[-1].startswith("output.csv: There are 10 more numbers like these.")


def test_a_file_that_is_no_text_is_told(folder: Path):
    (folder / "output.csv").write_bytes(b"region,industry,output\nN,\xff,1\n")
    read, problems = read_flow_tables(folder)
    assert read is None
    assert problems[0].message.startswith("The file cannot be read")
