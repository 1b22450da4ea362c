"""Workbooks, databases and Parquet files: the same rows of each are the same claims, each in its row."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape

import duckdb
import pytest

from checker import cli, load_rules, load_settings
from checker.claims import kinds
from checker.cli.sources import find
from checker.inputs.workbooks import unfit
from checker.pipeline import extract
from tests.specimens import FIXTURES

ROWS = [
    ["name", "edition", "end", "troops"],
    ['Amber "Heron"', "022", "2022-08-20", "1,200"],
    ["Sand Tern", "21", "NO", None],
    [None, None, None, None],
    ["Grey Plover\tof\nElm", "20", "2020-09-01", "=A1"],
]
MAPPING = """\
format: 1
subject: name
columns: {end: end_date, troops: troop_count}
"""


def xlsx(path: Path, rows: Sequence[Sequence[object]], sheets: Sequence[str] = ("2022",)) -> None:
    """A workbook with the same rows in each of its sheets, numbers as numbers."""
    body = "".join(
        f'<row r="{y}">' + "".join(_cell(value, x, y) for x, value in enumerate(row) if value is not None) + "</row>"
        for y, row in enumerate(rows, start=1)
    )
    main, doc = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org"
    package, office = f"{doc}/package/2006", f"{doc}/officeDocument/2006/relationships"
    numbered = [*enumerate(sheets, start=1)]
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in numbered)
            + "</sheets></workbook>",
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">'
            + "".join(
                f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/s{n}.xml"/>' for n, _ in numbered
            )
            + "</Relationships>",
        )
        for n, _ in numbered:
            sheet = f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
            book.writestr(f"xl/worksheets/s{n}.xml", sheet)


def _cell(value: object, x: int, y: int) -> str:
    place = f"{chr(65 + x)}{y}"
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sqlite(path: Path, rows: Sequence[Sequence[object]], tables: Sequence[str] = ("events",)) -> None:
    with closing(sqlite3.connect(path)) as database:
        for table in tables:
            database.execute(f'create table "{table}" ({", ".join(repr(name) for name in rows[0])})')
            database.executemany(f'insert into "{table}" values (?, ?, ?, ?)', rows[1:])
        database.commit()


def parquet(path: Path, rows: Sequence[Sequence[object]], tables: Sequence[str] = ()) -> None:
    with duckdb.connect() as database:
        database.execute("create table t (" + ", ".join(f'"{name}" varchar' for name in rows[0]) + ")")
        database.executemany("insert into t values (?, ?, ?, ?)", rows[1:])
        database.execute(f"copy t to '{path}' (format parquet)")


Make = Callable[..., None]
FORMATS: list[tuple[str, Make]] = [("a.xlsx", xlsx), ("a.sqlite", sqlite), ("a.parquet", parquet)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(name: str) -> tuple[list[str], list[str]]:
    """The claims of the columns that are mapped, and what is skipped."""
    found = find([name], load_settings(), kinds())
    read = extract(found.documents, load_rules())
    mapped = [claim for claim in read.claims if claim.column in ("end", "troops")]
    for claim in mapped:
        document = next(document for document in read.documents if document.path == claim.where.path)
        assert document.source[claim.where.start : claim.where.end] == claim.quote == claim.text
        assert document.line_and_column(claim.where.start) == (claim.where.line, claim.where.column)
    claims = [f"{claim.where.line} {claim.kind} {claim.text} of {claim.subject}" for claim in mapped]
    return claims, [skip.reason for skip in (*found.skipped, *read.skipped)]


@pytest.mark.parametrize(("name", "make"), FORMATS, ids=lambda value: value if isinstance(value, str) else "")
def test_reads_a_table(name: str, make: Make, folder: Path) -> None:
    make(folder / name, ROWS)
    (folder / "a.mapping.yml").write_text(MAPPING, encoding="utf-8")
    assert told(name) == (
        [
            '2 end_date 2022-08-20 of Amber "Heron"',
            '2 troop_count 1,200 of Amber "Heron"',
            "5 end_date 2020-09-01 of Grey Plover of Elm",
        ],
        [
            'line 3, end: expected a date such as 2022-08-20 or 20 August 2022, not "NO"',
            'line 5, troops: expected a number such as 1,200, 6000-7000 or $60 million, not "=A1"',
        ],
    )


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("inputs/*/events.*")), ids=lambda path: path.suffix)
def test_reads_what_other_programs_have_written(path: Path, folder: Path) -> None:
    """With days and whole numbers of their own types, and a text of digits."""
    shutil.copy(path, folder)
    columns = "{start: start_date, end: end_date, troops: troop_count, edition: year_suffix}"
    (folder / "events.mapping.yml").write_text(f"format: 1\nsubject: name\ncolumns: {columns}\n", encoding="utf-8")
    read = extract(find([path.name], load_settings(), kinds()).documents, load_rules())
    assert not read.skipped
    assert [f"{claim.where.line} {claim.column} {claim.quote}" for claim in read.claims if claim.column != "name"] == [
        "2 edition 022",
        "2 start 2022-08-11",
        "2 end 2022-08-20",
        "2 troops 1200",
        "3 edition 21",
        "3 end 2021-05-13",
    ]


@pytest.mark.parametrize(("name", "make"), FORMATS[:2], ids=lambda value: value if isinstance(value, str) else "")
def test_of_several_tables_the_mapping_names_one(name: str, make: Make, folder: Path) -> None:
    make(folder / name, ROWS, ("one", "two"))
    mapping = folder / "a.mapping.yml"
    mapping.write_text(MAPPING, encoding="utf-8")
    (reason,) = told(name)[1]
    assert "2 " in reason
    assert "no mapping says which: table: NAME, or checker init --table NAME; it has one, two" in reason
    mapping.write_text(f"{MAPPING}table: three\n", encoding="utf-8")
    assert '"three"; it has one, two' in told(name)[1][0]
    mapping.write_text(f"{MAPPING}table: two\n", encoding="utf-8")
    assert len(told(name)[0]) == 3


def test_numbers_of_a_workbook_are_written_as_people_do(folder: Path) -> None:
    xlsx(folder / "a.xlsx", [["name", "end", "troops"], ["Amber Heron", 2022, 1200.0]])
    (folder / "a.mapping.yml").write_text(MAPPING, encoding="utf-8")
    assert told("a.xlsx")[0] == ["2 end_date 2022 of Amber Heron", "2 troop_count 1200 of Amber Heron"]


@pytest.mark.parametrize("name", [name for name, _ in FORMATS])
@pytest.mark.parametrize("content", [b"no such file", b"PK\x03\x04", b""])
def test_what_is_broken_is_skipped(name: str, content: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_bytes(content)
    assert cli.run(["check", name, "--exit-zero"]) == 3
    assert f"skipped {name}: " in capsys.readouterr().out
    (folder / "a.txt").write_text("It rains.", encoding="utf-8")
    assert cli.run(["check", "."]) == 0  # nobody has said that it is a dataset


def test_a_database_is_not_written_to(folder: Path) -> None:
    sqlite(folder / "a.sqlite", ROWS)
    (folder / "a.mapping.yml").write_text(MAPPING, encoding="utf-8")
    before = (folder / "a.sqlite").read_bytes()
    (folder / "a.sqlite").chmod(0o444)
    assert told("a.sqlite")[0]
    assert (folder / "a.sqlite").read_bytes() == before
    assert {path.name for path in folder.iterdir()} == {"a.sqlite", "a.mapping.yml"}


@pytest.mark.parametrize(("name", "package"), [("a.xlsx", "python_calamine"), ("a.parquet", "duckdb")])
def test_a_format_that_needs_more(
    name: str, package: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dict(FORMATS)[name](folder / name, ROWS)
    monkeypatch.setitem(sys.modules, package, None)
    assert cli.run(["check", name]) == 3
    extra = name.partition(".")[2]
    assert f'pip install "claim-consistency[{extra}]"' in " ".join(capsys.readouterr().out.split())


def inflating(path: Path, body: str, name: str) -> None:
    """A workbook whose file is small for all that is in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(name, body)


TOO_MANY = "a sheet of more than 20,000,000 cells"


@pytest.mark.parametrize(
    ("name", "member", "body", "reason"),
    [
        ("a.xlsx", "s.xml", '<x:s xmlns:x="y"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:s>', TOO_MANY),
        ("a.xlsx", "s.dat", '<s><row r="9000000"><c/><c/><c><is/></c></row></s>', TOO_MANY),
        (
            "a.ods",
            "c.xml",
            '<s><table-row table:number-rows-repeated="90000000"><table-cell><p/></table-cell></table-row></s>',
            TOO_MANY,
        ),
        ("a.xlsx", "s.xml", f"<s>{' ' * 200_000_000}</s>", "it unfolds to more than 200,000,000 bytes"),
        ("a.xlsx", "s.xml", "<s", "no workbook, or a damaged one"),
    ],
    ids=["far", "rows", "repeated", "inflated", "broken"],
)
def test_what_unfolds_without_end_is_skipped(name: str, member: str, body: str, reason: str, folder: Path) -> None:
    inflating(folder / name, body, member)
    assert [one.reason.partition(" (")[0] for one in find([name], load_settings(), kinds()).skipped] == [reason]


def test_colour_without_a_value_ends_no_sheet(folder: Path) -> None:
    inflating(folder / "a.xlsx", '<s><c r="A1"><v>1</v></c><c r="XFD1048576" s="1"/></s>', "s.xml")
    assert not unfit(folder / "a.xlsx")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.xlsx", "no workbook, or a damaged one"), ("a.parquet", "no Parquet file, or a damaged one")],
)
def test_what_is_no_table_at_all_is_told_in_plain_words(name: str, reason: str, folder: Path) -> None:
    (folder / name).write_text("It rains.", encoding="utf-8")
    assert [one.reason for one in find([name], load_settings(), kinds()).skipped] == [reason]


def test_a_view_without_end_is_given_up(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "a.sqlite")) as database:
        endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n where x < 0"
        database.execute(f"create view events as {endless}")
        database.commit()
    [skip] = find(["a.sqlite"], load_settings(), kinds()).skipped
    assert skip.reason == "given up after 200,000,000 steps: a view that does not end?"
