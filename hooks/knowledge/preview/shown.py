"""A state of the site that can be looked at: every file there is, made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from knowledge import pipeline
from knowledge.analysis.feeds import feeds
from knowledge.exports.exported import Exported
from knowledge.kinds import BY_FOLDER
from knowledge.library import Library
from knowledge.pages.doors import across, group_work
from knowledge.pages.frames import Frame
from knowledge.pages.plan import Planned, pages_in_turn
from knowledge.pages.prose import addresses
from knowledge.publishing import SITEMAP, STYLES, content_of, of_the_site
from knowledge.reading.folders import DATA_PAGES, INPUTS, PROSE


@dataclass(frozen=True, slots=True)
class Settings:
    """What the host's settings say of the site; `strict` lets warnings count as errors."""

    repo: str = ""
    site_url: str = ""
    offline: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Hosted:
    """What the host has made: the frame of every section, and all of its files by their outputs;
    and what of the library it has made them of."""

    frames: dict[str, Frame]
    files: Mapping[str, Path]
    made_of: object


def host_needs(library: Library) -> object:
    """What of the library is in the files of the host, so that it makes them anew for another:
    which pages the end of every page leads to, whether there are feeds, where prose leads."""
    return (*across(library), *group_work(library)), bool(feeds(library)), addresses(library)


def is_for_the_host(path: str) -> bool:
    """Whether the host makes anything of a file: of all but records and what has their form."""
    if path.startswith(f"{PROSE}/"):
        return not path.startswith((*INPUTS, *DATA_PAGES))
    return path.partition("/")[0] not in BY_FOLDER


@dataclass
class Shown:
    """The files of a site. Pages are planned as far as it takes to find the one that is asked for.

    A file is looked up by its whole output, so that no address can lead out of the site.
    """

    library: Library
    hosted: Hosted
    site_url: str
    coming: Iterator[Planned | Exported]
    found: dict[str, Planned | Exported] = field(default_factory=dict)

    @classmethod
    def of(cls, linked: pipeline.Linked, hosted: Hosted, told: Settings) -> Shown:
        """What will be planned of linked records."""
        library, today = linked.library, linked.today
        pages = pages_in_turn(library, today, told.repo)
        files = pipeline.planned_files(library, today, site_url=told.site_url, offline=told.offline)
        return cls(library, hosted, told.site_url, chain(pages, files))

    def asset(self, output: str) -> Path | None:
        """A file of the host's that is no page: it is answered as it is, whatever has changed; the
        page that loads it is not, and has been asked for first."""
        return None if output.endswith(".html") else self.hosted.files.get(output)

    def has(self, output: str) -> bool:
        """Whether there is such a file."""
        hosted = output in self.hosted.files or output in (STYLES, SITEMAP)
        return hosted or self._planned(output) is not None

    def content(self, output: str) -> bytes:
        """A file that there is: as the host has made it, or made now. Raises KeyError for others,
        and whatever a fault of a template or of the program raises."""
        if output in self.hosted.files:
            return self.hosted.files[output].read_bytes()
        if output == SITEMAP:
            self._planned("")  # no output has this name, so that all are found
        if output in (STYLES, SITEMAP):
            pages = [one for one in self.found.values() if isinstance(one, Planned)]
            style = self.hosted.frames[""].style
            return of_the_site(pages, self.library, style, self.site_url)[output]()
        if planned := self._planned(output):
            return content_of(planned, self.hosted.frames)
        raise KeyError(output)

    def _planned(self, output: str) -> Planned | Exported | None:
        """The page or file at an output, and all that were planned before it."""
        while output not in self.found and (one := next(self.coming, None)) is not None:
            path = one.output if isinstance(one, Planned) else one.path
            self.found.setdefault(path, one)
        return self.found.get(output)
