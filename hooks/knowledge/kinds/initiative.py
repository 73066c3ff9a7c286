"""Who is doing something together: initiatives, coalitions, programmes and campaigns."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from knowledge.kinds.fields import (
    Citations,
    Claim,
    Fields,
    Link,
    PartialDate,
    Record,
    Ref,
    Term,
    Text,
    Truth,
    teach,
)


class Accountability(Fields):
    """How an initiative answers for what it does."""

    public_reports: Truth | None = Field(None, title="Public reports")
    complaints: Truth | None = Field(None, title="Complaints procedure")
    independent_monitoring: Truth | None = Field(None, title="Independent monitoring")


class Binding(Claim[Annotated[str, Term("binding")]]):
    """How far members are bound: a claim whose value is a term of the vocabulary `binding`."""


class Secretariat(Fields):
    """Where an initiative is run from."""

    iso3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    place: Text | None = None
    source: Citations


class Follow(Fields):
    """How to reach or follow an initiative; never a private person's address."""

    what: Text
    url: Link


class Initiative(Record):
    """An initiative, whoever runs it."""

    headings: ClassVar[tuple[str, ...]] = (
        "What it is", "How it works", "Results so far", "How to take part", "Limits",
    )  # fmt: skip
    required_headings: ClassVar[tuple[str, ...]] = ("What it is", "How it works", "Limits")

    acronym: Text | None = None
    former_names: list[Text] = Field(default_factory=list)
    url: Link | None = Field(None, description="its own site, where the address was seen")
    started: PartialDate | None = None
    ended: PartialDate | None = None
    type: Annotated[str, Term("initiative-types")]
    secretariat: Secretariat | None = None
    scope: Literal["global", "regional", "countries"]
    countries: list[Annotated[str, Ref("country")]] = Field(default_factory=list)
    goods: list[Annotated[str, Term("goods")]] = Field(default_factory=list)
    sectors: Literal["one", "many"] | None = None
    tiers: list[Annotated[str, Term("tiers")]] = Field(default_factory=list)
    targets: Annotated[list[Annotated[str, Term("targets")]], Field(min_length=1)]
    level: Annotated[list[Annotated[str, Term("levels")]], Field(min_length=1)]
    functions: Annotated[list[Annotated[str, Term("functions")]], Field(min_length=1)]
    members: dict[Annotated[str, Term("constituencies")], Truth] = Field(
        default_factory=dict, description="who takes part, by constituency"
    )
    integrated_approach: dict[Annotated[str, Term("principles")], Truth] = Field(
        default_factory=dict, description="which fundamental principles and rights it covers"
    )
    binding: Binding | None = None
    accountability: Accountability = Field(default_factory=Accountability)
    national_processes: Truth | None = Field(None, title="Through national processes")
    reaches_small_enterprises: Truth | None = Field(None, title="Reaches small enterprises")
    related: list[Annotated[str, Ref("initiative")]] = Field(default_factory=list)
    contact: list[Follow] = Field(default_factory=list)
    feeds: list[Follow] = Field(default_factory=list)

    @model_validator(mode="after")
    def _scope_fits_the_countries(self) -> Self:
        if self.scope == "countries" and not self.countries:
            raise teach(
                "scope-countries",
                "The scope is “countries”, but none is listed.",
                "List their ids under countries:, or use the scope global or regional.",
            )
        return self
