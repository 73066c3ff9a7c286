"""The offline edition, made as a maintainer makes it and unpacked as a reader unpacks it."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from built_site import EPOCH, ROOT, contents


@dataclass(frozen=True)
class Edition:
    """An archive, and the folder that it was unpacked to."""

    archive: Path
    folder: Path

    def files(self) -> dict[str, bytes]:
        """Every file with its content."""
        return contents(self.folder)

    def pages(self) -> dict[str, str]:
        """Every HTML page with its text."""
        return {
            path: text.decode() for path, text in self.files().items() if path.endswith(".html")
        }


def offline_edition(root: Path, where: Path) -> Edition:
    """Build the offline edition of a repository into a folder, and unpack the archive."""
    spec = importlib.util.spec_from_file_location("command_build", ROOT / "scripts/build.py")
    assert spec is not None
    assert spec.loader is not None
    command = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(command)
    words = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "-q"]
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patched.setenv("OFFLINE", "")  # what the command sets is taken back here
        patched.setenv("SITE_URL", "https://example.org/")
        assert command.offline(words, [], root, where) == 0
    (archive,) = where.glob("*.zip")
    with ZipFile(archive) as packed:
        packed.extractall(where / "unpacked")
    (folder,) = (where / "unpacked").iterdir()
    return Edition(archive, folder)
