"""The tests that rules carry: `- conflict: ["It ends on 22 August 2022.", "It ended on 20 August 2022."]`.

Each item of the list is one document, a text or `{text, published}`, or one claim record with a `kind`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema, model_validator

from checker.model import Tier


def _iso_date(value: object) -> date:
    try:
        if re.fullmatch(_FORM, str(value)):  # fromisoformat also takes 20220820 and 2022-W33-6
            return date.fromisoformat(str(value))
    except ValueError:
        pass  # 2022-02-30
    raise ValueError(f'"{value}" is not a date like 2022-08-20')


_FORM = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DATE = {"type": "string", "pattern": f"^{_FORM}$"}
IsoDate = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema(_DATE)]


class TestText(BaseModel):
    """A document of a test."""

    __test__ = False  # pytest collects classes by name
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(description="the text of the document")
    published: IsoDate | None = Field(None, description="when it was published: 2022-08-20")
    name: str = Field("", description="its file name, whose ending tells the format: table.md")
    tier: Tier = Field(Tier.secondary, description="how far its source is trusted")

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class ClaimRecord(BaseModel):
    """A claim record of a test: `{kind: end_date, subject: Steppe Eagle 22, value: 2022-08-20}`."""

    model_config = ConfigDict(frozen=True, extra="allow")

    kind: str = Field(description="its claim kind; beside it subject, value and what else a dataset row may have")

    @property
    def cells(self) -> dict[str, object]:
        """The record as a dataset row would have it."""
        return {"kind": self.kind, **(self.model_extra or {})}


def _which(value: object) -> str:
    record = isinstance(value, ClaimRecord) or (isinstance(value, dict) and "text" not in value)
    return _RECORD if record or (isinstance(value, dict) and "kind" in value) else _TEXT


# Tags stand in the places of pydantic's errors among the keys, and so must not be keys themselves.
_TEXT, _RECORD = "(a text)", "(a record)"
Item = Annotated[Annotated[TestText, Tag(_TEXT)] | Annotated[ClaimRecord, Tag(_RECORD)], Discriminator(_which)]
Items = Annotated[tuple[Item, ...], Field(min_length=1)]
OUTCOMES: tuple[Literal["conflict"], Literal["ok"], Literal["unknown"]] = ("conflict", "ok", "unknown")


class RuleTest(BaseModel):
    """One test: the documents, and what the rule must say about them. `message` is the finding's exact message."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    conflict: Items | None = Field(None, description="one document each, in which the rule finds a conflict")
    ok: Items | None = Field(None, description="one document each, about which the rule says nothing")
    unknown: Items | None = Field(None, description="one document each, of which the rule cannot tell")
    message: str | None = Field(None, description="what the finding says, to the letter")

    @model_validator(mode="after")
    def _one_outcome(self) -> RuleTest:
        given = [outcome for outcome in OUTCOMES if getattr(self, outcome) is not None]
        if len(given) != 1:
            raise ValueError(
                f"a test has one of conflict, ok and unknown; this one has {' and '.join(given) or 'none'}"
            )
        if self.message is not None and given != ["conflict"]:
            raise ValueError("only a conflict has a message")
        return self

    @property
    def outcome(self) -> Literal["conflict", "ok", "unknown"]:
        return next(outcome for outcome in OUTCOMES if getattr(self, outcome) is not None)

    @property
    def items(self) -> tuple[TestText | ClaimRecord, ...]:
        return self.conflict or self.ok or self.unknown or ()
