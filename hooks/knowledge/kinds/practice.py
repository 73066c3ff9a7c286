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

    start: PartialDate | None = Field(None, description="when it began")
    end: PartialDate | None = Field(None, description="when it ended; open where it goes on")
    note: Text | None = Field(None, description="what is to know about the dates")


class Participant(Fields):
    """Who led or took part: an initiative of this library, or a named organisation."""

    initiative: Annotated[str, Ref("initiative")] | None = Field(
        None, description="an initiative of this library that led or took part"
    )
    name: Text | None = Field(None, description="an organisation that led or took part")
    constituency: Annotated[str, Term("constituencies")] = Field(
        description="whom the participant stands for"
    )
    role: Text | None = Field(None, description="what the participant did")
    url: Link | None = Field(None, description="its address")
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

    girls: float | int | str | None = Field(None, description="the same result for girls")
    boys: float | int | str | None = Field(None, description="the same result for boys")
    women: float | int | str | None = Field(None, description="the same result for women")
    men: float | int | str | None = Field(None, description="the same result for men")


class Result(Fields):
    """A measured or reported result, with who says so."""

    measure: Text = Field(description="what was measured or counted")
    value: float | int | Text = Field(description="the result, a number or words")
    unit: Text | None = Field(None, description="the unit of the value")
    baseline: Text | None = Field(None, description="what it is compared with")
    by_sex: BySex | None = Field(None, description="the same result by sex")
    no_sex_breakdown: Text | None = Field(None, description="why there is none")
    period: Text | None = Field(None, description="when it was measured")
    area: Text | None = Field(None, description="where it was measured")
    said_by: Literal["evaluator", "government", "owner", "press"] = Field(
        description="whose figure it is; the owner's own figures are its own claim"
    )
    state: State = Field(description="how sure we are of it")
    source: Citations
    note: Text | None = Field(None, description="what is to know about it")


#: The grades of evidence from none to the strongest: a page fills as many bars as come before.
GRADES = (
    "none-found", "own-claim", "official-statement", "monitoring", "external-evaluation",
    "randomised",
)  # fmt: skip


class Evidence(Fields):
    """How good the evidence is, graded by us, apart from what the owner says."""

    grade: Annotated[str, Term("evidence")] = Field(
        description="the grade, from none found to the strongest"
    )
    evaluated_by: Text | None = Field(None, description="who evaluated the practice")
    note: Text | None = Field(None, description="what the grade rests on")
    source: Citations


class Practice(Record):
    """A practice, a model or a programme."""

    headings: ClassVar[tuple[str, ...]] = (
        "The problem", "What was done", "What happened", "What it takes", "Limits",
    )  # fmt: skip
    required_headings: ClassVar[tuple[str, ...]] = headings

    approach: Annotated[list[Annotated[str, Term("approaches")]], Field(min_length=1)] = Field(
        description="the approaches that it takes"
    )
    level: Annotated[list[Annotated[str, Term("levels")]], Field(min_length=1)] = Field(
        description="the levels at which it works"
    )
    targets: Annotated[list[Annotated[str, Term("targets")]], Field(min_length=1)] = Field(
        description="what it acts against"
    )
    countries: list[Annotated[str, Ref("country")]] = Field(
        default_factory=list, description="the countries where it was tried"
    )
    goods: list[Annotated[str, Term("goods")]] = Field(
        default_factory=list, description="the goods whose supply chains it is about"
    )
    tiers: list[Annotated[str, Term("tiers")]] = Field(
        default_factory=list, description="the tiers of the supply chain that it reaches"
    )
    period: Period = Field(default_factory=Period, description="when it ran")
    scale: Annotated[str, Term("scales")] | None = Field(None, description="how far it has spread")
    led_by: list[Participant] = Field(default_factory=list, description="who led it")
    partners: list[Participant] = Field(default_factory=list, description="who else took part")
    related: list[Annotated[str, Ref("practice")]] = Field(
        default_factory=list, description="practices that are alike or belong together"
    )
    results: list[Result] = Field(default_factory=list, description="what came of it")
    evidence: Evidence | None = Field(None, title="Grade of evidence")
    cost: Wording | None = Field(None, title="Cost")
    funding: Wording | None = Field(None, title="Funding")
    national_processes: Truth | None = Field(None, title="Through national processes")
    reaches_small_enterprises: Truth | None = Field(None, title="Reaches small enterprises")
    conditions: list[Statement] = Field(default_factory=list, title="What made it work")
    limits: list[Statement] = Field(default_factory=list, title="Limits and critique")
    building_blocks: list[Statement] = Field(default_factory=list, title="Reusable parts")
