"""Quantities: `fixtures/language/quantities/*.yml` says each value in every way, and what must not be read."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language.measures import convert
from checker.language.nouns import lemma, noun_class
from checker.language.quantities import quantities
from checker.model import Hedge, Quantity

FIXTURES = Path(__file__).parents[1] / "fixtures" / "language" / "quantities"


def records() -> Iterator[dict[str, Any]]:
    for path in sorted(FIXTURES.glob("*.yml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def said() -> Iterator[Any]:
    for record in records():
        for text in record["say"] if "value" in record else ():
            yield pytest.param(record["value"], text, id=f"{record['value']['low']} {text}")


def unread() -> Iterator[Any]:
    for record in records():
        if "nothing" in record:
            for text in record["nothing"]["in"]:
                yield pytest.param(record["nothing"].get("kind"), text, id=text)


@pytest.mark.parametrize(("value", "marked"), said())
def test_every_way_to_say_it(value: dict[str, Any], marked: str) -> None:
    start, text = marked.index("["), marked.replace("[", "", 1)
    end = text.index("]", start)
    text = text[:end] + text[end + 1 :]
    found = [mention for mention in quantities(text) if mention.kind == value["kind"]]
    assert [(mention.start, mention.end) for mention in found] == [(start, end)], found
    (mention,) = found
    quantity = mention.value
    assert isinstance(quantity, Quantity)
    assert quantity.text == text[start:end]
    assert quantity.low == pytest.approx(value["low"], rel=1e-4)
    assert quantity.high == pytest.approx(value.get("high", value["low"]), rel=1e-4)
    assert quantity.unit == value.get("unit", "")
    assert mention.hedge == quantity.hedge == Hedge(value.get("hedge", ""))
    if "step" in value:
        assert quantity.step == value["step"]
    if "noun" in value:
        assert mention.noun == value["noun"]
        assert not mention.noun or text[: mention.noun_end].lower().endswith(mention.noun)


@pytest.mark.parametrize(("kind", "text"), unread())
def test_near_misses_are_left_alone(kind: str | None, text: str) -> None:
    assert [mention for mention in quantities(text) if kind in (None, mention.kind)] == []


@pytest.mark.parametrize(
    ("values", "text"),
    [
        pytest.param(record["two values"], text, id=text)
        for record in records()
        if "two values" in record
        for text in record["say"]
    ],
)
def test_a_change_is_two_values_and_no_range(values: list[float], text: str) -> None:
    assert [mention.value.low for mention in quantities(text) if isinstance(mention.value, Quantity)] == values


def test_both_ends_of_a_change_count_the_same_noun() -> None:
    first, second = quantities("It shrank from 500 to 300 nurses.")
    assert first.noun == second.noun == "nurses"


def test_masked_spans_are_never_touched() -> None:
    text = "On 11 August 500 men left for 20 days."
    (count, duration) = quantities(text, masked=[(3, 12)])
    assert (count.value.text, duration.value.text) == ("500", "20 days")
    assert quantities("Regional Cooperation 22 begins", masked=[(0, 23)]) == []


def test_equal_amounts_are_equal_whatever_their_magnitude_word() -> None:
    texts = ("$1.2 billion", "$1200 million", "$1,200,000,000", "$1.2bn")
    values = [mention.value for text in texts for mention in quantities(text)]
    assert [value.low for value in values if isinstance(value, Quantity)] == [1.2e9] * 4


def test_mentions_are_sorted_and_do_not_overlap() -> None:
    text = "One in five of 1,200 homes, 3 to 4 ships and $5m were lost in 2 weeks, a year and a half after 12 storms."
    found = quantities(text)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (Quantity(low=1344, high=1344, unit="km", step=1), "mile", 835.12),
        (Quantity(low=72, high=72, unit="hour"), "day", 3),
        (Quantity(low=2, high=2, unit="year"), "month", 24),
        (Quantity(low=50, high=50, unit="degree Fahrenheit"), "degree Celsius", 10),
        (Quantity(low=100, high=100, unit="hectare"), "square kilometre", 1),
    ],
)
def test_conversion(quantity: Quantity, unit: str, expected: float) -> None:
    converted = convert(quantity, unit)
    assert converted is not None
    assert converted.low == pytest.approx(expected, rel=1e-4)
    assert converted.unit == unit


def test_no_conversion_between_dimensions() -> None:
    assert convert(Quantity(low=1, high=1, unit="km"), "kilogram") is None
    assert convert(Quantity(low=1, high=1, unit="USD"), "EUR") is None


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("peacekeepers", "peacekeeper"), ("countries", "country"), ("people", "person"), ("aircraft", "aircraft"),
        ("churches", "church"), ("classes", "class"), ("lives", "life"), ("servicemen", "serviceman"), ("bus", "bus"),
        ("houses", "house"), ("series", "series"), ("Boxes", "box"),
    ],
)  # fmt: skip
def test_lemma(plural: str, singular: str) -> None:
    assert lemma(plural) == singular


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("troops", "soldier"), ("service members", "soldier"), ("military personnel", "soldier"), ("people", "person"),
        ("nations", "country"), ("member states", "country"), ("peacekeepers", "peacekeeper"),
        ("personnel", "personnel"),
    ],
)  # fmt: skip
def test_noun_class(noun: str, name: str) -> None:
    assert noun_class(noun) == name


def test_quantulum3_leaves_the_root_logger_alone() -> None:
    handlers = list(logging.getLogger().handlers)
    assert [m.value.text for m in quantities("They sold 40 furlongs.")] == ["40 furlongs"]
    assert logging.getLogger().handlers == handlers


def test_hostile_texts_are_read_in_linear_time() -> None:
    for text in (
        "1" * 100_000,
        "," * 1_000_000,
        "1," * 100_000,
        "5 " + "a-" * 100_000,
        "1." * 100_000,
        "A-" * 50_000 + "5",
    ):
        assert len(quantities(text)) <= 1


def test_quantulum3_is_imported_only_for_units_that_the_table_lacks() -> None:
    import subprocess

    program = (
        "import sys; from checker.language.quantities import quantities;"
        "quantities('About 1,200 men walked 12 km with $3m in two weeks, 62 per cent of them barefoot.');"
        "print('quantulum3' in sys.modules)"
    )
    root = str(Path(__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "False"
