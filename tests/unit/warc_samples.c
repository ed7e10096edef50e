/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other people's files. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "captures.h"

static const struct {
	const char *name;
	size_t records, bad;
} sample[] = {
	{"20130729-heritrix-revisit-with-http-headers.warc.gz", 1, 0},
	{"20141124-heritrix-server-not-modified.warc.gz", 1, 0},
	{"cc.warc.gz", 1, 0},
	{"example-bad-non-chunked.warc.gz", 6, 0},
	{"example-bad.warc.gz.bad", 6, 0},
	{"example-digest.warc", 4, 0},
	{"example-iana.org-chunked.warc", 3, 0},
	{"example-resource.warc.gz", 3, 0},
	{"example-space-in-target-uri.warc.gz", 2, 0},
	/* one record's length is a few bytes short */
	{"example-trunc.warc", 4, 1},
	{"example-wget-bad-target-uri.warc.gz", 6, 0},
	{"example-wrong-chunks.warc.gz", 2, 0},
	{"example.warc", 6, 0},
	{"example.warc.gz", 6, 0},
	{"gzip_extra_sl.warc.gz", 1, 0},
	{"hello-world.warc", 6, 0},
	{"jwat-invalid-warcfile-contenttype-recommended.warc", 7, 0},
	{"jwat-invalid-warcfile-contenttype-"
	    "warcinfo-recommended.warc", 1, 0},
	{"jwat-invalid-warcfile-digest-fields.warc", 4, 0},
	{"jwat-invalid-warcfile-duplicate-fields.warc", 1, 0},
	{"jwat-invalid-warcfile-encoding-headers.warc.gz", 4, 0},
	{"jwat-invalid-warcfile-fields-empty.warc", 0, 1},
	{"jwat-invalid-warcfile-fields-invalidformat.warc", 0, 1},
	{"jwat-invalid-warcfile-fields-missing.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-continuation.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-monkeys.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-request-res"
	    "ponse-resource-conversion.warc", 0, 4},
	{"jwat-invalid-warcfile-lonely-revisit.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-warcinfo-metadata.warc", 0, 2},
	{"jwat-invalid-warcfile-record-then-garbage.warc", 1, 1},
	{"jwat-invalid-warcfile-segment-number-"
	    "continuation.warc", 2, 0},
	{"jwat-invalid-warcfile-segment-number-response.warc", 2, 0},
	{"jwat-valid-warcfile-contenttype-continuation.warc", 1, 0},
	{"jwat-valid-warcfile-duplicate-concurrentto.warc", 1, 0},
	{"jwat-valid-warcfile-fields-continuation.warc", 1, 0},
	{"jwat-valid-warcfile-fields-metainfo.warc", 1, 0},
	{"jwat-valid-warcfile-fields-warcinfo.warc", 1, 0},
	{"jwat-valid-warcfile-non-warc-headers.warc", 1, 0},
	{"jwat-valid-warcfile-upper-lower-case.warc", 5, 0},
	{"jwat-valid-warcfile-utf8.warc", 1, 0},
	{"post-test.warc.gz", 6, 0},
	{"whirlwind.warc.gz", 4, 0},
};

static void
samples_are_read_or_skipped(void **state)
{
	const char *shared = getenv("SAYSO_SHARED");
	char name[4096];
	size_t i, records, bad;
	struct warc_reader *r;

	(void)state;
	for (i = 0; i < sizeof(sample) / sizeof(sample[0]); i++) {
		snprintf(name, sizeof(name), "%s/pages/warc/%s",
		    shared == NULL ? "../shared" : shared, sample[i].name);
		if (access(name, R_OK) != 0) {
			LEAVE_TEST("no %s", name);
		}
		r = warc_open(name, &c);
		assert_non_null(r);
		count(r, &records, &bad);
		if (records != sample[i].records || bad != sample[i].bad)
			fail_msg("%s: %zu records, %zu bad", name, records,
			    bad);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(samples_are_read_or_skipped),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
