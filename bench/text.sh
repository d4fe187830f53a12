#!/bin/sh
# text.sh: how fast text is taken apart, in MB/s of one core and beside `wc -w` of the same bytes in the same run: articles
# to blocks, sentences and words, and web pages to the articles in them and these to the same. EVAL=DIR: the texts of
# DIR/corpus/*.jsonl and the pages of DIR/extract; else those of examples/ and of tests/golden.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
[ -f "$build/build.ninja" ] || cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTENOR_BUILD_BENCH=ON \
    -DTENOR_BUILD_TESTS=OFF >/dev/null
cmake --build "$build" --target text_speed >"$build/build.log" 2>&1 || { cat "$build/build.log" >&2; exit 3; }

mkdir "$work/texts" "$work/pages"
if [ -n "${EVAL-}" ]; then
    python3 - "$work/texts" "$EVAL"/corpus/*.jsonl <<'END'
import json, sys
n = 0
for path in sys.argv[2:]:
    for line in open(path, encoding="utf-8"):
        n += 1
        with open(f"{sys.argv[1]}/{n}.txt", "w", encoding="utf-8") as out:
            out.write(json.loads(line)["text"])
END
    for page in "$EVAL"/extract/*.html.gz; do
        gzip -dc "$page" >"$work/pages/$(basename "$page" .gz)"
    done
else
    cp "$root"/examples/*.txt "$work/texts"
    n=0
    for page in "$root"/tests/golden/*/*.html; do
        n=$((n + 1))
        cp "$page" "$work/pages/$n.html"
    done
fi
find "$work/texts" -name '*.txt' -exec "$build/bench/text_speed" {} +
find "$work/pages" -name '*.html' -exec "$build/bench/text_speed" --html {} +
