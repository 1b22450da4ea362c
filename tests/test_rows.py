"""Wide rows: `fixtures/rows/*.yml` say what is read of a dataset under its mapping; the rest are mistakes, settings."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check, cli, load_rules, load_settings
from checker.claims import kinds
from checker.cli.sources import find
from checker.inputs import parse
from checker.inputs.delimited import DELIMITERS, Delimited
from checker.model import CheckerError, Claim, Document, Mapped, Named, RowMapping, Skipped, Template, Tier
from checker.pipeline import Extracted, extract
from checker.rulebook import mapping_in
from checker.rulebook.mappingkeys import MappingFile
from tests.specimens import FIXTURES, Strict, files, shown, words
from tests.specimens import load as load_fixture


class Case(Strict):
    """A dataset with its mapping and what is read of it: claims in order of place, and what is told of each."""

    title: str
    source: str
    name: str = "data.csv"
    mapping: Mapping[str, Any]
    claims: tuple[str, ...] = ()
    told: tuple[Mapping[str, Any], ...] = ()
    skipped: tuple[str, ...] = ()


class Cases(Strict):
    cases: list[Case]


def cases() -> list[object]:
    return [
        pytest.param(case, id=words(f"{path.stem}: {case.title}"))
        for path in files("rows")
        for case in load_fixture(path, Cases).cases
    ]


Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file into the folder where the program runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write


def read(*paths: str) -> Extracted:
    found = find(paths, load_settings(), kinds())
    assert not found.skipped
    return extract(found.documents, load_rules())


def told(claim: Claim) -> str:
    return (
        f"{claim.where.line}:{claim.where.column} {claim.kind} {shown(claim.value)} of {claim.subject} @ {claim.quote}"
    )


def mapping_file(mapping: Mapping[str, Any]) -> str:
    """As JSON, which is YAML."""
    return json.dumps({"format": 1, **mapping})


@pytest.mark.parametrize("case", cases())
def test_reads_rows(case: Case, write: Write) -> None:
    write(case.name, case.source)
    write(f"{Path(case.name).stem}.mapping.yml", mapping_file(case.mapping))
    found = read(case.name)
    mapped = [claim for claim in found.claims if claim.column in case.mapping["columns"]]  # names are claims besides
    assert [told(claim) for claim in mapped] == list(case.claims)
    assert [skip.reason for skip in found.skipped] == list(case.skipped)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    for claim, expected in zip(mapped, case.told, strict=bool(case.told)):
        assert expected == {key: _said(claim, key) for key in expected}
    for claim in found.claims:
        if "quote" not in case.mapping:
            assert case.source[claim.where.start : claim.where.end] == claim.quote


def _said(claim: Claim, key: str) -> object:
    value = getattr(claim, key) if hasattr(claim, key) else getattr(claim.scope, key)
    match value:
        case tuple():
            return sorted(list(role) for role in value)
        case None:
            return "none"
        case _:
            return str(value)


# Mistakes of a mapping

ERR = FIXTURES / "rows" / "err"
DATA = "name,edition,id,country,end,n,aid\nAmber Heron,22,7,Kenya,2022,300,5\n"


@pytest.mark.parametrize("path", sorted(ERR.glob("*.mapping.yml")), ids=lambda path: path.name)
def test_a_mistake_is_shown_like_this(path: Path, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("data.csv", DATA)
    write("data.mapping.yml", path.read_text(encoding="utf-8"))
    assert cli.run(["check", "data.csv"]) == 2
    shown = capsys.readouterr()
    expected = path.with_suffix(".txt")
    if os.environ.get("UPDATE_FIXTURES"):
        expected.write_text(shown.err, encoding="utf-8")
    assert (shown.out, shown.err) == ("", expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("mapping = 'no.yml'", 'no mapping file "no.yml"'),
        (
            "mapping = 'a.mapping.yml'\nsubject = 'name'",
            "mapping names a file that says all of it; take out subject here",
        ),
        ("subject = 'name'", "a dataset needs a mapping: the name of a mapping file, or subject and columns"),
        ("subject = 'name'\ncolumns = {end = 'end_dat'}", 'unknown claim kind "end_dat"'),
        ("subject = 'nam'\ncolumns = {end = 'end_date'}", 'data.csv has no column "nam"'),
    ],
)
def test_a_mistake_in_the_settings(
    settings: str, message: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("data.csv", DATA)
    write("a.mapping.yml", mapping_file({"subject": "name", "columns": {"end": "end_date"}}))
    write("checker.toml", f"[[datasets]]\npaths = ['*.csv']\n{settings}")
    assert cli.run(["check", "data.csv"]) == 2
    shown = " ".join(capsys.readouterr().err.split())
    assert message in shown
    assert "checker.toml:" in shown


def test_the_settings_name_a_mapping(write: Write) -> None:
    write("sub/data.csv", DATA)
    write("maps/visits.yml", mapping_file({"subject": "name", "columns": {"end": "end_date"}, "tier": "draft"}))
    write("sub/data.mapping.yml", mapping_file({"subject": "name", "columns": {"n": "troop_count"}}))
    assert {claim.kind for claim in read("sub").claims} == {"troop_count"}
    write("checker.toml", "[[datasets]]\npaths = ['sub/*.csv']\nmapping = 'maps/visits.yml'\n")
    assert {claim.column: claim.scope.tier for claim in read("sub").claims} == {"name": Tier.draft, "end": Tier.draft}
    write(
        "checker.toml",
        "[[sources]]\npaths = ['sub']\ntier = 'primary'\n[[datasets]]\npaths = ['sub/*.csv']\n"
        "subject = '{name} {edition}'\ncolumns = {n = {kind = 'troop_count', whose = {column = 'country'}}}\n",
    )
    (claim,) = read("sub").claims
    assert (claim.subject, claim.scope.roles, claim.scope.tier) == (
        "Amber Heron 22",
        (("whose", "kenya"),),
        Tier.primary,
    )


def test_a_walked_folder_passes_over_what_nobody_explains(write: Write) -> None:
    write("data.csv", DATA)
    write("other.csv", DATA)
    write("other.mapping.yml", mapping_file({"subject": "name", "columns": {"n": "troop_count"}}))
    found = find(["."], load_settings(), kinds())
    assert [document.path for document in found.documents] == ["other.csv"]
    assert (found.skipped, found.unmapped, found.passed_over) == ((), ("data.csv",), 0)
    named = find(["data.csv", "other.mapping.yml"], load_settings(), kinds())
    (skipped,) = extract(named.documents, load_rules()).skipped
    assert "checker init proposes one" in skipped.reason
    assert (named.skipped, named.passed_over) == ((), 1)


def test_of_very_many_bad_rows_the_first_are_told(write: Write) -> None:
    write("data.csv", "name,end\n" + "a,soon\n" * 120)
    write("data.mapping.yml", mapping_file({"subject": "name", "columns": {"end": "end_date"}}))
    skipped = read("data.csv").skipped
    assert len(skipped) == 51
    assert any(skip.reason == "70 more rows and cells that cannot be read" for skip in skipped)


def test_the_schema_of_mapping_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["rules", "schema", "--of", "mapping"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for path in files("rows"):
        for case in load_fixture(path, Cases).cases:
            assert not list(validator.iter_errors({"format": 1, **case.mapping})), case.title
    assert list(validator.iter_errors({"format": 1, "subject": "a", "columns": {"b": "place"}, "colums": {}}))


# Any table has exact places.

CELLS = st.text(alphabet="ab1 ,;\t|\"\n\r'é😀", max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6), st.sampled_from([*DELIMITERS]), st.booleans())
@settings(deadline=None, max_examples=300)
def test_places_of_cells_are_exact(rows: list[list[str]], delimiter: str, all_quoted: bool) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL)
    writer.writerows(rows)
    table = Delimited(text.getvalue(), delimiter)
    for line in table:
        assert not line.fault
        for cell, (start, end) in zip(line.cells, table.spans(line), strict=True):
            assert cell in (table.source[start:end], table.source[start:end].replace('""', '"'))
            assert table.source[start - 1 : start] in ("", delimiter, '"', "\n", " ")


@given(st.text(alphabet='ab1 ,;\t|"\n\r\x00é', max_size=60))
@settings(deadline=None, max_examples=300)
def test_any_text_is_a_table_or_not(text: str) -> None:
    mapping = RowMapping(
        path="m", subject=Template((Named("a"),)), columns=(Mapped(column=Named("b"), kinds=("place",)),)
    )
    parsed = parse(Document.from_text("a.csv", f"a,b\n{text}", mapping=mapping))
    if isinstance(parsed, Skipped):
        return
    for row in parsed.records:
        assert 1 <= row.where.line <= parsed.source.count("\n") + 1
        for column in row.cells:
            where = row.place(column)
            assert (where.line, where.column) == parsed.line_and_column(where.start)


# Datasets and articles

LIST = """\
name,edition,start,end,troops
Amber Heron,22,2022-08-11,2022-08-20,"1,200"
Amber Heron,21,2021-08-02,2021-08-09,900
"""
TRUSTED = {
    "subject": "{name} {edition}",
    "tier": "reference",
    "columns": {"start": "start_date", "end": "end_date", "troops": {"kind": "troop_count", "noun": "troops"}},
}


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        ("The exercise Amber Heron 22 runs from 11 to 22 August 2022.", {"datasets.trusted-date"}),
        ("The exercise Amber Heron 22 will last until August 22, 2022.", {"datasets.trusted-date"}),
        ("The exercise Amber Heron 22 runs from 11 to 20 August 2022.", set()),
        ("The exercise Amber Heron 21 ended on 9 August 2021.", set()),
        ("The exercise Amber Heron 23 ended on 9 August 2023.", set()),
        ("The exercise Amber Heron 22 ends in August 2022.", set()),
        ("The exercise Grey Plover 22 ended on 22 August 2022.", set()),
        ("About 1,200 soldiers take part in the exercise Amber Heron 22.", set()),
        ("Some 2,100 soldiers take part in the exercise Amber Heron 22.", {"datasets.trusted-figure"}),
    ],
)
def test_an_article_against_a_trusted_dataset(article: str, rules: set[str], write: Write) -> None:
    write("list.csv", LIST)
    write("list.mapping.yml", mapping_file(TRUSTED))
    write("article.txt", article)
    report = check(find(["list.csv", "article.txt"], load_settings(), kinds()).documents, load_rules())
    found = [finding for finding in report.findings if finding.severity != "note"]
    assert {finding.rule for finding in found} | {rule for finding in found for rule in finding.also} >= rules
    assert bool(found) == bool(rules)
    for finding in found:
        assert {claim.where.path for side in finding.sides if side.outlier for claim in side.claims} == {"article.txt"}


def test_the_mapping_of_the_manual_loads() -> None:
    manual = (FIXTURES.parent / "docs" / "datasets.md").read_text(encoding="utf-8")
    example = manual.partition("```yaml\n")[2].partition("```")[0]
    assert len(mapping_in(Document("manual", example), kinds()).columns) == 5
    keys = {name for name in MappingFile.model_fields if name != "format"}
    assert all(f"`{key}`" in manual for key in keys)


# What the manual says of kinds


def kinds_of_the_manual() -> dict[str, list[str]]:
    """Each kind of its table, with the cells that it shows for it."""
    manual = (FIXTURES.parent / "docs" / "datasets.md").read_text(encoding="utf-8")
    table = manual.partition("### Kinds that a column may have\n")[2].partition("\n\n`event_visitors`")[0]
    rows = [line.split("|")[1:4] for line in table.splitlines()[3:]]
    return {kind: re.findall("`([^`]*)`", cells) for names, _, cells in rows for kind in re.findall(r"`(\w+)`", names)}


def loads(kind: str) -> bool:
    """Whether the loader takes it as the kind of a column."""
    try:
        mapping_in(Document("m", mapping_file({"subject": "a", "columns": {"b": kind}})), load_rules().kinds)
    except CheckerError:
        return False
    return True


def test_the_manual_lists_the_kinds_that_columns_may_have() -> None:
    assert {*kinds_of_the_manual()} == {kind for kind in load_rules().kinds if loads(kind)}


@pytest.mark.parametrize("kind", kinds_of_the_manual())
def test_the_cells_of_the_manual_can_be_read(kind: str, write: Write) -> None:
    *cells, last = kinds_of_the_manual()[kind]
    if last == "unit":
        bare = cells.pop()
        write("bare.csv", f"name;n\nAmber Heron;{bare}\n")
        write("bare.mapping.yml", mapping_file({"subject": "name", "columns": {"n": kind}}))
        assert "give the column its unit" in read("bare.csv").skipped[0].reason
    else:
        cells.append(last)
    write("data.csv", "name;n\n" + "".join(f"Amber Heron;{cell}\n" for cell in cells))
    write("data.mapping.yml", mapping_file({"subject": "name", "columns": {"n": kind}}))
    found = find(["data.csv"], load_settings(), load_rules().kinds)
    extracted = extract(found.documents, load_rules())
    assert not extracted.skipped
    assert [claim.text for claim in extracted.claims if claim.kind == kind and claim.column == "n"] == cells


def test_the_schema_offers_the_kinds_of_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["rules", "schema", "--of", "mapping"]) == 0
    schema = json.loads(capsys.readouterr().out)
    offered = schema["properties"]["columns"]["additionalProperties"]["anyOf"][0]["anyOf"][0]["enum"]
    assert offered == sorted(kinds_of_the_manual())


@pytest.mark.parametrize(("key", "said"), [("table", "it has no tables"), ("rows", "no keys lead to its rows")])
def test_a_key_that_the_format_has_no_use_for(
    key: str, said: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("data.csv", "name,end\nAmber Heron,2022\n")
    write("data.mapping.yml", f"format: 1\nsubject: name\n{key}: events\ncolumns: {{end: end_date}}\n")
    assert cli.run(["claims", "data.csv"]) == 2
    shown = capsys.readouterr().err
    assert f"data.csv: {said}" in shown
    assert "data.mapping.yml:3:" in shown
    assert f"take out {key}" in shown


@pytest.mark.parametrize(
    ("cell", "keys", "column"),
    [
        ("c. 156.000 or 3", {"decimal": "comma"}, {"kind": "aid_amount", "unit": "EUR"}),
        ("12 or 13.000", {"decimal": "comma"}, {"kind": "troop_count"}),
        ("13/2/22 and 14/2/22", {"dates": "day-first"}, {"kind": "end_date"}),
    ],
)
def test_what_cannot_be_read_is_quoted_as_it_stands(
    cell: str, keys: dict[str, str], column: dict[str, str], write: Write
) -> None:
    write("data.csv", f"name;n\nAmber Heron;{cell}\n")
    write("data.mapping.yml", mapping_file({"subject": "name", "columns": {"n": column}, **keys}))
    (skipped,) = read("data.csv").skipped
    assert f'"{cell}"' in skipped.reason


def test_the_datasets_of_the_settings_manual_are_read(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    manual = (FIXTURES.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = manual.partition("## Datasets\n\n```toml\n")[2].partition("```")[0]
    write("checker.toml", example)
    write("register.mapping.yml", mapping_file({"subject": "name", "columns": {"end": "end_date"}}))
    write("registers/a.csv", "name,end\nAmber Heron,2022\n")
    write("visits.csv", "museum,people,opened\nOrm Museum,41,1932\n")
    assert cli.run(["claims", "visits.csv", "registers", "--format", "jsonl"]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"end_date", "event_visitors", "first_year"} <= {claim["kind"] for claim in claims}
