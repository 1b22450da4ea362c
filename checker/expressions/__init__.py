"""The typed expression subset of rules: `year(suffix) in (year(end), fiscal_year(end, 10))`.

An expression is parsed with `ast`, checked against the types of the names it may use when its file loads, and compiled
to Python code of our own making (`generating.py`). It cannot loop, call anything but the closed list of functions in
`functions.py`, or read an attribute that is not a field in `types.py`. Its answer has three values: what is missing or
cannot be computed makes it `Unknown`, which is neither a conflict nor a pass.
"""

from checker.expressions.comparing import in_order
from checker.expressions.explaining import Clause, reading, shown
from checker.expressions.expression import Expression, compile_expression, read_expression
from checker.expressions.mistake import Mistake
from checker.expressions.nearest import did_you_mean, nearest
from checker.expressions.types import (
    FIELD_NAMES,
    NUMBER,
    TEXT,
    TRUTH,
    WRONG,
    Type,
    Unknown,
    claim_type,
    fields_of,
    too_large,
    type_of_constant,
)

__all__ = [
    "FIELD_NAMES",
    "NUMBER",
    "TEXT",
    "TRUTH",
    "WRONG",
    "Clause",
    "Expression",
    "Mistake",
    "Type",
    "Unknown",
    "claim_type",
    "compile_expression",
    "did_you_mean",
    "fields_of",
    "in_order",
    "nearest",
    "read_expression",
    "reading",
    "shown",
    "too_large",
    "type_of_constant",
]
