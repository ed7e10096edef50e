# SPDX-License-Identifier: GPL-3.0-or-later
# How often each interval holds the truth in simulations, and how often alarms
# are false.
COVERAGE = $(BUILD)/tests/coverage.t $(BUILD)/tests/coverage_times.t

.PHONY: coverage
coverage: $(COVERAGE)
	@for t in $(COVERAGE); do \
	    CMOCKA_MESSAGE_OUTPUT=stdout $$t print 2>/dev/null | \
	    grep -E '%|years'; done
