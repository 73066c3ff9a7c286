"""A country law summary, in English, for an employer who asks.

What the law says (`law`), what somebody else judged (`assessments`), what was ratified
(`conventions`) and what is done about it (`enforcement`, `engagement`) are kept apart.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from knowledge.kinds.fields import (
    ONE_OR_MORE,
    Citations,
    Claim,
    Fields,
    Link,
    PartialDate,
    Record,
    State,
    Text,
    Truth,
    Unit,
    Wording,
    teach,
)


def _number(value: object) -> object:
    """Whole numbers are ages too; text such as "14 years" is not."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


Years = Annotated[float, Field(ge=0, le=25), BeforeValidator(_number), Unit("years")]


class Age(Claim[Years]):
    """A legal age in completed years."""


class Prohibition(Claim[Literal["prohibited", "prohibited-in-part", "not-prohibited"]]):
    """Whether the law prohibits something, and with what penalty."""

    penalty: Text | None = Field(None, description="the penalty that the law provides")


Ages = Annotated[list[Age], ONE_OR_MORE]
Prohibitions = Annotated[list[Prohibition], ONE_OR_MORE]
Truths = Annotated[list[Truth], ONE_OR_MORE]
Wordings = Annotated[list[Wording], ONE_OR_MORE]


class Law(Fields):
    """The law by topic. A topic without a claim has not been researched.

    A topic holds one claim, or, where the law differs within a country, a list of claims that
    differ by `area`.
    """

    minimum_age_work: Ages = Field(
        default_factory=list, title="Minimum age for work",
        description="the lowest age at which ordinary work, neither light nor hazardous, is lawful",
    )  # fmt: skip
    minimum_age_full_contract: Ages = Field(
        default_factory=list,
        title="Age of free contract",
        description="where it differs from the age for work",
    )
    minimum_age_light_work: Ages = Field(default_factory=list, title="Light work")
    minimum_age_hazardous_work: Ages = Field(default_factory=list, title="Hazardous work")
    hazardous_work_list: Truths = Field(default_factory=list, title="List of hazardous work")
    compulsory_education_from: Ages = Field(default_factory=list, title="School compulsory from")
    compulsory_education_to: Ages = Field(default_factory=list, title="School compulsory until")
    free_public_education: Truths = Field(default_factory=list, title="Free public education")
    forced_labour: Prohibitions = Field(default_factory=list, title="Forced labour")
    debt_bondage: Prohibitions = Field(default_factory=list, title="Debt bondage")
    slavery_like_practices: Prohibitions = Field(
        default_factory=list, title="Slavery and slavery-like practices"
    )
    trafficking_in_persons: Prohibitions = Field(
        default_factory=list, title="Trafficking in persons"
    )
    child_trafficking: Prohibitions = Field(default_factory=list, title="Trafficking of children")
    commercial_sexual_exploitation: Prohibitions = Field(
        default_factory=list, title="Commercial sexual exploitation of children"
    )
    illicit_activities: Prohibitions = Field(
        default_factory=list, title="Use of children in illicit activities"
    )
    recruitment_compulsory: Ages = Field(
        default_factory=list,
        title="Compulsory recruitment",
        description="into the armed forces, lowest age",
    )
    recruitment_voluntary: Ages = Field(
        default_factory=list,
        title="Voluntary recruitment",
        description="into the armed forces, lowest age",
    )
    recruitment_non_state: Prohibitions = Field(
        default_factory=list, title="Recruitment by non-state armed groups"
    )
    penalty_child_labour: Wordings = Field(
        default_factory=list, title="Penalty for unlawful child labour"
    )
    penalty_forced_labour: Wordings = Field(default_factory=list, title="Penalty for forced labour")
    domestic_work: Wordings = Field(default_factory=list, title="Domestic work")
    family_work: Wordings = Field(default_factory=list, title="Family farms and businesses")
    informal_work: Wordings = Field(default_factory=list, title="Informal work")
    public_procurement: Wordings = Field(
        default_factory=list,
        title="Public procurement",
        description="what it asks about child and forced labour",
    )


#: The topics of the law as a reader meets them, grouped. Every field of `Law` stands here once.
LAW_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ages", (
        "minimum_age_work", "minimum_age_full_contract", "minimum_age_light_work",
        "minimum_age_hazardous_work", "hazardous_work_list",
    )),
    ("School", (
        "compulsory_education_from", "compulsory_education_to", "free_public_education",
    )),
    ("Prohibitions", (
        "forced_labour", "debt_bondage", "slavery_like_practices", "trafficking_in_persons",
        "child_trafficking", "commercial_sexual_exploitation", "illicit_activities",
    )),
    ("Armed forces and groups", (
        "recruitment_compulsory", "recruitment_voluntary", "recruitment_non_state",
    )),
    ("Penalties", ("penalty_child_labour", "penalty_forced_labour")),
    ("Reach", ("domestic_work", "family_work", "informal_work", "public_procurement")),
)  # fmt: skip

LawTopic = Literal[
    "minimum_age_work", "minimum_age_full_contract", "minimum_age_light_work",
    "minimum_age_hazardous_work", "hazardous_work_list", "compulsory_education_from",
    "compulsory_education_to", "free_public_education", "forced_labour", "debt_bondage",
    "slavery_like_practices", "trafficking_in_persons", "child_trafficking",
    "commercial_sexual_exploitation", "illicit_activities", "recruitment_compulsory",
    "recruitment_voluntary", "recruitment_non_state", "penalty_child_labour",
    "penalty_forced_labour", "domestic_work", "family_work", "informal_work",
    "public_procurement",
]  # fmt: skip


class Judgement(Claim[Literal["meets", "does-not-meet"]]):
    """Whether an assessor finds that the law meets the international standard on a topic.

    "does-not-meet" never means that the law is silent, nor that nothing is prohibited.
    """


class Assessments(Fields):
    """What somebody else judged, kept apart from what the law says."""

    standards: dict[LawTopic, Judgement] = Field(
        default_factory=dict, description="does the law meet the international standard?"
    )
    advancement: list[Wording] = Field(
        default_factory=list, description="level of advancement, by year (`as_of`)"
    )
    suggested_actions: list[Wording] = Field(
        default_factory=list, description="how many actions the assessor suggests, by area"
    )


class Ratification(Claim[Literal["ratified", "not-ratified", "denounced"]]):
    """Whether a convention is ratified, and since when."""

    date: PartialDate | None = Field(None, description="when it was ratified")
    specified_age: Years | None = Field(
        None, description="the minimum age declared under Convention No. 138"
    )


ConventionId = Literal[
    "C029", "P029", "C087", "C098", "C100", "C105", "C111", "C138", "C155", "C182", "C187"
]

#: The ILO's fundamental instruments, by number. Source: ILO, NORMLEX, "Fundamental instruments".
CONVENTIONS: dict[ConventionId, str] = {
    "C029": "Forced Labour Convention, 1930",
    "P029": "Protocol of 2014 to the Forced Labour Convention, 1930",
    "C087": "Freedom of Association and Protection of the Right to Organise Convention, 1948",
    "C098": "Right to Organise and Collective Bargaining Convention, 1949",
    "C100": "Equal Remuneration Convention, 1951",
    "C105": "Abolition of Forced Labour Convention, 1957",
    "C111": "Discrimination (Employment and Occupation) Convention, 1958",
    "C138": "Minimum Age Convention, 1973",
    "C155": "Occupational Safety and Health Convention, 1981",
    "C182": "Worst Forms of Child Labour Convention, 1999",
    "C187": "Promotional Framework for Occupational Safety and Health Convention, 2006",
}


#: A year as the name of a field; a drawing has a place for every year between the first and last.
Year = Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}$")]


class Count(Claim[Annotated[int, Field(ge=0)]]):
    """A number of people, inspections or cases."""

    by_year: dict[Year, Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, description="the same count in earlier editions of the source"
    )


class Enforcement(Fields):
    """What is done about the law, in the year that each claim names."""

    labour_inspectors: Count | None = Field(None, title="Labour inspectors")
    labour_inspectors_enough: Truth | None = Field(
        None, title="Enough inspectors for the size of the workforce, as the source judges"
    )
    labour_inspectorate_funding: Wording | None = Field(None, title="Funding of labour inspection")
    inspections: Count | None = Field(None, title="Worksite inspections")
    violations: Count | None = Field(None, title="Child labour violations found")
    penalties_imposed: Count | None = Field(None, title="Penalties imposed for child labour")
    penalties_collected: Count | None = Field(None, title="Penalties collected")
    inspectors_may_impose_penalties: Truth | None = Field(
        None, title="Inspectors may impose penalties"
    )
    routine_inspections: Truth | None = Field(None, title="Routine inspections")
    unannounced_inspections: Truth | None = Field(None, title="Unannounced inspections")
    training_of_inspectors: Truth | None = Field(None, title="Training for new inspectors")
    complaint_mechanism: Truth | None = Field(None, title="Complaint mechanism")
    referral_mechanism: Truth | None = Field(
        None, title="Referral from labour inspection to social services"
    )
    criminal_investigations: Count | None = Field(None, title="Criminal investigations")
    prosecutions: Count | None = Field(None, title="Prosecutions started")
    convictions: Count | None = Field(None, title="Convictions")
    criminal_referral_mechanism: Truth | None = Field(
        None, title="Referral from criminal enforcement to social services"
    )
    gaps_reported: Wordings = Field(default_factory=list, title="Gaps that a source reports")


class Engagement(Fields):
    """How a country engages with the Alliance's and the ILO's own processes."""

    pathfinder: Truth | None = Field(None, title="Alliance 8.7 pathfinder country")
    standards_committee_cases: list[Wording] = Field(
        default_factory=list, title="Cases before the ILC Committee on the Application of Standards"
    )
    technical_assistance: list[Wording] = Field(
        default_factory=list, title="Technical assistance asked for in the Annual Review"
    )
    mne_focal_point: Truth | None = Field(None, title="National focal point, MNE Declaration")
    oecd_contact_point: Truth | None = Field(None, title="OECD national contact point")
    regional_body: Wording | None = Field(None, title="Regional human-rights body")
    funded_programmes: list[Wording] = Field(default_factory=list, title="Funded programmes")


class Contact(Fields):
    """An official contact: an authority or a helpline, never a private person."""

    name: Text = Field(description="the authority or helpline")
    what: Text = Field(description="what one can ask or tell it")
    phone: Text | None = Field(None, description="its telephone number")
    url: Link | None = Field(None, description="its address")
    source: Citations


class Statute(Fields):
    """A law text that claims rest on."""

    title: Text = Field(description="its title in English")
    original_title: Text | None = Field(None, description="its title in the language of the law")
    year: PartialDate | None = Field(None, description="when it was made")
    url: Link | None = Field(None, description="its address, where it was seen")
    language: Text | None = Field(None, description="ISO 639-1 code of the text's language")
    source: Citations


InstrumentForm = Literal["law", "bill", "guidance", "plan"]
InstrumentStatus = Literal[
    "in-force", "adopted", "not-in-force", "repealed", "proposed", "lapsed", "issued", "ended"
]

#: What an instrument of each form can be. A law binds, or did, or is to; a bill may never do so;
#: guidance and plans bind no company, so that none of them is ever in force.
FORMS: dict[InstrumentForm, tuple[InstrumentStatus, ...]] = {
    "law": ("in-force", "adopted", "not-in-force", "repealed"),
    "bill": ("proposed", "lapsed"),
    "guidance": ("issued", "ended"),
    "plan": ("issued", "ended"),
}


class DueDiligence(Fields):
    """A law on due diligence, transparency or imports with reach beyond the jurisdiction; or a
    bill, guidance or a plan for one. `form` says which, so that they are never taken for a law."""

    form: InstrumentForm = Field(
        "law",
        description="a law in the wide sense, a bill or draft, guidance that binds nobody, or a "
        "plan of a government",
    )
    title: Text = Field(description="its title in English")
    short_title: Text | None = Field(None, description="what it is commonly called")
    number: Text | None = Field(None, description="number in the official journal")
    status: InstrumentStatus = Field(
        description="a law: in force, adopted, not in force or repealed; a bill: proposed or "
        "lapsed; guidance or a plan: issued or ended"
    )
    state: State = Field(description="how sure we are of it")
    as_of: PartialDate | None = Field(
        None, description="the year, month or day for which this holds"
    )
    introduced: PartialDate | None = Field(
        None, description="when a bill was introduced, or a draft published"
    )
    adopted: PartialDate | None = Field(
        None, description="when it was adopted; guidance and plans: when it was issued"
    )
    in_force: PartialDate | None = Field(None, description="when it came into force")
    applies_from: PartialDate | None = Field(None, description="when its duties begin")
    until: PartialDate | None = Field(None, description="until when a plan runs")
    covers: Text = Field(description="who is covered, and from which threshold")
    duty: Text = Field(description="what those covered have to do")
    authority: Text | None = Field(None, description="who enforces it")
    penalty: Text | None = Field(None, description="what happens to those who do not comply")
    url: Link | None = Field(None, description="the official text, where it was seen")
    source: Citations
    note: Text | None = Field(None, description="what is to know about it")

    @model_validator(mode="after")
    def _status_fits_the_form(self) -> Self:
        fitting = FORMS[self.form]
        if self.status not in fitting:
            raise teach(
                "form-and-status",
                f"status: {self.status} does not go with form: {self.form}. A reader would take it "
                "for more, or less, than it is.",
                f"Write status: {' or '.join(fitting)}, or say with form: what it is: "
                f"{', '.join(FORMS)}",
            )
        return self

    @property
    def binds(self) -> bool:
        """Whether a company should prepare for it now: a law that is in force or adopted."""
        return self.status in ("in-force", "adopted")


class Names(Fields):
    """The names of a country as the United Nations use them, and others that readers search."""

    short: Text = Field(description="the short name in English")
    official: Text | None = Field(None, description="the official name in English")
    other: list[Text] = Field(
        default_factory=list, description="other names that readers search for"
    )


class Country(Record):
    """A state, a territory or a union of states."""

    headings: ClassVar[tuple[str, ...]] = ("Key points for employers", "Notes")

    names: Names = Field(description="what it is called")
    jurisdiction: Literal["state", "territory", "union"] = Field(
        description="a state, a territory or a union of states"
    )
    iso3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = Field(
        None, description="ISO 3166-1 alpha-3 code"
    )
    m49: Annotated[str, Field(pattern=r"^[0-9]{3}$")] | None = Field(
        None, description="United Nations M49 code, three digits"
    )
    members: list[Annotated[str, Field(pattern=r"^[A-Z]{3}$")]] = Field(
        default_factory=list, description="ISO 3166-1 alpha-3 codes of a union's member states"
    )
    law: Law = Field(default_factory=Law, description="what the law says, by topic")
    assessments: Assessments = Field(
        default_factory=Assessments, description="what somebody else judged"
    )
    conventions: dict[ConventionId, Ratification] = Field(
        default_factory=dict, description="fundamental instruments of the ILO, by number"
    )
    enforcement: Enforcement = Field(
        default_factory=Enforcement, description="what is done about the law"
    )
    engagement: Engagement = Field(
        default_factory=Engagement,
        description="how it engages with the Alliance's and the ILO's processes",
    )
    contacts: list[Contact] = Field(default_factory=list, description="authorities and helplines")
    statutes: list[Statute] = Field(
        default_factory=list, description="law texts that claims rest on"
    )
    due_diligence: list[DueDiligence] = Field(
        default_factory=list,
        description="laws on due diligence, transparency or imports with reach abroad, and bills, "
        "guidance and plans for such laws",
    )

    @model_validator(mode="after")
    def _codes_fit_the_jurisdiction(self) -> Self:
        if self.jurisdiction == "union":
            if self.iso3 or self.m49 or not self.members:
                raise teach(
                    "union-members",
                    "A union of states has no country codes of its own and lists its members.",
                    "Leave out iso3: and m49:, and list the members' ISO codes under members:",
                )
        elif not (self.iso3 and self.m49) or self.members:
            raise teach(
                "country-codes",
                f"A {self.jurisdiction} needs its codes, and has no members.",
                "Add iso3: (three capital letters, ISO 3166-1) and m49: (three digits in quotes), "
                "for example iso3: GHA and m49: '288'",
            )
        return self
