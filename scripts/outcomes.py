"""What an import came to, told and written: the part that the commands `import_*.py` share.

Not a command. Files are written only when nothing is wrong with the data.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.importing.run import Outcome


def carry_out(outcome: Outcome, root: Path, *, dry_run: bool, left_out: bool = False) -> int:
    """Tell what changed and write the files, unless it is a `dry_run`; the exit code.

    `left_out` also tells what of the data was not used.
    """
    from knowledge.problems import as_text, tally

    if outcome.problems:
        print(as_text(outcome.problems), file=sys.stderr)
        print(f"\n{tally(outcome.problems)}. Nothing was written.", file=sys.stderr)
        return 1
    for line in outcome.told + (outcome.left_out if left_out else []):
        print(line)
    for path, text in sorted(outcome.files.items()):
        print(f"{'would write' if dry_run else 'wrote'} {path}")
        if not dry_run:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    if not outcome.files:
        print("Nothing changed.")
    return 0
