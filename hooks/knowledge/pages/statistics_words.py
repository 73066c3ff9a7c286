"""Figures, sexes, ages and parts in the words that readers meet, and the page of each dataset."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from knowledge.analysis.statistics import BySex
from knowledge.kinds.statistics import DOUBTS, Age, Dataset, Figure, Nature, Part, Sex, Unit

FOLDER = "statistics"
ADDRESS = f"{FOLDER}/"

#: The page of each dataset by its title, in the order of the index.
TITLES: dict[Dataset, str] = {
    "sdg-8-7-1": "Children in child labour, by sex (SDG 8.7.1)",
    "ilostat-hazardous-work": "Children in hazardous work, by sector and sex (ILOSTAT)",
    "sdg-16-2-2": "Detected victims of human trafficking (SDG 16.2.2)",
    "global-estimates": "Global estimates, 2016 to 2024",
}

AGE_WORDS: dict[Age, str] = {
    "5-17": "5 to 17", "5-14": "5 to 14", "6-17": "6 to 17", "7-17": "7 to 17",
    "10-17": "10 to 17", "5-11": "5 to 11", "12-14": "12 to 14", "15-17": "15 to 17",
    "18+": "18 and over", "under-18": "under 18", "all": "all ages", "unknown": "age not known",
}  # fmt: skip
PART_WORDS: dict[Part, str] = {
    "": "all", "agriculture": "agriculture", "industry": "industry", "services": "services",
    "not-classified": "sector not known", "private-economy": "in the private economy",
    "commercial-sexual-exploitation": "commercial sexual exploitation",
    "state-imposed": "imposed by a state",
}  # fmt: skip
NATURE_WORDS: dict[Nature, str] = {
    "country": "country data", "country-adjusted": "country data, adjusted by the custodian",
    "survey": "household survey", "estimated": "estimated", "modelled": "modelled",
    "none": "the source does not say",
}  # fmt: skip
#: Children and grown-ups have other words for their sex.
SEX_WORDS: dict[Sex, str] = {
    "both": "both sexes", "female": "women and girls", "male": "men and boys",
    "other": "another sex", "unknown": "sex not known",
}  # fmt: skip
_CHILDREN: dict[Sex, str] = {"both": "all", "female": "girls", "male": "boys"}
_ADULTS: dict[Sex, str] = {"both": "all", "female": "women", "male": "men"}
_UNIT_WORDS: dict[Unit, str] = {
    "percent": "%", "number": "", "per-100000": " per 100,000", "thousand": " thousand",
    "million": " million", "per-1000": " per 1,000",
}  # fmt: skip
#: The last place that is printed of figures with many.
_PLACES: dict[Unit, Decimal] = {
    "percent": Decimal("0.1"), "thousand": Decimal("0.1"), "per-100000": Decimal("0.01"),
}  # fmt: skip


def address_of(dataset: Dataset) -> str:
    """The page of a dataset, relative to the site."""
    return f"{ADDRESS}{dataset}/"


def sex_words(sex: Sex, age: Age) -> str:
    """The sex of people of an age: `girls`, `men`, `women and girls`."""
    if age == "18+":
        return _ADULTS.get(sex, SEX_WORDS[sex])
    if age in ("all", "unknown"):
        return SEX_WORDS[sex]
    return _CHILDREN.get(sex, SEX_WORDS[sex])


def number(figure: Figure | None) -> str:
    """A figure without its unit, as a table prints it; empty where there is none.

    Per cents and thousands have one decimal place, rates two; the rest is as the source gives it.
    """
    if figure is None:
        return ""
    # In decimal as written, so that 12,846.65 becomes 12,846.7 as a reader would round it.
    exact = Decimal(f"{figure.value:.10g}")
    if figure.unit in _PLACES:
        return f"{exact.quantize(_PLACES[figure.unit], ROUND_HALF_UP):,f}"
    return f"{exact:,f}"


def amount(figure: Figure | None) -> str:
    """A figure with its unit: `20.1%`, `45.3 thousand`, `611`."""
    return f"{number(figure)}{_UNIT_WORDS[figure.unit]}" if figure else ""


def female_and_male(row: BySex) -> str:
    """What is known by sex: `girls 21.7%, boys 18.6%`; empty where nothing is."""
    known = (figure for figure in (row.female, row.male) if figure is not None)
    return ", ".join(f"{sex_words(f.sex, f.age)} {amount(f)}" for f in known)


def doubts(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Why figures are to be verified, each reason once, as sentences."""
    found = dict.fromkeys(figure.doubt for figure in figures if figure.doubt)
    return tuple(DOUBTS[doubt] for doubt in found)
