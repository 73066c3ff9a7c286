"""The headings and captions of the tables in the comparison of initiatives."""

from __future__ import annotations

from knowledge.analysis import global_south

#: The heading of each matrix, the name of its first column, and what its caption adds.
MATRICES = {
    "chains": (
        "By supply chain",
        "Supply chain",
        "Goods that no mapped chain holds stand by themselves.",
    ),
    "regions": (
        "By region",
        "Region",
        "An initiative counts in every region in which it names a country.",
    ),
    "tiers": ("By tier", "Tier", "An initiative counts in every tier that it is said to reach."),
    "members": (
        "By constituency that takes part",
        "Constituency",
        "Only those are counted of which a source says that they take part.",
    ),
}

#: The heading of each group of questions with yes or no, and what it asks.
YES_NO_TABLES = {
    "members": ("Who takes part", "Does the constituency take part in the initiative?"),
    "principles": (
        "Fundamental principles and rights",
        "Does the initiative cover the principle?",
    ),
    "accountability": (
        "How they answer for what they do",
        "Reports, complaints and monitoring.",
    ),
    "questions": (
        "National processes and small enterprises",
        "Through national processes rather than beside them, and down to small enterprises?",
    ),
}

#: What the caption of a question with answers of its own says.
CHOICES = {
    "integrated-approach": "Derived from the principles that are recorded as covered. What is not "
    "recorded may still be so.",
    "secretariat": "Derived from the country of the secretariat. The North is {north}; all others "
    f"are the South. Source: {global_south.SOURCE}.",
    "level": "An initiative counts at every level at which it works.",
    "binding": "What follows for members that do not keep the rules.",
    "sectors": "Whether one sector or many are covered.",
}
