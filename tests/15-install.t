#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `make install` into a folder of its own, and the README's examples run with
# what was installed.
. tests/tap.sh

plan 13
prefix=$TMP/usr

mkdir -p "$prefix/bin" "$prefix/share/sayso"
for p in fetch parse score; do cp "$BIN/$p" "$prefix/bin/sayso-$p"; done
listed=$(${MAKE:-make} -n --no-print-directory BUILD="$BUILD" \
    DESTDIR=/d PREFIX=/p install 2>/dev/null)
for what in /d/p/bin/sayso- /d/p/share/sayso/sources \
    /d/p/share/sayso/lexicon /d/p/share/man/man; do
	like "install puts things in $what" "$listed" "$what"
done
cp -R fetch/sources "$prefix/share/sayso/sources"
mkdir "$prefix/share/sayso/lexicon"
cp lexicon/*.tsv "$prefix/share/sayso/lexicon/"

PATH=$prefix/bin:$PATH
cd "$TMP" || exit 1
for p in fetch parse score; do
	like "sayso-$p says its version" "$(sayso-$p --version)" \
	    "^sayso-$p [0-9]"
done

readme=$OLDPWD/README.md
mkdir market
awk '/^"contact"|^\{$/ { on = 1 } on { print } /^\}$/ { exit }' "$readme" \
    > market/sayso.json
ok "the README's plan is a plan" test -s market/sayso.json
exits "fetch reads it" 0 sayso-fetch -C market --dry-run
like "and knows what it would ask" "$(cat "$TMP/out")" \
    'https://shop.example/p/ours'
printf '<script type="application/ld+json">{"@context":"https://schema.org",
"@type":"Product","name":"Kettle","review":{"@type":"Review","author":"A",
"reviewRating":{"ratingValue":5},"reviewBody":"Lovely kettle, quick and quiet."}}
</script>' > page.html
printf '[{"id":7,"rating":1,"review":"Broke after a week.","reviewer":"B"}]' \
    > reviews.json
"$BIN/parse" page.html > from-page.jsonl
exits "the README's pipe" 0 sh -c \
    'sayso-parse page.html reviews.json | sayso-score annotate'
is "scores what it reads" "$(jq -r .sentiment.label "$TMP/out" | tr '\n' ' ')" \
    "pos neg "
is "in one line a review" "$(wc -l < "$TMP/out" | tr -d ' ')" 2
