"""A small repository that is previewed, with a host that makes next to nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from knowledge.kinds import KINDS
from knowledge.pages.frames import BODY, Frame
from knowledge.pages.plan import SECTIONS
from knowledge.preview.answers import Answer
from knowledge.preview.shown import Settings
from knowledge.preview.site import Preview

SMALL = Path(__file__).parents[1] / "sites" / "small"
PLACES = ("mkdocs.yml", "content", "hooks", *(kind.folder for kind in KINDS))
PRACTICE = "practices/paid-harvest-labour"
COUNTRY = "countries/ghana"


@dataclass
class Previewed:
    """A preview, its repository and its host, and all that was told."""

    root: Path
    strict: bool = False
    told: list[str] = field(default_factory=list)
    #: How often the host has built, and what it fails with.
    builds: int = 0
    fails: BaseException | None = None

    def __post_init__(self) -> None:
        self.preview = Preview(self.root, PLACES, self.told.append, self.told.append)
        self.build()
        self.preview.begin(self.build)

    def build(self) -> None:
        """Make frames and prose as a host does."""
        self.builds += 1
        if self.fails:
            raise self.fails
        self.preview.read(Settings(strict=self.strict))
        if self.preview.is_good:
            folder = self.root / "host" / str(self.builds)
            about = (self.root / "content/about.md").read_text(encoding="utf-8")
            _write(folder / "about/index.html", f"<body>{about}</body>")
            _write(folder / "404.html", "<body>No page here</body>")
            frame = Frame(f"<body>{BODY}</body>", "")
            self.preview.place(dict.fromkeys(SECTIONS, frame), folder)

    def asks(self, path: str) -> Answer:
        """What there is at an address."""
        return self.preview.answer(path, "/")

    def sees(self, path: str) -> str:
        """What somebody reads who opens an address: no tags, single blanks."""
        text = re.sub(r"<[^>]*>", " ", self.asks(path).content.decode())
        return re.sub(r"\s+", " ", unescape(text))

    def writes(self, path: str, text: str) -> None:
        """Put a text into a file."""
        _write(self.root / path, text)

    def changes(self, path: str, old: str, new: str) -> None:
        """Replace words in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.writes(path, text.replace(old, new, 1))


def previewed(folder: Path, *, strict: bool = False, without: Iterable[str] = ()) -> Previewed:
    """A preview of a copy of the small site."""
    root = folder / "repository"
    shutil.copytree(SMALL, root)
    _write(root / "hooks/knowledge/pipeline.py", "")
    _write(root / "hooks/theme/base.html", "")
    for path in without:
        (root / path).unlink()
    return Previewed(root, strict)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
