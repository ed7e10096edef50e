#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The contract outside our own programs: one process, threads, GNU parallel,
# Spark and Hadoop Streaming make the same bytes, and what any of them loses,
# doubles or damages is refused.
. tests/tap.sh
. tests/market/market.sh
. tests/engines/engines.sh

plan 49
ws=$TMP/ws
market_start
market_plan "$ws"
"$BIN/fetch" -C "$ws" --now $first_run && "$BIN/parse" -C "$ws" >/dev/null 2>&1
market=$(find "$ws/reviews" -name '*.jsonl' | LC_ALL=C sort)
[ -n "$market" ] || bail "no reviews of the market"
map="--plan $ws/sayso.json"
mkdir "$TMP/in" "$TMP/shuffled"
cat $market | perl tests/engines/reviews.pl 8000 > "$TMP/in/reviews.jsonl"
shuf --random-source="$TMP/in/reviews.jsonl" "$TMP/in/reviews.jsonl" |
    split -n r/5 - "$TMP/shuffled/part"

# ---- one process ----
all=$TMP/all.jsonl
"$BIN/score" dedup "$TMP/in/reviews.jsonl" > "$all"
"$BIN/score" map $map "$all" > "$TMP/one.tally"
expected=$("$BIN/score" expect "$all")
merge() { "$BIN/score" merge $map --reviews "$all" "$@"; }
merge $expected "$TMP/one.tally" > "$TMP/one.json" || bail "no summary"
is "doubles are left out" "$(wc -l < "$all" | tr -d ' ')" 8000
sum() { sha256sum < "$1" | cut -c1-64; }
tally=$(sum "$TMP/one.tally") summary=$(sum "$TMP/one.json")

# same NAME EXPECTED TALLIES...: the same tallies, the same summary
same() {
	name=$1 wanted=$2
	shift 2
	"$BIN/score" reduce "$@" > "$TMP/sum.tally"
	is "$name: the same tallies" "$(sum "$TMP/sum.tally")" "$tally"
	merge $wanted "$@" > "$TMP/sum.json"
	is "$name: the same summary" "$(sum "$TMP/sum.json")" "$summary"
}

"$BIN/score" map -j 2 $map "$all" > "$TMP/two.tally"
same "two threads" "$expected" "$TMP/two.tally"

# ---- GNU parallel ----
for block in 20k 77k 400k 1M 64M; do
	ok "parallel by $block" env SCORE="$BIN/score" BLOCK=$block \
	    PLAN="$ws/sayso.json" sh score/engines/parallel.sh "$all" \
	    "$TMP/p$block"
	is "parallel by $block: the same summary" \
	    "$(sum "$TMP/p$block/summary/summary.json")" "$summary"
done

# ---- a tree of sums, a Slurm array of seven ----
split -n l/7 "$all" "$TMP/leaf."
for leaf in "$TMP"/leaf.*; do
	env -i "$BIN/score" map $map "$leaf" > "$leaf.tally"
done
"$BIN/score" reduce "$TMP"/leaf.a[a-c].tally > "$TMP/left.tally"
"$BIN/score" reduce "$TMP"/leaf.a[d-g].tally > "$TMP/right.tally"
same "a tree" "$expected" "$TMP/right.tally" "$TMP/left.tally"

mkdir "$TMP/files" "$TMP/slurm"
for leaf in "$TMP"/leaf.a?; do cp "$leaf" "$TMP/files/${leaf##*.}.jsonl"; done
cat > "$TMP/score" <<END
#!/bin/sh
shift
exec "$BIN/score" map $map "\$@"
END
chmod +x "$TMP/score"
for task in 0 1 2 3 4 5 6 7; do
	SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=8 SCORE=$TMP/score \
	    REVIEWS=$TMP/files OUT=$TMP/slurm sh score/engines/slurm.sh
done
same "a Slurm array, one task without a file" "$expected" "$TMP"/slurm/*.tsv

# ---- Spark ----
for partitions in 1 7 64; do
	out=$TMP/spark$partitions
	ok "spark with $partitions partitions, shuffled" \
	    spark "$TMP/shuffled" "$out" $partitions "$map"
	same "spark with $partitions partitions" \
	    "$(cat "$out"/expected/part-*)" "$out"/tallies/part-*
done
export JAVA_TOOL_OPTIONS=-Dfile.encoding=US-ASCII
ok "spark whose Java knows ASCII only" \
    spark "$TMP/shuffled" "$TMP/ascii" 2 "$map"
unset JAVA_TOOL_OPTIONS
same "spark whose Java knows ASCII only" "$(cat "$TMP"/ascii/expected/part-*)" \
    "$TMP"/ascii/tallies/part-*

# ---- Hadoop ----
ok "hadoop streaming" hadoop "$TMP/shuffled" "$TMP/hadoop.out" 3 "$map"
same "hadoop streaming" \
    "$(cat "$TMP"/hadoop.out/reviews/part-* | "$BIN/score" expect)" \
    "$TMP"/hadoop.out/tallies/part-*

# ---- what must not pass ----
# Each is refused, and would have passed without what merge was told.
refused() { # NAME TALLIES...
	name=$1
	shift
	exits "$name" 3 merge $expected "$@"
	ok "$name: nothing else would have seen it" merge "$@"
}
mkfifo "$TMP/fifo"
"$BIN/score" map $map < "$TMP/fifo" > "$TMP/killed.tally" &
task=$!
exec 9> "$TMP/fifo"
head -n 100 "$TMP/leaf.aa" >&9
kill -9 $task
exec 9>&-
wait $task 2>/dev/null
refused "a killed task" "$TMP/killed.tally" "$TMP"/leaf.a[b-g].tally
refused "a dropped partition" "$TMP"/leaf.a[a-f].tally
refused "a doubled partition" "$TMP"/leaf.a?.tally "$TMP/leaf.ac.tally"
LC_ALL=C tr '\200-\377' '?' < "$TMP/leaf.ab" |
    "$BIN/score" map $map > "$TMP/question.tally"
refused "a task whose locale knows no letters" "$TMP/question.tally" \
    "$TMP"/leaf.a[ac-g].tally
LC_ALL=C sed '5s/"reviewBody":"/&\xff/' "$TMP/leaf.ab" |
    "$BIN/score" map --max-bad 1 $map > "$TMP/byte.tally" 2>/dev/null
refused "an invalid byte" "$TMP/byte.tally" "$TMP"/leaf.a[ac-g].tally
exits "half a line of tallies" 3 sh -c "head -c -9 '$TMP/one.tally' |
    '$BIN/score' merge $map"

# ---- loading, by the manual's own words ----
"$BIN/score" annotate "$all" > "$TMP/annotated.jsonl"
cp "$TMP/one.tally" "$TMP/tallies.tsv"
duckdb() { # TABLE COLUMN: loads and prints its sum
	(cd "$TMP" && PYTHONPATH=$ENGINES/spark python3 -c '
import sys, duckdb
d = duckdb.connect()
d.execute(sys.argv[1])
print(d.execute(sys.argv[2]).fetchone()[0])' "$1" "$2")
}
statement() {
	sed -n "s/\\\\et/\\\\t/g; s/^\.Dl \(CREATE TABLE $1 .*\)/\1/p" \
	    score/sayso-engines.7
}
is "duckdb sums the tallies" "$(duckdb "$(statement tally)" \
    "select sum(count) from tally where key = '_m|in'")" 8000
is "duckdb counts as awk does" "$(duckdb "$(statement tally)" \
    "select sum(count) from tally where key like 'c|%'")" \
    "$(awk -F '\t' '/^c\|/ { n += $2 } END { print n }' "$TMP/one.tally")"
is "duckdb reads the reviews" "$(duckdb "$(statement review)" \
    "select count(*) from review where reviewBody is not null")" 8000

# ---- Common Crawl's form: an index, ranges of bytes, gzip members ----
mkdir -p "$TMP/crawl"
capture=$(find "$ws/captures/tamarel.shop" -name '*.warc.gz' | head -n 1)
cp "$capture" "$TMP/crawl/one.warc.gz"
perl tests/engines/index.pl "$TMP/crawl" one.warc.gz > "$TMP/index.jsonl"
ok "an index of pages to a summary" env BASE="file://$TMP/crawl" JOBS=2 \
    PAGES=. AGENT="test (test@example.org)" PARSE="$BIN/parse" \
    SCORE="$BIN/score" sh score/engines/common-crawl.sh "$TMP/cc" \
    "$ws/sayso.json" Tamarel "$TMP/index.jsonl"
is "holds every review of the capture" "$(jq -s \
    '[.[] | select(.reviewBody)] | length' "$TMP/cc/reviews.jsonl")" \
    "$("$BIN/parse" "$capture" | jq -s '[.[] | select(.reviewBody)] | length')"
echo '{"url":"http://a/","status":"200","mime":"text/html","timestamp":"1","filename":"gone.warc.gz","offset":"0","length":"9"}' \
    > "$TMP/gone.jsonl"
exits "a record that cannot be had fails the run" 1 env \
    BASE="file://$TMP/crawl" PAGES=. AGENT=test PARSE="$BIN/parse" \
    SCORE="$BIN/score" sh score/engines/common-crawl.sh "$TMP/cc2" \
    "$ws/sayso.json" Tamarel "$TMP/gone.jsonl"
