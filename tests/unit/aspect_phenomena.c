/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tests/phenomena/aspects-*.txt and comparisons-*.txt by the lexicon of the
 * tree: a tenth of the cases of a file may be wrong. */
#include "said.h"

#include <stdio.h>
#include <string.h>

#include "brands.h"

enum { WRONG_PERCENT = 10 };

/* Whether every wanted "aspect:label" is there and no "-aspect". */
static bool
has_all(const char *found, char *wanted)
{
	char padded[4200], one[128];

	snprintf(padded, sizeof padded, " %s ", found);
	for (char *w = strtok(wanted, " "); w != NULL; w = strtok(NULL, " ")) {
		if (w[0] == '-')
			snprintf(one, sizeof one, " %s:", w + 1);
		else
			snprintf(one, sizeof one, " %s ", w);
		if ((strstr(padded, one) != NULL) == (w[0] == '-'))
			return false;
	}
	return true;
}

static bool
is_right(const struct engine *e, const char *language, char *wanted,
	const char *text, bool comparisons)
{
	struct sentiment s = of_language(e, text, language);

	if (!comparisons)
		return has_all(mentions(&s), wanted);
	/* An aspect is only looked at where the case names one. */
	for (size_t i = 0; strchr(wanted, ':') == NULL && i < s.comparisons;
	    i++)
		s.comparison[i].aspect = NULL;
	return strcmp(preferences(&s), wanted) == 0;
}

static const char names[] = "Lumen=لومن=ლუმენი,Bosch=بوش=ბოში,"
    "Philips=Filips=فیلیپس=فيليبس=ფილიპსი";

static void
run_file(const char *kind, const char *language)
{
	const bool comparisons = strcmp(kind, "comparisons") == 0;
	char path[64], line[1024], list[8192] = "";
	struct complaint c;
	struct engine *e = engine_open("lexicon", &c);
	struct brands *b = brands_of_list(names, &c);

	snprintf(path, sizeof path, "tests/phenomena/%s-%s.txt", kind,
	    language);
	FILE *file = fopen(path, "r");
	size_t cases = 0, wrong = 0;

	if (e == NULL || b == NULL || file == NULL)
		fail_msg("%s: %s", path, c.text);
	engine_use_brands(e, b);
	while (fgets(line, sizeof line, file) != NULL) {
		char *tab = strchr(line, '\t');

		if (line[0] == '#' || tab == NULL)
			continue;
		*tab++ = '\0';
		tab[strcspn(tab, "\n")] = '\0';
		cases++;
		if (is_right(e, language, line, tab, comparisons))
			continue;
		wrong++;
		if (strlen(list) + strlen(tab) + 8 < sizeof list) {
			strcat(list, "\n  ");
			strcat(list, tab);
		}
	}
	fclose(file);
	engine_close(e);
	brands_free(b);
	assert_true(cases > 30);
	if (wrong * 100 > cases * WRONG_PERCENT)
		fail_msg("%s: %zu of %zu wrong:%s", path, wrong, cases, list);
	if (wrong > 0)
		print_message("# %s: %zu of %zu wrong:%s\n", path, wrong,
		    cases, list);
}

static void
aspects_of(void **state)
{
	run_file("aspects", *state);
}

static void
comparisons_of(void **state)
{
	run_file("comparisons", *state);
}

#define OF(l) {"aspects of " l, aspects_of, NULL, NULL, \
	(void *)(uintptr_t)l}, {"comparisons of " l, comparisons_of, NULL, \
	NULL, (void *)(uintptr_t)l}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		OF("en"), OF("ar"), OF("fa"), OF("hr"), OF("ka"),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
