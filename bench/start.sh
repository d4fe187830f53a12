#!/bin/sh
# start.sh [FILE]: one article, one process, 20 runs in turn: `tenor brief` beside Open Text Summarizer (Debian: libots0,
# command ots) on the same file.
. "$(dirname "$0")/common.sh"
file=${1:-$root/examples/border-truce.txt}

set -- "tenor brief" "$TENOR brief -q $file" "tenor summarize" "$TENOR summarize -q $file"
if have ots; then set -- "$@" "ots" "ots --ratio 10 $file"
else say "start: ots is not installed (apt-get install libots0 ots): tenor alone"; fi
in_turn 20 "$@" >"$work/times"
while [ $# -gt 0 ]; do
    # shellcheck disable=SC2086
    peak $2
    echo
    shift 2
done >"$work/peaks"

printf '%s, %s words\n\n' "$(basename "$file")" "$(wc -w <"$file")"
paste "$work/times" "$work/peaks" | awk -F "$tab" '
    BEGIN { printf "%-16s %8s %10s %8s %9s\n", "", "min ms", "median ms", "CPU ms", "peak MiB" }
    { printf "%-16s %8.1f %10.1f %8.1f %9s\n", $1, $2, $3, $4, $5 }'
