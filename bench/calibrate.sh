#!/bin/sh
# calibrate.sh: the curve from raw tone to tension, fitted on EVAL/tension/event_*.jsonl (sentences with coded events) and
# about as many of our own (tests/data/events.tsv), with its reliability by band. What it prints last belongs into models/en/tone.conf.
. "$(dirname "$0")/common.sh"
[ -n "${EVAL-}" ] || { say "calibrate: EVAL is not set"; exit 2; }
build=$(dirname "$TENOR")
cmake --build "$build" --target tenor_calibrate >/dev/null
"$build/tenor_calibrate" "$EVAL"/tension/event_*.jsonl "$root/tests/data/events.tsv"
