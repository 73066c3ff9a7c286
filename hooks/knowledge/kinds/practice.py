"""A documented practice or model: what was tried, by whom, with what result and what evidence."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from knowledge.kinds.fields import (
    Citations,
    Fields,
    Link,
    PartialDate,
    Record,
    Ref,
    State,
    Statement,
    Term,
    Text,
    Truth,
    Wording,
    teach,
)


class Period(Fields):
    """When it ran. An open end means that it goes on, as of the newest source."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    note: Text | None = None


class Participant(Fields):
    """Who led or took part: an initiative of this library, or a named organisation."""

    initiative: Annotated[str, Ref("initiative")] | None = None
    name: Text | None = None
    constituency: Annotated[str, Term("constituencies")]
    role: Text | None = None
    url: Link | None = None
    source: Citations

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.initiative is None) == (self.name is None):
            raise teach(
                "participant-name",
                "Say who it is in one of two ways, not both.",
                "Use initiative: with the id of an initiative in this library, or name: with the "
                "organisation's name.",
            )
        return self


class BySex(Fields):
    """The same result for girls and boys, or women and men."""

    girls: float | int | str | None = None
    boys: float | int | str | None = None
    women: float | int | str | None = None
    men: float | int | str | None = None


class Result(Fields):
    """A measured or reported result, with who says so."""

    measure: Text
    value: float | int | Text
    unit: Text | None = None
    baseline: Text | None = Field(None, description="what it is compared with")
    by_sex: BySex | None = None
    no_sex_breakdown: Text | None = Field(None, description="why there is none")
    period: Text | None = None
    area: Text | None = None
    said_by: Literal["evaluator", "government", "owner", "press"] = Field(
        description="whose figure it is; the owner's own figures are its own claim"
    )
    state: State
    source: Citations
    note: Text | None = None


#: The grades of evidence from none to the strongest: a page fills as many bars as come before.
GRADES = (
    "none-found", "own-claim", "official-statement", "monitoring", "external-evaluation",
    "randomised",
)  # fmt: skip


class Evidence(Fields):
    """How good the evidence is, graded by us, apart from what the owner says."""

    grade: Annotated[str, Term("evidence")]
    evaluated_by: Text | None = None
    note: Text | None = None
    source: Citations


class Practice(Record):
    """A practice, a model or a programme."""

    headings: ClassVar[tuple[str, ...]] = (
        "The problem", "What was done", "What happened", "What it takes", "Limits",
    )  # fmt: skip
    required_headings: ClassVar[tuple[str, ...]] = headings

    approach: Annotated[list[Annotated[str, Term("approaches")]], Field(min_length=1)]
    level: Annotated[list[Annotated[str, Term("levels")]], Field(min_length=1)]
    targets: Annotated[list[Annotated[str, Term("targets")]], Field(min_length=1)]
    countries: list[Annotated[str, Ref("country")]] = Field(default_factory=list)
    goods: list[Annotated[str, Term("goods")]] = Field(default_factory=list)
    tiers: list[Annotated[str, Term("tiers")]] = Field(default_factory=list)
    period: Period = Field(default_factory=Period)
    scale: Annotated[str, Term("scales")] | None = None
    led_by: list[Participant] = Field(default_factory=list)
    partners: list[Participant] = Field(default_factory=list)
    related: list[Annotated[str, Ref("practice")]] = Field(default_factory=list)
    results: list[Result] = Field(default_factory=list)
    evidence: Evidence | None = Field(None, title="Grade of evidence")
    cost: Wording | None = Field(None, title="Cost")
    funding: Wording | None = Field(None, title="Funding")
    national_processes: Truth | None = Field(None, title="Through national processes")
    reaches_small_enterprises: Truth | None = Field(None, title="Reaches small enterprises")
    conditions: list[Statement] = Field(default_factory=list, title="What made it work")
    limits: list[Statement] = Field(default_factory=list, title="Limits and critique")
    building_blocks: list[Statement] = Field(default_factory=list, title="Reusable parts")
