# `make run` and `make test` are all that a new machine needs: Python 3.11 with pip, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test css migrations-fresh

run: $(VENV)/.product
	$(BIN)/python manage.py serve --end-with-parent $(if $(DEMO),--demo)

test: $(VENV)/.development
	$(BIN)/python -m pytest -q -n auto -m "not browser and not broker"

$(VENV)/.product: requirements.txt constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	touch $@

$(VENV)/.development: $(VENV)/.product requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	touch $@

# The compiled stylesheet is committed; CI builds it again and compares.
css: $(VENV)/.development
	$(BIN)/tailwindcss --input static/src/app.css --output static/app.css --minify

# Until the first release there is one migration an app, made anew from the models.
migrations-fresh:
	rm -f influencers/migrations/0*.py engagement/migrations/0*.py
	$(BIN)/python manage.py makemigrations influencers engagement
