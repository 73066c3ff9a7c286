"""What was made of files is held until one of them changes."""

from __future__ import annotations

from knowledge.reading.held import Held


def test_what_was_made_of_a_file_is_made_once_until_the_file_changes() -> None:
    held, made = Held(), list[str]()

    def read(path: str) -> str:
        made.append(path)
        return f"the text of {path}"

    for _ in range(2):
        assert held.of("practices/a.md", read, "practices/a.md") == "the text of practices/a.md"
        held.of("practices/b.md", read, "practices/b.md")
    assert made == ["practices/a.md", "practices/b.md"]
    held.forget(["practices/a.md"])
    held.of("practices/a.md", read, "practices/a.md")
    held.of("practices/b.md", read, "practices/b.md")
    assert made == ["practices/a.md", "practices/b.md", "practices/a.md"]


def test_what_was_made_of_a_folder_is_let_go_with_any_file_below_it() -> None:
    held = Held()
    held.keep("content", "prose", "all of it")
    held.keep("content/sources.yml", "sources", "some")
    held.forget(["practices/a.md", "contents/a.md"])
    assert held.get("content", "prose") == "all of it"
    held.forget(["content/data/a.csv"])
    assert held.get("content", "prose") is None
    assert held.get("content/sources.yml", "sources") == "some"
