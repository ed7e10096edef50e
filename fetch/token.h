/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * OAuth 2 (RFC 6749): access tokens by client credentials or by a refresh
 * token, one per recipe.  A token is asked for with a POST to the recipe's
 * "token_url" when there is none, when it is about to end, and once more in a
 * run when the source answers 401.  It is kept in `.tokens/` of the workspace
 * (mode 0600, one file per recipe and client) until it ends, with the new
 * refresh token where the server gave one.
 *
 * Neither the request nor the answer is ever captured or logged; the mask
 * hides the token wherever a server sends it back.
 */
#ifndef SAYSO_TOKEN_H
#define SAYSO_TOKEN_H

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "http.h"
#include "mask.h"
#include "recipe.h"
#include "round.h"
#include "site.h"
#include "visit.h"

#define TOKEN_FOLDER ".tokens"

enum {
	TOKEN_MAX = 4000,		/* bytes of one */
	TOKEN_ANSWER_MAX = 64 << 10,
	TOKEN_EARLY_S = 60,		/* renewed so long before its end */
	TOKEN_LIFE_S = 3600,		/* where the server does not say */
	TOKEN_FILE = 80,
};

enum token_state { TOKEN_ASKING, TOKEN_READY, TOKEN_FAILED, TOKEN_LATER };

struct token {
	enum owner owner;
	struct token *next;
	enum token_state state;
	const struct recipe *recipe;
	struct mask *mask;
	struct visit visit;
	struct buffer value, refresh;	/* NUL-terminated; refresh may be "" */
	int64_t ends;			/* an instant */
	bool renewed;			/* after a 401, in this run */
	char file[TOKEN_FILE];		/* below TOKEN_FOLDER */
	struct complaint why;		/* FAILED, LATER */
};

/* The token of a recipe: the first call looks into the folder, or sets out.
 * NULL on failure. */
struct token *token_find(struct round *r, const struct recipe *recipe,
	struct mask *mask, struct complaint *c);
void token_release_all(struct round *r);
int token_step(struct round *r, struct token *t, int64_t now_ms,
	int64_t *wake, struct complaint *c);
int token_take(struct round *r, struct token *t,
	const struct http_reply *reply, struct complaint *c);
/* The source did not take it: false where a new one was had already. */
bool token_renew(struct round *r, struct token *t, struct complaint *c);

#endif
