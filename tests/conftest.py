"""Nobody's configuration disturbs the tests: above their folders stands an empty "checker.toml", where the search ends.

This project's own pyproject.toml has an empty [tool.checker] for the same reason.
"""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_configuration_from_outside(tmp_path_factory: pytest.TempPathFactory) -> None:
    (tmp_path_factory.getbasetemp() / "checker.toml").touch()
