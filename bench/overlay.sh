#!/bin/sh
# overlay.sh [FILE.jsonl]: what a user's own entries and topics cost. All topics of the articles are scored on one thread
# with the data that is compiled in, then with ENTRIES (10,000) entries or TOPICS (500) topics laid over it. They are not
# idle: the entries are words of the articles, many topics are named in them (overlay.py). CPU time, least of RUNS (5) in
# turn; opening, which happens once, is told apart and not in the ratio.
. "$(dirname "$0")/common.sh"
entries=${ENTRIES:-10000}
topics=${TOPICS:-500}

corpus=${1:-$work/corpus.jsonl}
[ $# -gt 0 ] || awk -v n="${ARTICLES:-2000}" -f "$here/corpus.awk" "$root"/examples/*.txt >"$corpus"
python3 "$here/overlay.py" "$corpus" "$entries" "$topics" "$work"
printf '{"text":"A story."}\n' >"$work/one.jsonl"

set --
for overlay in "as it is@" "$entries entries@--lexicon $work/own.tsv" "$topics topics@--topics $work/topics"; do
    score="$TENOR batch -q -j1 --only score --to jsonl ${overlay#*@}"
    set -- "$@" "${overlay%%@*}" "$score $corpus" "opening with ${overlay%%@*}" "$score $work/one.jsonl"
done
in_turn "${RUNS:-5}" "$@" >"$work/times"

# least CPU time is the fourth field
printf '%s articles, %s bytes\n\n' "$(grep -c . "$corpus")" "$(wc -c <"$corpus")"
awk -F "$tab" '
    BEGIN { printf "%-16s %10s %10s %7s\n", "", "opening ms", "scoring ms", "ratio" }
    NR % 2 { name = $1; all = $4; next }
    { score = all - $4; if (NR == 2) base = score; printf "%-16s %10.1f %10.1f %7.2f\n", name, $4, score, score / base }' "$work/times"
