# SPDX-License-Identifier: GPL-3.0-or-later
# Captures before the judges: the linter of this folder, and `warcio check`
# (PyPI), installed into the build folder where pip is there.
.PHONY: check-warc
check-warc: $(BUILD)/bin/fetch $(BUILD)/bin/server $(SHARE)/.made
	@$(TEST_ENVIRONMENT) tests/warc/check
