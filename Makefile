# Needs Python 3.11 or newer and nothing else; everything it installs goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.run-installed
DEV := .venv/.dev-installed
FUZZ := .venv/.fuzz-installed
FUZZ_S ?= 20
CORE := skill/domain/*,skill/coach/*,skill/speech/*,skill/content/*
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-config --no-header --no-emit-index-url $(if $(UPGRADE),--upgrade)

.DELETE_ON_ERROR:
.PHONY: help setup run talk check test bench lint fuzz lock

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1@\2/p' Makefile | \
		while IFS=@ read -r target what; do printf '%-12s %s\n' "$$target" "$$what"; done

setup: $(DEV)  ## install all that a developer needs into .venv

run: $(RUN)  ## serve the skill on this machine
	@exec $(BIN)/stretch-coach run $(ARGS)

talk: $(RUN)  ## rehearse a practice in the terminal
	@exec $(BIN)/stretch-coach talk $(ARGS)

check: $(RUN)  ## check content/ and interaction_model/
	$(BIN)/stretch-coach check
	$(BIN)/stretch-coach model check

# pytest's summary stays the last line: the second report speaks only of a gap.
test: $(DEV)  ## run the tests; measure what they reach
	$(BIN)/pytest --cov --cov-report=term $(ARGS)
	@gaps=$$($(BIN)/coverage report --include='$(CORE)' --fail-under=100) || \
		{ printf '%s\n' "$$gaps" "domain, coach, speech and content want every branch tested."; exit 1; }

bench: $(DEV)  ## measure speed against bare Flask and the stock SDK; ARGS=--report only tells
	$(BIN)/python -m tests.bench $(ARGS)

lint: $(DEV)  ## check style, format, types, layers and that what is locked is installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pip check
	$(BIN)/pytest -q tests/test_locks.py

fuzz: $(FUZZ)  ## throw bytes at the verifier and the envelope code, FUZZ_S seconds each
	@for name in verifier envelope; do \
		mkdir -p .fuzz/$$name; \
		PYTHONPATH=. $(BIN)/python tests/fuzz/fuzz_$$name.py -max_total_time=$(FUZZ_S) -max_len=4096 \
			-artifact_prefix=.fuzz/ -verbosity=0 -print_final_stats=1 .fuzz/$$name tests/alexa/requests || exit 1; \
	done

lock: $(DEV)  ## write the lock files anew from pyproject.toml; UPGRADE=1 takes newer versions
	$(LOCK) --extra build --output-file requirements.lock pyproject.toml
	$(LOCK) --extra build --extra dev --extra picture --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(LOCK) --constraint requirements-dev.lock --output-file requirements-fuzz.lock --group fuzz

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Stretch Coach needs Python 3.11 or newer and $(PYTHON) is not that: make $(MAKECMDGOALS) PYTHON=/path/to/one" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

$(RUN): requirements.lock pyproject.toml | .venv/pyvenv.cfg
	@echo "Installing into .venv: half a minute, the first time."
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(DEV): requirements-dev.lock requirements.lock pyproject.toml | .venv/pyvenv.cfg
	@echo "Installing into .venv: a minute, the first time."
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $(RUN) $@

$(FUZZ): requirements-fuzz.lock $(DEV)
	@$(PIP) --require-hashes --requirement requirements-fuzz.lock
	@touch $@
