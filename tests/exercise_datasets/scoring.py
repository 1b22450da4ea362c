"""What a report finds of the planted slips: found, missed, and alarms where nothing is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

_BY_NAME = ("year_suffix", "exercise_name")


class Score(NamedTuple):
    """Per sort of slip how many were planted, decidable, found; and the findings that touch no slipped row."""

    planted: Counter[str]
    decidable: Counter[str]
    found: Counter[str]
    found_undecidable: Counter[str]
    missed: list[Mapping[str, Any]]
    alarms: list[Mapping[str, Any]]
    notes: int
    beside: int  # findings in a slipped row about another cell of it


def score(report: Mapping[str, Any], truth: Mapping[str, Any]) -> Score:
    """A slip is found if an error or warning names one of its cells; an alarm is one that names no slipped row."""
    slips: Sequence[Mapping[str, Any]] = truth["slips"]
    rows = {(slip["dataset"], slip["line"]): slip for slip in slips}
    heard = [found for found in report["findings"] if found["severity"] != "note"]
    hit: set[tuple[str, int]] = set()
    alarms, beside = [], 0
    for found in heard:
        places = {(PurePath(claim["path"]).stem, claim["line"], claim["kind"]) for claim in found["claims"]}
        slipped = [rows[path, line] for path, line, _ in places if (path, line) in rows]
        if not slipped:
            alarms.append(found)
        named = [
            slip for slip in slipped if any((slip["dataset"], slip["line"], kind) in places for kind in slip["kinds"])
        ]
        hit.update((slip["dataset"], slip["line"]) for slip in named)
        beside += bool(slipped) and not named
    result = Score(Counter(), Counter(), Counter(), Counter(), [], alarms, len(report["findings"]) - len(heard), beside)
    for slip in slips:
        sort, is_hit = slip["sort"], (slip["dataset"], slip["line"]) in hit
        result.planted[sort] += 1
        result.decidable[sort] += slip["decidable"]
        result.found[sort] += is_hit and slip["decidable"]
        result.found_undecidable[sort] += is_hit and not slip["decidable"]
        if slip["decidable"] and not is_hit:
            result.missed.append(slip)
    return result


def shown(result: Score) -> str:
    """The table, then what was missed and the alarms, for whoever wants to know why."""
    lines = [f"{'':26}planted  decidable  found  undecidable found"]
    for sort in [*sorted(result.planted), "all"]:
        figures = [
            counter.total() if sort == "all" else counter[sort]
            for counter in (result.planted, result.decidable, result.found, result.found_undecidable)
        ]
        lines.append(f"{sort:26}{figures[0]:7}{figures[1]:11}{figures[2]:7}{figures[3]:19}")
    lines.append(f"alarms {len(result.alarms)}, notes {result.notes}, other cells of slipped rows {result.beside}")
    lines += [
        f"missed {slip['dataset']}:{slip['line']} {slip['sort']}: {slip['before']} → {slip['after']}"
        for slip in result.missed
    ]
    for alarm in result.alarms:
        places = ", ".join(
            f"{PurePath(claim['path']).name}:{claim['line']} {claim['text']}" for claim in alarm["claims"]
        )
        lines.append(f"alarm {alarm['rule']}: {alarm['message']} ({places})")
    return "\n".join(lines)
