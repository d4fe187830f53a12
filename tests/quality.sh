#!/bin/sh
# quality.sh TENOR: counts again how many of the project's own labelled examples (tests/data) come out right, and fails when
# a set lost more than one beside its row in bench/results.csv: one is what another compiler's rounding may cost. A gain,
# or a loss that is worth it, is told with `bench/run quality own` and the rows it renews, in the same commit. Exits with
# 77, skipped, without Python 3.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
python3 -c '' 2>/dev/null || { echo "skipped: there is no python3"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
old=${RESULTS:-$root/bench/results.csv}
cp "$old" "$work/new.csv" || exit 1
RESULTS=$work/new.csv TENOR=$1 "$root/bench/run" quality own || exit 1
awk -F , '
    $6 != "bench/run quality own" { next }
    NR == FNR { old[$3 " " $4] = $5; next }
    { now[$3 " " $4] = $5 }
    END {
        for (row in now) {
            if (!(row in old)) { print row ": has no row in bench/results.csv"; lost = 1 }
            else if (row ~ / n$/ && now[row] != old[row]) { print row ": " old[row] " examples, now " now[row]; lost = 1 }
            else if (row ~ / right$/ && now[row] < old[row] - 1) { print row ": " old[row] ", now " now[row]; lost = 1 }
            sets++
        }
        exit lost || sets < 10
    }' "$old" "$work/new.csv"
