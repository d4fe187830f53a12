#!/bin/sh
# batch.sh [FILE.jsonl]: a stream of articles: speed, what reading costs, what a second processor brings, memory. FILE's
# records, or EVAL's corpus, or else those made of examples/, are repeated to RECORDS (100,000) for memory, of which the
# first SPEED_RECORDS (10,000) are timed. RECORDS=1000000 for the real thing: some minutes.
#
# CPU time of the whole process and its wall time, least of RUNS (3) in turn. Reading alone: every text is refused when the
# record is understood (--max-bytes 1), so that all is done but analysing and writing.
. "$(dirname "$0")/common.sh"
records=${RECORDS:-100000} timed=${SPEED_RECORDS:-10000} runs=${RUNS:-3}

if [ $# -gt 0 ]; then cp "$1" "$work/corpus"
elif [ -n "${EVAL-}" ]; then cat "$EVAL"/corpus/*.jsonl >"$work/corpus"
else awk -v n=1000 -f "$here/corpus.awk" "$root"/examples/*.txt >"$work/corpus"; fi
# repeat N: the corpus over and over, N records
repeat() {
    n=$1 lines=$(wc -l <"$work/corpus")
    while [ "$n" -ge "$lines" ]; do
        cat "$work/corpus"
        n=$((n - lines))
    done
    head -n "$n" "$work/corpus"
}
repeat "$timed" >"$work/in.jsonl"
set -- "wc -w" "wc -w $work/in.jsonl" \
    "brief" "$TENOR batch -q -j 1 $work/in.jsonl" \
    "score only" "$TENOR batch -q -j 1 --only score $work/in.jsonl" \
    "summary only" "$TENOR batch -q -j 1 --only summary $work/in.jsonl" \
    "brief, -j 2" "$TENOR batch -q -j 2 $work/in.jsonl" \
    "reading" "sh -c '$TENOR batch -q -j 1 --max-bytes 1 --on-error skip $work/in.jsonl; true'"
for tool in gzip zstd; do
    have $tool || continue
    $tool -q -c "$work/in.jsonl" >"$work/in.$tool"
    set -- "$@" "brief, $tool" "$TENOR batch -q -j 1 --from jsonl $work/in.$tool" \
        "reading, $tool" "sh -c '$TENOR batch -q -j 1 --from jsonl --max-bytes 1 --on-error skip $work/in.$tool; true'"
done
in_turn "$runs" "$@" >"$work/times"

printf '%s articles, %s bytes, %s words\n\n' "$timed" "$(wc -c <"$work/in.jsonl")" "$(wc -w <"$work/in.jsonl")"
awk -F "$tab" -v n="$timed" -v bytes="$(wc -c <"$work/in.jsonl")" '
    BEGIN { printf "%-16s %8s %11s %7s %8s\n", "", "CPU s", "articles/s", "MB/s", "x wc -w" }
    NR == 1 { base = $4 }
    { wall[$1] = $2; cpu[$1] = $4 }
    { printf "%-16s %8.3f %11.0f %7.1f %8.1f\n", $1, $4 / 1000, n / $4 * 1000, bytes / $4 / 1000, $4 / base }
    END {
        printf "\nwall time, -j 1 over -j 2: %.2f\n", wall["brief"] / wall["brief, -j 2"]
        printf "reading, share of the run: %.0f %%", 100 * cpu["reading"] / cpu["brief"]
        split("gzip zstd", tool, " ")
        for (t = 1; t <= 2; t++)
            if (("reading, " tool[t]) in cpu)
                printf ", %s %.0f %%", tool[t], 100 * cpu["reading, " tool[t]] / cpu["brief, " tool[t]]
        print ""
    }' "$work/times"

# ---- memory, and the whole run
stat() { sed "s/.*\"$1\":\([0-9.]*\).*/\1/" "$work/stats"; }
for n in 10000 "$records"; do
    repeat "$n" | "$TENOR" batch -q -j 2 --stats "$work/stats" --from jsonl - >/dev/null
    peak=$(stat peak_memory_bytes)
    [ "$n" -eq 10000 ] && least=$peak
    printf '%s records at -j 2: peak memory %.1f MiB, %.0f s, %.0f records/s, p50 %s p99 %s ms\n' "$n" \
        "$(awk "BEGIN { print $peak / 1048576 }")" "$(stat seconds)" "$(stat records_per_second)" "$(stat p50)" "$(stat p99)"
done
awk "BEGIN { printf \"memory, %s records over 10000: %.2f\\n\", $records, $peak / $least }"
