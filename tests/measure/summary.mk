# SPDX-License-Identifier: GPL-3.0-or-later
# A summary of SUMMARY_REVIEWS made-up reviews: CPU seconds and memory, beside
# the same counts made by DuckDB.
SUMMARY_REVIEWS ?= 1000000

.PHONY: bench-summary
bench-summary: all
	@BIN='$(abspath $(BUILD))/bin' BUILD='$(abspath $(BUILD))' \
	    tests/measure/summary.sh $(SUMMARY_REVIEWS)
