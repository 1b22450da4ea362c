"""Countries and rosters: fixtures/language/{countries,rosters}, e.g. "two countries (Spain, Malta)" has two members."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language.countries import country, country_of, display_name, find_countries, is_organisation
from checker.language.rosters import RosterMention, rosters

FOLDER = Path(__file__).parents[1] / "fixtures" / "language"
WAYS: dict[str, list[str]] = yaml.safe_load((FOLDER / "countries" / "ways.yml").read_text("utf-8"))["ways"]
NONE: list[str] = yaml.safe_load((FOLDER / "countries" / "near_misses.yml").read_text("utf-8"))["none"]
ROSTERS: list[dict[str, Any]] = [
    case
    for file in sorted((FOLDER / "rosters").glob("*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))["rosters"]
]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WAYS.items() for text in texts])
def test_a_country_is_found_however_it_is_written(name: str, text: str) -> None:
    assert [mention.name for mention in find_countries(text)] == [name]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_country(text: str) -> None:
    assert find_countries(text) == []


@pytest.mark.parametrize("case", ROSTERS, ids=lambda case: case["text"][:60])
def test_rosters(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [_described(text, mention) for mention in rosters(text)] == case["expect"]


def _described(text: str, mention: RosterMention) -> dict[str, Any]:
    roster = mention.roster
    assert roster.text == text[mention.start : mention.end]
    flags = {"complete": mention.complete, "closed": roster.closed, "qualified": mention.qualified}
    found = {
        "list": roster.text if roster.members else None,
        "members": list(roster.members),
        "counted": roster.counted,
        "phrase": text[slice(*mention.counted)] if mention.counted else None,
        "flags": [flag for flag, holds in flags.items() if holds],
    }
    return {key: value for key, value in found.items() if value}


def test_spans_and_ways_are_exact() -> None:
    text = "The Kremlin wrote to U.S. and Kazakh officers in Kiev; Jordan did not."
    found = [(text[m.start : m.end], m.name, m.how, m.sure) for m in find_countries(text)]
    assert found == [
        ("Kremlin", "russia", "metonym", True),
        ("U.S.", "united states", "name", True),
        ("Kazakh", "kazakhstan", "demonym", True),
        ("Kiev", "ukraine", "capital", True),
        ("Jordan", "jordan", "name", False),
    ]


def test_organisations_are_asked_for() -> None:
    text = "NATO and the E.U. met in Peru."
    assert [m.name for m in find_countries(text)] == ["peru"]
    assert [m.name for m in find_countries(text, organisations=True)] == ["nato", "european union", "peru"]
    assert is_organisation("nato")
    assert display_name("european union") == "European Union"


def test_phrases_of_a_cell_are_looked_up() -> None:
    assert country_of("the U.S.") == country_of("USA") == country_of("white house") == "united states"
    assert country_of("turkey") == country_of("TÜRKİYE".title()) == "turkey"
    assert country_of("us") is None
    assert country_of("Texas") is None
    assert country_of("NATO") is None


def test_states_by_their_other_names_have_a_code() -> None:
    names = "Sao Tome and Principe; Timor-Leste; Eswatini; Kiribati; Cabo Verde; Holy See; Palestine; Taiwan; Kosovo"
    found = [country(country_of(name) or "") for name in names.split("; ")]
    assert [one.iso2 for one in found if one] == ["ST", "TL", "SZ", "KI", "CV", "VA", "PS", "TW", "XK"]


@pytest.mark.parametrize(
    "text", ["Poland, " * 5000, "seven countries: " * 3000, "two Central " * 10000, "Poland (" * 5000, "A" * 10**6]
)
def test_hostile_texts_end(text: str) -> None:
    rosters(text)
