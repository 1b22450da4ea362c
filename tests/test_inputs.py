"""Sources: `fixtures/inputs/*.yml` say what is read of each format; the rest is finding, decoding and hostile input."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from checker.inputs import find, parse
from checker.inputs.decoding import decode
from checker.inputs.limits import LONGEST_LINE, MOST_CHARACTERS
from checker.model import CheckerError, Document, Skipped
from checker.yamltext import Node, core, load, plain
from tests.specimens import Strict, files, words
from tests.specimens import load as load_fixture


class Case(Strict):
    """A source and what is read of it; `name` where its own suffix would not do."""

    title: str
    source: str
    name: str = ""
    reads: str | None = None
    marks: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    places: Mapping[str, str] = Field(default_factory=dict)  # slice of the source: readable text
    published: date | None = None
    because: str = ""
    records: tuple[str, ...] = ()
    cells: tuple[Mapping[str, object], ...] = ()
    skipped: str = ""


class Cases(Strict):
    cases: list[Case]


def cases() -> list[object]:
    return [
        pytest.param(path.stem, case, id=words(f"{path.stem}: {case.title}"))
        for path in files("inputs")
        for case in load_fixture(path, Cases).cases
    ]


SUFFIXES = {
    "markdown": ".md",
    "html": ".html",
    "text": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "yaml": ".yml",
    "csv": ".csv",
    "claimreview": ".json",
}


def read(name: str, source: str) -> Document:
    parsed = parse(Document.from_text(name, source))
    assert isinstance(parsed, Document), parsed
    return parsed


def quote(document: Document, readable: str) -> str:
    """The slice of the source that a readable stretch stands at."""
    start = document.text.index(readable)
    where = document.where(start, start + len(readable))
    line = document.source[: where.start].count("\n") + 1
    assert (where.line, where.column) == (line, where.start - document.source.rfind("\n", 0, where.start))
    return document.source[where.start : where.end]


def check_places(document: Document) -> None:
    """Segments and marks are in order; where a segment stands character by character, the characters are the same."""
    assert all(mark.start < mark.end <= len(document.text) for mark in document.marks)
    ends = [*(segment.start for segment in document.segments), len(document.text)][1:]
    reached = 0
    for segment, end in zip(document.segments, ends, strict=True):
        assert segment.start < end
        assert reached <= segment.source_start <= segment.source_end <= len(document.source)
        reached = segment.source_end
        text, source = document.text[segment.start : end], document.source[segment.source_start : segment.source_end]
        if len(text) == len(source):
            assert "".join(text.split()) == "".join(source.split())
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(text, source, strict=True))
        else:
            assert len(text) <= 2 or not source or text.isspace()


@pytest.mark.parametrize(("form", "case"), cases())
def test_reads(form: str, case: Case) -> None:
    parsed = parse(Document.from_text(case.name or f"a{SUFFIXES[form]}", case.source))
    if case.skipped:
        assert isinstance(parsed, Skipped)
        assert case.skipped in parsed.reason
        return
    assert isinstance(parsed, Document), parsed
    check_places(parsed)
    shown = parsed.text.replace("\u00a0", "~")
    if case.reads is not None:
        assert shown == case.reads
        marks = [f"{mark.role.value}: {shown[mark.start : mark.end]}" for mark in parsed.marks]
        assert sorted(marks) == sorted(case.marks)
    for slice_, readable in case.places.items():
        assert quote(parsed, readable.replace("~", "\u00a0")) == slice_
    furniture = [parsed.text[mark.start : mark.end] for mark in parsed.marks if mark.role == "furniture"]
    assert all(any(one in text for text in furniture) for one in case.furniture)
    assert (parsed.published, parsed.published_because) == (case.published, case.because)
    records = [(record.where, parsed.source[record.where.start : record.where.end]) for record in parsed.records]
    assert [f"{where.line}:{where.column} {row}" for where, row in records] == list(case.records)
    for record, cells in zip(parsed.records, case.cells, strict=bool(case.cells)):
        assert cells.items() <= record.cells.items()


def test_a_date_that_was_given_wins() -> None:
    source = "---\ndate: 2021-05-03\n---\nIt ends."
    parsed = parse(Document.from_text("a.md", source, date(2020, 1, 1)))
    assert isinstance(parsed, Document)
    assert (parsed.published, parsed.published_because) == (date(2020, 1, 1), "given with the text")


def test_what_is_parsed_stays_as_it_is() -> None:
    parsed = read("a.md", "It **ends**.")
    assert parse(parsed) is parsed


# Any mixture of markup has exact places.

MARKDOWN = "a 20 * ** _ __ ~~ ` `` [ ] ( ) ![ ](x) ](x [^1] <b> </b> <br> <!-- --> &amp; & \\ | - > # é 😀".split(" ")
BREAKS = ["\n", "\r\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n---\n", "\n```\n", "\n|-|\n", "\n  ", " "]
HTML = (
    "a 20 é 😀 < > & &amp; &nbsp; &#8203; &#x41 <p> </p> <b> </b> <li> <ul> </ul> <table> <tr> <td> </td> </tr>"
    " </table> <div > </div> <nav> </nav> <h1> </h1> <del> </del> <pre> </pre> <sup> </sup> <br/> <!-- -->"
    " <script> </script> <title> </title> <head> </head> <form> </form> <main> <header> </header> <caption>"
    " <img\talt='x&lt;y'> <p\thidden> <s\tclass='nav'>"
).split(" ")


@given(st.lists(st.sampled_from(MARKDOWN + BREAKS), max_size=40))
@settings(deadline=None, max_examples=300)
def test_places_in_markdown_are_exact(pieces: list[str]) -> None:
    check_if_read("a.md", "".join(pieces))


@given(st.lists(st.sampled_from([*HTML, " ", "\n", "  \r\n"]), max_size=60))
@settings(deadline=None, max_examples=300)
def test_places_in_html_are_exact(pieces: list[str]) -> None:
    check_if_read("a.html", "".join(pieces))


@given(st.sampled_from(["a.md", "a.html", "a.json", "a.jsonl", "a.yml", "a.txt"]), st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_or_skipped(name: str, source: str) -> None:
    check_if_read(name, source)


def check_if_read(name: str, source: str) -> None:
    parsed = parse(Document.from_text(name, source))
    if isinstance(parsed, Document):
        check_places(parsed)


MANY = 20_000
PAGES = [
    "<a ",
    "<div>",
    "<!--",
    "<li>x",
    "<table><tr><td>",
    "<b><p>",
    '<a b="',
    "&amp",
    "<",
    "<ul><li>",
    "</p>",
    "<b></i>",
]
NOTES = [
    "**a ",
    "[a](",
    "![",
    "](",
    "<!-- ",
    "`a``",
    "*a_b",
    "a|b\n-|-\n",
    "> ",
    "- ",
    "[a][",
    "<a ",
    "```\n",
    '[a](x "',
]
HOSTILE = [("a.html", piece * MANY + "x") for piece in PAGES] + [("a.md", piece * MANY + "x") for piece in NOTES]


@pytest.mark.parametrize(("name", "source"), [pytest.param(*case, id=f"{case[0]} {case[1][:8]!r}") for case in HOSTILE])
def test_pages_made_to_take_long_do_not(name: str, source: str) -> None:
    """Not timed: a reader that is quadratic, or that recurses, does not come back from these."""
    check_if_read(name, source)


def skipped(name: str, source: str) -> str:
    parsed = parse(Document.from_text(name, source))
    assert isinstance(parsed, Skipped)
    return parsed.reason


def test_a_line_that_is_too_long_is_told() -> None:
    assert (
        skipped("a.txt", "It ends.\n" + "x" * (LONGEST_LINE + 1))
        == "line 2 has 5,000,001 characters; at most 5,000,000 are read"
    )


def test_a_text_that_is_too_long_is_told() -> None:
    assert "at most 10,000,000" in skipped("a.md", "x\n" * (MOST_CHARACTERS // 2 + 1))


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yml"])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting_is_told(name: str, opening: str) -> None:
    assert "nested" in skipped(name, opening * 100_000)


def test_numbers_without_end_are_told() -> None:
    assert "a number of 9,000 digits" in skipped("a.jsonl", '{"value": ' + "9" * 9_000 + "}")


# Bytes

TEXTS = {
    "UTF-8": "café".encode(),
    "UTF-8 with a mark": "café".encode("utf-8-sig"),
    "UTF-16": "café".encode("utf-16"),
    "UTF-32": "café".encode("utf-32"),
    "Windows-1252": "café".encode("cp1252"),
}


@pytest.mark.parametrize("content", TEXTS.values(), ids=TEXTS)
def test_decodes(content: bytes) -> None:
    assert decode(content) == ("café", "")


def test_decodes_english_as_windows_writes_it() -> None:
    text = "“Copper Heron” – Édouard’s café… cost €5 million, £3 million"
    assert decode(text.encode("cp1252")) == (text, "")


def test_decodes_what_a_page_declares() -> None:
    page = "<meta charset='windows-1251'><p>Орск"
    assert decode(page.encode("cp1251"), html=True) == (page, "")
    assert decode(page.encode("cp1251"))[0] == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Heron \xff\xfe 22", "not valid UTF-8 at byte offset 6; save the file as UTF-8"),
        ("5 000 café".encode()[:-1], "not valid UTF-8 at byte offset 9; save the file as UTF-8"),
        ("é ".encode() + b"caf\xe9", "not valid UTF-8 at byte offset 6; save the file as UTF-8"),
        (b"Heron \x80 22 \x81", "not valid UTF-8 at byte offset 6; save the file as UTF-8"),
        (b"Heron\0", "not text (a NUL byte at offset 5)"),
        (b"%PDF-1.7", "not text (a PDF document)"),
        (b"\xff\xfea", "not valid UTF-16 at byte offset 2; save the file as UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refuses_what_is_damaged(content: bytes, reason: str) -> None:
    assert decode(content) == ("", reason)


def test_an_unknown_encoding_is_told() -> None:
    assert decode(b"<meta charset=hex>\xe9", html=True) == ("", 'unknown encoding "hex"; save the file as UTF-8')


# Files


WALKED = ["news/a.txt", "news/b.md", "news/rows.json", "news/sub/page.html"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.md", "news/a.txt", "news/.hidden.txt", "news/.git/c.txt", "news/sub/page.html", "draft"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Heron ends.", encoding="utf-8")
    (tmp_path / "news" / "picture.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "news" / "settings.json").write_text('{"name": "heron"}', encoding="utf-8")
    (tmp_path / "news" / "rows.json").write_text('[{"kind": "place"}]', encoding="utf-8")
    return tmp_path


def test_walks_a_folder(folder: Path) -> None:
    found = find(["news"])
    assert [document.path for document in found.documents] == [
        "news/a.txt",
        "news/b.md",
        "news/rows.json",
        "news/sub/page.html",
    ]
    assert (found.skipped, found.passed_over) == ((), 2)


def test_a_named_file_is_read_or_skipped(folder: Path) -> None:
    found = find(["draft", "news/picture.png", "news/settings.json", "news/.hidden.txt"])
    assert [document.path for document in found.documents] == ["draft", "news/.hidden.txt", "news/settings.json"]
    assert found.skipped == (Skipped("news/picture.png", "not text (a PNG image)"),)
    assert isinstance(parse(found.documents[-1]), Skipped)


def test_a_named_file_of_a_format_without_reader_is_skipped(folder: Path) -> None:
    (folder / "a.css").write_text("a { b: c }\n", encoding="utf-8")
    assert find(["a.css"]).skipped == (Skipped("a.css", "no reader for .css files"),)


def test_a_file_is_read_once_whatever_its_names(folder: Path) -> None:
    (folder / "news" / "link.txt").symlink_to("a.txt")
    found = find(["news/../news/a.txt", "news", "news/a.txt", str(folder / "news" / "b.md"), "news/*.md"])
    paths = [document.path for document in found.documents]
    assert paths == WALKED


def test_the_order_of_arguments_does_not_matter(folder: Path) -> None:
    given = ["news/sub", "draft", "news/a.txt", "news"]
    assert find(given) == find(given[::-1])


def test_links_in_a_circle_are_not_followed(folder: Path) -> None:
    (folder / "news" / "sub" / "up").symlink_to(folder / "news", target_is_directory=True)
    (folder / "news" / "sub" / "nowhere.txt").symlink_to("gone.txt")
    assert [document.path for document in find(["news/sub"]).documents] == ["news/sub/page.html"]


def test_expands_patterns_that_name_no_file(folder: Path) -> None:
    (folder / "news" / "[1].txt").write_text("Heron begins.", encoding="utf-8")
    assert [document.path for document in find(["news/*.txt"]).documents] == ["news/[1].txt", "news/a.txt"]
    assert [document.path for document in find(["news/[1].txt"]).documents] == ["news/[1].txt"]


def test_names_every_missing_path(folder: Path) -> None:
    with pytest.raises(CheckerError) as caught:
        find(["news/a.text", "draft", "nowhere/x.txt", "*.docx"])
    said = [(problem.message, problem.help) for problem in caught.value.problems]
    assert said == [
        ("no such file or folder: news/a.text", 'did you mean "a.txt"?'),
        ("no such file or folder: nowhere/x.txt", ""),
        ("nothing matches the pattern: *.docx", ""),
    ]


def test_empty_files_and_folders_are_told(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "news" / "empty.txt").write_bytes(b"\n")
    assert find(["empty", "news/empty.txt"]).skipped == (
        Skipped("empty", "a folder without readable files"),
        Skipped("news/empty.txt", "empty"),
    )


def test_reads_standard_input() -> None:
    found = find(["-"], stdin=io.BytesIO(b"<p>It ends."), stdin_name="draft.html")
    assert [parse(document) for document in found.documents] == [read("draft.html", "<p>It ends.")]
    assert find(["-"], stdin=io.BytesIO(b"")).skipped == (Skipped("<stdin>", "empty"),)


def test_a_name_that_is_no_text_is_a_name(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / "news" / name).write_text("It ends.", encoding="utf-8")
    found = find(["news"])
    assert f"news/{name}" in [document.path for document in found.documents]
    with pytest.raises(CheckerError):
        find([os.fsdecode(b"news/\xe9x.txt")])


def test_an_unreadable_file_is_told(folder: Path) -> None:
    (folder / "news" / "shut.txt").symlink_to("shut.txt")
    assert find(["news/shut.txt"]).skipped == (Skipped("news/shut.txt", "too many levels of symbolic links"),)


# YAML with places

WRITTEN = """\
title: "022"  # quoted
edition: 022
count: 12
share: 0.5
version: 1.10.1
country: no
on: true
until: 2021-08-20
nothing: ~
empty:
text: |
  two
  lines

list: [a, 'b']
"""


def test_yaml_is_text_until_it_is_read() -> None:
    node = load(WRITTEN, "a.yml")
    assert isinstance(node.value, dict)
    words = {"title": "022", "edition": "022", "count": "12", "share": "0.5", "version": "1.10.1", "country": "no"}
    words |= {"on": "true", "until": "2021-08-20", "nothing": "~", "text": "two\nlines\n"}
    written = {**words, "empty": None, "list": ["a", "b"]}
    assert plain(node) == written
    assert core(node) == written | {"count": 12, "share": 0.5, "on": True, "nothing": None}
    assert [name for name, value in node.value.items() if value.quoted] == ["title", "text"]


def test_yaml_nodes_know_their_places() -> None:
    source = "\ufeff" + WRITTEN.replace("title", "Tïtel 😀")
    node = load(source, "a.yml")
    assert isinstance(node.value, dict)
    slices = {name: source[value.start : value.end] for name, value in node.value.items()}
    assert slices["Tïtel 😀"] == '"022"'
    assert slices["text"] == "|\n  two\n  lines"
    assert slices["list"] == "[a, 'b']"
    for name, key in node.keys.items():
        assert source[key.start : key.end] == name
        assert source.split("\n")[key.line - 1][key.column - 1 :].startswith(name)


def test_yaml_without_anything_is_nothing() -> None:
    assert load("# nothing\n", "a.yml") == Node(None, 0, 0, 1, 1)


NO_TOKEN = "found character that cannot start any token"


@pytest.mark.parametrize(
    ("source", "said", "marked"),
    [
        ("a: 1\nb: 2\na: 3\n", 'a.yml:3:1: key "a" is given twice, first in line 1', "a"),
        ("a: [1\nb: 2", 'a.yml:1:4: this "[" is not closed', "["),
        ("a:\n\t- 1\n", "a.yml:2:1: a tab in the indentation", "\t"),
        ("a: \x1b[1m", "a.yml:1:4: the character U+001B is not allowed in YAML", "\x1b"),
        ("a: \ud800", "a.yml:1:4: the character U+D800 is not allowed in YAML", "\ud800"),
        ("a: 1\n---\nb: 1\n", "a.yml:2:1: a second document in one file", "---"),
        ("? [a]\n: 1\n", "a.yml:1:3: a key must be text", "[a]"),
        ("a: " + "[" * 65, "a.yml:1:67: nested more than 64 deep", "["),
    ],
    ids=lambda value: ascii(value[:30]),
)
def test_yaml_mistakes_have_a_place(source: str, said: str, marked: str) -> None:
    with pytest.raises(CheckerError) as caught:
        load(source, "a.yml")
    [problem] = caught.value.problems
    assert str(problem) == said
    assert problem.excerpt[problem.column - 1 :][: problem.length] == marked
