# SPDX-License-Identifier: GPL-3.0-or-later
# A summary of so many made-up reviews: CPU seconds, memory and disk, beside the
# same counts made by DuckDB.  make bench-summary SAYSO_BENCH_REVIEWS=10000000
# wants 16 GB of disk in the build folder until it is done.
SAYSO_BENCH_REVIEWS ?= 1000000

.PHONY: bench-summary
bench-summary: all
	@BIN='$(abspath $(BUILD))/bin' BUILD='$(abspath $(BUILD))' \
	    tests/measure/summary.sh $(SAYSO_BENCH_REVIEWS)
