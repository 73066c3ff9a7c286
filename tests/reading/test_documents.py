from pathlib import Path

import pytest

from knowledge.reading.documents import document_of, read_data, read_document, read_prose
from knowledge.reading.files import LARGEST

RECORD = "---\nid: ghana\nlaw:\n  age: 15\n---\n\n## Notes\n\nText.\n"


def written(root: Path, content: bytes, name: str = "a.md") -> Path:
    root.joinpath(name).write_bytes(content)
    return root


def test_a_document_knows_its_fields_its_text_and_where_both_stand(tmp_path: Path) -> None:
    document, problems = read_document(written(tmp_path, RECORD.encode()), "a.md")
    assert problems == []
    assert document is not None
    assert document.data == {"id": "ghana", "law": {"age": 15}}
    assert document.text == RECORD
    assert document.body.splitlines() == RECORD.splitlines()[5:]
    assert document.body_line == 6
    assert document.place("law", "age") == (4, 8)
    assert document.place("law", "age", key=True) == (4, 3)
    problem = document.problem("rule", "note", "Message.", "Hint.", ("law",), key=True)
    assert (problem.place, problem.severity, problem.hint) == ("a.md:3:1", "note", "Hint.")


@pytest.mark.parametrize("change", ["bom", "crlf", "both"])
def test_byte_order_marks_and_windows_line_ends_change_nothing(tmp_path: Path, change: str) -> None:
    content = RECORD.encode()
    if change in ("crlf", "both"):
        content = content.replace(b"\n", b"\r\n")
    if change in ("bom", "both"):
        content = b"\xef\xbb\xbf" + content
    document, problems = read_document(written(tmp_path, content), "a.md")
    assert problems == []
    assert document == document_of(RECORD, "a.md")[0]


def test_a_lone_carriage_return_is_an_error_with_its_place(tmp_path: Path) -> None:
    document, problems = read_document(written(tmp_path, b"---\r\nid: a\rb: c\n---\n"), "a.md")
    assert document is None
    assert [(p.rule, p.line, p.column) for p in problems] == [("line-end", 2, 6)]


def test_text_that_is_not_utf8_is_an_error_on_the_line_of_its_first_bad_byte(
    tmp_path: Path,
) -> None:
    content = "---\nid: é\ntitle: Côte d'Ivoire\n---\n".encode("latin-1")
    _, problems = read_document(written(tmp_path, content.replace(b"\xe9", "é".encode())), "a.md")
    assert [(p.rule, p.line, p.column) for p in problems] == [("encoding", 3, 9)]
    assert "UTF-8" in problems[0].hint


def test_a_file_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    content = b"---\nid: a\n---\n"
    fits = content + b"x" * (LARGEST - len(content))
    assert read_document(written(tmp_path, fits), "a.md")[1] == []
    _, problems = read_document(written(tmp_path, fits + b"x"), "a.md")
    assert [p.rule for p in problems] == ["too-large"]


def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    tmp_path.joinpath("folder.md").mkdir()
    for name in ("missing.md", "folder.md"):
        document, problems = read_document(tmp_path, name)
        assert document is None
        assert [(p.rule, p.path) for p in problems] == [("unreadable", name)]


def test_a_link_is_followed_inside_the_repository_and_refused_when_it_leaves(
    tmp_path: Path,
) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    written(tmp_path, RECORD.encode(), "outside.md")
    written(root, RECORD.encode(), "inside.md")
    (root / "near.md").symlink_to("inside.md")
    (root / "far.md").symlink_to("../outside.md")
    (root / "folder").symlink_to(tmp_path)
    (root / "loop.md").symlink_to("loop.md")
    assert read_document(root, "near.md")[1] == []
    for name in ("far.md", "folder/outside.md", "../outside.md"):
        assert [p.rule for p in read_document(root, name)[1]] == ["outside"]
    assert [p.rule for p in read_document(root, "loop.md")[1]] == ["unreadable"]


def test_a_repository_that_is_itself_reached_by_a_link_can_be_read(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    written(real, RECORD.encode())
    (tmp_path / "link").symlink_to(real)
    assert read_document(tmp_path / "link", "a.md")[1] == []


def test_a_rule_between_paragraphs_is_no_second_block() -> None:
    document, problems = document_of("---\na: 1\n---\nOne\n\n---\n\nTwo\n", "a.md")
    assert problems == []
    assert document is not None
    assert document.body.splitlines() == ["One", "", "---", "", "Two"]
    assert document.body_line == 4


def test_a_hidden_character_in_the_text_is_found_even_where_the_fields_are_broken() -> None:
    document, problems = document_of("---\na: b: c\n---\nx \u202e\ty\n", "a.md")
    assert document is None
    assert [(p.rule, p.line) for p in problems] == [("yaml-syntax", 2), ("hidden-character", 4)]


def test_a_data_file_is_a_value_with_its_text(tmp_path: Path) -> None:
    root = written(tmp_path, b"\xef\xbb\xbfterms:\r\n  - id: a\r\n", "a.yml")
    assert read_data(root, "a.yml") == ({"terms": [{"id": "a"}]}, "terms:\n  - id: a\n", [])
    value, text, problems = read_data(root, "missing.yml")
    assert (value, text, [p.rule for p in problems]) == (None, "", ["unreadable"])


def test_the_fields_of_a_page_are_checked_and_set_aside_line_by_line(tmp_path: Path) -> None:
    root = written(tmp_path, b"---\ntitle: About\n---\n# About\n")
    assert read_prose(root, "a.md") == ("\n\n\n# About", [])
    assert read_prose(written(tmp_path, b"# About\n"), "a.md") == ("# About\n", [])
    text, problems = read_prose(written(tmp_path, b"---\ntitle: a: b\n---\n# About\n"), "a.md")
    assert text is None
    assert [(p.rule, p.line) for p in problems] == [("yaml-syntax", 2)]
