# flowdesk: `make run` runs the seed pipeline, `make open` opens the window, `make test` runs every test.
# Each installs what is missing first: Qt's system libraries with apt-get (as root; otherwise it prints the
# line to type), and the Python packages into $(VENV).

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIPELINE ?= pipelines/xcom.toml

.DEFAULT_GOAL := help
.PHONY: help setup developing system servers run open test lint bench bench-peers screenshot translations clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s%s\n", $$1, $$2}'

setup: system $(VENV)/.installed ## Install what the program needs
developing: system $(VENV)/.developing ## Install what its tests and tools need as well

# Written last, so that an installation that broke off is begun again.
$(VENV)/.installed: WHAT = .
$(VENV)/.developing: WHAT = .[dev]
$(VENV)/.installed $(VENV)/.developing: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '$(WHAT)'
	@touch $@

system:
	@PYTHON=$(PYTHON) .ci/system-packages

run: setup ## Run the seed pipeline in the terminal (PIPELINE=FILE for another)
	$(BIN)/flowdesk run $(PIPELINE)

open: setup ## Open the window on the seed pipeline (PIPELINE=FILE for another)
	$(BIN)/flowdesk open $(PIPELINE)

servers:
	@PYTHON=$(PYTHON) .ci/system-packages servers

PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --dist loadfile
WINDOWS := tests/gui tests/journeys

# Windows by themselves: no test that forks and kills shares a process with what Qt has left there.
test: developing servers lint ## Check the code and run every test
	$(PYTEST) $(WINDOWS:%=--ignore=%)
	$(PYTEST) $(WINDOWS)

# Not all that lies here: what somebody tries out in the clone is theirs.
SOURCES := flowdesk pipelines tests

lint: developing ## Check style, format and types
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy

bench: developing ## Run the benchmarks and sum up their goals (BENCH="--only run layout" for some)
	$(BIN)/python -m tests.benchmarks $(BENCH)

PEERS := ninja doit luigi dask

bench-peers: $(PEERS:%=.venv-peers/%/.installed) ## Install what the benchmarks compare with, apart from each other
	@PYTHON=$(PYTHON) .ci/system-packages peers

.venv-peers/dask/.installed: AND = distributed
.venv-peers/%/.installed:
	$(PYTHON) -m venv .venv-peers/$*
	.venv-peers/$*/bin/python -m pip install --quiet --disable-pip-version-check $* $(AND)
	@touch $@

screenshot: developing ## Make the pictures of the README anew
	$(BIN)/python -m tests.screenshot

translations: developing ## Bring the catalogues of the window's words up to date
	$(BIN)/python -m tests.translations

clean: ## Remove all that was installed or made
	rm -rf $(VENV) .venv-peers .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
