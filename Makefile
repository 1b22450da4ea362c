# `make demo` and `make test` are the two commands of the README; both set up what they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SCRATCH := build/wheel-check

.PHONY: setup demo test lint types layers pytest wheel-check gate bench readme schema docs clean

setup: $(INSTALLED)

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

# The checker exits 1 when it has found errors, which is what the demo is for; any other status is a failure.
demo: setup
	@$(BIN)/checker check fixtures/demo; status=$$?; \
	test $$status -le 1 || exit $$status; \
	echo "(exit status $$status: 1 means that errors were found, 0 that none were)"

test: lint types layers wheel-check gate pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy --strict checker

layers: setup
	$(BIN)/lint-imports

pytest: setup
	$(BIN)/pytest -q -n auto

# Installed from its wheel, away from this folder, the program must say the same to the byte: this shows that the rules
# are inside the wheel and that no dependency is missing.
wheel-check: setup
	rm -rf $(SCRATCH)
	$(PYTHON) -m venv $(SCRATCH)/venv
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir $(SCRATCH) .
	$(SCRATCH)/venv/bin/python -m pip install --quiet --disable-pip-version-check $(SCRATCH)/*.whl
	$(BIN)/checker check fixtures/demo --exit-zero --format json > $(SCRATCH)/editable.json
	$(SCRATCH)/venv/bin/checker check fixtures/demo --exit-zero --format json > $(SCRATCH)/wheel.json
	cmp $(SCRATCH)/editable.json $(SCRATCH)/wheel.json
	$(SCRATCH)/venv/bin/claim-consistency --version

# The shipped pre-commit hook and the steps of the GitHub Action, installed from the last commit, gate fixtures/gate.
gate: setup
	$(BIN)/python -m tests.gate

bench: setup
	$(BIN)/python -m tests.benchmarks.throughput

# Puts what the demo prints today into the README, and what the tutorial's commands print into it; tests compare them.
readme: setup
	$(BIN)/python -m tests.readme
	$(BIN)/python -m tests.tutorial

# What is generated from the rules and committed; tests say when one of them is stale.
schema: setup
	$(BIN)/checker rules schema -o rules/schema.json

docs: setup
	$(BIN)/checker rules docs -o docs/rules.md

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
