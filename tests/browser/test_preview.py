"""Somebody who writes looks at a page, saves the record, and does nothing else."""

from __future__ import annotations

from pathlib import Path

from browser.conftest import PHONE, Readers
from built_site import repository
from playwright.sync_api import expect
from serving_command import serving

SMALL = Path(__file__).parents[1] / "sites" / "small"
PRACTICE = "practices/paid-harvest-labour"


def test_an_open_page_follows_the_file_and_shows_what_is_wrong_with_it(
    tmp_path: Path, reader: Readers
) -> None:
    root = repository(tmp_path / "repository", SMALL)
    with serving(root, tmp_path / "aside") as site:
        page = reader(PHONE, at=site.address.rstrip("/")).opens(f"{PRACTICE}/")
        expect(page.locator("h1")).to_contain_text("Subsidised adult labour")
        expect(page.locator(".v-notice")).to_have_count(0)

        site.changes(f"{PRACTICE}.md", "title: Subsidised", "title: Paid")
        expect(page.locator("h1")).to_contain_text("Paid adult labour")

        site.changes(f"{PRACTICE}.md", "countries: [ghana]", "countries: [ghanna]")
        notice = page.locator(".v-notice")
        expect(notice.get_by_text("There is no country with the id “ghanna”").last).to_be_visible()
        expect(notice.get_by_text("Did you mean “ghana”?")).to_be_visible()
        expect(page.locator("h1")).to_contain_text("Paid adult labour")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide == PHONE

        site.changes(f"{PRACTICE}.md", "countries: [ghanna]", "countries: [ghana]")
        expect(notice).to_have_count(0)
