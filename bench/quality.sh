#!/bin/sh
# quality.sh [WHAT...]: how good it is, and the rows of results.csv renewed. WHAT: own (the gold sets of tests/data),
# calibration, tension, intensity, targets, interleave, index, summaries; default: all.
#
# All but `own`, and half of `calibration`, need EVAL=DIR, a directory of labelled data with a program `measure` in it: measure WHAT --tenor PROGRAM
# --json prints one JSON object a set, with the key "set" and numbers. It is no part of the project, since its texts
# are not the project's to give away.
. "$(dirname "$0")/common.sh"
csv=${RESULTS:-$here/results.csv}

commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo none)
git -C "$root" diff --quiet HEAD -- src include lexicons models 2>/dev/null || commit=$commit+

record() { python3 "$here/results.py" "$csv" "$commit" "$1"; }

[ $# -gt 0 ] || set -- own calibration tension intensity targets interleave index summaries
for what; do
    echo "== $what"
    if [ "$what" = own ]; then
        for set in pairs events calm sentences others blocks languages; do python3 "$here/gold.py" $set "$TENOR" "$root/tests/data"; done | record "bench/run quality own"
    elif [ "$what" = calibration ]; then
        {
            python3 "$here/reliability.py" "own events reliability" "$TENOR" "$root/tests/data/events.tsv"
            [ -z "${EVAL-}" ] ||
                python3 "$here/reliability.py" "event sentences reliability" "$TENOR" "$EVAL"/tension/event_*.jsonl
        } | record "bench/run quality calibration"
    elif [ "$what" = interleave ] && [ -n "${EVAL-}" ]; then
        python3 "$here/interleave.py" "$TENOR" "$EVAL" | record "bench/run quality interleave"
    elif [ -n "${EVAL-}" ]; then
        "$EVAL/measure" "$what" --tenor "$TENOR" --json | record "measure $what"
        [ "$what" != summaries ] || for program in summaries updates; do
            python3 "$here/$program.py" "$TENOR" "$EVAL" | record "bench/run quality summaries"
        done
    else
        say "quality: $what is left out: EVAL is not set"
    fi
done
