import pytest

from knowledge.reading.markdown import (
    Citation,
    Heading,
    Link,
    outline,
    render,
    safety_problems,
    sanitised,
)


def rules(body: str, *, prose: bool = False) -> list[str]:
    return [problem.rule for problem in outline(body, "a.md", prose=prose).problems]


def html(body: str) -> str:
    sections = render(body, lambda target: target, lambda source: None).sections
    return "".join(section.html for section in sections)


def test_a_link_has_the_exact_place_of_its_address() -> None:
    body = (
        "É 😀 [a.md](a.md 'a.md')\n\n> - [b *c*](<b.md>) <https://example.org> <me@example.org>\n"
    )
    assert outline(body, "x.md", 7).links == (
        Link("a.md", "a.md", 7, 12),
        Link("b.md", "b c", 9, 14),
        Link("https://example.org", "https://example.org", 9, 22),
        Link("mailto:me@example.org", "me@example.org", 9, 44),
    )


def test_a_definition_of_a_link_is_listed_once_at_its_own_place() -> None:
    body = "[Nepal][np] and [NP] and [np][]\n\n[Np]: nepal.md 'Nepal'\n"
    assert outline(body, "x.md").links == (Link("nepal.md", "Nepal", 3, 7),)


def test_what_looks_like_a_link_in_code_is_none() -> None:
    body = "`[a](b.md)` and\n\n    [c](d.md)\n\n```\n[e](f.md) [^g] <b>\n```\n\\[h](i.md) \\[^j]\n"
    found = outline(body, "x.md")
    assert (found.links, found.citations, found.problems) == ((), (), ())


def test_headings_have_the_ids_that_code_hosts_give_them() -> None:
    body = (
        "# A & B\n\n## Côte d'Ivoire: `ages` *now*[^s]\n\n## Limits\n\nLimits\n---\n\n## Limits-1\n"
    )
    assert outline(body, "x.md").headings == (
        Heading(1, "A & B", "a--b", 1),
        Heading(2, "Côte d'Ivoire: ages now", "côte-divoire-ages-now", 3),
        Heading(2, "Limits", "limits", 5),
        Heading(2, "Limits", "limits-1", 7),
        Heading(2, "Limits-1", "limits-1-1", 10),
    )


def test_the_outline_and_the_page_agree_on_ids() -> None:
    body = "## A <b>x</b> &amp; `<i>`[^s]\n\ntext\n\n## *A*\n\n### ???\n\n## a\nb\n\nc\nd\n===\n"
    sections = render(body, lambda target: target, lambda source: "1").sections
    found = [heading.id for heading in outline(body, "x.md").headings]
    assert [section.id for section in sections[1:]] == [found[0], found[1], found[3]]
    assert f'id="{found[2]}"' in sections[2].html
    assert f'id="{found[4]}"' in sections[3].html


def test_a_citation_has_its_place_and_a_footnote_is_none() -> None:
    body = "A[^ilab-2024] and[^1] é[^ilab-2024]\n\n[^1]: A footnote.[^c182]\n"
    assert outline(body, "x.md").citations == (
        Citation("ilab-2024", 1, 2),
        Citation("ilab-2024", 1, 24),
        Citation("c182", 3, 18),
    )


def test_raw_html_is_reported_with_its_place_and_what_to_write_instead() -> None:
    problems = outline("a <b>c</b>\n\n<div>\n<p>x</p>\n</div>\n", "x.md", 5).problems
    assert [(p.rule, p.line, p.column) for p in problems] == [
        ("raw-html", 5, 3),
        ("raw-html", 7, 1),
    ]
    assert "**text**" in problems[0].hint


def test_html_in_code_and_signs_of_comparison_are_no_raw_html() -> None:
    assert rules("`<b>` and 3 < 5 > 4 and \\<b>\n\n    <div>\n\n```\n<script>\n```\n") == []


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "jav&#x09;ascript:alert(1)",
        "jav&Tab;ascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#1;javascript:alert(1)",
        "java\\script:alert(1)".replace("\\", ""),
        "vbscript:x",
        "data:text/html;base64,x",
        "file:///etc/passwd",
        "ftp://example.org",
    ],
)
def test_a_scheme_that_is_not_safe_is_a_problem_in_any_disguise(target: str) -> None:
    assert rules(f"[x]({target})") == ["link-scheme"]
    assert rules(f"[x][y]\n\n[y]: {target}\n") == ["link-scheme"]
    assert "href" not in html(f"[x]({target})")


@pytest.mark.parametrize("target", ["//example.org", "/a", "\\\\\\\\example.org"])
def test_a_link_that_works_on_one_server_only_is_a_problem(target: str) -> None:
    assert rules(f"[x]({target})") == ["link-absolute"]


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a:b", "HTTP://example.org", "mailto:a@example.org", "../a.md#b", "#b"],
)
def test_web_pages_mail_and_relative_paths_are_fine(target: str) -> None:
    assert rules(f"[x]({target})") == []
    assert f'href="{target}"' in html(f"[x]({target})")


def test_pictures_are_for_pages_only_with_words_and_from_this_site() -> None:
    assert rules("![map](map.png)") == ["image"]
    assert rules("![map](map.png)", prose=True) == []
    assert rules("![](map.png)", prose=True) == ["image-text"]
    assert rules("![map](https://example.org/map.png)", prose=True) == ["image-elsewhere"]
    assert rules("![map](//example.org/map.png)", prose=True) == ["image-elsewhere"]


def test_what_stands_in_an_admonition_of_a_page_is_checked() -> None:
    page = '!!! note "Read this"\n    See [x](y.md) and <b>bold</b>.\n\n    [z](javascript:x)\n'
    problems = safety_problems(page, "content/a.md")
    assert [(p.rule, p.line, p.column) for p in problems] == [
        ("raw-html", 2, 23),
        ("link-scheme", 4, 9),
    ]
    assert [link.target for link in outline(page, "a.md", prose=True).links][:1] == ["y.md"]


def test_a_page_that_cites_a_footnote_it_does_not_have_is_a_problem() -> None:
    assert rules("x[^1]", prose=True) == ["footnote-missing"]
    assert rules("x[^1]\n\n[^1]: y\n", prose=True) == []


def test_a_heading_inside_a_quotation_is_a_problem() -> None:
    assert rules("> ## a\n\n- b\n\n## c\n") == ["heading-inside"]


def test_a_text_is_parted_at_its_second_level_headings() -> None:
    body = "Before.\n\n## The *problem* & more\n\nOne.\n\n### Detail\n\nTwo.\n\n## Limits\n"
    sections = render(body, lambda target: target, lambda source: None).sections
    assert [(s.id, s.heading, s.html.strip()) for s in sections] == [
        ("", "", "<p>Before.</p>"),
        (
            "the-problem--more",
            "The problem & more",
            '<p>One.</p>\n<h3 id="detail">Detail</h3>\n<p>Two.</p>',
        ),
        ("limits", "Limits", ""),
    ]


def test_links_lead_where_the_address_function_says() -> None:
    seen: list[str] = []

    def address(target: str) -> str:
        seen.append(target)
        return f"../{target}?a&b" if target.endswith(".md") else target

    body = "[x](é.md) [y](#z) [w](https://example.org/é?a=1&b) note[^1]\n\n[^1]: Text.\n"
    (section,) = render(body, address, lambda source: None).sections
    assert seen == ["é.md", "#z", "https://example.org/%C3%A9?a=1&b"]
    assert '<a href="../é.md?a&amp;b">x</a>' in section.html
    assert '<a href="#fn-1">1</a>' in section.html


def test_a_citation_becomes_the_number_of_its_source() -> None:
    body = "Age 15.[^c138] More.[^gone] Note.[^1]\n\n[^1]: Text.[^c138]\n"
    (section,) = render(body, str, {"c138": "3"}.get).sections
    mark = '<sup class="k-cite-ref"><a href="#source-c138" aria-label="Source 3">3</a></sup>'
    assert section.html.count(mark) == 2
    assert "[^gone]" in section.html
    assert '<sup class="footnote-reference"><a href="#fn-1">1</a></sup>' in section.html
    assert '<div class="footnote-definition" id="fn-1">' in section.html


def test_only_a_citation_that_follows_another_at_once_stands_clear_of_it() -> None:
    (section,) = render("Age 15.[^a][^b] Then 16.[^a]\n", str, {"a": "1", "b": "2"}.get).sections
    assert section.html.count("k-cite-ref") == 3
    assert section.html.count('<sup class="k-cite-ref k-next"><a href="#source-b"') == 1
    assert section.html.count("k-next") == 1


def test_tables_are_set_by_classes_and_never_by_styles() -> None:
    table = "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n"
    shown = html(table)
    assert "style" not in shown
    assert '<table class="k-prose-table">' in shown
    assert '<th scope="col">a</th>' in shown
    for side, value in (("left", 2), ("center", 3), ("right", 4)):
        assert f'<td class="k-{side}">{value}</td>' in shown


def test_what_the_checks_report_is_also_kept_off_the_page() -> None:
    body = (
        "<script>alert(1)</script>\n\n<b onclick='x()' style='a'>bold</b> ![x](https://e.org/x)\n"
    )
    shown = html(body)
    assert "bold" in shown
    for unwanted in ("script", "alert", "onclick", "style", "<img", "<b"):
        assert unwanted not in shown


def test_a_page_rendered_by_mkdocs_keeps_what_its_extensions_make() -> None:
    page = (
        '<h2 id="a">A<a class="headerlink" href="#a" title="Permanent link">¶</a></h2>'
        '<div class="admonition note"><p class="admonition-title">Note</p></div>'
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
        '<div class="footnote"><ol><li id="fn:1"><p>x</p></li></ol></div>'
        '<div class="highlight"><pre><span></span><code><span class="k">a</span></code></pre></div>'
        '<img alt="a map" src="../assets/map.png">'
    )
    assert sanitised(page) == page
    table = '<table><tr><th style="text-align: right;">a</th></tr></table>'
    assert '<th class="k-right" scope="col">a</th>' in sanitised(table)


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>x</p>",
        '<p style="position:fixed">x</p>',
        '<a href="jav&#x09;ascript:alert(1)">x</a>',
        '<img src="https://example.org/x.png" alt="x">',
        '<img src="//example.org/x.png" alt="x">',
        '<img src="x" onerror=alert(1)>',
        '<iframe src="https://example.org"></iframe>',
        "<form action=/x><input></form>",
        "<svg><script>alert(1)</script></svg>",
        "<style>p{}</style>",
        '<meta http-equiv="refresh" content="0;url=https://example.org">',
    ],
)
def test_a_page_rendered_by_mkdocs_loses_what_is_not_safe(page: str) -> None:
    cleaned = sanitised(f"<p>before</p>{page}<p>after</p>")
    assert "<p>before</p>" in cleaned
    assert "<p>after</p>" in cleaned
    for unwanted in ("alert", "style", "example.org", "<form", "<iframe", "<meta", "<svg"):
        assert unwanted not in cleaned


@pytest.mark.parametrize("sign", ["> ", "- ", "> - "])
def test_endless_nesting_of_a_text_is_a_problem_and_shown_as_it_is_written(sign: str) -> None:
    assert rules(sign * 5000 + "x") == ["text-depth"]
    assert html(sign * 5000 + "x").startswith("<pre>")
    assert rules("- " * 12 + "x") == []
    assert "<pre>" not in html("- " * 12 + "x")


def test_words_in_a_picture_in_a_link_are_words_of_the_link() -> None:
    (link,) = outline("[a ![b *c*](d.png) e](f.md)", "x.md", prose=True).links
    assert (link.text, link.column) == ("a b c e", 23)
