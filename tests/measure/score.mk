# SPDX-License-Identifier: GPL-3.0-or-later
# How fast the sentiment engine is, against a bare scan of the same bytes.
$(BUILD)/bin/measure-score: $(call objects,tests/measure/score \
		tests/measure/score_program tests/measure/score_texts \
		tests/measure/score_vader) \
		$(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(link) $(LIBS_score)

# vaderSentiment to be measured beside it, in a Python of its own.
VADER = $(BUILD)/venv/bin/python3

.PHONY: bench-score
bench-score: $(BUILD)/bin/measure-score $(BUILD)/bin/score
	@$(VADER) -c 'import vaderSentiment' 2>/dev/null || \
	    { python3 -m venv $(BUILD)/venv && \
	    $(BUILD)/venv/bin/pip install -q vaderSentiment; } \
	    >/dev/null 2>&1 || \
	    echo 'skipped: vaderSentiment cannot be installed'; \
	vader=$(VADER); $$vader -c 'import vaderSentiment' 2>/dev/null || \
	    vader=; \
	$< lexicon $(SAYSO_SHARED)/eval $(BUILD)/bin/score $$vader
