# Sayso.  `make` builds, `make check` tests, `make demo` shows.
# BUILD names the folder that everything is made in; the variants (asan,
# clang) are the same rules in another folder.

VERSION = 0.1.0
BUILD ?= build
CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
DESTDIR ?=
PKG_CONFIG ?= pkg-config
INSTALL ?= install
PROGRAMS = fetch parse score

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wconversion
DEFINES = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -D_FILE_OFFSET_BITS=64 \
	-DSAYSO_VERSION='"$(VERSION)"' \
	-DSAYSO_DATA='"$(PREFIX)/share/sayso"'
# One arithmetic everywhere: no fused multiply-add behind our back, nor the
# 80 bits of an x86 of 32.
ARITHMETIC := -ffp-contract=off $(shell echo __i386__ | $(CC) -E -P - | \
	sed -n 's/^1$$/-msse2 -mfpmath=sse/p')
PACKAGES = libcurl libpsl libxml-2.0 sqlite3 libcjson zlib libdeflate libcrypto gsl
# parse locks itself in with it where it is there, and says so where not.
SECCOMP := $(shell $(PKG_CONFIG) --exists libseccomp 2>/dev/null && echo libseccomp)
DEFINES += $(if $(SECCOMP),-DSAYSO_SECCOMP)
# Bodies in the codings br and zstd are read where these are there.
BROTLI := $(shell $(PKG_CONFIG) --exists libbrotlidec 2>/dev/null && echo libbrotlidec)
ZSTD := $(shell $(PKG_CONFIG) --exists libzstd 2>/dev/null && echo libzstd)
DEFINES += $(if $(BROTLI),-DSAYSO_BROTLI) $(if $(ZSTD),-DSAYSO_ZSTD)
CODINGS = $(BROTLI) $(ZSTD)
PACKAGE_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PACKAGES) $(SECCOMP) $(CODINGS) 2>/dev/null)
ALL_CFLAGS = -std=c11 $(WARNINGS) $(DEFINES) $(ARITHMETIC) -Iinclude \
	$(PACKAGE_CFLAGS) $(CFLAGS) $(SANITIZE)

# What each program links: its room, and what others use of the rooms before
# it.  Links point upstream only: parse may use fetch's objects, score parse's,
# never the other way, so that this list is the map of the data.  An object
# lives in the room that writes the format.
room = $(patsubst %.c,%,$(sort $(wildcard $(1)/*.c)))
FOUNDATION = $(addprefix fetch/, arena buffer calendar command complaint \
	digest json json_guard json_strict jsonl jsonl_read jsonl_scan \
	jsonl_write plan plan_customers plan_hosts plan_ids plan_report \
	publish secret slurp utf8 workspace)
CAPTURES = $(filter fetch/gzip% fetch/recipe% fetch/warc%,$(call room,fetch))
REVIEWS = $(filter parse/review% parse/language%,$(call room,parse))
FETCH = $(call room,fetch)
PARSE = $(call room,parse) $(CAPTURES) $(FOUNDATION)
SCORE = $(call room,score) $(REVIEWS) $(FOUNDATION)
MADE = made/report_style made/report_script

LIBS_fetch = $(shell $(PKG_CONFIG) --libs libcurl libpsl sqlite3 libcjson zlib libdeflate libcrypto $(CODINGS))
LIBS_parse = $(shell $(PKG_CONFIG) --libs libxml-2.0 libcjson zlib libdeflate libcrypto $(SECCOMP) $(CODINGS)) -lm
LIBS_score = $(shell $(PKG_CONFIG) --libs sqlite3 libcjson zlib libdeflate libcrypto gsl) -llinear -lm -pthread

PROGRAM_FILES = $(PROGRAMS:%=$(BUILD)/bin/%)
SHARE = $(BUILD)/share/sayso
DATA = $(wildcard fetch/sources/*.json) $(wildcard lexicon/*.tsv) \
	$(wildcard score/words/*.po)
PAGES = $(wildcard fetch/*.[157] parse/*.[157] score/*.[157])
ROOM_OBJECTS = $(sort $(FETCH) $(PARSE) $(SCORE))
TESTABLE = $(filter-out %/main,$(ROOM_OBJECTS))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/tests/%.t,$(wildcard tests/unit/*.c))
SERVER = tests/server tests/server_broken tests/server_faults \
	tests/server_files tests/server_find tests/server_http

# `make V=1` shows the commands.
V ?= 0
ifeq ($(V),0)
.SILENT:
say = echo '  $(1)	$(2)'
else
say = :
endif

all: $(PROGRAM_FILES) $(SHARE)/.made

.PHONY: all clean deps install uninstall check check-slow asan demo \
	$(PROGRAMS) FORCE \
	lexicon language-table
.DELETE_ON_ERROR:
.SECONDARY:

fetch parse score: %: $(BUILD)/bin/% $(SHARE)/.made

objects = $(1:%=$(BUILD)/obj/%.o)
link = $(CC) $(CFLAGS) $(SANITIZE) $(LDFLAGS) -o $@ $(filter %.o %.a,$^)

$(BUILD)/bin/fetch: $(call objects,$(FETCH))
	mkdir -p $(@D)
	$(call say,link,$@)
	$(link) $(LIBS_fetch)

$(BUILD)/bin/parse: $(call objects,$(PARSE))
	mkdir -p $(@D)
	$(call say,link,$@)
	$(link) $(LIBS_parse)

$(BUILD)/bin/score: $(call objects,$(SCORE) $(MADE))
	mkdir -p $(@D)
	$(call say,link,$@)
	$(link) $(LIBS_score)

$(BUILD)/bin/server: $(call objects,$(SERVER))
	mkdir -p $(@D)
	$(link) -lz -lcrypto

$(BUILD)/obj/%.o: %.c $(BUILD)/obj/.flags
	mkdir -p $(@D)
	$(call say,cc,$<)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The report's style sheet and script, line by line as C: nothing is read at
# run time.
quoted = { echo '\#include "report.h"'; \
	echo 'const char *const $(basename $(@F))[] = {'; \
	sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/?/\\?/g' \
	    -e 's/.*/"&\\n",/' $<; echo 'NULL };'; } > $@
$(BUILD)/made/%.c: score/%.css
	mkdir -p $(@D)
	@$(quoted)
$(BUILD)/made/%.c: score/%.js
	mkdir -p $(@D)
	@$(quoted)

$(BUILD)/obj/made/%.o: $(BUILD)/made/%.c $(BUILD)/obj/.flags
	mkdir -p $(@D)
	$(call say,cc,$<)
	$(CC) $(ALL_CFLAGS) -Iscore -MMD -MP -c -o $@ $<

# Objects are made again when the compiler or its flags change.
$(BUILD)/obj/.flags: FORCE
	mkdir -p $(@D)
	@echo '$(CC) $(ALL_CFLAGS)' | cmp -s - $@ || \
	    echo '$(CC) $(ALL_CFLAGS)' > $@

# The data beside the programs, in the shape of an installed prefix.
$(SHARE)/.made: $(DATA)
	rm -rf $(SHARE)
	mkdir -p $(SHARE)/sources $(SHARE)/lexicon $(SHARE)/words
	cp $(filter fetch/%,$^) $(SHARE)/sources/
	cp $(filter lexicon/%,$^) $(SHARE)/lexicon/
	cp $(filter score/words/%,$^) $(SHARE)/words/
	touch $@

# ---- tests ----

$(BUILD)/obj/rooms.a: $(call objects,$(TESTABLE) $(MADE))
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/obj/tests/%.o: private ALL_CFLAGS += -Ifetch -Iparse -Iscore

$(BUILD)/tests/%.t: $(BUILD)/obj/tests/unit/%.o $(BUILD)/obj/rooms.a
	mkdir -p $(@D)
	$(link) $(LIBS_fetch) $(LIBS_parse) $(LIBS_score) -lcmocka -lutf8proc

SAYSO_SHARED ?= ../shared
TEST_ENVIRONMENT = BIN='$(abspath $(BUILD))/bin' MAKE='$(MAKE)' \
	CC='$(CC)' BUILD='$(abspath $(BUILD))' \
	SAYSO_SHARED='$(abspath $(SAYSO_SHARED))' \
	CMOCKA_MESSAGE_OUTPUT=TAP
PROVE = prove -Q --timer -j 2

check: all $(BUILD)/bin/server $(UNITS)
	@$(TEST_ENVIRONMENT) $(PROVE) $(UNITS) $(TESTS)

TESTS = $(sort $(wildcard tests/*.t)) tests/market/check.pl

# What takes minutes: kills by the hundred, long inputs, other compilers.
check-slow: all $(BUILD)/bin/server
	@$(TEST_ENVIRONMENT) $(PROVE) $(sort $(wildcard tests/slow/*.t))

asan:
	@ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
	    UBSAN_OPTIONS=print_stacktrace=1 \
	    $(MAKE) BUILD=$(BUILD)/asan CFLAGS='-O1 -g' \
	    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' \
	    check

# Fuzzers, benches and measures: each folder's targets stand beside its files.
include $(sort $(wildcard tests/*/*.mk))

# Learned weights are kept in the tree; lexicon/README is the recipe.
lexicon: $(BUILD)/bin/score
	@if [ ! -d '$(ENGLISH)' ]; then \
	    echo 'skipped: no labelled sets in $(ENGLISH)'; exit 0; fi; \
	LC_ALL=C cat lexicon/en.tsv lexicon/en.rules.tsv lexicon/mul.tsv \
	    >$(BUILD)/prior.tsv && \
	$< learn --lang en --prior $(BUILD)/prior.tsv \
	    --except lexicon/unlearned.txt $(filter-out \
	    %.meta.tsv %.aspects.tsv,$(wildcard $(ENGLISH)/*.tsv)) \
	    >$(BUILD)/learned.tsv && \
	mv $(BUILD)/learned.tsv lexicon/en.learned.tsv
	@set -e; for l in $(LEARNED); do \
	    rows='$(SAYSO_SHARED)/eval/'$$l/dev.tsv; \
	    [ -f "$$rows" ] || { echo "skipped: no $$rows"; continue; }; \
	    [ $$l != hr ] || rows="$$rows $(SAYSO_SHARED)/eval/sr/dev.tsv"; \
	    rm -rf $(BUILD)/sources; \
	    lexicon/sources $(BUILD)/sources $$rows; \
	    LC_ALL=C cat lexicon/$$l.tsv lexicon/$$l.rules.tsv \
	        lexicon/mul.tsv >$(BUILD)/prior.tsv; \
	    lexicon/learn $< $$l $(BUILD)/prior.tsv $$(ls \
	        $(BUILD)/sources/*.tsv | grep -v '\.meta\.tsv$$') \
	        >$(BUILD)/learned.tsv; \
	    mv $(BUILD)/learned.tsv lexicon/$$l.learned.tsv; \
	done

# What parse knows of languages is learned; the table is kept in the tree.
language-table:
	perl parse/language_learn.pl lexicon/samples >parse/language_table.c.new
	mv parse/language_table.c.new parse/language_table.c

# ---- the example market ----

demo: deps
	@$(MAKE) --no-print-directory all $(BUILD)/bin/server
	@BIN='$(BUILD)/bin' BUILD='$(BUILD)' tests/market/demo

# ---- packages ----

DEBIAN = \
	gcc \
	jq \
	libbrotli-dev \
	libc6-dev \
	libcjson-dev \
	libcmocka-dev \
	libcurl4-openssl-dev \
	libdeflate-dev \
	libgsl-dev \
	liblinear-dev \
	libpsl-dev \
	libseccomp-dev \
	libsqlite3-dev \
	libssl-dev \
	libutf8proc-dev \
	libxml2-dev \
	libzstd-dev \
	make \
	mandoc \
	perl \
	pkg-config \
	sqlite3 \
	zlib1g-dev

deps:
	@missing=; for p in $(DEBIAN); do \
	    dpkg-query -W -f '$${Status}' $$p 2>/dev/null | \
	    grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	    echo "no apt-get here; README.md names the packages" >&2; exit 1; fi; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	echo "installing:$$missing"; \
	DEBIAN_FRONTEND=noninteractive \
	    $$root apt-get install -y -qq --no-install-recommends $$missing

# ---- installing ----

install: all
	$(INSTALL) -d $(DESTDIR)$(PREFIX)/bin \
	    $(DESTDIR)$(PREFIX)/share/sayso/sources \
	    $(DESTDIR)$(PREFIX)/share/sayso/lexicon \
	    $(DESTDIR)$(PREFIX)/share/sayso/engines \
	    $(DESTDIR)$(PREFIX)/share/sayso/words \
	    $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/man/man7
	for p in $(PROGRAMS); do $(INSTALL) -m 755 $(BUILD)/bin/$$p \
	    $(DESTDIR)$(PREFIX)/bin/sayso-$$p || exit 1; done
	$(INSTALL) -m 644 fetch/sources/*.json \
	    $(DESTDIR)$(PREFIX)/share/sayso/sources
	$(INSTALL) -m 644 lexicon/*.tsv \
	    $(DESTDIR)$(PREFIX)/share/sayso/lexicon
	$(INSTALL) score/engines/* $(DESTDIR)$(PREFIX)/share/sayso/engines
	$(INSTALL) -m 644 score/words/*.po \
	    $(DESTDIR)$(PREFIX)/share/sayso/words
	$(INSTALL) -m 644 score/summary.schema.json \
	    $(DESTDIR)$(PREFIX)/share/sayso
	for m in $(PAGES); do $(INSTALL) -m 644 $$m \
	    $(DESTDIR)$(PREFIX)/share/man/man$${m##*.}/ || exit 1; done

uninstall:
	rm -f $(PROGRAMS:%=$(DESTDIR)$(PREFIX)/bin/sayso-%)
	for m in $(notdir $(PAGES)); do \
	    rm -f $(DESTDIR)$(PREFIX)/share/man/man$${m##*.}/$$m; done
	rm -rf $(DESTDIR)$(PREFIX)/share/sayso

clean:
	rm -rf $(BUILD)

-include $(wildcard $(BUILD)/obj/*/*.d $(BUILD)/obj/*/*/*.d)
