"""Coordinates are found in the file of a picture wherever its form keeps them, and only there."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest

from knowledge.reading.folders import prose_paths
from knowledge.reading.picture_files import may_be_photograph, says_where

PNG = b"\x89PNG\r\n\x1a\n"
XMP = b'<rdf:Description exif:GPSLatitude="5,33.0N" exif:GPSLongitude="0,12.0W"/>'


def tiff(order: str, tags: tuple[int, ...], position: tuple[int, ...]) -> bytes:
    """A TIFF structure: a directory with `tags`, and one of coordinates behind it where asked."""
    begin = b"II*\0" if order == "<" else b"MM\0*"
    entries = [struct.pack(f"{order}HHII", tag, 3, 1, 0) for tag in tags]
    behind = 8 + 2 + 12 * (len(tags) + 1) + 4
    entries.append(struct.pack(f"{order}HHII", 0x8825, 4, 1, behind))
    first = struct.pack(f"{order}IH", 8, len(entries)) + b"".join(entries) + bytes(4)
    inside = [struct.pack(f"{order}HHII", tag, 5, 3, 0) for tag in position]
    return begin + first + struct.pack(f"{order}H", len(inside)) + b"".join(inside) + bytes(4)


PLACED = tiff("<", (0x010F, 0x0112), (1, 2, 3, 4))
UNPLACED = tiff("<", (0x010F, 0x0112), (0,))  # only the version of the directory


def jpeg(*segments: bytes) -> bytes:
    parts = (b"\xff\xe1" + struct.pack(">H", len(one) + 2) + one for one in segments)
    return b"\xff\xd8" + b"".join(parts) + b"\xff\xda" + bytes(100) + b"\xff\xd9"


def png(*chunks: tuple[bytes, bytes], width: int = 640, height: int = 640) -> bytes:
    header = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    parts = (
        struct.pack(">I", len(inside))
        + sort
        + inside
        + struct.pack(">I", zlib.crc32(sort + inside))
        for sort, inside in (header, *chunks, (b"IEND", b""))
    )
    return PNG + b"".join(parts)


def profile(inside: bytes) -> bytes:
    """As ImageMagick keeps it: hexadecimal digits with line breaks."""
    digits = inside.hex()
    lines = "\n".join(digits[n : n + 72] for n in range(0, len(digits), 72))
    return f"\nexif\n{len(inside):8}\n{lines}\n".encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(jpeg(b"Exif\0\0" + PLACED), id="a photograph of a telephone"),
        pytest.param(jpeg(b"Exif\0\0" + tiff(">", (), (2,))), id="written from the big end"),
        pytest.param(jpeg(b"http://ns.adobe.com/xap/1.0/\0" + XMP), id="XMP"),
        pytest.param(b"RIFF\0\0\0\0WEBPEXIF\0\0\0\0" + PLACED, id="WebP"),
        pytest.param(png((b"eXIf", PLACED)), id="PNG"),
        pytest.param(png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)), id="PNG with XMP"),
        pytest.param(
            png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP))), id="packed XMP"
        ),
        pytest.param(
            png((b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(profile(PLACED)))),
            id="packed digits",
        ),
        pytest.param(png((b"tEXt", b"Raw profile type exif\0" + profile(PLACED))), id="digits"),
        pytest.param(b"%PDF-1.7\nstream\n" + jpeg(b"Exif\0\0" + PLACED), id="within a PDF"),
    ],
)
def test_coordinates_are_found(data: bytes) -> None:
    assert says_where(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(jpeg(b"Exif\0\0" + UNPLACED), id="Exif without coordinates"),
        pytest.param(png((b"eXIf", UNPLACED)), id="PNG without coordinates"),
        pytest.param(png((b"zTXt", b"Comment\0\0not packed")), id="a text that cannot be unpacked"),
        pytest.param(png((b"tEXt", b"Raw profile type exif\0\nexif\n 3\nabc")), id="an odd digit"),
        pytest.param(PNG + b"\xff\xff\xff\xffzTXtx", id="a chunk longer than the file"),
        pytest.param(b"II*\0" + b"\xff" * 400, id="no TIFF"),
    ],
)
def test_nothing_is_found_where_no_coordinates_are(data: bytes) -> None:
    assert not says_where(data)


def test_a_file_that_ends_too_early_is_no_fault_of_the_program() -> None:
    whole = jpeg(b"Exif\0\0" + PLACED)
    for end in range(len(whole)):
        says_where(whole[:end])


@pytest.mark.parametrize(
    ("name", "data", "photograph"),
    [
        ("lunch.JPG", None, True),
        ("lunch.webp", b"", True),
        ("drawing.png", png((b"IDAT", bytes(26_000))), False),
        ("lunch.png", png((b"IDAT", os.urandom(600_000))), True),
        ("drawing.gif", b"GIF89a" + struct.pack("<HH", 200, 100) + bytes(900), False),
        ("lunch.gif", b"GIF89a" + struct.pack("<HH", 200, 100) + bytes(16_000), True),
        ("empty.png", png(width=0), False),
        ("gone.png", None, False),
        ("table.csv", b"a,b", False),
    ],
)
def test_a_photograph_is_told_from_a_drawing(
    name: str, data: bytes | None, photograph: bool
) -> None:
    assert may_be_photograph(name, data) is photograph


def test_a_picture_beside_the_pages_must_not_say_where_it_was_taken(tmp_path: Path) -> None:
    assets = tmp_path / "content" / "assets"
    assets.mkdir(parents=True)
    (assets / "lunch.jpg").write_bytes(jpeg(b"Exif\0\0" + PLACED))
    (assets / "kitchen.jpg").write_bytes(jpeg(b"Exif\0\0" + UNPLACED))
    (assets / "report.pdf").write_bytes(b"%PDF-1.7\n" + jpeg(b"Exif\0\0" + PLACED))
    _, problems = prose_paths(tmp_path)
    assert [(p.rule, p.path, p.severity) for p in problems] == [
        ("place-in-picture", "content/assets/lunch.jpg", "error"),
        ("place-in-picture", "content/assets/report.pdf", "error"),
    ]
