"""Find sentences of ours that stand elsewhere word for word: python3 scripts/same_words.py FOLDER

    python3 scripts/same_words.py FOLDER [--root DIR]
    python3 scripts/same_words.py [--root DIR]

With a FOLDER of texts (.md, .txt, .csv, .html and .json, folders within it too) it lists the runs
of eight or more words that a text of ours shares with one of them; without a folder, the runs that
two records share. Ours are the sentences of records, toolkits, the work plan, vocabularies
and pages. Names do not count: titles and statutes that the library knows, words with capitals, and
what stands in quotation marks. Runs in more than four records are fixed wordings, and only counted.
Exit code: 0 none was found, 1 some were, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import environment
from printing import leave, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.analysis.same_words import OutsideText, SameWords


def main(arguments: list[str]) -> int:
    """Compare, tell, and return the exit code."""
    options = _options(arguments)
    environment.enter(__file__, arguments)
    from knowledge import library
    from knowledge.analysis.own_texts import own_names, own_texts
    from knowledge.analysis.plain_words import KnownTitles
    from knowledge.analysis.same_words import FIXED, same_as_outside, same_in_two
    from knowledge.kinds import BY_FOLDER

    records, _ = library.load(options.root)
    ours, titles = own_texts(records), KnownTitles(own_names(records))
    if options.folder is not None:
        runs = same_as_outside(ours, _outside(options.folder), titles)
        more = ""
    else:
        # What is said of a source is the same wherever the source is named.
        ours = tuple(
            text
            for text in ours
            if text.path.partition("/")[0] in BY_FOLDER and not text.place.startswith("sources.")
        )
        runs, fixed = same_in_two(ours, titles)
        more = f"; {fixed} in more than {FIXED} records each are fixed wordings"
    for run in runs:
        say(_told(run))
    print(f"{len(runs)} runs of equal words in {len(ours):,} texts{more}")
    return 1 if runs else 0


def _outside(folder: Path) -> Iterator[OutsideText]:
    from knowledge.analysis.own_texts import blocks
    from knowledge.analysis.same_words import OutsideText
    from knowledge.reading.outside_texts import outside_paths, outside_texts

    for path in outside_paths(folder):
        for line, text in outside_texts(path):
            for at, block in blocks(text, line):
                yield OutsideText(path.relative_to(folder).as_posix(), at, block)


def _told(run: SameWords) -> str:
    others = "; ".join(run.others[:3]) + (f"; {len(run.others) - 3} more" if run.others[3:] else "")
    return f"{run.text.path}: {run.text.place}\n    {run.count} words: {run.words}\n    in {others}"


def _options(arguments: list[str]) -> argparse.Namespace:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest.strip().splitlines()[-1])
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="texts of others")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    if not options.root.is_dir():
        parser.error(f"--root {options.root} is not a folder")
    if options.folder is not None and not options.folder.is_dir():
        parser.error(f"{options.folder} is not a folder")
    return options


if __name__ == "__main__":
    leave(main)
