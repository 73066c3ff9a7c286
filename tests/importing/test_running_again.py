"""The second import: nothing changes by itself, and what people wrote stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.importing.run import OWN_SOURCES, Outcome
from knowledge.kinds.country import Country
from knowledge.reading.documents import read_document

Again = Callable[[], Outcome]
GHANA = "countries/ghana.md"


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _ghana(root: Path) -> Country:
    document, _ = read_document(root, GHANA)
    assert document is not None
    return Country.model_validate(document.data)


def test_running_again_on_the_same_data_changes_no_byte(import_again: Again) -> None:
    assert import_again().files
    again = import_again()
    assert (again.files, again.told) == ({}, [])


def test_a_country_for_which_nothing_is_suggested_any_more_loses_the_counts_and_their_page(
    import_again: Again, root: Path, data: Path
) -> None:
    import_again()
    table = data / "ilab-sweat-toil" / "suggested_actions_RY2022.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("Words of an action", "Not applicable"), encoding="utf-8")
    told = "assessments.suggested_actions: removed Legal framework: 8 (stated as of 2022)"
    assert f"countries/anguilla.md: {told}" in import_again().told
    document, _ = read_document(root, "countries/anguilla.md")
    assert document is not None
    anguilla = Country.model_validate(document.data)
    assert anguilla.assessments.suggested_actions == []
    assert "ilab-country-page" not in anguilla.sources


def test_newer_data_change_only_the_claim_and_tell_it_in_words(
    import_again: Again, root: Path, data: Path
) -> None:
    import_again()
    before = (root / GHANA).read_text(encoding="utf-8")
    for table in ("countries_RY2022.csv", "legal_ages_flags.csv"):
        path = data / "ilab-sweat-toil" / table
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        changed = [
            line.replace(
                "Ghana,Minimum_Work,15,15,15,15,stable", "Ghana,Minimum_Work,16,15,15,15,x"
            )
            if table.startswith("legal") or not line.startswith("Ghana,")
            else line.replace("Yes,15,No,Yes", "Yes,16,No,Yes", 1)
            for line in lines
        ]
        assert changed != lines
        path.write_text("".join(changed), encoding="utf-8")
    outcome = import_again()
    assert outcome.told == [
        f"{GHANA}: law.minimum_age_work: 15 (stated as of 2022) became 16 (to-verify as of 2022)"
    ]
    after = (root / GHANA).read_text(encoding="utf-8")
    assert list(outcome.files) == [GHANA]
    assert len(after.splitlines()) - len(before.splitlines()) == 5


def test_a_claim_that_a_person_sourced_stays_as_it_is(import_again: Again, root: Path) -> None:
    import_again()
    path = root / GHANA
    _edit(path, "sources:\n", "sources:\n  childrens-act:\n    title: Children's Act, 1998\n"
          "    publisher: Republic of Ghana\n    kind: law-text\n")  # fmt: skip
    _edit(path, "    value: 15\n    state: stated\n    as_of: 2022\n"
          "    source: [ilab-sweat-and-toil-2022]\n",
          "    value: 15\n    state: stated\n    as_of: 1998\n    source: [childrens-act]\n"
          "    basis: Children's Act, 1998 (Act 560) s. 89\n")  # fmt: skip
    text = path.read_text(encoding="utf-8")
    assert import_again().files == {}
    assert path.read_text(encoding="utf-8") == text


def test_a_verified_claim_stays_even_when_its_source_is_the_importers(
    import_again: Again, root: Path
) -> None:
    import_again()
    _edit(root / GHANA, "    value: 15\n    state: stated\n    as_of: 2022\n"
          "    source: [ilab-sweat-and-toil-2022]\n",
          "    value: 14\n    state: verified\n    as_of: 2022\n"
          "    source: [ilab-sweat-and-toil-2022]\n    verified_on: 2026-11-23\n")  # fmt: skip
    import_again()
    [age] = _ghana(root).law.minimum_age_work
    assert (age.value, age.state) == (14, "verified")


def test_body_review_and_other_fields_of_people_are_kept(import_again: Again, root: Path) -> None:
    import_again()
    path = root / GHANA
    _edit(path, "imported:\n", "reviewed: 2026-11-23\nimported:\n")
    _edit(path, "jurisdiction: state\n", "jurisdiction: state\n")
    path.write_text(
        path.read_text(encoding="utf-8").rstrip("\n") + "\n\n## Notes\n\nA person wrote this.\n",
        encoding="utf-8",
    )
    text = path.read_text(encoding="utf-8")
    import_again()
    assert path.read_text(encoding="utf-8") == text


def test_a_summary_that_a_person_wrote_is_not_replaced(import_again: Again, root: Path) -> None:
    import_again()
    text = (root / GHANA).read_text(encoding="utf-8")
    start, end = text.index("summary:"), text.index("added:")
    (root / GHANA).write_text(
        text[:start] + "summary: What employers in Ghana ask about.\n" + text[end:],
        encoding="utf-8",
    )
    import_again()
    assert _ghana(root).summary == "What employers in Ghana ask about."


def test_an_importers_claim_that_the_data_no_longer_hold_goes(
    import_again: Again, root: Path, data: Path
) -> None:
    import_again()
    path = data / "ilo-ratifications" / "ratifications.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(x for x in lines if not x.startswith("GHA,C029")), encoding="utf-8")
    outcome = import_again()
    told = f"{GHANA}: conventions.C029: removed ratified (to-verify as of 2023-10)"
    assert told in outcome.told
    assert "C029" not in _ghana(root).conventions


def test_without_the_list_of_its_sources_an_import_takes_own_sources_for_peoples(
    import_again: Again, root: Path
) -> None:
    import_again()
    (root / OWN_SOURCES).unlink()
    before = set(_ghana(root).sources)
    import_again()
    assert before <= set(_ghana(root).sources)
