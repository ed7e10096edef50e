/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "add.h"
#include "command.h"
#include "publish.h"
#include "recipe.h"
#include "recognize.h"

/* NAME and title; below, what the plan must say and what must be known. */
static void
write_recipe(struct buffer *b, const struct recipe *r)
{
	size_t i;

	buffer_add_format(b, "%-22s %s\n", r->id, r->title);
	for (i = 0; i < r->param_count; i++) {
		const struct recipe_param *p = &r->param[i];

		buffer_add_format(b, "    %-18s %s", p->name, p->about);
		if (!p->required)
			buffer_add_format(b, " (%s%.*s)", text_is_absent(
			    p->default_value) ? "may be left out" :
			    "default: ", (int)p->default_value.length,
			    text_is_absent(p->default_value) ? "" :
			    p->default_value.bytes);
		buffer_add_char(b, '\n');
	}
	for (i = 0; i < r->secret_count; i++)
		buffer_add_format(b, "    secret             %s %s\n",
		    r->secret[i].env != NULL ? "$" : "file",
		    r->secret[i].env != NULL ? r->secret[i].env :
		    r->secret[i].file);
}

static void
write_details(struct buffer *b, const struct recipe *r)
{
	buffer_add_format(b, "    kind               %s\n"
	    "    terms              %s\n    verified           %s\n"
	    "    docs               %s\n", r->kind, r->terms, r->verified,
	    r->docs);
}

static int
list(struct buffer *b, const char *folder, const char *only,
	struct complaint *c)
{
	struct workspace_list names;
	struct recipe r;
	size_t i, found = 0;
	int result = recognize_list(folder, &names, c);

	for (i = 0; result == 0 && i < names.count; i++) {
		if (only != NULL && strcmp(only, names.path[i]) != 0)
			continue;
		if ((result = recipe_read(&r, names.path[i], folder, c)) < 0)
			break;
		found++;
		write_recipe(b, &r);
		if (only != NULL)
			write_details(b, &r);
		recipe_release(&r);
	}
	if (result == 0 && found == 0)
		result = only == NULL ? complain(c, 0, "there are no recipes") :
		    complain(c, 0, "no recipe is called %.100s", only);
	workspace_list_release(&names);
	return result;
}

enum status
sources_command(int argc, char **argv)
{
	const char *folder = NULL;
	const struct command_option option[] = {
		{0, "sources", COMMAND_STRING, &folder, "DIR",
		    "recipes from here instead of the shipped ones"},
	};
	struct complaint c;
	struct buffer b;
	struct sink out;
	int result, at = command_options("fetch sources [--sources DIR] "
	    "[NAME]", option, 1, argc, argv);

	if (at < 0 || argc - at > 1) {
		if (at >= 0)
			command_complain("fetch", "sources takes one name");
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	}
	buffer_init(&b, 16 << 20);
	result = list(&b, folder, at < argc ? argv[at] : NULL, &c);
	if (result == 0 && sink_open(&out, dup(STDOUT_FILENO)) == 0) {
		sink_write(&out, b.bytes, b.length);
		result = sink_close(&out, "standard output", &c);
	}
	buffer_release(&b);
	if (result == 0)
		return STATUS_DONE;
	command_complain("fetch", c.text);
	return STATUS_USAGE;
}
