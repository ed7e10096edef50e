# SPDX-License-Identifier: GPL-3.0-or-later
# How often each interval holds the truth in simulations, and how often alarms
# are false.

.PHONY: coverage
coverage: $(BUILD)/tests/coverage.t
	@CMOCKA_MESSAGE_OUTPUT=stdout $(BUILD)/tests/coverage.t print 2>/dev/null | \
	    grep -E '%|years'
