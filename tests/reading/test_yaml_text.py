import pytest

from knowledge.problems import Problem
from knowledge.reading.yaml_text import parse, place_of


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("True", "True"),
        ("yes", "yes"),
        ("NO", "NO"),
        ("off", "off"),
        ("null", None),
        ("~", None),
        ("", None),
        ("Null", "Null"),
        ("0", 0),
        ("-9", -9),
        ("15", 15),
        ("012", "012"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("5.", "5."),
        ("+5", "+5"),
        ("-9.70", -9.7),
        (".inf", ".inf"),
        ("12:30", "12:30"),
        ("2024-13-01", "2024-13-01"),
        ("2024-01-01", "2024-01-01"),
        ("2024", 2024),
        ("'2024'", "2024"),
        ('"true"', "true"),
        ("''", ""),
        ("٣", "٣"),
        ("1234567890123456789", "1234567890123456789"),
        ("12345678.901234567", "12345678.901234567"),
        ("C#", "C#"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("a:b", "a:b"),
        ("'Ghana: ages # 15'", "Ghana: ages # 15"),
        ("[a, 1, true, '2']", ["a", 1, True, "2"]),
        ("{a: 1}", {"a": 1}),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_a_value_is_what_is_written_and_nothing_is_guessed(written: str, value: object) -> None:
    found, problems = parse(f"field: {written}\n", "x.yml")
    assert problems == []
    assert found == {"field": value}
    assert type(found["field"]) is type(value)


def test_long_texts_are_folded_or_kept_line_by_line() -> None:
    text = "a: one\n  two\nb: >-\n  one # one\n  two\nc: |-\n  one: 1\n  two\n"
    value, problems = parse(text, "x.yml")
    assert problems == []
    assert value == {"a": "one two", "b": "one # one two", "c": "one: 1\ntwo"}


def test_years_and_country_codes_are_names_of_fields() -> None:
    value, problems = parse("2021: a\nNO: b\n1.5: c\n'true': d\n", "x.yml")
    assert problems == []
    assert value == {"2021": "a", "NO": "b", "1.5": "c", "true": "d"}


def test_a_duplicate_key_is_an_error_with_its_place() -> None:
    value, problems = parse("a: 1\nb:\n  c: 1\n  c: 2\n", "x.yml", first_line=10)
    assert [(p.rule, p.line, p.column) for p in problems] == [("duplicate-key", 13, 3)]
    assert value == {"a": 1, "b": {"c": 1}}


def test_a_number_that_is_written_twice_in_two_ways_is_one_key() -> None:
    assert rules(parse("2021: a\n'2021': b\n", "x.yml")[1]) == ["duplicate-key"]


def test_an_unquoted_number_sign_is_never_dropped_silently() -> None:
    _, problems = parse("title: Convention #182\n", "x.yml")
    assert rules(problems) == ["yaml-comment"]
    assert "'Convention #182'" in problems[0].hint
    assert "note:" in problems[0].hint


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("a: 'x # y'\n", []),
        ('a: "x # y"\n', []),
        ("a: |\n  # x\n", []),
        ("a: >\n  x\n  # y\n\nb: 1\n", []),
        ("a: x#y\n", []),
        ("a: 1 # y\n", [6]),
        ("a: 'x'# y\n", [7]),
        ("a: [1,# y\n  2]\n", [7]),
        ("a: | # y\n  x\n", [6]),
        ("é: '\U0001f600' # y\n", [8]),
        ("# y\na: 1\n", [1]),
        ("a: 1\n# y", [1]),
    ],
)
def test_comments_are_found_where_yaml_sees_them(text: str, columns: list[int]) -> None:
    problems = [p for p in parse(text, "x.yml")[1] if p.rule == "yaml-comment"]
    assert [p.column for p in problems] == columns


def test_several_faults_are_reported_at_once() -> None:
    text = "a: x: y\nb: z\nc: 'q' r\nd: 1\nd: 2 # two\n"
    assert [(p.rule, p.line) for p in parse(text, "x.yml")[1]] == [
        ("yaml-syntax", 1),
        ("yaml-syntax", 3),
        ("duplicate-key", 5),
        ("yaml-comment", 5),
    ]
    # A bomb behind a syntax error stays folded, too.
    bomb = "z: x: y\na: &a [1, 1]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(12)
    )
    assert set(rules(parse(bomb, "x.yml")[1])) == {"yaml-syntax", "yaml-anchor"}


def test_a_bomb_of_aliases_is_not_unfolded() -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(12)
    )
    value, problems = parse(text, "x.yml")
    assert value is None
    assert set(rules(problems)) == {"yaml-anchor"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_endless_nesting_is_an_error_and_no_crash(opening: str) -> None:
    value, problems = parse(opening * 100_000, "x.yml")
    assert value is None
    assert rules(problems) == ["yaml-depth"]
    assert place_of(opening * 100_000, ("a", 0)) == (1, 1)


def test_twelve_levels_are_deep_enough() -> None:
    assert parse("a: " + "[" * 11 + "1" + "]" * 11, "x.yml")[1] == []
    assert rules(parse("a: " + "[" * 12 + "1" + "]" * 12, "x.yml")[1]) == ["yaml-depth"]


def test_two_documents_and_directives_are_errors_but_an_opening_line_is_not() -> None:
    assert rules(parse("---\na: 1\n", "x.yml")[1]) == []
    assert rules(parse("a: 1\n---\nb: 1\n", "x.yml")[1]) == ["yaml-documents"]
    assert "yaml-directive" in rules(parse("%YAML 1.2\n---\na: 1\n", "x.yml")[1])


def test_hidden_characters_in_names_and_escapes_are_errors() -> None:
    assert rules(parse("a\u200b: 1\n", "x.yml")[1]) == ["hidden-character"]
    assert rules(parse('"a\\u202e": 1\n', "x.yml")[1]) == ["hidden-character"]
    assert rules(parse('a: "\\t"\n', "x.yml")[1]) == ["hidden-character"]
    assert rules(parse("a: \x00\n", "x.yml")[1]) == ["control-character"]
    assert rules(parse("a: نمی\u200cشود\n", "x.yml")[1]) == []


TEXT = """
id: ghana
law:
  age:
    value: 15
    note:
  topics: [a, "b"]
list:
  - x
  - y: 1
    z: 'q'
"""


@pytest.mark.parametrize(
    ("trail", "key", "place"),
    [
        ((), False, (2, 1)),
        (("id",), False, (2, 5)),
        (("id",), True, (2, 1)),
        (("law", "age", "value"), False, (5, 12)),
        (("law", "age", "value"), True, (5, 5)),
        (("law", "age", "note"), False, (6, 5)),
        (("law", "topics", 1), False, (7, 15)),
        (("law", "topics", 9), False, (7, 3)),
        (("list", 0), False, (9, 5)),
        (("list", 1, "z"), False, (11, 8)),
        (("list", 1, "missing"), False, (10, 5)),
        (("missing", "deeper"), True, (2, 1)),
        (("id", "deeper"), False, (2, 1)),
    ],
)
def test_a_value_and_its_key_have_a_place(
    trail: tuple[str | int, ...], key: bool, place: tuple[int, int]
) -> None:
    assert place_of(TEXT, trail, key=key) == place
    line, column = place
    assert place_of(TEXT, trail, first_line=5, key=key) == (line + 4, column)
