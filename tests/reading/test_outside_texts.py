"""Texts of a folder are read file by file, with the lines that they stand on."""

from __future__ import annotations

from pathlib import Path

from knowledge.reading.outside_texts import outside_paths, outside_texts


def _read(folder: Path, name: str, text: str) -> list[tuple[int, str]]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return list(outside_texts(path))


def test_files_of_all_folders_within_are_found_and_others_left(tmp_path: Path) -> None:
    for name in ("b/two.md", "a.txt", "c.png", "d.csv", "e.html", "f.json"):
        _read(tmp_path, name, "{}") if not name.endswith("png") else (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in outside_paths(tmp_path)]
    assert found == ["a.txt", "b/two.md", "d.csv", "e.html", "f.json"]


def test_each_cell_of_a_table_is_a_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.csv", 'x,"one, two"\ny,\n') == [
        (1, "x"), (1, "one, two"), (2, "y"),
    ]  # fmt: skip


def test_a_page_is_read_block_by_block_without_scripts(tmp_path: Path) -> None:
    page = "<p>One <b>word</b></p>\n<script>var x</script><ul><li>two</li></ul>"
    assert _read(tmp_path, "a.html", page) == [(1, "One word"), (2, "two")]


def test_the_strings_of_json_are_read_and_what_is_no_json_is_read_as_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.json", '{"k": ["one", {"l": "two"}, 3]}') == [(1, "one"), (1, "two")]
    assert _read(tmp_path, "b.json", "{no json") == [(1, "{no json")]


def test_bytes_that_are_no_utf_8_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 closed")
    assert list(outside_texts(tmp_path / "a.txt")) == [(1, "caf\ufffd closed")]
