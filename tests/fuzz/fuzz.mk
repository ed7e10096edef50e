# SPDX-License-Identifier: GPL-3.0-or-later
# Every target of tests/fuzz for FUZZ_SECONDS, from the seeds in the tree; what
# it learned stays in $(BUILD)/fuzz.  A finding becomes a test and a seed.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS = $(basename $(notdir $(wildcard tests/fuzz/*.c)))
FUZZ_CC = clang
FUZZ_SANITIZE = -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer

$(BUILD)/obj/tests/fuzz/%.o: ALL_CFLAGS += -Itests/fuzz

$(BUILD)/bin/fuzz-%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(call say,link,$@)
	$(link) -fsanitize=fuzzer $(LIBS_fetch) $(LIBS_parse) $(LIBS_score)

.PHONY: fuzz fuzz-programs
fuzz-programs: $(FUZZ_TARGETS:%=$(BUILD)/bin/fuzz-%)

fuzz:
	@if ! echo 'int LLVMFuzzerTestOneInput(const char *b, unsigned long n) { return b == 0 && n; }' | \
	    $(FUZZ_CC) -x c - -fsanitize=fuzzer,address -o /dev/null 2>/dev/null; \
	then echo 'skipped: no clang with libFuzzer (Debian: clang libclang-rt-14-dev)'; \
	else $(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=$(FUZZ_CC) \
	    CFLAGS='-O1 -g' SANITIZE='$(FUZZ_SANITIZE)' fuzz-programs && \
	    FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run $(BUILD)/fuzz $(FUZZ_TARGETS); fi
