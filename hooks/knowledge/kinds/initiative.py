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

    iso3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(
        description="ISO 3166-1 alpha-3 code of the country it is run from"
    )
    place: Text | None = Field(None, description="the town it is run from")
    source: Citations


class Follow(Fields):
    """How to reach or follow an initiative; never a private person's address."""

    what: Text = Field(description="what is found there")
    url: Link = Field(description="the address")


class Initiative(Record):
    """An initiative, whoever runs it."""

    headings: ClassVar[tuple[str, ...]] = (
        "What it is", "How it works", "Results so far", "How to take part", "Limits",
    )  # fmt: skip
    required_headings: ClassVar[tuple[str, ...]] = ("What it is", "How it works", "Limits")

    acronym: Text | None = Field(None, description="its usual abbreviation")
    former_names: list[Text] = Field(default_factory=list, description="what it was called before")
    url: Link | None = Field(None, description="its own site, where the address was seen")
    started: PartialDate | None = Field(None, description="when it began")
    ended: PartialDate | None = Field(None, description="when it ended")
    type: Annotated[str, Term("initiative-types")] = Field(
        description="what sort of initiative it is"
    )
    secretariat: Secretariat | None = Field(None, description="where it is run from")
    scope: Literal["global", "regional", "countries"] = Field(
        description="the whole world, a region or single countries"
    )
    countries: list[Annotated[str, Ref("country")]] = Field(
        default_factory=list, description="the countries that it works in"
    )
    goods: list[Annotated[str, Term("goods")]] = Field(
        default_factory=list, description="the goods that it is about"
    )
    sectors: Literal["one", "many"] | None = Field(
        None, description="whether it is about one sector or many"
    )
    tiers: list[Annotated[str, Term("tiers")]] = Field(
        default_factory=list, description="the tiers of the supply chain that it reaches"
    )
    targets: Annotated[list[Annotated[str, Term("targets")]], Field(min_length=1)] = Field(
        description="what it acts against"
    )
    level: Annotated[list[Annotated[str, Term("levels")]], Field(min_length=1)] = Field(
        description="the levels at which it works"
    )
    functions: Annotated[list[Annotated[str, Term("functions")]], Field(min_length=1)] = Field(
        description="what it does"
    )
    members: dict[Annotated[str, Term("constituencies")], Truth] = Field(
        default_factory=dict, description="who takes part, by constituency"
    )
    integrated_approach: dict[Annotated[str, Term("principles")], Truth] = Field(
        default_factory=dict, description="which fundamental principles and rights it covers"
    )
    binding: Binding | None = Field(None, description="how far members are bound")
    accountability: Accountability = Field(
        default_factory=Accountability, description="how it answers for what it does"
    )
    national_processes: Truth | None = Field(None, title="Through national processes")
    reaches_small_enterprises: Truth | None = Field(None, title="Reaches small enterprises")
    related: list[Annotated[str, Ref("initiative")]] = Field(
        default_factory=list, description="initiatives that are alike or belong together"
    )
    contact: list[Follow] = Field(default_factory=list, description="how to reach it")
    feeds: list[Follow] = Field(default_factory=list, description="how to follow it")

    @model_validator(mode="after")
    def _scope_fits_the_countries(self) -> Self:
        if self.scope == "countries" and not self.countries:
            raise teach(
                "scope-countries",
                "The scope is “countries”, but none is listed.",
                "List their ids under countries:, or use the scope global or regional.",
            )
        return self
