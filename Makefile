SHELL := /bin/bash
.DEFAULT_GOAL := help

INSTALLED := node_modules/.package-lock.json
CLIENTS := .tmp/clients
PROVIDER := provider/dist/terraform-provider-proxlb
LIBRARY := cdktf-lib/dist/cdktf/cdktf-proxlb.js
PROVIDER_SOURCES := $(shell find provider/src provider/scripts -type f) provider/package.json package-lock.json
LIBRARY_SOURCES := $(shell find cdktf-lib/src cdktf-lib/scripts -type f) cdktf-lib/tsconfig.json package-lock.json

.PHONY: help setup build dist mirror docs generate fmt lint check test test-long test-dist testacc test-clients test-report bench soak demo simulator clean

help: ## Lists the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(INSTALLED): package.json provider/package.json cdktf-lib/package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

setup: $(INSTALLED) ## Installs the dependencies into node_modules

$(PROVIDER): $(INSTALLED) $(PROVIDER_SOURCES)
	node provider/scripts/build.mjs

$(LIBRARY): $(INSTALLED) $(LIBRARY_SOURCES)
	node cdktf-lib/scripts/build.mjs

build: $(PROVIDER) $(LIBRARY) ## Builds the provider and the library

generate: $(INSTALLED) ## Regenerates the protobuf code, the bindings of the library and its API.md
	node provider/scripts/generate.mjs
	node cdktf-lib/scripts/generate.mjs

fmt: $(INSTALLED) ## Formats the sources
	npm run --silent fmt

lint: $(INSTALLED) ## Checks formatting and lint rules
	npm run --silent lint

check: $(INSTALLED) ## Checks types, directions, unused code and generated code
	npm run --silent check

test: lint check build ## Runs every check and the tests, with real CLIs too (test-long has those that take minutes)
	npx vitest run --project '!long'

test-long: build ## Runs the tests that take minutes: faults, lifecycles, placements, examples, stacks, packages
	npx vitest run --project long

testacc: build ## Runs only the acceptance tests
	npx vitest run --project acceptance --project long

dist: $(INSTALLED) ## Makes the files of a release in dist/: make dist PLATFORMS=host, MERGE="a b", SIGN=KEY
	node provider/scripts/dist.mjs $(if $(MERGE),--merge $(MERGE),$(PLATFORMS)) $(if $(SIGN),--sign "$(SIGN)")

mirror: $(PROVIDER) ## Lays the built provider out for "init", with a CLI configuration, in .tmp/
	@node provider/scripts/mirror.mjs

docs: $(INSTALLED) ## Regenerates the registry's pages in docs/
	node provider/scripts/docs.mjs

test-dist: dist build ## Makes a whole release and checks the archive of every platform
	PROXLB_DIST=$(CURDIR)/dist npx vitest run --project long test/acceptance/packaging.test.ts

$(CLIENTS)/installed: test/clients/requirements.txt
	python3 -m venv --clear $(CLIENTS)/python
	$(CLIENTS)/python/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

test-clients: $(INSTALLED) $(CLIENTS)/installed ## Runs the simulated cluster against clients written by others (needs Python)
	$(CLIENTS)/python/bin/python test/clients/proxmoxer_test.py

test-report: $(PROVIDER) ## Checks the HTML report in a browser (needs Chromium)
	node test/run-program.mjs test/report/check-report.ts

bench: $(PROVIDER) ## Prints the measured ratios
	node test/run-program.mjs test/bench/bench.ts

soak: build ## Runs the property tests for long, and the faults with every CLI
	PROXLB_SOAK=1 npx vitest run --project unit --project simulator
	PROXLB_SOAK=1 npx vitest run --project long test/acceptance/fault-

demo: $(PROVIDER) ## Balances a simulated cluster with a real CLI
	node test/run-program.mjs test/demo/demo.ts

simulator: $(INSTALLED) ## Starts a simulated cluster: make simulator CLUSTER=examples/...
	node test/run-program.mjs test/simulator/src/main.ts --cluster $(or $(CLUSTER),examples/scenarios/demo/cluster.yaml)

clean: ## Removes everything that was built or installed
	rm -rf node_modules provider/node_modules provider/dist cdktf-lib/dist dist .tmp
