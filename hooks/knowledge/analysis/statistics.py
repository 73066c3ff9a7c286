"""Statistics as tables: figures side by sex, by country, by age band.

Age bands are kept apart everywhere: 5 to 14 is never set beside 5 to 17. Years differ between
countries, as surveys do, so every row has its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.kinds.entries import Entry
from knowledge.kinds.statistics import SERIES, Age, Dataset, Figure, Part, SeriesId, Sex
from knowledge.library import Library

#: The measure of child labour that counts both kinds of work comes first (SDG 8.7.1).
PREVALENCE: tuple[SeriesId, ...] = ("SL_TLF_CHLDEC", "SL_TLF_CHLDEA")
DETECTED: SeriesId = "VC_HTF_DETV"
HAZARDOUS: SeriesId = "CLD_XHAZ_SEX_AGE_ECO_NB"
#: The age bands in the order in which readers meet them: the widest first.
AGES: tuple[Age, ...] = (
    "all", "5-17", "6-17", "7-17", "10-17", "5-14", "5-11", "12-14", "15-17", "under-18", "18+",
    "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BySex:
    """The figures of one series, place, year, age band and part; None where there is none."""

    series: SeriesId
    iso3: str
    area: str
    year: str
    age: Age
    part: Part
    both: Figure | None = None
    female: Figure | None = None
    male: Figure | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that there are."""
        return tuple(f for f in (self.both, self.female, self.male) if f is not None)

    @property
    def in_doubt(self) -> bool:
        """Whether any of them is to be verified."""
        return any(figure.doubt for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that may be compared with one another: of one series and one age band."""

    age: Age
    rows: tuple[BySex, ...]


def by_sex(figures: Iterable[Figure]) -> list[BySex]:
    """Figures side by sex, in the order in which their groups first appear."""
    groups: dict[tuple[str, ...], dict[Sex, Figure]] = defaultdict(dict)
    for figure in figures:
        groups[figure.key[:-1]][figure.sex] = figure
    found = []
    for group in groups.values():
        one = next(iter(group.values()))
        sexes = (group.get("both"), group.get("female"), group.get("male"))
        if any(sexes):
            place = (one.series, one.iso3, one.area, one.year, one.age, one.part)
            found.append(BySex(*place, *sexes))
    return found


def newest(figures: Iterable[Figure], series: SeriesId) -> list[BySex]:
    """The newest year of a series among the figures of one place, by age band and part."""
    own = [figure for figure in figures if figure.series == series]
    last = max((figure.year for figure in own), default="")
    rows = by_sex(figure for figure in own if figure.year == last)
    return sorted(rows, key=lambda row: AGES.index(row.age))


def prevalence(library: Library, iso3: str) -> BySex | None:
    """Child labour in a country, by sex, in per cent of the children of an age band (SDG 8.7.1).

    With household chores where that is known, else without: `series` says which. None where the
    library knows none, which is not zero.
    """
    rows = [row for series in PREVALENCE for row in newest_of(library, series, iso3)]
    return rows[0] if rows else None


def newest_of(library: Library, series: SeriesId, iso3: str) -> list[BySex]:
    """The newest figures of a series for a country, the widest age band first."""
    return library.once(_newest_by_country).get(series, {}).get(iso3, [])


def bands(library: Library, series: SeriesId) -> tuple[Band, ...]:
    """The newest figures of every country by age band; within it by name."""
    found: dict[Age, list[BySex]] = defaultdict(list)
    for rows in newest_of_countries(library, series):
        for row in rows:
            if not row.part:
                found[row.age].append(row)
    return tuple(Band(age, tuple(found[age])) for age in sorted(found, key=AGES.index))


def newest_of_countries(library: Library, series: SeriesId) -> list[list[BySex]]:
    """The newest figures of every country, all age bands and parts together, by name."""
    found = library.once(_newest_by_country).get(series, {}).values()
    return sorted(found, key=lambda rows: name_of(library, rows[0]).casefold())


def of_groups(library: Library, dataset: Dataset) -> list[BySex]:
    """The figures of groups of countries in a dataset, in the order of its table."""
    return by_sex(figure for figure in library.figures.get(dataset, []) if figure.area)


def name_of(library: Library, row: BySex | Figure) -> str:
    """A country by the name of its record or of the table of countries; a group by its own."""
    entry, place = library.country(row.iso3), library.places.get(row.iso3)
    return entry.record.title if entry else place.name if place else row.area or row.iso3


def entry_of(library: Library, row: BySex | Figure) -> Entry | None:
    """The record of the country that a row is of."""
    return library.country(row.iso3) if row.iso3 else None


@dataclass(frozen=True, slots=True)
class YearSum:
    """The sum of what countries reported for a year; `countries` is how many did.

    The countries differ from year to year, so the sums tell of reporting as much as of victims.
    """

    year: str
    countries: int
    total: float
    adults: float
    children: float


def detected_by_year(library: Library) -> list[YearSum]:
    """Detected victims by year, summed over the countries that report (SDG 16.2.2)."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    places: dict[str, set[str]] = defaultdict(set)
    for figure in library.figures.get("sdg-16-2-2", []):
        if figure.series == DETECTED and figure.sex == "both" and figure.iso3:
            sums[figure.year][figure.age] += figure.value
            places[figure.year].add(figure.iso3)
    return [
        YearSum(year, len(places[year]), ages["all"], ages["18+"], ages["under-18"])
        for year, ages in sorted(sums.items())
    ]


@dataclass(frozen=True, slots=True)
class SexCheck:
    """A group of victims: its share of those whose sex and age are known, in per cent.

    `coded` is what the codes of the extract say, `reversed` what they say when female and male
    are taken for one another, `published` what the custodian of the data reports.
    """

    sex: Sex
    age: Age
    coded: float
    reversed: float
    published: Figure


def sex_check(library: Library) -> list[SexCheck]:
    """The sexes of detected victims as coded, against the shares that UNODC reports."""
    published = [
        figure
        for figure in library.figures.get("global-estimates", [])
        if figure.series == "detected-victims-share"
    ]
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for figure in library.figures.get("sdg-16-2-2", []):
        if figure.series == DETECTED and figure.sex in ("female", "male") and figure.iso3:
            sums[figure.year, figure.age, figure.sex] += figure.value
    found = []
    for figure in published:
        ages = ("18+", "under-18")
        known = sum(sums[figure.year, age, sex] for age in ages for sex in ("female", "male"))
        other = "male" if figure.sex == "female" else "female"
        if known:
            coded, turned = (
                100 * sums[figure.year, figure.age, sex] / known for sex in (figure.sex, other)
            )
            found.append(SexCheck(figure.sex, figure.age, coded, turned, figure))
    return found


def sources_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The ids of the sources that figures rest on, in the order of the figures."""
    return tuple(dict.fromkeys(figure.source for figure in figures))


def sources_of_dataset(library: Library, dataset: Dataset) -> tuple[str, ...]:
    """The ids of the sources that the figures of a dataset rest on."""
    return sources_of(library.figures.get(dataset, ()))


def _newest_by_country(library: Library) -> dict[SeriesId, dict[str, list[BySex]]]:
    """The newest figures of every country, by series and country."""
    figures: dict[SeriesId, dict[str, list[Figure]]] = {series: {} for series in SERIES}
    for rows in library.figures.values():
        for row in rows:
            if row.iso3:
                figures[row.series].setdefault(row.iso3, []).append(row)
    return {
        series: {iso3: newest(own, series) for iso3, own in countries.items()}
        for series, countries in figures.items()
    }
