"""How somebody who knows something adds it: three ways to one record, and a sheet of paper.

A form asks questions, the code host's editor opens a file that is begun, and commands do it on a
computer of one's own. The questions are the same everywhere (`authoring/questions.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import quote

from knowledge.authoring.generated import form_file
from knowledge.authoring.questions import Question, questions
from knowledge.authoring.skeletons import skeleton
from knowledge.kinds import KINDS
from knowledge.kinds.kind import Kind
from knowledge.kinds.known_names import known_names
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.problems import RULE_PAGES

ADDRESS = "contribute/"
TITLE = "Contribute"
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
class ContributeView:
    """What the template shows; `guide` is the code host's page on contributing, or empty, `rules`
    the page of all rules."""

    crumbs: tuple[Crumb, ...]
    kinds: tuple[KindWays, ...]
    others: tuple[OtherForm, ...]
    has_host: bool
    guide: str
    rules: str = RULE_PAGES


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
    view = ContributeView((Crumb(TITLE),), kinds, others, bool(host), guide)
    told = "Add a record, correct one or reply to one: by a form, in the browser, or on paper."
    return Page(ADDRESS, TITLE, told, ADDRESS, "records/contribute.html", view)


def _ways(kind: Kind, library: Library, today: date, host: str) -> KindWays:
    form = editor = ""
    if host:
        asked = questions(kind, library.vocabularies, library.entries)
        names = known_names(library.entries, library.vocabularies)
        begun = skeleton(kind, asked, names, today).text
        form = f"{host}/issues/new?template={form_file(kind)}"
        editor = f"{host}/new/main/{kind.folder}?filename={kind.folder}/new-{kind.id}.md"
        editor += f"&value={quote(begun)}"
    first = library.all(kind.id)
    example = first[0].address if first else ""
    return KindWays(
        kind.with_article, example, form, editor, _paper_address(kind), f"new.py {kind.id}"
    )


def _paper_page(kind: Kind, library: Library) -> Page:
    asked = questions(kind, library.vocabularies, library.entries)
    told = [_on_paper(question) for question in asked]
    told += [PaperQuestion(heading, "", (), False, False, 8) for heading in kind.model.headings]
    crumbs = (Crumb(TITLE, ADDRESS), Crumb(f"{kind.label} on paper"))
    view = PaperView(crumbs, kind.with_article, tuple(told))
    about = f"A sheet to print and fill in by hand: what is asked about {kind.with_article}."
    title = f"{kind.label}: a sheet to fill in"
    return Page(_paper_address(kind), title, about, ADDRESS, "records/contribute-paper.html", view)


def _on_paper(question: Question) -> PaperQuestion:
    few = len(question.choices) <= MOST_ON_PAPER
    choices = tuple(choice.label for choice in question.choices) if few else ()
    lines = 0 if choices else 3 if question.name == "summary" or question.several else 1
    return PaperQuestion(
        question.label, question.help, choices, question.several, question.required, lines
    )
