"""Every rule has a page that shows what the manual says, and the index leads to each."""

from __future__ import annotations

from html import unescape

import pytest

from knowledge.manual import TOPICS, explained
from knowledge.pages.rules import rule_pages
from knowledge.pages.templates import rendered

MADE = {address: make for address, _, make in rule_pages()}


def page(address: str) -> str:
    return unescape(rendered(MADE[address]()))


def test_the_index_leads_to_every_rule_by_topic() -> None:
    html = page("rules/")
    assert set(MADE) == {"rules/", *(f"rules/{id_}/" for id_ in explained())}
    for rule in explained().values():
        assert f'{rule.id}/">{rule.title}</a>' in html
        told = "" if rule.severity == "error" else f' <span class="k-mut">{rule.severity}</span>'
        assert f"{rule.id}</span>{told}</li>" in html
    assert [html.index(f'<h2 id="{t.id}">') for t in TOPICS] == sorted(
        html.index(f'<h2 id="{t.id}">') for t in TOPICS
    )


@pytest.mark.parametrize("rule", explained().values(), ids=lambda rule: rule.id)
def test_a_page_shows_all_that_the_manual_says(rule) -> None:
    html = page(rule.address)
    assert f"<h1>{rule.title.removesuffix('.')}</h1>" in html
    for text in (*rule.text, rule.mend):
        assert text.replace("`", "") in html.replace("<code>", "").replace("</code>", "")
    assert rule.message in html
    assert rule.unseen in html
    for sample in rule.samples:
        assert f"<pre><code>{sample.text}</code></pre>" in html


def test_a_page_of_a_warning_or_a_note_does_not_say_that_it_is_an_error() -> None:
    assert "An error:" in page("rules/broken-link/")
    assert "A warning:" in page("rules/source-unused/")
    assert "A note: nothing has to be done" in page("rules/term-unused/")
