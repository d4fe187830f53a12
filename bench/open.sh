#!/bin/sh
# open.sh: what opening the data costs. `tenor topics list` does little more than open an engine, `tenor --version` opens
# none: their difference is the time of opening from the image that is compiled in (src/base/image.h), and with --data
# from the text files. Milliseconds of many runs by hyperfine, peak memory by GNU time.
#
# TENOR: the program (default build/release/tenor). RUNS: how many (default 100).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
tenor=${TENOR:-$root/build/release/tenor}
time=$(command -v time || echo /usr/bin/time)
for tool in hyperfine "$time" "$tenor"; do
    command -v "$tool" >/dev/null || { echo "open.sh: no $tool" >&2 && exit 3; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# row LABEL COMMAND...
row() {
    label=$1
    shift
    hyperfine -N --style none --warmup 5 --runs "${RUNS:-100}" --export-csv "$scratch/csv" "$*" >/dev/null 2>&1
    "$time" -f %M -o "$scratch/peak" "$@" >/dev/null
    awk -F, -v label="$label" -v peak="$(cat "$scratch/peak")" \
        'NR == 2 { printf "%-36s %8.2f %8.2f %9.1f\n", label, 1000 * $2, 1000 * $7, peak / 1024 }' "$scratch/csv"
}

printf '%-36s %8s %8s %9s\n' "" "mean ms" "least ms" "peak MiB"
row "tenor --version" "$tenor" --version
row "tenor topics list" "$tenor" topics list
row "tenor topics list --data" "$tenor" topics list --data "$root"
