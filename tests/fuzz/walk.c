/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recipe, behind a NUL what its source answers, page after page: a walk
 * must end by itself at the page ceiling, whatever comes. */
#include "fuzz.h"

#include "marks.h"
#include "paginate.h"

enum { CEILING = 12, ARENA = 64 << 20 };

static const struct plan_row row = {.max_pages = CEILING};

/* One page; NULL while there are more. */
static const char *
page(struct paginate *p, struct marks *m, struct text body, int n,
	struct arena *a)
{
	static const char *const digest[] = {"a", "b", "c", "d", "e", "f",
	    "g", "h", "i", "j", "k", "l", "m"};
	struct paginate_facts facts;
	struct complaint c = {.text = ""};
	char url[HTTP_URL];

	if (paginate_url(p, url, &c) != 0 || paginate_look(p, url,
	    text_of("Link: </next>; rel=next\r\n\r\n"), body, &facts, a, &c)
	    != 0) {
		CLAIM(c.text[0] != '\0');
		return "failed";
	}
	CLAIM(facts.record_count == 0 ||
	    (int64_t)facts.record_count == facts.records);
	marks_take(m, &facts, n % 3 == 2);
	facts.known = m->run >= 5;
	if (facts.id != NULL && p->id == NULL &&
	    marks_filter(m, &facts, true, a) != 0)
		return "failed";
	return paginate_turn(p, &facts, digest[n], &c);
}

static void
walk(const struct recipe *recipe, struct text body)
{
	const struct paginate_aim aim = {.since = 1700000000,
	    .since_id = "99", .from = 1700000000, .to = 1700900000};
	const char *stop = NULL, *line, *type;
	struct complaint c;
	struct paginate p;
	struct buffer content;
	struct marks m;
	struct arena a;
	int n;

	if (recipe->transport != RECIPE_HTTP || recipe->secret_count > 0)
		return;
	arena_init(&a, ARENA);
	CLAIM(marks_read(&m, NULL, false, &a) == 0);
	paginate_init(&p, recipe, &row);
	paginate_aim(&p, &aim);
	buffer_init(&content, PAGINATE_BODY_MAX);
	paginate_body(&p, &content, &type, &c);
	buffer_release(&content);
	for (n = 0; n <= CEILING && stop == NULL; n++)
		stop = page(&p, &m, body, n, &a);
	CLAIM(stop != NULL);
	line = paginate_place(&p, &a);
	if (line != NULL)
		paginate_resume(&p, line);
	paginate_release(&p);
	/* What is written is read again. */
	buffer_init(&content, MARKS_LINE_MAX);
	line = marks_write(&m, true, &content);
	CLAIM(line != NULL && marks_read(&m, line, true, &a) == 0);
	CLAIM(marks_write(&m, false, &content) != NULL);
	buffer_release(&content);
	arena_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	return fuzz_recipe(bytes, length, walk);
}
