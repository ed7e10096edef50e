# SPDX-License-Identifier: GPL-3.0-or-later
# CPU seconds of score explain over so many made-up reviews, by sayso.db and by
# reading all; the workspace is that of bench-summary.
.PHONY: bench-explain
bench-explain: all
	@BIN='$(abspath $(BUILD))/bin' BUILD='$(abspath $(BUILD))' \
	    tests/measure/explain.sh $(SAYSO_BENCH_REVIEWS)
