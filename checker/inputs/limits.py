"""What is too large to be an article: a line of 50 MB is a data dump or an attack, not prose."""

from __future__ import annotations

MOST_CHARACTERS = 50_000_000  # a document; War and Peace has three million
LONGEST_LINE = 5_000_000  # a line; pages without line breaks have up to one million


def too_large(text: str) -> str:
    """Why the text is not read, or ""."""
    if len(text) > MOST_CHARACTERS:
        return f"{len(text):,} characters; at most {MOST_CHARACTERS:,} are read"
    if len(text) > LONGEST_LINE:
        start = 0
        number = 1
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if end - start > LONGEST_LINE:
                return f"line {number} has {end - start:,} characters; at most {LONGEST_LINE:,} are read"
            start, number = end + 1, number + 1
    return ""
