from pathlib import Path

from knowledge.reading.folders import prose_paths, record_paths


def filled(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    return root


def test_records_are_the_markdown_files_of_a_folder_in_order(tmp_path: Path) -> None:
    root = filled(
        tmp_path, "countries/nepal.md", "countries/ghana.md", "countries/README.md",
        "countries/.hidden.md", "practices/a.md",
    )  # fmt: skip
    assert record_paths(root, "countries") == (["countries/ghana.md", "countries/nepal.md"], [])


def test_a_folder_that_does_not_exist_has_no_records(tmp_path: Path) -> None:
    assert record_paths(tmp_path, "countries") == ([], [])


def test_what_does_not_belong_among_records_is_a_problem(tmp_path: Path) -> None:
    root = filled(tmp_path, "countries/ghana.md", "countries/map.png", "countries/asia/nepal.md")
    paths, problems = record_paths(root, "countries")
    assert paths == ["countries/ghana.md"]
    assert {(p.rule, p.path, p.line) for p in problems} == {
        ("not-a-record", "countries/map.png", 0),
        ("folder-in-records", "countries/asia", 0),
    }


def test_names_that_differ_only_by_case_are_a_problem(tmp_path: Path) -> None:
    root = filled(tmp_path, "countries/Ghana.md", "countries/ghana.md")
    paths, problems = record_paths(root, "countries")
    # A disk that ignores case holds one file only.
    assert [p.path for p in problems if p.rule == "name-case"] == paths[1:]


def test_links_that_lead_nowhere_or_outside_are_problems(tmp_path: Path) -> None:
    root = filled(tmp_path / "repository", "countries/ghana.md", "content/index.md")
    filled(tmp_path, "outside.md")
    for folder in ("countries", "content"):
        (root / folder / "far.md").symlink_to("../../outside.md")
        (root / folder / "gone.md").symlink_to("missing.md")
        (root / folder / "near.md").symlink_to("../countries/ghana.md")
    for found in (record_paths(root, "countries"), prose_paths(root)):
        paths, problems = found
        assert [Path(p.path).name for p in problems] == ["far.md", "gone.md"]
        assert [p.rule for p in problems] == ["outside", "broken-file-link"]
        assert "near.md" in {Path(path).name for path in paths}


def test_pages_are_found_in_all_folders_of_content(tmp_path: Path) -> None:
    root = filled(
        tmp_path, "content/index.md", "content/guides/b.md", "content/guides/deep/a.md",
        "content/data/table.csv", "content/.drafts/x.md", "countries/ghana.md",
    )  # fmt: skip
    assert prose_paths(root) == (
        ["content/guides/b.md", "content/guides/deep/a.md", "content/index.md"],
        [],
    )


def test_a_link_from_a_folder_to_its_parent_does_not_run_in_circles(tmp_path: Path) -> None:
    root = filled(tmp_path, "content/index.md")
    (root / "content" / "again").symlink_to("../content")
    paths, problems = prose_paths(root)
    assert paths == ["content/index.md"]
    assert [(p.rule, p.path) for p in problems] == [("folder-link", "content/again")]


def test_what_a_browser_could_run_is_not_published_from_content(tmp_path: Path) -> None:
    names = ("assets/site.js", "assets/map.svg", "countries/index.html", "sitemap.xml")
    beside = ("about.md", "assets/map.png", "vocabularies/goods.yml", "data/codes.csv")
    root = filled(tmp_path, *(f"content/{name}" for name in (*names, *beside, "sources.yml")))
    paths, problems = prose_paths(root)
    assert paths == ["content/about.md"]
    assert {(p.rule, p.path) for p in problems} == {
        ("not-publishable", f"content/{name}") for name in names
    }


def test_a_name_that_cannot_be_shown_is_a_problem_of_records_and_of_pages(tmp_path: Path) -> None:
    root = filled(tmp_path, "content/a\nb.md", "countries/a\nb.md")
    for paths, problems in (prose_paths(root), record_paths(root, "countries")):
        assert paths == []
        assert [p.rule for p in problems] == ["file-name"]
