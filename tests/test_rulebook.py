"""Rule files: `fixtures/rulebook/ok` load; each of `fixtures/rulebook/err` gives exactly the messages beside it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from pydantic.dataclasses import dataclass

from checker.compare import comparators
from checker.compare.within import Within
from checker.expressions import Unknown
from checker.model import Claim, Edition, Kind, Period, Problem, Quantity, RuleError, Side, Term, Where
from checker.rulebook import Agree, Assert, RuleBook, describe, join_sides, load_rules, rule_kinds, shipped

FIXTURES = Path(__file__).parent.parent / "fixtures" / "rulebook"
MISTAKES = sorted(FIXTURES.glob("err/**/*.yml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodClaim(Claim):
    value: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionClaim(Claim):
    value: Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountClaim(Claim):
    value: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClaim(Claim):
    value: Term


MODELS: dict[str, type[Claim]] = {
    "start_date": PeriodClaim,
    "end_date": PeriodClaim,
    "year_suffix": EditionClaim,
    "aid_amount": AmountClaim,
    "exercise_name": NameClaim,
    "head_count": AmountClaim,
}
KINDS = {
    name: Kind(name, name, model, lambda article: (), lambda cell, day: cell, by_sentence=name == "head_count")
    for name, model in MODELS.items()
}


def loaded(*paths: str | Path) -> RuleBook:
    return load_rules(paths, kinds=KINDS, comparators=comparators())


def shown(problem: Problem, root: Path) -> str:
    """A problem as the golden files have it: place, message, the line, a caret under the mistake, help."""
    path = Path(problem.path).relative_to(root) if problem.path else ""
    lines = [f"{path}:{problem.line}:{problem.column}: {problem.message}"]
    if problem.excerpt:
        lines += [f"  | {problem.excerpt}", "  | " + " " * (problem.column - 1) + "^" * problem.length]
    return "\n".join([*lines, f"  = {problem.help}"] if problem.help else lines)


def claim(kind: str, value: Period | Edition | Quantity | Term, *, path: str = "a.txt", text: str = "") -> Claim:
    where = Where(path, 0, 1, 1, 1)
    return MODELS[kind](kind=kind, subject="Amber Heron", value=value, text=text, quote=text, where=where)


def day(year: int, month: int, number: int) -> Period:
    return Period(first=date(year, month, number), last=date(year, month, number))


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_mistake_is_shown_with_its_place_and_its_remedy(path: Path) -> None:
    with pytest.raises(RuleError) as error:
        loaded(path)
    told = "\n".join(shown(problem, path.parent) for problem in error.value.problems) + "\n"
    if os.environ.get("UPDATE_FIXTURES"):
        path.with_suffix(".txt").write_text(told, encoding="utf-8")
    assert told == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_all_mistakes_of_all_files_are_told_at_once() -> None:
    paths = [FIXTURES / "err" / name for name in ("unknown-key.yml", "not-yaml.yml", "unknown-field.yml")]
    with pytest.raises(RuleError) as error:
        loaded(*paths)
    assert {Path(problem.path).name for problem in error.value.problems} == {path.name for path in paths}


def test_rules_are_sorted_and_typed() -> None:
    book = loaded(FIXTURES / "ok")
    assert [rule.id for rule in book] == ["demo.aid", "demo.end-date", "demo.spelling", "demo.suffix-is-event-year"]
    assert book.packs == ("demo",)
    assert book.names.same == (("Amber Heron", "Heron of Amber"),)
    assert book.names.different == (("Summer Plover", "Winter Plover"),)
    aid = book.find("demo.aid")
    assert isinstance(aid, Agree)
    assert aid.comparator == Within.model_validate({"within": "1%"})
    assert aid.claim_kinds == ("aid_amount",)
    assert [rule.id for rule in book.only(aid)] == ["demo.aid"]


def test_a_preview_rule_without_tests_is_a_warning() -> None:
    (warning,) = loaded(FIXTURES / "ok").warnings
    assert warning.message == 'rule "demo.spelling" has no conflict and no ok test'


def test_an_assertion_is_evaluated_with_its_parameters() -> None:
    rule = loaded(FIXTURES / "ok").find("demo.suffix-is-event-year")
    assert isinstance(rule, Assert)
    suffix = claim("year_suffix", Edition(year=2020, short=True), text="20")
    bindings = {"suffix": suffix, "end": claim("end_date", day(2022, 8, 22))}
    assert rule.applies(bindings) is True
    assert rule.holds(bindings) is False
    assert rule.say(subject="Amber Heron", values="", bindings=bindings) == "20 takes place in 2022"
    assert rule.reads == {"end": ("value",), "suffix": ("value", "year")}
    autumn = {**bindings, "end": claim("end_date", day(2019, 11, 15))}
    assert rule.holds(autumn) is True
    yearless = {**bindings, "end": claim("end_date", day(4, 8, 22))}
    assert isinstance(rule.holds(yearless), Unknown)
    assert rule.say(subject="", values="", bindings=yearless) == "20 takes place in (not given)"


def test_sides_are_joined_with_their_sources() -> None:
    late, early = day(2022, 8, 22), day(2022, 8, 20)
    sides = [
        Side((claim("end_date", late),), outlier=True),
        Side(tuple(claim("end_date", early, path=path) for path in ("b.txt", "c.txt", "b.txt"))),
    ]
    assert join_sides(sides) == "22 August 2022 vs 20 August 2022 (2 sources)"


def test_a_rule_describes_itself() -> None:
    rule = loaded(FIXTURES / "ok").find("demo.suffix-is-event-year")
    assert rule is not None
    told = describe(rule)
    assert told.reads == ("end.value", "suffix.value", "suffix.year")
    assert ("bind", "{suffix: year_suffix, end: end_date}") in told.settings
    assert told.examples[1].items[1] == "Keen Plover 97 ended on November 15. (published 1996-11-20)"
    assert told.manual.startswith("An expression holds")
    assert rule.test_line(2) == rule.line + 14


def test_every_kind_of_rule_is_found_in_its_folder() -> None:
    named = "agree assert evidence names order reference require restated total"
    assert sorted(rule_kinds()) == named.split()


def test_a_path_that_names_nothing_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        loaded(tmp_path, "exersises")
    first, second = error.value.problems
    assert first.message == "no rule files here"
    assert second.message == 'no rule file, folder or pack "exersises"'


def test_text_that_is_not_utf8_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"pack: \xff\n")
    with pytest.raises(RuleError, match="not UTF-8"):
        loaded(path)


def test_the_shipped_packs_have_a_folder() -> None:
    assert shipped().is_dir()
