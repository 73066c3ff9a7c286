"""Lock what is installed: python3 scripts/lock.py [--upgrade].

Writes requirements/locked.txt (what a build needs) and requirements/locked-dev.txt (that and
the tests' tools) from pyproject.toml, for every system, with the hash of every file. What is
locked already stays as it is while pyproject.toml allows it; `--upgrade` takes the newest.
Needs the program uv (https://docs.astral.sh/uv/) and a network.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import environment

HEADER = "# Made by scripts/lock.py from pyproject.toml; not written by hand.\n"

# For every system at once, and with no word about the index or machine that was asked.
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "--quiet"),
)


def main(arguments: list[str]) -> int:
    """Compile both lists; the second may not choose other versions than the first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0] + ".")
    parser.add_argument("--upgrade", action="store_true", help="take the newest of everything")
    upgrade = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    uv = shutil.which("uv")
    if uv is None:
        print("The program uv is needed: `pipx install uv`, or see docs.astral.sh/uv.")
        return 2
    build = Path("requirements") / environment.BUILD_LIST
    dev = Path("requirements") / environment.DEV_LIST
    constraints = ["--group", "dev", "--constraints", str(build)]
    return max(_compile(uv, build, upgrade), _compile(uv, dev, [*constraints, *upgrade]))


def _compile(uv: str, path: Path, extra: list[str]) -> int:
    command = [uv, "pip", "compile", *OPTIONS, *extra, "-o", str(path), "pyproject.toml"]
    done = subprocess.run(command, cwd=environment.ROOT, stdout=subprocess.DEVNULL)
    if done.returncode:
        return 1
    full = environment.ROOT / path
    locked = HEADER + full.read_text(encoding="utf-8")
    if "://" in locked or str(environment.ROOT) in locked:
        print(f"{path} names a machine or an index, and would not work elsewhere.")
        return 1
    full.write_text(locked, encoding="utf-8", newline="\n")
    print(f"{path}: {locked.count('==')} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
