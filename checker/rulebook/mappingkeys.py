"""The keys of a mapping: `subject: name`, `columns: {end: end_date, aid: {kind: aid_amount, unit: USD}}`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker.model import Tier

Text = Annotated[str, Field(min_length=1)]


def _in_full(value: object) -> object:
    """`end: end_date` is short for `end: {kind: end_date}`."""
    return {"kind": value} if isinstance(value, str | list | tuple) else value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Cell(BaseModel):
    """`{column: donor}`: what stands in that column of the same row."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    column: Text = Field(description="the name of a column")


class ColumnSays(BaseModel):
    """One column: the kind of its claims, and what is true of all of them.

    Besides these keys it may have those of a claim record (`donor`, `whose`, `as_of`, `stance` …), each a text or
    `{column: NAME}`.
    """

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, Text | Cell]

    kind: Annotated[
        tuple[Text, ...],
        Field(min_length=1, max_length=2),
        BeforeValidator(_listed, json_schema_input_type=str | list[str]),
    ] = Field(description="the claim kind; [start_date, end_date] for a column of ranges such as 11-20 Aug 2022")
    unit: Text | None = Field(None, description="what a bare number is of: USD, days, MW")
    scale: Literal["thousand", "million", "billion", "trillion"] | None = Field(
        None, description="what a bare number is multiplied by: thousand, million, billion or trillion"
    )
    subject: Text | None = Field(None, description='what these claims are about, if not the row: "{country}"')


_Column = Annotated[ColumnSays, BeforeValidator(_in_full, json_schema_input_type=str | list[str] | ColumnSays)]
Columns = Annotated[dict[str, _Column], Field(min_length=1)]


SUBJECT = 'the column that names what a row is about, or several: "{name} {edition}"'
COLUMNS = "column: claim kind, or column: {kind, unit, scale, donor, …}"


class OfRows(BaseModel):
    """What holds for the rows of a dataset, whatever their columns claim."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Text | None = Field(None, description="the column that tells occasions apart: rows of one key speak of one")
    source: Text | None = Field(None, description="the column that names the document a row was taken from")
    quote: Text | None = Field(None, description="the column with the words of that document")
    reported: Text | None = Field(None, description="the column with the day on which it was reported")
    occasion: Text | None = Field(None, description="the column with the year of the occasion, if no date tells it")
    as_of: Text | None = Field(None, description="the column with the time that the values are for")
    speaker: Text | None = Field(None, description="the column that names who said it")
    missing: tuple[str, ...] | None = Field(
        None, description='words that stand for no value, instead of "", "-", "n/a", "unknown" and their like'
    )
    dates: Literal["day-first", "month-first"] | None = Field(None, description="how 12/3/2022 is read")
    decimal: Literal["point", "comma"] | None = Field(None, description='"comma": 1.200,5 is 1200.5')
    table: Text | None = Field(None, description="the sheet of a workbook, or the table of a database")
    rows: Text | None = Field(None, description="the keys that lead to the list of rows: data.events")
    tier: Tier | None = Field(None, description="how far it is trusted; reference: others are held against it")


class Says(OfRows):
    """How the rows of a dataset are read: which column is which claim, and what a row is about."""

    subject: Text = Field(description=SUBJECT)
    columns: Columns = Field(description=COLUMNS)


class MappingFile(Says):
    """A mapping file."""

    format: Literal["1"] = Field(description="the version of this format")
