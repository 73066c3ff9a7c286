"""Child labour in exports, estimated from an inter-country input-output table.

The standard open Leontief model (W. Leontief 1936; textbook: R. E. Miller and P. D. Blair,
Input-Output Analysis: Foundations and Extensions, 2nd edition, Cambridge 2009). This is general
knowledge of the field, not the equations of the technical paper behind the report of 2019.

With Z the flows between industries, x their output, f final demand and e exports:

    A = Z diag(x)^-1      inputs for a unit of output
    L = (I - A)^-1        output for a unit of final demand, through all tiers
    c = children / x      children in child labour for a unit of output

For a region r, with A_rr the part of A inside r, all parts add up to its children:

    direct    c_r e_r                           in the industry that ships the product abroad
    indirect  c_r ((I - A_rr)^-1 - I) e_r       in the industries of r that supply it, any tier
    exports   direct + indirect
    abroad    c_r L_r f_s, summed over s != r   the part of exports that is finally used abroad
    returning exports - abroad                  the part that comes back for final use in r
    at home   c_r (I - A_rr)^-1 f_rr            all else: exports + at home = children

This module needs numpy, which takes a tenth of a second to load. No page and no check of the
platform imports it; only `scripts/estimate_trade_flows.py` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from knowledge.analysis.trade_table import Numbers, TradeTable, require_sound
from knowledge.reading.flow_tables import Label

#: A condition number above which a matrix cannot be told from a singular one in double precision.
SINGULAR = 1e12
#: What rounding may leave of a zero, as a part of the largest number.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ExportShare:
    """The children in child labour of a region by what they work for, in the unit of the table."""

    region: str
    children: float
    direct: float
    indirect: float
    abroad: float

    @property
    def exports(self) -> float:
        """Children who work for exports, in whatever tier."""
        return self.direct + self.indirect

    @property
    def returning(self) -> float:
        """The part of `exports` that comes back, processed, for final use in the region."""
        return self.exports - self.abroad

    @property
    def at_home(self) -> float:
        """Children whose work never leaves the region."""
        return self.children - self.exports

    def share(self, part: float) -> float | None:
        """A part of all children, from 0 to 1; None where there are no children."""
        return part / self.children if self.children else None


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """The estimate: each region, and the numbers behind it by industry (n each, in the order of
    the labels): where the children work who work for exports directly, and indirectly."""

    regions: tuple[ExportShare, ...]
    direct: Numbers
    indirect: Numbers


def estimate(table: TradeTable) -> Estimate:
    """The children in child labour in the exports of every region.

    Output is taken as the sum of its row, from which the given one may differ by `BALANCE`, so
    that shares add up to 1. Raises ValueError, which names the industry and the remedy, for
    shapes and labels that do not match, numbers that cannot be, output that is not the sum of its
    row, and inputs that no output could replace (Hawkins and Simon 1949).
    """
    require_sound(table)
    output = table.flows.sum(axis=1) + table.final_demand.sum(axis=1)
    producing = output > 0
    per_unit = np.where(producing, output, 1.0)
    inputs = table.flows / per_unit
    intensity = np.where(producing, table.children / per_unit, 0.0)
    produced_for = leontief_inverse(inputs, table.labels) @ table.final_demand
    region_of_row = np.array([table.regions.index(region) for region, _ in table.labels])
    direct, indirect = np.zeros(len(output)), np.zeros(len(output))
    shares: list[ExportShare] = []
    for place, region in enumerate(table.regions):
        own = region_of_row == place
        exports = table.flows[np.ix_(own, ~own)].sum(axis=1)
        exports += np.delete(table.final_demand[own], place, axis=1).sum(axis=1)
        needed = np.linalg.solve(np.eye(own.sum()) - inputs[np.ix_(own, own)], exports)
        direct[own] = intensity[own] * exports
        indirect[own] = intensity[own] * (needed - exports)
        used_abroad = np.delete(produced_for[own], place, axis=1).sum(axis=1)
        shares.append(
            ExportShare(
                region=region,
                children=float(table.children[own].sum()),
                direct=float(direct[own].sum()),
                indirect=float(indirect[own].sum()),
                abroad=float(intensity[own] @ used_abroad),
            )
        )
    return Estimate(tuple(shares), direct, indirect)


def summed(shares: Iterable[ExportShare], groups: Mapping[str, str]) -> tuple[ExportShare, ...]:
    """Regions summed into groups, in the order in which the groups first stand.

    What a region exports to another one of its own group stays an export.
    """
    found: dict[str, list[ExportShare]] = {}
    for share in shares:
        found.setdefault(groups[share.region], []).append(share)
    return tuple(
        ExportShare(
            group,
            sum(one.children for one in ones),
            sum(one.direct for one in ones),
            sum(one.indirect for one in ones),
            sum(one.abroad for one in ones),
        )
        for group, ones in found.items()
    )


def leontief_inverse(inputs: Numbers, labels: tuple[Label, ...] = ()) -> Numbers:
    """(I - A)^-1 for inputs A (n, n) that are not negative; no number of it is negative either.

    Raises ValueError where there is no such inverse: the industries need more inputs than they
    produce (Hawkins and Simon 1949; the spectral radius of A is 1 or more). The inverse of I - A
    has a negative number in exactly that case, as A has none
    (Berman and Plemmons, Nonnegative Matrices in the Mathematical Sciences, chapter 6).
    """
    matrix: Numbers = np.eye(len(inputs)) - inputs
    told = "The industries together need more inputs than they produce"
    try:
        inverse: Numbers = np.asarray(np.linalg.inv(matrix), dtype=np.float64)
    except np.linalg.LinAlgError:
        raise ValueError(f"{told}{_greediest(inputs, labels)}") from None
    size = np.linalg.norm(matrix, 1) * np.linalg.norm(inverse, 1)
    if size > SINGULAR or inverse.min() < -ROUNDING * np.abs(inverse).max():
        raise ValueError(f"{told}{_greediest(inputs, labels)}")
    return inverse


def _greediest(inputs: Numbers, labels: tuple[Label, ...]) -> str:
    """The industry with most inputs for its output, and what to do."""
    sums = inputs.sum(axis=0)
    place = int(sums.argmax())
    who = ":".join(labels[place]) if labels else f"column {place + 1}"
    return (
        f", so that no final demand could be met (Hawkins-Simon): the most needs {who}, inputs of "
        f"{sums[place]:.3g} for an output of 1. Check that flows and output are in the same unit, "
        "and that a row sells to a column."
    )
