"""Figures that cannot be right as they stand, or that another source contradicts.

Nothing is corrected: the value stays as the source gives it, and the doubt is written beside it.

The sexes of indicator 16.2.2. In the extract of December 2023, 48 per cent of the victims of 2018
whose sex and age are known would be men, 21 women, 18 boys and 13 girls. UNODC, which gave the
United Nations these data, reports for that year 46 per cent women, 20 men, 19 girls and 15 boys
(Global Report on Trafficking in Persons 2020). Indicator 8.7.1 in the same extract has boys above
girls, as its publishers report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge.kinds.statistics import SERIES, Doubt, Figure

#: Rounding in a source, in its unit.
ROUNDING = 0.06

Group = tuple[str, ...]


def with_doubts(figures: Iterable[Figure]) -> list[Figure]:
    """The same figures, each with the gravest doubt that a rule finds."""
    rows = list(figures)
    groups: dict[Group, dict[str, Figure]] = defaultdict(dict)
    for row in rows:
        groups[row.key[:-1]][row.sex] = row
    told = {key: _of_group(group) for key, group in groups.items()}
    return [_doubted(row, told[row.key[:-1]]) for row in rows]


def _of_group(group: dict[str, Figure]) -> Doubt:
    """What is wrong among the figures of one place, year, age and part."""
    both, female, male = (group.get(sex) for sex in ("both", "female", "male"))
    if both is None:
        return ""
    sexes = [figure.value for figure in (female, male) if figure is not None]
    if both.unit in ("number", "thousand"):
        return "sum" if sum(sexes) > both.value + ROUNDING else ""
    if both.unit == "percent" and len(sexes) == 2:
        inside = min(sexes) - ROUNDING <= both.value <= max(sexes) + ROUNDING
        return "" if inside else "outside"
    return ""


def _doubted(row: Figure, of_group: Doubt) -> Figure:
    doubt = of_group
    if row.unit == "number" and not row.value.is_integer():
        doubt = "fraction"
    if SERIES[row.series].dataset == "sdg-16-2-2" and row.sex in ("female", "male"):
        doubt = "sex-codes"
    return row.model_copy(update={"doubt": doubt}) if doubt else row
