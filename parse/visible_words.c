/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visible.h"

#include <string.h>

#include "date_words.h"

enum { PART_MAX = 24, FOLDED_MAX = 160 };

/* Words of class names, by their letters; where `open` more may follow. */
static const struct part {
	const char *word;
	unsigned char length;
	bool open;
	unsigned role;
} parts[] = {
	{"action", 6, false, VISIBLE_IDLE},
	{"actions", 7, false, VISIBLE_IDLE},
	{"address", 7, false, VISIBLE_PLACE},
	{"advantage", 9, true, VISIBLE_POSITIVE},
	{"advantages", 10, false, VISIBLE_POSITIVE},
	{"ago", 3, false, VISIBLE_DATE},
	{"answer", 6, false, VISIBLE_REPLY},
	{"answers", 7, false, VISIBLE_REPLY},
	{"antwort", 7, true, VISIBLE_REPLY},
	{"attribute", 9, false, VISIBLE_IDLE},
	{"attributes", 10, false, VISIBLE_IDLE},
	{"author", 6, true, VISIBLE_AUTHOR},
	{"authorname", 10, false, VISIBLE_AUTHOR},
	{"autor", 5, true, VISIBLE_AUTHOR},
	{"avaliac", 7, true, VISIBLE_REVIEW},
	{"avatar", 6, true, VISIBLE_AUTHOR},
	{"avis", 4, false, VISIBLE_REVIEW},
	{"badge", 5, true, VISIBLE_IDLE},
	{"benefits", 8, false, VISIBLE_POSITIVE},
	{"bewertung", 9, false, VISIBLE_RATING},
	{"bewertung", 9, true, VISIBLE_REVIEW},
	{"body", 4, false, VISIBLE_BODY},
	{"btn", 3, false, VISIBLE_IDLE},
	{"bubbles", 7, false, VISIBLE_RATING},
	{"button", 6, true, VISIBLE_IDLE},
	{"buyer", 5, false, VISIBLE_AUTHOR},
	{"byline", 6, false, VISIBLE_AUTHOR},
	{"bypostauthor", 12, false, VISIBLE_REPLY},
	{"caption", 7, false, VISIBLE_TITLE},
	{"children", 8, false, VISIBLE_REPLY},
	{"city", 4, false, VISIBLE_PLACE},
	{"collapse", 8, true, VISIBLE_IDLE},
	{"comment", 7, true, VISIBLE_BODY | VISIBLE_REVIEW},
	{"commenter", 9, false, VISIBLE_AUTHOR},
	{"con", 3, false, VISIBLE_NEGATIVE},
	{"cons", 4, false, VISIBLE_NEGATIVE},
	{"consumer", 8, true, VISIBLE_AUTHOR},
	{"content", 7, true, VISIBLE_BODY},
	{"contra", 6, false, VISIBLE_NEGATIVE},
	{"count", 5, false, VISIBLE_IDLE},
	{"country", 7, false, VISIBLE_PLACE},
	{"counts", 6, false, VISIBLE_IDLE},
	{"created", 7, true, VISIBLE_DATE},
	{"critic", 6, true, VISIBLE_REVIEW},
	{"customer", 8, false, VISIBLE_AUTHOR},
	{"data", 4, false, VISIBLE_DATE},
	{"date", 4, true, VISIBLE_DATE},
	{"datepublished", 13, false, VISIBLE_DATE},
	{"datetime", 8, false, VISIBLE_DATE},
	{"datum", 5, false, VISIBLE_DATE},
	{"desc", 4, false, VISIBLE_BODY},
	{"description", 11, true, VISIBLE_BODY},
	{"disadvantage", 12, true, VISIBLE_NEGATIVE},
	{"dislike", 7, true, VISIBLE_NEGATIVE},
	{"displayname", 11, false, VISIBLE_AUTHOR},
	{"dostoinstva", 11, false, VISIBLE_POSITIVE},
	{"drawback", 8, true, VISIBLE_NEGATIVE},
	{"dropdown", 8, false, VISIBLE_IDLE},
	{"dt", 2, false, VISIBLE_DATE},
	{"evaluation", 10, true, VISIBLE_REVIEW},
	{"excerpt", 7, false, VISIBLE_BODY},
	{"expand", 6, true, VISIBLE_IDLE},
	{"fecha", 5, false, VISIBLE_DATE},
	{"feedback", 8, true, VISIBLE_IDLE | VISIBLE_REVIEW},
	{"flag", 4, true, VISIBLE_PLACE},
	{"follow", 6, false, VISIBLE_IDLE},
	{"followers", 9, false, VISIBLE_IDLE},
	{"formatted", 9, false, VISIBLE_BODY},
	{"fullname", 8, false, VISIBLE_AUTHOR},
	{"grade", 5, false, VISIBLE_RATING},
	{"guest", 5, false, VISIBLE_AUTHOR},
	{"heading", 7, false, VISIBLE_TITLE},
	{"headline", 8, true, VISIBLE_TITLE},
	{"helpful", 7, true, VISIBLE_IDLE},
	{"helpfulness", 11, false, VISIBLE_IDLE},
	{"hours", 5, false, VISIBLE_IDLE},
	{"ime", 3, false, VISIBLE_AUTHOR},
	{"imie", 4, false, VISIBLE_AUTHOR},
	{"karma", 5, false, VISIBLE_IDLE},
	{"like", 4, false, VISIBLE_IDLE},
	{"liked", 5, false, VISIBLE_POSITIVE},
	{"location", 8, true, VISIBLE_PLACE},
	{"login", 5, false, VISIBLE_AUTHOR},
	{"member", 6, false, VISIBLE_AUTHOR},
	{"menu", 4, false, VISIBLE_IDLE},
	{"merchant", 8, false, VISIBLE_REPLY},
	{"message", 7, true, VISIBLE_BODY},
	{"minus", 5, false, VISIBLE_NEGATIVE},
	{"name", 4, false, VISIBLE_AUTHOR},
	{"nedostatki", 10, false, VISIBLE_NEGATIVE},
	{"negative", 8, true, VISIBLE_NEGATIVE},
	{"nick", 4, false, VISIBLE_AUTHOR},
	{"nickname", 8, true, VISIBLE_AUTHOR},
	{"nombre", 6, false, VISIBLE_AUTHOR},
	{"nome", 4, false, VISIBLE_AUTHOR},
	{"nota", 4, false, VISIBLE_RATING},
	{"ocena", 5, false, VISIBLE_RATING},
	{"ocjena", 6, false, VISIBLE_RATING},
	{"odgovor", 7, false, VISIBLE_REPLY},
	{"opiniao", 7, false, VISIBLE_REVIEW},
	{"opinion", 7, false, VISIBLE_BODY},
	{"opinion", 7, true, VISIBLE_REVIEW},
	{"otvet", 5, false, VISIBLE_REPLY},
	{"otzyv", 5, true, VISIBLE_REVIEW},
	{"pager", 5, false, VISIBLE_IDLE},
	{"pagination", 10, false, VISIBLE_IDLE},
	{"permalink", 9, false, VISIBLE_IDLE},
	{"person", 6, false, VISIBLE_AUTHOR},
	{"place", 5, false, VISIBLE_PLACE},
	{"plus", 4, false, VISIBLE_POSITIVE},
	{"points", 6, false, VISIBLE_RATING},
	{"positive", 8, true, VISIBLE_POSITIVE},
	{"postdate", 8, false, VISIBLE_DATE},
	{"posted", 6, false, VISIBLE_DATE},
	{"poster", 6, false, VISIBLE_AUTHOR},
	{"pro", 3, false, VISIBLE_POSITIVE},
	{"profile", 7, true, VISIBLE_AUTHOR},
	{"pros", 4, false, VISIBLE_POSITIVE},
	{"puan", 4, false, VISIBLE_RATING},
	{"publish", 7, false, VISIBLE_DATE},
	{"published", 9, true, VISIBLE_DATE},
	{"quote", 5, false, VISIBLE_BODY},
	{"rate", 4, false, VISIBLE_RATING},
	{"rating", 6, true, VISIBLE_RATING},
	{"recen", 5, true, VISIBLE_REVIEW},
	{"recommendation", 14, true, VISIBLE_IDLE},
	{"region", 6, false, VISIBLE_PLACE},
	{"replies", 7, false, VISIBLE_REPLY},
	{"reply", 5, false, VISIBLE_REPLY},
	{"report", 6, false, VISIBLE_IDLE},
	{"reputation", 10, false, VISIBLE_IDLE},
	{"resena", 6, true, VISIBLE_REVIEW},
	{"responder", 9, false, VISIBLE_REPLY},
	{"response", 8, true, VISIBLE_REPLY},
	{"resposta", 8, false, VISIBLE_REPLY},
	{"respuesta", 9, false, VISIBLE_REPLY},
	{"review", 6, true, VISIBLE_REVIEW},
	{"reviewbody", 10, false, VISIBLE_BODY},
	{"reviewer", 8, true, VISIBLE_AUTHOR},
	{"reviewtext", 10, false, VISIBLE_BODY},
	{"reviewtitle", 11, false, VISIBLE_TITLE},
	{"rezension", 9, true, VISIBLE_REVIEW},
	{"score", 5, true, VISIBLE_RATING},
	{"share", 5, true, VISIBLE_IDLE},
	{"signature", 9, false, VISIBLE_IDLE},
	{"social", 6, false, VISIBLE_IDLE},
	{"star", 4, false, VISIBLE_RATING},
	{"stars", 5, false, VISIBLE_RATING},
	{"stats", 5, false, VISIBLE_IDLE},
	{"strengths", 9, false, VISIBLE_POSITIVE},
	{"subject", 7, false, VISIBLE_TITLE},
	{"submitted", 9, false, VISIBLE_DATE},
	{"subtitle", 8, true, VISIBLE_PLACE},
	{"summary", 7, false, VISIBLE_TITLE},
	{"teaser", 6, true, VISIBLE_BODY},
	{"testimonial", 11, true, VISIBLE_REVIEW},
	{"text", 4, false, VISIBLE_BODY},
	{"thumb", 5, false, VISIBLE_IDLE},
	{"thumbs", 6, false, VISIBLE_IDLE},
	{"time", 4, false, VISIBLE_DATE},
	{"timestamp", 9, true, VISIBLE_DATE},
	{"title", 5, true, VISIBLE_TITLE},
	{"toggle", 6, true, VISIBLE_IDLE},
	{"toolbar", 7, false, VISIBLE_IDLE},
	{"tooltip", 7, true, VISIBLE_IDLE},
	{"truncated", 9, false, VISIBLE_BODY},
	{"ttl", 3, false, VISIBLE_TITLE},
	{"txt", 3, false, VISIBLE_BODY},
	{"useful", 6, true, VISIBLE_IDLE},
	{"usefulness", 10, false, VISIBLE_IDLE},
	{"user", 4, false, VISIBLE_AUTHOR},
	{"username", 8, true, VISIBLE_AUTHOR},
	{"valoracion", 10, false, VISIBLE_RATING},
	{"valorizations", 13, false, VISIBLE_IDLE},
	{"variant", 7, true, VISIBLE_IDLE},
	{"vendorreply", 11, false, VISIBLE_REPLY},
	{"verified", 8, true, VISIBLE_IDLE},
	{"vote", 4, true, VISIBLE_IDLE},
	{"voting", 6, false, VISIBLE_IDLE},
	{"wady", 4, false, VISIBLE_NEGATIVE},
	{"weaknesses", 10, false, VISIBLE_NEGATIVE},
	{"when", 4, false, VISIBLE_DATE},
	{"writer", 6, false, VISIBLE_AUTHOR},
	{"yorum", 5, true, VISIBLE_REVIEW},
	{"zalety", 6, false, VISIBLE_POSITIVE},
};

enum { PARTS = sizeof(parts) / sizeof(*parts) };

/* The first word that begins with a letter or a later one. */
static size_t
first_of(char letter)
{
	size_t low = 0, high = PARTS;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (parts[middle].word[0] < letter)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The next word of a name: "reviewBody" and "review-body" have two. */
static size_t
next_part(struct text *rest, char part[PART_MAX], bool *ends)
{
	size_t i = 0, n = 0;

	while (i < rest->length && !is_small(rest->bytes[i]) &&
	    !is_capital(rest->bytes[i]))
		i++;
	while (i < rest->length && n < PART_MAX - 1) {
		char c = rest->bytes[i];

		if (!is_small(c) && !is_capital(c))
			break;
		if (n > 0 && is_capital(c) && is_small(rest->bytes[i - 1]))
			break;
		part[n++] = (char)(c | 0x20);
		i++;
	}
	*ends = i >= rest->length || rest->bytes[i] == ' ';
	rest->bytes += i;
	rest->length -= i;
	part[n] = '\0';
	return n;
}

/* "text-caption" lays a text out and does not name it. */
static unsigned
role_of_part(const char *part, size_t length, bool ends)
{
	unsigned role = 0;
	size_t i;

	if (!ends && (strcmp(part, "text") == 0 || strcmp(part, "body") == 0 ||
	    strcmp(part, "content") == 0 || strcmp(part, "data") == 0 ||
	    strcmp(part, "like") == 0 || strcmp(part, "time") == 0))
		return 0;
	for (i = first_of(part[0]); i < PARTS &&
	    parts[i].word[0] == part[0]; i++) {
		const struct part *p = &parts[i];

		if ((p->open ? length >= p->length : length == p->length) &&
		    memcmp(p->word, part, p->length) == 0)
			role |= p->role;
	}
	return role;
}

/* Of the words of one name. */
static unsigned
role_of(struct text name)
{
	const unsigned one = VISIBLE_AUTHOR | VISIBLE_DATE | VISIBLE_TITLE |
	    VISIBLE_BODY | VISIBLE_RATING | VISIBLE_PLACE;
	unsigned all = 0;
	char part[PART_MAX];
	size_t length;
	bool ends, begins_token = true;

	while ((length = next_part(&name, part, &ends)) > 0) {
		unsigned role = role_of_part(part, length, ends);
		bool first = begins_token;

		begins_token = ends;
		/* "comment-actions" are idle, "comment action" is not. */
		if (role & VISIBLE_IDLE)
			role = (first && (all & one)) ||
			    (all & VISIBLE_RATING) ? 0 : VISIBLE_IDLE;
		if (role & VISIBLE_IDLE)
			all &= ~one;

		/* The heading of an avatar is a name, the text of a title a
		 * title; a "customer-review" names nobody. */
		if ((role & one) == VISIBLE_TITLE && (all & VISIBLE_AUTHOR))
			role &= ~(unsigned)VISIBLE_TITLE;
		if ((role & one) == VISIBLE_BODY && (all & VISIBLE_TITLE))
			role &= ~(unsigned)VISIBLE_BODY;
		if (role & (VISIBLE_POSITIVE | VISIBLE_NEGATIVE))
			all &= ~(unsigned)(VISIBLE_POSITIVE |
			    VISIBLE_NEGATIVE);
		if ((role & VISIBLE_REVIEW) || (role & one))
			all &= ~(one | VISIBLE_IDLE);
		all |= role;
	}
	return all;
}

unsigned
visible_roles(const struct html_node *n)
{
	static const char *const names[] = {"class", "itemprop", "data-test",
	    "data-testid", "data-hook", "data-auto", "id"};
	unsigned all = 0;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct text t = html_attribute(n, names[i]);
		unsigned role = t.length > 0 ? role_of(t) : 0;

		/* The first that names a text is believed. */
		if (all & 63)
			role &= ~63u;
		all |= role;
	}
	return all;
}

/* ---- labels ---- */

/* Folded as date_fold() has them; parted with '|', which begins and ends. */
static const struct {
	enum visible_label label;
	bool alone;		/* nothing follows but a sign */
	const char *words;
} labels[] = {
	{VISIBLE_PROS, true, "|what do you like best|likes|"
	    "gut am arbeitgeber finde ich|best features|bien|pros|pro|liked|advantages|positives|positive|"
	    "достоинства|плюсы|преимущества|переваги|zalety|vorteile|gefiel|"
	    "hat gefallen|avantages|points positifs|a aime|les plus|ventajas|"
	    "lo mejor|me gusto|vantagens|pontos positivos|vantaggi|pregi|"
	    "voordelen|pluspunten|prednosti|vyhody|klady|artilari|+|plus|"
	    "مزايا|المميزات|الايجابيات|نقاط قوت|مزیت ها|مزايای|مزايا:|"
	    "დადებითი|the good|what i liked|fordeler|fordelar|"},
	{VISIBLE_CONS, true, "|what do you dislike|dislikes|"
	    "schlecht am arbeitgeber finde ich|worst features|mal|cons|con|disliked|disadvantages|negatives|"
	    "negative|недостатки|минусы|недоліки|wady|nachteile|"
	    "gefiel nicht|hat nicht gefallen|inconvenients|points negatifs|"
	    "n'a pas aime|les moins|desventajas|lo peor|no me gusto|"
	    "desvantagens|pontos negativos|svantaggi|difetti|nadelen|"
	    "minpunten|mane|nedostaci|nevyhody|zapory|eksileri|-|minus|"
	    "عيوب|العيوب|السلبيات|نقاط ضعف|معايب|უარყოფითი|the bad|"
	    "what i disliked|ulemper|nackdelar|"},
	{VISIBLE_COMMENT, true, "|comment|comments|review|комментарий|отзыв|"
	    "коментар|opinia|kommentar|bewertung|commentaire|avis|comentario|"
	    "opinion|comentarios|recensione|komentar|recenzija|yorum|تعليق|"
	    "نظر|კომენტარი|"},
	{VISIBLE_ANSWER, false, "|response from|reply from|owner response|"
	    "response by|reply by|developer response|seller response|response|"
	    "business owner|store owner|shop owner|replied|owner's reply|"
	    "antwort|antwort der|reponse|respuesta|resposta|risposta|ответ|"
	    "odgovor|одговор|odpowiedz|odpoved|yanit|cevap|satici yaniti|"
	    "پاسخ|رد من|رد المتجر|رد البائع|الرد|პასუხი|відповідь|svar fra|"
	    "svar fran|reactie van|vastaus|valasz|raspuns|отговор|"
	    "официальный ответ|comments by store owner|"},
	{VISIBLE_CHATTER, false, "|was this|helpful|people found|person found|"
	    "verified|report|read more|show more|reply|share|like|posted|"
	    "hilfreich|war diese|verifiziert|utile|avez-vous trouve|achat|"
	    "compra verificada|es util|foi util|e util|recomend|consiglio|"
	    "полез|был ли|вам помог|пожаловат|комментировать|читать|"
	    "куплено|покупк|faydali|bu degerlendirme|satici|koris|jel|"
	    "je li vam|potvrđen|potvrden|przydat|czy |potwierdz|uzitec|"
	    "overen|doporucuj|nedoporucuj|مفيد|مشتري|هل |مفید|خریدار|ايا |"
	    "سودمند|სასარგებლო|recommends|recommended|not recommended|"
	    "i recommend|translate|see original|edited|overall|quality|"
	    "value for money|aportaciones|contributions|"},
};

static bool
begins(struct text t, const char *word, size_t length)
{
	return t.length >= length && memcmp(t.bytes, word, length) == 0;
}

/* Folds a short text; bytes of it that are no longer counted are cut. */
static struct text
fold(struct text t, char to[FOLDED_MAX])
{
	struct text folded = {to, 0};

	while (t.length > 0 && folded.length + DATE_WORD_MAX < FOLDED_MAX) {
		struct text word = {t.bytes, 0};
		char one[DATE_WORD_MAX];
		size_t n;

		while (word.length < t.length && word.bytes[word.length] != ' ')
			word.length++;
		n = date_fold(word, one);
		memcpy(to + folded.length, one, n);
		folded.length += n;
		to[folded.length++] = ' ';
		while (word.length < t.length && word.bytes[word.length] == ' ')
			word.length++;
		t.bytes += word.length;
		t.length -= word.length;
	}
	while (folded.length > 0 && to[folded.length - 1] == ' ')
		folded.length--;
	to[folded.length] = '\0';
	return folded;
}

/* Whether `t` is the label, with no more than signs behind it. */
static bool
is_alone(struct text t, size_t length)
{
	for (; length < t.length; length++)
		if (strchr(" :.-+?!", t.bytes[length]) == NULL)
			return false;
	return true;
}

static bool
is_whole_word(struct text t, size_t length)
{
	return length >= t.length || t.bytes[length] == ' ' ||
	    t.bytes[length] == ':';
}

/* "14 people found this helpful", "Was it helpful?" */
static bool
is_vote(struct text t)
{
	static const char *const words[] = {"helpful", "полезн", "hilfreich",
	    "utile", "util", "faydali", "korisn", "przydatn", "uzitecn",
	    "مفید", "مفيد", "nuttig", "სასარგებლო", "likes"};
	bool asks = false;
	size_t i, k;

	for (i = 0; i < t.length; i++)
		asks = asks || t.bytes[i] == '?' ||
		    (t.bytes[i] >= '0' && t.bytes[i] <= '9');
	for (i = 0; asks && i < t.length; i++)
		for (k = 0; k < sizeof(words) / sizeof(*words); k++)
			if (begins((struct text){t.bytes + i, t.length - i},
			    words[k], strlen(words[k])))
				return true;
	return false;
}

static bool
has_label(struct text t, const char *words, bool alone, bool whole)
{
	const char first[] = {'|', t.length > 0 ? t.bytes[0] : '|', '\0'};
	const char *at = words;

	for (; (at = strstr(at, first)) != NULL; at++) {
		size_t n = strcspn(++at, "|");

		if (begins(t, at, n) && (!alone || is_alone(t, n)) &&
		    (!whole || is_whole_word(t, n)))
			return true;
	}
	return false;
}

enum visible_label
visible_label_of(struct text t, struct text *rest)
{
	char folded[FOLDED_MAX];
	struct text head = t, whole;
	size_t i, colon;

	*rest = (struct text){NULL, 0};
	if (t.length == 0)
		return VISIBLE_NO_LABEL;
	for (colon = 0; colon < t.length && colon < VISIBLE_LABEL_MAX; colon++)
		if (t.bytes[colon] == ':')
			break;
	if (colon < t.length && colon < VISIBLE_LABEL_MAX) {
		head.length = colon;
		*rest = text_trimmed((struct text){t.bytes + colon + 1,
		    t.length - colon - 1});
	} else if (t.length > 3 * VISIBLE_LABEL_MAX) {
		return VISIBLE_NO_LABEL;
	}
	whole = fold(head, folded);
	for (i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		if (labels[i].label == VISIBLE_CHATTER && rest->length > 40)
			continue;
		if (has_label(whole, labels[i].words, labels[i].alone,
		    labels[i].label == VISIBLE_ANSWER))
			return labels[i].label;
	}
	if (fold(t, folded).length > 0 && is_vote((struct text){folded,
	    strlen(folded)}))
		return VISIBLE_CHATTER;
	return VISIBLE_NO_LABEL;
}

bool
visible_is_more(struct text t)
{
	static const char words[] = "|read more|show more|see more|more|less|"
	    "read less|show less|mehr|mehr lesen|weiterlesen|mehr anzeigen|"
	    "lire la suite|voir plus|plus|leer mas|ver mas|mas|ler mais|"
	    "ver mais|mais|leggi tutto|altro|читать далее|читать полностью|"
	    "читать отзыв|читать весь отзыв|подробнее|показать еще|еще|"
	    "развернуть|vise|procitaj vise|prikazi vise|vidi vise|"
	    "devamini oku|daha fazla|czytaj dalej|wiecej|rozwin|cist dale|"
	    "zobrazit vice|vice|اقرا المزيد|المزيد|عرض المزيد|ادامه|بيشتر|"
	    "ادامه مطلب|მეტი|სრულად|ვრცლად|lees meer|meer|full review|"
	    "read full review|continue reading|las mer|les mer|";
	char folded[FOLDED_MAX];
	struct text whole;
	size_t i;

	while (t.length > 0 && (t.bytes[0] == '.' || t.bytes[0] == ' '))
		t.bytes++, t.length--;
	if (t.length == 0 || t.length > VISIBLE_LABEL_MAX)
		return false;
	whole = fold(t, folded);
	for (i = 0; i < whole.length && strchr(" .>", folded[whole.length - 1])
	    != NULL; )
		whole.length--;
	return whole.length > 0 && has_label(whole, words, true, false);
}

bool
visible_is_price(struct text t)
{
	static const char *const signs[] = {"$", "€", "£", "₾", "₽", "₴",
	    "zł", "Kč", "تومان", "ریال", "ر.س", "₺", "TL", "руб", "GEL",
	    "EUR", "USD", "HRK", "kn", "AED", "SAR", "R$", "Ft", "lei"};
	bool digits = false, sign = false;
	size_t i, k;

	if (t.length < 2 || t.length > 24)
		return false;
	for (i = 0; i < t.length; i++)
		digits = digits || (t.bytes[i] >= '0' && t.bytes[i] <= '9') ||
		    (i + 1 < t.length && (unsigned char)t.bytes[i] >= 0xD9 &&
		    (unsigned char)t.bytes[i] <= 0xDB &&
		    (unsigned char)t.bytes[i + 1] >= 0xA0);
	for (k = 0; digits && !sign && k < sizeof(signs) / sizeof(*signs); k++)
		sign = (t.length > strlen(signs[k])) &&
		    (begins(t, signs[k], strlen(signs[k])) ||
		    memcmp(t.bytes + t.length - strlen(signs[k]), signs[k],
		    strlen(signs[k])) == 0);
	return sign;
}

struct text
visible_name(struct text t, bool *is_led)
{
	static const char *const lead[] = {"Posted by ", "Written by ",
	    "Reviewed by ", "Review by ", "By ", "by ", "von ", "Von ",
	    "par ", "Par ", "por ", "Por ", "da ", "di ", "от ", "От ",
	    "od ", "Od ", "Autor: ", "Автор: ", "autor: ", "Author: ",
	    "Name: ", "Napisao ", "Napisala ", "Bewertet von ",
	    "Avaliado por ", "Publicado por ", "Yazan: ", "Имя: ",
	    "Ime: ", "بواسطة ", "توسط ", "نویسنده: ", "ავტორი: ", "Door ",
	    "Av ", "Przez ", NULL};
	static const char *const behind[] = {" on ", " am ", " le ", " el ",
	    " em ", " says", " wrote", " napisao", " schrieb", " пишет",
	    " – ", " — ", " | ", " · ", " • ", ", ", NULL};
	size_t i, k;

	*is_led = false;
	for (i = 0; lead[i] != NULL && !*is_led; i++)
		if (begins(t, lead[i], strlen(lead[i]))) {
			t.bytes += strlen(lead[i]);
			t.length -= strlen(lead[i]);
			*is_led = true;
		}
	for (k = 1; k < t.length; k++)
		for (i = 0; behind[i] != NULL; i++)
			if (begins((struct text){t.bytes + k, t.length - k},
			    behind[i], strlen(behind[i])) && (*is_led ||
			    k + strlen(behind[i]) + 1 >= t.length)) {
				t.length = k;
				break;
			}
	while (t.length > 0 && strchr(",:;|-", t.bytes[t.length - 1]) != NULL)
		t.length--;
	return text_trimmed(t);
}
