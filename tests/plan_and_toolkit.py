"""A work plan and a toolkit, small but whole, beside the records of the small site."""

from __future__ import annotations

import shutil
from pathlib import Path

SMALL = Path(__file__).parent / "sites" / "small"
PLAN_FILE = "content/work-plan.md"
TOOLKIT_FILE = "content/toolkits/for-buyers.md"

PLAN = """\
---
title: Work plan
summary: What was pledged, and what can be counted.
drafted: 2025-11-03
source: [report]
sources:
  report:
    title: Report of the workshop
    publisher: Example group
    kind: research
groups:
  - id: knowledge
    title: Knowledge gaps
    about: What is not known.
pledges:
  - id: pledge-1
    group: knowledge
    text: Work with the deeper chain.
    partners: [governments, trade unions]
    indicator:
      name: practices-in-tier-2-and-deeper
      words: How many practices go deeper.
    target:
      text: All of them.
      value: all
      set_by: this platform
    status: draft
    missing: Everything else.
  - id: pledge-2
    group: knowledge
    text: Remove obstacles.
    indicator:
      name: not-measurable
      words: Only members can say.
    status: draft
    contributions:
      - who: Example union
        what: A list of obstacles.
        on: 2025-11-04
    missing: The list.
next_steps:
  - id: step-a
    text: The report.
    indicator:
      name: results-by-sex
      words: How many results are given by sex.
    status: draft
    missing: Nothing.
---
It was pledged in a workshop.[^report] See [Ghana](../countries/ghana.md).
"""

TOOLKIT = """\
---
title: For buyers
summary: A path for buyers.
for_whom: buyers
added: 2025-11-03
steps:
  - do: Read the trial
    why: It compared villages by lot.
    practice: paid-harvest-labour
  - do: Meet the network
    why: It inspects homes.
    initiative: goodweave
  - do: Read about the approach
    why: Two practices used it.
    term: approaches/social-protection-and-education
  - do: Look at the law
    why: It comes first.
    page:
      address: countries/
      title: Countries and laws
missing:
  - A plan with costs.
---
Begin with the [trial](../../practices/paid-harvest-labour.md).
"""


def site(to: Path, *, plan: str = PLAN, toolkit: str = TOOLKIT) -> Path:
    """A copy of the small site with a work plan and a toolkit, or without where a text is empty."""
    root = Path(shutil.copytree(SMALL, to / "site"))
    for name, text in ((PLAN_FILE, plan), (TOOLKIT_FILE, toolkit)):
        if text:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    return root


def changed(text: str, old: str, new: str) -> str:
    """A text with one part replaced, which must be there."""
    assert old in text, old
    return text.replace(old, new, 1)
