"""Drawing by lot, so that anybody can repeat a draw and see that nobody chose.

A lot is the SHA-256 of the seed, the path of the file, and the name or the words of what is drawn;
the lowest are drawn. It depends on no order of files, on no computer and on no version of Python.
What is added later leaves the lots of the others as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

Drawn = TypeVar("Drawn")


def lot(seed: int, path: str, what: str) -> str:
    """The lot of something in a file in the draw with this seed: 64 hexadecimal digits."""
    return sha256(f"{seed}\n{path}\n{what}".encode()).hexdigest()


def lowest(number: int, among: Iterable[Drawn], lot_of: Callable[[Drawn], str]) -> list[Drawn]:
    """As many with the lowest lots; all of them, where there are no more."""
    return sorted(among, key=lot_of)[:number]


def shared_out(size: int, weights: Sequence[int]) -> list[int]:
    """How many each share gives to a sample of this size, rounded so that the sum is right: what
    is left goes to the largest remainders."""
    whole = sum(weights)
    parts = [divmod(size * weight, whole) for weight in weights]
    found = [number for number, _ in parts]
    by_remainder = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))
    for place in by_remainder[: size - sum(found)]:
        found[place] += 1
    return found
