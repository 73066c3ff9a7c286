"""Imports run down the picture of the architecture: a room knows only what stands before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "hooks" / "knowledge"

#: What each room may import besides itself.
_FIRST = {"problems"}
_READING = {*_FIRST, "reading"}
_KINDS = {*_READING, "processes", "kinds"}
_LIBRARY = {*_KINDS, "library"}
_ANALYSIS = {*_LIBRARY, "platform", "analysis"}
_PAGES = {*_ANALYSIS, "drawings", "writing", "authoring", "manual", "pages"}
_EXPORTS = {*_ANALYSIS, "security_policy", "exports"}
MAY_IMPORT: dict[str, set[str]] = {
    "problems": set(),
    "platform": set(),
    "security_policy": set(),
    "lock": set(),
    "offline_archive": set(),
    "earlier_build": set(),
    "processes": set(),
    "last_good_site": {*_FIRST, "lock"},
    "reading": _FIRST,
    "kinds": {*_READING, "processes"},
    "library": _KINDS,
    "clock": _LIBRARY,
    "rules": _LIBRARY,
    "manual": {*_LIBRARY, "rules"},
    "analysis": {*_LIBRARY, "platform"},
    "drawings": {"analysis"},
    "pages": _PAGES,
    "exports": _EXPORTS,
    "changes": _LIBRARY,
    "writing": _KINDS,
    "importing": {*_KINDS, "writing"},
    "authoring": {*_LIBRARY, "rules", "writing"},
    "publishing": {*_PAGES, *_EXPORTS, "processes", "earlier_build"},
    "pipeline": {"processes", *_PAGES, *_EXPORTS, "rules", "clock"},
    "preview": {*_PAGES, *_EXPORTS, "clock", "pipeline", "publishing", "preview"},
}


def _modules() -> list[Path]:
    return [p for p in sorted(PACKAGE.rglob("*.py")) if p.parent != PACKAGE or p.stem != "__init__"]


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its direction"
            for name in node.names:
                yield f"{node.module}.{name.name}"


@pytest.mark.parametrize("path", _modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_before_its_room(path: Path) -> None:
    room = _room(path)
    assert room in MAY_IMPORT, f"{room} has no place in the architecture"
    for name in _imported(path):
        assert name.split(".")[0] not in ("mkdocs", "material"), f"{path} knows the host"
        if name.startswith("knowledge."):
            other = name.split(".")[1]
            assert other in {room, *MAY_IMPORT[room]}, f"{path} imports {name}, which comes later"


def test_rules_do_not_import_one_another() -> None:
    rules = {p.stem for p in (PACKAGE / "rules").glob("*.py")} - {"__init__", "context"}
    for rule in sorted(rules):
        for name in _imported(PACKAGE / "rules" / f"{rule}.py"):
            assert not name.startswith(tuple(f"knowledge.rules.{other}" for other in rules)), rule
