"""Show the site while writing, drafts too: python3 scripts/serve.py [options of `mkdocs serve`].

A page shows the files as they are when it is asked for, and an open page follows them by itself.
What is wrong is told here and on the page. Makes `.venv` from the locked list where needed. Ctrl-C
ends it.
"""

import sys

import environment
import installing


def main(arguments: list[str]) -> None:
    """Serve with MkDocs, whose server `hooks/knowledge/preview/` replaces."""
    python = environment.ensure(dev=False)
    command = [str(python), "-P", "-m", "mkdocs", "serve", *arguments]
    installing.become(command, environment.ROOT)


if __name__ == "__main__":
    main(sys.argv[1:])
