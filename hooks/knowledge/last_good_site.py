"""The last good site survives every failure: a build happens beside it and is swapped in whole.

MkDocs empties the site's folder before it renders, so a broken link, a full disk or a kill
would leave a ruin. Instead, for a site in `site/`:

    begin      takes `.site.lock` and gives `.site.building`, an empty folder to build in
    succeed    marks this build as good; without it nothing is swapped
    abandon    takes the mark back
    finish     swaps, or clears away what was not good, and gives the lock back

The swap is three renames inside one folder. A kill between any two of them loses nothing, and
the next `begin` ends what was begun:

    1. .site.building -> .site.new    now the new site is known to be whole
    2. site           -> .site.old    a kill here leaves no `site/` until the next begin
    3. .site.new      -> site
    4. what is hidden in .site.old moves to the new site (`.git` of a published branch: MkDocs
       never removes hidden files either), and .site.old is deleted

Where a rename is refused (a program holds a file of the site open, or the folder is a mount),
the steps before it are undone. The lock ends with its process, so a killed build blocks no other.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge import lock


class SiteFolderError(Exception):
    """The site could not be built or swapped; the text says why, and what became of the site."""


@dataclass
class _Build:
    """A build of this process: the lock it holds, and whether it was good."""

    held: int
    good: bool = False


#: A lock belongs to a process, so this is kept by the process. Keyed by the real site folder.
_builds: dict[Path, _Build] = {}


def begin(site: Path) -> Path:
    """An empty folder beside the site to build in.

    Raises SiteFolderError where another build is at work or the folder cannot be made. `site`
    may be missing, or a link to a folder: then the link stays, and what it points to is swapped.
    """
    site = _real(site)
    building = _beside(site)[0]
    with _told(site):
        site.parent.mkdir(parents=True, exist_ok=True)
        if site.exists() and not site.is_dir():
            raise SiteFolderError(f"{site} is a file, and the site needs a folder of that name.")
        held = _take_lock(site)
        try:
            _recover(site)
            _remove(building)
            building.mkdir()
        except BaseException:
            os.close(held)
            raise
    _builds[site] = _Build(held)
    return building


def succeed(site: Path) -> None:
    """Mark the running build as good: `finish` will swap it in."""
    _builds[_real(site)].good = True


def abandon(site: Path) -> None:
    """Take the mark back, if there is one: `finish` will leave the site as it is."""
    build = _builds.get(_real(site))
    if build:
        build.good = False


def finish(site: Path) -> bool:
    """End the build: True when the new site is in place, False when the old one stayed.

    Raises SiteFolderError when a good build could not be swapped in; the old site stays then.
    Does nothing where no build was begun, and may be called twice.
    """
    site = _real(site)
    build = _builds.pop(site, None)
    if build is None:
        return False
    try:
        with _told(site):
            if build.good:
                _swap(site)
            else:
                _remove(_beside(site)[0])
    finally:
        os.close(build.held)
    return build.good


def in_plain_words(error: OSError, site: Path) -> str:
    """What a failure of the file system means for someone who builds the site.

    For errors while pages are written as well: the caller names the folder that was meant.
    """
    meanings = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is used up",
        errno.EFBIG: "a file would be larger than is allowed here",
        errno.EACCES: "you may not write there; the folder above the site's must allow it too",
        errno.EPERM: "you may not write there; the folder above the site's must allow it too",
        errno.EROFS: "the disk can only be read",
        errno.EBUSY: "the folder is in use or is a mount (mount the folder above it instead)",
        errno.EXDEV: "the folder is a mount (mount the folder above it instead)",
    }
    meaning = meanings.get(error.errno or 0, error.strerror or str(error))
    place = f" ({error.filename})" if error.filename else ""
    return f"The site could not be written: {meaning}{place}. {site} is as it was before."


def _swap(site: Path) -> None:
    """The renames of this module's table; an error undoes them, a kill is for `_recover`."""
    building, new, old = _beside(site)
    try:
        if site.exists():
            building.chmod(site.stat().st_mode & 0o7777)
        _rename(building, new)
        if site.exists():
            _rename(site, old)
        _rename(new, site)
    except OSError:
        if old.exists() and not site.exists():
            _rename(old, site)
        if new.exists():
            _rename(new, building)
        _remove(building)
        raise
    with contextlib.suppress(OSError):  # the new site is in place; the next begin tidies
        _tidy(site, old)


def _recover(site: Path) -> None:
    """End a swap that was killed: forwards where the new site was whole, else backwards."""
    _, new, old = _beside(site)
    if new.exists():
        if site.exists():
            _remove(old)
            _rename(site, old)
        _rename(new, site)
    elif old.exists() and not site.exists():
        _rename(old, site)
    _tidy(site, old)


def _tidy(site: Path, old: Path) -> None:
    """Keep the hidden files of the replaced site, then delete the rest of it."""
    if not old.exists():
        return
    for hidden in sorted(old.glob(".*")):
        if not (site / hidden.name).exists():
            _rename(hidden, site / hidden.name)
    _remove(old)


def _real(site: Path) -> Path:
    return Path(os.path.realpath(site))


def _beside(site: Path) -> tuple[Path, Path, Path]:
    """The folders of a build in the making, of a whole new site, and of the replaced one."""
    building, new, old = (f".{site.name}.{state}" for state in ("building", "new", "old"))
    return site.with_name(building), site.with_name(new), site.with_name(old)


def _rename(source: Path, target: Path) -> None:
    source.rename(target)


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _take_lock(site: Path) -> int:
    held = lock.take(site.with_name(f".{site.name}.lock"))
    if held is None:
        text = f"Another build of {site} is at work. Wait until it is done, then build again."
        raise SiteFolderError(text)
    return held


@contextlib.contextmanager
def _told(site: Path) -> Iterator[None]:
    """What the system refuses is told in plain words."""
    try:
        yield
    except OSError as error:
        raise SiteFolderError(in_plain_words(error, site)) from error
