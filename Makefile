# claimbook: every target builds the environment first when it is missing or out of date.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help review test fuzz lint lab charts notebooks quality lock clean

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

review: $(VENV)/.run ## Check the articles: validate, compare, check, draw the charts, run the notebooks, sum up
# Exit code 1 says that there are findings: the review did its work, so make must not call that a failure.
	@$(BIN)/claimbook review . || [ $$? -eq 1 ]

test: $(VENV)/.dev ## Lint, types, import rules and tests
	@$(BIN)/python scripts/ci.py

fuzz: $(VENV)/.dev ## Property tests on fresh cases, until one fails or ten rounds pass
	@for round in 1 2 3 4 5 6 7 8 9 10; do CLAIMBOOK_TESTS=fuzz $(BIN)/pytest -q -n auto -m hypothesis tests || exit 1; done

lint: $(VENV)/.dev ## Lint, types and import rules only
	@$(BIN)/python scripts/ci.py --no-tests

lab: $(VENV)/.run ## Open the notebooks in JupyterLab
	@$(BIN)/jupyter lab --notebook-dir=. notebooks/01_claims.ipynb

charts: $(VENV)/.run ## Draw every chart again, at full and column width (SVG, PNG and CSV in notebooks/figures)
	@$(BIN)/claimbook chart --all
	@$(BIN)/claimbook chart --all --column

notebooks: $(VENV)/.run ## Execute the notebooks and store their outputs
	@$(BIN)/claimbook notebooks

quality: $(VENV)/.dev ## Score the open test sets where they are, against the pinned floors
	@$(BIN)/python scripts/quality.py

lock: $(VENV)/.dev ## Pin the environment anew (both lock files and environment.yml)
	@$(BIN)/python scripts/lock.py

clean: ## Remove the environment and everything built
	rm -rf $(VENV) build

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "claimbook needs Python 3.11 to 3.13: install it, or name one: make review PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "claimbook needs Python 3.11 to 3.13; $(PYTHON) is another. Name one: make review PYTHON=python3.12"; exit 2; }
	@echo "Building the environment in $(VENV) (once; a few minutes)" >&2
	@$(PYTHON) -m venv $(VENV)

# --require-hashes: nothing is installed that the lock does not name; the package itself comes last and brings nothing.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
