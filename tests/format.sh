#!/bin/sh
# format.sh: every C file is as .clang-format has it. Exits with 77, skipped, without clang-format 14: another version
# breaks lines at other places.
set -u
cd "$(dirname "$0")/.." || exit 1
for format in clang-format-14 clang-format; do
    "$format" --version 2>/dev/null | grep -q 'version 14\.' && break
    format=
done
[ -n "$format" ] || { echo "skipped: there is no clang-format 14"; exit 77; }
find bench include src tests tools -name '*.[ch]' -print0 | sort -z | xargs -0 "$format" --dry-run --Werror
