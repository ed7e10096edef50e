# SPDX-License-Identifier: GPL-3.0-or-later
# The contract in other people's engines: they are put into ENGINES once and
# stay there.  Java, Maven and GNU parallel are the system's.
ENGINES ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/sayso-engines
ENGINE_COMMANDS = java mvn parallel python3

.PHONY: check-engines bench-engines engine-deps
engine-deps:
	@missing=; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	command -v mvn >/dev/null || missing="$$missing maven"; \
	command -v parallel >/dev/null || missing="$$missing parallel"; \
	python3 -c 'import ensurepip, venv' 2>/dev/null || \
	    missing="$$missing python3-venv"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	DEBIAN_FRONTEND=noninteractive \
	    $$root apt-get install -y -qq --no-install-recommends $$missing

# What is missing is said, and nothing else done, unless CI is set.
engines = missing=; for c in $(ENGINE_COMMANDS); do \
	command -v $$c >/dev/null || missing="$$missing $$c"; done; \
	if [ -n "$$missing" ]; then echo "skipped: no$$missing" \
	    "(Debian: make engine-deps)"; [ -z "$$CI" ]; exit; fi; \
	tests/engines/install '$(ENGINES)'

check-engines: all $(BUILD)/bin/server
	@$(engines) && $(TEST_ENVIRONMENT) ENGINES='$(ENGINES)' \
	    $(PROVE) tests/engines/engines.t

bench-engines: all $(BUILD)/bin/server
	@$(engines) && BIN='$(abspath $(BUILD))/bin' ENGINES='$(ENGINES)' \
	    tests/engines/bench '$(BUILD)/bench-engines'
