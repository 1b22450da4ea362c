"""Configuration: `fixtures/config/err` are mistakes, each with what its user sees; the rest is what settings do."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Document, check, cli, load_rules, load_settings
from checker.claims import kinds
from checker.cli.sources import find
from checker.model import CheckerError, Problem, Severity, Tier
from checker.rulebook import Configuration, config_schema, discover
from checker.rulebook.configuration.patterns import Patterns
from checker.rulebook.configuration.settings import DEFAULTS, Settings, key
from tests.test_tomltext import VALUES

FIXTURES = Path(__file__).parent.parent / "fixtures" / "config"
MANUAL = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
MISTAKES = sorted((FIXTURES / "err").glob("*.toml"))
TRIAL = (FIXTURES / "rules" / "trial.yml").as_posix()
SPARE = (FIXTURES / "rules" / "spare.yml").as_posix()
LATE, EARLY = "Amber Heron 22 ends on August 22, 2022.", "Amber Heron 22 ends on 20 August 2022."

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes checker.toml, or the file of that name, into the folder where the program runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def write(text: str, name: str = "checker.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_shown_like_this(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    monkeypatch.setenv("COLUMNS", "100")
    assert cli.run(["check", "--show-settings", "--config", path.name, "--no-color"]) == 2
    shown = capsys.readouterr()
    if os.environ.get("UPDATE_FIXTURES"):
        path.with_suffix(".txt").write_text(shown.err, encoding="utf-8")
    assert shown.out == ""
    assert shown.err == path.with_suffix(".txt").read_text(encoding="utf-8")


KEYS = st.sampled_from([key(name) for name in Settings.model_fields])
HEADERS = st.sampled_from(
    ["[[sources]]", "[[overrides]]", "[rule.'a.b']", "[rule]", "[rule.a.b]", "[other]", "[[names]]"]
)
INNER = st.sampled_from("paths tiers tier ignore severity params params.x select".split())
LINES = st.one_of(st.tuples(KEYS | INNER, VALUES).map(" = ".join), HEADERS)


@given(st.lists(LINES, max_size=8))
@settings(deadline=None, max_examples=200)
def test_any_configuration_is_read_or_refused_at_a_place(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    assert all(problem.message and problem.line and problem.column for problem in mistakes_in(path))


def mistakes_in(path: Path) -> tuple[Problem, ...]:
    try:
        load_rules(settings=load_settings(path))
    except CheckerError as error:
        return error.problems
    return ()


# Which rules run


@pytest.mark.parametrize(
    ("settings", "running"),
    [
        ("", "end-date first-day suffix"),
        ("preview = true", "end-date first-day start-date suffix"),
        ("select = ['trial.suffix']", "suffix"),
        ("select = ['tag:dates']", "end-date"),
        ("select = ['tag:dates']\npreview = true", "end-date start-date"),
        ("extend-select = ['trial.start-date']", "end-date first-day start-date suffix"),
        ("extend-select = ['tag:dates']", "end-date first-day suffix"),
        ("ignore = ['tag:dates', 'trial.first-day']", "suffix"),
        ("select = ['trial.end-date', 'trial.suffix']\nignore = ['tag:dates']", "end-date suffix"),
        ("select = ['trial']\nignore = ['trial.suffix']", "end-date first-day"),
    ],
)
def test_which_rules_run(settings: str, running: str, write: Write) -> None:
    write(f"rules = ['{TRIAL}']\n{settings}")
    book = load_rules(settings=load_settings())
    assert [rule.id for rule in book] == [f"trial.{name}" for name in running.split()]


@pytest.mark.parametrize(
    ("base", "settings", "given", "running"),
    [
        ("ignore = ['trial.suffix']", "", {}, "end-date first-day"),
        ("ignore = ['trial.suffix']", "extend-select = ['trial.suffix']", {}, "end-date first-day suffix"),
        ("select = ['trial.suffix']", "select = ['trial.end-date']", {}, "end-date"),
        ("select = ['trial.suffix']", "extend-select = ['trial.end-date']", {}, "end-date suffix"),
        ("", "ignore = ['trial']", {"select": ["trial.suffix"]}, "suffix"),
        ("preview = true", "", {"preview": False}, "end-date first-day suffix"),
        ("", "", {"ignore": ["trial.suffix"], "extend-select": ["trial.start-date"]}, "end-date first-day start-date"),
        ("", "select = ['trial.suffix']", {"rules": [TRIAL]}, "end-date first-day suffix"),
        ("", f"extend-rules = ['{SPARE}']", {"rules": [TRIAL]}, "end-date first-day suffix"),
    ],
)
def test_the_nearest_has_the_last_word(
    base: str, settings: str, given: dict[str, object], running: str, write: Write
) -> None:
    write(f"rules = ['{TRIAL}']\n{base}", "base.toml")
    write(f"extends = ['base.toml']\n{settings}")
    book = load_rules(settings=load_settings().over(given))
    assert [rule.id for rule in book] == [f"trial.{name}" for name in running.split()]


def test_names_that_were_meant_for_other_rules_are_no_mistake(write: Write) -> None:
    write("select = ['exercises']\nignore = ['aid']\n[rule.'exercises.end-date']\nseverity = 'note'")
    settings = load_settings().over({"rules": [TRIAL]})
    assert [rule.id for rule in load_rules(settings=settings)] == ["trial.end-date", "trial.first-day", "trial.suffix"]
    with pytest.raises(CheckerError, match='no rule or pack "exercises"'):
        load_rules(settings=Configuration().over({"rules": [TRIAL], "select": ["exercises"]}))


def test_rules_besides_the_shipped_ones(write: Write) -> None:
    write(f"extend-rules = ['{TRIAL}']")
    ids = {rule.id for rule in load_rules(settings=load_settings())}
    assert ids > {rule.id for rule in load_rules()}
    assert "trial.end-date" in ids


def test_a_pack_that_must_be_named_runs_where_its_file_is(write: Write) -> None:
    write(f"rules = ['{TRIAL}']\nextend-rules = ['{SPARE}']")
    assert "spare.end-date" in [rule.id for rule in load_rules(settings=load_settings())]


def test_paths_begin_at_their_file(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(Path(TRIAL).read_text("utf-8"), "own/trial.yml")
    write("rules = ['own']")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "er")
    assert next(rule.path for rule in load_rules(settings=load_settings())) == "../../own/trial.yml"


def test_a_deprecated_rule_that_is_asked_for_gives_a_warning(write: Write) -> None:
    write(f"rules = ['{TRIAL}']\nextend-select = ['trial.first-day']")
    told = [
        (problem.line, problem.column, problem.message) for problem in load_rules(settings=load_settings()).warnings
    ]
    assert (2, 18, 'rule "trial.first-day" is deprecated') in told


# What single rules do otherwise


def test_severity_and_parameters_of_a_rule(write: Write) -> None:
    write("[rule.'trial.suffix']\nseverity = 'warning'\nparams.fiscal_year_starts = 7\n", "base.toml")
    write(f"extends = ['base.toml']\nrules = ['{TRIAL}']\n[rule.'trial.suffix']\nseverity = 'note'")
    book = load_rules(settings=load_settings())
    rule = book.find("trial.suffix")
    assert rule is not None
    assert (rule.severity, rule.params) == (Severity.note, {"fiscal_year_starts": 7})
    text = Document.from_text("a.txt", "Amber Heron 23 ends on August 22, 2022.")
    assert not check([text], book).findings
    assert check([text], load_rules([TRIAL])).findings


def severities(settings: Configuration, *sources: tuple[str, str, Tier]) -> list[tuple[str, str]]:
    documents = [Document.from_text(path, text, tier=tier) for path, text, tier in sources]
    return [(found.rule, found.severity.value) for found in check(documents, load_rules(settings=settings)).findings]


@pytest.mark.parametrize(
    ("override", "found"),
    [
        ("paths = ['drafts/**']\nseverity = {'trial.end-date' = 'note'}", [("trial.end-date", "note")]),
        (
            "paths = ['drafts/**']\nseverity = {trial = 'note', 'trial.end-date' = 'warning'}",
            [("trial.end-date", "warning")],
        ),
        ("tiers = ['draft']\nseverity = {'tag:dates' = 'note'}", [("trial.end-date", "note")]),
        ("tiers = ['secondary']\nseverity = {trial = 'note'}", [("trial.end-date", "error")]),
        ("paths = ['drafts/**']\ntiers = ['reference']\nseverity = {trial = 'note'}", [("trial.end-date", "error")]),
        ("paths = ['*.md']\nseverity = {trial = 'note'}", [("trial.end-date", "error")]),
        ("paths = ['drafts/**']\nignore = ['trial.end-date']", []),
        ("tiers = ['draft']\nignore = ['trial']", []),
        ("paths = ['drafts/**']\nignore = ['trial.suffix']", [("trial.end-date", "error")]),
    ],
)
def test_what_holds_for_some_sources(override: str, found: list[tuple[str, str]], write: Write) -> None:
    write(f"rules = ['{TRIAL}']\n[[overrides]]\n{override}")
    sources = [
        ("drafts/a.txt", LATE, Tier.draft),
        ("b.txt", EARLY, Tier.secondary),
        ("c.txt", f"It is told so. {EARLY}", Tier.secondary),
    ]
    assert severities(load_settings(), *sources) == found


def test_an_override_never_makes_a_finding_count_more(write: Write) -> None:
    write(f"rules = ['{TRIAL}']\n[rule.'trial.end-date']\nseverity = 'note'\n")
    write("extends = ['checker.toml']\n[[overrides]]\npaths = ['*.txt']\nseverity = {trial = 'warning'}", "more.toml")
    sources = [("a.txt", LATE, Tier.secondary), ("b.txt", EARLY, Tier.secondary)]
    assert severities(load_settings("more.toml"), *sources) == [("trial.end-date", "note")]


def test_tiers_of_sources_and_what_is_not_walked_into(write: Write) -> None:
    for name in ("curated/a.txt", "curated/old/b.txt", "drafts/c.txt", "d.txt", "archive/e.txt", "f.bak.txt"):
        write(LATE, name)
    write("[[sources]]\npaths = ['curated/']\ntier = 'reference'\n", "base.toml")
    write(
        "extends = ['base.toml']\nexclude = ['archive/']\nextend-exclude = ['*.bak.txt']\n"
        "[[sources]]\npaths = ['drafts/**', 'curated/old/**']\ntier = 'draft'\n"
    )
    found = find(["."], load_settings(), kinds()).documents
    assert {document.path: document.tier.value for document in found} == {
        "curated/a.txt": "reference",
        "curated/old/b.txt": "draft",
        "d.txt": "secondary",
        "drafts/c.txt": "draft",
    }
    assert [document.path for document in find(["archive/e.txt"], load_settings(), kinds()).documents] == [
        "archive/e.txt"
    ]


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("drafts/**", "drafts/a.md", True),
        ("drafts/**", "../news/drafts/a.md", True),
        ("news/**", "drafts/a.md", False),  # the name of the folder that the patterns are for
        ("/srv/news/drafts/*.md", "drafts/a.md", True),
        ("/drafts/*.md", "drafts/a.md", False),
        ("*.md", "/elsewhere/a.md", True),
    ],
)
def test_patterns_are_for_a_folder(glob: str, path: str, expected: bool) -> None:
    assert Patterns((glob,), "/srv/news").match(str(Path("/srv/news", path))) is expected


# Finding the file


def test_the_first_file_upwards_counts(write: Write, tmp_path: Path) -> None:
    write("fail-on = 'note'")
    write("[tool.checker]\nfail-on = 'warning'", "sub/pyproject.toml")
    write("[tool.other]", "sub/deep/pyproject.toml")
    assert discover(tmp_path / "sub" / "deep").value("fail-on") == "warning"
    assert discover(tmp_path).value("fail-on") == "note"
    write("", "sub/checker.toml")
    settings = discover(tmp_path / "sub" / "deep")
    assert settings.value("fail-on") == DEFAULTS["fail-on"]
    (warning,) = settings.warnings
    assert (warning.path, warning.line) == ("sub/pyproject.toml", 1)
    assert warning.message == "[tool.checker] is not read, since checker.toml lies beside it"


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("[tool.cheker]\npreview = true", ["[tool.cheker] is read by no program that is known here"]),
        ("[tool.claim-consistency]", ["[tool.claim-consistency] is read by no program that is known here"]),
        ("[tool.black]\n[tool.ruff.lint]", []),
        ("[tool.pychecker]", []),
        ("tool = 3", []),
        ("[tool.black", []),  # broken, and none of our business
        ("", []),
    ],
)
def test_a_pyproject_without_our_table(text: str, warned: list[str], write: Write) -> None:
    write(text, "pyproject.toml")
    assert [problem.message for problem in load_settings().warnings] == warned


def test_a_broken_pyproject_with_our_table_is_a_mistake(write: Write) -> None:
    write("[tool.checker]\npreview = yes", "pyproject.toml")
    with pytest.raises(CheckerError, match=r"^pyproject.toml:2:11: not TOML"):
        load_settings()


def test_files_that_two_extend_are_read_once(write: Write) -> None:
    write("ignore = ['aid']", "base.toml")
    for name in ("left", "right"):
        write("extends = ['base.toml']", f"{name}.toml")
    write("extends = ['left.toml', 'right.toml']")
    settings = load_settings()
    assert [layer.origin for layer in settings.layers] == ["base.toml", "left.toml", "right.toml", "checker.toml"]


def test_python_reads_no_file_unless_it_is_told_to(write: Write) -> None:
    write("select = ['aid']")
    assert len(load_rules()) > len(load_rules(settings=load_settings()))


# Saying what is in force


FULL = f"""
extends = ["base.toml"]
rules = ["{TRIAL}"]
ignore = ["trial.suffix"]
output-format = "full"
[rule."trial.end-date"]
severity = "note"
[rule."trial.suffix"]
params.fiscal_year_starts = 7
[[sources]]
paths = ["curated/**", 'quo"te']
tier = "reference"
[[datasets]]
paths = ["*.csv"]
subject = "na{{m}}e"
columns = {{end = "end_date", aid = {{kind = "aid_amount", unit = "USD", donor = {{column = "who"}}}}}}
[[overrides]]
tiers = ["draft"]
ignore = ["tag:dates"]
severity = {{trial = "note"}}
"""


def test_the_settings_that_are_shown_are_settings(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write('ignore = ["tag:dates"]\nfail-on = "never"', "base.toml")
    write(FULL)
    assert cli.run(["check", "--show-settings", "--min-severity", "warning", "--no-color"]) == 0
    shown = capsys.readouterr().out
    settings = Settings.model_validate(tomllib.loads(shown))
    assert settings.ignore == ("tag:dates", "trial.suffix")
    assert (settings.fail_on, settings.min_severity) == ("never", Severity.warning)
    assert settings.datasets == Settings.model_validate(tomllib.loads(FULL)).datasets
    assert 'min-severity = "warning"  # command line' in shown
    assert '    "tag:dates",  # base.toml:1' in shown
    assert shown.startswith("# read from base.toml, checker.toml\n")
    assert shown.endswith("\n# rules that run: 1, that do not: 3; checker rules list shows them\n")
    assert cli.run(["check", "--show-settings", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["files"] == ["base.toml", "checker.toml"]
    assert told["rules"] == ["trial.first-day"]
    assert {"table": "", "key": "fail-on", "value": "never", "from": ["base.toml:2"]} in told["settings"]


def test_every_key_is_shown_and_in_the_schema(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["rules", "schema", "--of", "config"]) == 0
    assert json.loads(capsys.readouterr().out) == config_schema()
    jsonschema.Draft202012Validator.check_schema(config_schema())
    validator = jsonschema.Draft202012Validator(config_schema())
    assert not list(validator.iter_errors(tomllib.loads(FULL)))
    assert list(validator.iter_errors({"selct": []}))
    assert cli.run(["check", "--show-settings", "--isolated"]) == 0
    shown = capsys.readouterr().out
    tables = {"extends", "rule", "sources", "datasets", "overrides"}
    assert all(f"{key(name)}" in shown for name in Settings.model_fields if key(name) not in tables)
    assert all(field.description for field in Settings.model_fields.values())


EXAMPLES = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_manual_are_settings(example: str) -> None:
    given = Settings.model_validate(tomllib.loads(example)).model_dump(exclude_unset=True, by_alias=True)
    files = {"extends", "rules", "extend-rules", "names"}
    settings = Configuration().over({name: value for name, value in given.items() if name not in files})
    assert len(load_rules(settings=settings))


def test_the_manual_has_every_key_with_an_example() -> None:
    without = {"min-severity", "output-format", "coverage", "require-coverage"}
    for name in map(key, Settings.model_fields):
        assert f"| `{name}` |" in MANUAL
        assert name in without or re.search(rf"^\[*{name}\b", "\n".join(EXAMPLES), re.MULTILINE), name


def test_names_of_the_configuration(write: Write) -> None:
    write("format: 1\nsame: [[Amber Heron, Heron of Amber]]\n", "said/alike.yml")
    write("names = ['said/alike.yml']")
    assert ("Amber Heron", "Heron of Amber") in load_rules(settings=load_settings()).names.same
