"""However a build ends, a reader finds a whole site: the last good one, or the new one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge import last_good_site
from knowledge.last_good_site import SiteFolderError, abandon, begin, finish, succeed

ROOT = Path(__file__).parents[1]
OLD = {"index.html": "old", "countries/index.html": "old countries"}
NEW = {"index.html": "new", "practices/index.html": "new practices"}


class Killed(BaseException):
    """Stands for a process that ends between two steps."""


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def read(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def beside(site: Path) -> list[str]:
    """What a build left next to the site, but for its lock."""
    real = site.resolve()
    return sorted(
        path.name
        for path in real.parent.glob(f".{real.name}.*")
        if path.name != f".{real.name}.lock"
    )


def rebuild(site: Path, files: dict[str, str]) -> bool:
    write(begin(site), files)
    succeed(site)
    return finish(site)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", OLD)
    return tmp_path / "site"


def test_a_good_build_takes_the_place_of_the_old_site(site: Path) -> None:
    assert rebuild(site, NEW)
    assert read(site) == NEW
    assert beside(site) == []


def test_a_build_without_success_leaves_the_site_as_it_was(site: Path) -> None:
    write(begin(site), NEW)
    assert not finish(site)
    assert read(site) == OLD
    assert beside(site) == []


def test_an_error_after_success_was_marked_leaves_the_site_as_it_was(site: Path) -> None:
    write(begin(site), NEW)
    succeed(site)
    abandon(site)
    assert not finish(site)
    assert read(site) == OLD


def test_the_site_is_untouched_while_a_build_is_at_work(site: Path) -> None:
    building = begin(site)
    write(building, NEW)
    assert building.parent == site.parent
    assert read(site) == OLD
    finish(site)


def test_ending_a_build_that_was_never_begun_does_nothing(site: Path) -> None:
    abandon(site)
    assert not finish(site)
    assert read(site) == OLD


def test_a_site_that_does_not_exist_yet_is_made_with_its_folders(tmp_path: Path) -> None:
    site = tmp_path / "public" / "docs"
    assert rebuild(site, NEW)
    assert read(site) == NEW


def test_a_link_to_a_folder_stays_a_link_and_its_folder_is_swapped(
    site: Path, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere" / "www"
    link.parent.mkdir()
    link.symlink_to(site, target_is_directory=True)
    assert rebuild(link, NEW)
    assert link.is_symlink()
    assert read(site) == NEW
    assert [path.name for path in link.parent.iterdir()] == ["www"]


def test_a_file_in_the_place_of_the_site_is_told_and_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.write_text("a letter", encoding="utf-8")
    with pytest.raises(SiteFolderError, match="is a file"):
        begin(site)
    assert site.read_text(encoding="utf-8") == "a letter"


def test_hidden_files_of_the_old_site_are_kept_unless_the_new_one_has_its_own(site: Path) -> None:
    write(site, {".git/HEAD": "ref: refs/heads/pages", ".nojekyll": "old"})
    assert rebuild(site, {**NEW, ".nojekyll": "new"})
    assert read(site) == {**NEW, ".git/HEAD": "ref: refs/heads/pages", ".nojekyll": "new"}


def test_the_new_folder_may_be_read_by_whom_the_old_one_allowed(site: Path) -> None:
    site.chmod(0o751)
    rebuild(site, NEW)
    assert site.stat().st_mode & 0o777 == 0o751


@pytest.mark.parametrize("hidden", [{}, {".git/HEAD": "main", ".keep": ""}])
@pytest.mark.parametrize("step", range(6))
def test_a_kill_before_any_rename_or_removal_of_the_swap_loses_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch, step: int, hidden: dict[str, str]
) -> None:
    write(site, hidden)
    write(begin(site), NEW)
    succeed(site)
    steps = _kill_at(monkeypatch, step)
    assert _is_killed(site) == (step < steps.steps)
    monkeypatch.undo()
    begin(site)
    finish(site)
    kept = OLD if step == 0 else NEW
    assert read(site) == {**kept, **hidden}
    assert beside(site) == []


@pytest.mark.parametrize("step", range(3))
def test_a_kill_while_a_killed_swap_is_being_ended_loses_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    write(begin(site), NEW)
    succeed(site)
    _kill_at(monkeypatch, 2)
    assert _is_killed(site)
    assert not site.exists()
    _kill_at(monkeypatch, step)
    with pytest.raises(Killed):
        begin(site)
    monkeypatch.undo()
    begin(site)
    finish(site)
    assert read(site) == NEW
    assert beside(site) == []


def test_a_replaced_site_is_put_back_where_no_new_one_took_its_place(site: Path) -> None:
    site.rename(site.with_name(".site.old"))
    begin(site)
    finish(site)
    assert read(site) == OLD


@pytest.mark.parametrize("step", range(3))
def test_a_rename_that_is_refused_is_told_and_the_old_site_stays(
    site: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    write(begin(site), NEW)
    succeed(site)
    refused = OSError(errno.EBUSY, "Device or resource busy", str(site))
    _raise_at(monkeypatch, step, refused, only=["_rename"])
    with pytest.raises(SiteFolderError, match=r"in use or is a mount.* as it was before"):
        finish(site)
    assert read(site) == OLD
    assert beside(site) == []


def test_a_full_disk_leaves_the_site_as_it_was_and_is_told_in_plain_words(site: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from knowledge import last_good_site
site = Path(sys.argv[1])
building = last_good_site.begin(site)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    (building / "index.html").write_bytes(bytes(10_000))
    last_good_site.succeed(site)
except OSError as error:
    last_good_site.abandon(site)
    print(last_good_site.in_plain_words(error, site))
finally:
    last_good_site.finish(site)
"""
    ended = _python(program, site).communicate(timeout=60)[0]
    assert "a file would be larger than is allowed here" in ended
    assert ended.strip().endswith(f"{site} is as it was before.")
    assert read(site) == OLD
    assert beside(site) == []


def test_a_full_disk_is_called_a_full_disk(site: Path) -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "/x/.site.building/index.html")
    assert "the disk is full (/x/.site.building/index.html)" in last_good_site.in_plain_words(
        error, site
    )


def test_a_folder_that_may_not_be_written_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(site.parent))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SiteFolderError, match="the folder above"):
        begin(site)
    assert read(site) == OLD


def test_a_second_build_at_once_is_refused_until_the_first_is_done_or_dead(site: Path) -> None:
    program = """
import sys
from pathlib import Path
from knowledge import last_good_site
building = last_good_site.begin(Path(sys.argv[1]))
(building / "index.html").write_text("half")
print("at work", flush=True)
sys.stdin.read()
"""
    other = _python(program, site)
    assert other.stdout is not None
    assert other.stdout.readline() == "at work\n"
    with pytest.raises(SiteFolderError, match=r"Another build of .* is at work"):
        begin(site)
    assert (site.parent / ".site.building" / "index.html").exists()
    other.kill()
    other.communicate(timeout=60)
    assert read(begin(site)) == {}
    finish(site)
    assert read(site) == OLD
    assert beside(site) == []


def _python(program: str, site: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(site)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
    )


class _Steps:
    """Counts the steps of a swap, and raises at one of them."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.at, self.error, self.steps = at, error, 0

    def take(self) -> None:
        self.steps += 1
        if self.steps == self.at + 1:
            raise self.error


def _raise_at(
    monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException, only: list[str]
) -> _Steps:
    """Raise before the given call of these functions, counted from 0."""
    monkeypatch.undo()
    steps = _Steps(step, error)
    for name in only:
        real = getattr(last_good_site, name)

        def counted(*arguments: Path, real: object = real) -> None:
            steps.take()
            real(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(last_good_site, name, counted)
    return steps


def _kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> _Steps:
    return _raise_at(monkeypatch, step, Killed(), only=["_rename", "_remove"])


def _is_killed(site: Path) -> bool:
    try:
        finish(site)
    except Killed:
        return True
    return False
