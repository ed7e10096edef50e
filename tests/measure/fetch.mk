# SPDX-License-Identifier: GPL-3.0-or-later
# How fast fetch is, beside curl and what else is installed: tests/measure/fetch
.PHONY: bench-fetch
bench-fetch: $(BUILD)/bin/fetch $(SHARE)/.made
	@if ! command -v nginx >/dev/null || ! command -v curl >/dev/null; then \
	    echo 'skipped: no nginx or no curl (Debian: nginx-light curl)'; \
	else tests/measure/fetch '$(abspath $<)' '$(abspath $(BUILD))/bench-fetch'; fi
