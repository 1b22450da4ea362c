"""docs/your-own-claims.md is run: its files are written, its commands called; they print what it says they print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tutorial import TUTORIAL, replayed


def test_the_tutorial_prints_what_it_says(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert replayed(text, tmp_path) == text
    assert (tmp_path / "races.yml").is_file()


def test_a_command_that_prints_something_else_is_noticed(tmp_path: Path) -> None:
    text = "```console\n$ checker --version\nchecker 0\n$ echo $?\n1\n```"
    shown = replayed(text, tmp_path)
    assert shown != text
    assert shown.endswith("$ echo $?\n0\n```")


def test_files_are_written_and_gone_on_with(tmp_path: Path) -> None:
    text = "```yaml a.yml\nformat: 1\n```\n\n```yaml + a.yml\npack: a\n```\n\n```python\nprint()\n```"
    assert replayed(text, tmp_path) == text
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "format: 1\npack: a\n"


def test_other_programs_are_not_called(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="calls rm"):
        replayed("```console\n$ rm -r .\n```", tmp_path)
