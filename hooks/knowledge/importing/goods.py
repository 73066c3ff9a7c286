"""ILAB's list of goods: a vocabulary of goods by sector, and a table of goods by country."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from knowledge.importing.country_names import slug
from knowledge.importing.inputs import Row, Table
from knowledge.importing.sources import EDITION, ILAB_GOODS
from knowledge.kinds.tables import ListedGood, Place
from knowledge.kinds.vocabularies import Vocabulary, VocabularyTerm
from knowledge.problems import Problem

_LIST = (
    "US Department of Labor, ILAB: List of Goods Produced by Child Labor or Forced Labor, 2022 list"
)
_TITLE = "Goods"
_DESCRIPTION = (
    "Goods as the US Department of Labor lists them, by sector. A good stands here because it is "
    "listed for at least one country, or because a record of this library needs it."
)
_YES = {"Yes": True, "No": False}


def term_id(label: str) -> str:
    """The id of a good: its whole label, with what stands in brackets."""
    return slug(label.replace("(", " ").replace(")", " "))


def problems(table: Table, codes: dict[str, str]) -> list[Problem]:
    """Rows that name no known country, or say neither yes nor no."""
    found = []
    for index, row in enumerate(table.rows):
        if row["country"] not in codes:
            told = f"“{row['country']}” is no known country."
            found.append(table.problem(index, told, "Add the name to country_names.py."))
        for column in ("child_labor", "forced_labor", "forced_child_labor"):
            if row[column] not in _YES:
                told = f"{column} is “{row[column]}”, neither Yes nor No."
                found.append(table.problem(index, told, "Write Yes or No."))
    return found


def vocabulary(rows: Iterable[Row], existing: Vocabulary | None) -> Vocabulary:
    """The goods and their sectors. Terms that people wrote, or changed, are kept as they are."""
    listed = {row["good"]: row["sector"] for row in rows}
    terms = {
        term_id(sector): VocabularyTerm(
            id=term_id(sector), label=sector, definition=f"A sector of the list: {sector.lower()}.",
            source=[_LIST], broader=None,
        )
        for sector in sorted(set(listed.values()), key=lambda s: (s == "Other", s))
    }  # fmt: skip
    for good in sorted(listed, key=term_id):
        terms[term_id(good)] = VocabularyTerm(
            id=term_id(good), label=good, source=[_LIST], broader=term_id(listed[good])
        )
    if existing is None:
        return Vocabulary(title=_TITLE, description=_DESCRIPTION, terms=list(terms.values()))
    known = {term.id for term in existing.terms}
    new = [term for term in terms.values() if term.id not in known]
    return existing.model_copy(update={"terms": [*existing.terms, *new]})


def listed_goods(rows: Iterable[Row], codes: dict[str, str]) -> list[ListedGood]:
    """Every row of the list. A good listed for its inputs says where they come from."""
    found = []
    for row in rows:
        edition = EDITION
        if row.get("derived_labor_exploitation") == "Yes":
            edition = f"{EDITION}, for listed inputs from {_plain(row['derived_country'])}"
        found.append(
            ListedGood.model_construct(
                iso3=codes[row["country"]],
                good=term_id(row["good"]),
                child_labour=_YES[row["child_labor"]],
                forced_labour=_YES[row["forced_labor"]],
                forced_child_labour=_YES[row["forced_child_labor"]],
                edition=edition,
                source=ILAB_GOODS,
            )
        )
    return sorted(found, key=lambda g: (g.iso3, g.good))


def listed_goods_text(goods: Iterable[ListedGood]) -> str:
    """The table as CSV."""
    said = {True: "yes", False: "no"}
    rows = [
        [g.iso3, g.good, said[g.child_labour], said[g.forced_labour], said[g.forced_child_labour],
         g.edition, g.source]
        for g in goods
    ]  # fmt: skip
    return table_text(list(ListedGood.model_fields), rows)


def places_text(places: Iterable[Place]) -> str:
    """The table of codes as CSV."""
    rows = [list(place.model_dump().values()) for place in places]
    return table_text(list(Place.model_fields), rows)


def table_text(header: list[str], rows: Iterable[list[str]]) -> str:
    """CSV with line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _plain(country: str) -> str:
    """`Congo, Democratic Republic of the` in the order in which one says it."""
    name, _, before = country.partition(", ")
    return f"the {before.removesuffix(' the')} the {name}" if before else name
