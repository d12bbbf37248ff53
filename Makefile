# Everything needs only Python 3.11+ and make; each target installs what it needs into .venv from the locked requirements.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STANDARDS := .venv-standards
FUZZ := .venv-fuzz
SECONDS ?= 60
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: demo test standards fuzz lint bench docs lock clean

demo: $(VENV)/.installed ## read the example reports into demo.db and show the record
	@$(BIN)/communique demo

test: $(VENV)/.installed-dev ## run all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

standards: $(STANDARDS)/.installed ## tools of others' standards, for the tests that hold exports against them (needs ICU's headers)

fuzz: $(FUZZ)/.installed ## fuzz each source and the reader with atheris, SECONDS each, and say how often each ran
	$(FUZZ)/bin/python -m fuzz --seconds $(SECONDS)

lint: $(VENV)/.installed-dev ## style, types, rooms, dependencies, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell

bench: $(VENV)/.installed-dev ## rates and memory, as ratios against spaCy in the same run
	$(BIN)/python -m bench
	$(BIN)/python -m bench peers jobs stream pages deciding

docs: $(VENV)/.installed-dev ## build the documentation site into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "communique needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements/base.txt requirements/build.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/base.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(STANDARDS)/.installed: requirements/standards.txt
	$(PYTHON) -m venv $(STANDARDS)
	$(STANDARDS)/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r $<
	@touch $@

# atheris beside what communique itself runs on, without a second copy of that
$(FUZZ)/.installed: $(VENV)/.installed-dev requirements/fuzz.txt
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/fuzz.txt
	$(BIN)/python -c 'import site; print(site.getsitepackages()[0])' > \
		"$$($(FUZZ)/bin/python -c 'import site; print(site.getsitepackages()[0])')/communique.pth"
	@touch $@

lock: $(VENV)/bin/python ## lock the requirements anew (needs uv)
	cd requirements && for name in base build dev standards fuzz; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
			--no-emit-index-url --no-emit-find-links $$name.in -o $$name.txt; done

clean: ## remove what the targets above made
	rm -rf $(VENV) $(STANDARDS) $(FUZZ) .fuzz site .mypy_cache .ruff_cache .pytest_cache .hypothesis .bench demo.db*
