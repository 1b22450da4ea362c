"""Rules as a configuration wants them: `[rule."exercises.end-date"] severity = "warning"`, `[[overrides]]`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.expressions import did_you_mean, too_large, type_of_constant
from checker.model import Problem, Severity
from checker.rulebook.configuration.layers import Configuration, Layer
from checker.rulebook.configuration.overriding import Override
from checker.rulebook.configuration.selecting import named_by
from checker.rulebook.configuration.settings import OverrideSettings
from checker.rulebook.faults import Location
from checker.rulebook.rule import Rule


def tuned(rule: Rule, settings: Configuration) -> tuple[Rule, list[Problem]]:
    """The rule with its severity and parameters as they are wanted, and what cannot be wanted of it.

    This comes before the rule is resolved, so that its expressions are checked against the new values.
    """
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    for layer, at, given in settings.entries("rule"):
        if at[1] != rule.id:
            continue
        if given.severity is not None:
            changes["severity"] = given.severity
        for name, value in given.params.items():
            problems += _wrong_param(rule, layer, (*at, "params", name), value)
            changes["params"] = {**changes.get("params", rule.params), name: value}
    return (rule.model_copy(update=changes) if changes and not problems else rule), problems


def _wrong_param(rule: Rule, layer: Layer, at: Location, value: object) -> Iterator[Problem]:
    name = str(at[-1])
    if name not in rule.params:
        help = did_you_mean(name, rule.params, kind="parameters")
        yield layer.complain(at, f'rule "{rule.id}" has no parameter "{name}"', help, key=True)
        return
    if too_large(value):
        yield layer.complain(at, "the number is too large", f"the rule itself has {rule.params[name]!r}")
        return
    expected, found = type_of_constant(rule.params[name]), type_of_constant(value)
    if found != expected:
        message = f'"{name}" must be {expected}' + (f", not {found}" if found is not None else "")
        yield layer.complain(at, message, f"the rule itself has {rule.params[name]!r}")


def overrides_for(rule: Rule, settings: Configuration) -> tuple[Override, ...]:
    """What is other for some sources, as far as it concerns this rule."""
    found = (_override(rule, layer, entry) for layer, _, entry in settings.entries("overrides"))
    return tuple(override for override in found if override.unheard or override.cap is not None)


def _override(rule: Rule, layer: Layer, entry: OverrideSettings) -> Override:
    caps: list[Severity] = [cap for name, cap in entry.severity.items() if name == rule.id]
    caps = caps or [cap for name, cap in entry.severity.items() if named_by(name, rule)]
    return Override(
        sources=layer.patterns(entry.paths),
        tiers=entry.tiers,
        unheard=any(named_by(name, rule) for name in entry.ignore),
        cap=min(caps, key=lambda cap: cap.rank, default=None),
    )
