"""The map of a supply chain: its stages from raw material to retail, and the risks at each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Self

from pydantic import Field, model_validator

from knowledge.kinds.fields import (
    Citations,
    Fields,
    Id,
    PartialDate,
    Record,
    Ref,
    State,
    Statement,
    Term,
    Text,
    teach,
)

Good = Annotated[str, Term("goods")]
Tier = Annotated[str, Term("tiers")]

#: The tiers in the order in which a good passes through them; after the last comes the buyer.
TIERS: Final = ("raw-material", "tier-3-plus", "tier-2", "tier-1")


class HsChapter(Fields):
    """A chapter of the Harmonized System under which goods of the chain cross borders."""

    chapter: Annotated[str, Field(pattern=r"^[0-9]{2}$")] = Field(
        description="number of the chapter of the Harmonized System, two digits"
    )
    covers: Text = Field(description="which goods of the chain the chapter holds")
    source: Citations


class Risk(Fields):
    """A risk that a source documents, beyond what the list of goods says."""

    form: Annotated[list[Annotated[str, Term("targets")]], Field(min_length=1)] = Field(
        description="which form of labour the risk is of"
    )
    countries: Annotated[list[Annotated[str, Ref("country")]], Field(min_length=1)] = Field(
        description="the countries where it is documented"
    )
    text: Text = Field(description="the risk, in a sentence of ours")
    state: State = Field(description="how sure we are of it")
    as_of: PartialDate | None = Field(None, description="the year, month or day for which it holds")
    listed: PartialDate | None = Field(None, description="since when a list names it")
    removed: PartialDate | None = Field(
        None, description="when the list stopped naming it, or a source found it to be over"
    )
    source: Citations
    note: Text | None = Field(None, description="what is to know about it")


class Stage(Fields):
    """A step of the chain: what happens there, who works there, which listed goods it yields.

    Either sources say so, or the stage is general knowledge and is marked `typical`.
    """

    id: Id = Field(description="the name of the stage within its chain")
    title: Text = Field(description="what the stage is called")
    tier: Tier | None = Field(None, description="absent at the end of the buyer: brand and retail")
    happens: Text = Field(description="what is done to the good at this stage")
    who_works: Statement | None = Field(None, description="who does the work, as a source says")
    goods: list[Good] = Field(
        default_factory=list, description="the goods of the chain that this stage yields"
    )
    typical: bool = Field(False, description="general knowledge, not read in a source")
    source: Citations
    risks: list[Risk] = Field(default_factory=list, description="documented risks at this stage")
    practices: list[Annotated[str, Ref("practice")]] = Field(
        default_factory=list,
        description="practices that belong here although their own fields do not say so",
    )
    initiatives: list[Annotated[str, Ref("initiative")]] = Field(
        default_factory=list,
        description="initiatives that belong here although their own fields do not say so",
    )
    note: Text | None = Field(None, description="what is to know about it")

    @model_validator(mode="after")
    def _typical_or_sourced(self) -> Self:
        if self.typical and self.source:
            raise teach(
                "typical-and-sourced",
                "The stage is marked typical, which says that it was not read in a source, and "
                "yet names one.",
                "Remove typical: where the source describes this stage, or remove source: where "
                "it does not.",
            )
        return self


class Guidance(Fields):
    """A document that tells companies how to look into the chain."""

    title: Text = Field(description="the title of the document")
    says: Text = Field(description="what it asks of a company, in a sentence of ours")
    source: Citations


class SupplyChain(Record):
    """The map of a supply chain with its documented risks."""

    headings: ClassVar[tuple[str, ...]] = (
        "How the chain works", "Where the risk sits", "What tier 1 and tier 2 companies can do",
    )  # fmt: skip
    required_headings: ClassVar[tuple[str, ...]] = headings

    goods: Annotated[list[Good], Field(min_length=1)] = Field(
        description="every good of the chain, as the vocabulary of goods names it"
    )
    hs_chapters: list[HsChapter] = Field(
        default_factory=list,
        description="chapters of the Harmonized System that hold goods of the chain",
    )
    stages: Annotated[list[Stage], Field(min_length=1)] = Field(
        description="from the raw material to the shop"
    )
    root_causes: list[Statement] = Field(default_factory=list, title="Root causes")
    guidance: list[Guidance] = Field(
        default_factory=list, description="documents that tell companies how to look into the chain"
    )
    practices: list[Annotated[str, Ref("practice")]] = Field(
        default_factory=list, description="practices for the chain as a whole"
    )
    initiatives: list[Annotated[str, Ref("initiative")]] = Field(
        default_factory=list, description="initiatives for the chain as a whole"
    )
