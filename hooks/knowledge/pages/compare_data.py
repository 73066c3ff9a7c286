"""The files of data of the comparison: a country each, and initiatives in small groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.chosen_addresses import IN_A_FILE, country_file, initiatives_file
from knowledge.pages.citing_across import CitingAcross
from knowledge.pages.compare_cells import claim_data, sources_data
from knowledge.pages.compare_initiative_rows import initiative_cells
from knowledge.pages.compare_rows import country_rows, lines_of
from knowledge.pages.country_drawings import legal_ages
from knowledge.pages.initiative import initiative_title
from knowledge.pages.marks import NOT_RESEARCHED
from knowledge.pages.templates import environment

#: A file of data to come: where, made from what, the name of its table, and what it holds by id.
DataFile = tuple[str, str, str, Callable[[], Mapping[str, object]]]


def compare_files(library: Library) -> Iterator[DataFile]:
    """Every file of data of the comparison."""
    for entry in library.all("country"):
        yield country_file(entry.id), entry.path, "countries", partial(_country, library, entry)
    initiatives = library.all("initiative")
    for number, start in enumerate(range(0, len(initiatives), IN_A_FILE)):
        group = initiatives[start : start + IN_A_FILE]
        path, made_from = initiatives_file(number), group[0].path
        yield path, made_from, "initiatives", partial(_initiatives, library, group)


def _country(library: Library, entry: Entry) -> dict[str, object]:
    return {entry.id: country_data(library, entry)}


def country_data(library: Library, entry: Entry) -> dict[str, object]:
    """What the comparison shows of a country: its age line, cells by row, sources by anchor."""
    country = entry.record
    if not isinstance(country, Country):
        raise TypeError(f"{entry.path} is not the record of a country")
    across = CitingAcross(library)
    citing = across.of(entry)
    cells = {}
    for row in country_rows():
        lines = lines_of(row.id, entry, library, citing)
        # A row that is not there has not been researched.
        if any(line.state.id != NOT_RESEARCHED or line.has_small_print for line in lines):
            cells[row.id] = [claim_data(line) for line in lines]
    ages = legal_ages(country, id=f"ages-{entry.id}")
    drawn = environment().get_template("drawings/age_line.html").module
    return {
        "title": country.title,
        "address": entry.address,
        "ages": str(drawn.age_line(ages)) if ages else "",  # type: ignore[attr-defined]
        "notes": list(ages.notes) if ages else [],
        "cells": cells,
        "sources": sources_data(across.lines()),
    }


def _initiatives(library: Library, group: list[Entry]) -> dict[str, object]:
    return {entry.id: initiative_data(library, entry) for entry in group}


def initiative_data(library: Library, entry: Entry) -> dict[str, object]:
    """What the comparison shows of an initiative: cells by row, sources by anchor."""
    across = CitingAcross(library)
    cells = initiative_cells(entry, library, across.of(entry))
    return {
        "title": initiative_title(entry.record),  # type: ignore[arg-type]
        "address": entry.address,
        "cells": cells,
        "sources": sources_data(across.lines()),
    }
