"""Build the site into `site/`: python3 scripts/build.py [options of `mkdocs build`].

Makes `.venv` from the locked list where needed. With any problem in the records or the prose
it exits with 1, names every problem, and leaves the site of the last good build as it was.
"""

import sys

import environment
import installing


def main(arguments: list[str]) -> None:
    """Build with MkDocs as strictly as it can; its exit code becomes ours."""
    python = environment.ensure(dev=False)
    command = [str(python), "-P", "-m", "mkdocs", "build", "--strict", *arguments]
    installing.become(command, environment.ROOT)


if __name__ == "__main__":
    main(sys.argv[1:])
