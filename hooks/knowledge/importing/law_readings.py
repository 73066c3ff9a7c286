"""How facts on the law are read: by topic, and one by one where the words need a person.

Every decision stands here, where it can be argued with. A row that no entry covers is read by
its topic; a value that cannot be read is left out and named in the importer's report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.importing.sources import Data

Sort = Literal["age", "truth", "prohibition", "wording"]


@dataclass(frozen=True)
class Topic:
    """The topic of the law that rows of one sort feed. Rows named first come first in it."""

    field: str
    sort: Sort


#: Topics of the table of facts, in the order in which their rows count within one topic.
TOPICS: dict[str, Topic] = {
    "minimum_age_work": Topic("minimum_age_work", "age"),
    "minimum_age_statute": Topic("minimum_age_work", "age"),
    "minimum_age_constitution": Topic("minimum_age_work", "age"),
    "minimum_age_official": Topic("minimum_age_work", "age"),
    "minimum_age_work_sector": Topic("minimum_age_work", "age"),
    "light_work_age": Topic("minimum_age_light_work", "age"),
    "light_work_age_sabah": Topic("minimum_age_light_work", "age"),
    "hazardous_work_age": Topic("minimum_age_hazardous_work", "age"),
    "hazardous_work": Topic("hazardous_work_list", "truth"),
    "hazardous_list": Topic("hazardous_work_list", "truth"),
    "compulsory_education_end": Topic("compulsory_education_to", "age"),
    "compulsory_education": Topic("compulsory_education_to", "age"),
    "forced_labour": Topic("forced_labour", "prohibition"),
    "forced_labour_statute": Topic("forced_labour", "prohibition"),
    "forced_labour_text": Topic("forced_labour", "prohibition"),
    "forced_child_labour": Topic("forced_labour", "prohibition"),
    "forced_labour_constitution": Topic("forced_labour", "prohibition"),
    "debt_bondage": Topic("debt_bondage", "prohibition"),
    "servitude": Topic("slavery_like_practices", "prohibition"),
    "slavery_debt_bondage": Topic("slavery_like_practices", "prohibition"),
    "slavery_constitution": Topic("slavery_like_practices", "prohibition"),
    "bondage_constitution": Topic("slavery_like_practices", "prohibition"),
    "trafficking": Topic("trafficking_in_persons", "prohibition"),
    "trafficking_penalty": Topic("trafficking_in_persons", "prohibition"),
    "child_trafficking": Topic("child_trafficking", "prohibition"),
    "commercial_sexual_exploitation": Topic("commercial_sexual_exploitation", "prohibition"),
    "penalty_child_labour": Topic("penalty_child_labour", "wording"),
    "agriculture_age": Topic("family_work", "wording"),
    "domestic_work": Topic("domestic_work", "wording"),
    "gap": Topic("gaps_reported", "wording"),
    "labour_inspection_gap": Topic("gaps_reported", "wording"),
}  # fmt: skip

#: Rows that point to the text of a law rather than to what it says.
STATUTES = ("statute_text", "trafficking_text")

#: Rows whose text is known to have been replaced, with what replaced it.
SUPERSEDED: dict[tuple[str, str], str] = {
    ("USA", "forced_labour"): "the edition of 2000; the section was amended later",
    ("CAN", "child_trafficking"): "a page of 2013",
    ("CAN", "document_withholding"): "a page of 2013",
    ("UZB", "forced_labour_constitution"): "the Constitution of 1992; a new one is in force",
    ("CHN", "forced_labour_penalty"): "the text before the amendment of 2011",
    ("JOR", "trafficking"): "the penalties of 2009; they were raised",
    ("MLI", "child_trafficking"): "the code of 2010; replaced by the Penal Code of 2024",
    ("HND", "trafficking"): "the law of 2012; the penalties were changed in 2020 and 2021",
}

#: Hosts that carry copies of other publishers' texts, beside those that a row calls a copy.
COPIES = (
    "mylaw.my", "preview.", "ecoi.net", "scribd.", "docslib", "kiwix", "issuu", "pdfslide",
    "lawsdocbox", "conflictresolutionunit", "slideshare", "refworld.org",
)  # fmt: skip

#: Copies that the original publisher keeps itself: cited, but without the address.
OWN_COPIES = ("preview.state.gov",)

FEDERAL = "Federal law"

#: Readings by hand: (country, topic, how the value begins) -> what the claim says instead.
#: An entry with `skip` leaves the row out for the reason it gives; `more` adds a second claim.
READINGS: dict[tuple[str, str, str], Data] = {
    ("AUS", "minimum_age_official", "Depends"): {
        "state": "silent", "area": FEDERAL,
        "conditions": "the states and territories set the ages; work during school hours needs "
        "the school-leaving age"},
    ("AUS", "hazardous_work", "Victoria"): {
        "area": "Victoria", "conditions": "high-risk work is barred under 18, other work under 16"},
    ("CAN", "hazardous_work_age", "16 in ten"): {
        "area": "Ten provinces and territories", "conditions": "certain hazardous work"},
    ("CHE", "minimum_age_statute", "15; light"): {
        "conditions": "light work from 13; apprenticeship from 14 with a permit of the canton"},
    ("CHN", "forced_labour", "Criminal offence"): {
        "conditions": "an employer who forces work by violence, intimidation or restricting "
        "personal freedom", "note": "The comment read predates the amendment of section 244 in "
        "2011. The penalty was not seen."},
    ("CHN", "trafficking", "Trafficking of women"): {
        "value": "prohibited-in-part", "conditions": "trafficking of women and children",
        "note": "The comment read is of 2005. The penalty was not seen."},
    ("ECU", "trafficking_penalty", "13 to 16"): {
        "state": "to-verify", "note": "The report predates the trafficking law of 2023."},
    ("ETH", "compulsory_education_end", "none"): {
        "state": "silent", "note": "A policy of 2023 provides for free compulsory schooling to "
        "grade 12; the source finds no age in the law."},
    ("ETH", "hazardous_work_age", "15 (law"): {
        "state": "stated", "conditions": "the law lets children of 15 and 16 do hazardous work"},
    ("FRA", "minimum_age_work", "16"): {"conditions": "15 in apprenticeship"},
    ("GBR", "minimum_age_work", "16 full"): {
        "conditions": "full-time work, from the minimum school-leaving age",
        "note": "Scotland and Northern Ireland have rules of their own."},
    ("GBR", "hazardous_work_age", "18, with"): {
        "conditions": "16 and 17 in necessary, supervised training with the risk reduced as far "
        "as possible"},
    ("GBR", "forced_labour", "Slavery"): {
        "penalty": "imprisonment up to life (England and Wales)",
        "conditions": "slavery, servitude and forced or compulsory labour"},
    ("GBR", "trafficking", "Life"): {"penalty": "imprisonment up to life (England and Wales)"},
    ("GTM", "minimum_age_work", "14 by law"): {
        "state": "stated", "conditions": "the labour inspectorate gives permits only from 15",
        "note": "The two ages in ILAB's editions are the statute's (14) and the ministry's (15)."},
    ("HND", "bondage_constitution", "No child"): {
        "value": "prohibited-in-part", "conditions": "bondage of children"},
    ("IDN", "minimum_age_work", "No child"): {
        "value": 15.0, "state": "to-verify", "conditions": "from 15 to 18 in work that is not "
        "hazardous, in practice", "note": "By its letter the Act bars employment under 18, with "
        "exceptions.", "also": [{"value": 18.0, "note": "the letter of the Act"}]},
    ("IND", "minimum_age_work", "14 (child"): {"conditions": "or the end of compulsory education"},
    ("JPN", "minimum_age_work", "End of"): {
        "value": 15.0, "conditions": "until the first 31 March after the 15th birthday has passed"},
    ("JPN", "light_work_age", "13, light"): {
        "conditions": "harmless work outside industry and school hours, with a permit of the "
        "inspection office; under 13 only in film and theatre"},
    ("KHM", "compulsory_education_end", "none"): {
        "state": "not-applicable", "conditions": "schooling to grade 9 is free but not compulsory",
        "note": "As a guide reads the law, whose text was not read."},
    ("KHM", "hazardous_work_age", "18 (16"): {
        "conditions": "16 with a permit of the ministry, training and safeguards"},
    ("LKA", "slavery_debt_bondage", "Slavery"): {
        "value": "prohibited", "conditions": "slavery, debt bondage, serfdom",
        "note": "The penalty was not seen."},
    ("MAR", "penalty_child_labour", "fine MAD"): {"basis": "Code du travail"},
    ("MDG", "minimum_age_work", "15 in the"): {
        "value": 16.0, "state": "stated", "conditions": "the code says 15, but never below the "
        "end of compulsory schooling, which is 16"},
    ("MEX", "hazardous_work", "Work dangerous"): {
        "conditions": "dangerous work is barred for minors, in the family circle too"},
    ("MEX", "minimum_age_constitution", "15;"): {"conditions": "at most six hours a day"},
    ("MEX", "trafficking", "Penalties"): {
        "penalty": "",
        "note": "The penalties were raised in 2024; the new figures were not seen."},
    ("NGA", "minimum_age_work", "12 (under"): {
        "conditions": "15 in industrial undertakings; under 12 only light family work in "
        "agriculture, horticulture or the household"},
    ("NLD", "minimum_age_work", "16 free"): {"conditions": "13 to 15 only within limits"},
    ("NLD", "compulsory_education_end", "18, or"): {
        "conditions": "or a basic qualification before; full-time schooling ends with the "
        "school year of the 16th birthday", "note": ""},
    ("NLD", "trafficking", "Trafficking incl"): {
        "conditions": "includes forced or compulsory labour", "note": "The penalty was not seen. "
        "A bill to modernise the article was pending in 2024."},
    ("NPL", "forced_child_labour", "No child"): {
        "value": "prohibited-in-part", "conditions": "making a child work by deceit, fear, "
        "threat or pressure"},
    ("PAK", "minimum_age_work", "14 for"): {
        "state": "stated", "area": FEDERAL, "conditions": "factories, mines and hazardous "
        "employment", "note": "Ages differ by province."},
    ("PAK", "minimum_age_work_sector", "15 for"): {
        "area": "Punjab", "conditions": "home-based work", "note": ""},
    ("PAK", "hazardous_work_age", "14 (federal)"): {
        "area": FEDERAL, "basis": "Employment of Children Act 1991", "conditions": "",
        "more": {"value": 18.0, "area": "Punjab", "basis": "Punjab Restriction on Employment of "
                 "Children Act 2016 s. 2(i)"}},
    ("PHL", "minimum_age_statute", "15, except"): {
        "conditions": "younger only under the sole responsibility of the parents and beside "
        "school; 15 to 18 under conditions"},
    ("PHL", "forced_labour", "Slavery"): {
        "value": "prohibited-in-part", "conditions": "of children, as a worst form of child "
        "labour"},
    ("TZA", "minimum_age_work", "14 (light"): {
        "state": "to-verify", "conditions": "light work only, by the page read; mainland",
        "note": "Whether ordinary work is lawful at 14 is to be checked in the Act."},
    ("UGA", "hazardous_work_age", "18 in general"): {
        "conditions": "the Commissioner may allow children from 12 in training or apprenticeship"},
    ("USA", "agriculture_age", "12-13"): {
        "value": "Children of 12 and 13 may do non-hazardous farm work outside school hours with "
        "a parent's consent; on a parent's farm there is no minimum age."},
    ("USA", "hazardous_work_age", "18 non"): {"conditions": "16 in agriculture"},
    ("USA", "minimum_age_work", "14 non"): {
        "conditions": "outside agriculture, in listed jobs and for limited hours; without such "
        "limits from 16"},
    ("UZB", "minimum_age_work", "16; 15"): {
        "state": "to-verify", "conditions": "15 for light work with a parent's written consent",
        "note": "The article read is of the code that was replaced in 2023."},
    ("UZB", "hazardous_work_age", "18"): {
        "state": "to-verify", "note": "The article read is of the code that was replaced in 2023."},
    ("UZB", "forced_labour", "Criminal"): {
        "conditions": "coercing a person to work by administrative power; criminal at once where "
        "the victim is under 18", "penalty": "", "note": "The highest penalty was not seen."},
    ("ZAF", "penalty_child_labour", "6 years"): {"value": "imprisonment up to 6 years"},
    ("BGD", "minimum_age_work", "14 (children"): {
        "state": "stated", "conditions": "under 14 no employment in any occupation or "
        "establishment", "note": "The Labour Act decides; ILAB's 2022 data give an age that "
        "contradicts its own earlier editions."},
    ("BGD", "minimum_age_work", "14"): {"state": "stated"},
    ("AUS", "forced_labour", "Defined"): {
        "penalty": "imprisonment up to 4 years (debt bondage) and up to 25 years (slavery, "
        "trafficking of children), by offence", "note": "The figure for forced labour alone "
        "was not seen."},
    ("CAN", "minimum_age_work", "18 in federally"): {
        "area": "Federally regulated work", "conditions": "since 12 June 2023, 17 before; with "
        "exceptions", "note": "The provinces and territories set lower ages for other work."},
    ("CAN", "forced_labour", "Law prohibits"): {
        "penalty": "fines up to CAD 100,000 for a breach of the foreign-worker programme"},
    ("CHN", "minimum_age_statute", "16"): {"basis": ""},
    ("ETH", "minimum_age_work", "15; young"): {
        "state": "stated", "conditions": "from 15 to 18 as a young worker",
        "note": "The Proclamation of 2019 raised the age from 14; ILAB's edition for 2020 still "
        "gives 14."},
    ("ETH", "hazardous_work", "List of about"): {
        "conditions": "about 14 activities are barred for workers of 15 to 18"},
    ("MLI", "minimum_age_work", "15 (child"): {
        "conditions": "by the code on the protection of children; the Labour Code of 1992 said 14"},
    ("NPL", "debt_bondage", "Kamaiya"): {
        "penalty": "", "conditions": "Kamaiya bonded labour; the debts are void",
        "note": "The penalties were not seen."},
    ("PAK", "compulsory_education", "ages 5 to 16"): {"value": 16.0},
    ("TKM", "hazardous_work_age", "18 (age"): {
        "conditions": "the age of majority; cotton picking was added to the list in 2024"},
    ("TUN", "light_work_age", "13 (light"): {
        "conditions": "light work in agriculture; 14 within training"},
    ("UZB", "hazardous_list", "List"): {
        "basis": "", "conditions": "the list was brought up to date in 2023"},
    ("UZB", "trafficking", "3 to 5"): {
        "state": "to-verify", "note": "The basic penalty is read from a text of 2008, and the "
        "source does not print the year of the later law."},
}  # fmt: skip
