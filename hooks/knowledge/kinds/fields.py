"""What every kind of record shares: dates, sources, claims with their states, changes, reviews.

A field is declared once, here or in the module of its kind, with its description; forms,
schemas, tables and the field reference are made from these declarations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from knowledge.kinds.days_in_words import day_in
from knowledge.kinds.references import Cites, Ref, Term

__all__ = [
    "ONE_OR_MORE",
    "Change", "Citations", "Claim", "Day", "Fields", "Id", "Imported", "Link", "PartialDate",
    "Record", "Ref", "Reply", "Source", "SourceId", "State", "Statement", "Term", "Text",
    "Truth", "Unit", "Wording",
]  # fmt: skip

#: Kebab-case ASCII: the name of a file, a term or a source, and a part of an address.
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def teach(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    """A validation error with the remedy beside the message. Braces in values stay literal."""
    told = {"message": message, "hint": hint}
    return PydanticCustomError(kind, "{message}", told)


class Fields(BaseModel):
    """A group of fields. Unknown names are errors, and no value is changed into another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def field_of(group: BaseModel, name: str, absent: Any = None) -> Any:
    """The value of a field that the model may not have: to ask a model for an attribute that is not
    there takes it very long."""
    return getattr(group, name) if name in type(group).model_fields else absent


def _an_id(value: str) -> str:
    if not ID.fullmatch(value):
        raise teach(
            "id-form",
            f"“{value}” cannot be an id, because ids become addresses.",
            "Use small letters a to z, digits and single hyphens, for example: "
            "child-labour-free-zones",
        )
    return value


def _a_day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise teach(
        "date-form",
        f"“{value}” is not a day of the calendar.",
        _instead(value, 10) or "Write year, month and day with hyphens, for example: 2024-05-31",
    )


def _a_partial_date(value: Any) -> Any:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        try:
            date.fromisoformat((text + "-01-01")[:10])
            return text
        except ValueError:
            pass
    raise teach(
        "date-form",
        f"“{value}” is not a year, a month or a day.",
        _instead(value, 4) or "Write as much as is known: 2024, 2024-05 or 2024-05-31",
    )


def _instead(value: Any, least: int) -> str:
    """How a day that is told in words is written, in at least so many characters; else ""."""
    day = day_in(value) if isinstance(value, str) else None
    return f"Write {day}" if day and len(day) >= least else ""


#: An address that only lacks its beginning: the name of a host, then nothing or a path.
_WITHOUT_BEGINNING = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[^\s<>\"\\]*)?")


def _a_link(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"\\]+\.[^\s<>\"\\]+", value):
        near = ""
        if _WITHOUT_BEGINNING.fullmatch(value):
            near = f"Open https://{value} in a browser, and write that if it is the page. "
        raise teach(
            "link-form",
            f"“{value}” is not an address that a reader can open.",
            f"{near}Give the whole address as the browser shows it, beginning with https:// or "
            "http://, or leave the field out where no address was seen.",
        )
    return value


def _text(value: str) -> str:
    if value != value.strip() or not value.strip():
        raise teach(
            "text-form",
            "The text is empty or begins or ends with a blank.",
            "Write the text without blanks around it, or leave the field out.",
        )
    return value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


@dataclass(frozen=True, slots=True)
class Unit:
    """A mark beside a number: the unit in which it is given."""

    words: str


#: One group of fields, or a list of them: a reader of records always meets a list.
ONE_OR_MORE = BeforeValidator(_one_or_more)

Id = Annotated[str, AfterValidator(_an_id)]
Day = Annotated[date, BeforeValidator(_a_day)]
#: A year, a month or a day, as ISO 8601 text: `2024`, `2024-05`, `2024-05-31`.
PartialDate = Annotated[str, BeforeValidator(_a_partial_date, json_schema_input_type=str | int)]
Link = Annotated[str, AfterValidator(_a_link)]
Text = Annotated[str, AfterValidator(_text)]
SourceId = Annotated[str, Cites()]
Citations = Annotated[
    list[SourceId], Field(default_factory=list, description="ids of the sources that say so")
]

State = Literal["verified", "stated", "to-verify", "unknown", "silent", "not-applicable"]
#: The states in which a claim says something; in the others it must not have a value.
SAYS_SOMETHING: frozenset[State] = frozenset({"verified", "stated", "to-verify"})


class Source(Fields):
    """Where something was read. A link is only given where it was seen."""

    title: Text = Field(description="the title of the source")
    publisher: Text = Field(description="who published it")
    kind: Annotated[str, Term("source-kinds")] = Field(description="what sort of source it is")
    url: Link | None = Field(None, description="its address, where it was seen")
    date: PartialDate | None = Field(None, description="when the source was published")
    accessed: Day | None = Field(None, description="when it was read, as the reader noted it")
    language: Text | None = Field(None, description="ISO 639-1 code of a text not in English")
    title_language: Text | None = Field(
        None, description="ISO 639-1 code of the title, where it is not in the text's language"
    )
    licence: Text | None = Field(None, description="the terms under which it may be used")
    archived: Link | None = Field(None, description="the address of an archived copy")
    note: Text | None = Field(None, description="what is to know about it")

    @property
    def foreign_title(self) -> str:
        """The language of a title that is not English, so that it can be read out in it."""
        code = self.title_language or self.language or ""
        return "" if code == "en" else code


class Statement(Fields):
    """A short sentence with its sources."""

    text: Text = Field(description="the statement, in a sentence of ours")
    source: Citations


Value = TypeVar("Value")


class Reading(Fields, Generic[Value]):
    """Another reading of a claim. It inherits the claim's state."""

    value: Value = Field(description="what the other reading says")
    as_of: PartialDate | None = Field(None, description="the year, month or day for which it holds")
    source: Citations
    note: Text | None = Field(None, description="what is to know about it")


class Claim(Fields, Generic[Value]):
    """What a source says, how sure we are, as of when, and on what legal basis.

    An absent topic means that nobody has researched it; that is not a state of a claim.
    """

    value: Value | None = Field(None, description="what the source says")
    state: State = Field(description="how sure we are of it")
    as_of: PartialDate | None = Field(None, description="the year, month or day for which it holds")
    source: Citations
    basis: Text | None = Field(None, description="statute and article")
    conditions: Text | None = Field(None, description="under which conditions it holds")
    area: Text | None = Field(None, description="the part of the country where this holds")
    verified_on: Day | None = Field(None, description="when the primary text was read")
    note: Text | None = Field(None, description="what is to know about it")
    also: list[Reading[Value]] = Field(default_factory=list, description="other readings")

    @model_validator(mode="after")
    def _state_and_value_agree(self) -> Self:
        if self.state in SAYS_SOMETHING and self.value is None:
            raise teach(
                "claim-without-value",
                f"The state is “{self.state}”, but no value is given.",
                "Add the value, or use the state unknown (the source says it is not known), "
                "silent (the law was read and does not cover it) or not-applicable.",
            )
        if self.state not in SAYS_SOMETHING and self.value is not None:
            raise teach(
                "claim-with-value",
                f"The state is “{self.state}”, yet a value is given.",
                "Remove the value, or use the state stated, verified or to-verify.",
            )
        if self.state == "verified" and self.verified_on is None:
            raise teach(
                "claim-verified-when",
                "“verified” means that the primary text was read, but not when.",
                "Add verified_on: and the day, or use the state stated.",
            )
        return self


class Truth(Claim[bool]):
    """A claim whose value is yes (`true`) or no (`false`)."""


class Wording(Claim[Text]):
    """A claim whose value is a short text."""


class Imported(Fields):
    """An importer wrote the record, from this edition; no person has reviewed it yet."""

    edition: Text = Field(description="the edition of the data that the record was imported from")
    on: Day = Field(description="the day of the import")


class Change(Fields):
    """What changed for readers, in words."""

    on: Day = Field(description="the day of the change")
    what: Text = Field(description="what changed for readers")


class Reply(Fields):
    """Right of reply, printed unedited."""

    who: Text = Field(description="who replied")
    on: Day = Field(description="the day of the reply")
    text: Text = Field(description="the reply, unedited")


class Record(Fields):
    """The fields of every record, whatever its kind."""

    headings: ClassVar[tuple[str, ...]] = ()
    required_headings: ClassVar[tuple[str, ...]] = ()

    id: Id = Field(description="the name of the record's file and the last part of its address")
    title: Text = Field(description="the name of what the record is about")
    summary: Text = Field(description="what it is, in a sentence or two")
    keywords: list[Text] = Field(
        default_factory=list, description="other words by which readers search for it"
    )
    topics: list[Annotated[str, Term("topics")]] = Field(
        default_factory=list, description="the topics that it belongs to"
    )
    formerly: list[Id] = Field(default_factory=list, description="ids this record had before")
    status: Literal["published", "draft"] = Field(
        "published", description="whether the record is published"
    )
    added: Day = Field(description="the day on which it was added")
    reviewed: Day | None = Field(None, description="when a person last checked the record")
    imported: Imported | None = None
    review_every: Annotated[int, Field(ge=1, le=120), Unit("months")] | None = Field(
        None, description="how long a review lasts, where the kind does not say so"
    )
    sources: dict[Id, Source] = Field(default_factory=dict, description="what the record rests on")
    changes: list[Change] = Field(default_factory=list, description="what changed for readers")
    replies: list[Reply] = Field(
        default_factory=list, description="replies of those the record is about"
    )
    contributors: list[Text] = Field(
        default_factory=list, description="who contributed to the record"
    )

    @property
    def touched(self) -> date:
        """The newest day that the record names as its own: added, changed, reviewed, imported."""
        days = [self.added, *(change.on for change in self.changes)]
        days += [self.reviewed] if self.reviewed else []
        return max([*days, self.imported.on] if self.imported else days)
