#!/bin/sh
# scale.sh [FILE]: how the time of each ranker grows with a text. FILE: real sentences, one a line, of which the first
# 5,000, 10,000 ... are taken; without it, sentences.awk makes them from examples/. CPU seconds of the whole process,
# least of RUNS (3); growth a doubling is that of the time beyond opening (a text of one sentence). Memory is the most that
# was held for the largest text, in times its bytes.
. "$(dirname "$0")/common.sh"
sizes=${SIZES:-5000 10000 20000 40000}

printf 'A story.\n' >"$work/one.txt"
example_sentences >"$work/sentences"
set -- "${1-}"
if [ -n "$1" ]; then # no more than there are
    there=$(wc -l <"$1")
    for size in $sizes; do [ "$size" -le "$there" ] && echo "$size"; done >"$work/sizes"
    sizes=$(tr '\n' ' ' <"$work/sizes" | sed 's/ $//')
fi
for size in $sizes; do
    if [ -n "$1" ]; then head -n "$size" "$1" >"$work/$size.txt"
    else awk -v n="$size" -v seed=7 -f "$here/sentences.awk" "$work/sentences" >"$work/$size.txt"; fi
done
for ranker in $("$TENOR" rankers | cut -d' ' -f1); do
    set -- "$ranker${tab}1" "$TENOR summarize -q --ranker $ranker $work/one.txt"
    for size in $sizes; do
        set -- "$@" "$ranker$tab$size" "$TENOR summarize -q --ranker $ranker $work/$size.txt"
    done
    in_turn "${RUNS:-3}" "$@"
    largest=$work/${sizes##* }.txt
    printf '%s\tmemory\t-\t-\t%s\n' "$ranker" "$(peak "$TENOR" summarize -q --ranker "$ranker" "$largest")"
done >"$work/times"

awk -F "$tab" -v sizes="$sizes" -v mib="$(wc -c <"$largest" | awk '{ print $1 / 1048576 }')" '
    BEGIN {
        n = split(sizes, size, " ")
        printf "%-10s %8s", "sentences", "opening"
        for (i = 1; i <= n; i++) printf " %8s", size[i]
        printf "   growth a doubling%*s   memory\n", 6 * (n - 1) - 17, ""
    }
    { if (!($1 in seen)) order[++rankers] = $1; seen[$1] = 1; ms[$1, $2] = $5 }
    END {
        for (r = 1; r <= rankers; r++) {
            name = order[r]
            printf "%-10s %8.3f", name, ms[name, 1] / 1000
            for (i = 1; i <= n; i++) printf " %8.3f", ms[name, size[i]] / 1000
            printf "  "
            for (i = 2; i <= n; i++) printf " %5.2f", (ms[name, size[i]] - ms[name, 1]) / (ms[name, size[i - 1]] - ms[name, 1])
            printf "   %6s\n", ms[name, "memory"] == "-" ? "-" : sprintf("%.1f", ms[name, "memory"] / mib)
        }
    }' "$work/times"

# A very long text: time, and memory over the bytes of the text. With EVAL=DIR it is real news, one after the other and
# over again, 120 bytes for each of BIG sentences (0: none).
big=${BIG:-500000}
[ "$big" -gt 0 ] || exit 0
if [ -n "${EVAL-}" ]; then
    cat "$EVAL"/corpus/*.jsonl "$EVAL"/summaries/news_[!v]*.jsonl | python3 -c 'import json, sys
texts = "\n\n".join(json.loads(line)["text"] for line in sys.stdin).encode() + b"\n\n"
size = 120 * int(sys.argv[1])
sys.stdout.buffer.write((texts * (size // len(texts) + 1))[:size])' "$big" >"$work/big.txt"
else awk -v n="$big" -v seed=7 -f "$here/sentences.awk" "$work/sentences" >"$work/big.txt"; fi
bytes=$(wc -c <"$work/big.txt")
printf '\n%s sentences, %s bytes\n%-10s %8s %8s %8s\n' "$big" "$bytes" "" "CPU s" "MiB" "x bytes"
for ranker in lead news textrank lexrank; do
    in_turn 1 "$ranker" "$TENOR summarize -q --ranker $ranker $work/big.txt" >"$work/time"
    mib=$(peak "$TENOR" summarize -q --ranker "$ranker" "$work/big.txt")
    awk -F "$tab" -v mib="$mib" -v bytes="$bytes" \
        '{ printf "%-10s %8.2f %8s %8.1f\n", $1, $4 / 1000, mib, mib * 1048576 / bytes }' "$work/time"
done
