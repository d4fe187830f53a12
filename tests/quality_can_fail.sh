#!/bin/sh
# quality.sh TENOR sees a loss: beside rows that claim more than there is, it fails.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
python3 -c '' 2>/dev/null || { echo "skipped: there is no python3"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
awk -F , -v OFS=, '$3 == "own blocks" && $4 == "right" { $5 += 2 } { print }' "$root/bench/results.csv" >"$work/claimed.csv"
found=$(RESULTS=$work/claimed.csv "$root/tests/quality.sh" "$1") && { echo "it passes"; exit 1; }
echo "$found" | grep '^own blocks right: ' || { echo "it fails for another reason"; exit 1; }
