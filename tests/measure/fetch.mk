# SPDX-License-Identifier: GPL-3.0-or-later
# How fast fetch is, beside curl and what else is installed: tests/measure/fetch
$(BUILD)/bin/fetch-run $(BUILD)/bin/fetch-floor: $(BUILD)/bin/fetch-%: \
		$(BUILD)/obj/tests/measure/fetch_%.o
	mkdir -p $(@D)
	$(link) $(LIBS_fetch)

# Scrapy to be measured beside it, in a Python of its own.
SCRAPY = $(BUILD)/venv/bin/scrapy

.PHONY: bench-fetch
bench-fetch: $(BUILD)/bin/fetch $(BUILD)/bin/fetch-run \
		$(BUILD)/bin/fetch-floor $(SHARE)/.made
	@if ! command -v nginx >/dev/null || ! command -v curl >/dev/null; then \
	    echo 'skipped: no nginx or no curl (Debian: nginx-light curl)'; \
	    exit 0; fi; \
	[ -x $(SCRAPY) ] || { python3 -m venv $(BUILD)/venv && \
	    $(BUILD)/venv/bin/pip install -q scrapy; } >/dev/null 2>&1 || \
	    echo 'skipped: Scrapy cannot be installed'; \
	SCRAPY='$(abspath $(SCRAPY))' \
	    tests/measure/fetch '$(abspath $(BUILD))/bin' \
	    '$(abspath $(BUILD))/bench-fetch'
