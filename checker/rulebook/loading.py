"""Loads rule files: `load_rules(["rules/exercises"], kinds=kinds(), comparators=comparators())`.

Three layers of mistakes, each with its place: YAML, form (`reading.py`), meaning (`Rule.resolve`). A file whose YAML is
broken hides its later layers; otherwise all mistakes of all files are reported at once. The claim kinds of all files
are read before any rule, which may name a kind of another file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from checker.compare.partition import Comparator
from checker.model import CheckerError, Kind, Problem, RuleError
from checker.model.errors import first_of_each_file
from checker.rulebook.aliases import NameFile, Told, contradictions, odd_names
from checker.rulebook.book import Names, RuleBook
from checker.rulebook.claimkinds import KindRecord
from checker.rulebook.configuration.layers import Configuration
from checker.rulebook.configuration.selecting import chosen, deprecated, unknown_names
from checker.rulebook.configuration.tuning import overrides_for, tuned
from checker.rulebook.definedkinds import DefinedKinds
from checker.rulebook.faults import Surroundings
from checker.rulebook.located import Written
from checker.rulebook.ondisk import read_source
from checker.rulebook.packs import NAMES, rule_files
from checker.rulebook.reading import read_model, read_rule
from checker.rulebook.rule import Rule, Status
from checker.yamltext import Node, load


class RuleFile(BaseModel):
    """Rules and claim kinds of one pack."""  # they are read one by one, so that all mistakes are found

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["1"] = Field(description="the version of this format")
    pack: str = Field(description="the name that the ids of its rules begin with")
    default: bool = Field(True, description="false: the rules are used only where the pack or the rule is named")
    rules: list[object] = Field([], description="the rules, each a mapping")
    kinds: list[object] = Field([], description="claim kinds that the rules of any file may name, each a mapping")

    @model_validator(mode="after")
    def _has_something(self) -> RuleFile:
        if not self.model_fields_set & {"rules", "kinds"}:
            raise ValueError('a rule file has "rules", or "kinds", or both')
        return self


@dataclass(slots=True)
class _Shelf:
    """What has been read so far."""

    around: Surroundings
    settings: Configuration  # that rules are tuned by
    rules: dict[str, tuple[Rule, Written, Node]] = field(default_factory=dict)
    packs: set[str] = field(default_factory=set)
    off: set[str] = field(default_factory=set)  # rules that run only where they are named
    names: Names = field(default_factory=Names)
    told: list[Told] = field(default_factory=list)  # where the names come from
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def load_rules(
    paths: Sequence[str | Path] | None = None,
    *,
    kinds: Mapping[str, Kind],
    comparators: Mapping[str, type[Comparator]],
    settings: Configuration | None = None,
    as_written: bool = True,
) -> RuleBook:
    """The rules of files, folders and packs; None loads those that the settings name, else every shipped pack.

    `kinds` and `comparators` are what the rules may name. The rules are as they are written, or (those that run) as the
    settings want them; those that do not run are `spare`. Raises RuleError with every mistake in every file.
    """
    settings = settings or Configuration()
    if paths is not None:
        settings = settings.over({"rules": [str(path) for path in paths]})
    shelf = _Shelf(Surroundings(kinds, comparators), Configuration() if as_written else settings)
    defined = _read_all(shelf, settings)
    rules = {id: shelf.rules[id][0] for id in sorted(shelf.rules)}
    if not as_written:
        shelf.problems.extend(unknown_names(rules, settings))
        shelf.warnings.extend(deprecated(rules, settings))
    if shelf.problems:
        raise RuleError(*first_of_each_file(sorted(dict.fromkeys(shelf.problems), key=_place)))
    on = rules.keys() - shelf.off if as_written else _in_force(rules, shelf.off, settings)
    return RuleBook(
        rules=tuple(rule for id, rule in rules.items() if id in on),
        kinds=shelf.around.kinds,
        names=shelf.names,
        packs=tuple(sorted(shelf.packs)),
        warnings=tuple(sorted((*settings.warnings, *shelf.warnings), key=_place)),
        spare=tuple(rule for id, rule in rules.items() if id not in on),
        defined=defined,
    )


def _read_all(shelf: _Shelf, settings: Configuration) -> tuple[KindRecord, ...]:
    """Puts rules and names on the shelf; the claim kinds that the files define."""
    files = [(written, asked) for path, asked in _files(settings).items() if (written := _written(shelf, path))]
    defined = DefinedKinds(shelf.around, (written for written, _ in files))
    shelf.around = defined.around
    shelf.problems.extend(defined.problems)
    for written, asked in files:
        if Path(written.source.path).stem == NAMES:
            _read_names(shelf, written)
        else:
            _read_rules(shelf, written, asked=asked)
    for path in settings.name_files:
        if written := _written(shelf, path):
            _read_names(shelf, written)
    shelf.problems.extend(contradictions(shelf.told))
    return defined.records


def _files(settings: Configuration) -> dict[Path, bool]:
    """The rule files in order, and whether somebody has asked for them, or they are just all that is shipped."""
    asked = rule_files([*(settings.rule_paths or ()), *settings.further_rules])
    others = rule_files(None) if settings.rule_paths is None else []
    return {path: path in asked for path in sorted({*asked, *others})}


def _in_force(rules: Mapping[str, Rule], off: Set[str], settings: Configuration) -> Set[str]:
    """The ids of the rules that run; each is told what is other for some sources."""
    on = chosen(rules, off, settings)
    for id in on:
        rules[id].overridden_by(overrides_for(rules[id], settings))
    return on


def _place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path, problem.line, problem.column, problem.message


def _written(shelf: _Shelf, path: Path) -> Written | None:
    """The file's YAML; None, and a problem on the shelf, where it has none."""
    try:
        source = read_source(path, str(path))
        source = replace(source, source=re.sub("\r\n?", "\n", source.source))
        return Written(source, load(source.source, source.path))
    except CheckerError as error:
        shelf.problems.extend(error.problems)
    return None


def _read_names(shelf: _Shelf, written: Written) -> None:
    found = read_model(written, written.root, NameFile, "a names file")
    if isinstance(found, list):
        shelf.problems.extend(found)
    else:
        problems, warnings = odd_names(found, written)
        shelf.problems.extend(problems)
        shelf.warnings.extend(warnings)
        shelf.told.append((found, written))
        shelf.names = Names(shelf.names.same + found.same, shelf.names.different + found.different)


def _read_rules(shelf: _Shelf, written: Written, *, asked: bool) -> None:
    found = read_model(written, written.root, RuleFile, "a rule file")
    pack, on = None, True
    if isinstance(found, list):
        shelf.problems.extend(found)
    else:
        pack, on = found.pack, found.default or asked
        shelf.packs.add(found.pack)
    listed, lost = written.at(("rules",))
    if lost or not isinstance(listed.value, list):
        return
    for node in listed.value:
        rule = read_rule(written, node)
        if isinstance(rule, list):
            shelf.problems.extend(rule)
        else:
            rule, problems = tuned(rule, shelf.settings)
            shelf.problems.extend(problems)
            _add(shelf, rule, written, node)
            if not on:
                shelf.off.add(rule.id)
            if pack is not None and rule.id.partition(".")[0] != pack:
                id, _ = written.at(("id",), node)
                help = f"its id begins with the name of its pack: {pack}.{rule.id.rpartition('.')[2]}"
                shelf.problems.append(written.complain(id, f'"{rule.id}" is not a rule of the pack "{pack}"', help))


def _add(shelf: _Shelf, rule: Rule, written: Written, node: Node) -> None:
    """Checks what the rule means and puts it on the shelf."""
    faults = rule.resolve(shelf.around) or rule.idle_params()
    shelf.problems.extend(written.blame(node, fault) for fault in faults)
    missing = [outcome for outcome in ("conflict", "ok") if outcome not in {test.outcome for test in rule.tests}]
    id, _ = written.at(("id",), node)
    if missing:
        message = f'rule "{rule.id}" has no {" and no ".join(missing)} test'
        help = "add to its tests: a text that it must catch, and one that it must leave alone"
        untested = shelf.warnings if rule.status is Status.preview else shelf.problems
        untested.append(written.complain(id, message, help))
    if rule.id in shelf.rules:
        first = shelf.rules[rule.id][0]
        help = (
            f"the first is in line {first.line}"
            if first.path == rule.path
            else f"the first is in {first.path}:{first.line}"
        )
        shelf.problems.append(written.complain(id, f'two rules have the id "{rule.id}"', help))
    else:
        shelf.rules[rule.id] = (rule, written, node)
