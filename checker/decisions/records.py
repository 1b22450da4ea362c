"""The schema of every decision that is written down: `- {rule: exercises.end-date, …, reason: the host counts on}`.

A waiver is what people write, an entry of the baseline what the program writes for them, a line of a reviewer's file
what the review appends. The three have the same words for the same things.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.json_schema import models_json_schema

from checker.model import Action
from checker.rulebook import good_id


def _one_rule(id: str) -> str:
    if not good_id(id):
        raise ValueError(f'"{id}" is no id of a rule; a decision is about one rule, written out')
    return id


def _some_words(reason: str) -> str:
    if not reason.strip():
        raise ValueError("the reason is empty; without one nobody can judge a waiver")
    return reason


def _day(written: object) -> object:
    """A day as YAML or JSON has it; pydantic would take "12" for a second of 1970."""
    if not isinstance(written, str):
        return written
    try:
        return date.fromisoformat(written) if len(written) == 10 else _no_day(written)
    except ValueError:
        return _no_day(written)


def _no_day(written: str) -> date:
    raise ValueError(f'"{written}" is no day; write it as 2027-02-01')


Text = Annotated[str, Field(min_length=1)]
Reason = Annotated[str, AfterValidator(_some_words)]
RuleId = Annotated[str, AfterValidator(_one_rule)]
Day = Annotated[date, BeforeValidator(_day)]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class About(_Record):
    """What a finding is known by when its fingerprint is not: the subject and the values."""

    subject: Text = Field(description="what the finding is about, under any of its names: Regional Cooperation 2022")
    values: tuple[Text, ...] = Field(
        min_length=1,
        description="the values that it is granted for, as reports show them: [2022-08-20, 2022-08-22]",
    )
    sources: tuple[Text, ...] = Field((), description="the files that it quoted, below the folder that .checker is in")


class BaselineRecord(About):
    """A finding that was there when the gate was put up. Its key is its fingerprint."""

    rule: RuleId = Field(description="the rule of the finding")


class WaiverRecord(About):
    """Somebody has looked at a finding, and it may stay for a reason."""

    rule: RuleId = Field(description="the rule of the finding: exercises.end-date")
    reason: Reason = Field(description="why it may stay; without one nobody can judge a waiver")
    action: Literal["waive", "both-valid", "not-same", "right"] = Field(
        "waive", description="waive, both-valid, not-same, or right (then the finding stays until it is mended)"
    )
    right: str = Field("", description="with action: right, the true value")
    expires: Day | None = Field(None, description="the last day on which it holds: 2027-02-01")
    by: str = Field("", description="who decided it")
    on: Day | None = Field(None, description="when it was decided: 2026-11-22")
    finding: Fingerprint | None = Field(None, description="the fingerprint of the finding, from a JSON report")
    id: str = Field("", description="a name of your own for it: W-0007")

    @model_validator(mode="after")
    def _names_the_right_value(self) -> WaiverRecord:
        return _names_what_is_right(self)


class WaiverFile(_Record):
    """`.checker/waivers.yml`."""

    format: Literal["1"] = Field(description="the version of this format")
    waivers: tuple[WaiverRecord, ...] = Field(description="the waivers, each a mapping")


class ReviewRecord(_Record):
    """A line of `.checker/decisions/<reviewer>.jsonl`: one decision of a review. Lines are appended, never changed."""

    v: Literal[1] = Field(description="the version of this format")
    id: Text = Field(description="names this decision")
    finding: Fingerprint = Field(description="the fingerprint of the finding")
    rule: RuleId = Field(description="the rule of the finding")
    what: About = Field(description="what the finding was about")
    action: Action = Field(description="waive, both-valid, not-same, right or undo")
    right: str = Field("", description="with action right, the true value")
    reason: str = Field("", description="why")
    until: Day | None = Field(None, description="the last day on which it holds")
    by: Text = Field(description="who decided it")
    at: Text = Field(description="when: 2026-11-22T14:05:00Z")
    seen: tuple[Text, ...] = Field((), description="the ids of the decisions that the reviewer had in view")

    @model_validator(mode="after")
    def _says_enough(self) -> ReviewRecord:
        if self.action is Action.waive and not self.reason.strip():
            raise ValueError("a waiver needs a reason")
        if self.action is Action.undo and not self.seen:
            raise ValueError("an undo names in seen what it takes back")
        return _names_what_is_right(self)


Record = TypeVar("Record", WaiverRecord, ReviewRecord)


def _names_what_is_right(record: Record) -> Record:
    if (record.action == Action.right) != bool(record.right):
        raise ValueError('"action: right" and "right", the true value, go together')
    return record


def decisions_schema() -> dict[str, Any]:
    """The JSON Schema of the three: a waivers file, a baseline, a line of a reviewer's file."""
    models = (WaiverFile, BaselineRecord, ReviewRecord)
    _, schema = models_json_schema([(model, "validation") for model in models])
    parts = schema["$defs"]
    parts["WaiverFile"]["properties"]["format"] = {"enum": [1, "1"], "description": "the version of this format"}
    baseline = {
        "type": "object",
        "description": "`.checker/baseline.json`: findings by their fingerprints.",
        "properties": {"format": {"const": 1}},
        "patternProperties": {"^[0-9a-f]{16}$": {"$ref": "#/$defs/BaselineRecord"}},
        "additionalProperties": False,
        "required": ["format"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Decisions of claim-consistency",
        "oneOf": [{"$ref": "#/$defs/WaiverFile"}, {"$ref": "#/$defs/Baseline"}, {"$ref": "#/$defs/ReviewRecord"}],
        "$defs": {**parts, "Baseline": baseline},
    }
