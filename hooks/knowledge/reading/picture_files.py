"""What the file of a picture tells beside the picture: where it was taken, and what sort it is.

A telephone writes the coordinates of a place into every photograph. They are looked for in the
bytes, whatever the form of the file: JPEG, WebP, AVIF and a PDF hold them as they are, PNG may pack
them. Sources: Exif 2.32 (CIPA DC-008), tags GPSLatitude and GPSLongitude in the directory 0x8825 of
a TIFF 6.0 structure; XMP, properties of the same names; PNG, third edition, chunks eXIf and *TXt.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

#: Pictures as they may be published.
PHOTOGRAPHS: Final = (".jpg", ".jpeg", ".webp", ".avif")
DRAWINGS: Final = (".png", ".gif")
#: What can hold the place of a photograph.
CAN_TELL_PLACE: Final = (*PHOTOGRAPHS, *DRAWINGS, ".pdf")

#: Bytes for each pixel of a PNG or GIF from which on it is taken for a photograph. Measured: pages,
#: charts and screenshots need less than 0.2, photographs 0.3 to 1.5. Our own number.
PHOTOGRAPHIC: Final = 0.25

_TIFF: Final = re.compile(rb"II\*\0|MM\0\*")
_XMP: Final = re.compile(rb"GPSL(?:atitude|ongitude)\b")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_GPS_DIRECTORY, _LATITUDE, _LONGITUDE = 0x8825, 2, 4
#: A text in a PNG is unpacked up to so many bytes, a directory read up to so many entries.
_LONGEST: Final = 1 << 20
_MOST_ENTRIES: Final = 512


def says_where(data: bytes) -> bool:
    """Whether the file of a picture holds the coordinates of a place."""
    return any(
        _XMP.search(part) or any(_has_position(part, at.start()) for at in _TIFF.finditer(part))
        for part in (data, *_packed(data))
    )


def may_be_photograph(name: str, data: bytes | None) -> bool:
    """Whether a picture could be a photograph; of one that is no file (None) its name decides."""
    if name.lower().endswith(PHOTOGRAPHS):
        return True
    if data is None or not name.lower().endswith(DRAWINGS):
        return False
    pixels = _pixels(data)
    return bool(pixels) and len(data) / pixels > PHOTOGRAPHIC


def _pixels(data: bytes) -> int:
    """Width by height of a PNG or GIF; 0 of anything else."""
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack_from(">II", data, 16)
    elif data[:3] == b"GIF" and len(data) >= 10:
        width, height = struct.unpack_from("<HH", data, 6)
    else:
        return 0
    return int(width * height)


def _has_position(data: bytes, start: int) -> bool:
    """Whether a TIFF structure that begins at `start` has a directory with coordinates."""
    order = "<" if data[start : start + 2] == b"II" else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", data, start + 4)
        directory = _entries(data, start + first, order).get(_GPS_DIRECTORY)
        if directory is None:
            return False
        return bool({_LATITUDE, _LONGITUDE} & set(_entries(data, start + directory, order)))
    except struct.error:  # it ends too early, or is none
        return False


def _entries(data: bytes, at: int, order: str) -> dict[int, int]:
    """The tags of a directory with their values, or the places of these."""
    (count,) = struct.unpack_from(f"{order}H", data, at)
    numbers = range(min(count, _MOST_ENTRIES))
    entries = (struct.unpack_from(f"{order}HHII", data, at + 2 + 12 * n) for n in numbers)
    return {tag: value for tag, _, _, value in entries}


def _packed(data: bytes) -> Iterator[bytes]:
    """The texts of a PNG that are packed or written as hexadecimal digits, as they are."""
    at = len(_PNG) if data.startswith(_PNG) else len(data)
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        sort, inside = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        name, _, rest = inside.partition(b"\0")
        if sort == b"zTXt":
            rest = _unpacked(rest[1:])
        elif sort == b"iTXt" and rest[:1] == b"\1":
            rest = _unpacked(rest[2:].split(b"\0", 2)[-1])
        if sort in (b"tEXt", b"zTXt", b"iTXt"):
            yield _as_bytes(rest) if name.startswith(b"Raw profile type") else rest
        at += 12 + length


def _unpacked(text: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(text, _LONGEST)
    except zlib.error:
        return b""


def _as_bytes(profile: bytes) -> bytes:
    """A profile as ImageMagick writes it: its name, its length, then hexadecimal digits."""
    digits = re.sub(rb"[^0-9a-fA-F]", b"", b"".join(profile.split()[2:]))
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
