"""Build the site into `site/`: python3 scripts/build.py [options of `mkdocs build`].

Makes `.venv` from the locked list where needed. With any problem in the records or the prose
it exits with 1, names every problem, and leaves the site of the last good build as it was.

    python3 scripts/build.py --offline    the site as one archive in dist/, to be read from a disk
                                          or a USB stick; `site/` stays as it is
"""

import os
import sys
from pathlib import Path

import environment
import installing
from knowledge import offline_archive

#: The option, and where what it makes goes.
OFFLINE = "--offline"
DIST = "dist"


def main(arguments: list[str]) -> None:
    """Build with MkDocs as strictly as it can; its exit code becomes ours."""
    python = environment.ensure(dev=False)
    command = [str(python), "-P", "-m", "mkdocs", "build", "--strict"]
    if OFFLINE in arguments:
        others = [argument for argument in arguments if argument != OFFLINE]
        sys.exit(offline(command, others, environment.ROOT, environment.ROOT / DIST))
    installing.become([*command, *arguments], environment.ROOT)


def offline(command: list[str], arguments: list[str], root: Path, dist: Path) -> int:
    """Build the offline edition into a folder and pack it; the exit code of the build."""
    folder = dist / offline_archive.FOLDER
    os.environ["OFFLINE"] = "true"
    code = installing.wait_for([*command, *arguments, "--site-dir", str(folder)], root)
    if code == 0:
        packed = folder.with_name(f"{folder.name}.zip")
        offline_archive.archive(folder, packed)
        size = packed.stat().st_size / 1e6
        print(f"The offline edition: {packed} ({size:.1f} MB). Unpack it and open index.html.")
    return code


if __name__ == "__main__":
    main(sys.argv[1:])
