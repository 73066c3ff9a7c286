"""Where the comparison of initiatives stands: its page, and the lists that its numbers lead to."""

from __future__ import annotations

#: Not below `initiatives/`, where an initiative of that name would have its page.
FOLDER = "compared"
ADDRESS = f"{FOLDER}/"


def line_address(matrix: str, line: str, function: str = "") -> str:
    """The list of the initiatives in a line of a matrix, or of those with one function."""
    return f"{FOLDER}/{matrix}/{line}/" + (f"#{function}" if function else "")


def question_address(question: str, answer: str = "") -> str:
    """The list of the answers to a question, or of those that give one answer."""
    return f"{FOLDER}/{question}/" + (f"#answer-{answer}" if answer else "")
