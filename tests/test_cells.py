"""A cell is read whole or refused: "1 Sep 20004" is no 1 September, and "1 200,5" no 5."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims import defined, kinds
from checker.claims.definition import Definition, ValueType
from checker.language.cells import counted_cell, ends_cell, money_cell, period_cell, quantity_cell
from checker.language.columns import Cell, Conventions
from checker.model import Hedge, Quantity
from checker.model.mapping import NO_VALUE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12. August 2004", "2004-08-12"),
        ("2004 Aug 12", "2004-08-12"),
        ("2004-Aug-12", "2004-08-12"),
        ("2004-AUG-12", "2004-08-12"),
        ("12/VIII/1984", "1984-08-12"),
        ("12.viii.1984", "1984-08-12"),
        ("20.8.22", "2022-08-20"),
        ("20/8/22", "2022-08-20"),
        ("12 Aug 2004 14:00", "2004-08-12"),
        ("2022-08-20T10:00:00Z", "2022-08-20"),
        ("2022-08-20 00:00:00", "2022-08-20"),
        ("on 20 August 2022", "2022-08-20"),
        ("Aug-Sep 2004", "2004-08-01/2004-09-30"),
        ("1982-00", "1982"),
    ],
)
def test_a_date(text: str, expected: str) -> None:
    assert str(period_cell(text)) == expected


@pytest.mark.parametrize(
    ("text", "hedge"), [("12 August 2004 (est.)", Hedge.about), ("1982?", Hedge.about), ("before 1984", Hedge.under)]
)
def test_a_hedged_date(text: str, hedge: Hedge) -> None:
    assert period_cell(text).hedge is hedge


@pytest.mark.parametrize(
    "text",
    [
        "1 Sep 20004",
        "1984-03-05..1984-03-17",
        "1999-00",
        "32.8.22",
        "12/XIII/1984",
        "12/IIII/1984",
        "31. June 2004",
        "20-40/8/2022",
        "22-20/8/2022",
        "2004 (planned)",
        "12 Aug 2004, cancelled",
        "the day after 12 Aug 2004",
        "20 Aug 2004 or 21",
        "12 Aug 2004 2",
    ],
)
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|write"):
        period_cell(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1984-03-05..1984-03-17", "1984-03-05", "1984-03-17"),
        ("20-22/8/2022", "2022-08-20", "2022-08-22"),
        ("5-7.8.2022", "2022-08-05", "2022-08-07"),
        ("Aug-Sep 2004", "2004-08", "2004-09"),
        ("August/September 2004", "2004-08", "2004-09"),
    ],
)
def test_both_ends(text: str, first: str, last: str) -> None:
    assert tuple(map(str, ends_cell(text))) == (first, last)


@pytest.mark.parametrize("text", ["1984-03-17..1984-03-05", "Sep-Aug 2004", "1984-03-05..1984-03-17..1984-04-01"])
def test_no_ends(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        ends_cell(text)


@pytest.mark.parametrize(
    ("text", "low", "hedge"),
    [
        ("2 Mrd", 2e9, Hedge.none),
        ("1.5 Mio.", 1.5e6, Hedge.none),
        ("€ 3,5 Mio", 3.5e6, Hedge.none),
        ("min. 300", 300, Hedge.at_least),
        ("max. 300", 300, Hedge.at_most),
        ("1,200 (est.)", 1200, Hedge.about),
        ("1200 est.", 1200, Hedge.about),
        ("est. 1,200", 1200, Hedge.about),
        ("1,200?", 1200, Hedge.about),
        (">500 (est.)", 500, Hedge.over),
        ("100-1,000", 100, Hedge.none),
        ("from 6000 to 7000", 6000, Hedge.none),
        ("500 (total)", 500, Hedge.none),
        ("Total: 1200", 1200, Hedge.none),
        ("1,200 soldiers", 1200, Hedge.none),
    ],
)
def test_a_figure(text: str, low: float, hedge: Hedge) -> None:
    value = quantity_cell(text)
    assert (value.low, value.hedge, value.text) == (low, hedge, text)


@pytest.mark.parametrize("cell", [quantity_cell, counted_cell, money_cell])
@pytest.mark.parametrize(
    "text",
    [
        "1 200,5",
        "1000 - 2000 - 3000",
        "=1+1",
        "-$60",
        "−60",
        "($60)",
        "(60)",
        "60-",
        "500 <",
        "8-9,000",
        "$8-9,000",
        "300 each",
        "from 500",
        "1,200 per day",
        "12 of 30",
        "3x",
        "12 d",
    ],
)
def test_no_figure(cell: Cell, text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        cell(text, None)


VISITORS = Definition(id="event_visitors", title="Visitors", value=ValueType.counted, nouns=("visitor",))


@pytest.mark.parametrize("cell", [kinds()["count"].cell, kinds()["troop_count"].cell, partial(defined.cell, VISITORS)])
def test_a_letter_is_a_magnitude_where_something_is_counted(cell: Cell) -> None:
    value = cell("1.2m", None)
    assert isinstance(value, Quantity)
    assert (value.low, value.unit) == (1.2e6, "")
    with pytest.raises(ValueError, match="has a unit"):
        cell("60 km", None)


COMMA = Conventions(measures="count", decimal_comma=True)


@pytest.mark.parametrize(("text", "low"), [("156.000", 156_000), ("1 200,5", 1200.5), ("ca. 1.200,5", 1200.5)])
def test_decimal_comma(text: str, low: float) -> None:
    value = COMMA.read(counted_cell, text, None)
    assert isinstance(value, Quantity)
    assert value.low == low


@pytest.mark.parametrize("text", ["ca. 132,000", "132,000", "1,200,000", "132,000-156,000"])
def test_groups_under_a_decimal_comma_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="decimal: comma"):
        COMMA.read(counted_cell, text, None)


def test_words_for_no_value_leave_out_what_may_mean_nobody() -> None:
    assert {"n.a.", "n.d.", "unk", "unk.", "tbc"} <= {*NO_VALUE}
    assert not {"none", "nil", "no"} & {*NO_VALUE}
