#!/bin/sh
# instructions.sh [--update]: instructions that fixed inputs take, counted by Valgrind, beside instructions.csv. They repeat to
# the last thousand where times do not, so that a slower program is seen at once: exits with 1 when one took more than
# 5 % over its row (and 200,000, which the loader of programs may take more or less). --update writes what was counted as the new rows; say in the commit why they rose.
#
# Counts of another compiler or C library are others: rows are compared only when these are the same, and it exits with
# 77 when none was.
. "$(dirname "$0")/common.sh"
csv=$here/instructions.csv
have valgrind || { say "instructions: valgrind is not installed"; exit 3; }

count() { # NAME COMMAND...
    name=$1
    shift
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" >/dev/null 2>"$work/log" </dev/null || { cat "$work/log" >&2; exit 3; }
    printf '%s\t%s\n' "$name" "$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/log")"
}

printf 'A story.\n' >"$work/one.txt"
example_sentences >"$work/sentences"
awk -v n=10000 -v seed=7 -f "$here/sentences.awk" "$work/sentences" >"$work/10000.txt"
awk -v n=100 -f "$here/corpus.awk" "$root"/examples/*.txt >"$work/corpus.jsonl"
# A page of 200 paragraphs among menus.
{
    printf '<!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><nav><ul>'
    awk 'BEGIN { for (i = 0; i < 100; i++) printf "<li><a href=\"/s/%d\">Section %d</a></li>", i, i }'
    printf '</ul></nav><article><h1>A page</h1>'
    head -n 200 "$work/10000.txt" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/.*/<p>&<\/p>/'
    printf '</article><footer><a href="/about">About us</a></footer></body></html>'
} >"$work/page.html"
{
    count "open" "$TENOR" brief -q "$work/one.txt"
    count "brief, 5 articles" "$TENOR" brief -q "$root"/examples/*.txt
    count "batch, 100 articles" "$TENOR" batch -q "$work/corpus.jsonl"
    count "score, 100 articles" "$TENOR" batch -q --only score "$work/corpus.jsonl"
    count "extract, a page" "$TENOR" extract -q "$work/page.html"
    for ranker in news textrank lexrank; do
        count "$ranker, 10000 sentences" "$TENOR" summarize -q --ranker $ranker "$work/10000.txt"
    done
} >"$work/counts"

system="$(cc -dumpmachine) $(cc -dumpfullversion) $(getconf GNU_LIBC_VERSION 2>/dev/null || echo -)"
awk -F "$tab" -v toolchain="$system" -v update="${1-}" -v csv="$csv" '
    BEGIN {
        while ((getline line < csv) > 0) { split(line, field, "\t"); base[field[1]] = field[2]; of[field[1]] = field[3] }
        close(csv)
        if (update == "--update") printf "input\tinstructions\ttoolchain\n" > csv
        printf "%-26s %12s %9s\n", "", "million", "baseline"
    }
    {
        same = $1 in base && of[$1] == toolchain
        change = same ? sprintf("%+8.1f%%", 100 * ($2 / base[$1] - 1)) : "-"
        printf "%-26s %12.2f %9s\n", $1, $2 / 1e6, change
        compared += same
        if (same && $2 > 1.05 * base[$1] + 2e5) slower = 1
        if (update == "--update") printf "%s\t%s\t%s\n", $1, $2, toolchain > csv
    }
    END { exit update == "--update" ? 0 : slower ? 1 : compared ? 0 : 77 }' "$work/counts"
