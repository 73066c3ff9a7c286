"""The offline edition as one file: a folder of the site becomes an archive with the same bytes
each time.

It uses only the standard library, since `scripts/build.py` runs it before anything else is there.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The folder that the archive unpacks to.
FOLDER = "supply-chains-8-7-offline"
#: The earliest moment that the format knows: when a file was written says nothing of its content.
MOMENT = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def archive(site: Path, target: Path) -> None:
    """Write all files of a site into an archive, in the order of their names.

    An archive that stands there is replaced only when the new one is whole.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with ZipFile(unfinished, "w", ZIP_DEFLATED) as made:
            for path in sorted(path for path in site.rglob("*") if path.is_file()):
                info = ZipInfo(f"{FOLDER}/{path.relative_to(site).as_posix()}", MOMENT)
                info.create_system, info.external_attr = _UNIX, _READABLE
                made.writestr(info, path.read_bytes(), ZIP_DEFLATED)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
