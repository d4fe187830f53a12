#!/bin/sh
# peers.sh: articles a second of tenor beside other programs on the same articles (100, made by repeating examples/):
# sumy, summa and vaderSentiment from PyPI, in a virtual environment of build/bench, and Open Text Summarizer (ots).
# CPU time, one process: start-up left out for the libraries and for tenor, not for ots, which takes one file a run.
. "$(dirname "$0")/common.sh"
articles=${ARTICLES:-100}
venv=$root/build/bench/venv

if [ ! -x "$venv/bin/python3" ]; then
    say "peers: installing sumy, summa, vaderSentiment in build/bench/venv ..."
    mkdir -p "$root/build/bench"
    python3 -m venv "$venv"
    for package in sumy summa vaderSentiment; do
        "$venv/bin/pip" install -q --disable-pip-version-check "$package" >&2 || say "peers: $package cannot be installed"
    done
fi
awk -v n="$articles" -f "$here/corpus.awk" "$root"/examples/*.txt >"$work/corpus.jsonl"
: >"$work/none.jsonl"
in_turn 3 all "$TENOR batch -q $work/corpus.jsonl" none "$TENOR batch -q $work/none.jsonl" >"$work/times"
if have ots; then
    for file in "$root"/examples/*.txt; do printf '%s\n' "ots$tab$file"; done >"$work/ots"
    set --
    for file in "$root"/examples/*.txt; do set -- "$@" "$file" "ots --ratio 10 $file"; done
    in_turn 5 "$@" >"$work/ots"
fi

awk -F "$tab" -v n="$articles" '
    FILENAME ~ /times/ { cpu[$1] = $4; next }
    { ots += $4; files++ }
    END {
        printf "%-28s %9s %11s\n", "", "CPU ms", "articles/s"
        ms = (cpu["all"] - cpu["none"]) / n
        printf "%-28s %9.2f %11.0f\n", "tenor batch (gist and tone)", ms, 1000 / ms
        if (files) printf "%-28s %9.2f %11.0f\n", "ots", ots / files, 1000 / ots * files
    }' "$work/times" $(ls "$work/ots" 2>/dev/null || true)
"$venv/bin/python3" "$here/peers.py" "$work/corpus.jsonl"

echo
TENOR=$TENOR sh "$here/summary_peers.sh" # with what the summaries are worth
