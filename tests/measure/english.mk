# SPDX-License-Identifier: GPL-3.0-or-later
ENGLISH = $(SAYSO_SHARED)/eval/en

# Each set with weights that were learned without it.
.PHONY: eval-english
eval-english: $(BUILD)/bin/score
	@tests/measure/english $< '$(ENGLISH)' lexicon $(BUILD)/eval-english
