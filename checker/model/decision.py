"""Decisions: somebody has looked at "ends on August 22 and on August 20" and said what is to become of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Origin(StrEnum):
    """Where a decision is written down."""

    waiver = "waiver"  # .checker/waivers.yml, granted with `checker waive` or by hand
    baseline = "baseline"  # .checker/baseline.json, what was there when the gate was put up
    inline = "inline"  # in the source itself: <!-- checker: ignore RULE -- reason -->
    review = "review"  # .checker/decisions/REVIEWER.jsonl


class Action(StrEnum):
    """What was decided. Only `right` leaves the finding open, until the wrong source is mended; and `undo` takes back
    decisions, as if they had never been made."""

    waive = "waive"  # it may stay as it is, for the reason given
    both_valid = "both-valid"  # the values do not exclude each other
    not_same = "not-same"  # the claims are about two things
    right = "right"  # the value in `right` is the true one
    undo = "undo"  # the decisions in `seen` are taken back


class State(StrEnum):
    """How a decision stands to the findings of a run."""

    active = "active"  # it settles a finding of this run
    lapsed = "lapsed"  # the disputed values are others than those it was made for
    expired = "expired"  # its last day is over
    unused = "unused"  # its rule and its sources were checked, and there is no such finding any more
    not_checked = "not checked"  # its rule or a source of it took no part in this run
    disputed = "disputed"  # another reviewer decided otherwise, and neither had seen the other's decision
    replaced = "replaced"  # a later decision, or an undo, has taken its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about one finding, which `finding` (its fingerprint) names; `rule`, `subject` and `values` are those
    it was made for. `seen` are the ids of earlier decisions on the same finding that the reviewer had in view. One that
    stands in a source names its rule alone, and is for what is said at its `reach`."""

    rule: str
    finding: str = ""
    subject: str = ""
    values: tuple[str, ...] = ()
    action: Action = Action.waive
    right: str = ""  # the true value, where the action says so
    reason: str = ""
    by: str = ""
    at: str = ""  # when: 2026-11-22, or 2026-11-22T14:05:00Z
    until: date | None = None  # the last day on which it holds
    seen: tuple[str, ...] = ()
    id: str = ""
    origin: Origin = Origin.waiver
    path: str = ""  # of the file that it is written in, and the line
    line: int = 0
    sources: tuple[str, ...] = ()  # the files that the finding quoted
    reach: tuple[int, int] | None = None  # offsets in the source that an inline one stands in

    @property
    def settles(self) -> bool:
        """Whether a finding that it is about may stay."""
        return self.action not in (Action.right, Action.undo)


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision in a run, and why it stands so; `findings` are the fingerprints of those that it is about."""

    decision: Decision
    state: State
    because: str = ""
    findings: tuple[str, ...] = ()
