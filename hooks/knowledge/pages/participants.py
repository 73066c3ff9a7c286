"""Who led a practice and who took part, as key facts by constituency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from knowledge.kinds.practice import Participant
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.facts import Fact, FactItem, absent
from knowledge.pages.wording import listed


def participant_facts(
    label: str, told: list[Participant], library: Library, citing: Citing
) -> Iterator[Fact]:
    """One fact for each constituency, in the order of the vocabulary; an initiative that is told
    in several of them is one fact, under all their names."""
    if not told:
        yield absent(label)
    seats: dict[str, set[str]] = defaultdict(set)
    for one in told:
        seats[one.initiative or ""].add(one.constituency)
    groups: dict[tuple[str, ...], list[Participant]] = defaultdict(list)
    order = [term.id for term in library.vocabularies["constituencies"].terms]
    for one in sorted(told, key=lambda one: order.index(one.constituency)):
        several = seats[one.initiative] if one.initiative else {one.constituency}
        groups[tuple(sorted(several, key=order.index))].append(one)
    for constituencies, ones in groups.items():
        names = [library.term("constituencies", id_).label for id_ in constituencies]
        rest = [name[:1].lower() + name[1:] for name in names[1:]]
        items: dict[str, FactItem] = {}
        for one in ones:
            item = _participant(one, library, citing)
            same = items.get(item.text)
            items[item.text] = same._replace(notes=same.notes + item.notes) if same else item
        yield Fact(f"{label}: {listed([*names[:1], *rest])}", tuple(items.values()))


def _participant(told: Participant, library: Library, citing: Citing) -> FactItem:
    initiative = library.get("initiative", told.initiative) if told.initiative else None
    return FactItem(
        text=initiative.record.title if initiative else told.name or told.initiative or "",
        address=initiative.address if initiative else "",
        url=told.url or "",
        notes=(told.role,) if told.role else (),
        sources=citing.marks(told.source),
    )
