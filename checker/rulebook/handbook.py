"""The handbook of rules as Markdown, from their own records: `exercises.end-date`, why there is one, and its examples.

`checker rules docs -o docs/rules.md` writes the one of the shipped packs; own packs get theirs in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.expressions import claim_type
from checker.model import Kind
from checker.reports.safe import safe
from checker.rulebook.describing import Description, Example

_LEAD = """\
# Rules

Written by `checker rules docs` from the rules themselves; to change it, change a rule.

A rule finds conflicts of one sort. Choose rules by id or by pack with `--select` and `--ignore`, and read about one in
the terminal with `checker rule ID`. An **error** says that somebody is wrong, a **warning** that somebody probably is,
a **note** that something is worth a look.
"""
_OUTCOMES = {
    "conflict": "It finds a conflict in:",
    "ok": "It is silent about:",
    "unknown": "It cannot tell, and says nothing, about:",
}
# What Markdown would take for more than text.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def handbook(rules: Sequence[Description], kinds: Mapping[str, Kind], off: Iterable[str] = ()) -> str:
    """The handbook of these rules and of the claim kinds that rules may name; `off` are the ids of those rules that are
    used only if they are named."""
    spare = frozenset(off)
    packs = {pack: [rule for rule in rules if rule.pack == pack] for pack in sorted({rule.pack for rule in rules})}
    lines = [_LEAD, *_contents(packs, spare)]
    for pack, members in packs.items():
        lines += ["", f"## {pack}"]
        for rule in members:
            lines += ["", *_section(rule, rule.id in spare)]
    lines += [
        "",
        "## Kinds of rules",
        "",
        "What the keys of a rule mean; `checker rules new` writes one to begin with.",
    ]
    for kind, manual in sorted({rule.kind: rule.manual for rule in rules}.items()):
        lines += ["", f"### kind: {kind}", "", manual]
    lines += ["", "## Claim kinds", "", *_claim_kinds(kinds.values())]
    return "\n".join(lines) + "\n"


def _contents(packs: dict[str, list[Description]], off: frozenset[str]) -> Iterator[str]:
    """A table of each pack's rules, with links."""
    for pack, members in packs.items():
        yield f"**[{pack}](#{_anchor(pack)})**"
        yield ""
        yield "| rule | severity | what must hold |"
        yield "|---|---|---|"
        for rule in members:
            yield f"| [{rule.id}](#{_anchor(rule.id)}) | {_weight(rule, rule.id in off)} | {_text(rule.title)} |"
        yield ""
    yield "[Kinds of rules](#kinds-of-rules) · [Claim kinds](#claim-kinds)"


def _claim_kinds(kinds: Iterable[Kind]) -> Iterator[str]:
    """A table of what may stand under `on` and `bind`."""
    yield "What rules may name under `on`, `bind` and `needs`. A rule file may define more under `kinds`."
    yield ""
    yield "| kind | what it claims | its value | put together by |"
    yield "|---|---|---|---|"
    for kind in sorted(kinds, key=lambda kind: kind.name):
        by = "the sentence (`restated`)" if kind.by_sentence else "the subject (`agree`)"
        yield f"| {_code(kind.name)} | {_text(kind.title)} | {claim_type(kind.model)} | {by} |"


def _section(rule: Description, off: bool) -> Iterator[str]:
    yield f"### {rule.id}"
    yield ""
    yield f"**{_text(rule.title)}.** {_text(rule.why)}"
    yield ""
    facts = [
        ("severity", _weight(rule, off)),
        ("kind", f"[{rule.kind}](#kind-{rule.kind})"),
        ("tags", _text(", ".join(rule.tags))),
        ("reads", ", ".join(_code(name) for name in rule.reads)),
        *((name, _code(value)) for name, value in rule.settings),
        ("message", _code(rule.message)),
        ("written in", _text(rule.path)),
    ]
    yield from (f"- {name}: {words}" for name, words in facts if words)
    for outcome, lead in _OUTCOMES.items():
        examples = [example for example in rule.examples if example.outcome == outcome]
        if examples:
            yield from ("", lead, "")
            yield from (line for example in examples for line in _example(example))


def _example(example: Example) -> Iterator[str]:
    """The documents of one test as one item of a list, and what the finding says."""
    items = [_text(item) for item in example.items]
    if example.message:
        items.append(f"*{_text(example.message)}*")
    for number, item in enumerate(items):
        end = "" if number == len(items) - 1 else "  "  # two spaces break the line
        yield f"{'  ' if number else '- '}{item}{end}"


def _weight(rule: Description, off: bool) -> str:
    further = [*([rule.status] if rule.status != "stable" else []), *(["off unless it is named"] if off else [])]
    return f"{rule.severity} ({', '.join(further)})" if further else rule.severity


def _anchor(heading: str) -> str:
    """The link to a heading, as GitHub makes it: without dots."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _text(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", safe(" ".join(words.split())))


def _code(words: str) -> str:
    """Words as code, also if there are backticks in them."""
    shown = safe(" ".join(words.split()))
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    return f"{fence} {shown} {fence}" if len(fence) > 1 else f"`{shown}`"
