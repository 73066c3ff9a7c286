"""The figures of a dataset as a file for a spreadsheet or a program."""

from __future__ import annotations

import csv
import io
from typing import Final

from knowledge.analysis.statistics import name_of
from knowledge.kinds.statistics import SERIES, Dataset
from knowledge.library import Library

#: The columns of the file. A missing row means that the source has no figure, never zero.
COLUMNS: Final = (
    "name", "iso3", "series", "measure", "sex", "age", "part", "year", "value", "unit", "nature",
    "state", "doubt", "note", "source", "source_id",
)  # fmt: skip


def figures_file(dataset: Dataset) -> str:
    """The file of a dataset, relative to the site."""
    return f"statistics/{dataset}.csv"


def figures_csv(library: Library, dataset: Dataset) -> bytes:
    """All figures of a dataset in the order of its table, as CSV in UTF-8 with a heading.

    `source` names the publisher and the date; `source_id` is the name of the source's page.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    cited = {
        id_: ", ".join(filter(None, (source.publisher, str(source.date or ""))))
        for id_, source in library.shared_sources.items()
    }
    for f in library.figures.get(dataset, []):
        writer.writerow(
            [
                name_of(library, f), f.iso3, f.series, SERIES[f.series].label, f.sex, f.age, f.part,
                f.year, f"{f.value:.10g}", f.unit, f.nature, f.state, f.doubt, f.note,
                cited[f.source], f.source,
            ]
        )  # fmt: skip
    return text.getvalue().encode()
