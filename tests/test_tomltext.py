"""TOML with places: the scanner's tree says what tomllib says, and each node stands where its text is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import CheckerError
from checker.tomltext import MAX_CHARACTERS, load, value_of
from checker.yamltext import Node

BARE = st.text("abXY09_-", min_size=1, max_size=4)
QUOTED = st.sampled_from(['""', '"a b"', '"x.y"', "'c\"d'", '"q\\"r"', "'#'", '"é\\u00e9"', "''"])
KEYS = st.lists(BARE | QUOTED, min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", " . ", "\t."]).map(lambda dot: dot.join(parts))
)
SCALARS = st.sampled_from(
    """
    1|-17|+1_000|0xdead_beef|0o17|0b101|1.5|-1e3|6.626e-34|inf|-inf|true|false
    1979-05-27|1979-05-27T07:32:00Z|1979-05-27 07:32:00.5-07:00|07:32:00
    ""|''|"a # b"|'c:\\d'|"tab\\t\\"quoted\\""|"= [x]"|'{}'|"é\\U0001F600"
    """.replace("\n", "|").split("|")
).map(str.strip).filter(bool) | st.sampled_from(
    [
        '"""\nab\n  "c" d\\\n   e"""',
        "'''x\ny''z'''",
        '""""a"""""',
        "''''b'''''",
        '""""""',
        '"""a\\"""b"""',
        "'''\r\nc'''",
    ]
)
BLANKS = st.sampled_from(["", " ", "\n", " # note ]}\n", "\t\r\n\n"])


@st.composite
def arrays(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    items = [draw(BLANKS) + item + draw(BLANKS) for item in draw(st.lists(inner, max_size=3))]
    trailing = "," if items and draw(st.booleans()) else ""
    return "[" + ",".join(items) + trailing + draw(BLANKS) + "]"


def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(KEYS, inner).map(" = ".join)
    return st.lists(pair, max_size=3).map(lambda pairs: "{ " + ", ".join(pairs) + " }")


VALUES = st.recursive(SCALARS, lambda inner: arrays(inner) | tables(inner), max_leaves=5)
LINES = st.one_of(
    st.tuples(KEYS, VALUES).map(" = ".join),
    st.tuples(KEYS, VALUES).map(lambda pair: f"  {pair[0]}={pair[1]} # why"),
    KEYS.map("[{}]".format),
    KEYS.map(" [ {} ] # table".format),
    KEYS.map("[[{}]]".format),
    st.sampled_from(["", "# [a]", "\t"]),
)
TEXTS = st.tuples(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n"])).map(lambda pair: pair[1].join(pair[0]))


def accepted(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def scalars(node: Node) -> Iterator[Node]:
    match node.value:
        case dict() as members:
            for member in members.values():
                yield from scalars(member)
        case list() as items:
            for item in items:
                yield from scalars(item)
        case _:
            yield node


@given(TEXTS, st.booleans())
@settings(deadline=None, max_examples=400)
def test_the_scanner_reads_what_tomllib_reads(text: str, bom: bool) -> None:
    expected = accepted(text)
    source = "\ufeff" * bom + text
    if expected is None:
        with pytest.raises(CheckerError) as error:
            load(source, "a.toml")
        assert error.value.problems[0].line >= 1
        return
    root = load(source, "a.toml")
    assert value_of(root) == expected
    for node in scalars(root):
        assert tomllib.loads(f"value = {source[node.start : node.end]}")["value"] == value_of(node)
        assert source.split("\n")[node.line - 1][node.column - 1 :].startswith(
            source[node.start : node.end][:2].strip()
        )


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    expected = accepted(text.removeprefix("\ufeff"))
    if expected is None:
        with pytest.raises(CheckerError, match=r"^a\.toml:\d+:\d+: "):
            load(text, "a.toml")
    else:
        assert value_of(load(text, "a.toml")) == expected


@pytest.mark.parametrize("name", ["pyproject.toml", "fixtures/cli/broken-rule.toml"])
def test_real_files(name: str) -> None:
    text = (Path(__file__).parent.parent / name).read_text(encoding="utf-8")
    assert value_of(load(text, name)) == tomllib.loads(text)


def test_keys_know_their_places() -> None:
    root = load('[tool.checker]\npreview = true\n"a b".c = 1\n[[tool.checker.sources]]\ntier = "draft"\n', "a.toml")
    tool = root.value["tool"].value["checker"]  # type: ignore[index,call-overload,union-attr]
    assert (tool.line, tool.column) == (1, 7)
    assert [(key, node.line, node.column) for key, node in tool.keys.items()] == [
        ("preview", 2, 1),
        ("a b", 3, 1),
        ("sources", 4, 16),
    ]
    (item,) = tool.value["sources"].value
    assert (item.line, item.column, item.keys["tier"].line, item.value["tier"].column) == (4, 1, 5, 8)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = " + "[" * 65 + "]" * 65, "nested more than 64 deep"),
        ("a = " + "[" * 50_000, "nested more than 64 deep"),
        ("[" + ".".join("a" * 65) + "]", "nested more than 64 deep"),
        ("#" * (MAX_CHARACTERS + 1), "TOML of 1,000,001 characters; at most 1,000,000 are read"),
    ],
    ids=["lists", "lists without end", "tables", "size"],
)
def test_what_is_too_large_is_refused(text: str, told: str) -> None:
    with pytest.raises(CheckerError) as error:
        load(text, "a.toml")
    assert error.value.problems[0].message == told
