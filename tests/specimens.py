"""Fixtures as a person writes them: `value: about 3,000` beside the texts that say so, each scalar just words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import pytest
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker.claims import kinds
from checker.model import Claim, Document, Edition, Hedge, Period, Quantity, Record, Roster, Segment, Term, Value

FIXTURES = Path(__file__).parent.parent / "fixtures"


class Strict(BaseModel):
    """A mistyped key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def as_list(given: object) -> object:
    return given if isinstance(given, list) else [given]


class Text(Strict):
    """One source: its text, and the day it was published where that matters; or the rows of a dataset."""

    text: str = ""
    published: date | None = None
    name: str = ""
    records: list[dict[str, str]] = Field(default=[])

    def document(self, number: int) -> Document:
        if self.records:
            return dataset(self.name or f"source-{number}.jsonl", self.records)
        return Document.from_text(self.name or f"source-{number}.txt", self.text, self.published)


def as_text(given: object) -> object:
    return {"text": given} if isinstance(given, str) else given


Source = Annotated[Text, BeforeValidator(as_text)]
Model = TypeVar("Model", bound=BaseModel)


def load(path: Path, model: type[Model]) -> Model:
    """The fixture at `path`. Every scalar is text, so that 022, no and 2022-08-20 stay what was written."""
    return model.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def files(folder: str) -> list[Path]:
    found = sorted((FIXTURES / folder).glob("*.yml"))
    assert found, f"no fixtures/{folder}/*.yml"
    return found


def documents(sources: Iterable[Text]) -> list[Document]:
    return [source.document(number) for number, source in enumerate(sources, start=1)]


def dataset(path: str, rows: Sequence[Mapping[str, object]]) -> Document:
    """A file of claim records, one a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    document = Document.from_text(path, "".join(f"{line}\n" for line in lines))
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    records = tuple(
        Record(cells=dict(row), where=document.place(start, start + len(line)), number=number)
        for number, (row, start, line) in enumerate(zip(rows, starts, lines, strict=True), start=1)
    )
    return document.with_text("", (), records=records)


def prose(source: Text, number: int = 1) -> Document:
    """The document whose readable text is its whole source."""
    document, text = source.document(number), source.text
    return document.with_text(text, (Segment(0, 0, len(text)),))


def words(text: str, most: int = 60) -> str:
    """An id for pytest: the first words."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def case(*values: object, name: str, wrong: str = "") -> object:
    """A test case; with `wrong`, one that fails today, and whose first pass must be noticed."""
    marks = [pytest.mark.xfail(reason=wrong, strict=True)] if wrong else []
    return pytest.param(*values, id=words(name), marks=marks)


def value(kind: str, written: str) -> Value:
    """The value that a cell with these words has: `value("end_date", "20 August 2022")`."""
    read: Value = kinds()[kind].cell(written, None)
    return read


def shown(value: Value) -> str:
    """How a fixture writes a value: "about 3000", "6000 to 7000", "60000000 USD", "no. 12", "7: Chile, Peru"."""
    match value:
        case Quantity(low=low, high=high, unit=unit, hedge=hedge):
            number = f"{low:.12g}" if low == high else f"{low:.12g} to {high:.12g}"
            return " ".join(part for part in ("" if hedge is Hedge.none else hedge.value, number, unit) if part)
        case Period(first=first, last=last, yearless=True):
            return f"{first:%-d %B}" if first == last else f"{first:%-d %B} to {last:%-d %B}"
        case Period(hedge=hedge):
            return f"{hedge.value} {value}".strip()
        case Edition(year=year, number=number):
            return str(year) if year is not None else f"no. {number}"
        case Term(name=name):
            return name
        case Roster(members=members, counted=counted):
            listed = ", ".join(sorted(members))
            return f"{counted}: {listed}" if members and counted is not None else listed or str(counted)


def said(claims: Iterable[Claim]) -> Iterator[str]:
    """Each claim as a fixture writes it: "end_date 2022-08-20"."""
    for claim in claims:
        yield f"{claim.kind} {shown(claim.value)}"
