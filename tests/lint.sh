#!/bin/sh
# lint.sh BUILD-DIR: clang-tidy over src, with the compile commands of BUILD-DIR; every warning fails. Exits with 77,
# skipped, when there is no clang-tidy.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
command -v clang-tidy >/dev/null 2>&1 || { echo "skipped: there is no clang-tidy"; exit 77; }
said=$(find "$root/src" -name '*.c' -print0 | sort -z |
    xargs -0 -n 8 -P "$(getconf _NPROCESSORS_ONLN)" clang-tidy --quiet -p "$1" 2>/dev/null)
echo "$said" | grep -A 8 -E '(warning|error):' | head -n 200
found=$(echo "$said" | grep -c -E '(warning|error):')
echo "$found warnings"
[ "$found" -eq 0 ]
