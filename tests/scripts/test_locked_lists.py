"""The locked lists hold what pyproject.toml asks for, and nothing of the machine they came from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = {
    "locked.txt": PROJECT["project"]["dependencies"],
    "locked-dev.txt": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
}


def text_of(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text_of(name), re.MULTILINE):
        versions.setdefault(package, set()).add(version)
    return versions


@pytest.mark.parametrize("name", ASKED)
def test_every_dependency_is_locked_at_a_version_that_is_allowed(name: str) -> None:
    locked = pinned(name)
    for line in ASKED[name]:
        asked = Requirement(line)
        versions = locked.get(asked.name.lower(), set())
        assert versions, f"{asked.name} is not locked: run scripts/lock.py"
        assert all(asked.specifier.contains(version) for version in versions)


def test_the_tests_run_on_the_very_versions_of_a_build() -> None:
    dev = pinned("locked-dev.txt")
    assert {name: dev.get(name) for name in pinned("locked.txt")} == pinned("locked.txt")


@pytest.mark.parametrize("name", ASKED)
def test_every_package_has_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", text_of(name).split("\n", 1)[1])
    assert len(entries) > 30
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", ASKED)
def test_no_index_and_no_folder_is_named(name: str) -> None:
    body = text_of(name).split("\n", 1)[1]
    assert "/" not in body
    assert not re.search(r"^\s*--(?!hash=)", body, re.MULTILINE)


def test_windows_gets_what_only_windows_needs() -> None:
    assert "colorama" in pinned("locked.txt")
