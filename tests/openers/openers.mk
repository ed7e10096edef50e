# SPDX-License-Identifier: GPL-3.0-or-later
# sayso.db in other people's programs: Datasette and DuckDB with its SQLite
# extension, PyPI's packages, in a folder of their own.
OPENERS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/sayso-openers

.PHONY: check-openers
check-openers: all $(BUILD)/bin/server
	@$(TEST_ENVIRONMENT) OPENERS='$(abspath $(OPENERS))' \
	    $(PROVE) tests/openers/openers.t
