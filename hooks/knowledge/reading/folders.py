"""Which files of the repository are records and pages, in an order that never changes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from knowledge.problems import Problem
from knowledge.reading.files import leaves
from knowledge.reading.picture_files import CAN_TELL_PLACE, DRAWINGS, PHOTOGRAPHS, says_where

PROSE: Final = "content"

#: What of `content/` is made into pages, and not published as it is.
INPUTS: Final = ("content/vocabularies/", "content/data/", "content/sources.yml")
#: Pages of `content/` whose fields are data: we make their pages, MkDocs makes none of them.
WORK_PLAN: Final = "content/work-plan.md"
TOOLKITS: Final = "content/toolkits/"
DATA_PAGES: Final = (WORK_PLAN, TOOLKITS)
#: What may be published as it is: nothing in which a browser would find a program to run.
_AS_IT_IS: Final = (*DRAWINGS, *PHOTOGRAPHS, ".pdf", ".csv", ".txt")

#: Says how to write a record of its folder; no record itself.
README: Final = "README.md"


def record_paths(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """The records of a folder, sorted, and what does not belong there.

    A folder that does not exist has no records.
    """
    paths: list[str] = []
    problems: list[Problem] = []
    for entry in _listed(root / folder):
        path = f"{folder}/{entry.name}"
        if (fault := _unreadable(root, entry, path)) is not None:
            problems.append(fault)
        elif entry.is_dir():
            told = "A folder stands here, and records in it would not be found."
            hint = f"Put the records directly into {folder}/."
            problems.append(_problem(path, "folder-in-records", told, hint))
        elif not entry.name.endswith(".md"):
            told = f"Only records live in {folder}/, one Markdown file each; this is none."
            hint = "Give a record a name that ends in .md; keep other files in content/."
            problems.append(_problem(path, "not-a-record", told, hint))
        elif entry.name != README:
            paths.append(path)
    return paths, [*problems, *_same_but_for_case(paths)]


def prose_paths(root: Path) -> tuple[list[str], list[Problem]]:
    """The Markdown pages of `content/`, sorted, and what cannot be read or published there."""
    paths: list[str] = []
    problems: list[Problem] = []
    _walk(root, PROSE, paths, problems)
    return sorted(paths), [*problems, *_same_but_for_case(paths)]


def folder_pages(root: Path, folder: str) -> list[str]:
    """The Markdown files of a folder of `content/`, sorted; `prose_paths` tells what is wrong."""
    names = [entry.name for entry in _listed(root / folder)]
    return [f"{folder}{name}" for name in names if name.endswith(".md")]


def _walk(root: Path, folder: str, paths: list[str], problems: list[Problem]) -> None:
    for entry in _listed(root / folder):
        path = f"{folder}/{entry.name}"
        if (fault := _unreadable(root, entry, path)) is not None:
            problems.append(fault)
        elif entry.is_dir():
            # MkDocs follows links to folders; one that leads back up would never end.
            if entry.is_symlink():
                told = "A link to a folder stands here; its pages would appear twice or never end."
                problems.append(
                    _problem(path, "folder-link", told, "Put the files themselves here.")
                )
            elif path.startswith(TOOLKITS):
                told = "A folder stands here, and toolkits in it would not be found."
                hint = f"Put the toolkits directly into {TOOLKITS}"
                problems.append(_problem(path, "folder-in-toolkits", told, hint))
            else:
                _walk(root, path, paths, problems)
        elif entry.name.endswith(".md"):
            paths.append(path)
        elif not path.startswith(INPUTS) and not entry.name.lower().endswith(_AS_IT_IS):
            told = "A file of this sort would be published as it is, and could hold a program."
            hint = f"Only pages (.md) and these are published: {', '.join(_AS_IT_IS)}."
            problems.append(_problem(path, "not-publishable", told, hint))
        elif entry.name.lower().endswith(CAN_TELL_PLACE) and _says_where(Path(entry.path)):
            told = "This file says where a photograph in it was taken, to a few metres; whoever "
            told += "downloads it can find the people in it."
            hint = "Save it anew without these data: under Windows by Properties, Details, Remove "
            hint += "Properties; elsewhere as a screenshot of it. If it was committed already, "
            hint += "tell a maintainer: the history still holds it."
            problems.append(_problem(path, "place-in-picture", told, hint))


def _says_where(path: Path) -> bool:
    try:
        return says_where(path.read_bytes())
    except OSError:  # what copies the file will say so
        return False


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder by name, without the hidden ones."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(shown, key=lambda entry: entry.name)


def _unreadable(root: Path, entry: os.DirEntry[str], path: str) -> Problem | None:
    if not entry.name.isprintable():
        told = "The name of this file holds characters that cannot be shown."
        return _problem(path, "file-name", told, "Use small letters, digits and hyphens.")
    if not entry.is_symlink():
        return None
    if leaves(root, path):
        told = "This is a link to a file outside the repository, which others do not have."
        return _problem(path, "outside", told, "Put the file itself here.")
    if not Path(entry.path).exists():
        told = "This is a link to a file that does not exist."
        return _problem(path, "broken-file-link", told, "Mend the link, or remove it.")
    return None


def _same_but_for_case(paths: Iterable[str]) -> list[Problem]:
    """Names that are one and the same file on Windows and macOS."""
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            told = f"This name differs from {first} only by capital letters;"
            told += " on many computers the two are one file."
            problems.append(
                _problem(path, "name-case", told, "Use another name, in small letters.")
            )
    return problems


def _problem(path: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(path, 0, 0, rule, "error", message, hint)
