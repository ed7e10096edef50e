#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parse.sh MEASURE PARSE FOLDER PAGES: makes what is missing, measures, and
# puts extruct beside it where it can be had.
measure=$1 parse=$2 folder=$3 pages=$4
[ -d "$pages" ] || { echo "skipped: no pages in $pages"; exit 0; }
mkdir -p "$folder"
find "$pages" -name '*.html' -size -2000k | sort > "$folder/pages"
[ -s "$folder/mix.warc.gz" ] && [ "$folder/mix.warc.gz" -nt "$measure" ] ||
    xargs "$measure" make "$folder" < "$folder/pages" || exit 1
"$measure" run "$folder" "$parse" || exit 1
if ! [ -x "$folder/extruct/bin/python" ]; then
	python3 -m venv "$folder/extruct" >/dev/null 2>&1 &&
	    "$folder/extruct/bin/pip" install -q extruct >/dev/null 2>&1 ||
	    { echo "extruct: not to be had here"; exit 0; }
fi
"$folder/extruct/bin/python" - "$folder/mix.warc" <<'END'
# The first pages of the mix, as far as a minute goes.
import logging, sys, time
try:
    import extruct
except ImportError:
    sys.exit("extruct: not to be had here")
logging.disable(logging.CRITICAL)
data = open(sys.argv[1], "rb").read()
at = done = failed = 0
start = time.process_time()
while at < len(data) and time.process_time() - start < 60:
    head = data.index(b"\r\n\r\n", at)
    length = int(data[at:head].rsplit(b"Content-Length: ", 1)[1])
    block = data[head + 4:head + 4 + length]
    at = head + 4 + length + 4
    body = block.split(b"\r\n\r\n", 1)[1]
    try:
        extruct.extract(body.decode("utf-8", "replace"), errors="ignore")
    except Exception:
        failed += 1
    done += len(body)
took = time.process_time() - start
print("extruct, crawl mix           %7.2f MB/s  (%d pages failed)" %
      (done / 1e6 / took, failed))
END
