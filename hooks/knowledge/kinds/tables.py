"""Rows of the tables in `content/data/`: figures and lists that pages are drawn from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from knowledge.kinds.fields import Fields, PartialDate, SourceId, Term, Text, Unit, teach
from knowledge.kinds.references import Trail
from knowledge.kinds.validation import validated
from knowledge.problems import Problem
from knowledge.reading.tables import read_table

Row = TypeVar("Row", bound=BaseModel)

LISTED_GOODS = "content/data/listed-goods.csv"
PLACES = "content/data/country-codes.csv"
EXPORT_SHARES = "content/data/export-shares.csv"
EXPORT_STUDIES = "content/data/export-studies.csv"

Iso3 = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


def _yes_or_no(value: object) -> object:
    if value not in ("yes", "no"):
        raise teach("yes-or-no", f"“{value}” is neither yes nor no.", "Write yes or no.")
    return value == "yes"


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]


class ListedGood(Fields):
    """A good from a country that a list names as made with child labour or forced labour."""

    iso3: Iso3 = Field(description="ISO 3166-1 alpha-3 code of the country")
    good: Annotated[str, Term("goods")] = Field(description="the good")
    child_labour: YesNo = Field(description="whether the list names it for child labour")
    forced_labour: YesNo = Field(description="whether the list names it for forced labour")
    forced_child_labour: YesNo = Field(
        description="whether the list names it for forced child labour"
    )
    edition: Text = Field(description="the edition of the list")
    source: SourceId = Field(description="id of the source")


class Place(Fields):
    """A country or area with its codes, as the United Nations name and group it."""

    iso3: Iso3 = Field(description="ISO 3166-1 alpha-3 code")
    m49: Annotated[str, Field(pattern=r"^[0-9]{3}$")] = Field(
        description="United Nations M49 code, three digits"
    )
    name: Text = Field(description="the name in English, as the United Nations use it")
    official_name: str = Field(description="the official name in English")
    region: Literal["Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania", ""] = Field(
        description="the region in which the United Nations count it"
    )
    subregion: str = Field(description="the subregion in which the United Nations count it")


def _per_cent(value: object) -> object:
    if isinstance(value, str) and value.isascii() and value.isdigit() and int(value) <= 100:
        return int(value)
    hint = "Write a whole number from 0 to 100, without a sign."
    raise teach("per-cent", f"“{value}” is no share in per cent.", hint)


class PublishedShare(Fields):
    """A published estimate: the part of a region's child labour that works for its exports."""

    region: Text = Field(description="the region, as the source names it")
    per_cent: Annotated[int, BeforeValidator(_per_cent), Unit("per cent")] = Field(
        description="the part of the region's child labour that works for its exports"
    )
    published: PartialDate = Field(description="when the estimate was published")
    state: Literal["stated", "to-verify", "verified"] = Field(description="how sure we are of it")
    source: SourceId = Field(description="id of the source")


class ExportStudy(Fields):
    """What somebody says on the method, or found with it or against it."""

    bearing: Literal["method", "same-method", "counter-evidence"] = Field(
        description="how the study bears on the method"
    )
    finding: Text = Field(description="what it says or found, in a sentence of ours")
    state: Literal["stated", "to-verify", "verified"] = Field(description="how sure we are of it")
    source: SourceId = Field(description="id of the source")


def read_export_shares(root: Path) -> tuple[list[PublishedShare], list[Problem]]:
    """The published shares of child labour in exports."""
    return read_rows(root, EXPORT_SHARES, PublishedShare)


def read_export_studies(root: Path) -> tuple[list[ExportStudy], list[Problem]]:
    """Studies that bear on the method of those shares."""
    return read_rows(root, EXPORT_STUDIES, ExportStudy)


def read_listed_goods(root: Path) -> tuple[list[ListedGood], list[Problem]]:
    """The rows of the table of listed goods."""
    return read_rows(root, LISTED_GOODS, ListedGood)


def read_places(root: Path) -> tuple[dict[str, Place], list[Problem]]:
    """The countries and areas by ISO 3166-1 alpha-3 code."""
    rows, problems = read_rows(root, PLACES, Place)
    return {place.iso3: place for place in rows}, problems


def read_rows(root: Path, path: str, model: type[Row]) -> tuple[list[Row], list[Problem]]:
    """The rows of a table whose columns are the fields of a model, in the order of the table."""
    columns = tuple(model.model_fields)
    table, problems = read_table(root, path, columns)
    rows: list[Row] = []
    for line, values in table:

        def locate(trail: Trail, key: bool, line: int = line) -> tuple[int, int]:
            return line, 1

        row, found = validated(model, values, path, locate)
        problems += found
        if row is not None:
            rows.append(row)
    return rows, problems
