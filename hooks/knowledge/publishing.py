"""The end of the line: planned pages and other files become files of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from knowledge.earlier_build import EarlierBuild, mark_of
from knowledge.exports.exported import Exported
from knowledge.library import Library
from knowledge.pages.addresses import Style
from knowledge.pages.frames import Frame
from knowledge.pages.plan import Planned
from knowledge.pages.sitemap import sitemap
from knowledge.pages.stylesheet import stylesheet
from knowledge.pages.templates import body_of
from knowledge.processes import each

#: The files that are of all pages together.
STYLES, SITEMAP = "assets/site.css", "sitemap.xml"

#: Fewer pages than this are made sooner by one process: a fork of all records costs a second.
WORTH_IT = 2000


def publish(
    pages: list[Planned],
    exports: list[Exported],
    library: Library,
    frames: dict[str, Frame],
    folder: Path,
    site_url: str,
    earlier: EarlierBuild | None = None,
) -> None:
    """Write every planned page and file, the style sheet and the sitemap into the site's `folder`.

    `frames` holds the frame of every section by its address. What an `earlier` build made from
    the same inputs is taken from there.
    """
    making = dict(_making(pages, exports, library))
    folders: set[Path] = set()

    def published(output: str) -> str:
        """Write a file, and give its mark."""
        path = folder / output
        write(path, content_of(making[output], frames), folders)
        return mark_of(path)

    made: dict[str, str] = {}
    changed = []
    for output in making:
        if earlier and earlier.placed(output, folder / output):
            made[output] = earlier.made[output]
        else:
            changed.append(output)
    made |= zip(changed, each(published, changed, worth_it=WORTH_IT), strict=True)
    for output, make in of_the_site(pages, library, frames[""].style, site_url).items():
        write(folder / output, make(), folders)
    if earlier:
        earlier.note(made)


def of_the_site(
    pages: list[Planned], library: Library, style: Style, site_url: str
) -> dict[str, Callable[[], bytes]]:
    """The files that are of all pages together, and how each is made: the style sheet, and the
    list of pages for search engines, in whose reach a copy on a disk is not."""
    addresses = [prose.address for prose in library.prose.values() if not prose.is_ours]
    addresses += [page.address for page in pages if page.listed]
    files: dict[str, Callable[[], bytes]] = {STYLES: lambda: stylesheet().encode()}
    if style is Style.FOLDERS:
        files[SITEMAP] = partial(sitemap, addresses, site_url)
    return files


def _making(
    pages: list[Planned], exports: list[Exported], library: Library
) -> Iterator[tuple[str, Planned | Exported]]:
    """Every output and what it is made of: what is of the whole library first, then each record's
    page and its files.

    Outputs are shared out among processes by neighbourhood, and memory that two processes touch is
    there twice. So the tables of the whole library are looked at by the first of them alone, and a
    record by one of them, for its page and its files.
    """
    records = {entry.path for entry in library.everything()}
    files: dict[str, list[Exported]] = defaultdict(list)
    for file in exports:
        files[file.made_from].append(file)
    for made_from, made in files.items():
        if made_from not in records:
            yield from ((file.path, file) for file in made)
    for page in pages:
        if page.made_from not in records:
            yield page.output, page
    for page in pages:
        if page.made_from in records:
            yield page.output, page
            yield from ((file.path, file) for file in files.pop(page.made_from, ()))


def write(path: Path, content: bytes, folders: set[Path]) -> None:
    """Write a file and the folders that lead to it, if they are not among those made already."""
    if path.parent not in folders:
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
    path.write_bytes(content)


def content_of(planned: Planned | Exported, frames: dict[str, Frame]) -> bytes:
    """The bytes of a page, inside the frame of its section, or of another file."""
    try:
        if isinstance(planned, Exported):
            return planned.make()
        page = planned.make()
        frame = frames[page.section]
        return frame.filled(page, body_of(page, frame.style))
    except Exception as error:
        sort = "file" if isinstance(planned, Exported) else "page"
        error.add_note(f"The {sort} was to be made from {planned.made_from}.")
        raise
