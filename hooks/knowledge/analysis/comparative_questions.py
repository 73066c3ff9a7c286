"""The same questions asked of every initiative: who takes part, how binding, run from where.

Yes, no, to verify, unknown and not researched are counted apart: an initiative of which nobody
has asked is never counted as one that does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.analysis.comparative_advantages import at_work_now
from knowledge.analysis.global_south import half_of
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Truth
from knowledge.kinds.initiative import Accountability, Initiative
from knowledge.library import Library

#: Answers to a question with yes or no, in the order in which they are shown.
YES_OR_NO = ("yes", "no", "to-verify", "unknown", "not-researched")
#: The answers that leave a question open.
OPEN = ("to-verify", "unknown", "not-researched")

#: An integrated approach covers child labour or forced labour together with all of these rights.
#: Source: report of the group's first strategic workshop, Berlin, June 2017, advocacy topic "an
#: integrated approach to the fundamental principles and rights at work (freedom of association
#: and discrimination included)".
STARTING_POINTS = ("child-labour", "forced-labour")
INTEGRATED_WITH = ("freedom-of-association", "discrimination")

#: What the workshop found few initiatives to be, by question and answer. Source: report of the
#: group's first strategic workshop, Berlin, June 2017, discussion.
WANTED: tuple[tuple[str, str], ...] = (
    ("members/trade-unions", "yes"),
    ("members/employers-organisations", "yes"),
    ("members/local-governments", "yes"),
    ("questions/integrated-approach", "integrated"),
    ("questions/sectors", "many"),
    ("questions/secretariat", "south"),
    ("questions/national-processes", "yes"),
    ("questions/small-enterprises", "yes"),
)

Answers = Callable[[Library, Initiative], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Answered:
    """The initiatives that give one answer, by title. `label` is empty for the answers that
    every question shares."""

    id: str
    entries: tuple[Entry, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and all its answers. `id` is its group and its name: `members/trade-unions`."""

    id: str
    label: str
    answers: tuple[Answered, ...]

    @property
    def group(self) -> str:
        """The group of like questions that it stands in."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The question within its group."""
        return self.id.partition("/")[2]

    def given(self, answer: str) -> tuple[Entry, ...]:
        """The initiatives that give an answer."""
        return next((one.entries for one in self.answers if one.id == answer), ())


def questions(library: Library) -> dict[str, Question]:
    """Every question by id, in the order in which readers meet them."""
    return {question.id: question for question in _questions(library)}


def _questions(library: Library) -> Iterator[Question]:
    terms = library.terms
    for term in terms.get("constituencies", {}).values():
        yield _yes_or_no(library, f"members/{term.id}", term.label, partial(_member, term.id))
    for term in terms.get("principles", {}).values():
        yield _yes_or_no(library, f"principles/{term.id}", term.label, partial(_covers, term.id))
    for name, field in Accountability.model_fields.items():
        id_ = f"accountability/{name.replace('_', '-')}"
        yield _yes_or_no(library, id_, field.title or name, partial(_answers_for, name))
    fields = Initiative.model_fields
    for id_, name in (
        ("questions/national-processes", "national_processes"),
        ("questions/small-enterprises", "reaches_small_enterprises"),
    ):
        yield _yes_or_no(library, id_, fields[name].title or name, partial(_says, name))
    yield _choice(library, "questions/integrated-approach", "Integrated approach", INTEGRATED,
                  _integrated)  # fmt: skip
    binding = {term.id: term.label for term in terms.get("binding", {}).values()}
    labels = {**binding, "to-verify": "", "unknown": "", "not-researched": ""}
    yield _choice(library, "questions/binding", "How far members are bound", labels, _binding)
    yield _choice(library, "questions/sectors", "One sector or many", SECTORS, _sectors)
    yield _choice(library, "questions/secretariat", "Run from", HALVES, _half)
    levels = {term.id: term.label for term in terms.get("levels", {}).values()}
    yield _choice(library, "questions/level", "Level", levels, lambda _, told: told.level)


INTEGRATED = {
    "integrated": "Child or forced labour together with freedom of association and discrimination",
    "in-part": "Child or forced labour with some, not all, of the other rights",
    "narrow": "Only child labour, forced labour or both are recorded",
    "others": "Other rights only are recorded",
    "not-researched": "",
}
SECTORS = {"one": "One sector", "many": "Many sectors", "not-researched": ""}
HALVES = {
    "south": "The global South",
    "north": "The global North",
    "not-placed": "A country without a known region",
    "not-researched": "",
}


def _yes_or_no(
    library: Library, id_: str, label: str, claim: Callable[[Initiative], Truth | None]
) -> Question:
    def answer(_: Library, initiative: Initiative) -> tuple[str]:
        return (answer_of(claim(initiative)),)

    return _choice(library, id_, label, dict.fromkeys(YES_OR_NO, ""), answer)


def answer_of(claim: Truth | None) -> str:
    """Yes, no, to verify, unknown or not researched."""
    if claim is None:
        return "not-researched"
    if claim.state == "to-verify":
        return "to-verify"
    if claim.value is None:
        return "unknown"
    return "yes" if claim.value else "no"


def _choice(
    library: Library, id_: str, label: str, labels: dict[str, str], answers: Answers
) -> Question:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.once(at_work_now):
        if isinstance(entry.record, Initiative):
            for answer in dict.fromkeys(answers(library, entry.record)):
                found[answer].append(entry)
    told = tuple(Answered(one, tuple(found[one]), words) for one, words in labels.items())
    return Question(id_, label, told)


def _member(term: str, initiative: Initiative) -> Truth | None:
    return initiative.members.get(term)


def _covers(term: str, initiative: Initiative) -> Truth | None:
    return initiative.integrated_approach.get(term)


def _answers_for(name: str, initiative: Initiative) -> Truth | None:
    told: Truth | None = getattr(initiative.accountability, name)
    return told


def _says(name: str, initiative: Initiative) -> Truth | None:
    told: Truth | None = getattr(initiative, name)
    return told


def _integrated(_: Library, initiative: Initiative) -> tuple[str]:
    told = initiative.integrated_approach
    covered = {term for term, claim in told.items() if answer_of(claim) == "yes"}
    if not covered:
        return ("not-researched",)
    others = covered - set(STARTING_POINTS)
    if others == covered:
        return ("others",)
    if others.issuperset(INTEGRATED_WITH):
        return ("integrated",)
    return ("in-part" if others else "narrow",)


def _binding(_: Library, initiative: Initiative) -> tuple[str]:
    claim = initiative.binding
    if claim is None:
        return ("not-researched",)
    if claim.state == "to-verify":
        return ("to-verify",)
    return (claim.value or "unknown",)


def _sectors(_: Library, initiative: Initiative) -> tuple[str]:
    return (initiative.sectors or "not-researched",)


def _half(library: Library, initiative: Initiative) -> tuple[str]:
    if initiative.secretariat is None:
        return ("not-researched",)
    return (half_of(library.places.get(initiative.secretariat.iso3)) or "not-placed",)
