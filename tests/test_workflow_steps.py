"""The commands in the workflows do what they are there for: run as the code host would run them.

`gh`, the code host's own command, is a script here that keeps what it was called with.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import ROOT, repository

from knowledge.authoring.questions import questions
from knowledge.kinds import BY_ID
from knowledge.library import load

SMALL = Path(__file__).parent / "sites" / "small"
WORKFLOWS = ROOT / ".github" / "workflows"
ANSWERS = (
    "Wells $(touch pwned) `id`", "A company digs wells.", "area-based", "community", "child-labour",
    "Nepal; Ghana", "Report on wells", "Ministry of Water", "government", "",
)  # fmt: skip
RECORD = "practices/wells-touch-pwned-id.md"
GH = """#!/bin/bash
echo "$@" >> "$GH_LOG"
if [ "$1 $2" = "pr create" ]; then
  [ -n "$NO_PULL_REQUESTS" ] && exit 1
  echo https://example.org/pull/8
  cp "${@: -1}" "$GH_LOG.pr"
fi
[ "$1 $2" = "issue comment" ] && cp "${@: -1}" "$GH_LOG.comment"
exit 0
"""


@dataclass(frozen=True)
class Ran:
    """What a job did: the names of the steps that failed, and where it left its files."""

    failed: list[str]
    said: str
    root: Path
    temp: Path

    @property
    def calls(self) -> list[str]:
        """What `gh` was called with."""
        log = self.temp / "gh"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def told(self, name: str) -> str:
        """A file that a step left behind."""
        return (self.temp / name).read_text(encoding="utf-8")


def git(root: Path, *words: str) -> str:
    named = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    done = subprocess.run(["git", *named, *words], cwd=root, check=True, capture_output=True)
    return done.stdout.decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of a small repository, with the repository that it came from."""
    root = repository(tmp_path / "checkout", SMALL)
    no_cache = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=no_cache)
    (root / ".gitignore").write_text("__pycache__/\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Begin")
    git(tmp_path, "init", "-q", "--bare", "origin.git")
    git(root, "remote", "add", "origin", str(tmp_path / "origin.git"))
    return root


def ran(root: Path, workflow: str, job: str, **settings: str) -> Ran:
    """Run the commands of a job, step by step, with the shell that the code host uses."""
    temp = root.parent / "temp"
    programs = temp / "bin"
    programs.mkdir(parents=True)
    for name, text in (("gh", GH), ("python3", f'#!/bin/bash\nexec "{sys.executable}" "$@"\n')):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    given = {
        "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(temp),
        "RUNNER_TEMP": str(temp), "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "GITHUB_REPOSITORY": "example/library", "GH_LOG": str(temp / "gh"), **settings,
    }  # fmt: skip
    steps = yaml.safe_load((WORKFLOWS / workflow).read_text(encoding="utf-8"))["jobs"][job]["steps"]
    failed: list[str] = []
    said = ""
    for step in steps:
        if "run" not in step or (failed and "!cancelled()" not in step.get("if", "")):
            continue
        token = {"GH_TOKEN": "token"} if "GH_TOKEN" in step.get("env", {}) else {}
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]], cwd=root, env={**given, **token}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        said += done.stdout + done.stderr
        failed += [step.get("name", step["run"])] if done.returncode else []
    return Ran(failed, said, root, temp)


def event(root: Path, **answers: str) -> dict[str, str]:
    """The settings of a run that a label starts on an issue with these answers."""
    kind = BY_ID["practice"]
    library = load(root)[0]
    asked = questions(kind, library.vocabularies, library.entries)
    given = {q.name: answer for q, answer in zip(asked, ANSWERS, strict=True)} | answers
    parts = [f"### {q.label}\n\n{given[q.name] or '_No response_'}" for q in asked]
    parts += [f"### {heading}\n\n_No response_" for heading in kind.model.headings]
    issue: Mapping[str, Any] = {"number": 7, "labels": [], "body": "\r\n\r\n".join(parts)}
    path = root.parent / "event.json"
    path.write_text(json.dumps({"issue": issue}), encoding="utf-8")
    return {
        "GITHUB_EVENT_PATH": str(path), "NUMBER": "7", "BASE": "main",
        "BRANCH": "record-from-issue-7-1.1",
    }  # fmt: skip


def test_an_issue_becomes_a_branch_a_pull_request_and_an_answer(root: Path) -> None:
    done = ran(root, "record.yml", "record", **event(root))
    assert done.failed == [], done.said
    branch = "record-from-issue-7-1.1"
    changed = git(root.parent / "origin.git", "show", "--format=%s", "--name-only", branch)
    assert changed.split("\n\n") == [f"Add a draft: {RECORD}", f"{RECORD}\n"]
    made = f"--head {branch} --base main --draft --title Add a draft: {RECORD}"
    assert [call for call in done.calls if call.startswith("pr create")] == [
        f"pr create --repo example/library {made} --body-file body.md"
    ]
    assert done.told("gh.pr").strip().startswith("Made of #7.")
    for told in (done.told("gh.pr"), done.told("gh.comment")):
        assert "Thank you. Your answers are a draft now" in told
        assert "What the check says of the draft:\n\nNo problems." in told
    assert done.told("gh.comment").rstrip().endswith("https://example.org/pull/8")
    assert list(root.rglob("pwned")) == []


def test_a_repository_that_lets_no_workflow_propose_says_where_the_draft_is(root: Path) -> None:
    done = ran(root, "record.yml", "record", NO_PULL_REQUESTS="1", **event(root))
    assert done.failed == ["Open the pull request"]
    assert "It stands in the branch record-from-issue-7-1.1." in done.told("gh.comment")
    assert git(root.parent / "origin.git", "branch", "--list") != ""


def test_answers_that_cannot_stand_are_told_in_the_issue_and_nothing_is_pushed(root: Path) -> None:
    done = ran(root, "record.yml", "record", **event(root, countries="Atlantis"))
    assert done.failed == ["Make the record"]
    assert "“Atlantis” is not one of the values" in done.told("gh.comment")
    assert git(root.parent / "origin.git", "branch", "--list") == ""


def test_nothing_that_reads_an_issue_has_a_right_to_write() -> None:
    workflow = yaml.safe_load((WORKFLOWS / "record.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["record"]
    assert "GH_TOKEN" not in {**workflow.get("env", {}), **job["env"]}
    for step in job["steps"]:
        assert ("GH_TOKEN" in step.get("env", {})) == ("gh " in step.get("run", "")), step


def test_a_pull_request_gets_notes_all_problems_and_its_change_in_words(root: Path) -> None:
    git(root, "switch", "-q", "-c", "change")
    nepal = root / "countries" / "nepal.md"
    text = nepal.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("summary: "))
    nepal.write_text(text.replace(title, "summary: Said anew."), encoding="utf-8")
    goodweave = root / "initiatives" / "goodweave.md"
    named = goodweave.read_text(encoding="utf-8").replace("countries: [", "countries: [napal, ", 1)
    goodweave.write_text(named, encoding="utf-8")
    git(root, "commit", "-qam", "Change")
    git(root, "switch", "-q", "main")
    (root / "README.md").write_text("What others changed meanwhile.\n")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Other")
    git(root, "merge", "-q", "--no-ff", "-m", "As it would be merged", "change")
    done = ran(root, "check.yml", "records")
    assert done.failed == ["Notes at the lines of the change"]
    assert "::error file=initiatives/goodweave.md,line=" in done.said
    summary = done.told("summary.md")
    problems, _, change = summary.partition("## What changes for readers")
    assert "## Problems" in problems
    assert "There is no country with the id “napal”." in problems
    assert "Said anew." in change
