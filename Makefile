# The meetings chronicle: what one does often. A fresh machine needs Python 3.11 or later and make, nothing else.
# PYTHON=… chooses the Python that the environment is made with.
.POSIX:
.SUFFIXES:

BIN = .venv/bin
SHARED = ../shared
JOBS = auto

.PHONY: help site serve test check lint bench score train texts pins clean environment test-environment browser judges screenshots

help:
	@echo "make site    build the shipped chronicle into site/"
	@echo "make serve   build it and show it in a browser, again after every change"
	@echo "make test    run every test"
	@echo "make check   formatting, lint, types (these three: make lint), then every test"
	@echo "make screenshots  take the pictures of README.md anew: docs/screenshots"
	@echo "make train   learn anew who takes part in what, from articles with records"
	@echo "make bench   measure builds of 1,000 and 10,000 entries; writes docs/performance.md"
	@echo "make score   how much of the annotated articles is read right"
	@echo "make texts   find the texts of the pages for translators: templates/languages"
	@echo "make pins    choose the newest releases anew: requirements*.txt"
	@echo "make clean   remove the environment, the site and all that is remembered"

site: environment
	@$(BIN)/python build.py
	@echo "The site is in $$(pwd)/site. To look at it: make serve"

serve: environment
	@$(BIN)/python build.py serve

test: test-environment browser judges
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

check: lint test

lint: test-environment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict chronicle build.py

bench: environment
	@$(BIN)/python benchmarks/reading.py
	@$(BIN)/python benchmarks/resolving.py
	@$(BIN)/python benchmarks/bench.py

score: environment
	@$(BIN)/python tools/score.py
	@$(BIN)/python tools/score_identity.py

screenshots: test-environment browser
	@$(BIN)/python tools/screenshots.py

train: environment
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-train.txt
	@$(BIN)/python tools/train_reader.py

texts: environment
	@$(BIN)/python tools/make_catalogues.py

# uv resolves for all systems and Python versions at once; the other files hold only what the first does not.
pins: test-environment
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-annotate --no-header --no-emit-index-url \
	    pyproject.toml -o requirements.txt
	@for extra in dev train; do \
	    $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-annotate --no-header --no-emit-index-url \
	        --extra $$extra -c requirements.txt pyproject.toml -o requirements-all.tmp || exit 1; \
	    { echo "-r requirements.txt"; grep -vxFf requirements.txt requirements-all.tmp; } >requirements-$$extra.txt; \
	done
	@rm requirements-all.tmp

clean:
	rm -rf .venv site .cache build dist meetings_chronicle.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@PYTHON="$(PYTHON)" sh tools/environment.sh run

test-environment: environment
	@PYTHON="$(PYTHON)" sh tools/environment.sh test

browser:
	@sh tools/environment.sh browser

judges: test-environment
	@sh tools/environment.sh judges
