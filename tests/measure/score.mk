# SPDX-License-Identifier: GPL-3.0-or-later
# How fast the sentiment engine is, against a bare scan of the same bytes.
$(BUILD)/bin/measure-score: $(call objects,tests/measure/score \
		tests/measure/score_program tests/measure/score_texts) \
		$(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(link) $(LIBS_score)

.PHONY: bench-score
bench-score: $(BUILD)/bin/measure-score $(BUILD)/bin/score
	@$< lexicon $(SAYSO_SHARED)/eval $(BUILD)/bin/score
