"""Fields of records in words: how a record uses a term, and what in it rests on a source."""

from __future__ import annotations

from functools import cache

from knowledge.analysis.distinct_sources import FieldPath
from knowledge.analysis.term_use import Answer, Use
from knowledge.kinds import BY_ID
from knowledge.kinds.declared import title_at
from knowledge.kinds.fields import Record

#: How records use a term: by the field that names it and the answer it gives. `{}` is the kind.
USES: dict[tuple[str, Answer], str] = {
    ("approach", "named"): "{} that use this approach",
    ("level", "named"): "{} at this level",
    ("targets", "named"): "{} against it",
    ("goods", "named"): "{} on this good",
    ("tiers", "named"): "{} that reach this tier",
    ("stages", "named"): "{} that name it at one of their stages",
    ("scale", "named"): "{} of this scale",
    ("evidence", "named"): "{} with evidence of this grade",
    ("led_by", "named"): "{} led by them",
    ("partners", "named"): "{} with them as partners",
    ("topics", "named"): "{} on this topic",
    ("type", "named"): "{} of this type",
    ("series", "named"): "{} of this series",
    ("functions", "named"): "{} that do this",
    ("members", "yes"): "{} in which they take part",
    ("members", "to-verify"): "{} in which they may take part, still to be verified",
    ("members", "no"): "{} in which they do not take part",
    ("members", "open"): "{} of which nobody knows whether they take part",
    ("integrated_approach", "yes"): "{} that cover it",
    ("integrated_approach", "to-verify"): "{} that may cover it, still to be verified",
    ("integrated_approach", "no"): "{} that do not cover it",
    ("integrated_approach", "open"): "{} of which nobody knows whether they cover it",
    ("binding", "named"): "{} whose members are bound in this way",
    ("binding", "to-verify"): "{} whose members may be bound in this way, still to be verified",
    ("binding", "other-reading"): "{} of which one source says this and another does not",
}

#: Fields without a title of their own, as what rests on a source. `()` is the written text.
RESTING: dict[FieldPath, str] = {
    (): "Written text",
    ("source",): "When it is",
    ("results",): "Results",
    ("evidence",): "Grade of evidence",
    ("led_by",): "Who led it",
    ("partners",): "Partners",
    ("members",): "Who takes part",
    ("integrated_approach",): "Integrated approach",
    ("binding",): "How far members are bound",
    ("stages",): "Stages and their risks",
    ("hs_chapters",): "Customs chapters",
    ("guidance",): "Guidance",
    ("secretariat",): "Secretariat",
    ("conventions",): "Conventions",
    ("statutes",): "Law texts",
    ("due_diligence",): "Due-diligence laws",
    ("contacts",): "Whom to call",
    ("assessments", "standards"): "Whether the law meets the standard",
    ("assessments", "advancement"): "Level of advancement",
    ("assessments", "suggested_actions"): "Suggested actions",
}


def use_words(use: Use) -> str:
    """The heading of records that use a term: `Practices led by them`."""
    kind = BY_ID[use.kind]
    words = USES.get((use.field, use.answer)) or f"{{}}: {_plain(use.field)}"
    return words.format(kind.plural)


@cache
def field_words(model: type[Record], path: FieldPath) -> str:
    """A field as readers know it: its title, or the words of the group that it stands in."""
    if path[:1] == ("conventions",) and len(path) > 1:
        return path[1]
    title = title_at(model, path)
    if title:
        return title
    for end in range(len(path), -1, -1):
        if path[:end] in RESTING and (end or not path):
            return RESTING[path[:end]]
    return _plain(path[0])


def _plain(field: str) -> str:
    return field.replace("_", " ").capitalize()
