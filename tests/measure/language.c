/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often language_detect() is right, and how fast.  Reads the `text`
 * column of <folder>/<tag>/<any>.tsv; the folder's tag is the truth.
 *	language FOLDER
 * With MISSES in the environment, every text that was taken for another
 * language is printed first: truth, answer, text.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "language.h"

enum {
	LINE_LIMIT = 1 << 20,
	LANGUAGES_MAX = 64,
	ROWS_MAX = 3000,	/* of one file: no language drowns the rest */
	LENGTHS = 4,
	ROUNDS = 5,		/* of the race, best counts */
	CONFUSED_MAX = 64,
};

static const size_t length_borders[LENGTHS - 1] = {25, 60, 150};
static const char *const length_names[LENGTHS] = {
	"<= 25", "26-60", "61-150", "> 150"
};

struct score {
	char tag[LANGUAGE_TAG];
	unsigned rows[LENGTHS], right[LENGTHS];
	struct { const char *tag; unsigned count; } wrong[CONFUSED_MAX];
};

struct measure {
	struct score of[LANGUAGES_MAX];
	size_t count;
	char *texts;		/* all of them, for the race */
	size_t size, room;
	size_t *ends;
	size_t rows, rows_room;
};

static void *
more(void *p, size_t size)
{
	p = realloc(p, size);
	if (p == NULL) {
		perror("realloc");
		exit(1);
	}
	return p;
}

static struct score *
score_of(struct measure *m, const char *tag)
{
	size_t i;

	for (i = 0; i < m->count; i++)
		if (strcmp(m->of[i].tag, tag) == 0)
			return &m->of[i];
	if (m->count == LANGUAGES_MAX) {
		fprintf(stderr, "too many languages\n");
		exit(1);
	}
	memset(&m->of[i], 0, sizeof(m->of[i]));
	snprintf(m->of[i].tag, sizeof(m->of[i].tag), "%s", tag);
	m->count++;
	return &m->of[i];
}

static unsigned
length_class(const char *text)
{
	size_t characters = 0;
	unsigned class = 0;

	for (; *text != '\0'; text++)
		characters += ((unsigned char)*text & 0xC0) != 0x80;
	while (class < LENGTHS - 1 && characters > length_borders[class])
		class++;
	return class;
}

static void
keep_text(struct measure *m, const char *text)
{
	size_t length = strlen(text);

	if (m->size + length > m->room) {
		m->room = (m->size + length) * 2;
		m->texts = more(m->texts, m->room);
	}
	if (m->rows == m->rows_room) {
		m->rows_room = m->rows_room ? m->rows_room * 2 : 1024;
		m->ends = more(m->ends, m->rows_room * sizeof(*m->ends));
	}
	memcpy(m->texts + m->size, text, length);
	m->size += length;
	m->ends[m->rows++] = m->size;
}

static void
count_wrong(struct score *s, const char *got)
{
	size_t i;

	for (i = 0; i < CONFUSED_MAX; i++) {
		if (s->wrong[i].tag == NULL)
			s->wrong[i].tag = got;
		if (strcmp(s->wrong[i].tag, got) == 0) {
			s->wrong[i].count++;
			return;
		}
	}
}

static void
measure_text(struct measure *m, const char *tag, const char *text)
{
	char truth[LANGUAGE_TAG];
	struct score *s;
	const char *got = language_detect(text_of(text));
	unsigned class = length_class(text);

	s = score_of(m, language_primary(text_of(tag), truth));
	s->rows[class]++;
	if (strcmp(got, s->tag) == 0) {
		s->right[class]++;
	} else {
		count_wrong(s, got);
		if (getenv("MISSES") != NULL)
			printf("%s %s %s\n", s->tag, got, text);
	}
	keep_text(m, text);
}

/* The last column is the text, where the header says so. */
static void
measure_file(struct measure *m, const char *tag, const char *path)
{
	static char line[LINE_LIMIT];
	FILE *file = fopen(path, "r");
	char *text;
	unsigned rows = 0;

	if (file == NULL)
		return;
	if (fgets(line, sizeof(line), file) != NULL &&
	    strstr(line, "\ttext\n") != NULL &&
	    strstr(line, "\tterm\t") == NULL)
		while (rows < ROWS_MAX &&
		    fgets(line, sizeof(line), file) != NULL) {
			line[strcspn(line, "\n")] = '\0';
			text = strrchr(line, '\t');
			if (text == NULL)
				continue;
			measure_text(m, tag, text + 1);
			rows++;
		}
	fclose(file);
}

static int
by_name(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Files of every language's folder, in order. */
static int
measure_folder(struct measure *m, const char *folder)
{
	struct dirent **tags, **files;
	char path[4096];
	int tag_count = scandir(folder, &tags, by_name, alphasort);
	int file_count, i, j;

	if (tag_count < 0)
		return -1;
	for (i = 0; i < tag_count; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, tags[i]->d_name);
		file_count = scandir(path, &files, by_name, alphasort);
		for (j = 0; j < file_count; j++) {
			snprintf(path, sizeof(path), "%s/%s/%s", folder,
			    tags[i]->d_name, files[j]->d_name);
			measure_file(m, tags[i]->d_name, path);
			free(files[j]);
		}
		if (file_count >= 0)
			free(files);
		free(tags[i]);
	}
	free(tags);
	return 0;
}

static double
share(unsigned right, unsigned rows)
{
	return rows ? (double)right / rows : 0;
}

static void
print_score(const struct score *s)
{
	unsigned rows = 0, right = 0, class;
	size_t i;

	for (class = 0; class < LENGTHS; class++) {
		rows += s->rows[class];
		right += s->right[class];
	}
	printf("%-4s %6u %.3f", s->tag, rows, share(right, rows));
	for (class = 0; class < LENGTHS; class++)
		if (s->rows[class])
			printf("  %.3f (%5u)", share(s->right[class],
			    s->rows[class]), s->rows[class]);
		else
			printf("      - (    0)");
	for (i = 0; i < CONFUSED_MAX && s->wrong[i].tag != NULL; i++)
		if (s->wrong[i].count * 100 > rows)
			printf(" %s:%u", s->wrong[i].tag, s->wrong[i].count);
	putchar('\n');
}

static void
print_scores(const struct measure *m)
{
	struct score all = {.tag = "all"};
	size_t i;
	unsigned class;

	printf("%-4s %6s %5s", "", "rows", "right");
	for (class = 0; class < LENGTHS; class++)
		printf("%15s", length_names[class]);
	printf("  taken for (over 1 %%)\n");
	for (i = 0; i < m->count; i++) {
		print_score(&m->of[i]);
		for (class = 0; class < LENGTHS; class++) {
			all.rows[class] += m->of[i].rows[class];
			all.right[class] += m->of[i].right[class];
		}
	}
	print_score(&all);
}

static void
race(const struct measure *m)
{
	struct timespec begin, end;
	double seconds, best = 0;
	size_t i, at;
	unsigned round, known = 0;

	for (round = 0; round < ROUNDS; round++) {
		clock_gettime(CLOCK_MONOTONIC, &begin);
		for (i = 0, at = 0; i < m->rows; at = m->ends[i++])
			known += *language_detect((struct text){
			    m->texts + at, m->ends[i] - at}) != 'u';
		clock_gettime(CLOCK_MONOTONIC, &end);
		seconds = (double)(end.tv_sec - begin.tv_sec) +
		    (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
		if (round == 0 || seconds < best)
			best = seconds;
	}
	printf("%.1f MB/s, %.0f texts/s (%zu texts, %.1f MB, %u named)\n",
	    (double)m->size / 1e6 / best, (double)m->rows / best, m->rows,
	    (double)m->size / 1e6, known / ROUNDS);
}

int
main(int argc, char **argv)
{
	static struct measure m;

	if (argc != 2) {
		fprintf(stderr, "usage: language FOLDER\n");
		return 2;
	}
	if (measure_folder(&m, argv[1]) < 0 || m.rows == 0) {
		printf("skipped: no texts in %s\n", argv[1]);
		return 0;
	}
	print_scores(&m);
	race(&m);
	free(m.texts);
	free(m.ends);
	return 0;
}
