"""Fact boxes: under "Harbour Festival" the rows "Dates: 3 to 5 May" and "Teams: 12"; a label says what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.layout import label_of
from checker.language.nouns import noun_class
from checker.language.reading import Statement
from checker.model import Mention

_ROWS = 3  # rows that make a fact box
_ROWS_UNDER_TITLE = 2  # if they are all that stands under a title
_TITLES = ("title", "name")  # labels of the row that holds the title
_AFTER_LABEL = 8  # characters between a label and its number: ": ", bullets, a bracket


def box_title(lines: Sequence[Statement]) -> str:
    """The title of a document that is a fact box: most of its lines are "Label: value"; "" for any other."""
    labelled = [line for line in lines if label_of(line.text)]
    all_but_title = len(labelled) == len(lines) - 1 == _ROWS_UNDER_TITLE and not label_of(lines[0].text)
    if not all_but_title and (len(labelled) < _ROWS or 2 * len(labelled) < len(lines)):
        return ""
    named = next((line for line in labelled if label_of(line.text).lower() in _TITLES), None)
    if named is not None:
        return " ".join(named.text.split(":", 1)[1].split())
    return "" if label_of(lines[0].text) else " ".join(lines[0].text.split())


def row(statement: Statement) -> tuple[tuple[str, str], ...]:
    """The label of a row of a fact box, as a role."""
    label = label_of(statement.text)
    return (("row", label),) if label else ()


def labelled_noun(statement: Statement, mention: Mention) -> str:
    """What a bare number in a row counts: "Teams: 12" counts teams; "" where the label does not say."""
    label = label_of(statement.text)
    if mention.kind != "count" or not label or mention.start - len(label) > _AFTER_LABEL:
        return ""
    return noun_class(label.split()[-1].lower())
