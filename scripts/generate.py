"""Write what is made from the declarations of the kinds: python3 scripts/generate.py [--check]

The issue forms in .github/ISSUE_TEMPLATE/, the JSON Schemas in schemas/, and what tells an editor
which schema belongs to which files (.remarkrc.mjs, .vscode/settings.json). Run it after a change
in hooks/knowledge/kinds/ or content/vocabularies/. With --check nothing is written.
Exit code: 0 all files are as they should be, 1 with --check: some are not.
"""

from __future__ import annotations

import argparse
import sys

import environment


def main(arguments: list[str]) -> int:
    """Compare, write, tell, and return the exit code."""
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("--check", action="store_true", help="only tell what would change")
    options = parser.parse_args(arguments)
    environment.enter(__file__, arguments)
    from knowledge.authoring.generated import generated
    from knowledge.library import load

    library, _ = load(environment.ROOT)
    stale = 0
    for path, text in generated(library).items():
        file = environment.ROOT / path
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        print(f"{path}: {'is not what the kinds say' if options.check else 'written'}")
        if not options.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    if not stale:
        print("all as it should be")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
