"""The share of girls and of boys in child labour in a country, as official statistics give it.

Indicator 8.7.1 of the Sustainable Development Goals, from `content/data/sdg-8-7-1.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.statistics import prevalence
from knowledge.kinds.country import Country
from knowledge.kinds.statistics import SERIES
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class ChildLabourRate:
    """Per cent of girls and of boys of an age band; None where there is no figure by sex.

    `measure` says what was counted where it is not all of child labour, as rates of different
    measures do not compare. `both` is the share of all children; `source` is the id of a shared
    source. A figure that is still `to_verify` is marked wherever it is shown.
    """

    both: float | None
    girls: float | None
    boys: float | None
    ages: str
    year: str
    source: str
    measure: str = ""
    to_verify: bool = False


def child_labour_rate(library: Library, country: Country) -> ChildLabourRate | None:
    """The newest rate of a country, or None where none is recorded."""
    row = prevalence(library, country.iso3) if country.iso3 else None
    if row is None:
        return None
    return ChildLabourRate(
        both=row.both.value if row.both else None,
        girls=row.female.value if row.female else None,
        boys=row.male.value if row.male else None,
        ages=row.age.replace("-", " to "),
        year=row.year,
        source=row.figures[0].source,
        measure=SERIES[row.series].label.lower(),
        to_verify=row.in_doubt,
    )
