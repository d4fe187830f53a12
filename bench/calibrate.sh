#!/bin/sh
# calibrate.sh: the curve from raw tone to tension, fitted on EVAL/tension/event_*.jsonl (sentences with coded events), with
# its reliability by band. What it prints last belongs into models/en/tone.conf.
. "$(dirname "$0")/common.sh"
[ -n "${EVAL-}" ] || { say "calibrate: EVAL is not set"; exit 2; }
build=$(dirname "$TENOR")
${CC:-cc} -std=c17 -O2 -D_GNU_SOURCE -I"$root/include" "$here/calibrate.c" "$build/libtenor.a" \
    $(pkg-config --cflags --libs gsl json-c libutf8proc) -lstemmer -lpthread -lm -o "$work/calibrate"
"$work/calibrate" "$EVAL"/tension/event_*.jsonl
