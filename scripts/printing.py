"""How a command prints what quotes records, and how it ends.

Not a command; what the commands that print much share. Standard library only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn


def say(text: str, end: str = "\n") -> None:
    """Print in UTF-8, whatever this system's own encoding: records are in many languages."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}{end}".encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def leave(main: Callable[[list[str]], int]) -> NoReturn:
    """Do what the command line asks for, and end with its exit code."""
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # the reader, `head` for example, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
