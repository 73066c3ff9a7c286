"""`mkdocs serve`, which `scripts/serve.py` runs: a change is on the next page that is asked for."""

from __future__ import annotations

import socket
from pathlib import Path

from built_site import repository
from serving_command import LONGEST, serving

from knowledge.security_policy import META_POLICY

SMALL = Path(__file__).parents[1] / "sites" / "small"
PRACTICE = "practices/paid-harvest-labour"


def test_changes_are_on_the_next_page_problems_too_and_ctrl_c_ends_it_all(
    tmp_path: Path,
) -> None:
    root, folder = repository(tmp_path / "repository", SMALL), tmp_path / "aside"
    with serving(root, folder) as site:
        # The frame, the prose and the assets are those of a build.
        assert META_POLICY in site.sees(f"{PRACTICE}/")
        assert "Subsidised adult labour" in site.sees("countries/ghana/")
        assert "An independent contribution" in site.sees("about/")
        assert "There is no page at this address" in site.sees("nothing/")
        assert "--accent" in site.sees("assets/site.css")
        assert "Optional help for readers" in site.sees("assets/site.js")

        # A change, at both ends of a link.
        site.changes(f"{PRACTICE}.md", "title: Subsidised", "status: draft\ntitle: Paid")
        assert "Paid adult labour" in site.sees(f"{PRACTICE}/")
        assert "Paid adult labour" in site.sees("countries/ghana/")

        # A broken record, and mended again.
        site.changes(f"{PRACTICE}.md", "countries: [ghana]", "countries: [ghanna]")
        broken = site.sees(f"{PRACTICE}/")
        assert "Paid adult labour" in broken
        assert f"{PRACTICE}.md:18:13" in broken
        site.changes(f"{PRACTICE}.md", "countries: [ghanna]", "countries: [nepal]")
        assert "ghanna" not in site.sees(f"{PRACTICE}/")
        assert "Paid adult labour" in site.sees("countries/nepal/")

        # Prose, a template of the host's and one of ours.
        site.changes("content/about.md", "An independent contribution", "A new sentence")
        site.changes("hooks/theme/base.html", "Skip to content", "Skip to the text")
        site.changes(
            "hooks/theme/records/practice.html", "{{ parts.sprite", "<i>ours</i>{{ parts.sprite"
        )
        assert "A new sentence" in site.sees("about/")
        for page in ("about/", f"{PRACTICE}/"):
            assert "Skip to the text" in site.sees(page)
        assert "<i>ours</i>" in site.sees(f"{PRACTICE}/")

        # A template that cannot be read leaves the pages of the host as they were.
        site.changes("hooks/theme/base.html", "Skip to the text", "{% if %}")
        assert "Skip to the text" in site.sees("about/")
        assert "TemplateSyntaxError" in site.sees("about/")
        site.changes("hooks/theme/base.html", "{% if %}", "Skip again")
        assert "Skip again" in site.sees("about/")

        # A deleted record.
        assert "2026" in site.sees("events/world-day-2026/")
        (root / "events/world-day-2026.md").unlink()
        assert "There is no page at this address" in site.sees("events/world-day-2026/")

        (made,) = folder.iterdir()
        assert len(list(made.iterdir())) == 1, "what MkDocs made before is removed"

    said = "".join(site.said)
    assert site.process.returncode == 0, said
    assert "Shutting down..." in said
    assert f"{PRACTICE}.md:18:13: unknown-reference" in said
    assert "All of it is mended" in said
    assert list(folder.iterdir()) == [], "nothing stays behind"
    assert not (root / "site").exists()


def test_a_repository_that_is_broken_at_the_start_is_served_with_its_problems(
    tmp_path: Path,
) -> None:
    root = repository(tmp_path / "repository", SMALL)
    record = root / f"{PRACTICE}.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("countries: [ghana]", "countries: [ghanna]"), encoding="utf-8")
    with serving(root, tmp_path / "aside") as site:
        assert f"{PRACTICE}.md:17:13" in site.sees("")
        record.write_text(text, encoding="utf-8")
        assert "Subsidised adult labour" in site.sees(f"{PRACTICE}/")
        assert "An independent contribution" in site.sees("about/")
    assert site.process.returncode == 0
    assert sum("WARNING" in line for line in site.said) == 1, "of prose MkDocs has seen nothing"


def test_without_reloading_mkdocs_serves_a_folder_with_all_pages(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", SMALL)
    with serving(root, tmp_path / "aside", "--no-livereload") as site:
        assert "Subsidised adult labour" in site.sees(f"{PRACTICE}/")
        assert "preview.js" not in site.sees("about/")
    assert site.process.returncode == 0


def test_an_address_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", SMALL)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        place = f"127.0.0.1:{other.getsockname()[1]}"
        with serving(root, tmp_path / "aside", "-a", place) as site:
            site.process.wait(LONGEST)
    said = "".join(site.said)
    assert f"{place} cannot be used" in said
    assert "Traceback" not in said
    assert site.process.returncode == 1
