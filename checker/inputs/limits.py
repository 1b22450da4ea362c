"""What is too large to be read: a line of 50 MB is a data dump or an attack, not prose."""

from __future__ import annotations

MOST_CHARACTERS = 10_000_000  # of an article; War and Peace has three million
LONGEST_LINE = 5_000_000  # of an article; pages without line breaks have up to one million
MOST_CELLS = 20_000_000  # of a sheet, whose file may be small for all that
MOST_BYTES = 200_000_000  # of a dataset, and of any file: what is larger is not even opened


def too_large(text: str) -> str:
    """Why the text is not read as an article, or ""."""
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > LONGEST_LINE:
                return f"line {number} has {len(line):,} characters; at most {LONGEST_LINE:,} are read"
    if len(text) > MOST_CHARACTERS:
        return f"{len(text):,} characters; of an article at most {MOST_CHARACTERS:,} are read"
    return ""
