# nianbao needs Python 3.11 or newer and make; everything else is set up in .venv from locked versions.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN := .venv/bin
# Modules are compiled once and kept, as on every clerk's computer: the tests start many processes.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.PHONY: setup run web demo test quick renew pictures bench lock clean

setup: .venv/run.stamp

.venv/run.stamp: requirements.lock pyproject.toml
	@echo "正在准备运行环境（只在第一次或更新后需要）……" >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	@echo "正在准备测试环境……" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

run: .venv/run.stamp
	@$(BIN)/nianbao || [ ! -t 0 ] || [ ! -t 1 ]

demo: .venv/run.stamp
	@$(BIN)/nianbao demo

# The assistant in the browser: the locked components of the extra `web`, then the page.
web: .venv/run.stamp requirements-web.lock
	@$(PIP) install --require-hashes -r requirements-web.lock
	@$(BIN)/nianbao web

# make test ARGS="-k name" hands arguments on to pytest.
test: .venv/dev.stamp
	@$(BIN)/python -m tests.checks $(ARGS)

# Everything but the tests of app/: what to run while working in the other rooms.
quick: .venv/dev.stamp
	@$(BIN)/python -m tests.checks --quick $(ARGS)

# Everything that is made from something else, made anew: see tests/renew.py.
renew: .venv/dev.stamp
	@$(BIN)/python -m tests.renew

# The pictures of README and manual, made from the sample; needs LibreOffice, poppler and a Chinese monospace face.
pictures: .venv/dev.stamp
	@$(BIN)/python -m tests.pictures

bench: .venv/dev.stamp
	@$(BIN)/python -m tests.bench

lock:
	uv pip compile --universal --generate-hashes --no-header --no-annotate -q --python-version 3.11 pyproject.toml requirements-build.in -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --no-annotate -q --python-version 3.11 -c requirements.lock --extra web pyproject.toml -o requirements-web.lock
	uv pip compile --universal --generate-hashes --no-header --no-annotate -q --python-version 3.11 -c requirements.lock -c requirements-web.lock --extra dev --extra web pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
