"""What each part contributes: `python -m tests.benchmarks.ablation ../shared/cases [../shared/data]`.

One part is switched off at a time, from outside: a function that decides is replaced by one that always answers the
same, or what the part reads is erased from the claims. The product has no flags for it. Every text is read once; what
is measured anew is aligning and judging. Given a folder of data, false alarms are counted on `perturb_clean`, and on
`perturb_mutated` how many changed values are found, and how often the changed value is blamed, how often another; in
`foolmetwice` and `infotabs`, which hold one sentence against a text, what is hit and on how many items without a
conflict something is reported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

from checker import load_rules, pipeline
from checker.judge.voices import Votes
from checker.model import Claim, Finding, Part, Severity, Stance
from checker.pipeline import Extracted
from checker.rulebook import RuleBook
from tests.benchmarks.scorers import Item, as_json, cases_in, items_of, quotes, scorer


@dataclass(frozen=True, slots=True)
class Without:
    """A part that is switched off: what takes the place of which functions, and what of each scope is erased."""

    part: str
    instead: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    erased: Mapping[str, Any] = field(default_factory=dict)
    roles: tuple[str, ...] = ()

    @contextmanager
    def applied(self) -> Iterator[None]:
        """The program without the part."""
        with ExitStack() as stack:
            for name, answer in self.instead.items():
                room, function = f"checker.{name}".rsplit(".", 1)
                replaced = getattr(import_module(room), function)
                for module in _that_have(function, replaced):
                    stack.enter_context(patch.object(module, function, answer))
            yield

    def claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims without what the part reads."""
        if not self.erased and not self.roles:
            return tuple(claims)
        return tuple(self._erase(claim) for claim in claims)

    def _erase(self, claim: Claim) -> Claim:
        if claim.kind in _SUMS:
            return claim
        roles = tuple(role for role in claim.scope.roles if role[0] not in self.roles)
        return replace(claim, scope=replace(claim.scope, **self.erased, roles=roles))


def _that_have(function: str, replaced: object) -> list[ModuleType]:
    """The module that defines the function, and those that import it by name."""
    loaded = [module for name, module in sorted(sys.modules.items()) if name.startswith("checker.")]
    return [module for module in loaded if getattr(module, function, None) is replaced]


def _never(*_: object, **__: object) -> bool:
    return False


def _no_reason(*_: object, **__: object) -> str:
    return ""


def _nothing(*_: object, **__: object) -> Sequence[Any]:
    return ()


def _one_instalment(placed: Any) -> Any:
    return {None: list(placed)}


def _every_source(side: Sequence[Claim]) -> Votes:
    return Votes(len({claim.where.path for claim in side}), 0, len(side))


_NETS = {
    "matching by sentence": {"align.likeness.like_sentences": _nothing},
    "matching by slot": {"align.slots.like_slots": _nothing},
    "what is told of one name": {"align.told.told_twice": _nothing},
    "slips within one story": {"align.stories.slips_of_stories": _nothing},
    "slips of the hand": {"align.slips.is_slip": _never, "align.slips.digits_of": _no_reason},
}
_NAMED_OCCASIONS = {"align.sentences.name_other_occasions": _never}
_INSTALMENTS = {"align.instalments._by_year": _one_instalment}
_TELL_OF_OTHERS = {"align.others.tell_of_others": _no_reason}
_OTHER_TIMES = {"align.apart.of_other_times": _never, "align.updates.is_update": _never}
_CONTRAST = {
    "align.apart.in_contrast": _never,
    "align.apart.exclude_each_other": _never,
    "align.apart.name_other_countries": _never,
}
_COMPANIONS = {"align.companions.several_differ": _never}
_PLANS = {"align.apart.plan_and_outcome": _no_reason}
_SINGLE_CLAIMS = ("foolmetwice", "infotabs")  # sets of one sentence each against an article or a fact box
_SUMS = ("breakdown", "portion", "share_of")  # their parts are no scope but what is summed up
_STANCE = {"stance": Stance.asserted}
_OWNERS = ("whose", "donor", "recipient", "purpose", "phase", "instalment")

PARTS = (
    Without("nothing (all parts)"),
    *(Without(part, instead) for part, instead in _NETS.items()),
    Without("all nets (named things only)", {name: answer for net in _NETS.values() for name, answer in net.items()}),
    Without("the gate: other named occasions", _NAMED_OCCASIONS),
    Without("the gate: instalments by year", _INSTALMENTS),
    Without("the gate: both", {**_NAMED_OCCASIONS, **_INSTALMENTS}),
    Without("scope: other times, updates", _OTHER_TIMES, {"as_of": None}),
    Without("scope: parts and wholes", erased={"part": Part.whole}),
    Without("scope: speakers", erased={"speaker": None}),
    Without("scope: plans, denials, corrections", _PLANS, _STANCE),
    Without("scope: owners, donors, phases", roles=_OWNERS),
    Without("scope: words in contrast, countries", _CONTRAST),
    Without("scope: other values beside it", _COMPANIONS),
    Without("scope: what else is told (`others`)", _TELL_OF_OTHERS),
    Without(
        "all scope rules",
        {**_OTHER_TIMES, **_CONTRAST, **_COMPANIONS, **_PLANS, "align.apart.not_comparable": _no_reason},
        {"as_of": None, "part": Part.whole, "speaker": None, **_STANCE},
        _OWNERS,
    ),
    Without("the copy rule", {"judge.voices.votes": _every_source, "judge.voices.of_one_sentence": _never}),
)


class Read(NamedTuple):
    """An item, and what was read in its documents."""

    item: Item
    extracted: Extracted


def main() -> None:
    """Measures each part and prints the rows of a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ablation", description=__doc__)
    parser.add_argument("cases", type=Path, help="folder with score.py and cases/*.yaml")
    parser.add_argument("data", type=Path, nargs="?", help="folder with score.py and perturb_*.jsonl.gz")
    parser.add_argument("--only", default="", help="parts whose name has this in it")
    arguments = parser.parse_args()
    rules = load_rules()
    cases = [_read(item, rules) for item in cases_in(arguments.cases)]
    sets: dict[str, list[Read]] = {}
    score = scorer(arguments.data) if arguments.data else None
    if score is not None:
        for name in ("perturb_clean", "perturb_mutated", *_SINGLE_CLAIMS):
            sets[name] = [_read(item, rules) for item in items_of(name, score)]
    heads = [
        "without",
        "recall",
        "precision",
        "silent",
        "alarms per cluster",
        "changes found",
        "blamed / another",
        "claims hit",
        "alarms on them",
    ]
    heads = heads if score is not None else heads[:4]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for part in PARTS:
        if arguments.only in part.part:
            with part.applied():
                row = [part.part, *_of_cases(cases, part, rules, scorer(arguments.cases))]
                if score is not None:
                    row += [*_of_clusters(sets, part, rules, score), *_of_single_claims(sets, part, rules, score)]
            print(f"| {' | '.join(row)} |", flush=True)


def _read(item: Item, rules: RuleBook) -> Read:
    return Read(item, pipeline.extract(item.documents, rules))


def _findings(read: Read, part: Without, rules: RuleBook) -> list[Finding]:
    """Errors and warnings of a check that reads nothing again."""
    extracted = read.extracted._replace(claims=part.claims(read.extracted.claims))
    with patch("checker.pipeline.extract", lambda *_: extracted):
        found = pipeline.run((), rules).findings
    return [one for one in found if one.severity is not Severity.note]


def _of_cases(cases: Sequence[Read], part: Without, rules: RuleBook, score: ModuleType) -> list[str]:
    results = [
        score.score_case(one.item.record, [as_json(found) for found in _findings(one, part, rules)]) for one in cases
    ]
    total = score.summarise(results)
    return [
        f"{total['recall_loud']}/{total['conflicts']}",
        f"{total['useful']}/{total['loud']}",
        f"{total['clean_silent']}/{total['clean_cases']}",
    ]


def _of_clusters(sets: Mapping[str, Sequence[Read]], part: Without, rules: RuleBook, score: ModuleType) -> list[str]:
    untouched = {one.item.record["id"]: _findings(one, part, rules) for one in sets["perturb_clean"]}
    alarms = sum(len({quotes(found) for found in findings}) for findings in untouched.values())
    known = {name: {quotes(found) for found in findings} for name, findings in untouched.items()}
    hit = blamed = another = 0
    for one in sets["perturb_mutated"]:
        base = known.get(one.item.record["meta"]["base"], set())
        new = [found for found in _findings(one, part, rules) if quotes(found) not in base]
        hits = [found for found in new if score.hits(one.item.record, [quotes(found)])]
        hit += bool(hits)
        outliers = [outlier for found in hits if (outlier := _blamed(found))]
        rightly = any(score.hits(one.item.record, [outlier]) for outlier in outliers)
        blamed += rightly
        another += bool(outliers) and not rightly
    return [f"{alarms / len(untouched):.2f}", f"{hit}/{len(sets['perturb_mutated'])}", f"{blamed} / {another}"]


def _of_single_claims(
    sets: Mapping[str, Sequence[Read]], part: Without, rules: RuleBook, score: ModuleType
) -> list[str]:
    """Core conflicts that are hit, and items without a conflict on which something is reported."""
    items = [one for name in _SINGLE_CLAIMS for one in sets[name]]
    core = [
        one for one in items if one.item.record["label"] == "conflict" and one.item.record["meta"]["scope"] == "core"
    ]
    consistent = [one for one in items if one.item.record["label"] == "consistent"]
    hit = sum(score.hits(one.item.record, map(quotes, _findings(one, part, rules))) for one in core)
    alarms = sum(bool(_findings(one, part, rules)) for one in consistent)
    return [f"{hit}/{len(core)}", f"{alarms}/{len(consistent)}"]


def _blamed(found: Finding) -> frozenset[tuple[str, str]]:
    """The quotes of the outlier; none where nothing tells which side is right."""
    if found.because == "nothing tells which side is right":
        return frozenset()
    return frozenset((claim.where.path, claim.quote) for claim in found.sides[0].claims)


if __name__ == "__main__":
    main()
