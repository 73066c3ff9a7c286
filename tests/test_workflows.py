"""What runs at the code host is safe by the tools' judgement, and names only what exists."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def _run(tool: str, *words: str) -> str:
    program = Path(sys.executable).with_name(tool)
    ended = subprocess.run([program, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def _jobs(path: Path) -> dict[str, dict[str, Any]]:
    workflow: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}, "no job has a right that it does not ask for"
    return dict(workflow["jobs"])


def test_nothing_in_them_is_unsafe() -> None:
    assert "No findings" in _run("zizmor", "--offline", "--no-progress", "--pedantic", str(GITHUB))


def test_they_have_the_form_that_the_code_host_asks_for() -> None:
    schema = "vendor.github-workflows"
    _run("check-jsonschema", "--builtin-schema", schema, *map(str, WORKFLOWS))
    _run(
        "check-jsonschema", "--builtin-schema", "vendor.dependabot", str(GITHUB / "dependabot.yml")
    )
    forms = map(str, sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml")))
    _run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms)
    config = str(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    _run("check-jsonschema", "--builtin-schema", "vendor.github-issue-config", config)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_one_commit_and_says_which_version_it_is(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_they_run_exists(path: Path) -> None:
    for script in re.findall(r"scripts/\w+\.py", path.read_text(encoding="utf-8")):
        assert (ROOT / script).is_file(), script


def test_a_pull_request_can_read_and_nothing_else() -> None:
    path = GITHUB / "workflows" / "check.yml"
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    for name, job in _jobs(path).items():
        assert job["permissions"] == {"contents": "read"}, name
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_only_the_last_job_may_publish_and_only_after_everything_passed() -> None:
    jobs = _jobs(GITHUB / "workflows" / "publish.yml")
    may = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert may == ["publish"] == list(jobs)[-1:]
    assert jobs["publish"]["needs"] == "build"
    assert not any("run" in step for step in jobs["publish"]["steps"]), "it runs nothing of ours"
    steps = [step.get("run", step.get("uses", "")) for step in jobs["build"]["steps"]]
    tested = next(n for n, step in enumerate(steps) if "scripts/test.py" in step)
    built = next(n for n, step in enumerate(steps) if "scripts/build.py" in step)
    packed = next(n for n, step in enumerate(steps) if "upload-pages-artifact" in step)
    assert tested < built < packed
    assert not any("continue-on-error" in step for step in jobs["build"]["steps"])


def test_the_label_that_makes_a_record_is_none_that_a_form_sets() -> None:
    workflow = (GITHUB / "workflows" / "record.yml").read_text(encoding="utf-8")
    found = re.search(r"github.event.label.name == '([^']+)'", workflow)
    assert found is not None
    for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml")):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert form["labels"]
        assert found[1] not in form["labels"], path.name


def test_a_record_cannot_write_a_command_or_markdown_of_its_own_into_a_summary() -> None:
    """No text of a change reaches a shell line: the only expression in one is none."""
    for path in WORKFLOWS:
        for job in _jobs(path).values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", ""), f"{path.name}: {step['run']}"
