# The two commands of the README: `make run` and `make test`; both do their own set-up.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test setup lint types unit bench docs lock clean

run: setup
	@sh scripts/run.sh

test: setup lint types unit

setup:
	@PYTHON=$(PYTHON) sh scripts/setup.sh

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

unit:
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench

# After changing a rule: the manual is made from the rules themselves.
docs: setup
	$(BIN)/python main.py rules --format md > docs/rules.md

# After changing a pin in pyproject.toml.
lock:
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --python-version 3.11 --no-header -o requirements.txt

clean:
	rm -rf .venv out .pytest_cache .mypy_cache .ruff_cache .hypothesis
