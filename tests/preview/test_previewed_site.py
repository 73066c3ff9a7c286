"""A preview shows what the files say now, on every page that says it, and tells what is wrong."""

from __future__ import annotations

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError
from plan_and_toolkit import PLAN, PLAN_FILE, TOOLKIT, TOOLKIT_FILE
from preview.repository import COUNTRY, PRACTICE, Previewed, previewed

from knowledge import pipeline, rules
from knowledge.preview import site as preview_site
from knowledge.reading.held import Held

TITLE = "title: Subsidised adult labour at cocoa harvest"
NEW = "title: Paid adults at the cocoa harvest"
BROKEN = "countries: [ghanna]"
#: A source that no field rests on, of which a warning tells.
UNUSED = """
sources:
  unused:
    title: Read by nobody
    publisher: A press
    kind: press
"""


@pytest.fixture
def small(tmp_path: Path) -> Previewed:
    return previewed(tmp_path)


def test_a_change_is_on_the_page_of_the_record_and_on_every_page_that_shows_it(
    small: Previewed,
) -> None:
    pages = [f"{PRACTICE}/", f"{COUNTRY}/", "practices/", "terms/goods/cocoa/"]
    for page in pages:
        assert "Subsidised adult labour" in small.sees(page), page
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    for page in pages:
        assert "Subsidised adult labour" not in small.sees(page), page
        assert "Paid adults at the cocoa harvest" in small.sees(page), page
    assert "Paid adults at the cocoa harvest" in small.sees("practices/index.json")


def test_a_record_at_the_other_end_of_a_link_changes_the_page_too(small: Previewed) -> None:
    small.changes(f"{COUNTRY}.md", "title: Ghana", "title: Ghana of the test")
    assert "Ghana of the test" in small.sees(f"{PRACTICE}/")


def test_a_link_that_is_made_and_taken_away_is_followed_at_both_ends(small: Previewed) -> None:
    ends = [(f"{PRACTICE}/", "Nepal"), ("countries/nepal/", "Subsidised adult labour")]
    for old, new in (("[ghana]", "[ghana, nepal]"), ("[ghana, nepal]", "[ghana]")):
        before = [small.sees(page).count(word) for page, word in ends]
        small.changes(f"{PRACTICE}.md", f"countries: {old}", f"countries: {new}")
        after = [small.sees(page).count(word) for page, word in ends]
        more = 1 if "nepal" in new else -1
        assert all((now - then) * more > 0 for then, now in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        ("content/vocabularies/goods.yml", "label: Cocoa", "label: Cocoa beans", f"{PRACTICE}/"),
        ("content/sources.yml", "title: ", "title: Renamed, ", f"{COUNTRY}/"),
    ],
)
def test_a_term_or_a_shared_source_changes_every_page_that_shows_it(
    small: Previewed, path: str, old: str, new: str, page: str
) -> None:
    word = new.removeprefix("label: ").removeprefix("title: ").strip(", ")
    assert word not in small.sees(page)
    small.writes(path, (small.root / path).read_text(encoding="utf-8").replace(old, new))
    assert word in small.sees(page)
    assert small.builds == 1, "the host makes nothing of it"


def test_every_page_and_file_is_what_a_build_would_make_after_any_changes(
    small: Previewed, tmp_path: Path
) -> None:
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    small.sees(f"{PRACTICE}/")
    small.changes(f"{COUNTRY}.md", "value: 15", "value: 16")
    old, new = "schooling-incentives-carpets", "carpets"
    for path in small.root.rglob("*.md"):
        text = path.read_text(encoding="utf-8").replace(old, new)
        if path.stem == old:
            text = text.replace("\ntopics:", f"\nformerly: [{old}]\ntopics:")
            path.unlink()
        path.with_stem(path.stem.replace(old, new)).write_text(text, encoding="utf-8")
    assert "carpets" in small.sees("practices/carpets/")
    fresh = Previewed(small.root)
    assert fresh.preview.is_good
    result = pipeline.run(small.root)
    outputs = [page.output for page in result.pages] + [file.path for file in result.exports]
    assert len(outputs) > 100
    script = re.compile(rb"<script[^>]*preview\.js[^>]*>")
    for output in outputs:
        kept, made = small.asks(output), fresh.asks(output)
        assert script.sub(b"", kept.content) == script.sub(b"", made.content), output


def test_a_new_file_has_a_page_and_a_deleted_one_has_none(small: Previewed) -> None:
    text = (small.root / f"{PRACTICE}.md").read_text(encoding="utf-8")
    new = text.replace("\nid: paid-harvest-labour", "\nid: another").replace(TITLE, NEW)
    small.writes("practices/another.md", new)
    assert "Paid adults" in small.sees("practices/another/")
    assert "Paid adults" in small.sees(f"{COUNTRY}/")
    (small.root / "practices/another.md").unlink()
    assert small.asks("practices/another/").status == HTTPStatus.NOT_FOUND
    assert "Paid adults" not in small.sees(f"{COUNTRY}/")


def test_a_draft_is_shown(small: Previewed) -> None:
    small.changes(f"{PRACTICE}.md", TITLE, f"{NEW}\nstatus: draft")
    assert "Paid adults" in small.sees(f"{PRACTICE}/")
    assert "Paid adults" in small.sees(f"{COUNTRY}/")


def test_a_broken_record_leaves_the_last_good_pages_and_says_where_and_what_on_them(
    small: Previewed,
) -> None:
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    small.sees(f"{PRACTICE}/")
    small.changes(f"{PRACTICE}.md", NEW, "title: Never to be seen")
    small.changes(f"{PRACTICE}.md", "countries: [ghana]", BROKEN)
    for page in (f"{PRACTICE}/", f"{COUNTRY}/", "about/"):
        seen = small.sees(page)
        assert "1 error" in seen, page
        assert f"{PRACTICE}.md:17:13" in seen, page
        assert "There is no country with the id “ghanna”" in seen, page
        assert "Did you mean “ghana”?" in seen, page
        assert BROKEN in seen, page
    assert "Paid adults at the cocoa harvest" in small.sees(f"{PRACTICE}/")
    assert "Never to be seen" not in small.sees("practices/")


def test_a_broken_record_is_told_in_the_terminal_once_and_that_it_is_mended(
    small: Previewed,
) -> None:
    small.changes(f"{PRACTICE}.md", "countries: [ghana]", BROKEN)
    small.preview.refresh()
    small.preview.refresh()
    (text,) = [told for told in small.told if "ghanna" in told]
    assert text.startswith("1 error. The pages stay as they were before.")
    assert f"{PRACTICE}.md:17:13: unknown-reference: There is no country" in text
    assert "    countries: [ghanna]\n                ^" in text
    assert "python3 scripts/explain.py unknown-reference" in text
    assert small.told[-2] == f"Changed: {PRACTICE}.md; not shown"
    small.changes(f"{PRACTICE}.md", BROKEN, "countries: [nepal]")
    assert "1 error" not in small.sees(f"{PRACTICE}/")
    assert "Nepal" in small.sees(f"{PRACTICE}/")
    assert re.fullmatch(rf"Changed: {PRACTICE}.md \(\d\.\d\d s\)", small.told[-2])
    assert small.told[-1] == "All of it is mended; the pages are up to date."


def test_the_page_of_a_broken_record_tells_its_own_problems_first_and_opened(
    small: Previewed,
) -> None:
    small.changes(f"{COUNTRY}.md", "iso3: GHA", "iso3: Ghana")
    small.changes(f"{PRACTICE}.md", "countries: [ghana]", BROKEN)
    for page, own in ((f"{PRACTICE}/", PRACTICE), (f"{COUNTRY}/", COUNTRY)):
        html = small.asks(page).content.decode()
        assert "<details open>" in html
        assert re.findall(r"<code>(\w+/[\w-]+)\.md:", html)[0] == own
    html = small.asks("practices/").content.decode()
    assert "<details>" in html
    assert "<details open>" not in html


def test_the_rule_of_a_message_leads_to_its_page(small: Previewed) -> None:
    small.changes(f"{PRACTICE}.md", "countries: [ghana]", BROKEN)
    html = small.asks(f"{COUNTRY}/").content.decode()
    assert 'href="/rules/unknown-reference/"' in html
    assert small.asks("rules/unknown-reference/").status == HTTPStatus.OK


def test_what_a_broken_record_says_is_shown_as_text(small: Previewed) -> None:
    small.changes(
        f"{PRACTICE}.md", "countries: [ghana]", "countries: ['<script>alert(1)</script>']"
    )
    html = small.asks(f"{COUNTRY}/").content.decode()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert(1)" not in html


def test_a_repository_that_is_broken_at_the_start_shows_its_problems_and_then_itself(
    tmp_path: Path,
) -> None:
    root = tmp_path / "broken"
    small = previewed(root, without=["countries/ghana.md"])
    for page in ("", f"{PRACTICE}/", "nothing/"):
        assert small.asks(page).status == HTTPStatus.SERVICE_UNAVAILABLE
        assert "There is no country with the id “ghana”" in small.sees(page)
    assert small.asks("assets/site.css").status == HTTPStatus.OK
    assert "There is no country with the id “ghana”" in small.told[-1]
    text = (Path(__file__).parents[1] / "sites/small/countries/ghana.md").read_text()
    small.writes("countries/ghana.md", text)
    assert "Subsidised adult labour" in small.sees(f"{PRACTICE}/")


def test_a_new_record_that_is_broken_has_its_problems_at_its_address(small: Previewed) -> None:
    small.writes("practices/new.md", "---\nid: new\n---\n")
    answer = small.asks("practices/new/")
    assert answer.status == HTTPStatus.NOT_FOUND
    assert "practices/new.md" in answer.content.decode()
    assert "No page here" not in answer.content.decode()


def test_a_warning_is_told_beside_pages_that_are_up_to_date(small: Previewed) -> None:
    small.changes(f"{PRACTICE}.md", "\nsources:\n", UNUSED)
    seen = small.sees(f"{PRACTICE}/")
    assert "1 warning" in seen
    assert "a build that is strict would stop" in seen
    assert "Read by nobody" in small.sees(f"{PRACTICE}/index.json")


def test_a_strict_preview_takes_a_warning_for_an_error(tmp_path: Path) -> None:
    small = previewed(tmp_path, strict=True)
    small.changes(f"{PRACTICE}.md", "\nsources:\n", UNUSED)
    assert "The pages stay as they were before" in small.sees(f"{PRACTICE}/")
    assert "Read by nobody" not in small.sees(f"{PRACTICE}/index.json")


def test_prose_lets_the_host_build_again_and_a_record_does_not(small: Previewed) -> None:
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    small.sees(f"{PRACTICE}/")
    small.preview.complete()
    assert small.builds == 1
    small.changes("content/about.md", "An independent contribution", "A new sentence")
    assert "A new sentence" in small.sees("about/")
    assert small.builds == 2


def test_prose_is_made_anew_when_a_page_that_it_leads_to_moves(small: Previewed) -> None:
    small.changes("content/about.md", "Alliance 8.7", "[it](../practices/paid-harvest-labour.md)")
    small.sees("about/")
    small.changes(f"{PRACTICE}.md", "\nid: paid-harvest-labour", "\nid: harvest")
    small.preview.refresh()
    small.preview.complete()
    assert not small.preview.is_good, "a record is named after its file"
    (small.root / f"{PRACTICE}.md").rename(small.root / "practices/harvest.md")
    small.changes("content/about.md", "paid-harvest-labour.md", "harvest.md")
    builds = small.builds
    assert "1 error" not in small.sees("about/")
    assert small.builds == builds + 1


def test_what_the_host_makes_of_the_library_is_made_anew_in_a_quiet_moment(
    small: Previewed,
) -> None:
    small.writes(PLAN_FILE, PLAN)
    assert small.asks("work-plan/").status == HTTPStatus.OK
    assert small.builds == 1
    state = small.preview.state
    small.preview.complete()
    assert small.builds == 2, "the end of every page leads to the work plan now"
    assert small.preview.state != state
    small.preview.complete()
    assert small.builds == 2


def test_an_address_that_two_files_claim_is_found_in_a_quiet_moment_and_the_good_pages_return(
    small: Previewed,
) -> None:
    assert small.asks("nothing/").status == HTTPStatus.NOT_FOUND
    small.writes("content/practices.md", "# Practices\n\nIn prose.\n")
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    small.preview.refresh()
    small.preview.complete()
    assert "is also made from" in small.sees(f"{PRACTICE}/")
    assert "Subsidised adult labour" in small.sees(f"{PRACTICE}/")
    (small.root / "content/practices.md").unlink()
    assert "Paid adults" in small.sees(f"{PRACTICE}/")


def test_a_step_to_no_page_is_found_in_a_quiet_moment_and_the_good_pages_return(
    small: Previewed,
) -> None:
    small.writes(TOOLKIT_FILE, TOOLKIT)
    assert "For buyers" in small.sees("toolkits/for-buyers/")
    small.preview.complete()
    state = small.preview.state
    small.changes(TOOLKIT_FILE, "address: countries/", "address: contries/")
    small.changes(TOOLKIT_FILE, "title: For buyers", "title: Never to stay")
    small.sees("toolkits/")
    small.preview.complete()
    assert small.preview.state != state
    assert "There is no page /contries/" in small.sees("toolkits/for-buyers/")
    assert "Never to stay" not in small.sees("toolkits/for-buyers/")
    small.changes(TOOLKIT_FILE, "address: contries/", "address: countries/")
    assert "Never to stay" in small.sees("toolkits/for-buyers/")


def test_a_host_that_fails_is_told_and_tried_again_at_the_next_change(small: Previewed) -> None:
    small.fails = TemplateSyntaxError("unexpected end", 7, name="base.html")
    small.changes("content/about.md", "An independent contribution", "A new sentence")
    seen = small.sees("about/")
    assert "The pages are not up to date" in seen
    assert 'unexpected end File "base.html", line 7' in seen
    assert "An independent contribution" in seen
    small.fails = None
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    seen = small.sees("about/")
    assert "not up to date" not in seen
    assert "A new sentence" in seen


def test_a_host_that_ends_the_program_does_not_end_the_preview(small: Previewed) -> None:
    small.fails = SystemExit("Aborted")
    small.changes("content/about.md", "An independent contribution", "A new sentence")
    assert "Aborted" in small.sees("about/")


def test_a_page_that_cannot_be_made_says_why_and_the_others_are_there(
    small: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*given: object) -> None:
        raise ZeroDivisionError("no such number")

    monkeypatch.setattr("knowledge.preview.shown.content_of", fails)
    answer = small.asks(f"{PRACTICE}/")
    assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "ZeroDivisionError: no such number" in answer.content.decode()
    assert any("Traceback" in told for told in small.told)
    assert small.asks("about/").status == HTTPStatus.OK


def test_a_changed_program_is_said_to_need_a_new_start(small: Previewed) -> None:
    small.writes("hooks/knowledge/pipeline.py", "raise SystemExit")
    assert "hooks/knowledge/pipeline.py has changed" in small.sees(f"{PRACTICE}/")
    assert "start it again" in small.told[-1]
    assert small.builds == 1


def test_a_changed_template_lets_the_host_build_again(small: Previewed) -> None:
    small.writes("hooks/theme/base.html", "<p>")
    small.sees(f"{PRACTICE}/")
    assert small.builds == 2


def test_the_state_is_another_after_each_change_and_only_then(
    small: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_site, "_FRESH", 0)
    monkeypatch.setattr(preview_site, "_LOOKS", 0)
    first = small.asks(preview_site.STATE).content
    assert small.asks(preview_site.STATE).content == first
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    second = small.asks(preview_site.STATE).content
    assert second != first
    assert second.decode() in small.asks(f"{PRACTICE}/").content.decode()
    small.preview.complete()
    assert small.asks(preview_site.STATE).content == second
    assert Previewed(small.root).asks(preview_site.STATE).content != first, "of another preview"


def test_an_open_page_that_asks_again_and_again_does_not_make_it_look_each_time(
    small: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_site, "_FRESH", 3600)
    first = small.asks(preview_site.STATE).content
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    assert small.asks(preview_site.STATE).content == first
    assert "Paid adults" in small.sees(f"{PRACTICE}/"), "who opens a page sees what is"
    assert small.asks(preview_site.STATE).content != first


def test_what_is_wrong_with_the_plan_is_told_beside_what_is_wrong_with_a_record(
    small: Previewed,
) -> None:
    small.writes("content/practices.md", "# Practices\n\nIn prose.\n")
    small.changes(f"{PRACTICE}.md", "countries: [ghana]", BROKEN)
    assert "is also made from" not in small.sees(f"{PRACTICE}/")
    small.preview.complete()
    assert "is also made from" in small.sees(f"{PRACTICE}/")
    assert "2 errors" in small.sees(f"{PRACTICE}/")


def test_a_plan_that_fails_is_told_and_not_tried_again_before_the_next_change(
    small: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = list[object]()

    def fails(*given: object, **told: object) -> None:
        tried.append(given)
        raise ZeroDivisionError("no such number")

    monkeypatch.setattr(preview_site.pipeline, "plan", fails)
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    for _ in range(3):
        small.preview.refresh()
        small.preview.complete()
    assert len(tried) == 1
    assert "ZeroDivisionError: no such number" in small.sees(f"{PRACTICE}/")


def test_pages_load_the_script_that_reloads_them_and_other_files_are_as_they_are(
    small: Previewed,
) -> None:
    html = small.asks("about/").content.decode()
    assert re.search(r'<script src="/\.preview/preview\.js" data-state="[^"]+" defer>', html)
    assert html.endswith("</body>")
    assert small.asks(".preview/preview.js").content.startswith(b"//")
    assert b"preview.js" not in small.asks("practices/index.json").content


@pytest.mark.parametrize(
    "path",
    [
        "../mkdocs.yml", "../../../../etc/passwd", "practices/../../content/about.md",
        "/etc/passwd", "//etc/passwd", "..\\..\\mkdocs.yml", "about/../../content/about.md",
        ".preview/../preview.css", ".preview/instead.html", ".preview/", "assets/site.css/..",
        "about/index.html\x00.png", "host/1/about/index.html", "./about/index.html",
    ],
)  # fmt: skip
def test_no_address_leads_out_of_the_site(small: Previewed, path: str) -> None:
    small.writes("mkdocs.yml", "site_name: secret")
    assert small.asks(path).status == HTTPStatus.NOT_FOUND
    assert b"No page here" in small.asks(path).content


def test_an_address_without_its_slash_leads_to_the_page(small: Previewed) -> None:
    answer = small.asks(PRACTICE)
    assert (answer.status, answer.moved_to) == (HTTPStatus.FOUND, f"{PRACTICE}/")


def test_only_what_has_changed_is_read_and_checked_again(
    small: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, checked = list[str](), list[str]()
    parts, of_record = pipeline.load.__globals__["read_entries"].__globals__, rules.RULES[0]
    original, check = parts["_parts"], of_record.check
    monkeypatch.setitem(
        parts, "_parts", lambda root, path: read.append(path) or original(root, path)
    )
    monkeypatch.setattr(
        of_record,
        "check",
        lambda entry, context: checked.append(entry.path) or check(entry, context),
    )
    small.changes(f"{PRACTICE}.md", TITLE, NEW)
    small.preview.refresh()
    assert read == [f"{PRACTICE}.md"]
    assert checked == [f"{PRACTICE}.md"]


def test_what_a_rule_finds_with_a_look_at_other_records_is_looked_for_again(
    small: Previewed,
) -> None:
    held = Held()
    found = {problem.rule for problem in pipeline.link(small.root, held=held).problems}
    assert "source-clash" not in found
    path = "content/sources.yml"
    shared = (small.root / path).read_text(encoding="utf-8")
    own = "  trial-15377:\n    title: Another\n    publisher: A press\n    kind: press\n"
    small.writes(path, f"{shared.rstrip()}\n{own}")
    held.forget([path])
    found = {problem.rule for problem in pipeline.link(small.root, held=held).problems}
    assert "source-clash" in found
