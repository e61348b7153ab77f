.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BASE ?= origin/main

.PHONY: help serve test races faults pushes model overload times limits pages differences execution bench dashboard test-clients web test-browser check format states sdl typed schema-lint schema-diff lock

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: $(VENV)/.serve ## run the service with a demo cast on SQLite (DOORSTEP_PORT moves it)
	DOORSTEP_DEMO=$${DOORSTEP_DEMO:-1} $(BIN)/doorstep serve

# Bytecode that is kept halves the CPU by which each worker collects the tests, from the second run on.
test: $(VENV)/.test ## run all tests, on SQLite and on a PostgreSQL of our own, a worker a core and two more
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses logical --maxprocesses 5 --dist worksteal

races: $(VENV)/.test ## 200 rounds of each race and 100 kills on each database (ten minutes), figures to docs/races.md
	$(BIN)/python -m pytest tests/races --timeout 0 --rounds 200 --figures docs/races.md

faults: $(VENV)/.test ## kills, cuts, freezes and full disks under load (two hours; needs node), figures to docs/reliability.md; as root also disks; then the races
	npm ci --prefix tests/clients/reconnects --no-audit --no-fund
	$(BIN)/python -m tests.faults docs/reliability.md $(FAULTS)
	$(if $(FAULTS),,$(MAKE) races)

pushes: $(VENV)/.test ## 500 kills of the server and of two takers of pushes under load, on each database, and what pushes cost a send (half an hour), figures to docs/pushes.md
	$(BIN)/python -m pytest tests/races/test_push_kills.py --timeout 0 --rounds 500 --figures docs/pushes.md
	$(BIN)/python -m benchmarks.pushes --write

model: $(VENV)/.test ## 2,000 runs of people against a plain model on each database, and planted mistakes (two hours), figures to docs/model.md
	$(BIN)/python -m pytest tests/model --timeout 0 --runs 2000 --keep-figures
	$(BIN)/python -m tests.model.planted

overload: $(VENV)/.test ## more sends and listeners than a process can carry (five minutes), figures to docs/overload.md
	$(BIN)/python -m tests.busy.overload docs/overload.md

times: $(VENV)/.test ## whether the time of an answer tells a sender what a recipient did (five minutes), figures to docs/times.md
	$(BIN)/python -m tests.blindness.times docs/times.md

limits: $(VENV)/.test ## what the operations cost that the limit lets through (five minutes), figures to docs/limits.md
	$(BIN)/python -m benchmarks.limits

bench: $(VENV)/.test ## Doorstep beside other GraphQL servers (half an hour; node for one of them), figures to docs/performance.md
	$(BIN)/python -m benchmarks.bench --write

dashboard: $(VENV)/.test ## draw the dashboard from a run of two workers (three minutes), docs/dashboard.svg
	$(BIN)/python -m benchmarks.dashboard

pages: $(VENV)/.test ## what the statements of pages cost on both databases (two minutes), figures to docs/pages.md
	$(BIN)/python -m benchmarks.pages

differences: $(VENV)/.test ## 23,000 random operations, compiled and by graphql-core (an hour)
	$(BIN)/python -m pytest tests/execution --timeout 0 --examples 10000

execution: $(VENV)/.test ## the CPU of the inbox operation, compiled and by graphql-core
	$(BIN)/python -m benchmarks.execution

test-clients: $(VENV)/.test ## npm's clients (needs node and chromium): audits, the client matrix, figures to docs/compatibility.md
	for suite in queries tests/clients/graphql-http tests/clients/reconnects tests/clients/matrix tests/browser web/client; do \
		npm ci --prefix $$suite --no-audit --no-fund || exit 1; done
	WRITE_COMPATIBILITY=1 $(BIN)/python -m pytest -rs tests/transport/test_graphql_over_http.py tests/clients tests/browser

web: ## build the example client (needs node); its files are committed
	npm ci --prefix web/example --no-audit --no-fund
	npm run build --prefix web/example

test-browser: $(VENV)/.test ## two people in chromium on the example client, and GraphiQL (needs node and chromium)
	npm ci --prefix tests/browser --no-audit --no-fund
	$(BIN)/python -m pytest -rs tests/browser

typed: ## make the typed documents of queries/ again after a change of the schema or of an operation (needs node)
	npm ci --prefix queries --no-audit --no-fund
	npm run build --prefix queries

schema-lint: ## @graphql-eslint's rules for schema.graphql and queries/ (needs node)
	npm ci --prefix queries --no-audit --no-fund
	queries/node_modules/.bin/eslint --config queries/eslint.config.js schema.graphql 'queries/*.graphql'

schema-diff: ## what changed in the schema since BASE; a breaking change fails unless CHANGELOG.md names it (needs node)
	npm ci --prefix queries --no-audit --no-fund
	BASE=$(BASE) queries/node_modules/.bin/graphql-inspector diff git:$(BASE):./schema.graphql schema.graphql --rule queries/changelog.js

check: $(VENV)/.test ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.test ## mend style where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

states: $(VENV)/.serve ## print docs/states.md, the table of what may happen to a thread
	$(BIN)/python -m tests.states > docs/states.md

sdl: $(VENV)/.serve ## print schema.graphql, and what clients take from it and from queries/
	$(BIN)/doorstep sdl > schema.graphql
	$(BIN)/python -m tests.generated

lock: $(VENV)/.test ## pin what is installed now
	$(BIN)/pip freeze --exclude-editable > constraints.txt

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Doorstep needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python has no venv here: install it (Debian: apt install python3-venv)"; rm -rf $(VENV); exit 1; }

$(VENV)/.serve: $(VENV)/bin/pip pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.serve
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
