"""A rule to begin with: `draft("bridges.opening", "agree", ["start_date"], kinds)` is a rule file with comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Kind
from checker.rulebook.drafts.examples import said_of
from checker.rulebook.drafts.templates import TEMPLATES, Tests
from checker.rulebook.kinds import rule_kinds
from checker.rulebook.rule import Rule
from checker.rulebook.schema.keys import first_line

_SAVED = """\
# yaml-language-server: $schema={schema}
# With the schema (checker rules schema -o {schema}) an editor completes and checks this file as it is typed.
# `checker rules test --rules {file}` runs the tests below; with --mutate it says what they would not notice.
format: 1
pack: {pack}  # {about_pack}
rules:
"""
_PREVIEW = """\
    status: preview  # delete this line when the rule has its tests: without a conflict and an ok test it does not load
    # tests:
    #   - conflict: ["a text that it must catch", "and another document, if it takes two"]
    #   - ok: ["a text that it must leave alone"]
"""


def draft(
    id: str,
    kind: str,
    on: Sequence[str],
    kinds: Mapping[str, Kind],
    *,
    file: str = "FILE",
    schema: str = "schema.json",
    tested: bool = True,
) -> str:
    """A rule file with one rule of that kind, over those claim kinds, which must be known; without any, over the usual
    ones. `tested=False` leaves its tests to be written, and makes it a preview."""
    template = TEMPLATES[kind]
    model, over = rule_kinds()[kind], tuple(on) or template.on
    values = [said_of(kinds[name]) for name in over]
    tests = template.tests([said for said in values if said]) if all(values) and tested else None
    given = {
        "id": id,
        "kind": kind,
        **template.keys(over),
        "title": template.title,
        "why": "Say which real mistake it catches.",
        "severity": "warning",
        "message": f'"{template.message}"',
    }
    pack = id.partition(".")[0]
    lines = [_SAVED.format(schema=schema, file=file, pack=pack, about_pack="the ids of its rules begin with it")]
    lines += [f"  # {first_line(model)}\n"]
    lines += [_key(name, value, model, first=name == "id") for name, value in given.items()]
    left = [name for name in model.model_fields if name not in (*given, "tests", "survivors", "status")]
    lines += [f"    # {name}:  # {_about(model, name)}\n" for name in left]
    lines += [_tests(tests) if tests else _PREVIEW]
    return "".join(lines)


def _key(name: str, value: str, model: type[Rule], *, first: bool) -> str:
    return f"  {'- ' if first else '  '}{name}: {value}  # {_about(model, name)}\n"


def _about(model: type[Rule], name: str) -> str:
    if name == "kind":
        return f"one of {', '.join(sorted(rule_kinds()))}"
    return model.model_fields[name].description or ""


def _tests(tests: Tests) -> str:
    """Each item of a list is one document or record; a test of what the rule cannot tell would be `unknown`."""
    lines = ["    tests:  # each item of a list is one document: a text, {text, published, name}, or a record\n"]
    for outcome, items in zip(("conflict", "ok"), tests, strict=True):
        lines.append(f"      - {outcome}:\n")
        lines += [f"          - {item}\n" for item in items]
    return "".join(lines)
