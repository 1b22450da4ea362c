"""What must not be imported when: "checker --version" answers without pydantic, rich or quantulum3."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import checker
from checker._version import __version__

PACKAGE = Path(checker.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def loaded_by(statement: str) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded after `statement`."""
    program = f"{statement}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines()[-1].split())


def test_the_version_is_told_without_heavy_imports() -> None:
    program = "import sys\nfrom checker.cli import main\nsys.argv = ['checker', '--version']\ntry:\n    main()"
    loaded = loaded_by(f"{program}\nexcept SystemExit as exit:\n    assert not exit.code")
    assert loaded.isdisjoint({"pydantic", "rich", "yaml", "quantulum3", "rapidfuzz"})


def test_the_version_has_one_source() -> None:
    assert checker.__version__ == __version__


def test_quantulum3_waits_until_a_unit_needs_it() -> None:
    checked = "from checker import Document, check, load_rules\n"
    checked += "check([Document.from_text('a.txt', 'Amber Lantern 24 ends on 9 May 2024.')], load_rules())"
    assert loaded_by(checked).isdisjoint({"quantulum3", "inflect", "textual"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert len(docstring.splitlines()[0]) > 20
