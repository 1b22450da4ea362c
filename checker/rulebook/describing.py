"""What `checker rule ID` tells: title, why, what the rule reads, its tests as examples."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import getdoc

from checker.rulebook.rule import Rule
from checker.rulebook.tests import RuleTest, TestText


@dataclass(frozen=True, slots=True)
class Example:
    """A test as an example: `("conflict", ("It ends on 22 August 2022.", "It ended on 20 August 2022."))`."""

    outcome: str
    items: tuple[str, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A rule in plain data. `settings` are the keys that decide what it finds, as YAML would show them; `manual` is the
    docstring of its kind; `reads` names what it needs of the claims."""

    id: str
    pack: str
    kind: str
    title: str
    why: str
    severity: str
    status: str
    tags: tuple[str, ...]
    path: str
    line: int
    claim_kinds: tuple[str, ...]
    reads: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    message: str
    examples: tuple[Example, ...]
    manual: str


def describe(rule: Rule) -> Description:
    """Everything that there is to say about a rule."""
    own = [name for name in type(rule).model_fields if name not in Rule.model_fields]
    given = [name for name in (*own, "where", "params", "paths") if name in rule.model_fields_set]
    return Description(
        id=rule.id,
        pack=rule.id.partition(".")[0],
        kind=rule.kind,
        title=rule.title,
        why=rule.why.strip(),
        severity=rule.severity.value,
        status=rule.status.value,
        tags=rule.tags,
        path=rule.path,
        line=rule.line,
        claim_kinds=rule.claim_kinds,
        reads=tuple(f"{name}.{field}" for name, fields in rule.reads.items() for field in fields) or rule.claim_kinds,
        settings=tuple((name, _as_yaml(getattr(rule, name))) for name in given),
        message=rule.message,
        examples=tuple(_example(test) for test in rule.tests),
        manual=getdoc(type(rule)) or "",
    )


def _example(test: RuleTest) -> Example:
    items = tuple(_text(item) if isinstance(item, TestText) else _as_yaml(item.cells) for item in test.items)
    return Example(test.outcome, items, test.message or "")


def _text(item: TestText) -> str:
    known = [
        item.name,
        f"published {item.published.isoformat()}" if item.published else "",
        f"a {item.tier.value} source" if "tier" in item.model_fields_set else "",
    ]
    about = "; ".join(words for words in known if words)
    return " ".join(item.text.split()) + (f" ({about})" if about else "")


def _as_yaml(value: object) -> str:
    """`{suffix: year_suffix, end: end_date}`, `[a, b]`, `overlap`."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_as_yaml(item)}" for key, item in value.items()) + "}"
        case tuple() | list() if len(value) == 1:
            return _as_yaml(value[0])
        case tuple() | list():
            return "[" + ", ".join(_as_yaml(item) for item in value) + "]"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)
