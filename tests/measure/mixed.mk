# SPDX-License-Identifier: GPL-3.0-or-later
# Reviews in two languages, scored in one and sentence by sentence; and how
# many in one language are cut: tests/measure/mixed.c.
$(BUILD)/bin/measure-mixed: $(call objects,tests/measure/mixed) \
		$(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(link) $(LIBS_score)

.PHONY: eval-mixed
eval-mixed: $(BUILD)/bin/measure-mixed
	@$< lexicon $(SAYSO_SHARED)/eval
