# The commands of this project; `make help` lists them. Everything is installed into .venv and only when a lock changed.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check lint format bench bench-scan bench-insight soak shots lock wheel clean

VENV ?= .venv
PYTHON ?= python3
PY := $(VENV)/bin/python
# the stamp bears the lock's hash: same lock, nothing to do
stamp = $(VENV)/.$(1)-$(shell sha256sum $(2) packaging/linux/setup.sh | sha256sum | cut -c1-16)
RUNTIME := $(call stamp,runtime,requirements.lock)
DEV := $(call stamp,dev,requirements-dev.lock requirements-build.lock)
# a module is compiled when it is first used: compiling all of them takes as long as all the rest
INSTALL := $(PY) -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes --only-binary :all:
# PySpark comes unbuilt, to be built by what is installed and locked, not by what pip would fetch for it
UNBUILT := --no-binary pyspark --use-pep517 --no-build-isolation
# a start without compiled modules takes twice as long
unexport PYTHONDONTWRITEBYTECODE
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

help: ## print this list
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 18

demo: $(RUNTIME) ## central and the app over the sample shop; without a display the guided tour (ARGS="--shop DIR")
	$(PY) -m clienteling demo $(ARGS)

test: $(DEV) ## every test, the linters among them (25 minutes on 2 cores that do nothing else)
	$(PY) -m pytest -n 3 --dist loadfile --no-loadscope-reorder --max-worker-restart 0 $(ARGS)

check: $(DEV) ## the fast tests only (under 2 minutes)
	$(PY) -m pytest -n 3 --dist loadfile -m "not slow" $(ARGS)

lint: $(DEV) ## ruff, mypy, import-linter, qmllint and the house rules
	$(PY) -m tests.house.linters
	$(PY) -m pytest -q tests/house -m "not slow"

format: $(DEV) ## let ruff put every Python file in order
	$(PY) -m ruff check --fix --exit-zero .
	$(PY) -m ruff format .

bench: $(DEV) ## measure start, search, scan, memory and requests; prints a table, writes bench.json
	$(PY) -m tests.benchmarks $(ARGS)

soak: $(DEV) ## a million simulated histories, written into tests/faults/EVIDENCE.md (ARGS="--points 1000 --first 1")
	$(PY) -m tests.faults.simulation --points 1000000 --evidence $(ARGS)

bench-scan: $(DEV) ## readers of codes side by side: photographs, drawn codes, video (ARGS="--pictures DIR" or --quick)
	$(OFFSCREEN) QT_LOGGING_RULES='qt.multimedia.*=false' $(PY) -m tests.benchmarks.scan_bench $(ARGS)

bench-insight: $(DEV) ## who foretells best what people buy next, on Online Retail II (ARGS="--cut 2011-06-10")
	$(PY) -m tests.benchmarks.insight_bench $(ARGS)

shots: $(DEV) ## picture every screen in every size, theme and language into shots/
	$(OFFSCREEN) CLIENTELING_SHOTS=$(or $(CLIENTELING_SHOTS),shots) $(PY) -m pytest -q tests/journeys -k shots $(ARGS)

lock: $(DEV) ## resolve the dependencies of pyproject.toml anew, with hashes, for every platform
	$(PY) -m uv pip compile pyproject.toml -q --upgrade --universal --generate-hashes --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url -o requirements.lock
	$(PY) -m uv pip compile pyproject.toml --extra spark --group dev -q --universal --generate-hashes --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --constraint requirements.lock -o requirements-dev.lock
	$(PY) -m uv pip compile --group unbuilt -q --universal --generate-hashes --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --constraint requirements-dev.lock -o requirements-build.lock

wheel: $(DEV) ## build the wheel into dist/
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean: ## remove what was built, downloaded or drawn
	rm -rf $(VENV) build dist shots bench.json .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find clienteling tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	packaging/linux/setup.sh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): | $(PY)
	packaging/linux/setup.sh
	@echo "Installing what the app needs into $(VENV) ..."
	@$(INSTALL) -r requirements.lock
	@rm -f $(VENV)/.runtime-*
	@touch $@

$(DEV): | $(RUNTIME)
	packaging/linux/setup.sh --tests
	@echo "Installing what the tests need into $(VENV) ..."
	@$(INSTALL) -r requirements-build.lock
	@$(INSTALL) $(UNBUILT) -r requirements-dev.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@rm -f $(VENV)/.dev-*
	@touch $@
