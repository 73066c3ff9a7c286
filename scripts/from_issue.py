"""Make a record of an issue that was written with one of the forms.

    python3 scripts/from_issue.py EVENT [--root DIR] [--to DIR]

EVENT is the file in which the code host describes what happened (GITHUB_EVENT_PATH). Writes the
record as a draft, and into the folder of --to what a workflow needs, as files, so that no text of
the issue ever stands in a command: `path.txt` (the record), `message.txt` (of the commit) and
`comment.md` (what to answer in the issue).
Exit code: 0 a record was written, 1 the answers cannot become one (comment.md says why), 2 the
event is not an issue written with a form for a record (comment.md says so).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import environment


def main(arguments: list[str]) -> int:
    """Read the event, write the record, and return the exit code."""
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("event", type=Path, metavar="EVENT", help="the file with the event")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    parser.add_argument("--to", type=Path, default=Path.cwd(), help="where to write the answers")
    options = parser.parse_args(arguments)
    environment.enter(__file__, arguments)
    from knowledge import clock
    from knowledge.authoring.drafts import Draft, Refusal, draft
    from knowledge.authoring.issue_forms import answers_in, by_label, by_questions
    from knowledge.authoring.issue_replies import NO_FORM, made_of, refused
    from knowledge.authoring.questions import questions
    from knowledge.authoring.readiness import readiness
    from knowledge.kinds import BY_ID, KINDS
    from knowledge.kinds.known_names import known_names
    from knowledge.library import load

    issue = _issue(options.event)
    body = str(issue.get("body") or "")
    library, _ = load(options.root, drafts=True)
    forms = {k.id: questions(k, library.vocabularies, library.entries) for k in KINDS}
    kind = by_label(BY_ID, [str(label.get("name")) for label in issue.get("labels", [])])
    kind = kind or by_questions(body, ((k, forms[k.id]) for k in KINDS))
    options.to.mkdir(parents=True, exist_ok=True)
    if kind is None:
        _write(options.to / "comment.md", NO_FORM)
        parser.error("the event is no issue that was written with a form for a record")
    names = known_names(library.entries, library.vocabularies)
    asked = forms[kind.id]
    answers, texts, faults = answers_in(body, kind, asked)
    taken = {path.stem for path in (options.root / kind.folder).glob("*.md")}
    made = Draft(
        refused=[Refusal("", fault, "Ask the writer to edit the issue.") for fault in faults]
    )
    if not faults:
        made = draft(kind, asked, answers, names, taken, clock.computer_day(), texts)
    if made.record is None:
        _write(options.to / "comment.md", refused(made.refused, asked))
        return 1
    _write(options.root / made.path, made.text)
    number = int(issue["number"])
    _write(options.to / "path.txt", made.path + "\n")
    # The title is the writer's, and words in a message of a commit can close issues or skip checks.
    _write(options.to / "message.txt", f"Add a draft: {made.path}\n\nMade of #{number}.\n")
    found = readiness(options.root, made.path, clock.computer_day())
    _write(options.to / "comment.md", made_of(made, found))
    print(f"Written: {made.path}")
    return 0


def _issue(path: Path) -> dict[str, Any]:
    """The issue of an event; empty where there is none."""
    try:
        event = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        sys.exit(f"{path} cannot be read as an event: {error}")
    issue = event.get("issue") if isinstance(event, dict) else None
    return issue if isinstance(issue, dict) else {}


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
