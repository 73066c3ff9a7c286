from knowledge.reading.characters import UNWANTED_OR_TAB, Unwanted, is_plain, unwanted
from knowledge.reading.places import Places, line_at, place_at


def test_each_line_names_the_first_unwanted_character_of_each_sort() -> None:
    text = "a\u200b\u200b\x07\nb\t\tc\u202e\n"
    assert list(unwanted(text, tabs=True)) == [
        Unwanted(1, "hidden", "zero width space (U+200B)"),
        Unwanted(3, "control", "a control character (U+0007)"),
        Unwanted(6, "tab", "a tab (U+0009)"),
        Unwanted(9, "hidden", "right-to-left override (U+202E)"),
    ]
    assert [found.sort for found in unwanted(text, tabs=False)] == ["hidden", "control", "hidden"]


def test_letters_accents_joiners_and_emoji_are_wanted() -> None:
    text = "Côte d'Ivoire, नेपाल, نمی\u200cشود, 中国, 👩\u200d🌾\n\u00a0“…”"
    assert list(unwanted(text, tabs=True)) == []


def test_a_place_counts_lines_and_characters_from_one() -> None:
    text = "é😀\nab\n"
    assert [place_at(text, offset) for offset in (0, 1, 2, 3, 4)] == [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (2, 2),
    ]
    assert place_at(text, 4, first_line=10) == (11, 2)
    assert place_at(text, 99) == (3, 1)
    assert line_at(text, 4) == "ab"


def test_many_places_are_found_as_one_is() -> None:
    for text in ("", "a", "\n", "é😀\nab\n", "\n\n\nx"):
        places = Places(text, 3)
        for offset in range(-1, len(text) + 3):
            assert places.at(offset) == place_at(text, offset, 3)


def test_a_plain_text_holds_no_unwanted_character_whichever_it_is() -> None:
    for number in range(0x110000):
        if UNWANTED_OR_TAB.match(chr(number)):
            assert not is_plain(f"a{chr(number)}b"), hex(number)
    assert is_plain("Côte d'Ivoire\nবাংলা “x” – 5 %")
