"""Sentences to begin a rule with: "Steppe Eagle 22 will last until 20 August 2022" beside "… until 22 August 2022".

For the claim kinds that most rules are about; of any other, records with two values of its type are made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from checker.model import Kind


class Said(NamedTuple):
    """Two values of one thing that exclude each other: as cells of a dataset, and in sentences if there are any."""

    kind: str
    subject: str
    cells: tuple[str, str]
    sentences: tuple[str, ...] = ()

    def item(self, number: int, **further: str) -> str:
        """The first or second as an item of a test: its sentence, else a record."""
        if not self.sentences:
            return self.record(number, **further)
        words = json.dumps(self.sentences[number], ensure_ascii=False)
        return _flow({"text": words, **further}) if further else words

    def record(self, number: int, **further: str) -> str:
        """The first or second as a record, with what else the record has."""
        value = json.dumps(self.cells[number], ensure_ascii=False)
        return _flow({"kind": self.kind, "subject": self.subject, "value": value, **further})


def _flow(members: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in members.items()) + "}"


_EAGLE, _TERN = "Steppe Eagle 22", "Sand Tern 23"
_KNOWN = (
    Said(
        "start_date",
        _EAGLE,
        ("2022-08-09", "2022-08-11"),
        ("Steppe Eagle 22 began on 9 August 2022.", "Steppe Eagle 22 began on 11 August 2022."),
    ),
    Said(
        "end_date",
        _EAGLE,
        ("2022-08-20", "2022-08-22"),
        ("Steppe Eagle 22 will last until 20 August 2022.", "Steppe Eagle 22 will last until 22 August 2022."),
    ),
    Said(
        "troop_count",
        _TERN,
        ("2,400", "3,400"),
        (
            "The exercise Sand Tern 23 brings together 2,400 soldiers.",
            "The exercise Sand Tern 23 brings together 3,400 soldiers.",
        ),
    ),
    Said(
        "participants",
        _TERN,
        ("19 countries", "17 countries"),
        (
            "The exercise Sand Tern 23 has begun with 19 countries.",
            "The exercise Sand Tern 23 has begun with 17 countries.",
        ),
    ),
    Said(
        "place",
        _TERN,
        ("Bishkek", "Dushanbe"),
        ("The exercise Sand Tern 23 has begun in Bishkek.", "The exercise Sand Tern 23 has begun in Dushanbe."),
    ),
    Said(
        "aid_amount",
        "Tajikistan",
        ("$330 million", "$230 million"),
        (
            "In 2021 the European Union gave Tajikistan €34 million in aid.",
            "In 2021 the European Union gave Tajikistan €43 million in aid.",
        ),
    ),
    Said(
        "first_year",
        "Sand Tern",
        ("2004", "2014"),
        (
            "The exercise Sand Tern has been held every year since 2004.",
            "The exercise Sand Tern has been held every year since 2014.",
        ),
    ),
    Said(
        "exercise_name",
        "Zhardem 22",
        ("Zhardem", "Jardem"),
        ("The exercise “Zhardem 22” has begun.", "The exercise “Jardem 22” ends on Friday."),
    ),
    Said(
        "count",
        "fur trappers",
        ("4,700", "700"),
        (
            "Malvia had about 4,700 licensed fur trappers in 2007.",
            "Malvia had about 700 licensed fur trappers in 2007.",
        ),
    ),
    Said(
        "amount",
        "harbour bridge",
        ("€12 million", "€21 million"),
        (
            "The harbour bridge of Elvenport cost the city €12 million in 1991.",
            "The harbour bridge of Elvenport cost the city €21 million in 1991.",
        ),
    ),
    Said(
        "share",
        "licensed trappers",
        ("40%", "14%"),
        (
            "About 40 percent of the licensed trappers of Malvia were women in 2007.",
            "About 14 percent of the licensed trappers of Malvia were women in 2007.",
        ),
    ),
    Said(
        "measure",
        "harbour bridge",
        ("340 m", "430 m"),
        (
            "The harbour bridge of Elvenport is 340 metres long between its towers.",
            "The harbour bridge of Elvenport is 430 metres long between its towers.",
        ),
    ),
    Said(
        "date",
        "harbour bridge",
        ("1931", "1913"),
        (
            "The harbour bridge of Elvenport was opened by the queen in 1931.",
            "The harbour bridge of Elvenport was opened by the queen in 1913.",
        ),
    ),
)
# Cells to try, pair by pair, until the kind can read one: dates, money, figures, editions, lists, names.
_CELLS = (
    ("2022-08-20", "2022-08-22"),
    ("$24 million", "$34 million"),
    ("2,400", "3,400"),
    ("24 days", "34 days"),
    ("24 km", "34 km"),
    ("24%", "34%"),
    ("22", "20"),
    ("19 countries", "17 countries"),
    ("Norburg", "Lindow"),
)


def said_of(kind: Kind) -> Said | None:
    """Two values of a claim kind; None if no value is known that it can read."""
    for known in _KNOWN:
        if known.kind == kind.name:
            return known
    cells = next((pair for pair in _CELLS if _readable(kind, pair)), None)
    return Said(kind.name, _EAGLE, cells) if cells is not None else None


def _readable(kind: Kind, pair: tuple[str, str]) -> bool:
    try:
        one, other = (kind.cell(cell, None) for cell in pair)
    except ValueError:
        return False
    return str(one) != str(other)
