"""A suggested value is written as the cell that it is to stand in: "20 Aug 1984" where "12 Aug 1984" stood."""

from __future__ import annotations

import pytest

from checker.language.cells import period_cell, quantity_cell
from checker.language.cellstyle import written_like
from checker.model import Edition, Term


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("2022-08-22", "2022-08-02", "2022-08-02"),
        ("1982-12-xx", "1983-01", "1983-01"),
        ("1982-12-xx", "1983-01-05", "1983-01-05"),
        ("1982", "1983", "1983"),
        ("12 Aug 1984", "20 September 1984", "20 Sep 1984"),
        ("12 AUG 1984", "20 September 1984", "20 SEP 1984"),
        ("12 August 1984", "2 September 1984", "2 September 1984"),
        ("02 August 1984", "3 September 1985", "03 September 1985"),
        ("5 May 2016", "7 August 2016", "7 Aug 2016"),
        ("August 12, 1984", "2 September 1984", "September 2, 1984"),
        ("22/08/2022", "2 September 2022", "02/09/2022"),
        ("8/22/2022", "2 September 2022", "9/2/2022"),
        ("2022/08/22", "2 September 2022", "2022/09/02"),
        ("22.8.2022", "2 September 2022", "2.9.2022"),
        ("20-Aug-1984", "2 September 1984", "2-Sep-1984"),
    ],
)
def test_dates(cell: str, value: str, expected: str) -> None:
    assert written_like(period_cell(value), cell, period_cell(cell)) == expected


@pytest.mark.parametrize(
    ("month_first", "expected"), [(False, "06/07/2022"), (True, "07/06/2022")], ids=["day-first", "month-first"]
)
def test_the_convention_tells_the_day_from_the_month(month_first: bool, expected: str) -> None:
    was = period_cell("5 May 2022")
    assert written_like(period_cell("6 July 2022"), "05/05/2022", was, month_first=month_first) == expected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12 Aug 1984", "1984"),  # less than a day cannot stand in a cell of days
        ("Aug 1984", "20 August 1984"),
        ("2022-08-22", "from 20 to 22 August 2022"),
        ("Monday, 12 August 2013", "20 August 2013"),  # the weekday would be left
    ],
)
def test_dates_that_do_not_fit(cell: str, value: str) -> None:
    assert written_like(period_cell(value), cell, period_cell(cell)) is None


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("840", "480", "480"),
        ("840", "2,400", "2400"),
        ("2,100", "840", "840"),
        ("2,100", "12000", "12,000"),
        ("2100", "12,000", "12000"),
        ("~2,100", "about 1,200", "~1,200"),
        ("$1.2 billion", "$1.25 billion", "$1.25 billion"),
        ("$1.2 billion", "$900 million", "$0.9 billion"),
        ("€12 million", "€21 million", "€21 million"),
        ("12 km", "21 km", "21 km"),
    ],
)
def test_quantities(cell: str, value: str, expected: str) -> None:
    assert written_like(quantity_cell(value), cell, quantity_cell(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("6000-7000", "6,500"),
        ("2,100", "more than 2,000"),
        ("$60 million", "€60 million"),
        ("2,100", "2,000 to 3,000"),
    ],
)
def test_quantities_that_do_not_fit(cell: str, value: str) -> None:
    assert written_like(quantity_cell(value), cell, quantity_cell(cell)) is None


@pytest.mark.parametrize(
    ("cell", "was", "value", "expected"),
    [
        ("20", Edition(year=2020, short=True), Edition(year=2022), "22"),
        ("2020", Edition(year=2020), Edition(year=2022, short=True), "2022"),
        ("'20", Edition(year=2020, short=True), Edition(year=2022), "'22"),
        ("7", Edition(number=7), Edition(number=8), "8"),
        ("7th", Edition(number=7), Edition(number=8), None),
        ("20", Edition(year=2020, short=True), Edition(number=8), None),
    ],
)
def test_editions(cell: str, was: Edition, value: Edition, expected: str | None) -> None:
    assert written_like(value, cell, was) == expected


def test_names_are_taken_over_and_kinds_are_not_mixed() -> None:
    assert written_like(Term(name="Port Anselm"), "Ostrava Ridge", Term(name="Ostrava Ridge")) == "Port Anselm"
    assert written_like(Term(name="Port Anselm"), "840", quantity_cell("840")) is None
