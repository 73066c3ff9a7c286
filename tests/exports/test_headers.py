"""The headers that hosts send, and the same policy in the head of every page."""

from __future__ import annotations

from knowledge.exports.headers import headers
from knowledge.security_policy import HEADERS, META_POLICY


def blocks() -> dict[str, dict[str, str]]:
    """The headers of every pattern of addresses, read as a host reads them."""
    found: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in headers().decode().splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[pattern][name] = value
        else:
            pattern = line
            found[pattern] = {}
    return found


def test_every_address_has_every_header() -> None:
    assert blocks()["/*"] == dict(HEADERS)


def test_nothing_is_allowed_but_what_the_site_brings_itself() -> None:
    policy = dict(part.split(" ", 1) for part in META_POLICY.split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}


def test_no_other_site_may_show_ours_in_a_frame_and_only_the_header_says_so() -> None:
    sent = blocks()["/*"]
    assert sent["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
    assert sent["X-Frame-Options"] == "DENY"
    assert "frame-ancestors" not in META_POLICY


def test_a_figure_opened_as_a_file_keeps_its_colours_and_a_page_gains_nothing_by_it() -> None:
    """The two policies hold together: what either forbids is forbidden."""
    sent = blocks()["/*"]["Content-Security-Policy"]
    assert sent.replace(" 'unsafe-inline'", "") == f"{META_POLICY}; frame-ancestors 'none'"
    assert "style-src 'self' 'unsafe-inline';" in sent


def test_a_file_is_never_taken_for_a_script_that_it_is_not() -> None:
    assert blocks()["/*"]["X-Content-Type-Options"] == "nosniff"


def test_only_fonts_are_kept_for_a_year() -> None:
    kept = [pattern for pattern, sent in blocks().items() if "Cache-Control" in sent]
    assert kept == ["/assets/fonts/*"]
