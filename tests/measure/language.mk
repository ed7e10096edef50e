# SPDX-License-Identifier: GPL-3.0-or-later
# How often the language of a text is named right, and how fast.
$(BUILD)/bin/measure-language: $(call objects,tests/measure/language \
		$(filter parse/language%,$(REVIEWS)) fetch/utf8 fetch/buffer)
	mkdir -p $(@D)
	$(link)

.PHONY: measure-language
measure-language: $(BUILD)/bin/measure-language
	@$< $(SAYSO_SHARED)/eval
