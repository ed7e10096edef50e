# SPDX-License-Identifier: GPL-3.0-or-later
# How fast parse is, beside libxml2 and extruct: tests/measure/parse.c.
$(BUILD)/bin/measure-parse: $(BUILD)/obj/tests/measure/parse.o \
		$(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(link) $(LIBS_fetch) $(LIBS_parse) $(LIBS_score)

.PHONY: bench-parse
bench-parse: $(BUILD)/bin/measure-parse $(BUILD)/bin/parse $(SHARE)/.made
	@tests/measure/parse.sh $(BUILD)/bin/measure-parse \
	    $(BUILD)/bin/parse $(BUILD)/bench $(SAYSO_SHARED)/pages
