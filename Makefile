# `make run` and `make test` need Python 3.11 or newer and nothing else. `make help` lists the rest.
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh
.NOTPARALLEL:
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON3 ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input install --quiet
# The port that the first start wrote down, or 8000.
PORT ?= $(or $(shell sed -n 's/^BASE_DOMAIN=.*:\([0-9][0-9]*\)$$/\1/p' .env 2>/dev/null),8000)
export PORT
# Browser tests wait more than they compute, so there are more workers than cores.
TEST_JOBS ?= 3
TEST_ARGS ?=
TEMPLATES := access accounts cms dashboard editing guide home kim_sites lifecycle members onboarding photos posting search trash
MANAGE_TEST := DJANGO_SETTINGS_MODULE=tests.settings $(PY) manage.py

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: port $(VENV)/runtime .env ## Start the portal with demo content on http://localhost:8000
	@exec $(PY) bin/desk.py

dev: port $(VENV)/runtime .env ## The same database under Django's reloading server, with its error pages
	@$(PY) manage.py migrate --verbosity 0
	@exec $(PY) manage.py runserver $(PORT)

test: $(VENV)/test ## Run the whole test suite on SQLite; needs no service
	@$(PY) -m pytest -n $(TEST_JOBS) --dist loadfile --no-loadscope-reorder -rs $(TEST_ARGS)

lint: $(VENV)/lint ## Check style, imports, migrations, catalogues, templates and links
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(VENV)/bin/djhtml --tabwidth 2 --check $(TEMPLATES)
	@$(VENV)/bin/lint-imports --no-logo
	@$(MANAGE_TEST) check --fail-level WARNING
	@$(MANAGE_TEST) makemigrations --check --dry-run
	@$(PY) bin/catalogues.py check
	@$(PY) bin/package_texts.py check
	@$(PY) bin/check_links.py
	@echo "Everything is in order."

format: $(VENV)/lint ## Rewrite Python and templates in the project's style
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@$(VENV)/bin/djhtml --tabwidth 2 $(TEMPLATES)

messages: $(VENV)/runtime ## Collect the texts to translate (needs xgettext) and compile the catalogues
	@$(PY) bin/catalogues.py extract
	@$(PY) bin/catalogues.py compile
	@$(PY) bin/package_texts.py extract
	@$(PY) bin/package_texts.py compile

guide-pictures: $(VENV)/test ## Take the pictures of the guide anew (needs Chromium; some minutes)
	@$(PY) bin/guide_pictures.py $(NAMES)

bench: $(VENV)/runtime ## Measure queries, latency and throughput, beside a bare hello
	@$(PY) -m bench.measure

bench-scale: $(VENV)/runtime ## The same with 10 to 84,000 KIM (PostgreSQL; takes an hour)
	@$(PY) -m bench.scale

clean: ## Remove what was built; the database, uploads and .env stay
	@rm -rf $(VENV) staticfiles .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A desk with no `.env` gets one. It is never overwritten.
.env:
	@umask 077; printf '%s\n' \
		"# Written by make run, for this desk only. README.md lists every variable." \
		"DEBUG=true" \
		"SECRET_KEY=$$($(PYTHON3) -c 'import secrets; print(secrets.token_urlsafe(48))')" \
		"BASE_DOMAIN=localhost:$(PORT)" > $@

# Asked before the long work begins.
port:
	@$(PYTHON3) bin/check_start.py port $(PORT)

$(PY):
	@$(PYTHON3) bin/check_start.py python
	@echo "Making the virtual environment …"
	@$(PYTHON3) -m venv $(VENV)

$(VENV)/runtime: requirements.txt | $(PY)
	@echo "Installing what the portal needs (a minute or two, once) …"
	@$(PIP) -r requirements.txt || $(PYTHON3) bin/check_start.py no-packages
	@touch $@

$(VENV)/test: requirements-test.txt requirements.txt | $(PY)
	@echo "Installing what the tests need (a minute or two, once) …"
	@$(PIP) -r requirements-test.txt || $(PYTHON3) bin/check_start.py no-packages
	@touch $@ $(VENV)/runtime

$(VENV)/lint: requirements-lint.txt requirements.txt | $(PY)
	@echo "Installing what the checks need (once) …"
	@$(PIP) -r requirements-lint.txt || $(PYTHON3) bin/check_start.py no-packages
	@touch $@ $(VENV)/runtime

.PHONY: help run dev test lint format messages bench bench-scale guide-pictures clean port
