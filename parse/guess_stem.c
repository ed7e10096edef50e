/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_names.h"

#include <stddef.h>
#include <string.h>

static const char *const replies[] = {"reply", "response", "answer",
	"antwort", "reponse", "respuesta", "risposta", "resposta", "odgovor",
	"odpowiedz", "yanit", NULL};
static const char *const texts[] = {"text", "body", "content", "comment",
	"message", "texte", "testo", "texto", NULL};
static const char *const dates[] = {"date", "datum", "fecha", "datetime",
	"timestamp", "createdat", "created", "submittedat", "postedat",
	"publishedat", "erstelltam", "tarih", NULL};
/* Of other days than that of the review, or of other things. */
static const char *const other[] = {"purchase", "order", "deliver", "expir",
	"birth", "visit", "stay", "travel", "trip", "experience", "join",
	"member", "start", "end", "release", "valid", "ship", "arriv",
	"check", "format", "event", "user", "author", "candidate", "since",
	"count", "kauf", "besuch", "zone", "total", "status", "enabled",
	NULL};
static const char *const later[] = {"update", "modif", "edit", "change",
	"geaendert", NULL};
static const char *const people[] = {"user", "author", "reviewer",
	"customer", "buyer", "consumer", "guest", "member", NULL};
static const char *const places[] = {"country", "location", "city",
	"hometown", "region", NULL};

static bool
holds(const char *plain, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strstr(plain, *words) != NULL)
			return true;
	return false;
}

static bool
ends_in(const char *plain, const char *const *words)
{
	size_t length = strlen(plain);

	for (; *words != NULL; words++) {
		size_t end = strlen(*words);

		if (length >= end && strcmp(plain + length - end, *words) == 0)
			return true;
	}
	return false;
}

enum guess_slot
guess_name_stem(const char *plain)
{
	if (holds(plain, replies)) {
		if (holds(plain, dates))
			return GUESS_REPLYDATE;
		return ends_in(plain, texts) ? GUESS_REPLY : GUESS_NONE;
	}
	if (holds(plain, people) && ends_in(plain, places))
		return GUESS_LOCATION;
	if (!holds(plain, dates) || holds(plain, other))
		return GUESS_NONE;
	return holds(plain, later) ? GUESS_MODIFIED : GUESS_DATE;
}
