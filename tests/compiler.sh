#!/bin/sh
# compiler.sh COMPILER BUILD-TYPE DIR: builds library and program with warnings as errors, in DIR, and runs a
# few golden cases; a release is also looked at for its hardening. Exits with 77, skipped, when there is no COMPILER.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
compiler=$1 type=$2 dir=$3
command -v "$compiler" >/dev/null 2>&1 || { echo "skipped: there is no $compiler"; exit 77; }
generator=
command -v ninja >/dev/null 2>&1 && generator=-GNinja
mkdir -p "$dir" || exit 1
log=$dir/build.log
{ cmake -S "$root" -B "$dir" $generator -DCMAKE_C_COMPILER="$compiler" -DCMAKE_BUILD_TYPE="$type" -DTENOR_WERROR=ON \
    -DTENOR_BUILD_TESTS=OFF && cmake --build "$dir" --target tenor; } >"$log" 2>&1 || { tail -n 50 "$log"; exit 1; }
if grep -q 'warning:' "$log"; then grep -A 5 'warning:' "$log"; exit 1; fi
"$root/tests/golden/run" "$dir/tenor" 'brief*' || exit 1
[ "$type" != Release ] || [ "$(uname)" != Linux ] || "$root/tests/hardening.sh" "$dir/tenor"
