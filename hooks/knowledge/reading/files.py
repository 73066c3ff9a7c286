"""The text of one file: UTF-8, of a sane size, inside the repository, with lines as editors count.

What cannot be read is a problem with a place as near as the bytes allow.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from knowledge.problems import Problem

#: A record of this size would be a book; a figure or a table belongs elsewhere.
LARGEST: Final = 512 * 1024

#: Nearly every record finds room in this.
_USUAL: Final = 32 * 1024
_BOM = b"\xef\xbb\xbf"


def read_text(root: Path, relative: str) -> tuple[str | None, list[Problem]]:
    """The text without byte order mark and with `\\n` at the end of each line, or None."""
    path = root / relative
    if leaves(root, relative):
        told = "This is a link to a file outside the repository, which others do not have."
        return None, [_whole(relative, "outside", told, "Put the file itself here.")]
    try:
        with path.open("rb", buffering=0) as file:
            raw = file.read(_USUAL)
            # To ask for the largest at once makes room for it, which takes as long as to read.
            while len(raw) <= LARGEST and (more := file.read(LARGEST + 1 - len(raw))):
                raw += more
    except OSError as error:
        told = f"The file cannot be read: {error.strerror or type(error).__name__}."
        return None, [_whole(relative, "unreadable", told, "Check that it exists and its rights.")]
    if len(raw) > LARGEST:
        told = f"The file is larger than {LARGEST // 1024} KiB, too long for readers on a phone."
        return None, [
            _whole(relative, "too-large", told, "Split it, or move tables to data files.")
        ]
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(relative, raw, error.start)]
    return _with_plain_lines(text, relative)


def leaves(root: Path, relative: str) -> bool:
    """Whether a path leads out of the repository, by `..` or by a symbolic link."""
    # Most files are no links; only these need the slow way.
    if ".." not in relative and not _passes_link(root, relative):
        return False
    path = root / relative
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _passes_link(root: Path, relative: str) -> bool:
    step = os.fspath(root)
    for part in relative.split("/"):
        step = f"{step}/{part}"
        # Ten thousand records are asked: a path of the standard library takes four times as long.
        if os.path.islink(step):  # noqa: PTH114
            return True
    return False


def _with_plain_lines(text: str, relative: str) -> tuple[str | None, list[Problem]]:
    if "\r" not in text:
        return text, []
    text = text.replace("\r\n", "\n")
    at = text.find("\r")
    if at < 0:
        return text, []
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    told = "A line ends here in a way (carriage return alone) that most programs do not see."
    hint = "Save the file with the line ends of Unix (LF) or Windows (CRLF)."
    return None, [Problem(relative, line, column, "line-end", "error", told, hint)]


def _not_utf8(relative: str, raw: bytes, offset: int) -> Problem:
    start = raw.rfind(b"\n", 0, offset) + 1
    line = raw.count(b"\n", 0, offset) + 1
    column = len(raw[start:offset].decode("utf-8", errors="replace")) + 1
    told = "From here on the file is not written in UTF-8, so that letters with accents break."
    hint = "Save the file with the encoding UTF-8; your editor offers it under “Save as”."
    return Problem(relative, line, column, "encoding", "error", told, hint)


def _whole(relative: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(relative, 0, 0, rule, "error", message, hint)
