"""A lock that one process holds, and that the operating system gives back when it ends.

However a process ends, by itself or killed: a lock that outlives its holder cannot happen.
Standard library only: it is used before anything is installed.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What the systems answer when another process holds a lock."""

UNKNOWN = (errno.ENOTSUP, errno.ENOLCK, errno.ENOSYS)
"""What some network disks answer to every lock; there, two processes are not told apart."""


def take(path: Path) -> int | None:
    """The open file that holds the lock, to be closed in the end; None if another has it.

    The file itself stays, as another process may be about to open it. Raises OSError where it
    cannot be made.
    """
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in UNKNOWN:
            return lock
        os.close(lock)
        if error.errno in HELD:
            return None
        raise
    return lock
