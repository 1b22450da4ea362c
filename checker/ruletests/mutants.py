"""Mutants: rules that differ from a rule in one small thing, which its tests should notice.

`check: start <= end` has the mutant `check: <= -> <`; a test with equal dates kills it. Mutants load as rules do: what
would be refused in a file is no mutant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from checker.rulebook import Rule, Surroundings
from checker.ruletests.edits import edits
from checker.ruletests.settings import settings


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of a rule. `name` is how `survivors` and reports call it: "where: dropped".

    `before` and `after` are what stands at `key`; `killer` is what kind of test would notice.
    """

    name: str
    key: str
    before: str
    after: str
    killer: str
    rule: Rule


def mutants_of(rule: Rule, around: Surroundings) -> list[Mutant]:
    """Every valid mutant of a rule, in the order of its keys; no two are alike or have one name."""
    found: list[Mutant] = []
    names: Counter[str] = Counter()
    for mutant in (*_of_settings(rule, around), *_of_expressions(rule, around)):
        if any(_alike(mutant.rule, other.rule) for other in found):
            continue
        names[mutant.name] += 1
        number = names[mutant.name]
        found.append(mutant if number == 1 else replace(mutant, name=f"{mutant.name} ({number})"))
    return found


def _of_settings(rule: Rule, around: Surroundings) -> Iterator[Mutant]:
    for setting in settings(rule):
        made = _rule(rule, dict(setting.update), around)
        if made is not None:
            name = f"{setting.key}: {setting.change}"
            yield Mutant(name, setting.key.partition(".")[0], setting.before, setting.after, setting.killer, made)


def _of_expressions(rule: Rule, around: Surroundings) -> Iterator[Mutant]:
    for key in rule.conditions:
        source = getattr(rule, key)
        for edit in edits(source) if source is not None else ():
            after = edit.made(source)
            made = _rule(rule, {key: after}, around)
            if made is not None:
                yield Mutant(f"{key}: {edit.change}", key, f"{key}: {source}", f"{key}: {after}", edit.killer, made)


def _rule(rule: Rule, update: dict[str, object], around: Surroundings) -> Rule | None:
    """The rule with other keys, if that loads and is another rule."""
    keys = {name: getattr(rule, name) for name in type(rule).model_fields if name in rule.model_fields_set}
    try:
        made = type(rule).model_validate({**keys, **update})
    except ValidationError:
        return None
    return None if made.resolve(around) or _alike(made, rule) else made


def _alike(one: Rule, other: Rule) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in type(one).model_fields)
