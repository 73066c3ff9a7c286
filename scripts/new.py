"""Begin a record: python3 scripts/new.py KIND [--root DIR]

Asks for the least that a record of the kind needs, shows the values that an answer may have, and
writes a draft that passes as one. Then it says what the record still needs before it can be
published. KIND is one of: country, practice, initiative, supply-chain, event.
Exit code: 0 the draft is written, 1 it was broken off and nothing is written, 2 the command was not
understood.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from knowledge.authoring.drafts import Refusal
    from knowledge.authoring.questions import Question
    from knowledge.authoring.readiness import Readiness
    from knowledge.kinds.kind import Kind
    from knowledge.kinds.known_names import KnownNames

#: Up to so many values are listed; of more, those that begin like the answer.
FEW = 20


def main(arguments: list[str]) -> int:
    """Ask, write, and return the exit code."""
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("kind", metavar="KIND", help="country, practice, initiative, ...")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    options = parser.parse_args(arguments)
    environment.enter(__file__, arguments)
    from knowledge import clock
    from knowledge.authoring.drafts import draft
    from knowledge.authoring.questions import questions
    from knowledge.authoring.readiness import readiness
    from knowledge.kinds import BY_ID
    from knowledge.kinds.known_names import known_names
    from knowledge.library import load

    kind = BY_ID.get(options.kind)
    if kind is None:
        parser.error(f"{options.kind} is no kind of record; known: {', '.join(BY_ID)}")
    library, _ = load(options.root, drafts=True)
    names = known_names(library.entries, library.vocabularies)
    asked = questions(kind, library.vocabularies, library.entries)
    taken = {path.stem for path in (options.root / kind.folder).glob("*.md")}
    print(f"A new {kind.label.lower()}: {len(asked)} questions. Ctrl-C ends without writing.\n")
    answers: dict[str, str] = {}
    try:
        for number, question in enumerate(asked, 1):
            answers[question.name] = _ask(question, f"{number}/{len(asked)}", names)
        made = draft(kind, asked, answers, names, taken, clock.computer_day())
        while made.refused:
            for refusal in made.refused:
                print(f"  {refusal.message}\n  {refusal.hint}")
                for question in _about(refusal, asked):
                    answers[question.name] = _ask(question, "again", names)
            made = draft(kind, asked, answers, names, taken, clock.computer_day())
    except (KeyboardInterrupt, EOFError):
        print("\nNothing was written.")
        return 1
    path = options.root / made.path
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(made.text)
    print(f"\nWritten: {made.path}, a draft; no reader sees it yet.")
    _tell(readiness(options.root, made.path, clock.computer_day()), kind, made.path)
    return 0


def _about(refusal: Refusal, asked: tuple[Question, ...]) -> list[Question]:
    """The questions to ask again: the one that is refused, and those that the remedy names."""
    return [q for q in asked if q.name == refusal.name or f"{q.name}:" in refusal.hint] or [*asked]


def _ask(question: Question, place: str, names: KnownNames) -> str:
    """One question until the answer can stand."""
    from knowledge.authoring.drafts import answered

    optional = "" if question.required else ", or nothing"
    several = "; several with a semicolon between them" if question.several else ""
    print(f"{place}  {question.label}{several}{optional}")
    if question.help:
        print(fill(question.help, 96, initial_indent="     ", subsequent_indent="     "))
    if 0 < len(question.choices) <= FEW:
        width = max(len(choice.id) for choice in question.choices)
        for choice in question.choices:
            label = "" if choice.label == choice.id else choice.label
            print(f"     {choice.id:{width}}  {label}".rstrip())
    elif question.choices:
        print(f"     One of {len(question.choices)} names, for example {_examples(question)}")
    while True:
        answer = input("> ")
        _, refusal = answered(question, answer, names)
        if refusal is None:
            print()
            return answer
        print(f"  {refusal.message} {refusal.hint}".rstrip())


def _examples(question: Question) -> str:
    step = max(1, len(question.choices) // 3)
    return ", ".join(choice.label for choice in question.choices[::step][:3])


def _tell(found: Readiness, kind: Kind, path: str) -> None:
    """What the check asks of the record once it is to be published, and what is still empty."""
    if found.asked:
        print("\nBefore it can be published:")
        for one in found.asked:
            for message in one.messages:
                print(fill(message, 96, initial_indent="  - ", subsequent_indent="    "))
            if one.hint:
                print(fill(one.hint, 96, initial_indent="    > ", subsequent_indent="      "))
    if found.empty:
        print("\nStill empty, so that readers would see a dash. Fill in only what sources say:")
        print(fill(", ".join(found.empty), 96, initial_indent="  ", subsequent_indent="  "))
    print("\nHow to go on:")
    print(f"  1. Open {path} in an editor.")
    print(f"     {kind.folder}/README.md shows a whole record and says what the fields mean.")
    print("  2. Look at the page, drafts too:  python3 scripts/serve.py")
    print(f"  3. Check it:  python3 scripts/check.py {path}")
    print("  4. When it is ready, take out the line “status: draft” and check it once more.")
    print("  5. Propose it, as CONTRIBUTING.md says.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
