"""`mkdocs serve` run for real, as somebody who writes runs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from built_site import EPOCH

#: Seconds in which a build or an answer must have come, however busy the computer is.
LONGEST = 120


@dataclass
class Serving:
    """A command that serves a repository: its address, and the lines that it has said."""

    root: Path
    address: str
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        """Keep what it says, and note when it serves."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)
            if "Serving on" in line:
                self.ready.set()
        self.ready.set()

    def sees(self, path: str) -> str:
        """The HTML at an address, whatever its status."""
        try:
            with urlopen(f"{self.address}{path}", timeout=LONGEST) as answer:  # noqa: S310, our own
                return str(answer.read().decode())
        except HTTPError as error:
            return error.read().decode()

    def changes(self, path: str, old: str, new: str) -> None:
        """Replace words in a file of the repository."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def serving(root: Path, folder: Path, *options: str) -> Iterator[Serving]:
    """Serve a repository; what the command puts aside goes into a folder of the test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-P", "-m", "mkdocs", "serve", "-a", place, *options]
    kept = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL")}
    settings = {**kept, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**settings, "TMPDIR": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
    )
    one = Serving(root, f"http://{place}/", process)
    listener = threading.Thread(target=one.listen, daemon=True)
    listener.start()
    try:
        assert one.ready.wait(LONGEST)
        yield one
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(LONGEST)
        listener.join(LONGEST)
