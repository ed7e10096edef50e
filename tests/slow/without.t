#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parse built without the libraries that it can do without: pages are read,
# what is missing is said, and a coding that cannot be undone costs its page.
. tests/tap.sh

plan 8
build=$BUILD/without
ok "it builds without libseccomp, libbrotlidec and libzstd" \
    "$MAKE" -s CC="$CC" BUILD="$build" SECCOMP= BROTLI= ZSTD= \
    "$build/bin/parse" "$build/tests/warc.t" "$build/tests/warc_bodies.t" \
    "$build/tests/sandbox.t"
ok "captures are read by such a build" "$build/tests/warc.t"
ok "and bodies, as far as they can be" "$build/tests/warc_bodies.t"
ok "its workers keep what they gave up otherwise" "$build/tests/sandbox.t"
cat >"$TMP/page.html" <<'END'
<script type="application/ld+json">{"@type":"Review","reviewBody":"Warm"}
</script>
END
"$build/bin/parse" -v --sources fetch/sources "$TMP/page.html" \
    >"$TMP/out" 2>"$TMP/err"
is "pages are read" "$(jq -r .reviewBody "$TMP/out")" Warm
like "what is missing is said" "$(cat "$TMP/err")" \
    'without seccomp.*not to be had here'
printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\241p\001' >"$TMP/block"
{
	printf 'WARC/1.1\r\nWARC-Type: response\r\n'
	printf 'WARC-Record-ID: <urn:x:1>\r\n'
	printf 'WARC-Date: 2026-11-21T20:00:00Z\r\n'
	printf 'WARC-Target-URI: https://shop.example/\r\n'
	printf 'Content-Type: application/http; msgtype=response\r\n'
	printf 'Content-Length: %d\r\n\r\n' $(wc -c <"$TMP/block")
	cat "$TMP/block"
	printf '\r\n\r\n'
} >"$TMP/one.warc"
"$build/bin/parse" --sources fetch/sources "$TMP/one.warc" "$TMP/page.html" \
    >"$TMP/out" 2>"$TMP/err"
like "a coding that it cannot undo is named" "$(cat "$TMP/err")" \
    'content coding "br" cannot be undone'
is "and costs that page only" "$(jq -r .reviewBody "$TMP/out")" Warm
