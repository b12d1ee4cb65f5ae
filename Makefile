# make demo   extract the quotes of an article, file them in SQLite, show what the database answers
# make test   run every test
# make lint   style and types
#
# Each sets up what it needs in $(VENV) the first time, and starts at once from then on.
# PYTHON=python3.12 make test  chooses another Python; VENV=/somewhere another place.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off -q -c constraints.txt
ARTICLE := fixtures/f01_depeche_usine.txt

.PHONY: demo test lint clean

demo: $(VENV)/installed
	@echo "==> quotetrack extract $(ARTICLE) --db db/demo.db"
	@$(BIN)/quotetrack extract $(ARTICLE) --db db/demo.db
	@echo
	@echo "==> the same, asked of the database: select who, … from who_said_what"
	@$(BIN)/sqlite-utils query db/demo.db --table \
	  "select date, who, how, substr(what, 1, 60) as what, via_whom as via, stance from who_said_what"

test: $(VENV)/installed-test
	@echo "==> pytest"
	@$(BIN)/python -m pytest -q

lint: $(VENV)/installed-test
	@echo "==> ruff, mypy"
	@$(BIN)/ruff check .
	@$(BIN)/mypy

clean:
	rm -rf $(VENV) db/demo.db build *.egg-info

# A stamp file for each set of packages: it is newer than what it was made from, or pip runs again.
$(VENV)/installed: $(VENV)/created pyproject.toml constraints.txt
	@echo "==> installing quotetrack with its dependencies (PyTorch is large: some minutes the first time)"
	@$(PIP) -e .
	@touch $@

$(VENV)/installed-test: $(VENV)/created pyproject.toml constraints.txt
	@echo "==> installing quotetrack with its dependencies and the test tools (PyTorch is large: some minutes the first time)"
	@$(PIP) -e '.[test]'
	@touch $(VENV)/installed $@

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' \
	  || { echo "quotetrack needs Python 3.10 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@echo "==> creating a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "no virtual environment could be made; on Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@touch $@
