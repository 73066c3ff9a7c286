"""The site as its files are now: what is read and checked again when one of them changes, and the
page that is made of it when somebody asks for one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import RLock
from typing import Final

from knowledge import clock, pipeline
from knowledge.pages.frames import Frame
from knowledge.pages.stylesheet import stylesheet
from knowledge.preview.answers import Answer, kind_of
from knowledge.preview.keyboard import Keyboard, in_words, lines_of
from knowledge.preview.notice import FOLDER, Notice, Place, beside, instead, notice_of
from knowledge.preview.shown import Hosted, Settings, Shown, host_needs, is_for_the_host
from knowledge.problems import Problem, fails
from knowledge.publishing import STYLES
from knowledge.reading.folders import PROSE
from knowledge.reading.held import Held
from knowledge.reading.seen_files import SeenFiles

#: The preview's own files: where they are, and their names.
THEME: Final = Path(__file__).parents[2] / "theme" / "preview"
OWN: Final = ("preview.css", "preview.js")
#: Answers with the state of the site, so that an open page can tell that there is another.
STATE: Final = f"{FOLDER}state"
#: What the host has made for an address where there is no page.
MISSING: Final = "404.html"
#: The folder of the program and of the theme.
HOOKS: Final = "hooks"
#: So often in a row the files are looked at again, where they change while they are read.
_AGAIN: Final = 3
#: Who asks again and again, as open pages do, is told what was seen less than so many seconds ago;
#: and less than so many times ago as a look takes, so that looks take a tenth of the time at most.
_FRESH: Final = 0.25
_LOOKS: Final = 10

_PROGRAM: Final = (
    "{} has changed, and this preview still runs the program as it was. "
    "End it with Ctrl-C and start it again."
)


class Preview:
    """A repository that is looked at while it changes.

    `read` and `place` are for the host while it builds, the rest is for the server. One thread at
    a time does any of it.
    """

    def __init__(
        self,
        root: Path,
        places: Iterable[str],
        tell: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        """`places` are all files and folders that the site is made of; `tell` reaches the person
        at the keyboard, and so does `warn`, of what is wrong."""
        self.lock = RLock()
        self._root, self._keyboard = root, Keyboard(root, tell, warn)
        self._files, self._held = SeenFiles(root, places), Held()
        self._settings = Settings()
        self._rebuild: Callable[[], None] = lambda: None
        self._began, self._number, self._closed = time.time_ns(), 0, False
        self._linked: pipeline.Linked | None = None
        self._planned: pipeline.Result | None = None
        self._problems: list[Problem] = []
        # What is shown, and what stays where the plan of its pages turns out to be bad.
        self._shown: Shown | None = None
        self._good: Shown | None = None
        self._host_is_due, self._is_complete = True, False
        self._looked, self._took = 0.0, 0.0
        self._fault = self._program = ""

    # What the host asks for.

    def read(self, settings: Settings) -> pipeline.Result:
        """The repository as it is now, under the settings of the host."""
        changed = self._changed()
        if self._linked is None or changed or settings != self._settings:
            self._settings = settings
            self._link()
        return self._plan()

    @property
    def is_good(self) -> bool:
        """Whether the pages may follow what was read."""
        return not fails(self._problems, strict=self._settings.strict)

    @property
    def is_shown(self) -> bool:
        """Whether there are good pages, of now or of before."""
        return self._shown is not None

    def place(self, frames: dict[str, Frame], folder: Path) -> None:
        """Show what was read, with what the host has made for it in a folder."""
        if self._linked is not None:
            found = (path for path in folder.rglob("*") if path.is_file())
            files = {path.relative_to(folder).as_posix(): path for path in found}
            hosted = Hosted(frames, files, host_needs(self._linked.library))
            self._good = self._shown = Shown.of(self._linked, hosted, self._settings)
            self._host_is_due = False

    # What the server asks for.

    def begin(self, rebuild: Callable[[], None]) -> None:
        """Tell what the first build found; `rebuild` lets the host build again."""
        self._rebuild = rebuild
        self._keyboard.wrong(self._notice(), self._problems)

    def close(self) -> None:
        """Wait until nothing is being made, and make nothing more."""
        with self.lock:
            self._closed = True

    @property
    def state(self) -> str:
        """A name for the state of the site, which is another after every change."""
        return f"{self._began:x}-{self._number}"

    def refresh(self, *, is_poll: bool = False) -> None:
        """Look whether anything has changed, and follow it."""
        with self.lock:
            recent = max(_FRESH, self._took * _LOOKS)
            if is_poll and time.monotonic() - self._looked < recent:
                return
            for _ in range(_AGAIN):
                if self._closed or not (changed := self._changed()):
                    return
                began = time.perf_counter()
                self._guarded(self._follow)
                self._number += 1
                took = time.perf_counter() - began
                self._keyboard.changed(changed, took, self.is_good and not self._fault)
                self._keyboard.wrong(self._notice(), self._problems)

    def complete(self) -> None:
        """Do what may wait for a quiet moment: plan all pages, and look whether the host has to
        make its files anew."""
        with self.lock:
            if self._closed or self._linked is None or self._is_complete:
                return
            self._is_complete = True  # once, also where it fails
            before = self._shown, self._fault, self._problems
            self._guarded(self._follow_plan)
            if before != (self._shown, self._fault, self._problems):
                self._number += 1
                self._keyboard.wrong(self._notice(), self._problems)

    def answer(self, path: str, root: str) -> Answer:
        """What there is at an address, `path` being relative to the `root` of the site (`/`)."""
        with self.lock:
            if self._shown is not None and (file := self._shown.asset(path)):
                return Answer(file.read_bytes(), kind_of(path))
            self.refresh(is_poll=path == STATE)
            if path == STATE:
                return Answer(self.state.encode())
            name = path.removeprefix(FOLDER)
            if path.startswith(FOLDER) and name in OWN:
                return Answer((THEME / name).read_bytes(), kind_of(name))
            if path == STYLES:
                return Answer(stylesheet().encode(), kind_of(path))
            return self._page(path, Place(root, self.state))

    def _changed(self) -> set[str]:
        """The files that have changed; what was made of them is no longer held."""
        began = time.monotonic()
        changed = self._files.look()
        self._looked = time.monotonic()
        self._took = self._looked - began
        self._held.forget(changed)
        for path in sorted(changed):
            is_program = path.startswith(f"{HOOKS}/") and path.endswith(".py")
            if is_program and self._linked is not None:
                self._program = self._program or _PROGRAM.format(path)
            self._host_is_due |= not is_program and is_for_the_host(path)
        return changed

    def _link(self) -> None:
        day = clock.page_day(self._root, os.environ)
        self._planned, self._is_complete = None, False
        self._linked = pipeline.link(self._root, day, drafts=True, held=self._held)
        self._problems = _serious(self._linked.problems)

    def _plan(self) -> pipeline.Result:
        if self._linked is None:
            raise ValueError("what is planned must be read first")
        if self._planned is None:
            told = self._settings
            self._planned = pipeline.plan(
                self._linked, repo=told.repo, site_url=told.site_url, offline=told.offline
            )
            self._problems = _serious(self._planned.problems)
        return self._planned

    def _follow(self) -> None:
        """Read and check what has changed, and show it, if it is good."""
        self._link()
        if self._linked is None or not self.is_good:
            return
        if self._shown is None or self._host_is_due:
            self._rebuild()
        else:
            self._shown = Shown.of(self._linked, self._shown.hosted, self._settings)

    def _follow_plan(self) -> None:
        """Keep what is shown only if all pages and links can be as they are planned."""
        library = self._plan().library
        if not self.is_good:
            self._shown = self._good
        elif self._shown is None or self._shown.hosted.made_of != host_needs(library):
            self._host_is_due = True
            self._rebuild()
        else:
            self._good = self._shown

    def _guarded(self, follow: Callable[[], None]) -> None:
        """Go on whatever happens, and keep in words what it was."""
        try:
            follow()
        # A host that gives up ends its program, having told why; this one goes on.
        except (Exception, SystemExit) as error:
            if not self.is_good:
                return  # the problems say why
            is_told = isinstance(error, SystemExit)
            self._fault = in_words((error.__context__ if is_told else error) or error)
            if not is_told:
                self._keyboard.fault(error)
        else:
            self._fault = self._fault if self._host_is_due else ""

    def _notice(self, page: str = "") -> Notice:
        """What there is to tell, on a page: of its own record or prose first."""
        name = page.removesuffix("/")
        return notice_of(
            self._problems,
            f"{self._fault} {self._program}".strip(),
            partial(lines_of, self._root),
            strict=self._settings.strict,
            own=(f"{name}.md", f"{PROSE}/{name}.md"),
            has_page=self._has_page,
        )

    def _has_page(self, address: str) -> bool:
        try:
            return self._shown is not None and self._shown.has(f"{address}index.html")
        except Exception:  # told where the pages are planned; what is wrong must be told anyway
            return False

    def _page(self, path: str, place: Place) -> Answer:
        """The file at an address, with what there is to tell; or that, in place of it."""
        shown, status = self._shown, HTTPStatus.OK
        if shown is None:
            return _instead(self._notice(path), place, HTTPStatus.SERVICE_UNAVAILABLE)
        output = f"{path}index.html" if path.endswith("/") or not path else path
        try:
            if not shown.has(output):
                if shown.has(f"{output}/index.html"):
                    return Answer(moved_to=f"{path}/", status=HTTPStatus.FOUND)
                notice, status, output = self._notice(path), HTTPStatus.NOT_FOUND, MISSING
                if notice.stops or not shown.has(MISSING):
                    return _instead(notice, place, status)
            content = shown.content(output)
        except Exception as error:
            self._keyboard.fault(error)
            fault = Notice("This page could not be made", in_words(error), stops=True)
            return _instead(fault, place, HTTPStatus.INTERNAL_SERVER_ERROR)
        if output.endswith(".html"):
            start, end, rest = content.rpartition(b"</body>")
            content = b"".join((start, beside(self._notice(path), place), end, rest))
        return Answer(content, kind_of(output), status)


def _instead(notice: Notice, place: Place, status: HTTPStatus) -> Answer:
    return Answer(instead(notice, place), kind_of(MISSING), status)


def _serious(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity != "note"]
