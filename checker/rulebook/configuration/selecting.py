"""Which rules run: `select = ["exercises"]`, `extend-select = ["strict"]`, `ignore = ["tag:dates"]`, `preview = true`.

The layers of a configuration speak in turn, the command line last. In each, what names a rule by its id weighs more
than what names its pack or a tag; `select` begins anew, `extend-select` adds, `ignore` takes away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from checker.expressions import nearest
from checker.model import Problem
from checker.model.errors import MOST_PROBLEMS
from checker.rulebook.configuration.layers import Configuration, Layer
from checker.rulebook.faults import Location
from checker.rulebook.rule import Rule, Status

_TAG = "tag:"


def groups_of(rule: Rule) -> frozenset[str]:
    """What a rule can be named by, apart from its id."""
    return frozenset({pack_of(rule.id), *(f"{_TAG}{tag}" for tag in rule.tags)})


def pack_of(id: str) -> str:
    """`exercises.end-date` is of the pack `exercises`."""
    return id.partition(".")[0]


def named_by(name: str, rule: Rule) -> bool:
    """Whether the name is the rule's id, its pack or one of its tags."""
    return name == rule.id or name in groups_of(rule)


def chosen(rules: Mapping[str, Rule], off: Collection[str], settings: Configuration) -> frozenset[str]:
    """The ids of the rules that run. `off` are those that run only when they are asked for."""
    preview = settings.value("preview")
    usual = {id for id, rule in rules.items() if preview or rule.status is not Status.preview}
    on = usual - set(off)
    for layer in settings.layers:
        select = layer.get("select")
        if select is not None:
            on = set()
        asked, ignored = {*(select or ()), *(layer.get("extend-select") or ())}, {*(layer.get("ignore") or ())}
        on |= {id for id in usual if groups_of(rules[id]) & asked}
        on -= {id for id in on if groups_of(rules[id]) & ignored}
        on = (on | (asked & rules.keys())) - ignored
    return frozenset(on)


def unknown_names(rules: Mapping[str, Rule], settings: Configuration) -> Iterator[Problem]:
    """What names no rule, pack or tag. Layers that were written for other rules are not asked."""
    known = {*rules, *(group for rule in rules.values() for group in groups_of(rule))}
    for layer in settings.layers:
        if layer.hidden:
            continue
        wrong = [one for one in _named(layer) if one[1] not in (rules if one[0][0] == "rule" else known)]
        if len(wrong) > MOST_PROBLEMS:
            more = len(wrong) - MOST_PROBLEMS
            yield Problem(f"{more:,} more names of no rule, which are not shown", layer.origin if layer.written else "")
        for at, name, is_key in wrong[:MOST_PROBLEMS]:
            if at[0] == "rule":
                help = _suggestion(name, rules)
                if name in known:
                    help = f'"{name}" is a pack or a tag: settings are of single rules'
                yield layer.complain(at, f'no rule "{name}"', help, key=is_key)
            else:
                what = "tag" if name.startswith(_TAG) else "rule or pack"
                message = f'no {what} "{name.removeprefix(_TAG)}"'
                yield layer.complain(at, message, _suggestion(name, known), key=is_key)


def nothing_left(settings: Configuration) -> Problem:
    """That no rule runs, where the configuration says so; silence would look like a clean bill."""
    message = "no rule is left to check with"
    help = "select more or ignore less; rules that are still tried run with preview = true"
    for key in ("select", "ignore"):
        layer = settings.deciding(key)
        if layer is not None:
            return layer.complain((key,), message, help)
    return Problem(message, help=help)


def deprecated(rules: Mapping[str, Rule], settings: Configuration) -> Iterator[Problem]:
    """Rules that are asked for by their id although they will go."""
    for key in ("select", "extend-select"):
        for layer, at, name in settings.entries(key):
            if name in rules and rules[name].status is Status.deprecated:
                help = f"see what took its place: checker rule {name}"
                yield layer.complain(at, f'rule "{name}" is deprecated', help)


def _named(layer: Layer) -> Iterator[tuple[Location, str, bool]]:
    """Every name of rules that a layer gives: where, and whether it is a key."""
    for key in ("select", "extend-select", "ignore"):
        for number, name in enumerate(layer.get(key) or ()):
            yield (key, number), name, False
    for id in layer.get("rule") or ():
        yield ("rule", id), id, True
    for number, entry in enumerate(layer.get("overrides") or ()):
        for place, name in enumerate(entry.ignore):
            yield ("overrides", number, "ignore", place), name, False
        for name in entry.severity:
            yield ("overrides", number, "severity", name), name, True


def _suggestion(name: str, known: Iterable[str]) -> str:
    choices = sorted(known)
    if f"{_TAG}{name}" in choices:
        return f"it is a tag: write {_TAG}{name}"
    near = nearest(name, choices)
    if near is not None:
        return f'did you mean "{near}"?'
    if name.startswith(_TAG):
        return f"tags: {', '.join(tag.removeprefix(_TAG) for tag in choices if tag.startswith(_TAG)) or 'none'}"
    return f"packs: {', '.join(sorted({pack_of(id) for id in choices if '.' in id}))}; checker rules list has the rules"
