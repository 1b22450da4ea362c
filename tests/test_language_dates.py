"""Dates and datelines, as `fixtures/language/dates/` spells them out: "from [11 to 20 August]" is --08-11/--08-20."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language.datelines import find_dateline, section_starts
from checker.language.dates import dates, read_dates, scan
from checker.model import Period

FIXTURES = Path(__file__).parent.parent / "fixtures" / "language" / "dates"
OTHER_SHAPES = {"datelines", "sections"}


def records(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((FIXTURES / f"{name}.yml").read_text(encoding="utf-8")))


def corpus(field: str) -> Iterator[Any]:
    for path in sorted(FIXTURES.glob("*.yml")):
        if path.stem not in OTHER_SHAPES:
            for record in records(path.stem):
                for text in record.get(field, ()):
                    yield pytest.param(record, text, id=f"{path.stem}: {text}")


def published(record: dict[str, Any]) -> date | None:
    day = record.get("published")
    return date.fromisoformat(day) if day else None


def span(first: date, last: date) -> str:
    """The days that a fixture gives, first and last, whatever a report would call them ("2022", "2022-08")."""
    period = Period(first=first, last=last)
    return str(period) if period.yearless or first == last else f"{first}/{last}"


@pytest.mark.parametrize(("record", "text"), list(corpus("ways")))
def test_every_way_to_say_a_date_gives_its_value_and_place(record: dict[str, Any], text: str) -> None:
    plain, start, end = text.replace("[", "").replace("]", ""), text.index("["), text.index("]") - 1
    found = scan(plain, published(record))
    if not record.get("others"):
        assert [plain[one.mention.start : one.mention.end] for one in found] == [plain[start:end]]
    (only,) = [one for one in found if (one.mention.start, one.mention.end) == (start, end)]
    value = only.mention.value
    assert isinstance(value, Period)
    assert span(value.first, value.last) == record["value"]
    assert value.text == plain[start:end]
    assert value.hedge == record.get("hedge", value.hedge)
    assert only.how == record.get("how", only.how)
    assert [span(*other) for other in value.alternatives] == record.get("alternatives", [])
    ends = [end.value for end in only.ends or () if isinstance(end.value, Period)]
    assert [span(end.first, end.last) for end in ends] == record.get("ends", [])
    if "weekdays" in record:
        assert [end.weekday for end in ends] == record["weekdays"]


@pytest.mark.parametrize(("record", "text"), list(corpus("misses")))
def test_near_misses_are_not_read(record: dict[str, Any], text: str) -> None:
    assert [str(mention.value) for mention in dates(text, published(record))] == []


@pytest.mark.parametrize("text", ["on 31 June 2022.", "on 2021-02-29.", "on February 30."])
def test_impossible_dates_keep_their_place(text: str) -> None:
    assert [text[start:end] for start, end in read_dates(text).impossible] == [text[3:-1]]


def test_a_wrong_weekday_is_kept_as_named() -> None:
    (mention,) = dates("It fell on Monday, 20 August 2022.")
    assert isinstance(mention.value, Period)
    assert mention.value.weekday == "Monday"


@pytest.mark.parametrize(
    ("record", "head"),
    [pytest.param(record, head, id=head) for record in records("datelines") for head in record["heads"]],
)
def test_datelines(record: dict[str, Any], head: str) -> None:
    found = find_dateline(head)
    if record.get("none"):
        assert found is None
        return
    assert found is not None
    assert (found.published, found.place) == (record["published"], record["place"])
    if found.published:
        assert head[found.start : found.end].strip()


@pytest.mark.parametrize("text", [text for record in records("sections") for text in record["texts"]])
def test_sections(text: str) -> None:
    entries = text.split("[S]")
    expected = [sum(len(entry) for entry in entries[:number]) for number in range(len(entries))]
    assert section_starts("".join(entries)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("1" * 100_000, "-" * 100_000, "A" * 100_000, "May " * 30_000, "by May " * 20_000, "1 to " * 30_000),
        *("11, " * 30_000 + "12 August", "August 11 and " * 10_000, "2022-" * 20_000, "early " * 20_000),
        *("Friday to " * 10_000, "the next " * 20_000, "on 5 May, " * 10_000),
    ],
    ids=lambda text: f"{text[:12]}…",
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    for mention in dates(text, date(2022, 8, 17)):
        assert 0 <= mention.start < mention.end <= len(text)
    find_dateline(text)
    assert section_starts(text)[0] == 0


def test_years_at_the_edge_of_the_calendar_do_not_crash() -> None:
    assert dates("999 decades ago, two years ago and last year", date(1, 1, 1)) is not None
    assert dates("in 999 years it will end; next decade", date(9999, 12, 31)) is not None
