"""Show the site while writing: python3 scripts/serve.py [options of `mkdocs serve`].

Makes `.venv` from the locked list where needed. Ctrl-C ends it.
"""

import sys

import environment
import installing


def main(arguments: list[str]) -> None:
    """Serve with MkDocs, which builds again whenever a file changes."""
    python = environment.ensure(dev=False)
    command = [str(python), "-P", "-m", "mkdocs", "serve", *arguments]
    installing.become(command, environment.ROOT)


if __name__ == "__main__":
    main(sys.argv[1:])
