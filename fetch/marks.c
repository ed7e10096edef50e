/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"

enum { HEX = 16 };

/* One word behind *at; false where there is none that fits. */
static bool
word_read(const char **at, char *to, size_t size)
{
	size_t length = strcspn(*at, " ");

	if (length == 0 || length >= size)
		return false;
	memcpy(to, *at, length);
	to[length] = '\0';
	*at += length + ((*at)[length] == ' ');
	return true;
}

static bool
number_read(const char **at, int64_t *to)
{
	char word[24], *end;

	if (!word_read(at, word, sizeof(word)))
		return false;
	*to = strtoll(word, &end, 10);
	return *end == '\0' && *to >= -1;
}

/* A run of hashes, sixteen digits each. */
static bool
hashes_read(const char **at, uint64_t *to, size_t *count)
{
	size_t length = strcspn(*at, " "), i;
	char hex[HEX + 1] = "";

	if (length == 1 && **at == '-')
		length = 0;
	else if (length % HEX != 0 || length > HEX * (size_t)MARKS_IDS_MAX ||
	    strspn(*at, "0123456789abcdef") != length)
		return false;
	for (i = 0; i < length / HEX; i++) {
		memcpy(hex, *at + HEX * i, HEX);
		to[i] = strtoull(hex, NULL, 16);
	}
	*count = i;
	*at += strcspn(*at, " ");
	*at += **at == ' ';
	return true;
}

int
marks_read(struct marks *m, const char *line, bool resumed, struct arena *a)
{
	const size_t size = MARKS_IDS_MAX * sizeof(uint64_t);

	*m = (struct marks){.high = -1, .held = -1, .whole = -1,
	    .next_high = -1};
	m->known = arena_take(a, size);
	m->seen = arena_take(a, size);
	if (m->known == NULL || m->seen == NULL)
		return -1;
	if (line == NULL)
		return 0;
	if (!number_read(&line, &m->high) || !number_read(&line, &m->held) ||
	    !number_read(&line, &m->whole) ||
	    !word_read(&line, m->high_id, sizeof(m->high_id)) ||
	    !hashes_read(&line, m->known, &m->known_count) ||
	    !hashes_read(&line, m->seen, &m->seen_count)) {
		uint64_t *known = m->known, *seen = m->seen;

		*m = (struct marks){.high = -1, .held = -1, .whole = -1,
		    .next_high = -1, .known = known, .seen = seen};
	}
	if (strcmp(m->high_id, "-") == 0)
		m->high_id[0] = '\0';
	if (!resumed)
		m->seen_count = 0;
	return 0;
}

static bool
is_among(const uint64_t *list, size_t count, uint64_t id)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (list[i] == id)
			return true;
	return false;
}

void
marks_take(struct marks *m, const struct paginate_facts *facts, bool whole)
{
	size_t i;

	if (whole && facts->records > 0)
		m->run += facts->records;
	for (i = 0; i < facts->record_count; i++) {
		const struct peek_record *r = &facts->record[i];
		bool known = r->id != 0 &&
		    is_among(m->known, m->known_count, r->id);

		m->run = known ? m->run + 1 : 0;
		if (r->published > m->next_high)
			m->next_high = r->published;
		if (known || (r->id != 0 &&
		    is_among(m->seen, m->seen_count, r->id)))
			continue;
		m->fresh++;
		if (r->id != 0 && m->seen_count < MARKS_IDS_MAX)
			m->seen[m->seen_count++] = r->id;
	}
	if (facts->high_id != NULL && strlen(facts->high_id) < MARKS_ID_MAX &&
	    strchr(facts->high_id, ' ') == NULL && (m->next_id[0] == '\0' ||
	    peek_id_is_later(facts->high_id, m->next_id)))
		snprintf(m->next_id, sizeof(m->next_id), "%s",
		    facts->high_id);
}

int
marks_filter(const struct marks *m, struct paginate_facts *facts, bool known,
	struct arena *a)
{
	const char **kept = arena_take(a, (facts->id_count + 1) *
	    sizeof(*kept));
	size_t i, k, count = 0;

	if (kept == NULL)
		return -1;
	for (i = 0; i < facts->id_count; i++) {
		uint64_t id = peek_id_hash(text_of(facts->id[i]));

		for (k = 0; k < facts->record_count; k++)
			if (facts->record[k].id == id)
				break;
		if (k == facts->record_count && !(known &&
		    is_among(m->known, m->known_count, id)))
			kept[count++] = facts->id[i];
	}
	facts->id = (const char *const *)kept;
	facts->id_count = count;
	return 0;
}

static void
hashes_write(struct buffer *b, const uint64_t *first, size_t first_count,
	const uint64_t *then, size_t then_count)
{
	size_t i;

	if (first_count + then_count == 0)
		buffer_add_char(b, '-');
	for (i = 0; i < first_count + then_count && i < MARKS_IDS_MAX; i++)
		buffer_add_format(b, "%016" PRIx64, i < first_count ?
		    first[i] : then[i - first_count]);
}

const char *
marks_write(const struct marks *m, bool ended, struct buffer *line)
{
	int64_t high = ended && m->next_high > m->high ? m->next_high :
	    m->high;
	const char *id = ended && m->next_id[0] != '\0' ? m->next_id :
	    m->high_id;

	buffer_clear(line);
	buffer_add_format(line, "%" PRId64 " %" PRId64 " %" PRId64 " %s ", high,
	    m->held, m->whole, id[0] != '\0' ? id : "-");
	hashes_write(line, m->seen, ended ? m->seen_count : 0, m->known,
	    m->known_count);
	buffer_add_char(line, ' ');
	hashes_write(line, m->seen, ended ? 0 : m->seen_count, NULL, 0);
	return line->failed ? NULL : line->bytes;
}
