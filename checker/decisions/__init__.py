"""Decisions: waivers.yml, baseline.json and the reviewers' files, and what they make of the findings of a run.

`records.py` is the schema of all that is written; `waivers.py`, `baseline.py` and `ledger.py` each read and write one
of the files; `matching.py` says which finding a decision is about, `replaced.py` which decisions still count, and
`standing.py` how each stands to the findings.
"""

from checker.decisions.given import NONE, Decisions
from checker.decisions.records import decisions_schema
from checker.decisions.standing import decide, not_understood

__all__ = ["NONE", "Decisions", "decide", "decisions_schema", "not_understood"]
