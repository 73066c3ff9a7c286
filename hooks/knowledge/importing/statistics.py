"""One import of statistics from beginning to end: publishers' tables in, our tables out.

`content/data/global-estimates.csv` is not touched: its few figures were taken out of reports by
hand, and are kept by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from knowledge.importing import statistics_ilostat, statistics_unsd
from knowledge.importing.goods import table_text
from knowledge.importing.run import Outcome
from knowledge.importing.statistics_doubts import with_doubts
from knowledge.importing.statistics_inputs import Reader
from knowledge.importing.statistics_sources import SHARED
from knowledge.kinds.statistics import (
    DATASETS,
    DOUBTS,
    SERIES,
    Dataset,
    Figure,
    path_of,
    read_figures,
)
from knowledge.kinds.tables import PLACES, read_places
from knowledge.kinds.vocabularies import SHARED_SOURCES, SharedSources, read_shared_sources
from knowledge.problems import Problem
from knowledge.writing.canonical import data_text


def run(root: Path, folder: Path) -> Outcome:
    """Reads the tables in a folder and the repository, and works out every file. Writes nothing.

    `folder` holds the folders of the publishers' tables by their names.
    """
    places, problems = read_places(root)
    if not places:
        told = "Without the table of countries no area can be told from another."
        hint = "Import the country codes first: scripts/import_ilab.py writes the table."
        problems = [*problems, Problem(PLACES, 0, 0, "import", "error", told, hint)]
    reader = Reader()
    iso3_of = {place.m49: place.iso3 for place in places.values()}
    iso3_by_name = {place.name: place.iso3 for place in places.values()}
    found = [
        *statistics_unsd.figures(folder / statistics_unsd.FOLDER, iso3_of, reader),
        *statistics_ilostat.figures(folder / statistics_ilostat.FOLDER, iso3_by_name, reader),
    ]
    existing, table_problems = read_figures(root)
    sources, source_problems = read_shared_sources(root)
    outcome = Outcome(problems=[*problems, *reader.problems, *table_problems, *source_problems])
    if outcome.problems:
        return outcome
    tables: dict[Dataset, list[Figure]] = {dataset: [] for dataset in DATASETS}
    for figure in with_doubts(found):
        tables[SERIES[figure.series].dataset].append(figure)
    for dataset, rows in tables.items():
        if rows:
            outcome.files[path_of(dataset)] = figures_text(rows)
            outcome.told += _changes(path_of(dataset), existing[dataset], rows)
    known = {**sources, **SharedSources.model_validate({"sources": SHARED}).sources}
    outcome.files[SHARED_SOURCES] = data_text(SharedSources(sources=known))
    outcome.told += [f"{SHARED_SOURCES}: added {id_}" for id_ in SHARED if id_ not in sources]
    outcome.files = {path: t for path, t in outcome.files.items() if _text(root / path) != t}
    return outcome


def figures_text(figures: Iterable[Figure]) -> str:
    """A table of figures as CSV: countries by code, then groups; each by series, age and sex."""
    order = sorted(figures, key=lambda f: (f.series, not f.iso3, f.place, *f.key))
    columns = list(Figure.model_fields)
    return table_text(columns, ([_cell(getattr(f, c)) for c in columns] for f in order))


def _cell(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _changes(path: str, before: list[Figure], after: list[Figure]) -> list[str]:
    """How many figures are new, gone or other than before, and how many are in doubt."""
    old, new = _by_key(before), _by_key(after)
    added, gone = new.keys() - old.keys(), old.keys() - new.keys()
    other = sum(old[key] != new[key] for key in old.keys() & new.keys())
    told = [
        f"{path}: {len(number):,} figures {word}"
        for number, word in ((added, "added"), (gone, "removed"))
        if number
    ]
    told += [f"{path}: {other:,} figures changed"] if other else []
    if told:
        doubts = Counter(figure.doubt for figure in after if figure.doubt)
        told += [f"{path}: {n:,} to verify: {DOUBTS[doubt]}" for doubt, n in doubts.items()]
    return told


def _by_key(figures: Iterable[Figure]) -> Mapping[tuple[str, ...], Figure]:
    return {figure.key: figure for figure in figures}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
