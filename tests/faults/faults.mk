# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that servers do wrong, against fetch: one line, two minutes.
.PHONY: faults
faults: $(BUILD)/bin/fetch $(BUILD)/bin/server $(SHARE)/.made
	@tests/faults/run $(BUILD)/bin
