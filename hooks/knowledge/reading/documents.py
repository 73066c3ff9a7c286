"""Files of the repository as documents: fields, text and the place of everything in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from knowledge.problems import Problem, Severity
from knowledge.reading.characters import UNWANTED, is_plain, unwanted
from knowledge.reading.files import read_text
from knowledge.reading.folders import DATA_PAGES
from knowledge.reading.places import Places, place_at
from knowledge.reading.yaml_text import parse, place_of

#: The fields of a page of `content/`; MkDocs would obey others (`template`) without a check.
PROSE_FIELDS = ("title", "description")

#: As many letters of a digest as tell two texts apart for certain.
_DIGEST = 32

#: The front matter stands between two lines of three hyphens, so that it begins on line 2.
_FIRST_LINE = 2

Trail = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file with front matter: the text below its fields, and the place of everything in it.

    `body` is without blanks at its end, `body_line` the line of the file on which it begins. Ten
    thousand of these are held at once, so that what only a fault asks for (the text of the fields)
    is read again when it does. `digest` is that of the whole file: the same as long as its text is.
    """

    path: str
    body: str
    body_line: int
    digest: str
    _read: Callable[[], str] = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """The whole file, read anew, with `\\n` at the end of each line."""
        return self._read()

    @property
    def fields(self) -> str:
        """The text of the fields, without the lines of hyphens around it, read anew."""
        block, text = FrontMatter(self.path), self.text
        return block.split(text)[0] if block.detect(text) else ""

    @property
    def data(self) -> dict[str, Any]:
        """The fields as plain values, read anew."""
        value, _ = parse(self.fields, self.path, _FIRST_LINE)
        return value or {}

    def place(self, *trail: str | int, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `trail`, or of its key, or of the nearest there is."""
        return place_of(self.fields, trail, _FIRST_LINE, key=key)

    def problem(
        self,
        rule: str,
        severity: Severity,
        message: str,
        hint: str,
        trail: Trail = (),
        *,
        key: bool = False,
    ) -> Problem:
        """A problem at the value of a field, or at the field's name (`key`)."""
        line, column = self.place(*trail, key=key)
        return Problem(self.path, line, column, rule, severity, message, hint)


class FrontMatter(YAMLHandler):
    """python-frontmatter's YAML, made strict.

    The package takes a block that is never closed for text, drops a list at the top and strips
    the body, so that lines shift. One instance reads one file and keeps what it found.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    #: The closing line; unlike the pattern above it is found without a look at every letter.
    _CLOSING = re.compile(r"\n---[ \t]*(?=\n|\Z)")

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.value: Any = None
        self.body = 0
        self._opened = 0
        self._closing: re.Match[str] | None = None
        self.problems: list[Problem] = []

    def detect(self, text: str) -> bool:
        """Whether the text begins with a front matter block that is closed; else a problem."""
        opening = self.FM_BOUNDARY.match(text)
        if opening is not None:
            self._closing = self._CLOSING.search(text, opening.end())
            if self._closing:
                self._opened = opening.end()
                return True
            told = "The block of fields that begins here is never closed."
            hint = "Put a line of three hyphens (---) between the fields and the text."
            self._told(1, "front-matter-open", told, hint)
            return False
        later = self.FM_BOUNDARY.search(text)
        line = place_at(text, later.start())[0] if later else 1
        if later and not re.search(r"^[\w-]+:", text[: later.start()], re.MULTILINE):
            told = "The fields must begin on the first line; here something stands before them."
            hint = "Move the line of three hyphens (---) and the fields to the top of the file."
            self._told(line, "front-matter-late", told, hint)
        else:
            told = "The file does not begin with fields, so that it is unknown what it describes."
            hint = "Begin with a line of three hyphens (---), then the fields, then --- again."
            self._told(1, "front-matter-missing", told, hint)
        return False

    def split(self, text: str) -> tuple[str, str]:
        """The fields and the body; where the body begins is kept."""
        if self._closing is None:
            raise ValueError("split() follows a detect() that found the block")
        self.body = self._closing.end() + 1
        return text[self._opened + 1 : self._closing.start() + 1], text[self.body :]

    def load(self, fm: str, **kwargs: object) -> Any:
        """The strictly parsed fields."""
        self.value, problems = parse(fm, self.path, _FIRST_LINE)
        self.problems += problems
        return self.value

    def _told(self, line: int, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.path, line, 1, rule, "error", message, hint))


def read_document(root: Path, relative: str) -> tuple[Document | None, list[Problem]]:
    """A file with front matter, or None where its fields cannot be made out; all problems."""
    document, _, problems = read_fields(root, relative)
    return document, problems


def read_fields(root: Path, relative: str) -> tuple[Document | None, dict[str, Any], list[Problem]]:
    """A document with its fields as plain values, which are read only once this way."""
    text, problems = read_text(root, relative)
    if text is None:
        return None, {}, problems
    document, fields, found = _parted(text, relative, partial(_text_again, root, relative))
    return document, fields, [*problems, *found]


def document_of(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """The document that a text is, as if it stood in the file `path`."""
    document, _, problems = _parted(text, path, partial(str, text))
    return document, problems


def _text_again(root: Path, relative: str) -> str:
    """The text of a file that could be read before; empty where it is gone since."""
    return read_text(root, relative)[0] or ""


def _parted(
    text: str, path: str, read: Callable[[], str]
) -> tuple[Document | None, dict[str, Any], list[Problem]]:
    block = FrontMatter(path)
    if not block.detect(text):
        return None, {}, [*block.problems, *character_problems(text, path)]
    frontmatter.parse(text, handler=block)
    line = text.count("\n", 0, block.body) + 1
    problems = [*block.problems, *character_problems(text[block.body :], path, line)]
    if block.value is None:
        return None, {}, problems
    digest = sha256(text.encode(errors="surrogatepass")).hexdigest()[:_DIGEST]
    body = text[block.body :].rstrip()
    return Document(path, body, line, digest, read), block.value, problems


def read_data(root: Path, relative: str) -> tuple[Any | None, str, list[Problem]]:
    """A YAML data file: its value or None, its text for `place_of`, and all problems."""
    text, problems = read_text(root, relative)
    if text is None:
        return None, "", problems
    value, found = parse(text, relative)
    return value, text, [*problems, *found]


def read_prose(root: Path, relative: str) -> tuple[str | None, list[Problem]]:
    """A page of `content/`, every line in its place; its optional fields are blanked out.

    MkDocs reads those fields itself, and goes on without a word when they are broken. The fields
    of a page that we make ourselves are checked by its own model.
    """
    text, problems = read_text(root, relative)
    if text is None:
        return None, problems
    if not FrontMatter.FM_BOUNDARY.match(text):
        return text, [*problems, *character_problems(text, relative)]
    document, found = document_of(text, relative)
    if document is None:
        return None, [*problems, *found]
    fields = {} if relative.startswith(DATA_PAGES) else document.data
    for name, value in fields.items():
        if name not in PROSE_FIELDS or not isinstance(value, str):
            told = f"{name}: is not a text that a page of {relative.partition('/')[0]}/ can have."
            hint = f"Its fields are {' and '.join(PROSE_FIELDS)}, each with a text."
            found.append(document.problem("prose-field", "error", told, hint, (name,), key=True))
    return "\n" * (document.body_line - 1) + document.body, [*problems, *found]


def character_problems(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """A problem for each character that cannot be seen; tabs are allowed."""
    if is_plain(text) or not UNWANTED.search(text):
        return []
    places = Places(text, first_line)
    return [
        Problem(
            path,
            *places.at(found.offset),
            f"{found.sort}-character",
            "error",
            f"There is a character that cannot be seen: {found.name}. "
            "It can make a text read differently from what it says.",
            "Delete the character and type the word again.",
        )
        for found in unwanted(text, tabs=False)
    ]
