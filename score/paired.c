/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paired.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

void
paired_init(struct paired *p)
{
	memset(p, 0, sizeof *p);
	agreement_init(&p->first);
	agreement_init(&p->second);
}

void
paired_release(struct paired *p)
{
	agreement_release(&p->first);
	agreement_release(&p->second);
}

void
paired_add(struct paired *p, enum sentiment_label said,
	const struct sentiment *first, const struct sentiment *second)
{
	bool before = first->label == said, after = second->label == said;

	agreement_add(&p->first, said, first);
	agreement_add(&p->second, said, second);
	if (said != SENTIMENT_POS && said != SENTIMENT_NEG)
		return;
	p->gained += after && !before;
	p->lost += before && !after;
}

double
paired_chance(size_t gained, size_t lost)
{
	double n = (double)(gained + lost), sum = 0;
	size_t least = gained < lost ? gained : lost;

	if (gained == lost)
		return 1;
	if (gained + lost > PAIRED_EXACT) {
		double off = fabs((double)gained - (double)lost) - 1;
		return erfc(sqrt(off * off / n / 2));
	}
	for (size_t i = 0; i <= least; i++)
		sum += exp(lgamma(n + 1) - lgamma((double)i + 1) -
		    lgamma(n - (double)i + 1) - n * log(2));
	return fmin(1, 2 * sum);
}

int
paired_write_head(struct buffer *to)
{
	return buffer_add_format(to, "%-28s %7s %8s %8s %8s %8s %7s %7s %8s\n",
	    "set", "texts", "acc-2", "against", "f1-2", "against", "gained",
	    "lost", "p");
}

static void
add_figure(struct buffer *to, double value)
{
	if (value < 0)
		buffer_add_format(to, " %8s", "-");
	else
		buffer_add_format(to, " %8.4f", value);
}

int
paired_write_row(struct buffer *to, const char *name, const struct paired *p)
{
	buffer_add_format(to, "%-28s %7zu", name, p->first.texts);
	add_figure(to, agreement_accuracy(&p->first));
	add_figure(to, agreement_accuracy(&p->second));
	add_figure(to, agreement_f1(&p->first, 2));
	add_figure(to, agreement_f1(&p->second, 2));
	return buffer_add_format(to, " %7zu %7zu %8.2g\n", p->gained, p->lost,
	    paired_chance(p->gained, p->lost));
}
