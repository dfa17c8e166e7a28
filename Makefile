# Every command of this project. `make help` lists them.
# Presumed on the machine: Python 3.11 or newer, make and git, npm for `make test`, and Node with
# npm for `make lint`. All else comes from the locks, or is pinned by its hash.

.DEFAULT_GOAL := help
SHELL := /bin/sh

# The first Python that is new enough and able to make an environment (Debian splits venv off).
FIND_PYTHON = for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if "$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
	>/dev/null 2>&1; then command -v "$$p"; break; fi; done
PYTHON ?= $(shell $(FIND_PYTHON))

VENV := .venv
WHEEL_ENV := .venv-wheel
LOCK_ENV := .venv-lock
AUDIT_ENV := .venv-audit
PEERS := .cache/peers
BIN := $(VENV)/bin
PIP_QUIET := --quiet --disable-pip-version-check --no-input
CHROMIUM_FILE := .cache/chromium
NODE_MODULES := node_modules/.done

export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve test test-elsewhere audit lint format bench bench-peers bench-guard handbook licences audit-dependencies lock clean environment dev browser forms

help: ## Deze lijst · this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: environment ## De voorbeeldsite in site/ · build the demo into site/
	@$(BIN)/propositie bouw
	@echo
	@echo "De site staat in site/. Bekijken: make serve, en dan http://127.0.0.1:8000/site/"
	@echo "The site is in site/. To look at it: make serve, then http://127.0.0.1:8000/site/"

serve: environment ## De site bekijken; verandert mee met de bestanden · live preview
	@$(BIN)/propositie bekijk

test: dev $(WHEEL_ENV)/.done browser forms ## Alle toetsen, met browser · all tests, browser included
	@PROPOSITIE_CHROMIUM="$${PROPOSITIE_CHROMIUM:-$$(cat $(CHROMIUM_FILE))}" \
	$(BIN)/pytest -n 2 --dist loadgroup

test-elsewhere: dev $(WHEEL_ENV)/.done browser forms ## Toetsen als op een andere dag en machine · as if elsewhere
	@sh scripts/elsewhere.sh .cache/elsewhere
	@PROPOSITIE_CHROMIUM="$${PROPOSITIE_CHROMIUM:-$$(cat $(CHROMIUM_FILE))}" \
	$(BIN)/python scripts/elsewhere.py .cache/elsewhere $(WHERE)

audit: dev browser $(NODE_MODULES) ## Gebouwde sites doormeten (vraagt Node) · measure built sites
	@PYTHONPATH=tests $(BIN)/python -m audit \
	"$${PROPOSITIE_CHROMIUM:-$$(cat $(CHROMIUM_FILE))}"

lint: dev $(NODE_MODULES) ## Nakijken: ruff, mypy, eslint, tsc, HTML (vraagt Node) · lint, types, HTML
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@node_modules/.bin/eslint .
	@node_modules/.bin/tsc --project .
	@PYTHONPATH=tests PATH="$$PWD/$(BIN):$$PATH" $(BIN)/python -m audit.html
	@PYTHONPATH=tests PATH="$$PWD/$(BIN):$$PATH" $(BIN)/python -m audit.calendars

format: dev ## De Python netjes zetten · format the Python
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: dev browser ## Bouwtijd naast kale MkDocs + Material · build time beside plain Material
	@$(BIN)/python bench/build_time.py --keren 3 100 1000 5000
	@$(BIN)/python bench/check.py
	@$(BIN)/python bench/agenda.py
	@$(BIN)/python bench/kit.py
	@PYTHONPATH=tests $(BIN)/python bench/forecast.py
	@PYTHONPATH=tests $(BIN)/python bench/kills.py
	@PROPOSITIE_CHROMIUM="$${PROPOSITIE_CHROMIUM:-$$(cat $(CHROMIUM_FILE))}" PYTHONPATH=tests \
	$(BIN)/python bench/preview.py

bench-peers: dev $(PEERS)/.done ## Bouwtijd naast Eleventy, Hugo en Zensical · beside other generators
	@$(BIN)/python bench/peers.py

bench-guard: dev ## Verhoudingen die moeten blijven · ratios that have to hold
	@$(BIN)/python bench/guard.py

handbook: dev ## Wat gemaakt is in het handboek vernieuwen · renew the handbook
	@$(BIN)/python scripts/handbook.py

licences: dev ## De licenties van wat wij gebruiken · the licence of every dependency
	@$(BIN)/python scripts/licences.py

audit-dependencies: $(AUDIT_ENV)/.done ## Bekende lekken erin (vraagt netwerk) · known vulnerabilities
	@$(AUDIT_ENV)/bin/pip-audit --requirement requirements.txt --require-hashes --disable-pip --strict
	@$(AUDIT_ENV)/bin/pip-audit --requirement requirements-dev.txt --require-hashes --disable-pip --strict
	@npm audit

lock: ## De vergrendelde versies vernieuwen · renew requirements*.txt
	@test -x $(LOCK_ENV)/bin/uv || { $(NEED_PYTHON) "$(PYTHON)" -m venv $(LOCK_ENV) && \
	$(LOCK_ENV)/bin/python -m pip install $(PIP_QUIET) uv; }
	@$(LOCK_ENV)/bin/python scripts/lock.py $(LOCK_ENV)/bin/uv

clean: ## Alles weg wat gemaakt is · remove all that was made
	rm -rf $(VENV) $(WHEEL_ENV) $(LOCK_ENV) $(AUDIT_ENV) node_modules .cache build dist site site_werkboek proef *.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache

# --- what the commands above stand on ---------------------------------------------------------

# `make site` and the publishing workflow install the same way, from the same lock.
environment: $(VENV)/.requirements
dev: $(VENV)/.dev
browser: $(CHROMIUM_FILE)

# The editor of the forms is no part of this repository: npm fetches it once, to its pinned hash.
forms: dev
	@$(BIN)/python -m propositie.forms .cache/propositie || { \
	echo "make test needs npm (any Node has it) to fetch the editor of the forms once." >&2; exit 1; }

define NEED_PYTHON
if [ -z "$(PYTHON)" ]; then \
echo "Er is Python 3.11 of nieuwer nodig (met venv), en die is hier niet gevonden." >&2; \
echo "Installeer Python, op Debian of Ubuntu ook python3-venv, en probeer het opnieuw." >&2; \
echo "Python 3.11 or newer (with venv) is needed, and none was found here." >&2; \
echo "Install Python, on Debian or Ubuntu python3-venv too, and try again." >&2; \
exit 1; fi;
endef

$(VENV)/.requirements: requirements.txt pyproject.toml
	@$(NEED_PYTHON) echo "Omgeving maken in $(VENV) · making $(VENV)"; "$(PYTHON)" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install $(PIP_QUIET) --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install $(PIP_QUIET) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.requirements
	@echo "Gereedschap voor de toetsen installeren · installing the test tools"
	@$(BIN)/python -m pip install $(PIP_QUIET) --require-hashes -r requirements-dev.txt
	@touch $@

# An environment with the runtime lock and nothing else: an undeclared dependency shows here.
$(WHEEL_ENV)/.done: requirements.txt pyproject.toml
	@$(NEED_PYTHON) "$(PYTHON)" -m venv --clear $(WHEEL_ENV)
	@$(WHEEL_ENV)/bin/python -m pip install $(PIP_QUIET) --require-hashes -r requirements.txt
	@touch $@

# Always the newest: what it knows of leaks is as old as it is itself.
$(AUDIT_ENV)/.done: requirements.txt requirements-dev.txt package-lock.json
	@$(NEED_PYTHON) "$(PYTHON)" -m venv --clear $(AUDIT_ENV)
	@$(AUDIT_ENV)/bin/python -m pip install $(PIP_QUIET) pip-audit
	@touch $@

NODE_IS_OLD = const [a, b] = process.versions.node.split(".").map(Number); \
	process.exit(Number(a === 20 ? b < 19 : a === 22 ? b < 13 : a < 24))

# The lint of scripts and the audit stand on Node: their tools come from a lock of their own.
$(NODE_MODULES): package.json package-lock.json .npmrc
	@node -e '$(NODE_IS_OLD)' >/dev/null 2>&1 && \
	npm --version >/dev/null 2>&1 || { \
	echo "Voor make lint en make audit is Node 20.19, 22.13 of 24 of nieuwer nodig, met npm; dat is hier niet." >&2; \
	echo "De site zelf doet het zonder, en make test heeft alleen npm nodig." >&2; \
	echo "make lint and make audit need Node 20.19, 22.13 or 24 or newer, with npm, and none was found here." >&2; \
	echo "The site itself does without, and make test needs npm only." >&2; exit 1; }
	@echo "Gereedschap van npm installeren · installing the tools from npm"
	@npm ci --silent
	@touch $@

# A path of a browser that has since gone is looked up again.
ifneq ($(wildcard $(CHROMIUM_FILE)),)
ifneq ($(shell test -x "$$(cat $(CHROMIUM_FILE))" || echo gone),)
.PHONY: $(CHROMIUM_FILE)
endif
endif

$(CHROMIUM_FILE): scripts/browser.sh | $(VENV)/.dev
	@mkdir -p $(@D)
	@sh scripts/browser.sh $(BIN)/python > $@.new
	@mv $@.new $@

# What is not there for this system is left out: bench/peers.py says which.
$(PEERS)/.done: bench/peers/package.json bench/peers/package-lock.json bench/peers/requirements.txt
	@rm -rf $(PEERS) && mkdir -p $(PEERS)
	@cp bench/peers/package.json bench/peers/package-lock.json bench/peers/.npmrc $(PEERS)
	@-cd $(PEERS) && npm ci --silent
	@$(PYTHON) -m venv $(PEERS)/venv
	@-$(PEERS)/venv/bin/python -m pip install $(PIP_QUIET) --require-hashes -r bench/peers/requirements.txt
	@touch $@
