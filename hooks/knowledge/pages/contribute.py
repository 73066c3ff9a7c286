"""How somebody who knows something adds it: three ways to one record, and a sheet of paper.

A form asks questions, the code host's editor opens a file that is begun, and commands do it on a
computer of one's own. The questions are the same everywhere (`authoring/questions.py`). Each way is
shown by how it begins, made from the same questions, so that no picture of it can grow old.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import quote

from knowledge.authoring.generated import form_file
from knowledge.authoring.questions import Question, questions
from knowledge.authoring.skeletons import skeleton
from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.problems import RULE_PAGES

ADDRESS = "contribute/"
TITLE = "Contribute"
#: The kind whose questions show what each way is like, and how many of them do.
SHOWN = "practice"
SHOWN_QUESTIONS = 3
#: So many values of a list are shown, as a sample.
SHOWN_VALUES = 4
#: Of more values than these a sheet of paper has room for a line to write on, not for a list.
MOST_ON_PAPER = 40
#: Forms that are about a record or the group's work, by the file of the form.
OTHER_FORMS = (
    ("6-correction.yml", "Correct a record", "Something is wrong, out of date or badly said."),
    (
        "7-right-of-reply.yml",
        "Reply to a record about you",
        "Your organisation, company or government is named and wants its answer to stand there.",
    ),
    (
        "8-contribution.yml",
        "Offer a contribution",
        "To a pledge of the work plan, to the mapping, or as a focal point.",
    ),
)


@dataclass(frozen=True, slots=True)
class KindWays:
    """The ways to add a record of a kind; addresses at the code host are empty without one."""

    label: str
    example: str
    form: str
    editor: str
    paper: str
    command: str


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A form for something else than a new record; its address is empty without a code host."""

    label: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question on paper: `choices` to tick, or so many `lines` to write on."""

    label: str
    help: str
    choices: tuple[str, ...]
    several: bool
    required: bool
    lines: int


@dataclass(frozen=True, slots=True)
class Beginnings:
    """How each way begins for a record of one kind: the first questions of its form, the file as
    the editor opens it, and what the command prints. `more` questions are not shown."""

    kind: str
    form: tuple[PaperQuestion, ...]
    more: int
    file: str
    command: str


@dataclass(frozen=True, slots=True)
class ContributeView:
    """What the template shows; `guide` is the code host's page on contributing, or empty, `rules`
    the page of all rules."""

    crumbs: tuple[Crumb, ...]
    begins: Beginnings
    kinds: tuple[KindWays, ...]
    others: tuple[OtherForm, ...]
    has_host: bool
    guide: str
    rules: str = RULE_PAGES


@dataclass(frozen=True, slots=True)
class PaperView:
    """A sheet that asks what the form asks."""

    crumbs: tuple[Crumb, ...]
    kind: str
    questions: tuple[PaperQuestion, ...]


Planned = tuple[str, str, partial[Page]]


def contribute_pages(library: Library, today: date, repo: str) -> Iterator[Planned]:
    """The page of the ways, and a sheet of paper for each kind."""
    yield ADDRESS, "the page on contributing", partial(_contribute_page, library, today, repo)
    for kind in KINDS:
        made_from = f"the questions of the kind {kind.id}"
        yield _paper_address(kind), made_from, partial(_paper_page, kind, library)


def _paper_address(kind: Kind) -> str:
    return f"{ADDRESS}{kind.id}/"


def _contribute_page(library: Library, today: date, repo: str) -> Page:
    host = repo.rstrip("/")
    others = tuple(
        OtherForm(label, about, f"{host}/issues/new?template={file}" if host else "")
        for file, label, about in OTHER_FORMS
    )
    guide = f"{host}/blob/HEAD/CONTRIBUTING.md" if host else ""
    kinds = tuple(_ways(kind, library, today, host) for kind in KINDS)
    begins = _beginnings(BY_ID[SHOWN], library, today)
    view = ContributeView((Crumb(TITLE),), begins, kinds, others, bool(host), guide)
    told = "Add a record, correct one or reply to one: by a form, in the browser, or on paper."
    return Page(ADDRESS, TITLE, told, ADDRESS, "records/contribute.html", view)


def _ways(kind: Kind, library: Library, today: date, host: str) -> KindWays:
    form = editor = ""
    if host:
        asked = questions(kind, library.vocabularies, library.entries)
        begun = skeleton(kind, asked, library.names, today)
        form = f"{host}/issues/new?template={form_file(kind)}"
        # The code host puts the name of the file behind the folder of the address.
        editor = f"{host}/new/main/{kind.folder}?filename={PurePosixPath(begun.path).name}"
        editor += f"&value={quote(begun.text)}"
    first = library.all(kind.id)
    example = first[0].address if first else ""
    return KindWays(
        kind.with_article, example, form, editor, _paper_address(kind), f"new.py {kind.id}"
    )


def _beginnings(kind: Kind, library: Library, today: date) -> Beginnings:
    asked = questions(kind, library.vocabularies, library.entries)
    form = tuple(_on_paper(question, SHOWN_VALUES) for question in asked[:SHOWN_QUESTIONS])
    name = kind.label.lower()
    lines = [
        f"$ python3 scripts/new.py {kind.id}",
        f"A new {name}: {len(asked)} questions. Ctrl-C ends without writing.",
    ]
    for number, question in enumerate(asked[: SHOWN_QUESTIONS - 1], 1):
        lines += ["", f"{number}/{len(asked)}  {question.label}", f"     {question.help}", "> "]
    file = skeleton(kind, asked, library.names, today).text
    more = len(asked) - len(form) + len(kind.model.headings)
    return Beginnings(name, form, more, file, "\n".join(lines))


def _paper_page(kind: Kind, library: Library) -> Page:
    asked = questions(kind, library.vocabularies, library.entries)
    told = [_on_paper(question) for question in asked]
    told += [PaperQuestion(heading, "", (), False, False, 8) for heading in kind.model.headings]
    crumbs = (Crumb(TITLE, ADDRESS), Crumb(f"{kind.label} on paper"))
    view = PaperView(crumbs, kind.with_article, tuple(told))
    about = f"A sheet to print and fill in by hand: what is asked about {kind.with_article}."
    title = f"{kind.label}: a sheet to fill in"
    return Page(_paper_address(kind), title, about, ADDRESS, "records/contribute-paper.html", view)


def _on_paper(question: Question, most: int = MOST_ON_PAPER) -> PaperQuestion:
    """The question with its values, of which at most so many where the rest may be left out."""
    few = len(question.choices) <= MOST_ON_PAPER
    choices = tuple(choice.label for choice in question.choices[:most]) if few else ()
    lines = 0 if choices else 3 if question.name == "summary" or question.several else 1
    return PaperQuestion(
        question.label, question.help, choices, question.several, question.required, lines
    )
