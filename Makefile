PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
DEVELOP = $(PYTHON) tools/develop.py
PYTEST_OPTIONS ?=


.DEFAULT_GOAL := help
.PHONY: help run test test-long dev check words lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Serve a demo on http://localhost:8000 (another port: make run PORT=8123)
	@$(PYTHON) tools/run.py

test: ## Run the tests, within 15 minutes on two cores
	@$(PYTHON) tools/test.py $(PYTEST_OPTIONS)

test-long: ## Run the fault, load and fuzz tests in full
	@$(PYTHON) tools/test.py -m "long or not long" $(PYTEST_OPTIONS)

dev: ## Serve, and build again as files change
	@CERTIFY_DEMO=$${CERTIFY_DEMO:-true} $(DEVELOP) python tools/watch.py

check: ## Style, types, layers and catalogues
	@$(DEVELOP) python tools/check.py

words: ## Add new texts to the catalogues
	@$(DEVELOP) python tools/catalogues.py

lock: ## Pin every Python package again
	@$(DEVELOP) python tools/lock.py

clean: ## Remove what was built; data/ stays
	rm -rf .web build .pytest_cache .mypy_cache .ruff_cache
