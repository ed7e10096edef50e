/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "add.h"
#include "command.h"
#include "publish.h"
#include "workspace.h"

/* Comments are the manual that is read first. */
static const char plan_text[] =
"// The plan: whose reviews, and where they are.  sayso-plan(5) tells all.\n"
"{\n"
"  // Who is asked must be able to tell who asks: a mail address or a page.\n"
"  \"contact\": \"%s\",\n"
"\n"
"  // Authors' names are kept as hashes only; \"keep\" keeps the names.\n"
"  \"authors\": \"hash\",\n"
"\n"
"  // One brand is yours (\"own\"), the others are what it is compared with.\n"
"  // `sayso-fetch add BRAND ADDRESS` finds out what an address is and puts\n"
"  // it here; `sayso-fetch sources` lists what it knows.\n"
"  \"brands\": [\n"
"    { \"name\": \"%s\", \"role\": \"own\", \"sources\": [\n"
"      // { \"recipe\": \"html-pages\",\n"
"      //   \"params\": { \"start\": \"https://shop.example/reviews\" },\n"
"      //   \"every\": \"P1D\" }\n"
"    ] }\n"
"  ]\n"
"}\n";

static bool
is_plain(const char *value)
{
	for (; *value != '\0'; value++)
		if ((unsigned char)*value < ' ' || strchr("\"\\", *value))
			return false;
	return true;
}

enum status
init_command(int argc, char **argv)
{
	const char *folder = ".", *contact = NULL, *brand = "My brand";
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &folder, "DIR",
		    "the workspace (default: the current folder)"},
		{0, "contact", COMMAND_STRING, &contact, "WHO",
		    "your mail address or page"},
		{0, "brand", COMMAND_STRING, &brand, "NAME",
		    "the name of your brand"},
	};
	char path[WORKSPACE_PATH_MAX], text[sizeof(plan_text) + 2048];
	struct complaint c;
	struct stat about;
	int length, at = command_options("fetch init [-C DIR] --contact WHO "
	    "[--brand NAME]", option, 3, argc, argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (at < argc || contact == NULL || !is_plain(contact) ||
	    !is_plain(brand)) {
		command_complain("fetch", contact == NULL ? "init needs "
		    "--contact: a mail address or a page, which every request "
		    "names" : "init takes plain names and no operands");
		return STATUS_USAGE;
	}
	snprintf(path, sizeof(path), "%s/sayso.json", folder);
	if (stat(path, &about) == 0) {
		complain(&c, 0, "%s: is there already and was left as it is",
		    path);
		command_complain("fetch", c.text);
		return STATUS_USAGE;
	}
	length = snprintf(text, sizeof(text), plan_text, contact, brand);
	if (length < 0 || length >= (int)sizeof(text))
		complain(&c, 0, "a contact or a brand that long is none");
	else if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		complain(&c, errno, "%s", folder);
	else if (publish_file(path, text, (size_t)length, &c) == 0)
		return STATUS_DONE;
	command_complain("fetch", c.text);
	return STATUS_RETRY;
}
