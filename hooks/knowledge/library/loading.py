"""The files of a repository become one linked library, and every problem found on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.declared import vocabularies_of
from knowledge.kinds.entries import Entry, read_entries
from knowledge.kinds.outlines import read_outlines
from knowledge.kinds.statistics import figure_problems, read_figures
from knowledge.kinds.tables import (
    read_export_shares,
    read_export_studies,
    read_listed_goods,
    read_places,
)
from knowledge.kinds.toolkit import read_toolkits
from knowledge.kinds.vocabularies import FOLDER as VOCABULARIES
from knowledge.kinds.vocabularies import read_shared_sources, read_vocabularies
from knowledge.kinds.work_plan import read_work_plan
from knowledge.library.broken_references import broken_references, broken_steps
from knowledge.library.linked import Library, Prose
from knowledge.problems import Problem
from knowledge.reading.documents import read_prose
from knowledge.reading.folders import DATA_PAGES, PROSE, prose_paths
from knowledge.reading.held import Held
from knowledge.reading.markdown import outline


def load(
    root: Path, *, drafts: bool = False, held: Held | None = None
) -> tuple[Library, list[Problem]]:
    """Read the whole repository: the linked library, and every problem found on the way.

    What is `held` from an earlier time, and has not changed since, is not read again.
    """
    lent, held = held, held or Held()
    problems: list[Problem] = []
    entries: dict[str, dict[str, Entry]] = {}
    hidden: dict[str, set[str]] = {}
    left_out: set[str] = set()
    for kind, read in read_entries(root, KINDS, held).items():
        problems += read.problems
        shown = {one.id: one for one in read.entries if drafts or one.record.status != "draft"}
        entries[kind] = shown
        # A record with a problem of its own is not also reported by all that point to it.
        hidden[kind] = set(read.unread)
        left_out |= {entry.path for entry in read.entries if entry.id not in shown}
    vocabularies, found = held.of(PROSE, read_vocabularies, root)
    sources, source_problems = held.of(PROSE, read_shared_sources, root)
    goods, goods_problems = held.of(PROSE, read_listed_goods, root)
    places, place_problems = held.of(PROSE, read_places, root)
    shares, share_problems = held.of(PROSE, read_export_shares, root)
    studies, study_problems = held.of(PROSE, read_export_studies, root)
    prose, prose_problems = held.of(PROSE, _read_prose, root)
    figures, figures_problems = held.of(PROSE, read_figures, root)
    outlines, outline_problems = held.of(PROSE, read_outlines, root, places)
    toolkits, toolkit_problems = held.of(PROSE, read_toolkits, root)
    plan, plan_problems = held.of(PROSE, read_work_plan, root, set(BY_ID))
    faults = held.of(PROSE, figure_problems, figures, places)
    library = Library(
        root, entries, vocabularies, sources, goods, places, prose, frozenset(left_out),
        shares, studies, toolkits, plan, figures, outlines, lent,
    )  # fmt: skip
    problems += [*share_problems, *study_problems]
    problems += [*figures_problems, *faults, *outline_problems]
    problems += [*found, *source_problems, *goods_problems, *place_problems, *prose_problems]
    problems += [*toolkit_problems, *plan_problems]
    problems += [*_missing_vocabularies(library), *broken_references(library, hidden)]
    problems += broken_steps(library, hidden)
    return library, problems


def _missing_vocabularies(library: Library) -> Iterator[Problem]:
    """Vocabularies without a file: a page also shows the terms that its record does not use."""
    used = {kind.id: kind.label.lower() for kind in KINDS if library.all(kind.id)}
    for kind_id, label in used.items():
        for name in sorted(vocabularies_of(BY_ID[kind_id].model)):
            path = f"{VOCABULARIES}/{name}.yml"
            if not (library.root / path).exists():
                told = f"The vocabulary {name} is missing; the page of a {label} is made with it."
                hint = "Add the file, with title:, description: and terms: as in the others."
                yield Problem(path, 0, 0, "vocabulary-missing", "error", told, hint)


def _read_prose(root: Path) -> tuple[dict[str, Prose], list[Problem]]:
    paths, problems = prose_paths(root)
    prose: dict[str, Prose] = {}
    for path in paths:
        text, found = read_prose(root, path)
        problems += found
        if text is not None:
            ours = path.startswith(DATA_PAGES)
            prose[path] = Prose(path, text, outline(text, path, prose=not ours))
            problems += prose[path].outline.problems
    return prose, problems
