"""Build with MkDocs and with ProperDocs and compare the two sites: python3 scripts/compare_hosts.py

MkDocs has had no release since August 2024; ProperDocs is a maintained fork of it. While both make
the same files of the same records, changing to it is one line. Nothing that stands is touched.
Exit code: 0 the same files, 1 they differ or one of the two did not build.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
import installing

HOSTS = ("mkdocs", "properdocs")
#: How many files that differ are named.
MOST = 20


def main() -> int:
    """Build both and say what differs."""
    python = environment.ensure(dev=True)
    with tempfile.TemporaryDirectory() as folder:
        sites = {host: Path(folder) / host for host in HOSTS}
        for host, site in sites.items():
            if not _built(python, host, site):
                return 1
        first, second = (_contents(site) for site in sites.values())
    different = sorted(p for p in first.keys() | second.keys() if first.get(p) != second.get(p))
    for path in different[:MOST]:
        print(f"differs: {path}")
    print(f"{len(first)} files with {HOSTS[0]}, {len(second)} with {HOSTS[1]}, ", end="")
    print(f"{len(different)} differ" if different else "all the same")
    return 1 if different or not first else 0


def _built(python: Path, host: str, site: Path) -> bool:
    print(f"== {host}", flush=True)
    # The same day for both: without one it would be that of the newest commit for each.
    day = {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "1764547200")}
    settings = environment.ROOT / "mkdocs.yml"
    command = [str(python), "-P", "-m", host, "build", "--strict", "-q", "-f", str(settings)]
    ended = subprocess.run(
        [*command, "-d", str(site)], cwd=environment.ROOT, env=installing.variables() | day
    )
    return ended.returncode == 0


def _contents(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


if __name__ == "__main__":
    sys.exit(main())
