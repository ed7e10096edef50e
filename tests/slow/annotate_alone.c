/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score annotate` without the libraries that only other commands need, so
 * that it can be built for another processor: standard input to standard
 * output, the lexicon as the only argument.  A digest names a lexicon and is
 * not written by annotate.
 */
#include <stdio.h>
#include <string.h>

#include "annotate.h"
#include "digest.h"
#include "jsonl.h"
#include "review.h"
#include "sentiment.h"

struct digest *
digest_create(void)
{
	static char nothing;

	return (struct digest *)(void *)&nothing;
}

void
digest_add(struct digest *d, const void *bytes, size_t length)
{
	(void)d;
	(void)bytes;
	(void)length;
}

void
digest_finish(struct digest *d, unsigned char result[DIGEST_SIZE])
{
	(void)d;
	memset(result, 0, DIGEST_SIZE);
}

void
digest_hex(const unsigned char *digest, size_t size, char *hex)
{
	(void)digest;
	(void)size;
	hex[0] = '\0';
}

static int
fail(const char *why)
{
	fprintf(stderr, "annotate-alone: %s\n", why);
	return 1;
}

static int
annotate_all(struct scorer *s, struct jsonl_reader *r, struct complaint *c)
{
	static struct jsonl_object o;
	static struct sentiment sentiment;
	enum review_line type;
	struct review review;
	struct buffer out;
	struct arena a;
	struct text line;
	int got;

	arena_init(&a, 64 << 20);
	buffer_init(&out, 512 << 20);
	while ((got = jsonl_next(r, &line, c)) == 1) {
		arena_clear(&a);
		buffer_clear(&out);
		if (review_read_said(&review, &type, &o, line, &a, c) == -1)
			return -1;
		if (type == REVIEW_REVIEW) {
			sentiment_review(s, &review, NULL, &sentiment);
			annotate_line(&out, line, &o, &sentiment);
		} else {
			buffer_add(&out, line.bytes, line.length);
		}
		buffer_add_char(&out, '\n');
		if (out.failed || fwrite(out.bytes, 1, out.length, stdout) !=
		    out.length)
			return complain(c, 0, "cannot write");
	}
	arena_release(&a);
	buffer_release(&out);
	return got;
}

int
main(int argc, char **argv)
{
	struct complaint c = {""};

	if (argc != 2)
		return fail("usage: annotate-alone LEXICON <REVIEWS");
	struct engine *e = engine_open(argv[1], &c);
	struct scorer *s = e == NULL ? NULL : scorer_open(e);
	struct jsonl_reader *r = s == NULL ? NULL : jsonl_open("-", &c);
	int result = r == NULL ? -1 : annotate_all(s, r, &c);

	jsonl_close(r);
	scorer_close(s);
	engine_close(e);
	if (result != 0 || fflush(stdout) != 0)
		return fail(c.text);
	return 0;
}
