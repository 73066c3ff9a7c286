"""What is made from the kinds stands in the repository as it is made."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
import yaml
from built_site import ROOT
from jsonschema import Draft7Validator

from knowledge.authoring.editor_settings import REMARK, VSCODE
from knowledge.authoring.generated import generated
from knowledge.authoring.json_schema import DESCRIBED, Described
from knowledge.kinds import KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library, load
from knowledge.reading.documents import read_data, read_fields

HOW = "run python3 scripts/generate.py"


@cache
def library() -> Library:
    return load(ROOT)[0]


@pytest.mark.parametrize("path", sorted(generated(library())))
def test_no_generated_file_has_drifted(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated(library())[path], HOW


def test_nothing_generated_is_left_behind() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").iterdir()}
    assert files == {path for path in generated(library()) if path.startswith("schemas/")}


def schema(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(generated(library())[f"schemas/{name}.schema.json"])
    # Neither the linter of front matter nor older editors read a newer draft.
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(made)
    return made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_schema_accepts_every_record_of_its_kind(kind: Kind) -> None:
    judge = Draft7Validator(schema(kind.id))
    entries = library().all(kind.id)
    assert entries
    faults = {e.path: next(judge.iter_errors(e.document.data), None) for e in entries}
    assert {path: str(fault) for path, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("described", DESCRIBED[len(KINDS) :], ids=lambda described: described.id)
def test_the_schema_accepts_every_file_that_is_no_record(described: Described) -> None:
    judge = Draft7Validator(schema(described.id))
    paths = [path for path in ROOT.glob(described.files) if path.name != "README.md"]
    assert paths
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        read = read_fields(ROOT, name)[1] if described.is_front_matter else read_data(ROOT, name)[0]
        assert [str(fault) for fault in judge.iter_errors(read)] == [], name


def test_an_editor_is_told_of_every_schema_and_every_folder_of_records() -> None:
    remark = (ROOT / REMARK).read_text(encoding="utf-8")
    associated = json.loads(re.search(r"schemas = (\{.*?\});", remark, re.DOTALL)[1])  # type: ignore[index]
    yaml_files = json.loads((ROOT / VSCODE).read_text(encoding="utf-8"))["yaml.schemas"]
    named = {path.removeprefix("./") for path in [*associated, *yaml_files]}
    assert named == {path for path in generated(library()) if path.startswith("schemas/")}
    assert {f"./{kind.folder}/*.md" for kind in KINDS} <= {
        f for g in associated.values() for f in g
    }
    assert all(files.endswith(".yml") for files in yaml_files.values()), "it reads no front matter"


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"targets": ["child-labor"]}, "targets"),
        ({"levle": ["community"]}, ""),
        ({"added": 2024}, "added"),
        ({"countries": ["Ghana"]}, "countries"),
        ({"status": "Published"}, "status"),
    ],
)
def test_the_schema_sees_what_an_editor_should_mark(change: dict[str, Any], at: str) -> None:
    data = library().all("practice")[0].document.data | change
    faults = list(Draft7Validator(schema("practice")).iter_errors(data))
    assert [str(next(iter(fault.absolute_path), "")) for fault in faults] == [at]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_form_asks_every_question_and_for_every_part_of_the_text(kind: Kind) -> None:
    (text,) = (t for p, t in generated(library()).items() if p.endswith(f"-{kind.id}.yml"))
    form = yaml.safe_load(text)
    labels = [part["attributes"]["label"] for part in form["body"] if "id" in part]
    assert len(labels) == len(set(labels)), "answers are told apart by their labels"
    assert labels[-len(kind.model.headings) :] == list(kind.model.headings)
    assert {"Title", "Summary", "Source title", "Source publisher"} <= set(labels)
    assert kind.id in form["labels"]
