"""Settings and rule files that nobody writes by hand, or only by accident: each is a message, none is a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import cli, load_rules, load_settings
from checker.expressions import NUMBER, compile_expression
from checker.model import CheckerError, Problem
from checker.rulebook import discover
from checker.rulebook.configuration.discovery import MAX_CHAIN
from checker.tomltext import MAX_CHARACTERS

LONG = "x" * 300  # no file system has such a name


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the program runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "400")
    return tmp_path


def mistakes(settings: str, name: str = "checker.toml") -> tuple[Problem, ...]:
    """What is wrong with a configuration."""
    Path(name).write_text(settings, encoding="utf-8")
    with pytest.raises(CheckerError) as error:
        load_rules(settings=load_settings())
    return error.value.problems


@pytest.mark.parametrize("option", ["select", "ignore", "extend-select"])
def test_an_option_without_a_name(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", ".", f"--{option}", ""]) == 2
    assert capsys.readouterr().err.startswith(f'error: command line: "{option}" is empty\n  = help: ')


@pytest.mark.parametrize("key", ["extends", "rules", "extend-rules", "names"])
def test_a_name_that_is_too_long_in_a_file(key: str) -> None:
    (problem,) = mistakes(f"{key} = ['core', '{LONG}']" if "rules" in key else f"{key} = ['{LONG}']")
    assert problem.message.startswith("no ")
    assert (LONG in problem.message, problem.path, problem.line) == (True, "checker.toml", 1)


@pytest.mark.parametrize("option", ["rules", "extend-rules", "config"])
def test_a_name_that_is_too_long_on_the_command_line(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", ".", f"--{option}", LONG]) == 2
    assert capsys.readouterr().err.startswith("error: no ")


def test_a_number_that_is_too_long_for_python() -> None:
    (problem,) = mistakes(f"# 1\nselect = ['{'1' * 5000}']\n[rule.'core.sum']\nparams = {{years = -{'9' * 5000}}}")
    assert (problem.message, problem.line, problem.column) == ("the number is too large", 4, 20)


def test_a_chain_of_files_that_extend_each_other() -> None:
    for number in range(MAX_CHAIN * 30):
        Path(f"{number}.toml").write_text(f"extends = ['{number + 1}.toml']", encoding="utf-8")
    (problem,) = mistakes("extends = ['0.toml']")
    assert str(problem) == f"{MAX_CHAIN - 1}.toml:1:12: more than {MAX_CHAIN} files that extend each other"


def test_a_chain_as_long_as_it_may_be() -> None:
    for number in range(MAX_CHAIN):
        Path(f"{number}.toml").write_text(f"extends = ['{number + 1}.toml']", encoding="utf-8")
    Path(f"{MAX_CHAIN - 1}.toml").write_text("fail-on = 'note'", encoding="utf-8")
    Path("checker.toml").write_text("extends = ['0.toml']", encoding="utf-8")
    assert load_settings().value("fail-on") == "note"


def make_a_folder() -> None:
    Path("checker.toml").mkdir()


def make_a_dangling_link() -> None:
    Path("checker.toml").symlink_to("nowhere.toml")


def make_a_loop() -> None:
    Path("other.toml").symlink_to("checker.toml")
    Path("checker.toml").symlink_to("other.toml")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (make_a_folder, "a folder, where a configuration file should be"),
        (make_a_dangling_link, "a link that leads to no file"),
        (make_a_loop, "a link that leads to no file"),
    ],
    ids=["a folder", "a dangling link", "a loop of links"],
)
def test_what_is_called_like_a_configuration_but_is_none(make: object, told: str) -> None:
    assert callable(make)
    make()
    with pytest.raises(CheckerError) as error:
        load_settings()
    assert str(error.value) == f"checker.toml: {told}"


def test_a_folder_after_the_option(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "sub").mkdir()
    assert cli.run(["check", ".", "--config", "sub"]) == 2
    assert (
        capsys.readouterr().err == "error: sub is a folder\n  = help: name the file in it: --config sub/checker.toml\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[tool.checker]\npreview = true\n[other\n",
        "[ tool . 'checker' ]\npreview = true\n[other\n",
        '["tool"."checker".rule.x]\n[other\n',
        "[tool]\nchecker.preview = true\n[other\n",
        "tool.checker.preview = true\n[other\n",
    ],
)
def test_a_broken_pyproject_that_names_us_in_any_spelling(text: str) -> None:
    (problem,) = mistakes(text, "pyproject.toml")
    assert (problem.message.startswith("not TOML"), problem.path) == (True, "pyproject.toml")
    assert problem.line == text.count("\n")


@pytest.mark.parametrize("text", ["# [tool.checker]\n[other\n", "[tool.checkers]\n[other\n", "checker.x = 1\n[other\n"])
def test_a_broken_pyproject_that_does_not_name_us(text: str, here: Path) -> None:
    (here / "checker.toml").write_text("fail-on = 'note'", encoding="utf-8")
    (here / "sub").mkdir()
    (here / "sub" / "pyproject.toml").write_text(text, encoding="utf-8")
    assert discover(here / "sub").value("fail-on") == "note"


def test_a_list_of_tables_is_no_table() -> None:
    (problem,) = mistakes("[[tool]]\nchecker = {preview = true}", "pyproject.toml")
    assert str(problem) == ("pyproject.toml:2:1: [[tool]] is a list of tables, in which checker is not looked for")


def test_an_override_that_changes_nothing() -> None:
    (problem,) = mistakes("[[overrides]]\npaths = ['a/**']\nseverity = {facts = 'error'}")
    assert problem.message == 'an override only lowers a severity: "error" changes nothing'


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e300", "-" + "9" * 400, "0x" + "f" * 5000])
def test_a_parameter_that_is_no_number_of_the_world(value: str) -> None:
    (problem,) = mistakes(f"[rule.'strict.far-future'.params]\nyears = {value}")
    assert (problem.message, problem.line, problem.column) == ("the number is too large", 2, 9)


@pytest.mark.parametrize(("sign", "told"), [("", "more than 1e308"), ("-", "less than -1e308")])
def test_products_of_large_numbers_are_explained(sign: str, told: str) -> None:
    large = " * ".join(["999999999999999"] * 21)
    expression = compile_expression(f"{sign}year * {large} == year", {"year": NUMBER})
    (clause,) = expression.explain({"year": 2022})
    assert str(clause).endswith(f": {told} == 2022 is false")


def test_names_that_contradict_each_other_across_files(here: Path) -> None:
    (here / "more").mkdir()
    same = "format: 1\nsame:\n  - [Grey Stint, Little Stint]\n  - [Grey Stint, Stint]\n"
    (here / "more" / "names.yml").write_text(same, encoding="utf-8")
    (here / "own.yml").write_text("format: 1\nsame: [[Stint, Wee Stint]]\n", encoding="utf-8")
    (here / "apart.yml").write_text(
        "format: 1\ndifferent:\n  - [Knot, wee STINT, Little Stint]\n  - [Knot, Stint]\n", encoding="utf-8"
    )
    (problem,) = mistakes("names = ['apart.yml', 'more/names.yml', 'own.yml']")
    assert str(problem) == "apart.yml:3:6: wee STINT and Little Stint are given as the same and as different"
    assert (
        problem.help == "they are the same by own.yml:2 and more/names.yml:4 and more/names.yml:3: keep one of the two"
    )


def test_a_name_with_its_edition_is_told_of() -> None:
    Path("own.yml").write_text("format: 1\nsame: [[Amber Heron 22, Heron of Amber]]\n", encoding="utf-8")
    Path("checker.toml").write_text("names = ['own.yml']", encoding="utf-8")
    (warning,) = load_rules(settings=load_settings()).warnings
    assert str(warning) == (
        'own.yml:2:9: "Amber Heron 22" ends in an edition; events are known by their names without it'
    )
    assert warning.help == "write Amber Heron"


@pytest.mark.parametrize(
    ("rule_file", "told"),
    [
        (b"format: 1\npack: caf\xe9\nrules: []\n", "own.yml:2:10: not UTF-8 text"),
        (b'format: 1\npack: own\nrules:\n  - kind: "a\\nerror: b"\n', 'unknown kind of rule "a\\nerror: b"'),
        (b'format: 1\n"a\\nb": 1\n"a\\nb": 2\n', 'own.yml:3:1: key "a\\nb" is given twice, first in line 2'),
        (b"format: 1\r\npack: own\r\nrule: []\r\n", 'own.yml:3:1: unknown key "rule"'),
    ],
    ids=["not UTF-8", "a line break in a value", "a line break in a key", "lines that end with CR LF"],
)
def test_a_rule_file_that_is_odd(rule_file: bytes, told: str) -> None:
    Path("own.yml").write_bytes(rule_file)
    problems = mistakes("rules = ['own.yml']")
    assert any(told in str(problem) for problem in problems)
    assert not any("\n" in problem.message + problem.help for problem in problems)


@pytest.mark.parametrize("day", ["20220820", "2022-W33-6", "2022-02-30", "2022-08-20T10:00"])
def test_days_are_written_in_one_way(day: str) -> None:
    Path("own.yml").write_text(
        "format: 1\npack: own\nrules:\n  - id: own.day\n    kind: agree\n    on: end_date\n    title: T\n"
        f"    message: m\n    tests: [ok: [{{text: t, published: {day}}}], conflict: [a]]\n",
        encoding="utf-8",
    )
    (problem,) = mistakes("rules = ['own.yml']")
    assert (problem.message, problem.line) == (f'"{day}" is not a date like 2022-08-20', 9)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("x = 1\ny = " + "[" * 65 + "]" * 65, "checker.toml:2:69: nested more than 64 deep"),
        ("x = '[['\ny = " + "[" * 9000 + "]" * 9000, "checker.toml:2:69: nested more than 64 deep"),
        (
            "# a\n#" + "a" * MAX_CHARACTERS,
            "checker.toml:2:999997: TOML of 1,000,005 characters; at most 1,000,000 are read",
        ),
    ],
    ids=["too deep", "far too deep", "too long"],
)
def test_a_configuration_that_is_too_large_says_where(settings: str, told: str) -> None:
    assert [str(problem) for problem in mistakes(settings)] == [told]


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        (f"ignore = {[f'a.b{number}' for number in range(20_000)]}", "19,950 more names of no rule"),
        (f"ignore = {[1] * 50_000}", "49,950 more mistakes"),
    ],
    ids=["unknown rules", "wrong entries"],
)
def test_of_many_mistakes_the_first_are_told(settings: str, more: str) -> None:
    problems = mistakes(settings)
    assert len(problems) == 51
    assert [problem.message for problem in problems if "more" in problem.message] == [f"{more}, which are not shown"]
