"""Draw claims or sentences of ours at random: python3 scripts/sample.py

    python3 scripts/sample.py [--size NUMBER] [--seed NUMBER] [--root DIR]
    python3 scripts/sample.py --sentences [--size NUMBER] [--seed NUMBER] [--root DIR]

Prints, as Markdown, how many claims there are, the shares in which the sample is drawn, and a list
of the claims with their sources, and room for what a reader of the sources finds. With --sentences
it draws sentences of ours instead, to be looked for on other people's pages: none may be theirs.
The same seed and the same records give the same sample on every computer. Without --seed it is the
day, as in 20261125, which nobody chose; the size is 60 where none is given.
Exit code: 0 drawn, 1 the records have faults, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import environment
from printing import leave, say

#: How many are drawn where no number is given: two people read so many claims in a day.
SIZE = 60


def main(arguments: list[str]) -> int:
    """Draw, print, and return the exit code."""
    options = _options(arguments)
    environment.enter(__file__, arguments)
    from knowledge import clock, library, problems
    from knowledge.analysis.claim_sample import claim_sample
    from knowledge.analysis.sentence_sample import sentence_sample
    from knowledge.pages import claim_sample as claims
    from knowledge.pages import sentence_sample as sentences

    records, found = library.load(options.root)
    if problems.fails(found, strict=False):
        told = "The records have faults, so the sample would not be of all: run scripts/check.py."
        print(told, file=sys.stderr)
        return 1
    seed = options.seed
    if seed is None:
        seed = int(f"{clock.computer_day():%Y%m%d}")
    drawn = f"--size {options.size} --seed {seed}"
    if options.sentences:
        sample = sentence_sample(records, options.size, seed)
        text = sentences.as_markdown(sample, f"python3 scripts/sample.py --sentences {drawn}")
    else:
        of_claims = claim_sample(records, options.size, seed)
        text = claims.as_markdown(of_claims, records, f"python3 scripts/sample.py {drawn}")
    say(text, end="")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest.strip().splitlines()[-1])
    parser.add_argument("--size", type=int, default=SIZE, metavar="NUMBER", help="how many")
    parser.add_argument("--sentences", action="store_true", help="sentences in place of claims")
    parser.add_argument("--seed", type=int, metavar="NUMBER", help="fixes the draw (the day)")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    if not options.root.is_dir():
        parser.error(f"--root {options.root} is not a folder")
    if options.size < 1:
        parser.error(f"--size {options.size}: a sample holds one or more")
    return options


if __name__ == "__main__":
    leave(main)
