#!/bin/sh
# plot.sh [FILE.svg]: what a summary of three sentences costs as the text grows, tenor beside other programs: a table, and a
# plot of it, both axes logarithmic, in FILE.svg (build/bench/cost.svg). CPU time of one process a text, least of 3 runs;
# the Python libraries (of `bench/run peers`, if it has installed them) without their start, and no further than where one
# text takes ten seconds.
. "$(dirname "$0")/common.sh"
svg=${1:-$root/build/bench/cost.svg}
sizes=${SIZES:-10 40 160 640 2560 10240}
venv=$root/build/bench/venv

example_sentences >"$work/sentences"
set --
for size in $sizes; do
    awk -v n="$size" -v seed=7 -f "$here/sentences.awk" "$work/sentences" >"$work/$size.txt"
    for ranker in news textrank; do
        set -- "$@" "tenor $ranker$tab$size" "$TENOR summarize -q --ranker $ranker $work/$size.txt"
    done
    ! have ots || set -- "$@" "ots$tab$size" "ots --ratio 10 $work/$size.txt"
done
mkdir -p "$(dirname "$svg")"
{
    in_turn 3 "$@" | cut -f 1,2,5
    if [ -x "$venv/bin/python3" ]; then
        for size in $sizes; do printf '%s\t%s\n' "$size" "$work/$size.txt"; done >"$work/texts"
        "$venv/bin/python3" "$here/plot_peers.py" "$work/texts"
    else
        say "plot: without the Python libraries; bench/run peers installs them"
    fi
} | python3 "$here/plot.py" "$svg"
