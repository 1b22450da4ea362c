"""Quotes: which of their values can be the one of a record, and whether they stand in a text."""

from __future__ import annotations

from datetime import date

import pytest

from checker.language.quoted import stands_in, values_in
from checker.model import Roster
from tests.specimens import shown, value

# kind, the record's value, its quote: what the quote says of that sort
SAYS = [
    ("end_date", "2022-08-22", "will go on until August 20", ["2022-08-20"]),
    ("end_date", "2022-08-20", "from 11 to 20 August", ["2022-08-11", "2022-08-20"]),
    ("end_date", "2022-08-20", "in August 2022", ["2022-08"]),
    ("end_date", "2022-08-20", "for ten days", []),
    ("start_date", "2021-03-01", "begins on 29 February", ["29 February"]),
    ("troop_count", "2,400", "2,400 soldiers from 12 countries at $3 million", ["2400", "12"]),
    ("aid_amount", "$60 million", "more than €60 million for 12 posts", ["over 60000000 EUR"]),
    ("duration", "10 days", "lasts two weeks from 3 May", ["14 day"]),
    ("year_suffix", "22", "“Steppe Eagle 20” has begun", ["2020"]),
    ("year_suffix", "12th", "the 11th edition of the fair", ["no. 11"]),
    ("exercise_name", "Steppe Eagle", "the STEPPE EAGLE drills", ["Steppe Eagle"]),
    ("exercise_name", "Steppe Eagle", "the drills", []),
]


@pytest.mark.parametrize(("kind", "written", "quote", "said"), SAYS)
def test_a_quote_says(kind: str, written: str, quote: str, said: list[str]) -> None:
    assert [shown(found) for found in values_in(quote, value(kind, written), date(2022, 8, 15))] == said


def test_a_quote_lists_and_counts_countries() -> None:
    listed, counted = values_in("seven countries, among them France, Italy and Spain", Roster(members=("France",)))
    assert isinstance(listed, Roster)
    assert isinstance(counted, Roster)
    assert sorted(listed.members) == ["france", "italy", "spain"]
    assert counted.counted == 7


@pytest.mark.parametrize(
    "quote", ["until August 20", "“until  August\n20”", "drill … August 20", "drill [...] 20", "It’s"]
)
def test_a_quote_stands_in_a_text(quote: str) -> None:
    assert stands_in(quote, "It's said: the drill goes on until\nAugust 20, at least.")


@pytest.mark.parametrize("quote", ["until August 22", "August 20 … drill", "untilAugust 20"])
def test_a_quote_does_not_stand_in_a_text(quote: str) -> None:
    assert not stands_in(quote, "It's said: the drill goes on until\nAugust 20, at least.")
