#!/bin/sh
# speed.sh [FILE.jsonl]: how fast articles go through, on one thread: summary and all topics, all topics alone, summary
# alone. Without a file: 1,000 articles made by repeating examples/. CPU time of the whole process, least of RUNS (5) in
# turn with `wc -w` on the same bytes.
. "$(dirname "$0")/common.sh"
articles=${ARTICLES:-1000}

if [ $# -gt 0 ]; then
    corpus=$1
    articles=$(grep -c . "$corpus")
else
    corpus=$work/corpus.jsonl
    awk -v n="$articles" -f "$here/corpus.awk" "$root"/examples/*.txt >"$corpus"
fi
batch="$TENOR batch -q -j1 --to jsonl"
set -- "wc -w" "wc -w $corpus" "batch" "$batch $corpus" "batch --only score" "$batch --only score $corpus" \
    "batch --only summary" "$batch --only summary $corpus" "  --ranker textrank" "$batch --only summary --ranker textrank $corpus" \
    "  --ranker lexrank" "$batch --only summary --ranker lexrank $corpus"
if [ "$corpus" = "$work/corpus.jsonl" ]; then # the same articles as files: parts of the work
    files=
    n=0
    while [ $n -lt "$articles" ]; do
        for file in "$root"/examples/*.txt; do
            [ $n -lt "$articles" ] && files="$files $file"
            n=$((n + 1))
        done
    done
    set -- "$@" "tenor summarize" "$TENOR summarize -q --to jsonl $files" "tenor score" "$TENOR score -q --to jsonl $files"
fi
printf 'A story.\n' >"$work/one.txt"
in_turn "${RUNS:-5}" "$@" "opening alone" "$TENOR brief -q $work/one.txt" >"$work/times"

printf '%s articles, %s bytes, %s words\n\n' "$articles" "$(wc -c <"$corpus")" "$(wc -w <"$corpus")"
awk -F "$tab" -v n="$articles" -v bytes="$(wc -c <"$corpus")" '
    BEGIN { printf "%-20s %9s %11s %11s %7s %8s\n", "", "CPU s", "ms each", "articles/s", "MB/s", "x wc -w" }
    NR == 1 { base = $4 }
    $1 == "opening alone" { printf "%-20s %9.3f\n", $1, $4 / 1000; next }
    { printf "%-20s %9.3f %11.4f %11.0f %7.1f %8.1f\n", $1, $4 / 1000, $4 / n, n / $4 * 1000, bytes / $4 / 1000, $4 / base }' "$work/times"
