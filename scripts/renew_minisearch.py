"""Fetch MiniSearch, which searches in the reader's browser, and make it small.

    python3 scripts/renew_minisearch.py         writes hooks/theme/assets/vendor/minisearch.js

It needs `npm` and the network. The package is fetched in the version of `VERSION` and compared
with its published digest (`INTEGRITY`); `npx esbuild` of `ESBUILD` takes out comments and blanks.
For a newer version change the two constants (`npm view minisearch@VERSION dist.integrity`), run
this, and write the digest that it prints into `tests/scripts/test_renew_minisearch.py`.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "7.2.0"
INTEGRITY = (
    "sha512-dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+"
    "bz89Ms8Jp+cG4AlE+QZ/QnDglg=="
)
ESBUILD = "esbuild@0.25.11"
TARGET = Path(__file__).parents[1] / "hooks/theme/assets/vendor/minisearch.js"
SOURCE, LICENCE = "package/dist/umd/index.js", "package/LICENSE.txt"


def main() -> int:
    """Write the file and say its digest."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pack = ["npm", "pack", f"minisearch@{VERSION}", "--silent"]
        name = subprocess.run(pack, cwd=folder, check=True, capture_output=True, text=True).stdout
        packed = (folder / name.strip()).read_bytes()
        digest = "sha512-" + base64.b64encode(hashlib.sha512(packed).digest()).decode()
        if digest != INTEGRITY:
            sys.exit(f"The package is not the one that was published: {digest}")
        with tarfile.open(folder / name.strip()) as archive:
            for member in (SOURCE, LICENCE):
                archive.extract(member, folder, filter="data")
        small = [
            "npx", "--yes", ESBUILD, SOURCE, "--minify", "--target=es2017", "--charset=utf8",
            "--legal-comments=none",
        ]  # fmt: skip
        script = subprocess.run(small, cwd=folder, check=True, capture_output=True).stdout
        licence = (folder / LICENCE).read_text(encoding="utf-8").strip()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    head = f"/*! MiniSearch {VERSION}, https://github.com/lucaong/minisearch\n\n{licence}\n*/\n"
    TARGET.write_bytes(head.encode() + script)
    print(f"{TARGET}: {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
