"""Which day it is: for the pages, and for the rule against dates in the future.

Pages take their day from the commit, not from the computer, so that one commit always gives
one site (https://reproducible-builds.org/specs/source-date-epoch/).
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.library import Library


def computer_day() -> date:
    """Today as the computer has it, in UTC."""
    return datetime.now(UTC).date()


def page_day(root: Path, environment: Mapping[str, str]) -> date | None:
    """The day that pages show: `SOURCE_DATE_EPOCH` (seconds), else that of the last commit.

    None where there is neither; raises ValueError, in plain words, for an epoch that is no time.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip() or _last_commit(root)
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    except (ValueError, OverflowError, OSError) as error:
        told = f"SOURCE_DATE_EPOCH is “{epoch}”, and must be a number of seconds since 1970."
        raise ValueError(told) from error


def newest_day(library: Library) -> date:
    """The newest day that a record names as its own: added, reviewed, imported or changed."""
    return max((entry.record.touched for entry in library.everything()), default=date.min)


def _last_commit(root: Path) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""
