"""The decisions that a command is given: `--waivers FILE`, `--no-decisions`, and what day it is."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.decisions import Decisions
    from checker.decisions.store import Store
    from checker.rulebook import Configuration


def store_for(settings: Configuration) -> Store:
    """Where the project's decisions are: in `.checker` beside its configuration, or where the settings say."""
    from checker.decisions.store import Store

    return Store.of(settings.home, settings.file("waivers"), settings.file("baseline"))


def decisions_for(
    settings: Configuration, today: str | None, *, none: bool = False, new_baseline: bool = False
) -> Decisions:
    """What was decided before, or nothing at all; a `new_baseline` need not be there. Raises CheckerError."""
    from checker.decisions import Decisions
    from checker.model import CheckerError, Problem

    if not none:
        store = store_for(settings)
        asked = store.asked - {"baseline"} if new_baseline else store.asked
        return replace(store, asked=asked).load(day(today))
    for key in ("waivers", "baseline"):
        layer = settings.deciding(key)
        if layer is not None and layer.written is None:
            raise CheckerError(Problem(f"--{key} and --no-decisions exclude each other", help="leave out one of them"))
    return Decisions(inline=False)


def day(given: str | None, option: str = "--today") -> date:
    """The day that an option gives, else that of SOURCE_DATE_EPOCH, else today."""
    from checker.model import CheckerError, Problem

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given is not None:
            return date.fromisoformat(given)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()
    except (ValueError, OverflowError, OSError):
        wrong = f'{option} "{given}"' if given is not None else f'SOURCE_DATE_EPOCH "{epoch}"'
        help = "a day is written as 2027-02-01" if given is not None else "it is a number of seconds"
        raise CheckerError(Problem(f"{wrong} is no day", help=help)) from None
