# `make run` and `make test` are all that a new machine needs: Python 3.11 with pip, nothing else.
PYTHON ?= $(shell command -v python3.11 || echo python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint format types css messages ci migrations-fresh

# PORT=8001 for another port, DEMO=1 for a demonstration.
run: $(VENV)/.product
	$(BIN)/python manage.py serve --end-with-parent $(if $(DEMO),--demo)

# What needs no broker and no browser; `make ci` runs the rest too.
test: $(VENV)/.development
	$(BIN)/python -m pytest -q -n auto -m "not browser and not broker"

lint: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates

format: $(VENV)/.development
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.development
	$(BIN)/mypy config influencers engagement training

css: $(VENV)/.development
	$(BIN)/tailwindcss --input static/src/app.css --output static/app.css --minify

messages: $(VENV)/.development
	$(BIN)/python manage.py makemessages --locale de --no-wrap --add-location file --no-obsolete --ignore '.venv/*' --ignore 'var/*' \
		--ignore 'tests/*' --ignore 'benchmarks/*'
	$(BIN)/python manage.py compilemessages --locale de --ignore '.venv/*'

ci:
	.ci/run

$(VENV)/.product: requirements.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rapport needs Python 3.11 or newer. If it has another name here: make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	touch $@

$(VENV)/.development: $(VENV)/.product requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	touch $@

# Until the first release there is one migration an app, made anew from the models.
migrations-fresh:
	$(BIN)/python manage.py check  # before anything is removed
	rm -f influencers/migrations/0*.py engagement/migrations/0*.py
	$(BIN)/python manage.py makemigrations influencers engagement
	$(BIN)/python .ci/fold_migrations.py
