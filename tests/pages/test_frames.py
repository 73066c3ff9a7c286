"""A frame is filled with a page, and a title can never become markup."""

from __future__ import annotations

import pytest

from knowledge.pages.addresses import Style
from knowledge.pages.frames import Frame
from knowledge.pages.method import method_page
from knowledge.pages.page import Page
from knowledge.pages.templates import body_of, rendered

HTML = (
    '<title>@@TITLE@@</title><meta content="@@DESCRIPTION@@"><link href="@@CANONICAL@@">'
    '<a href="@@ROOT@@/">Start</a><main>@@BODY@@</main><a href="@@ROOT@@/about/">About</a>'
)
PAGE = Page("a/b/", "Work & <script>", 'Says "so"', "a/", "t.html", None)


def test_a_frame_is_filled_around_the_body() -> None:
    filled = Frame(HTML, "https://example.org/").filled(PAGE, b"<p>Text</p>").decode()
    assert "<main><p>Text</p></main>" in filled
    assert 'href="../../about/"' in filled
    assert 'href="https://example.org/a/b/"' in filled
    assert "@@" not in filled


def test_title_and_description_are_escaped() -> None:
    filled = Frame(HTML, "").filled(PAGE, b"").decode()
    assert "<title>Work &amp; &lt;script&gt;</title>" in filled
    assert 'content="Says &quot;so&quot;"' in filled


def test_a_body_that_talks_of_markers_stays_as_it_is() -> None:
    assert b"<p>@@ROOT@@</p>" in Frame(HTML, "").filled(PAGE, b"<p>@@ROOT@@</p>")


def test_a_frame_without_a_place_for_the_body_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        Frame("<main></main>", "")


def test_a_title_that_holds_the_name_of_a_mark_stays_as_it_is() -> None:
    page = Page("a/", "@@DESCRIPTION@@", "told", "", "", None)
    assert Frame("@@TITLE@@|@@BODY@@", "").filled(page, b"x") == b"@@DESCRIPTION@@|x"


@pytest.mark.parametrize("style", list(Style))
def test_the_bytes_of_a_page_are_its_html_with_every_address_in_place(style: Style) -> None:
    page = method_page()
    assert body_of(page, style).decode() == rendered(page, style)
    assert 'href="../' in rendered(page, style)
