"""Samples of the manual as files of a small site: what surrounds each, so that it stands alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from plan_and_toolkit import PLAN, PLAN_FILE, TOOLKIT, TOOLKIT_FILE

from knowledge.kinds import BY_ID

SMALL = Path(__file__).parent / "sites" / "small"

SOURCES = """sources:
  example-study:
    title: An example
    publisher: Example University
    kind: research
"""
#: The least that a valid record of each kind holds; a sample takes the place of its fields.
LEAST = {
    "practice": f"""id: example
title: An example
summary: A practice for the samples of the rules.
added: 2024-01-15
{SOURCES}approach: [area-based]
level: [community]
targets: [child-labour]
""",
    "initiative": f"""id: example
title: An example
summary: An initiative for the samples of the rules.
added: 2024-01-15
{SOURCES}type: civil-society
scope: global
targets: [child-labour]
level: [global]
functions: [monitoring]
""",
    "country": f"""id: example
title: An example
summary: A country for the samples of the rules.
added: 2024-01-15
{SOURCES}names:
  short: An example
jurisdiction: state
iso3: XXA
m49: '999'
""",
    "supply-chain": f"""id: example
title: An example
summary: A supply chain for the samples of the rules.
added: 2024-01-15
{SOURCES}goods: [cocoa]
stages:
  - id: farm
    title: Farm
    tier: raw-material
    happens: The crop is grown.
    goods: [cocoa]
    typical: true
""",
    "event": f"""id: example
title: An example
summary: An event for the samples of the rules.
added: 2024-01-15
{SOURCES}start: 2023-06-12
state: stated
source: [example-study]
type: meeting
""",
}


def _with(base: str, fields: str) -> str:
    """The base with its top-level fields replaced, or followed, by those of a sample."""
    new = re.findall(r"^[a-z0-9_]+:", fields, re.MULTILINE)
    blocks = re.findall(r"^[a-z0-9_]+:.*\n(?:[ \n].*\n)*", base, re.MULTILINE)
    return "".join(b for b in blocks if not b.startswith(tuple(new))) + fields


def small_site(to: Path) -> Path:
    """A copy of the small site."""
    return Path(shutil.copytree(SMALL, to / "site"))


def placed(root: Path, place: str, text: str) -> str:
    """Write a sample into a site and return the path at which it is judged.

    `place` is what the manual calls it: a kind of record, `practice text`, `files`, ...
    """
    if place == "files":
        return _named(root, text)
    path, whole = _surrounded(root, place, text)
    (root / path).parent.mkdir(exist_ok=True, parents=True)
    (root / path).write_bytes(_spelt(whole))
    return path


def _surrounded(root: Path, place: str, text: str) -> tuple[str, str]:
    """The file that a sample is a part of, and the whole of it."""
    sort, _, rest = place.partition(" ")
    if place == "shared sources":
        path = "content/sources.yml"
        before = (root / path).read_text() if "ilab" not in text else "sources:\n"
        return path, before + re.sub(r"^", "  ", text, flags=re.MULTILINE).rstrip() + "\n"
    if place == "page":
        return "content/example.md", text
    if sort == "vocabulary":
        return f"content/vocabularies/{rest or 'example'}.yml", text
    if sort == "table":
        return f"content/data/{rest}.csv", text
    if place == "toolkit":
        return TOOLKIT_FILE, f"---\n{_with(TOOLKIT.split('---')[1].lstrip(), text)}---\n"
    if place == "pledge":
        return PLAN_FILE, _with_pledge(text)
    if place == "union":
        fields = re.sub(r"^(iso3|m49|jurisdiction):.*\n", "", LEAST["country"], flags=re.MULTILINE)
        return "countries/example.md", f"---\n{_with(fields, text)}---\n"
    if place == "two practices":
        draft = LEAST["practice"].replace("id: example\n", "id: a-draft\nstatus: draft\n")
        (root / "practices" / "a-draft.md").write_text(f"---\n{draft}---\n")
        return "practices/example.md", f"---\n{_with(LEAST['practice'], text)}---\n"
    kind = place.removesuffix(" text").removesuffix(" file").replace(" ", "-")
    path = f"{BY_ID[kind].folder}/example.md"
    if place.endswith(" file"):
        return path, text
    is_text = place.endswith(" text")
    fields = LEAST[kind] if is_text else _with(LEAST[kind], text)
    return path, f"---\n{fields}---\n\n{text if is_text else ''}"


def _with_pledge(text: str) -> str:
    """The work plan, with the fields of a sample in its first pledge."""
    head, pledge, rest = re.split(r"(?<=pledges:\n)|(?=  - id: pledge-2)", PLAN)
    fields = _with(re.sub(r"^(  - |    )", "", pledge, flags=re.MULTILINE), text)
    return head + "  - " + fields.rstrip("\n").replace("\n", "\n    ") + "\n" + rest


def _named(root: Path, text: str) -> str:
    """Files by their names; `NAME -> TARGET` is a link. What stands in the way is taken away."""
    for line in text.splitlines():
        name, _, target = _spelt(line).decode().partition(" -> ")
        path = root / name
        for above in path.relative_to(root).parents:
            (root / above).is_file() and (root / above).unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        if target:
            path.symlink_to(target)
        else:
            path.write_bytes(b"")
    (root.parent / "meals.md").write_bytes(b"")
    return ""


def _spelt(text: str) -> bytes:
    """A sample with its named characters as they are, in UTF-8."""
    text = text.replace("‹tab›", "\t").replace("‹600 KiB of text›", "Children work. " * 41_000)
    text = re.sub(r"‹U\+([0-9A-F]+)›", lambda found: chr(int(found[1], 16)), text)
    parts = re.split(r"‹byte ([0-9A-F]{2})›", text)
    return b"".join(
        bytes.fromhex(part) if number % 2 else part.encode() for number, part in enumerate(parts)
    )
