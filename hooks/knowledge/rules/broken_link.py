"""A link to another page leads to a file, and to a heading, that exists.

Records and pages link to each other by the way from file to file, as it also works on the code
host: `../countries/nepal.md#notes`. A link must stay within the repository and lead to a record
or to a page of `content/`; what stands after `#` is a heading of that file, in small letters
with hyphens. A picture on a page of text is a file beside the pages, too.

PASS (practice text):

    The law of [Nepal](../countries/nepal.md#notes) says more.

FAIL (practice text):

    The law of [Nepal](../countries/napal.md) says more.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath, relpath
from typing import Final
from urllib.parse import unquote

from knowledge.kinds import BY_FOLDER
from knowledge.kinds.entries import Entry
from knowledge.library import Prose
from knowledge.problems import Problem, Severity
from knowledge.reading.folders import INPUTS, PROSE
from knowledge.reading.link_targets import fault_of, is_path
from knowledge.reading.markdown import Link
from knowledge.rules.context import Context

ID: Final = "broken-link"
SEVERITY: Final[Severity] = "error"


def check_library(context: Context) -> Iterator[Problem]:
    """Links of records and pages that lead nowhere."""
    for page in context.library.by_path.values():
        for link in page.outline.links:
            if not is_path(link.target) or fault_of(link.target):
                continue  # another site; or a fault of form, which is reported already
            told = _fault(context, page, unquote(link.target))
            if told is not None:
                yield _problem(page, link, *told)
        for picture in page.outline.pictures:
            told = _missing_picture(context, page, unquote(picture.target))
            if told is not None:
                yield _problem(page, picture, *told)


def _fault(context: Context, page: Entry | Prose, target: str) -> tuple[str, str] | None:
    """What is wrong with a link and what to write instead, or None."""
    name, _, anchor = target.partition("#")
    here = dirname(page.path)
    path = normpath(join(here, name)) if name else page.path
    if path.startswith(".."):
        told = f"The link “{target}” leaves the repository, so that readers cannot follow it."
        return told, "Link to a record, to a page of content/, or to a whole https:// address."
    found = context.library.by_path.get(path)
    if found is None:
        return _missing(context, page, target, path)
    known = [heading.id for heading in found.outline.headings]
    if anchor and anchor not in known:
        near = get_close_matches(anchor, known, n=1)
        hint = f"Did you mean #{near[0]}? " if near else ""
        if known:
            hint += f"Its headings are: {', '.join('#' + id_ for id_ in known)}."
        else:
            hint += f"It has no headings: leave out #{anchor}."
        return f"{path} has no heading “#{anchor}”, so the link would end at its top.", hint
    return None


def _missing(
    context: Context, page: Entry | Prose, target: str, path: str
) -> tuple[str, str] | None:
    """The fault of a link to something that is no record and no page, or None."""
    here, file = dirname(page.path), context.library.root / path
    folder = dirname(path)
    near = _near(context, here, path)
    if path in BY_FOLDER:
        told = f"“{target}” is a folder, and the code host and the site would show two things."
        return (
            told,
            f"For the list of its records write {relpath(f'/{path}/README.md', f'/{here}')}",
        )
    if path in context.library.drafts:
        told = f"“{path}” is a draft, so readers would find no page."
        return told, "Publish it (status: published), or leave the link out."
    if folder in BY_FOLDER and path.endswith(".md") and file.is_file():
        return None  # a record with problems of its own
    beside = path.startswith("content/") and not path.startswith(INPUTS)
    if file.is_file() and beside and isinstance(page, Prose):
        return None  # a picture or a download beside the pages
    if file.is_file():
        told = f"“{target}” is a file of the repository, but no page of the site."
        return told, near or "Link to a record, to a page of content/ or to an https:// address."
    told = f"There is no file “{path}”, so the link would lead nowhere."
    return told, near or "Link to the .md file of a record or page, by the way from this file."


def _missing_picture(context: Context, page: Entry | Prose, target: str) -> tuple[str, str] | None:
    """What is wrong with a picture that is no file of the site, or None."""
    here, root = dirname(page.path), context.library.root
    path = normpath(join(here, target))
    if path.startswith(f"{PROSE}/") and (root / path).is_file():
        return None
    told = f"There is no picture “{path}”, so readers would see its description only."
    if not path.startswith(f"{PROSE}/"):
        told = f"The picture “{target}” does not lie in {PROSE}/, so it is not published."
    beside = (file.relative_to(root).as_posix() for file in (root / PROSE).glob("assets/*.*"))
    near = get_close_matches(path, sorted(beside), n=1, cutoff=0.7)
    hint = f"Did you mean {relpath('/' + near[0], '/' + here)}?" if near else ""
    return told, hint or f"Put it into {PROSE}/assets/ and write the way to it from this file."


def _near(context: Context, here: str, path: str) -> str:
    """The nearest file that can be linked to, as it would be written here."""
    known = list(context.library.by_path)
    bare = path.rstrip("/")
    exact = [p for p in (bare, f"{bare}.md", f"content/{bare}", f"content/{bare}.md") if p in known]
    near = exact[:1] or get_close_matches(bare, known, n=1, cutoff=0.7)
    return f"Did you mean {relpath('/' + near[0], '/' + here)}?" if near else ""


def _problem(page: Entry | Prose, link: Link, message: str, hint: str) -> Problem:
    return Problem(page.path, link.line, link.column, ID, SEVERITY, message, hint)
