"""Statistics of the indicators: one table of figures per dataset in `content/data/`, long form.

A row is one figure: of a country (`iso3`) or of the group of countries that a source names
(`area`), for a sex and an age band, in a year. An absent row means that the source has no figure;
it never means zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from knowledge.kinds.fields import Fields, SourceId, State, teach
from knowledge.kinds.tables import Place, read_rows
from knowledge.kinds.validation import nearest
from knowledge.problems import Problem

Dataset = Literal["sdg-8-7-1", "sdg-16-2-2", "ilostat-hazardous-work", "global-estimates"]
Sex = Literal["both", "female", "male", "other", "unknown"]
Age = Literal[
    "5-17", "5-14", "6-17", "7-17", "10-17", "5-11", "12-14", "15-17", "18+", "under-18", "all",
    "unknown",
]  # fmt: skip
Part = Literal[
    "", "agriculture", "industry", "services", "not-classified", "private-economy",
    "commercial-sexual-exploitation", "state-imposed",
]  # fmt: skip
Unit = Literal["percent", "number", "per-100000", "thousand", "million", "per-1000"]
Nature = Literal["country", "country-adjusted", "survey", "estimated", "modelled", "none"]
Doubt = Literal["", "sex-codes", "sum", "outside", "fraction"]
SeriesId = Literal[
    "SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "VC_HTF_DETV", "VC_HTF_DETVR", "VC_HTF_DETVFL",
    "VC_HTF_DETVSX", "VC_HTF_DETVOP", "CLD_XHAZ_SEX_AGE_ECO_NB", "child-labour",
    "child-labour-prevalence", "child-labour-by-sector", "hazardous-work", "modern-slavery",
    "forced-labour", "forced-labour-prevalence", "forced-marriage", "detected-victims-share",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Series:
    """What a series measures. The unit is the same for all of its figures."""

    dataset: Dataset
    label: str
    unit: Unit


#: Every series, in the order in which readers meet them. The codes in capitals are those of the
#: UN Statistics Division and of ILOSTAT; the others are ours, for figures taken out of reports.
SERIES: dict[SeriesId, Series] = {
    "SL_TLF_CHLDEC": Series(
        "sdg-8-7-1", "Children in economic activity and household chores", "percent"
    ),
    "SL_TLF_CHLDEA": Series("sdg-8-7-1", "Children in economic activity", "percent"),
    "VC_HTF_DETV": Series("sdg-16-2-2", "Detected victims of human trafficking", "number"),
    "VC_HTF_DETVR": Series(
        "sdg-16-2-2", "Detected victims of human trafficking per 100,000 people", "per-100000"
    ),
    "VC_HTF_DETVFL": Series(
        "sdg-16-2-2", "Detected victims, for forced labour, servitude and slavery", "number"
    ),
    "VC_HTF_DETVSX": Series("sdg-16-2-2", "Detected victims, for sexual exploitation", "number"),
    "VC_HTF_DETVOP": Series("sdg-16-2-2", "Detected victims, for other purposes", "number"),
    "CLD_XHAZ_SEX_AGE_ECO_NB": Series(
        "ilostat-hazardous-work", "Children in hazardous work", "thousand"
    ),
    "child-labour": Series("global-estimates", "Children in child labour", "million"),
    "child-labour-prevalence": Series(
        "global-estimates", "Children in child labour, of all children", "percent"
    ),
    "child-labour-by-sector": Series(
        "global-estimates", "Sectors, of all children in child labour", "percent"
    ),
    "hazardous-work": Series("global-estimates", "Children in hazardous work", "million"),
    "modern-slavery": Series(
        "global-estimates", "People in forced labour or forced marriage", "million"
    ),
    "forced-labour": Series("global-estimates", "People in forced labour", "million"),
    "forced-labour-prevalence": Series(
        "global-estimates", "People in forced labour, per 1,000 people", "per-1000"
    ),
    "forced-marriage": Series("global-estimates", "People in forced marriage", "million"),
    "detected-victims-share": Series(
        "global-estimates", "Detected victims of trafficking whose sex and age are known", "percent"
    ),
}

#: Why a figure is to be verified. The importer finds each by a rule, and pages print the sentence.
DOUBTS: dict[Doubt, str] = {
    "sex-codes": "In the source's extract the codes for female and male seem to be interchanged, "
    "for many countries if not for all.",
    "sum": "Female and male, or one of them, are more than the figure for both sexes.",
    "outside": "The per cent of both sexes does not lie between those of female and male.",
    "fraction": "The source gives a number of people that is not whole.",
}


def _a_number(value: object) -> object:
    if isinstance(value, int | float):
        return float(value)
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if not isfinite(number) or number < 0:
        raise teach(
            "number",
            f"“{value}” is not a number from 0 upward, so nothing can be drawn or added up.",
            "Write digits and a point, for example 9.6. Where the source has no figure, leave the "
            "whole row out: a missing row says that nobody has told, never zero.",
        )
    return number


class Figure(Fields):
    """One figure. Exactly one of `iso3` and `area` says what it is of."""

    iso3: Annotated[str, Field(pattern=r"^([A-Z]{3})?$")] = Field(
        description="ISO 3166-1 alpha-3 code of a country; empty for a group of countries"
    )
    area: str = Field(description="the group of countries, as the source names it")
    series: SeriesId = Field(description="code of the series")
    sex: Sex = Field(description="whom the figure counts")
    age: Age = Field(description="the age band in years")
    part: Part = Field(
        description="the part of the whole that the figure is of; empty for the whole"
    )
    year: Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}$")] = Field(
        description="the year that the figure is for"
    )
    value: Annotated[float, BeforeValidator(_a_number)] = Field(
        description="the figure, in the unit beside it"
    )
    unit: Unit = Field(description="the unit of the value")
    nature: Nature = Field(description="how the source came by the figure")
    doubt: Doubt = Field(description="why the figure is to be verified; empty where it is not")
    note: str = Field(description="what the source says beside the figure")
    source: SourceId = Field(description="id of the source")

    @property
    def state(self) -> State:
        """How sure the figure is: the source says so, or it looks damaged."""
        return "to-verify" if self.doubt else "stated"

    @property
    def place(self) -> str:
        """The country's code or the name of the group of countries."""
        return self.iso3 or self.area

    @property
    def key(self) -> tuple[str, ...]:
        """What no two figures share."""
        return (self.series, self.place, self.year, self.age, self.part, self.sex)

    @model_validator(mode="after")
    def _is_of_one_place(self) -> Self:
        if bool(self.iso3) == bool(self.area):
            raise teach(
                "figure-place",
                "A figure is of one country or of one group of countries, and of nothing else.",
                "Fill iso3 for a country, else area with the name that the source gives the group.",
            )
        return self

    @model_validator(mode="after")
    def _has_the_unit_of_its_series(self) -> Self:
        unit = SERIES[self.series].unit
        if self.unit != unit or (unit == "percent" and self.value > 100):
            raise teach(
                "figure-unit",
                f"{self.value:g} in the unit “{self.unit}” cannot be a figure of {self.series}.",
                f"Its unit is {unit}; give the value in it (a per cent is at most 100).",
            )
        return self


def path_of(dataset: Dataset) -> str:
    """The table of a dataset, relative to the repository."""
    return f"content/data/{dataset}.csv"


#: The datasets in the order in which readers meet them.
DATASETS: tuple[Dataset, ...] = tuple(dict.fromkeys(series.dataset for series in SERIES.values()))


def read_figures(root: Path) -> tuple[dict[Dataset, list[Figure]], list[Problem]]:
    """The figures of each dataset in the order of its table; a table that is not there is empty."""
    figures: dict[Dataset, list[Figure]] = {}
    problems: list[Problem] = []
    for dataset in DATASETS:
        figures[dataset], found = read_rows(root, path_of(dataset), Figure)
        problems += found
    return figures, problems


def figure_problems(
    figures: Mapping[Dataset, list[Figure]],
    places: Mapping[str, Place],
) -> list[Problem]:
    """Figures that name what does not exist, stand in another dataset's table, or stand twice."""
    return list(_figure_problems(figures, places))


def _figure_problems(
    figures: Mapping[Dataset, list[Figure]], places: Mapping[str, Place]
) -> Iterator[Problem]:
    for dataset, rows in figures.items():
        path, seen = path_of(dataset), dict[tuple[str, ...], int]()
        for line, row in enumerate(rows, start=2):
            first = seen.setdefault(row.key, line)
            if row.iso3 and row.iso3 not in places:
                told = f"“{row.iso3}” is not the code of a country or area that is known."
                yield Problem(
                    path, line, 1, "unknown-country", "error", told, nearest(row.iso3, list(places))
                )
            if SERIES[row.series].dataset != dataset:
                own = path_of(SERIES[row.series].dataset)
                told = f"The series {row.series} does not belong into this table."
                yield Problem(path, line, 1, "figure-dataset", "error", told, f"Move it to {own}.")
            if first != line:
                told = f"This figure stands on line {first} already: two values would be shown."
                hint = "Keep the one that the source gives, and remove the other row."
                yield Problem(path, line, 1, "figure-twice", "error", told, hint)
