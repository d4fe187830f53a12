#!/bin/sh
# lint.sh BUILD-DIR: clang-tidy over src, with the compile commands of BUILD-DIR; every warning fails. Exits with 77,
# skipped, when there is no clang-tidy 14: others find other things.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
for tidy in clang-tidy-14 clang-tidy; do
    "$tidy" --version 2>/dev/null | grep -q 'version 14\.' && break
    tidy=
done
[ -n "$tidy" ] || { echo "skipped: there is no clang-tidy 14"; exit 77; }
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
find "$root/src" -name '*.c' -print0 | sort -z |
    xargs -0 -n 8 -P "$(getconf _NPROCESSORS_ONLN)" "$tidy" --quiet -p "$1" >"$log" 2>&1
status=$?
# What stands in a header is said once for each file that includes it.
findings=$(grep -E ': (warning|error):' "$log" | sort -u)
[ -z "$findings" ] || echo "$findings"
echo "$(grep -c -E ': (warning|error):' "$log") times, $(printf '%s' "$findings" | grep -c '') distinct findings"
[ "$status" -eq 0 ] || { echo "clang-tidy itself failed"; tail -n 5 "$log"; }
[ "$status" -eq 0 ] && [ -z "$findings" ]
