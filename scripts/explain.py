"""Explain a rule that a message names: python3 scripts/explain.py RULE ...

    python3 scripts/explain.py RULE ...
    python3 scripts/explain.py --list

Prints what the rule asks for, why, how to mend a record, and samples that are wrong and right. The
same stands on the pages rules/ of the site. With --list it names every rule with its title.
Exit code: 0 all were explained, 1 there is no such rule, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches

import environment
from printing import leave, say

#: So many characters stand on a line.
WIDTH = 96


def main(arguments: list[str]) -> int:
    """Explain, and return the exit code."""
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("rules", nargs="*", metavar="RULE", help="a rule, as a message names it")
    parser.add_argument("--list", action="store_true", help="name every rule, by topic")
    options = parser.parse_args(arguments)
    if options.list == bool(options.rules):
        parser.error("name one or more rules, or ask for --list")
    environment.enter(__file__, arguments)
    from knowledge.manual import explained
    from knowledge.manual.plain_text import as_text, list_as_text

    if options.list:
        say(list_as_text(WIDTH))
        return 0
    known = explained()
    missing = [name for name in options.rules if name not in known]
    pages = [as_text(known[name], WIDTH) for name in options.rules if name in known]
    if pages:
        say("\n\n".join(pages))
    for name in missing:
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        told = f"Did you mean {' or '.join(near)}?" if near else "--list names every rule."
        print(f"There is no rule “{name}”. {told}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    leave(main)
