"""Which source wins, as one table that the importer follows and a page on method can print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Precedence:
    """For one part of a record: what wins over what, and what becomes of the rest."""

    part: str
    first: str
    then: str
    otherwise: str


#: The rules in the order in which a reader of a country page meets their results.
PRECEDENCE: tuple[Precedence, ...] = (
    Precedence(
        "Anything a person wrote",
        "A claim that a person wrote, sourced otherwise or verified in the primary text",
        "Nothing that an importer brings replaces it",
        "An importer changes only claims whose sources are all its own",
    ),
    Precedence(
        "Ages and school, where a statute or an official page was read",
        "The reading of the statute, with its article",
        "ILAB's 2022 age, printed beside it as another reading where it differs",
        "Stated where they agree or where the reason for the difference is known; to verify "
        "where they differ and the reason is not known",
    ),
    Precedence(
        "Ages and school, where only ILAB's data speak",
        "An age that ILAB gave unchanged from 2019 to 2022 is stated, unless another text "
        "contradicts it",
        "An age that changed or is new in 2022 is to verify, with the earlier values and years",
        "Ages of recruitment exist for one edition only and are to verify; no age is no claim",
    ),
    Precedence(
        "Prohibitions and penalties",
        "The reading of a statute or an official report, with its article",
        "Nothing: ILAB's yes and no are judgements, never prohibitions",
        "Without a reading the topic stays not researched",
    ),
    Precedence(
        "Assessments",
        "ILAB's judgement for 2022: meets, or does not meet, the international standard",
        "Levels of advancement of later years are added beside those of 2016 to 2022",
        "Never mixed with what the law says",
    ),
    Precedence(
        "Ratifications",
        "A row that names the state, from a source of high confidence, is stated",
        "A row worked out by counting, by complement or from one weaker source is to verify",
        "A convention without a row is not researched, never “not ratified”",
    ),
    Precedence(
        "Ratifications, Conventions Nos. 138 and 182 outside the table of ratifications",
        "ILAB's data for 2022",
        "Where the table of ratifications says otherwise, both readings, to verify",
        "Not applicable and missing values become nothing",
    ),
    Precedence(
        "Labour inspectors",
        "The figure of the newest report read",
        "Figures of earlier years stand under their year",
        "“Unknown” in the source is unknown; a figure that cannot be read is left out",
    ),
    Precedence(
        "Copies and superseded texts",
        "The original publisher",
        "A text read only in a copy is left out until the original has been read",
        "A text known to be replaced is left out",
    ),
)
