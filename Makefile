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
DEFINES = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE \
	-DSAYSO_VERSION='"$(VERSION)"' \
	-DSAYSO_DATA='"$(PREFIX)/share/sayso"'
# One arithmetic everywhere: no fused multiply-add behind our back.
ARITHMETIC = -ffp-contract=off
PACKAGES = libcurl libxml-2.0 sqlite3 libcjson zlib libdeflate libcrypto gsl
PACKAGE_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null)
ALL_CFLAGS = -std=c11 $(WARNINGS) $(DEFINES) $(ARITHMETIC) -Iinclude \
	$(PACKAGE_CFLAGS) $(CFLAGS) $(SANITIZE)

# What each program links.  Links point upstream only: parse may use fetch's
# objects, score parse's, never the other way, so that this list is the map
# of the data.  An object lives in the room that writes the format.
FOUNDATION = fetch/arena fetch/buffer fetch/calendar fetch/command \
	fetch/complaint fetch/digest fetch/json fetch/jsonl fetch/plan \
	fetch/publish fetch/slurp fetch/utf8 fetch/workspace
CAPTURES = fetch/gzip fetch/warc fetch/recipe
FETCH = fetch/main fetch/crawl fetch/http fetch/ledger fetch/paginate \
	fetch/robots $(CAPTURES) $(FOUNDATION)
REVIEWS = parse/review parse/language
PARSE = parse/main $(REVIEWS) $(CAPTURES) $(FOUNDATION)
SCORE = score/main $(REVIEWS) $(FOUNDATION)

LIBS_fetch = $(shell $(PKG_CONFIG) --libs libcurl sqlite3 libcjson zlib libdeflate libcrypto)
LIBS_parse = $(shell $(PKG_CONFIG) --libs libxml-2.0 libcjson zlib libdeflate libcrypto)
LIBS_score = $(shell $(PKG_CONFIG) --libs sqlite3 libcjson zlib libdeflate libcrypto gsl) -lm
