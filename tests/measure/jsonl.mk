# SPDX-License-Identifier: GPL-3.0-or-later
# What JSON Lines cost around the engine: make bench-jsonl FILE=reviews.jsonl
$(BUILD)/bin/measure-jsonl: $(call objects,tests/measure/jsonl \
		tests/measure/score_texts) $(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(link) $(LIBS_score)

.PHONY: bench-jsonl
bench-jsonl: $(BUILD)/bin/measure-jsonl
	@$< lexicon $(FILE)
